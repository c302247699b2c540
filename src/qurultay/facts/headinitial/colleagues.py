"""Rules of noun phrases where heads come first: several holders of one post, and colleagues told by whose colleagues they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qurultay.facts.headinitial.government import complement, many, modifies, preposition
from qurultay.facts.headinitial.people import goes_on, has_posts, make_person
from qurultay.facts.phrases import Built, Phrases, named, span
from qurultay.facts.posts import office_of, told_post
from qurultay.mentions.nodes import Node, Thing

__all__ = ["all_apposed", "all_serving", "colleague", "colleague_named", "holders"]

_SEVERAL = 2


def colleague_named(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """A word for a colleague or host, PERSON with a post (,): "with his host, Justice Minister A,": the one named."""
    node = nodes[at]
    if at + 2 >= len(nodes) or not (named(node, "GROUP", "colleague") or named(node, "WORD", "colleague")) or many(node):
        return None
    person_, after = nodes[at + 2], nodes[at + 3] if at + 3 < len(nodes) else None
    if person_.kind != "PERSON" or len(person_.things) != 1 or not person_.things[0].posts or not person_.has("nom"):
        return None
    if after is not None and after.kind not in ("COMMA", "PUNCT"):
        return None
    end = at + 2
    if after is not None and after.kind == "COMMA" and goes_on(nodes, at + 4):
        end = at + 3
    return span(nodes[at : end + 1], "PERSON", person_.things, endings=person_.endings), end + 1 - at


def holders(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """A post in the plural + names: "prosecutors general A (Kazakhstan), B (Uzbekistan)", "Ministers of X and Y A and B"."""
    node = nodes[at]
    colleagues = named(node, "GROUP", "colleague")
    if (node.kind not in ("POST", "ROLE") and not colleagues) or not (many(node) or len(node.things) > 1):
        return None
    posts = list(node.things) if node.kind == "POST" else [_same(node) if colleagues else told_post(phrases, node, None)]
    here = at + 1
    while here < len(nodes) and (nodes[here].kind in ("DASH", "COLON", "TITLE") or (nodes[here].kind == "COMMA" and len(posts) > 1)):
        here += 1
    people: list[Thing] = []
    end = at
    while here < len(nodes) and nodes[here].kind in ("NAME", "PERSON") and not has_posts(nodes[here]):
        name, state = nodes[here], None
        if phrases.pack.dictionary is not None and not _may_hold(phrases, node, name):
            break
        if [n.kind for n in nodes[here + 1 : here + 4]] == ["LPAR", "STATE", "RPAR"]:
            state, here = nodes[here + 2].things[0], here + 3
        elif (of := complement(phrases, nodes, here)) is not None and nodes[of].kind == "STATE" and len(nodes[of].things) == 1:
            state, here = nodes[of].things[0], of
        thing = make_person(phrases, [name], name, []).things[0]
        if state is not None:
            thing.posts = [_in_state(phrases, node, posts[0], state)]
        people.append(thing)
        end = here + 1
        step = _joint(nodes, here + 1)
        here = here + 1 + step if step else len(nodes)
    if colleagues and not all(thing.posts for thing in people):
        return None
    if not people or (len(posts) > 1 and len(posts) != len(people)):
        return None
    if nodes[at + 1].kind == "COMMA" and end < len(nodes) and nodes[end].kind == "COMMA" and goes_on(nodes, end + 1):
        end += 1
    closed = not colleagues and any(named(n, "CONJ", "and") for n in nodes[at + 1 : end])  # "judges A and B" all are
    for index, thing in enumerate(people):
        told = posts[index] if len(posts) > 1 else posts[0]
        if not thing.posts and (told.of or told.national or index == 0 or closed):
            thing.posts = [replace(told, plural=False, of=list(told.of), aliases=[])]
        thing.rules = ("respectively",)
    return span(nodes[at:end], "PERSON", people, endings=node.endings), end - at


def _same(node: Node) -> Thing:
    """Return the post that colleagues share with the one whose colleagues they are."""
    return Thing("post", node.start, node.end, kind="SAME", rules=("colleague",))


def _may_hold(phrases: Phrases, post: Node, name: Node) -> bool:
    """Tell whether a name after a post in the plural agrees with it, and is a full one or that of somebody met before."""
    cases = set(phrases.pack.name_forms(" ".join(phrases.text[name.start : name.end].split())))
    return bool(cases & post.cases()) and (" " in name.text or "." in name.text or bool(phrases.known(name.text)) or name.kind == "PERSON")


def _joint(nodes: Sequence[Node], at: int) -> int:
    """Return how many signs and conjunctions join two names here, 0 where none does."""
    count = 0
    while at + count < len(nodes) and (nodes[at + count].kind == "COMMA" or nodes[at + count].kind == "CONJ"):
        count += 1
    return count


def _in_state(phrases: Phrases, head: Node, post: Thing, state: Thing) -> Thing:
    """Return a post as it is held in a state."""
    if head.kind == "ROLE":
        told = told_post(phrases, head, state)
        told.plural = False
        return told
    body = post.of[0] if post.of else None
    if body is not None and body.national not in ("", "part", "home") and not body.of and not body.path:
        return replace(post, of=[office_of(state, body.national, post.end)], plural=False, aliases=[])
    return replace(post, of=[state] if not post.of else list(post.of), plural=False, aliases=[])


def _colleagues(phrases: Phrases, nodes: Sequence[Node], head: Node, owner: Node) -> Built:
    """ "his counterparts from A and B", "her Kazakh and Uzbek colleagues": who hold the same post in each of these states."""
    if owner.kind not in ("STATE", "DEMONYM"):
        return None
    if not phrases.pack.settings["fixed_order"]:  # "с кыргызскими коллегами": nobody is named, their state is told
        states = [replace(state, start=nodes[0].start, end=nodes[-1].end) for state in owner.things]
        return span(nodes, "STATE", states, endings=head.endings), len(nodes)
    posts = [Thing("post", head.start, head.end, kind="SAME", of=[state], rules=("colleague",)) for state in owner.things]
    return span(nodes, "POST", posts, endings=head.endings), len(nodes)


def colleague(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "his Kazakh counterpart" (+ NAME), "узбекским коллегой A": who holds the same post in that state."""
    node = nodes[at]
    if node.kind in ("DEMONYM", "STATE"):
        if at + 1 >= len(nodes) or not named(nodes[at + 1], "GROUP", "colleague"):
            return None
        if not modifies(phrases, node, nodes[at + 1]):
            return None
        head, owner, end = nodes[at + 1], node, at + 1
        if many(head):
            return _colleagues(phrases, nodes[at : at + 2], head, owner)
    else:
        if not named(node, "GROUP", "colleague"):
            return None
        here = complement(phrases, nodes, at)
        if here is None and at + 2 < len(nodes) and preposition(nodes[at + 1], "abl"):
            here = at + 2
        if many(node):
            return _colleagues(phrases, nodes[at : here + 1], node, nodes[here]) if here is not None else None
        if here is None or nodes[here].kind != "STATE":
            following = nodes[at + 1] if at + 1 < len(nodes) else None
            if following is None or following.kind not in ("NAME", "PERSON") or has_posts(following):
                return None
            return make_person(phrases, nodes[at : at + 2], following, []), 2
        head, owner, end = node, nodes[here], here
    same = Thing("post", nodes[at].start, nodes[end].end, kind="SAME", of=list(owner.things), rules=("colleague",))
    following = nodes[end + 1] if end + 1 < len(nodes) else None
    if following is not None and following.kind in ("NAME", "PERSON") and not has_posts(following):
        built = make_person(phrases, nodes[at : end + 2], following, [same])
        return built, end + 2 - at
    return span(nodes[at : end + 1], "POST", [same], endings=head.endings), end + 1 - at


def all_apposed(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """NAME and NAME, POSTS: a post in the plural after several people is that of each: "A and B, judges of the Court of C"."""
    node, here = nodes[at], at + 2
    if len(node.things) < _SEVERAL or any(t.posts for t in node.things):
        return None
    if nodes[at + 1].kind != "COMMA":
        return None
    if any(t.sort != "person" for t in node.things):
        return _each_in_state(phrases, nodes, at)
    while here < len(nodes) and nodes[here].kind == "WORD" and nodes[here].text.islower():
        here += 1
    after = nodes[here + 1] if here + 1 < len(nodes) else None
    if (
        here >= len(nodes)
        or nodes[here].kind != "POST"
        or len(nodes[here].things) != 1
        or not (many(nodes[here]) and nodes[here].things[0].of)
    ):
        return None
    if after is not None and after.kind not in ("COMMA", "PUNCT", "VERB", "AUX"):
        return None
    for thing in node.things:
        thing.posts = [replace(nodes[here].things[0], plural=False, aliases=[])]
    end = here + 1 if after is not None and after.kind == "COMMA" and goes_on(nodes, here + 2) else here
    return span(nodes[at : end + 1], node.kind, node.things, endings=node.endings), end + 1 - at


def _each_in_state(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "Georgia's A and Moldova's B, both prosecutors general": each holds the post in the state told before his name."""
    node, role = nodes[at], nodes[at + 2] if at + 2 < len(nodes) else nodes[at]
    states, people = node.things[::2], node.things[1::2]
    apart = len(states) == len(people) and all(t.sort == "state" for t in states) and all(t.sort == "person" for t in people)
    after = nodes[at + 3] if at + 3 < len(nodes) else None
    if not apart or role.kind != "ROLE" or not many(role) or (after is not None and after.kind not in ("COMMA", "PUNCT", "VERB", "AUX")):
        return None
    for state, person in zip(states, people, strict=True):
        person.posts = [replace(told_post(phrases, role, state), plural=False)]
    end = at + 3 if after is not None and after.kind == "COMMA" and goes_on(nodes, at + 4) else at + 2
    return span(nodes[at : end + 1], "PERSON", people, endings=node.endings), end + 1 - at


def all_serving(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Several holders of a post + "of" ORG: "Judges A and B of the Constitutional Court"."""
    node, here = nodes[at], complement(phrases, nodes, at)
    if len(node.things) < _SEVERAL or here is None or nodes[here].kind != "ORG" or len(nodes[here].things) != 1:
        return None
    model = node.things[0].posts[-1] if node.things[0].posts else None
    if model is None or model.of or model.national or any(t.rules != ("respectively",) for t in node.things):
        return None
    for thing in node.things:
        thing.posts = [replace(model, of=list(nodes[here].things), aliases=[])]
    return span(nodes[at : here + 1], node.kind, node.things, endings=node.endings), here + 1 - at
