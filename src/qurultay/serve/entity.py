"""Gathers what a store tells of one thing: its facts with the words that say them, what the shipped data say, its former IRIs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad

from qurultay import terms
from qurultay.serve.answers import RefusedError

__all__ = ["UNKNOWN", "Entity", "Evidence", "Fact", "Former", "Source", "about", "gathered", "is_known", "named"]

UNKNOWN = "nothing is known of this thing"
_UNFIT = re.compile(r"[\x00-\x20\x7f-\x9f<>\"{}|\\^`]")
_OWN = {NamedNode(iri): name for name, iri in terms.GRAPHS.items()}
_ARTICLE, _CLAIM, _CONFIDENCE, _RULE = (NamedNode(terms.expand(f"q:{name}")) for name in ("Article", "Claim", "confidence", "rule"))
_TYPE, _SUBJECT, _PREDICATE, _OBJECT = (NamedNode(terms.expand(f"rdf:{name}")) for name in ("type", "subject", "predicate", "object"))
_REPLACED = NamedNode(terms.expand("dcterms:isReplacedBy"))
_SELECTOR, _EXACT = NamedNode(terms.expand("oa:hasSelector")), NamedNode(terms.expand("oa:exact"))
_QUOTED = {_SUBJECT, _PREDICATE, _OBJECT, _CONFIDENCE}
_NAMING = frozenset(map(terms.expand, ("rdfs:label", "skos:prefLabel", "skos:altLabel")))
_ELSEWHERE = frozenset(map(terms.expand, ("owl:sameAs", "skos:exactMatch", "skos:closeMatch")))
_HIDDEN = _NAMING | _ELSEWHERE | {terms.expand(name) for name in ("rdf:type", "schema:mentions", "q:earliestDate", "q:latestDate")}
_ABOUT = tuple(map(NamedNode, map(terms.expand, ("rdf:type", "schema:headline", "schema:publisher", "schema:datePublished", "schema:url"))))
_NAMES = tuple(map(NamedNode, sorted(_NAMING)))


@dataclass(frozen=True, slots=True)
class Source:
    """An article as far as a reader needs it to look a quote up; what it does not tell is ""."""

    article: NamedNode
    headline: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that say a fact, how surely, and the rule that read them."""

    quote: str
    confidence: float
    rule: str
    source: Source


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement with its evidence; () where it is of the shipped data and not of an article."""

    subject: NamedNode
    predicate: NamedNode
    object: Any
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Former:
    """An IRI that another stands for: why, and how surely."""

    left: NamedNode
    kept: NamedNode
    score: str
    reason: str


@dataclass(slots=True)
class Entity:
    """All that is told of a thing. ``said`` has words behind it, ``known`` is of the shipped or computed data."""

    node: NamedNode
    said: list[Fact] = field(default_factory=list)
    known: list[Fact] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    former: list[Former] = field(default_factory=list)
    replaced_by: list[NamedNode] = field(default_factory=list)
    source: Source | None = None


def is_known(store: ox.Store, node: NamedNode) -> bool:
    """Tell whether a store says anything of a thing."""
    return (
        next(store.quads_for_pattern(node, None, None), None) is not None
        or next(store.quads_for_pattern(None, None, node), None) is not None
    )


def named(path: str, base: str) -> NamedNode:
    """Return the thing at a path below the base. Raises :class:`~qurultay.serve.answers.RefusedError` where there can be none."""
    if _UNFIT.search(path):
        raise RefusedError(404, UNKNOWN)
    return NamedNode(base + path)


def gathered(store: ox.Store, node: NamedNode) -> Entity:
    """Return what a store tells of a thing; nothing where it knows none."""
    found = Entity(node)
    is_article = Quad(node, _TYPE, _ARTICLE, node) in store
    if is_article:
        claims = list(store.quads_for_pattern(None, _TYPE, _CLAIM, node))
    else:
        claims = [quad for part in (_SUBJECT, _OBJECT) for quad in store.quads_for_pattern(None, part, node)]
    found.said = list(_said(store, claims))
    told = {(fact.subject, fact.predicate, fact.object) for fact in found.said}
    found.source = _source(store, node) if is_article else None
    links: set[str] = set()
    for quad in sorted(store.quads_for_pattern(node, None, None), key=str):
        if quad.predicate.value in _ELSEWHERE and isinstance(quad.object, NamedNode):
            links.add(quad.object.value)
        elif quad.predicate == _REPLACED and isinstance(quad.object, NamedNode):
            found.replaced_by.append(quad.object)
        elif (
            quad.predicate.value not in _HIDDEN and quad.graph_name in _OWN | {node: ""} and (node, quad.predicate, quad.object) not in told
        ):
            found.known.append(Fact(node, quad.predicate, quad.object))
    found.known += [
        Fact(q.subject, q.predicate, node)
        for q in sorted(store.quads_for_pattern(None, None, node), key=str)
        if q.graph_name == NamedNode(terms.GRAPHS["reference"]) and isinstance(q.subject, NamedNode) and q.predicate.value not in _HIDDEN
    ]
    found.known = list(dict.fromkeys(found.known))
    found.elsewhere = sorted(links)
    found.former = sorted(_former(store, node), key=lambda former: former.left.value)
    return found


def about(store: ox.Store, node: NamedNode) -> list[Quad]:
    """Return the quads that tell of a thing, sorted, each once.

    They are its own, those that lead to it, their claims with words and places, the names of what it is linked to, and what a reader
    needs to find the articles.
    """
    found = set(store.quads_for_pattern(node, None, None))
    for quad in store.quads_for_pattern(None, None, node):
        if quad.predicate not in (_SUBJECT, _OBJECT):
            found.add(quad)
            continue
        graph: Any = quad.graph_name
        claim = set(store.quads_for_pattern(quad.subject, None, None, graph))
        found |= claim
        for told in claim:
            if told.predicate == _SELECTOR:
                selector: Any = told.object
                found |= set(store.quads_for_pattern(selector, None, None, graph))
    for other in {term for q in found for term in (q.subject, q.object) if isinstance(term, NamedNode) and term != node}:
        found |= {quad for predicate in _NAMES for quad in store.quads_for_pattern(other, predicate, None)}
    articles: set[Any] = {quad.graph_name for quad in found} - _OWN.keys()
    for article in articles:
        found |= {quad for predicate in _ABOUT for quad in store.quads_for_pattern(article, predicate, None, article)}
    return sorted(found, key=str)


def _said(store: ox.Store, claims: Iterable[Quad]) -> Iterator[Fact]:
    """Yield the facts that claims tell, in order of their IRIs, each with all its evidence: the surest and latest words first."""
    facts: dict[tuple[Any, Any, Any], set[Evidence]] = {}
    sources: dict[Any, Source] = {}
    for claim, graph in sorted({(quad.subject, quad.graph_name) for quad in claims}, key=str):
        told = {quad.predicate: quad.object for quad in store.quads_for_pattern(claim, None, None, graph)}
        if _QUOTED & told.keys() != _QUOTED or not isinstance(graph, NamedNode):
            continue
        if graph not in sources:
            sources[graph] = _source(store, graph)
        words = _words(store, claim, graph)
        evidence = Evidence(words, float(_text(told[_CONFIDENCE])), _text(told.get(_RULE)), sources[graph])
        facts.setdefault((told[_SUBJECT], told[_PREDICATE], told[_OBJECT]), set()).add(evidence)
    for key in sorted(facts, key=str):
        yield Fact(*key, tuple(sorted(facts[key], key=_order)))


def _words(store: ox.Store, claim: Any, graph: NamedNode) -> str:
    """Return the words that a claim quotes."""
    selectors: list[Any] = [told.object for told in store.quads_for_pattern(claim, _SELECTOR, None, graph)]
    quotes = (store.quads_for_pattern(selector, _EXACT, None, graph) for selector in selectors)
    return min((_text(quad.object) for found in quotes for quad in found), default="")


def _order(evidence: Evidence) -> tuple[float, list[int], str, str]:
    """Put the surest words first, then the latest."""
    return -evidence.confidence, [-ord(c) for c in evidence.source.published], evidence.source.article.value, evidence.quote


def _text(term: Any) -> str:
    return term.value if isinstance(term, Literal) else ""


def _source(store: ox.Store, article: NamedNode) -> Source:
    told: dict[str, str] = {}
    for name in ("headline", "publisher", "datePublished", "url", "inLanguage"):
        values: Iterable[Quad] = store.quads_for_pattern(article, NamedNode(terms.expand(f"schema:{name}")), None, article)
        told[name] = min((quad.object.value for quad in values if isinstance(quad.object, Literal)), default="")
    return Source(article, told["headline"], told["publisher"], told["datePublished"], told["url"], told["inLanguage"])


def _former(store: ox.Store, node: NamedNode) -> Iterator[Former]:
    """Yield the merges in which a thing was left or kept."""
    graph = NamedNode(terms.GRAPHS["identity"])
    for part in ("left", "kept"):
        for quad in store.quads_for_pattern(None, NamedNode(terms.expand(f"q:{part}")), node, graph):
            told: dict[str, Any] = {q.predicate.value: q.object for q in store.quads_for_pattern(quad.subject, None, None, graph)}
            left, kept, score, reason = (told.get(terms.expand(f"q:{name}")) for name in ("left", "kept", "score", "reason"))
            if left is not None and kept is not None and score is not None and reason is not None:
                yield Former(left, kept, score.value, reason.value)
