"""How a store takes articles, wherever it is kept: what a new article graph changes, worked out over what the store holds.

An article's graph, the entities that it names, what it tells for identities to be resolved by, and the graphs of other articles that
get or lose a key by it are one change, which the store commits whole or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pyoxigraph import NamedNode, Quad, Triple

from qurultay import terms
from qurultay.errors import StoreError
from qurultay.identity import Thing
from qurultay.identity.decisions import Decision
from qurultay.store import entities
from qurultay.store.base import Change, Decided, Held, Quarantined
from qurultay.store.renaming import renamed
from qurultay.store.resolver import Resolution, Resolver

__all__ = ["ArticleWriter"]


class ArticleWriter:
    """Works out changes; a store gives it what it holds, and commits them.

    ``held`` must show each change as soon as it is committed.
    """

    def __init__(self, held: Held, *, base: str) -> None:
        self._held, self._writing_base = held, base
        self._resolver = Resolver(held, base=base)
        self._shipped: dict[str, dict[Any, list[Quad]]] = {}

    def replace(self, article: NamedNode, quads: Iterable[Quad], things: Iterable[Thing] = ()) -> Change:
        """Make ``quads`` all that the article's graph holds, in one change; it leaves the quarantine.

        In place of the local key of each of ``things`` stands the key that is kept for it. Where the article brings other articles'
        keys together, or parts them, their graphs change with it.
        """
        new = set(quads)
        if any(quad.graph_name != article for quad in new):
            raise StoreError(f"a quad outside the graph of {article.value} cannot be stored with it")
        old = self._graph_of(article)
        resolution = self._resolver.change(article.value, told := tuple(things))
        now = self._store(resolution, {article: (new, {thing.path for thing in told})}, let_go=article.value)
        return "unchanged" if old == now[article] else "replaced" if old else "added"

    def quarantine(self, item: Quarantined) -> None:
        """Keep an article graph apart; what the store held of the article is removed."""
        article = NamedNode(item.article)
        self._store(self._resolver.change(item.article, ()), {article: (set(), set())}, keep_apart=item)

    def decide(self, decisions: Iterable[Decision]) -> Decided:
        """Make ``decisions`` all that the user has decided on identity, in one change."""
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

    def describe(self, node: NamedNode, graph: str) -> list[Quad]:
        """Return what one of the shipped graphs (``reference``, ``ontology`` ...) says of a node.

        These change only when a store is opened, so that each is read once, however many articles ask.
        """
        if graph not in self._shipped:
            self._shipped[graph] = {}
            for quad in self._held.quads_for_pattern(None, None, None, NamedNode(terms.GRAPHS[graph])):
                self._shipped[graph].setdefault(quad.subject, []).append(quad)
        return self._shipped[graph].get(node, [])

    def _commit(self, gone: set[Quad], come: set[Quad], *, let_go: str | None, keep_apart: Quarantined | None) -> None:
        """Remove and add quads, and change the quarantine, in one change."""
        raise NotImplementedError

    def _claimed(self, triples: set[Triple], *, but: set[NamedNode]) -> set[Triple]:
        """Return those of some naming triples that a claim of an article that is not in ``but`` gives."""
        raise NotImplementedError

    def _graph_of(self, article: NamedNode) -> set[Quad]:
        return set(self._held.quads_for_pattern(None, None, None, article))

    def _store(
        self,
        found: Resolution,
        given: Mapping[NamedNode, tuple[set[Quad], set[str]]],
        *,
        let_go: str | None = None,
        keep_apart: Quarantined | None = None,
    ) -> dict[NamedNode, set[Quad]]:
        """Commit a resolution with given articles' graphs, which stand under the given local keys; return the graphs that changed."""
        try:
            changes = self._changes(found, given)
            gone, come = entities.difference(self._held, changes, claimed=self._claimed)
            gone |= found.gone
            come |= found.come
            for old, new in changes.values():
                gone |= old - new
                come |= new - old
            self._commit(gone - come, come, let_go=let_go, keep_apart=keep_apart)
        except BaseException:
            self._resolver.forget()
            raise
        return {article: new for article, (_, new) in changes.items()}

    def _changes(
        self, found: Resolution, given: Mapping[NamedNode, tuple[set[Quad], set[str]]]
    ) -> dict[NamedNode, tuple[set[Quad], set[Quad]]]:
        """Return what the graph of each article that changes held, and what it is to hold."""
        changes: dict[NamedNode, tuple[set[Quad], set[Quad]]] = {}
        for article, (quads, paths) in given.items():
            names = {path: self._resolver.kept(path) for path in paths}
            changes[article] = (self._graph_of(article), self._renamed(quads, names))
        others: dict[str, dict[str, str]] = {}
        for path, (before, after) in found.moved.items():
            for name in self._resolver.sightings.articles(path):
                others.setdefault(name, {})[before] = after
        for name, names in sorted(others.items()):
            if (article := NamedNode(name)) not in changes:
                held = self._graph_of(article)
                changes[article] = (held, self._renamed(held, names))
        return changes

    def _renamed(self, quads: set[Quad], names: Mapping[str, str]) -> set[Quad]:
        base = self._writing_base
        nodes = {one: NamedNode(terms.iri(two, base=base)) for one, two in names.items() if one != two}
        return renamed(quads, {NamedNode(terms.iri(path, base=base)): node for path, node in nodes.items()}, base=base)
