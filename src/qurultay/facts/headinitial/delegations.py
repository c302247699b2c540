"""Rules of noun phrases where heads come first: whose a delegation is, and who leads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qurultay.facts.headinitial.government import complement, determined_by, many, modifies, preposition
from qurultay.facts.phrases import Built, Phrases, named, span
from qurultay.facts.posts import office_of, told_post
from qurultay.mentions.nodes import Node, Thing

__all__ = ["delegates", "delegation", "delegation_head", "of_delegation", "represented_by"]


def delegation(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "delegation of" BODY, BODY + "delegation": whose it is."""
    node = nodes[at]
    if node.kind == "DELEGATION":
        here = complement(phrases, nodes, at)
        if here is None and at + 2 < len(nodes) and preposition(nodes[at + 1], "abl"):
            here = at + 2
        if here is None or not nodes[here].things or nodes[here].kind not in ("STATE", "ORG", "MEMBERS", "LIST", "POST", "PERSON"):
            return None
        head, owner, end = node, nodes[here], here
    else:
        if at + 1 >= len(nodes) or nodes[at + 1].kind != "DELEGATION" or not node.things or not modifies(phrases, node, nodes[at + 1]):
            return None
        if determined_by(phrases, nodes[at + 1]) and not node.has("gen"):
            return None  # "at the Court the group was received"
        head, owner, end = nodes[at + 1], node, at + 1
    thing = head.things[0]
    if thing.of:
        return None
    thing.of = list(owner.things)
    thing.start, thing.end = nodes[at].start, nodes[end].end
    return span(nodes[at : end + 1], "DELEGATION", head.things, endings=head.endings), end + 1 - at


def delegates(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "members of the delegation", "the delegation members": the delegation."""
    node = nodes[at]
    if at + 1 >= len(nodes):
        return None
    if node.kind == "DELEGATION":
        if not named(nodes[at + 1], "ROLE", "Member") or not many(nodes[at + 1]):
            return None
        return span(nodes[at : at + 2], "DELEGATION", node.things, endings=nodes[at + 1].endings), 2
    if not named(node, "ROLE", "Member") or not many(node):
        return None
    here = complement(phrases, nodes, at)
    if here is None or nodes[here].kind != "DELEGATION":
        return None
    return span(nodes[at : here + 1], "DELEGATION", nodes[here].things, endings=node.endings), here + 1 - at


def of_delegation(delegation: Thing, leaders: Sequence[Thing]) -> None:
    """Give the posts of leaders told without a body those of the delegation: "a delegation of the Court led by its chairman, A".

    Of as many leaders as bodies each belongs to one: "делегации МВД Азербайджана и Узбекистана во главе с заместителями министров A и B".
    """
    bodies = [thing for thing in delegation.of if thing.sort == "org"]
    states = [thing for thing in delegation.of if thing.sort == "state"]
    posts = [thing.posts if thing.sort == "person" else [thing] for thing in leaders]
    apart = len(bodies) == len(leaders) > 1
    if apart and not posts[-1]:
        posts = [[replace(posts[0][0], of=[], aliases=[])] if posts[0] and not told else told for told in posts]
        for thing, told in zip(leaders, posts, strict=True):
            thing.posts = told if thing.sort == "person" else thing.posts
    for place, post in [(i, p) for i, told in enumerate(posts) for p in told]:
        body = bodies[place] if apart else bodies[0] if len(bodies) == 1 else None
        if (
            not post.of
            and body is not None
            and (post.national in ("", "home", "ministry", "state", body.national) or _is_office(body, post.national))
        ):
            post.of, post.national, post.plural = [body], "", False
        elif not post.of and len(states) == 1 and not bodies and post.national not in ("", "home", "ministry", "state"):
            post.of, post.national = [office_of(states[0], post.national, post.end)], ""


def represented_by(verb: Node, before: Sequence[Node], after: Sequence[Node]) -> None:
    """ "The delegation of the Parliament was represented by MP A", "the Court by Judge B": the posts are those of that body."""
    if not any(p.frame == "participate" and p.slot("by") == p.slot("nom") == "agent" for p, _ in verb.senses):
        return
    sent = next((n for n in before if n.kind in ("ORG", "DELEGATION") and n.has("nom") and n.things), None)
    bodies = [] if sent is None else sent.things if sent.kind == "ORG" else sent.things[0].of
    if len(bodies) != 1 or bodies[0].sort != "org":
        return
    for node in after:
        if node.has("by"):
            of_delegation(replace(bodies[0], sort="delegation", of=list(bodies)), [t for t in node.things if t.sort == "person"])


def _is_office(body: Thing, national: str) -> bool:
    """Tell whether a body is the office of a kind of some state."""
    return body.path.startswith(f"organization/{national}-")


def delegation_head(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """A delegation + "led by" PERSON: who leads it."""
    node, here = nodes[at], at + 1
    group = node.things[0] if node.kind == "DELEGATION" else next((of for of in node.things[0].of if of.sort == "delegation"), None)
    if group is None:
        return None
    if here < len(nodes) and nodes[here].kind == "COMMA":
        here += 1
    if (
        here >= len(nodes)
        or not (nodes[here].has("lead") or (nodes[here].has("under") and nodes[here].kind == "PERSON"))
        or group.leader is not None
    ):
        return None
    leader = nodes[here]
    things = list(leader.things) or ([told_post(phrases, leader, None)] if leader.kind == "ROLE" else [])
    if not things:
        return None
    group.leader = things[-1]
    of_delegation(group, things)
    group.of = [*group.of, *things[:-1]]
    led = span(nodes[at : here + 1], node.kind, node.things, endings=node.endings, value=node.value)
    led.concept, led.text = node.concept, node.text if node.kind == "EVENT" else led.text
    return led, here + 1 - at
