"""Writes JSON-LD that reads like plain JSON: nested, with short names from ``ontology/context.jsonld``, and no triple lost or added.

Each named graph is one object; in it stand the article, its events with their documents and parts, its people with their posts, and
with each thing the claims about it, quote and place included. The same context is written into the document, so that nobody has to fetch
it. A thing that is only referred to has its ``name`` beside its ``id``: the context maps that key to nothing, so that it is there for
the reader of JSON, and is no triple.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import IO, Any, TypeAlias

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from qurultay import resources, terms
from qurultay.exports.context import Context, Term

__all__ = ["context", "write_jsonld"]

_Json: TypeAlias = dict[str, Any]
_Properties: TypeAlias = dict[str, list[Any]]

_CONTEXT = "ontology/context.jsonld"
_TYPE, _OWNS = terms.expand("rdf:type"), terms.expand("oa:hasSelector")
_NAMES = tuple(map(terms.expand, ("skos:prefLabel", "rdfs:label")))
_FIRST = ("article", "event", "document", "person", "organization", "place", "state")
_INTEGER = re.compile(r"0|-?[1-9]\d{0,14}")


@cache
def context() -> Context:
    """Return the shipped context."""
    return Context.parse(resources.text(_CONTEXT))


def write_jsonld(quads: Iterable[Quad], output: IO[bytes]) -> int:
    """Write quads as one JSON-LD document, the same bytes for the same quads, and return how many there are."""
    ordered = sorted(set(quads), key=_place)
    writer = _Writer(context(), _names(ordered))
    output.write(b'{\n"@context": ' + json.dumps(writer.context.terms, ensure_ascii=False).encode() + b',\n"@graph": [')
    for number, part in enumerate(writer.graphs(ordered)):
        output.write((",\n" if number else "\n").encode() + json.dumps(part, ensure_ascii=False, indent=1).encode())
    output.write(b"\n]\n}\n")
    return len(ordered)


def _names(quads: Iterable[Quad]) -> dict[Any, str]:
    """Return what each thing is called: its preferred label or its label, in the first language that has one."""
    found: dict[Any, tuple[tuple[int, int, str], str]] = {}
    for quad in quads:
        if quad.predicate.value in _NAMES and isinstance(quad.object, Literal):
            language = quad.object.language or ""
            place = terms.LANGUAGES.index(language) if language in terms.LANGUAGES else len(terms.LANGUAGES)
            key = (place, _NAMES.index(quad.predicate.value), quad.object.value)
            if quad.subject not in found or key < found[quad.subject][0]:
                found[quad.subject] = (key, quad.object.value)
    return {node: name for node, (_, name) in found.items()}


@dataclass(slots=True)
class _Nest:
    """The things of one graph: what is said of each, in what each is nested and by which name, and what owns it."""

    nodes: dict[Any, _Properties]
    above: dict[Any, tuple[Any, Term]] = field(default_factory=dict)
    children: dict[Any, list[Any]] = field(default_factory=dict)
    owner: dict[Any, Any] = field(default_factory=dict)

    def is_below(self, node: Any, other: Any) -> bool:
        """Tell whether a thing is another, or nested in it."""
        while node != other and (node in self.above or node in self.owner):
            node = self.above[node][0] if node in self.above else self.owner[node]
        return bool(node == other)


class _Writer:
    """Nests the things of each graph."""

    def __init__(self, names: Context, called: Mapping[Any, str]) -> None:
        self.context, self._called = names, called

    def graphs(self, ordered: Iterable[Quad]) -> Iterator[_Json]:
        """Yield one object for each named graph, and those of the default graph as they are."""
        graph: Any = None
        nodes: dict[Any, _Properties] = {}
        for quad in ordered:
            if quad.graph_name != graph:
                yield from self._graph(graph, nodes)
                graph, nodes = quad.graph_name, {}
            nodes.setdefault(quad.subject, {}).setdefault(quad.predicate.value, []).append(quad.object)
        yield from self._graph(graph, nodes)

    def _graph(self, graph: Any, nodes: dict[Any, _Properties]) -> Iterator[_Json]:
        if not nodes:
            return
        nest = _nested(nodes, self.context.inverse)
        roots = sorted({*nodes, *nest.children} - nest.above.keys() - nest.owner.keys(), key=lambda node: _order(node, graph))
        things = [self._thing(root, nest) for root in roots]
        if isinstance(graph, DefaultGraph):
            yield from things
        else:
            yield {"id": _id(graph), "@graph": things}

    def _thing(self, node: Any, nest: _Nest) -> _Json:
        """Return a thing with all that the graph says of it and what is nested in it."""
        found = self._card(node)
        above, by = nest.above.get(node, (None, None))
        for predicate, objects in sorted(nest.nodes.get(node, {}).items(), key=lambda told: (told[0] != _TYPE, told[0])):
            kept = [o for o in objects if by is None or (predicate, o) != (by.iri, above)]
            if predicate == _TYPE and all(isinstance(o, NamedNode) for o in kept):
                kinds = [self.context.vocab(o.value) for o in kept]
                found["type"] = kinds if len(kinds) > 1 else kinds[0]
            elif predicate == _OWNS:
                found[self.context.vocab(predicate)] = [
                    self._thing(o, nest) if nest.owner.get(o) == node else self._value(o, None) for o in kept
                ]
            elif kept:
                found.update(self._property(predicate, kept))
        for child in nest.children.get(node, []):
            found.setdefault(nest.above[child][1].name, []).append(self._thing(child, nest))
        return found

    def _property(self, predicate: str, objects: list[Any]) -> Iterator[tuple[str, Any]]:
        """Yield the key and the value of a property; of labels a second pair where some have no language."""
        term = self.context.forward.get(predicate)
        if term is not None and term.by_language:
            tagged = [o for o in objects if isinstance(o, Literal) and o.language]
            objects = [o for o in objects if o not in tagged]
            if tagged:
                yield term.name, _by_language(tagged, always=term.always_list)
            term = None
        values = [self._value(o, term) for o in objects]
        if values:
            name = term.name if term is not None else self.context.key(predicate)
            yield name, values if len(values) > 1 or (term is not None and term.always_list) else values[0]

    def _value(self, value: Any, term: Term | None) -> Any:
        if not isinstance(value, Literal):
            if term is not None and term.kind == "@vocab" and isinstance(value, NamedNode):
                return self.context.vocab(value.value)
            card = self._card(value)
            return card["id"] if len(card) == 1 and term is not None and term.kind == "@id" else card
        if value.language:
            return {"@value": value.value, "@language": value.language}
        datatype = terms.curie(value.datatype.value)
        coerced = term.kind if term is not None else ""
        if datatype == coerced or (datatype == "xsd:string" and not coerced):
            return value.value
        if datatype == "xsd:integer" and not coerced and _INTEGER.fullmatch(value.value):
            return int(value.value)
        return {"@value": value.value} | ({} if datatype == "xsd:string" else {"@type": self.context.vocab(value.datatype.value)})

    def _card(self, node: Any) -> _Json:
        """Return a thing's address, and what it is called."""
        return {"id": _id(node)} | ({"name": self._called[node]} if node in self._called else {})


def _place(quad: Quad) -> tuple[bool, str, str]:
    """Put articles before the graphs that belong to none."""
    return _id(quad.graph_name) in terms.GRAPHS.values(), str(quad.graph_name), str(quad)


def _id(node: Any) -> str:
    return str(node.value) if isinstance(node, NamedNode) else str(node)


def _order(node: Any, graph: Any) -> tuple[bool, int, str]:
    """Put the article itself first, then events, documents, people and the rest."""
    segments = set(_id(node).split("/")[:-1])
    return node != graph, next((i for i, family in enumerate(_FIRST) if family in segments), len(_FIRST)), _id(node)


def _nested(nodes: dict[Any, _Properties], inverse: Iterable[Term]) -> _Nest:
    """Return how the things of one graph are nested: in the first thing that an inverse name tells, and never in themselves."""
    nest = _Nest(nodes)
    for term in inverse:
        for node, properties in nodes.items():
            above = next((o for o in properties.get(term.iri, []) if not isinstance(o, Literal)), None)
            if above is not None and node not in nest.above and not nest.is_below(above, node):
                nest.above[node] = (above, term)
                nest.children.setdefault(above, []).append(node)
    for node, properties in nodes.items():
        for owned in properties.get(_OWNS, []):
            if owned in nodes and owned not in nest.above and not nest.is_below(node, owned):
                nest.owner.setdefault(owned, node)
    return nest


def _by_language(literals: Iterable[Literal], *, always: bool) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for literal in literals:
        found.setdefault(literal.language or "", []).append(literal.value)
    return {language: texts if always or len(texts) > 1 else texts[0] for language, texts in sorted(found.items())}
