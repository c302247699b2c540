"""The table of the frames, and the order in which a clause is asked what it tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from qurultay.facts.discourse import Discourse
from qurultay.facts.events import Book, Event
from qurultay.facts.frames.arguments import Arguments, marked, words_of
from qurultay.facts.frames.attendance import Attendance
from qurultay.facts.frames.documents import Documents
from qurultay.facts.frames.event_phrases import EventPhrases
from qurultay.facts.frames.held import Held
from qurultay.facts.frames.meetings import Meetings
from qurultay.facts.frames.phases import Phases
from qurultay.facts.frames.posts import Posts
from qurultay.facts.frames.presence import Presence
from qurultay.facts.frames.pronouns import Pronouns
from qurultay.facts.frames.receptions import Receptions
from qurultay.facts.frames.referents import Referents
from qurultay.facts.frames.scene import Scene, Where
from qurultay.facts.frames.signing_talks import signed_at_talks
from qurultay.facts.frames.speaking import Speaking
from qurultay.facts.frames.visits import Visits
from qurultay.facts.phrases import named
from qurultay.language.pack import LanguagePack, Predicate
from qurultay.language.suffixes import Ending, VerbForm
from qurultay.mentions.nodes import Clause, Node

__all__ = ["SILENT", "Frames"]

_ACTORS = frozenset({"agent", "organizer"})
"""Slots of those who act: they tell nothing of the sense of a verb."""
Handler: TypeAlias = Callable[[Clause, Predicate, VerbForm], None]
"""Reads a clause by the sense of its verb that fits, and by the form in which that stands."""


_HUMAN = frozenset({"speak", "teach", "lead"})
"""Frames in which only people act: a full name that no title stands before is a person's there."""
_SAID = frozenset({"say", "propose"})
"""Frames in which bodies act too: there only a name that can be nobody else's is a person's."""
_PLANNED_PARTS = frozenset({"meet", "visit", "visit_site", "move", "participate", "speak", "receive"})
"""Frames that tell of an event to come where their verbal noun is what is planned."""
_OWNERS = ("DELEGATION", "GROUP", "PERSON", "POST", "NAME")
"""Kinds of node whose genitive tells who is to do what is planned."""
SILENT = frozenset(
    {"", "other", "held", "hold", "planned", "cancelled", "phase", "ended", "told", "report", "sign", "signed", "founded", "found",
     "received", "include", "gather", "appointed", "appoint", "dismissed", "submit", "devoted"}
)  # fmt: skip
"""Frames that tell nothing of a clause that names nobody and nothing. (Others may tell something of whom the text spoke of before.)"""


class Frames(Scene):
    """Reads the clauses of an article one after another into a :class:`Book`."""

    def __init__(self, pack: LanguagePack, discourse: Discourse, book: Book, text: str) -> None:
        super().__init__(pack, discourse, book, text)
        self.referents, self.attendance = Referents(self), Attendance(self)
        self.arguments = Arguments(self, self.referents)
        self.events = EventPhrases(self, self.arguments, self.referents, self.attendance)
        self.meetings, self.posts = Meetings(self.events), Posts(self.events)
        self.phases, self.receptions = Phases(self.events), Receptions(self.events, self.meetings)
        self.held = Held(self.events, self.meetings, self.phases)
        self.speaking = Speaking(self.events, self.held)
        self.visits = Visits(self.events, self.held, self.meetings)
        self.pronouns = Pronouns(self, self.referents)
        self._left: tuple[Event, int] | None = None
        self.documents = Documents(self.events)
        self.table = self._table()

    def _table(self) -> dict[str, Handler]:
        """Return the method that reads each frame of ``verbs.tsv``; a frame that is not here tells nothing."""
        held, meetings, speaking = self.held, self.meetings, self.speaking
        presence, visits, documents, receptions = Presence(self.events), self.visits, self.documents, self.receptions
        return {
            "held": held.held,
            "hold": held.hold,
            "hostess": held.hostess,
            "planned": held.planned,
            "cancelled": held.changes.cancelled,
            "postponed": held.changes.postponed,
            "devoted": held.devoted,
            "phase": self.phases.phase,
            "ended": self.phases.ended,
            "participate": presence.participate,
            "represent": presence.participate,
            "accompany": presence.accompany,
            "awaited": presence.awaited,
            "gather": presence.gather,
            "include": presence.include,
            "lead": presence.lead,
            "chair": presence.chair,
            "discuss": speaking.say,
            "meet": meetings.meet,
            "briefed": meetings.briefed,
            "receive": receptions.receive,
            "received": receptions.received,
            "visit": visits.visit,
            "move": visits.move,
            "onward": visits.onward,
            "visit_site": meetings.call,
            "lay": visits.lay,
            "speak": speaking.speak,
            "open": speaking.open,
            "teach": speaking.teach,
            "say": speaking.say,
            "propose": speaking.say,
            "told": speaking.told,
            "report": speaking.report,
            "sign": documents.sign,
            "signed": documents.signed,
            "founded": documents.founded,
            "appointed": self.posts.appointed,
            "appoint": self.posts.appoint,
            "dismissed": self.posts.dismissed,
            "succeeded": self.posts.succeeded,
            "join": self.posts.join,
            "heads": self.posts.heads,
        }

    def read(self, clause: Clause) -> None:
        """Take from a clause what it tells."""
        predicate, _ = self._sense(clause)
        clause = self.pronouns.resolved(clause, predicate)
        if not self.pack.settings["fixed_order"]:
            self._read(clause)
            return
        self._go_back(clause)
        current = self.book.current
        self._read(clause)
        self.pronouns.remember(clause)
        if current is not None and self.pack.fold(clause.verb.text).split()[-1] in self.pack.settings["beforehand"]:
            self._left = (current, clause.verb.end)

    def _go_back(self, clause: Clause) -> None:
        """After a paragraph that tells what came before an event, the text is at that event again."""
        if self._left is not None and "\n" in self.text[self._left[1] : clause.verb.start]:
            self.book.current, self._left = self._left[0], None

    def _read(self, clause: Clause) -> None:
        predicate, form = self._sense(clause)
        if self.headline and predicate.frame not in ("cancelled", "postponed"):
            self._from_headline(clause)
        if clause.negative or form.negative:
            if predicate.frame == "held" and clause.form in ("fin", "any"):
                self.held.changes.cancelled(clause, predicate, form)
            return
        for node in marked(clause, "invite"):
            self.discourse.inviters = [r for _, r in self.referents.of(node) if r.sort == "person"]
        if predicate.frame in _HUMAN:
            self.referents.introduce(clause)
        elif predicate.frame in _SAID:
            self.referents.introduce(clause, strict=True)
        handler = self.table.get(predicate.frame)
        if clause.form == "none" and len(clause.arguments) == 1 and clause.verb.kind == "ORG":
            self.speaking.relays(clause, "nom")
        if clause.matrix in ("deny", "propose") or form.tense in ("nec", "opt"):
            return
        self._sent(clause)
        self.meetings.rounds.notice(clause, predicate)
        self.posts.serve(clause)
        self.events.organized(clause)
        self.events.themed(clause)
        self.speaking.speeches(clause)
        self.documents.after(clause)
        signed_at_talks(clause, self.documents)
        self._frameworks(clause, predicate)
        if not self.pack.head_initial and predicate.frame not in ("meet", "receive", "hold", "held", "gather"):
            self._meetings_with(clause)
        if not self.pack.head_initial:
            self.visits.gone_to(clause, predicate)
        if any(n.kind == "ORG" for n in clause.arguments) and self._informs(clause):
            self.speaking.relays(clause, "abl")
        if predicate.frame == "planned" and self._planned_parts(clause):
            return
        self.receptions.talks(clause)
        if predicate.frame == "move" and clause.head is None and self.receptions.was_guest(clause):
            return
        if predicate.frame == "hold" and self._visit_held(clause, predicate, form):
            return
        if predicate.frame == "planned" and self._announced(clause, predicate):
            handler = self.speaking.told
        if handler is not None:
            handler(clause, predicate, form)
        elif form.form in ("fin", "any", "conv"):
            self.events.mentioned(clause)
        if clause.form == "none":
            self.events.verbless(clause)
        self.events.beside(clause)
        self.events.hosted(clause)
        self.events.parts(clause)
        if clause.form == "fin" and self.pack.head_initial and not self.pack.settings["fixed_order"]:
            self.referents.remember(next((n for n in clause.arguments if n.kind == "PERSON" and n.cases() == {"nom"}), None))

    def _announced(self, clause: Clause, predicate: Predicate) -> bool:
        """ "This was announced by X at a sitting": what was made known is no event."""
        by = any(n.kind in ("PERSON", "POST", "LIST") for n in marked(clause, "by"))
        return by and clause.head is None and self.arguments.slot(clause, predicate, "event") is None

    def _sent(self, clause: Clause) -> None:
        """Take the first delegation of which an article tells for the guests, whatever it did."""
        if self.discourse.guests or self.headline:
            return
        node = next((n for n in clause.arguments if n.kind == "DELEGATION" and n.has("nom") and n.things), None)
        if node is not None and (node.things[0].of or node.things[0].leader is not None):
            self.discourse.guests = [r for _, r in self.referents.of(node)]

    def _planned_parts(self, clause: Clause) -> bool:
        """ "X-in görüş keçirməsi, Y-yə getməsi nəzərdə tutulub": meetings and visits to come, told by verbal nouns."""
        found = False
        final = not self.pack.head_initial
        agent = next((n for n in clause.arguments if final and n.kind in _OWNERS and n.has("gen") and not n.has("nom")), None)
        for node in clause.arguments:
            if node.kind == "EVENT" and agent is not None and node.last > agent.last and self._planned_meeting(clause, agent, node):
                found = True
            if node.kind != "VN" or not node.clauses:
                continue
            inner = node.clauses[0]
            if final and inner.verb.frames() & {"move", "onward"}:
                self.going = self.arguments.place(inner, "dat", seat=False) or self.going  # "Ankara'ya geçmesi ve X ile görüşmesi"
            sense = self._part(inner)
            if sense is None:
                continue
            found = True
            agent = next((n for n in inner.arguments if n.has("gen") and n.kind in _OWNERS and (final or n.kind != "NAME")), agent)
            told = replace(
                inner,
                form="obj",
                tense="fut",
                matrix="",
                arguments=[*([agent] if agent and agent not in inner.arguments else []), *_joined(clause, node), *inner.arguments],
                topic=self._day_before(clause, node),
            )
            calling = sense.frame == "visit_site"
            cases = {"dat", "acc"} if calling else {"loc"}
            if sense.frame in ("meet", "visit_site") and self.meetings.call_at(told, sense, cases=cases, planned=True, people=calling):
                continue
            if not calling:
                self.table["visit" if sense.frame == "move" else sense.frame](told, sense, VerbForm("obj", "fut"))
        return found

    def _meetings_with(self, clause: Clause) -> None:
        """ "X ile bugünkü görüşmede": a meeting at which something was done is one with X."""
        for at, node in enumerate(clause.arguments):
            if node.kind != "EVENT" or node.things[0].kind != "Meeting" or not node.has("loc") or node.things[0].of or node.plural():
                continue
            before = at - 1
            while before >= 0 and clause.arguments[before].kind in ("DATE", "ORDINAL", "WORD") and before > at - 4:
                before -= 1
            partner = clause.arguments[before] if before >= 0 else None
            if partner is not None and partner.kind in ("PERSON", "POST", "NAME", "DELEGATION") and partner.cases() == {"ins"}:
                node.things[0].of = list(self.referents.things(partner))

    def _visit_held(self, clause: Clause, predicate: Predicate, form: VerbForm) -> bool:
        """ "X'in Ankara'ya yapacağı ziyaret": a visit that somebody pays, told in a clause that is said of it."""
        node = self.arguments.slot(clause, predicate, "event") if not self.pack.head_initial else None
        if node is None or node is not clause.head or node.things[0].kind != "Visit" or node.things[0].plural:
            return False
        if not any(n.has("gen") for n in clause.arguments) or self.arguments.place(clause, "dat") is None:
            return False
        self.visits.visit(clause, Predicate("visit", (("nom", "agent"), ("dat", "place")), ()), form)
        return True

    def _part(self, inner: Clause) -> Predicate | None:
        """Return the sense in which a verbal noun tells an event to come, None where it tells none."""
        if self.pack.head_initial:
            return next((p for p, _ in inner.verb.senses if p.frame in _PLANNED_PARTS - {"visit_site", "receive"}), None)
        predicate, _ = self._sense(inner)
        return predicate if predicate.frame in _PLANNED_PARTS else None

    def _day_before(self, clause: Clause, node: Node) -> Node | None:
        """Return the last day told before a part of what is planned: "yarın Batum'a geçecek olan X'in Y ile görüşmesi bekleniyor"."""
        if self.pack.head_initial:
            return None
        before = [n for n in clause.arguments if n.last < node.first]
        days = [n for n in before if n.kind == "DATE"] + [n for b in before for c in b.clauses for n in c.arguments if n.kind == "DATE"]
        return max(days, key=lambda n: n.first, default=clause.topic)

    def _planned_meeting(self, clause: Clause, agent: Node, node: Node) -> bool:
        """ "X'in Y ile görüşmesi bekleniyor": a meeting to come, told by a noun with one side and by a genitive with the other."""
        if node.things[0].kind != "Meeting" or not node.has("nom") or not node.things[0].of:
            return False
        partner = Node("LIST", node.first, node.last, node.start, node.end, "", (Ending("", case="ins"),), node.things[0].of)
        day = self._day_before(clause, node)
        told = replace(clause, arguments=[agent, *([day] if day is not None else [])], form="obj", tense="fut")
        self.meetings.meet_with(told, agent, partner, node, planned=True)
        return True

    def _informs(self, clause: Clause) -> bool:
        """Tell whether a clause cites a source or speaks of information: what a body in it says is relayed."""
        if any(n.has("source") for n in clause.arguments):
            return True
        words = tuple(self.pack.settings["information"])
        said = [*clause.arguments, *([clause.head] if clause.head is not None else [])]
        return any(n.kind == "WORD" and self.pack.fold(n.text).startswith(words) for n in said)

    def _frameworks(self, clause: Clause, predicate: Predicate) -> None:
        """ "Londona səfər çərçivəsində": a visit told so took place, and who acts in the clause was on it."""
        within = [*marked(clause, "framework"), *(n for n in marked(clause, "loc") if self._on_visit(n, clause))]
        for node in within:
            if node.kind != "EVENT" or node.things[0].kind != "Visit":
                continue
            contacts = node.concept is not None and bool(node.concept.get("mass")) and not self.pack.head_initial
            event = self.events.of(node, clause, strong=False, planned=None, make=not contacts or bool(node.things[0].place))
            if event is not None and not event.people():
                event.asserted = True
                for _, referent in self.referents.of(self.arguments.agents(clause, predicate)):
                    self.attendance.add(event, referent, words_of(clause, node, "framework"))

    def _on_visit(self, node: Node, clause: Clause) -> bool:
        """Tell whether what somebody did was done on a visit to a place that is told: "during his visit to Kazakhstan, X met Y"."""
        visit = node.kind == "EVENT" and node.things[0].kind == "Visit" and bool(node.things[0].place)
        return visit and bool(self.pack.settings["fixed_order"]) and clause.form == "fin" and clause.tense == "past"

    def _from_headline(self, clause: Clause) -> None:
        """A headline tells where its article's first event was."""
        main = next((e for e in self.book.events if e.asserted), None)
        if main is None:
            return
        self.book.current = main
        place = self.arguments.place(clause, "loc") or (self._of_event(clause) if self.pack.head_initial else None)
        if place is not None and (main.place is None or place[0].state is main.place) and main.status != "Cancelled":
            main.place, main.place_said = place

    def _of_event(self, clause: Clause) -> Where | None:
        """Return the place that an event is called by: "Baku seminar"."""
        node = next((n for n in clause.arguments if n.kind == "EVENT" and n.things[0].place), None)
        place = self.discourse.place(node.things[0].place[0]) if node is not None else None
        return (place, words_of(clause, node, "place")) if place is not None else None

    def _sense(self, clause: Clause) -> tuple[Predicate, VerbForm]:
        """Return the sense of the verb whose parts the clause has."""
        senses = [s for s in clause.verb.senses if s[1].form == clause.form] or list(clause.verb.senses)
        if not senses:
            return Predicate("", (), ()), VerbForm(clause.form, clause.tense)
        if len(senses) == 1:
            return senses[0]

        def fit(sense: tuple[Predicate, VerbForm]) -> int:
            return len(
                {slot for case, slot in sense[0].slots if slot not in _ACTORS and self.arguments.node(clause, case, slot) is not None}
            )

        return max(senses, key=fit)


def _joined(clause: Clause, node: Node) -> list[Node]:
    """Return who stands before a verbal noun and is joined to the first of those whom it tells of: "A ve B ile görüşmesi"."""
    at = clause.arguments.index(node)
    joined = at > 1 and named(clause.arguments[at - 1], "CONJ", "and") and clause.arguments[at - 2].kind in ("NAME", "PERSON")
    return list(clause.arguments[at - 2 : at]) if joined and clause.arguments[at - 2].has("nom") else []
