"""Rules of noun phrases about people without names, told by how many they are and where they come from."""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.among import STAFF
from qurultay.facts.phrases import Built, Phrases, joins, span
from qurultay.mentions.nodes import Node

__all__ = ["crowd"]

_BETWEEN = 4
"""How many words may stand between where people come from and what they are: "Macaristan'dan da yaklaşık yirmi yedi savcı"."""


def crowd(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """STATE-ABL + (a number) + role: "Macaristan ve Gürcistan'dan 30 savcı", "Macaristan'dan da hâkim ve savcılar": those states."""
    home, here, counted = nodes[at], at + 1, False
    if home.kind not in ("STATE", "ORG", "LIST") or home.cases() != {"abl"} or home.clauses or not home.things or home.value:
        return None
    while here < len(nodes) and here <= at + _BETWEEN and _counts(phrases, nodes[here]):
        counted = counted or nodes[here].kind == "NUMBER" or phrases.pack.fold(nodes[here].text) in phrases.pack.settings["numerals"]
        here += 1
    first, people = here, nodes[here] if here < len(nodes) else None
    while people is not None and (_role(people) or here > first) and people.has("nom") and here + 2 < len(nodes) and _goes_on(nodes, here):
        here += 2
        people = nodes[here]
    if people is None or not (_role(people) or here > first) or not (counted or people.plural()):
        return None
    case = people.endings or home.endings
    return span(nodes[at : here + 1], home.kind, home.things, endings=case, value=STAFF), here + 1 - at


def _role(node: Node) -> bool:
    """Tell whether a node says what people are and not who: "savcı", "uzmanlar"."""
    return node.kind == "ROLE" and not node.clauses


def _goes_on(nodes: Sequence[Node], here: int) -> bool:
    """Tell whether a list of what people are goes on: "hâkim, savcı ve uzmanlar"."""
    sign = nodes[here + 1]
    other = nodes[here + 2]
    unknown = other.kind == "WORD" and other.text.islower() and not any(e.possessive for e in other.endings)
    return (sign.kind == "COMMA" or joins(sign)) and (_role(other) or unknown)


def _counts(phrases: Phrases, node: Node) -> bool:
    """Tell whether a word may say how many people came: a number, a particle, "fazla"."""
    return node.kind in ("NUMBER", "PARTICLE") or (
        node.kind in ("WORD", "ORDINAL", "VERB") and phrases.pack.fold(node.text) in phrases.pack.settings["numerals"]
    )
