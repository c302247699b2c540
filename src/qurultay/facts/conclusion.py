"""What an article's events are in the end: those told twice put together, meetings put into visits, and who was at both."""

from __future__ import annotations

from itertools import pairwise

from qurultay.facts.days import WHOLE_DAY, day_within
from qurultay.facts.discourse import Referent
from qurultay.facts.events import GATHERINGS, Book, Event, clash, spread

__all__ = ["conclude"]

_SIDES = 2
"""How many bodies a meeting takes; where the text names one, the visitor is the other."""
_SIGNING = frozenset({"Meeting", "Ceremony"})
"""Kinds of event that take a day, and at which papers are signed."""
_WITH_CEREMONIES = GATHERINGS | {"Training"}
"""Kinds of event that end or begin with a ceremony."""


def conclude(book: Book) -> None:
    """Put together what was told twice, and meetings told without a visit of their own into the visit of the article."""
    for event in book.events:
        event.date = spread(event)
    for later in list(book.events):
        earlier = next((e for e in book.events[: book.events.index(later)] if _told_twice(e, later)), None)
        if earlier is not None:
            _merge(book, earlier, later)
    _date_by_openings(book)
    for event in book.events:
        event.settle_end()
    _join_visits(book)
    _date_visits(book)
    _join_ceremonies(book)
    _date_by_papers(book)
    _date_ceremonies(book)
    _fill_one_sided(book)
    _fill_from_visits(book)
    _fill_from_parts(book)
    for event in book.events:
        if event.loose and event.kind in ("Session", "Event") and not event.owners and not event.ordinal:
            event.kind = "Meeting"


def _join_ceremonies(book: Book) -> None:
    """Put a ceremony of which neither day nor place is told into the course or conference told before it."""
    for place, event in enumerate(book.events):
        whole = next((e for e in reversed(book.events[:place]) if e.kind in _WITH_CEREMONIES and e.asserted and e.status == "Held"), None)
        bare = event.kind == "Ceremony" and event.status == "Held" and not (event.date or event.place or event.events.get("part_of"))
        if whole is not None and bare and event.asserted and not event.owners:
            event.join(whole, event.said)


def _date_by_openings(book: Book) -> None:
    """An event of which the last day alone is told began on the day of its opening ceremony."""
    for part in book.events:
        for whole in part.events.get("part_of", {}):
            last = whole.ended[0] if whole.ended is not None and not whole.date and part.kind in ("Ceremony", "Event") else ""
            if part.part and part.asserted and len(part.date) == len(last) == WHOLE_DAY and part.date < last:
                whole.date, whole.date_said = part.date, part.date_said


def _date_by_papers(book: Book) -> None:
    """A meeting or a ceremony at which a paper was signed was on the day on which that is told to have been signed."""
    for document in book.documents:
        event = document.produced_at
        if event is not None and event.kind in _SIGNING and event.status == "Held" and not event.date and len(document.signed) == WHOLE_DAY:
            event.date, event.date_said = document.signed, document.signed_said


def _date_ceremonies(book: Book) -> None:
    """A ceremony of which neither day nor place is told was where and when the talks told right before it were."""
    for before, event in pairwise(book.events):
        bare = event.kind == "Ceremony" and event.status == "Held" and not event.date and event.place is None
        if bare and before.kind in ("Meeting", "Ceremony") and before.status == "Held" and event.asserted and len(before.date) == WHOLE_DAY:
            event.date, event.date_said = before.date, before.date_said
            event.place, event.place_said = before.place, before.place_said


def _join_visits(book: Book) -> None:
    """Put meetings and ceremonies without a visit of their own into that of the people who were there."""
    visits = [e for e in book.events if e.kind == "Visit" and e.asserted and e.status == "Held"]
    for event in book.events:
        if event.kind not in ("Meeting", "Ceremony") or event.events.get("part_of") or event.status != "Held":
            continue
        for visit in visits:
            if (
                (visit.people() & event.people() or not event.people() or _hosted(event, visit) or _guests_met(event, visit))
                and not clash(event, "", visit.place, "", "")
                and day_within(event.date, visit.date)
            ):
                event.join(visit, event.said)
                break


def _date_visits(book: Book) -> None:
    """A visit of several days of which no day is told began on the first day of which something is told that was done on it."""
    for visit in book.events:
        days = [(e.date, e.date_said) for e in book.events if visit in e.events.get("part_of", {}) and len(e.date) == WHOLE_DAY]
        if visit.kind == "Visit" and visit.days >= _SIDES and not visit.date and days:
            visit.date, visit.date_said = min(days, key=lambda day: day[0])
            visit.date = spread(visit)


def _fill_from_visits(book: Book) -> None:
    """Give a meeting of which one side is told the visitors of its visit."""
    for event in book.events:
        for visit in event.events.get("part_of", {}):
            if (
                event.kind == "Meeting"
                and not event.owners
                and visit.kind == "Visit"
                and len(_bodies(event)) < _SIDES
                and (event.status == "Held" or not event.people() & visit.people())
            ):
                for slot in ("attendee", "participant"):
                    for referent, said in visit.slots.get(slot, {}).items():
                        event.add(slot, referent, said)


def _fill_one_sided(book: Book) -> None:
    """Give a meeting of which one person is told whoever was at every other event: the one whom the article is about."""
    told = [e for e in book.events if e.asserted and e.people()]
    alone = [e for e in told if e.kind == "Meeting" and len(e.people()) == 1 and len(_bodies(e)) < _SIDES and not _states_met(e)]
    others = [e for e in told if e not in alone]
    everywhere = [p for p in (others[0].slots.get("attendee", ()) if others else ()) if all(p in e.people() for e in others)]
    for event in alone if len(everywhere) == 1 else ():
        if everywhere[0] not in event.people():
            event.add("attendee", everywhere[0], event.said)


def _fill_from_parts(book: Book) -> None:
    """Give an event those who were at its panels and openings."""
    for part in (e for e in book.events if e.part and e.asserted):
        for whole in part.events.get("part_of", {}):
            for slot in ("attendee", "participant", "speaker") if whole.kind != "Visit" else ():
                for referent, said in part.slots.get(slot, {}).items():
                    whole.add(slot, referent, said)


def _merge(book: Book, event: Event, other: Event) -> None:
    """Give ``event`` what was told of ``other``, which then is no event of its own."""
    for slot, members in other.slots.items():
        for referent, said in members.items():
            event.add(slot, referent, said)
    for slot, wholes in other.events.items():
        for whole, said in wholes.items():
            if whole is not event:
                event.events.setdefault(slot, {}).setdefault(whole, said)
    if not event.date:
        event.date, event.date_said = other.date, other.date_said
    if event.place is None:
        event.place, event.place_said = other.place, other.place_said
    event.asserted = event.asserted or other.asserted
    book.events.remove(other)
    for each in book.events:
        for wholes in each.events.values():
            if other in wholes:
                wholes.setdefault(event, wholes.pop(other))
    for document in book.documents:
        if document.produced_at is other:
            document.produced_at = event


def _told_twice(event: Event, other: Event) -> bool:
    """Tell whether two meetings or visits are one: the same parties, status and day, or no day told for one."""
    if (
        event.kind != other.kind
        or event.kind not in ("Meeting", "Visit")
        or event.status != other.status
        or clash(event, other.date, other.place, "", "")
    ):
        return False
    one, two = (e.people() | set(e.slots.get("participant", ())) for e in (event, other))
    return bool(one) and bool(two) and one == two and (bool(event.place is other.place) or not event.place or not other.place)


def _guests_met(event: Event, visit: Event) -> bool:
    """Tell whether a state that sent its people on a visit was at a meeting with one of the state that is visited."""
    host = visit.place and visit.place.country
    guests, there = ({b.country for b in e.slots.get("participant", ())} for e in (visit, event))
    return host is not None and host not in guests and host in there and bool((guests - {None}) & there)


def _hosted(event: Event, visit: Event) -> bool:
    """Tell whether of a meeting only the hosts of a visit are told: their body is of the state that was visited."""
    bodies = _bodies(event)
    if not bodies or len(bodies) >= _SIDES or visit.place is None:
        return False
    host = visit.place.country
    ours = host is not None and all(one.country is host for one in event.slots.get("participant", ()))
    return ours and not bodies & _bodies(visit)


def _states_met(event: Event) -> bool:
    """Tell whether a body of one state is told to have met those of another state, who are not named."""
    sides = event.slots.get("participant", {})
    return bool(_bodies(event)) and len({side.country for side in sides} - {None}) >= _SIDES


def _bodies(event: Event) -> set[Referent]:
    """Return the bodies that take part in an event, without the states whose ambassadors were there."""
    return {body for body in event.slots.get("participant", ()) if body.sort == "org"}
