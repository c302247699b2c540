"""Words as they sound, whatever the script and spelling, and how far two of them are apart.

A word of any of the four languages becomes a string of sounds, one character each (:func:`sounds`); what the languages
write differently for one sound costs little in :func:`distance`, what makes another name costs much. So ``Гейдар`` and
``Heydər`` are near, ``Rəşad`` and ``Rəşid`` are not, though the latter share more letters.

Sounds: vowels ``a A(ə) e i o u``, the glide ``y``, ``x`` as in *Khan*, ``S C J`` as in *shoe, chair, job*, ``c`` for a letter
that is ``J`` in Baku and Ankara and ``k`` or ``ts`` elsewhere, ``G`` for ``ğ``; the others as in English.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import accumulate
from string import ascii_letters

__all__ = ["distance", "sounds"]

_LETTERS = str.maketrans({
    "ə": "A", "ı": "i", "ö": "o", "ü": "u", "ğ": "G", "ş": "S", "ç": "C", "ø": "o", "ß": "ss", "æ": "e", "đ": "d", "ł": "l", "ð": "d",
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "J", "з": "z", "и": "i", "й": "y", "к": "k", "л": "l",
    "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "x", "ц": "ts", "ч": "C", "ш": "S",
    "щ": "S", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya", "қ": "q", "ғ": "g", "ң": "n", "ү": "u", "ұ": "u", "ө": "o",
    "һ": "h", "і": "i", "ї": "yi", "є": "ye", "ў": "o", "ҳ": "h", "җ": "J", "ә": "A",
})  # fmt: skip
_DIGRAPHS = tuple((re.compile(pattern), sound) for pattern, sound in (
    (r"дж|цз|чж", "ж"),
    (r"sch", "S"), (r"szcz|shch", "S"), (r"tch|tsch", "C"), (r"dzh|dj|zh", "J"), (r"sh", "S"), (r"ch|cs(?=[aeiouöü])", "C"),
    (r"sz", "s"), (r"zs", "J"), (r"kh", "x"), (r"gh", "g"), (r"ph", "f"), (r"th", "t"), (r"ck", "k"), (r"ou", "u"), (r"ts'", "ts"),
    (r"sc(?=[aou])", "sk"),
    (r"(?<=ale)x|(?<=^ma)x(?=$|i)|(?<=feli)x", "ks"), (r"j", "J"),
))  # fmt: skip
_SPOKEN = tuple((re.compile(pattern), sound) for pattern, sound in (
    (r"(.)\1+", r"\1"), (r"(?:iy|yi|y)$", "i"), (r"^y(?=[ei])", ""), (r"(?<=n)[gq]$", ""), (r"n(?=[bp])", "m"),
))  # fmt: skip
_VOWELS = frozenset("aAeiou")
_COSTS = {
    "aA": 0.05, "Ae": 0.05, "ae": 0.1, "ei": 0.3, "ou": 0.3, "ao": 0.35, "iu": 0.45, "oA": 0.5, "oe": 0.6,
    "iy": 0.1, "ey": 0.3, "uw": 0.3,
    "kq": 0.1, "gq": 0.05, "gk": 0.3, "gG": 0.05, "hx": 0.05, "gh": 0.15, "Gh": 0.2, "gx": 0.3, "Gx": 0.3, "kx": 0.4, "hk": 0.5, "hq": 0.2,
    "kG": 0.3, "qG": 0.1, "qx": 0.4,
    "cJ": 0.05, "cC": 0.15, "ck": 0.6, "CJ": 0.5, "sS": 0.2, "SJ": 0.7, "sz": 0.8, "zJ": 0.6, "CS": 0.5, "bp": 0.4, "dt": 0.4, "vw": 0.05,
    "fv": 0.5, "uv": 0.5, "Jy": 0.4, "cs": 0.6, "mn": 0.8,
}  # fmt: skip
_SUBSTITUTION = {pair: cost for both, cost in _COSTS.items() for pair in (both, both[::-1])}
_LONGER = 3
"""The sounds that one spelling of a word has more than another at most."""
_FAR = 0.4
"""The distance from which on no more is asked than that two words are other words."""
_FINAL = frozenset({"bp", "pb", "dt", "td", "sz", "zs"})
"""Consonants that are spoken alike at the end of a word."""
_SPOKEN_ALIKE = 0.1


@lru_cache(maxsize=65536)
def sounds(word: str) -> str:
    """Return the sounds of one word; "" where it has no letters.

    >>> sounds("Heydər"), sounds("Гейдар"), sounds("Qorodov"), sounds("Halmosi"), sounds("Tağızadə")
    ('heydAr', 'geydar', 'qorodov', 'halmosi', 'taGizadA')
    """
    plain = unicodedata.normalize("NFC", word.replace("İ", "i").replace("I", "ı" if "ı" in word else "i").lower())
    for pattern, sound in _DIGRAPHS:
        plain = pattern.sub(sound, plain)
    plain = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
    plain = "".join(c for c in plain if c.isascii() and c.isalpha())
    for pattern, sound in _SPOKEN:
        plain = pattern.sub(sound, plain)
    return plain


@lru_cache(maxsize=262144)
def distance(one: str, other: str) -> float:
    """Return how far apart two words of sounds are, relative to their length: 0 for the same, 1 for other words.

    >>> distance(sounds("Yuldaşev"), sounds("Юлдашев")), distance(sounds("Rəşad"), sounds("Rəşid")) > 0.1
    (0.0, True)
    """
    if one == other:
        return 0.0
    norm = max(3.0, (len(one) + len(other)) / 2)
    if not one or not other or abs(len(one) - len(other)) > _LONGER:
        return 1.0
    far = _FAR * norm
    losses = _losses(other)
    previous = list(accumulate(losses, initial=0.0))
    for place, (sound, loss) in enumerate(zip(one, _losses(one), strict=True), start=1):
        before, replacements = previous[0], _replacements(sound)
        so_far = before + loss
        current = [so_far]
        for with_sound, lost, above in zip(other, losses, previous[1:], strict=True):
            replaced = before + replacements[with_sound]
            so_far += lost
            if replaced < so_far:
                so_far = replaced
            if above + loss < so_far:
                so_far = above + loss
            current.append(so_far)
            before = above
        if place == len(one) and sound + other[-1] in _FINAL:
            current[-1] = min(so_far, previous[-2] + _SPOKEN_ALIKE)
        if min(current) > far:
            return 1.0
        previous = current
    return previous[-1] / norm


@cache
def _replacements(sound: str) -> dict[str, float]:
    """Return the cost of each sound, or dot of an initial, in place of one."""
    others = {other: 0.8 if sound in _VOWELS and other in _VOWELS else 1.0 for other in f"{ascii_letters}."}
    return others | {pair[1]: cost for pair, cost in _SUBSTITUTION.items() if pair[0] == sound} | {sound: 0.0}


@lru_cache(maxsize=65536)
def _losses(word: str) -> tuple[float, ...]:
    """Return the cost of each sound of a word that another word lacks."""
    return tuple(_loss(word, place) for place in range(len(word)))


def _loss(word: str, place: int) -> float:
    """Return the cost of a sound that the other word lacks."""
    sound, before, after = word[place], word[place - 1 : place], word[place + 1 : place + 2]
    if sound == "y":
        return 0.05 if after in _VOWELS and after else 0.5
    if sound in "hx":
        return 0.15 if not after else 0.4
    if sound == "G":
        return 0.15
    if sound in "gq" and before == "n":
        return 0.15
    if sound in _VOWELS:
        return (1.0 if sound in "aAe" else 0.6) if not after else 0.3 if {before, after} & _VOWELS else 0.5
    return 0.9
