"""What the writer of a store on a server works on: a copy, in memory, of what the server holds as far as it has been needed.

A graph is copied when it is first read. The copy shows each change as soon as it is made, whether the server has it already or not; what
articles claim beyond the copy is asked of the server.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, Triple

from qurultay import terms
from qurultay.store import entities
from qurultay.store.pages import quads_of
from qurultay.store.service import Service

__all__ = ["Mirror"]

_OWN = frozenset(terms.GRAPHS.values())
_TRIPLES_A_QUERY = 40
_SUBJECT, _PREDICATE, _OBJECT = (NamedNode(terms.expand(f"rdf:{name}")) for name in ("subject", "predicate", "object"))


class Mirror:
    """A copy of a store. ``sizes`` gives the number of quads of each graph that the server holds."""

    def __init__(self, service: Service, sizes: dict[str, int]) -> None:
        self._service, self._sizes = service, sizes
        self._copy = ox.Store()
        self._copied: set[str] = set()

    def quads_for_pattern(self, subject: Any, predicate: Any, object: Any, graph_name: Any = None, /) -> Iterator[Quad]:  # noqa: A002
        """Yield the quads of one graph with these terms, None standing for any."""
        self._load([graph_name.value])
        return self._copy.quads_for_pattern(subject, predicate, object, graph_name)

    def __contains__(self, quad: Any, /) -> bool:
        """Tell whether the store holds a quad."""
        self._load([quad.graph_name.value])
        return quad in self._copy

    def change(self, gone: Iterable[Quad], come: Iterable[Quad]) -> None:
        """Make a change to the copy."""
        for quad in gone:
            self._copy.remove(quad)
        self._copy.extend(come)

    def take(self, graph: NamedNode, quads: Iterable[Quad]) -> None:
        """Take a graph as it is known to be, without asking for it."""
        self._copy.remove_graph(graph)
        self._copy.extend(quads)
        self._copied.add(graph.value)

    def articles(self) -> Iterator[set[Quad]]:
        """Yield the graph of each article, and keep none."""
        for name in sorted(self._sizes.keys() - _OWN):
            yield set(self.quads_for_pattern(None, None, None, NamedNode(name)))
            self._drop(name)

    def settle(self) -> None:
        """Let go of the articles' graphs: the server holds them as the copy does."""
        for name in self._copied - _OWN:
            size = sum(1 for _ in self._copy.quads_for_pattern(None, None, None, NamedNode(name)))
            self._sizes.pop(name, None)
            if size:
                self._sizes[name] = size
            self._drop(name)

    def claimed(self, triples: Collection[Triple], *, but: set[NamedNode]) -> set[Triple]:
        """Return those of some naming triples that a claim of an article that is not in ``but`` gives."""
        found = {triple for triple in triples if entities.supported(self._copy, triple, but=but)}
        left = sorted((triple for triple in triples if triple not in found), key=str)
        known = sorted((self._copied - _OWN) | {graph.value for graph in but})
        for start in range(0, len(left), _TRIPLES_A_QUERY):
            found |= self._asked(left[start : start + _TRIPLES_A_QUERY], known)
        return found

    def _asked(self, triples: Collection[Triple], known: Iterable[str]) -> set[Triple]:
        """Ask the server which triples are claimed in graphs other than those that are known here.

        All that is claimed by the same predicates of the same things is asked for: Virtuoso finds nothing where several rows of VALUES
        hold a literal with a language.
        """
        pairs = sorted({f"({triple.subject} {triple.predicate})" for triple in triples})
        others = ", ".join(str(NamedNode(name)) for name in known)
        rows = self._service.rows(
            f"SELECT DISTINCT ?s ?p ?o WHERE {{ VALUES (?s ?p) {{ {' '.join(pairs)} }} "
            f"GRAPH ?g {{ ?claim {_SUBJECT} ?s ; {_PREDICATE} ?p ; {_OBJECT} ?o }} FILTER(?g NOT IN ({others})) }}"
        )
        return {Triple(s, p, o) for s, p, o in rows} & set(triples)

    def _load(self, names: Iterable[str]) -> None:
        """Copy graphs that are not copied yet."""
        missing = [name for name in names if name not in self._copied]
        self._copied.update(missing)
        sizes = {name: self._sizes[name] for name in missing if name in self._sizes}
        if sizes:
            self._copy.extend(quads_of(self._service, sizes))

    def _drop(self, name: str) -> None:
        self._copy.remove_graph(NamedNode(name))
        self._copied.discard(name)
