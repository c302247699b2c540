"""Measures the cooperation network: how central each body is, who keeps together, and how this changes from year to year.

Every figure is a function of the network alone: nodes are numbered in the order of their IRIs, edges are added in that order,
the search for communities starts from one seed, and ties are settled by IRI.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

from qurultay.network.involvements import Involvement
from qurultay.network.joining import By, cooperation, years

__all__ = ["Community", "Period", "Standing", "communities", "periods", "simple", "standings"]

_SEED = 0
_PIVOTS = 500
"""Above so many nodes betweenness is estimated from the paths of so many of them (Brandes and Pich, 2007): it would take hours."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a node stands in a network: the number of partners and of things done together, and two centralities from 0 to 1."""

    node: str
    partners: int
    weight: int
    degree: float
    betweenness: float


@dataclass(frozen=True, slots=True)
class Community:
    """Nodes that do more with one another than with others, the one that does most of it first; ``number`` counts from 1."""

    number: int
    members: tuple[str, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class Period:
    """A network of one year, measured; ``year`` is None for the whole time. A community keeps its number from year to year."""

    year: str | None
    graph: nx.MultiGraph
    standings: tuple[Standing, ...]
    communities: tuple[Community, ...]

    def community(self, node: str) -> int | None:
        """Return the number of a node's community; None for a node that is not in the network."""
        return next((found.number for found in self.communities if node in found.members), None)


def simple(graph: nx.MultiGraph) -> nx.Graph:
    """Return a network with one edge for each pair: ``weight`` is that of all relations, ``distance`` its inverse."""
    joined = nx.Graph()
    joined.add_nodes_from(sorted(graph))
    weights: dict[tuple[str, str], int] = {}
    for one, other, weight in graph.edges(data="weight"):
        pair = (min(one, other), max(one, other))
        weights[pair] = weights.get(pair, 0) + weight
    for (one, other), weight in sorted(weights.items()):
        joined.add_edge(one, other, weight=weight, distance=1 / weight)
    return joined


def standings(graph: nx.MultiGraph) -> tuple[Standing, ...]:
    """Return how each node stands, the most central first; () for an empty network.

    Degree is the share of the other nodes that are partners; betweenness is by paths that are the shorter the more was done together,
    estimated where there are more than 500 nodes.
    """
    joined = simple(graph)
    pivots = _PIVOTS if len(joined) > _PIVOTS else None
    degree, between = nx.degree_centrality(joined), nx.betweenness_centrality(joined, k=pivots, weight="distance", seed=_SEED)
    found = (
        Standing(node, joined.degree(node), joined.degree(node, weight="weight"), round(degree[node], 4), round(between[node], 4))
        for node in joined
    )
    return tuple(sorted(found, key=lambda it: (-it.degree, -it.betweenness, -it.weight, it.node)))


def communities(graph: nx.MultiGraph) -> tuple[Community, ...]:
    """Return the communities of a network (Louvain, by weight), the largest first; () for an empty network.

    >>> communities(nx.MultiGraph([("a", "b", {"weight": 2}), ("c", "d", {"weight": 1})]))
    (Community(number=1, members=('a', 'b'), weight=2), Community(number=2, members=('c', 'd'), weight=1))
    """
    joined = simple(graph)
    nodes = list(joined)
    numbered = nx.Graph()  # sets of strings have another order in each run, sets of small numbers have not
    numbered.add_nodes_from(range(len(nodes)))
    places = {node: place for place, node in enumerate(nodes)}
    numbered.add_weighted_edges_from((places[one], places[other], weight) for one, other, weight in joined.edges(data="weight"))
    groups = nx.community.louvain_communities(numbered, weight="weight", seed=_SEED) if nodes else []
    found = [_community(joined, {nodes[place] for place in group}) for group in groups]
    found.sort(key=lambda it: (-len(it.members), -it.weight, it.members))
    return tuple(Community(number, it.members, it.weight) for number, it in enumerate(found, start=1))


def _community(joined: nx.Graph, members: set[str]) -> Community:
    inside = joined.subgraph(members)
    degrees: Mapping[str, int] = dict(inside.degree(weight="weight"))
    order = tuple(sorted(members, key=lambda node: (-degrees[node], node)))
    return Community(0, order, sum(degrees.values()) // 2)


def periods(
    rows: Iterable[Involvement], *, by: By = "organization", since: str | None = None, until: str | None = None, language: str = "az"
) -> tuple[Period, ...]:
    """Return the network of the whole time and that of each year, measured; the undated counts in the whole only.

    The communities of a year bear the number of the one met before, in earlier years or in the whole time, with which they share
    the most members; what shares none with any bears a number of its own.
    """
    held = tuple(rows)
    graph = cooperation(held, by=by, since=since, until=until, language=language)
    found = [Period(None, graph, standings(graph), communities(graph))]
    known = {it.number: frozenset(it.members) for it in found[0].communities}
    for year in years(held, since=since, until=until):
        first, last = max(f"{year}-01-01", since or ""), min(f"{year}-12-31", until or "9999")
        graph = cooperation(held, by=by, since=first, until=last, language=language)
        if not graph:
            continue
        kept = _numbered(communities(graph), known)
        known |= {it.number: frozenset(it.members) for it in kept}
        found.append(Period(year, graph, standings(graph), kept))
    return tuple(found)


def _numbered(found: tuple[Community, ...], known: Mapping[int, frozenset[str]]) -> tuple[Community, ...]:
    """Give communities the numbers of those known with which they share most, each number once, and new ones to the rest."""
    shared = [
        (-len(members.intersection(it.members)), number, it.number)
        for it in found
        for number, members in known.items()
        if members.intersection(it.members)
    ]
    numbers: dict[int, int] = {}
    for _, number, new in sorted(shared):
        if new not in numbers and number not in numbers.values():
            numbers[new] = number
    fresh = max(known, default=0)
    for it in found:
        if it.number not in numbers:
            fresh += 1
            numbers[it.number] = fresh
    return tuple(sorted((Community(numbers[it.number], it.members, it.weight) for it in found), key=lambda it: it.number))
