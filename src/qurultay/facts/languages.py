"""What reading one language needs: its lexicon, its calendar, and the grammar of its kind."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from qurultay.article import line_judge
from qurultay.facts import headfinal, headinitial
from qurultay.facts.clauses import clauses as headfinal_clauses
from qurultay.facts.frames import SILENT
from qurultay.facts.phrases import Phrases
from qurultay.language.calendar import Calendar
from qurultay.language.pack import LanguagePack
from qurultay.language.text import TextRules
from qurultay.mentions.nodes import Node
from qurultay.mentions.reference import Reference
from qurultay.mentions.tagger import Tagger

__all__ = ["Language"]


def _as_tagged(nodes: list[Node], pack: LanguagePack) -> list[Node]:
    """Return nodes as they are: a language without forms of several words needs nothing put together before the phrases."""
    return nodes


def _whole(nodes: list[Node]) -> list[list[Node]]:
    """Return the nodes of a sentence as one part: nothing stands in it apart."""
    return [nodes]


class Language:
    """Everything that reading one language needs."""

    def __init__(self, folder: Path, rules: TextRules, reference: Reference) -> None:
        self.rules = rules
        self.calendar = Calendar.load(folder / "dates.toml", language=folder.name)
        self.stands_alone = line_judge(self.rules, self.calendar)
        self.pack = LanguagePack(folder) if (folder / "nouns.tsv").exists() else None
        if self.pack is not None:
            self.tagger = Tagger(self.pack, reference, self.rules.knows, self.calendar.begins_in, SILENT)
            self.phrases = Phrases(self.pack, reference)
            first = self.pack.head_initial
            self.groups, self.clauses = (headinitial.GROUPS, headinitial.clauses) if first else (headfinal.GROUPS, headfinal_clauses)
            hooks = import_module(f"qurultay.facts.{self.pack.settings['morphology']}") if first else None
            self.prepare = hooks.prepare if hooks is not None else _as_tagged
            self.apart: Callable[[list[Node]], list[list[Node]]] = getattr(hooks, "apart", _whole)
            phrases = [*self.pack.nouns, *(" ".join(p.words) for form in self.pack.verbs.values() for s in form.values() for p, _ in s)]
            names = [form for thing in reference for form, language, _ in thing.names if language == self.pack.language]
            self._vocabulary = frozenset(
                ending.stem for phrase in {*phrases, *names} for word in phrase.split() for ending in self.pack.readings(word)
            )

    def knows(self, word: str) -> bool:
        """Tell whether a word is one of the lexicon or of a known name, in any of its forms."""
        if self.pack is None or self.is_word(word):
            return self.is_word(word)
        return any(ending.stem in self._vocabulary for ending in self.pack.readings(word) if ending.possessive in ("", "3"))

    def is_word(self, word: str) -> bool:
        """Tell whether the lexicon knows a word, in any of its forms."""
        if self.rules.knows(word):
            return True
        if self.pack is None:
            return False
        if self.pack.dictionary is not None and self.pack.dictionary.is_word(self.pack.fold(word)):
            return True
        return self.pack.fold(word) in self.pack.verbs or any(e.stem in self.pack.nouns for e in self.pack.readings(word))
