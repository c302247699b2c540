"""Counts what a store holds, by queries that any SPARQL store answers."""

from __future__ import annotations

from typing import Any

from pyoxigraph import NamedNode

from qurultay import terms
from qurultay.store.base import Info, Table, View

__all__ = ["count", "graph_sizes", "is_ours"]

_GRAPHS = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
_ARTICLES = "SELECT (COUNT(DISTINCT ?a) AS ?n) WHERE { GRAPH ?g { ?a a q:Article } }"
_LANGUAGES = "SELECT ?language (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?a a q:Article ; schema:inLanguage ?language } } GROUP BY ?language"
_CLAIMS = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?claim rdf:predicate ?p } }"
_NAMED = "SELECT DISTINCT ?thing ?kind WHERE { GRAPH ?article { ?about schema:mentions ?thing } GRAPH ?g { ?thing a ?kind } }"
_TOLD = "SELECT DISTINCT ?thing ?kind WHERE { GRAPH ?g { ?thing a ?kind } VALUES ?kind { %s } }"
_BY_TYPE = ("event", "document", "membership")
"""The families that an article need not mention by name."""


def count(view: View, *, quarantined: int) -> Info:
    """Return the numbers of a store; states, places, people and organisations count where an article mentions them."""
    sizes = graph_sizes(view)
    return Info(
        location=view.location,
        base=view.base,
        articles=_number(view, _ARTICLES),
        quads=sum(sizes.values()),
        claims=_number(view, _CLAIMS),
        quarantined=quarantined,
        kinds=_kinds(view),
        languages=dict(sorted((row[0].value, int(row[1].value)) for row in _rows(view, _LANGUAGES))),
        graphs={name: sizes.get(iri, 0) for name, iri in terms.GRAPHS.items()},
    )


def graph_sizes(view: View) -> dict[str, int]:
    """Return the number of quads in each graph of the data, by IRI: those of articles below the base, and those of no article."""
    return {graph.value: int(n.value) for graph, n in _rows(view, _GRAPHS) if is_ours(graph, base=view.base)}


def is_ours(graph: Any, *, base: str) -> bool:
    """Tell whether a graph is part of the data, and not another's on the same server, or one of its own books.

    >>> is_ours(NamedNode(terms.GRAPHS["links"]), base=terms.BASE), is_ours(NamedNode("http://www.w3.org/ns/ldp#"), base=terms.BASE)
    (True, False)
    """
    return isinstance(graph, NamedNode) and (graph.value in _OWN or graph.value.startswith(terms.iri("article/", base=base)))


_OWN = frozenset(terms.GRAPHS.values())


def _kinds(view: View) -> dict[str, int]:
    """Count the things that articles name, by family of kinds."""
    classes = {
        family: [terms.expand("org:Membership") if kind == "Membership" else terms.expand(f"q:{kind}") for kind in sorted(kinds)]
        for family, kinds in terms.FAMILIES.items()
    }
    of_class = {iri: family for family, kinds in classes.items() for iri in kinds}
    told = _TOLD % " ".join(str(NamedNode(iri)) for family in _BY_TYPE for iri in classes[family])
    found: dict[str, set[str]] = {}
    for query in (_NAMED, told):
        for thing, kind in _rows(view, query):
            if isinstance(thing, NamedNode) and isinstance(kind, NamedNode) and kind.value in of_class:
                found.setdefault(of_class[kind.value], set()).add(thing.value)
    return {family: len(things) for family, things in sorted(found.items())}


def _number(view: View, query: str) -> int:
    return int(_rows(view, query)[0][0].value)


def _rows(view: View, query: str) -> list[tuple[Any, ...]]:
    found = view.query(query)
    assert isinstance(found, Table), query
    return list(found.rows)
