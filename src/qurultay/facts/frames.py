"""What clauses tell: each verb's frame turned into events, their slots, documents, foundings and posts.

Frames know no language: a clause brings a verb whose lexicon entry names the frame and says which case fills which
part. One method stands for each frame; what it cannot find in the clause it looks for in what was told before,
and where that fails it tells nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from qurultay.facts.discourse import Discourse, Referent
from qurultay.facts.events import Book, Document, Event, Said, dates_agree
from qurultay.language.pack import LanguagePack, Predicate
from qurultay.language.suffixes import VerbForm
from qurultay.mentions.nodes import Clause, Node, Thing

__all__ = ["Frames"]

_ACTING = ("PERSON", "POST", "ROLE", "ORG", "STATE", "LIST", "DELEGATION", "MEMBERS", "GROUP", "NAME")
_KINDS = {"event": ("EVENT",), "document": ("DOCUMENT", "QUOTE"), "place": ("PLACE", "STATE", "LIST", "ORG"), "delegation": ("DELEGATION", "LIST"), "site": ("ORG", "PLACE"),
          "org": ("ORG", "LIST"), "post": ("POST", "ROLE"), "theme": ("VN", "WORD", "NAME", "ORG", "STATE")}  # fmt: skip
_SHORT_WORD = 16
_NAMED = 4
"""How many letters the name of a place that no gazetteer knows has at least."""
_LONG_AGO = 1200
"""How many characters after an event was last spoken of somebody's words are no longer taken as said there."""
_PEOPLE = ("PERSON", "POST", "DELEGATION", "LIST")
_PARTS = frozenset({"GovernmentBody", "Organization", "PressService", "Council"})
_WHOLES = frozenset({"ProsecutorsOffice", "Ministry", "Court", "Parliament", "University", "TrainingInstitution", "GovernmentBody"})
_IDENTIFYING = frozenset({"held", "planned", "hold", "hostess", "devoted"})
"""Frames whose attributive clause tells which event is meant."""


class Frames:
    """Reads the clauses of an article one after another into a :class:`Book`."""

    def __init__(self, pack: LanguagePack, discourse: Discourse, book: Book, text: str) -> None:
        self.pack, self.discourse, self.book, self.text = pack, discourse, book, text
        self.subject: Referent | None = None
        self.founded: dict[Referent, dict[str, tuple[object, Said]]] = {}
        self.sources: list[tuple[Referent, Said]] = []
        self.headline = False
        self.anchor = ""
        self.said: Said = (0, 1, "")
        self.inside: Callable[[int, int], list[Node]] = lambda start, end: []

    def read(self, clause: Clause) -> None:
        """Take from a clause what it tells."""
        predicate, form = self._sense(clause)
        self.said = self._words(clause)
        if self.headline:
            self._from_headline(clause)
        if clause.negative or form.negative:
            if predicate.frame == "held" and clause.form in ("fin", "any"):
                self._cancelled(clause, predicate, form)
            return
        for node in self._marked(clause, "invite"):
            self.discourse.inviters = [r for _, r in self._referents(node) if r.sort == "person"]
        handler = getattr(self, f"_{predicate.frame}", None) if predicate.frame else None
        if clause.form == "none" and len(clause.arguments) == 1 and clause.verb.kind == "ORG":
            self._relays(clause, "nom")
        if clause.matrix == "deny" or form.tense in ("nec", "opt"):
            return
        self._serve(clause)
        self._frameworks(clause, predicate)
        if any(n.kind == "WORD" and self.pack.fold(n.text).startswith(tuple(self.pack.settings["information"])) for n in clause.arguments):
            self._relays(clause, "abl")
        if handler is not None:
            handler(clause, predicate, form)
        elif form.form in ("fin", "any", "conv"):
            self._mentioned(clause)

    def _frameworks(self, clause: Clause, predicate: Predicate) -> None:
        """ "Londona səfər çərçivəsində": a visit told so took place, and who acts in the clause was on it."""
        for node in self._marked(clause, "framework"):
            if node.kind != "EVENT" or node.things[0].kind != "Visit":
                continue
            event = self._event(node, clause, strong=False, planned=None)
            if event is not None and not event.people():
                event.asserted = True
                for _, referent in self._referents(self._agents(clause, predicate)):
                    self._attend(event, referent, self._words(clause, node, "framework"))

    def _from_headline(self, clause: Clause) -> None:
        """A headline tells where its article's first event was."""
        main = next((e for e in self.book.events if e.asserted), None)
        if main is None:
            return
        self.book.current = main
        place = self._place(clause, "loc")
        if place is not None and (main.place is None or place[0].state is main.place) and main.status != "Cancelled":
            main.place, main.place_said = place

    def _sense(self, clause: Clause) -> tuple[Predicate, VerbForm]:
        """Return the sense of the verb whose parts the clause has."""
        senses = [s for s in clause.verb.senses if s[1].form == clause.form] or list(clause.verb.senses)
        if not senses:
            return Predicate("", (), ()), VerbForm(clause.form, clause.tense)

        def fit(sense: tuple[Predicate, VerbForm]) -> int:
            return sum(1 for case, slot in sense[0].slots if self._node(clause, case, slot) is not None and slot not in ("agent",))

        return max(senses, key=fit)

    # -- arguments ------------------------------------------------------------------------------------------------------
    def _node(self, clause: Clause, case: str, slot: str) -> Node | None:
        kinds = _KINDS.get(slot, _ACTING)
        candidates = list(reversed(clause.arguments))
        if clause.head is not None and clause.form in ("part", "any", "obj"):
            if case == "nom" and clause.form in ("part", "any") and clause.head.kind in kinds:
                return clause.head
            if case != "nom" and clause.form == "obj" and clause.head.kind in kinds:
                return clause.head
        if case == "nom":
            candidates.sort(key=lambda n: (n.has("acc") and n.kind != "EVENT", bool(n.cases() & {"ins", "dat"}), slot == "agent" and n.kind in ("ORG", "STATE", "GROUP", "MEMBERS")))
        for node in candidates:
            if node.kind not in kinds or node.kind == "NAME" and not self._by_name(node):
                continue
            if node.has(case) or (case == "acc" and slot in ("event", "document", "org") and node.has("nom")):
                if node.kind == "PERSON" and node.has(case):
                    node.endings = tuple(e for e in node.endings if e.case == case)
                return node
            if case == "nom" and clause.form in ("obj", "vn", "inf") and node.has("gen"):
                return node
        if case == "nom" and slot == "agent" and clause.subject is not None:
            return clause.subject
        return None

    def _slot(self, clause: Clause, predicate: Predicate, slot: str) -> Node | None:
        return next((n for case, s in predicate.slots if s == slot for n in [self._node(clause, case, slot)] if n is not None), None)

    def _agents(self, clause: Clause, predicate: Predicate, slot: str = "agent") -> Node | None:
        """Return who fills a slot, with those listed before him where the list is no single phrase."""
        node = self._slot(clause, predicate, slot)
        if node is None or node not in clause.arguments:
            return node
        people = [n for n in clause.arguments if n is not node and n.kind in _PEOPLE and n.cases() == {"nom"}] if node.kind in _PEOPLE else []
        members = sorted({id(n): n for n in [*people, *self._listed_before(clause, node), node]}.values(), key=lambda n: n.first)
        if len(members) == 1:
            return node
        return Node("LIST", members[0].first, members[-1].last, members[0].start, members[-1].end, "", node.endings, [t for m in members for t in m.things])

    @staticmethod
    def _listed_before(clause: Clause, node: Node) -> list[Node]:
        """Return the phrases that stand before ``node`` with nothing but commas and conjunctions between."""
        found: list[Node] = []
        here = clause.arguments.index(node)
        while here >= 1 and clause.arguments[here - 1].kind in ("COMMA", "CONJ"):
            while here >= 1 and clause.arguments[here - 1].kind in ("COMMA", "CONJ"):
                here -= 1
            before = clause.arguments[here - 1] if here else node
            if before.kind not in _ACTING or not (before.has("nom") or before.cases() & node.cases()):
                break
            found.append(before)
            here -= 1
        return found

    def _marked(self, clause: Clause, marker: str) -> Iterator[Node]:
        yield from (n for n in clause.arguments if n.has(marker))

    def _words(self, clause: Clause, node: Node | None = None, rule: str = "") -> Said:
        """Return the words from an argument to the verb."""
        ends = [clause.verb.start, clause.verb.end]
        for said_by in [node] if node is not None else clause.arguments[:1]:
            ends += [said_by.start, said_by.end]
        frame = clause.verb.senses[0][0].frame if clause.verb.senses else ""
        return (min(ends), max(ends), rule or frame or "mention")

    def _date(self, clause: Clause) -> tuple[str, Said] | None:
        for node in [*reversed(clause.arguments), *([clause.topic] if clause.topic is not None else [])]:
            if node.kind == "DATE" and node.value and not node.has("gen") and node.things[0].kind in ("day", "month", "year", "interval") and not node.things[0].national:
                return self._past_year(node.value, node, clause), self._words(clause, node, "date")
        return None

    def _past_year(self, date: str, node: Node, clause: Clause) -> str:
        """What is told as past on a day without a year was before publication: a later day is last year's."""
        later = self.anchor and not date.startswith("XXXX") and date[: len(self.anchor)] > self.anchor[: len(date)]
        if not later or any(p.frame in ("planned", "awaited") for p, _ in clause.verb.senses) or clause.tense != "past" or clause.form in ("vn", "inf", "obj") or date[:4] in node.text or "-" not in date:
            return date
        return "/".join(f"{int(part[:4]) - 1}{part[4:]}" for part in date.split("/"))

    def _place(self, clause: Clause, *cases: str, seat: bool = True) -> tuple[Referent, Said] | None:
        found: tuple[Referent, Said] | None = None
        for node in reversed(clause.arguments):
            if node.kind not in ("PLACE", "STATE") or not node.things or not any(node.has(c) for c in cases) or len(node.things) > 1:
                continue
            referent = self.discourse.place(node.things[0])
            if referent is not None and (found is None or (found[0].sort == "state" and referent.sort == "place")):
                found = referent, self._words(clause, node, "place")
        return found or (self._seat(clause) if seat else None) or self._unlisted(clause, cases)

    def _unlisted(self, clause: Clause, cases: Sequence[str]) -> tuple[Referent, Said] | None:
        """A place that the gazetteer lacks: one capitalised word in the locative beside the verb ("Yurmalada")."""
        for node in reversed(clause.arguments):
            stem = next((e.stem for e in node.endings if e.case == "loc" and not e.possessive and not e.plural), "")
            if "loc" in cases and node.kind == "NAME" and node.first == node.last and len(stem) >= _NAMED and not self._by_name(node):
                thing = Thing("place", node.start, node.end, kind="Place", name=node.text[: len(stem)], rules=("unlisted_place",))
                referent = self.discourse.place(thing)
                return (referent, self._words(clause, node, "place")) if referent is not None else None
        return None

    def _seat(self, clause: Clause) -> tuple[Referent, Said] | None:
        """What is held at a national office is held in its state."""
        for node in clause.arguments:
            if node.kind == "ORG" and node.has("loc") and len(node.things) == 1:
                referent = self.discourse.resolve(node.things[0])
                if referent is not None and referent.state is not None and referent.state.path:
                    return referent.state, self._words(clause, node, "place_of_office")
        return None

    def _referents(self, node: Node | None) -> list[tuple[Thing, Referent]]:
        """Return those whom a node speaks of: people, and bodies."""
        if node is None:
            return []
        found: list[tuple[Thing, Referent]] = []
        case = next((e.case for e in node.endings), "")
        for thing in node.things:
            referent = self.discourse.person(thing, case) if thing.sort == "person" else self.discourse.resolve(thing) if thing.sort in ("org", "state") else None
            if referent is not None:
                found.append((thing, referent))
            elif thing.sort == "post":
                held = self.discourse.holder(thing)
                body = self.discourse.body(thing)
                found.extend((thing, r) for r in (held, None if held else body) if r is not None)
            elif thing.sort == "delegation":
                found.extend(self._delegates(thing))
        if not found and node.kind in ("ROLE",):
            from qurultay.facts.people import told_post

            held = self.discourse.holder(_post_of(node))
            return [(_post_of(node), held)] if held else []
        if not found and node.kind in ("GROUP", "DELEGATION"):
            return [(Thing("group", node.start, node.end), r) for r in self._pointed_group(node)]
        if not found and node.kind == "NAME":
            return self._by_name(node)
        return found

    def _pointed_group(self, node: Node) -> list[Referent]:
        """Return whom "qonaq", "heyət" or "tərəflər" point back to."""
        name = node.concept.name if node.concept else ""
        current = self.book.current
        if name == "side":
            return [r for r in current.slots.get("participant", ()) if r.sort == "org"] if current else []
        if node.kind == "GROUP" and name != "guest":
            return []
        guests = self.discourse.guests
        single = node.kind == "GROUP" and not node.plural()
        return [g for g in guests if g.sort == "person"][:1] if single else list(guests)

    def _by_name(self, node: Node) -> list[tuple[Thing, Referent]]:
        words = self.pack.readings(node.text.split()[-1])
        for ending in words:
            form = f"{node.text.rpartition(' ')[0]} {node.text.split()[-1][: len(ending.stem)]}".strip()
            alias = self.discourse.aliases.get(form)
            if alias is not None:
                return [(Thing("org", node.start, node.end), alias)]
            held = self.discourse.same_person(form)
            if held is not None and not ending.possessive:
                held.mentions.append((node.start, node.end, "surname"))
                held.last_seen = node.start
                return [(Thing("person", node.start, node.end), held)]
        return []

    def _delegates(self, thing: Thing) -> Iterator[tuple[Thing, Referent]]:
        if thing.leader is not None:
            leader = self.discourse.person(thing.leader, "gen") if thing.leader.sort == "person" else self.discourse.holder(thing.leader)
            if leader is not None:
                yield thing.leader, leader
            elif thing.leader.sort == "post":
                body = self.discourse.body(thing.leader)
                if body is not None:
                    yield thing.leader, body
        for member in thing.of:
            if member.sort == "post":
                body = self.discourse.body(member)
                if body is not None:
                    yield member, body
            elif not (member.sort == "state" and thing.leader is not None):
                referent = self.discourse.resolve(member)
                if referent is not None:
                    yield member, referent

    # -- events ---------------------------------------------------------------------------------------------------------
    def _event(self, node: Node | None, clause: Clause | None, *, strong: bool, fill: bool = False, planned: bool | None = False, make: bool = True) -> Event | None:
        """Return the event that a phrase speaks of; ``fill`` gives it the clause's day and place, ``strong`` makes it current."""
        if node is None or not node.things or node.things[0].sort != "event" or node.things[0].plural:
            return None
        thing = node.things[0]
        bare = not (thing.of or thing.ordinal or thing.theme or node.clauses)
        before = self.text[max(0, node.start - _SHORT_WORD) : node.start].split()
        if bare and before and self.pack.fold(before[-1]) in self.pack.settings["another_event"]:
            return None
        date = self._date(clause) if fill and clause else None
        place = self._place(clause, "loc") if fill and clause else None
        if thing.place and place is None:
            referent = self.discourse.resolve(thing.place[0])
            place = (referent, (thing.place[0].start, node.end, "place")) if referent else None
        owners = {r for t in thing.of if (r := self._owner(t)) is not None}
        theme = self.text[thing.theme[0] : thing.theme[1]] if thing.theme else ""
        seat = self._host(clause) if fill and clause and thing.kind == "Meeting" else None
        event = self._find(node, date[0] if date else "", place[0] if place else None, theme, owners, planned=planned)
        if event is not None and seat is not None and (event.people() or len(event.slots.get("participant", ())) > 1) and not event.has("participant", seat):
            event = None
        if event is None and (not make or self.headline and any(e.asserted for e in self.book.events)):
            return None
        if event is None:
            kind = "Ceremony" if node.concept is not None and node.concept.get("part") else thing.kind
            event = self.book.new(kind, self._words(clause, node, "event_noun") if clause else (node.start, node.end, "event_noun"))
            event.status = "Planned" if planned else "Held"
        if seat is not None:
            event.add("participant", seat, self._words(clause, node, "seat") if clause else event.said)
        event.asserted = event.asserted or thing.kind == "Meeting" and any(t.sort == "person" for t in thing.of)
        self._describe(event, thing, node, owners, theme)
        if date and not event.date:
            event.date, event.date_said = date
        if place and (event.place is None or (event.place.sort == "state" and place[0].sort == "place")):
            event.place, event.place_said = place
        event.last_seen = node.start
        if event.place is not None and event.status == "Held":
            self.discourse.host = event.place if event.place.sort == "state" else event.place.state
        if strong:
            if event.status != "Planned":
                self.book.current = event
        return event

    def _host(self, clause: Clause) -> Referent | None:
        """Return the office at which a meeting was held: its people were the hosts."""
        seat = next((n for n in clause.arguments if n.kind == "ORG" and n.has("loc") and len(n.things) == 1), None)
        host = self.discourse.resolve(seat.things[0]) if seat is not None else None
        return host if host is not None and host.kind in _WHOLES - {"University", "TrainingInstitution"} else None

    def _find(self, node: Node, date: str, place: Referent | None, theme: str, owners: set[Referent], *, planned: bool | None) -> Event | None:
        """Return the known event that a phrase can mean, by its marks or, where it has none, by pointing back."""
        thing = node.things[0]
        people = {r for t in thing.of if t.sort == "person" and (r := self.discourse.person(t)) is not None}
        if people and thing.kind == "Meeting":
            return self._same_meeting(people, people, date)
        inner = any(c.head is not None and any(p.frame in _IDENTIFYING for p, _ in c.verb.senses) for c in node.clauses)
        if owners or theme or thing.ordinal or thing.name or date or inner and thing.kind != "Event":
            return self.book.matching(thing.kind, date=date, place=place, ordinal=thing.ordinal, theme=theme, owners=owners, planned=planned)
        event = self.book.back(thing.kind)
        if event is not None and place and event.place and place is not event.place and place.state is not event.place and event.place.state is not place:
            return None
        return event

    def _describe(self, event: Event, thing: Thing, node: Node, owners: set[Referent], theme: str) -> None:
        if event.kind == "Event" and thing.kind != "Event":
            event.kind, event.said = thing.kind, (node.start, node.end, "event_noun")
        event.owners |= owners
        event.ordinal = event.ordinal or thing.ordinal
        event.name = event.name or thing.name
        if theme and not event.theme and thing.theme:
            event.theme, event.theme_said = theme, (thing.theme[0], thing.theme[1], "quoted_theme")
        said = (node.start, node.end, "owner_of_event")
        for owner in sorted(owners, key=lambda r: r.ref):
            if owner.sort == "org" and event.kind in ("Session", "Conference", "Forum") and owner.kind in ("Council", "InternationalOrganization", "Organization"):
                event.add("framework", owner, said)
            elif event.kind == "Session" and owner.kind in ("ProsecutorsOffice", "Ministry", "Court"):
                event.add("organizer", owner, said)
        if event.kind in ("Visit", "Meeting"):
            for part in thing.of:
                case = "gen" if event.kind == "Visit" else ""
                for _, referent in self._referents(Node("LIST", 0, 0, part.start, part.end, "", things=[part])) if part.sort != "group" else ():
                    self._attend(event, referent, said, host=False)
                del case

    def _owner(self, thing: Thing) -> Referent | None:
        if thing.sort == "post":
            return self.discourse.body(thing) if thing.of else None
        return self.discourse.resolve(thing) if thing.sort in ("org", "state") else None

    def _attend(self, event: Event, referent: Referent, said: Said, *, host: bool = False, speaks: bool = False) -> None:
        """Put somebody into an event: a person attends and his body takes part; a body takes part."""
        if referent.sort == "person":
            event.add("attendee", referent, said)
            if speaks:
                event.add("speaker", referent, said)
            for role, body in referent.posts[-2:]:
                if role != "HeadOfState" and body.sort == "org" or role == "Ambassador":
                    event.add("participant", self._whole(body), said)
        elif referent.sort in ("org", "state") and referent.kind not in ("NewsAgency", "PressService"):
            event.add("participant", self._whole(referent), said)

    def _whole(self, body: Referent) -> Referent:
        """Return the office that a department is a part of: it is the office that takes part."""
        while body.parent is not None and body.kind in _PARTS and body.parent.kind in _WHOLES and self._department(body):
            body = body.parent
        return body

    def _department(self, body: Referent) -> bool:
        last = {self.discourse.stems(name)[-1] for name in body.names}
        return body.kind == "PressService" or bool(last & set(self.pack.settings["departments"])) or not body.names

    def _awaited(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X-in iclasda iştirakı gözlənilir: who is to take part."""
        self._participate(clause, predicate, replace(form, tense="fut"))

    def _common(self, event: Event, clause: Clause) -> None:
        """What any clause about an event may tell besides: organisers, framework, those present."""
        for node in self._marked(clause, "organize"):
            for _, referent in self._referents(node):
                event.add("organizer", referent, self._words(clause, node, "organize"))
                if referent.sort == "person":
                    self._attend(event, referent, self._words(clause, node, "organize"))
        for node in self._marked(clause, "framework"):
            said = self._words(clause, node, "framework")
            if node.kind == "EVENT":
                whole = self._event(node, clause, strong=False, make=False)
                if whole is not None and whole is not event:
                    event.events.setdefault("framework", {}).setdefault(whole, said)
                    event.events.setdefault("part_of", {}).setdefault(whole, said)
            else:
                for _, referent in self._referents(node):
                    if referent.sort in ("org",):
                        event.add("framework", referent, said)
        for marker in ("with", "chair", "lead"):
            for node in self._marked(clause, marker):
                for _, referent in self._referents(node):
                    self._attend(event, referent, self._words(clause, node, marker))

    @staticmethod
    def _status(event: Event, form: VerbForm, clause: Clause) -> None:
        """What is told as done stays done, though the text looks forward to it elsewhere."""
        if event.asserted and event.status == "Held":
            return
        if form.tense in ("fut", "nec") or clause.matrix == "planned":
            event.status = "Planned"

    def _planned(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        node = self._slot(clause, predicate, "event")
        inner = next((c for n in clause.arguments if n.kind == "VN" for c in n.clauses), None)
        if inner is not None:
            clause = replace(clause, arguments=[*inner.arguments, *clause.arguments])
            node = node or next((n for n in inner.arguments if n.kind == "EVENT"), None)
        event = self._event(node, clause, strong=True, fill=True, planned=True)
        if event is not None and not (event.asserted and event.status == "Held"):
            event.status, event.asserted = "Planned", True

    def _devoted(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X … mövzusuna həsr olunub: the theme of the event."""
        node = clause.head if clause.head is not None and clause.head.kind == "EVENT" else self._node(clause, "nom", "event")
        told = next((n for n in reversed(clause.arguments) if n.kind in ("THEME", "QUOTE", "VN", "WORD", "ORG", "STATE") and (n.kind == "THEME" or n.has("dat"))), None)
        if node is None or told is None:
            return
        event = self._event(node, clause, strong=clause.head is None, planned=None)
        if event is None or event.theme:
            return
        first = clause.arguments[0] if clause.head is not None else told
        start, end = (told.things[0].start, told.things[0].end) if told.kind in ("THEME", "QUOTE") and told.things else (first.start, told.end)
        event.theme, event.theme_said = self._nominative(start, end), (start, end, "devoted")
        event.asserted = event.asserted or clause.head is None

    def _nominative(self, start: int, end: int) -> str:
        """Return words of the text with the last one put into the nominative."""
        *head, last = self.text[start:end].split()
        ending = next((e for e in self.pack.readings(last) if e.case == "dat" and e.possessive), None) or next((e for e in self.pack.readings(last) if e.case == "dat"), None)
        return " ".join([*head, self.pack.nominative(last, ending) if ending else last])

    def _cancelled(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        event = self._event(self._slot(clause, predicate, "event"), clause, strong=True, fill=True, planned=None)
        if event is not None:
            event.status, event.asserted = "Cancelled", True

    def _held(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X keçirilib: the event, its day and place, who organised it; "A-da X, B-də Y keçirilib" tells two."""
        parts = _gapped(clause)
        if len(parts) > 1:
            for part in parts:
                self._held(part, predicate, form)
            return None
        node = self._slot(clause, predicate, "event")
        planned = form.tense in ("fut", "nec") or clause.matrix == "planned"
        if node is None:
            founded = self._slot(clause, Predicate("", (("nom", "org"),), ()), "org")
            if founded is None:
                return self._mentioned(clause)
            return None
        if clause.form in ("vn", "inf") and not planned:
            day = self._date(clause)
            if day is None and clause.matrix not in ("say", "told"):
                return None
            planned = day is None or not self._past(day[0])
        partner = self._node(clause, "ins", "partner")
        together = partner if partner is not None and partner.kind in ("ORG", "STATE") and node.things[0].kind != "Meeting" else None
        if partner is not None and node.things[0].kind == "Meeting" and clause.form in ("fin", "any", "conv"):
            self._meet_with(clause, None, partner, node, planned=planned)
            return None
        told = self._date(clause)
        vague = form.tense == "pres" and told is None and clause.head is None
        event = self._event(node, clause, strong=clause.head is None and clause.form in ("fin", "any", "conv"), fill=True, planned=planned, make=not vague)
        if event is None:
            return None
        self._status(event, form, clause)
        event.asserted = event.asserted or clause.head is None or told is not None and "-" in told[0] or self._place(clause, "loc") is not None or any(n.has("organize") or n.has("framework") for n in clause.arguments)
        if event.said[2] == "event_noun":
            event.said = (*self._words(clause, node)[:2], "held")
        self._common(event, clause)
        for _, referent in self._referents(together):
            event.add("organizer", referent, self._words(clause, together, "organize"))
        return None

    def _past(self, date: str) -> bool:
        """Tell whether a day lies before that of publication; False where that is not known."""
        return bool(self.anchor) and not date.startswith("XXXX") and date.partition("/")[0] < self.anchor[: len(date.partition("/")[0])]

    def _hold(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X keçirib: who organised it; "görüş keçirib" with somebody is a meeting."""
        if clause.form in ("vn", "inf"):
            return
        node = self._slot(clause, predicate, "event")
        agent = self._agents(clause, predicate, "organizer") or clause.subject
        partner = self._node(clause, "ins", "partner")
        planned = form.tense in ("fut", "nec")
        if node is None:
            return
        if partner is not None and node.things and node.things[0].kind in ("Meeting", "Event"):
            self._meet_with(clause, agent, partner, node, planned=planned)
            return
        if node.things and node.things[0].kind == "Meeting" and not planned and self._call_at(clause, predicate):
            return
        event = self._event(node, clause, strong=True, fill=True, planned=planned)
        if event is None:
            return
        self._status(event, form, clause)
        event.asserted = True
        self._common(event, clause)
        for _, referent in self._referents(partner) if partner is not None and partner.kind in ("ORG", "STATE") else ():
            event.add("organizer", referent, self._words(clause, partner, "organize"))
        for thing, referent in self._referents(agent):
            if referent.sort == "org" and referent in event.owners and event.kind == "Session":
                continue
            if referent.sort in ("org", "state"):
                event.add("organizer", referent, self._words(clause, agent, "organize"))
            elif event.kind == "Meeting":
                self._attend(event, referent, self._words(clause, agent))
            del thing

    # -- who was there --------------------------------------------------------------------------------------------------
    def _participate(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X iclasda iştirak edib."""
        node = self._slot(clause, predicate, "event")
        planned = form.tense in ("fut", "nec")
        if clause.form in ("vn", "inf"):
            return
        event = self._event(node, clause, strong=clause.form != "part" and not planned, fill=True, planned=True if planned else None) if node is not None else self._context()
        if event is None:
            return
        event.asserted = True
        self._common(event, clause)
        agent = self._agents(clause, predicate)
        taking_part = self._referents(agent)
        others = [n for n in clause.arguments if node is not None and n is not node and n.kind == "EVENT" and n.cases() == node.cases() and not n.things[0].plural]
        events = [event, *(e for n in others if (e := self._event(n, clause, strong=False, planned=True if planned else None)) is not None)]
        for each in events:
            each.asserted = True
            for _, referent in taking_part:
                self._attend(each, referent, self._words(clause, agent))
        for node in self._marked(clause, "abl") if not taking_part else ():
            for _, referent in self._referents(node):
                self._attend(event, referent, self._words(clause, node, "delegates"))
        if agent is not None and any(t.sort == "delegation" for t in agent.things):
            self.discourse.guests = [r for _, r in taking_part]
        self._remember(agent)

    def _context(self) -> Event | None:
        event = self.book.current
        return event

    def _represent(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        self._participate(clause, predicate, form)

    def _gather(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        event = self._event(self._slot(clause, predicate, "event"), clause, strong=True, fill=True)
        if event is not None:
            self._participate(clause, predicate, form)

    def _include(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """Heyətə X daxil olub."""
        event = self._trip()
        delegation = self._slot(clause, predicate, "delegation")
        if delegation is None or event is None:
            return
        agent = self._agents(clause, predicate)
        for _, referent in [*self._referents(delegation), *self._referents(agent)]:
            self._attend(event, referent, self._words(clause, agent))

    def _trip(self) -> Event | None:
        """Return what a delegation was sent to: the last visit, else the event that the text is at."""
        return next((e for e in reversed(self.book.events) if e.kind == "Visit" and e.asserted), self.book.current)

    def _lead(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X-in başçılıq etdiyi nümayəndə heyəti; heyətə X başçılıq edir."""
        delegation = self._slot(clause, predicate, "delegation") or next((n for n in clause.arguments if n.kind == "GROUP" and n.concept and n.concept.name == "guest" and n.has("dat")), None)
        agent = self._agents(clause, predicate)
        if delegation is None or agent is None or not agent.things or delegation is agent:
            if clause.form in ("fin", "any", "conv", "obj") and agent is not None:
                self._chair(clause, predicate, form)
            return
        if clause.form == "obj":
            for thing in [t for t in delegation.things if t.sort == "delegation"][:1]:
                thing.leader = agent.things[-1]
                thing.of = [*agent.things[:-1], *thing.of]
                if agent.things[-1].sort == "person":
                    self.discourse.person(agent.things[-1], "gen")
        elif (event := self._trip()) is not None:
            led = self._referents(agent)
            self.discourse.guests = [*self.discourse.guests, *(r for _, r in led if r not in self.discourse.guests)]
            for _, referent in led:
                self._attend(event, referent, self._words(clause, agent))

    def _chair(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        node = self._node(clause, "dat", "event")
        agent = self._node(clause, "nom", "agent")
        if node is None and clause.head is not None and clause.head.kind == "EVENT":
            node = clause.head
        event = self._event(node, clause, strong=True, planned=None) if node is not None else None
        if event is not None:
            event.asserted = True
            for _, referent in self._referents(agent):
                self._attend(event, referent, self._words(clause, agent, "chair"))

    def _hostess(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        node = self._slot(clause, predicate, "event")
        planned = form.tense == "fut"
        event = self._event(node, clause, strong=not planned, fill=True, planned=planned)
        agent = self._agents(clause, predicate, "organizer")
        if event is not None:
            self._status(event, form, clause)
            event.asserted = True
            for _, referent in self._referents(agent):
                event.add("organizer", referent, self._words(clause, agent, "organize"))
                seat = referent if referent.sort == "state" else referent.state
                if event.place is None and seat is not None:
                    event.place, event.place_said = seat, self._words(clause, agent, "host")

    # -- meetings and visits --------------------------------------------------------------------------------------------
    def _meet(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        partner = self._slot(clause, predicate, "partner")
        agent = self._agents(clause, predicate)
        if partner is None and agent is not None and (agent.plural() or len(agent.things) > 1) and clause.form in ("fin", "any", "conv"):
            self._meet_each_other(clause, agent, planned=form.tense in ("fut", "nec"))
            return
        if partner is None and clause.form != "part":
            return
        if clause.form == "part" and (partner is None or partner.kind == "GROUP") and self.book.current is not None:
            for _, referent in self._referents(agent):
                self._attend(self.book.current, referent, self._words(clause, agent, "meet"))
            return
        self._meet_with(clause, agent, partner, None, planned=form.tense in ("fut", "nec"))

    def _meet_with(self, clause: Clause, agent: Node | None, partner: Node | None, noun: Node | None, *, planned: bool) -> None:
        if clause.form in ("vn", "inf") or noun is not None and noun.plural() and noun.things and noun.things[0].plural and partner is not None and partner.plural():
            return
        ours, theirs = self._referents(agent), self._referents(partner)
        if not ours and self.discourse.guests and agent is None:
            ours = [(Thing("group", clause.verb.start, clause.verb.end), r) for r in self.discourse.guests if r not in {t for _, t in theirs}]
        if not ours and self.subject is not None:
            ours = [(Thing("person", clause.verb.start, clause.verb.end), self.subject)]
        if not theirs or not ours:
            return
        said = self._words(clause, partner or agent, "meet")
        date, place = self._date(clause), self._place(clause, "loc")
        apart = [t for t in partner.things if t.sort == "person"] if partner else []
        bodies = [next((b for _, b in reversed(r.posts)), r) for _, r in theirs if r.sort == "person"]
        if len(apart) > 1 and len(set(bodies)) == len(apart):
            for thing in apart:
                one = Node("PERSON", partner.first, partner.last, thing.start, thing.end, "", partner.endings, [thing]) if partner else None
                event = self.book.new("Meeting", said)
                self._meeting(event, ours + self._referents(one), said, date, place, clause, planned=planned)
            return
        people = {r for _, r in [*ours, *theirs] if r.sort == "person"}
        event = self._same_meeting(people, {r for _, r in theirs}, date[0] if date else "")
        if event is None:
            event = self.book.new("Meeting", said)
        self._meeting(event, ours + theirs, said, date, place, clause, planned=planned)
        self._remember(agent)

    def _meet_each_other(self, clause: Clause, agent: Node, *, planned: bool) -> None:
        """ "Tərəflər görüşüblər": guests and hosts of the visit that the text is at."""
        named = [(t, r) for t, r in self._referents(agent) if r.sort == "person"]
        named = named if len(named) > 1 else [p for p in self._referents(agent) if len(agent.things) > 1]
        parties = named if len(named) > 1 else [(Thing("group", agent.start, agent.end), r) for r in [*self.discourse.guests, *self.discourse.inviters]]
        if len(parties) < 2:
            return
        said = self._words(clause, agent, "meet")
        people = {r for _, r in parties if r.sort == "person"}
        date = self._date(clause)
        event = self._same_meeting(people, people or {r for _, r in parties}, date[0] if date else "") or self.book.new("Meeting", said)
        self._meeting(event, parties, said, date, self._place(clause, "loc"), clause, planned=planned)

    def _same_meeting(self, people: set[Referent], partners: set[Referent], date: str) -> Event | None:
        for event in self.book.events:
            if event.kind == "Meeting" and (not date or not event.date or dates_agree(date, event.date)):
                there = event.people()
                bodies, present = {body for partner in partners for _, body in partner.posts}, set(event.slots.get("participant", ()))
                met = partners & (there | present) or there and there <= people and bodies & present
                if met and (people <= there or there <= people) or people and not there and not event.slots:
                    return event
        return None

    def _meeting(self, event: Event, parties: list[tuple[Thing, Referent]], said: Said, date: tuple[str, Said] | None, place: tuple[Referent, Said] | None, clause: Clause, *, planned: bool) -> None:
        for _, referent in parties:
            self._attend(event, referent, said)
        if date and not event.date:
            event.date, event.date_said = date
        if place and event.place is None:
            event.place, event.place_said = place
        event.status = "Planned" if planned else event.status
        event.asserted = True
        event.last_seen = said[0]
        self._common(event, clause)
        self._within_visit(event, said)
        if not planned:
            self.book.current = event

    def _within_visit(self, event: Event, said: Said) -> None:
        """A meeting with a visitor is part of the visit."""
        there = event.people()
        for visit in self.book.events:
            if visit.kind == "Visit" and visit is not event and visit.people() & there and not event.events.get("part_of"):
                event.events.setdefault("part_of", {})[visit] = said
                if event.place is None and visit.place is not None:
                    event.place, event.place_said = visit.place, visit.place_said

    def _receive(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X Y-i qəbul edib: a meeting of host and guest."""
        if clause.form in ("vn", "inf"):
            return
        guest = self._slot(clause, predicate, "guest")
        agent = self._agents(clause, predicate)
        if guest is None or agent is None or clause.form == "obj":
            return
        if guest.kind not in ("GROUP", "DELEGATION") and not any(t.sort in ("person", "delegation", "post") for t in guest.things):
            return
        ours, theirs = self._referents(agent), self._referents(guest)
        if not ours or not theirs:
            return
        if guest.kind != "GROUP":
            self.discourse.guests = [r for _, r in theirs]
        said = self._words(clause, agent, "receive")
        date, place = self._date(clause), self._place(clause, "loc")
        people = {r for _, r in [*ours, *theirs] if r.sort == "person"}
        event = self._same_meeting(people, {r for _, r in theirs}, date[0] if date else "") or self.book.new("Meeting", said)
        self._meeting(event, ours + theirs, said, date, place, clause, planned=form.tense == "fut")
        self._remember(agent)

    def _received(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """Y X tərəfindən qəbul edilib."""
        guest = self._slot(clause, predicate, "guest")
        host = next(self._marked(clause, "by"), None) or next((n for n in clause.arguments if n.kind == "ORG" and n.has("loc")), None)
        theirs, ours = self._referents(guest), self._referents(host)
        if theirs and ours and clause.form not in ("vn", "inf"):
            said = self._words(clause, guest, "receive")
            people = {r for _, r in [*ours, *theirs] if r.sort == "person"}
            event = self._same_meeting(people, {r for _, r in ours}, "") or self.book.new("Meeting", said)
            self._meeting(event, ours + theirs, said, self._date(clause), self._place(clause, "loc"), clause, planned=False)

    def _visit(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X Y-ə səfər edib / səfərə gəlib."""
        self._travel(clause, predicate, form)

    def _move(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """A verb of motion tells a visit where the word stands beside it ("işgüzar səfərlə ölkəmizdə olan")."""
        trip = next((n for n in clause.arguments if n.kind == "EVENT" and n.things[0].kind == "Visit" and n.cases() & {"dat", "ins", "loc"}), None)
        if trip is not None:
            self._travel(clause, predicate, form)
            return
        if self._arrive(clause, predicate):
            self._travel(clause, predicate, form)
            return
        if any(n.kind == "DELEGATION" and n.has("members") for n in clause.arguments) and (visit := self._trip()) is not None:
            agent = self._agents(clause, predicate)
            for _, referent in self._referents(agent):
                self._attend(visit, referent, self._words(clause, agent, "include"))
            return
        if clause.form in ("fin", "any", "conv") and form.tense == "past" and self._call_at(clause, predicate):
            return
        event_node = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("nom")), None)
        if event_node is not None and clause.form in ("fin", "any") and (self._date(clause) or self._place(clause, "loc")):
            self._held(clause, Predicate("held", (("nom", "event"),), ()), form)

    def _arrive(self, clause: Clause, predicate: Predicate) -> bool:
        """ "Nümayəndə heyəti ölkəmizə gəlib": who comes to a state with a delegation or upon an invitation visits it."""
        if clause.form not in ("fin", "any", "conv") or not any(n.kind in ("STATE", "PLACE") and n.has("dat") for n in clause.arguments):
            return False
        agent = self._slot(clause, predicate, "agent")
        if agent is None or not (agent.kind == "DELEGATION" or any(n.has("invite") or n.kind == "EVENT" and n.things[0].kind == "Visit" for n in clause.arguments)):
            return False
        if any(n.kind == "VN" or n.kind == "EVENT" and n.things[0].kind != "Visit" for n in clause.arguments):
            return False
        people = {r for _, r in self._referents(agent)}
        place = self._place(clause, "dat", seat=False)
        country = place[0] if place is not None and place[0].sort == "state" else place[0].state if place is not None else None
        if any(country in (r.state, *(b if b.sort == "state" else b.state for _, b in r.posts)) for r in people):
            return False
        return bool(people) and not any(e.kind == "Visit" and people & {*e.people(), *e.slots.get("participant", ())} for e in self.book.events)

    def _lay(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """Guests lay a wreath: a ceremony of their own."""
        agent = self._agents(clause, predicate)
        guests = self._referents(agent) if agent is not None else [(Thing("group", clause.verb.start, clause.verb.end), g) for g in self.discourse.guests]
        site = next((n for n in clause.arguments if n.kind in ("PLACE", "ORG") and n.cases() & {"loc", "acc", "dat", "gen"} and len(n.things) == 1), None)
        if not guests or clause.form in ("vn", "inf", "part", "obj") or form.tense == "fut" or not any(e.kind == "Visit" for e in self.book.events):
            return
        said = self._words(clause, agent, "lay")
        event = next((e for e in self.book.events if e.kind == "Ceremony"), None) or self.book.new("Ceremony", said)
        event.asserted = True
        for _, referent in guests:
            self._attend(event, referent, said)
        place = self.discourse.place(site.things[0]) if site is not None and site.kind == "PLACE" else None
        if place is not None and event.place is None and site is not None:
            event.place, event.place_said = place, self._words(clause, site, "place")
        self._within_visit(event, said)

    def _call_at(self, clause: Clause, predicate: Predicate) -> bool:
        """ "Nümayəndə heyəti Ədliyyə Nazirliyində olub": a call at an office is a meeting there."""
        agent = self._slot(clause, predicate, "agent") or self._slot(clause, predicate, "organizer")
        seat = next((n for n in clause.arguments if n.kind == "ORG" and n.has("loc") and len(n.things) == 1), None)
        if agent is None or seat is None or agent.kind not in ("DELEGATION", "GROUP"):
            return False
        guests, host = self._referents(agent), self.discourse.resolve(seat.things[0])
        if not guests or host is None or host.kind not in _WHOLES | {"Council", "InternationalOrganization"}:
            return False
        said = self._words(clause, agent, "call")
        event = self.book.new("Meeting", said)
        place = (host.state, self._words(clause, seat, "place_of_office")) if host.state is not None else None
        self._meeting(event, [*guests, (seat.things[0], host)], said, self._date(clause), place, clause, planned=False)
        return True

    def _travel(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        if clause.form in ("vn", "inf"):
            return
        agent = self._agents(clause, predicate)
        parties = self._referents(agent)
        place = self._place(clause, "dat") or self._place(clause, "loc")
        if not parties and self.subject is not None and agent is None and not (clause.arguments and clause.arguments[0].kind == "NAME"):
            parties = [(Thing("person", clause.verb.start, clause.verb.end), self.subject)]
        if not parties:
            return
        said = self._words(clause, agent, "visit")
        date = self._date(clause)
        people = {r for _, r in parties if r.sort == "person"}
        event = next((e for e in self.book.events if e.kind == "Visit" and (e.people() & people or not people) and (not place or not e.place or place[0] in (e.place, e.place.state) or place[0].state is e.place)), None)
        if event is None:
            event = self.book.new("Visit", said)
        for _, referent in parties:
            self._attend(event, referent, said)
        if date and not event.date:
            event.date, event.date_said = date
        if place and (event.place is None or event.place.sort == "state" and place[0].sort == "place"):
            event.place, event.place_said = place
        if form.tense == "fut":
            event.status = "Planned"
        event.asserted = True
        event.last_seen = said[0]
        for node in self._marked(clause, "lead"):
            for _, referent in self._referents(node):
                self._attend(event, referent, self._words(clause, node))
        if parties and not (agent is not None and agent.kind == "GROUP"):
            self.discourse.guests = [r for _, r in parties]
        if clause.form in ("fin", "any", "conv") and self.book.current is None:
            self.book.current = event
        self._remember(agent)

    # -- speaking -------------------------------------------------------------------------------------------------------
    def _speak(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X seminarda çıxış edib."""
        if clause.form in ("vn", "inf") or form.tense == "fut":
            return
        node = self._slot(clause, predicate, "event")
        event = self._event(node, clause, strong=clause.form != "part", planned=None) if node is not None else self.book.current
        agent = self._agents(clause, predicate)
        if event is None:
            return
        event = self._talk(event)
        event.asserted = True
        for _, referent in self._referents(agent):
            if referent.sort == "person":
                self._attend(event, referent, self._words(clause, agent), speaks=True)
        self._remember(agent)

    def _open(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X tədbiri açıb: a person who opens an event speaks there; a body that does holds it."""
        agent = self._agents(clause, predicate)
        if agent is not None and agent.kind in ("ORG", "STATE"):
            self._hold(clause, Predicate("hold", (("nom", "organizer"), ("acc", "event")), ()), form)
        else:
            self._speak(clause, predicate, form)

    def _phase(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X davam edir, başa çatıb: an event told before goes on or ends; only one with marks of its own is new."""
        node = self._slot(clause, predicate, "event")
        event = self._event(node, clause, strong=form.tense != "fut", fill=clause.head is not None, planned=None, make=bool(node and (node.things[0].of or node.things[0].place or node.clauses)))
        if event is not None:
            event.asserted = True
            self._common(event, clause)

    def _say(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X bildirib: he spoke at the event that the text is at."""
        if clause.form in ("vn", "inf", "part") or self.headline or form.tense == "imp":
            self._mentioned(clause)
            return
        node = self._slot(clause, predicate, "event")
        event = self._event(node, clause, strong=False, planned=None) if node is not None else None
        agent = self._agents(clause, predicate)
        people = [(t, r) for t, r in self._referents(agent) if r.sort == "person"]
        if not people and agent is None and self.subject is not None and self._pronoun(clause):
            people = [(Thing("person", clause.verb.start, clause.verb.end), self.subject)]
        marked = node is not None and bool(node.clauses or any(t.sort in ("org", "person") for t in node.things[0].of))
        if event is None or not event.asserted and not marked:
            event = self.book.current
        if self._to_the_press(clause) or event is not None and clause.verb.start - event.last_seen > _LONG_AGO:
            event = None
        if event is not None and event.status == "Held":
            event = self._talk(event)
            event.asserted = event.asserted or bool(people) and marked
            self.book.current = event if event.asserted else self.book.current
            for thing, referent in people:
                if event.kind == "Visit" or any(role == "HeadOfState" for role, _ in referent.posts) and not event.has("attendee", referent):
                    continue
                self._attend(event, referent, self._words(clause, agent) if agent else (thing.start, thing.end, "say"), speaks=True)
                event.last_seen = clause.verb.end
        self._remember(agent)

    def _to_the_press(self, clause: Clause) -> bool:
        """What is told to an agency or in an interview is not said at an event."""
        return any(n.kind == "ORG" and n.has("dat") and any(t.kind == "NewsAgency" for t in n.things) for n in clause.arguments) or any(
            n.kind == "WORD" and self.pack.fold(n.text).startswith(tuple(self.pack.settings["press"])) for n in clause.arguments
        )

    def _talk(self, event: Event) -> Event:
        """Words are said at the meeting of a visit, not at the visit."""
        if event.kind != "Visit":
            return event
        inner = [e for e in self.book.events if event in e.events.get("part_of", {}) and e.kind == "Meeting"]
        return inner[-1] if inner else event

    def _pronoun(self, clause: Clause) -> bool:
        return bool(clause.arguments) and self.pack.fold(clause.arguments[0].text) in self.pack.settings["pronouns"]

    def _told(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X-dən bildirilib: whose information the article relays."""
        self._relays(clause, "abl")
        self._mentioned(clause)

    def _report(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X xəbər verir: a body is the source; a person who makes something known speaks."""
        agent = self._slot(clause, predicate, "source") or clause.subject
        if agent is not None and agent.kind in ("PERSON", "ROLE", "POST"):
            self._say(clause, Predicate("say", (("nom", "agent"), ("loc", "event")), ()), form)
            return
        self._relays(clause, "nom")
        self._mentioned(clause)

    def _relays(self, clause: Clause, case: str) -> None:
        for node in clause.arguments:
            if node.kind == "ORG" and (node.has(case) and not (case == "nom" and node.has("gen")) or node.has("source")):
                referent = self.discourse.resolve(node.things[-1])
                if referent is not None and referent.kind != "NewsAgency" and (clause.form != "none" or referent.kind == "PressService"):
                    self.sources.append((referent, self._words(clause, node, "source")))

    def _mentioned(self, clause: Clause) -> None:
        """A clause that tells nothing of its own may still say where the text is: "görüşdə"."""
        for node in clause.arguments:
            if node.kind == "EVENT" and (node.has("loc") or node.has("abl")) and not self.headline:
                thing = node.things[0]
                met = any(t.sort == "person" for t in thing.of) or thing.kind == "Session" and bool(thing.of) and clause.form in ("fin", "any") and clause.tense == "past"
                event = self._event(node, clause, strong=False, planned=None, make=met, fill=met)
                if event is not None and met:
                    event.asserted = True
                if event is not None and event.status == "Held" and node.has("loc"):
                    self.book.current = event
        if clause.arguments:
            own = next((n for n in reversed(clause.arguments) if n.kind in ("PERSON", "POST", "ROLE") and n.has("nom")), None)
            self._remember(own)

    def _remember(self, node: Node | None) -> None:
        people = [r for _, r in self._referents(node) if r.sort == "person"] if node is not None else []
        if people:
            self.subject = people[-1]

    # -- documents and foundings ----------------------------------------------------------------------------------------
    def _sign(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        node = self._slot(clause, predicate, "document")
        document = self._document(node, clause, form)
        if document is None:
            return
        agent = self._agents(clause, predicate)
        if agent is not None and agent.kind == "ROLE" and agent.plural() and self.book.current is not None and agent.concept:
            for person in [p for slot in ("attendee", "speaker") for p in self.book.current.slots.get(slot, ())]:
                if any(role == agent.concept.name for role, _ in person.posts):
                    self._signs(document, person, self._words(clause, agent, "sign"))
        for _, referent in self._referents(agent):
            self._signs(document, referent, self._words(clause, agent, "sign"))

    @staticmethod
    def _signs(document: Document, referent: Referent, said: Said) -> None:
        body = next((b for role, b in reversed(referent.posts) if b.sort == "org"), None) if referent.sort == "person" else referent
        document.signatories.setdefault(body or referent, said)

    def _signed(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        node = self._slot(clause, predicate, "document")
        if node is None and clause.verb.text.startswith(("qəbul",)):
            self._received(clause, Predicate("received", (("nom", "guest"),), ()), form)
            return
        self._document(node, clause, form)

    def _document(self, node: Node | None, clause: Clause, form: VerbForm) -> Document | None:
        """Return the document that a clause says was signed or adopted; planned ones are left out."""
        if node is None or form.tense in ("fut", "nec") or clause.form in ("vn", "inf"):
            return None
        thing = node.things[0] if node.kind == "DOCUMENT" else None
        if thing is None or thing.plural:
            return None
        document = self._same_document(thing)
        said = self._words(clause, node, "sign")
        if document is None:
            document = Document(f"d{len(self.book.documents) + 1}", thing.kind, said)
            self.book.documents.append(document)
        document.name = document.name or thing.name
        for party in thing.of or (self._parties(thing) if thing.rules[:1] == ("quoted_title",) else ()):
            referent = self.discourse.resolve(party) if party.sort in ("org", "state") else None
            if referent is not None:
                document.signatories.setdefault(referent, said)
        date = self._date(clause)
        if date and not document.signed:
            document.signed, document.signed_said = date
        for between in self._marked(clause, "between"):
            for _, referent in self._referents(between):
                document.signatories.setdefault(referent, said)
        current = self.book.current
        if not document.signed and current is not None and current.date and current.kind != "Visit" and clause.form == "fin" and "/" not in current.date and not self.headline:
            document.signed, document.signed_said = current.date, current.date_said
        background = clause.form in ("part", "any", "obj") and clause.head is not None
        if current is not None and current.kind == "Meeting":
            current = next((whole for whole in current.events.get("framework", {}) if whole.kind in ("Session", "Conference", "Forum")), current)
        elsewhere = current is not None and date is not None and current.date and not dates_agree(date[0], current.date)
        if current is not None and document.produced_at is None and not background and not elsewhere and not self.headline:
            document.produced_at, document.produced_said = current, said
        return document

    def _parties(self, thing: Thing) -> list[Thing]:
        """Return between whom a document is, where its title says so."""
        return next((n.things for n in self.inside(thing.start, thing.end) if n.has("between")), [])

    def _same_document(self, thing: Thing) -> Document | None:
        for document in reversed(self.book.documents):
            if document.kind == thing.kind and (self.headline or not thing.name or not document.name or self.pack.fold(thing.name) in self.pack.fold(document.name) or self.pack.fold(document.name) in self.pack.fold(thing.name)):
                return document
        return self.book.documents[-1] if self.book.documents and thing.kind == "Document" and not thing.name else None

    def _founded(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """Bakıda təsis edilmiş Şura: when and where it was founded."""
        node = self._slot(clause, predicate, "org")
        if node is None and clause.head is not None and clause.head.kind == "EVENT" and clause.head.things:
            node = Node("ORG", 0, 0, clause.head.start, clause.head.end, "", things=[t for t in clause.head.things[0].of if t.sort == "org"][-1:])
        if node is None or form.tense in ("fut", "nec"):
            return
        for thing in node.things[-1:]:
            date, place = self._date(clause), self._place(clause, "loc", seat=False)
            sitting = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("loc")), None)
            told = self._event(sitting, clause, strong=False, planned=None, make=False)
            current = told or (self.book.current if clause.form in ("fin", "any") and clause.head is None else None)
            if thing.sort == "org" and thing.rules and thing.rules[0] == "lone_office" and not thing.chief:
                referent = next((o for o in current.owners if o.kind == "Council"), None) if current else None
            else:
                referent = self.discourse.resolve(thing) if thing.sort == "org" else None
            if referent is None or referent.kind in ("ProsecutorsOffice", "Ministry"):
                continue
            if date is None and place is None and current is not None and current.date and not self.headline:
                date = (current.date, current.date_said or current.said)
                place = (current.place, current.place_said or current.said) if current.place else None
            facts = self.founded.setdefault(referent, {})
            said = self._words(clause, node, "founded")
            if date:
                facts.setdefault("date", (date[0], (min(said[0], date[1][0]), max(said[1], date[1][1]), "founded")))
            if place:
                facts.setdefault("place", (place[0], (min(said[0], place[1][0]), max(said[1], place[1][1]), "founded")))

    # -- posts ----------------------------------------------------------------------------------------------------------
    def _serve(self, clause: Clause) -> None:
        """X Y-nin sədri olub, X Y-nin sədridir, X Y-nin sədri seçilib: a post told as what X is."""
        frame = clause.verb.senses[0][0].frame if clause.verb.senses else ""
        words = self.pack.settings["serving"]
        serving = frame == "appointed" or clause.verb.senses and self.pack.fold(clause.verb.text).startswith(tuple(words)) and clause.form in ("fin", "any", "conv")
        posts = [n for n in clause.arguments if n.kind == "POST" and (n.has("cop") or serving and n.has("nom")) and len(n.things) == 1]
        person = next((n for n in clause.arguments if n.kind in ("PERSON", "NAME") and n.has("nom")), None) or (clause.subject if clause.subject and clause.subject.kind == "PERSON" else None)
        if not posts or person is None:
            return
        for post in posts:
            near = next((n for n in reversed(clause.arguments) if n.kind == "PERSON" and n.has("nom") and n.last < post.first), person)
            for _, referent in self._referents(near):
                if referent.sort == "person" and not post.things[0].plural:
                    self.discourse.hold(referent, post.things[0], (min(near.start, post.start), max(near.end, post.end, clause.verb.end), "serves"))

    def _appointed(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        agent = self._agents(clause, predicate)
        node = self._slot(clause, predicate, "post")
        if agent is None or node is None or agent.kind not in ("PERSON", "NAME") or form.tense == "fut" or any(n.kind == "POST" for n in clause.arguments):
            return
        for _, referent in self._referents(agent):
            for thing in node.things:
                if referent.sort == "person" and thing.sort == "post":
                    self.discourse.hold(referent, thing, self._words(clause, agent, "appointed"))


def _gapped(clause: Clause) -> list[Clause]:
    """Return a clause with several subjects, each with a time or place before it, as one clause for each."""
    ends = [i for i, n in enumerate(clause.arguments) if n.kind == "EVENT" and n.has("nom") and not n.has("gen")]
    if len(ends) < 2 or clause.head is not None:  # noqa: PLR2004
        return [clause]
    starts = [0, *(end + 1 for end in ends[:-1])]
    spans = [clause.arguments[start : end + 1] for start, end in zip(starts, ends, strict=True)]
    if not all(any(n.kind in ("DATE", "PLACE", "STATE") for n in nodes) for nodes in spans):
        return [clause]
    return [replace(clause, arguments=nodes) for nodes in spans]


def _post_of(node: Node) -> Thing:
    """The post of a role told without its body."""
    concept = node.concept
    national = concept.get("national") if concept else ""
    plural = any(e.plural for e in node.endings) and not any(not e.plural for e in node.endings)
    return Thing("post", node.start, node.end, kind=concept.name if concept else "", national=national or ("state" if concept and concept.get("state") == "1" else ""), plural=plural)
