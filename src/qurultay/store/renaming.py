"""Puts other IRIs in place of those of an article's graph: the keys that are kept in place of local ones.

A post's IRI follows from its person, role and body, and is made anew where one of these gets another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pyoxigraph import NamedNode, Quad

from qurultay import terms
from qurultay.identity import membership_path

__all__ = ["renamed"]

_TYPE, _MEMBERSHIP = NamedNode(terms.expand("rdf:type")), NamedNode(terms.expand("org:Membership"))
_SLOTS = tuple(NamedNode(terms.expand(f"org:{name}")) for name in ("member", "role", "organization"))


def renamed(quads: Iterable[Quad], names: Mapping[NamedNode, NamedNode], *, base: str) -> set[Quad]:
    """Return an article's quads with each key of ``names`` replaced by its value."""
    held = set(quads)
    if not names:
        return held
    names = {**names, **_memberships(held, names, base)}
    if not names:
        return held
    return {_renamed(quad, names) if quad.subject in names or quad.object in names else quad for quad in held}


def _renamed(quad: Quad, names: Mapping[Any, NamedNode]) -> Quad:
    return Quad(names.get(quad.subject, quad.subject), quad.predicate, names.get(quad.object, quad.object), quad.graph_name)


def _memberships(quads: set[Quad], names: Mapping[Any, NamedNode], base: str) -> dict[NamedNode, NamedNode]:
    """Return the new IRI of each post of which a part is renamed."""
    posts: set[Any] = {quad.subject for quad in quads if quad.object == _MEMBERSHIP and quad.predicate == _TYPE}
    slots: dict[Any, list[set[str]]] = {post: [set(), set(), set()] for post in posts}
    touched: set[Any] = set()
    for quad in quads:
        if quad.subject in slots and quad.predicate in _SLOTS:
            term: Any = names.get(quad.object, quad.object)
            touched |= {quad.subject} if quad.object in names else set()
            value = terms.curie(term.value) if isinstance(term, NamedNode) else term.value
            slots[quad.subject][_SLOTS.index(quad.predicate)].add(value.removeprefix(base))
    found = {node: membership_path(*(sorted(slot) for slot in slots[node])) for node in touched}
    return {node: NamedNode(terms.iri(path, base=base)) for node, path in found.items() if path}
