"""Meetings told by what was said or agreed at them: "A and B agreed on X at talks in Tashkent", "A told reporters after talks with B"."""

from __future__ import annotations

from dataclasses import replace

from qurultay.facts.headinitial.present import as_told
from qurultay.facts.phrases import Phrases
from qurultay.language.pack import Predicate
from qurultay.language.suffixes import Ending
from qurultay.mentions.nodes import Clause, Node, Thing

__all__ = ["MEET", "talks", "when_and_where"]

MEET = Predicate("meet", (("nom", "agent"), ("acc", "partner")), ())
_SEVERAL = 2


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
