"""Those who are told of a group: "aralarında A, B və C-nin də olduğu ölkələr", "aralarında X'in de bulunduğu 11 uzman"."""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.phrases import named, span
from qurultay.language.suffixes import Ending
from qurultay.mentions.nodes import ACTING, Node

__all__ = ["ATTRIBUTE", "BESIDE", "STAFF", "among"]

ATTRIBUTE = "ATTRIBUTE"
"""What a phrase with a marker is marked with where it stands before the noun that it belongs to: "X'in ev sahipliğindeki toplantı"."""

BESIDE = "BESIDE"
"""What is told of who acts in a clause is told of such a phrase too: "X'in yanı sıra Y de konuştu"."""
STAFF = "STAFF"
"""What a node is marked with that speaks of people without names, by where they come from: "experts from the Council of Europe"."""

_OWN = frozenset({"PERSON", "POST", "ORG", "STATE", "MEMBERS", "LIST", "DELEGATION"})


def among(arguments: Sequence[Node], head: Node, nodes: Sequence[Node]) -> Node | None:
    """Return a group as a phrase of those whom its attributive clause tells to be among it, inflected as the group is.

    ``arguments`` are those of the clause, ``head`` is the group and ``nodes`` the stretch of the sentence that becomes the phrase. A
    delegation stays one, with those told as its members. None where the clause tells nothing of the kind.
    """
    if not any(named(node, "RELATION", "among") for node in arguments) or head.kind == "EVENT":
        return None
    members = [n for n in arguments if n.kind in _OWN and n.kind in ACTING and n.has("gen") and n.things]
    if len(members) != 1:
        return None
    told = members[0]
    if head.kind == "DELEGATION" and head.things:
        thing = head.things[0]
        thing.of = [*thing.of, *told.things]
        return span(nodes, "DELEGATION", head.things, endings=head.endings)
    endings = tuple(dict.fromkeys(Ending("", case=e.case) for e in head.endings)) or (Ending(""),)
    for thing in told.things:
        form = thing.by_case.get("gen") or next(iter(thing.by_case.values()), "")
        if form:
            thing.by_case = dict.fromkeys(("gen", *(e.case for e in endings)), form)

    return span(nodes, told.kind, told.things, endings=endings)
