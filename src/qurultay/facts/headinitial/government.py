"""What governs what where heads come first: complements after their head, and modifiers before it."""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.phrases import Phrases, named, span
from qurultay.language.suffixes import Ending
from qurultay.mentions.nodes import NOMINAL, Node

__all__ = [
    "GENITIVE",
    "adjective_of",
    "complement",
    "determined_by",
    "fronted",
    "genitive",
    "in_case",
    "list_to_be",
    "many",
    "modifies",
    "preposition",
]

GENITIVE = "gen"
"""The case of what a head governs: of a Russian genitive, and of an English phrase after "of"."""
_MODIFYING = frozenset({"STATE", "ORG", "PLACE", "MEMBERS", "GROUP"})
_COMMON = frozenset({"ORG", "OFFICE", "EVENT", "DOCUMENT", "DELEGATION", "GROUP"})
"""Kinds of node that adjectives may stand before, after "of"."""
_ADJECTIVES = 3
_OPENING = frozenset({"SUB", "PUNCT", "COLON", "DASH"})
_BEFORE = 10
"""How many characters before a phrase its article is looked for in."""
_OWNING = ("'s", "’s")
_OWNED = frozenset({"ROLE", "OFFICE", "EVENT", "DELEGATION", "DOCUMENT", "ORG", "POST"})
"""What a genitive before it belongs to, and not to the head before "of": "the office of Georgia's Public Defender"."""
_CLOSED = (["PREP", "DATE"], ["PREP", "PLACE"])
"""Phrases that open a clause and end before its subject though no comma parts them."""
_PHRASE = 2
_GOVERNED = NOMINAL | {"DEMONYM", "WORD", "QUOTE"}


def preposition(node: Node, *cases: str) -> bool:
    """Tell whether a node is a preposition, one that gives one of some cases where these are asked for."""
    return node.kind == "PREP" and node.concept is not None and (not cases or node.concept.name in cases)


def complement(phrases: Phrases, nodes: Sequence[Node], at: int) -> int | None:
    """Return the place of what the head at ``at`` governs: after "of", or right after it in the genitive; None where nothing is."""
    here = at + 1
    if here < len(nodes) and preposition(nodes[here], GENITIVE):
        here += 1
        begin = here
        while here < len(nodes) and here < begin + _ADJECTIVES and nodes[here].kind == "WORD" and nodes[here].text.islower():
            here += 1
        if here + 1 < len(nodes) and nodes[here].text.endswith(_OWNING) and nodes[here + 1].kind in _OWNED:
            return None
        if (
            here + 1 < len(nodes)
            and nodes[here].value == "ABBREVIATION"
            and nodes[here].kind == "STATE"
            and nodes[here + 1].kind == "OFFICE"
        ):
            return None  # "of the US embassy"
        if here > begin and (here >= len(nodes) or nodes[here].kind not in _COMMON or nodes[here].text[0].isupper()):
            here = begin
        return here if here < len(nodes) and nodes[here].kind in _GOVERNED else None
    if here >= len(nodes) or phrases.pack.settings["noun_modifiers"] or nodes[here].kind not in _GOVERNED:
        return None
    return here if genitive(nodes[here]) else None


def determined_by(phrases: Phrases, node: Node) -> str:
    """Return the article or pronoun that stands right before a phrase, "" where none does."""
    before = phrases.text[max(0, node.start - _BEFORE) : node.start].split()
    word = phrases.pack.fold(before[-1]) if before else ""
    return word if any(concept.category == "det" for concept in phrases.pack.nouns.get(word, ())) else ""


def genitive(node: Node) -> bool:
    """Tell whether a node may stand in the genitive; an abbreviation may stand in any case."""
    return node.has(GENITIVE) or node.value == "ABBREVIATION"


def many(node: Node) -> bool:
    """Tell whether a node can only be plural: what may be a genitive singular as well is taken for that."""
    return bool(node.endings) and all(e.plural for e in node.endings)


def modifies(phrases: Phrases, node: Node, head: Node) -> bool:
    """Tell whether a phrase may stand before the head that governs it: "турецкий министр", "Azerbaijan's minister", "OTS Secretary"."""
    if node.kind == "DEMONYM":
        return not node.endings or bool(node.cases() & head.cases()) or bool(phrases.pack.settings["noun_modifiers"])
    if node.kind not in _MODIFYING or not phrases.pack.settings["noun_modifiers"]:
        return False
    return node.has(GENITIVE) or (
        node.kind != "GROUP"
        and node.has("nom")
        and (
            head.text[0].isupper()
            or node.kind == "ORG"
            or (node.kind == "PLACE" and (head.kind == "EVENT" or _local(head)))
            or (node.value == "ABBREVIATION" and head.kind == "OFFICE")
        )
    )


def _local(head: Node) -> bool:
    """Tell whether a noun means an office that towns have, however it is printed: "the Baku prosecutor's office"."""
    return head.kind == "OFFICE" and head.concept is not None and head.concept.name in ("ProsecutorsOffice", "Court")


def adjective_of(phrases: Phrases, node: Node, noun: Node) -> bool:
    """Tell whether a name is an adjective that agrees with the noun after it: "Ошской области"."""
    forms = {(e.plural, e.case) for e in node.endings if e.modifier}
    return phrases.pack.dictionary is not None and bool(forms & {(e.plural, e.case) for e in noun.endings})


def in_case(nodes: Sequence[Node], node: Node, case: str) -> Node:
    """Return a phrase, with the words that give it its case, as one node in that case."""
    stem = node.endings[0].stem if node.endings else ""
    plural = bool(node.endings) and all(e.plural for e in node.endings)
    merged = span(nodes, node.kind, node.things, endings=(Ending(stem, plural=plural, case=case),), value=node.value)
    merged.concept, merged.inflected = node.concept, node.inflected or node.endings
    merged.start = node.start if named(nodes[0], "PREP") else merged.start
    merged.text = node.text
    for thing in node.things:
        if thing.by_case:
            thing.by_case = {case: next(iter(thing.by_case.values())), **thing.by_case}
    return merged


def fronted(phrases: Phrases, nodes: Sequence[Node], at: int, end: int) -> bool:
    """Tell whether what seems a list ends a phrase that opens its clause, and is followed by who acts: "in A, B and C met"."""
    if at == 0 or nodes[at + 1].kind != "COMMA" or end >= len(nodes):
        return False
    while end < len(nodes) and nodes[end].kind == "PARTICLE":
        end += 1
    if end >= len(nodes) or nodes[end].kind != "VERB" or "fin" not in nodes[end].forms():
        return False
    begin = next((i + 1 for i in range(at - 1, -1, -1) if nodes[i].kind in _OPENING), 0)
    opening = [node for node in nodes[begin:at] if node.kind not in ("PARTICLE", "CONJ")]
    while [n.kind for n in opening[:_PHRASE]] in _CLOSED and (len(opening) == _PHRASE or opening[_PHRASE].kind != "PREP"):
        opening = opening[_PHRASE:]  # "on 5 March delegations from A, B and C met"
    return bool(opening) and opening[0].kind == "PREP" and not any(node.kind in ("VERB", "REL", "COMMA") for node in opening)


def list_to_be(phrases: Phrases, nodes: Sequence[Node], at: int) -> bool:
    """Tell whether one of people in the genitive is to be listed with the next first: "переговоры министра A и генпрокурора B"."""
    if phrases.pack.dictionary is None or nodes[at].kind != "PERSON" or at + 2 >= len(nodes):
        return False
    return named(nodes[at + 1], "CONJ", "and") and nodes[at + 2].kind == "PERSON" and genitive(nodes[at + 2])
