"""The shapes file and the class hierarchy, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import pyoxigraph as ox
import rdflib
from rdflib.namespace import SH

from qurultay import resources
from qurultay.terms import PREFIXES, curie
from qurultay.validation.report import SHAPES, Severity, node

__all__ = ["Shapes", "hierarchy", "shipped_shapes"]


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shapes file, read once: as a graph, and by shape what a finding repeats of it."""

    graph: rdflib.Graph
    messages: dict[str, tuple[str, str]]
    severities: dict[str, Severity]
    groups: dict[str, str]
    paths: dict[str, str | None]


@cache
def shipped_shapes() -> Shapes:
    """Return the shapes of ``ontology/shapes.ttl``."""
    graph = rdflib.Graph(bind_namespaces="none").parse(data=resources.text("ontology/shapes.ttl"), format="turtle")
    messages, severities, groups, paths = {}, {}, {}, {}
    for shape in graph.subjects(SH.severity):
        name = str(shape).removeprefix(SHAPES)
        told = {message.language: str(message) for message in graph.objects(shape, SH.message) if isinstance(message, rdflib.Literal)}
        messages[name] = told["en"], told["az"]
        severities[name] = _severity(str(graph.value(shape, SH.severity)))
        groups[name] = str(graph.value(shape, SH.group))
        paths[name] = _path(graph, graph.value(shape, SH.path))
    return Shapes(graph, messages, severities, groups, paths)


def _severity(value: str) -> Severity:
    level = value.removeprefix(str(SH))
    if level == "Violation":
        return "Violation"
    return "Warning" if level == "Warning" else "Info"


def _path(graph: rdflib.Graph, node: Any) -> str | None:
    if node is None:
        return None
    choices = graph.value(node, SH.alternativePath)
    if choices is None:
        return curie(str(node))
    return "|".join(curie(str(choice)) for choice in graph.items(choices))


@cache
def hierarchy() -> bytes:
    """Return the ontology's own class hierarchy as N-Triples: what ``sh:class`` and ``sh:targetClass`` follow."""
    wanted = node("rdfs:subClassOf")
    triples = ox.parse(path=resources.path("ontology/qurultay.ttl"), format=ox.RdfFormat.TURTLE)
    own = {quad.triple for quad in triples if quad.predicate == wanted and quad.object.value.startswith(PREFIXES["q"])}
    return ox.serialize(sorted(own, key=str), format=ox.RdfFormat.N_TRIPLES) or b""
