"""Joins bodies, or states, by what they did together: the cooperation network as a multigraph.

Two bodies are joined where they took part in one event, one hosted the other, both organised it, both signed one
document, or both belong to one council. The graph is made from the rows of :mod:`qurultay.network.involvements` alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any, TypeAlias
from typing import Literal as Choice

import networkx as nx

from qurultay.network.involvements import Involvement
from qurultay.terms import expand

__all__ = ["KINDS", "By", "cooperation", "years"]

By: TypeAlias = Choice["organization", "state"]
"""What the nodes are: the bodies themselves, or the states that they belong to."""

KINDS = ("belong", "hosted", "met", "organised", "signed")
"""What joins two nodes."""

_ORGANIZER, _PARTICIPANT = expand("schema:organizer"), expand("q:participant")
_TOGETHER = {expand("q:signatory"): "signed", expand("org:memberOf"): "belong"}
"""What joins two bodies that stand in one role to one occasion; events have their own rule."""


def cooperation(
    rows: Iterable[Involvement], *, by: By = "organization", since: str | None = None, until: str | None = None, language: str = "az"
) -> nx.MultiGraph:
    """Return the network of the rows: one edge for each pair and kind of relation; an empty graph for no rows.

    A node is an IRI with ``label`` and, where known, ``state`` and ``state_label``. An edge has as key and ``kind`` one of :data:`KINDS`;
    ``weight`` counts its ``occasions`` (IRIs, sorted); ``days`` are the first and the last day of each, None where unknown;
    ``first`` and ``last`` are those of all, absent where unknown. ``since`` and ``until`` (ISO 8601 days) keep what may lie
    between them, and leave out the undated. By state, what bodies of one state did among themselves is left out.

    >>> from qurultay.network import Body
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
    return graph


def years(rows: Iterable[Involvement], *, since: str | None = None, until: str | None = None) -> tuple[str, ...]:
    """Return the years (of four digits, sorted) in which something began or ended, within two days where they are given.

    >>> from qurultay.network import Body
    >>> years([Involvement("urn:e", expand("q:participant"), Body("urn:a"), "2023-12-30", "2024-01-02")])
    ('2023', '2024')
    """
    kept = (row for row in rows if _within(row.first, row.last, since=since, until=until))
    days = {min(max(day, since or day), until or day) for row in kept for day in (row.first, row.last) if day}
    return tuple(sorted({day[:4] for day in days}))


def _within(first: str | None, last: str | None, *, since: str | None, until: str | None) -> bool:
    after = since is None or (last is not None and last >= since)
    return after and (until is None or (first is not None and first <= until))


def _roles(involved: Iterable[Involvement], *, by: By, language: str) -> dict[str, tuple[set[str], dict[str, str]]]:
    """Return the roles, and the attributes, of each node of one occasion."""
    found: dict[str, tuple[set[str], dict[str, str]]] = {}
    for row in involved:
        node = row.body if by == "organization" else row.body.state
        if node is not None:
            of = row.body.state
            state = {"state": of.iri, "state_label": of.label(language)} if of else {}
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
            graph.add_edge(one, other, key=kind, kind=kind, weight=0, occasions=(), days=())
        edge: dict[str, Any] = graph.edges[one, other, kind]
        edge.update(weight=edge["weight"] + 1, occasions=(*edge["occasions"], occasion), days=(*edge["days"], (first, last)))
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
