"""What a body is for, told after its head: "Superior Council of Magistracy", "Agency for Legal Aid"; where its name ends.

Common nouns in a row end in commas too ("Institute for Retraining of Judges, Prosecutors and Lawyers"), and right after the name that of
somebody who has a post there may stand: "Head of the Department of International Cooperation Karim Aliyev".
"""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.headinitial.government import determined_by, genitive, many, preposition
from qurultay.facts.headinitial.names import given_and_family
from qurultay.facts.phrases import Phrases, named
from qurultay.mentions.nodes import Node

__all__ = ["FOR", "LONG", "end_of_task", "with_task"]

FOR = ("of", "for", "on", "against", "over")
"""Prepositions before what a body is for."""
LONG = 9
"""How many nodes the name of a body takes at most."""
_TASKS = frozenset({"NAME", "WORD", "OFFICE", "ROLE", "GROUP", "AREA", "TITLE"})
"""Kinds of node with which what a body is for may begin."""
_NOUNS = frozenset({"WORD", "OFFICE", "GROUP", "ROLE", "AREA"})
"""Kinds of node with which the name of a body ends before that of its officer."""


def with_task(phrases: Phrases, nodes: Sequence[Node], head: int) -> int:
    """Return where the name of a body ends that goes on with what it is for: "Superior Council of Magistracy"; its head where not."""
    here = head + 1
    if many(nodes[head]) or nodes[head].has("gen") or here + 1 >= len(nodes) or not preposition(nodes[here]):
        return head
    following = nodes[here + 1]
    if nodes[here].text.lower() not in FOR or not following.text[0].isupper() or following.kind not in _TASKS:
        return head
    if following.kind == "TITLE" and not _several(following):
        return head
    words = {word for text in nodes[head].text.split() for word in phrases.pack.stems(text)}
    part = following.kind == "OFFICE" and words & set(phrases.pack.settings["departments"])
    if part and determined_by(phrases, following) == "the":
        return head  # "International Department of the Prosecutor General's Office" is one of that office
    if determined_by(phrases, following) in phrases.pack.settings["own"]:
        return head  # "the Criminal Board of its Supreme Court"
    here = end_of_task(phrases, nodes, here + 1, head, after_preposition=True)
    while nodes[here - 1].kind in ("CONJ", "PREP", "COMMA"):
        here -= 1
    return here - 1


def end_of_task(phrases: Phrases, nodes: Sequence[Node], here: int, head: int, *, after_preposition: bool) -> int:
    """Return the place after the last node that may belong to what the office at ``head`` is for."""
    while here < len(nodes) and here < head + LONG:
        if _officer(phrases, nodes, here, head):
            break
        row = _row(phrases, nodes, here, head) if after_preposition else here
        if row > here:
            return row
        if not _names_task(phrases, nodes, here, after_preposition=after_preposition):
            break
        here += 1
    return here


def _officer(phrases: Phrases, nodes: Sequence[Node], at: int, head: int) -> bool:
    """Tell whether the name of somebody stands after that of the body: "Head of the Department of the Ministry A B"."""
    node, before = nodes[at], nodes[at - 1]
    if node.kind != "NAME" or before.kind not in _NOUNS:
        return False
    if before.kind == "AREA":
        return True  # "Regional Office for Central Asia A"
    if before.text.islower() or not given_and_family(phrases, node):
        return False
    first = head
    while first > 0 and nodes[first - 1].kind in ("NAME", "WORD", "OFFICE", "ORG", "STATE", "DEMONYM", "PREP", "CONJ", "PLACE", "AREA"):
        first -= 1
    return first > 0 and nodes[first - 1].kind == "ROLE" and preposition(nodes[first])


def _row(phrases: Phrases, nodes: Sequence[Node], at: int, head: int) -> int:
    """Return where a row of common nouns ends that begins at a place, the place where none does: "Judges, Prosecutors and Lawyers"."""
    if not phrases.pack.settings["noun_modifiers"] or preposition(nodes[at]):
        return at
    here = at
    while here + 1 < len(nodes) and nodes[here + 1].kind == "COMMA" and _common(phrases, nodes[here]):
        here += 2
    last = here + 2
    if here == at or last >= len(nodes) or not named(nodes[here + 1], "CONJ", "and") or nodes[here + 1].text.lower() != "and":
        return at
    if not _common(phrases, nodes[here]) or not _common(phrases, nodes[last]) or determined_by(phrases, nodes[last]) == "the":
        return at
    after = nodes[last + 1] if last + 1 < len(nodes) else None
    if after is not None and after.kind in ("OFFICE", "NAME", "ORG") and not given_and_family(phrases, after):
        return at
    return last + 1


def _several(node: Node) -> bool:
    """Tell whether a title is that of several: "Association of Notaries"."""
    return node.kind == "TITLE" and node.text.endswith("s") and node.first == node.last


def _common(phrases: Phrases, node: Node) -> bool:
    """Tell whether a node is a common noun written large, or several of people."""
    if not node.text[0].isupper() or node.has("gen"):
        return False
    if (node.kind in ("ROLE", "GROUP") and node.plural()) or _several(node):
        return True
    return node.kind in ("NAME", "WORD", "GROUP", "TERRITORY") and all(
        phrases.pack.fold(w) in phrases.pack.settings["field_words"] for w in node.text.split()
    )


def _names_task(phrases: Phrases, nodes: Sequence[Node], at: int, *, after_preposition: bool) -> bool:
    """Tell whether a node may belong to what the name of an office says that it is for."""
    node, following = nodes[at], nodes[at + 1] if at + 1 < len(nodes) else None
    if named(node, "CONJ", "and") or (node.kind == "PREP" and (preposition(node, "gen") or _for_what(phrases, nodes, at))):
        if following is None or (node.kind == "CONJ" and determined_by(phrases, following) == "the"):
            return False
        return _names_task(phrases, nodes, at + 1, after_preposition=True) and following.kind != "CONJ"
    if phrases.pack.settings["noun_modifiers"]:
        kinds = ("NAME", "WORD", "DOCUMENT", "GROUP", "TERRITORY", "ROLE", "AREA")
        return after_preposition and (node.kind in kinds or node.kind == "OFFICE" or _several(node)) and node.text[0].isupper()
    if after_preposition and node.kind == "PREP" and not preposition(node, "loc"):
        return following is not None and following.kind == "WORD" and following.text.islower()
    governed = genitive(node) or (after_preposition and bool(node.cases() - {"nom", "inv"}))
    if node.kind in ("ROLE", "TITLE", "OFFICE") and not after_preposition:
        return genitive(node) and many_only(node) and node.text.islower()
    return node.kind in ("WORD", "NAME", "GROUP", "DOCUMENT") and governed and (node.text.islower() or node.kind == "WORD")


def _for_what(phrases: Phrases, nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a preposition goes on with the name of a body: "Network of Councils for the Judiciary"."""
    if not phrases.pack.settings["noun_modifiers"] or nodes[at].text.lower() not in FOR or at + 1 >= len(nodes):
        return False
    return nodes[at - 1].text[0].isupper() and nodes[at + 1].text[0].isupper() and nodes[at + 1].kind in _TASKS


def many_only(node: Node) -> bool:
    """Tell whether a noun in the genitive is plural: "Союз нотариусов"."""
    return all(e.plural for e in node.endings if e.case == "gen")
