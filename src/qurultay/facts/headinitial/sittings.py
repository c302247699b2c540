"""Sessions of bodies told by verbs: that a council met, and that it examined or decided something on a day."""

from __future__ import annotations

from qurultay.facts.days import MONTH
from qurultay.facts.headinitial.happened import sitting_of
from qurultay.facts.headinitial.present import HELD, PEOPLE, as_told
from qurultay.facts.phrases import Phrases
from qurultay.language.pack import Concept
from qurultay.language.suffixes import Ending
from qurultay.mentions.nodes import Clause, Node, Thing

__all__ = ["SITTING", "sat", "sat_to_decide"]

SITTING = frozenset({"Council", "InternationalOrganization", "Organization"})
"""Kinds of body that meet as such: "the Council met in Bishkek"."""


def sat(phrases: Phrases, clause: Clause, frames: set[str], subject: Node | None) -> Clause | None:
    """ "The Council met in Bishkek": a session of the body, where no partner is told."""
    deliberates = clause.tense == "past" and any(p.slot("ins") == "discussed" for p, _ in clause.verb.senses)
    if deliberates and subject is not None and any(n.kind == "DATE" and n.value and len(n.value) > MONTH for n in clause.arguments):
        return _deliberating(phrases, clause, subject)
    gathers = "gather" in frames and clause.tense in ("past", "fut") and _when_or_where(clause)
    spoken = "meet" in frames and "speak" not in frames
    meets = spoken or gathers or (frames & {"held"} and any(p.slot("for") == "event" for p, _ in clause.verb.senses))
    bodies = [n for n in clause.arguments if n.has("nom") and n.kind in ("ORG", "POST") and n.things]
    if len(bodies) != 1 or any(n.kind in PEOPLE and n is not bodies[0] and n.has("nom") for n in clause.arguments):
        return None
    body = bodies[0]
    if not meets or any(_another(n) for n in clause.arguments if n.things and n is not body):
        return None
    if body.kind == "POST":
        if (
            not (frames & {"meet"} or (_when_or_where(clause) and clause.tense != "pres"))
            or not body.things[0].of
            or not all(thing.kind == body.things[0].kind for thing in body.things)
        ):
            return None
        if len(body.things) == 1 and not body.things[0].plural:
            return None
    elif len(body.things) != 1 or body.things[0].kind not in SITTING:
        return None
    return sitting_of(clause, body)


def _another(node: Node) -> bool:
    """Tell whether a phrase shows that a body did not merely meet: whom it met, or an event that is more than the occasion."""
    return bool(node.cases() & {"ins", "acc"}) or (node.kind == "EVENT" and not node.has("framework"))


def _when_or_where(clause: Clause) -> bool:
    """Tell whether a clause tells a day, a town or a state in which something was."""
    return any((n.kind == "DATE" and n.value) or (n.kind in ("PLACE", "STATE") and n.has("loc")) for n in clause.arguments)


def _deliberating(phrases: Phrases, clause: Clause, subject: Node) -> Clause | None:
    """ "On Friday the Commission examined a draft law": a session of the body on that day."""
    if subject.kind != "ORG" or len(subject.things) != 1 or subject.things[0].kind not in SITTING or subject not in clause.arguments:
        return None
    name = (subject.things[0].name or subject.text).lower()
    if any(n.kind == "EVENT" for n in clause.arguments) or not any(word in name for word in phrases.pack.settings["deliberating"]):
        return None
    thing = Thing("event", subject.start, clause.verb.end, kind="Session", of=list(subject.things), rules=("sitting",))
    event = Node(
        "EVENT",
        subject.first,
        subject.last,
        subject.start,
        subject.end,
        subject.text,
        (Ending(""),),
        [thing],
        concept=Concept("event", "Session"),
    )
    return as_told(clause, HELD, "past", [event if n is subject else n for n in clause.arguments if n is subject or not n.has("acc")])


def sat_to_decide(phrases: Phrases, clause: Clause, subject: Node | None) -> Clause | None:
    """ "On Thursday the Council elected A", "the Committee approved a bill on 5 March": a session of the body on that day."""
    words = phrases.pack.settings["deciding"]
    if subject is None or clause.tense != "past" or phrases.pack.fold(clause.verb.text).split()[-1] not in words:
        return None
    if not any(n.kind == "DATE" and n.value and len(n.value) > MONTH and "/" not in n.value for n in clause.arguments):
        return None
    return _deliberating(phrases, clause, subject)
