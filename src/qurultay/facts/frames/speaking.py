"""Who spoke where, and whose information an article relays."""

from __future__ import annotations

from itertools import pairwise

from qurultay.facts.among import BESIDE, STAFF
from qurultay.facts.days import WHOLE_DAY, dates_agree
from qurultay.facts.discourse import Referent
from qurultay.facts.events import GATHERINGS, Event, spread
from qurultay.facts.frames.arguments import marked, words_of
from qurultay.facts.frames.attendance import WHOLES
from qurultay.facts.frames.event_nouns import EventNouns
from qurultay.facts.frames.held import Held
from qurultay.facts.frames.lectures import Lectures
from qurultay.facts.frames.speeches import Speeches
from qurultay.language.pack import Predicate
from qurultay.language.suffixes import VerbForm
from qurultay.mentions.dates import shift
from qurultay.mentions.nodes import Clause, Node, Thing

__all__ = ["Speaking"]

_WEEK = 7
_SIDES = 2
_LONG_AGO = 1200
"""How many characters after an event was last spoken of somebody's words are no longer taken as said there."""


class Speaking(Speeches):
    """The frames of speech."""

    def __init__(self, events: EventNouns, held: Held) -> None:
        super().__init__(events)
        self.held = held
        self.lectures = Lectures(events)

    def speak(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X seminarda çıxış edib."""
        if clause.form in ("vn", "inf"):
            return
        node = self.arguments.slot(clause, predicate, "event")
        people = any(n.kind in ("PERSON", "POST", "NAME") and n.has("nom") and n.last < clause.verb.first for n in clause.arguments)
        if people and predicate.slot("by") == "agent" and predicate.slot("nom") != "agent":
            return  # "A was introduced to the staff by B"
        if form.tense == "fut":
            self._to_speak(clause, predicate, node)
            return
        if node is not None and node.things and node.things[0].plural:
            node = None  # "the sessions were facilitated by A"
        fill = self.events.fresh(node, clause) or (node is not None and self._at_new(node, clause))
        event = (
            self.events.of(node, clause, strong=clause.form != "part", planned=None, fill=fill)
            if node is not None
            else self._opened(clause)
        )
        agent = self.arguments.agents(clause, predicate)
        current = self.book.current
        at_it = any(one.kind == "PREP" and self.is_it(other) for one, other in pairwise(clause.arguments))
        if node is None and event is not None and at_it:
            event = max((e for e in self.book.events if e.asserted), key=lambda e: e.last_seen, default=event)
        if event is not None and event.status == "Cancelled" and current is not None:
            event = current
        event = event if node is not None or not self._another_day(event, clause) else None
        event = event or self.lectures.given(clause, node)
        if event is None:
            return
        event = self._talk(event)
        event.asserted = True
        self._on_day(event, clause, form)
        if node is not None:
            self.events.organizers(event, clause)
        for node in marked(clause, "chair"):
            for _, referent in self.referents.of(node):
                self.attendance.add(event, referent, words_of(clause, node, "chair"))
        for _, referent in self.referents.of(agent):
            if referent.sort == "person" or (agent is not None and agent.kind == "LIST" and self.pack.settings["fixed_order"]):
                self.attendance.add(event, referent, words_of(clause, agent), speaks=referent.sort == "person")
        for greeted in [
            n for n in clause.arguments if predicate.slot("acc") == "greeted" and n.kind in ("PERSON", "LIST") and n is not agent
        ]:
            for _, referent in self.referents.of(greeted) if greeted.cases() & {"acc", "gen"} and not greeted.has("nom") else ():
                self.attendance.add(event, referent, words_of(clause, greeted))
        for other in marked(clause, "by") if predicate.slot("by") == "agent" else ():
            for _, referent in self.referents.of(other) if other is not agent else ():
                if referent.sort == "person" or other.kind == "LIST":
                    self.attendance.add(event, referent, words_of(clause, other), speaks=referent.sort == "person")
        for other in marked(clause, "with"):
            for _, referent in self.referents.of(other) if other.value == BESIDE else ():
                self.attendance.add(event, referent, words_of(clause, other), speaks=referent.sort == "person")
        self._represented(event, clause, agent)
        self.referents.remember(agent)

    def _another_day(self, event: Event | None, clause: Clause) -> bool:
        """Tell whether somebody spoke on another day than that of the meeting that the text is at: "on Wednesday A spoke to students"."""
        if event is None or event.kind != "Meeting" or not event.date or clause.form != "fin" or not self.pack.head_initial:
            return False
        day = self.arguments.date(clause)
        return day is not None and len(day[0]) == WHOLE_DAY and not dates_agree(day[0], spread(event))

    def _on_day(self, event: Event, clause: Clause, form: VerbForm) -> None:
        """ "A welcomed the participants on Wednesday": the day of the event, or its first where the text told when it ended."""
        day = self.arguments.date(clause) if self.pack.settings["fixed_order"] and form.tense == "past" else None
        if day is None or len(day[0]) != WHOLE_DAY or event is not self.book.current or event.kind == "Visit" or event.status != "Held":
            return
        last = event.date_said is not None and event.date_said[2] == "last_day" and not event.days
        if last and event.date > day[0] and (earliest := shift(event.date, -_WEEK)) is not None and day[0] > earliest:
            event.ended, event.date, event.date_said = (event.date, event.date_said or day[1]), *day
        event.tell_date(day)

    def _at_office(self, clause: Clause) -> tuple[Referent, Event | None] | None:
        """ "Speaking at the ministry, A said": at which office something was said, and the last meeting with it; None where at none."""
        seat = next((n for n in clause.arguments if n.kind == "ORG" and n.cases() == {"loc"} and len(n.things) == 1), None)
        body = self.discourse.resolve(seat.things[0]) if seat is not None and self.pack.head_initial else None
        if body is None or body.kind not in WHOLES or self.scene.headline:
            return None
        there = [e for e in self.book.events if e.kind == "Meeting" and e.asserted and e.status == "Held" and e.has("participant", body)]
        return body, max(there, key=lambda e: e.last_seen, default=None)

    def _opened(self, clause: Clause) -> Event | None:
        """Return the event that the text is at; "на открытии" it is the last gathering that was told, and not what happened there.

        What was said at an office was said at the meeting there, and at none of two others.
        """
        current, office = self.book.current, self._at_office(clause)
        if office is not None and current is not None and current.kind == "Meeting" and not current.has("participant", office[0]):
            return office[1]
        opening = any(n.kind == "PREP" and n.concept is not None and n.concept.get("opening") for n in clause.arguments)
        event = self.book.gathering() if opening else None
        self.book.current = event or self.book.current
        return self.book.current

    def _represented(self, event: Event, clause: Clause, agent: Node | None) -> None:
        """ "Nazirliyin nümayəndələri çıxış ediblər": the bodies of those who speak without being named take part."""
        for thing in agent.things if agent is not None else ():
            body = self.discourse.body(thing) if thing.sort == "post" and thing.plural and thing.of else None
            if body is not None:
                self.attendance.add(event, body, words_of(clause, agent))
        for _, referent in self.referents.of(agent) if agent is not None and agent.value == STAFF else ():
            self.attendance.add(event, referent, words_of(clause, agent, "delegates"))
        if agent is None or agent.kind not in ("ROLE", "GROUP"):
            return
        for origin in (n for inner in agent.clauses for n in inner.arguments if n.kind in ("STATE", "ORG") and n.has("abl")):
            for _, referent in self.referents.of(origin):
                self.attendance.add(event, referent, words_of(clause, origin, "delegates"))

    def _to_speak(self, clause: Clause, predicate: Predicate, node: Node | None) -> None:
        """X seminarda çıxış edəcək: a speaker of an event to come."""
        event = self.events.of(node, clause, strong=False, planned=None, make=False) if node is not None else None
        if event is None and node is not None:
            event = self.events.of(node, clause, strong=False, fill=True, planned=True)
        if node is None and self.pack.settings["fixed_order"]:
            to_come = [e for e in self.book.events if e.asserted and e.status == "Planned" and e.kind not in ("Visit", "Meeting")]
            event = max(to_come, key=lambda e: e.last_seen, default=None)
        if event is not None:
            event.asserted = True
            if node is not None:
                self.events.organizers(event, clause)
            agent = self.arguments.agents(clause, predicate)
            for _, referent in self.referents.of(agent):
                if referent.sort == "person":
                    self.attendance.add(event, referent, words_of(clause, agent), speaks=True)

    def teach(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X dərsləri aparıb: who gives the lectures of a course speaks there."""
        given = bool(predicate.words) or any(  # the words of a verb name what is given: "вести занятия"
            (n.concept is not None and n.concept.name == "lecture")
            or (n.kind == "EVENT" and n.things[0].kind == "Training" and n.has("acc"))
            for n in clause.arguments
        )
        if given:
            self.speak(clause, predicate, form)

    def open(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X tədbiri açıb: a person who opens an event speaks there; a body that does holds it."""
        agent = self.arguments.agents(clause, predicate)
        begun = self.arguments.slot(clause, predicate, "event")
        if begun is not None and begun.concept is not None and begun.concept.get("mass"):
            self.events.mentioned(clause)  # "agreed to open negotiations"
            return
        if predicate.slot("nom") == "event" and self.arguments.slot(clause, predicate, "event") is None:
            self.events.mentioned(clause)
        elif agent is None and predicate.slot("nom") == "event":
            self.held.held(clause, Predicate("held", (("nom", "event"),), ()), form)
        elif agent is not None and agent.kind in ("ORG", "STATE"):
            self.held.hold(clause, Predicate("hold", (("nom", "organizer"), ("acc", "event")), ()), form)
        else:
            self.speak(clause, predicate, form)

    def say(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X bildirib: he spoke at the event that the text is at."""
        told = (
            clause.form == "part"
            and clause.head is not None
            and clause.head.kind == "PERSON"
            and any(f.form == "fin" for _, f in clause.verb.senses)
        )
        aside = clause.form == "part" and not told
        if clause.form in ("vn", "inf") or aside or self.scene.headline or form.tense == "imp":
            self.events.mentioned(clause)
            return
        if form.form == "obj" and form.case != "nom" and clause.head is None:  # what somebody said elsewhere is itself reported
            return
        node = self.arguments.slot(clause, predicate, "event")
        new = node is not None and (self.events.dated(node.things[0], clause) or self._at_new(node, clause))
        event = self.events.of(node, clause, strong=False, planned=None, fill=new) if node is not None else None
        if event is not None and self.events.recalled(event):
            event, node = (
                self.book.current if self.book.current is not event else None,
                None,
            )  # "recalled what was said at the 16th meeting"
        agent = self.arguments.agents(clause, predicate)
        people = [(t, r) for t, r in self.referents.of(agent) if r.sort == "person"]
        if not people and agent is None and self.scene.subject is not None and self._pronoun(clause):
            people = [(Thing("person", clause.verb.start, clause.verb.end), self.scene.subject)]
        known = node is not None and bool(node.clauses or any(t.sort in ("org", "person") for t in node.things[0].of))
        known = (
            known
            or new
            or (node is not None and (node.things[0].when is not None or (self.pack.head_initial and bool(node.things[0].place))))
        )
        if event is None or (not event.asserted and not known):
            event = self._where_recalled(clause) if node is None else self.book.current
            office = self._at_office(clause) if node is None and event is not None and event.kind == "Meeting" else None
            event = event if office is None or event is None or event.has("participant", office[0]) else office[1]
        if (
            self._to_the_press(clause)
            or self._spokesman(clause, agent)
            or (event is not None and clause.verb.start - event.last_seen > _LONG_AGO)
        ):
            event = None
        if event is not None and event.status == "Held":
            event = self._talk(event) if node is not None else self._met_at(self._talk(event), [r for _, r in people])
            event.asserted = event.asserted or ((bool(people) or new) and known)
            self.book.current = event if event.asserted else self.book.current
            for thing, referent in people:
                if node is None and self._of_others(event, referent, clause):
                    continue
                if event.kind == "Visit" or (
                    any(role == "HeadOfState" for role, _ in referent.posts) and not event.has("attendee", referent)
                ):
                    continue
                said = words_of(clause, agent) if agent else (thing.start, thing.end, "say")
                self.attendance.add(event, referent, said, speaks=predicate.frame != "discuss")
                event.last_seen = clause.verb.end
            for _, referent in self.referents.of(agent) if agent is not None and agent.kind == "LIST" and people else ():
                if referent.sort != "person" and event.asserted:
                    self.attendance.add(event, referent, words_of(clause, agent, "delegates"))
            if event.asserted and event.kind != "Visit":
                self._represented(event, clause, agent)
        if agent is None and clause.subject is None and self.pack.settings["impersonal"] and not people:
            self.relays(clause, "loc")
        self.referents.remember(agent)

    def _at_new(self, node: Node, clause: Clause) -> bool:
        """Tell whether a clause of speech says when or where its event was: "told a seminar in Baku", "opening the seminar on 5 May"."""
        thing = node.things[0]
        if not self.pack.head_initial or thing.kind in ("Event", "Visit") or thing.plural or self.scene.headline:
            return False
        if clause.form not in ("fin", "conv") or (clause.form == "fin" and clause.tense != "past"):
            return False
        current = self.book.current
        if current is not None and current.kind == thing.kind and clause.arguments and current.last_seen >= clause.arguments[0].start:
            return False  # "X told Y at a meeting" has told it
        if not self.pack.settings["fixed_order"]:
            known = any(e.asserted and e.status == "Held" and _alike(e.kind, thing.kind) for e in self.book.events)
            return not known and (self.arguments.date(clause) or self.arguments.place(clause, "loc")) is not None
        beside = [n for n in clause.arguments if n.first == node.last + 1 and n.kind in ("PLACE", "STATE") and n.has("loc")]
        first = not any(e.asserted for e in self.book.events)  # "She told her story yesterday at the closing conference of the project"
        return bool(beside) or (self.arguments.date(clause) is not None and (clause.form == "conv" or first or not thing.definite))

    def _where_recalled(self, clause: Clause) -> Event | None:
        """ "Keçən il keçirilmiş görüşü xatırladıb" is said at the event that the text was at before, not at the one recalled."""
        node = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("acc") and n.clauses), None)
        recalled = self.events.of(node, clause, strong=False, planned=None, make=False) if node is not None else None
        if recalled is None or recalled is not self.book.current:
            return self.book.current
        others = [e for e in self.book.events if e.asserted and e.status == "Held" and e is not recalled]
        return max(others, key=lambda e: e.last_seen, default=None)

    def _to_the_press(self, clause: Clause) -> bool:
        """What is told to an agency or in an interview is not said at an event."""
        if any(n.kind == "ORG" and n.has("dat") and any(t.kind == "NewsAgency" for t in n.things) for n in clause.arguments):
            return True
        words, press = [self.pack.fold(n.text) for n in clause.arguments if n.kind == "WORD"], self.pack.settings["press"]
        if self.pack.settings["fixed_order"]:  # "media", and not "mediation"
            return any(word in press or word.removesuffix("s") in press for word in words)
        return any(word.startswith(tuple(press)) for word in words)

    def _spokesman(self, clause: Clause, agent: Node | None) -> bool:
        """What a spokesperson says, or what was said "earlier", is not said at the event."""
        if not self.pack.settings["fixed_order"]:
            return False
        words = set(self.pack.settings["spokesmen"])
        before = any(
            n.kind == "PARTICLE" and n.first == clause.verb.last + 1 and self.pack.fold(n.text) == "earlier" for n in clause.arguments
        )
        return before or (agent is not None and not words.isdisjoint(self.pack.fold(self.scene.text[agent.start : agent.end]).split()))

    def _tells_the_press(self, body: Referent) -> bool:
        """Tell whether a body is a department for relations with the public."""
        names = " ".join(self.pack.fold(name) for name in body.names)
        return body.kind != "PressService" and any(word in names for word in self.pack.settings["public_relations"])

    def _met_at(self, event: Event, people: list[Referent]) -> Event:
        """Words are said at the meeting at which the speaker was, where several were told in a row."""
        if event.kind != "Meeting" or set(people) & event.people():
            return event
        others = [e for e in self.book.events if e.kind == "Meeting" and e.status == "Held" and set(people) & e.people()]
        return others[-1] if others else event

    def _of_others(self, event: Event, person: Referent, clause: Clause) -> bool:
        """Tell whether a new paragraph tells what somebody said who is of neither side of the meeting of two told before it."""
        if "\n" not in self.scene.text[event.last_seen : clause.verb.start]:
            return False
        there = {r for r in event.slots.get("participant", ()) if r.sort == "org"}
        bodies = [body for _, body in person.posts if body.sort == "org"]
        of_two = event.kind == "Meeting" and event.said[2] in ("meet", "receive") and len(there) >= _SIDES
        if not self.pack.head_initial or not of_two or person in event.people() or not bodies:
            return False
        return not any(one in there or one.parent in there for one in bodies)

    def _pronoun(self, clause: Clause) -> bool:
        return bool(clause.arguments) and self.pack.fold(clause.arguments[0].text) in self.pack.settings["pronouns"]

    def told(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X-dən bildirilib: whose information the article relays; "NAME tərəfindən məlumat verilib" tells a speaker."""
        self.relays(clause, "abl")
        self._idea_of(clause)
        if clause.form != "none" and any(n.kind in ("PERSON", "POST", "LIST") for n in marked(clause, "by")):
            self.say(clause, Predicate("say", (("by", "agent"), ("loc", "event")), ()), form)
        else:
            self.events.mentioned(clause)

    def _idea_of(self, clause: Clause) -> None:
        """ "…, an idea backed by X": who is told to have spoken for it was at the event that the text is at."""
        idea = clause.head is not None and clause.head.kind == "WORD" and clause.form == "part"
        if not idea or clause.head is None or not self.pack.fold(clause.head.text).startswith(tuple(self.pack.settings["proposals"])):
            return
        event = self.book.current
        for node in marked(clause, "by") if event is not None and event.status == "Held" else ():
            for _, referent in self.referents.of(node):
                if referent.sort == "person" and event is not None:
                    self.attendance.add(self._talk(event), referent, words_of(clause, node, "speech"), speaks=True)

    def report(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X xəbər verir: a body is the source; a person who makes something known speaks."""
        agent = self.arguments.slot(clause, predicate, "source") or clause.subject
        if agent is not None and agent.kind in ("PERSON", "ROLE", "POST"):
            self.say(clause, Predicate("say", (("nom", "agent"), ("loc", "event")), ()), form)
            return
        self.relays(clause, next((case for case, slot in predicate.slots if slot == "source"), "nom"))
        self.events.mentioned(clause)

    def relays(self, clause: Clause, case: str) -> None:
        """Keep the bodies that a clause names in ``case`` as sources of the article; news agencies are left out."""
        for node in clause.arguments:
            if node.kind == "ORG" and ((node.has(case) and not (case == "nom" and node.has("gen"))) or node.has("source")):
                referent = self.discourse.resolve(node.things[-1])
                if referent is not None and clause.form == "none" and self._tells_the_press(referent):
                    referent = referent.parent or referent
                elif referent is None or referent.kind == "NewsAgency" or (clause.form == "none" and referent.kind != "PressService"):
                    continue
                if referent is not None:
                    self.scene.sources.append((referent, words_of(clause, node, "source")))


def _alike(one: str, other: str) -> bool:
    """Tell whether nouns of two kinds may mean one event."""
    return one == other or {one, other} <= GATHERINGS
