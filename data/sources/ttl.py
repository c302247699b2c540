"""A small graph and its Turtle: sorted, one property a line, relative IRIs below the base, the same bytes for the same triples."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from pyoxigraph import Literal, NamedNode, RdfFormat, parse
from tables import LANGUAGES

from qurultay.terms import BASE, PREFIXES

__all__ = ["Graph", "Term"]

Term = NamedNode | Literal

VOCABULARY = PREFIXES | {"void": "http://rdfs.org/ns/void#", "gn": "https://sws.geonames.org/"}

_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")

_WIDTH = 110

_FIRST = (
    "rdf:type", "skos:notation", "q:isoCode", "skos:prefLabel", "skos:altLabel", "q:abbreviation", "q:modifier", "q:adjective",
)  # fmt: skip
"""Properties written first, in this order; the others follow by name."""


class Graph:
    """Triples about entities below the base, added as CURIEs and plain values."""

    def __init__(self) -> None:
        self._subjects: dict[str, dict[str, set[Term]]] = {}

    def __contains__(self, path: str) -> bool:
        return path in self._subjects

    def __len__(self) -> int:
        return len(self._subjects)

    def add(self, path: str, predicate: str, value: Term) -> None:
        """Say ``value`` of the entity at ``path``; what is said twice counts once."""
        self._subjects.setdefault(path, {}).setdefault(predicate, set()).add(value)

    def link(self, path: str, predicate: str, other: str) -> None:
        """Say a relation to another entity: a CURIE ("q:State"), or a path below the base ("state/AZ")."""
        self.add(path, predicate, iri(other))

    def text(self, path: str, predicate: str, words: Iterable[str], language: str) -> None:
        """Say language-tagged literals."""
        for word in words:
            self.add(path, predicate, Literal(word, language=language))

    def names(self, path: str, names: Iterable[str], language: str) -> None:
        """Say the first name as the preferred label of its language, the others as alternative ones."""
        for position, name in enumerate(dict.fromkeys(names)):
            self.text(path, "skos:altLabel" if position else "skos:prefLabel", [name], language)

    def date(self, path: str, predicate: str, value: str) -> None:
        """Say a day, a month or a year, typed as what it is."""
        kind = {4: "gYear", 7: "gYearMonth", 10: "date"}[len(value)]
        self.add(path, predicate, Literal(value, datatype=NamedNode(PREFIXES["xsd"] + kind)))

    def turtle(self) -> str:
        """Return the graph as a Turtle document.

        Raises ValueError where a parser would read other triples than were added.
        """
        blocks = [self._block(path) for path in sorted(self._subjects)]
        nodes = {node for _, predicate, value in self._triples() for node in (predicate, value) if isinstance(node, NamedNode)}
        nodes.discard(iri("rdf:type"))
        used = {_compact(node).partition(":")[0] for node in nodes if not _compact(node).startswith("<")}
        if any(isinstance(value, Literal) and _typed(value) for _, _, value in self._triples()):
            used.add("xsd")
        head = [f"@base <{BASE}> ."] + [f"@prefix {prefix}: <{VOCABULARY[prefix]}> ." for prefix in sorted(used)]
        document = "\n".join(head) + "\n\n" + "\n\n".join(blocks) + "\n"
        if {(t.subject, t.predicate, t.object) for t in parse(document, format=RdfFormat.TURTLE)} != set(self._triples()):
            raise ValueError("the Turtle written does not say what the graph says")
        return document

    def _triples(self) -> Iterable[tuple[NamedNode, NamedNode, Term]]:
        for path, facts in self._subjects.items():
            for predicate, objects in facts.items():
                for value in objects:
                    yield iri(path), iri(predicate), value

    def _block(self, path: str) -> str:
        facts = self._subjects[path]
        lines = []
        for predicate in sorted(facts, key=lambda p: (_FIRST.index(p) if p in _FIRST else len(_FIRST), p)):
            name = "a" if predicate == "rdf:type" else predicate
            lines.append(f"{name} " + _objects(sorted(facts[predicate], key=_order)))
        return f"<{path}> " + " ;\n    ".join(lines) + " ."


def iri(name: str) -> NamedNode:
    """Return the node of a CURIE, of a full IRI, or of a path below the base."""
    if name.startswith(("https://", "http://")):
        return NamedNode(name)
    prefix, colon, local = name.partition(":")
    return NamedNode(VOCABULARY[prefix] + local if colon else BASE + name)


def _order(value: Term) -> tuple[int, str, str]:
    if isinstance(value, NamedNode):
        return 0, "", value.value
    language = value.language or ""
    return 1 + (LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES)), value.value, str(value.datatype)


def _objects(values: list[Term]) -> str:
    """Return the objects on one line where they fit, and else one line a language."""
    line = ", ".join(map(_write, values))
    if len(line) <= _WIDTH:
        return line
    return ",\n        ".join(", ".join(map(_write, group)) for _, group in groupby(values, key=lambda value: _order(value)[0]))


def _typed(literal: Literal) -> bool:
    return literal.datatype.value.startswith(PREFIXES["xsd"]) and not literal.datatype.value.endswith("#string")


def _write(value: Term) -> str:
    if isinstance(value, NamedNode):
        return _compact(value)
    if _typed(value):
        return f"{Literal(value.value)}^^xsd:{value.datatype.value.removeprefix(PREFIXES['xsd'])}"
    return str(value)


def _compact(node: NamedNode) -> str:
    if node.value.startswith(BASE):
        return f"<{node.value.removeprefix(BASE)}>"
    for prefix, namespace in VOCABULARY.items():
        local = node.value.removeprefix(namespace)
        if local != node.value and _LOCAL.fullmatch(local):
            return f"{prefix}:{local}"
    return str(node)
