"""Reads whole graphs from a server in answers of bearable size, and sees to it that nothing is missing.

Servers cut long answers off, some without a word, and do not page through what they have in a steady order. So small graphs are asked
for together, a large one in parts by the hash of its subjects, and each answer is counted.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from qurultay.errors import StoreError
from qurultay.store.service import CutOffError, Service

__all__ = ["quads_of"]

_ROWS = 100_000
"""How many rows are asked for at a time: some 25 MB of JSON."""
_GRAPHS_A_QUERY = 50
_DIGITS = 16


@dataclass(frozen=True, slots=True)
class _Piece:
    """A graph, or its quads whose subjects have MD5 hashes that begin so; and the number of its quads."""

    graph: str
    size: int
    beginning: str = ""


def quads_of(service: Service, sizes: Mapping[str, int], *, rows: int = _ROWS) -> Iterator[Quad]:
    """Yield the quads of graphs of known sizes, asking for at most ``rows`` at a time; fewer where the server cuts answers off.

    Raises :class:`~qurultay.errors.StoreError` where the server gives another number than it counted.
    """
    waiting = [_Piece(graph, size) for graph, size in sorted(sizes.items()) if size]
    while waiting:
        page = _page(waiting, rows)
        want = sum(piece.size for piece in page)
        if want > rows:
            waiting[:1] = _split(service, page[0], rows)
            continue
        try:
            found = service.rows(f"SELECT ?s ?p ?o ?g WHERE {_pattern(page)}")
        except CutOffError as error:
            if error.most > want:
                raise
            rows = error.most - 1
            continue
        if len(found) != want:
            raise StoreError(f"{service.address.query} gave {len(found)} quads of {want}: is it being written to?")
        del waiting[: len(page)]
        for s, p, o, g in found:
            yield Quad(s, p, o, g)


def _page(waiting: Sequence[_Piece], rows: int) -> list[_Piece]:
    """Return the first pieces that one query can ask for: whole graphs, or parts of one. The first may be too large."""
    page: list[_Piece] = []
    for piece in waiting:
        alike = not page or (not page[0].beginning and not piece.beginning) or page[0].graph == piece.graph
        fits = sum(other.size for other in page) + piece.size <= rows and len(page) < _GRAPHS_A_QUERY
        if page and not (alike and fits and len(piece.beginning) == len(page[0].beginning)):
            break
        page.append(piece)
    return page


def _pattern(page: Sequence[_Piece], more: str = "") -> str:
    """Return the pattern that the quads of some pieces match."""
    graphs = " ".join(dict.fromkeys(str(NamedNode(piece.graph)) for piece in page))
    hashes = ", ".join(f'"{piece.beginning}"' for piece in page)
    among = f" FILTER(SUBSTR(MD5(STR(?s)), 1, {len(page[0].beginning)}) IN ({hashes}))" if page[0].beginning else ""
    return f"{{ VALUES ?g {{ {graphs} }} GRAPH ?g {{ ?s ?p ?o }}{among}{more} }}"


def _split(service: Service, piece: _Piece, rows: int) -> list[_Piece]:
    """Return the parts of a piece that is too large, by more digits of the hashes."""
    length = len(piece.beginning) + max(1, math.ceil(math.log(piece.size / rows, _DIGITS)))
    hashes = _pattern([piece], f" BIND(SUBSTR(MD5(STR(?s)), 1, {length}) AS ?h)")
    found = service.rows(f"SELECT ?h (COUNT(*) AS ?n) WHERE {hashes} GROUP BY ?h")
    parts = [_Piece(piece.graph, int(n.value), h.value) for h, n in found]
    if any(part.beginning == piece.beginning for part in parts):
        raise StoreError(f"{service.address.query} gives {rows} rows at a time, and one thing in {piece.graph} has more: allow more there")
    return sorted(parts, key=lambda part: part.beginning)
