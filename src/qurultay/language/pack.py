"""A language pack: all that a language's folder under ``data/languages`` tells the reader.

``suffixes.toml`` says how words are inflected, ``nouns.tsv`` what nouns mean, ``verbs.tsv`` what verbs tell, and
``reading.toml`` the rest (particles, surname endings, home state). A new word is a line, a new language a folder.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol, TypeAlias, runtime_checkable

from qurultay.errors import PackError
from qurultay.language.folding import fold
from qurultay.language.given import is_given
from qurultay.language.suffixes import Ending, Suffixes, VerbForm

__all__ = ["GAP", "Concept", "LanguagePack", "Morphology", "Predicate", "Sense", "senses_after"]


@dataclass(frozen=True, slots=True)
class Concept:
    """What a noun means: its category for the grammar, its class or role, and flags (``national=pgo``)."""

    category: str
    name: str = ""
    flags: tuple[tuple[str, str], ...] = ()

    def get(self, flag: str) -> str:
        """Return a flag's value, "" where it is not set."""
        return next((value for key, value in self.flags if key == flag), "")


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a verb tells: the frame, and the slot that each case fills."""

    frame: str
    slots: tuple[tuple[str, str], ...]
    words: tuple[str, ...]
    """The words of the verb's phrase before its stem, or after it where heads come first."""

    def slot(self, case: str) -> str:
        """Return the slot of an argument in ``case``, "" where the verb takes none."""
        return next((slot for marked, slot in self.slots if marked == case), "")


_NAMED = VerbForm("inf", "none")
"""The form under which the lexicon keeps a verb whose forms a dictionary knows."""
Sense: TypeAlias = tuple[Predicate, VerbForm]
"""What a form of a verb says: what the verb tells, and what its ending says."""

GAP = "…"
"""Stands in a verb's phrase for words between it and the verb."""
_REMEMBERED = 1 << 17
"""How many words keep their readings in memory."""


def senses_after(senses: Mapping[str, tuple[Sense, ...]], before: str) -> tuple[Sense, ...]:
    """Return what a verb says after the word ``before``, longer phrases first; the rest of a phrase is the caller's to compare."""
    return (*senses.get(before, ()), *senses.get("", ())) if before else senses.get("", ())


class Morphology(Protocol):
    """What inflects the words of a language: the suffix automaton, or a module of its own."""

    def nominal(self, word: str) -> tuple[Ending, ...]:
        """Return every reading of a folded word as a noun or adjective."""

    def inflect(self, stem: str, *, plural: bool = False, possessive: str = "", case: str = "nom") -> str:
        """Return a form of a noun."""

    def verb_forms(self, stem: str) -> Iterable[tuple[str, VerbForm]]:
        """Return every spelt form of a verb, with what it says."""


@runtime_checkable
class HeadInitial(Morphology, Protocol):
    """A morphology of a language whose heads come first: names and bodies' names are not bare but for their last word's ending."""

    def name_forms(self, name: str) -> dict[str, str]:
        """Return the nominatives of a person's name by the cases in which it may stand."""

    def nominative(self, words: Sequence[str]) -> str:
        """Return a body's name put into the nominative."""

    def acts(self, words: Sequence[str], at: int) -> bool:
        """Tell whether a word that may be a noun too is a verb where it stands."""


@runtime_checkable
class Dictionary(HeadInitial, Protocol):
    """A morphology that knows the words of its language, and so the lexicon needs to tell but their dictionary forms."""

    def printed(self, word: str, folded: str) -> tuple[Ending, ...]:
        """Return every reading of a word as it is printed."""

    def key(self, word: str) -> str:
        """Return the stem by which a word of a name or of the lexicon is kept."""

    def head(self, words: Sequence[str]) -> int:
        """Return which word of a name carries its case."""

    def verb_readings(self, word: str) -> Sequence[tuple[str, VerbForm]]:
        """Return the infinitives that a folded word may be a form of."""

    def only_verb(self, word: str) -> VerbForm | None:
        """Return what a folded word says if it is likeliest to be a form of a verb."""

    def agreement(self, word: str) -> frozenset[str]:
        """Return the genders of the nouns that a folded adjective or participle may be said of."""

    def genders(self, text: str) -> frozenset[str]:
        """Return the genders that the head of a phrase may have."""

    def is_word(self, word: str) -> bool:
        """Tell whether the dictionary has a folded word."""

    def formed(self, text: str, plural: bool, case: str) -> str:
        """Return a phrase whose head stands in a case put into the nominative."""


class LanguagePack:
    """The words and settings of one language, read once and never changed."""

    def __init__(self, folder: Path) -> None:
        self.language = folder.name
        self.fold = lru_cache(_REMEMBERED)(self._fold)
        self.readings = lru_cache(_REMEMBERED)(self._readings)
        self.nominative = lru_cache(_REMEMBERED)(self._nominative)
        self.stems = lru_cache(_REMEMBERED)(self._stems)
        self.family_name = lru_cache(_REMEMBERED)(self._family_name)
        self.given_name = lru_cache(_REMEMBERED)(is_given)
        self.verb_of_dictionary = lru_cache(_REMEMBERED)(self._verb_of_dictionary)
        self.generic_verb = lru_cache(_REMEMBERED)(self._generic_verb)
        self.settings: dict[str, Any] = {**_toml(folder.parent / "reading.toml"), **_toml(folder / "reading.toml")}
        self.head_initial: bool = self.settings["order"] == "head-initial"
        self.suffixes = _morphology(self.settings["morphology"], folder)
        self._automaton = self.suffixes if isinstance(self.suffixes, Suffixes) else None
        self._head_initial = self.suffixes if isinstance(self.suffixes, HeadInitial) else None
        self.dictionary = self.suffixes if isinstance(self.suffixes, Dictionary) else None
        self.nouns = {form: tuple(senses) for form, senses in _nouns(folder / "nouns.tsv").items()}
        self.verbs = self._inflect_verbs(folder / "verbs.tsv")
        self._loose_verbs = {form.replace("ı", "i"): senses for form, senses in self.verbs.items() if "ı" in form}
        self.home: str = self.settings["home"]
        self.apostrophes = self._automaton.apostrophes if self._automaton is not None else ""
        self.particles = frozenset(self.settings["name_particles"])
        self.surname = re.compile(self.settings["surname"])
        self.dative = re.compile(self.settings["dative_of_date"]) if self.settings["dative_of_date"] else None
        self.weak_surname = re.compile(self.settings["weak_surname"])
        self._generic = [(re.compile(pattern), VerbForm(*label.split())) for label, pattern in self.settings["generic_verbs"].items()]

    def _fold(self, text: str) -> str:
        """Return ``text`` in this language's lower case, length kept."""
        return fold(text, self.language)

    def _readings(self, word: str) -> tuple[Ending, ...]:
        """Return every reading of a word of the text as a noun."""
        if self.dictionary is not None:
            return self.dictionary.printed(word, self.fold(word))
        return self.suffixes.nominal(self.fold(word))

    def name_readings(self, word: str) -> Sequence[Ending]:
        """Return how the last word of a person's name may be inflected: not at all where names are parted from endings, and it is not."""
        return self.readings(word) if not self.apostrophes or any(mark in word for mark in self.apostrophes) else self.readings(word)[:1]

    def keys(self, form: str) -> list[str]:
        """Return the words of a phrase of the lexicon by their stems."""
        return form.split() if self.dictionary is None else [self.dictionary.key(word) for word in form.split()]

    def uninflected(self, name: str) -> list[str]:
        """Return the forms that a person's name, the last word of which may be inflected, may have in the nominative."""
        if self.dictionary is not None:
            return list(dict.fromkeys([*self.dictionary.name_forms(name).values(), name]))
        *head, last = name.split()
        return [" ".join([*head, last[: len(e.stem)]]) for e in self.readings(last) if not e.possessive and not e.plural]

    def head(self, words: Sequence[str]) -> int | None:
        """Return which word of a name carries its case, None where that is always the last."""
        return None if self.dictionary is None else self.dictionary.head(words)

    def _verb_of_dictionary(self, word: str) -> Mapping[str, tuple[Sense, ...]] | None:
        """Return what a folded word says as a verb that the dictionary knows."""
        found: dict[str, list[Sense]] = {}
        for lemma, form in self.dictionary.verb_readings(word) if self.dictionary is not None else ():
            for near, senses in self.verbs.get(lemma, {}).items():
                found.setdefault(near, []).extend((predicate, form) for predicate, _ in senses)
        return {near: tuple(dict.fromkeys(senses)) for near, senses in found.items()} or None

    def verb(self, word: str) -> Mapping[str, tuple[Sense, ...]] | None:
        """Return what a folded word says as a verb, by the word before it that its phrase asks for ("" for none); None if it is no verb.

        A dotless letter printed with its dot, or without, is forgiven.
        """
        if self.dictionary is not None:
            return self.verb_of_dictionary(word)
        return self.verbs.get(word) or self._loose_verbs.get(word.replace("ı", "i"))

    def _generic_verb(self, word: str) -> VerbForm | None:
        """Return what an unknown word says if its ending can only be a verb's, else None."""
        if self.dictionary is not None:
            return self.dictionary.only_verb(self.fold(word))
        return next((form for pattern, form in self._generic if pattern.search(word)), None)

    def _stems(self, name: str) -> Sequence[str]:
        """Return the words of a name by stems of the lexicon, else the shortest, so that all its forms agree; brackets count too."""
        if self.dictionary is not None:
            return [self.dictionary.key(w) for w in name.replace("(", " ").replace(")", " ").split()]
        nominal = (
            [e.stem for e in self.readings(w) if e.case in ("nom", "gen")] or [self.fold(w)]
            for w in name.replace("(", " ").replace(")", " ").split()
        )
        return [min(stems, key=lambda stem: (stem not in self.nouns, len(stem), stem)) for stems in nominal]

    def _family_name(self, word: str) -> bool:
        """Tell whether a word of the text ends as family names do, in any case."""
        if self.dictionary is not None:
            return any(self.surname.search(self.fold(form)) for form in self.dictionary.name_forms(word).values())
        return any(self.surname.search(e.stem) and not e.possessive and not e.plural for e in self.readings(word))

    def _nominative(self, word: str, ending: Ending) -> str:
        """Return a word of the text put into the nominative, number and possessive kept.

        Follows the word's own capitals; "Prokurorluğunun" read as *prokurorluq* + 3 + genitive gives "Prokurorluğu".
        """
        if self.dictionary is not None:
            return self.dictionary.formed(word, ending.plural, ending.case)
        folded = self.fold(word)
        if self._automaton is None:
            bare = self.suffixes.inflect(ending.stem, plural=ending.plural, possessive=ending.possessive)
        else:
            soft = not (folded.startswith(ending.stem) and folded[len(ending.stem) :][:1] in self._automaton.vowels)
            bare = self._automaton.inflect(ending.stem, plural=ending.plural, possessive=ending.possessive, soft=soft)
        same = next((i for i, (a, b) in enumerate(zip(folded, bare, strict=False)) if a != b), min(len(folded), len(bare)))
        rest = bare[same:]
        return word[:same] + (_upper(rest, self.language) if word.isupper() and len(word) > 3 else rest)

    def _verb_and_words(self, phrase: str) -> tuple[list[str], str]:
        """Return the words that belong to a verb, and its stem: the last; where heads come first the first, with that of the passive."""
        words = phrase.split()
        if not self.head_initial:
            return words[:-1], words[-1]
        length = 2 if len(words) > 1 and words[0] == self.settings["passive"] else 1
        return words[length:], " ".join(words[:length])

    def name_forms(self, name: str) -> dict[str, str]:
        """Return {case: nominative} of a person's name as it is printed, in a language whose heads come first."""
        return {"nom": name} if self._head_initial is None else self._head_initial.name_forms(name)

    def bare_name(self, name: str) -> str:
        """Return a body's name put into the nominative, in a language whose heads come first."""
        return name if self._head_initial is None else self._head_initial.nominative(name.split())

    def acts(self, words: Sequence[str], at: int) -> bool:
        """Tell whether a word that may be a noun too is a verb where it stands; a language without such words has no say in it."""
        return self._head_initial is None or self._head_initial.acts(words, at)

    def _inflect_verbs(self, path: Path) -> dict[str, dict[str, tuple[Sense, ...]]]:
        """Return every form of every verb: by the form, then by the word of its phrase that stands right before it."""
        found: dict[str, dict[str, list[Sense]]] = {}
        for number, (phrase, frame, arguments) in _rows(path, 3):
            before, stem = self._verb_and_words(phrase)
            try:
                slots = tuple((case, slot) for case, slot in (a.split("=") for a in arguments.split()))
            except ValueError as error:
                raise PackError(f"an argument is written case=slot, not {arguments!r}", path=str(path), line=number) from error
            predicate = Predicate(frame, slots, tuple(before))
            noun = self._automaton is not None and not before and self._automaton.noun_of_action(stem) in self.nouns
            for form, meaning in self.suffixes.verb_forms(stem) if self.dictionary is None else ((stem, _NAMED),):
                if noun and meaning.form == "vn":
                    continue
                near = before[0 if self.head_initial else -1] if before else ""
                found.setdefault(form, {}).setdefault(near, []).append((predicate, meaning))
        return {
            form: {word: tuple(sorted(senses, key=lambda sense: -len(sense[0].words))) for word, senses in by_word.items()}
            for form, by_word in found.items()
        }


def _morphology(name: str, folder: Path) -> Morphology:
    """Return what inflects a language's words: the module of that name, or the suffix automaton of its table."""
    path = folder / "suffixes.toml"
    table = _toml(path) if path.exists() else {}
    if not name:
        return Suffixes(table)
    morphology: Morphology = import_module(f"qurultay.language.{name}").Morphology(table)
    return morphology


def _upper(text: str, language: str) -> str:
    return text.replace("i", "İ").upper() if language in ("az", "tr") else text.upper()


def _nouns(path: Path) -> dict[str, list[Concept]]:
    """Return form → senses of the table of nouns."""
    found: dict[str, list[Concept]] = {}
    for _, (form, category, concept) in _rows(path, 3):
        name, *flags = concept.split() if concept and "=" not in concept.split()[0] else ("", *concept.split())
        pairs = tuple((key, value or "1") for key, _, value in (flag.partition("=") for flag in flags))
        found.setdefault(form, []).append(Concept(category, name, pairs))
    return found


def _rows(path: Path, columns: int) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines of a table below its header, comments and blanks passed over, padded to ``columns``."""
    header = True
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if header:
            header = False
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > columns:
            raise PackError(f"{len(cells)} columns where {columns} are expected", path=str(path), line=number)
        yield number, cells + [""] * (columns - len(cells))


def _toml(path: Path) -> dict[str, Any]:
    """Return what a TOML file holds; raise PackError where it is none."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PackError(str(error), path=str(path)) from error
