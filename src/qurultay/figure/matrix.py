"""The matrix drawing: how often each pair was together, those who keep together side by side."""

from __future__ import annotations

import networkx as nx
import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from qurultay.figure.order import ordered
from qurultay.figure.style import INK, PAPER, styled, wrapped
from qurultay.network import simple

__all__ = ["figure"]

_CELL, _LABELS = 0.26, 3.2
_SHADES = LinearSegmentedColormap.from_list("weight", ["#e3edf5", "#7fb2d5", "#0a4f86"])
_DARK = 0.55


def figure(graph: nx.MultiGraph, language: str) -> Figure:
    """Draw a matrix with the weight of each pair in its cell."""
    joined, order = simple(graph), ordered(graph)
    weights = np.array([[joined.get_edge_data(a, b, {}).get("weight", 0) for b in order] for a in order])
    labels = [wrapped(str(graph.nodes[node]["label"]), width=46, lines=2) for node in order]
    side = _LABELS + _CELL * len(order)
    with styled():
        drawn = Figure(figsize=(side, side), layout="constrained")
        axes = drawn.add_subplot()
        axes.imshow(np.ma.masked_equal(weights, 0), cmap=_SHADES, vmin=0, vmax=weights.max(), aspect="equal")
        for row, column in np.ndindex(*weights.shape):
            if weights[row, column]:
                light = weights[row, column] > _DARK * weights.max()
                axes.text(column, row, str(weights[row, column]), ha="center", va="center", fontsize=6, color=PAPER if light else INK)
        axes.plot([-0.5, len(order) - 0.5], [-0.5, len(order) - 0.5], color="#d5dbe1", linewidth=0.6)
        axes.set_xticks(range(len(order)), labels, rotation=90, fontsize=6.2)
        axes.set_yticks(range(len(order)), labels, fontsize=6.2)
        axes.set_xticks(np.arange(-0.5, len(order)), minor=True)
        axes.set_yticks(np.arange(-0.5, len(order)), minor=True)
        axes.grid(which="minor", color="#e4e7eb", linewidth=0.5)
        axes.tick_params(which="both", length=0)
        axes.xaxis.tick_top()
        for spine in axes.spines.values():
            spine.set_visible(False)
        return drawn
