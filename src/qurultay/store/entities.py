"""What several articles say of one entity, its kind and names, said once: the ``entities`` graph.

An article graph claims these triples but does not state them, since Oxigraph's union of graphs does not
deduplicate. The graph is a function of the article graphs and the reference data alone: a triple stands in it
where some article's claims give it and the reference data does not already hold it. Each replaced article brings a
small difference, worked out here.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, Triple

from qurultay import terms
from qurultay.graph import naming_triples
from qurultay.store.base import Held

__all__ = ["derived", "difference", "supported"]

_GRAPH = NamedNode(terms.GRAPHS["entities"])
_REFERENCE, _INFERRED = NamedNode(terms.GRAPHS["reference"]), NamedNode(terms.GRAPHS["inferred"])
_TYPE = NamedNode(terms.expand("rdf:type"))
_ALT = NamedNode(terms.expand("skos:altLabel"))
_LABELS = tuple(NamedNode(terms.expand(name)) for name in ("skos:prefLabel", "skos:altLabel", "rdfs:label"))
_SUBJECT, _PREDICATE, _OBJECT = (NamedNode(terms.expand(f"rdf:{name}")) for name in ("subject", "predicate", "object"))


def difference(
    held: Held,
    changes: Mapping[NamedNode, tuple[set[Quad], set[Quad]]],
    *,
    claimed: Callable[..., set[Triple]],
) -> tuple[set[Quad], set[Quad]]:
    """Return the entity quads that go and those that come when articles' graphs turn from what they hold into something else.

    ``changes`` gives for each article what its graph holds and what it is to hold; ``claimed(triples, but=articles)`` returns those
    triples that a claim of another article gives.
    """
    before = set().union(*(naming_triples(old) for old, _ in changes.values()))
    after = set().union(*(naming_triples(new) for _, new in changes.values()))
    doubtful = {t for t in before - after if _quad(t) in held}
    gone = {_quad(t) for t in doubtful - claimed(doubtful, but=set(changes))} if doubtful else set()
    come = {quad for t in after - before if _wanted(held, t) and (quad := _quad(t)) not in held}
    return gone, come


def derived(held: Held, articles: Iterable[set[Quad]]) -> Iterator[Quad]:
    """Yield the quads that the entities graph must hold, from the claims of all articles; ``held`` has the reference data."""
    seen: set[Triple] = set()
    for quads in articles:
        for triple in naming_triples(quads) - seen:
            seen.add(triple)
            if _wanted(held, triple):
                yield _quad(triple)


def supported(store: ox.Store, triple: Triple, *, but: Container[NamedNode]) -> bool:
    """Tell whether a claim in an article that is not in ``but`` gives the triple."""
    if isinstance(triple.object, NamedNode):  # a class has more claims than one entity has, a name has fewer
        claims = store.quads_for_pattern(None, _SUBJECT, triple.subject)
    else:
        claims = store.quads_for_pattern(None, _OBJECT, triple.object)
    for claim in claims:
        if (
            claim.graph_name not in but
            and Quad(claim.subject, _SUBJECT, triple.subject, claim.graph_name) in store
            and Quad(claim.subject, _OBJECT, triple.object, claim.graph_name) in store
            and Quad(claim.subject, _PREDICATE, triple.predicate, claim.graph_name) in store
        ):
            return True
    return False


def _wanted(held: Held, triple: Triple) -> bool:
    """Tell whether a triple adds to the reference data: another name of a known entity does, its kind does not."""
    if next(held.quads_for_pattern(triple.subject, _TYPE, None, _REFERENCE), None) is None:
        return True
    told = (Quad(triple.subject, p, triple.object, graph) for graph in (_REFERENCE, _INFERRED) for p in _LABELS)
    return triple.predicate == _ALT and all(quad not in held for quad in told)


def _quad(triple: Triple) -> Quad:
    return Quad(triple.subject, triple.predicate, triple.object, _GRAPH)
