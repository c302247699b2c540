"""Who went where: visits, and what guests do on them."""

from __future__ import annotations

from dataclasses import replace

from qurultay.facts.days import dates_agree
from qurultay.facts.discourse import Referent
from qurultay.facts.events import Event
from qurultay.facts.frames.arguments import gapped, marked, words_of
from qurultay.facts.frames.event_nouns import EventNouns
from qurultay.facts.frames.frame import Frame
from qurultay.facts.frames.held import Held
from qurultay.facts.frames.meetings import Meetings
from qurultay.facts.frames.scene import When, Where
from qurultay.facts.phrases import named
from qurultay.language.pack import Predicate
from qurultay.language.suffixes import Ending, VerbForm
from qurultay.mentions.nodes import ACTING, Clause, Node, Thing

__all__ = ["Visits"]

_BESIDE = frozenset({"dat", "ins", "loc", "for"})
"""Cases in which a visit stands beside the verb of those who come for it."""
_FOR = frozenset({"framework", "about"})
"""What else it may be marked by where the place stands beside the verb too: "ziyareti kapsamında Ankara'da bulunan"."""
_MOTION = frozenset({"move", "visit", "onward"})


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
        self._date_trip(clause)
        clause = self._whose(clause) or clause
        if _trip(clause) and (clause.form != "obj" or clause.head is None):
            self._travel(clause, predicate, form)
            return
        self.scene.going = self.arguments.place(clause, "dat", "loc", seat=False) if clause.form == "conv" else None
        if self._arrive(clause, predicate):
            self._travel(clause, predicate, form)
            return
        self._came(clause, predicate, form)
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

    def onward(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """ "Heyet son gün Semerkant'a geçti": those who are on a visit go on to another town; nobody else is said to visit one."""
        if clause.form in ("vn", "inf", "obj"):
            return
        agent, place = self.arguments.agents(clause, predicate), self.arguments.place(clause, "dat", seat=False)
        parties = {r for _, r in self.referents.of(agent)}
        if place is None and clause.form == "fin" and not self.pack.head_initial:
            seats = [n for n in clause.arguments if n.kind == "ORG" and n.cases() == {"dat"}]
            others = [n for n in clause.arguments if n not in seats]
            for seat in seats:
                self.meetings.call_at(replace(clause, arguments=[*others, seat]), predicate, cases={"dat"}, planned=form.tense == "fut")
            return
        if self._onward(clause, predicate, parties, place) is not None:
            self._travel(clause, predicate, form)

    def gone_to(self, clause: Clause, predicate: Predicate) -> None:
        """ "Resmi ziyaret için geldiği Ankara'da X ile görüştü": who acts in a clause visits the place that he "came to"."""
        for node in clause.arguments:
            came = next((c for c in node.clauses if c.form == "obj" and c.verb.frames() & _MOTION), None)
            if node.kind not in ("PLACE", "STATE") or came is None or clause.form not in ("fin", "any", "conv", "part"):
                continue
            self._come_for(clause, came, node, predicate)
            agent = self.arguments.agents(clause, predicate)
            there = replace(node, endings=(Ending("", case="dat"),), clauses=[])
            if agent is None or any(n.kind in ACTING and n.has("gen") for n in came.arguments):
                continue
            told = replace(came, head=None, form="fin", arguments=[agent, *came.arguments, there], subject=None)
            if _trip(told) or self._arrive(told, predicate):
                self._travel(told, Predicate("visit", (("nom", "agent"), ("dat", "place")), ()), VerbForm("fin", "past"))

    def _come_for(self, clause: Clause, came: Clause, node: Node, predicate: Predicate) -> None:
        """ "Konferansa katılmak üzere geldiği Lizbon'da": who acts there takes part in what he came for, and there it is held."""
        inner = next((c for n in came.arguments for c in n.clauses if c.form == "inf" and "participate" in c.verb.frames()), None)
        named_ = inner.arguments if inner is not None else []
        sitting = next((n for n in named_ if n.kind == "EVENT" and n.cases() & {"dat", "loc"}), None)
        if sitting is not None:  # "Konferansı ve Genel Kuruluna" are one
            sitting = next((n for n in named_ if n.kind == "EVENT" and n.last + 2 == sitting.first), sitting)
        event = self.events.of(sitting, inner, strong=False, planned=None) if inner is not None else None
        if event is None or clause.form != "fin" or clause.tense != "past" or self.scene.headline:
            return
        place = self.discourse.place(node.things[0])
        event.tell_place((place, words_of(clause, node, "place")) if place is not None else None)
        event.asserted = True
        for _, referent in self.referents.of(self.arguments.agents(clause, predicate)):
            self.attendance.add(event, referent, words_of(clause, node, "participate"))

    def _arrive(self, clause: Clause, predicate: Predicate) -> bool:
        """ "Nümayəndə heyəti ölkəmizə gəlib": who comes to a state with a delegation or upon an invitation visits it."""
        fixed = bool(self.pack.settings["fixed_order"])
        into = {"dat", "loc"} if fixed and self._moves(clause) else {"dat"}
        invited = fixed and clause.form == "part" and clause.head is not None and any(n.has("invite") for n in clause.arguments)
        if not (invited or clause.form in ("fin", "any", "conv")) or not any(
            n.kind in ("STATE", "PLACE") and n.cases() & into for n in clause.arguments
        ):
            return False
        agent = self.arguments.slot(clause, predicate, "agent")
        if agent is None or not (
            (len(into) > 1 and any(r.posts for _, r in self.referents.of(agent)))
            or agent.kind == "DELEGATION"
            or (agent.kind == "POST" and len(into) > 1 and self._stays(clause) and any(t.plural and t.of for t in agent.things))
            or (agent.kind == "PERSON" and any(_purpose_of(n) == "visit" for n in clause.arguments))
            or any(p.of for t in agent.things for p in t.posts)
            or (named(agent, "GROUP", "guest") and any(form.tense == "fut" for _, form in clause.verb.senses))
            or any(n.has("invite") or (n.kind == "EVENT" and n.things[0].kind == "Visit") for n in clause.arguments)
        ):
            return False
        others = [n for n in clause.arguments if n.kind == "EVENT" and n.things[0].kind != "Visit"]
        if len(into) > 1:
            others = [n for n in others if n.things[0].kind != "Meeting" or not n.has("for")]
        if others or any(n.kind == "VN" and not _purpose_of(n) for n in clause.arguments):
            return False
        people = {r for _, r in self.referents.of(agent)}
        place = self.arguments.place(clause, *sorted(into), seat=False)
        country = place[0].country if place is not None else None
        if any(country in (r.state, *(b.country for _, b in r.posts)) for r in people):
            return False
        return bool(people) and not any(
            e.kind == "Visit" and people & {*e.people(), *e.slots.get("participant", ())} for e in self.book.events
        )

    def _came(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """ "The delegation, which arrived in Belgrade on April 8": the first day of a visit that is told, and its town."""
        day, place = self.arguments.date(clause), self.arguments.place(clause, "dat", "loc", seat=False)
        if not self.pack.settings["fixed_order"] or day is None or place is None or form.tense != "past" or not self._moves(clause):
            return
        people = {r for _, r in self.referents.of(self.arguments.slot(clause, predicate, "agent"))}
        for visit in self.book.events:
            there = people & {*visit.people(), *visit.slots.get("participant", ())}
            within = visit.place is None or visit.place in (place[0], place[0].state)
            if visit.kind == "Visit" and visit.status == "Held" and there and within and not visit.date:
                visit.tell_date(day)
                visit.tell_place(place)

    def _moves(self, clause: Clause) -> bool:
        """Tell whether a verb of motion is more than "to be" at a place: "arrived in Baku", "was in Konya from 10 to 13 June"."""
        stays = self._stays(clause)
        long = any(n.has("invite") or (n.kind == "DATE" and "/" in n.value) for n in clause.arguments)
        return clause.form in ("fin", "part") and (not stays or long)

    def _stays(self, clause: Clause) -> bool:
        """Tell whether a verb says that somebody is somewhere: "were in Konya"."""
        last = self.pack.fold(clause.verb.text).split()[-1]
        return last in self.pack.settings["copula"] or last.startswith("stay")

    def _date_trip(self, clause: Clause) -> None:
        """ "8-11 Ekim'de Azerbaycan'da bulunan heyet": when the delegation of the visit told last was there."""
        head, date, place = clause.head, self.arguments.date(clause), self.arguments.place(clause, "loc", seat=False)
        if self.pack.head_initial or head is None or head.kind != "DELEGATION" or clause.form != "part" or date is None or place is None:
            return
        visit = self.book.trip()
        if visit is None or visit.kind != "Visit" or head.things[0].of or visit.place is None:
            return
        if place[0] in (visit.place, visit.place.state) or place[0].state is visit.place:
            visit.tell_date(date)

    def _whose(self, clause: Clause) -> Clause | None:
        """ "X, whose delegation has been in the country since Sunday at the invitation of Y": X visits it."""
        whose = clause.form == "obj" and clause.head is not None and clause.head.kind == "PERSON" and clause.tense == "past"
        sent = any(n.kind == "DELEGATION" and n.has("nom") for n in clause.arguments)
        if not whose or clause.head is None or not sent:
            return None
        kept = [n for n in clause.arguments if n.kind != "DELEGATION"]
        return replace(clause, form="fin", head=None, arguments=[replace(clause.head, clauses=[]), *kept])

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
        if place is None and predicate.slot("rel"):
            place = self.arguments.place(clause, "rel", seat=False)
        if predicate.slot("for"):  # "leaves Baku for Shusha"
            place = self.arguments.place(clause, "for", seat=False)
            if place is None:
                return
        if (
            not parties
            and self.scene.subject is not None
            and agent is None
            and not self.pack.settings["fixed_order"]
            and clause.form in ("fin", "any", "conv")
            and not (clause.arguments and clause.arguments[0].kind == "NAME")
        ):
            parties = [(Thing("person", clause.verb.start, clause.verb.end), self.scene.subject)]
        body = place is None and self.pack.head_initial and clause.form == "fin" and predicate.slot("acc") == "place"
        if body and self.meetings.call_at(clause, predicate, cases={"acc"}, planned=form.tense == "fut", people=True):
            return
        strangers = agent is not None and named(agent, "GROUP", "guest") and place is not None and clause.form == "fin"
        if not parties and not strangers:
            return
        said = words_of(clause, agent, "visit")
        people = {r for _, r in parties if r.sort == "person"}
        whole = self._onward(clause, predicate, {r for _, r in parties}, place)
        place = place or self._several(clause)
        event = self._known(people, place, planned=form.tense == "fut", but=whole)
        if event is not None and self.pack.settings["fixed_order"] and self._other_trip(event, clause, {r for _, r in parties}):
            event = None
        event = event or self.book.new("Visit", said)
        if whole is not None:
            event.join(whole, said)
        for _, referent in parties:
            self.attendance.add(event, referent, said)
        event.tell_date(self.arguments.date(clause) or self._date_of_purpose(clause))
        self._lasts(event, clause)
        event.tell_place(place or self._beside_noun(clause))
        if form.tense == "fut":
            event.status = "Planned"
        event.asserted = True
        event.last_seen = said[0]
        self._purpose(clause, place)
        self._arranged(event, clause)
        with_them = [n for n in clause.arguments if n.kind == "DELEGATION" and n is not agent and n.things and self.pack.head_initial]
        for node in [*marked(clause, "lead"), *with_them]:  # "arrived at the head of a delegation consisting of A and B"
            for _, referent in self.referents.of(node):
                self.attendance.add(event, referent, words_of(clause, node))
        if parties and not (agent is not None and agent.kind == "GROUP"):
            self.discourse.guests = [r for _, r in parties]
        if clause.form in ("fin", "any", "conv") and (self.book.current is None or (whole is not None and event.status == "Held")):
            self.book.current = event
        self.referents.remember(agent)

    def _beside_noun(self, clause: Clause) -> Where | None:
        """ "Who is on an official visit to A": where guests are, told with the noun of the visit."""
        told = [(n, t) for n in clause.arguments if n.kind == "EVENT" and n.things[:1] for t in n.things[0].place if t.path]
        seat = self.discourse.place(told[0][1]) if len(told) == 1 and told[0][0].things[0].kind == "Visit" else None
        return (seat, words_of(clause, told[0][0], "place")) if seat is not None else None

    def _arranged(self, event: Event, clause: Clause) -> None:
        """ "Were in A for a programme arranged by B in co-operation with C": who organised what guests came for."""
        by = next(marked(clause, "organize"), None) if self.pack.head_initial else None
        after = [n for n in marked(clause, "ins") if by is not None and n.kind in ("ORG", "LIST") and n.first > by.last]
        for node in (by, *after) if by is not None else ():
            for _, referent in self.referents.of(node):
                if referent.sort == "org":
                    event.add("organizer", referent, words_of(clause, node, "organize"))

    def _lasts(self, event: Event, clause: Clause) -> None:
        """Note how long a visit is told to take, and its last day where a clause before has told that."""
        for node in clause.arguments if self.pack.settings["fixed_order"] else ():
            if node.kind == "EVENT" and node.things[0].kind == "Visit":
                event.days = event.days or self.events.length(node)
        ends, self.scene.trip_ends = self.scene.trip_ends, None
        if ends is not None and not event.date:
            event.date, event.date_said = ends[0], (*ends[1][:2], "last_day")
        elif ends is not None:
            event.ended = event.ended or ends

    def _date_of_purpose(self, clause: Clause) -> When | None:
        """ "3 Nisan'da temaslarda bulunmak üzere geldi": the day before a verbal noun is that of the verb after it."""
        days = [self.arguments.date(c) for n in clause.arguments if _purpose_of(n) == "visit" for c in n.clauses]
        return next((day for day in days if day is not None), None)

    def _onward(self, clause: Clause, predicate: Predicate, parties: set[Referent], place: Where | None) -> Event | None:
        """ "Heyet son gün Semerkant'a geçti": return the visit on which guests went on to another town of the state."""
        if place is None or place[0].sort != "place" or self.pack.head_initial:
            return None
        on = predicate.frame == "onward" or any(n.kind == "EVENT" and n.things[0].kind == "Visit" for n in marked(clause, "framework"))
        for visit in reversed(self.book.events):
            there = {*visit.people(), *visit.slots.get("participant", ())}
            if visit.kind != "Visit" or visit.status != "Held" or not there & parties or visit.place in (None, place[0]):
                continue
            country = visit.place and visit.place.country
            if country is place[0].state and (on or visit.place is not country) and not visit.events.get("part_of"):
                return visit
        return None

    def _purpose(self, clause: Clause, place: Where | None) -> None:
        """ "X-də iştirak etmək üçün Y-yə gedib": the event that one travels to is there."""
        self._for_talks(clause, place)
        for inner in (c for n in clause.arguments for c in n.clauses if c.form == "inf" and place is not None):
            cases = {"loc", "dat"} if "participate" in inner.verb.frames() else {"loc"}
            sitting = next((n for n in inner.arguments if n.kind == "EVENT" and n.cases() & cases), None)
            event = self.events.of(sitting, inner, strong=False, planned=None)
            if event is not None and event.kind != "Visit":
                event.tell_place(place)

    def _several(self, clause: Clause) -> Where | None:
        """ "Paid a visit to Bishkek and Osh": the state in which all the towns are."""
        towns = next((n for n in clause.arguments if n.kind == "PLACE" and len(n.things) > 1 and n.cases() & {"dat", "acc"}), None)
        if towns is None:
            return None
        places = [self.discourse.place(thing) for thing in towns.things]
        states = [place.state for place in places if place is not None]
        same = states and all(state is states[0] for state in states)
        return (states[0], words_of(clause, towns, "place")) if same and states[0] is not None else None

    def _other_trip(self, event: Event, clause: Clause, parties: set[Referent]) -> bool:
        """Tell whether a visit told before was on other days, or of others of whom nobody is named here."""
        day = self.arguments.date(clause)
        there = {*event.people(), *event.slots.get("participant", ())}
        if day is not None and event.date and not dates_agree(day[0], event.date):
            return True
        return bool(parties) and bool(there) and not parties & there and not any(r.sort == "person" for r in parties)

    def _for_talks(self, clause: Clause, place: Where | None) -> None:
        """ "Flew to Astana for talks with Y": whom somebody went to meet he met there."""
        for node in marked(clause, "for") if clause.form == "fin" else ():
            if node.kind != "EVENT" or node.things[0].kind != "Meeting" or not any(t.sort == "person" for t in node.things[0].of):
                continue
            event = self.events.of(node, clause, strong=False, planned=True if clause.tense == "fut" else None)
            for _, referent in self.referents.of(self.arguments.agents(clause, Predicate("visit", (("nom", "agent"),), ()))):
                if event is not None:
                    self.attendance.add(event, referent, words_of(clause, node))
            if event is not None:
                event.asserted = True
                event.tell_place(place)
                self.book.put_into_visit(event, words_of(clause, node))

    def _known(self, people: set[Referent], place: Where | None, *, planned: bool, but: Event | None = None) -> Event | None:
        """Return the visit of these people told before, None where there is none or it went elsewhere; ``but`` is not meant."""
        for event in self.book.events:
            if event is but:
                continue
            if event.kind != "Visit" or (people and not event.people() & people) or (planned and event.asserted and event.status == "Held"):
                continue
            if not place or not event.place or place[0] in (event.place, event.place.state) or place[0].state is event.place:
                return event
        return None


def _purpose_of(node: Node) -> str:
    """Return "visit" for a verbal noun that says what somebody came for, where that is to visit; else ""."""
    frames = node.clauses[0].verb.frames() if node.kind == "VN" and node.clauses else set()
    return "visit" if "visit" in frames else ""


def _trip(clause: Clause) -> bool:
    """Tell whether a visit stands beside a verb of motion: "ziyaret için", "resmi temasları çerçevesinde", "temaslarda bulunmak üzere"."""
    placed = any((n.kind in ("PLACE", "STATE") or named(n, "GROUP", "states")) and n.cases() & {"dat", "loc"} for n in clause.arguments)
    cases = _BESIDE | _FOR if placed else _BESIDE
    return any(
        (n.kind == "EVENT" and n.things[0].kind == "Visit" and bool(n.cases() & cases)) or (placed and _purpose_of(n) == "visit")
        for n in clause.arguments
    )
