"""The timeline drawing: a row for each body, a line through those who were together on a day."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

import matplotlib.dates as mdates
import networkx as nx
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from qurultay.errors import FigureError
from qurultay.figure.order import ordered
from qurultay.figure.style import GREY, INK, KIND_COLOURS, PAPER, kind_names, styled, wrapped

__all__ = ["figure", "occasions"]

_WIDTH, _ROW, _MARGIN = 10.0, 0.3, 1.1


def occasions(graph: nx.MultiGraph) -> dict[str, tuple[str, str, dict[str, set[str]]]]:
    """Return {occasion: (first day, last day, {kind: nodes})} of what is dated, in the order of days; ISO 8601 days."""
    found: dict[str, tuple[str, str, dict[str, set[str]]]] = {}
    for one, other, kind, edge in graph.edges(keys=True, data=True):
        for occasion, (first, last) in zip(edge["occasions"], edge["days"], strict=True):
            if first and last:
                found.setdefault(occasion, (first, last, {}))[2].setdefault(kind, set()).update((one, other))
    return dict(sorted(found.items(), key=lambda item: (item[1][:2], item[0])))


def figure(graph: nx.MultiGraph, language: str) -> Figure:
    """Draw who was together when; the undated is not shown. Raises FigureError where nothing is dated."""
    told = occasions(graph)
    if not told:
        raise FigureError("nothing that was done together here is dated: draw a network or a matrix")
    present = {node for *_, kinds in told.values() for nodes in kinds.values() for node in nodes}
    order = [node for node in ordered(graph) if node in present]
    rows = {node: len(order) - 1 - place for place, node in enumerate(order)}
    with styled():
        drawn = Figure(figsize=(_WIDTH, _MARGIN + _ROW * len(rows)), layout="constrained")
        axes = drawn.add_subplot()
        for row in rows.values():
            axes.axhline(row, color=GREY, linewidth=0.4, alpha=0.5, zorder=0)
        for kind, (first, last, kinds) in itertools.product(KIND_COLOURS, told.values()):  # what says more lies above what says less
            if kind in kinds:
                _occasion(axes, date.fromisoformat(first), date.fromisoformat(last), sorted(rows[n] for n in kinds[kind]), kind)
        axes.set_yticks(list(rows.values()), [wrapped(str(graph.nodes[node]["label"]), width=46, lines=2) for node in rows], fontsize=6.5)
        axes.set_ylim(-0.8, len(rows) - 0.2)
        axes.xaxis.set_major_locator(locator := mdates.AutoDateLocator(minticks=4, maxticks=9))
        axes.xaxis.set_major_formatter(
            mdates.ConciseDateFormatter(locator, formats=_FORMATS, zero_formats=_FORMATS, offset_formats=[""] * 6)
        )
        axes.margins(x=0.03)
        axes.tick_params(axis="both", length=0)
        for side in ("top", "right", "left"):
            axes.spines[side].set_visible(False)
        shown = [kind for kind in KIND_COLOURS if any(kind in kinds for *_, kinds in told.values())]
        handles = [
            Line2D([], [], color=KIND_COLOURS[k], marker="o", markersize=4, linewidth=1.4, label=kind_names(language)[k]) for k in shown
        ]
        axes.legend(
            handles=handles, loc="lower left", bbox_to_anchor=(0, 1), ncols=len(handles), frameon=False, labelcolor=INK, borderpad=0.2
        )
        return drawn


_FORMATS = ["%Y", "%Y-%m", "%Y-%m-%d", "%Y-%m-%d", "%Y-%m-%d", "%Y-%m-%d"]
"""Days as figures, which need no language."""


def _occasion(axes: Any, first: date, last: date, rows: list[int], kind: str) -> None:
    """Draw what some did together: a line through their rows on the first day, and a bar as long as it took."""
    colour = KIND_COLOURS[kind]
    axes.plot([first, first], [rows[0], rows[-1]], color=colour, linewidth=0.9, alpha=0.8, zorder=1)
    for row in rows:
        axes.plot([first, last], [row, row], color=colour, linewidth=3, solid_capstyle="round", alpha=0.5, zorder=2)
    axes.scatter([first] * len(rows), rows, s=20, color=colour, edgecolors=PAPER, linewidths=0.6, zorder=3)
