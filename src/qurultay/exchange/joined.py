"""The cooperation network as a property graph: its measures on the nodes, a spell for each thing done together on the edges."""

from __future__ import annotations

from qurultay.exchange.model import Edge, Node, PropertyGraph, Value, clean, values
from qurultay.network import By, Period
from qurultay.terms import digest

__all__ = ["joined"]


def joined(period: Period, *, by: By = "organization") -> PropertyGraph:
    """Return the property graph of a network, undirected: one edge for each pair and kind of relation."""
    standings = {it.node: it for it in period.standings}
    numbers = {node: it.number for it in period.communities for node in it.members}
    nodes = []
    for node, data in sorted(period.graph.nodes(data=True)):
        its = standings[node]
        said: dict[str, Value | None] = {
            "kind": by.capitalize(),
            "state": data.get("state"),
            "partners": its.partners,
            "weight": its.weight,
            "degree": its.degree,
            "betweenness": its.betweenness,
            "community": numbers[node],
        }
        nodes.append(Node(node, clean(data["label"]) or node, by.capitalize(), values(said)))
    edges = []
    for one, other, kind, data in period.graph.edges(keys=True, data=True):
        left, right = min(one, other), max(one, other)
        said = {"occasions": data["occasions"], "first": data.get("first"), "last": data.get("last")}
        spells = tuple(sorted({(first, last) for first, last in data["days"] if first or last}, key=lambda it: (it[0] or "", it[1] or "")))
        edges.append(Edge(digest(left, right, kind), left, right, kind, data["weight"], values(said), spells))
    return PropertyGraph(f"cooperation by {by}", tuple(nodes), tuple(sorted(edges, key=lambda edge: edge.id)), directed=False)
