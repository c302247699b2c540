"""Tells one reading as RDF: the named graph of an article, in the terms of the graph contract.

Every triple that came from the text has a claim with its quote. What several articles would repeat of one
state, place, person or organisation (its kind and its names) stands here as claims only; the triples
themselves follow from the claims (:func:`naming_triples`) and are kept once, in the entities graph.
Nothing here is a blank node, and the same reading always gives the same quads in the same order.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Quad, Triple

from qurultay.errors import GraphError
from qurultay.identity import Thing, named_by_kind, paths, things
from qurultay.model import ARTICLE, Entity, Evidence, Fact, Reading, Value
from qurultay.terms import BASE, article_path, digest, expand, family, iri

__all__ = ["ArticleGraph", "article_graph", "day_bounds", "naming_triples"]

_Statement: TypeAlias = tuple[NamedNode, NamedNode, NamedNode | Literal]

_SHARED = frozenset({"state", "place", "person", "organization"})
"""Families whose kinds and names are claimed in article graphs and told in the entities graph."""
_FORBIDDEN = re.compile(r'[\x00-\x20\x7f-\x9f<>"{}|\\^`]')
_BASE = re.compile(r"(?:https?://|urn:)\S+")
_DATES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "xsd:date"),
    (re.compile(r"\d{4}-\d\d"), "xsd:gYearMonth"),
    (re.compile(r"\d{4}"), "xsd:gYear"),
    (re.compile(r"\d{4}-\d\d-\d\dT.+"), "xsd:dateTime"),
)
_NAMING = ("rdf:type", "rdfs:label", "skos:altLabel")


@dataclass(frozen=True, slots=True)
class ArticleGraph:
    """All that one article tells: its named graph's IRI, and the quads in it, sorted and each once.

    Things stand under their local keys, which the article alone gives them; ``things`` is what it tells that identifies them, so that
    a store can put in place of each key the one that stands for it.
    """

    iri: NamedNode
    quads: tuple[Quad, ...]
    things: tuple[Thing, ...] = ()


def article_graph(reading: Reading, *, base: str = BASE) -> ArticleGraph:
    """Return the named graph of a reading; one without entities gives the article's own facts.

    Raises :class:`~qurultay.errors.GraphError` where the reading names an unknown reference or prefix, quotes
    what the text does not say, or would put into an IRI what has no place in one.

    >>> from qurultay.model import Article
    >>> graph = article_graph(Reading(Article("a", "Bakı", language="az")))
    >>> graph.iri.value, len(graph.quads)
    ('https://w3id.org/qurultay/id/article/a', 3)
    """
    if not _BASE.fullmatch(base):
        raise GraphError(f"a base must be an http, https or urn IRI: {base!r}")
    teller = _Teller(reading, base)
    teller.tell()
    return ArticleGraph(teller.article, tuple(sorted(teller.quads(), key=str)), things(reading))


def naming_triples(quads: Iterable[Quad]) -> set[Triple]:
    """Return what an article graph claims of kinds and names without saying it: the entities graph's share of it.

    ``rdfs:label`` is the article's fullest form; an entity of the reference data has that form among its
    ``skos:altLabel`` too, so that a store may keep the reference's own labels and kinds and add the forms only; but not
    a form such as "Ministry of Justice", which is every state's and no name of one.
    """
    said: set[Triple] = set()
    parts: dict[NamedNode, dict[NamedNode, NamedNode | Literal]] = {}
    subject, predicate, obj = (_term(f"rdf:{part}") for part in ("subject", "predicate", "object"))
    naming = {_term(name) for name in _NAMING}
    for quad in quads:
        relation = quad.predicate
        if relation in naming:
            said.add(quad.triple)
        elif relation in (subject, predicate, obj) and isinstance(quad.subject, NamedNode):
            assert isinstance(quad.object, NamedNode | Literal), "article graphs hold no blank nodes"
            parts.setdefault(quad.subject, {})[relation] = quad.object
    claimed = {
        Triple(s, p, claim[obj])
        for claim in parts.values()
        if isinstance(s := claim[subject], NamedNode) and isinstance(p := claim[predicate], NamedNode) and p in naming
    }
    return claimed - said


class _Teller:
    """Gathers the statements and claims of one reading."""

    def __init__(self, reading: Reading, base: str) -> None:
        self.reading, self.base = reading, base
        self.article = _node(iri(article_path(reading.article.id), base=base))
        self.nodes: Mapping[str, NamedNode] = {ref: _node(iri(path, base=base)) for ref, path in paths(reading).items()}
        self.entities = {entity.ref: entity for entity in reading.entities}
        self.statements: set[_Statement] = set()
        self.claims: dict[tuple[_Statement, Evidence], float] = {}

    def tell(self) -> None:
        for fact in self.reading.facts:
            self._tell_fact(fact)
        for entity in self.reading.entities:
            self._tell_entity(entity)
        self._tell_article()
        self._tell_days()

    def quads(self) -> Iterator[Quad]:
        """Yield the statements, then their claims; one claim for each statement and stretch of text, by its surest rule."""
        for statement in self.statements:
            yield Quad(*statement, self.article)
        surest: dict[NamedNode, tuple[float, str, _Statement, Evidence]] = {}
        for (statement, evidence), confidence in self.claims.items():
            words = (evidence.span.start, evidence.span.end)
            name = digest(self.article.value, *map(str, statement), *map(str, words))
            claim = _node(iri(f"claim/{name}", base=self.base))
            candidate = (-confidence, evidence.rule, statement, evidence)
            surest[claim] = min(surest.get(claim, candidate), candidate, key=lambda found: found[:2])
        for claim, (negative, _, statement, evidence) in surest.items():
            for s, p, o in _claim(claim, statement, evidence, article=self.article, confidence=-negative):
                yield Quad(s, p, o, self.article)

    def _say(self, statement: _Statement, evidence: Iterable[Evidence], *, confidence: float = 1.0, claim_only: bool = False) -> None:
        if not claim_only:
            self.statements.add(statement)
        for words in evidence:
            if words.span.of(self.reading.article.text) != words.quote:
                raise GraphError(f"rule {words.rule}: the text does not say {words.quote!r} at {words.span.start}-{words.span.end}")
            key = (statement, words)
            self.claims[key] = max(confidence, self.claims.get(key, 0.0))

    def _tell_fact(self, fact: Fact) -> None:
        if not 0 < fact.confidence <= 1:
            raise GraphError(f"{fact.predicate} of {fact.subject}: a confidence lies above 0 and is at most 1, not {fact.confidence}")
        statement = (self._thing(fact.subject), _term(fact.predicate), self._object(fact))
        subject = self.entities.get(fact.subject)
        shared = fact.predicate in _NAMING and subject is not None and family(subject.kind) in _SHARED and bool(fact.evidence)
        self._say(statement, fact.evidence, confidence=fact.confidence, claim_only=shared)

    def _object(self, fact: Fact) -> NamedNode | Literal:
        if isinstance(fact.object, Value):
            return _literal(fact.object)
        return self._thing(fact.object) if ":" not in fact.object else _term(fact.object)

    def _thing(self, ref: str) -> NamedNode:
        if ref == ARTICLE:
            return self.article
        if ref not in self.nodes:
            raise GraphError(f"article {self.reading.article.id}: a fact names {ref!r}, which is no entity of the reading")
        return self.nodes[ref]

    def _tell_entity(self, entity: Entity) -> None:
        node, shared = self.nodes[entity.ref], family(entity.kind) in _SHARED
        words = self._words(entity)
        if not any(fact.subject == entity.ref and fact.predicate == "rdf:type" for fact in self.reading.facts):
            kind = _term(f"{'org' if entity.kind == 'Membership' else 'q'}:{entity.kind}")
            self._say((node, _term("rdf:type"), kind), words, claim_only=shared and bool(words))
        for place, name in enumerate(entity.names):
            label = _literal(Value(" ".join(unicodedata.normalize("NFC", name.text).split()), language=name.language))
            predicates = {"rdfs:label" if place == 0 else "skos:altLabel"} | ({"skos:altLabel"} if entity.path is not None else set())
            if entity.path is not None and named_by_kind(label.value, name.language):
                predicates.discard("skos:altLabel")
            for predicate in predicates:
                self._say((node, _term(predicate), label), [name.evidence], claim_only=shared)
        if shared:
            self._say((self.article, _term("schema:mentions"), node), words)

    def _words(self, entity: Entity) -> list[Evidence]:
        """Return the words that name an entity first, or else those of the first fact about it; [] where none do."""
        text, ref = self.reading.article.text, entity.ref
        found = [name.evidence for name in entity.names]
        found += [Evidence(m.span, m.span.of(text), m.rule) for m in self.reading.mentions if m.ref == ref]
        if not found:
            found = [words for fact in self.reading.facts if ref in (fact.subject, fact.object) for words in fact.evidence]
        return sorted(found, key=lambda words: (words.span, words.rule))[:1]

    def _tell_article(self) -> None:
        article = self.reading.article
        told = {fact.predicate for fact in self.reading.facts if fact.subject == ARTICLE}
        date = next((kind for pattern, kind in _DATES if pattern.fullmatch(article.published or "")), "xsd:string")
        fields = {
            "schema:identifier": Value(article.id),
            "schema:inLanguage": article.language and Value(article.language),
            "schema:headline": article.headline and Value(article.headline, language=article.language),
            "schema:datePublished": article.published and Value(article.published, date),
            "schema:publisher": article.publisher and Value(article.publisher),
            "schema:url": article.url and Value(article.url, "xsd:anyURI"),
        }
        self._say((self.article, _term("rdf:type"), _term("q:Article")), [])
        for predicate, value in fields.items():
            if isinstance(value, Value) and predicate not in told:
                self._say((self.article, _term(predicate), _literal(value)), [])

    def _tell_days(self) -> None:
        """Say each event's first and last possible day, so that filters on days find partial dates too."""
        days: dict[NamedNode, list[tuple[str, str]]] = {}
        events = {self.nodes[ref] for ref, entity in self.entities.items() if family(entity.kind) == "event"}
        bounds = {_term("schema:startDate"), _term("schema:endDate")}
        for s, p, o in self.statements:
            if s in events and p in bounds and isinstance(o, Literal) and (stretch := day_bounds(o.value)):
                days.setdefault(s, []).append(stretch)
        for event, stretches in days.items():
            for predicate, day in (("q:earliestDate", min(stretches)[0]), ("q:latestDate", max(last for _, last in stretches))):
                self._say((event, _term(predicate), _literal(Value(day, "xsd:date"))), [])


def _claim(claim: NamedNode, statement: _Statement, evidence: Evidence, *, article: NamedNode, confidence: float) -> Iterator[_Statement]:
    quote, position = (_node(f"{claim.value}#{part}") for part in ("quote", "position"))
    decimal = f"{max(confidence, 0.0001):.4f}".rstrip("0").rstrip(".")
    yield claim, _term("rdf:type"), _term("q:Claim")
    for part, term in zip(("subject", "predicate", "object"), statement, strict=True):
        yield claim, _term(f"rdf:{part}"), term
    yield claim, _term("prov:wasDerivedFrom"), article
    yield claim, _term("q:confidence"), _literal(Value(decimal, "xsd:decimal"))
    yield claim, _term("q:rule"), Literal(evidence.rule)
    yield claim, _term("oa:hasSelector"), quote
    yield claim, _term("oa:hasSelector"), position
    yield quote, _term("rdf:type"), _term("oa:TextQuoteSelector")
    yield quote, _term("oa:exact"), Literal(evidence.quote)
    yield position, _term("rdf:type"), _term("oa:TextPositionSelector")
    yield position, _term("oa:start"), Literal(evidence.span.start)
    yield position, _term("oa:end"), Literal(evidence.span.end)


def day_bounds(lexical: str) -> tuple[str, str] | None:
    """Return the first and the last day that a date may mean; None for a yearless date or one that is in no calendar.

    >>> day_bounds("2024-02"), day_bounds("2024"), day_bounds("--08-08")
    (('2024-02-01', '2024-02-29'), ('2024-01-01', '2024-12-31'), None)
    """
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", lexical)
    if not match:
        return None
    year, first, last = int(match[1]), int(match[2] or 1), int(match[2] or 12)
    if year < 1 or not 1 <= first <= 12:
        return None
    length = calendar.monthrange(year, last)[1]
    if match[3]:
        return (lexical, lexical) if 1 <= int(match[3]) <= length else None
    return f"{match[1]}-{first:02}-01", f"{match[1]}-{last:02}-{length:02}"


@cache
def _term(name: str) -> NamedNode:
    try:
        return _node(expand(name))
    except KeyError:
        raise GraphError(f"{name!r} has no known prefix") from None


def _node(value: str) -> NamedNode:
    if _FORBIDDEN.search(value) or (not value.isascii() and any(unicodedata.category(c)[0] in "CZ" for c in value)):
        raise GraphError(f"control characters, blanks and brackets have no place in an IRI: {value!r}")
    return NamedNode(value)


def _literal(value: Value) -> Literal:
    try:
        if value.language is not None:
            return Literal(value.lexical, language=value.language.lower())
        datatype = None if value.datatype == "xsd:string" else _term(value.datatype)
        return Literal(value.lexical, datatype=datatype)
    except ValueError as error:
        raise GraphError(f"{value.lexical!r} cannot be a literal: {error}") from error
