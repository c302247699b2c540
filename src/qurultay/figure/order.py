"""Puts nodes in a row: those who keep together side by side."""

from __future__ import annotations

import networkx as nx

from qurultay.network import communities

__all__ = ["ordered"]


def ordered(graph: nx.MultiGraph) -> list[str]:
    """Return the nodes by community, the largest first, and in it by what they did with one another.

    >>> ordered(nx.MultiGraph([("a", "b", {"weight": 1}), ("c", "d", {"weight": 2}), ("d", "e", {"weight": 1})]))
    ['d', 'c', 'e', 'a', 'b']
    """
    return [node for found in communities(graph) for node in found.members]
