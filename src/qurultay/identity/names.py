"""Compares names of people: across scripts, spellings, orders, initials and fathers' names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from qurultay.identity.sounds import distance, sounds
from qurultay.terms import slug

__all__ = ["ALIKE", "Likeness", "PersonName", "compare", "initials", "readable", "resembles", "skeletons"]

ALIKE = 0.09
"""The distance up to which two words are one name in two spellings."""

_NEAR = 0.2
"""The distance up to which two first names may be one, where a post that only one person holds says so."""

_HEARD = 0.42
"""The distance up to which one of the two words of a name may be the other's, written as it is heard in another language."""
_ENDING = 3
"""The sounds that a case ending adds to a name at most."""

_ONE_OF_TWO = 0.92
_SAME_INITIAL = 0.1

_WORDS = re.compile(r"[^\W\d_]+(?:['’‘ʻʼ`][^\W\d_]+)*\.?")
_SPOKEN_E = re.compile(r"(?<=[аеиоуыэюя])[её]")
_PATRONYMIC = re.compile(r"(?:[oe]vi[cC]|[iy]vi[cC]|ovna|evna|ivna|i[cC]na)$")
_CHILD = frozenset({"oglu", "ogly", "ogli", "oGlu", "ugli", "qizi", "kizi", "gizi", "kyzi", "gyzi", "uulu", "uli"})
_CLASSES = str.maketrans("aAeiouyGgqhxkcJSzCbdfw", "aaaaaaakkkkkkjjssjptvv")
"""Sounds in the classes that transliteration mixes up; the keys under which names are found hold classes."""
_PARTICLES = frozenset(
    {"al", "el", "Al", "ul", "as", "bin", "ben", "ibn", "van", "von", "de", "di", "da", "abu", "bey", "bAy", "bay", "xanim", "hanim"}
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its parts, as sounds: ``words`` without the father's name, an initial with its dot (``k.``)."""

    words: tuple[str, ...]
    father: str = ""

    @property
    def bare(self) -> bool:
        """Whether it is a surname or a first name alone, perhaps with initials."""
        return sum(not word.endswith(".") for word in self.words) < 2

    @property
    def empty(self) -> bool:
        """Whether it has no word of more than an initial."""
        return all(word.endswith(".") for word in self.words)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two names are, from 0 to 1, and why.

    ``sure`` says whether both name a person in full; where they do not, even a score of 1 tells no more than that nothing in the
    names speaks against it.
    """

    score: float
    reason: str
    sure: bool = True


@lru_cache(maxsize=65536)
def parse(name: str) -> PersonName:
    """Return a name in its parts; a father's name is set apart, and where it stands last, the surname is put last.

    >>> parse("Алиев Гейдар Алирза оглы"), parse("K.Əliyev").words
    (PersonName(words=('geydar', 'aliev'), father='alirza'), ('k.', 'Aliyev'))
    """
    found = [word for word in _WORDS.findall(name.replace("-", " ").replace("ʻ", "").replace("ʼ", "")) if word.strip(".")]
    words = [_word(word) for word in found]
    words = [word for word in words if word]
    kept = [word for word in words if word not in _PARTICLES]
    words = kept or words
    for place in range(1, len(words)):
        child = words[place] in _CHILD and place > 1
        if child or (len(words) > 2 and _PATRONYMIC.search(words[place])):
            start = place - 1 if child else place
            father = words[start] if child else _PATRONYMIC.sub("", words[start])
            rest = words[:start] + words[place + 1 :]
            if place == len(words) - 1 and len(rest) > 1:
                rest = rest[1:] + rest[:1]
            return PersonName(tuple(rest), father)
    if len(words) > 1 and words[-1].endswith(".") and not words[0].endswith("."):
        surname = next(i for i, word in enumerate(words) if word.endswith("."))
        words = words[surname:] + words[:surname]
    return PersonName(tuple(words))


def _word(word: str) -> str:
    heard = sounds(word)
    letters = sum(c.isalpha() for c in word)
    dotted = word.endswith(".") and letters < 4
    return f"{heard[:1]}." if heard and (letters == 1 or dotted) else heard


@lru_cache(maxsize=262144)
def compare(one: str, other: str) -> Likeness:
    """Return how like two names are, whichever script and order they are in.

    >>> compare("Kamran Əliyev", "Алиев Камран").score > 0.9, compare("Kamran Əliyev", "K.Əliyev").sure
    (True, False)
    >>> compare("Kamran Əliyev", "Kənan Əliyev").score < 0.5, compare("Zərifə Əliyeva", "Zərif Əliyev").score
    (True, 0.0)
    """
    a, b = parse(one), parse(other)
    if a.empty or b.empty:
        return Likeness(0.0, "no name")
    if a.father and b.father and distance(_stem(a.father), _stem(b.father)) > ALIKE:
        return Likeness(0.0, "other fathers' names")
    if a.bare or b.bare:
        return _bare(a, b)
    best = max((_aligned(a.words, order) for order in _orders(b.words)), key=lambda found: found.score)
    joined = distance("".join(a.words), "".join(b.words))
    if joined <= ALIKE / 2 and best.score < 1 - ALIKE:
        return Likeness(1 - joined, "one name, written together or apart")
    return best


def _stem(father: str) -> str:
    return _PATRONYMIC.sub("", father).rstrip("aeiouy")


def _orders(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Return the orders that a name may be in: as it stands, and with its first word (a surname) last, or its last first."""
    return {words, (*words[1:], words[0]), (words[-1], *words[:-1])}


def _aligned(a: tuple[str, ...], b: tuple[str, ...]) -> Likeness:
    """Compare first with first, last with last, and let each middle name find its like."""
    last = distance(a[-1], b[-1])
    if last > _NEAR and len(a) == len(b):
        return Likeness(0.0, "other surnames")
    first = _apart(a[0], b[0])
    shorter, longer = sorted((a, b), key=len)
    if first <= ALIKE < last and len(longer) > len(shorter) and min(distance(word, shorter[-1]) for word in longer[1:-1]) <= ALIKE / 2:
        return Likeness(_ONE_OF_TWO, "one of two surnames")
    if last > _NEAR or (last > ALIKE and first > ALIKE):
        return Likeness(0.0, "other surnames")
    if a[0].endswith(".") or b[0].endswith("."):
        return Likeness(max(0.0, 1 - last) if first <= _SAME_INITIAL and last <= ALIKE else 0.0, "initial and surname", sure=False)
    middle = _middle(a[1:-1], b[1:-1])
    worst = max(first, last, middle)
    if worst <= ALIKE:
        return Likeness(1 - worst, "one name" if worst == 0 else "one name in two spellings")
    if worst <= _NEAR:
        return Likeness(0.9 - worst, "near surnames" if last > ALIKE else "near names")
    return Likeness(0.0, "other first names" if first >= last else "other surnames")


def _middle(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Return how far middle names are apart: 0 where only one has any."""
    few, many = sorted((a, b), key=len)
    return max((min(_apart(word, other) for other in many) for word in few), default=0.0)


def _apart(one: str, other: str) -> float:
    """Return how far two first names are apart, of which either may be an initial."""
    if one.endswith(".") or other.endswith("."):
        return distance(one[:1], other[:1])
    return distance(one, other)


def _bare(a: PersonName, b: PersonName) -> Likeness:
    """Compare where one is a surname or a first name alone, with or without initials."""
    (short, long) = (a, b) if sum(not w.endswith(".") for w in a.words) <= sum(not w.endswith(".") for w in b.words) else (b, a)
    word = next(word for word in short.words if not word.endswith("."))
    initials = [w for w in short.words if w.endswith(".")]
    own = [w for w in long.words if not w.endswith(".")]
    surname = distance(word, own[-1])
    if surname > ALIKE:
        first = len(own) > 1 and not initials and distance(word, own[0]) <= ALIKE
        return Likeness(0.5, "first name alone", sure=False) if first else Likeness(0.0, "other surnames")
    if not initials:
        return Likeness(1 - surname, "surname alone", sure=False)
    others = [w for w in long.words if w != own[-1]]
    if not others:
        return Likeness(1 - surname, "surname alone", sure=False)
    if _apart(initials[0], others[0]) > _SAME_INITIAL:
        return Likeness(0.0, "other initials")
    return Likeness(1 - surname, "initial and surname", sure=False)


def resembles(one: str, other: str) -> bool:
    """Tell whether two full names may be one that was written as heard, or with an ending: enough where all else says so.

    >>> resembles("Səlim Erdinçlə", "Selim Erdinç"), resembles("Claire Dumont", "Kler Dümon"), resembles("Emin Vəliyev", "Timur Vəliyev")
    (True, True, False)
    """
    likenesses = (compare(less, name) for less, name in ((_genitive(one), other), (_genitive(other), one)) if less)
    if any(found.score >= 1 - ALIKE and found.reason != "surname alone" for found in likenesses):
        return True
    a, b = parse(one), parse(other)
    if a.bare or b.bare or a.words[0].endswith(".") or b.words[0].endswith("."):
        return False
    first = distance(a.words[0], b.words[0])
    length = min(len(a.words[-1]), len(b.words[-1]))
    last = distance(a.words[-1], b.words[-1])
    if first <= ALIKE and length > _ENDING and abs(len(a.words[-1]) - len(b.words[-1])) <= _ENDING:
        last = min(last, distance(a.words[-1][:length], b.words[-1][:length]))
    if first > ALIKE and _woman(a) != _woman(b):
        return False
    alike = not set(initials(one)).isdisjoint(initials(other))
    return alike and max(first, last) <= (_HEARD if min(first, last) > ALIKE else _NEAR)


def _genitive(name: str) -> str:
    """Return what a Russian name is that may be a man's in the genitive: "Дилшода Каримова"; "" where it is none such."""
    words = name.split()
    return " ".join(word[:-1] for word in words) if all(word.endswith("а") for word in words) else ""


def _woman(name: PersonName) -> bool:
    return all(word[-1] in "aA" for word in (name.words[0], name.words[-1]))


def initials(name: str) -> tuple[str, ...]:
    """Return the classes of the sounds with which a full name's first and last words begin; a "c" may be two.

    >>> initials("Claire Dumont"), initials("Kler Dümon"), initials("Əliyev")
    (('jt', 'kt'), ('kt',), ())
    """
    words = parse(name).words
    if parse(name).bare:
        return ()
    ways = [{_class(word), "k"} if word.startswith("c") else {_class(word)} for word in (words[0], words[-1])]
    return tuple(sorted(f"{first}{last}" for first in ways[0] for last in ways[1]))


def readable(name: str) -> str:
    """Return a name as it stands in an IRI; "" where it has no letters.

    >>> readable("Gábor Halmosi"), readable("Şəhla Tağızadə"), readable("Камран Алиев")
    ('gabor-halmosi', 'shahla-taghizada', 'kamran-aliyev')
    """
    return slug(_SPOKEN_E.sub("йе", name).replace("ğ", "gh").replace("Ğ", "Gh"))


def skeletons(name: str) -> tuple[str, ...]:
    """Return the keys under which names that may be one are found: consonants of the surname, with the sound of the first name.

    A name in the other order shares a key with this one.

    >>> skeletons("Камран Алиев"), skeletons("Əliyev Kamran")
    (('lv.k', 'mrn.a'), ('mrn.a', 'lv.k'))
    """
    words = [word for word in parse(name).words if not word.endswith(".")]
    initials = [word for word in parse(name).words if word.endswith(".")]
    if len(words) < 2:
        return tuple(f"{_frame(word)}.{_class(initials[0])}" if initials else f"{_frame(word)}." for word in words)
    pairs = ((words[-1], words[0]), (words[0], words[-1]))
    return tuple(dict.fromkeys(f"{_frame(last)}.{_class(first)}" for last, first in pairs))


def _class(word: str) -> str:
    return "j" if word[:1] == "y" else word[:1].translate(_CLASSES)


def _frame(word: str) -> str:
    """Return the consonants of a word in classes that transliteration mixes up."""
    return "".join(c for c in word.translate(_CLASSES) if c not in "ak")[:6] or "a"
