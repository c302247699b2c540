"""That a document was signed, told in other words than by a verb of signing: "ended with the signing of", "after signing it"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qurultay.facts.headinitial.present import PEOPLE, as_told, in_nominative
from qurultay.facts.phrases import Phrases, named
from qurultay.language.pack import Concept, Predicate
from qurultay.language.suffixes import Ending, VerbForm
from qurultay.mentions.nodes import Clause, Node

__all__ = ["SIGNED", "after_signing", "signings"]

SIGNED = Predicate("signed", (("nom", "document"),), ())
_SIGN = Predicate("sign", (("nom", "agent"), ("acc", "document")), ())
_AFTER = ("after", "upon", "on", "by", "following", "having")
"""Words before a gerund that tell that it is done."""
_ARTICLE = ("the ", "a ")


def signings(phrases: Phrases, clause: Clause, frames: set[str]) -> list[Clause]:
    """ "ended with the signing of a declaration", "the visit saw its adoption": that the document was signed."""
    ceremony = frames & {"held"} and any(n.kind == "EVENT" and _of_signing(phrases, n) for n in clause.arguments)
    itself = frames & {"held"} and any(n.kind == "DOCUMENT" and n.value == "SIGNED" and n.has("nom") for n in clause.arguments)
    took_place = bool(set(phrases.pack.fold(clause.verb.text).split()) & set(phrases.pack.settings["saw_signing"]))
    if clause.tense != "past" or clause.negative or not (ceremony or itself or took_place or frames & {"phase", "ended"}):
        return []
    signed = [n for n in clause.arguments if n.kind == "DOCUMENT" and (n.value == "SIGNED" or (ceremony and not n.has("nom")))]
    beside = [n for n in clause.arguments if n.kind == "DATE" or (n.has("between") and n.things)]
    return [as_told(clause, SIGNED, "past", [*beside, in_nominative(node)]) for node in signed]


def _of_signing(phrases: Phrases, event: Node) -> bool:
    """Tell whether an event is named after a signing: "signing ceremony", "церемония подписания"."""
    stems = (stem for word in event.text.split() for stem in phrases.pack.stems(word))
    return any(concept.name == "signing" for stem in stems for concept in phrases.pack.nouns.get(stem, ()))


def after_signing(phrases: Phrases, clause: Clause, subject: Node | None) -> list[Clause]:
    """ "After signing a memorandum, they held a briefing", "said after signing, with B, a memorandum": the document, and who signed it."""
    if clause.tense != "past":
        return []
    here = next((i for i, n in enumerate(clause.arguments) if i and _signing(phrases, clause.arguments, i)), None)
    if here is None:
        return []
    verb, after = clause.arguments[here], clause.arguments[here + 1 :]
    document = next((n for n in after if n.kind == "DOCUMENT"), None)
    agent = next((n for n in clause.arguments if n is not document and n.kind in (*PEOPLE, "ORG", "NAME") and n.has("nom")), None)
    agent = agent or next((_both(n) for n in clause.arguments if n.kind == "WORD" and n.text.lower() == "they"), None) or subject
    if document is None or agent is None or any(n.kind == "VERB" for n in after[: after.index(document)]):
        return []
    told = replace(verb, kind="VERB", senses=((_SIGN, VerbForm("fin", "past")),))
    beside = [n for n in after if n.has("between") or (n.has("ins") and _close(after, document, n))]
    there = [n for n in clause.arguments[:here] if n.kind in ("DATE", "PLACE") and n.first > clause.verb.last]
    clause.arguments = [n for n in clause.arguments if n not in (clause.arguments[here - 1], verb, document, *beside)]
    signed = replace(document, endings=(Ending("", case="acc"),))
    nodes = [replace(agent, first=0, last=0), *there, *beside, signed]
    return [Clause(told, nodes, tense="past", topic=clause.topic, reported=clause.reported)]


def _signing(phrases: Phrases, nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a gerund of signing stands at a place, after a word that tells that it is done."""
    node = nodes[at]
    gerund = node.kind == "VERB" and "sign" in node.frames() and bool(node.forms() & {"vn", "conv", "ing"})
    noun = named(node, "WORD", "signing") and not phrases.text[max(0, node.start - 4) : node.start].lower().endswith(_ARTICLE)
    return (gerund or noun) and nodes[at - 1].text.lower() in _AFTER


def _close(nodes: Sequence[Node], document: Node, partner: Node) -> bool:
    """Tell whether who signs too is told before the document, or right after it."""
    return partner.first < document.first or not any(n.kind == "COMMA" and document.first < n.first < partner.first for n in nodes)


def _both(node: Node) -> Node:
    """Return "they" as the sides that met."""
    return replace(node, kind="GROUP", concept=Concept("group", "side"), endings=(Ending("side", plural=True),))
