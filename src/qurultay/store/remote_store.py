"""A store on a server, for writing: articles are gathered into batches, and each batch is stored whole or not at all.

What an article changes is worked out over a copy of what the server holds (:mod:`qurultay.store.mirror`), as it is for a store on disk;
:mod:`qurultay.store.journal` sees to it that a batch that breaks off is finished or dropped by the next writer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal as Choice
from typing import Self

from pyoxigraph import Literal, NamedNode, Quad, Triple

from qurultay import terms as names
from qurultay.errors import StoreError
from qurultay.store import entities, shipped
from qurultay.store.address import Address
from qurultay.store.base import Answer, Info, Quarantined
from qurultay.store.counts import graph_sizes
from qurultay.store.journal import packed
from qurultay.store.mirror import Mirror
from qurultay.store.quarantine import as_record
from qurultay.store.remote import RemoteView
from qurultay.store.sparql import sendable
from qurultay.store.writing import ArticleWriter

__all__ = ["RemoteStore"]

_LAYOUT = "2"
_BATCH_QUADS = 10_000
_QUARANTINE = NamedNode(names.HIDDEN["quarantine"])
_RECORD = NamedNode("https://w3id.org/qurultay/journal#quarantined")


class RemoteStore(ArticleWriter, RemoteView):
    """A store on a server, for writing. Use :meth:`open`; it is a context manager."""

    def __init__(self, location: str | Address, *, base: str | None = None, batch_quads: int = _BATCH_QUADS) -> None:
        RemoteView.__init__(self, location)
        self._batch_quads = batch_quads
        self._gathered: tuple[frozenset[Quad], frozenset[Quad]] = (frozenset(), frozenset())
        self._state: Choice["open", "broken", "closed"] = "open"
        if self._service.address.update is None:
            raise StoreError(f"{self.location} can only be asked: give the address of its update service (QURULTAY_STORE_UPDATE)")
        told = self._journal.told()
        if told.get("layout", _LAYOUT) != _LAYOUT:
            raise StoreError(f"{self.location} has the layout {told['layout']} of another version: build it anew")
        self._told_base = told.get("base") or self._shown_base() or base or names.BASE
        if base is not None and base != self._told_base:
            raise StoreError(f"{self.location} was made with the base {self._told_base}, not {base}: build into another store")
        self._journal.sign_in()
        self._apart = self._records()
        self._mirror = Mirror(self._service, graph_sizes(self))
        ArticleWriter.__init__(self, self._mirror, base=self._told_base)
        if told.get("shipped") != shipped.fingerprint():
            self._load_shipped()
        else:
            for graph, quads in shipped.graphs(base=self._told_base):
                self._mirror.take(graph, quads)

    @classmethod
    def open(cls, location: str | Address, *, base: str | None = None) -> RemoteStore:
        """Open a store for writing, and put the shipped graphs into it where they are not there, or have changed since.

        A batch that broke off is finished or dropped first; another writer is signed out. Raises
        :class:`~qurultay.errors.StoreError` where it cannot be written to, or was made with another ``base``.
        """
        return RemoteStore(location, base=base)

    def query(self, sparql: str, *, terms: Mapping[str, NamedNode | Literal] | None = None) -> Answer:
        """Store what is gathered, then send a query and return its answer; see :class:`~qurultay.store.base.View`."""
        self.flush()
        return super().query(sparql, terms=terms)

    def quads(self) -> Iterator[Quad]:
        """Store what is gathered, then yield every quad of the data, in no order."""
        self.flush()
        yield from super().quads()

    def quarantined(self) -> tuple[Quarantined, ...]:
        """Store what is gathered, then return the articles in quarantine, sorted by their IRIs."""
        self.flush()
        return super().quarantined()

    def info(self) -> Info:
        """Store what is gathered, then count what the store holds."""
        self.flush()
        return super().info()

    def flush(self) -> None:
        """Store what is gathered, as one batch."""
        if self._state != "open":
            raise StoreError(f"{self.location} is {self._state}: open it again" + ", which finishes the batch" * (self._state == "broken"))
        if not any(self._gathered):
            return
        self._state = "broken"
        self._journal.commit(*self._gathered)
        self._state, self._gathered = "open", (frozenset(), frozenset())
        self._mirror.settle()

    def close(self) -> None:
        """Store what is gathered, and let another write."""
        if self._state == "open":
            self.flush()
            self._journal.sign_out()
            self._state = "closed"

    def __enter__(self) -> Self:
        return self

    def _commit(self, gone: set[Quad], come: set[Quad], *, let_go: str | None, keep_apart: Quarantined | None) -> None:
        """Gather a change, and store the batch when it is full."""
        for term in (term for quad in come for term in (quad.subject, quad.predicate, quad.object)):
            sendable(term)
        article = let_go if keep_apart is None else keep_apart.article
        if article in self._apart:
            gone = gone | {self._apart.pop(article)}
        if keep_apart is not None:
            record = Literal(packed(as_record(keep_apart).encode()))
            self._apart[keep_apart.article] = Quad(NamedNode(keep_apart.article), _RECORD, record, _QUARANTINE)
            come = come | {self._apart[keep_apart.article]}
        before_gone, before_come = self._gathered
        self._gathered = (before_gone - come | (gone - come), before_come - gone | come)
        self._mirror.change(gone - come, come)
        if sum(map(len, self._gathered)) >= self._batch_quads:
            self.flush()

    def _claimed(self, triples: set[Triple], *, but: set[NamedNode]) -> set[Triple]:
        return self._mirror.claimed(triples, but=but)

    def _load_shipped(self) -> None:
        """Put the shipped graphs in place of what was there, and derive the entities graph anew; note it when all of it is done."""
        self._journal.tell(shipped="")
        for graph, quads in shipped.graphs(base=self.base):
            self._service.fill(graph, quads)
            self._mirror.take(graph, quads)
        graph = NamedNode(names.GRAPHS["entities"])
        found = sorted(entities.derived(self._mirror, self._mirror.articles()), key=str)
        self._service.fill(graph, found)
        self._mirror.take(graph, found)
        self._journal.tell(base=self.base, layout=_LAYOUT, shipped=shipped.fingerprint())

    def _records(self) -> dict[str, Quad]:
        """Return the record of each article in quarantine."""
        rows = self._service.rows(f"SELECT ?a ?record WHERE {{ GRAPH {_QUARANTINE} {{ ?a {_RECORD} ?record }} }}", own=True)
        return {article.value: Quad(article, _RECORD, record, _QUARANTINE) for article, record in rows}
