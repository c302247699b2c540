"""Russian words: which stem, number and case each may be read as, and what its verbs say.

Russian inflects by patterns too many for a table of suffixes, so the readings come from the dictionary of pymorphy3 (OpenCorpora),
which also guesses at words that it lacks. A stem is the dictionary form, ``ё`` written ``е``. The bare instrumental is called ``by``:
it is the agent of passives. Prepositions give their phrases other cases; that is the grammar's part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

from qurultay.language.russian_names import named_by_case
from qurultay.language.suffixes import Ending, VerbForm

__all__ = ["Morphology"]

_REMEMBERED = 1 << 17
"""How many words keep their readings in memory."""
_CASES = {
    "nomn": "nom",
    "gent": "gen",
    "datv": "dat",
    "accs": "acc",
    "ablt": "by",
    "loct": "loc",
    "gen1": "gen",
    "gen2": "gen",
    "acc2": "acc",
    "loc1": "loc",
    "loc2": "loc",
}
_NOUNS = frozenset({"NOUN", "NPRO"})
_MODIFIERS = frozenset({"ADJF", "PRTF", "NUMR"})
_UNINFLECTED = frozenset({"PREP", "CONJ", "PRCL", "ADVB"})
_CLOSED = frozenset({"PREP", "CONJ", "PRCL"})
_LIKELY = 0.3
"""How likely a reading as a noun must be where a word may be a preposition or a conjunction: "после" is hardly ever an envoy."""
_VERBS = frozenset({"VERB", "INFN", "GRND", "PRTS", "PRTF"})
_TENSES = {"past": "past", "pres": "pres", "futr": "fut"}
_PASSIVE = "быть "
"""What stands before the infinitive where a form is passive."""
_ABBREVIATION = re.compile(r"[А-ЯЁA-Z]{2,}(?:-?\d+)?")
_COMPOUND = re.compile(r"[А-ЯЁ][а-яё]+(?:-[а-яё]+)?-[А-ЯЁ][а-яё]+")
"""A name of two words with a hyphen: Чолпон-Ата, Нью-Йорк."""
_INFLECTED_ABBREVIATION = re.compile(r"([А-ЯЁ]{2,})-?(а|у|ом|е)")
_ABBREVIATED = {"а": "gen", "у": "dat", "ом": "by", "е": "loc"}
_ROOT = 4
"""By how many letters two superlatives of one adjective are told apart."""
_SHORT = 5
"""Up to how many letters a word in capitals is taken for an abbreviation even where the dictionary knows it."""
_LETTERS = re.compile(r"[а-яё]+(?:-[а-яё]+)*")
_FOREIGN = frozenset({"милли"})
"""Adjectives of other languages in names, which never change, and which the dictionary takes for forms of Russian nouns."""


class Morphology:
    """The morphology of Russian: stands in a pack where other languages have their table of suffixes."""

    def __init__(self, table: Mapping[str, Any] | None = None) -> None:
        """Make the morphology; a dictionary stands where other languages have a ``table``."""
        self._parses = lru_cache(_REMEMBERED)(self._parse)
        self.nominal = lru_cache(_REMEMBERED)(self._nominal)
        self.verb_readings = lru_cache(_REMEMBERED)(self._verb_readings)
        self.formed = lru_cache(_REMEMBERED)(self._formed)

    @cached_property
    def _analyzer(self) -> Any:
        """The dictionary, read when the first word is looked up."""
        from pymorphy3 import MorphAnalyzer

        return MorphAnalyzer(lang="ru")

    def _parse(self, word: str) -> Sequence[Any]:
        """Return what the dictionary knows of a folded word, the likeliest first."""
        parses: Sequence[Any] = self._analyzer.parse(word)
        return parses

    def _nominal(self, word: str) -> tuple[Ending, ...]:
        """Return every reading of a folded word as a noun or an adjective; one that is neither stands as it is, in the case ``inv``."""
        if not _LETTERS.fullmatch(word):
            return invariable(word) if any(letter.isalpha() for letter in word) else (Ending(word),)
        found: dict[Ending, None] = {}
        alone = False
        parses = self._parses(word)
        if any(parse.tag.POS in _CLOSED for parse in parses):
            parses = [parse for parse in parses if parse.tag.POS not in _NOUNS or parse.score > _LIKELY]
        for parse in parses:
            tag = parse.tag
            case = _CASES.get(tag.case or "")
            if case is None or tag.POS not in _NOUNS | _MODIFIERS:
                alone = alone or tag.POS is not None
                if tag.POS is None:
                    found.update(dict.fromkeys(invariable(word)))
                continue
            stem = parse.normal_form if tag.POS != "PRTF" else _participle(parse)
            found.setdefault(Ending(stem.replace("ё", "е"), tag.number == "plur", "", case, tag.POS in _MODIFIERS))
        if alone:
            found.setdefault(Ending(word.replace("ё", "е"), case="inv"))
        return tuple(found)

    def printed(self, word: str, folded: str) -> tuple[Ending, ...]:
        """Return every reading of a word as it is printed: capitals show an abbreviation, which stands in all cases."""
        capitals = sum(letter.isupper() for letter in word)
        if folded in _FOREIGN:
            return (Ending(folded, case="inv"),)
        if capitals > 1 and _COMPOUND.fullmatch(word):
            return self.nominal(folded) if self._analyzer.word_is_known(folded) else self._unknown_name(word, folded)
        if capitals > 1:
            inflected = _INFLECTED_ABBREVIATION.fullmatch(word)
            if inflected is not None:
                return (*invariable(folded), Ending(inflected[1].lower(), case=_ABBREVIATED[inflected[2]]))
            if not word.isupper() or (_ABBREVIATION.fullmatch(word) and (len(word) <= _SHORT or not self._analyzer.word_is_known(folded))):
                return invariable(folded)
        elif capitals and word[0].isupper() and _LETTERS.fullmatch(folded) and not self._analyzer.word_is_known(folded):
            return self._unknown_name(word, folded)
        return self.nominal(folded)

    def _unknown_name(self, word: str, folded: str) -> tuple[Ending, ...]:
        """Return the readings of a capitalised word that the dictionary lacks: it is inflected as names are, or an adjective."""
        forms = (Ending(form.lower().replace("ё", "е"), case=case) for case, form in self.name_forms(word).items())
        return tuple(dict.fromkeys([*forms, *(e for e in self.nominal(folded) if e.modifier)]))

    def key(self, word: str) -> str:
        """Return the stem by which a word of a name or of the lexicon, given as printed, is kept.

        Of several it is that of a noun in the nominative, then of an adjective; a preposition or an adverb keeps its form.
        """
        folded = word.lower()
        readings = self.printed(word, folded)
        if all(e.case == "inv" for e in readings) or any(p.tag.POS in _UNINFLECTED for p in self._parses(folded)):
            return folded.replace("ё", "е")
        return min(readings, key=lambda e: (e.case == "inv", e.case != "nom", e.modifier)).stem

    def head(self, words: Sequence[str]) -> int:
        """Return which word of a name carries its case: the first noun that may stand in the nominative."""
        for index, word in enumerate(words):
            if not self._modifies(words, index) and any(e.case == "nom" and not e.modifier for e in self.printed(word, word.lower())):
                return index
        return 0

    def inflect(self, stem: str, *, plural: bool = False, possessive: str = "", case: str = "nom") -> str:
        """Return a noun's form; the stem where the dictionary has no such form."""
        wanted = next(name for name, short in _CASES.items() if short == case)
        for parse in self._parses(stem):
            if parse.tag.case == "nomn" and parse.tag.POS in _NOUNS | _MODIFIERS:
                form = parse.inflect({wanted, "plur"} if plural else {wanted})
                if form is not None:
                    return str(form.word)
        return stem

    def nominative(self, words: Sequence[str]) -> str:
        """Return a name of several words put into the nominative, its head read as singular where it can be."""
        readings = self.phrase(words)
        if not readings or any(e.case in ("nom", "inv") and not e.plural for e in readings):
            return " ".join(words)
        chosen = min(readings, key=lambda e: (e.plural, e.case != "nom"))
        return self.formed(" ".join(words), chosen.plural, chosen.case)

    def phrase(self, words: Sequence[str]) -> list[Ending]:
        """Return how the head of a phrase may be read: its first noun, in the cases in which the adjectives before agree with it."""
        agreeing: set[tuple[bool, str]] | None = None
        for index, word in enumerate(words):
            readings = self.printed(word, word.lower())
            if self._modifies(words, index):
                forms = {(e.plural, e.case) for e in readings if e.modifier}
                agreeing = forms if agreeing is None else agreeing & forms
                continue
            nouns = [e for e in readings if not e.modifier and e.case != "inv"]
            return [e for e in nouns if agreeing is None or (e.plural, e.case) in agreeing]
        return []

    def _modifies(self, words: Sequence[str], at: int) -> bool:
        """Tell whether a word of a phrase is an adjective: it agrees with the next, though it may be a noun by itself ("главное")."""
        forms = {(e.plural, e.case) for e in self.printed(words[at], words[at].lower()) if e.modifier}
        if not forms or at + 1 >= len(words):
            return bool(forms) and not any(not e.modifier for e in self.printed(words[at], words[at].lower()))
        return any((e.plural, e.case) in forms for e in self.printed(words[at + 1], words[at + 1].lower()))

    def _formed(self, text: str, plural: bool, case: str) -> str:
        """Return a phrase whose head stands in ``case`` put into the nominative, its adjectives agreeing: capitals are kept."""
        words = text.split(" ")
        at, head = self._head_in(words, plural=plural, case=case)
        if head is None or case in ("nom", "inv"):
            return text
        formed = [*words]
        number = "plur" if plural else "sing"
        gender = head.tag.gender
        for index, word in enumerate(words[: at + 1]):
            if "-" in word and index == at:
                formed[index] = self._hyphenated(word, plural=plural, case=case)
                continue
            parse = head if index == at else self._agreeing(word, plural=plural, case=case)
            wanted = {"nomn", number} if index == at or plural else {"nomn", number, gender or "masc"}
            form = _inflected(parse, wanted, word.lower()) if parse is not None else None
            if form is not None:
                formed[index] = _like(word, form)
        return " ".join(formed)

    def name_forms(self, name: str) -> dict[str, str]:
        """Return {case: the name in the nominative} for the cases in which the name of a person may stand."""
        first = name.partition(" ")[0].lower()
        known = self._parses(first) if " " in name and _LETTERS.fullmatch(first) and self._analyzer.word_is_known(first) else ()
        given = frozenset(
            (_CASES[p.tag.case], "f" if p.tag.gender == "femn" else "m")
            for p in known
            if "Name" in p.tag and p.tag.case in _CASES and p.tag.number == "sing"  # "Наргиз" is hardly several called Наргиза
        )
        return named_by_case(name, given)

    def _head_in(self, words: Sequence[str], *, plural: bool, case: str) -> tuple[int, Any]:
        """Return the first noun of a phrase that may stand in a case, and that reading; None where the first noun may not."""
        for index, word in enumerate(words):
            if self._modifies(words, index) and self._agreeing(word, plural=plural, case=case) is not None:
                continue
            if any(e.case == "nom" and e.stem == word.lower() for e in invariable_readings(self.printed(word, word.lower()))):
                return index, None
            nouns = (
                parse
                for parse in self._parses(word.lower())
                if parse.tag.POS == "NOUN" and _CASES.get(parse.tag.case or "") == case and (parse.tag.number == "plur") == plural
            )
            return index, next(nouns, None)
        return 0, None

    def _agreeing(self, word: str, *, plural: bool, case: str) -> Any:
        """Return the reading of a word as an adjective in a case, None where there is none."""
        fitting = (
            parse
            for parse in self._parses(word.lower())
            if parse.tag.POS in _MODIFIERS and _CASES.get(parse.tag.case or "") == case and (parse.tag.number == "plur") == plural
        )
        return next(fitting, None)

    def _hyphenated(self, word: str, *, plural: bool, case: str) -> str:
        """Return a compound noun in the nominative: by its parts where each is inflected, else by its last."""
        *before, last = word.split("-")
        parts = [part if part == part.lower() and len(part) <= 1 else self.formed(part, plural, case) for part in before]
        return "-".join([*parts, self.formed(last, plural, case)])

    def _verb_readings(self, word: str) -> tuple[tuple[str, VerbForm], ...]:
        """Return the infinitives that a folded word may be a form of, "быть …" where it is passive, each with what its ending says."""
        if not _LETTERS.fullmatch(word):
            return ()
        found: dict[tuple[str, VerbForm], None] = {}
        for parse in self._parses(word):
            form = _verb_form(parse.tag)
            if form is not None:
                passive = parse.tag.POS == "PRTS" or parse.tag.voice == "pssv"
                found.setdefault(((_PASSIVE if passive else "") + parse.normal_form.replace("ё", "е"), form))
        return tuple(found)

    def only_verb(self, word: str) -> VerbForm | None:
        """Return what a folded word says if it is likeliest to be a form of a verb, else None."""
        likeliest = self._parses(word)[0] if _LETTERS.fullmatch(word) else None
        if likeliest is None or likeliest.tag.POS not in _VERBS or any(p.tag.POS in ("ADJF", "ADVB", "CONJ") for p in self._parses(word)):
            return None
        return _verb_form(likeliest.tag)

    def acts(self, words: Sequence[str], at: int) -> bool:
        """Leave to the dictionary what is a verb: no noun is spelt as one is."""
        return True

    def is_word(self, word: str) -> bool:
        """Tell whether the dictionary has a folded word."""
        return bool(_LETTERS.fullmatch(word)) and bool(self._analyzer.word_is_known(word))

    def agreement(self, word: str) -> frozenset[str]:
        """Return the genders ("m", "f", "n", and "p" for the plural) of the nouns that a folded adjective or participle may be said of."""
        parses = self._parses(word) if _LETTERS.fullmatch(word) else ()
        return frozenset(_gender(p.tag) for p in parses if p.tag.POS in _MODIFIERS) - {""}

    def genders(self, text: str) -> frozenset[str]:
        """Return the genders that the head of a phrase may have, "p" for the plural; none where the dictionary does not know it."""
        words = text.split()
        head = next((word.lower() for at, word in enumerate(words) if not self._modifies(words, at)), "")
        parses = self._parses(head) if _LETTERS.fullmatch(head) and self._analyzer.word_is_known(head) else ()
        return frozenset(_gender(p.tag) for p in parses if p.tag.POS == "NOUN") - {""}

    def verb_forms(self, stem: str) -> Iterator[tuple[str, VerbForm]]:
        """Yield every form of an infinitive ("подписать") or of its passive ("быть подписать"), with what its ending says."""
        passive = stem.startswith(_PASSIVE)
        verb = stem.removeprefix(_PASSIVE)
        parse = next((p for p in self._parses(verb) if p.tag.POS == "INFN"), None)
        for form in parse.lexeme if parse is not None else ():
            told = _verb_form(form.tag)
            if told is not None and (form.tag.POS == "PRTS" or form.tag.voice == "pssv") == passive:
                yield str(form.word), told


def _gender(tag: Any) -> str:
    return "p" if tag.number == "plur" else {"masc": "m", "femn": "f", "neut": "n"}.get(tag.gender or "", "")


def invariable(word: str) -> tuple[Ending, ...]:
    """Return the readings of a word that is not inflected: it may stand in any case."""
    return tuple(Ending(word, case=case) for case in dict.fromkeys(_CASES.values()))


def invariable_readings(readings: Sequence[Ending]) -> Sequence[Ending]:
    """Return the readings of a word where it has the same form in all cases, else none."""
    return readings if len({e.stem for e in readings}) == 1 and len({e.case for e in readings}) == len(set(_CASES.values())) else ()


def _participle(parse: Any) -> str:
    """Return the dictionary form of a participle read as an adjective."""
    form = parse.inflect({"nomn", "sing", "masc"})
    return str(form.word) if form is not None else str(parse.normal_form)


def _verb_form(tag: Any) -> VerbForm | None:
    """Return what a form of a verb says, None for one that tells nothing (the imperative) and for other words."""
    tense = _TENSES.get(tag.tense or "", "none")
    if tag.POS == "VERB":
        return VerbForm("fin", tense) if tag.mood == "indc" else None
    if tag.POS == "INFN":
        return VerbForm("inf", "none")
    if tag.POS == "GRND":
        return VerbForm("conv", tense)
    if tag.POS == "PRTS":
        return VerbForm("fin", "past")
    if tag.POS == "PRTF":
        return VerbForm("part", tense, _CASES.get(tag.case or "", "nom"))
    return None


def _inflected(parse: Any, wanted: set[str], word: str) -> str | None:
    """Return a form of the word that a reading is of, None where it has none; of two superlatives ("высшая", "высочайшая") that printed."""
    if "Supr" not in parse.tag:
        form = parse.inflect(wanted)
        return None if form is None else str(form.word)
    forms = [str(form.word) for form in parse.lexeme if "Supr" in form.tag and all(grammeme in form.tag for grammeme in wanted)]
    return next((form for form in forms if form[:_ROOT] == word[:_ROOT]), None)


def _like(word: str, form: str) -> str:
    """Return a form with the capitals of the word that it stands for, and its ``е`` where the word has no ``ё``."""
    if "ё" not in word.lower():
        form = form.replace("ё", "е")
    if word.isupper() and len(word) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if word[:1].isupper() else form
