"""What articles say of things under their local keys, as the ``sightings`` graph holds it, and as the resolver works with it.

::

    <person/kamran-aliyev-pgo-az#4be0…> a q:Sighting ; q:sightingOf <person/kamran-aliyev-pgo-az> ;
        q:traits "{…}" ; q:blockingKey "9c1f…" ; q:seenIn <article/a> , <article/b> .

Two articles that tell the same of a thing share a sighting. What is read from the store stays in memory, for the writer is the only one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from qurultay import identity, terms
from qurultay.identity import Thing, Traits
from qurultay.store.base import Held

__all__ = ["Sightings"]

_Node: TypeAlias = Any  # a sighting is a named node; pyoxigraph's own stubs allow for others

_GRAPH = NamedNode(terms.GRAPHS["sightings"])
_TYPE, _KIND = NamedNode(terms.expand("rdf:type")), NamedNode(terms.expand("q:Sighting"))
_OF, _TRAITS, _KEY, _SEEN = (NamedNode(terms.expand(f"q:{name}")) for name in ("sightingOf", "traits", "blockingKey", "seenIn"))


@dataclass(slots=True)
class _Sighting:
    """What one or more articles tell of a thing in the same way."""

    traits: Traits
    keys: frozenset[str]
    articles: set[str] = field(default_factory=set)


class Sightings:
    """The sightings of a store, read as they are needed, with the changes that are not committed yet."""

    def __init__(self, graph: Held, *, base: str) -> None:
        self._graph, self._base = graph, base
        self._of: dict[str, dict[str, _Sighting]] = {}
        self._by_key: dict[str, set[str]] = {}
        self._traits: dict[str, Traits] = {}

    def local_keys(self, article: str) -> set[str]:
        """Return the local keys of the things that a stored article tells of."""
        return {path for path, _ in self._seen_in(article)}

    def traits(self, path: str) -> Traits:
        """Return all that is told under a local key, with the reference data's own where it is theirs; empty traits for an unknown key."""
        if path not in self._traits:
            told = [sighting.traits for sighting in self._load(path).values()]
            own = identity.anchors()[0].get(path) if identity.is_known(path) else None
            self._traits[path] = identity.union([*told, own] if own else told)
        return self._traits[path]

    def articles(self, path: str) -> set[str]:
        """Return the IRIs of the articles that tell of a thing under a local key."""
        return set().union(*(sighting.articles for sighting in self._load(path).values()))

    def share_an_article(self, one: str, other: str) -> bool:
        """Tell whether some article tells two things apart."""
        mine, theirs = self._load(one).values(), self._load(other).values()
        return any(not a.articles.isdisjoint(b.articles) for a in mine for b in theirs)

    def known(self, path: str) -> bool:
        """Tell whether some article, or the reference data, has a thing under a local key."""
        return identity.is_known(path) or bool(self._load(path))

    def alike(self, path: str) -> set[str]:
        """Return the other local keys of the family that share a blocking key with one."""
        found: set[str] = set()
        anchored = path.startswith("organization/") and not identity.is_known(path)
        for key in self._keys(path):
            found |= self._under(key)
            if anchored:
                found.update(identity.anchors()[1].get(key, ()))
        return found - {path}

    def change(self, article: str, things: Iterable[Thing]) -> tuple[set[Quad], set[Quad]]:
        """Make ``things`` all that an article tells; return the quads that go and those that come."""
        new = {(thing.path, _name(thing)): thing for thing in things}
        old = self._seen_in(article)
        for path, _ in {*new, *old}:
            for key in self._keys(path):
                self._under(key)
        gone: set[Quad] = set()
        come: set[Quad] = set()
        for path, name in sorted(old - new.keys()):
            gone |= self._unsee(path, name, article)
        for path, name in sorted(new.keys() - old):
            come |= self._see(new[path, name], name, article)
        return gone, come

    def forget(self) -> None:
        """Drop what is in memory; it is read from the store again."""
        self._of.clear()
        self._by_key.clear()
        self._traits.clear()

    def _seen_in(self, article: str) -> set[tuple[str, str]]:
        """Return the local keys, and the names of the sightings, of a stored article."""
        return {self._split(quad.subject) for quad in self._graph.quads_for_pattern(None, _SEEN, NamedNode(article), _GRAPH)}

    def _see(self, thing: Thing, name: str, article: str) -> set[Quad]:
        held = self._load(thing.path)
        come: set[Quad] = set()
        if name not in held:
            told = self.traits(thing.path)
            held[name] = _Sighting(thing.traits, frozenset(thing.keys))
            self._traits[thing.path] = identity.union([told, thing.traits])
            come = self._quads(thing.path, name, held[name])
        for key in held[name].keys:
            self._under(key).add(thing.path)
        held[name].articles.add(article)
        return come | {Quad(self._node(thing.path, name), _SEEN, NamedNode(article), _GRAPH)}

    def _unsee(self, path: str, name: str, article: str) -> set[Quad]:
        held = self._load(path)
        gone = {Quad(self._node(path, name), _SEEN, NamedNode(article), _GRAPH)}
        held[name].articles.discard(article)
        if not held[name].articles:
            left = held.pop(name)
            self._traits.pop(path, None)
            gone |= self._quads(path, name, left)
            for key in left.keys - self._keys(path):
                self._under(key).discard(path)
        return gone

    def _quads(self, path: str, name: str, sighting: _Sighting) -> set[Quad]:
        node = self._node(path, name)
        told = {Quad(node, _TYPE, _KIND, _GRAPH), Quad(node, _OF, NamedNode(terms.iri(path, base=self._base)), _GRAPH)}
        told.add(Quad(node, _TRAITS, Literal(identity.as_json(sighting.traits)), _GRAPH))
        return told | {Quad(node, _KEY, Literal(key), _GRAPH) for key in sighting.keys}

    def _keys(self, path: str) -> set[str]:
        own = set().union(*(sighting.keys for sighting in self._load(path).values()))
        if identity.is_known(path):
            own |= set(identity.keys("organization", identity.anchors()[0][path]))
        return own

    def _under(self, key: str) -> set[str]:
        """Return the local keys under a blocking key, to be changed in place."""
        if key not in self._by_key:
            found = self._graph.quads_for_pattern(None, _KEY, Literal(key), _GRAPH)
            self._by_key[key] = {self._split(quad.subject)[0] for quad in found}
        return self._by_key[key]

    def _load(self, path: str) -> dict[str, _Sighting]:
        if path not in self._of:
            node = NamedNode(terms.iri(path, base=self._base))
            self._of[path] = dict(self._read(quad.subject) for quad in self._graph.quads_for_pattern(None, _OF, node, _GRAPH))
        return self._of[path]

    def _read(self, node: _Node) -> tuple[str, _Sighting]:
        said: dict[NamedNode, list[str]] = {}
        for quad in self._graph.quads_for_pattern(node, None, None, _GRAPH):
            if isinstance(quad.object, NamedNode | Literal):
                said.setdefault(quad.predicate, []).append(quad.object.value)
        traits, keys, articles = said[_TRAITS][0], frozenset(said.get(_KEY, ())), set(said.get(_SEEN, ()))
        return self._split(node)[1], _Sighting(identity.from_json(traits), keys, articles)

    def _node(self, path: str, name: str) -> NamedNode:
        return NamedNode(f"{terms.iri(path, base=self._base)}#{name}")

    def _split(self, node: _Node) -> tuple[str, str]:
        path, _, name = node.value.removeprefix(self._base).rpartition("#")
        return path, name


def _name(thing: Thing) -> str:
    return terms.digest(identity.as_json(thing.traits))
