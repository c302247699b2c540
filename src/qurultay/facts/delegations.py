"""Rules of noun phrases about delegations: whose they are, who leads them."""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.phrases import Built, Phrases, governed, named, owned, span, unmarked
from qurultay.facts.posts import told_post
from qurultay.mentions.nodes import Node

__all__ = ["delegation", "delegation_head"]


def delegation_head(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "nümayəndə heyətinin rəhbəri" (, posts) NAME: the delegation, and who leads it; leading it is no post."""
    node, here = nodes[at], at + 1
    if not node.has("gen") or len(node.things) != 1 or node.things[0].leader is not None:
        return None
    titled = named(nodes[here], "ROLE", "Director") and nodes[here].owned() and nodes[here].has("nom")
    if titled:
        here += 2 if here + 1 < len(nodes) and nodes[here + 1].kind == "COMMA" else 1
    if here >= len(nodes) or nodes[here].kind != "PERSON" or len(nodes[here].things) != 1 or nodes[here].clauses:
        return None
    leader = nodes[here].things[0]
    if not titled:
        if not leader.posts or leader.posts[0].of or leader.posts[0].kind != "Director":
            return None
        leader.posts = leader.posts[1:]
    node.things[0].leader = leader
    return span(nodes[at : here + 1], "DELEGATION", node.things, endings=nodes[here].endings), here + 1 - at


def _members(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a delegation consists of those at ``at``, and of nobody listed before them."""
    kinds = [n.kind for n in nodes[at + 1 : at + 3]]
    alone = at == 0 or nodes[at - 1].kind not in ("COMMA", "CONJ")
    return alone and nodes[at].has("abl") and kinds == ["WORD", "DELEGATION"] and named(nodes[at + 1], "WORD", "consisting")


def delegation(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """X (+ "rəhbərliyi ilə", "ibarət") + "nümayəndə heyəti": who leads it, whose it is, who is in it."""
    node = nodes[at]
    if at + 1 >= len(nodes):
        return None
    if node.kind in ("PERSON", "POST", "ROLE") and node.has("lead"):
        here = at + 1
        while (
            here < len(nodes)
            and here <= at + 3
            and nodes[here].kind in ("WORD", "STATE", "ORG")
            and (nodes[here].kind == "WORD" or governed(nodes[here]))
        ):
            here += 1
        if here < len(nodes) and nodes[here].kind == "DELEGATION":
            thing = nodes[here].things[0]
            thing.leader = node.things[-1] if node.things else told_post(phrases, node, None)
            thing.of = thing.of or [t for n in nodes[at + 1 : here] for t in n.things]
            return span(nodes[at : here + 1], "DELEGATION", [thing], endings=nodes[here].endings), here + 1 - at
        return None
    if _members(nodes, at):
        thing = nodes[at + 2].things[0]
        thing.start, thing.of = node.start, [*thing.of, *node.things]
        return span(nodes[at : at + 3], "DELEGATION", [thing], endings=nodes[at + 2].endings), 3
    here = at + 2 if nodes[at + 1].kind == "WORD" and at + 2 < len(nodes) and unmarked(nodes[at + 1]) else at + 1
    sent = node.kind in ("STATE", "ORG") and node.has("abl") and not node.has("nom")
    if sent and nodes[here].kind == "DELEGATION" and not nodes[here].things[0].of and not nodes[here].owned():
        thing = nodes[here].things[0]
        thing.of = list(node.things)
        return span(nodes[at : here + 1], "DELEGATION", [thing], endings=nodes[here].endings), here + 1 - at
    head = nodes[at + 1]
    if head.kind == "DELEGATION" and node.kind in ("STATE", "ORG") and node.cases() == {"abl"} and not head.things[0].of:
        head.things[0].of, head.things[0].start = list(node.things), node.start
        return span(nodes[at : at + 2], "DELEGATION", head.things, endings=head.endings), 2
    if head.kind != "DELEGATION" or head.things[0].of or not head.owned() or not governed(node):
        return None
    if node.kind not in ("STATE", "ORG", "POST", "PERSON", "MEMBERS", "LIST") or (
        not node.has("gen") and (head.clauses or node.kind in ("PERSON", "POST"))
    ):
        return None
    thing = head.things[0]
    thing.start, thing.of = node.start, list(node.things)
    return span(nodes[at : at + 2], "DELEGATION", [thing], endings=owned(head)), 2
