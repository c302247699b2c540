"""The suffix automaton: which stems and endings a word of an agglutinating language may be read as.

Driven by a table (``data/languages/*/suffixes.toml``) of archiphonemes, buffers and slots; it knows no
language by itself. Nouns are read backwards: every split of a word into a stem and a chain *plural,
possessive, case* that the stem's last vowel and last letter allow. Verbs are spelt forwards: every form of
a stem that the lexicon holds. A reading here is a possibility; the lexicon and the grammar choose.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Any

__all__ = ["Ending", "Suffixes", "VerbForm"]


@dataclass(frozen=True, slots=True)
class Ending:
    """One way to read a noun: its stem and what follows it.

    ``possessive`` is "" (none), "3" or "1pl"; ``case`` is "nom", "gen", "dat", "acc", "loc", "abl", "ins",
    "rel" (-dakı: being at), "ter" (up to) or "cop" (is). ``modifier`` is set where an adjective agrees with its noun.
    """

    stem: str
    plural: bool = False
    possessive: str = ""
    case: str = "nom"
    modifier: bool = False


@dataclass(frozen=True, slots=True)
class VerbForm:
    """What a verb's ending says.

    ``form`` is "fin" (ends a clause), "any" (finite or attributive), "part" (attributive, the head is the
    subject), "obj" (attributive or nominal, the head is not the subject), "conv" (adverbial), "vn" (verbal noun)
    or "inf"; ``tense`` "past", "pres", "fut", "nec" or "none"; ``case`` as of a noun.
    """

    form: str
    tense: str
    case: str = "nom"
    negative: bool = False


_REMEMBERED = 1 << 17
"""How many words keep their readings in memory."""


class Suffixes:
    """The automaton of one language, made from its table."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._vowels = frozenset(table["vowels"])
        self._harmony = {
            archi: {vowel: spelt for vowels, spelt in classes.items() for vowel in vowels}
            for archi, classes in table.get("harmony", {}).items()
        }
        self._softening: dict[str, str] = table.get("softening", {})
        self._hardened = {hard: soft for soft, hard in reversed(self._softening.items())}
        verb = table.get("verb", {})
        self._verb_softening: dict[str, str] = verb.get("softening", {})
        self._verb_endings = [(_verb_form(label), ending) for label, endings in verb.get("endings", {}).items() for ending in endings]
        self._irregular = {
            stem: [(form, _verb_form(label)) for label, forms in labels.items() for form in forms]
            for stem, labels in verb.get("irregular", {}).items()
        }
        self._chains = list(_chains(table["noun"]))
        self._endings = {(vowel, open_): self._spell_chains(vowel, open_=open_) for vowel in self._vowels for open_ in (False, True)}
        self._forms = {context: _by_meaning(endings) for context, endings in self._endings.items()}
        self._loose: dict[str, list[Ending]] = {}
        for endings in self._endings.values():
            for spelt, found in endings.items():
                known = self._loose.setdefault(spelt, [])
                known.extend(e for e in found if e not in known)
        self._longest = max((len(s) for s in self._loose), default=0)
        self.nominal = lru_cache(_REMEMBERED)(self._nominal)

    def _nominal(self, word: str) -> tuple[Ending, ...]:
        """Return every reading of a folded word as a noun, the bare word first, then by longer stems.

        A hyphen or apostrophe before an ending closes the stem ("tdt-nin"); vowel harmony is then not asked for.
        """
        found = [Ending(word)]
        for mark in "-'’":
            stem, cut, rest = word.rpartition(mark)
            if cut and stem and rest in self._loose:
                return (*found, *(Ending(stem, e.plural, e.possessive, e.case) for e in self._loose[rest]))
        for cut_at in range(len(word) - 1, max(1, len(word) - self._longest) - 1, -1):
            stem, rest = word[:cut_at], word[cut_at:]
            if rest not in self._loose:
                continue
            vowel = self._last_vowel(stem)
            if vowel is None:
                break
            for ending in self._endings[vowel, stem[-1] in self._vowels].get(rest, ()):
                found.append(Ending(stem, ending.plural, ending.possessive, ending.case))
                hard = self._softening.get(stem[-1])
                if hard and rest[0] in self._vowels:
                    found.append(Ending(stem[:-1] + hard, ending.plural, ending.possessive, ending.case))
        return tuple(found)

    def verb_forms(self, stem: str) -> Iterator[tuple[str, VerbForm]]:
        """Yield every spelt form of a verb stem, with what its ending says."""
        if stem in self._irregular:
            yield from self._irregular[stem]
            return
        vowel = self._last_vowel(stem)
        if vowel is None:
            return
        for form, ending in self._verb_endings:
            spelt = self._spell(ending, vowel, open_=stem[-1] in self._vowels)
            soft = self._soften(stem) if spelt[0] in self._vowels else stem
            yield soft + spelt, form

    def _soften(self, stem: str) -> str:
        """Return a verb stem as it stands before a vowel: a listed one, or a longer one by its last letter."""
        if stem in self._verb_softening:
            return self._verb_softening[stem]
        soft = self._verb_softening.get(stem[-1], "") if sum(c in self._vowels for c in stem) > 1 else ""
        return stem[:-1] + soft if soft else stem

    def inflect(self, stem: str, *, plural: bool = False, possessive: str = "", case: str = "nom") -> str:
        """Return a noun's form ("prokurorluq" with possessive "3": "prokurorluğu"); the stem where the table has no such form."""
        vowel = self._last_vowel(stem)
        if vowel is None:
            return stem
        spelt = self._forms[vowel, stem[-1] in self._vowels].get((plural, possessive, case))
        if spelt is None:
            return stem
        soft = self._hardened.get(stem[-1]) if spelt[0] in self._vowels and len(stem) > 3 else None
        return (stem[:-1] + soft if soft else stem) + spelt

    def _spell_chains(self, vowel: str, *, open_: bool) -> dict[str, list[Ending]]:
        """Return every chain of endings as it is spelt after a stem's last vowel, the stem ending in one or not (``open_``)."""
        spelt: dict[str, list[Ending]] = {}
        for parts, ending in self._chains:
            text, last, is_open = "", vowel, open_
            for part in parts:
                text += self._spell(part, last, open_=is_open)
                last, is_open = self._last_vowel(text) or vowel, text[-1] in self._vowels
            if text:
                spelt.setdefault(text, []).append(ending)
        return spelt

    def _spell(self, template: str, vowel: str, *, open_: bool) -> str:
        """Return one ending as it is spelt: archiphonemes by harmony, a buffer ``(y)`` only where two of a kind would meet."""
        out, optional = "", False
        for letter in template:
            if letter in "()":
                optional = letter == "("
                continue
            spelt = self._harmony[letter][vowel] if letter in self._harmony else letter
            if optional and (spelt in self._vowels) == open_:
                continue
            out += spelt
            if spelt in self._vowels:
                vowel = spelt
        return out

    def _last_vowel(self, text: str) -> str | None:
        return next((c for c in reversed(text) if c in self._vowels), None)


def _by_meaning(endings: Mapping[str, list[Ending]]) -> Mapping[tuple[bool, str, str], str]:
    """Return how each chain of plural, possessive and case is spelt, the first way where there are several."""
    found: dict[tuple[bool, str, str], str] = {}
    for spelt, readings in endings.items():
        for e in readings:
            found.setdefault((e.plural, e.possessive, e.case), spelt)
    return found


def _verb_form(label: str) -> VerbForm:
    """Return the form that a label of the table names: ``fin past``, ``vn none dat neg``."""
    form, tense, *rest = label.split()
    case = next((r for r in rest if r not in ("neg", "plain")), "nom")
    return VerbForm(form, tense, case, "neg" in rest)


def _chains(noun: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Ending]]:
    """Yield the chains *plural, possessive, case* as templates, with how each is read."""
    plurals: list[tuple[str, bool]] = [("", False), *((p, True) for p in noun["plural"])]
    owners: list[tuple[str, str]] = [("", ""), *((t, name) for name, templates in noun["possessive"].items() for t in templates)]
    for (plural, many), (owner, name) in product(plurals, owners):
        cases = noun["case_after_3"] if name == "3" else noun["case"]
        for case, template in [("nom", ""), *((c, t) for c, templates in cases.items() for t in templates)]:
            yield tuple(p for p in (plural, owner, template) if p), Ending("", many, name, case)
