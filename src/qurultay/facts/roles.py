"""Rules of noun phrases about roles: deputies, former holders, heads of departments, ministers and what they are for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qurultay.facts.phrases import Built, Phrases, governed, named, span, unmarked
from qurultay.mentions.nodes import Node

__all__ = ["ambiguous_role", "department_role", "domain_role", "former_role", "nested_role"]


def ambiguous_role(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ORDINAL + role: "birinci müavin" and the like stand in the lexicon; any other ordinal is passed over."""
    if nodes[at].kind == "ORDINAL" and at + 1 < len(nodes) and nodes[at + 1].kind == "ROLE" and nodes[at + 1].text[0].isupper() is False:
        merged = span(nodes[at : at + 2], "ROLE", [])
        merged.concept = nodes[at + 1].concept
        return merged, 2
    return None


def former_role(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "keçmiş" + role: a post held before."""
    if not named(nodes[at], "WORD", "former") or at + 1 >= len(nodes) or nodes[at + 1].kind != "ROLE":
        return None
    concept = nodes[at + 1].concept
    merged = span(nodes[at : at + 2], "ROLE", [])
    merged.concept = replace(concept, flags=(*concept.flags, ("former", "1"))) if concept else None
    return merged, 2


def nested_role(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ROLE + deputy: "baş katibin müavini", "sədr müavini"."""
    if nodes[at].kind != "ROLE" or at + 1 >= len(nodes):
        return None
    here = at + 1
    if nodes[here].kind == "WORD" and nodes[at].has("gen") and here + 1 < len(nodes) and unmarked(nodes[here]):
        here += 1
    if nodes[here].kind != "ROLE":
        return None
    chief, deputy = nodes[at], nodes[here]
    if chief.concept is None or deputy.concept is None or not governed(chief) or not deputy.owned():
        return None
    merged = span(nodes[at : here + 1], "ROLE", [])
    if not deputy.concept.get("deputy"):
        if deputy.concept.name != "Adviser" or not chief.has("gen"):
            return None
        merged.concept = replace(chief.concept, name="Adviser", flags=tuple(f for f in chief.concept.flags if f[0] != "state"))
        return merged, here + 1 - at
    first = deputy.concept.name.startswith("First")
    base = chief.concept.name
    name = (
        f"First{'Deputy'}{base}"
        if first and base == "ProsecutorGeneral"
        else {"President": "VicePresident", "Rector": "ViceRector"}.get(base, f"Deputy{base}")
    )
    merged.concept = replace(chief.concept, name=name, flags=tuple(f for f in chief.concept.flags if f[0] != "state"))
    merged.value = chief.value
    if deputy.concept.get("former"):
        merged.concept = replace(merged.concept, flags=(*merged.concept.flags, ("former", "1")))
    return merged, here + 1 - at


def department_role(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "şöbə rəisi", "idarə rəisinin müavini": the head of a department of the body spoken of."""
    node = nodes[at]
    if (
        node.kind != "OFFICE"
        or node.concept is None
        or node.concept.name != "GovernmentBody"
        or node.owned()
        or not node.has("nom")
        or at + 1 >= len(nodes)
    ):
        return None
    head = nodes[at + 1]
    if head.kind != "ROLE" or head.concept is None or not head.concept.name.endswith(("HeadOfDepartment", "Director")) or not head.owned():
        return None
    merged = span(nodes[at : at + 2], "ROLE", [])
    merged.concept = head.concept
    return merged, 2


def domain_role(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Words + minister: "mədəniyyət naziri", "rəqəmsal inkişaf və nəqliyyat naziri"; the body is the ministry so called.

    Where a role is one of departments ("Ceza İşleri Genel Müdürü"), the words name a part of the body spoken of.
    """
    if at + 1 >= len(nodes) or nodes[at].kind not in ("WORD", "NAME", "TERRITORY") or not unmarked(nodes[at]):
        return None
    if at > 0 and nodes[at - 1].kind in ("WORD", "NAME") and unmarked(nodes[at - 1]) and nodes[at - 1].text.islower():
        return None
    if (nodes[at].kind == "NAME" and phrases.family_name(nodes[at])) or named(nodes[at], "WORD", "former"):
        return None
    head_at = at + 1
    while (
        head_at < len(nodes)
        and head_at < at + 5
        and (
            (nodes[head_at].kind in ("WORD", "NAME") and nodes[head_at].has("nom") and nodes[head_at].plain())
            or named(nodes[head_at], "CONJ", "and")
        )
    ):
        head_at += 1
    if head_at >= len(nodes) or nodes[head_at].kind != "ROLE":
        return None
    concept = nodes[head_at].concept
    if (
        concept is None
        or not (concept.get("ministry") or concept.name == "Minister" or concept.get("department"))
        or concept.get("national")
        or not nodes[head_at].owned()
    ):
        return None
    merged = span(nodes[at : head_at + 1], "ROLE", [])
    merged.concept = concept
    merged.value = "" if concept.get("department") else phrases.text[nodes[at].start : nodes[head_at - 1].end]
    return merged, head_at + 1 - at
