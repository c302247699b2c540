"""Says which thing an entity is: gives each entity of a reading the path of its canonical IRI.

The contract, which stays whatever the method becomes: a path is computed from the reading alone, out of
what identifies the thing (never from a clock, a counter or what else has been read), so that articles may
come in any order and batches, and two articles in two scripts that tell of one thing mean one path.

- What the reference data knows keeps its path (``Entity.path``).
- A person is the phonetic skeleton of first name and surname (:func:`name_key`); a bare surname is told
  apart by the posts held, and without any by the article.
- An organisation is its kind, state, parent and name; a place its name.
- An event is its kind, first day, place, and the council or organisation in whose framework it stood, for
  bilateral kinds the states that met; where these are too vague to tell two events apart, it is bound to the article.
- A document is its kind, day and signatories, or its name; a membership its person, role and body.

Events and documents of one reading that would share a path are told apart by all that is said of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from qurultay.model import Entity, Fact, Reading, Value
from qurultay.terms import digest, family, slug

__all__ = ["name_key", "paths"]

_LETTERS = str.maketrans({
    "ё": "yo", "қ": "k", "ғ": "g", "ң": "n", "ү": "u", "ұ": "u", "ө": "o", "һ": "h", "і": "i", "ў": "u", "ҳ": "h", "җ": "j",
    "'": None, "’": None, "‘": None, "ʻ": None, "ʼ": None, "`": None,
})  # fmt: skip
_SOUNDS = tuple((re.compile(pattern), sound) for pattern, sound in (
    (r"lex", "leks"), (r"ph", "f"), (r"th", "t"), (r"w", "v"),
    (r"sh", "S"), (r"t?ch", "C"), (r"dzh|dj|zh|j|c", "J"),
    (r"^(?:[kgqhx]h|[gqhx])", "k"), (r"[kgqhx]h|[gqhx]", "h"),
    (r"[iy]y$", "i"), (r"(?<=[aeiou])y(?=[aeiou])", ""), (r"^ye", "e"), (r"(?<=[^aeiou])y(?=[aou])", ""), (r"y", "i"),
    (r"e", "a"), (r"b$", "p"), (r"d$", "t"), (r"(.)\1+", r"\1"),
    (r"av(a?)$", r"ev\1"), (r"S", "sh"), (r"C", "ch"), (r"J", "j"),
))  # fmt: skip
"""What transliterations into the four languages write differently, in the order of application to one slugged word."""
_PATRONYMIC = re.compile(r"(?:ovich|evich|ovna|evna|ichna)$")
_CHILD = frozenset({"oglu", "ogly", "ogli", "qizi", "kizi", "kyzy", "gyzy", "uulu", "uly"})
_NATIONAL = re.compile(r"^(?:state/|organization/.*-)([A-Za-z]{2})$")
_BILATERAL = frozenset({"Meeting", "Visit", "Ceremony"})
_DATE_WEIGHTS = ((re.compile(r"\d{4}-\d\d-\d\d"), 2), (re.compile(r"\d{4}-\d\d|--\d\d-\d\d"), 1))
_ENOUGH = 3
"""What date (full day 2, month or yearless day 1), place (1) and body (1) must weigh together for an event to be known by them."""


def paths(reading: Reading) -> Mapping[str, str]:
    """Return the path of each entity's IRI by its ref; {} for a reading without entities.

    Refs that turn out to be one thing share a path.

    >>> from qurultay.model import Article, Evidence, Name, Span
    >>> name = Name("Камран Алиев", "ru", Evidence(Span(0, 12), "Камран Алиев", "name"))
    >>> dict(paths(Reading(Article("a", "Камран Алиев"), (Entity("p1", "Person", names=(name,)),))))
    {'p1': 'person/kamran-aliev'}
    """
    return _Paths(reading).all()


def name_key(name: str) -> str:
    """Return a key that the spellings of one person's name in several scripts tend to share; "" for no letters.

    It holds the first and the last of the names, without patronymics; a name that begins with an initial or is a
    bare surname keeps that form, and is no key to a person by itself.

    >>> {name_key(n) for n in ("Heydər Əliyev", "Heydar Aliyev", "Гейдар Алиев", "Алиев Гейдар Алиевич")}
    {'kaidar-aliev'}
    >>> name_key("Sadır Japarov") == name_key("Садыр Жапаров"), name_key("K.Əliyev"), name_key("Zərifə Əliyeva")
    (True, 'k-aliev', 'zarifa-alieva')
    """
    words = _without_patronymic(slug(name.replace("İ", "i").lower().translate(_LETTERS)).split("-"))
    ends = words if len(words) < 2 else [words[0], words[-1]]
    return "-".join(filter(None, (_skeleton(word) for word in ends)))


def _without_patronymic(words: list[str]) -> list[str]:
    """Drop a father's name; where it stood last, the surname stood first and is put last."""
    if len(words) > 3 and (place := next((i for i in range(2, len(words)) if words[i] in _CHILD), 0)):
        rest = words[: place - 1] + words[place + 1 :]
        last = place == len(words) - 1
    elif len(words) > 2 and (place := next((i for i in range(1, len(words)) if _PATRONYMIC.search(words[i])), 0)):
        rest = words[:place] + words[place + 1 :]
        last = place == len(words) - 1
    else:
        return words
    return rest[1:] + rest[:1] if last else rest


def _skeleton(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


class _Paths:
    """The paths of one reading, each computed once."""

    def __init__(self, reading: Reading) -> None:
        self.article = reading.article.id
        self.entities = {entity.ref: entity for entity in reading.entities}
        self.facts: dict[str, list[Fact]] = defaultdict(list)
        self.memberships: dict[str, list[str]] = defaultdict(list)
        for fact in reading.facts:
            self.facts[fact.subject].append(fact)
            if fact.predicate == "org:member" and isinstance(fact.object, str):
                self.memberships[fact.object].append(fact.subject)
        self.known: dict[str, str] = {}
        self.pending: set[str] = set()

    def all(self) -> dict[str, str]:
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

    def _methods(self) -> dict[str, Callable[[Entity], str]]:
        return {
            "person": self._person, "organization": self._organization, "place": self._place, "state": self._place,
            "event": self._event, "document": self._document, "membership": self._membership,
        }  # fmt: skip

    def _value(self, thing: str | Value) -> str:
        if isinstance(thing, Value):
            return thing.lexical
        return self.of(thing) if thing in self.entities else thing

    def _slot(self, ref: str, *predicates: str) -> list[str]:
        """Return the paths, CURIEs and lexical forms that ``predicates`` give of an entity, sorted, each once."""
        return sorted({self._value(fact.object) for fact in self.facts[ref] if fact.predicate in predicates} - {""})

    def _told(self, ref: str) -> list[str]:
        """Return all that is said of an entity, whatever it be; other events stand for their kinds."""
        said = {digest(fact.predicate, self._plain(fact.object)) for fact in self.facts[ref]}
        return [self.entities[ref].kind, *sorted(said), *sorted(slug(name.text) for name in self.entities[ref].names)]

    def _plain(self, thing: str | Value) -> str:
        entity = None if isinstance(thing, Value) else self.entities.get(thing)
        vague = entity is not None and entity.path is None and family(entity.kind) in ("event", "document")
        return entity.kind if entity is not None and vague else self._value(thing)

    def _bound(self, entity: Entity, *readable: str) -> str:
        """Return a path that no other article can share."""
        said = digest(self.article, *self._told(entity.ref))
        return f"{family(entity.kind)}/{_joined(*readable, said[:12])}"

    def _other(self, entity: Entity) -> str:
        return f"{slug(entity.kind)}/{_joined(*(slug(name.text) for name in entity.names[:1]), digest(self.article, entity.ref)[:12])}"

    def _person(self, entity: Entity) -> str:
        key = next((name_key(name.text) for name in entity.names), "")
        first, _, last = key.partition("-")
        if len(first) > 1 and last:
            return f"person/{key}"
        posts = sorted({
            part for ref in self.memberships[entity.ref] for part in self._slot(ref, "org:role", "org:organization")
        })  # fmt: skip
        return f"person/{_joined(key, digest(*posts)[:8])}" if posts and last + first else self._bound(entity, key)

    def _organization(self, entity: Entity) -> str:
        name = slug(entity.names[0].text) if entity.names else ""
        if not name:
            return self._bound(entity, slug(entity.kind))
        state, parent = self._slot(entity.ref, "q:jurisdiction"), self._slot(entity.ref, "org:subOrganizationOf")
        told = digest(entity.kind, name, ",".join(state), ",".join(parent))[:8]
        return f"organization/{_joined(name[:60].rstrip('-'), told)}"

    def _place(self, entity: Entity) -> str:
        name = slug(entity.names[0].text) if entity.names else ""
        return f"{family(entity.kind)}/{name}" if name else self._bound(entity)

    def _event(self, entity: Entity) -> str:
        ref, kind = entity.ref, slug(entity.kind)
        date = next(iter(self._slot(ref, "schema:startDate")), "")
        place = _last(self._slot(ref, "schema:location"))
        body = self._body(ref)
        if not body and entity.kind in _BILATERAL:
            parties = self._slot(ref, "q:participant", "schema:organizer")
            body = _joined(*sorted({match[1].lower() for party in parties if (match := _NATIONAL.match(party))}))
        weight = next((points for pattern, points in _DATE_WEIGHTS if pattern.fullmatch(date)), 0) + bool(place) + bool(body)
        readable = (slug(date), place, kind, body)
        return f"event/{_joined(*readable)}" if weight >= _ENOUGH else self._bound(entity, *readable)

    def _body(self, ref: str) -> str:
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
        signed = next(iter(self._slot(ref, "q:signedOn")), "")
        signatories = self._slot(ref, "q:signatory")
        name = slug(entity.names[0].text) if entity.names else ""
        if signed and signatories:
            return f"document/{_joined(slug(signed), kind, digest(*signatories)[:8])}"
        if name.count("-") > 1:
            return f"document/{_joined(slug(signed), name[:60].rstrip('-'), digest(kind, name)[:8])}"
        return self._bound(entity, slug(signed), kind)

    def _membership(self, entity: Entity) -> str:
        slots = [self._slot(entity.ref, p) for p in ("org:member", "org:role", "org:organization")]
        if not slots[0] or not slots[1]:
            return self._bound(entity)
        person, role = slots[0][0], slots[1][0]
        readable = (_last([person]), slug(role.partition(":")[2]))
        return f"membership/{_joined(*readable, digest(*('|'.join(slot) for slot in slots))[:8])}"


def _joined(*parts: str) -> str:
    return "-".join(filter(None, parts))


def _last(found: Iterable[str]) -> str:
    """Return the last segment of the first path, in lower case; "" where there is none."""
    return next((path.rpartition("/")[2].lower() for path in found), "")
