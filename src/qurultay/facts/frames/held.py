"""Events that are held, planned, and devoted to a theme."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from qurultay.facts.among import STAFF
from qurultay.facts.days import MONTH
from qurultay.facts.events import Event
from qurultay.facts.frames.arguments import gapped, marked, words_of
from qurultay.facts.frames.changes import Changes
from qurultay.facts.frames.event_nouns import EventNouns
from qurultay.facts.frames.frame import Frame
from qurultay.facts.frames.meetings import Meetings
from qurultay.facts.frames.phases import Phases
from qurultay.facts.frames.rows import Rows
from qurultay.facts.frames.scene import settle_status
from qurultay.facts.phrases import named
from qurultay.language.pack import Predicate
from qurultay.language.suffixes import Ending, VerbForm
from qurultay.mentions.nodes import Clause, Node, Thing

__all__ = ["Held"]

_SENTENCE = 120
"""How many characters before a verb words are looked for that say that something is done for the first time."""


class Held(Frame):
    """The frames of events."""

    def __init__(self, events: EventNouns, meetings: Meetings, phases: Phases) -> None:
        super().__init__(events)
        self.rows = Rows(events)
        self.changes = Changes(events)
        self.meetings, self.phases = meetings, phases

    def held(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X keçirilib: the event, its day and place, who organised it; "A-da X, B-də Y keçirilib" tells two."""
        parts = gapped(clause, lambda n: n.kind == "EVENT" and n.has("nom") and not n.has("gen"))
        if len(parts) > 1:
            for part in parts:
                self.held(part, predicate, form)
            return
        node = self.arguments.slot(clause, predicate, "event")
        planned = form.tense in ("fut", "nec") or clause.matrix == "planned"
        if node is not None and (others := self.rows.after(clause, node)):
            self.held(replace(clause, arguments=clause.arguments[: clause.arguments.index(others[0])]), predicate, form)
            self.rows.others(clause, node, others, planned=planned)
            return
        if node is not None and node.things and self.meetings.meet_each(clause, node, next(marked(clause, "by"), None), planned=planned):
            return
        if node is None and self.rows.read(clause, planned=planned):
            return
        if node is not None and node.things and self.meetings.meet_at_seats(clause, node, planned=planned):
            return
        if node is None and self.arguments.slot(clause, Predicate("", (("nom", "org"),), ()), "org") is None:
            self.events.mentioned(clause)
        if node is None:
            return
        self.changes.put_off(clause, node)
        if clause.form in ("vn", "inf") and not planned:
            day = self.arguments.date(clause)
            if day is None and clause.matrix not in ("say", "told"):
                return
            planned = day is None or not self.events.past(day[0])
        until = any(named(sign, "PREP", "dat") and day.kind == "DATE" for sign, day in pairwise(clause.arguments))
        if until and not node.things[0].of:
            self.phases.phase(clause, predicate, form)
            return
        if any(n.kind == "DATE" and n.has("dat") for n in clause.arguments) and clause.head is None and predicate.words == ():
            self.changes.postponed(clause, predicate, form)
            return
        partner = self.arguments.node(clause, "ins", "partner")
        together = partner if partner is not None and partner.kind in ("ORG", "STATE") and node.things[0].kind != "Meeting" else None
        if partner is not None and node.things[0].kind == "Meeting" and clause.form in ("fin", "any", "conv"):
            owner = Node("LIST", node.first, node.last, node.start, node.end, "", (Ending("", case="gen"),), node.things[0].of)
            by = next(marked(clause, "by"), None) if self.pack.head_initial else None
            agent = owner if owner.things else by or self.arguments.node(clause, "gen", "agent")
            self.meetings.meet_with(clause, agent, partner, node, planned=planned)
            return
        if partner is not None and node.things[0].kind == "Meeting" and clause.head is node and not node.things[0].of:
            node.things[0].of = list(self.referents.things(partner))
        sides = next((n for n in marked(clause, "between") if n.things), None)
        if node.things[0].kind == "Meeting" and not node.things[0].of:
            node.things[0].of = list(sides.things) if sides is not None else self._named_sides(clause)
        theme = next((n for n in clause.arguments if n.kind == "THEME" and n.things), None)
        if theme is not None and clause.head is None and not node.things[0].theme and not self.pack.head_initial:
            node.things[0].theme = (theme.things[0].start, theme.things[0].end)
        told = self.arguments.date(clause)
        vague = (
            form.tense == "pres" and told is None and self.book.entry is None and clause.head is None and not self.events.under_way(clause)
        )
        if self.events.habitual(clause, told):
            return
        event = self.events.of(
            node, clause, strong=clause.head is None and clause.form in ("fin", "any", "conv"), fill=True, planned=planned, make=not vague
        )
        if event is None:
            return
        settle_status(event, form, clause)
        event.asserted = (
            event.asserted
            or clause.head is None
            or (told is not None and "-" in told[0])
            or self.arguments.place(clause, "loc") is not None
            or any(n.has("organize") or n.has("framework") for n in clause.arguments)
            or (any(t.sort == "org" for t in node.things[0].of) and form.tense == "past")
        )
        if event.said[2] == "event_noun":
            event.said = (*words_of(clause, node)[:2], "held")
        self.events.add_common(event, clause)
        ready = self.pack.settings["fixed_order"] or clause.matrix == "held"  # "düzenlenen törenle kutlandı"
        if ready and self.book.current is None and event.asserted and event.status == "Held" and not self._long_ago(event):
            self.book.current = event
        opened = self.pack.fold(clause.verb.text).split()[-1] in self.pack.settings["opening"]
        for by in (n for n in clause.arguments if n.has("by")):
            parties = self.referents.of(by)
            for _, referent in parties:
                if event.kind == "Meeting" and len(parties) > 1:
                    self.attendance.add(event, referent, words_of(clause, by))
                elif opened and referent.sort == "state" and any(r.sort == "person" for _, r in parties):
                    self.attendance.add(event, referent, words_of(clause, by))  # "was opened by Georgia's A"
                elif referent.sort != "person":
                    event.add("organizer", referent, words_of(clause, by, "organize"))
                elif opened:
                    self.attendance.add(event, referent, words_of(clause, by, "open"), speaks=True)
                elif event.kind == "Meeting":
                    self.attendance.add(event, referent, words_of(clause, by, "meet"))
        beside = together is None and partner is not None and partner.kind in ("PERSON", "POST", "LIST")
        if beside and partner is not None and self.pack.settings["fixed_order"]:
            for _, referent in self.referents.of(partner):
                self.attendance.add(event, referent, words_of(clause, partner, "with"))
        self._together(event, together, clause)

    def _together(self, event: Event, partner: Node | None, clause: Clause) -> None:
        """Put those with whom an event was held into it: bodies as organisers, people without names as those who were there."""
        for _, referent in self.referents.of(partner):
            if partner is not None and partner.value == STAFF:
                self.attendance.add(event, referent, words_of(clause, partner, "with"))
            else:
                event.add("organizer", referent, words_of(clause, partner, "organize"))

    def hold(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X keçirib: who organised it; "görüş keçirib" with somebody is a meeting."""
        if clause.form in ("vn", "inf"):
            return
        node = self.arguments.slot(clause, predicate, "event")
        agent = self.arguments.agents(clause, predicate, "organizer") or clause.subject
        partner = self.meetings.met_apart(node, clause) or self.arguments.node(clause, "ins", "partner")
        planned = form.tense in ("fut", "nec")
        if node is None:
            self._hold_it(clause, agent, form)
            return
        if partner is not None and node.things and node.things[0].kind == "Meeting":
            self.meetings.meet_with(clause, agent, partner, node, planned=planned)
            return
        if node.things and node.things[0].kind == "Meeting" and not planned and self.meetings.call_at(clause, predicate):
            return
        event = self.events.of(node, clause, strong=clause.head is None, fill=True, planned=planned)
        if event is None:
            return
        settle_status(event, form, clause)
        event.asserted = True
        self.events.add_common(event, clause)
        self._together(event, partner if partner and partner.kind in ("ORG", "STATE") else None, clause)
        for _, referent in self.referents.of(agent):
            if referent.sort == "org" and referent in event.owners and event.kind == "Session":
                continue
            if referent.sort in ("org", "state"):
                event.add("organizer", referent, words_of(clause, agent, "organize"))
            elif event.kind == "Meeting" and not (planned and agent and len(agent.things) == 1):
                self.attendance.add(event, referent, words_of(clause, agent))

    def _hold_it(self, clause: Clause, agent: Node | None, form: VerbForm) -> None:
        """ "Onu X təşkil edib": who organised the event told last."""
        pronoun = any(
            n.kind in ("WORD", "PARTICLE") and self.pack.fold(n.text) in self.pack.settings["pronouns_acc"] for n in clause.arguments
        )
        events = [e for e in self.book.events if e.kind not in ("Visit", "Meeting")] if pronoun else []
        if not events or agent is None or agent.kind not in ("ORG", "LIST", "STATE"):
            return
        event = max(events, key=lambda e: e.last_seen)
        event.asserted = True
        event.tell_date(self.arguments.date(clause))
        event.tell_place(self.arguments.place(clause, "loc"))
        partner = self.arguments.node(clause, "ins", "partner")
        for _, referent in [*self.referents.of(agent), *self.referents.of(partner)]:
            if referent.sort != "person":
                event.add("organizer", referent, words_of(clause, agent, "organize"))
        settle_status(event, form, clause)

    def hostess(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """Y X-ə ev sahibliyi edib: who held the event, and in which state."""
        node = self.arguments.slot(clause, predicate, "event")
        planned = form.tense == "fut"
        aside = clause.head is not None
        event = self._first_of_its_kind(clause, node, form)
        event = event or self.events.of(node, clause, strong=not planned and not aside, fill=True, planned=planned)
        agent = self.arguments.agents(clause, predicate, "organizer")
        if node is None and self.pack.head_initial and not self.pack.settings["fixed_order"] and not self.scene.headline:
            event = self.book.current if not predicate.slot("acc") else None  # "организаторами стали A и B"
        city = next(
            (
                n
                for n in clause.arguments
                if n.kind == "PLACE" and (n.has("nom") or n.has("by" if self.pack.head_initial else "gen")) and len(n.things) == 1
            ),
            None,
        )
        if event is not None:
            settle_status(event, form, clause)
            event.asserted = True
            if self.pack.head_initial:
                self.events.add_common(event, clause)
            if city is not None and (host := self.discourse.place(city.things[0])) is not None:
                event.tell_place((host, words_of(clause, city, "host")))
            for _, referent in self.referents.of(agent):
                event.add("organizer", referent, words_of(clause, agent, "organize"))
                if referent.sort == "person":
                    self.attendance.add(event, referent, words_of(clause, agent))
                seat = referent.country
                if event.place is None and seat is not None and not event.online:
                    event.place, event.place_said = seat, words_of(clause, agent, "host")

    def _first_of_its_kind(self, clause: Clause, node: Node | None, form: VerbForm) -> Event | None:
        """ "It was the first time that the Office had hosted an IAP event": the one that the text is at."""
        event = self.book.current
        if (
            node is None
            or event is None
            or event.status != "Held"
            or form.tense != "past"
            or node.things[0].kind not in ("Event", event.kind)
        ):
            return None
        before = self.pack.fold(self.scene.text[max(0, clause.verb.start - _SENTENCE) : clause.verb.start]).rpartition(".")[2]
        return event if any(word in before for word in self.pack.settings["first_time"]) else None

    def planned(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X keçiriləcək, X planlaşdırılır: an event that is to come."""
        if self._was_to_be(clause):
            return
        partner = self.arguments.node(clause, "ins", "partner") if clause.head is not None else None
        if partner is not None and clause.head is not None and clause.head.kind == "EVENT" and clause.head.things[0].kind == "Meeting":
            clause.head.things[0].of = clause.head.things[0].of or list(partner.things)
        node = self.arguments.slot(clause, predicate, "event")
        if clause.head is not None and node is clause.head and not clause.arguments and node.things[0].kind == "Meeting":
            return
        if node is not None and node is clause.head and self._at_which(node):
            return
        inner = next((c for n in clause.arguments if n.kind == "VN" for c in n.clauses), None)
        if (
            inner is not None
            and node is clause.head
            and node is not None
            and node.things[0].kind == "Meeting"
            and not self.pack.head_initial
        ):
            self._with_sides(inner, node)
        hosting = next((p for p, _ in inner.verb.senses if p.frame == "hostess"), None) if inner is not None else None
        if inner is not None and hosting is not None and not self.pack.head_initial:
            told = replace(inner, arguments=[*(n for n in clause.arguments if n.kind != "VN"), *inner.arguments], matrix="")
            self.hostess(told, hosting, VerbForm("obj", "fut"))
            return
        if inner is not None:
            clause = replace(clause, arguments=[*inner.arguments, *clause.arguments])
            node = node or next((n for n in inner.arguments if n.kind == "EVENT"), None)
        if node is None and clause.form == "fin" and clause.tense == "past" and self.pack.head_initial:
            self.events.mentioned(clause)  # "during a meeting on Tuesday they agreed on a plan"
        event = self.events.of(node, clause, strong=True, fill=True, planned=True)
        if event is not None and not (event.asserted and event.status == "Held"):
            event.status, event.asserted = "Planned", True
            onward = inner is not None and bool(inner.verb.frames() & {"move", "onward"}) and event.kind == "Meeting"
            case = "for" if self.pack.head_initial else "dat" if onward else ""
            event.tell_place(self.arguments.place(clause, case, seat=False) if case else None)

    def _long_ago(self, event: Event) -> bool:
        """Tell whether an article about what is to come tells an event of another month before it came out: "the previous meeting"."""
        to_come = self.pack.settings["fixed_order"] and any(e.asserted and e.status == "Planned" for e in self.book.events)
        return bool(to_come and event.date) and event.date[:MONTH] < self.scene.anchor[:MONTH]

    def _at_which(self, node: Node) -> bool:
        """Tell whether a clause says what was agreed at an event: "a visit during which they agreed on a programme"."""
        after = self.pack.fold(" ".join(self.scene.text[node.end : node.end + _SENTENCE].split())).removeprefix(",").lstrip()
        return after.startswith(tuple(self.pack.settings["at_which"]))

    def _with_sides(self, clause: Clause, node: Node) -> None:
        """ "X'in Y ile yapması beklenen görüşme": give the meeting both sides."""
        agent, partner = self.arguments.node(clause, "gen", "agent"), self.arguments.node(clause, "ins", "partner")
        if agent is not None and partner is not None and not node.things[0].of:
            node.things[0].of = [*self.referents.things(agent), *self.referents.things(partner)]

    def _named_sides(self, clause: Clause) -> list[Thing]:
        """ "X ile Y arasında": the two between whom a meeting was held, told by their surnames."""
        for one, sign, other, word in zip(*(clause.arguments[i:] for i in range(4)), strict=False):
            if one.kind == other.kind == "NAME" and sign.kind == "CONJ" and named(word, "RELATION", "between"):
                return [*self.referents.things(one), *self.referents.things(other)]
        return []

    def _was_to_be(self, clause: Clause) -> bool:
        """ "Noyabrda keçirilməsi nəzərdə tutulmuşdu": what had been planned, of an event that was told to have been held since."""
        return self.scene.before(clause) and any(e.asserted and e.status == "Held" for e in self.book.events)

    def devoted(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X … mövzusuna həsr olunub: the theme of the event."""
        node = clause.head if clause.head is not None and clause.head.kind == "EVENT" else self.arguments.node(clause, "nom", "event")
        told = next(
            (
                n
                for n in reversed(clause.arguments)
                if n.kind in ("THEME", "QUOTE", "VN", "WORD", "ORG", "STATE") and (n.kind == "THEME" or n.has("dat"))
            ),
            None,
        )
        if node is None or told is None:
            return
        years = [n for n in clause.arguments if n is not told]
        if told.kind == "WORD" and [n.kind for n in years] == ["NUMBER"] and clause.head is not None and not self.pack.head_initial:
            return  # "Akademiyanın 10 illiyinə həsr olunmuş": the occasion, and whose it is stands outside the clause
        event = self.events.of(node, clause, strong=clause.head is None, planned=None)
        if event is not None:
            self.events.add_common(event, clause)
        if event is None or event.theme:
            return
        first = clause.arguments[0] if clause.head is not None else told
        start, end = (
            (told.things[0].start, told.things[0].end) if told.kind in ("THEME", "QUOTE") and told.things else (first.start, told.end)
        )
        event.theme, event.theme_said = self._nominative(start, end), (start, end, "devoted")
        event.asserted = event.asserted or clause.head is None

    def _nominative(self, start: int, end: int) -> str:
        """Return words of the text with the last one put into the nominative."""
        *head, last = self.scene.text[start:end].split()
        ending = next((e for e in self.pack.readings(last) if e.case == "dat" and e.possessive), None) or next(
            (e for e in self.pack.readings(last) if e.case == "dat"), None
        )
        return " ".join([*head, self.pack.nominative(last, ending) if ending else last])
