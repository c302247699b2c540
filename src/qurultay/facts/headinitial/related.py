"""Rules of posts whose body is told by what stands around them: one shared by several, one that a pronoun points back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qurultay.facts.headinitial.government import many
from qurultay.facts.headinitial.people import make_person
from qurultay.facts.phrases import Built, Phrases, named, span
from qurultay.facts.posts import office_of, told_post
from qurultay.mentions.nodes import Node, Thing

__all__ = ["chaired", "from_state", "gapped_holders", "post_of_which", "staff_of_states"]

_BODIES = ("ORG", "DELEGATION", "MEMBERS")
_NOUNS = 3
"""How many words may stand between people and the states from which they come."""
_FOR_STATE = ("from", "for", "on behalf of", "representing")
"""Prepositions before the state that somebody is there for."""
_WHOLE = 2
"""How many nodes stand before a post that a relative pronoun governs: a body and a comma."""


def gapped_holders(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """A post in the plural of one state or body + NAME, and of others + NAME: "с министрами юстиции Узбекистана A и Турции B"."""
    node = nodes[at]
    if phrases.pack.dictionary is None or len(node.things) != 1 or not many(node) or not node.things[0].of or node.things[0].former:
        return None
    people: list[Thing] = []
    here, body = _past_dash(nodes, at + 1), node.things[0].of[0]
    while here < len(nodes) and nodes[here].kind in ("NAME", "PERSON") and not _titled(nodes[here]):
        built = make_person(phrases, [nodes[here]], nodes[here], [])
        if not built.cases() & node.cases():
            return None
        person = built.things[0]
        person.posts = [replace(node.things[0], plural=False, of=[body], aliases=[])]
        person.rules = ("respectively",)
        people.append(person)
        end = here
        step = 2 if here + 1 < len(nodes) and nodes[here + 1].kind in ("COMMA", "CONJ") else 0
        if step and here + 2 < len(nodes) and named(nodes[here + 2], "CONJ", "and"):
            step = 3
        owner = nodes[here + step] if step and here + step < len(nodes) else node
        name = _past_dash(nodes, here + step + 1)
        if owner.kind not in ("STATE", "ORG") or name >= len(nodes) or nodes[name].kind not in ("NAME", "PERSON"):
            break
        other = _alike(body, owner)
        if other is None:
            break
        body, here = other, name
    if len(people) < _WHOLE:
        return None
    return span(nodes[at : end + 1], "PERSON", people, endings=node.endings), end + 1 - at


def _past_dash(nodes: Sequence[Node], at: int) -> int:
    """Return where a name stands that a dash may part from its post: "Казахстана – A"."""
    return at + 1 if at < len(nodes) and nodes[at].kind == "DASH" else at


def _titled(node: Node) -> bool:
    return node.kind == "PERSON" and (len(node.things) != 1 or bool(node.things[0].posts))


def _alike(body: Thing, owner: Node) -> Thing | None:
    """Return what a post held in ``body`` is held in where another state or body is told: its office of that kind, or it itself."""
    if len(owner.things) != 1 or not owner.has("gen"):
        return None
    told = owner.things[0]
    if told.sort == "org" or body.sort == "state":
        return told if told.sort == body.sort else None
    return office_of(told, body.national, told.end) if body.national else None


def staff_of_states(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """People without names + nouns + STATES: "представители компетентных органов Азербайджана и Турции": they come from these states."""
    node, here = nodes[at], at + 1
    if phrases.pack.dictionary is None or node.concept is None or node.concept.get("national") or node.concept.get("state"):
        return None
    while (
        here < len(nodes) and here <= at + _NOUNS and nodes[here].kind == "WORD" and nodes[here].has("gen") and nodes[here].text.islower()
    ):
        here += 1
    if here in (at + 1, len(nodes)) or nodes[here].kind != "STATE" or not nodes[here].has("gen"):
        return None
    nouns = [n for n in nodes[at + 1 : here] if not all(e.modifier for e in n.endings)]
    if not any(e.plural for e in node.endings) or not nouns or not many_in_genitive(nouns[-1]):
        return None
    things = [told_post(phrases, node, state) for state in nodes[here].things]
    for thing in things:
        thing.plural = True
    return span(nodes[at : here + 1], "POST", things, endings=tuple(e for e in node.endings if e.plural)), here + 1 - at


def many_in_genitive(node: Node) -> bool:
    """Tell whether a noun in the genitive is plural."""
    return all(e.plural for e in node.endings if e.case == "gen")


def post_of_which(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """BODY, ROLE + relative pronoun in the genitive: "в Совете, заместитель председателя которого A": the post is one of that body."""
    node = nodes[at]
    if (
        phrases.pack.dictionary is None
        or at < _WHOLE
        or at + 1 >= len(nodes)
        or nodes[at + 1].kind != "REL"
        or not nodes[at + 1].has("gen")
    ):
        return None
    body = nodes[at - 2] if nodes[at - 1].kind == "COMMA" else None
    if body is None or body.kind not in _BODIES or len(body.things) != 1 or many(node):
        return None
    owner = body.things[0] if body.kind != "DELEGATION" else next(iter(body.things[0].of), None)
    if owner is None or owner.sort != "org":
        return None
    told = told_post(phrases, node, owner)
    return span(nodes[at : at + 2], "POST", [told], endings=node.endings), 2


def from_state(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "From" STATE, PERSON: who is there for a state; a post told without a body is one of that state."""
    if [n.kind for n in nodes[at + 1 : at + 4]] != ["STATE", "COMMA", "PERSON"]:
        return None
    state, person = nodes[at + 1], nodes[at + 3]
    several = at + 4 < len(nodes) and (
        named(nodes[at + 4], "CONJ", "and") or [n.kind for n in nodes[at + 4 : at + 6]] == ["COMMA", "PERSON"]
    )
    listed = [n.kind for n in nodes[max(0, at - 2) : at]] == ["CONJ", "COMMA"]  # "A and, from the Polish side, B and C"
    told = nodes[at].text.lower() in _FOR_STATE or (listed and nodes[at].text.lower() == "on")
    if not told or len(state.things) != 1 or len(person.things) != 1 or (several and not listed):
        return None
    if [n.kind for n in nodes[at + 4 : at + 5]] == ["COMMA"] and [n.kind for n in nodes[at + 5 : at + 6]] in (["POST"], ["ROLE"]):
        return None
    posts = person.things[0].posts
    for post in posts:
        if not post.of and post.national not in ("", "state", "ministry", "home"):
            post.of, post.national = [office_of(state.things[0], post.national, state.end)], ""
        elif not post.of and post.national == "state":
            post.of, post.national = [state.things[0]], ""
    if posts and posts[-1].of:
        return span(nodes[at : at + 4], "PERSON", person.things, endings=person.endings), 4
    return span(nodes[at : at + 4], "LIST", [*state.things, *person.things], endings=person.endings), 4


def chaired(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """BODY, "chaired by" PERSON,: who presides over it: "the Committee on Law and Order, chaired by A, passed a bill"."""
    node, here = nodes[at], at + 2
    if [n.kind for n in nodes[at + 1 : at + 3]] != ["COMMA", "PERSON"]:
        return None
    led, after = nodes[here], nodes[here + 1] if here + 1 < len(nodes) else None
    subject = node.has("nom") and len(node.things) == 1 and not (at > 0 and nodes[at - 1].kind == "PREP")
    if not subject or after is None or after.kind != "COMMA" or not led.cases() & {"chair", "lead"} or len(led.things) != 1:
        return None
    told = Thing("post", led.start, led.end, kind="Chairperson", of=list(node.things), rules=("heads",))
    if node.things[0].kind == "Court":
        told.kind = "President"
    led.things[0].posts = [*led.things[0].posts, told]
    return span(nodes[at : here + 2], "LIST", [*node.things, *led.things], endings=node.endings), here + 2 - at
