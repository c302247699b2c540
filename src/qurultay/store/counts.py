"""Counts what an Oxigraph store holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode

from qurultay import terms
from qurultay.store.base import Info

__all__ = ["count"]

_TYPE = NamedNode(terms.expand("rdf:type"))
_LANGUAGE = NamedNode(terms.expand("schema:inLanguage"))
_MENTIONS = NamedNode(terms.expand("schema:mentions"))
_PREDICATE = NamedNode(terms.expand("rdf:predicate"))
_Q = terms.PREFIXES["q"]


def count(store: ox.Store, *, location: str, base: str, quarantined: int) -> Info:
    """Return the numbers of a store; states, places, people and organisations count where an article mentions them."""
    articles = {quad.subject for quad in store.quads_for_pattern(None, _TYPE, NamedNode(f"{_Q}Article"))}
    languages = Counter(
        quad.object.value
        for quad in store.quads_for_pattern(None, _LANGUAGE, None)
        if quad.subject in articles and isinstance(quad.object, Literal)
    )
    graphs = {name: _size(store, NamedNode(iri)) for name, iri in terms.GRAPHS.items()}
    return Info(
        location=location,
        base=base,
        articles=len(articles),
        quads=len(store),
        claims=sum(1 for _ in store.quads_for_pattern(None, _PREDICATE, None)),
        quarantined=quarantined,
        kinds=dict(sorted(_kinds(store).items())),
        languages=dict(sorted(languages.items())),
        graphs=graphs,
    )


def _kinds(store: ox.Store) -> Counter[str]:
    """Count the things that articles name, by family of kinds."""
    things = {quad.object for quad in store.quads_for_pattern(None, _MENTIONS, None)}
    families: dict[str, set[str]] = {}
    for thing in things:
        if isinstance(thing, NamedNode):
            for family in _families(store, thing):
                families.setdefault(family, set()).add(thing.value)
    for family in ("event", "document", "membership"):
        for kind in terms.FAMILIES[family]:
            iri = NamedNode(terms.expand("org:Membership") if kind == "Membership" else _Q + kind)
            families.setdefault(family, set()).update(str(q.subject) for q in store.quads_for_pattern(None, _TYPE, iri))
    return Counter({family: len(found) for family, found in families.items() if found})


def _families(store: ox.Store, thing: NamedNode) -> Iterator[str]:
    """Yield the families of a thing's kinds."""
    for quad in store.quads_for_pattern(thing, _TYPE, None):
        if isinstance(quad.object, NamedNode) and (family := terms.family(quad.object.value.removeprefix(_Q))):
            yield family


def _size(store: ox.Store, graph: NamedNode) -> int:
    return sum(1 for _ in store.quads_for_pattern(None, None, None, graph))
