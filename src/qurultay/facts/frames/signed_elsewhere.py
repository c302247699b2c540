"""Whether a paper was signed at another time or place than those of the event that the text is at, or with people who were not there."""

from __future__ import annotations

from qurultay.facts.days import dates_agree
from qurultay.facts.events import Event, clash, spread
from qurultay.facts.frames.arguments import marked
from qurultay.facts.frames.frame import Frame
from qurultay.facts.frames.scene import When
from qurultay.mentions.nodes import Clause

__all__ = ["signed_elsewhere"]


def signed_elsewhere(event: Event, date: When | None, clause: Clause, frame: Frame) -> bool:
    """Tell whether what was signed on a day was not signed at an event: "it is recalled that the two signed a memorandum in 2023"."""
    wholes = [event, *(event.events.get("part_of", {}) if not event.date or "/" in event.date else ())]
    if date is not None and any(each.date and not dates_agree(date[0], spread(each)) for each in wholes):
        return True
    if not frame.pack.head_initial or event.kind != "Meeting":
        return False
    place = frame.arguments.place(clause, "loc", seat=False)
    if any(each.place is not None and place is not None and clash(each, "", place[0], "", "") for each in wholes):
        return True
    partners = [r for n in marked(clause, "ins") if n.kind in ("PERSON", "ORG") for _, r in frame.referents.of(n)]
    there = {*event.people(), *event.slots.get("participant", ())}
    bodies = {body for one in partners for body in (one, *(held for _, held in one.posts))}
    return bool(there) and bool(partners) and date is not None and not bodies & there
