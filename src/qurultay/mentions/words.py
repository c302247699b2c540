"""What is known of a word wherever it stands: looked up once, and remembered for its next occurrences.

Most words of an article are met over and over, and most of them are mere words: no name, noun of the lexicon or
verb begins with them. All of that is settled here for a printed form; what depends on its neighbours is the tagger's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from qurultay.language.pack import Concept, LanguagePack, Sense
from qurultay.language.segment import Kind, kind_of, token_spans
from qurultay.language.suffixes import Ending, VerbForm
from qurultay.mentions.reference import Known
from qurultay.mentions.trie import Entry, Found, Trie

__all__ = ["CLOSING", "Lexicon", "Names", "Word", "Words", "tells"]

Lexicon = Trie[tuple[Concept, ...]]
Names = Trie[tuple[Known, bool]]
"""Names: what each names, and whether it is an abbreviation."""

_REMEMBERED = 1 << 17
"""How many words are kept in memory."""
_ORDINAL = re.compile(
    r"^(?:\d+[-–]?(?:c[iıuü]|[iıuü]nc[iıuü]|st|nd|rd|th)|[IVXLC]+(?:[-–]c[iıuü])?"
    r"|\d+[-–](?:[йяемх]|[оы][йем]|[ая]я|[оы]е|его|ого|го|ую|ю|му|ми))$"
)
_LONGEST_ORDINAL = 5
"""How many letters or digits a number has at most that a full stop makes an ordinal."""
_PUNCTUATION = {",": "COMMA", "(": "LPAR", ")": "RPAR", ":": "COLON", ";": "COMMA", "–": "DASH", "—": "DASH", "-": "DASH"}
_TELLING = frozenset({"office", "role", "event", "document", "delegation", "group", "territory"})
"""Categories of nouns that a fact, an entity or a turn of the text can come of without a name beside them."""
CLOSING = {"«": "»", "“": "”", "„": "“", '"': '"', "‟": "”", "”": "”"}
"""The quotation marks that open, with those that close."""


@dataclass(slots=True, eq=False)
class Word:
    """A word, a number or a sign as it is printed.

    ``kind`` is that of its node where nothing more is found; ``dull`` tells that nothing can be found that begins with it inside a
    sentence, unless it is a date or belongs to the phrase of a verb; ``noun`` is the one noun that it can only be then.
    ``dated`` tells that a mention of time may begin in it.
    ``loud`` tells that a name or the adjective of a state may begin with it.
    ``nouns`` and ``names`` are where the lexicon and the names go on from it;
    ``verbs`` what it says as a verb, by the word before it; ``generic`` what its ending says if it can only be a verb;
    ``counted`` tells that a full stop after it makes it an ordinal;
    ``state`` the path of the state whose adjective it is; ``named`` tells that it is a name even where it begins a sentence.
    """

    text: str
    folded: str
    readings: tuple[Ending, ...]
    kind: str
    nouns: Entry[tuple[Concept, ...]] | None
    names: Entry[tuple[Known, bool]] | None
    verbs: Mapping[str, tuple[Sense, ...]] | None
    generic: VerbForm | None
    state: str
    named: bool
    common: bool
    dull: bool
    noun: Found[tuple[Concept, ...]] | None
    loud: bool
    dated: bool
    counted: bool


class Words:
    """Looks words up in one language's lexicon, among the names, and among the adjectives of states (by their folded forms)."""

    def __init__(
        self,
        pack: LanguagePack,
        lexicon: Lexicon,
        names: Names,
        adjectives: Mapping[str, str],
        is_common: Callable[[str], bool],
        is_dated: Callable[[str], bool],
    ) -> None:
        self._pack, self._lexicon, self._names, self._adjectives = pack, lexicon, names, adjectives
        self._is_common, self._is_dated = is_common, is_dated
        self._stops: bool = pack.settings["ordinals"]
        self._look_up_known = lru_cache(_REMEMBERED)(self._look_up)
        self._cut_known = lru_cache(_REMEMBERED)(self._cut)

    def look_up(self, text: str, start: int, end: int) -> tuple[list[tuple[int, int]], list[Word]]:
        """Return where the tokens of ``text[start:end]`` stand, and what is known of each.

        What stands between two blanks is mostly cut into the same tokens wherever it stands, and is remembered whole.
        """
        spans: list[tuple[int, int]] = []
        words: list[Word] = []
        at = start
        for piece in text[start:end].split(" "):
            if piece:
                known = self._cut_known(piece)
                if known is None:
                    known = self._cut_in_place(text, at, at + len(piece), end)
                for word, begin, after in known:
                    words.append(word)
                    spans.append((at + begin, at + after))
            at += len(piece) + 1
        return spans, words

    def _cut(self, piece: str) -> Sequence[tuple[Word, int, int]] | None:
        """Return the tokens of a piece of text and where they stand in it; None where it ends as an initial does, if a name follows."""
        return None if piece[-1] == "." and piece[-2:-1].isupper() else self._cut_in_place(piece, 0, len(piece), len(piece))

    def _cut_in_place(self, text: str, start: int, end: int, stop: int) -> Sequence[tuple[Word, int, int]]:
        """Return the tokens of ``text[start:end]`` and how far from ``start`` they stand, before the text that goes on up to ``stop``."""
        spans = [(begin, after) for begin, after in token_spans(text, start, min(end + 2, stop)) if begin < end]
        return tuple((self._look_up_known(text[begin:after]), begin - start, after - start) for begin, after in spans)

    def _look_up(self, text: str) -> Word:
        """Return what is known of a token."""
        pack, sort = self._pack, kind_of(text)
        folded, readings = pack.fold(text), pack.readings(text)
        lower = text.islower()
        article = self._has_article(text)
        kind = "NAME" if article else _kind(text, sort)
        nouns = self._lexicon.enter(readings) if sort == "word" else None
        names = self._names.enter(readings) if sort != "punct" and not lower else None
        verbs = pack.verb(folded)
        generic = pack.generic_verb(text) if sort == "word" and lower and nouns is None else None
        state = self._state(folded, readings) if kind in ("WORD", "NAME") else ""
        counted = self._stops and kind in ("NUMBER", "ORDINAL") and len(text) <= _LONGEST_ORDINAL
        dull = not (counted or nouns or names or verbs or generic or state or text in CLOSING or (kind == "NAME" and text[-1] == "."))
        loud = bool(names or state or (kind == "NAME" and not (nouns and nouns.alone)))
        noun = nouns.alone[0] if nouns and nouns.alone and not (nouns.branches or names) else None
        if noun is not None and kind == "NAME" and noun.value[0].category == "word":  # before another capital it may be a name
            noun = None
        named = article or (kind == "NAME" and self._is_named(text))
        common = kind == "NAME" and self._is_common(text)
        dated = self._is_dated(folded)
        return Word(text, folded, readings, kind, nouns, names, verbs, generic, state, named, common, dull, noun, loud, dated, counted)

    def _state(self, folded: str, readings: tuple[Ending, ...]) -> str:
        """Return the path of the state whose adjective a word is, "" where it is none."""
        agreeing = (self._adjectives.get(e.stem, "") for e in readings if e.modifier)
        return self._adjectives.get(folded, "") or next(filter(None, agreeing), "")

    def _has_article(self, text: str) -> bool:
        """Tell whether a word is a name with an article before it: "əl-Hamad"."""
        article, hyphen, name = text.partition("-")
        return bool(hyphen and name) and name[0].isupper() and self._pack.fold(article) in self._pack.particles

    def _is_named(self, text: str) -> bool:
        """Tell whether a word with a capital is a name by its form alone: an initial, an abbreviation, a family name."""
        if text.endswith(".") or sum(letter.isupper() for letter in text) > 1:
            return True
        return self._pack.family_name(text)


def tells(concept: Concept) -> bool:
    """Tell whether a noun may tell something, or turn another word into a name."""
    return concept.category in _TELLING


def _kind(text: str, sort: Kind) -> str:
    """Return the kind of node that a token is by its letters alone."""
    if sort == "punct":
        return _PUNCTUATION.get(text, "PUNCT")
    if _ORDINAL.match(text):
        return "ORDINAL"
    if sort == "number":
        return "NUMBER"
    return "NAME" if text[0].isupper() else "WORD"
