"""Rules of noun phrases where heads come first: between whom an event or a document is."""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.headinitial.government import preposition
from qurultay.facts.headinitial.happenings import in_prepositional_case, merged
from qurultay.facts.phrases import LISTED, Built, Phrases, named, span
from qurultay.language.suffixes import Ending
from qurultay.mentions.nodes import Node

__all__ = ["between", "parties"]


def parties(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """A meeting + "with" or "between" those who met; a document + "between" its parties."""
    node, following = nodes[at], nodes[at + 1] if at + 1 < len(nodes) else None
    if (
        following is not None
        and following.kind == "PLACE"
        and following.has("loc")
        and at + 2 < len(nodes)
        and nodes[at + 2].has("between")
    ):
        placed = node.kind == "EVENT" and node.things[0].kind == "Meeting" and bool(nodes[at + 2].things) and not node.things[0].of
        if placed:
            node.things[0].of, node.things[0].place = list(nodes[at + 2].things), list(following.things)
            return merged(nodes[at : at + 3], node), 3
    object_of_verb = at > 0 and nodes[at - 1].kind == "VERB" and not (node.inflected and phrases.pack.dictionary)
    if following is None or following.kind not in (*LISTED, "ROLE", "GROUP") or object_of_verb:
        return None
    thing = node.things[0]
    sides = following.has("between")
    if not following.things or not (sides or (following.cases() == {"ins"} and thing.kind == "Meeting")):
        return None
    if node.kind == "EVENT" and thing.kind != "Meeting" and not sides:
        return None
    thing.of = [*thing.of, *following.things]
    return merged(nodes[at : at + 2], node), 2


def between(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "between" A and B, "между" A и B: both sides, as one node."""
    if (
        not preposition(nodes[at], "between")
        and in_prepositional_case(nodes[at], nodes[at + 1] if at + 1 < len(nodes) else None) != "between"
    ):
        return None
    following = nodes[at + 1] if at + 1 < len(nodes) else None
    if following is None or following.kind not in (*LISTED, "GROUP"):
        return None
    if len(following.things) > 1 or following.kind == "GROUP" or any(thing.plural for thing in following.things):
        kind = "GROUP" if following.kind == "GROUP" else "LIST"
        merged = span(nodes[at : at + 2], kind, following.things, endings=(Ending("", case="between"),), value=following.value)
        merged.concept = following.concept
        return merged, 2
    if at + 3 < len(nodes) and named(nodes[at + 2], "CONJ", "and") and nodes[at + 3].kind in LISTED:
        things = [*following.things, *nodes[at + 3].things]
        return span(nodes[at : at + 4], "LIST", things, endings=(Ending("", case="between"),)), 4
    return None
