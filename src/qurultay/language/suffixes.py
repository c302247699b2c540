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
    "rel" (-dakı: being at), "ter" (up to), "cop" (is) or "by" (done by it). ``modifier`` is set where an adjective agrees with its noun.
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
_OPEN, _CLOSED, _SHARP = _EDGES = ("open", "closed", "sharp")
"""The kinds of letter that a stem may end with: a vowel, a consonant, one after which a consonant is spelt without voice."""


class Suffixes:
    """The automaton of one language, made from its table."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.vowels = frozenset(table["vowels"])
        self._harmony = {
            archi: {vowel: spelt for vowels, spelt in classes.items() for vowel in vowels}
            for archi, classes in table.get("harmony", {}).items()
        }
        self._softening: dict[str, str] = table.get("softening", {})
        softens = table.get("softens", "".join(self._softening.values()))
        self._hardened = {hard: soft for soft, hard in reversed(self._softening.items()) if hard in softens}
        self._exceptions = {stem: vowel for vowel, stems in table.get("exceptions", {}).items() for stem in stems}
        self._sharp = frozenset(table.get("sharp", ""))
        self._assimilation: dict[str, list[str]] = table.get("assimilation", {})
        self.apostrophes: str = table.get("apostrophes", "")
        verb = table.get("verb", {})
        self._verb_softening: dict[str, str] = verb.get("softening", {})
        self._verb_endings = [(_verb_form(label), ending) for label, endings in verb.get("endings", {}).items() for ending in endings]
        self._irregular = {
            stem: [(form, _verb_form(label)) for label, forms in labels.items() for form in forms]
            for stem, labels in verb.get("irregular", {}).items()
        }
        self._noun_of_action: str = verb.get("noun", "")
        self._chains = list(_chains(table["noun"]))
        self._endings = {(vowel, edge): self._spell_chains(vowel, edge) for vowel in table["vowels"] for edge in _EDGES}
        self._owned = {
            self._spell(template, vowel, _OPEN): case
            for case, templates in table["noun"]["case_after_3"].items()
            for template in templates
            for vowel in table["vowels"]
        }
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

        A hyphen or apostrophe before an ending closes the stem ("tdt-nin"); vowel harmony is then not asked for. Where names are always
        parted so from their endings, such a word can only be inflected.
        """
        for mark in self.apostrophes:
            stem, cut, rest = word.rpartition(mark)
            inflected = self._after_apostrophe(stem, rest) if cut and stem else ()
            if inflected:
                return inflected
        found = [Ending(word)]
        for mark in "-'’":
            stem, cut, rest = word.rpartition(mark)
            if cut and stem and rest in self._loose:
                return (*found, *(Ending(stem, e.plural, e.possessive, e.case) for e in self._loose[rest]))
        for cut_at in range(len(word) - 1, max(1, len(word) - self._longest) - 1, -1):
            stem, rest = word[:cut_at], word[cut_at:]
            if rest not in self._loose:
                continue
            vowel = self._exceptions.get(stem) or self._last_vowel(stem)
            if vowel is None:
                break
            for ending in self._endings[vowel, self._edge(stem)].get(rest, ()):
                found.append(Ending(stem, ending.plural, ending.possessive, ending.case))
                hard = self._softening.get(stem[-1])
                if hard and rest[0] in self.vowels:
                    found.append(Ending(stem[:-1] + hard, ending.plural, ending.possessive, ending.case))
        return tuple(found)

    def _after_apostrophe(self, stem: str, rest: str) -> tuple[Ending, ...]:
        """Return how a name before an apostrophe and a case may be read: whole, or a noun itself plural or owned ("Konseyi'nin")."""
        cases = [e.case for e in self._loose.get(rest, ()) if not e.plural and not e.possessive]
        found = [Ending(stem, case=case) for case in dict.fromkeys(cases)]
        for inner in self.nominal(stem)[1:] if rest in self._owned or cases else ():
            if inner.case != "nom":
                continue
            if inner.possessive == "3" and rest in self._owned:
                found.append(Ending(inner.stem, inner.plural, inner.possessive, self._owned[rest]))
            elif inner.plural and not inner.possessive:
                found += [Ending(inner.stem, inner.plural, case=case) for case in dict.fromkeys(cases)]
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
            base, ending_ = (stem[:-1], ending[1:]) if ending[0] == "-" and stem[-1] in self.vowels else (stem, ending.lstrip("-"))
            spelt = self._spell(ending_, self._last_vowel(base) or vowel, self._edge(base))
            soft = self._soften(base) if spelt[0] in self.vowels else base
            yield soft + spelt, form

    def noun_of_action(self, stem: str) -> str:
        """Return the noun that names what a verb tells ("görüşme"), "" where the language has no such form."""
        vowel = self._last_vowel(stem)
        return stem + self._spell(self._noun_of_action, vowel, self._edge(stem)) if vowel and self._noun_of_action else ""

    def _soften(self, stem: str) -> str:
        """Return a verb stem as it stands before a vowel: a listed one, or a longer one by its last letter."""
        if stem in self._verb_softening:
            return self._verb_softening[stem]
        soft = self._verb_softening.get(stem[-1], "") if sum(c in self.vowels for c in stem) > 1 else ""
        return stem[:-1] + soft if soft else stem

    def inflect(self, stem: str, *, plural: bool = False, possessive: str = "", case: str = "nom", soft: bool = True) -> str:
        """Return a noun's form ("prokurorluq" with possessive "3": "prokurorluğu"); the stem where the table has no such form.

        Without ``soft`` the last letter stays as it is, as that of a foreign word may.
        """
        vowel = self._exceptions.get(stem) or self._last_vowel(stem)
        if vowel is None:
            return stem
        spelt = self._forms[vowel, self._edge(stem)].get((plural, possessive, case))
        if spelt is None:
            return stem
        softened = self._hardened.get(stem[-1]) if soft and spelt[0] in self.vowels and len(stem) > 3 else None
        return (stem[:-1] + softened if softened else stem) + spelt

    def _spell_chains(self, vowel: str, edge: str) -> dict[str, list[Ending]]:
        """Return every chain of endings as it is spelt after a stem by its last vowel and the kind of its last letter (``edge``)."""
        spelt: dict[str, list[Ending]] = {}
        for parts, ending in self._chains:
            text, last, before = "", vowel, edge
            for part in parts:
                text += self._spell(part, last, before)
                last, before = self._last_vowel(text) or vowel, self._edge(text)
            if text:
                spelt.setdefault(text, []).append(ending)
        return spelt

    def _spell(self, template: str, vowel: str, edge: str) -> str:
        """Return one ending as it is spelt: archiphonemes by harmony, a buffer ``(y)`` only where two of a kind would meet."""
        out, optional = "", False
        for letter in template:
            if letter in "()":
                optional = letter == "("
                continue
            if letter in self._assimilation:
                out += self._assimilation[letter][(self._edge(out) if out else edge) != _SHARP]
                continue
            spelt = self._harmony[letter][vowel] if letter in self._harmony else letter
            if optional and (spelt in self.vowels) == (edge == _OPEN):
                continue
            out += spelt
            if spelt in self.vowels:
                vowel = spelt
        return out

    def _edge(self, text: str) -> str:
        """Return what kind of letter a text ends with, as what follows it asks."""
        return _OPEN if text[-1] in self.vowels else _SHARP if text[-1] in self._sharp else _CLOSED

    def _last_vowel(self, text: str) -> str | None:
        return next((c for c in reversed(text) if c in self.vowels), None)


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
