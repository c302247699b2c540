"""The cooperation network: bodies, or states, joined by what they did together.

Two bodies are joined where they took part in one event, one hosted the other, both organised it, both signed one
document, or both belong to one council. The rows come from the shipped queries in ``queries/network``, which any SPARQL
store can answer; the graph is made from the rows alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any, TypeAlias
from typing import Literal as Choice

import networkx as nx
from pyoxigraph import Literal, NamedNode

from qurultay import resources
from qurultay.errors import QueryError
from qurultay.store import Table, Term, View
from qurultay.terms import expand

__all__ = ["Body", "By", "Involvement", "bodies", "cooperation", "involvements", "table"]

By: TypeAlias = Choice["organization", "state"]
"""What the nodes are: the bodies themselves, or the states that they belong to."""

_QUERIES = ("events", "documents", "memberships")
_ORGANIZER, _PARTICIPANT = expand("schema:organizer"), expand("q:participant")
_TOGETHER = {expand("q:signatory"): "signed", expand("org:memberOf"): "belong"}
"""What joins two bodies that stand in one role to one occasion; events have their own rule."""


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation or state: its IRI, its labels by language ("" for none), and the state it belongs to; a state its own."""

    iri: str
    labels: tuple[tuple[str, str], ...] = ()
    state: Body | None = None

    def label(self, language: str) -> str:
        """Return the label in a language, or else the first there is, or the end of the IRI."""
        known = dict(self.labels)
        return known.get(language) or next(iter(known.values()), self.iri.rpartition("/")[2])


@dataclass(frozen=True, slots=True)
class Involvement:
    """A body's part in an occasion: ``role`` is the IRI of the predicate, the days are ISO 8601, None where unknown."""

    occasion: str
    role: str
    body: Body
    first: str | None = None
    last: str | None = None


def bodies(view: View) -> Mapping[str, Body]:
    """Return the organisations and states of a store that did anything, and the states of these, by IRI."""
    states: dict[str, str | None] = {}
    labels: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for body, state, label in _rows(view, "bodies"):
        if body is not None:
            iri = _value(body)
            states[iri] = states.get(iri) or (None if state is None else _value(state))
            if isinstance(label, Literal):
                labels[iri].setdefault(label.language or "", label.value)
    plain = {iri: Body(iri, tuple(sorted(labels[iri].items()))) for iri in states}
    return {iri: replace(body, state=plain.get(states[iri] or "")) for iri, body in plain.items()}


def involvements(view: View) -> tuple[Involvement, ...]:
    """Return who was involved in what, as a store tells; people are left out."""
    known = bodies(view)
    return tuple(involved for name in _QUERIES for row in _rows(view, name) if (involved := _involvement(row, known)))


def _rows(view: View, name: str) -> Iterator[tuple[Term | None, ...]]:
    answer = view.query(resources.text(f"queries/network/{name}.rq"))
    if not isinstance(answer, Table):
        raise QueryError(f"queries/network/{name}.rq must be a SELECT query")
    yield from answer.rows


def _involvement(row: tuple[Term | None, ...], known: Mapping[str, Body]) -> Involvement | None:
    occasion, role, body, first, last = (None if term is None else _value(term) for term in row)
    if occasion is None or role is None or body is None or body not in known:
        return None
    return Involvement(occasion, role, known[body], first, last)


def _value(term: Term) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def cooperation(
    rows: Iterable[Involvement], *, by: By = "organization", since: str | None = None, until: str | None = None, language: str = "az"
) -> nx.MultiGraph:
    """Return the network of the rows: one edge for each pair and kind of relation; an empty graph for no rows.

    A node is an IRI with ``label`` and, where known, ``state``. An edge has as its key and ``kind`` one of ``organised``
    (together), ``hosted``, ``met``, ``signed``, ``belong``; ``weight`` counts its ``occasions`` (IRIs, sorted); ``first``
    and ``last`` are days, absent where unknown. ``since`` and ``until`` (ISO 8601 days) keep what may lie between them, and leave
    out the undated. By state, what bodies of one state did among themselves is left out.

    >>> a, b = Body("https://example.org/a"), Body("https://example.org/b")
    >>> rows = [Involvement("urn:e", expand("q:participant"), body, "2024-02-29", "2024-02-29") for body in (a, b)]
    >>> list(cooperation(rows).edges(keys=True, data="weight"))
    [('https://example.org/a', 'https://example.org/b', 'met', 1)]
    """
    graph = nx.MultiGraph()
    occasions: defaultdict[str, list[Involvement]] = defaultdict(list)
    for row in rows:
        occasions[row.occasion].append(row)
    for occasion, involved in sorted(occasions.items()):
        first = min((row.first for row in involved if row.first), default=None)
        last = max((row.last for row in involved if row.last), default=None)
        if _within(first, last, since=since, until=until):
            _join(graph, occasion, _roles(involved, by=by, language=language), first=first, last=last)
    for _, _, edge in graph.edges(data=True):
        edge["occasions"] = tuple(sorted(edge["occasions"]))
    return graph


def _within(first: str | None, last: str | None, *, since: str | None, until: str | None) -> bool:
    after = since is None or (last is not None and last >= since)
    return after and (until is None or (first is not None and first <= until))


def _roles(involved: Iterable[Involvement], *, by: By, language: str) -> dict[str, tuple[set[str], dict[str, str]]]:
    """Return the roles, and the attributes, of each node of one occasion."""
    found: dict[str, tuple[set[str], dict[str, str]]] = {}
    for row in involved:
        node = row.body if by == "organization" else row.body.state
        if node is not None:
            state = {"state": row.body.state.iri} if row.body.state else {}
            roles, _ = found.setdefault(node.iri, (set(), {"label": node.label(language), **state}))
            roles.add(row.role)
    return found


def _join(
    graph: nx.MultiGraph, occasion: str, involved: Mapping[str, tuple[set[str], dict[str, str]]], *, first: str | None, last: str | None
) -> None:
    for one, other in combinations(sorted(involved), 2):
        kind = _kind(involved[one][0], involved[other][0])
        if kind is None:
            continue
        for node in (one, other):
            graph.add_node(node, **involved[node][1])
        if not graph.has_edge(one, other, key=kind):
            graph.add_edge(one, other, key=kind, kind=kind, weight=0, occasions=())
        edge: dict[str, Any] = graph.edges[one, other, kind]
        edge.update(weight=edge["weight"] + 1, occasions=(*edge["occasions"], occasion))
        if first:
            edge["first"] = min(first, edge.get("first", first))
        if last:
            edge["last"] = max(last, edge.get("last", last))


def _kind(one: set[str], other: set[str]) -> str | None:
    """Return what joins two bodies with these roles in one occasion; None where nothing does."""
    for role, kind in _TOGETHER.items():
        if role in one and role in other:
            return kind
    organizers = (_ORGANIZER in one) + (_ORGANIZER in other)
    if organizers == 2:
        return "organised"
    if organizers == 1:
        return "hosted"
    return "met" if _PARTICIPANT in one and _PARTICIPANT in other else None


def table(graph: nx.MultiGraph, *, of: Choice["pairs", "bodies"] = "pairs") -> Table:
    """Return the pairs of a network by weight, or its bodies by how central they are; no rows for an empty network.

    Of pairs: ``left right weight kinds first last``, the labels of both with the weight of all relations. Of bodies:
    ``body partners weight degree betweenness``: the number of partners and of occasions, and the two centralities, from 0 to 1,
    betweenness by paths that are the shorter the more was done together.

    >>> table(cooperation([])).columns
    ('left', 'right', 'weight', 'kinds', 'first', 'last')
    """
    return _pairs(graph) if of == "pairs" else _standings(graph)


def _pairs(graph: nx.MultiGraph) -> Table:
    rows = []
    for one, other in sorted({tuple(sorted(pair)) for pair in graph.edges()}):
        edges = graph.get_edge_data(one, other)
        days = [sorted(edge[end] for edge in edges.values() if end in edge) for end in ("first", "last")]
        labels = [graph.nodes[node]["label"] for node in (one, other)]
        weight = sum(edge["weight"] for edge in edges.values())
        kinds = " ".join(f"{kind}:{edges[kind]['weight']}" for kind in sorted(edges))
        rows.append((-weight, one, other, (*labels, weight, kinds, days[0][0] if days[0] else None, days[1][-1] if days[1] else None)))
    columns = ("left", "right", "weight", "kinds", "first", "last")
    return Table(columns, tuple(_terms(row) for *_, row in sorted(rows, key=lambda row: row[:3])))


def _standings(graph: nx.MultiGraph) -> Table:
    simple = nx.Graph()
    simple.add_nodes_from(graph)
    for one, other, weight in graph.edges(data="weight"):
        held = simple.get_edge_data(one, other, {"weight": 0})["weight"]
        simple.add_edge(one, other, weight=held + weight, distance=1 / (held + weight))
    degree, between = nx.degree_centrality(simple), nx.betweenness_centrality(simple, weight="distance")
    rows = []
    for node in sorted(simple):
        weight = simple.degree(node, weight="weight")
        figures = (simple.degree(node), weight, round(degree[node], 4), round(between[node], 4))
        rows.append((-figures[2], -figures[3], -weight, node, (graph.nodes[node]["label"], *figures)))
    columns = ("body", "partners", "weight", "degree", "betweenness")
    return Table(columns, tuple(_terms(row) for *_, row in sorted(rows, key=lambda row: row[:4])))


def _terms(row: Iterable[str | int | float | None]) -> tuple[Term | None, ...]:
    decimal = NamedNode(expand("xsd:decimal"))
    return tuple(
        None
        if cell is None
        else Literal(f"{cell:.4f}".rstrip("0").rstrip("."), datatype=decimal)
        if isinstance(cell, float)
        else Literal(cell)
        for cell in row
    )
