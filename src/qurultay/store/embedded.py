"""The store on disk: Oxigraph in a folder of its own, one transaction an article.

::

    DIR/store.json    what it was made with: version of this layout, base of its IRIs, hash of the shipped data
    DIR/graph/        Oxigraph's files
    DIR/quarantine/   article graphs that violate a shape (see :mod:`qurultay.store.quarantine`)

A store is opened once for writing, and any number of readers may read it while nothing writes. A crash between two
articles loses neither; a crash within one leaves the article as it was before.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad, Triple

from qurultay import terms
from qurultay.errors import StoreError
from qurultay.store import entities, shipped
from qurultay.store.ask import ask
from qurultay.store.base import Answer, Info, Quarantined
from qurultay.store.counts import count
from qurultay.store.quarantine import Quarantine
from qurultay.store.writing import ArticleWriter

__all__ = ["EmbeddedStore", "EmbeddedView"]

_LAYOUT = 2
_PATIENCE_S = 0.5
"""How long a writer waits for the store's lock, which a server that copies it holds for some hundredths of a second."""
_OWN = frozenset(terms.GRAPHS.values())


class EmbeddedView:
    """An existing store in a folder, for asking only. Use :meth:`read`; it is a context manager."""

    def __init__(self, folder: Path, graph: ox.Store, *, base: str) -> None:
        self._folder, self._graph, self._base = folder, graph, base
        self._quarantine = Quarantine(folder / "quarantine")

    @classmethod
    def read(cls, folder: str | Path) -> EmbeddedView:
        """Open what was written up to now. Raises :class:`~qurultay.errors.StoreError` where there is no store."""
        place = Path(folder)
        meta = _meta(place)
        if meta is None:
            raise StoreError(f"there is no store in {place}: make one with 'qurultay build INPUT... --store {place}'")
        try:
            return EmbeddedView(place, ox.Store.read_only(str(place / "graph")), base=meta["base"])
        except OSError as error:
            raise StoreError(f"{place} cannot be read: {error}") from error

    @property
    def location(self) -> str:
        """The folder of the store."""
        return str(self._folder)

    @property
    def base(self) -> str:
        """The base of its entities' IRIs."""
        return self._base

    def query(self, sparql: str, *, terms: Mapping[str, NamedNode | Literal] | None = None) -> Answer:
        """Answer a query over the union of all graphs; see :class:`~qurultay.store.base.View`."""
        return ask(self._graph, sparql, terms or {})

    def quads(self) -> Iterator[Quad]:
        """Yield every quad, in no order.

        Raises :class:`~qurultay.errors.StoreError` where the store is being written to, so that its files change underneath.
        """
        try:
            yield from self._graph
        except (RuntimeError, OSError) as error:
            raise StoreError(f"{self._folder} cannot be read (is it being written to?): {error}") from error

    def quarantined(self) -> tuple[Quarantined, ...]:
        """Return the articles in quarantine, sorted by their IRIs."""
        return tuple(self._quarantine)

    def info(self) -> Info:
        """Count what the store holds."""
        return count(self, quarantined=len(self._quarantine))

    def close(self) -> None:
        """Let the store go, so that another process may write to it. It cannot be used afterwards."""
        if hasattr(self, "_graph"):
            del self._graph

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


class EmbeddedStore(ArticleWriter, EmbeddedView):
    """A store in a folder, for writing. Use :meth:`open`; it is a context manager."""

    def __init__(self, folder: Path, graph: ox.Store, *, base: str) -> None:
        EmbeddedView.__init__(self, folder, graph, base=base)
        ArticleWriter.__init__(self, graph, base=base)

    @classmethod
    def open(cls, folder: str | Path, *, base: str | None = None) -> EmbeddedStore:
        """Open a store for writing; make it, with ontology and reference data, where there is none.

        Shipped data that changed since is loaded anew. Raises :class:`~qurultay.errors.StoreError` where the folder holds
        something else, another process writes to it, or it was made with another ``base``.
        """
        place = Path(folder)
        meta = _meta(place)
        if meta is None and _taken(place):
            raise StoreError(f"{place} holds something other than a store: name an empty folder")
        kept = meta["base"] if meta else base or terms.BASE
        if base is not None and base != kept:
            raise StoreError(f"{place} was made with the base {kept}, not {base}: build into another folder")
        try:
            place.mkdir(parents=True, exist_ok=True)
            graph = _opened(place / "graph")
        except OSError as error:
            raise StoreError(f"{place} cannot be opened for writing (does another process hold it?): {error}") from error
        store = EmbeddedStore(place, graph, base=kept)
        current = shipped.fingerprint()
        if meta is None or meta["shipped"] != current:
            store._load_shipped()
            _write_meta(place, {"layout": _LAYOUT, "base": kept, "shipped": current})
        return store

    def flush(self) -> None:
        """Write out what is still in memory."""
        self._graph.flush()

    def close(self) -> None:
        """Flush, and let the store go, so that another process may open it."""
        if hasattr(self, "_graph"):
            self.flush()
            del self._resolver, self._held
        super().close()

    def _commit(self, gone: set[Quad], come: set[Quad], *, let_go: str | None, keep_apart: Quarantined | None) -> None:
        """Remove and add quads in one transaction. An article is in quarantine before it leaves the graph, and the other way round."""
        if keep_apart is not None:
            self._quarantine.add(keep_apart)
        if not gone:
            self._graph.extend(come)
        else:
            parts = [f"{verb} DATA {{ {_group(quads)} }}" for verb, quads in (("DELETE", gone), ("INSERT", come)) if quads]
            self._graph.update(" ; ".join(parts))
        if let_go is not None:
            self._quarantine.remove(let_go)

    def _claimed(self, triples: set[Triple], *, but: set[NamedNode]) -> set[Triple]:
        return {triple for triple in triples if entities.supported(self._graph, triple, but=but)}

    def _load_shipped(self) -> None:
        """Put the shipped graphs in place of what was there, and derive the entities graph anew."""
        for graph, quads in shipped.graphs(base=self._base):
            self._graph.remove_graph(graph)
            self._graph.extend(quads)
        articles = [g for g in self._graph.named_graphs() if isinstance(g, NamedNode) and g.value not in _OWN]
        graph = NamedNode(terms.GRAPHS["entities"])
        self._graph.remove_graph(graph)
        self._graph.extend(entities.derived(self._graph, map(self._graph_of, articles)))
        self._graph.flush()


def _opened(place: Path) -> ox.Store:
    """Open Oxigraph for writing; wait a moment where a server copies the store just now (see :mod:`qurultay.store.snapshot`)."""
    until = time.monotonic() + _PATIENCE_S
    while True:
        try:
            return ox.Store(str(place))
        except OSError as error:
            if "lock" not in str(error) or time.monotonic() > until:
                raise
        time.sleep(0.02)


def _taken(place: Path) -> bool:
    """Tell whether a place is a file, or a folder that holds other things than the beginnings of a store."""
    if not place.is_dir():
        return place.exists()
    return any(entry.name not in ("graph", "quarantine", "store.json.part") for entry in place.iterdir())


def _group(quads: set[Quad]) -> str:
    """Return quads as SPARQL quad data; the terms write themselves."""
    return " ".join(f"GRAPH {q.graph_name} {{ {q.triple} }}" for q in quads)


def _meta(place: Path) -> dict[str, str] | None:
    """Return what a store was made with; None where there is none."""
    file = place / "store.json"
    try:
        meta = json.loads(file.read_text(encoding="utf-8"))
        if meta["layout"] != _LAYOUT:
            raise StoreError(f"{place} has the layout {meta['layout']} of another version: build it anew")
        return {"base": meta["base"], "shipped": meta["shipped"]}
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{file} is broken: {error}") from error


def _write_meta(place: Path, meta: Mapping[str, str | int]) -> None:
    """Write what a store was made with, whole or not at all."""
    draft = place / "store.json.part"
    draft.write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")
    draft.replace(place / "store.json")
