"""Says in the keys of a gold file what a graph tells of one article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode

from qurultay.evaluation.evidence import Claims, Support, text_of
from qurultay.evaluation.gold import Fact, Gold, bare, choices
from qurultay.evaluation.index import Index, Term
from qurultay.evaluation.keys import aligned, entity_keys
from qurultay.evaluation.names import alike, normal
from qurultay.terms import FAMILIES, PREFIXES, expand

__all__ = ["Observed"]

_Told: TypeAlias = tuple[Fact, Support | None]
"""A fact, and the triple that tells it; None where no evidence is asked for."""

_TYPE, _MEMBERSHIP = expand("rdf:type"), NamedNode(expand("org:Membership"))
_START, _END, _THEME, _STATUS, _PART_OF = map(expand, (
    "schema:startDate", "schema:endDate", "q:theme", "q:status", "schema:superEvent",
))  # fmt: skip
_EVENT_SLOTS = {
    expand(name): (family, slot) for name, family, slot in (
        ("schema:location", "place", "place"), ("schema:organizer", "organizer", "organizers"),
        ("q:framework", "framework", "framework"), ("q:participant", "participant", "participants"),
        ("schema:attendee", "attendee", "attendees"), ("q:speaker", "speaker", "speakers"),
    )
}  # fmt: skip
"""Predicates of events with the family of their facts and the slot of the gold file."""
_DOCUMENT_SLOTS = {expand("q:signatory"): "signatory", expand("q:signedOn"): "signed", expand("q:producedAt"): "produced_at"}
_ORGANIZATION_SLOTS = {
    expand("org:subOrganizationOf"): "parent", expand("schema:foundingDate"): "founding", expand("schema:foundingLocation"): "founding",
}  # fmt: skip
_MEMBER_OF, _MEMBER, _ROLE, _BODY = map(expand, ("org:memberOf", "org:member", "org:role", "org:organization"))
_MENTIONS, _PUBLISHER = map(expand, ("schema:mentions", "schema:publisher"))
_ARTICLE_SLOTS = {
    expand("schema:inLanguage"): "language", expand("schema:datePublished"): "published", expand("schema:sourceOrganization"): "source",
}  # fmt: skip
_NAMED = FAMILIES["organization"] | {"State", "Person", "Place"}
_THEME_FLOOR, _DOCUMENT_FLOOR, _PUBLISHER_FLOOR = 0.85, 0.8, 0.85
_KIND_WEIGHT, _THEME_WEIGHT, _SLOT_WEIGHT, _PARTY_WEIGHT = 2.0, 3.0, 2.0, 1.0
"""What speaks for an event or document of the graph being one of the gold file: kind, theme, date or place, each party."""


class Observed:
    """What a graph tells of a gold file's article: ``facts`` with their supports, ``keys`` of its things, ``claims``.

    ``found`` is False, and all else empty, where the graph has no such article. A thing that the gold file lacks
    stands in facts under its own IRI after a question mark.
    """

    def __init__(self, index: Index, gold: Gold) -> None:
        self._index, self._gold = index, gold
        graph, self._article = index.articles.get(gold.id, (None, BlankNode("none")))
        self.found = graph is not None
        self._slots: dict[Term, dict[str, set[Term]]] = defaultdict(lambda: defaultdict(set))
        nodes: set[Term] = set()
        for s, p, o in index.graphs.get(graph, ()) if self.found else ():
            self._slots[s][p].add(o)
            nodes.update((s, o))
        self.claims = Claims.of(self._slots, gold.text)
        self._nodes = {node for node in nodes if not isinstance(node, Literal)}
        self.keys = entity_keys(index, self._nodes, gold)
        self._events, self._documents = self._of_kind("event"), self._of_kind("document")
        self._align()
        self.facts: dict[Fact, list[Support | None]] = defaultdict(list)
        for fact, support in self._told():
            self.facts[fact].append(support)

    def _of_kind(self, family: str) -> list[Term]:
        """Return the things of a family that this article, not only another, tells of."""
        return [s for s, told in self._slots.items() if told.get(_TYPE) and self._index.kinds(s) & FAMILIES[family]]

    def _of(self, node: Term, predicate: str) -> set[Term]:
        return self._slots[node].get(predicate, set()) if node in self._slots else set()

    def _key(self, term: Term) -> str:
        return term.value if isinstance(term, Literal) else self.keys.get(term, "?" + text_of(term))

    def _align(self) -> None:
        events, documents = self._gold.things("events"), self._gold.things("documents")
        self.keys.update(aligned(self._events, events, lambda node, key: self._event_weight(node, events[key])))
        self.keys.update(aligned(self._documents, documents, lambda node, key: self._document_weight(node, documents[key])))

    def _event_weight(self, node: Term, entry: Mapping[str, Any]) -> float:
        weight = _KIND_WEIGHT if choices([entry["type"]]) & self._index.kinds(node) else 0.0
        weight += _SLOT_WEIGHT if self._date(node) in choices([entry.get("date")]) else 0.0
        if entry.get("theme"):
            weight += _THEME_WEIGHT * sum(_theme_alike(text_of(theme), entry["theme"]) for theme in self._of(node, _THEME))
        for predicate, (family, slot) in _EVENT_SLOTS.items():
            wanted = choices([entry.get(slot)] if family == "place" else entry.get(slot) or ())
            hits = sum(self._key(o) in wanted for o in self._of(node, predicate))
            weight += hits * (_SLOT_WEIGHT if family == "place" else _PARTY_WEIGHT)
        return weight

    def _document_weight(self, node: Term, entry: Mapping[str, Any]) -> float:
        names, labels = [normal(name) for name in entry.get("names", ())], self._index.labels(node)
        named = any(alike(name, label, _DOCUMENT_FLOOR) for name in names for label in labels)
        signatories = choices(entry.get("signatories") or ())
        weight = _KIND_WEIGHT if choices([entry["type"]]) & self._index.kinds(node) else 0.0
        weight += _SLOT_WEIGHT if named else 0.0
        return weight + _PARTY_WEIGHT * sum(self._key(o) in signatories for o in self._of(node, expand("q:signatory")))

    def _date(self, node: Term) -> str | None:
        """Return an event's date, or first and last date, as EDTF."""
        start, end = (sorted(o.value for o in self._of(node, p) if isinstance(o, Literal)) for p in (_START, _END))
        if not start:
            return None
        first = _edtf(start[0])
        last = _edtf(end[-1]) if end else first
        return first if first == last else f"{first}/{last}"

    # What is told, by what it is told of.
    def _told(self) -> Iterator[_Told]:
        yield from self._told_of_article()
        for node in self._nodes:
            yield from self._told_of_organization(node)
            for whole in self._of(node, _MEMBER_OF):
                yield ("member", self._key(node), self._key(whole)), (node, _MEMBER_OF, whole)
            if _MEMBERSHIP in self._of(node, _TYPE):
                yield from self._told_of_membership(node)
        for event in self._events:
            yield from self._kinds("event", event)
            yield from self._told_of_event(event)
        for document in self._documents:
            yield from self._kinds("document", document)
            for predicate, family in _DOCUMENT_SLOTS.items():
                for o in self._of(document, predicate):
                    value = _edtf(text_of(o)) if family == "signed" else self._key(o)
                    yield (family, self._key(document), value), (document, predicate, o)

    def _kinds(self, family: str, node: Term) -> Iterator[_Told]:
        """Yield the kinds of a thing: those that only other articles give it count, but this article need not quote them."""
        for kind in self._most_special(family, node):
            told = NamedNode(PREFIXES["q"] + kind)
            yield (family, self._key(node), kind), (node, _TYPE, told) if told in self._of(node, _TYPE) else None

    def _most_special(self, family: str, node: Term) -> frozenset[str]:
        general = frozenset({family.capitalize()})
        return (self._index.kinds(node) & FAMILIES[family]) - general or general

    def _told_of_article(self) -> Iterator[_Told]:
        for node in self._of(self._article, _MENTIONS):
            if self._index.kinds(node) & _NAMED:
                yield ("mention", self._key(node)), None
        for predicate, slot in _ARTICLE_SLOTS.items():
            for o in self._of(self._article, predicate):
                value = self._key(o)
                yield ("article", slot, value[:10] if slot == "published" else value), None
        wanted = str(self._gold.data.get("publisher") or "")
        for o in self._of(self._article, _PUBLISHER):
            names = {normal(o.value)} if isinstance(o, Literal) else self._index.labels(o)
            right = wanted and any(alike(normal(wanted), name, _PUBLISHER_FLOOR) for name in names)
            yield ("article", "publisher", wanted if right else "?" + str(o)), None

    def _told_of_organization(self, node: Term) -> Iterator[_Told]:
        if node not in self.keys or not self._index.kinds(node) & FAMILIES["organization"]:
            return
        for kind in self._most_special("organization", node):
            yield ("organization", self.keys[node], kind), None
        for predicate, family in _ORGANIZATION_SLOTS.items():
            for o in self._of(node, predicate):
                value = _edtf(o.value) if isinstance(o, Literal) and family == "founding" else self._key(o)
                yield (family, self.keys[node], value), (node, predicate, o)

    def _told_of_membership(self, node: Term) -> Iterator[_Told]:
        for person in self._of(node, _MEMBER):
            for role in self._of(node, _ROLE):
                for body in self._of(node, _BODY):
                    if not isinstance(role, Literal):
                        yield ("post", self._key(person), text_of(role).removeprefix(PREFIXES["role"]), self._key(body)), (node,)

    def _told_of_event(self, node: Term) -> Iterator[_Told]:
        key, date = self._key(node), self._date(node)
        wanted = self._gold.things("events").get(key, {}).get("theme")
        if date:
            yield ("date", key, date), (node, _START)
        for predicate, (family, _) in _EVENT_SLOTS.items():
            for o in self._of(node, predicate):
                yield (family, key, self._key(o)), (node, predicate, o)
        for o in self._of(node, _THEME):
            theme = wanted if wanted and _theme_alike(text_of(o), wanted) else text_of(o)
            yield ("theme", key, theme), (node, _THEME, o)
        for o in self._of(node, _STATUS):
            if not isinstance(o, Literal):
                yield ("status", key, text_of(o).removeprefix(PREFIXES["q"])), None
        for o in self._of(node, _PART_OF):
            yield ("part_of", key, self._key(o)), (node, _PART_OF, o)

    def tells_of_new_body(self, support: Support) -> bool:
        """Tell whether a fact speaks of an organisation that the reference data do not know: its object, or a post's body."""
        told = support[2:] or self._slots[support[0]].get(_BODY, ())
        return any(self._index.is_new(node) for node in told)

    def identified(self) -> Iterator[tuple[str, Term]]:
        """Yield the key that is the same in every article, and the thing, for events, people and organisations."""
        events = self._gold.things("events")
        declared = {key for section in ("persons", "organizations") for key in self._gold.data.get(section, {}) if not bare(key)[1]}
        for node, key in self.keys.items():
            if key in events:
                if events[key].get("key"):
                    yield f"event:{events[key]['key']}", node
            elif key in declared:
                yield key, node


def _theme_alike(found: str, wanted: str) -> bool:
    return alike(normal(found), normal(wanted), _THEME_FLOOR)


def _edtf(lexical: str) -> str:
    """Return a date as the gold file writes it: a day of no year begins with XXXX, a time of day is dropped.

    >>> _edtf("--08-08"), _edtf("2022-08-08T10:00:00")
    ('XXXX-08-08', '2022-08-08')
    """
    return f"XXXX-{lexical[2:]}" if lexical.startswith("--") else lexical[:10]
