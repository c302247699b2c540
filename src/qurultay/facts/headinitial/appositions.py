"""Rules of noun phrases where heads come first: a bare post and the name after it, people told by the body that they belong to."""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.among import STAFF
from qurultay.facts.headinitial.deputies import deputy_rank
from qurultay.facts.headinitial.government import complement, determined_by, many, preposition
from qurultay.facts.headinitial.people import make_person
from qurultay.facts.phrases import Built, Phrases, named, span
from qurultay.facts.posts import office_of, told_post
from qurultay.facts.standing import SINGLE
from qurultay.language.pack import Concept
from qurultay.mentions.nodes import Node, Thing

__all__ = ["of_body", "of_bracket", "own_person", "role_named", "staff"]

_CLOSING = frozenset({"COMMA", "PUNCT", "RPAR", "CONJ", "DASH", "PREP"})
"""Kinds of node that may follow a name which stands in apposition."""
_WHOSE = 3
"""How many nodes stand before a post told with "whose" at least: a body, a comma, the word."""
_GOING_ON = frozenset({"VERB", "AUX", "PREP", "DATE", "PARTICLE", "REL"})
"""Kinds of node with which a clause goes on after an apposition between commas."""


def role_named(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Article + ROLE, NAME: who holds a post told without its body: "led by its chairman, A", "his first deputy, A,"."""
    node = nodes[at]
    if at + 2 >= len(nodes) or many(node):
        return None
    owner = _whose(nodes, at)
    article = determined_by(phrases, node)
    if owner is None and not article:
        return None
    if article in phrases.pack.settings["own"] and owner is None:
        owner = _own(nodes, at)
    name, after = nodes[at + 2], nodes[at + 3] if at + 3 < len(nodes) else None
    if name.kind not in ("NAME", "PERSON") or " " not in name.text or not name.has("nom") or len(name.things) > 1:
        return None
    ranks = list(name.things[0].posts) if name.kind == "PERSON" else []
    if any(post.of or post.national for post in ranks):
        return None
    if after is not None and after.kind not in _CLOSING:
        return None
    end = at + 2
    if after is not None and preposition(after, "gen") and at + 4 < len(nodes) and nodes[at + 4].kind == "STATE":
        end, after = at + 4, nodes[at + 5] if at + 5 < len(nodes) else None
    if after is not None and after.kind == "COMMA" and end + 2 < len(nodes) and nodes[end + 2].kind in _GOING_ON:
        end += 1
    told = told_post(phrases, node, owner)
    if node.concept is not None and node.concept.get("deputy") and article:
        _deputise(nodes, at, told)
    if name.kind == "PERSON":
        name.things[0].posts = []
    for rank in ranks:
        rank.of = [owner] if owner is not None else []
    built = make_person(phrases, nodes[at : end + 1], name, [told, *ranks])
    built.endings = node.endings
    return built, end + 1 - at


def _from(phrases: Phrases, nodes: Sequence[Node]) -> Node:
    """Return people without names as where they come from: "experts from BODY"; chiefs as posts: "chief prosecutors from STATES"."""
    people, home = nodes[0], nodes[-1]
    chiefs = people.concept is not None and people.concept.name in SINGLE and bool(people.concept.get("national"))
    if chiefs and home.kind == "STATE":
        return span(nodes, "POST", [told_post(phrases, people, state) for state in home.things], endings=people.endings)
    return span(nodes, home.kind, home.things, endings=people.endings, value=STAFF)


def _whose(nodes: Sequence[Node], at: int) -> Thing | None:
    """Return the body that "whose" before a post points back to: "the Association, whose president, A, …"; None where none does."""
    if at < _WHOSE or nodes[at - 1].kind != "REL" or nodes[at - 1].text.lower() != "whose":
        return None
    body = nodes[at - 2] if nodes[at - 2].kind != "COMMA" else nodes[at - 3]
    return body.things[0] if body.kind == "ORG" and len(body.things) == 1 else None


def _deputise(nodes: Sequence[Node], at: int, told: Thing) -> None:
    """Give "his first deputy" the rank below the post before it, and its body: "the prosecutor general of A, his first deputy, B"."""
    posts = [
        n.things[0] if n.kind == "POST" else n.things[0].posts[-1] for n in nodes[:at] if n.kind in ("POST", "PERSON") and _one_post(n)
    ]
    rank = nodes[at].concept
    if posts and posts[-1].of and rank is not None:
        told.kind = deputy_rank(rank, Concept("role", posts[-1].kind)).name
        told.of, told.national = list(posts[-1].of), ""


def _one_post(node: Node) -> bool:
    """Tell whether a phrase tells of one post, or of one who holds some."""
    return len(node.things) == 1 and (node.kind == "POST" or bool(node.things[0].posts))


def _own(nodes: Sequence[Node], at: int) -> Thing | None:
    """Return the state or body before a post that "its" points back to: "Kazakhstan sent its deputy ombudsman, A"."""
    before = [n for n in nodes[:at] if n.kind in ("STATE", "ORG", "DELEGATION") and n.has("nom") and len(n.things) == 1]
    return before[-1].things[0] if before and before[-1].kind != "DELEGATION" else None


def own_person(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "its" POST NAME: the post is that of the state or body told before: "the Assembly followed the debate through its deputy A"."""
    node = nodes[at]
    posts = node.things[0].posts if len(node.things) == 1 else []
    if not posts or posts[-1].of:
        return None
    if posts[-1].kind in ("Deputy", "FirstDeputy") and determined_by(phrases, node) in ("his", "her"):
        return _own_deputy(phrases, nodes, at)
    if phrases.text[max(0, node.start - len("its ")) : node.start].lower() != "its " and determined_by(phrases, node) != "its":
        return None
    owner = _own(nodes, at)
    if owner is None or owner.sort != "org":
        return None
    posts[-1].of, posts[-1].national = [owner], ""
    if posts[-1].kind == "Chairperson" and owner.kind in ("Court",):
        posts[-1].kind = "President"
    return span([node], "PERSON", node.things, endings=node.endings), 1


def _own_deputy(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "his deputy A": one rank below the post told before, in its body."""
    post = nodes[at].things[0].posts[-1]
    before = [
        n.things[0] if n.kind == "POST" else n.things[0].posts[-1] for n in nodes[:at] if n.kind in ("POST", "PERSON") and _one_post(n)
    ]
    if not before or not before[-1].of:
        return None
    post.kind = deputy_rank(Concept("role", post.kind, (("deputy", "1"),)), Concept("role", before[-1].kind)).name
    post.of, post.national = list(before[-1].of), ""
    return span([nodes[at]], "PERSON", nodes[at].things, endings=nodes[at].endings), 1


def of_body(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """PERSON + "of" or "from" BODY or STATE: where somebody comes from: "A of the National Assembly", "Minister A of Georgia"."""
    node = nodes[at]
    if at + 2 >= len(nodes) or len(node.things) != 1:
        return None
    of = preposition(nodes[at + 1], "gen") or (preposition(nodes[at + 1], "abl") and nodes[at + 1].text.lower() == "from")
    home = nodes[at + 2]
    if not of or home.kind not in ("ORG", "STATE") or len(home.things) != 1:
        return None
    posts = node.things[0].posts
    if posts and not posts[-1].of and home.kind == "STATE":
        national, state = posts[-1].national, home.things[0]
        posts[-1].of = [office_of(state, national, home.end)] if national not in ("", "state", "ministry", "home") else [state]
        posts[-1].national = ""
        return span(nodes[at : at + 3], "PERSON", node.things, endings=node.endings), 3
    if home.kind == "STATE" and posts:
        office = posts[-1].of[0]
        if office.rules[:1] != ("lone_office",) or not office.national or office.of:
            return None
        posts[-1].of = [office_of(home.things[0], office.national, home.end)]  # "Supreme Court Chairman A of Kazakhstan"
        return span(nodes[at : at + 3], "PERSON", node.things, endings=node.endings), 3
    return span(nodes[at : at + 3], "LIST", [*home.things, *node.things], endings=node.endings), 3


def of_bracket(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """NAME ( STATE ): somebody who is there for the state: "reports by A (Azerbaijan), B (Kazakhstan)"; PERSON ( BODY ) likewise."""
    node = nodes[at]
    if (served := _in_bracket(phrases, nodes, at)) is not None:
        return served
    if [n.kind for n in nodes[at + 1 : at + 4]] != ["LPAR", "STATE", "RPAR"]:
        return None
    if " " not in node.text or len(nodes[at + 2].things) != 1 or len(node.things) > 1 or (node.things and node.things[0].posts):
        return None
    person = make_person(phrases, [node], node, [])
    return span(nodes[at : at + 4], "LIST", [*nodes[at + 2].things, *person.things], endings=node.endings, value="OF_STATE"), 4


def _in_bracket(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """PERSON ( BODY ), PERSON ( ROLE, STATE ): where somebody serves: "Judge A (Supreme Court of B)", "Ms A (Member, Norway)"."""
    node, kinds = nodes[at], [n.kind for n in nodes[at + 1 : at + 6]]
    if node.kind != "PERSON" or len(node.things) != 1:
        return None
    posts = node.things[0].posts
    if kinds[:3] == ["LPAR", "ORG", "RPAR"] and len(nodes[at + 2].things) == 1 and posts:
        if not posts[-1].of and not posts[-1].national:
            posts[-1].of = list(nodes[at + 2].things)
        return span(nodes[at : at + 4], "PERSON", node.things, endings=node.endings), 4
    if kinds in (["LPAR", "ROLE", "COMMA", "STATE", "RPAR"], ["LPAR", "ROLE", "COMMA", "ORG", "RPAR"]) and not posts:
        role, owner = nodes[at + 2], nodes[at + 4]
        owned = owner.kind == "ORG" or (role.concept is not None and bool(role.concept.get("national") or role.concept.get("state")))
        node.things[0].posts = [told_post(phrases, role, owner.things[0] if owned and len(owner.things) == 1 else None)]
        return span(nodes[at : at + 6], "PERSON", node.things, endings=node.endings), 6
    return None


def staff(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """People told by where they belong, "students of BODY", "the BODY's staff": the body."""
    node = nodes[at]
    if node.kind == "ORG":
        following = nodes[at + 1] if at + 1 < len(nodes) else None
        if following is None or not named(following, "GROUP", "staff") or not (node.has("gen") or node.has("nom")):
            return None
        return span(nodes[at : at + 2], "ORG", node.things, endings=following.endings), 2
    crowd = node.kind in ("ROLE", "GROUP") and many(node)
    joined = crowd and at + 2 < len(nodes) and nodes[at + 1].kind in ("CONJ", "COMMA") and nodes[at + 2].value == STAFF
    if joined and not node.things and nodes[at + 2].has("nom"):  # "judges and prosecutors from A"
        return span(nodes[at : at + 3], nodes[at + 2].kind, nodes[at + 2].things, endings=node.endings, value=STAFF), 3
    people = node.kind == "ROLE" and many(node)
    if people and at + 2 < len(nodes) and preposition(nodes[at + 1], "abl") and nodes[at + 2].kind in ("ORG", "STATE"):
        return _from(phrases, nodes[at : at + 3]), 3
    if not named(node, "GROUP", "staff"):
        return None
    here = complement(phrases, nodes, at)
    if here is None and at + 2 < len(nodes) and preposition(nodes[at + 1], "loc", "abl"):
        here = at + 2
    several = here is not None and many(node) and preposition(nodes[here - 1], "abl")
    if here is not None and several and nodes[here].kind in ("ORG", "STATE"):
        return span(nodes[at : here + 1], nodes[here].kind, nodes[here].things, endings=node.endings, value=STAFF), here + 1 - at
    if here is None or nodes[here].kind != "ORG" or len(nodes[here].things) != 1:
        return None
    return span(nodes[at : here + 1], "ORG", nodes[here].things, endings=node.endings), here + 1 - at
