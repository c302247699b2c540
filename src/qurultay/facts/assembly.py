"""From what was understood to a :class:`~qurultay.model.Reading`: entities, facts, and the words that say them.

Events that no clause asserts, or that nothing is told of but their kind, are left out here, with the reason. All
offsets are mapped back to the article as it was given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qurultay.article import Layout
from qurultay.facts import confidence
from qurultay.facts.conclusion import conclude
from qurultay.facts.discourse import Discourse, Referent
from qurultay.facts.events import Book, Document, Event, Said
from qurultay.facts.frames import Frames
from qurultay.language.pack import LanguagePack
from qurultay.language.repair import Repaired
from qurultay.model import ARTICLE, Article, Entity, Evidence, Fact, Mention, Name, Reading, Value

__all__ = ["assemble"]

_SLOTS = {
    "organizer": "schema:organizer",
    "framework": "q:framework",
    "participant": "q:participant",
    "attendee": "schema:attendee",
    "speaker": "q:speaker",
    "part_of": "schema:superEvent",
}
_EDTF = (
    ("xsd:date", re.compile(r"\d{4}-\d\d-\d\d")),
    ("xsd:gYearMonth", re.compile(r"\d{4}-\d\d")),
    ("xsd:gYear", re.compile(r"\d{4}")),
    ("xsd:gMonthDay", re.compile(r"XXXX-\d\d-\d\d")),
)


def assemble(
    article: Article, clean: Repaired, layout: Layout, discourse: Discourse, book: Book, frames: Frames, pack: LanguagePack
) -> Reading:
    """Return the reading of an article from what the frames found in it."""
    return _Assembly(article, clean, layout, discourse, book, frames, pack).reading()


class _Assembly:
    def __init__(
        self, article: Article, clean: Repaired, layout: Layout, discourse: Discourse, book: Book, frames: Frames, pack: LanguagePack
    ) -> None:
        self.article, self.clean, self.layout = article, clean, layout
        self.discourse, self.book, self.frames, self.pack = discourse, book, frames, pack
        self.used: set[Referent] = set()
        self.facts: list[Fact] = []

    def reading(self) -> Reading:
        """Tell all facts, then name all that they speak of."""
        conclude(self.book)
        for event in self.book.events:
            if event.status == "Held" and self._later(event.date):
                event.status = "Planned"
        events = [e for e in self.book.events if self._worth_telling(e)]
        entities: list[Entity] = []
        for event in events:
            entities.append(Entity(event.ref, event.kind, names=self._names_of(event)))
            self._tell_event(event, events)
        for document in self.book.documents:
            entities.append(Entity(document.ref, document.kind, names=self._names_of(document)))
            self._tell_document(document, events)
        entities += self._memberships()
        self._tell_members()
        self._tell_foundings()
        self._tell_article()
        named = [r for r in self.discourse.referents.values() if r.mentions or r in self.used]
        for referent in named:
            self._tell_organization(referent)
        named = [r for r in self.discourse.referents.values() if r.mentions or r in self.used]
        entities = [self._entity(r) for r in named] + entities
        mentions = tuple(Mention(self.clean.span(start, end), r.ref, rule) for r in named for start, end, rule in sorted(set(r.mentions)))
        dropped = self.layout.dropped(self.clean) + tuple(
            (self._evidence(e.said).span, "an event that nothing more is told of") for e in self.book.events if e not in events
        )
        return Reading(self.article, tuple(entities), tuple(self.facts), mentions, dropped)

    def _later(self, date: str) -> bool:
        """Tell whether a date lies after that of publication; False where either is not known."""
        published = self.layout.published
        return bool(date and published) and date[: len(published or "")] > (published or "") and not date.startswith("XXXX")

    @staticmethod
    def _worth_telling(event: Event) -> bool:
        """Tell whether anything is told of an event but its kind."""
        if not event.asserted:
            return False
        dated = event.date_said is not None and bool(_dates(event.date))
        parties = any(slot in ("organizer", "participant") for slot, *_ in _members(event))
        return bool(dated or event.place or parties or len(event.people()) > 1)

    def _evidence(self, said: Said) -> Evidence:
        span = self.clean.span(said[0], said[1])
        return Evidence(span, span.of(self.article.text), said[2] or "mention")

    def _tell(self, predicate: str, subject: str, target: Referent | str | Value, said: Said, *, about: Referent | None = None) -> None:
        """Add a fact with its words and confidence; ``about`` is the body whose novelty counts, else the target."""
        body = about if about is not None else target
        new = isinstance(body, Referent) and body.sort == "org" and body.path not in self.discourse.reference
        if isinstance(target, Referent):
            self.used.add(target)
            target = target.ref
        words = self._evidence(said)
        sure = confidence.of(predicate, words.rule, target=target if isinstance(target, str) else "", new=new, language=self.pack.language)
        self.facts.append(Fact(subject, predicate, target, (words,), sure))

    def _names_of(self, told: Event | Document) -> tuple[Name, ...]:
        return (Name(told.name, self.pack.language, self._evidence(told.said)),) if told.name else ()

    def _tell_event(self, event: Event, events: list[Event]) -> None:
        """Tell an event; of other events only those in ``events`` are named."""
        self._tell("rdf:type", event.ref, f"q:{event.kind}", event.said)
        self._tell("q:status", event.ref, f"q:{event.status}", event.said)
        if event.date and event.date_said:
            for predicate, value in zip(("schema:startDate", "schema:endDate"), _dates(event.date), strict=False):
                self._tell(predicate, event.ref, value, event.date_said)
        if event.place and event.place_said:
            self._tell("schema:location", event.ref, event.place, event.place_said)
        if event.theme and event.theme_said:
            self._tell("q:theme", event.ref, Value(" ".join(event.theme.split()), language=self.pack.language), event.theme_said)
        if event.in_row() and event.ordinal_said:
            self._tell("schema:position", event.ref, Value(event.ordinal, "xsd:integer"), event.ordinal_said)
        for slot, referent, said in _members(event):
            self._tell(_SLOTS[slot], event.ref, referent, said)
        for slot, wholes in event.events.items():
            for whole, said in wholes.items():
                if whole in events and whole is not event:
                    self._tell(_SLOTS[slot], event.ref, whole.ref, said)

    def _tell_document(self, document: Document, events: list[Event]) -> None:
        self._tell("rdf:type", document.ref, f"q:{document.kind}", document.said)
        for referent, said in document.signatories.items():
            self._tell("q:signatory", document.ref, referent, said)
        if document.signed and document.signed_said:
            for value in _dates(document.signed)[:1]:
                self._tell("q:signedOn", document.ref, value, document.signed_said)
        if document.produced_at in events and document.produced_said:
            self._tell("q:producedAt", document.ref, document.produced_at.ref, document.produced_said)

    def _memberships(self) -> list[Entity]:
        """Return the posts that people are told to hold, and tell their facts."""
        found: list[Entity] = []
        for person in self.discourse.people:
            for role, body in person.posts:
                if role.removeprefix("First").removeprefix("Deputy") in self.pack.settings["untold_roles"] or body.sort not in (
                    "org",
                    "state",
                ):
                    continue
                ref = f"m{len(found) + 1}"
                said = person.posts_said[role, body.ref]
                found.append(Entity(ref, "Membership"))
                self._tell("rdf:type", ref, "org:Membership", said, about=body)
                self._tell("org:member", ref, person, said, about=body)
                self._tell("org:organization", ref, body, said)
                self._tell("org:role", ref, f"role:{role}", said, about=body)
        return found

    def _tell_members(self) -> None:
        for member, whole, said in dict.fromkeys((m, w, s) for m, w, s in self.frames.memberships):
            self._tell("org:memberOf", self._use(member), whole, said)

    def _tell_foundings(self) -> None:
        for referent, founding in self.frames.founded.items():
            if founding.date is not None and (values := _dates(founding.date[0])):
                self._tell("schema:foundingDate", self._use(referent), values[0], founding.date[1])
            if founding.place is not None:
                self._tell("schema:foundingLocation", self._use(referent), *founding.place)

    def _use(self, referent: Referent) -> str:
        self.used.add(referent)
        return referent.ref

    def _tell_article(self) -> None:
        """Tell who published the article, when, and whose information it relays."""
        if self.layout.publisher and self.layout.publisher_span:
            start, end = self.layout.publisher_span
            self._tell("schema:publisher", ARTICLE, Value(self.layout.publisher), (start, end, "publisher"))
        if self.layout.published and self.layout.published_span:
            start, end = self.layout.published_span
            self._tell("schema:datePublished", ARTICLE, Value(self.layout.published, "xsd:date"), (start, end, "dateline"))
        for referent, said in self.frames.sources[:1]:
            self._tell("schema:sourceOrganization", ARTICLE, referent, said)

    def _tell_organization(self, referent: Referent) -> None:
        """Tell what a body belongs to: the body above it, or its state."""
        if referent.sort != "org":
            return
        said = referent.defined if referent.defined[2] else next(iter(referent.mentions), None)
        if said is None:
            return
        if referent.parent is not None and (referent.parent_told or referent.parent.names):
            self._tell("org:subOrganizationOf", referent.ref, referent.parent, said)
        if referent.state is not None and referent.path not in self.discourse.reference and not referent.parent:
            self._tell("q:jurisdiction", referent.ref, referent.state, said)

    def _entity(self, referent: Referent) -> Entity:
        """Return an entity with its names, the longest first."""
        names = [Name(name, self.pack.language, self._evidence((start, end, rule))) for name, (start, end, rule) in referent.names.items()]
        names.sort(key=lambda n: (-len(n.text), n.evidence.span))
        if (
            not names
            and referent.path not in self.discourse.reference
            and referent.path.startswith("organization/")
            and referent.state is not None
        ):
            names = list(self._composed(referent))
        return Entity(referent.ref, referent.kind, referent.path or None, tuple(names))

    def _composed(self, referent: Referent) -> Iterator[Name]:
        """Yield the name of a national office that the text names only through its head or in a list."""
        kind = referent.path.removeprefix("organization/").rpartition("-")[0]
        known = self.discourse.reference.get(f"office-kind/{kind}")
        state = self.discourse.reference.get(referent.state.path) if referent.state else None
        said = referent.defined if referent.defined[2] else next(iter(referent.mentions), None)
        if known is None or state is None or said is None:
            return
        *head, last = known.label(self.pack.language).split()
        owned = (
            self.pack.nominative(last, next(iter(self.pack.readings(last)))) if last.endswith(("ı", "i", "u", "ü")) else self._owned(last)
        )
        yield Name(" ".join([state.label(self.pack.language), *head, owned]), self.pack.language, self._evidence(said))

    def _owned(self, word: str) -> str:
        folded = self.pack.fold(word)
        owned = self.pack.suffixes.inflect(folded, possessive="3")
        same = next((i for i, (a, b) in enumerate(zip(folded, owned, strict=False)) if a != b), len(folded))
        return word[:same] + owned[same:]


def _members(event: Event) -> Iterator[tuple[str, Referent, Said]]:
    """Yield who did what in an event, as far as it is told: towns host nothing, and what is no body is no framework."""
    for slot, members in event.slots.items():
        for referent, said in members.items():
            if referent.sort != "place" and (slot != "framework" or referent.sort == "org"):
                yield slot, referent, said


def _dates(edtf: str) -> list[Value]:
    """Return the typed first (and last) day, month or year of an EDTF value; [] where the contract has no type for it."""
    found: list[Value] = []
    for part in edtf.split("/"):
        kind = next((name for name, pattern in _EDTF if pattern.fullmatch(part)), None)
        if kind is None:
            return []
        found.append(Value(part.replace("XXXX-", "--") if kind == "xsd:gMonthDay" else part, kind))
    return found
