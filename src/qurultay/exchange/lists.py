"""Writes lists of nodes and edges as CSV (RFC 4180, UTF-8) that no spreadsheet takes for formulas.

What a spreadsheet would run (a text that begins with ``=``, ``+``, ``-``, ``@``, or their wide forms) gets an apostrophe before it, as
OWASP advises; numbers are left alone.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import Literal, NamedNode

from qurultay.exchange.model import PropertyGraph, flat, used
from qurultay.store import Table
from qurultay.terms import expand

__all__ = ["as_csv", "lists", "safe", "table"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBERS = tuple(expand(f"xsd:{name}") for name in ("integer", "decimal", "double"))


def safe(cell: str | float | None) -> str:
    """Return a cell as a spreadsheet may open it.

    >>> safe("=HYPERLINK(1)"), safe(-77.03), safe(None)
    ("'=HYPERLINK(1)", '-77.03', '')
    """
    if cell is None:
        return ""
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA) else str(cell)


def as_csv(columns: Sequence[str], rows: Iterable[Iterable[str | float | None]]) -> bytes:
    """Return rows as CSV with a line of column names."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue().encode()


def lists(graph: PropertyGraph) -> Mapping[str, bytes]:
    """Return ``nodes.csv`` (``id label kind`` and values) and ``edges.csv`` (``id source target kind weight`` and values).

    >>> sorted(lists(PropertyGraph("empty", (), ())))
    ['edges.csv', 'nodes.csv']
    """
    names = [name for name in used(graph.nodes) if name != "kind"]
    told = used(graph.edges)
    nodes = [[node.id, node.label, node.kind, *map(dict(flat(node)).get, names)] for node in graph.nodes]
    edges = [[edge.id, edge.source, edge.target, edge.kind, edge.weight, *map(dict(flat(edge)).get, told)] for edge in graph.edges]
    return {
        "nodes.csv": as_csv(["id", "label", "kind", *names], nodes),
        "edges.csv": as_csv(["id", "source", "target", "kind", "weight", *told], edges),
    }


def table(found: Table) -> bytes:
    """Return a table as such CSV."""
    cells = [[_cell(term) for term in row] for row in found.rows]
    return as_csv(found.columns, cells)


def _cell(term: object) -> str | float | None:
    if isinstance(term, Literal):
        return (
            float(term.value)
            if term.datatype.value in _NUMBERS[1:]
            else int(term.value)
            if term.datatype.value == _NUMBERS[0]
            else term.value
        )
    return None if term is None else term.value if isinstance(term, NamedNode) else str(term)
