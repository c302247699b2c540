"""Who received whom."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from qurultay.facts.discourse import Referent
from qurultay.facts.events import Said
from qurultay.facts.frames.arguments import marked, words_of
from qurultay.facts.frames.event_nouns import EventNouns
from qurultay.facts.frames.frame import Frame
from qurultay.facts.frames.meetings import Meetings
from qurultay.facts.frames.scene import Party, Where
from qurultay.facts.phrases import named
from qurultay.language.pack import Predicate
from qurultay.language.suffixes import Ending, VerbForm
from qurultay.mentions.nodes import Clause, Node, Thing

__all__ = ["Receptions"]

_NEAR = 24
_WORDS = 2
"""How many characters, and words, before a guest the word for whose guest that was is looked for in."""
_APART = 12
"""How many characters before the noun of meetings it is looked for whether they were apart."""


class Receptions(Frame):
    """The frames of receptions, which are meetings of host and guest."""

    def __init__(self, events: EventNouns, meetings: Meetings) -> None:
        super().__init__(events)
        self.meetings = meetings

    def receive(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X Y-i qəbul edib: a meeting of host and guest."""
        if clause.form in ("vn", "inf"):
            return
        guest = self.arguments.slot(clause, predicate, "guest")
        agent = self.arguments.agents(clause, predicate)
        guest = self._with_company(clause, guest) or self._whom(clause)
        guest = self.arguments.together(clause, guest) if guest is not None and guest.kind == "NAME" else guest
        if guest is None or agent is None or clause.form == "obj" or self._at_gate(clause):
            return
        if guest.kind not in ("GROUP", "DELEGATION") and not any(t.sort in ("person", "delegation", "post") for t in guest.things):
            return
        ours, theirs = self.referents.of(agent), self.referents.of(guest)
        if not ours or not theirs or (self.scene.retells() and self.pack.head_initial and len(theirs) > 1):
            return
        if guest.kind != "GROUP":
            self.discourse.guests = [r for _, r in theirs]
        if (self.pack.dictionary is not None and self._apart(theirs)) or (len(theirs) > 1 and self._one_by_one(clause)):
            for one in theirs:
                each = self.book.new("Meeting", words_of(clause, agent, "receive"))
                date, place = self.arguments.date(clause), self.arguments.place(clause, "loc")
                self.meetings.tell(each, [*ours, one], each.said, date, place, clause, planned=form.tense == "fut")
            return
        said = words_of(clause, agent, "receive")
        date, place = self.arguments.date(clause), self.arguments.place(clause, "loc")
        people = {r for _, r in [*ours, *theirs] if r.sort == "person"}
        event = self.meetings.known_or_new(people, {r for _, r in theirs}, date[0] if date else "", said, planned=form.tense == "fut")
        if event is None:
            return
        self.meetings.tell(event, ours + theirs, said, date, place or self._abroad(ours, theirs, said), clause, planned=form.tense == "fut")
        self.referents.remember(agent)

    def was_guest(self, clause: Clause) -> bool:
        """ "His last guest was A", "among her visitors was B": who was a guest was received; tell whether that was told."""
        noun = next((n for n in clause.arguments if named(n, "GROUP", "guest") and n.last < clause.verb.first), None)
        guest = next((n for n in clause.arguments if n.kind in ("PERSON", "LIST") and n.first > clause.verb.last), None)
        owner = self._owner(noun) if noun is not None and guest is not None and clause.tense == "past" else None
        if owner is None or guest is None or not owner.names:
            return False
        told = replace(guest, endings=(Ending("", case="acc"),))
        others = [n for n in clause.arguments if n.kind in ("DATE", "PLACE", "PREP")]
        reception = replace(clause, arguments=[self._acting(owner, clause.verb), told, *others], form="fin")
        self.receive(reception, Predicate("receive", (("nom", "agent"), ("acc", "guest")), ()), VerbForm("fin", "past"))
        return True

    def talks(self, clause: Clause) -> None:
        """ "His conversation with A focused on courts": the person spoken of last met A."""
        if self.scene.headline or clause.form != "fin" or clause.tense != "past" or not self.pack.head_initial:
            return
        for noun, partner in zip(clause.arguments, [*clause.arguments, None][1:], strict=True):
            if noun.kind != "EVENT" or noun.things[0].kind != "Meeting" or noun.things[0].plural or noun.last > clause.verb.first:
                continue
            with_whom = [t for t in noun.things[0].of if t.sort == "person"]
            if with_whom:
                partner = Node("LIST", noun.first, noun.last, noun.start, noun.end, "", (Ending("", case="ins"),), with_whom)
            beside = partner is not None and partner.kind in ("PERSON", "NAME", "LIST") and partner.cases() == {"ins"}
            owner = self._owner(noun) if beside and noun.has("nom") else None
            if owner is not None and owner.names:
                self.meetings.meet_with(clause, self._acting(owner, noun), partner, None, planned=False)

    @staticmethod
    def _acting(person: Referent, at: Node) -> Node:
        """Return a person who was met before as one who acts in a clause."""
        thing = Thing("person", at.start, at.end, kind="Person", by_case={"nom": next(iter(person.names))}, rules=("pronoun",))
        return Node("PERSON", at.first, at.first, thing.start, thing.end, "", (Ending(""),), [thing])

    def _owner(self, noun: Node) -> Referent | None:
        """Return whose guest somebody was: "his" means the person spoken of last."""
        before = self.pack.fold(self.scene.text[max(0, noun.start - _NEAR) : noun.start]).split()[-_WORDS:]
        return self.scene.subject_before(noun.start) if set(before) & set(self.pack.settings["his"]) else None

    def _with_company(self, clause: Clause, guest: Node | None) -> Node | None:
        """ "X ile beraberindeki heyeti": whom unnamed people came with is a guest as they are."""
        for node, company in pairwise(clause.arguments) if not self.pack.head_initial else ():
            unnamed = company is guest or (guest is None and company.kind == "WORD" and company.owned())
            if (
                node.kind in ("PERSON", "POST", "LIST")
                and node.cases() == {"ins"}
                and unnamed
                and company.has("acc")
                and not _named(company)
            ):
                return node
        return guest

    def _whom(self, clause: Clause) -> Node | None:
        """ "Его принял A": who was spoken of last, where a pronoun stands right before the verb."""
        subject, pronouns = self.scene.subject, self.pack.settings["pronouns_acc"]
        said = next((n for n in clause.arguments if n.last + 1 == clause.verb.first and self.pack.fold(n.text) in pronouns), None)
        if self.pack.dictionary is None or said is None or subject is None or not subject.names:
            return None
        name = next(iter(subject.names))
        thing = Thing("person", said.start, said.end, kind="Person", by_case={"acc": name}, rules=("pronoun",))
        return Node("PERSON", said.first, said.last, said.start, said.end, said.text, (Ending("", case="acc"),), [thing])

    @staticmethod
    def _apart(guests: list[Party]) -> bool:
        """Tell whether several guests are of different states, and so were received one after another."""
        states = [next((b.country for _, b in reversed(r.posts)), None) for _, r in guests if r.sort == "person"]
        return len(states) == len(guests) > 1 and None not in states and len(set(states)) == len(states)

    def _one_by_one(self, clause: Clause) -> bool:
        """Tell whether guests are told to have been received apart: "ayrı ayrı kabul etti", "hosted A and B one after the other"."""
        after = self.pack.fold(self.scene.text[clause.verb.end : max(n.end for n in [clause.verb, *clause.arguments])])
        if any(f" {phrase}" in after for phrase in self.pack.settings["one_by_one"]):
            return True
        apart = [n for n in clause.arguments if n.kind == "EVENT" and n.things[0].plural and n.has("loc")]
        told = [self.pack.fold(self.scene.text[max(0, n.start - _APART) : n.end]) for n in apart if n.last < clause.verb.first]
        if any(words.endswith(phrase) for words in told for phrase in self.pack.settings["one_by_one"]):
            return True  # "in two separate meetings, he received A and B"
        words, apart = [self.pack.fold(n.text) for n in clause.arguments if n.kind == "WORD"], self.pack.settings["apart"]
        return any(one == other == apart for one, other in pairwise(words)) and bool(apart)

    @staticmethod
    def _hosts_apart(hosts: list[Party]) -> bool:
        """Tell whether several hosts are of different bodies, and so received a guest one after another."""
        bodies = [next((b for _, b in reversed(r.posts)), None) for _, r in hosts if r.sort == "person"]
        return len(bodies) == len(hosts) > 1 and None not in bodies and len(set(bodies)) == len(bodies)

    def _at_gate(self, clause: Clause) -> bool:
        """Tell whether guests are but met on their arrival: "hava limanında qarşılayıb"."""
        return any(
            self.pack.fold(n.text).startswith(tuple(self.pack.settings["gates"])) for n in clause.arguments if n.kind in ("WORD", "NAME")
        )

    def _abroad(self, hosts: list[Party], guests: list[Party], said: Said) -> Where | None:
        """Return the state of hosts who receive people of the home state: it is there that they receive them."""
        home = f"state/{self.pack.home}"
        seats = {b.state for _, r in hosts for _, b in r.posts if b.sort == "org" and b.state is not None}
        from_home = any(b.state is not None and b.state.path == home for _, r in guests for _, b in r.posts)
        seat = seats.pop() if len(seats) == 1 and from_home else None
        return (seat, said) if seat is not None and seat.path not in ("", home) else None

    def _host_visitors(self, clause: Clause, guest: Node, form: VerbForm) -> None:
        """ "The visitors were welcomed by A": where nobody on the visit that the text is at is named, its host was there."""
        trip = self.book.current
        if trip is None or trip.kind != "Visit" or not trip.asserted or trip.status != "Held" or not self.pack.head_initial:
            return
        if guest.kind not in ("GROUP", "DELEGATION") or clause.form != "fin" or form.tense != "past" or self._at_gate(clause):
            return
        for host in marked(clause, "by"):
            for _, referent in self.referents.of(host):
                self.attendance.add(trip, referent, words_of(clause, host, "receive"))

    def received(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """Y X tərəfindən qəbul edilib."""
        guest = self.arguments.slot(clause, predicate, "guest")
        host = next(marked(clause, "by"), None) or next((n for n in clause.arguments if n.kind == "ORG" and n.has("loc")), None)
        if predicate.slot("by") and not any(True for _ in marked(clause, "by")):
            return
        theirs, ours = self.referents.of(guest), self.referents.of(host)
        if guest is not None and not theirs:
            self._host_visitors(clause, guest, form)
        if theirs and ours and clause.form not in ("vn", "inf") and not (self.pack.head_initial and self._at_gate(clause)):
            said = words_of(clause, guest, "receive")
            by_each = [self.referents.of(n) for n in marked(clause, "by")]
            apart = [[one] for one in ours] if not self.pack.head_initial and self._hosts_apart(ours) else [ours]
            planned = form.tense == "fut" and self.pack.dictionary is None
            for hosts in by_each if len(by_each) > 1 and all(by_each) else apart:
                people = {r for _, r in [*hosts, *theirs] if r.sort == "person"}
                date, place = self.arguments.date(clause), self.arguments.place(clause, "loc")
                known = date[0] if date is not None else ""
                event = self.meetings.known_or_new(people, {r for _, r in hosts}, known, said, planned=planned)
                if event is None:
                    return
                self.meetings.tell(event, hosts + theirs, said, date, place, clause, planned=planned)


def _named(node: Node) -> bool:
    """Tell whether a phrase names anybody."""
    return any(thing.sort != "delegation" or thing.of or thing.leader is not None for thing in node.things)
