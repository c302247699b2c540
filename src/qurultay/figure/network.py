"""The network drawing: nodes by their weight and state, edges by their kind and weight."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import networkx as nx
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patheffects import withStroke

from qurultay.figure.labels import Box, placed
from qurultay.figure.style import GREY, INK, KIND_COLOURS, PAPER, kind_names, state_colours, styled, wrapped
from qurultay.network import simple

__all__ = ["figure", "positions"]

_INCHES = (10.0, 7.0)
_ROOM = (8.2, 7.0)
"""What the legend leaves of the drawing, so that parts of the network are cut off where they are long."""
_SEED = 1
_STEPS = 400
_BEND = 0.18
_LEAST = 0.75
_FAR = 1e9

_Room: TypeAlias = tuple[float, float, float, float]
"""A rectangle: left, floor, width and height."""


def figure(graph: nx.MultiGraph, language: str) -> Figure:
    """Draw a network with a legend of the kinds of relations and of the states."""
    with styled():
        drawn = Figure(figsize=_INCHES, layout="constrained")
        axes = drawn.add_subplot()
        axes.set_axis_off()
        places = positions(graph)
        joined = simple(graph)
        heaviest = max(weight for *_, weight in joined.edges(data="weight"))
        degrees = dict(joined.degree(weight="weight"))
        for one, other in sorted({(min(pair), max(pair)) for pair in graph.edges()}):
            _join(axes, places, one, other, graph.get_edge_data(one, other), heaviest)
        colours = state_colours(graph)
        nodes = sorted(graph)
        sizes = {node: 40 + 360 * degrees[node] / max(degrees.values()) for node in nodes}
        axes.scatter(
            [places[node][0] for node in nodes],
            [places[node][1] for node in nodes],
            s=[sizes[node] for node in nodes],
            c=[colours.get(graph.nodes[node].get("state", ""), GREY) for node in nodes],
            edgecolors=PAPER,
            linewidths=1.2,
            zorder=3,
        )
        axes.margins(0.14, 0.10)
        _legend(axes, graph, language, colours)
        _label(drawn, axes, graph, places, sizes)
        return drawn


def positions(graph: nx.MultiGraph) -> dict[str, tuple[float, float]]:
    """Return the places of the nodes: each part that hangs together by forces, from one seed, in a room as large as it has nodes."""
    joined = simple(graph)
    parts = sorted((sorted(part) for part in nx.connected_components(joined)), key=lambda part: (-len(part), part))
    found: dict[str, tuple[float, float]] = {}
    for part, (left, floor, width, height) in _rooms(parts, (0.0, 0.0, *_ROOM)):
        for node, (x, y) in _unit(joined.subgraph(part), part).items():
            found[node] = (left + width * (0.1 + 0.8 * x), floor + height * (0.1 + 0.8 * y))
    return found


def _rooms(parts: Sequence[list[str]], room: _Room) -> Iterator[tuple[list[str], _Room]]:
    """Yield each part with its room: all is cut in two, along its shorter side, until each has its own; the first lie left and above."""
    if len(parts) < 2:
        yield from ((part, room) for part in parts)
        return
    sizes = list(itertools.accumulate(len(part) + 1 for part in parts))
    count = min(1 + sum(2 * size < sizes[-1] for size in sizes), len(parts) - 1)
    share = sizes[count - 1] / sizes[-1]
    left, floor, width, height = room
    if width >= height:
        cut = (left, floor, width * share, height), (left + width * share, floor, width * (1 - share), height)
    else:
        cut = (left, floor + height * (1 - share), width, height * share), (left, floor, width, height * (1 - share))
    yield from _rooms(parts[:count], cut[0])
    yield from _rooms(parts[count:], cut[1])


def _unit(part: nx.Graph, nodes: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Return the places of the nodes of one part in a square of one."""
    if len(nodes) <= 2:
        return {node: (0.2 + 0.6 * number, 0.5) for number, node in enumerate(nodes)}
    ordered = nx.Graph()
    ordered.add_nodes_from(nodes)
    for one, other, weight in sorted((min(e[:2]), max(e[:2]), e[2]) for e in part.edges(data="weight")):
        # those who met at one great conference would else fall on one spot
        ordered.add_edge(one, other, pull=(1 + math.log(weight)) / math.sqrt(part.degree(one) * part.degree(other)))
    found = nx.spring_layout(ordered, weight="pull", k=1.6 / math.sqrt(len(nodes)), iterations=_STEPS, seed=_SEED)
    places = np.array([found[node] for node in nodes])
    return dict(
        zip(nodes, map(tuple, _apart(_squared(_evened(_turned(places))), least=_LEAST / math.sqrt(len(nodes))).tolist()), strict=True)
    )


def _turned(places: Any) -> Any:
    """Return places (n × 2) turned so that their longest way lies across, where labels need the room."""
    across, along = (places - places.mean(axis=0)).T
    angle = 0.5 * math.atan2(2 * (across @ along), across @ across - along @ along)
    return np.column_stack((across * math.cos(angle) + along * math.sin(angle), along * math.cos(angle) - across * math.sin(angle)))


def _evened(places: Any) -> Any:
    """Return places (n × 2) moved half way, along each axis, to where they would stand at even distances: crowds open."""
    ranks = places.argsort(axis=0, kind="stable").argsort(axis=0)
    return (_squared(places) + ranks / (len(places) - 1)) / 2


def _squared(places: Any) -> Any:
    """Return places (n × 2) moved and stretched into a square of one."""
    low, high = places.min(axis=0), places.max(axis=0)
    return (places - low) / np.where(high > low, high - low, 1.0)


def _apart(places: Any, *, least: float) -> Any:
    """Return places (n × 2) moved until no two are nearer to one another than ``least``, or for some rounds."""
    for _ in range(_STEPS):
        gaps = places[:, None, :] - places[None, :, :]
        far = np.hypot(gaps[..., 0], gaps[..., 1])
        np.fill_diagonal(far, _FAR)
        if far.min() >= least:
            break
        push = np.where(far < least, (least - far) / 4 / np.maximum(far, 1e-9), 0.0)
        places = places + (gaps * push[..., None]).sum(axis=1)
    return _squared(places)


def _join(axes: Any, places: Mapping[str, tuple[float, float]], one: str, other: str, edges: Mapping[str, Any], heaviest: int) -> None:
    """Draw the relations of a pair: one straight, several bent beside one another."""
    kinds = [kind for kind in KIND_COLOURS if kind in edges]
    for number, kind in enumerate(kinds):
        bend = _BEND * (number - (len(kinds) - 1) / 2)
        axes.annotate(
            "",
            places[one],
            places[other],
            arrowprops={
                "arrowstyle": "-",
                "connectionstyle": f"arc3,rad={bend:.3f}",
                "color": KIND_COLOURS[kind],
                "alpha": 0.8,
                "linewidth": 0.5 + 2.7 * math.sqrt(edges[kind]["weight"] / heaviest),
                "shrinkA": 0,
                "shrinkB": 0,
            },
            zorder=1,
        )


def _legend(axes: Any, graph: nx.MultiGraph, language: str, colours: Mapping[str, str]) -> None:
    kinds = [kind for kind in KIND_COLOURS if any(kind == other for *_, other in graph.edges(data="kind"))]
    lines = [Line2D([], [], color=KIND_COLOURS[kind], linewidth=2, label=kind_names(language)[kind]) for kind in kinds]
    names = dict(graph.nodes(data="state_label"))
    states = {state: names[node] for node, state in graph.nodes(data="state") if state in colours and names.get(node)}
    dots = [
        Line2D([], [], linestyle="", marker="o", markersize=6, color=colour, markeredgecolor=PAPER, label=states[state])
        for state, colour in colours.items()
        if state in states
    ]
    gap = [Line2D([], [], linestyle="", label=" ")] if dots else []
    axes.legend(handles=[*lines, *gap, *dots], loc="upper left", bbox_to_anchor=(1.0, 1.0), frameon=False, labelcolor=INK, handlelength=1.4)


def _label(drawn: Figure, axes: Any, graph: nx.MultiGraph, places: Mapping[str, tuple[float, float]], sizes: Mapping[str, float]) -> None:
    """Write the labels beside their nodes, where they cover least."""
    canvas = FigureCanvasAgg(drawn)
    drawn.draw_without_rendering()
    renderer, scale = canvas.get_renderer(), drawn.dpi / 72
    texts, dots = {}, {}
    for node in sorted(graph, key=lambda node: (-sizes[node], node)):
        x, y = axes.transData.transform(places[node])
        radius = math.sqrt(sizes[node]) / 2 * scale
        dots[node] = Box(x - radius, y - radius, x + radius, y + radius)
        text = axes.text(0, 0, wrapped(str(graph.nodes[node]["label"])), fontsize=6.5, linespacing=1.05, zorder=4)
        text.set_path_effects([withStroke(linewidth=1.6, foreground=PAPER, alpha=0.85)])
        extent = text.get_window_extent(renderer)
        texts[node] = (text, extent.width, extent.height)
    window = axes.get_window_extent(renderer)
    inside = Box(window.x0, window.y0, window.x1, window.y1)
    where = placed(dots, {node: (width, height) for node, (_, width, height) in texts.items()}, inside)
    for node, (text, *_) in texts.items():
        box = where[node]
        text.set_horizontalalignment("center")
        text.set_verticalalignment("center")
        text.set_position(axes.transData.inverted().transform(((box.left + box.right) / 2, (box.bottom + box.top) / 2)))
