"""Attributive clauses of head-final languages: which noun a participle is said of, and which of several is taken first."""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.phrases import named
from qurultay.mentions.nodes import NOMINAL, Node

__all__ = ["awaits", "common_noun", "embedded", "head_of", "tells_members"]

_ATTRIBUTIVE = frozenset({"part", "obj", "any"})
_NEAR = 3
"""How many adjectives may stand before a common noun."""
_LISTED = 10
"""How many phrases may stand between "among them" and its verb."""


def head_of(nodes: Sequence[Node], at: int) -> int | None:
    """Return the place of the noun phrase right after an attributive verb, None where there is none."""
    here = at + 1
    concept = nodes[here].concept if here < len(nodes) and nodes[here].kind == "CONJ" else None
    if concept is not None and concept.name == "and":
        here += 1
    elif (
        here + 1 < len(nodes)
        and nodes[here].kind == "COMMA"
        and nodes[here + 1].kind in NOMINAL
        and any(c.head is not None for c in nodes[here + 1].clauses)
    ):
        return here + 1
    while (
        here < len(nodes)
        and here <= at + 5
        and nodes[here].kind in ("WORD", "ORDINAL", "NUMBER", "TITLE", "THEME", "PARTICLE", "RELATION", "QUOTE", "DEMONYM")
    ):
        if nodes[here].kind == "WORD" and (not nodes[here].plain() or _cited(nodes, here)):
            return None
        here += 1
        if _joined_adjectives(nodes, here):
            here += 1
    while here + 1 < len(nodes) and here <= at + 5 and nodes[here].kind == "NAME" and nodes[here + 1].kind in ("WORD", "TITLE", "EVENT"):
        here += 1
        while here < len(nodes) and here <= at + 5 and nodes[here].kind in ("WORD", "TITLE"):
            here += 1
    return here if here < len(nodes) and nodes[here].kind in NOMINAL else None


def _cited(nodes: Sequence[Node], here: int) -> bool:
    """Tell whether a noun is what somebody is cited by: "yapılan açıklamaya göre"."""
    return nodes[here].has("dat") and here + 1 < len(nodes) and named(nodes[here + 1], "PARTICLE", "according")


def tells_members(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a verb says who is among a group: "aralarında X'in de bulunduğu"."""
    return any(named(node, "RELATION", "among") for node in nodes[max(0, at - _LISTED) : at])


def _joined_adjectives(nodes: Sequence[Node], here: int) -> bool:
    """Tell whether a conjunction joins two adjectives: "hərtərəfli və institusional tədbirlər"."""
    if not 0 < here < len(nodes) - 1 or not named(nodes[here], "CONJ", "and"):
        return False
    return nodes[here - 1].kind == nodes[here + 1].kind == "WORD"


def common_noun(nodes: Sequence[Node], at: int) -> int | None:
    """Return the place of the common noun that a participle in -an is said of, adjectives passed over; None where there is none."""
    here = at + 1
    while here + 1 < len(nodes) and here <= at + _NEAR and nodes[here].kind == "WORD" and nodes[here].plain():
        if nodes[here + 1].kind != "WORD":
            break
        here += 1
    return here if here < len(nodes) and nodes[here].kind == "WORD" else None


def awaits(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a participle is joined to a later one: "düzenlenen ve X'in desteklediği seminer"; the later is taken first."""
    if at + 1 >= len(nodes) or not (named(nodes[at + 1], "CONJ", "and") and nodes[at].forms() & _ATTRIBUTIVE):
        return False
    verb = next((n for n in nodes[at + 2 :] if n.kind in ("VERB", "EVENT", "COMMA")), None)
    return verb is not None and verb.kind == "VERB" and bool(verb.forms() & _ATTRIBUTIVE) and "fin" not in verb.forms()


def embedded(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a verb stands inside a noun phrase: it is a noun itself, or a participle with a noun that it is said of."""
    forms = nodes[at].forms()
    if forms & {"vn", "inf", "obj"}:
        return True
    if "part" in forms:
        return head_of(nodes, at) is not None or common_noun(nodes, at) is not None
    return "any" in forms and "fin" not in forms and head_of(nodes, at) is not None
