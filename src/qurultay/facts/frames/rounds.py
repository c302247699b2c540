"""Several meetings told in one sentence, with their day, and then one by one: "On Monday the minister held talks with three guests"."""

from __future__ import annotations

from dataclasses import dataclass

from qurultay.facts.discourse import Referent
from qurultay.facts.events import Event
from qurultay.facts.frames.arguments import Arguments
from qurultay.facts.frames.referents import Referents
from qurultay.facts.frames.scene import Scene, When, Where
from qurultay.language.pack import Predicate
from qurultay.mentions.nodes import Clause

__all__ = ["Rounds"]

_MEETING = frozenset({"meet", "receive", "hold", "hostess", "participate"})
"""Frames by which several meetings may be told at once."""


@dataclass(frozen=True, slots=True)
class _Round:
    """Who met several people, when and where."""

    people: frozenset[Referent]
    date: When
    place: Where | None


class Rounds:
    """Keeps the day of a round of meetings until they are told one by one."""

    def __init__(self, scene: Scene, arguments: Arguments, referents: Referents) -> None:
        self.scene, self.arguments, self.referents = scene, arguments, referents
        self._round: _Round | None = None

    def notice(self, clause: Clause, predicate: Predicate) -> None:
        """Keep who is told to have met several people who are not named, where a day is told."""
        if predicate.frame not in _MEETING or clause.form != "fin" or clause.tense != "past" or clause.head is not None:
            return
        if not self.scene.pack.head_initial or self.scene.headline:
            return
        guests = [n for n in clause.arguments if n.kind == "GROUP" and n.has("acc") and n.plural() and n.first > clause.verb.last]
        meetings = [n for n in clause.arguments if n.kind == "EVENT" and n.things[0].kind == "Meeting" and n.things[0].plural]
        if not guests and not any(not n.things[0].of for n in meetings):
            return
        date = self.arguments.date(clause)
        agent = self.arguments.agents(clause, predicate) or self.arguments.agents(clause, predicate, "organizer")
        people = frozenset(r for _, r in self.referents.of(agent) if r.sort == "person")
        if date is not None and people:
            self._round = _Round(people, date, self.arguments.place(clause, "loc"))

    def complete(self, event: Event, people: set[Referent], clause: Clause) -> None:
        """Give a meeting told without a day that of the round to which it belongs."""
        if self._round is None or not self._round.people & people or self.scene.before(clause) or event.status != "Held":
            return
        if event.date:
            self._round = self._round if event.date == self._round.date[0] else None
            return
        event.tell_date(self._round.date)
        event.tell_place(self._round.place, finer=False)
