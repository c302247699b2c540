"""Lists of people whose first one acts and whose others are acted upon: "A, B ve C ile görüştü"."""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.phrases import named
from qurultay.language.suffixes import Ending
from qurultay.mentions.nodes import ACTING, Node

__all__ = ["part_agent"]

_SLOTS = frozenset({"partner", "guest"})
_PEOPLE = frozenset({"person", "post", "delegation"})
_SEVERAL = 2


def part_agent(held: Sequence[Node], verb: Node, text: str) -> list[Node]:
    """Return the nodes before a verb, where a list of its partners holds also who acts, with that one apart.

    In "Başsavcı A, Bakan B ve Rektör C ile görüştü" the comma after A ends the subject; those after it are one list.
    """
    cases = {case for predicate, _ in verb.senses for case, slot in predicate.slots if slot in _SLOTS and case != "nom"}
    for at, node in enumerate(held):
        if node.kind in ACTING and node.has("nom"):
            return list(held)
        if named(node, "CONJ", "also"):
            return list(held)
        marks = node.cases()
        if node.kind not in ("PERSON", "LIST") or len(marks) != 1 or not marks <= cases or len(node.things) < _SEVERAL:
            continue
        first, rest = node.things[0], node.things[1:]
        if first.sort not in _PEOPLE or not text[first.end :].lstrip().startswith(","):
            continue
        if not any(thing.sort in _PEOPLE for thing in rest):
            continue
        for thing in (first, *(clause_thing for clause_thing in first.of if clause_thing.sort == "person")):
            thing.by_case = {"nom": thing.by_case["nom"]} if "nom" in thing.by_case else thing.by_case
        agent = Node(
            "PERSON" if first.sort == "person" else "LIST", node.first, node.first, node.start, first.end, "", (Ending(""),), [first]
        )
        others = Node(node.kind, node.first + 1, node.last, rest[0].start, node.end, node.text, node.endings, rest)
        agent.clauses = node.clauses
        for clause in node.clauses:
            if clause.head is not None and list(clause.head.things) == list(node.things):
                clause.head = agent
        return [*held[:at], agent, others, *held[at + 1 :]]
    return list(held)
