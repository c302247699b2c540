"""Who was at an event: who took part, represented, led a delegation, was in the chair."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from qurultay.facts.among import STAFF
from qurultay.facts.events import GATHERINGS, Event
from qurultay.facts.frames.arguments import marked, words_of
from qurultay.facts.frames.frame import Frame
from qurultay.facts.frames.scene import Party
from qurultay.facts.headinitial.delegations import of_delegation
from qurultay.facts.phrases import named
from qurultay.facts.referent import Referent
from qurultay.language.pack import Predicate
from qurultay.language.suffixes import Ending, VerbForm
from qurultay.mentions.nodes import Clause, Node, Thing

__all__ = ["Presence"]


_SITTING = frozenset({"Council", "InternationalOrganization", "Parliament", "Organization"})
"""Kinds of body that come together for sittings of their own."""
_BEFORE = 12
"""How many characters before a noun the word for "every" is looked for in."""


class Presence(Frame):
    """The frames of those present."""

    def participate(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X iclasda iştirak edib."""
        node = self.arguments.slot(clause, predicate, "event") or self._body_as_sitting(clause, predicate)
        planned = form.tense in ("fut", "nec")
        if clause.form in ("vn", "inf"):
            return
        if node is not None and node.things[0].plural and self._of_all(clause, node):
            event = self.book.back(node.things[0].kind)
        elif node is not None:
            event = self.events.of(
                node,
                self._without_seats(clause),
                strong=clause.form not in ("part", "obj") and not planned,
                fill=True,
                planned=True if planned else None,
            )
        else:
            to_come = [e for e in self.book.events if planned and self.pack.head_initial and e.asserted and e.status == "Planned"]
            event = max(to_come, key=lambda e: e.last_seen, default=None) or self.book.current
            if event is not None and event.kind == "Visit" and predicate.words == ("in", "on"):
                event = next((e for e in reversed(self.book.events) if e.kind == "Meeting" and e.asserted and e.status == "Held"), event)
        event = self._between(clause) or event
        if event is None:
            return
        if node is None and (self.scene.before(clause) or (form.tense == "pres" and clause.form == "fin" and self._elsewhere(clause))):
            return
        if event.days and event.date_said is not None and self.pack.fold(clause.verb.text) in self.pack.settings["completing"]:
            event.date_said = (*event.date_said[:2], "last_day")
        event.asserted = True
        self.events.add_common(event, clause)
        partner = (
            next((n for n in marked(clause, "ins") if n.kind == "ORG"), None) if any(True for _ in marked(clause, "organize")) else None
        )
        if partner is not None:  # "organised by A in cooperation with B, the course gathered C"
            for _, referent in self.referents.of(partner):
                event.add("organizer", referent, words_of(clause, partner, "organize"))
        agent = self._standing_in(clause, predicate) or self.arguments.agents(clause, predicate)
        taking_part = [*self.referents.of(agent), *self._senders(clause, predicate, agent)]
        represented = self.arguments.slot(clause, predicate, "represented") if not self.pack.head_initial else None
        for _, referent in self.referents.of(represented) if represented is not None and represented.kind == "ORG" else ():
            self.attendance.add(event, referent, words_of(clause, represented, "represent"))
        others = [
            n
            for n in clause.arguments
            if node is not None and n is not node and n.kind == "EVENT" and n.cases() == node.cases() and not n.things[0].plural
        ]
        events = [
            event,
            *(e for n in others if (e := self.events.of(n, clause, strong=False, planned=True if planned else None)) is not None),
        ]
        if node is not None and event.kind == "Meeting" and self._of_all(clause, node):
            events = [e for e in self.book.events if e.kind == "Meeting" and e.asserted and e.status == event.status]
            events = events[-2:] if self._both(node) else events
        for each in events:
            each.asserted = True
            for _, referent in taking_part:
                self.attendance.add(each, referent, words_of(clause, agent))
        if predicate.frame == "represent" and self.pack.settings["fixed_order"] and any(r.sort == "person" for _, r in taking_part):
            whole = next((n for n in clause.arguments if n.kind in ("ORG", "STATE") and n.has("acc")), None)
            posts = any(b.sort == "org" for _, r in taking_part for _, b in r.posts)
            for _, referent in self.referents.of(whole) if whole is not None and (whole.kind == "ORG" or not posts) else ():
                self.attendance.add(event, referent, words_of(clause, whole, "represent"))
        for _, referent in self._stood_for(clause, predicate, taking_part):
            self.attendance.add(event, referent, words_of(clause, agent, "represent"))
        for node in marked(clause, "abl") if not taking_part else ():
            for _, referent in self.referents.of(node):
                self.attendance.add(event, referent, words_of(clause, node, "delegates"))
        for state in self._coming_from(clause, agent):
            for _, referent in self.referents.of(state):
                self.attendance.add(event, referent, words_of(clause, agent or state, "delegates"))
        for beside in marked(clause, "ins") if self.pack.head_initial and node is not None and partner is None else ():
            for _, referent in self.referents.of(beside):
                self.attendance.add(event, referent, words_of(clause, beside, "with"))
        for node in marked(clause, "by"):
            for _, referent in self.referents.of(node):
                self.attendance.add(event, referent, words_of(clause, node))
        if agent is not None and any(t.sort == "delegation" for t in agent.things):
            self.discourse.guests = [r for _, r in taking_part]
        self.referents.remember(agent)

    @staticmethod
    def _elsewhere(clause: Clause) -> bool:
        """Tell whether who joins now comes from another body, and so came to a post: "she joins from the Court"."""
        return any(n.cases() == {"abl"} and n.kind in ("ORG", "NAME") for n in clause.arguments)

    def _between(self, clause: Clause) -> Event | None:
        """ "A sat in on the talks between the two ministers": the meeting at which those were who are told."""
        sides = next(marked(clause, "between"), None) if self.pack.head_initial else None
        node = next((n for n in clause.arguments if n.kind == "EVENT" and n.things[0].kind == "Meeting"), None)
        if node is None or sides is None or sides.first < node.last:
            return None
        people = {r for _, r in self.referents.of(sides) if r.sort == "person"}
        return self.book.same_meeting(people, people, "") if len(people) > 1 else None

    def _without_seats(self, clause: Clause) -> Clause:
        """Return a clause without the places told after those who took part: "was attended by the attaché at the Embassy in Baku A"."""
        by = next(marked(clause, "by"), None)
        if by is None:
            return clause
        return replace(clause, arguments=[n for n in clause.arguments if n.kind not in ("PLACE", "STATE") or n.first < by.first])

    def _body_as_sitting(self, clause: Clause, predicate: Predicate) -> Node | None:
        """ "TÜRKPA Konseyine katıldı": who takes part in a council takes part in its sitting."""
        if self.pack.head_initial or predicate.frame != "participate" or predicate.slot("dat") != "event":
            return None
        node = next((n for n in clause.arguments if n.kind == "ORG" and n.cases() == {"dat"} and len(n.things) == 1), None)
        body = self.discourse.resolve(node.things[0]) if node is not None else None
        if node is None or body is None or body.kind != "Council":
            return None
        thing = Thing("event", node.start, node.end, kind="Session", of=[node.things[0]])
        sitting = Node("EVENT", node.first, node.last, node.start, node.end, node.text, node.endings, [thing])
        sitting.clauses = node.clauses
        return sitting

    def _stood_for(self, clause: Clause, predicate: Predicate, there: list[Party]) -> list[Party]:
        """ "The Council was represented by its secretary": the body; a state where those who stand for it have no body of their own."""
        if predicate.slot("by") != "agent" or predicate.slot("nom") != "agent":
            return []
        node = next((n for n in clause.arguments if n.kind in ("ORG", "STATE") and n.has("nom") and n.last < clause.verb.first), None)
        others = [r for t, r in there if node is not None and not node.start <= t.start < node.end]
        posts = any(r.sort != "person" or any(b.sort == "org" or role == "Ambassador" for role, b in r.posts) for r in others)
        return self.referents.of(node) if node is not None and (node.kind == "ORG" or not posts) else []

    def _standing_in(self, clause: Clause, predicate: Predicate) -> Node | None:
        """ "The minister was represented by his deputy": who was there in the place of another."""
        if predicate.slot("by") != "agent" or predicate.slot("nom") != "agent":
            return None
        absent = any(n.kind in ("PERSON", "POST") and n.has("nom") and n.last < clause.verb.first for n in clause.arguments)
        return next(marked(clause, "by"), None) if absent else None

    def _senders(self, clause: Clause, predicate: Predicate, agent: Node | None) -> list[Party]:
        """ "X sent an observer": the body or state that sent somebody whose own body is not told."""
        if predicate.slot("nom") != "sender" or (agent is not None and any(r.posts for _, r in self.referents.of(agent))):
            return []
        sender = self.arguments.slot(clause, predicate, "sender")
        sent = [n for n in clause.arguments if n.first > clause.verb.last]
        observers = any(self.pack.fold(n.text) in self.pack.settings["sent"] for n in sent) or agent is not None
        return self.referents.of(sender) if sender is not None and sender.kind in ("STATE", "ORG") and observers else []

    def _coming_from(self, clause: Clause, agent: Node | None) -> list[Node]:
        """ "Belarus və Tacikistandan olan hakimlər", "bürodan dəvət edilmiş on mütəxəssis": where people without names come from."""
        people = [n for n in clause.arguments if n.kind in ("ROLE", "GROUP") and n.has("nom") and n.clauses]
        people += [agent] if agent is not None and agent.kind in ("ROLE", "GROUP") and agent not in people else []
        inner = [n for one in (people if agent is not None or not self.pack.head_initial else ()) for c in one.clauses for n in c.arguments]
        inner += [n for n, one in pairwise(clause.arguments) if self._from_there(n, one)]
        found = [n for n in inner if n.kind in ("STATE", "ORG", "LIST") and n.has("abl") and not n.has("nom")]
        return [*found, *(n for n in clause.arguments if n.value == STAFF and n is not agent and n.cases() <= {"nom", "acc"})]

    def _from_there(self, node: Node, people: Node) -> bool:
        """ "Macaristan ile Türkmenistan'dan gözlemciler": unnamed people who are told right after where they come from."""
        said = people.kind == "ROLE" and people.plural() and people.has("nom")
        return said and node.cases() == {"abl"} and not self.pack.head_initial

    def _of_all(self, clause: Clause, node: Node) -> bool:
        """Tell whether a noun means every event of its kind: "bütün görüşlərdə", "hər iki görüşdə"."""
        before = self.scene.text[max(0, node.start - _BEFORE) : node.start]
        if before.rstrip().lower().endswith("the") and node.things[0].plural:
            return True
        if self.pack.head_initial and node.things[0].plural and not node.things[0].of:
            return sum(e.kind == "Meeting" and e.asserted for e in self.book.events) > 1
        return self.pack.fold(before).rstrip().endswith(tuple(self.pack.settings["every"]))

    def accompany(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """ "A accompanied the guests at all meetings", "the delegation is accompanied by A": who came along was there too."""
        agent, person = self.arguments.agents(clause, predicate), self.arguments.slot(clause, predicate, "person")
        companions = [r for _, r in self.referents.of(agent) if r.sort == "person"]
        if clause.form not in ("fin", "any") or form.tense not in ("past", "pres") or not companions or person is agent:
            return
        escorted = {r for _, r in self.referents.of(person)} - set(companions)
        node = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("loc")), None)
        events: list[Event | None] = []
        if node is not None and node.things[0].plural:
            events += [e for e in self.book.events if e.kind == node.things[0].kind and e.asserted]
        elif node is not None:
            events = [self.events.of(node, clause, strong=False, planned=None, make=False)]
        else:
            near = (self.book.trip(), self.book.current)
            events += [e for e in near if e is not None and self._there(e, escorted)][:1]
        for event in events:
            if event is not None and event.status == "Held" and self._there(event, escorted):
                for referent in companions:
                    self.attendance.add(event, referent, words_of(clause, agent))

    @staticmethod
    def _there(event: Event, referents: set[Referent]) -> bool:
        """Tell whether some of those meant were at an event."""
        return not referents.isdisjoint({*event.people(), *event.slots.get("participant", ())})

    def _both(self, node: Node) -> bool:
        """Tell whether a noun means the two events of its kind told last: "attended both conversations"."""
        before = self.pack.fold(self.scene.text[max(0, node.start - _BEFORE) : node.start]).split()
        return bool(before) and before[-1] in self.pack.settings["both"]

    def awaited(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X-in iclasda iştirakı gözlənilir: who is to take part."""
        self.participate(clause, predicate, replace(form, tense="fut"))

    def gather(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X tədbirə toplaşıb."""
        brings = next((p for p, _ in clause.verb.senses if p.frame == "participate" and p.slot("nom") == "event"), None)
        if brings is not None and self.arguments.slot(clause, brings, "event") is not None:
            self.participate(clause, brings, form)
            return
        node = self.arguments.slot(clause, predicate, "event")
        event = self.events.of(node, clause, strong=True, fill=True)
        if event is not None or (node is None and self.pack.dictionary is not None and self._gathered_for(clause)):
            self.participate(clause, predicate, form)
        elif node is None and not self.pack.head_initial and clause.form in ("fin", "any", "part"):
            self._sit(clause, predicate, form)

    def _gathered_for(self, clause: Clause) -> bool:
        """ "Для участия в нём съехались A и B": who came together for the sitting or the gathering that the text is at."""
        current = self.book.current
        meant = any(self.is_it(n) for n in clause.arguments)
        return meant and current is not None and current.kind in ("Session", "Conference", "Forum", "Seminar", "Training")

    def _sit(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """ "Şura geçen yıl Taşkent'te toplanmıştı": a body that came together on a day or at a place had a sitting."""
        agent = self.arguments.slot(clause, predicate, "agent")
        if agent is None or agent.kind != "ORG" or len(agent.things) != 1:
            return
        if self.arguments.date(clause) is None and self.arguments.place(clause, "loc") is None:
            return
        body = self.discourse.resolve(agent.things[0])
        if body is None or body.kind not in _SITTING:
            return
        start, end = min(agent.start, clause.verb.start), max(agent.end, clause.verb.end)
        thing = Thing("event", start, end, kind="Session", of=[agent.things[0]])
        node = Node("EVENT", agent.first, agent.last, start, end, agent.text, (Ending(""),), [thing])
        event = self.events.of(node, clause, strong=True, fill=True, planned=form.tense == "fut")
        if event is not None:
            event.asserted = True
            self.events.add_common(event, clause)

    def include(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """Heyətə X daxil olub."""
        if self.pack.dictionary is not None and clause.head is not None and clause.head.kind == "DELEGATION" and clause.head.things:
            agent = self.arguments.node(clause, "nom", "agent") if clause.form == "obj" else None
            clause.head.things[0].of = [*clause.head.things[0].of, *(t for t in (agent.things if agent else ()) if t.sort == "person")]
            return
        if form.form == "part" and clause.head is not None and clause.head.kind == "DELEGATION" and self.pack.head_initial:
            for thing in clause.head.things[:1]:  # "a delegation consisting of A and B"
                members = [t for n in clause.arguments if n.kind in ("PERSON", "LIST") and n.first > clause.verb.last for t in n.things]
                thing.of = [*thing.of, *(t for t in members if t.sort == "person")]
            return
        event = self.book.trip()
        delegation = self.arguments.slot(clause, predicate, "delegation")
        among = next((n for n in marked(clause, "between") if named(n, "GROUP", "participants") or named(n, "GROUP", "guest")), None)
        if among is not None and self.book.current is not None:
            self.participate(clause, replace(predicate, slots=(("nom", "agent"),)), form)
            return
        if clause.form == "part" and self.book.current is not None and named(clause.head or clause.verb, "GROUP", "participants"):
            self.participate(clause, replace(predicate, slots=(("acc", "agent"),)), VerbForm("fin", form.tense))
            return
        if delegation is None or event is None:
            return
        agent = self.arguments.agents(clause, predicate)
        self._sent_with(agent, event)
        for _, referent in [*self.referents.of(delegation), *self.referents.of(agent)]:
            self.attendance.add(event, referent, words_of(clause, agent))
            if event.kind == "Visit" and referent not in self.discourse.guests:
                self.discourse.guests = [*self.discourse.guests, referent]

    def _sent_with(self, agent: Node | None, event: Event) -> None:
        """ "Heyette 3. Ceza Dairesi Başkanı A ve Genel Sekreter B yer aldı": posts told without a body are in that which sent them."""
        guests = [next((b for _, b in reversed(g.posts)), g) for g in self.discourse.guests]
        senders = [g for g in dict.fromkeys(guests) if g.sort == "org" and g.path and event.has("participant", g)]
        if agent is None or event.kind != "Visit" or len(senders) != 1:
            return
        sender = senders[0]
        if self.pack.head_initial:
            body = Thing("org", agent.start, agent.end, path=sender.path, kind=sender.kind, definite=False)
            members = [
                t for t in agent.things if t.sort == "person" and {post.kind for post in t.posts} <= {"Member", "Judge", "Prosecutor"}
            ]
            of_delegation(replace(body, sort="delegation", of=[body]), members)
            return
        for post in (post for thing in agent.things for post in thing.posts):
            whole = Thing("org", post.start, post.end, path=sender.path, kind=sender.kind, definite=False)
            if not post.of and not post.national and post.kind not in ("Adviser", "Expert"):
                post.of = [whole]
            elif (
                len(post.of) == 1 and post.of[0].rules == ("lone_office",) and not (post.of[0].of or post.of[0].path or post.of[0].national)
            ):
                part = post.of[0]
                if not self.discourse.heads(sender, part.name):  # "Akademiyanın prorektoru" is no part of the academy
                    part.of, part.national, part.tail, part.rules = [whole], "part", part.name, ("part_of_body",)

    def lead(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X-in başçılıq etdiyi nümayəndə heyəti; heyətə X başçılıq edir."""
        delegation = self.arguments.slot(clause, predicate, "delegation") or next(
            (n for n in clause.arguments if n.kind == "GROUP" and n.concept and n.concept.name == "guest" and n.has("dat")), None
        )
        agent = self.arguments.agents(clause, predicate)
        if delegation is None or agent is None or not agent.things or delegation is agent:
            if clause.form in ("fin", "any", "conv", "obj") and agent is not None:
                events = (("acc" if predicate.slot("nom") == "agent" else "nom", "event"),)
                self.chair(clause, replace(predicate, slots=(*predicate.slots, *events)), form)
            return
        of_noun = self.pack.dictionary is not None and clause.head is delegation and clause.form == "part"
        told_of = clause.form == "part" and clause.head is delegation
        if clause.form == "obj" or of_noun or told_of:
            for thing in [t for t in delegation.things if t.sort == "delegation"][:1]:
                thing.leader = agent.things[-1]
                thing.of = [*agent.things[:-1], *thing.of]
                for post in agent.things[-1].posts if told_of else ():
                    if not post.of and post.national in ("", "home", "state") and len(thing.of) == 1 and thing.of[0].sort == "org":
                        post.of, post.national = list(thing.of), ""
                if agent.things[-1].sort == "person":
                    self.discourse.person(agent.things[-1], "by" if of_noun else "gen")
        elif (event := self._sent_to(clause, planned=form.tense == "fut")) is not None:
            others = [n for n in marked(clause, "by") if n.kind == "PERSON" and n is not agent and agent.has("by")]
            leaders = [p for n in (*others, agent) for p in self.referents.of(n)]  # "the Georgian group was headed by A; the other by B"
            self.discourse.guests = [*self.discourse.guests, *(r for _, r in leaders if r not in self.discourse.guests)]
            for _, referent in leaders:
                self.attendance.add(event, referent, words_of(clause, agent))

    def _sent_to(self, clause: Clause, *, planned: bool) -> Event | None:
        """Return what a delegation was sent to: the event that the clause names, else what the text is at, or was last told to come."""
        named = next((n for n in clause.arguments if n.kind == "EVENT" and n.cases() & {"loc", "dat"} and self.pack.head_initial), None)
        if named is not None:
            event = self.events.of(named, clause, strong=True, fill=True, planned=planned)
            if event is not None:
                event.asserted = True
            return event
        to_come = [e for e in self.book.events if planned and e.status == "Planned" and e.asserted]
        if to_come:
            return max(to_come, key=lambda e: e.last_seen)
        named = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("loc")), None)
        return self.events.of(named, clause, strong=False, planned=None) if named is not None else self.book.trip()

    def chair(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X iclasa sədrlik edib."""
        node = self.arguments.node(clause, "dat", "event") or self.arguments.slot(clause, predicate, "event")
        if node is None and not self.pack.head_initial:
            node = next((n for n in marked(clause, "chair") if n.kind == "EVENT"), None)  # "oturumun moderatörlüğünü A üstlendi"
        agent = self.arguments.node(clause, "nom", "agent") or self.arguments.agents(clause, predicate)
        if node is not None and any(n.kind == "ORG" and n.cases() == {"dat"} and n.first > node.last for n in clause.arguments):
            node = None
        if node is None and clause.head is not None and clause.head.kind == "EVENT":
            node = clause.head
        fill = self.events.fresh(node, clause)
        coming = form.tense == "fut" and self.pack.head_initial
        event = None
        if node is not None and not self._panel(node):
            event = self.events.of(node, clause, strong=not coming, planned=coming or None, fill=fill, make=not coming)
        if event is not None and event.status == "Planned" and form.tense == "past" and clause.form == "fin" and self.pack.head_initial:
            event = None  # who chaired a session was at none that is still to come
        if event is None and node is not None and self._panel(node):
            event = self.book.current
        if node is not None and node.things and node.things[0].plural:
            event = self.book.current
        if node is None and self.pack.head_initial and self._it(clause):
            event = max((e for e in self.book.events if e.kind not in ("Visit", "Meeting")), key=lambda e: e.last_seen, default=None)
        if event is not None:
            event.asserted = True
            for _, referent in self.referents.of(agent):
                self.attendance.add(event, referent, words_of(clause, agent, "chair"))

    def _panel(self, node: Node) -> bool:
        """Tell whether a sitting is one of those of the gathering that the text is at: "ikinci oturumun moderatörlüğünü A üstlendi"."""
        current, thing = self.book.current, node.things[0] if node.things else None
        within = current is not None and current.kind in GATHERINGS and current.status == "Held"
        return within and not self.pack.head_initial and thing is not None and thing.kind == "Session" and not (thing.of or thing.name)

    def _it(self, clause: Clause) -> bool:
        """Tell whether the object of a verb is "it"."""
        return any(n.first > clause.verb.last and self.is_it(n) for n in clause.arguments)
