"""The graphs that no article makes, as they are put into every store: the ontology, the reference data, and what follows from the two.

What follows is that an abbreviation is another label: it is told once in the reference data, as ``q:abbreviation``, and whoever looks
for ``skos:altLabel`` finds it in the ``inferred`` graph. What the reference data tell of other data sets' names for the same thing
(``owl:sameAs``, to Wikidata and GeoNames) stands in the ``links`` graph, and as ``skos:exactMatch`` too for who does not reason.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, NamedNode, Quad, RdfFormat, Triple, parse

from qurultay import resources, terms
from qurultay.errors import PackError

__all__ = ["fingerprint", "graphs"]

_Node: TypeAlias = Any  # a subject or an object; pyoxigraph's own stubs type the two apart
_PART_OF, _ALT = NamedNode(terms.expand("rdfs:subPropertyOf")), NamedNode(terms.expand("skos:altLabel"))
_LABELS = (NamedNode(terms.expand("skos:prefLabel")), _ALT)
_SAME, _MATCH = (NamedNode(terms.expand(name)) for name in ("owl:sameAs", "skos:exactMatch"))
_FILES = {"ontology": ("ontology", ("qurultay.ttl", "roles.ttl")), "reference": ("data/reference", ("*.ttl",))}


def _files(name: str) -> tuple[Path, ...]:
    """Return the files of one shipped graph."""
    folder, patterns = _FILES[name]
    return tuple(file for pattern in patterns for file in resources.files(folder, pattern))


def fingerprint() -> str:
    """Return a hash of all shipped files that stores hold; it changes when one of them does."""
    digest = hashlib.sha256(b"ontology, reference, links, inferred\0")
    for name in _FILES:
        for file in _files(name):
            digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


@lru_cache(maxsize=1)
def graphs(*, base: str = terms.BASE) -> tuple[tuple[NamedNode, tuple[Quad, ...]], ...]:
    """Return each shipped graph's IRI and quads, entities below ``base``, without blank nodes.

    Raises :class:`~qurultay.errors.PackError` where a file is no Turtle.
    """
    return tuple((graph, tuple(quads)) for graph, quads in _graphs(base))


def _graphs(base: str) -> Iterator[tuple[NamedNode, list[Quad]]]:
    held: dict[str, list[Quad]] = {}
    for name in _FILES:
        graph = NamedNode(terms.GRAPHS[name])
        triples = (triple for file in _files(name) for triple in _triples(file))
        held[name] = [_rebased(quad, base) for quad in _named(triples, graph)]
        yield graph, [quad for quad in held[name] if quad.predicate != _SAME]
    yield NamedNode(terms.GRAPHS["links"]), list(_links(held["reference"]))
    yield NamedNode(terms.GRAPHS["inferred"]), _labels(held["ontology"], held["reference"])


def _labels(ontology: Iterable[Quad], reference: Collection[Quad]) -> list[Quad]:
    """Return as ``skos:altLabel`` what the reference data tell by a kind of it, but for what they call a label themselves.

    The union of graphs repeats what two of them tell: a label stands in one of them.
    """
    kinds = {quad.subject for quad in ontology if (quad.predicate, quad.object) == (_PART_OF, _ALT)}
    told = {(quad.subject, quad.object) for quad in reference if quad.predicate in _LABELS}
    graph = NamedNode(terms.GRAPHS["inferred"])
    found = {Quad(q.subject, _ALT, q.object, graph) for q in reference if q.predicate in kinds and (q.subject, q.object) not in told}
    return sorted(found, key=str)


def _links(reference: Iterable[Quad]) -> Iterator[Quad]:
    """Yield the identities that the reference data tell, each as ``owl:sameAs`` and as ``skos:exactMatch``."""
    graph = NamedNode(terms.GRAPHS["links"])
    for quad in reference:
        if quad.predicate == _SAME:
            yield from (Quad(quad.subject, predicate, quad.object, graph) for predicate in (_SAME, _MATCH))


def _triples(file: Path) -> Iterator[Triple]:
    """Yield the triples of a Turtle file; blank nodes of several files stay apart."""
    try:
        for quad in parse(file.read_bytes(), format=RdfFormat.TURTLE, base_iri=terms.BASE, rename_blank_nodes=True):
            yield quad.triple
    except SyntaxError as error:
        raise PackError(str(error), path=str(file)) from error


def _named(triples: Iterable[Triple], graph: NamedNode) -> list[Quad]:
    """Return quads of ``graph``; a blank node becomes an IRI below the graph's, numbered canonically (RDFC-1.0)."""
    quads = [Quad(t.subject, t.predicate, t.object, graph) for t in triples]
    if not any(isinstance(term, BlankNode) for q in quads for term in (q.subject, q.object)):
        return quads
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return [Quad(_skolem(q.subject, graph), q.predicate, _skolem(q.object, graph), graph) for q in dataset]


def _skolem(term: _Node, graph: NamedNode) -> _Node:
    return NamedNode(f"{graph.value}#{term.value}") if isinstance(term, BlankNode) else term


def _rebased(quad: Quad, base: str) -> Quad:
    """Move the IRIs of a quad from the default base to another."""
    if base == terms.BASE:
        return quad
    return Quad(_moved(quad.subject, base), quad.predicate, _moved(quad.object, base), quad.graph_name)


def _moved(term: _Node, base: str) -> _Node:
    if isinstance(term, NamedNode) and term.value.startswith(terms.BASE):
        return NamedNode(base + term.value[len(terms.BASE) :])
    return term
