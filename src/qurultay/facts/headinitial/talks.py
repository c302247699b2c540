"""Meetings told by what was said or agreed at them: "A and B agreed on X at talks in Tashkent", "A told reporters after talks with B"."""

from __future__ import annotations

from dataclasses import replace

from qurultay.facts.headinitial.present import HELD, THERE, as_told, in_nominative
from qurultay.facts.phrases import Phrases
from qurultay.language.pack import Concept, Predicate
from qurultay.language.suffixes import Ending
from qurultay.mentions.nodes import Clause, Node, Thing

__all__ = ["MEET", "exchanged", "talks", "when_and_where"]

MEET = Predicate("meet", (("nom", "agent"), ("acc", "partner")), ())
_SEVERAL = 2
_EXCHANGE = "exchange"
"""What words for an exchange of views are called: with whom it was, there was a meeting."""


def talks(phrases: Phrases, clause: Clause, subject: Node | None) -> list[Clause]:
    """Return that those who act met, before what else a clause tells; [] where it tells of no talks of theirs."""
    event = next((n for n in clause.arguments if _of_talks(n)), None)
    if event is None or clause.tense != "past" or subject is None:
        return []
    if subject.kind not in ("PERSON", "LIST") or not all(thing.sort == "person" for thing in subject.things):
        return []
    own = [t for t in event.things[0].of if t.sort == "person"]
    beside = next((n for n in clause.arguments if n.kind == "PERSON" and n.cases() == {"ins"} and n.first == event.last + 1), None)
    frames = clause.verb.frames()
    if len(subject.things) >= _SEVERAL and "planned" in frames and event.has("loc") and not event.things[0].of and beside is None:
        rest = [n for n in clause.arguments if n is not event and n.kind not in ("DATE", "PLACE")]
        return [as_told(clause, MEET, "past", [subject, *when_and_where(clause)]), replace(clause, arguments=rest)]
    partner = _partner(event, own, beside)
    if partner is None or not (event.has("other") or (clause.reported and event.has("loc"))):
        return []
    rest = [n for n in clause.arguments if n is not event and n is not beside and n.kind not in ("DATE", "PLACE")]
    return [as_told(clause, MEET, "past", [subject, partner, *when_and_where(clause)]), replace(clause, arguments=rest)]


def exchanged(clause: Clause, frames: set[str]) -> list[Clause]:
    """ "Exchanges of views took place with A, B and C": a meeting of the guests with them; [] where none is told."""
    noun = next((n for n in clause.arguments if n.kind == "WORD" and n.concept is not None and n.concept.name == _EXCHANGE), None)
    partner = next((n for n in clause.arguments if n.kind in ("PERSON", "LIST") and n.cases() == {"ins"} and len(n.things) > 1), None)
    if (
        noun is None
        or partner is None
        or "held" not in frames
        or clause.tense != "past"
        or not noun.last < clause.verb.first < partner.first
    ):
        return []
    thing = Thing("event", noun.start, clause.verb.end, kind="Meeting", rules=("event_noun",), definite=False)
    concept = Concept("event", "Meeting")
    told = Node("EVENT", noun.first, noun.last, noun.start, noun.end, noun.text, (Ending(""),), [thing], concept=concept)
    there = replace(told, endings=(Ending("", case="loc"),))
    guests = Node("GROUP", noun.first, noun.last, noun.start, noun.end, "", (Ending("", plural=True),), concept=Concept("group", "guest"))
    return [
        as_told(clause, HELD, "past", [told, *when_and_where(clause)]),
        *(as_told(clause, THERE["attending"], "past", [who, there]) for who in (in_nominative(partner), guests)),
    ]


def _of_talks(node: Node) -> bool:
    """Tell whether a phrase means talks at which, or after which, something was done."""
    if node.kind != "EVENT" or node.things[0].kind != "Meeting" or node.things[0].ordinal:
        return False
    mass = node.concept is not None and bool(node.concept.get("mass"))
    return bool(node.cases() & {"loc", "other"}) and (mass or not (node.things[0].plural or node.things[0].definite) or node.has("other"))


def _partner(event: Node, own: list[Thing], beside: Node | None) -> Node | None:
    """Return with whom somebody had talks, as their partner."""
    if beside is not None:
        return replace(beside, endings=(Ending("", case="acc"),))
    if not own:
        return None
    return Node("PERSON", event.first, event.last, event.start, event.end, event.text, (Ending("", case="acc"),), own)


def when_and_where(clause: Clause) -> list[Node]:
    """Return the day and the place that a clause tells, and in whose framework."""
    seats = [n for n in clause.arguments if n.kind in ("STATE", "ORG") and n.has("loc") and n.first > clause.verb.last]
    return [*(n for n in clause.arguments if n.kind in ("DATE", "PLACE") or n.has("framework")), *seats]
