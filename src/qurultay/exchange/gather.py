"""Gathers the whole graph for other tools: what articles name, how it is linked, and which words say so.

The rows come from the shipped queries in ``queries/exchange``, which any SPARQL store can answer. Nodes are the articles, what they
link, their events, documents and posts in any case, and the states and places that these belong to; of the reference data nothing else
is taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode

from qurultay import queries
from qurultay.exchange.model import Edge, Node, PropertyGraph, Spell, Value, clean, values
from qurultay.graph import day_bounds
from qurultay.store import Term, View
from qurultay.terms import LANGUAGES, PREFIXES, digest, expand, family

__all__ = ["Gathered", "Link", "gather", "graph", "local"]

_Told: TypeAlias = dict[str, list[tuple[str, str]]]
"""What is told of one thing: by predicate (IRI), the values with their languages, "" for none."""

_WITHIN = frozenset({expand("q:jurisdiction"), expand("schema:containedInPlace")})
_MENTIONS = expand("schema:mentions")
_OF_THEMSELVES = frozenset({"event", "document", "membership"})
"""The families that are taken even where nothing links them: the reference data have none of them."""
_DATED = ("q:earliestDate", "q:latestDate")
_TEXTS = {
    "iso": "q:isoCode", "identifier": "schema:identifier", "headline": "schema:headline", "published": "schema:datePublished",
    "language": "schema:inLanguage", "publisher": "schema:publisher", "url": "schema:url",
}  # fmt: skip
_LISTS = {
    "abbreviations": "q:abbreviation", "start_date": "schema:startDate", "end_date": "schema:endDate", "status": "q:status",
    "themes": "q:theme", "signed": "q:signedOn", "founded": "schema:foundingDate", "role": "org:role",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """A relation of two things; ``articles`` say it, none where only the reference data do."""

    source: str
    kind: str
    target: str
    articles: tuple[str, ...] = ()


@dataclass(slots=True)
class Gathered:
    """All that is taken of a store: kinds, values and links by thing, and for each link its words by article.

    ``evidence`` maps source, kind and target to pairs of article and (confidence, quote).
    """

    kinds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    told: dict[str, _Told] = field(default_factory=dict)
    links: dict[str, tuple[Link, ...]] = field(default_factory=dict)
    evidence: dict[tuple[str, str, str], list[tuple[str, float, str]]] = field(default_factory=dict)

    def texts(self, thing: str, predicate: str) -> tuple[str, ...]:
        """Return the values of a predicate (a CURIE) of a thing, sorted; () where nothing is told."""
        return tuple(sorted({value for value, _ in self.told.get(thing, {}).get(expand(predicate), ())}))

    def names(self, thing: str) -> tuple[tuple[str, str], ...]:
        """Return what a thing is called as (name, language), the preferred first; () for a thing without a name."""
        found: list[tuple[str, str]] = []
        for predicate in ("skos:prefLabel", "rdfs:label", "skos:altLabel"):
            told = self.told.get(thing, {}).get(expand(predicate), ())
            found += sorted(set(told), key=lambda it: (-len(it[0]), it) if predicate == "rdfs:label" else (0, it))
        return tuple(dict.fromkeys(found))

    def same(self, thing: str) -> tuple[str, ...]:
        """Return the names (IRIs) of a thing in other data sets, sorted; () where none is known."""
        return tuple(sorted({*self.texts(thing, "owl:sameAs"), *self.texts(thing, "skos:exactMatch")}))

    def label(self, thing: str, language: str) -> str:
        """Return the name of a thing in a language, or else the first in any, or else the end of its IRI."""
        names = self.names(thing)
        return next((name for name, its in names if its == language), names[0][0] if names else local(thing))

    def title(self, thing: str, language: str) -> str:
        """Return what stands on a thing: its headline or name, or what one without either is, where and when."""
        if self.texts(thing, "schema:headline"):
            return self.texts(thing, "schema:headline")[0]
        if self.names(thing):
            return self.label(thing, language)
        roles = [self.label(role, language) for role in self.texts(thing, "org:role")]
        kind = self.label(PREFIXES["q"] + self.kind(thing), language)
        places = [self.label(place, language) for place in self.targets(thing, expand("schema:location"))]
        days = [*self.texts(thing, "schema:startDate"), *self.texts(thing, "q:signedOn")]
        return ", ".join([*(roles or [kind]), *places[:1], *days[:1]])

    def family(self, thing: str) -> str:
        """Return the family of a thing's kind (``person``, ``event``, ``article`` ...); "" where it has no known kind."""
        kinds = self.kinds.get(thing, ())
        return "article" if "Article" in kinds else next((name for kind in kinds if (name := family(kind))), "")

    def kind(self, thing: str) -> str:
        """Return the most telling kind of a thing: a general one only where there is no other."""
        kinds = self.kinds.get(thing, ())
        return next((kind for kind in kinds if kind not in ("Organization", "Event", "Document")), kinds[0] if kinds else "")

    def spells(self, thing: str) -> tuple[Spell, ...]:
        """Return when a thing was: an event, an article, a document; () for what lasts, and for what has no date."""
        ends = [self.texts(thing, predicate) for predicate in _DATED]
        if all(ends):
            return ((min(ends[0]), max(ends[1])),)
        days = [*self.texts(thing, "q:signedOn"), *(self.texts(thing, "schema:datePublished") if self.family(thing) == "article" else ())]
        bounds = [found for day in days if (found := day_bounds(day[:10]))]
        return ((min(first for first, _ in bounds), max(last for _, last in bounds)),) if bounds else ()

    def state(self, thing: str) -> str | None:
        """Return the state that a thing is, belongs to or lies in; None where none is known, or several are."""
        found = {thing}
        for _ in range(3):  # a square is in a city, which is in a region, which is in a state
            found = {state for place in found for state in ({place} if self._is_state(place) else self.targets(place, *_WITHIN))}
        return next(iter(found)) if len(found) == 1 and self._is_state(next(iter(found))) else None

    def _is_state(self, thing: str) -> bool:
        return "State" in self.kinds.get(thing, ())

    def targets(self, thing: str, *predicates: str) -> tuple[str, ...]:
        """Return what a thing is linked to by any of some predicates (IRIs), sorted; () for nothing."""
        return tuple(sorted({link.target for link in self.links.get(thing, ()) if link.kind in predicates}))


def gather(view: View) -> Gathered:
    """Return what there is to take from a store; an empty store gives nothing."""
    found = Gathered()
    said: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for source, kind, target, article in _rows(view, "links"):
        said[source[0], kind[0], target[0]].append(article[0])
    links = [Link(*key, tuple(articles)) for key, articles in said.items()]
    things = {thing for link in links for thing in (link.source, link.target)} | {name for link in links for name in link.articles}
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for thing, kind in _rows(view, "things"):
        kinds[thing[0]].append(local(kind[0]))
        if kind[0] == expand("q:Article") or family(local(kind[0])) in _OF_THEMSELVES:
            things.add(thing[0])
    behind = [Link(source[0], kind[0], target[0]) for source, kind, target in _rows(view, "background")]
    for _ in range(3):
        things |= {link.target for link in behind if link.source in things and link.kind in _WITHIN}
    known = {(link.source, link.kind, link.target) for link in links}
    links += [k for k in behind if {k.source, k.target} <= things and (k.source, k.kind, k.target) not in known]
    for link in sorted((k for k in links if k.source in kinds and k.target in kinds), key=lambda k: (k.source, k.kind, k.target)):
        found.links[link.source] = (*found.links.get(link.source, ()), link)
    found.kinds = {thing: tuple(sorted(kinds[thing])) for thing in sorted(things) if thing in kinds}
    concepts = set()
    for thing, kind, value in _rows(view, "values"):
        found.told.setdefault(thing[0], {}).setdefault(kind[0], []).append(value)
        concepts |= {value[0]} if kind[0] == expand("org:role") else set()
    kept = set(found.kinds) | concepts | {PREFIXES["q"] + kind for its in found.kinds.values() for kind in its}
    found.told = {thing: told for thing, told in found.told.items() if thing in kept}
    for source, kind, target, article, confidence, quote in _rows(view, "evidence"):
        found.evidence.setdefault((source[0], kind[0], target[0]), []).append((article[0], float(confidence[0]), quote[0]))
    return found


def _rows(view: View, name: str) -> Iterator[tuple[tuple[str, str], ...]]:
    """Yield the rows of a shipped query, each cell as a text with its language."""
    for row in queries.select(view, f"exchange/{name}").rows:
        if all(isinstance(term, NamedNode | Literal) for term in row):
            yield tuple(_cell(term) for term in row)


def _cell(term: Term | None) -> tuple[str, str]:
    assert isinstance(term, NamedNode | Literal)
    return (term.value, term.language or "") if isinstance(term, Literal) else (term.value, "")


def graph(found: Gathered, *, language: str = "az", name: str = "qurultay") -> PropertyGraph:
    """Return the property graph of what was gathered, names in a language where there are any."""
    nodes = tuple(_node(found, thing, language) for thing in found.kinds)
    published = {thing: found.texts(thing, "schema:datePublished")[:1] for thing in found.kinds}
    edges = sorted((_edge(found, link, published) for links in found.links.values() for link in links), key=lambda edge: edge.id)
    return PropertyGraph(name, nodes, tuple(edges))


def _node(found: Gathered, thing: str, language: str) -> Node:
    names, state = found.names(thing), found.state(thing)
    said: dict[str, Value | None] = {name: "; ".join(found.texts(thing, predicate)) for name, predicate in _TEXTS.items()}
    said |= {name: found.texts(thing, predicate) for name, predicate in _LISTS.items()}
    said["same_as"] = found.same(thing)
    said["status"] = tuple(local(status) for status in found.texts(thing, "q:status"))
    said["role"] = tuple(found.label(role, language) for role in found.texts(thing, "org:role"))
    said |= {f"label_{code}": next((name for name, its in names if its == code), None) for code in LANGUAGES}
    label = found.title(thing, language)
    shown = {label, *(said[f"label_{code}"] for code in LANGUAGES)}
    said["aliases"] = tuple(name for name, _ in names if name not in shown)
    said |= {"family": found.family(thing), "kind": found.kind(thing), "kinds": found.kinds[thing]}
    said["state"] = None if state is None else found.label(state, language)
    for name in ("latitude", "longitude"):
        numbers = found.texts(thing, f"schema:{name}")
        said[name] = float(numbers[0]) if numbers else None
    spells = found.spells(thing)
    said |= {"earliest": spells[0][0], "latest": spells[0][1]} if spells else {}
    return Node(thing, clean(label) or local(thing), found.kind(thing), values(said), spells)


def _edge(found: Gathered, link: Link, published: Mapping[str, tuple[str, ...]]) -> Edge:
    evidence = found.evidence.get((link.source, link.kind, link.target), [])
    days = sorted(day[:10] for article in link.articles for day in published.get(article, ()))
    said: dict[str, Value | None] = {
        "confidence": max((confidence for _, confidence, _ in evidence), default=None),
        "articles": tuple(link.articles),
        "quotes": tuple(sorted({quote for _, _, quote in evidence})),
        "told_first": days[0] if days else None,
        "told_last": days[-1] if days else None,
    }
    spells = found.spells(link.source) if link.kind != _MENTIONS else ()
    name = digest(link.source, link.kind, link.target)
    return Edge(name, link.source, link.target, local(link.kind), max(1, len(link.articles)), values(said), spells)


def local(iri: str) -> str:
    """Return the end of an IRI.

    >>> local("https://schema.org/attendee"), local("http://www.w3.org/ns/org#member")
    ('attendee', 'member')
    """
    return iri.rsplit("#", 1)[-1].rstrip("/").rsplit("/", 1)[-1]
