"""How figures look: type, colours and measures, and the words of their legends."""

from __future__ import annotations

import contextlib
import functools
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

import matplotlib as mpl
import networkx as nx
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from qurultay import resources
from qurultay.network import KINDS
from qurultay.terms import expand

__all__ = ["GREY", "INK", "KIND_COLOURS", "PAPER", "STATE_COLOURS", "kind_names", "state_colours", "styled", "wrapped"]

INK, GREY, PAPER = "#1f2933", "#8a94a0", "#ffffff"

KIND_COLOURS = {"belong": "#c3b1e1", "met": "#a9b2bd", "hosted": "#0072b2", "organised": "#009e73", "signed": "#d55e00"}
"""The colours of relations: those of Okabe and Ito that all readers tell apart, and quiet ones for what is most frequent; what says
more is drawn later."""

STATE_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#6a5acd", "#8c6d46", "#b5a500", "#a63d57")
"""The colours of the states with most nodes; all others, and what belongs to none, are grey."""

_TERMS = {"belong": "q:Belong", "hosted": "q:Hosted", "met": "q:Met", "organised": "q:Organised", "signed": "q:Signed"}
_SETTINGS: Any = {
    "font.family": ["DejaVu Sans"],
    "font.size": 8,
    "text.color": INK,
    "axes.edgecolor": GREY,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "figure.facecolor": PAPER,
    "savefig.dpi": 200,
    "svg.hashsalt": "qurultay",
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
}


@contextlib.contextmanager
def styled() -> Iterator[None]:
    """Draw in this style, whatever the user's own settings are."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_SETTINGS)
        yield


@functools.cache
def kind_names(language: str) -> dict[str, str]:
    """Return what the ontology calls each kind of relation in a language; its English name where it has none."""
    wanted = {expand(term): kind for kind, term in _TERMS.items()}
    found = dict.fromkeys(KINDS, "")
    for quad in parse(resources.text("ontology/qurultay.ttl"), format=RdfFormat.TURTLE):
        subject, value = quad.subject, quad.object
        if not isinstance(subject, NamedNode) or not isinstance(value, Literal) or quad.predicate.value != expand("rdfs:label"):
            continue
        kind = wanted.get(subject.value)
        if kind and (value.language == language or (value.language == "en" and not found[kind])):
            found[kind] = value.value
    return found


def state_colours(graph: nx.MultiGraph) -> dict[str, str]:
    """Return the colours of the states of a network's nodes, those with most nodes first; a state that gets none is not there."""
    counted: dict[str, int] = {}
    for _, state in graph.nodes(data="state"):
        if state:
            counted[state] = counted.get(state, 0) + 1
    order = sorted(counted, key=lambda state: (-counted[state], state))
    return dict(zip(order, STATE_COLOURS, strict=False))


def wrapped(label: str, *, width: int = 24, lines: int = 3) -> str:
    """Return a label on a few short lines.

    >>> wrapped("Prosecutor General's Office of the Republic of Azerbaijan", width=20)
    "Prosecutor General's\\nOffice of the\\nRepublic of…"
    """
    found: Sequence[str] = textwrap.wrap(label, width, break_long_words=False)
    return "\n".join(found) if len(found) <= lines else "\n".join([*found[: lines - 1], f"{found[lines - 1]}…"])
