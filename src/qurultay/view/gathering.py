"""Gathers from a store what its page shows: every claim with its words, what things are called, and the cooperation network.

The rows come from the shipped queries in ``queries/view``, which any SPARQL store can answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import networkx as nx
from pyoxigraph import Literal, NamedNode

from qurultay import network, resources
from qurultay.errors import QueryError
from qurultay.graph import day_bounds
from qurultay.network import By, Involvement
from qurultay.store import Table, Term, View
from qurultay.terms import PREFIXES, expand, family

__all__ = ["Claim", "Quote", "Told", "gather", "patches"]

_DAYS = ("q:earliestDate", "q:latestDate", "q:signedOn")
_NAMES = ("skos:prefLabel", "rdfs:label", "skos:altLabel", "q:abbreviation")
_GENERAL = frozenset({"Organization", "Event", "Document"})


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """What is said: subject and predicate are IRIs; ``object`` is one too, unless ``literal``, which may have a language."""

    subject: str
    predicate: str
    object: str
    literal: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """The words that say it: the IRI of the article, half-open code point offsets, and how sure the rule is."""

    article: str
    start: int
    end: int
    text: str
    confidence: float


@dataclass(slots=True)
class Told:
    """What a store tells: for each claim its quotes, the surest first, and for each thing (IRI) its values by predicate (IRI)."""

    base: str
    claims: dict[Claim, tuple[Quote, ...]] = field(default_factory=dict)
    values: dict[str, dict[str, list[tuple[str, str]]]] = field(default_factory=dict)
    terms: dict[str, dict[str, str]] = field(default_factory=dict)
    involved: tuple[Involvement, ...] = ()

    def texts(self, thing: str, predicate: str) -> tuple[str, ...]:
        """Return the values of a predicate (a CURIE) of a thing, sorted; () where nothing is told."""
        return tuple(sorted({value for value, _ in self.values.get(thing, {}).get(expand(predicate), ())}))

    def names(self, thing: str) -> tuple[tuple[str, str], ...]:
        """Return what a thing is called as (name, language), the preferred first, then the fullest; () for one without a name."""
        found: list[tuple[str, str]] = []
        for predicate in _NAMES:
            told = self.values.get(thing, {}).get(expand(predicate), ())
            found += sorted(set(told), key=lambda it: (-len(it[0]), it))
        return tuple(dict.fromkeys(found))

    def kind(self, thing: str) -> str:
        """Return the most telling kind of a thing (local name of a class of the ontology); "" where none is known."""
        start = (PREFIXES["q"], PREFIXES["org"])
        kinds = [kind.removeprefix(start[0]).removeprefix(start[1]) for kind in self.texts(thing, "rdf:type") if kind.startswith(start)]
        return next((kind for kind in kinds if kind not in _GENERAL and (family(kind) or kind == "Article")), kinds[0] if kinds else "")

    def state(self, thing: str) -> str | None:
        """Return the state that a body belongs to or a place lies in; None where none is known, or several are."""
        if self.kind(thing) == "State":
            return thing
        above = {*self.texts(thing, "q:jurisdiction"), *self.texts(thing, "schema:containedInPlace")}
        states = {place for place in above if self.kind(place) == "State"}
        return states.pop() if len(states) == 1 else None

    def days(self, thing: str) -> tuple[str, str] | None:
        """Return the first and the last day on which a thing may have been; None where no date is known."""
        bounds = [found for name in _DAYS for day in self.texts(thing, name) if (found := day_bounds(day[:10]))]
        return (min(first for first, _ in bounds), max(last for _, last in bounds)) if bounds else None

    def cooperation(self, by: By) -> nx.MultiGraph:
        """Return the cooperation network, of bodies or of states."""
        return network.cooperation(self.involved, by=by)


def gather(view: View) -> Told:
    """Return what a store tells; an empty store tells nothing."""
    quotes: defaultdict[Claim, set[Quote]] = defaultdict(set)
    for article, subject, predicate, target, start, end, quote, confidence in _rows(view, "claims"):
        claim = Claim(_text(subject), _text(predicate), _text(target), isinstance(target, Literal), _language(target))
        quotes[claim].add(Quote(_text(article), int(_text(start)), int(_text(end)), _text(quote), float(_text(confidence))))
    values: defaultdict[str, defaultdict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for thing, kind, value in _rows(view, "told"):
        values[_text(thing)][_text(kind)].append((_text(value), _language(value)))
    terms: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for term, label in _rows(view, "terms"):
        if isinstance(label, Literal) and label.language:
            terms[_text(term)].setdefault(label.language, label.value)
    return Told(
        view.base,
        {claim: tuple(sorted(found, key=lambda it: (-it.confidence, it))) for claim, found in sorted(quotes.items())},
        {thing: dict(told) for thing, told in sorted(values.items())},
        dict(sorted(terms.items())),
        network.involvements(view),
    )


def _rows(view: View, name: str) -> Iterator[tuple[Term, ...]]:
    answer = view.query(resources.text(f"queries/view/{name}.rq"))
    if not isinstance(answer, Table):
        raise QueryError(f"queries/view/{name}.rq must be a SELECT query")
    for row in answer.rows:
        yield tuple(term for term in row if term is not None)


def _text(term: Term) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def _language(term: Term) -> str:
    return term.language or "" if isinstance(term, Literal) else ""


def patches(quotes: Mapping[Claim, tuple[Quote, ...]]) -> dict[str, list[tuple[int, str]]]:
    """Return what is known of each article's text: stretches that quotes cover, by where they begin; they neither touch nor overlap.

    >>> said = Claim("urn:s", "urn:p", "urn:o")
    >>> words = (Quote("urn:a", 0, 7, "Bakıda ", 1.0), Quote("urn:a", 4, 12, "da görüş", 1.0), Quote("urn:a", 20, 22, "ki", 1.0))
    >>> patches({said: words})
    {'urn:a': [(0, 'Bakıda görüş'), (20, 'ki')]}
    """
    spans: defaultdict[str, set[tuple[int, int, str]]] = defaultdict(set)
    for found in quotes.values():
        for quote in found:
            spans[quote.article].add((quote.start, -quote.end, quote.text))
    known: dict[str, list[tuple[int, str]]] = {}
    for article, parts in sorted(spans.items()):
        pieces: list[tuple[int, str]] = []
        for start, negative, text in sorted(parts):
            last = pieces[-1][0] + len(pieces[-1][1]) if pieces else -1
            if start > last:
                pieces.append((start, text))
            elif -negative > last:
                pieces[-1] = (pieces[-1][0], pieces[-1][1] + text[last - start :])
        known[article] = pieces
    return known
