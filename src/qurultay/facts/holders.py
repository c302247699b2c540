"""Rules of noun phrases about several holders of posts: names told in one order with posts or bodies, one head of several bodies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qurultay.facts.people import person_of
from qurultay.facts.phrases import Built, Phrases, joins, named, span
from qurultay.facts.posts import told_post
from qurultay.mentions.nodes import Node, Thing

__all__ = ["respectively", "shared_head", "shared_heads", "shared_holder"]


def respectively(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Several posts and as many names: "Türkiyə və Qazaxıstanın ədliyyə nazirləri A və B"; one post in the plural: each has it."""
    node = nodes[at]
    if node.kind not in ("POST", "ROLE") or not node.plural() or not node.has("nom"):
        return None
    posts = node.things if node.kind == "POST" else [told_post(phrases, node, None)]
    states = _states_before(nodes, at) if node.kind == "ROLE" else ()
    here = at + 1
    while here < len(nodes) and here < at + 5 and nodes[here].kind in ("DASH", "COLON", "WORD", "COMMA", "TITLE", "PARTICLE"):
        here += 1
    names: list[Node] = []
    while here < len(nodes) and nodes[here].kind in ("NAME", "PERSON"):
        if nodes[here].kind == "PERSON" and nodes[here].things[0].posts:
            break
        names.append(nodes[here])
        sign = nodes[here + 1] if here + 1 < len(nodes) else None
        if (
            sign is None
            or not (sign.kind == "COMMA" or joins(sign))
            or here + 2 >= len(nodes)
            or nodes[here + 2].kind not in ("NAME", "PERSON")
        ):
            break
        if nodes[here + 2].kind == "PERSON" and nodes[here + 2].things[0].posts:
            break
        here += 2
    if len(states) == len(names) > 1:
        posts = [told_post(phrases, node, state) for state in states]
    if len(names) == 1 and names[0].kind == "PERSON" and len(names[0].things) == len(posts) > 1:
        return _each(posts, names[0], nodes[at : here + 1])
    if not names or (len(posts) > 1 and len(posts) != len(names)):
        return None
    people: list[Thing] = []
    for index, name in enumerate(names):
        built = person_of(phrases, [name], name, [])
        thing = name.things[0] if name.kind == "PERSON" else built[0].things[0] if built else None
        if thing is None:
            return None
        of = posts[index] if len(posts) > 1 else posts[0]
        if of.of or index == 0:
            thing.posts = [replace(of, plural=False, of=list(of.of), aliases=[])]
        thing.rules = ("respectively",)
        people.append(thing)
    last = names[-1]
    endings = last.endings if last.kind == "PERSON" else tuple(e for e in last.endings if e.case in people[-1].by_case and not e.possessive)
    return span(nodes[at : here + 1], "PERSON", people, endings=endings), here + 1 - at


def _each(posts: Sequence[Thing], names: Node, nodes: Sequence[Node]) -> Built:
    """Give each of several people, named as one list without posts, the post in his place of the list of posts."""
    if any(thing.sort != "person" or thing.posts for thing in names.things):
        return None
    for thing, post in zip(names.things, posts, strict=True):
        thing.posts, thing.rules = [replace(post, plural=False, of=list(post.of), aliases=[])], ("respectively",)
    return span(nodes, "PERSON", names.things, endings=names.endings), len(nodes)


def shared_heads(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """A-GEN, B-GEN və C-GEN + post in the plural + X, Y və Z: each heads the body in his place of the list."""
    bodies, here = [nodes[at]], at + 1
    while here + 1 < len(nodes) and (nodes[here].kind == "COMMA" or named(nodes[here], "CONJ", "and")) and nodes[here + 1].kind == "ORG":
        bodies.append(nodes[here + 1])
        here += 2
    here += here < len(nodes) and (nodes[here].kind == "COMMA" or named(nodes[here], "CONJ", "and"))
    if here >= len(nodes) or nodes[here].kind != "PERSON" or len(nodes[here].things) != len(bodies) + 1:
        return None
    people = nodes[here].things
    model = people[0].posts[0] if people[0].posts else None
    if model is None or not model.of or not all(body.has("gen") and len(body.things) == 1 for body in bodies):
        return None
    owners = [*(body.things[0] for body in bodies), model.of[0]]
    for thing, owner in zip(people, owners, strict=True):
        thing.posts = [replace(model, of=[owner], start=min(owner.start, model.start), aliases=[], plural=False)]
    return span(nodes[at : here + 1], "PERSON", people, endings=nodes[here].endings), here + 1 - at


def shared_head(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """BODY-GEN, və BODY-GEN + posts: "nazirliklərin, habelə Universitetin mütəxəssisləri": the head is of both."""
    node = nodes[at]
    if node.kind not in ("ORG", "STATE", "LIST") or not node.has("gen") or not node.things:
        return None
    here = at + 1
    if here < len(nodes) and nodes[here].kind == "COMMA":
        here += 1
    if here < len(nodes) and (named(nodes[here], "CONJ", "and") or named(nodes[here], "CONJ", "also")):
        here += 1
    if (
        here == at + 1
        or here >= len(nodes)
        or nodes[here].kind not in ("POST", "DELEGATION")
        or not nodes[here].plural()
        or not nodes[here].things
    ):
        return None
    head = nodes[here]
    if head.kind == "DELEGATION" and head.things[0].of:
        head.things[0].of = [*node.things, *head.things[0].of]
        return span(nodes[at : here + 1], "DELEGATION", head.things, endings=head.endings), here + 1 - at
    if head.kind == "DELEGATION":
        return None
    model = head.things[-1]
    things = [replace(model, of=[body], start=body.start, aliases=[], posts=[]) for body in node.things]
    return span(nodes[at : here + 1], "POST", [*things, *head.things], endings=head.endings), here + 1 - at


def shared_holder(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """BODY-GEN və BODY-GEN + role NAME: one who heads both, "Ali Məhkəmənin və Şuranın sədri A"."""
    node = nodes[at]
    if not node.has("gen") or node.has("nom") or at + 2 >= len(nodes) or not named(nodes[at + 1], "CONJ", "and") or len(node.things) != 1:
        return None
    holder = nodes[at + 2]
    if holder.kind != "PERSON" or len(holder.things) != 1 or not holder.things[0].posts:
        return None
    post_ = holder.things[0].posts[0]
    if post_.plural or len(post_.of) != 1 or post_.of[0].sort != "org":
        return None
    holder.things[0].posts.insert(0, replace(post_, of=list(node.things), start=node.start, aliases=[]))
    return span(nodes[at : at + 3], "PERSON", holder.things, endings=holder.endings), 3


def _states_before(nodes: Sequence[Node], at: int) -> Sequence[Thing]:
    """Return the states that stand before a role, each for one of its holders: "A ve B'yi sırasıyla başsavcılar X ve Y temsil etti"."""
    here = at - 1
    while here > 0 and nodes[here].kind == "PARTICLE":
        here -= 1
    return nodes[here].things if here >= 0 and nodes[here].kind == "STATE" and nodes[here].has("acc") else ()
