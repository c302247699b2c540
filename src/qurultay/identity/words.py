"""Names of bodies as the ideas that they are composed of, whatever the language.

"Министерство цифрового развития Казахстана" and "Qazaxıstanın Rəqəmsal İnkişaf Nazirliyi" are ministry, digital, development and KZ.
The words come from ``data/identity/words.tsv``, the names of states and places from the reference data; what neither knows stands as it
sounds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from qurultay import resources
from qurultay.errors import PackError
from qurultay.identity import known
from qurultay.identity.sounds import distance, sounds
from qurultay.terms import LANGUAGES, slug

__all__ = ["Concepts", "concepts", "shared"]

_FILE = "data/identity/words.tsv"
_WORD = re.compile(r"[^\W\d_]+")
_RELATING = re.compile(r"sk(?:iy|oy|aya|oe|ogo|om|omu|uyu|im|ie|ikh)$")
"""What Russian makes an adjective of a name with."""
_SHORTEST = 4
"""The letters that the name of a state has at least for its cases to be known by their beginning."""
_ENDING = 6
"""The letters that a case adds to a name at most."""
_UNLIKE = 0.15


@dataclass(frozen=True, slots=True)
class Concepts:
    """What a name is composed of: ``words`` are concepts, ``@`` with the keys of places, and ``~`` with the sounds of unknown words.

    ``states`` are ISO codes.
    """

    words: frozenset[str]
    states: frozenset[str]


@lru_cache(maxsize=16384)
def concepts(name: str, language: str) -> Concepts:
    """Return what a name is composed of in one language; nothing for a language without a column.

    >>> sorted(concepts("Ministry of Digital Development of Kazakhstan", "en").words), *concepts("Министерство юстиции Турции", "ru").states
    (['development', 'digital', 'ministry'], 'TR')
    """
    if language not in LANGUAGES:
        return Concepts(frozenset(), frozenset())
    table, states = _table()[language], _states()[language]
    words: set[str] = set()
    stated: set[str] = set()
    given = [_plain(word) for word in _WORD.findall(re.sub(r"['’]\w+", "", name))]
    place = 0
    while place < len(given):
        word = given[place]
        if phrase := next((p for p in _phrases()[language] if _begins(given[place:], p[0])), None):
            words.update(phrase[1].split("+"))
            place += len(phrase[0])
            continue
        length = next((n for n in range(len(word), 0, -1) if word[:n] in table and (n > 2 or n == len(word))), 0)
        lengths = (3, 2, 1) if word[:_SHORTEST] in states or f"{word}-"[:_SHORTEST] in states else ()
        state, taken, letters = next((found for n in lengths if (found := _state(given[place : place + n], n, states))[0]), ("", 1, 0))
        place += taken if letters > length else 1
        if letters > length:
            stated.add(state)
        elif not length:
            city = _place(word, language)
            words.add(f"@{city}" if city else f"~{sounds(_RELATING.sub('', word))}")
        elif table[word[:length]] != "-":
            words.update(table[word[:length]].split("+"))
    return Concepts(frozenset(words) - {""}, frozenset(stated))


def _begins(given: Sequence[str], beginnings: Sequence[str]) -> bool:
    return len(given) >= len(beginnings) and all(word.startswith(beginning) for word, beginning in zip(given, beginnings, strict=False))


def shared(one: Iterable[str], other: Iterable[str]) -> tuple[int, int, int]:
    """Return how many words both have, and how many each has alone; unknown words are alike where they sound alike.

    >>> shared({"ministry", "~qarabag"}, {"ministry", "~karabax", "digital"})
    (2, 0, 1)
    """
    left, right = set(one), set(other)
    common = left & right
    mine, theirs = (sorted(word for word in words - common if word.startswith("~")) for words in (left, right))
    found = len(common)
    for word in mine if theirs else ():
        like = next((w for w in theirs if _alike(word[1:], w[1:])), None)
        if like is not None:
            theirs.remove(like)
            found += 1
    return found, len(left) - found, len(right) - found


def _alike(one: str, other: str) -> bool:
    """Tell whether two unknown words are one name, perhaps in another case: a case adds an ending."""
    length = min(len(one), len(other))
    return distance(one, other) <= _UNLIKE or (length > _SHORTEST and distance(one[:length], other[:length]) <= _UNLIKE / 2)


def _place(word: str, language: str) -> str:
    """Return the key of the place whose name a word is, in whatever case or as an adjective; "" where it is none's."""
    names = _places()[language]
    bare = _RELATING.sub("", word)
    if bare != word:
        forms = [bare.rstrip("aeiouy"), re.sub(r"(?:in|ov|ev)$", "", bare).rstrip("aeiouy")]
        return next((names[form] for form in forms if form in names), "")
    return next((names[word[:n]] for n in range(len(word), max(_SHORTEST, len(word) - 3) - 1, -1) if word[:n] in names), "")


def _state(given: Sequence[str], words: int, states: Mapping[str, str]) -> tuple[str, int, int]:
    """Return the state whose name some words are, in whatever case, the number of words and of letters that say it; "" where none's."""
    text = "-".join(given)
    if len(given) == words:
        for n in range(len(text), max(_SHORTEST, len(text) - _ENDING) - 1, -1):
            if states.get(text[:n]) and "-" not in text[n:]:
                return states[text[:n]], words, n
    return "", 1, 0


@lru_cache(maxsize=16384)
def _plain(word: str) -> str:
    return slug(word)


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    """Return the concepts by language and beginning of a word; several concepts of one word are joined with +."""
    found: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    for concept, language, beginnings in _rows():
        if len(beginnings) == 1:
            found[language].setdefault(beginnings[0], concept)
    return found


@cache
def _phrases() -> Mapping[str, Sequence[tuple[tuple[str, ...], str]]]:
    """Return by language the beginnings of words that say a concept together, the longest first, and the concept."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {language: [] for language in LANGUAGES}
    for concept, language, beginnings in _rows():
        if len(beginnings) > 1:
            found[language].append((beginnings, concept))
    return {language: sorted(phrases, key=lambda phrase: (-len(phrase[0]), phrase)) for language, phrases in found.items()}


@cache
def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return (concept, language, beginnings). Raises :class:`~qurultay.errors.PackError` where the file is broken."""
    found = []
    rows = [line.split("\t") for line in resources.text(_FILE).splitlines() if line and not line.startswith("#")]
    for row in rows[1:]:
        if len(row) != len(LANGUAGES) + 1:
            raise PackError(f"the row {row[0]!r} has {len(row)} columns and must have {len(LANGUAGES) + 1}", path=_FILE)
        for language, cell in zip(LANGUAGES, row[1:], strict=True):
            found += [(row[0], language, tuple(slug(cell_form).split("-"))) for cell_form in cell.split(" | ") if cell_form]
    return tuple(found)


@cache
def _places() -> Mapping[str, Mapping[str, str]]:
    """Return the keys of places by language and name; the names in Russian without their endings too."""
    found: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    for key, names in known.place_names():
        for name, language in names:
            if language in found and "-" not in (whole := slug(name)) and len(whole) >= _SHORTEST:
                found[language].setdefault(whole, key)
                if language == "ru":
                    found[language].setdefault(whole.rstrip("aeiouy"), key)
    return found


@cache
def _states() -> Mapping[str, Mapping[str, str]]:
    """Return ISO codes by language and name of the state, its ending left out where the language changes it.

    The first letters of each name stand in it too, with "", so that most words are passed over soon.
    """
    found: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    for iso, names in known.state_names():
        for name, language in names:
            if language in found:
                whole = slug(name)
                bare = whole.rstrip("aeiouy") if language == "ru" else whole
                for form in (whole, bare if len(bare) >= _SHORTEST else whole):
                    found[language].setdefault(form, iso)
    for states in found.values():
        for form in list(states):
            states.setdefault(form[:_SHORTEST], "")
    return found
