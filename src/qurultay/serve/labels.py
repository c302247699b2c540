"""Says what things are called, in the language that is wanted, from what a store holds of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode

from qurultay import terms
from qurultay.language.folding import capitalised

__all__ = ["Labels"]

_TYPE = NamedNode(terms.expand("rdf:type"))
_PREFERRED, _LABEL = (NamedNode(terms.expand(name)) for name in ("skos:prefLabel", "rdfs:label"))
_OTHER, _HEADLINE = (NamedNode(terms.expand(name)) for name in ("skos:altLabel", "schema:headline"))
_POST = tuple(NamedNode(terms.expand(f"org:{name}")) for name in ("member", "role", "organization"))
_WHEN = tuple(NamedNode(terms.expand(f"schema:{name}")) for name in ("startDate", "endDate"))
_WHERE = NamedNode(terms.expand("schema:location"))
_SIGNED = NamedNode(terms.expand("q:signedOn"))
_GENERAL = frozenset(terms.expand(name) for name in ("q:Event", "q:Organization", "q:Document"))


class Labels:
    """What the things of a store are called; ``language`` is tried first, then the others."""

    def __init__(self, store: ox.Store, *, base: str, language: str) -> None:
        self._store, self._base = store, base
        self._order = [language, *(other for other in terms.LANGUAGES if other != language), ""]
        self._known: dict[Any, str] = {}

    def of(self, node: Any) -> str:
        """Return what a thing is called: by its own name, or for an event, a document or a post by what is told of it."""
        if isinstance(node, Literal):
            return str(node.value)
        if node not in self._known:
            self._known[node] = self._path(node)  # what a thing is called by others may come round to it
            self._known[node] = self._own(node) or self._made(node) or self._path(node)
        return self._known[node]

    def of_post(self, node: Any, *, but: NamedNode) -> str:
        """Return what a post is called on the page of its person or body (``but``), which need not be named there again."""
        person, role, body = ([one for one in self._objects(node, predicate) if one != but] for predicate in _POST)
        return ", ".join(self.of(one[0]) for one in (person, role, body) if one) if role else ""

    def names(self, node: NamedNode) -> dict[str, list[str]]:
        """Return all names of a thing by language, each once, the preferred first."""
        found: dict[str, list[str]] = {}
        for predicate in (_PREFERRED, _LABEL, _OTHER):
            for literal in self._literals(node, predicate):
                told = found.setdefault(literal.language or "", [])
                if literal.value not in told:
                    told.append(literal.value)
        return {language: found[language] for language in sorted(found, key=self._place)}

    def kinds(self, node: NamedNode) -> list[NamedNode]:
        """Return the classes of a thing, without the most general where there is another."""
        found = sorted({q.object for q in self._store.quads_for_pattern(node, _TYPE, None) if isinstance(q.object, NamedNode)}, key=str)
        own = [kind for kind in found if kind.value.startswith((terms.PREFIXES["q"], terms.PREFIXES["org"]))]
        return [kind for kind in own if kind.value not in _GENERAL] or own or found

    def _own(self, node: NamedNode) -> str:
        for predicate in (_PREFERRED, _LABEL, _HEADLINE, _OTHER):
            found = sorted(self._literals(node, predicate), key=lambda it: (self._place(it.language or ""), -len(it.value), it.value))
            if found:
                return str(found[0].value)
        return ""

    def _made(self, node: NamedNode) -> str:
        person, role, body = (self._objects(node, predicate) for predicate in _POST)
        if role or (person and body):
            return ", ".join(self.of(one[0]) for one in (person, role, body) if one)
        kinds = self.kinds(node)
        if not kinds or not node.value.startswith(self._base):
            return ""
        days = [value.value for predicate in (*_WHEN, _SIGNED) for value in self._objects(node, predicate)[:1]]
        return ", ".join(
            [
                capitalised(self.of(kinds[0]), self._order[0]),
                *dict.fromkeys(days),
                *(self.of(place) for place in self._objects(node, _WHERE)[:1]),
            ]
        )

    def _path(self, node: Any) -> str:
        return node.value.removeprefix(self._base) if node.value.startswith(self._base) else terms.curie(node.value)

    def _place(self, language: str) -> int:
        return self._order.index(language) if language in self._order else len(self._order)

    def _literals(self, node: NamedNode, predicate: NamedNode) -> Iterator[Literal]:
        found = {quad.object for quad in self._store.quads_for_pattern(node, predicate, None)}
        yield from sorted((value for value in found if isinstance(value, Literal)), key=str)

    def _objects(self, node: NamedNode, predicate: NamedNode) -> list[Any]:
        return sorted({quad.object for quad in self._store.quads_for_pattern(node, predicate, None)}, key=str)
