"""Names of people in Russian: in which cases a name may stand, and what it is in the nominative.

A name is declined as a whole: given name, patronymic and family name agree in gender and case, so that "Алиева" alone may be a woman's
name or a man's genitive, but "Кямраном Алиевым" is one man in the instrumental. The endings are few, and foreign names take them as
Russian ones do or none at all; no dictionary is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

__all__ = ["named_by_case"]

_Form = tuple[str, str, str, int]
"""A case, a gender ("m", "f"), the word in the nominative, and how unlikely that reading is."""
_Patterns = tuple[tuple[str, re.Pattern[str], dict[str, str]], ...]
"""Genders, what the stem ends in, and what stands after it in each case."""

_CASES = ("nom", "gen", "dat", "acc", "by", "loc")
_HARD = "бвгджзклмнпрстфхцчшщ"

# What stands after the stem in each case, by what the nominative ends in. The stem is what is left without these.
_POSSESSIVE_M = {"nom": "", "gen": "а", "acc": "а", "dat": "у", "by": "ым", "loc": "е"}
_POSSESSIVE_F = {"nom": "а", "gen": "ой", "acc": "у", "dat": "ой", "by": "ой", "loc": "ой"}
_ADJECTIVE_M = {"nom": "ий", "gen": "ого", "acc": "ого", "dat": "ому", "by": "им", "loc": "ом"}
_ADJECTIVE_F = {"nom": "ая", "gen": "ой", "acc": "ую", "dat": "ой", "by": "ой", "loc": "ой"}
_CONSONANT_M = {"nom": "", "gen": "а", "acc": "а", "dat": "у", "by": "ом", "loc": "е"}
_HUSHING_M = {**_CONSONANT_M, "by": "ем"}
_SOFT_M = {"nom": "ь", "gen": "я", "acc": "я", "dat": "ю", "by": "ем", "loc": "е"}
_GLIDE_M = {"nom": "й", "gen": "я", "acc": "я", "dat": "ю", "by": "ем", "loc": "е"}
_IY_M = {"nom": "ий", "gen": "ия", "acc": "ия", "dat": "ию", "by": "ием", "loc": "ии"}
_A = {"nom": "а", "gen": "ы", "acc": "у", "dat": "е", "by": "ой", "loc": "е"}
_A_HUSHING = {**_A, "gen": "и", "by": "ей"}
_A_VELAR = {**_A, "gen": "и"}
_YA = {"nom": "я", "gen": "и", "acc": "ю", "dat": "е", "by": "ей", "loc": "е"}
_IYA = {"nom": "ия", "gen": "ии", "acc": "ию", "dat": "ии", "by": "ией", "loc": "ии"}

_FAMILY: _Patterns = (
    ("m", re.compile(r".+(?:[оеё]в|[иы]н)"), _POSSESSIVE_M),
    ("f", re.compile(r".+(?:[оеё]в|[иы]н)"), _POSSESSIVE_F),
    ("m", re.compile(r".+[сц]к"), _ADJECTIVE_M),
    ("f", re.compile(r".+[сц]к"), _ADJECTIVE_F),
    ("fm", re.compile(r"(?:.*[^сц])?[Кк]а"), _YA),
)
"""Family names by what their stem ends in: these are declined so, and in no other way."""
_GIVEN: _Patterns = (
    ("m", re.compile(rf".+[{_HARD}]"), _CONSONANT_M),
    ("m", re.compile(r".+[жчшщц]"), _HUSHING_M),
    ("m", re.compile(r".+[лнрстдзбмвп]"), _SOFT_M),
    ("m", re.compile(r".+[аеёоуэюя]"), _GLIDE_M),
    ("m", re.compile(r".+[^иаеоу]"), _IY_M),
)
"""Other names, given names among them, by what their stem ends in."""
_IN_A: _Patterns = (
    ("fm", re.compile(r".+[бвдзлмнпрстфц]"), _A),
    ("fm", re.compile(r".+[гкх]"), _A_VELAR),
    ("fm", re.compile(r".+[жчшщц]"), _A_HUSHING),
    ("fm", re.compile(r".+[^и]"), _YA),
    ("f", re.compile(r".+"), _IYA),
)
"""Names in a vowel: given names of both genders, and rarely family names."""
_LONG = 3
"""How long the stem of a name is at least that has lost a vowel before и: "Али" has lost none."""
_UNCHANGING = re.compile(r".+(?:заде|швили|дзе|[ен]ко|[иы]х|аго|дайте|иа|уа)")
"""Family names that are never declined."""
_IN_LY = re.compile(r".+[а-яё]лы")
"""Family names of Azerbaijan that are not declined: a given name in -лы is one in -ла."""
_FIXED = re.compile(r".*[оуэюие]")
"""What need not be declined, in either gender: foreign names in a vowel, names such as Черных."""
_LIKE_INSTRUMENTAL = re.compile(rf".{{3,}}[{_HARD}]ом")
"""Given names that look like the instrumental of others, as few do."""
_RARE = 5
"""How unlikely a given name is that ends in -ой in the nominative: it is rather the instrumental of one in -а."""
_PARTICLES = frozenset({"оглу", "оглы", "кызы", "гызы", "уулу", "улы", "заде", "бин", "ибн", "аль", "ван", "фон", "де", "да"})
"""Parts of names that are never declined."""
_INITIAL = re.compile(r"(?:[А-ЯЁ]\.|Дж\.|Ю\.)+")
_PARTS = re.compile(r"((?:[А-ЯЁ][а-яё]?\.)+)(.+)")


Given = frozenset[tuple[str, str]]
"""The cases and genders in which a dictionary knows a given name to stand; empty where it does not know it."""


@lru_cache(1 << 14)
def named_by_case(name: str, given: Given = frozenset()) -> dict[str, str]:
    """Return {case: the name in the nominative} for every case in which a name is likely to stand.

    ``given`` are the cases and genders of the given name, where a dictionary knows it.

    >>> named_by_case("Кямраном Алиевым")
    {'by': 'Кямран Алиев'}
    >>> named_by_case("Ириной Венедиктовой")
    {'by': 'Ирина Венедиктова'}
    >>> named_by_case("Максату Асаналиеву"), named_by_case("Максату Асаналиеву", frozenset({("dat", "m")}))["dat"]
    ({'dat': 'Максат Асаналиев', 'acc': 'Максата Асаналиева'}, 'Максат Асаналиев')
    """
    words = name.split()
    forms = [_forms(word, last=index == len(words) - 1) for index, word in enumerate(words)]
    found: dict[str, tuple[int, str]] = {}
    for case in _CASES:
        for gender in "mf":
            chosen = [_choose(options, case, gender) for options in forms]
            if all(form is not None for form in chosen):
                unknown = 1 if given and (case, gender) not in given else 0
                cost = unknown + sum(form[0] for form in chosen if form is not None)
                told = cost, " ".join(form[1] for form in chosen if form is not None)
                found[case] = min(found.get(case, told), told, key=lambda one: one[0])
    least = min((cost for cost, _ in found.values()), default=0)
    return {case: told for case, (cost, told) in found.items() if cost == least} or {"nom": name}


def _choose(options: Sequence[_Form], case: str, gender: str) -> tuple[int, str] | None:
    """Return the likeliest nominative of a word in a case and a gender, with how unlikely it is."""
    fitting = [(cost, form) for told, of, form, cost in options if told == case and of == gender]
    return min(fitting, default=None)


@lru_cache(1 << 14)
def _forms(word: str, *, last: bool) -> tuple[_Form, ...]:
    """Return the readings of a word of a name; the last is a family name."""
    if _INITIAL.fullmatch(word):
        return tuple((case, gender, word, 0) for case in _CASES for gender in "mf")
    parts = _PARTS.fullmatch(word)
    before, bare = (parts[1], parts[2]) if parts else ("", word)
    if bare in _PARTICLES or not re.search("[а-яё]", bare.lower()):
        return tuple((case, gender, word, 0) for case in _CASES for gender in "mf")
    if "-" in bare:
        first, _, second = bare.rpartition("-")
        return tuple((c, g, f"{before}{_compound(first, c, g)}-{form}", cost) for c, g, form, cost in _forms(second, last=last))
    if _UNCHANGING.fullmatch(bare) or (last and _IN_LY.fullmatch(bare)):
        return tuple((case, gender, word, 0) for case in _CASES for gender in "mf")
    family = _declined(bare, _FAMILY, 0, last=True) if last else []
    found = family or [
        *_declined(bare, _GIVEN, 0, last=last),
        *_declined(bare, _IN_A, 1 if last else 0, last=last),
        *_undeclining(bare, family=last),
    ]
    return tuple(dict.fromkeys((case, gender, before + form, cost) for case, gender, form, cost in found))


def _compound(first: str, case: str, gender: str) -> str:
    """Return the first part of a double name in the nominative."""
    chosen = _choose(_forms(first, last=True), case, gender)
    return chosen[1] if chosen is not None else first


def _declined(word: str, patterns: _Patterns, cost: int, *, last: bool) -> list[_Form]:
    """Return the readings of a word by patterns of declension; the last is a family name."""
    found: list[_Form] = []
    for genders, stems, endings in patterns:
        for case, ending in endings.items():
            stem = word[: len(word) - len(ending)] if ending and word.endswith(ending) else "" if ending else word
            if len(stem) > (_LONG if ending == "и" else 1) and stems.fullmatch(stem):
                unlikely = int(not ending and _LIKE_INSTRUMENTAL.fullmatch(stem) is not None)
                unlikely += _RARE if ending == "й" and stem.endswith("о") and not last else 0
                found += [(case, gender, stem + endings["nom"], cost + unlikely) for gender in genders]
    return found


def _undeclining(word: str, *, family: bool) -> list[_Form]:
    """Return the readings of a word that is not declined: one in a vowel, a woman's name in a consonant."""
    if _FIXED.fullmatch(word):
        cost = 0 if (family and word[-1] == "у") or word[-1] == "ю" else 1
        return [(case, gender, word, cost) for case in _CASES for gender in "mf"]
    if family and word[-1] == "а":
        return [(case, gender, word, 3) for case in _CASES for gender in "mf"]
    if word[-1] in _HARD + "ьй":
        return [(case, "f", word, 2) for case in _CASES]
    return []
