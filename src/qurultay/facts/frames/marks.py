"""What marks an event: whose it is, when and where its phrase says that it was, how long it lasts, who did something there."""

from __future__ import annotations

from qurultay.facts.days import MONTH, WHOLE_DAY, dates_agree, one_of_days
from qurultay.facts.discourse import Referent
from qurultay.facts.events import GATHERINGS, Event
from qurultay.facts.frames.arguments import Arguments, words_of
from qurultay.facts.frames.attendance import WHOLES, Attendance
from qurultay.facts.frames.referents import Referents
from qurultay.facts.frames.scene import Scene, When, Where
from qurultay.mentions.nodes import Clause, Node, Thing

__all__ = ["SHORT_WORD", "Marks"]

SHORT_WORD = 16
"""How many characters before an event noun the word for "another" is looked for in."""
_LENGTH = 40
"""How many characters before an event noun the word for its length is looked for in."""

_OFFICES = ("ProsecutorsOffice", "Ministry", "Court", "University", "TrainingInstitution", "Embassy")
_GIVING = {
    "Seminar": (*_OFFICES, "InternationalOrganization", "Organization", "GovernmentBody"),
    "Training": (*_OFFICES, "InternationalOrganization", "Organization", "GovernmentBody"),
    "Conference": _OFFICES,
    "Forum": _OFFICES,
    "Session": ("ProsecutorsOffice", "Ministry", "Court"),
}
"""Kinds of body that hold an event of a kind that is told to be theirs: "a seminar of the Academy"."""


class Marks:
    """Finds the marks of events, and gives them to those that a phrase speaks of."""

    def __init__(self, scene: Scene, arguments: Arguments, referents: Referents, attendance: Attendance) -> None:
        self.scene, self.arguments, self.referents, self.attendance = scene, arguments, referents, attendance
        self.pack, self.discourse, self.book, self.text = scene.pack, scene.discourse, scene.book, scene.text

    def recalled(self, event: Event) -> bool:
        """Tell whether an event is but background: it was in another month before the first that the article tells."""
        main = next((e for e in self.book.events if e.asserted and e.status == "Held" and e.date), None)
        if main is None or main is event or not event.date or event.date.startswith("XXXX") or main.date.startswith("XXXX"):
            return False
        month = min(len(main.date.partition("/")[0]), len(event.date.partition("/")[0]), MONTH)
        return event.date[:month] < main.date[:month]

    def _reported(self, event: Event, node: Node, clause: Clause) -> bool:
        """ "2022'de düzenlenen toplantıda alınan kararların hayata geçirildiğini söyledi": what was said is not said at that event."""
        inside = clause.form in ("obj", "vn") and not self.pack.head_initial and self.book.current not in (None, event)
        return inside and any(c.head is not None and "held" in c.verb.frames() for c in node.clauses)

    def _own_marks(self, thing: Thing, clause: Clause, date: When | None, place: Where | None) -> tuple[When | None, Where | None]:
        """Return the day and the place told beside a noun, else those of its clause where the verb tells of the event itself."""
        held = any(p.slot("nom") == "event" for p, _ in clause.verb.senses)
        own = self.arguments.own_date(thing, clause)
        referent = self.discourse.resolve(thing.place[0]) if thing.place else None
        there = (referent, (min(thing.place[0].start, thing.start), max(thing.place[0].end, thing.end), "place")) if referent else None
        return own or (date if held else None), there or (place if held else None)

    def _host(self, clause: Clause) -> Referent | None:
        """Return the office at which a meeting was held: its people were the hosts."""
        seat = next((n for n in clause.arguments if n.kind == "ORG" and n.has("loc") and len(n.things) == 1), None)
        host = self.discourse.resolve(seat.things[0]) if seat is not None else None
        return host if host is not None and host.kind in WHOLES - {"University", "TrainingInstitution"} else None

    def _agrees(self, date: str, place: Referent | None) -> bool:
        """Tell whether the event that the text is at may be of a day and a place."""
        current = self.book.current
        if current is None or current.kind in ("Visit", "Meeting"):
            return False
        if date and current.date and not (dates_agree(date, current.date) or one_of_days(date, current.date, current.days)):
            return False
        return place is None or current.place is None or place in (current.place, current.place.state) or place.state is current.place

    def _describe(self, event: Event, thing: Thing, node: Node, owners: set[Referent], theme: str) -> None:
        """Give an event the marks that its noun was told with: number, name, theme, owners, parties."""
        if event.kind == "Event" and thing.kind != "Event" and not (node.concept is not None and node.concept.get("part")):
            event.kind, event.said = thing.kind, (node.start, node.end, "event_noun")
        event.owners |= owners
        for owner in owners if event.kind == "Session" and not self.pack.head_initial else ():
            owner.sits = True
        before = self.text[max(0, node.start - SHORT_WORD) : node.end].lower()
        event.online = event.online or any(word in before for word in self.pack.settings["online"])
        event.days = event.days or self.length(node)
        event.loose = event.loose or (node.concept is not None and bool(node.concept.get("loose")))
        event.number(thing.ordinal, (node.start, node.end, "number") if thing.kind == event.kind else None)
        event.name = event.name or thing.name
        if theme and not event.theme and thing.theme:
            event.theme, event.theme_said = theme, (thing.theme[0], thing.theme[1], "quoted_theme")
        said = (node.start, node.end, "owner_of_event")
        for owner in sorted(owners, key=lambda r: r.ref):
            if (
                owner.sort == "org"
                and event.kind in ("Session", "Conference", "Forum")
                and owner.kind in ("Council", "InternationalOrganization", "Organization")
            ):
                event.add("framework", owner, said)
            elif owner.sort == "org" and owner.kind in _GIVING.get(event.kind, ()):
                event.add("organizer", owner, said)
        if event.kind in ("Visit", "Meeting"):
            for part in thing.of:
                if part.sort == "group":
                    continue
                body = self.discourse.body(part) if part.sort == "post" and part.plural else None
                if body is not None and body.kind in ("InternationalOrganization", "Council"):
                    event.add("framework", body, said)
                    continue
                there = self.referents.of(Node("LIST", 0, 0, part.start, part.end, "", things=[part]))
                if event.kind == "Visit" and not self.discourse.guests and self.pack.settings["fixed_order"]:
                    self.discourse.guests = [r for _, r in there]
                for _, referent in there:
                    self.attendance.add(event, referent, (min(node.start, part.start), max(node.end, part.end), said[2]))

    def length(self, node: Node) -> int:
        """Return how many days a phrase says that its event takes: "a two-day international seminar"; 0 where it tells none."""
        lengths = self.pack.settings["lengths"]
        words = self.text[max(0, node.start - _LENGTH) : node.end].split() if lengths else []
        folded = [self.pack.fold(word) for word in reversed(words)]
        return next((days for word in folded for stem, days in lengths.items() if word.startswith(stem)), 0)

    def _owner(self, thing: Thing) -> Referent | None:
        if thing.sort == "post":
            return self.discourse.body(thing) if thing.of else None
        return self.discourse.resolve(thing) if thing.sort in ("org", "state") else None

    def _doing(self, event: Event, clause: Clause) -> None:
        """ "Mərasimdə X sertifikatları təqdim edib": who does something at an event was there."""
        if self.pack.head_initial or clause.form != "fin" or clause.tense != "past" or event.kind == "Visit" or not event.asserted:
            return
        agent = next((n for n in clause.arguments if n.kind == "PERSON" and n.cases() == {"nom"}), None)
        for _, referent in self.referents.of(agent) if any(p.words for p, _ in clause.verb.senses) else ():
            if not any(role == "HeadOfState" for role, _ in referent.posts):
                self.attendance.add(event, referent, words_of(clause, agent, "at_event"))

    def _followed(self, node: Node) -> bool:
        """Tell whether a meeting of people who are named is told by what came after it: "following talks between A and B"."""
        return node.has("other") and any(t.sort == "person" for t in node.things[0].of)

    def fresh(self, node: Node | None, clause: Clause) -> bool:
        """Tell whether a clause that tells a day is the first to speak of an event of a kind: its day is that of the event."""
        if node is None or not node.things or clause.form not in ("fin", "conv"):
            return False
        thing = node.things[0]
        known = any(
            e.asserted and e.status != "Planned" and (e.kind == thing.kind or {e.kind, thing.kind} <= GATHERINGS) for e in self.book.events
        )
        return clause.tense in ("past", "pres") and thing.kind not in ("Event", "Visit") and not known

    def under_way(self, clause: Clause) -> bool:
        """Tell whether what is held now is held at a place or a body: "is being held in Shusha", "проходит в Академии"."""
        seated = any(n.kind == "ORG" and n.has("loc") for n in clause.arguments)
        return seated or self.arguments.place(clause, "loc", seat=False) is not None

    def habitual(self, clause: Clause, told: When | None) -> bool:
        """Tell whether a clause without a day tells what is held again and again: "has been held every year since 2013"."""
        if not clause.arguments or clause.head is not None or (told is not None and len(told[0]) >= WHOLE_DAY):
            return False
        said = self.scene.text[clause.arguments[0].start : max(clause.arguments[-1].end, clause.verb.end)].lower()
        return any(words in said for words in self.pack.settings["habitually"])

    def past(self, date: str) -> bool:
        """Tell whether a day lies before that of publication; False where that is not known."""
        return (
            bool(self.scene.anchor)
            and not date.startswith("XXXX")
            and date.partition("/")[0] < self.scene.anchor[: len(date.partition("/")[0])]
        )
