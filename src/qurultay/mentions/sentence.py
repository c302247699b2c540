"""A sentence of looked-up words, and the first nodes that are made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qurultay.language.pack import Concept, LanguagePack, Predicate
from qurultay.language.suffixes import Ending
from qurultay.mentions.dates import DateMention
from qurultay.mentions.nodes import Node, Thing
from qurultay.mentions.reference import Known
from qurultay.mentions.trie import Found
from qurultay.mentions.verbs import Verbs
from qurultay.mentions.words import Word

__all__ = [
    "Name", "Noun", "Sentence",
    "date_node", "fixed_phrase", "holds_verb", "known_thing", "names_at", "noun_node", "opens_name", "plain_node", "verb_node",
]  # fmt: skip

_SORTS = {"State": "state", "Place": "place"}
_KINDS = {
    **{kind: kind.upper() for kind in ("office", "role", "title", "event", "document", "delegation", "group", "member", "cite", "marker")},
    **{kind: kind.upper() for kind in ("during", "relation", "particle", "area", "territory", "ordinal", "conj")},
    **{kind: kind.upper() for kind in ("prep", "aux", "det", "rel", "sub")},
}
"""The kind of node for each category of the lexicon; a word of any other category stays a word."""
_UNKNOWN = Predicate("", (), ())

Noun = Found[tuple[Concept, ...]]
Name = Found[tuple[Known, bool]]
"""A name met in the text: what it names, and whether it is an abbreviation."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's words, where each stands in the text, how each may be read as a noun, and the verbs among them."""

    text: str
    spans: Sequence[tuple[int, int]]
    words: Sequence[Word]
    readings: Sequence[tuple[Ending, ...]]
    verbs: Verbs

    def dated(self) -> list[tuple[int, int]]:
        """Return where the words stand in which a mention of time may begin."""
        return [span for word, span in zip(self.words, self.spans, strict=True) if word.dated]

    def node(self, kind: str, first: int, last: int, endings: tuple[Ending, ...] = ()) -> Node:
        """Return a node over the words ``first`` to ``last`` (inclusive)."""
        start, end = self.spans[first][0], self.spans[last][1]
        return Node(kind, first, last, start, end, self.text[start:end], endings)


def date_node(sentence: Sentence, at: int, date: DateMention, pack: LanguagePack) -> Node:
    """Return the node of a mention of time that begins at ``at``."""
    text, spans, dative = sentence.text, sentence.spans, pack.dative
    last = at
    while last + 1 < len(spans) and spans[last + 1][0] < date.end:
        last += 1
    end = max(date.end, spans[last][1])
    bare = pack.fold(text[date.start : end]) in pack.settings["bare_days"]
    endings = tuple(e for e in sentence.readings[last] if dative is not None and e.case == "gen" and not e.possessive and not bare)
    if dative is not None and date.kind in ("day", "month", "interval") and dative.search(text[date.start : end]):
        endings = (*endings, Ending("", case="dat"))
    value, attributive = date.value or "", "attributive" if date.attributive else ""
    day = Thing("date", date.start, date.end, kind=date.kind, name=value, national=attributive, tail=date.bound or "")
    return Node("DATE", at, last, date.start, end, text[date.start : end], endings, [day], value=value)


def _cuts_verb(verbs: Verbs, at: int, end: int) -> bool:
    """Tell whether a verb begins after word ``at`` and before word ``end``, and goes on there."""
    return any(verb in verbs and verbs[verb][0] >= end for verb in range(at + 1, end))


def holds_verb(sentence: Sentence, at: int, noun: Noun) -> bool:
    """Tell whether a verb begins inside a phrase of the lexicon; one with a capital is a part of its name ("Court of Appeal")."""
    inner = (verb for verb in sentence.verbs if at < verb < at + noun.length)
    return any(sentence.words[verb].text.islower() or noun.value[0].category != "office" for verb in inner)


def verb_node(sentence: Sentence, at: int, nouns: Sequence[Noun]) -> Node | None:
    """Return the verb that begins at ``at``: one of the lexicon, or a word whose ending can only be a verb's."""
    if at in sentence.verbs:
        last, senses = sentence.verbs[at]
    elif (form := sentence.words[at].generic) is not None and not any(noun.length == 1 for noun in nouns):
        last, senses = at, ((_UNKNOWN, form),)
    else:
        return None
    node = sentence.node("VERB", at, last)
    node.senses = senses
    return node


def fixed_phrase(sentence: Sentence, at: int, nouns: Sequence[Noun]) -> Node | None:
    """Return a set phrase that holds what looks like a verb ("müvafiq olaraq"), which is none there."""
    noun = next((noun for noun in nouns if noun.length == 1 or not _cuts_verb(sentence.verbs, at, at + noun.length)), None)
    concept = noun.value[0] if noun is not None else None
    if noun is None or concept is None or noun.endings[0].case != "nom":
        return None
    if concept.category in ("prep", "relation") and noun.length > 1 and at not in sentence.verbs:
        return noun_node(sentence, at, noun)
    if concept.category in ("particle", "conj", "marker") or concept.name == "former" or (concept.category == "title" and noun.length > 1):
        return noun_node(sentence, at, noun)
    return None


def names_at(sentence: Sentence, at: int) -> Sequence[Name]:
    """Return the names that begin at ``at``, the longest first."""
    entry = sentence.words[at].names
    return [name for name in entry.find(sentence.readings, at) if _may_be_name(sentence.words[at].text, name)] if entry else ()


def plain_node(sentence: Sentence, at: int) -> Node:
    """Return the node of a sign, a number, an adjective of a state, a name that is not known, or a mere word."""
    word = sentence.words[at]
    kind, last = word.kind, at
    if word.counted and _stopped(sentence, at):
        return sentence.node("ORDINAL", at, at + 1)
    if kind == "NAME":
        if at or opens_name(sentence.words):
            last = _name_end(sentence.words, at)
        else:
            kind = "WORD"
    state = word.state if last == at else ""
    node = sentence.node("DEMONYM" if state else kind, at, last, sentence.readings[last])
    if state:
        node.things = [Thing("state", node.start, node.end, path=state, kind="State")]
    return node


def _stopped(sentence: Sentence, at: int) -> bool:
    """Tell whether a full stop that ends no sentence stands right after a word."""
    words, spans = sentence.words, sentence.spans
    return at + 2 < len(words) and words[at + 1].text == "." and spans[at + 1][0] == spans[at][1]


def opens_name(words: Sequence[Word]) -> bool:
    """Tell whether the first word of a sentence is a name, and not a word with the sentence's capital."""
    return words[0].named or (len(words) > 1 and words[1].text[0].isupper() and not words[0].common)


def noun_node(sentence: Sentence, at: int, noun: Noun) -> Node:
    """Return the node of a word of the lexicon, with a thing where it tells of an event, a document or a delegation."""
    concept = noun.value[0]
    endings = noun.endings
    if concept.flags and concept.get("izafet"):
        endings = tuple(e for e in endings if e.possessive) or endings
    if concept.flags and (case := concept.get("case")):
        endings = (Ending("", case=case),)
    last = at + noun.length - 1
    if concept.category == "title" and _stopped(sentence, last):
        last += 1
    node = sentence.node(_KINDS.get(concept.category, "WORD"), at, last, endings)
    node.concept = concept
    if node.kind in ("EVENT", "DOCUMENT", "DELEGATION"):
        plural = all(e.plural for e in node.endings) and not concept.get("mass")
        rules = (f"{concept.category}_noun",)
        node.things = [Thing(concept.category, node.start, node.end, kind=concept.name, rules=rules, plural=plural)]
    return node


def known_thing(sentence: Sentence, first: int, last: int, known: Known) -> Thing:
    """Return the known thing that the words ``first`` to ``last`` (inclusive) name."""
    return Thing(_SORTS.get(known.kind, "org"), sentence.spans[first][0], sentence.spans[last][1], path=known.path, kind=known.kind)


def _name_end(words: Sequence[Word], at: int) -> int:
    """Return the last word of initials and the name that they stand before, or ``at``."""
    last = at
    while words[last].text.endswith(".") and len(words[last].text) <= 3 and last + 1 < len(words) and words[last + 1].text[0].isupper():
        last += 1
    return last


def _may_be_name(text: str, found: Name) -> bool:
    """Tell whether a name may stand at a word: a name begins with a capital; an abbreviation is printed in capitals."""
    if found.value[1]:
        return sum(c.isupper() for c in text) >= 2 or (found.length == 1 and text[:1].isupper() and len(found.endings[0].stem) > 4)
    return text[:1].isupper()
