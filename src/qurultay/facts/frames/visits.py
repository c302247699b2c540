"""Who went where: visits, and what guests do on them."""

from __future__ import annotations

from qurultay.facts.discourse import Referent
from qurultay.facts.events import Event
from qurultay.facts.frames.arguments import gapped, marked, words_of
from qurultay.facts.frames.event_nouns import EventNouns
from qurultay.facts.frames.frame import Frame
from qurultay.facts.frames.held import Held
from qurultay.facts.frames.meetings import Meetings
from qurultay.facts.frames.scene import Where
from qurultay.facts.phrases import named
from qurultay.language.pack import Predicate
from qurultay.language.suffixes import VerbForm
from qurultay.mentions.nodes import Clause, Thing

__all__ = ["Visits"]


class Visits(Frame):
    """The frames of motion."""

    def __init__(self, events: EventNouns, held: Held, meetings: Meetings) -> None:
        super().__init__(events)
        self.held, self.meetings = held, meetings

    def visit(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X Y-ə səfər edib / səfərə gəlib."""
        for part in gapped(clause, lambda n: n.kind in ("PERSON", "POST", "DELEGATION") and n.cases() == {"nom"}):
            self._travel(part, predicate, form)

    def move(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """A verb of motion tells a visit where the word stands beside it ("işgüzar səfərlə ölkəmizdə olan")."""
        if clause.form == "part" and clause.head is not None and clause.head.kind == "DELEGATION" and not clause.head.things[0].of:
            clause.head.things[0].of = [t for n in clause.arguments if n.kind == "STATE" and n.has("abl") for t in n.things]
        trip = next(
            (n for n in clause.arguments if n.kind == "EVENT" and n.things[0].kind == "Visit" and n.cases() & {"dat", "ins", "loc"}), None
        )
        if trip is not None:
            self._travel(clause, predicate, form)
            return
        self.scene.going = self.arguments.place(clause, "dat", seat=False) if clause.form == "conv" else None
        if self._arrive(clause, predicate):
            self._travel(clause, predicate, form)
            return
        if any(n.kind == "DELEGATION" and n.has("members") for n in clause.arguments) and (visit := self.book.trip()) is not None:
            agent = self.arguments.agents(clause, predicate)
            for _, referent in self.referents.of(agent):
                self.attendance.add(visit, referent, words_of(clause, agent, "include"))
            return
        if clause.form in ("fin", "any", "conv") and form.tense == "past" and self.meetings.call_at(clause, predicate):
            return
        event_node = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("nom")), None)
        if (
            event_node is not None
            and clause.form in ("fin", "any")
            and (self.arguments.date(clause) or self.arguments.place(clause, "loc"))
        ):
            self.held.held(clause, Predicate("held", (("nom", "event"),), ()), form)

    def _arrive(self, clause: Clause, predicate: Predicate) -> bool:
        """ "Nümayəndə heyəti ölkəmizə gəlib": who comes to a state with a delegation or upon an invitation visits it."""
        if clause.form not in ("fin", "any", "conv") or not any(n.kind in ("STATE", "PLACE") and n.has("dat") for n in clause.arguments):
            return False
        agent = self.arguments.slot(clause, predicate, "agent")
        if agent is None or not (
            agent.kind == "DELEGATION"
            or any(p.of for t in agent.things for p in t.posts)
            or (named(agent, "GROUP", "guest") and any(form.tense == "fut" for _, form in clause.verb.senses))
            or any(n.has("invite") or (n.kind == "EVENT" and n.things[0].kind == "Visit") for n in clause.arguments)
        ):
            return False
        if any(n.kind == "VN" or (n.kind == "EVENT" and n.things[0].kind != "Visit") for n in clause.arguments):
            return False
        people = {r for _, r in self.referents.of(agent)}
        place = self.arguments.place(clause, "dat", seat=False)
        country = place[0] if place is not None and place[0].sort == "state" else place[0].state if place is not None else None
        if any(country in (r.state, *(b if b.sort == "state" else b.state for _, b in r.posts)) for r in people):
            return False
        return bool(people) and not any(
            e.kind == "Visit" and people & {*e.people(), *e.slots.get("participant", ())} for e in self.book.events
        )

    def lay(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """Guests lay a wreath: a ceremony of their own."""
        agent = self.arguments.agents(clause, predicate)
        guests = (
            self.referents.of(agent)
            if agent is not None
            else [(Thing("group", clause.verb.start, clause.verb.end), g) for g in self.discourse.guests]
        )
        site = next(
            (n for n in clause.arguments if n.kind in ("PLACE", "ORG") and n.cases() & {"loc", "acc", "dat", "gen"} and len(n.things) == 1),
            None,
        )
        if (
            not guests
            or clause.form in ("vn", "inf", "part", "obj")
            or form.tense == "fut"
            or not any(e.kind == "Visit" for e in self.book.events)
        ):
            return
        said = words_of(clause, agent, "lay")
        event = next((e for e in self.book.events if e.kind == "Ceremony"), None) or self.book.new("Ceremony", said)
        event.asserted = True
        for _, referent in guests:
            self.attendance.add(event, referent, said)
        place = self.discourse.place(site.things[0]) if site is not None and site.kind == "PLACE" else None
        if place is not None and event.place is None and site is not None:
            event.place, event.place_said = place, words_of(clause, site, "place")
        self.book.put_into_visit(event, said)

    def _travel(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """Tell the visit of those who act, or the last person spoken of, to the place in the dative or the locative."""
        if clause.form in ("vn", "inf"):
            return
        agent = self.arguments.agents(clause, predicate)
        parties = self.referents.of(agent)
        place = self.arguments.place(clause, "dat") or self.arguments.place(clause, "loc")
        if place is None and predicate.slot("acc"):
            place = self.arguments.place(clause, "acc", seat=False)
        if (
            not parties
            and self.scene.subject is not None
            and agent is None
            and not self.pack.settings.get("fixed_order")
            and clause.form in ("fin", "any", "conv")
            and not (clause.arguments and clause.arguments[0].kind == "NAME")
        ):
            parties = [(Thing("person", clause.verb.start, clause.verb.end), self.scene.subject)]
        strangers = agent is not None and named(agent, "GROUP", "guest") and place is not None and clause.form == "fin"
        if not parties and not strangers:
            return
        said = words_of(clause, agent, "visit")
        people = {r for _, r in parties if r.sort == "person"}
        event = self._known(people, place, planned=form.tense == "fut") or self.book.new("Visit", said)
        for _, referent in parties:
            self.attendance.add(event, referent, said)
        event.tell_date(self.arguments.date(clause))
        event.tell_place(place)
        if form.tense == "fut":
            event.status = "Planned"
        event.asserted = True
        event.last_seen = said[0]
        self._purpose(clause, place)
        for node in marked(clause, "lead"):
            for _, referent in self.referents.of(node):
                self.attendance.add(event, referent, words_of(clause, node))
        if parties and not (agent is not None and agent.kind == "GROUP"):
            self.discourse.guests = [r for _, r in parties]
        if clause.form in ("fin", "any", "conv") and self.book.current is None:
            self.book.current = event
        self.referents.remember(agent)

    def _purpose(self, clause: Clause, place: Where | None) -> None:
        """ "X-də iştirak etmək üçün Y-yə gedib": the event that one travels to is there."""
        for inner in (c for n in clause.arguments for c in n.clauses if c.form == "inf" and place is not None):
            sitting = next((n for n in inner.arguments if n.kind == "EVENT" and n.has("loc")), None)
            event = self.events.of(sitting, inner, strong=False, planned=None)
            if event is not None and event.kind != "Visit":
                event.tell_place(place)

    def _known(self, people: set[Referent], place: Where | None, *, planned: bool) -> Event | None:
        """Return the visit of these people told before, None where there is none or it went elsewhere."""
        for event in self.book.events:
            if event.kind != "Visit" or (people and not event.people() & people) or (planned and event.asserted and event.status == "Held"):
                continue
            if not place or not event.place or place[0] in (event.place, event.place.state) or place[0].state is event.place:
                return event
        return None
