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
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad

from qurultay import terms
from qurultay.errors import StoreError
from qurultay.identity import Thing
from qurultay.identity.decisions import Decision
from qurultay.store import entities, shipped
from qurultay.store.ask import ask
from qurultay.store.base import Answer, Change, Decided, Info, Quarantined
from qurultay.store.counts import count
from qurultay.store.quarantine import Quarantine
from qurultay.store.renaming import renamed
from qurultay.store.resolver import Resolution, Resolver

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

    def describe(self, node: NamedNode, graph: str) -> list[Quad]:
        """Return what one of the graphs that belong to no article (``reference``, ``ontology`` ...) says of a node."""
        return list(self._graph.quads_for_pattern(node, None, None, NamedNode(terms.GRAPHS[graph])))

    def quarantined(self) -> tuple[Quarantined, ...]:
        """Return the articles in quarantine, sorted by their IRIs."""
        return tuple(self._quarantine)

    def info(self) -> Info:
        """Count what the store holds."""
        return count(self._graph, location=self.location, base=self.base, quarantined=len(self._quarantine))

    def close(self) -> None:
        """Let the store go, so that another process may write to it. It cannot be used afterwards."""
        if hasattr(self, "_graph"):
            del self._graph

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


class EmbeddedStore(EmbeddedView):
    """A store in a folder, for writing. Use :meth:`open`; it is a context manager."""

    def __init__(self, folder: Path, graph: ox.Store, *, base: str) -> None:
        super().__init__(folder, graph, base=base)
        self._resolver = Resolver(graph, base=base)

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

    def replace(self, article: NamedNode, quads: Iterable[Quad], things: Iterable[Thing] = ()) -> Change:
        """Make ``quads`` all that the article's graph holds, in one transaction; it leaves the quarantine.

        In place of the local key of each of ``things`` stands the key that is kept for it. Where the article brings other articles'
        keys together, or parts them, their graphs change with it.
        """
        new = set(quads)
        if any(quad.graph_name != article for quad in new):
            raise StoreError(f"a quad outside the graph of {article.value} cannot be stored with it")
        old = self._held(article)
        now = self._store(self._resolver.change(article.value, told := tuple(things)), {article: (new, {thing.path for thing in told})})
        self._quarantine.remove(article.value)
        return "unchanged" if old == now[article] else "replaced" if old else "added"

    def quarantine(self, item: Quarantined) -> None:
        """Keep an article graph apart; what the store held of the article is removed."""
        self._quarantine.add(item)
        article = NamedNode(item.article)
        self._store(self._resolver.change(item.article, ()), {article: (set(), set())})

    def decide(self, decisions: Iterable[Decision]) -> Decided:
        """Make ``decisions`` all that the user has decided on identity, in one transaction."""
        made = tuple(decisions)
        resolution = self._resolver.decide(made)
        self._store(resolution, {})
        known, kept = self._resolver.sightings.known, self._resolver.kept
        unknown = sorted({path for decision in made for path in decision.pair if not known(path)})
        refused = [d.pair for d in made if d.same and all(map(known, d.pair)) and kept(d.pair[0]) != kept(d.pair[1])]
        return Decided(len(made), len(resolution.moved), tuple(unknown), tuple(refused))

    def decisions(self) -> tuple[Decision, ...]:
        """Return what the user has decided on identity, sorted."""
        return self._resolver.decisions()

    def _held(self, article: NamedNode) -> set[Quad]:
        return set(self._graph.quads_for_pattern(None, None, None, article))

    def _store(self, found: Resolution, given: Mapping[NamedNode, tuple[set[Quad], set[str]]]) -> dict[NamedNode, set[Quad]]:
        """Commit a resolution with given articles' graphs, which stand under the given local keys; return the graphs that changed."""
        changes: dict[NamedNode, tuple[set[Quad], set[Quad]]] = {}
        for article, (quads, paths) in given.items():
            names = {path: self._resolver.kept(path) for path in paths}
            changes[article] = (self._held(article), self._renamed(quads, names))
        others: dict[str, dict[str, str]] = {}
        for path, (before, after) in found.moved.items():
            for name in self._resolver.sightings.articles(path):
                others.setdefault(name, {})[before] = after
        for name, names in sorted(others.items()):
            if (article := NamedNode(name)) not in changes:
                held = self._held(article)
                changes[article] = (held, self._renamed(held, names))
        gone, come = entities.difference(self._graph, changes)
        gone |= found.gone
        come |= found.come
        for old, new in changes.values():
            gone |= old - new
            come |= new - old
        if gone or come:
            try:
                self._commit(gone, come)
            except BaseException:
                self._resolver.forget()
                raise
        return {article: new for article, (_, new) in changes.items()}

    def _renamed(self, quads: set[Quad], names: Mapping[str, str]) -> set[Quad]:
        nodes = {one: NamedNode(terms.iri(two, base=self._base)) for one, two in names.items() if one != two}
        return renamed(quads, {NamedNode(terms.iri(path, base=self._base)): node for path, node in nodes.items()}, base=self._base)

    def flush(self) -> None:
        """Write out what is still in memory."""
        self._graph.flush()

    def close(self) -> None:
        """Flush, and let the store go, so that another process may open it."""
        if hasattr(self, "_graph"):
            self.flush()
            del self._resolver
        super().close()

    def _commit(self, gone: set[Quad], come: set[Quad]) -> None:
        """Remove and add quads in one transaction."""
        if not gone:
            self._graph.extend(come)
            return
        parts = [f"{verb} DATA {{ {_group(quads)} }}" for verb, quads in (("DELETE", gone), ("INSERT", come)) if quads]
        self._graph.update(" ; ".join(parts))

    def _load_shipped(self) -> None:
        """Put the shipped graphs in place of what was there, and derive the entities graph anew."""
        for graph, quads in shipped.graphs(base=self._base):
            self._graph.remove_graph(graph)
            self._graph.extend(quads)
        articles = [g for g in self._graph.named_graphs() if isinstance(g, NamedNode) and g.value not in _OWN]
        graph = NamedNode(terms.GRAPHS["entities"])
        self._graph.remove_graph(graph)
        self._graph.extend(entities.derived(self._graph, articles))
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
