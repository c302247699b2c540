"""A store behind SPARQL services, asked: what it holds is read graph by graph, and counted.

Terms take the place of variables by a ``VALUES`` block at the start of the query's pattern, written by the terms themselves. The default
graph of servers differs: shipped questions name ``GRAPH ?g`` throughout.
"""

from __future__ import annotations

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
from qurultay.store.pages import quads_of
from qurultay.store.quarantine import from_record
from qurultay.store.service import Service

__all__ = ["RemoteView"]

_TRIES = 5
_KEPT_APART = NamedNode(names.HIDDEN["quarantine"])


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
    def server(self) -> str:
        """What the server is, as far as its ways are known (:mod:`qurultay.store.dialects`): its name, or ``any other``."""
        return self._service.dialect.name

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
        for _ in range(_TRIES):
            found = self._service.query(sparql, terms)
            after = self._check_whole() if before else before
            if after == before:
                return found
            before = after
        raise StoreError(f"{self.location} changes faster than it answers: ask again when the build is done")

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
