"""English inflection: which stems a word may have as a noun, and which forms a verb has.

Driven by a table (``data/languages/en/suffixes.toml``): irregular plurals and verbs, verbs that double their last letter, and
adjectives that stand after *be* as participles do. A noun has a number and, with *'s*, a genitive; every other case is said by a
preposition or by where the noun stands, and so belongs to the grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from qurultay.language.suffixes import Ending, VerbForm

__all__ = ["Morphology"]

_REMEMBERED = 1 << 17
"""How many words keep their readings in memory."""
_PAST, _PRESENT, _BASE = VerbForm("fin", "past"), VerbForm("fin", "pres"), VerbForm("base", "none")
_PASSIVE, _PERFECT, _ING = VerbForm("pp", "past"), VerbForm("perf", "past"), VerbForm("ing", "pres")
_VOWELS = "aeiou"
_GENITIVE = re.compile(r"(?<=s)['’]$|['’]s$")
_HISSING = ("s", "x", "z", "ch", "sh")
_SHORT = re.compile(r"^[^aeiou]*[aeiou][^aeiouwxy]$")
"""A stem of one syllable whose last letter is doubled before a vowel: plan, stop."""
_AUXILIARIES = frozenset({"will", "would", "has", "have", "had", "should", "must", "can", "could", "may"})
"""Words after which a noun is the subject that stands before them: "separate talks had been held"."""
_AT_PRESENT = ("now", "currently", "presently", "also")
"""Adverbs that stand before a verb of what somebody is doing: "and now heads the Institute"."""
_NO_PLURAL = ("ss", "us", "is")
_NEAR = 9
"""How many words before a verb its auxiliary stands at most, where another verb shares it: "to visit … and address"."""
_LEAST = 3
"""How many letters a word has at least whose -s is taken for a plural."""


class Morphology:
    """The inflection of English, made from its table."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        noun, verb = table["noun"], table["verb"]
        self._plurals: dict[str, str] = noun["plural"]
        self._singulars: dict[str, str] = {singular: plural for plural, singular in self._plurals.items()}
        self._irregular: dict[str, list[str]] = verb["irregular"]
        self._either = frozenset(verb["either"])
        self._participles = frozenset(forms[-1] for forms in self._irregular.values())
        self._pasts = frozenset(forms[0] for forms in self._irregular.values()) | {"were", "are", "have"}
        self._doubled = frozenset([*verb["doubled"], *self._either])
        self._adjectives = frozenset(verb["adjectives"])
        beside = table["beside"]
        self._adjectival = tuple(beside["adjectival"])
        self._with_that, self._citing = frozenset(beside["with_that"]), frozenset(beside["citing"])
        self._adverbs, self._starting = frozenset(beside["adverbs"]), frozenset(beside["starting"])
        self._soon = frozenset(beside["soon"])
        self._articles = frozenset(beside["articles"])
        self._helpers = frozenset(beside["helpers"])
        self._copulas = frozenset(beside["copulas"])
        self._subjects = frozenset(beside["subjects"])
        self._openers = frozenset(beside["openers"])
        self._links = frozenset(beside["links"])
        self._wanting = frozenset(beside["wanting"])
        self.nominal = lru_cache(_REMEMBERED)(self._nominal)

    def _nominal(self, word: str) -> tuple[Ending, ...]:
        """Return every reading of a folded word as a noun, the bare word first.

        A word with *'s* is also kept whole, so that names which hold one are found ("prosecutor general's office").
        """
        word = word.replace("’", "'")
        stem, mark, rest = word.rpartition("'")
        if mark and stem and rest in ("s", ""):
            owner = Ending(stem, case="gen")
            plural = tuple(Ending(e.stem, plural=True, case="gen") for e in self._plural(stem)) if not rest else ()
            return (Ending(word), owner, *plural)
        return (Ending(word), *self._plural(word))

    def _plural(self, word: str) -> tuple[Ending, ...]:
        """Return the readings of a word as a plural."""
        if word in self._plurals:
            return (Ending(self._plurals[word], plural=True),)
        if len(word) <= _LEAST or not word.endswith("s") or word.endswith(_NO_PLURAL):
            return ()
        if word.endswith("ies") and len(word) > _LEAST + 1:
            return (Ending(f"{word[:-3]}y", plural=True),)
        if word.endswith("es") and word[:-2].endswith(_HISSING):
            stems = (word[:-2], word[:-1]) if word[:-2].endswith(("s", "z")) else (word[:-2],)
            return tuple(Ending(stem, plural=True) for stem in stems)
        return (Ending(word[:-1], plural=True),)

    def inflect(self, stem: str, *, plural: bool = False, possessive: str = "", case: str = "nom") -> str:
        """Return a noun's form: "academy" in the plural is "academies"; the genitive has *'s*, or its apostrophe alone after -s."""
        spelt = self._spell_plural(stem) if plural else stem
        return spelt if case != "gen" else f"{spelt}'" if spelt.endswith("s") else f"{spelt}'s"

    def _spell_plural(self, stem: str) -> str:
        return self._singulars.get(stem) or str(self._add_s(stem))

    def name_forms(self, name: str) -> dict[str, str]:
        """Return {case: nominative} of a person's name as it is printed: "Aliyev's" can only be a genitive."""
        bare = self.nominative(name.split())
        return {"nom": bare} if bare == name else {"gen": bare}

    def nominative(self, words: Sequence[str]) -> str:
        """Return words with the last put into the nominative, its number kept."""
        return _GENITIVE.sub("", " ".join(words))

    def verb_forms(self, stem: str) -> Iterator[tuple[str, VerbForm]]:
        """Yield every form of a verb with what it says; "be hold" is the passive of *hold*, and "be present" an adjective."""
        copula, _, passive = stem.rpartition(" ")
        if copula:
            yield (passive if passive in self._adjectives else self._participle(passive)), _PASSIVE
            if passive in self._either:
                yield f"{passive}ed", _PASSIVE
            return
        yield stem, _BASE
        yield self._add_s(stem), _PRESENT
        past, participle = self._past(stem), self._participle(stem)
        yield past, _PAST
        if participle != past:
            yield participle, _PERFECT
        yield self._ing(stem), _ING
        if stem in self._either:
            yield f"{stem}ed", _PAST
            yield f"{stem}ing", _ING

    def _past(self, stem: str) -> str:
        return self._irregular[stem][0] if stem in self._irregular else self._ed(stem)

    def _participle(self, stem: str) -> str:
        return self._irregular[stem][-1] if stem in self._irregular else self._ed(stem)

    def _ed(self, stem: str) -> str:
        if stem.endswith("e"):
            return f"{stem}d"
        if stem.endswith("y") and stem[-2:-1] not in _VOWELS:
            return f"{stem[:-1]}ied"
        return f"{self._double(stem)}ed"

    def _ing(self, stem: str) -> str:
        if stem.endswith("ie"):
            return f"{stem[:-2]}ying"
        if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")) and len(stem) > 2:
            return f"{stem[:-1]}ing"
        return f"{self._double(stem)}ing"

    def _double(self, stem: str) -> str:
        """Return a stem as it stands before a vowel: a short one with its last letter doubled, a longer one where the table says so."""
        return stem + stem[-1] if stem in self._doubled or _SHORT.match(stem) else stem

    @staticmethod
    def _add_s(stem: str) -> str:
        if stem.endswith("y") and stem[-2:-1] not in _VOWELS:
            return f"{stem[:-1]}ies"
        return f"{stem}es" if stem.endswith((*_HISSING, "o")) else f"{stem}s"

    def acts(self, words: Sequence[str], at: int) -> bool:
        """Tell whether a word that may be a noun or a verb ("visit", "talks", "meeting") is the verb: the words beside it say so.

        ``words`` are the tokens of its sentence as they are printed.
        """
        word = words[at].lower()
        before_at = at - 1
        while before_at >= 0 and words[before_at].islower() and (words[before_at].endswith("ly") or words[before_at] in self._adverbs):
            before_at -= 1
        before = words[before_at] if before_at >= 0 else ""
        after = words[at + 1] if at + 1 < len(words) else ""
        object_ = after.lower() in self._articles or after[:1].isupper()
        if before.lower() in self._copulas:
            return words[at].islower() and (
                word in (self._participles | self._adjectives) or word.endswith("ed") or (word.endswith("ing") and after.lower() != "of")
            )
        if word.endswith("ing"):
            return (not before or before.lower() in self._openers) and (
                object_ or (after == "with" and before.lower() in ("after", "while"))
            )
        if before.lower() in self._helpers:
            return True
        if before.lower() in self._articles or words[at][0].isupper():
            return False
        if word.endswith("s") and not word.endswith("ss"):
            if after.lower() in self._copulas or after.lower() in _AUXILIARIES:
                return False
            if before.lower() in self._subjects or (object_ and before_at < at - 1 and words[at - 1] in _AT_PRESENT):
                return True
            if after.lower() in self._copulas:
                return False
            if (before.islower() and before.endswith(self._adjectival)) or after in self._pasts:
                return False
            if word in self._with_that and not (before[:1].isupper() and not after.isalpha()):
                return after == "that" or (before[:1].isupper() and after.lower() in self._citing)
            if word in self._starting and (before[:1].isupper() or (before.isalpha() and after in ("in", "on", "at", "with"))):
                return before.lower() not in self._links
            if word in self._starting and before == "," and after.lower() in self._soon:
                return True
            if word in self._wanting and after == "to" and before[:1].isupper():
                return True
            opens = before_at == 0 and before.lower() in self._links
            subject = (before[:1].isupper() and not opens) or (before.isalpha() and before.lower() not in self._links)
            return subject and (object_ or (before[:1].isupper() and after.isalpha() and after.lower() not in self._links))
        joined = before.lower() in ("and", ",") and any(w.lower() in self._helpers for w in words[max(0, at - _NEAR) : at])
        several = before.islower() and before.endswith("s") and not before.endswith(_NO_PLURAL)
        return object_ and (joined or several)
