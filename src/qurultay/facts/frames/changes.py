"""Events that do not take place when they were to: cancelled, put off to another day, or for good."""

from __future__ import annotations

from qurultay.facts.days import dates_agree
from qurultay.facts.events import Event
from qurultay.facts.frames.arguments import words_of
from qurultay.facts.frames.event_nouns import EventNouns
from qurultay.facts.frames.frame import Frame
from qurultay.facts.phrases import named
from qurultay.language.pack import Predicate
from qurultay.language.suffixes import VerbForm
from qurultay.mentions.nodes import Clause, Node

__all__ = ["Changes"]


class Changes(Frame):
    """The frames of what was planned otherwise."""

    def __init__(self, events: EventNouns) -> None:
        super().__init__(events)
        self._moved: set[Event] = set()

    def cancelled(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X təxirə salınıb, X keçirilməyib: an event that did not take place."""
        if self.scene.headline and any(e.status == "Cancelled" for e in self.book.events):
            return
        there = self.book.current
        node = self.arguments.slot(clause, predicate, "event")
        partner = self.arguments.node(clause, "ins", "partner") if not self.pack.head_initial else None
        if partner is not None and node is not None and node.things[0].kind == "Meeting" and not node.things[0].of:
            node.things[0].of = list(partner.things)
        it = node is not None and node.things[0].rules == ("event_pronoun",)
        event = self.events.of(node, clause, strong=there is None, fill=not it, planned=None, make=not it)
        if there is not None and event is not None and event.asserted and event.status == "Held" and event.date and event.slots:
            return  # what some of those expected did not come to
        day = self.arguments.date(clause) if it and event is not None and event.date else None
        if event is not None and (day is None or dates_agree(day[0], event.date)):
            event.status, event.asserted = "Cancelled", True

    def postponed(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X DATE-ə saxlanılıb, X təxirə salınıb: an event is to come on the new day, or, where none is told, does not take place."""
        day = next((n for n in reversed(clause.arguments) if n.kind == "DATE" and n.value and n.has("dat")), None)
        if day is None and clause.head is not None:
            return
        if day is None:
            event = self.events.of(self.arguments.slot(clause, predicate, "event"), clause, strong=False, fill=True, planned=None)
            if event is not None and event not in self._moved and not (event.asserted and event.status == "Held"):
                event.status, event.asserted = (
                    "Planned"
                    if any(n.kind in ("WORD", "PREP") and (n.has("dat") or named(n, "PREP", "dat")) for n in clause.arguments)
                    else "Cancelled",
                    True,
                )
                if event.status == "Planned":
                    self._moved.add(event)
                    event.date, event.date_said = "", None
            return
        node = self.arguments.slot(clause, predicate, "event")
        event = self._expected(node) or self.events.of(node, clause, strong=False, planned=None)
        if event is not None and node is not None and event.asserted and event.status == "Held":
            event = self.book.new(node.things[0].kind, words_of(clause, node, "postponed"))
        if event is not None:
            event.tell_place(self.arguments.place(clause, "loc", "rel", "dat"))
            event.status, event.asserted = "Planned", True
            self._moved.add(event)
            event.date, event.date_said = day.value, words_of(clause, day, "date")

    def _expected(self, node: Node | None) -> Event | None:
        """Return the event to come told last that "it" means where it is put off: what was held cannot be."""
        if node is None or node.things[0].rules != ("event_pronoun",):
            return None
        told = [e for e in self.book.events if e.asserted and e.status == "Planned"]
        return max(told, key=lambda e: e.last_seen, default=None)

    def put_off(self, clause: Clause, node: Node) -> None:
        """ "Заседание, которое должно было пройти 5 мая, состоится 9 июня": the day told first is no longer that of the event."""
        told = self.arguments.date(clause) if clause.head is None and not self.scene.headline else None
        once = [c for c in node.clauses if c.form == "part" and c.tense == "fut" and "held" in c.verb.frames()]
        days = {day[0] for c in once if (day := self.arguments.date(c)) is not None} if told is not None else set()
        for event in self.book.events:
            if event.kind == node.things[0].kind and event.status == "Planned" and event.date in days and told is not None:
                event.date, event.date_said = "", None
                self._moved.add(event)
