"""The graph as tools take it: nodes and edges with plain values, each with the days on which it was the case.

Values are text, whole or decimal numbers, or several texts; never None, never empty. Text holds no character that XML, CSV or JSON
readers refuse: :func:`clean` sees to that once, for all forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

__all__ = ["FIELDS", "Edge", "Node", "PropertyGraph", "Spell", "Value", "clean", "flat", "used", "values"]

Value: TypeAlias = str | int | float | tuple[str, ...]
"""What a node or an edge can be said to have."""

Spell: TypeAlias = tuple[str | None, str | None]
"""A first and a last day (ISO 8601, inclusive); None where an end is open."""

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BLANK = re.compile(r"[\t\n\r\u2028\u2029 ]+")

FIELDS: dict[str, type] = {
    "kind": str, "family": str, "kinds": tuple, "label_az": str, "label_en": str, "label_tr": str, "label_ru": str, "aliases": tuple,
    "abbreviations": tuple, "iso": str, "state": str, "latitude": float, "longitude": float, "start_date": tuple, "end_date": tuple,
    "earliest": str, "latest": str, "status": tuple, "themes": tuple, "signed": tuple, "founded": tuple, "role": tuple,
    "identifier": str, "headline": str, "published": str, "language": str, "publisher": str, "url": str, "same_as": tuple,
    "confidence": float, "articles": tuple, "quotes": tuple, "occasions": tuple, "first": str, "last": str, "told_first": str,
    "told_last": str, "partners": int, "degree": float, "betweenness": float, "community": int, "weight": int,
}  # fmt: skip
"""Every value that a node or edge can have, in the order in which they are written, with its type (tuple: several texts)."""


@dataclass(frozen=True, slots=True)
class Node:
    """A thing: its IRI, what it is called, the local name of its class, its values, and when it was."""

    id: str
    label: str
    kind: str
    values: Mapping[str, Value] = field(default_factory=dict)
    spells: tuple[Spell, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation of one kind between two nodes. ``weight`` counts what stands behind it: articles, or occasions."""

    id: str
    source: str
    target: str
    kind: str
    weight: int = 1
    values: Mapping[str, Value] = field(default_factory=dict)
    spells: tuple[Spell, ...] = ()


@dataclass(frozen=True, slots=True)
class PropertyGraph:
    """Nodes and edges, each sorted by its id."""

    name: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    directed: bool = True

    def span(self) -> Spell:
        """Return the first and the last day of all spells; None where there is none."""
        items: tuple[Node | Edge, ...] = (*self.nodes, *self.edges)
        spells = [spell for item in items for spell in item.spells]
        return min((s for s, _ in spells if s), default=None), max((e for _, e in spells if e), default=None)


def clean(text: str) -> str:
    """Return text on one line, with a sign of replacement for each character that readers refuse.

    >>> clean("  Bakı\\x07,\\n 14 may ")
    'Bakı\ufffd, 14 may'
    """
    return _UNFIT.sub("\ufffd", _BLANK.sub(" ", text)).strip()


def values(found: Mapping[str, Value | None]) -> dict[str, Value]:
    """Return clean values in the order of :data:`FIELDS`, without what is None or empty; several texts each once, in their order.

    >>> values({"themes": ("b", "b ", ""), "iso": None, "kind": "Seminar"})
    {'kind': 'Seminar', 'themes': ('b',)}
    """
    kept: dict[str, Value] = {}
    for name in FIELDS:
        value = found.get(name)
        if isinstance(value, str):
            value = clean(value)
        elif isinstance(value, tuple):
            value = tuple(dict.fromkeys(filter(None, map(clean, value))))
        if value is not None and value not in ("", ()):
            kept[name] = value
    return kept


def flat(item: Node | Edge) -> Iterator[tuple[str, str | int | float]]:
    """Yield the values of a node or edge, several texts as one with bars between them.

    >>> list(flat(Node("urn:a", "A", "Person", {"themes": ("b", "c")})))
    [('themes', 'b | c')]
    """
    for name, value in item.values.items():
        yield name, " | ".join(value) if isinstance(value, tuple) else value


def used(items: Iterable[Node | Edge]) -> tuple[str, ...]:
    """Return the names of the values that any item has, in the order of :data:`FIELDS`."""
    found = {name for item in items for name in item.values}
    return tuple(name for name in FIELDS if name in found)
