"""The local key of each entity: the path that its reading alone gives it, out of what identifies the thing.

Never from a clock, a counter or what else has been read, so that articles may come in any order and batches. Two articles that give
one path mean one thing; which other paths mean it too is found out by :mod:`qurultay.identity.clusters`.

- What the reference data knows keeps its path (``Entity.path``).
- A person is the name and the body of the post held (``person/kamran-aliyev-pgo-az``), so that people of one name and of different
  bodies or states share no path; a bare surname without a post is bound to the article.
- An organisation is its kind, state, parent and name, but for a name that any state or body may give ("International Department",
  "Azerbaijani Embassy"): that is bound to the article. A place is its name.
- An event is its kind, first day, place, and the council or organisation in whose framework it stood, or the bodies that met; where
  these are too vague to tell two events apart, it is bound to the article.
- A document is its kind, day and signatories, or its name; a post is its person, role and body.

Events and documents of one reading that would share a path are told apart by all that is said of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from qurultay.identity.names import parse, readable
from qurultay.identity.words import concepts
from qurultay.model import Entity, Fact, Reading, Value
from qurultay.terms import digest, family, slug

__all__ = ["Told", "membership_path", "paths"]

_BILATERAL = frozenset({"Meeting", "Visit", "Ceremony"})
_DATE_WEIGHTS = ((re.compile(r"\d{4}-\d\d-\d\d"), 2), (re.compile(r"\d{4}-\d\d|--\d\d-\d\d"), 1))
_ENOUGH = 3
"""What date (full day 2, month or yearless day 1), place (1) and body (1) must weigh together for an event to be known by them."""
_SHARED = frozenset({"Council", "InternationalOrganization"})
"""Kinds of organisation of which there is one of a name."""
_MANY = 3
"""The number of bodies up to which they tell a meeting."""


def paths(reading: Reading) -> Mapping[str, str]:
    """Return the path of each entity's IRI by its ref; {} for a reading without entities.

    Refs that turn out to be one thing share a path.

    >>> from qurultay.model import Article, Evidence, Name, Span
    >>> name = Name("Камран Алиев", "ru", Evidence(Span(0, 12), "Камран Алиев", "name"))
    >>> dict(paths(Reading(Article("a", "Камран Алиев"), (Entity("p1", "Person", names=(name,)),))))
    {'p1': 'person/kamran-aliyev'}
    """
    return Told(reading).all()


class Told:
    """What one reading tells of each entity, and the paths that follow, each computed once."""

    def __init__(self, reading: Reading) -> None:
        self.article = reading.article.id
        self.published = (reading.article.published or "")[:10]
        self.entities = {entity.ref: entity for entity in reading.entities}
        self.facts: dict[str, list[Fact]] = defaultdict(list)
        self.memberships: dict[str, list[str]] = defaultdict(list)
        for fact in reading.facts:
            self.facts[fact.subject].append(fact)
            if fact.predicate == "org:member" and isinstance(fact.object, str):
                self.memberships[fact.object].append(fact.subject)
        self.reference = {entity.path for entity in reading.entities if entity.path is not None}
        self.known: dict[str, str] = {}
        self.pending: set[str] = set()
        self._kinds: dict[str, str] = {}

    def all(self) -> dict[str, str]:
        """Return the paths of all entities, by their refs."""
        refs = sorted(self.entities)
        groups: dict[str, set[str]] = defaultdict(set)
        for ref in refs:
            if self.entities[ref].path is None and family(self.entities[ref].kind) in ("event", "document"):
                groups[self.of(ref)].add(ref)
        for path, group in groups.items():
            if len(group) > 1:
                self.known.update({ref: f"{path}-{digest(*self._told(ref))[:8]}" for ref in group})
        return {ref: self.of(ref) for ref in refs}

    def of(self, ref: str) -> str:
        """Return one entity's path; where entities depend on each other in a ring, the ring is cut with ""."""
        if ref in self.known:
            return self.known[ref]
        entity = self.entities[ref]
        if entity.path is not None:
            return entity.path
        if ref in self.pending:
            return ""
        self.pending.add(ref)
        kind = family(entity.kind)
        path = self._methods().get(kind, self._other)(entity)
        self.pending.discard(ref)
        self.known[ref] = path
        return path

    def kind(self, path: str) -> str:
        """Return the kind of the entity with a path; "" where there is none."""
        if not self._kinds:
            self._kinds = {self.of(ref): self.entities[ref].kind for ref in sorted(self.entities)}
        return self._kinds.get(path, "")

    def _methods(self) -> dict[str, Callable[[Entity], str]]:
        return {
            "person": self._person, "organization": self._organization, "place": self._place, "state": self._place,
            "event": self._event, "document": self._document, "membership": self._membership,
        }  # fmt: skip

    def value(self, thing: str | Value) -> str:
        """Return the path of an entity, the CURIE of a term, or the lexical form of a literal."""
        if isinstance(thing, Value):
            return thing.lexical
        return self.of(thing) if thing in self.entities else thing

    def slot(self, ref: str, *predicates: str) -> list[str]:
        """Return the paths, CURIEs and lexical forms that ``predicates`` give of an entity, sorted, each once."""
        return sorted({self.value(fact.object) for fact in self.facts[ref] if fact.predicate in predicates} - {""})

    def _told(self, ref: str) -> list[str]:
        """Return all that is said of an entity, whatever it be; other events stand for their kinds."""
        said = {digest(fact.predicate, self._plain(fact.object)) for fact in self.facts[ref]}
        return [self.entities[ref].kind, *sorted(said), *sorted(slug(name.text) for name in self.entities[ref].names)]

    def _plain(self, thing: str | Value) -> str:
        entity = None if isinstance(thing, Value) else self.entities.get(thing)
        vague = entity is not None and entity.path is None and family(entity.kind) in ("event", "document")
        return entity.kind if entity is not None and vague else self.value(thing)

    def _bound(self, entity: Entity, *readable: str) -> str:
        """Return a path that no other article can share."""
        said = digest(self.article, *self._told(entity.ref))
        return f"{family(entity.kind)}/{_joined(*readable, said[:12])}"

    def _other(self, entity: Entity) -> str:
        return f"{slug(entity.kind)}/{_joined(*(slug(name.text) for name in entity.names[:1]), digest(self.article, entity.ref)[:12])}"

    def posts(self, ref: str) -> list[tuple[str, str]]:
        """Return the posts that a person holds or held, as (role, path of the body), bodies of the reference data first."""
        found = set()
        for membership in self.memberships[ref]:
            roles, bodies = self.slot(membership, "org:role"), self.slot(membership, "org:organization")
            found |= {(role.partition(":")[2], body) for role in roles or [""] for body in bodies or [""]}
        return sorted(found, key=lambda post: (post[1] not in self.reference, not post[1], post[1], post[0]))

    def _person(self, entity: Entity) -> str:
        name = next((readable(name.text) for name in entity.names), "")
        posts = self.posts(entity.ref)
        body = next((self._short(body) for _, body in posts if body), "")
        if name and not parse(entity.names[0].text).bare:
            return f"person/{_joined(name, body)}"
        return f"person/{_joined(name, body, digest(*posts[0])[:8])}" if name and posts else self._bound(entity, name)

    def _short(self, body: str) -> str:
        """Return the last segment of a body's path: that of the reference data as it is, of another its name's first words and a hash."""
        last = _last([body])
        return last if body in self.reference or len(last) < 50 else f"{'-'.join(last.split('-')[:4])}-{digest(body)[:8]}"

    def _organization(self, entity: Entity) -> str:
        name = slug(entity.names[0].text) if entity.names else ""
        if not name:
            return self._bound(entity, slug(entity.kind))
        state, parent = self.slot(entity.ref, "q:jurisdiction"), self.slot(entity.ref, "org:subOrganizationOf")
        if not parent and entity.kind not in _SHARED and not self._names_one(entity, len(state)):
            return f"organization/{_joined(name[:60].rstrip('-'), digest(self.article, entity.kind, name, *state)[:12])}"
        told = digest(entity.kind, name, ",".join(state), ",".join(parent))[:8]
        return f"organization/{_joined(name[:60].rstrip('-'), told)}"

    def _names_one(self, entity: Entity, states: int) -> bool:
        """Tell whether a name, with the state whose body it is, tells which body: it holds a word of its own, a place or a state.

        A state has one ministry of a kind; but it has embassies in many others.
        """
        if states and entity.kind != "Embassy":
            return True
        told = [concepts(name.text, name.language) for name in entity.names]
        own = any(not c.words or any(word.startswith(("~", "@")) for word in c.words) for c in told)
        return own or any(len(c.states) > states for c in told)

    def _place(self, entity: Entity) -> str:
        name = slug(entity.names[0].text) if entity.names else ""
        return f"{family(entity.kind)}/{name}" if name else self._bound(entity)

    def _event(self, entity: Entity) -> str:
        ref, kind = entity.ref, slug(entity.kind)
        date = next(iter(self.slot(ref, "schema:startDate")), "")
        place = _last(self.slot(ref, "schema:location"))
        body = self.body(ref)
        if not body and entity.kind in _BILATERAL:
            parties = {_last([party]) for party in self.slot(ref, "q:participant", "schema:organizer") if not party.startswith("person/")}
            body = _joined(*sorted(parties)) if 1 < len(parties) <= _MANY else ""
        weight = next((points for pattern, points in _DATE_WEIGHTS if pattern.fullmatch(date)), 0) + bool(place) + bool(body)
        shown = (slug(date), place, kind, body)
        return f"event/{_joined(*shown)}" if body and weight >= _ENOUGH else self._bound(entity, *shown)

    def body(self, ref: str) -> str:
        """Return the council, or else the international organisation, that an event belongs to, by the last part of its path."""
        facts = [fact for fact in self.facts[ref] if fact.predicate in ("q:framework", "schema:organizer", "q:participant")]
        for kind in ("Council", "InternationalOrganization"):
            for predicates in (("q:framework", "schema:organizer"), ("q:participant",)):
                refs = {f.object for f in facts if f.predicate in predicates and isinstance(f.object, str)}
                found = sorted(self.of(r) for r in refs if r in self.entities and self.entities[r].kind == kind)
                if found:
                    return _last(found)
        return ""

    def _document(self, entity: Entity) -> str:
        kind, ref = slug(entity.kind), entity.ref
        signed = next(iter(self.slot(ref, "q:signedOn")), "")
        signatories = self.slot(ref, "q:signatory")
        name = slug(entity.names[0].text) if entity.names else ""
        if signed and signatories:
            return f"document/{_joined(slug(signed), kind, digest(*signatories)[:8])}"
        if name.count("-") > 1:
            return f"document/{_joined(slug(signed), name[:60].rstrip('-'), digest(kind, name)[:8])}"
        return self._bound(entity, slug(signed), kind)

    def _membership(self, entity: Entity) -> str:
        slots = [self.slot(entity.ref, p) for p in ("org:member", "org:role", "org:organization")]
        return membership_path(*slots) or self._bound(entity)


def membership_path(members: list[str], roles: list[str], bodies: list[str]) -> str:
    """Return the path of a post from the sorted paths of its person and body and the CURIE of its role; "" without person or role.

    >>> membership_path(["person/a-b"], ["role:Judge"], [])
    'membership/a-b-judge-97943430'
    """
    if not members or not roles:
        return ""
    shown = (_last([members[0]]), slug(roles[0].partition(":")[2]))
    return f"membership/{_joined(*shown, digest(*('|'.join(slot) for slot in (members, roles, bodies)))[:8])}"


def _joined(*parts: str) -> str:
    return "-".join(filter(None, parts))


def _last(found: Iterable[str]) -> str:
    """Return the last segment of the first path, in lower case; "" where there is none."""
    return next((path.rpartition("/")[2].lower() for path in found), "")
