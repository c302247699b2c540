"""Which event a phrase speaks of, and what any clause about an event may tell of it."""

from __future__ import annotations

from qurultay.facts.days import MONTH, dates_agree, day_within
from qurultay.facts.discourse import Referent
from qurultay.facts.events import GATHERINGS, Event, clash
from qurultay.facts.frames.arguments import Arguments, marked, words_of
from qurultay.facts.frames.attendance import Attendance, taught
from qurultay.facts.frames.marks import SHORT_WORD, Marks
from qurultay.facts.frames.referents import Referents
from qurultay.facts.frames.scene import Scene
from qurultay.facts.pointing import ASIDE, EDITION, OCCASION
from qurultay.mentions.nodes import Clause, Node, Thing

__all__ = ["EventNouns"]

_IDENTIFYING = frozenset({"held", "planned", "hold", "hostess", "devoted"})
"""Frames whose attributive clause tells which event is meant."""


_SENTENCE = 320
"""Within how many characters after a day an event is told whose occasion that was."""
_LONG_WORD = 28
"""Within how many characters before an event the article is looked for that a length of time may follow."""
_CALLED_SO = GATHERINGS | {"Session", "Training"}
"""Kinds of event that may be called a meeting or a session where they are told again."""
_OBLIQUE = frozenset({"loc", "acc", "dat", "gen"})
_LED = frozenset({"chair", "lead"})
"""Frames of clauses that tell of a sitting only by whom it was led."""
_WITHIN = frozenset({"chair", "speak", "open", "participate", "say"})
"""Frames whose event may be a sitting of a larger one: "the first session was chaired by A"."""


class EventNouns(Marks):
    """Finds the event that a phrase speaks of, or opens it."""

    def __init__(self, scene: Scene, arguments: Arguments, referents: Referents, attendance: Attendance) -> None:
        super().__init__(scene, arguments, referents, attendance)
        self._told: dict[Thing, Event] = {}

    def of(
        self, node: Node | None, clause: Clause, *, strong: bool, fill: bool = False, planned: bool | None = False, make: bool = True
    ) -> Event | None:
        """Return the event that a phrase speaks of; ``fill`` gives it the clause's day and place, ``strong`` makes it current."""
        if node is None or not node.things or node.things[0].sort != "event" or node.things[0].plural:
            return None
        thing = node.things[0]
        if self._by_acronym(node, clause):
            return None
        back = node.concept is not None and bool(node.concept.get("back"))
        if back and not any(e.kind == thing.kind for e in self.book.events):
            return None
        if self._another(node):
            if not self.pack.head_initial:
                return self._other(node, clause, planned=bool(planned)) if fill else None
            to_come = self._to_come(node, clause) if fill and planned else None
            return to_come or self._other(node, clause, planned=bool(planned))
        date = self.arguments.own_date(thing, clause) or (self.arguments.date(clause) if fill else None)
        place = self.arguments.place(clause, "loc") if fill else None
        if thing.place and place is None:
            referent = self.discourse.resolve(thing.place[0])
            said = (min(thing.place[0].start, node.start), max(thing.place[0].end, node.end), "place")
            place = (referent, said) if referent else None
        owners = {r for t in thing.of if (r := self._owner(t)) is not None}
        theme = self.text[thing.theme[0] : thing.theme[1]] if thing.theme else ""
        seat = self._host(clause) if fill and thing.kind == "Meeting" else None
        closing = self._closing(node, clause)
        whole = self._within_current(node, clause) if not (theme or owners or closing) else None
        if whole is not None:
            self._told.setdefault(thing, whole)
        event = self._told.get(thing)
        if event is None and not self._apart(node) and not closing:
            event = self._find(node, date[0] if date else "", place[0] if place else None, theme, owners, planned=planned)
        if event is not None and theme and node.concept is not None and node.concept.get("part") and event.kind != thing.kind:
            event = None
        if (
            event is not None
            and seat is not None
            and (event.people() or len(event.slots.get("participant", ())) > 1)
            and not event.has("participant", seat)
            and not any(body is seat for person in event.people() for _, body in person.posts)
        ):
            event = None
        if event is None and seat is not None and not self.pack.head_initial:
            event = self.met_at(seat, date[0] if date else "", planned=bool(planned))
        if event is None and (not make or self.scene.retells()):
            return None
        if event is None:
            part = node.concept is not None and bool(node.concept.get("part"))
            event = self.book.new("Ceremony" if part and thing.kind == "Event" else thing.kind, words_of(clause, node, "event_noun"))
            event.status = "Planned" if planned else "Held"
            if planned and event.kind == "Event" and self.book.current is not None and thing.ordinal in self.pack.settings["another_event"]:
                event.kind = self.book.current.kind
            if part and self.book.current is not None and not owners:
                whole, event.part = self.book.current, True
                event.join(whole, event.said)
                told = whole.date
                closing = self.text[node.start : node.end].lower().startswith("clos")
                told = told.partition("/")[2] or told if closing else told
                if date is not None or "/" not in told:
                    event.tell_date((told, whole.date_said or event.said) if date is None else date)
        self._told[thing] = event
        if seat is not None:
            event.add("participant", seat, words_of(clause, node, "seat"))
        event.asserted = event.asserted or (thing.kind == "Meeting" and any(t.sort == "person" for t in thing.of))
        self._describe(event, thing, node, owners, theme)
        event.tell_date(date)
        event.tell_place(place)
        last = self.scene.last_day
        if OCCASION in thing.rules and last is not None and 0 < node.start - last[1][1] < _SENTENCE:
            event.tell_date(last)
        event.last_seen = node.start
        if event.place is not None and event.status == "Held":
            self.discourse.host = event.place.country
        background = self.book.current is not None and self.scene.before(clause)
        off = event.status == "Cancelled"
        said_now = event.status != "Planned" and not off and not self._apart(node) and not self.recalled(event)
        if ASIDE in thing.rules and self.book.current is not None and self.book.current is not event:
            event.tell_place((self.book.current.place, event.said) if event.place is None and self.book.current.place else None)
            self.book.main, self.book.current = self.book.current, event
        elif strong and said_now and not background:
            self.book.current = event
        return event

    def _by_acronym(self, node: Node, clause: Clause) -> bool:
        """ "Recalling that the city hosted COP29": an event told aside by letters is not the one that the text is at."""
        letters = node.text.isupper() and node.first == node.last and self.book.current is not None and self.pack.head_initial
        return letters and any(n.kind == "SUB" for n in clause.arguments)

    def _programme_of(self, node: Node, clause: Clause) -> bool:
        """ "Within the framework of the UNODC Programme for Central Asia": the framework is a paper, and not the body whose it is."""
        after = next((n for n in clause.arguments if n.first > node.last), None)
        paper = node.kind == "ORG" and after is not None and after.kind == "DOCUMENT" and after.text[:1].isupper()
        return paper and after is not None and not self.text[node.end : after.start].strip() and self.pack.head_initial

    def mean(self, thing: Thing, event: Event) -> None:
        """Let a phrase speak of an event told before."""
        self._told[thing] = event

    def met_at(self, seat: Referent, date: str, *, planned: bool) -> Event | None:
        """ "Dün Yüksek Mahkemede yapılan görüşme": the meeting told before with those of the office at which it was."""
        meetings = [e for e in self.book.events if e.kind == "Meeting" and e.asserted and (e.status == "Planned") == planned]
        fitting = [e for e in meetings if e.has("participant", seat) and (not date or not e.date or dates_agree(date, e.date))]
        return fitting[0] if len(fitting) == 1 else None

    def _within_current(self, node: Node, clause: Clause) -> Event | None:
        """Return the event that the text is at where a noun without marks of its own means a part of it: "birinci panel iclasında"."""
        thing, current = node.things[0], self.book.current
        if current is None or node.concept is None:
            return None
        if current.kind == "Meeting" and node.concept.get("part"):
            current = self.book.wider() or current
        within = any(p.frame in _WITHIN for p, _ in clause.verb.senses)
        told_of = [c for c in node.clauses if self.pack.head_initial or not c.verb.frames() <= _LED]
        bare = (bool(node.cases() & _OBLIQUE) or within) and not (thing.of or thing.name or told_of)
        if self._apart(node):
            return next((e for e in self.book.events if e.kind == "Ceremony" and current in e.events.get("part_of", {})), None)
        talk = within and bool(node.concept.get("mass")) and current.kind in GATHERINGS | {"Session", "Training"} and bare
        if talk:
            return current
        sitting = thing.kind == "Session" and current.kind in GATHERINGS and bare
        return current if sitting or node.concept.get("part") else None

    def _apart(self, node: Node) -> bool:
        """Tell whether a part of an event is one of its own: the closing ceremony of a course."""
        current, concept = self.book.current, node.concept
        part = concept is not None and bool(concept.get("part")) and node.things[0].kind == "Event"
        return part and current is not None and current.kind == "Training"

    def _closing(self, node: Node, clause: Clause) -> bool:
        """ "Bugün gerçekleştirilen kapanış töreniyle sona erdi": the ceremony with which an event ends, told with a day of its own."""
        part = node.concept is not None and bool(node.concept.get("part")) and clause.head is node
        return part and clause.matrix == "ended" and not self.pack.head_initial

    def _another(self, node: Node) -> bool:
        """Tell whether a bare noun speaks of an event other than those told before: "digər görüşdə"."""
        thing = node.things[0]
        if EDITION in thing.rules:
            return True
        bare = not (thing.of or thing.ordinal or thing.theme or node.clauses)
        before = self.text[max(0, node.start - SHORT_WORD) : node.start].split()
        one = self.pack.settings["one"]
        before = before[:-1] if before and one and self.pack.fold(before[-1]) == one else before
        word = self.pack.fold(before[-1]) if bare and before else ""
        marked_so = (thing.when is not None or bool(thing.place)) and word in self.pack.settings["same_row"]
        return bool(word) and (marked_so or word in self.pack.settings["another_event"])

    def _other(self, node: Node, clause: Clause, *, planned: bool) -> Event | None:
        """ "Bir önceki toplantı geçen yıl Duşanbe'de yapılmıştı": another event of the same row, where its time or its place is told."""
        thing, first = node.things[0], self.pack.head_initial
        if thing in self._told:
            return self._told[thing]
        date, place = self.arguments.date(clause), self.arguments.place(clause, "loc")
        if first:
            date, place = self._own_marks(thing, clause, date, place)
        kind = thing.kind
        if first and kind == "Event":
            row = self.book.current or next((e for e in reversed(self.book.events) if e.asserted and e.kind != "Visit"), None)
            kind = row.kind if row is not None else kind
        same = [e for e in self.book.events if e.kind == kind and e.asserted]
        if self.scene.headline or (date is None and place is None) or not (same or first) or (clause.head is not None and not first):
            return None
        numbered = thing.kind == "Meeting" and any(e.ordinal for e in same)
        if first and (not self.pack.settings["fixed_order"] or (thing.kind in ("Visit", "Meeting") and not numbered)):
            return None  # "the previous meeting" may be any, but for that before "the 23rd meeting"
        event = self._told[thing] = self.book.new(kind, (node.start, node.end, "event_noun"))
        event.status, event.asserted = "Planned" if planned else "Held", True
        event.last_seen = node.start
        for row in same[:1]:
            event.owners |= row.owners
            for referent, said in row.slots.get("framework", {}).items() if first or event.kind == "Session" else ():
                event.add("framework", referent, said)
        event.tell_date(date)
        event.tell_place(place)
        return event

    def _to_come(self, node: Node, clause: Clause) -> Event | None:
        """Return "the next forum" as an event of its own where its time and its place are told."""
        place = self.arguments.place(clause, "loc", "by")
        if not self.pack.head_initial or place is None or self.scene.headline:
            return None
        if not any(n.kind == "DATE" for n in clause.arguments):
            return None
        kind = node.things[0].kind
        if kind == "Event" and self.book.current is not None:
            kind = self.book.current.kind
        event = self.book.new(kind, (node.start, node.end, "event_noun"))
        event.status, event.last_seen = "Planned", node.start
        event.tell_date(self.arguments.date(clause))
        event.tell_place(place)
        return event

    def _find(
        self, node: Node, date: str, place: Referent | None, theme: str, owners: set[Referent], *, planned: bool | None
    ) -> Event | None:
        """Return the known event that a phrase can mean, by its marks or, where it has none, by pointing back."""
        thing = node.things[0]
        kind = "Event" if node.concept is not None and node.concept.get("any") else thing.kind
        people = {r for t in thing.of if t.sort == "person" and (r := self.discourse.person(t)) is not None}
        if people and thing.kind == "Meeting":
            return self.book.same_meeting(people, people, date)
        inner = any(c.head is not None and c.verb.frames() & _IDENTIFYING and not _opened_by(c) for c in node.clauses)
        first = not thing.definite and not (owners or theme or thing.ordinal or thing.name)
        if first and any(e.asserted and e.kind == thing.kind for e in self.book.events) and not self.scene.headline:
            return None
        if theme and self._pointing(node, kind, owners, theme=theme):
            return self.book.current
        if kind == "Event" and self._pointing(node, kind, owners, theme=theme) and self._agrees(date, place) and self.book.current:
            return self.book.current.larger()
        if thing.rules == ("event_pronoun",) and planned is False and (it := self._it(date, place)) is not None:
            return it
        if owners or theme or thing.ordinal or thing.name or date or (inner and thing.kind != "Event"):
            found = self.book.matching(kind, date=date, place=place, ordinal=thing.ordinal, theme=theme, owners=owners, planned=planned)
            if found is not None and self._long_since(found, node, date):
                return None
            apart = thing.rules == ("sitting",) and found is not None and found.owners and not owners & found.owners
            bare = kind == "Event" and thing.definite and not (owners or thing.ordinal or thing.name)
            if found is None and bare and not planned:
                return self._programme(date, theme)
            return None if apart else found
        if not thing.definite and self.book.current is not None and not self.scene.headline:
            return None
        if self._same_by_another_word(node, kind):
            return self.book.current
        wide = self.pack.settings["fixed_order"] or self.pack.fold(node.text).startswith(tuple(self.pack.settings["programmes"]))
        wider = self.book.wider() if kind == "Event" and wide else None
        event = wider or self.book.back(kind, planned=bool(planned))
        if (
            event is not None
            and place
            and event.place
            and place is not event.place
            and place.state is not event.place
            and event.place.state is not place
        ):
            return None
        return event if event is None or not self._called_otherwise(event, node) else None

    def _called_otherwise(self, event: Event, node: Node) -> bool:
        """Tell whether a phrase is the name of another event: "the Bishkek Mediation Week" is not the "Eurasia Arbitration Days"."""
        words = {word for word in self.text[node.start : node.end].split() if word[0].isupper()}
        return self.pack.head_initial and bool(event.name) and len(words) > 1 and not words & set(event.name.split())

    def _it(self, date: str, place: Referent | None) -> Event | None:
        """Return the event that "it" means: the one that the text is at, else the one told last; none of another day or place."""
        told = [self.book.current] if self.book.current is not None else [e for e in self.book.events if e.asserted][-1:]
        return next((e for e in told if e.kind not in ("Visit", "Meeting") and not clash(e, date, place, "", "")), None)

    def _same_by_another_word(self, node: Node, kind: str) -> bool:
        """Tell whether "the meeting" is the seminar or the conference that the text is at, where no meeting was told."""
        current, before = self.book.current, self.text[max(0, node.start - SHORT_WORD) : node.start].lower().split()
        if self.scene.headline or current is None or before[-1:] != ["the"]:
            return False
        known = any(e.kind == kind and e.asserted for e in self.book.events)
        return kind in ("Meeting", "Session") and not known and current.kind in _CALLED_SO and current.status == "Held"

    def _long_since(self, found: Event, node: Node, date: str) -> bool:
        """Tell whether "the meeting held in Baku last September" is another than one without a day that the article is about."""
        if not date or date.startswith("XXXX") or found.date or found.status == "Planned":
            return False
        told = any(c.head is not None and c.verb.frames() & _IDENTIFYING for c in node.clauses) or node.things[0].when is not None
        main = next((e.date for e in self.book.events if e.asserted and e.status == "Held" and e.date), "") or self.scene.anchor
        month = min(len(date.partition("/")[0]), len(main.partition("/")[0]), MONTH)
        return told and found.asserted and bool(main) and not main.startswith("XXXX") and date[:month] < main[:month]

    def _programme(self, date: str, theme: str) -> Event | None:
        """ "13 Ekim'de başlayan programda": the course or the gathering told last that "the programme" of a day may mean."""
        if self.pack.head_initial or self.scene.headline:
            return None
        told = [e for e in self.book.events if e.asserted and e.kind in {*GATHERINGS, "Training"} and e.status == "Held"]
        told = [e for e in told if not (theme and (e.theme or e is not self.book.current))]
        return next((e for e in reversed(told) if not e.date or not date or dates_agree(date, e.date)), None)

    def _pointing(self, node: Node, kind: str, owners: set[Referent], *, theme: str) -> bool:
        """Tell whether "the" event of a theme is the one that the text is at, of which none has been told: "the gathering, titled …"."""
        thing, current = node.things[0], self.book.current
        if owners or thing.ordinal or thing.name or current is None or (theme and current.theme):
            return False
        before = self.pack.fold(self.text[max(0, node.start - _LONG_WORD) : node.start]).split()
        while before and before[-1].startswith(tuple(self.pack.settings["lengths"])):
            before.pop()  # "the two-day event, “…”"
        return bool(before) and before[-1] == "the" and kind in ("Event", current.kind)

    def add_common(self, event: Event, clause: Clause) -> None:
        """What any clause about an event may tell besides: organisers, framework, those present."""
        self.organizers(event, clause)
        for node in marked(clause, "framework"):
            if self._programme_of(node, clause):
                continue
            said = words_of(clause, node, "framework")
            if node.kind == "EVENT":
                whole = self.of(node, clause, strong=False, make=False)
                if whole is not None and whole is not event:
                    event.events.setdefault("framework", {}).setdefault(whole, said)
                    event.events.setdefault("part_of", {}).setdefault(whole, said)
                    if event.place is None and event.status == whole.status and day_within(event.date, whole.date):
                        event.place, event.place_said = whole.place, whole.place_said
            else:
                for _, referent in self.referents.of(node):
                    if referent.sort == "org":
                        event.add("framework", referent, said)
        for node in taught(clause) if event.kind in ("Training", "Seminar") else ():
            for _, referent in self.referents.of(node):
                self.attendance.add(event, referent, words_of(clause, node, "for"))
        if any(n.kind == "PREP" and n.concept and n.concept.name == "with" for n in clause.arguments):
            for node in marked(clause, "abl"):
                for _, referent in self.referents.of(node) if node.kind in ("STATE", "ORG", "LIST") else ():
                    self.attendance.add(event, referent, words_of(clause, node, "delegates"))
        for marker in ("with", "chair", "lead"):
            for node in marked(clause, marker):
                for _, referent in self.referents.of(node):
                    self.attendance.add(event, referent, words_of(clause, node, marker))

    def organizers(self, event: Event, clause: Clause) -> None:
        """ "A seminar organised by A together with B": who is told to have held an event, whatever its clause tells."""
        for node in marked(clause, "organize"):
            begin = max(0, node.start - SHORT_WORD)
            if event.kind == "Visit" and set(self.pack.settings["participles"]) & set(self.pack.fold(self.text[begin : node.end]).split()):
                continue  # "a visit to a shelter run by A"
            beside = [n for n in marked(clause, "ins") if n.first == node.last + 1 and n.kind in ("ORG", "LIST")]
            for _, referent in [p for n in (node, *(beside if self.pack.head_initial else ())) for p in self.referents.of(n)]:
                event.add("organizer", referent, words_of(clause, node, "organize"))
                if referent.sort == "person":
                    self.attendance.add(event, referent, words_of(clause, node, "organize"))

    def dated(self, thing: Thing, clause: Clause) -> bool:
        """Tell whether a clause says on which day something was done at an event that is new: "at a sitting on 4 September"."""
        new = not thing.definite and thing.kind != "Event"
        day = self.arguments.date(clause) if new and clause.form == "fin" and clause.tense == "past" else None
        return day is not None and len(day[0]) > MONTH

    def mentioned(self, clause: Clause) -> None:
        """A clause that tells nothing of its own may still say where the text is: "görüşdə"."""
        for node in clause.arguments:
            if node.kind == "EVENT" and (node.has("loc") or node.has("abl") or self._followed(node)) and not self.scene.headline:
                thing = node.things[0]
                met = any(t.sort == "person" for t in thing.of) or (
                    thing.kind == "Session" and bool(thing.of) and clause.form in ("fin", "any") and clause.tense == "past"
                )
                met = met or self.dated(thing, clause)
                event = self.of(node, clause, strong=False, planned=None, make=met, fill=met)
                if event is not None and met:
                    event.asserted = True
                    self.add_common(event, clause)
                back = event is not None and (self.recalled(event) or self._reported(event, node, clause))
                if event is not None and event.status == "Held" and not back and (node.has("loc") or self._followed(node)):
                    self.book.current = event
                    self._doing(event, clause)
        if clause.arguments:
            own = next((n for n in reversed(clause.arguments) if n.kind in ("PERSON", "POST", "ROLE") and n.has("nom")), None)
            self.referents.remember(own)


def _opened_by(clause: Clause) -> bool:
    """Tell whether of an event is but said who opened it, which does not tell which it is: "форума, открытого министром"."""
    return "open" in clause.verb.frames() and any(n.kind == "PERSON" and n.has("by") for n in clause.arguments)
