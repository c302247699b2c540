"""The events and documents of one article: which mention speaks of which, and what is said of each.

A mention with marks of its own (an order number, a theme, an owner, a day, a place) is matched against what is
known by those marks; a bare one ("görüşdə", "tədbir") points back to the last event of a kind that fits. Two events
are never put together where a mark of one contradicts a mark of the other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from qurultay.facts.days import WHOLE_DAY, dates_agree, day_within
from qurultay.facts.discourse import Referent
from qurultay.mentions.dates import shift

__all__ = ["GATHERINGS", "Book", "Document", "Entry", "Event", "Said", "When", "clash", "spread"]

Said = tuple[int, int, str]
"""The clean offsets of the words that say something, and the name of the rule that read them."""

When: TypeAlias = tuple[str, Said]
"""A day or an interval in EDTF, and the words that say it."""
_SIDES = 2
"""How many bodies a meeting takes; where the text names one, the visitor is the other."""
_ANY = "Event"
GATHERINGS = frozenset({"Conference", "Forum", "Seminar"})
"""Kinds of event of which one is called by the noun of another where it is told again: "the forum" of a conference."""
_WIDER = frozenset({"Conference", "Forum", "Seminar", "Session", "Training"})
"""Kinds of event within which people meet; a word for any event means one of them rather than such a meeting."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """An entry of a chronicle: the day and the place of its heading, and whether it tells of what is to come."""

    when: When | None = None
    where: tuple[Referent, Said] | None = None
    ahead: bool = False


@dataclass(slots=True, eq=False)
class Event:
    """One event as the article tells it. Each slot maps a referent to the words that say it."""

    ref: str
    kind: str
    said: Said
    status: str = "Held"
    date: str = ""
    date_said: Said | None = None
    place: Referent | None = None
    place_said: Said | None = None
    theme: str = ""
    theme_said: Said | None = None
    ordinal: str = ""
    ordinal_said: Said | None = None
    name: str = ""
    slots: dict[str, dict[Referent, Said]] = field(default_factory=dict)
    events: dict[str, dict[Event, Said]] = field(default_factory=dict)
    owners: set[Referent] = field(default_factory=set)
    last_seen: int = 0
    asserted: bool = False
    online: bool = False
    """Whether it is told as held online: the seat of who held it is no place of it."""
    days: int = 0
    """How many days it is said to take: "a two-day seminar"; 0 where that is not told."""
    part: bool = False
    """Whether it is called by a word for parts of an event, so that who was there was at the whole."""
    ended: When | None = None
    """The day on which it is told to have ended, where it is told when it began."""
    loose: bool = False
    """Whether it is called by a word for meetings of any sort, and is a session only where it is a body's."""
    entry: Entry | None = None
    """Under which heading of a chronicle it is told."""

    def add(self, slot: str, referent: Referent, said: Said) -> None:
        """Put a referent into a slot; the first words that say so are kept."""
        self.slots.setdefault(slot, {}).setdefault(referent, said)

    def tell_date(self, date: tuple[str, Said] | None) -> None:
        """Keep the first date told."""
        if date and not self.date:
            self.date, self.date_said = date

    def settle_end(self) -> None:
        """Make an interval of the day on which the event began and that on which it ended, where both are told."""
        if self.ended is not None and not self.date and self.days >= _SIDES and len(self.ended[0]) == WHOLE_DAY:
            first = shift(self.ended[0], 1 - self.days)
            self.date, self.date_said = f"{first}/{self.ended[0]}" if first else self.ended[0], self.ended[1]
        if self.ended is not None and "/" not in self.date and len(self.date) == len(self.ended[0]) and self.date < self.ended[0]:
            self.date = f"{self.date}/{self.ended[0]}"

    def number(self, ordinal: str, said: Said | None) -> None:
        """Keep the first number told that the event has in its row; without ``said`` it only tells the event from others."""
        if ordinal and (not self.ordinal or (ordinal.isdecimal() and not self.ordinal.isdecimal())):
            self.ordinal, self.ordinal_said = ordinal, said

    def in_row(self) -> bool:
        """Tell whether its number is that which a sitting of a body, a conference or a forum has among those before it."""
        sits = self.kind == "Session" and "framework" in self.slots and self.larger() is self and not self.part
        return (sits or self.kind in ("Conference", "Forum")) and self.ordinal.isdecimal() and self.ordinal != "0"

    def tell_place(self, place: tuple[Referent, Said] | None, *, finer: bool = True) -> None:
        """Keep the first place told; with ``finer``, a town takes the place of a state."""
        if place and (self.place is None or (finer and self.place.sort == "state" and place[0].sort == "place")):
            self.place, self.place_said = place

    def join(self, whole: Event, said: Said) -> None:
        """Make the event a part of another, and of its place where it has none of its own."""
        self.events.setdefault("part_of", {})[whole] = said
        if self.place is None and whole.place is not None:
            self.place, self.place_said = whole.place, whole.place_said

    def larger(self) -> Event:
        """Return the gathering of which a sitting is a part, else the event itself."""
        wholes = self.events.get("part_of", {}) if self.kind == "Session" else {}
        return next((whole for whole in wholes if whole.kind in GATHERINGS), self)

    def has(self, slot: str, referent: Referent) -> bool:
        """Tell whether a slot holds a referent."""
        return referent in self.slots.get(slot, ())

    def people(self) -> set[Referent]:
        """Return those known to have been there."""
        return set(self.slots.get("attendee", ())) | set(self.slots.get("speaker", ()))


@dataclass(slots=True, eq=False)
class Document:
    """A document signed or adopted."""

    ref: str
    kind: str
    said: Said
    name: str = ""
    signatories: dict[Referent, Said] = field(default_factory=dict)
    signed: str = ""
    signed_said: Said | None = None
    produced_at: Event | None = None
    produced_said: Said | None = None
    entry: Entry | None = None


class Book:
    """All events and documents of an article, in the order in which they were first told."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.documents: list[Document] = []
        self.current: Event | None = None
        self.entry: Entry | None = None
        self.main: Event | None = None

    def paragraph(self) -> None:
        """A paragraph begins: what was told by the way in the one before it is over."""
        self.current, self.main = self.main or self.current, None

    def begin(self, entry: Entry) -> None:
        """Begin an entry of a chronicle: what is told in it is another than what was told before."""
        self.entry, self.current = entry, None

    def _apart(self, event: Event) -> bool:
        """Tell whether an event is told in another entry of a chronicle than that which is being read, and on another day."""
        if self.entry is None or event.entry is self.entry:
            return False
        when = self.entry.when
        return when is not None and (event.entry is None or not event.date or not dates_agree(when[0], event.date))

    def new(self, kind: str, said: Said) -> Event:
        """Open a new event."""
        event = Event(f"e{len(self.events) + 1}", kind, said, last_seen=said[0], entry=self.entry)
        self.events.append(event)
        return event

    def back(self, kind: str, *, planned: bool = False) -> Event | None:
        """Return the event that a bare noun points back to: the current one if its kind fits, else the last that does.

        What is ``planned`` is said of an event to come, where one was told.
        """
        here = [e for e in self.events if not self._apart(e)]
        to_come = [e for e in here if planned and e.status == "Planned" and e.asserted and _kinds_fit(e.kind, kind)]
        if to_come:
            return max(to_come, key=lambda e: e.last_seen)
        same = [e for e in here if e.kind == kind]
        if self.current is not None and _kinds_fit(self.current.kind, kind) and (kind == _ANY or self.current.kind == kind or not same):
            return self.current
        fitting = same or [e for e in here if _kinds_fit(e.kind, kind)]
        fitting = fitting or [e for e in here if {e.kind, kind} <= GATHERINGS and e.asserted and (planned or e.status != "Planned")]
        return max(fitting, key=lambda e: e.last_seen, default=None)

    def gathering(self) -> Event | None:
        """Return the conference, forum or seminar told last, None where there is none."""
        fitting = [e for e in self.events if e.kind in GATHERINGS and e.status == "Held"]
        return max(fitting, key=lambda e: e.last_seen, default=None)

    def wider(self) -> Event | None:
        """Return the event within which people met last, where the text is at such a meeting."""
        if self.current is None or self.current.kind != "Meeting":
            return None
        fitting = [e for e in self.events if e.asserted and e.status == "Held" and e.kind in _WIDER]
        return max(fitting, key=lambda e: e.last_seen, default=None)

    def matching(
        self, kind: str, *, date: str, place: Referent | None, ordinal: str, theme: str, owners: set[Referent], planned: bool | None
    ) -> Event | None:
        """Return the event that agrees with marks of a mention, at least one of them shared or none contradicted."""
        best, score = None, 0
        for event in self.events:
            if (
                self._apart(event)
                or not _kinds_fit(event.kind, kind)
                or clash(event, date, place, ordinal, theme)
                or (planned is not None and (event.status == "Planned") != planned and event.asserted)
            ):
                continue
            shared = (
                2 * bool(ordinal and event.ordinal == ordinal) + 3 * bool(theme and event.theme == theme) + 2 * bool(owners & event.owners)
            )
            shared += (
                (planned is None and event.status == "Held")
                + bool(date and event.date == date)
                + bool(place and event.place is place)
                + (event.kind == kind)
            )
            if owners and event.owners and not owners & event.owners and not (_related(owners, event.owners) and (date or ordinal)):
                continue
            if shared >= score:
                best, score = event, shared
        return best if score >= 1 + bool(owners) + (planned is None) else None

    def trip(self) -> Event | None:
        """Return what a delegation was sent to: the last visit, else the event that the text is at."""
        return next((e for e in reversed(self.events) if e.kind == "Visit" and e.asserted), self.current)

    def same_meeting(self, people: set[Referent], partners: set[Referent], date: str, *, planned: bool = False) -> Event | None:
        """Return the meeting of these people told before, None where there is none; ``partners`` are those who were met."""
        for event in self.events:
            if self._apart(event):
                continue
            if (
                event.kind == "Meeting"
                and (event.status == "Planned") is planned
                and (not date or not event.date or dates_agree(date, event.date))
            ):
                there = event.people()
                bodies, present = {body for partner in partners for _, body in partner.posts}, set(event.slots.get("participant", ()))
                host = bodies & present and not any(body in bodies for person in there for _, body in person.posts)
                if host and people - partners <= there:
                    return event
                met = partners & (there | present) or (there and there <= people and bodies & present)
                if (met and (people <= there or there <= people)) or (people and not there and not event.slots and not event.ordinal):
                    return event
        return None

    def put_into_visit(self, event: Event, said: Said) -> None:
        """A meeting with a visitor is part of the visit."""
        there = event.people()
        for visit in self.events:
            if (
                visit.kind == "Visit"
                and visit is not event
                and visit.people() & there
                and not event.events.get("part_of")
                and day_within(event.date, visit.date)
                and not _abroad(event, visit)
            ):
                event.join(visit, said)

    def put_into_conference(self, event: Event, said: Said) -> None:
        """A meeting of people who are told to be at the conference that the text is at is a part of it."""
        there, whole = event.people(), self.current
        if whole is None or whole is event or whole.kind not in _WIDER or len(there) < _SIDES or event.events.get("part_of"):
            return
        if there <= whole.people() and day_within(event.date, whole.date):
            event.join(whole.larger(), said)

    def at_dateline(self, place: Referent, said: Said) -> None:
        """Put what was held at an office of a state into the town from which the article tells it."""
        for event in self.events:
            told_by_seat = event.place_said is not None and event.place_said[2] in ("place_of_office", "dateline")
            near = event.place is not None and (
                event.place is place.state or (event.place is not place and event.place.state is place.state)
            )
            if event.status == "Held" and place.sort == "place" and near and told_by_seat:
                event.place, event.place_said = place, said


def _related(one: set[Referent], other: set[Referent]) -> bool:
    """Tell whether a body of one set is a part of one of the other, or of the same whole: "TDT" and its council."""
    return any(
        a.parent is b or b.parent is a or (a.parent is not None and a.parent is b.parent) or a.state is b for a in one for b in other
    )


def _abroad(event: Event, visit: Event) -> bool:
    """Tell whether an event to come is in another state than that of a visit that took place."""
    there, here = event.place and event.place.country, visit.place and visit.place.country
    return event.status == "Planned" and visit.status == "Held" and there is not None and here is not None and there is not here


def _kinds_fit(one: str, other: str) -> bool:
    if one == other:
        return True
    if _ANY in (one, other):
        return "Visit" not in (one, other)
    return False


def clash(event: Event, date: str, place: Referent | None, ordinal: str, theme: str) -> bool:
    """Tell whether a mark of a mention contradicts what is known of an event."""
    if (ordinal and event.ordinal and ordinal != event.ordinal) or (theme and event.theme and theme != event.theme):
        return True
    if date and event.date and not dates_agree(date, spread(event)):
        return True
    return bool(place and event.place and place is not event.place and place.state is not event.place and event.place.state is not place)


def spread(event: Event) -> str:
    """Return the date of an event of several days of which one is told, its first or, where the text tells its end, its last."""
    if event.days < _SIDES or len(event.date) != WHOLE_DAY or event.date_said is None:
        return event.date
    before = event.date_said[2] == "last_day"
    other = shift(event.date, (1 - event.days) if before else event.days - 1)
    if other is None:
        return event.date
    return f"{other}/{event.date}" if before else f"{event.date}/{other}"
