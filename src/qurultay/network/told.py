"""Tells the cooperation network as RDF, in a graph of its own.

One network for the whole time with its cooperations, one for each year, and in each how central its members are and which
communities they form. Nothing is a blank node, and the same rows give the same quads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import Literal, NamedNode, Quad

from qurultay.network.joining import By
from qurultay.network.measures import Period
from qurultay.terms import BASE, GRAPHS, digest, expand, iri

__all__ = ["told"]

_GRAPH = NamedNode(GRAPHS["network"])
_KINDS = {"belong": "q:Belong", "hosted": "q:Hosted", "met": "q:Met", "organised": "q:Organised", "signed": "q:Signed"}


def told(
    periods: Sequence[Period], *, by: By = "organization", since: str | None = None, until: str | None = None, base: str = BASE
) -> list[Quad]:
    """Return the quads of a network's periods, sorted; ``by``, ``since`` and ``until`` are those they were made with.

    >>> told([])
    []
    """
    span = "" if since is until is None else f"/{since or '..'}/{until or '..'}"
    found: set[Quad] = set()
    for period in periods:
        path = f"network/{by}{span}" + (f"/{period.year}" if period.year else "")
        network = NamedNode(iri(path, base=base))
        found.add(_quad(network, "rdf:type", _term("q:CooperationNetwork")))
        covered = period.year or span[1:]
        if covered:
            found.add(_quad(network, "schema:temporalCoverage", Literal(covered)))
        found.update(_standings(network, period, base))
        found.update(_communities(network, period, base))
        if period.year is None:
            found.update(_cooperations(network, period, base))
    return sorted(found, key=str)


def _cooperations(network: NamedNode, period: Period, base: str) -> Iterator[Quad]:
    for left, right, kind, edge in period.graph.edges(keys=True, data=True):
        node = NamedNode(iri(f"cooperation/{digest(network.value, *sorted((left, right)), kind)}", base=base))
        yield _quad(node, "rdf:type", _term("q:Cooperation"))
        yield _quad(node, "q:inNetwork", network)
        yield _quad(node, "q:cooperationKind", _term(_KINDS[kind]))
        yield _quad(node, "q:weight", Literal(edge["weight"]))
        for end in (left, right):
            yield _quad(node, "q:between", NamedNode(end))
        for occasion in edge["occasions"]:
            yield _quad(node, "q:occasion", NamedNode(occasion))
        for end, predicate in (("first", "q:firstDay"), ("last", "q:lastDay")):
            if end in edge:
                yield _quad(node, predicate, Literal(edge[end], datatype=_term("xsd:date")))


def _standings(network: NamedNode, period: Period, base: str) -> Iterator[Quad]:
    for it in period.standings:
        node = NamedNode(iri(f"standing/{digest(network.value, it.node)}", base=base))
        yield _quad(node, "rdf:type", _term("q:Standing"))
        yield _quad(node, "q:inNetwork", network)
        yield _quad(node, "q:standingOf", NamedNode(it.node))
        yield _quad(node, "q:partners", Literal(it.partners))
        yield _quad(node, "q:weight", Literal(it.weight))
        yield _quad(node, "q:degreeCentrality", _decimal(it.degree))
        yield _quad(node, "q:betweennessCentrality", _decimal(it.betweenness))


def _communities(network: NamedNode, period: Period, base: str) -> Iterator[Quad]:
    for it in period.communities:
        node = NamedNode(iri(f"community/{digest(network.value, str(it.number))}", base=base))
        yield _quad(node, "rdf:type", _term("q:Community"))
        yield _quad(node, "q:inNetwork", network)
        yield _quad(node, "q:communityNumber", Literal(it.number))
        yield _quad(node, "q:weight", Literal(it.weight))
        for member in it.members:
            yield _quad(node, "skos:member", NamedNode(member))


def _quad(subject: NamedNode, predicate: str, value: NamedNode | Literal) -> Quad:
    return Quad(subject, _term(predicate), value, _GRAPH)


def _term(name: str) -> NamedNode:
    return NamedNode(expand(name))


def _decimal(value: float) -> Literal:
    return Literal(f"{value:.4f}".rstrip("0").rstrip("."), datatype=_term("xsd:decimal"))
