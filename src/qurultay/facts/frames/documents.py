"""What was signed, adopted and founded, by whom, when and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from qurultay.facts.discourse import Referent
from qurultay.facts.events import Document, Event, Said
from qurultay.facts.frames.arguments import marked, words_of
from qurultay.facts.frames.frame import Frame
from qurultay.facts.frames.scene import Founding, When
from qurultay.facts.frames.signatories import done, leaders
from qurultay.facts.frames.signed_elsewhere import signed_elsewhere
from qurultay.facts.phrases import named
from qurultay.language.pack import Predicate
from qurultay.language.suffixes import Ending, VerbForm
from qurultay.mentions.nodes import ACTING, Clause, Node, Thing

__all__ = ["Documents"]


_BOTH = 2
_BEFORE = 16
"""How many characters before an event the preposition is looked for that says what comes after it."""


class Documents(Frame):
    """The frames of documents and foundings."""

    def sign(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X sazişi imzalayıb: a document, and who signed it."""
        node = self.arguments.slot(clause, predicate, "document")
        if self.pack.head_initial and clause.head is None:
            for other in self._beside(clause, node):
                self._signed_by(self._document(other, clause, form), clause, predicate)
        self._signed_by(self._document(node, clause, form), clause, predicate)

    @staticmethod
    def _beside(clause: Clause, node: Node | None) -> Sequence[Node]:
        """Return the documents told before one in a list: "signed an agreement and a programme"."""
        if node is None or node not in clause.arguments:
            return ()
        before = clause.arguments[: clause.arguments.index(node)]
        if not any(n.kind == "CONJ" for n in before):
            return ()
        return [n for n in before if n.kind == "DOCUMENT" and n.cases() == node.cases()]

    def _signed_by(self, document: Document | None, clause: Clause, predicate: Predicate) -> None:
        """Tell who signed a document."""
        if document is None:
            return
        agent = self.arguments.agents(clause, predicate)
        at = self._sitting(self.book.current)
        several = agent is not None and agent.kind == "ROLE" and agent.plural() and not (self.scene.headline and self.pack.head_initial)
        if several and agent is not None and at is not None and agent.concept:
            for person in [p for slot in ("attendee", "speaker") for p in at.slots.get(slot, ())]:
                if any(role == agent.concept.name for role, _ in person.posts):
                    self._signs(document, person, words_of(clause, agent, "sign"))
        ours = self._acted_for(clause) or self.referents.of(agent)
        if agent is not None and agent.kind == "GROUP" and len(ours) > _BOTH and self.pack.settings["fixed_order"]:
            ours = []  # which of them "the two" are is not said
        partner = None if self.pack.head_initial else self.arguments.node(clause, "ins", "partner")
        for _, referent in [*ours, *self.referents.partners(partner, ours)]:
            self._signs(document, referent, words_of(clause, agent, "sign"))
            self._there(document, referent, words_of(clause, agent, "sign"), clause)
        theirs = []
        for partner in marked(clause, "ins") if self.pack.head_initial and agent is not None else ():
            for _, referent in self.referents.of(partner) if partner.kind in ("PERSON", "POST", "ORG", "STATE") else ():
                self._signs(document, referent, words_of(clause, partner, "sign"))
                theirs.append(referent)
        if agent is not None:
            self._ceremony(document, clause, [r for _, r in ours] + theirs, words_of(clause, agent, "sign"))

    def _acted_for(self, clause: Clause) -> list[tuple[Thing, Referent]]:
        """Return the bodies and states on whose behalf somebody signs: "on behalf of the Ministry, the memorandum was signed by A"."""
        if not self.pack.settings["fixed_order"]:
            return []
        told = [told for node in marked(clause, "behalf") if node.kind in ("ORG", "STATE") for told in self.referents.of(node)]
        people = [(t, r) for n in clause.arguments if n.kind == "PERSON" for t, r in self.referents.of(n)]
        homes = {b.state: (t, r) for t, r in people for _, b in r.posts if b.sort == "org"}
        return [homes.get(body, (thing, body)) for thing, body in told]  # "A, the minister, signed for the Georgian side"

    def _there(self, document: Document, referent: Referent, said: Said, clause: Clause) -> None:
        """Who signs a document himself is at the event at which it is signed."""
        event = document.produced_at
        if referent.sort == "person" and event is not None and event.kind != "Visit" and clause.head is None:
            self.attendance.add(event, referent, said)

    @staticmethod
    def _sitting(event: Event | None) -> Event | None:
        """Return the sitting that a meeting was told to be a part of, else the event itself: there documents are adopted."""
        if event is None or event.kind != "Meeting":
            return event
        wholes = [*event.events.get("framework", {}), *event.events.get("part_of", {})]
        return next((whole for whole in wholes if whole.kind in ("Session", "Conference", "Forum")), event)

    def _signs(self, document: Document, referent: Referent, said: Said) -> None:
        body = next((b for role, b in reversed(referent.posts) if b.sort == "org"), None) if referent.sort == "person" else referent
        document.signatories.setdefault(self.attendance.whole(body) if body is not None else referent, said)

    def signed(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """Saziş imzalanıb: a document; where the verb says who acts in which case, those who signed it."""
        if any(named(n, "WORD", "signing") and n.has("nom") for n in clause.arguments):
            self._signing(clause, form)
            return
        document = self._document(self.arguments.slot(clause, predicate, "document"), clause, form)
        agent = self.arguments.slot(clause, predicate, "agent") if document is not None else None
        agent = self.arguments.together(clause, agent)
        for leader in leaders(clause, agent, self.discourse.guests) if self.pack.head_initial else ():
            if document is not None:
                self._signs(document, leader, words_of(clause, agent, "sign"))
        if document is not None and (agent is None or self._heads_of_delegations(clause, agent)):
            self._signed_by_sides(document, clause)
        several = any(t.plural and not (t.of and self.pack.settings["fixed_order"]) for t in agent.things) if agent is not None else False
        if agent is None or (several and not self.referents.met(agent)) or (clause.subject is agent and not agent.has("by")):
            return
        there = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("loc")), None)
        event = self.events.of(there, clause, strong=False, planned=None, make=False)
        for _, referent in self.referents.of(agent) if event is not None and event.status == "Held" else ():
            if referent.sort == "person" and event is not None:
                self.events.attendance.add(event, referent, words_of(clause, agent, "sign"))
        others = [n for n in marked(clause, "by") if n is not agent and n.kind == "PERSON"]
        for party in (agent, *others):  # "on the Georgian side by A, and on the Uzbek side by B"
            for _, referent in self._acted_for(clause) or self.referents.of(party):
                if document is not None and party.kind in ("ORG", "PERSON", "POST", "LIST", "ROLE"):
                    self._signs(document, referent, words_of(clause, party, "sign"))
                    if not self.pack.head_initial:
                        self._there(document, referent, words_of(clause, party, "sign"), clause)
        if document is not None and agent.has("by"):
            self._ceremony(
                document, clause, [r for party in (agent, *others) for _, r in self.referents.of(party)], words_of(clause, agent, "sign")
            )

    def _heads_of_delegations(self, clause: Clause, agent: Node) -> bool:
        """ "By the heads of the two delegations": those of both sides."""
        after = [n for n in clause.arguments if n.first > agent.last]
        sent = after[1] if len(after) > 1 and after[0].kind == "PREP" else None
        led = agent.kind == "ROLE" and agent.plural() and agent.has("by") and sent is not None and sent.kind == "DELEGATION"
        two = all(side.state is not None for side in self.referents.sides())
        return led and two and sent is not None and sent.plural() and not sent.things[0].of and bool(self.pack.settings["noun_modifiers"])

    def _signed_by_sides(self, document: Document, clause: Clause) -> None:
        """ "The talks ended with the signing of a memorandum": where nobody else is told, the two who met signed it."""
        event = document.produced_at
        if not self.pack.head_initial or event is None or event.kind != "Meeting" or document.signatories:
            return
        words = self.pack.fold(clause.verb.text).split()
        if any(word.startswith(tuple(self.pack.settings["adopting"])) for word in words):
            return
        sides = [side for side in self.referents.sides() if event.has("participant", side)] if event is self.book.current else []
        if len(sides) == _BOTH:
            for side in sides:
                document.signatories.setdefault(side, (clause.verb.start, clause.verb.end, "sign"))

    def _ceremony(self, document: Document, clause: Clause, signing: Sequence[Referent], said: Said) -> None:
        """ "A and B signed an agreement": where people of two bodies sign by name, and at nothing else that is told, that is a ceremony."""
        people = [r for r in signing if r.sort == "person"]
        sides = {next((b for _, b in reversed(p.posts) if b.sort == "org"), p) for p in people}
        if len(sides) < _BOTH or clause.head is not None or not done(clause) or self.scene.headline or self.scene.before(clause):
            return
        date, place = self.arguments.date(clause), self.arguments.place(clause, "loc")
        event = document.produced_at
        if event is not None and event.kind == "Event" and not event.people():
            event.kind = "Ceremony"
        if event is not None and (event.kind != "Visit" or document.produced_said != said):
            return
        known = self.book.same_meeting(set(people), set(people), date[0] if date else "")
        known = None if known is not None and signed_elsewhere(known, date, clause, self) else known
        counted = date is not None and date[1][2] == "day_of_event"
        if known is None and (counted or not (date or place or self.book.entry)):
            return
        whole = event
        event = known or self.book.new("Ceremony", said)
        for person in people:
            self.attendance.add(event, person, said)
        event.asserted = True
        event.tell_date(date)
        event.tell_place(place)
        if whole is not None and not event.events.get("part_of"):
            event.join(whole, said)
        document.produced_at, document.produced_said = event, said
        self.book.current = self.book.current or event

    def _signing(self, clause: Clause, form: VerbForm) -> None:
        """ "The signing took place on Monday": the day of the document told last."""
        day = self.arguments.date(clause)
        document = self.book.documents[-1] if self.book.documents else None
        if document is not None and day is not None and form.tense == "past" and not document.signed:
            document.signed, document.signed_said = day
        talks = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("other")), None) if form.tense == "past" else None
        event = self.events.of(talks, clause, strong=False, planned=None, make=False) if talks is not None else None
        if document is not None and event is not None and event.kind == "Meeting" and self._follows(talks, clause):
            event.tell_date(day)
            event.tell_place(self.arguments.place(clause, "loc", seat=False))
            document.produced_at, document.produced_said = document.produced_at or event, document.produced_said or event.said

    def _document(self, node: Node | None, clause: Clause, form: VerbForm) -> Document | None:
        """Return the document that a clause says was signed or adopted; planned ones are left out."""
        if node is None or form.tense in ("fut", "nec") or clause.form in ("vn", "inf"):
            return None
        thing = node.things[0] if node.kind == "DOCUMENT" else None
        if thing is None or thing.plural or self._by_the_way(node, clause):
            return None
        self.events.mentioned(clause)
        if not self.pack.head_initial and (over := self._ended_by(clause)) is not None and over.status == "Held":
            self.book.current = over
        document = self._same_document(thing)
        said = words_of(clause, node, "sign")
        if document is None:
            document = Document(f"d{len(self.book.documents) + 1}", thing.kind, said, entry=self.book.entry)
            self.book.documents.append(document)
        document.name = document.name or thing.name
        sides = (
            self.referents.sides(thing.of[0].national)
            if thing.of and thing.of[0].of and thing.of[0].of[0].rules == ("both_states",)
            else []
        )
        for side in sides:
            document.signatories.setdefault(side, said)
        parties = thing.of or (self._parties(thing) if thing.rules[:1] == ("quoted_title",) else ())
        lone = len(parties) == 1 and parties[0].sort == "org" and parties[0].rules[:1] == ("lone_office",)
        for side in self.referents.of_kind(parties[0].kind) if lone else ():
            document.signatories.setdefault(side, said)
        for party in parties if len(sides) != _BOTH else ():
            node = Node("LIST", 0, 0, party.start, party.end, "", things=[party])
            for _, referent in self.referents.of(node) if party.sort in ("org", "state") else ():
                document.signatories.setdefault(referent, said)
        date = self.arguments.date(clause)
        if date and not document.signed:
            document.signed, document.signed_said = date
        for between in marked(clause, "between"):
            whole = between.things[0] if len(between.things) == 1 else None
            lone = whole is not None and whole.plural and whole.rules[:1] == ("lone_office",)
            for side in self.referents.of_kind(whole.kind) if lone and whole is not None else ():
                document.signatories.setdefault(side, said)
            for _, referent in self.referents.of(between) if not lone else ():
                self._signs(document, referent, said)
        self._produced(document, clause, date, said)
        return document

    def after(self, clause: Clause) -> None:
        """ "Following the signature yesterday of an arrangement between A and B": that it was signed then, whatever the clause tells."""
        if self.scene.headline:
            return
        for at, sign in enumerate(clause.arguments[1:-1], 1):
            paper = next((n for n in clause.arguments[at + 1 : at + 4] if n.kind == "DOCUMENT" and n.has("gen")), None)
            before = self.pack.fold(clause.arguments[at - 1].text).split()[-1:]
            if not named(sign, "WORD", "signing") or paper is None or not {"after", "following", "upon", "since"} & set(before):
                continue
            beside = [n for n in clause.arguments[at + 1 : at + 5] if n.kind == "DATE"]
            told = replace(clause, arguments=[*beside, replace(paper, endings=(Ending(""),))], form="fin", tense="past", topic=None)
            self._document(told.arguments[-1], told, VerbForm("fin", "past"))

    def _by_the_way(self, node: Node, clause: Clause) -> bool:
        """ "2009'da imzalanan anlaşmayla kuruldu": a paper of which nothing is told but that something came of it."""
        if self.pack.head_initial or node is not clause.head or node.cases() != {"ins"} or node.things[0].of:
            return False
        return not any(n.kind in ACTING and not n.has("loc") for n in clause.arguments)

    def _produced(self, document: Document, clause: Clause, date: When | None, said: Said) -> None:
        """Give a document the event that the text is at, and its day where the clause tells none."""
        current = self.book.current
        if (
            not document.signed
            and current is not None
            and current.date
            and current.kind != "Visit"
            and clause.form == "fin"
            and "/" not in current.date
            and not self.scene.headline
        ):
            document.signed, document.signed_said = current.date, current.date_said
        whole = next((n for n, d in pairwise(clause.arguments) if n.kind == "EVENT" and n.has("gen") and self._day(d)), None)
        if whole is not None:
            current = self.book.back(whole.things[0].kind) or current
        sitting = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("nom") and n.first < clause.verb.first), None)
        if sitting is not None and clause.head is None:
            current = self.events.of(sitting, clause, strong=False, planned=None, make=False) or self.book.wider() or current
        current = self._signed_at(clause, current)
        background = clause.form in ("part", "any", "obj") and clause.head is not None
        if not any(n.kind == "EVENT" and n.has("loc") and n.things[0].kind == "Meeting" for n in clause.arguments):
            current = self._sitting(current)
        other = current is not None and signed_elsewhere(current, date, clause, self)
        if current is not None and document.produced_at is None and not background and not other and not self.scene.headline:
            document.produced_at, document.produced_said = current, said

    def _ended_by(self, clause: Clause) -> Event | None:
        """ "Görüşmenin ardından", "görüşmeden sonra": the event that was over when something was signed."""
        words = tuple(self.pack.settings["after_event"])
        for node, word in pairwise(clause.arguments):
            over = node.kind == "EVENT" and node.cases() & {"gen", "abl", "nom"} and self.pack.fold(word.text) in words
            if over and word.kind in ("WORD", "PARTICLE"):
                return self.events.of(node, clause, strong=False, planned=None, make=False)
        return None

    def _signed_at(self, clause: Clause, current: Event | None) -> Event | None:
        """Return the event before the verb that a signing follows, "following the meeting, A signed B"; none that is still to come."""
        if not self.pack.head_initial:
            return self._ended_by(clause) or current
        if not self.pack.settings["fixed_order"]:
            return current
        after = next((n for n in clause.arguments if n.kind == "EVENT" and self._follows(n, clause)), None)
        if after is not None and clause.head is None:
            current = self.events.of(after, clause, strong=False, planned=None, make=False) or current
        if current is not None and current.status == "Planned":
            held = [event for event in self.book.events if event.status == "Held" and event.asserted and event.kind != "Visit"]
            return held[-1] if held else None
        return current

    def _follows(self, node: Node | None, clause: Clause) -> bool:
        """Tell whether what a clause tells comes after an event: "following the talks", "after talks held by A and B"."""
        if node is None:
            return False
        before = self.scene.text[max(0, node.start - _BEFORE) : node.start].lower().split()
        words = before[-2:] if before[-1:] == ["the"] else before[-1:]
        return bool({"after", "following", "upon"} & set(words)) and (node.has("other") or node.first < clause.verb.first)

    def _day(self, node: Node) -> bool:
        """Tell whether a node is a day or the end of an event: "səfərin son günü", "səfərin sonunda"."""
        return node.kind in ("ORDINAL", "DURING") or (
            node.kind == "WORD" and self.pack.fold(node.text) in (*self.pack.settings["day"], *self.pack.settings["last"])
        )

    def _parties(self, thing: Thing) -> Sequence[Thing]:
        """Return between whom a document is, where its title says so."""
        return next((n.things for n in self.scene.inside(thing.start, thing.end) if n.has("between")), ())

    def _same_document(self, thing: Thing) -> Document | None:
        """Return the document told before that a noun can mean: of its kind, of no other name."""
        before = self.pack.fold(self.scene.text[max(0, thing.start - _BEFORE) : thing.start]).split()
        if not thing.name and before[-1:] and before[-1] in self.pack.settings["another_event"]:
            return None  # "had concluded a similar agreement with B"
        for document in reversed(self.book.documents):
            apart = document.entry is not self.book.entry and self.book.entry is not None and self.book.entry.when is not None
            if (
                not apart
                and document.kind == thing.kind
                and (
                    self.scene.headline
                    or not thing.name
                    or not document.name
                    or self.pack.fold(thing.name) in self.pack.fold(document.name)
                    or self.pack.fold(document.name) in self.pack.fold(thing.name)
                )
            ):
                return document
        return self.book.documents[-1] if self.book.documents and thing.kind == "Document" and not thing.name else None

    def founded(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """Bakıda təsis edilmiş Şura: when and where it was founded."""
        node = self.arguments.slot(clause, predicate, "org")
        if node is None and clause.head is not None and clause.head.kind == "EVENT" and clause.head.things:
            node = Node(
                "ORG", 0, 0, clause.head.start, clause.head.end, "", things=[t for t in clause.head.things[0].of if t.sort == "org"][-1:]
            )
        if node is None or form.tense in ("fut", "nec"):
            return
        for thing in node.things[-1:]:
            date, place = self.arguments.date(clause), self.arguments.place(clause, "loc", seat=False)
            for inner in self._founding_paper(clause) if date is None and place is None else ():
                date, place = self.arguments.date(inner), self.arguments.place(inner, "loc", seat=False)
            sitting = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("loc")), None)
            told = self.events.of(sitting, clause, strong=False, planned=None, make=False)
            current = told or (self.book.current if clause.form in ("fin", "any", "obj") and clause.head is None else None)
            named_so = self.scene.text[thing.start].isupper()
            if thing.sort == "org" and thing.rules and thing.rules[0] == "lone_office" and not thing.chief and not named_so:
                referent = next((o for o in current.owners if o.kind == "Council"), None) if current else None
                if referent is None and date is not None and self.scene.text[thing.start].isupper():
                    referent = self.discourse.resolve(thing)
            else:
                referent = self.discourse.resolve(thing) if thing.sort == "org" else None
            if referent is None and thing.rules[:1] == ("lone_office",) and self.pack.settings["fixed_order"]:
                councils = [r for r in self.discourse.referents.values() if r.kind == thing.kind and r.mentions and r.path]
                referent = max(councils, key=lambda r: r.last_seen, default=None)
            if referent is None or referent.kind in ("ProsecutorsOffice", "Ministry"):
                continue
            if date is None and place is None and current is not None and current.date and not self.scene.headline:
                date = (current.date, current.date_said or current.said)
                place = (current.place, current.place_said or current.said) if current.place else None
            founding = self.scene.founded.setdefault(referent, Founding())
            said = words_of(clause, node, "founded")
            if date and founding.date is None:
                founding.date = date[0], _together(said, date[1])
            if place and founding.place is None:
                founding.place = place[0], _together(said, place[1])

    @staticmethod
    def _founding_paper(clause: Clause) -> Sequence[Clause]:
        """ "2009'da Nahçıvan'da imzalanan anlaşmayla kuruldu": the clause that tells when and where the paper was signed."""
        papers = [n for n in clause.arguments if n.kind == "DOCUMENT" and n.has("ins")]
        return [c for n in papers for c in n.clauses if c.verb.frames() & {"signed", "sign"}][:1]


def _together(said: Said, other: Said) -> Said:
    """Return the words of a founding from the first to the last of two stretches."""
    return min(said[0], other[0]), max(said[1], other[1]), "founded"
