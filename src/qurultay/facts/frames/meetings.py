"""Who met whom: meetings, calls at an office."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from itertools import pairwise

from qurultay.facts.discourse import Referent
from qurultay.facts.elsewhere import office_alone
from qurultay.facts.events import Event, Said
from qurultay.facts.frames.arguments import gapped, marked, words_of
from qurultay.facts.frames.attendance import WHOLES
from qurultay.facts.frames.event_nouns import EventNouns
from qurultay.facts.frames.frame import Frame
from qurultay.facts.frames.rounds import Rounds
from qurultay.facts.frames.scene import Party, When, Where
from qurultay.language.pack import Predicate
from qurultay.language.suffixes import Ending, VerbForm
from qurultay.mentions.nodes import Clause, Node, Thing
from qurultay.terms import office_path

__all__ = ["Meetings"]


_ONE_SENTENCE = 160
"""Within how many characters of where somebody went a meeting is told in the same sentence."""
_SEVERAL = 2
_ACTING = ("PERSON", "POST", "ROLE", "ORG", "DELEGATION", "GROUP")


class Meetings(Frame):
    """The frames of meetings."""

    def __init__(self, events: EventNouns) -> None:
        super().__init__(events)
        self.rounds = Rounds(self.scene, self.arguments, self.referents)

    def meet(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X Y ilə görüşüb: a meeting of the two; "tərəflər görüşüblər" is one of guests and hosts."""
        _mark_gapped(clause)
        case = "acc" if predicate.slot("acc") == "partner" else "ins"
        parts = gapped(clause, lambda n: n.kind in ("PERSON", "POST", "ORG", "DELEGATION") and n.cases() == {case})
        if len(parts) > 1:
            for part in parts:
                self.meet(part, predicate, form)
            return
        if len(rows := _one_after_another(clause, case)) > 1:
            for row in rows:
                self.meet(row, predicate, form)
            return
        partner = self.arguments.together(clause, self.arguments.slot(clause, predicate, "partner"))
        called = next((n for n in clause.arguments if n.kind in ("PERSON", "POST") and n.cases() & {"acc", "loc", "dat"}), None)
        if "caller" in {slot for _, slot in predicate.slots}:
            if called is None or any(n.kind == "VERB" and "inf" in n.forms() for n in clause.arguments):
                return
            partner = called
        agent = self.arguments.agents(clause, predicate)
        partner = partner or self._with_him(clause, agent)
        if partner is None and agent is not None and (agent.plural() or len(agent.things) > 1) and clause.form in ("fin", "any", "conv"):
            self._meet_each_other(clause, agent, planned=form.tense in ("fut", "nec"))
            return
        if partner is None and clause.form != "part":
            self.call_at(clause, predicate, planned=form.tense in ("fut", "nec"), people=True)
            return
        if clause.form == "part" and (partner is None or partner.kind == "GROUP") and self.book.current is not None:
            for _, referent in self.referents.of(agent):
                self.attendance.add(self.book.current, referent, words_of(clause, agent, "meet"))
            return
        if not self.pack.head_initial and partner is not None and self._dinner(clause, agent, partner):
            return
        self.meet_with(clause, agent, partner, None, planned=form.tense in ("fut", "nec"))

    def _with_him(self, clause: Clause, agent: Node | None) -> Node | None:
        """ "С ним A провела встречу": who was named last before the pronoun, of those that do not act."""
        pronouns = self.pack.settings["pronouns_ins"]
        said = next((n for b, n in pairwise(clause.arguments) if _with(b) and self.pack.fold(n.text) in pronouns), None)
        if said is None or clause.form != "fin":
            return None
        ours = {r for _, r in self.referents.of(agent)}
        named = {r: max((m[0] for m in r.mentions if m[0] < said.start), default=-1) for r in self.discourse.people if r not in ours}
        last = max((r for r, at in named.items() if at >= 0 and r.names), key=lambda r: named[r], default=None)
        name = next(iter(last.names)) if last is not None else ""
        her = name.split(" ")[0].endswith(tuple(self.pack.settings["feminine"]))
        if not name or her != (self.pack.fold(said.text) in pronouns[1:]):
            return None
        thing = Thing("person", said.start, said.end, kind="Person", by_case={"ins": name}, rules=("pronoun",))
        return Node("PERSON", said.first, said.last, said.start, said.end, said.text, (Ending("", case="ins"),), [thing])

    def _dinner(self, clause: Clause, agent: Node | None, partner: Node) -> bool:
        """ "Büyükelçilerle çalışma yemeğinde bir araya geldi": a meeting told by its noun with people who are not named."""
        node = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("loc") and n.things[0].kind == "Meeting"), None)
        if node is None or clause.form not in ("fin", "any", "conv") or self.referents.of(partner):
            return False
        ours = {r for _, r in self.referents.of(agent)}
        known = self.events.of(node, clause, strong=False, planned=None, make=False)
        if known is None or not (known.people() - ours):
            known = self.events.of(node, clause, strong=True, fill=True, planned=clause.tense == "fut")
        else:  # those with whom somebody dines are others than those whom he met before
            known = self.book.new("Meeting", words_of(clause, node, "meet"))
            known.tell_date(self.arguments.date(clause))
        event = known
        if event is not None:
            self.tell(event, self.referents.of(agent), words_of(clause, node, "meet"), None, None, clause, planned=clause.tense == "fut")
        return event is not None

    def meet_with(self, clause: Clause, agent: Node | None, partner: Node | None, noun: Node | None, *, planned: bool) -> None:
        """Tell the meeting of those who act and their partners; each of several partners from different bodies is met apart."""
        many = noun is not None and noun.plural() and noun.things and noun.things[0].plural and partner is not None and partner.plural()
        if clause.form in ("vn", "inf") or (many and not self._all_named(partner)):
            return
        ours = self.referents.of(agent)
        theirs = self.referents.of(partner) if self.pack.head_initial else self.referents.partners(partner, ours)
        if not ours and self.discourse.guests and agent is None:
            ours = [
                (Thing("group", clause.verb.start, clause.verb.end), r) for r in self.discourse.guests if r not in {t for _, t in theirs}
            ]
        strangers = agent is not None and agent.kind == "ROLE" and not self.pack.head_initial
        if not ours and self.scene.subject is not None and not strangers and not (agent is None and self.pack.settings["fixed_order"]):
            ours = [(Thing("person", clause.verb.start, clause.verb.end), self.scene.subject)]
        among = noun is not None and len(theirs) > 1 and agent is None
        if not theirs or not (ours or among or strangers):
            return
        said = words_of(clause, partner or agent, "meet")
        date, place = self.arguments.date(clause), self.arguments.place(clause, "loc")
        place = place or self._staying(clause, agent)
        going = self.scene.going
        near = going is not None and 0 <= clause.verb.start - going[1][1] < _ONE_SENTENCE
        place = place or (going if clause.subject is not None or near else None)
        apart = [(thing, r) for thing, r in theirs if r.sort == "person"]
        bodies = [next((b for _, b in reversed(r.posts)), r) for _, r in apart]
        if ours and len(apart) > 1 and len(set(bodies)) == len(apart) and partner is not None and partner.kind in ("PERSON", "LIST"):
            for party in apart:
                pair = {r for _, r in [*ours, party] if r.sort == "person"}
                meeting = self.known_or_new(pair, {party[1]}, date[0] if date else "", said, planned=planned)
                if meeting is not None:
                    self.tell(meeting, [*ours, *self._sender(theirs, party), party], said, date, place, clause, planned=planned)
            self.referents.remember(agent)
            return
        people = {r for _, r in [*ours, *theirs] if r.sort == "person"}
        event = self.known_or_new(people, {r for _, r in theirs}, date[0] if date else "", said, planned=planned)
        if event is None:
            return
        self.tell(event, ours + theirs, said, date, place, clause, planned=planned)
        if not self.discourse.guests and not planned:
            self.discourse.guests = self._foreign(ours) or self._foreign(theirs)
        self.referents.remember(agent)

    def _staying(self, clause: Clause, agent: Node | None) -> Where | None:
        """ "Tiflis'te bulunan Bakan A, Başsavcı B ile görüştü": where those who met are said to be is where they met."""
        if self.pack.head_initial or agent is None:
            return None
        inner = [c for c in agent.clauses if c.form == "part" and "move" in c.verb.frames() and c.tense == "pres"]
        return next((place for c in inner if (place := self.arguments.place(c, "loc", seat=False)) is not None), None)

    def _all_named(self, partner: Node | None) -> bool:
        """Tell whether all whom somebody had meetings with are named: "held separate meetings with A and B"."""
        return partner is not None and all(t.sort == "person" for t in partner.things)

    def met_apart(self, node: Node | None, clause: Clause) -> Node | None:
        """ "X held meetings with A and B": those whom somebody met, each at a meeting of their own."""
        thing = node.things[0] if node is not None and node.things else None
        if node is None or thing is None or not thing.plural or thing.kind != "Meeting":
            return None
        if not thing.of or not all(one.sort == "person" for one in thing.of):
            return None
        others = [t for n in marked(clause, "ins") if n.kind in ("PERSON", "LIST") and n is not node for t in n.things]
        return Node("LIST", node.first, node.last, node.start, node.end, node.text, (Ending("", case="ins"),), [*thing.of, *others])

    @staticmethod
    def _sender(parties: list[Party], party: Party) -> list[Party]:
        """Return the state or body told right before one of several without a post: "with Georgia's A and B of UNODC"."""
        before = parties[parties.index(party) - 1] if parties.index(party) else party
        return [before] if not party[1].posts and before[1].sort in ("state", "org") else []

    def meet_each(self, clause: Clause, node: Node, agent: Node | None, *, planned: bool) -> bool:
        """ "Bilateral meetings with A and with B took place": each of those named was met apart; tell whether that was told."""
        if not node.things[0].plural or node.things[0].kind != "Meeting":
            return False
        named_ = [(t, r) for n in marked(clause, "ins") for t, r in self.referents.of(n) if r.sort == "person"]
        named_ = [*self._owners(node), *(p for p in named_ if p[1] not in {r for _, r in self._owners(node)})]
        ours = [p for p in self.referents.of(agent) if p[1].sort == "person"]
        if not ours and agent is None and self.scene.subject is not None:
            ours = [(Thing("person", node.start, node.end), self.scene.subject)]
        if len(named_) < _SEVERAL or not ours or self.scene.headline:
            return False
        said, date, place = words_of(clause, node, "meet"), self.arguments.date(clause), self.arguments.place(clause, "loc", seat=False)
        for party in named_:
            pair = {r for _, r in [*ours, party]}
            meeting = self.known_or_new(pair, {party[1]}, date[0] if date else "", said, planned=planned)
            if meeting is not None and party[1] not in {r for _, r in ours}:
                self.tell(meeting, [*ours, party], said, date, place, clause, planned=planned)
        return True

    def _owners(self, node: Node) -> list[Party]:
        """Return the people with whom a meeting is told to have been."""
        case = next((e.case for e in node.endings), "")
        people = [(t, self.discourse.person(t, case)) for t in node.things[0].of if t.sort == "person"]
        return [(t, r) for t, r in people if r is not None]

    def _foreign(self, parties: list[Party]) -> list[Referent]:
        """Return the people among parties who hold posts of other states only."""
        home = f"state/{self.pack.home}"
        return [r for _, r in parties if r.sort == "person" and r.posts and all((b.country or b).path != home for _, b in r.posts)]

    def _meet_each_other(self, clause: Clause, agent: Node, *, planned: bool) -> None:
        """ "Tərəflər görüşüblər": guests and hosts of the visit that the text is at."""
        named = [(t, r) for t, r in self.referents.of(agent) if r.sort == "person"]
        named = named if len(named) > 1 else [p for p in self.referents.of(agent) if len(agent.things) > 1]
        sent = next((n for n in clause.arguments if n.first > agent.last and n.kind != "PREP"), None)
        if agent.kind == "ROLE" and sent is not None and sent.kind == "DELEGATION" and sent.cases() == {"gen"} and not sent.things[0].of:
            return  # "the heads of delegations": of how many is not said
        parties = (
            named
            if len(named) > 1
            else [(Thing("group", agent.start, agent.end), r) for r in [*self.discourse.guests, *self.discourse.inviters]]
        )
        if len(parties) < 2:
            return
        said = words_of(clause, agent, "meet")
        people = {r for _, r in parties if r.sort == "person"}
        date = self.arguments.date(clause)
        event = self.known_or_new(people, people or {r for _, r in parties}, date[0] if date else "", said, planned=planned)
        if event is None:
            return
        self.tell(event, parties, said, date, self.arguments.place(clause, "loc"), clause, planned=planned)

    def known_or_new(self, people: set[Referent], partners: set[Referent], date: str, said: Said, *, planned: bool = False) -> Event | None:
        """Return the meeting of these people, opened where it is new; a headline opens none beside what its article tells."""
        known = self.book.same_meeting(people, partners, date, planned=planned and self.pack.head_initial)
        if known is None and self.scene.retells():
            return None
        return known or self.book.new("Meeting", said)

    def tell(
        self, event: Event, parties: list[Party], said: Said, date: When | None, place: Where | None, clause: Clause, *, planned: bool
    ) -> None:
        """Give a meeting its parties, day and place, and put it into the visit that it belongs to."""
        for _, referent in parties:
            self.attendance.add(event, referent, said)
        event.tell_date(date)
        event.tell_place(place, finer=False)
        event.status = "Planned" if planned else event.status
        event.asserted = True
        event.last_seen = said[0]
        self.rounds.complete(event, {r for _, r in parties}, clause)
        self.events.add_common(event, clause)
        self._put_into_sitting(event, clause, said)
        if not (self.scene.headline and self.pack.head_initial):  # a visit told in the body came later than what the headline tells
            self.book.put_into_visit(event, said)
        if not planned:
            self.book.put_into_conference(event, said)
        if not planned:
            self.book.current = event

    def _put_into_sitting(self, event: Event, clause: Clause, said: Said) -> None:
        """ "Toplantı marjında görüştü", "forumda bir araya geldi": a meeting told with the event that it was at is a part of that."""
        if self.pack.head_initial or event.events.get("part_of"):
            return
        for node in clause.arguments:
            if node.kind == "EVENT" and node.has("loc") and node is not clause.head:
                whole = self.events.of(node, clause, strong=False, planned=None, make=False)
                if whole is not None and whole is not event and whole.kind != "Meeting" and whole.status == event.status:
                    event.join(whole, said)

    def call(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X Y-ə baş çəkib: guests call at an office; anywhere else they only look around."""
        if clause.form in ("fin", "any", "conv"):
            self.call_at(clause, predicate, cases={"dat", "acc"}, planned=form.tense == "fut", people=not self.pack.head_initial)
        self.events.mentioned(clause)

    def call_at(
        self, clause: Clause, predicate: Predicate, *, cases: Set[str] = frozenset({"loc"}), planned: bool = False, people: bool = False
    ) -> bool:
        """ "Nümayəndə heyəti Ədliyyə Nazirliyində olub": a call at an office is a meeting there."""
        agent = self.arguments.slot(clause, predicate, "agent") or self.arguments.slot(clause, predicate, "organizer")
        agent = self.arguments.agents(clause, predicate) if agent is None and people else agent
        seat = next((n for n in clause.arguments if n.kind == "ORG" and n.cases() & cases and len(n.things) == 1), None)
        if agent is None or seat is None or agent.kind not in ("DELEGATION", "GROUP", *(("PERSON", "POST") if people else ())):
            return False
        guests, host = self.referents.of(agent), self._host_of(seat.things[0])
        whole = host.parent if host is not None and host.kind == "Organization" and host.parent is not None else host
        if not guests or host is None or whole is None or whole.kind not in WHOLES | {"Council", "InternationalOrganization"}:
            return False
        said = words_of(clause, agent, "call")
        date = self.arguments.date(clause)
        known = self.events.met_at(host, date[0] if date else "", planned=planned)
        event = known or self.book.new("Meeting", said)
        place = (host.state, words_of(clause, seat, "place_of_office")) if host.state is not None else None
        self.tell(event, [*guests, (seat.things[0], host)], said, date, place, clause, planned=planned)
        return True

    def briefed(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """ "Akademiyi ziyaret ederek Rektör X'ten bilgi aldı": whoever told guests of the body at which they call was there."""
        event = self.book.current
        agent, host = self.arguments.agents(clause, predicate), self.arguments.slot(clause, predicate, "partner")
        guests = {r for _, r in self.referents.of(agent)}
        if event is None or event.kind != "Meeting" or clause.form not in ("fin", "any", "conv") or not guests & event.people():
            self.events.mentioned(clause)
            return
        for _, referent in self.referents.of(host):
            if referent.sort == "person" and any(event.has("participant", body) for _, body in referent.posts):
                self.attendance.add(event, referent, words_of(clause, host, "meet"))

    def _host_of(self, office: Thing) -> Referent | None:
        """Return the office at which guests are met; one told by its kind while they are on a visit is one of the state visited."""
        told = self.discourse.resolve(office)
        visit = next((e for e in reversed(self.book.events) if e.kind == "Visit" and e.asserted and e.status == "Held"), None)
        if self.pack.head_initial or visit is None or visit.place is None or told is None:
            return told
        state = visit.place.country
        national = office_alone(self.discourse.reference, self.pack, [office])
        if not national or state is None or told.state is None or told.state is state or told.state.path != f"state/{self.pack.home}":
            return told
        theirs = self.discourse.known(office_path(national, state.path))
        theirs.mentions.append((office.start, office.end, "place_of_office"))
        return theirs

    def meet_at_seats(self, clause: Clause, node: Node, *, planned: bool) -> bool:
        """ "Yüksek Mahkeme, Anayasa Mahkemesi ve Adalet Bakanlığında görüşmeler yapıldı": guests were met at each; tell whether so told."""
        seats = next((n for n in clause.arguments if n.kind == "ORG" and n.has("loc") and len(n.things) > 1), None)
        guests = [(Thing("group", node.start, node.end), guest) for guest in self.discourse.guests]
        met = node.things[0].kind == "Meeting" and node.things[0].plural and clause.form in ("fin", "any", "conv")
        if self.pack.head_initial or seats is None or not guests or not met or self.scene.headline:
            return False
        for office in seats.things:
            host = self._host_of(office)
            if host is None or host.kind not in WHOLES:
                continue
            said = words_of(clause, seats, "seat")
            meeting = self.events.met_at(host, "", planned=planned) or self.book.new("Meeting", said)
            self.tell(meeting, [*guests, (office, host)], said, self.arguments.date(clause), None, clause, planned=planned)
        return True


def _one_after_another(clause: Clause, case: str) -> list[Clause]:
    """ "Met A in the morning and B in the afternoon": a clause for each, where something stands between them that is no list."""
    met = [n for n in clause.arguments if n.kind in ("PERSON", "POST") and n.cases() == {case} and n.first > clause.verb.last]
    for one, other in pairwise(met):
        between = [n for n in clause.arguments if one.last < n.first < other.first]
        if not any(n.kind == "CONJ" for n in between) or not any(n.kind in ("PREP", "DATE") for n in between) or clause.head is not None:
            return [clause]
    return [replace(clause, arguments=[n for n in clause.arguments if n is one or n not in met]) for one in met]


def _mark_gapped(clause: Clause) -> None:
    """Give partners that stand before another day the case of the last: "A B, sabah isə C ilə görüşüb"."""
    last = next((n for n in reversed(clause.arguments) if n.cases() == {"ins"}), None)
    for place, node in enumerate(clause.arguments[:-2]):
        sign, day = clause.arguments[place + 1], clause.arguments[place + 2]
        acting = clause.subject is not None or any(n.has("nom") and n.kind in _ACTING for n in clause.arguments[:place])
        if (
            last is not None
            and acting
            and node.kind in ("PERSON", "POST")
            and node.has("nom")
            and sign.kind == "COMMA"
            and day.kind == "DATE"
        ):
            node.endings = last.endings
            for thing in node.things:
                thing.by_case["ins"] = thing.by_case.get("nom", "") or next(iter(thing.by_case.values()), "")


def _with(node: Node) -> bool:
    """Tell whether a node is a preposition of company: «с», «вместе с», but not «на» or «перед»."""
    return node.kind == "PREP" and node.concept is not None and node.concept.get("by") == "ins"
