"""What a store holds where only sure claims count: the rest is left out, and nothing that rests on it stays.

A claim below the least confidence goes with its quote. A triple that was claimed goes where no claim of it is left; one that was never
claimed (an article's own data) stays. A fact is no surer than what it is told of: an event, document or post whose kind is no longer
claimed in an article goes from that article with all that is said of it. What was noted for resolving identities is not shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad

from qurultay.store.ask import ask
from qurultay.store.base import Answer
from qurultay.terms import GRAPHS, expand

__all__ = ["ConfidentView", "at_least"]

_Key: TypeAlias = tuple[Any, Any, Any, Any]
"""Graph, subject, predicate and object; the graph is None where any will do."""

_PARTS = tuple(map(expand, ("rdf:subject", "rdf:predicate", "rdf:object")))
_CONFIDENCE, _SELECTOR, _TYPE = map(expand, ("q:confidence", "oa:hasSelector", "rdf:type"))
_COMPUTED = frozenset(map(expand, ("q:earliestDate", "q:latestDate")))
_SIGHTINGS = NamedNode(GRAPHS["sightings"])
"""What every article told for identities to be resolved by, however sure: a memory of the build, and no statement."""
_DATED = frozenset(map(expand, ("schema:startDate", "schema:endDate")))
"""What is computed from a date goes with the date."""


def at_least(quads: Iterable[Quad], confidence: float) -> Iterator[Quad]:
    """Yield the quads of a whole store that are left where claims below ``confidence`` do not count."""
    held = list(quads)
    claims = _claims(held)
    doubtful = {claim for claim, (_, sure) in claims.items() if sure < confidence}
    gone = _subjects(claims, doubtful, _TYPE)
    doubtful |= {claim for claim, ((g, s, _, o), _) in claims.items() if (g, s) in gone or (g, o) in gone}
    kept = {key for claim, (key, _) in claims.items() if claim not in doubtful}
    lost = {claims[claim][0] for claim in doubtful} - kept
    untold = {key[1:] for key in lost} - {key[1:] for key in kept}
    undated = {(g, s) for g, s, p, _ in lost if p.value in _DATED} - {(g, s) for g, s, p, _ in kept if p.value in _DATED}
    graphs = {key[0] for key, _ in claims.values()}
    nodes = doubtful | {quad.object for quad in held if quad.predicate.value == _SELECTOR and quad.subject in doubtful}
    for quad in held:
        graph, statement = quad.graph_name, (quad.subject, quad.predicate, quad.object)
        if graph in graphs:
            out = (graph, *statement) in lost or (graph, quad.subject) in gone or (graph, quad.object) in gone
            out = out or (quad.predicate.value in _COMPUTED and (graph, quad.subject) in undated)
        else:
            out = statement in untold
        if not out and quad.subject not in nodes and not (doubtful and graph == _SIGHTINGS):
            yield quad


def _subjects(claims: Mapping[Any, tuple[_Key, float]], doubtful: set[Any], predicate: str) -> set[tuple[Any, Any]]:
    """Return the things, by graph, of which a predicate is claimed in doubtful claims only."""
    found = {(key[0], key[1], claim in doubtful) for claim, (key, _) in claims.items() if key[2].value == predicate}
    return {(g, s) for g, s, out in found if out} - {(g, s) for g, s, out in found if not out}


def _claims(quads: Iterable[Quad]) -> Mapping[Any, tuple[_Key, float]]:
    """Return what each claim says, in which graph, and how sure it is."""
    parts: dict[Any, dict[str, Any]] = {}
    graphs: dict[Any, Any] = {}
    for quad in quads:
        if quad.predicate.value in (*_PARTS, _CONFIDENCE):
            parts.setdefault(quad.subject, {})[quad.predicate.value] = quad.object
            graphs[quad.subject] = quad.graph_name
    return {
        claim: ((graphs[claim], *(told[part] for part in _PARTS)), float(told[_CONFIDENCE].value))
        for claim, told in parts.items()
        if len(told) == len(_PARTS) + 1
    }


class ConfidentView:
    """What is left of a store, in memory: it can be asked and taken out like the store itself."""

    def __init__(self, quads: Iterable[Quad], confidence: float, *, location: str, base: str) -> None:
        self._graph = ox.Store()
        self._graph.bulk_extend(at_least(quads, confidence))
        self._location, self._base = location, base

    @property
    def location(self) -> str:
        """The folder or address of the store that it was made from."""
        return self._location

    @property
    def base(self) -> str:
        """The base of its entities' IRIs."""
        return self._base

    def query(self, sparql: str, *, terms: Mapping[str, NamedNode | Literal] | None = None) -> Answer:
        """Answer a query over the union of all graphs; see :class:`~qurultay.store.base.View`."""
        return ask(self._graph, sparql, terms or {})

    def quads(self) -> Iterator[Quad]:
        """Yield every quad, in no order."""
        yield from self._graph
