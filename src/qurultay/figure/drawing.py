"""From the rows of a network to the bytes of a figure: what is kept, which drawing, which form."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, TypeAlias
from typing import Literal as Choice

import networkx as nx

from qurultay.errors import FigureError, MissingExtraError
from qurultay.network import By, Involvement, cooperation, simple

__all__ = ["DRAWINGS", "FORMS", "Drawing", "Drawn", "draw"]

Drawing: TypeAlias = Choice["network", "timeline", "matrix"]
"""What is drawn: who is joined to whom, who was together when, or how often each pair was."""

FORMS = ("svg", "pdf", "png")
"""The forms of a figure."""

DRAWINGS: dict[str, int] = {"network": 40, "timeline": 25, "matrix": 25}
"""Each drawing, with the number of nodes that it shows where no other is asked for."""

_NO_DATES = {"svg": {"Date": None, "Creator": "Qurultay"}, "pdf": {"CreationDate": None, "Creator": "Qurultay"}, "png": {"Software": None}}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure: its bytes, how many nodes it shows, and how many the network has besides."""

    data: bytes
    shown: int
    left_out: int


def draw(
    rows: Iterable[Involvement],
    *,
    drawing: Drawing = "network",
    form: str = "svg",
    by: By = "organization",
    since: str | None = None,
    until: str | None = None,
    language: str = "az",
    top: int | None = None,
) -> Drawn:
    """Draw the network of the rows: the ``top`` nodes that did most with others, those of :data:`DRAWINGS` where None.

    ``since`` and ``until`` are ISO 8601 days; ``language`` is that of all names. Raises :class:`~qurultay.errors.FigureError` where
    there is nothing to draw, and :class:`~qurultay.errors.MissingExtraError` without Matplotlib.
    """
    if find_spec("matplotlib") is None:
        raise MissingExtraError("drawing figures", extra="figure")
    graph = cooperation(rows, by=by, since=since, until=until, language=language)
    if not graph:
        raise FigureError("nobody did anything together here: there is nothing to draw")
    count = top or DRAWINGS[drawing]
    kept = most(graph, count)
    if not kept:
        raise FigureError(f"the {count} that did most did it with others, and not with one another: draw more of them (--top)")
    figure = _drawer(drawing)(kept, language)
    return Drawn(_bytes(figure, form), len(kept), len(graph) - len(kept))


def most(graph: nx.MultiGraph, top: int) -> nx.MultiGraph:
    """Return the network of the nodes that did most with others, ties settled by IRI; those then joined to none are left out.

    >>> list(most(nx.MultiGraph([("a", "b", {"weight": 2}), ("b", "c", {"weight": 1})]), 2))
    ['a', 'b']
    """
    degrees: Counter[str] = Counter(dict(simple(graph).degree(weight="weight")))
    chosen = sorted(degrees, key=lambda node: (-degrees[node], node))[:top]
    kept = graph.subgraph(chosen)
    found = nx.MultiGraph()
    found.add_nodes_from((node, kept.nodes[node]) for node in sorted(kept) if kept.degree(node))
    found.add_edges_from(sorted(kept.edges(keys=True, data=True), key=lambda edge: edge[:3]))
    return found


def _drawer(drawing: Drawing) -> Callable[[nx.MultiGraph, str], Any]:
    from qurultay.figure import matrix, network, timeline

    drawers: dict[Drawing, Callable[[nx.MultiGraph, str], Any]] = {
        "network": network.figure,
        "timeline": timeline.figure,
        "matrix": matrix.figure,
    }
    return drawers[drawing]


def _bytes(figure: Any, form: str) -> bytes:
    from qurultay.figure.style import styled

    target = io.BytesIO()
    with styled():
        figure.savefig(target, format=form, metadata=_NO_DATES[form])
    return target.getvalue()
