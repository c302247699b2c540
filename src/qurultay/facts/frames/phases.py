"""Events that go on and come to their end."""

from __future__ import annotations

from dataclasses import replace

from qurultay.facts.days import WHOLE_DAY
from qurultay.facts.events import Event
from qurultay.facts.frames.arguments import words_of
from qurultay.facts.frames.frame import Frame
from qurultay.language.pack import Predicate
from qurultay.language.suffixes import VerbForm
from qurultay.mentions.nodes import Clause, Node

__all__ = ["Phases"]


class Phases(Frame):
    """The frames of how long events last."""

    def ended(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X ended on DATE, X wrapped up a two-day conference: the day is the last of an event, from which its first is counted."""
        if not self.pack.head_initial:
            self._ends(clause, predicate, form)
            return
        node = self.arguments.slot(clause, predicate, "event")
        told = self.arguments.date(clause)
        if node is not None and node is clause.head and node.things[0].kind == "Visit" and node.things[0].place and told is not None:
            self.scene.trip_ends = told  # "is on a three-day visit to A, which ends tomorrow in B"
            return
        new = node is not None and bool(node.things) and not node.things[0].definite and self.book.current is None
        new = new or (node is not None and self._first_told(node, clause))
        if new and form.tense == "past" and not self.scene.headline:
            first = self.events.of(node, clause, strong=True, fill=False, planned=None)
            place = self.arguments.place(clause, "loc") if not self.pack.settings["fixed_order"] else None
            if first is not None and place is not None:
                first.asserted = True
                first.tell_place(place)
            if first is not None and told is not None and len(told[0]) == WHOLE_DAY and not first.date:
                first.date, first.date_said = told[0], (*told[1][:2], "last_day")
        day = told is not None and len(told[0]) == WHOLE_DAY and form.tense == "past"
        if day and node is not None and node is clause.head:  # "заседание, которое завершилось сегодня": not the day on which it began
            clause = replace(clause, arguments=[n for n in clause.arguments if n.kind != "DATE"])
        self.phase(clause, predicate, form)
        event = self.events.of(node, clause, strong=False, planned=None, make=False)
        closing = next((n for n in clause.arguments if n.kind in ("PERSON", "LIST") and n.has("nom")), clause.subject)
        closed = (
            event is not None and node is not None and node.has("acc") and event.kind not in ("Visit", "Meeting") and form.tense == "past"
        )
        if event is not None and closed and closing is not None and closing.kind in ("PERSON", "LIST"):
            for _, referent in self.referents.of(closing):
                self.attendance.add(event, referent, words_of(clause, closing, "open"), speaks=referent.sort == "person")
        dated = event is not None and (bool(event.date) or event.kind not in ("Visit", "Meeting"))
        if (
            event is not None
            and dated
            and form.tense in ("fut", "pres")
            and told is not None
            and len(told[0]) == WHOLE_DAY
            and event.ended is None
        ):
            event.ended = told
        if event is None or told is None or form.tense != "past" or len(told[0]) != WHOLE_DAY:
            return
        if not event.date and event.status == "Held":
            event.date, event.date_said = told[0], (*told[1][:2], "last_day")
        elif event.ended is None:
            event.ended = told

    def _first_told(self, node: Node, clause: Clause) -> bool:
        """Tell whether of the first event of an article it is told when or where it ended: "В Баку завершился семинар"."""
        bare = not self.pack.settings["fixed_order"] and bool(node.things) and not any(e.asserted for e in self.book.events)
        told = bare and clause.form == "fin" and (self.arguments.place(clause, "loc") or self.arguments.date(clause)) is not None
        return told and node.things[0].kind not in ("Visit", "Event", "Meeting")

    def phase(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X davam edir, başa çatıb: an event told before goes on or ends; only one with marks of its own is new."""
        node = self.arguments.slot(clause, predicate, "event")
        until = next((n for n in clause.arguments if n.kind == "DATE" and n.things[0].tail == "until" and n.value), None)
        lasts = until is not None and self.pack.head_initial
        if lasts:  # the day is its last, and not its first
            clause = replace(clause, arguments=[n for n in clause.arguments if n is not until])
        event = self.events.of(
            node,
            clause,
            strong=form.tense != "fut",
            fill=clause.head is not None and "until" not in predicate.words,
            planned=None,
            make=bool(
                node
                and (
                    node.things[0].of
                    or (until is not None and clause.head is node and not self.pack.head_initial)
                    or node.things[0].place
                    or (self.pack.head_initial and node.things[0].theme)
                    or node.clauses
                    or (self.pack.head_initial and any(n.has("organize") for n in clause.arguments))
                )
            ),
        )
        if event is None and lasts and node is not None and node.things[0].kind == "Visit" and clause.form == "fin":
            event = self._guests_stay(node, clause)
        if event is not None and until is not None and event.ended is None and (lasts or not self.pack.head_initial):
            event.ended = until.value, words_of(clause, until, "date")
        if event is not None:
            event.asserted = True
            cases = ("loc", "dat") if event.kind == "Visit" else ("loc",)
            goes_on = form.tense == "fut" and event.status == "Held" and event.kind != "Visit" and not self.pack.head_initial
            if not goes_on:  # "konfrans sabah Şuşada davam etdiriləcək": so far it was somewhere else
                event.tell_place(self.arguments.place(clause, *cases), finer=False)
            self.events.add_common(event, clause)

    def _guests_stay(self, node: Node, clause: Clause) -> Event | None:
        """ "The visit will last until 17 April": the visit of those whom the text told to have been received, told by its noun first."""
        guests, met = self.discourse.guests, self.book.current
        told = any(e.kind == "Visit" and e.asserted for e in self.book.events)
        if told or not guests or self.scene.headline or not node.things[0].definite or node.things[0].plural:
            return None
        first = next((e for e in self.book.events if e.kind == "Meeting" and e.asserted and {*guests} & e.people()), None)
        if first is None or met is None:
            return None
        said = words_of(clause, node, "visit")
        event = self.book.new("Visit", said)
        for guest in guests:
            self.attendance.add(event, guest, said)
        if first.date and first.date_said is not None:
            event.tell_date((first.date, first.date_said))
        host = next((r for r in first.slots.get("attendee", ()) if r not in guests), None)
        seat = next((b.country for _, b in reversed(host.posts)), None) if host is not None else None
        event.tell_place((seat, said) if seat is not None else None)
        first.join(event, said)
        return event

    def _ends(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X bugün sona erdi, X kapanış töreniyle tamamlandı: an event told before comes to its end, on the day that is told with it."""
        day = self.arguments.date(clause)
        closing = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("ins")), None)
        inside = [self.arguments.date(c) for c in closing.clauses] if closing is not None else []
        day = day or next((d for d in inside if d is not None), None)
        without = [n for n in clause.arguments if n.kind != "DATE"]
        self.phase(replace(clause, arguments=without, topic=None), predicate, form)
        node = self.arguments.slot(clause, predicate, "event")
        event = self.events.of(node, clause, strong=False, planned=None, make=False)
        if event is not None and day is not None and event.ended is None:
            event.ended = day
        part = self.events.of(closing, clause, strong=False, planned=None, make=False) if closing is not None else None
        if event is not None and part is not None and part is not event and not part.events.get("part_of"):
            part.join(event, part.said)
