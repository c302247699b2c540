"""Rules of noun phrases where heads come first: whose a delegation is, and who leads it."""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.headinitial.government import complement, modifies
from qurultay.facts.phrases import Built, Phrases, span
from qurultay.facts.posts import told_post
from qurultay.mentions.nodes import Node, Thing

__all__ = ["delegation", "delegation_head"]


def delegation(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "delegation of" BODY, BODY + "delegation": whose it is."""
    node = nodes[at]
    if node.kind == "DELEGATION":
        here = complement(phrases, nodes, at)
        if here is None or not nodes[here].things or nodes[here].kind not in ("STATE", "ORG", "MEMBERS", "LIST", "POST", "PERSON"):
            return None
        head, owner, end = node, nodes[here], here
    else:
        if at + 1 >= len(nodes) or nodes[at + 1].kind != "DELEGATION" or not node.things or not modifies(phrases, node, nodes[at + 1]):
            return None
        head, owner, end = nodes[at + 1], node, at + 1
    thing = head.things[0]
    if thing.of:
        return None
    thing.of = list(owner.things)
    thing.start, thing.end = nodes[at].start, nodes[end].end
    return span(nodes[at : end + 1], "DELEGATION", head.things, endings=head.endings), end + 1 - at


def _of_delegation(delegation: Thing, leaders: Sequence[Thing]) -> None:
    """Give the post of a leader told without a body that of the delegation: "a delegation of the Court led by its chairman, A"."""
    bodies = [thing for thing in delegation.of if thing.sort == "org"]
    for post in [p for thing in leaders for p in (thing.posts if thing.sort == "person" else [thing])]:
        if not post.of and len(bodies) == 1 and post.national in ("", "home"):
            post.of, post.national = list(bodies), ""


def delegation_head(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """A delegation + "led by" PERSON: who leads it."""
    node, here = nodes[at], at + 1
    if here < len(nodes) and nodes[here].kind == "COMMA":
        here += 1
    if (
        here >= len(nodes)
        or not (nodes[here].has("lead") or (nodes[here].has("under") and nodes[here].kind == "PERSON"))
        or node.things[0].leader is not None
    ):
        return None
    leader = nodes[here]
    things = list(leader.things) or ([told_post(phrases, leader, None)] if leader.kind == "ROLE" else [])
    if not things:
        return None
    node.things[0].leader = things[-1]
    if phrases.pack.settings.get("fixed_order"):
        _of_delegation(node.things[0], things)
    node.things[0].of = [*node.things[0].of, *things[:-1]]
    return span(nodes[at : here + 1], "DELEGATION", node.things, endings=node.endings), here + 1 - at
