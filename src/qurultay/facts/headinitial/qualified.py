"""Rules of noun phrases where heads come first: what stands between a role or a department and its body, adjectives and fields of work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qurultay.facts.headinitial.government import many, preposition
from qurultay.facts.phrases import Built, Phrases, named, span
from qurultay.facts.posts import told_post
from qurultay.mentions.nodes import Node

__all__ = ["adjective_part", "body_after_comma", "field", "qualified"]

_LONG = 8
"""How many nodes may say for what a role is."""
_FIELD = frozenset({"WORD", "NAME", "DOCUMENT", "EVENT", "GROUP", "TERRITORY", "CONJ", "AREA"})
"""Kinds of node that may stand in what a role is for."""
_ABOUT = ("of", "for", "on", "in")
_AT = ("of", "at", "in", "with", "from", "within", "under")
"""Prepositions between a role, or what it is for, and the body in which it is held."""
_NAMED = frozenset({"NAME", "PERSON", "COMMA", "RPAR", "PUNCT"})
_BEFORE_APPOSITION = frozenset({"COMMA", "LPAR", "DASH"})
_APPOSED = 2
"""How many nodes stand before a post in apposition at least: a name and a comma."""


def qualified(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Adjective + ROLE: "acting", "newly elected", "regional" + role: the role."""
    node = nodes[at]
    if at + 1 >= len(nodes) or nodes[at + 1].kind != "ROLE" or not (named(node, "TITLE", "post") or named(node, "WORD", "qualifier")):
        return None
    head = nodes[at + 1]
    merged = span(nodes[at : at + 2], "ROLE", [], endings=head.endings, value=head.value)
    merged.concept, merged.text = head.concept, phrases.text[node.start : head.end]
    return merged, 2


def field(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ROLE + "of", "for" + a field, before a body or a name: "professor of criminal law at ORG", "Vice-Rector for Research of ORG"."""
    node = nodes[at]
    if at + 2 >= len(nodes) or not _by(nodes[at + 1], _ABOUT):
        return None
    here = at + 2
    while here < len(nodes) and here < at + _LONG and not nodes[here].has("gen") and (nodes[here].kind in _FIELD or _modifies(nodes, here)):
        here += 1
    if here == at + 2 and nodes[here].kind == "STATE" and nodes[at + 1].text.lower() == "for":
        here += 1
    if here == at + 2 or named(nodes[here - 1], "CONJ") or here >= len(nodes):
        return None
    body = here + 1 < len(nodes) and _by(nodes[here], _AT) and nodes[here + 1].kind in ("ORG", "STATE")
    words = nodes[at + 2 : here]
    told = nodes[here].kind in _NAMED and nodes[at + 1].text.lower() != "in" and all(n.kind in ("WORD", "CONJ", "AREA") for n in words)
    if not body and not told:
        return None
    if node.kind == "POST":  # "the Embassy's counsellor for legal affairs, A"
        return (span(nodes[at:here], "POST", node.things, endings=node.endings), here - at) if told else None
    merged = span(nodes[at:here], "ROLE", [], endings=node.endings, value=node.value)
    merged.concept, merged.text = node.concept, node.text
    return merged, here - at


def _modifies(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a short name of a body says what a noun after it is about: "EU affairs"."""
    if at + 1 >= len(nodes) or nodes[at].kind != "ORG" or not nodes[at].text.isupper():
        return False
    return nodes[at + 1].kind == "WORD" and nodes[at + 1].text.islower()


def _by(node: Node, words: Sequence[str]) -> bool:
    """Tell whether a node is one of some prepositions."""
    return preposition(node) and node.text.lower() in words


def adjective_part(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Adjective + department, beside its body: "the ministry's international law department", "legal department of the Court"."""
    node, head = nodes[at], nodes[at + 1] if at + 1 < len(nodes) else None
    if head is None or head.kind != "OFFICE" or node.concept is not None:
        return None
    if not (node.text.islower() and head.text.islower() and _department(phrases, head)):
        return None
    owned = at > 0 and (nodes[at - 1].has("gen") or (nodes[at - 1].kind == "WORD" and nodes[at - 1].text.islower()))
    if not owned and not (at + 2 < len(nodes) and _by(nodes[at + 2], (*_AT, *_ABOUT))):
        return None
    merged = span(nodes[at : at + 2], "OFFICE", [], endings=head.endings, value=head.value)
    merged.concept = replace(head.concept, flags=()) if head.concept else None
    merged.text = phrases.text[merged.start : merged.end]
    return merged, 2


def _department(phrases: Phrases, head: Node) -> bool:
    words = {word for word in head.text.split() for word in phrases.pack.stems(word)}
    return bool(words & set(phrases.pack.settings["departments"]))


def body_after_comma(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """NAME, ROLE, ORG: the body in which somebody named has a post: "A, Judge, Constitutional Court of B"."""
    node = nodes[at]
    if [n.kind for n in nodes[at : at + 3]] != ["ROLE", "COMMA", "ORG"] or many(node):
        return None
    if at < _APPOSED or nodes[at - 1].kind not in _BEFORE_APPOSITION or nodes[at - 2].kind not in ("NAME", "PERSON"):
        return None
    body, after = nodes[at + 2], nodes[at + 3] if at + 3 < len(nodes) else None
    if node.concept is None or node.concept.get("national") or node.concept.get("deputy") or len(body.things) != 1 or not body.has("nom"):
        return None
    if after is not None and after.kind not in ("COMMA", "PUNCT", "RPAR", "VERB", "AUX"):
        return None
    return span(nodes[at : at + 3], "POST", [told_post(phrases, node, body.things[0])], endings=node.endings), 3
