"""Lists the cooperation network in tables: pairs, bodies, years, communities."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal as Choice
from typing import TypeAlias

import networkx as nx
from pyoxigraph import Literal, NamedNode

from qurultay.network.measures import Period, communities, standings
from qurultay.store import Table, Term
from qurultay.terms import expand

__all__ = ["TABLES", "Of", "table"]

Of: TypeAlias = Choice["pairs", "bodies", "years", "communities"]
"""What a network is listed by."""

_Cell: TypeAlias = str | int | float | None
_LISTED = 5


def table(network: nx.MultiGraph | Sequence[Period], *, of: Of = "pairs") -> Table:
    """Return a table of a network, or of its periods (which begin with the whole time); no rows for an empty network.

    ``pairs``: ``left right weight kinds first last``, the labels of both with the weight of all relations, by weight.
    ``bodies``: ``body partners weight degree betweenness community``, the most central first.
    ``years``: the same for each year, with ``change``, by how many partners there are more than in the year listed before.
    ``communities``: ``year community size weight members joined left``: of the whole time, then of each year; ``members`` are the
    first five, ``joined`` and ``left`` count the change since the community was met last.

    >>> table(nx.MultiGraph()).columns
    ('left', 'right', 'weight', 'kinds', 'first', 'last')
    """
    if isinstance(network, nx.Graph):
        network = [_whole(network, measured=of != "pairs")]
    columns, rows = TABLES[of]
    return Table(columns, tuple(_terms(row) for row in rows(network)))


def _whole(graph: nx.MultiGraph, *, measured: bool) -> Period:
    return Period(None, graph, standings(graph) if measured else (), communities(graph) if measured else ())


def _pairs(periods: Sequence[Period]) -> Iterable[Sequence[_Cell]]:
    graph, rows = periods[0].graph, []
    for one, other in sorted({(min(pair), max(pair)) for pair in graph.edges()}):
        edges = graph.get_edge_data(one, other)
        days = [sorted(edge[end] for edge in edges.values() if end in edge) for end in ("first", "last")]
        weight = sum(edge["weight"] for edge in edges.values())
        kinds = " ".join(f"{kind}:{edges[kind]['weight']}" for kind in sorted(edges))
        ends = (days[0][0] if days[0] else None, days[1][-1] if days[1] else None)
        rows.append((-weight, one, other, (_label(graph, one), _label(graph, other), weight, kinds, *ends)))
    return [row for *_, row in sorted(rows, key=lambda row: row[:3])]


def _bodies(periods: Sequence[Period]) -> Iterable[Sequence[_Cell]]:
    whole = periods[0]
    for it in whole.standings:
        figures = (it.partners, it.weight, it.degree, it.betweenness, whole.community(it.node))
        yield (_label(whole.graph, it.node), *figures)


def _years(periods: Sequence[Period]) -> Iterable[Sequence[_Cell]]:
    before: dict[str, int] = {}
    for period in periods[1:]:
        for it in period.standings:
            figures = (it.partners, it.weight, it.degree, it.betweenness, period.community(it.node))
            yield (period.year, _label(period.graph, it.node), *figures, it.partners - before.get(it.node, 0))
        before |= {it.node: it.partners for it in period.standings}


def _communities(periods: Sequence[Period]) -> Iterable[Sequence[_Cell]]:
    before: dict[int, set[str]] = {}
    for period in periods:
        for it in period.communities:
            names = "; ".join(_label(period.graph, node) for node in it.members[:_LISTED])
            more = f"; +{len(it.members) - _LISTED}" if len(it.members) > _LISTED else ""
            members, earlier = set(it.members), before.get(it.number, set())
            change = (None, None) if period.year is None else (len(members - earlier), len(earlier - members))
            yield (period.year, it.number, len(members), it.weight, names + more, *change)
            if period.year is not None:
                before[it.number] = members


def _label(graph: nx.MultiGraph, node: str) -> str:
    return str(graph.nodes[node].get("label", node))


def _terms(row: Iterable[_Cell]) -> tuple[Term | None, ...]:
    decimal = NamedNode(expand("xsd:decimal"))
    return tuple(
        None
        if cell is None
        else Literal(f"{cell:.4f}".rstrip("0").rstrip("."), datatype=decimal)
        if isinstance(cell, float)
        else Literal(cell)
        for cell in row
    )


_STANDING = ("partners", "weight", "degree", "betweenness", "community")

TABLES: dict[str, tuple[tuple[str, ...], Callable[[Sequence[Period]], Iterable[Sequence[_Cell]]]]] = {
    "pairs": (("left", "right", "weight", "kinds", "first", "last"), _pairs),
    "bodies": (("body", *_STANDING), _bodies),
    "years": (("year", "body", *_STANDING, "change"), _years),
    "communities": (("year", "community", "size", "weight", "members", "joined", "left"), _communities),
}
"""The columns of each table, and what gives its rows."""
