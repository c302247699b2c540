"""Events of a row that are told by their numbers only: "Forumun ilki 2022'de Taşkent'te, ikincisi 2023'te Bişkek'te yapılmıştı"."""

from __future__ import annotations

from dataclasses import replace

from qurultay.facts.events import Event
from qurultay.facts.frames.arguments import words_of
from qurultay.facts.frames.frame import Frame
from qurultay.mentions.nodes import Clause, Node
from qurultay.mentions.numbers import order_number

__all__ = ["Rows"]


class Rows(Frame):
    """Reads what a clause tells of several events of one row."""

    def read(self, clause: Clause, *, planned: bool) -> bool:
        """Tell whether a clause is about events of a row, told by their numbers; each becomes an event with its own day and place."""
        numbered = [n for n in clause.arguments if _number(n)]
        row = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("gen") and n.things), None)
        if self.pack.head_initial or row is None or not numbered or clause.form not in ("fin", "any") or self.scene.headline:
            return False
        if clause.arguments.index(row) + 1 != clause.arguments.index(numbered[0]):
            return False
        return self.others(clause, row, numbered, planned=planned)

    def after(self, clause: Clause, node: Node) -> list[Node]:
        """Return the numbers told after an event that has one: "Konseyin ilk toplantısı Astana'da, ikincisi Bakü'de yapılmıştı"."""
        numbered = [n for n in clause.arguments if _number(n) and n.first > node.last]
        told = node in clause.arguments and node.things and node.things[0].ordinal and clause.form in ("fin", "any")
        return numbered if told and not self.pack.head_initial and not self.scene.headline else []

    def others(self, clause: Clause, row: Node, numbered: list[Node], *, planned: bool) -> bool:
        """Open the events of a row that numbers tell; tell whether there are any."""
        whole = self.events.of(row, clause, strong=False, planned=None, make=False)
        told = []
        for at, node in enumerate(numbered):
            end = clause.arguments.index(numbered[at + 1]) if at + 1 < len(numbered) else len(clause.arguments)
            told.append(self._one(clause, node, clause.arguments[clause.arguments.index(node) : end], row, whole, planned=planned))
        return any(told)

    def _one(self, clause: Clause, node: Node, part: list[Node], row: Node, whole: Event | None, *, planned: bool) -> bool:
        """Open the event of one number, where its day or its place is told."""
        own = replace(clause, arguments=part, topic=None)
        date, place = self.arguments.date(own), self.arguments.place(own, "loc")
        if date is None and place is None:
            return False
        kind = whole.kind if whole is not None else row.things[0].kind
        event = self.book.new(kind, words_of(own, node, "row"))
        event.number(order_number(node), words_of(own, node, "number"))
        event.status, event.asserted = "Planned" if planned else "Held", True
        event.tell_date(date)
        event.tell_place(place)
        for referent, said in (whole.slots.get("framework", {}) if whole is not None else {}).items():
            event.add("framework", referent, said)
        return True


def _number(node: Node) -> bool:
    """Tell whether a node is a number that stands for an event: "ilki", "ikincisi"."""
    return node.kind == "ORDINAL" and any(e.case == "nom" and e.possessive == "3" for e in node.endings)
