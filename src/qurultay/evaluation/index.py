"""A dump of a store, indexed for scoring: article graphs apart, labels and kinds of things together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from qurultay.evaluation.names import normal
from qurultay.terms import FAMILIES, GRAPHS, PREFIXES, expand

__all__ = ["Index", "Node", "Term"]

Node: TypeAlias = NamedNode | BlankNode
Term: TypeAlias = NamedNode | BlankNode | Literal | Triple

_LABELS = frozenset(map(expand, ("rdfs:label", "skos:prefLabel", "skos:altLabel", "schema:name", "foaf:name")))
_TYPE, _ISO, _JURISDICTION, _IDENTIFIER = map(expand, ("rdf:type", "q:isoCode", "q:jurisdiction", "schema:identifier"))
_REFERENCE = NamedNode(GRAPHS["reference"])


class Index:
    """What a dump says, in plain dictionaries.

    >>> baku, label, kind, place = (NamedNode(n) for n in ("urn:baku", *map(expand, ("rdfs:label", "rdf:type", "q:Place"))))
    >>> index = Index([Quad(baku, label, Literal("Bakı", language="az")), Quad(baku, kind, place)])
    >>> index.labels(baku), index.kinds(baku)
    (frozenset({'baki'}), frozenset({'Place'}))
    """

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.graphs: dict[object, list[tuple[Node, str, Term]]] = defaultdict(list)
        self.articles: dict[str, tuple[object, Node]] = {}
        self._labels: dict[Term, set[str]] = defaultdict(set)
        self._kinds: dict[Term, set[str]] = defaultdict(set)
        self._iso: dict[Term, str] = {}
        self._jurisdiction: dict[Term, Term] = {}
        for quad in quads:
            self._take(quad)
        self._reference = frozenset(subject for subject, _, _ in self.graphs.get(_REFERENCE, ()))

    def _take(self, quad: Quad) -> None:
        subject, predicate, obj, graph = quad.subject, quad.predicate.value, quad.object, quad.graph_name
        if isinstance(subject, Triple):
            return
        self.graphs[graph].append((subject, predicate, obj))
        if predicate == _TYPE and isinstance(obj, NamedNode) and obj.value.startswith(PREFIXES["q"]):
            self._kinds[subject].add(obj.value.removeprefix(PREFIXES["q"]))
        elif predicate in _LABELS and isinstance(obj, Literal):
            self._labels[subject].add(obj.value)
        elif predicate == _ISO and isinstance(obj, Literal):
            self._iso[subject] = obj.value
        elif predicate == _JURISDICTION:
            self._jurisdiction[subject] = obj
        elif predicate == _IDENTIFIER:
            self.articles.setdefault(obj.value if isinstance(obj, Literal) else str(obj), (graph, subject))

    def labels(self, node: Term) -> frozenset[str]:
        """Return the normal forms of a thing's labels in whatever graph."""
        return frozenset(map(normal, self._labels.get(node, ())))

    def kinds(self, node: Term) -> frozenset[str]:
        """Return the local names of a thing's classes in the ontology."""
        return frozenset(self._kinds.get(node, ()))

    def is_new(self, node: Term) -> bool:
        """Tell whether a thing is an organisation that the reference data do not know."""
        return node not in self._reference and bool(self.kinds(node) & FAMILIES["organization"])

    def iso(self, node: Term) -> str | None:
        """Return a state's ISO 3166-1 code."""
        return self._iso.get(node)

    def iso_of_jurisdiction(self, node: Term) -> str | None:
        """Return the ISO code of the state whose organisation this is."""
        return self._iso.get(self._jurisdiction[node]) if node in self._jurisdiction else None
