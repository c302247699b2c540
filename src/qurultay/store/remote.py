"""A store behind SPARQL services, asked: what it holds is read graph by graph, and counted.

Terms take the place of variables by a ``VALUES`` block at the start of the query's pattern, written by the terms themselves. The default
graph of servers differs: shipped questions name ``GRAPH ?g`` throughout.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Self

from pyoxigraph import Literal, NamedNode, Quad

from qurultay import terms as names
from qurultay.errors import StoreError
from qurultay.store.address import Address, find_address
from qurultay.store.base import Answer, Info, Quarantined
from qurultay.store.counts import count, graph_sizes
from qurultay.store.journal import Journal, unpacked
from qurultay.store.quarantine import from_record
from qurultay.store.service import CutOffError, Service

__all__ = ["RemoteView", "quads_of"]

_ROWS = 100_000
"""How many rows are asked for at a time: some 25 MB of JSON."""
_GRAPHS_A_QUERY = 50
_SIXTEEN = 16
_KEPT_APART = NamedNode(names.HIDDEN["quarantine"])
_MISFIT = "{where} gave {got} quads of {want}: is it being written to?"


class RemoteView:
    """A store on a server, for asking only. It is a context manager.

    ``location`` is the address of its query service, http or https; more is found as :mod:`qurultay.store.address` says. ``base`` is the
    base of its entities' IRIs where the store does not tell one. Raises :class:`~qurultay.errors.StoreError` for what is no address.
    """

    def __init__(self, location: str | Address, *, base: str | None = None) -> None:
        address = location if isinstance(location, Address) else find_address(location)
        if address is None:
            raise StoreError(f"{location!r} is not an http or https address")
        self._service = Service(address)
        self._journal = Journal(self._service)
        self._told_base = base

    @property
    def location(self) -> str:
        """The address of its query service."""
        return self._service.address.query

    @property
    def base(self) -> str:
        """The base of its entities' IRIs: as its journal tells, or else as its articles show."""
        if self._told_base is None:
            told = self._journal.told()
            self._told_base = told.get("base") or self._shown_base() or names.BASE
        return self._told_base

    def query(self, sparql: str, *, terms: Mapping[str, NamedNode | Literal] | None = None) -> Answer:
        """Send a query and return its answer; see :class:`~qurultay.store.base.View`.

        Raises :class:`~qurultay.errors.StoreError` where the server cannot be reached, answers in part or what cannot be read, or where
        a batch of changes is half applied.
        """
        before = self._check_whole()
        while True:
            found = self._service.query(sparql, terms)
            after = self._check_whole() if before else before
            if after == before:
                return found
            before = after

    def quads(self) -> Iterator[Quad]:
        """Yield every quad of the data, in no order.

        Raises :class:`~qurultay.errors.StoreError` where the server gives less than it counts, or the store changes underneath.
        """
        before = self._check_whole()
        yield from quads_of(self._service, graph_sizes(self))
        if self._check_whole() != before:
            raise StoreError(f"{self.location} has changed while it was read: read it again")

    def quarantined(self) -> tuple[Quarantined, ...]:
        """Return the articles in quarantine, sorted by their IRIs."""
        self._check_whole()
        rows = self._service.rows(f"SELECT ?a ?record WHERE {{ GRAPH {_KEPT_APART} {{ ?a ?p ?record }} }}", own=True)
        return tuple(sorted((from_record(unpacked(record.value).decode()) for _, record in rows), key=lambda item: item.article))

    def info(self) -> Info:
        """Count what the store holds."""
        rows = self._service.rows(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {_KEPT_APART} {{ ?a ?p ?record }} }}", own=True)
        return count(self, quarantined=int(rows[0][0].value))

    def close(self) -> None:
        """Do nothing: no connection is kept."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _check_whole(self) -> dict[str, str]:
        """Return what the journal tells; refuse a store with a batch that is half applied."""
        told = self._journal.told()
        if "sealed" in told:
            raise StoreError(
                f"{self.location} holds a batch that is half applied: wait for the build that writes to it, or, where none does, "
                "run 'qurultay build' or 'qurultay identity --decisions' on it, which finishes the batch"
            )
        return told

    def _shown_base(self) -> str:
        """Return the base of an article's IRI; "" where there is none."""
        rows = self._service.rows("SELECT ?a WHERE { GRAPH ?a { ?a a q:Article } } LIMIT 1")
        found = [row[0].value.rpartition("article/") for row in rows if isinstance(row[0], NamedNode)]
        return found[0][0] if found else ""


def quads_of(service: Service, sizes: Mapping[str, int], *, rows: int = _ROWS) -> Iterator[Quad]:
    """Yield the quads of graphs of known sizes, at most so many at a time; fewer where the server cuts answers off.

    Small graphs are asked for together, and parts of a large one by the hash of their subjects. Raises
    :class:`~qurultay.errors.StoreError` where the server gives another number than it counted.
    """
    waiting = [(_Part(tuple(graphs)), want) for graphs, want in _together(sizes, rows)]
    while waiting:
        part, want = waiting.pop()
        if want > rows:
            waiting += part.split(service, want, rows)
            continue
        try:
            found = service.rows(part.query("?s ?p ?o ?g"))
        except CutOffError as error:
            if error.most > want:
                raise
            rows = error.most - 1
            waiting.append((part, want))
            continue
        if len(found) != want:
            raise StoreError(_MISFIT.format(where=service.address.query, got=len(found), want=want))
        for s, p, o, g in found:
            yield Quad(s, p, o, g)


class _Part:
    """Graphs, or one graph's quads whose subjects have hashes that begin alike."""

    def __init__(self, graphs: tuple[str, ...], beginning: str = "") -> None:
        self._graphs, self._beginning = graphs, beginning

    def query(self, columns: str, *, bind: str = "", tail: str = "") -> str:
        """Return a query about this part."""
        graphs = " ".join(str(NamedNode(graph)) for graph in self._graphs)
        hashed = f' FILTER(STRSTARTS(MD5(STR(?s)), "{self._beginning}"))' if self._beginning else ""
        return f"SELECT {columns} WHERE {{ VALUES ?g {{ {graphs} }} GRAPH ?g {{ ?s ?p ?o }}{hashed}{bind} }}{tail}"

    def split(self, service: Service, size: int, rows: int) -> list[tuple[_Part, int]]:
        """Return parts of this part, with their sizes."""
        if len(self._graphs) > 1:
            parts = [_Part((graph,), self._beginning) for graph in self._graphs]
            return [(part, int(service.rows(part.query("(COUNT(*) AS ?n)"))[0][0].value)) for part in parts]
        length = len(self._beginning) + max(1, math.ceil(math.log(size / rows, _SIXTEEN)))
        hashes = f" BIND(SUBSTR(MD5(STR(?s)), 1, {length}) AS ?h)"
        sizes = service.rows(self.query("?h (COUNT(*) AS ?n)", bind=hashes, tail=" GROUP BY ?h"))
        found = [(_Part(self._graphs, h.value), int(n.value)) for h, n in sizes]
        if any(part._beginning == self._beginning for part, _ in found):
            raise StoreError(f"{service.address.query} gives too few rows at a time to be read")
        return found


def _together(sizes: Mapping[str, int], rows: int) -> Iterator[tuple[list[str], int]]:
    """Yield graphs that fit into one answer, with the number of their quads."""
    graphs: list[str] = []
    size = 0
    for graph, its in sorted(sizes.items()):
        if graphs and (size + its > rows or len(graphs) == _GRAPHS_A_QUERY):
            yield graphs, size
            graphs, size = [], 0
        graphs.append(graph)
        size += its
    if graphs:
        yield graphs, size
