"""Lectures that are events of their own."""

from __future__ import annotations

from qurultay.facts.days import WHOLE_DAY
from qurultay.facts.events import Event
from qurultay.facts.frames.arguments import words_of
from qurultay.facts.frames.frame import Frame
from qurultay.mentions.nodes import Clause, Node

__all__ = ["Lectures"]


class Lectures(Frame):
    """Opens an event for a lecture that is told by itself."""

    def given(self, clause: Clause, node: Node | None) -> Event | None:
        """ "On Monday A gave a guest lecture on “…” at the university": where the text is at no event, the lecture is one."""
        word = self.pack.fold(clause.verb.text).split()[-1].removesuffix("s")
        lecture = any(concept.name == "lecture" for concept in self.pack.nouns.get(word, ()))
        day = self.arguments.date(clause) if lecture and node is None and not self.scene.headline else None
        told = clause.form == "fin" and clause.tense == "past" and clause.head is None and not any(e.asserted for e in self.book.events)
        quote = next((n for n in clause.arguments if n.kind == "QUOTE" and n.things and n.first > clause.verb.last), None)
        place = self.arguments.place(clause, "loc")
        if not told or day is None or len(day[0]) != WHOLE_DAY or (quote is None and place is None):
            return None
        event = self.book.new("Event", words_of(clause, quote or clause.verb, "lecture"))
        event.tell_date(day)
        event.tell_place(place)
        if quote is not None:
            start, end = quote.things[0].start, quote.things[0].end
            event.theme, event.theme_said = self.scene.text[start:end], (start, end, "quoted_theme")
        for host in (n for n in clause.arguments if n.kind == "ORG" and n.has("loc")):
            for _, referent in self.referents.of(host):
                self.attendance.add(event, referent, words_of(clause, host, "seat"))
        event.last_seen = clause.verb.end
        self.book.current = event
        return event
