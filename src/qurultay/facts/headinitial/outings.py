"""Rules of noun phrases where heads come first: visits, by whom they are and where they go."""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.headinitial.government import preposition
from qurultay.facts.headinitial.happenings import in_prepositional_case, merged
from qurultay.facts.phrases import Built, Phrases
from qurultay.mentions.nodes import Node

__all__ = ["visit_by", "visit_to"]


def visit_to(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """A visit + "to" PLACE: where it goes."""
    node = nodes[at]
    if node.things[0].kind != "Visit" or node.things[0].place or at + 2 >= len(nodes):
        return None
    towards, place = nodes[at + 1], nodes[at + 2]
    if towards.kind != "PREP" or place.kind not in ("STATE", "PLACE") or not place.things:
        return None
    tour = preposition(towards, "gen")
    if not tour and in_prepositional_case(towards, place) not in ("dat", "loc"):
        return None
    node.things[0].place = list(place.things)
    return merged(nodes[at : at + 3], node), 3


def visit_by(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """A visit + "by" or "of" those who make it + "to" PLACE: "a visit by Kamran Aliyev to Kazakhstan"."""
    node = nodes[at]
    who = nodes[at + 1] if at + 1 < len(nodes) else None
    fixed = bool(phrases.pack.settings["fixed_order"])
    if not fixed or node.things[0].kind != "Visit" or who is None or who.kind not in ("PERSON", "POST", "DELEGATION", "LIST", "ORG"):
        return None
    if not who.cases() & {"by"} or not who.things or node.things[0].of:
        return None
    node.things[0].of, end = list(who.things), at + 2
    if not node.things[0].place and end < len(nodes) and nodes[end].kind in ("PLACE", "STATE") and nodes[end].cases() & {"dat", "loc"}:
        node.things[0].place, end = list(nodes[end].things), end + 1
    return merged(nodes[at:end], node), end - at
