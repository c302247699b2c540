"""Merges, candidates and decisions as triples of the ``identity`` graph.

::

    <person/kamran-aliyev> dcterms:isReplacedBy <person/kamran-aliyev-pgo-az> .
    <merge/5c2e…> a q:Merge ; q:left <person/kamran-aliyev> ; q:kept <person/kamran-aliyev-pgo-az> ; q:comparedWith <…> ;
        q:score 0.8 ; q:reason "one name, nothing against it"@en ; q:method "name" .
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from qurultay import terms
from qurultay.identity import Merge, Verdict
from qurultay.identity.decisions import Decision
from qurultay.store.base import Held

__all__ = ["candidate_quads", "decision_quads", "decisions_in", "merge_quads", "replaced_by"]

_GRAPH = NamedNode(terms.GRAPHS["identity"])
_TYPE, _REPLACED = NamedNode(terms.expand("rdf:type")), NamedNode(terms.expand("dcterms:isReplacedBy"))
_DECIMAL = NamedNode(terms.expand("xsd:decimal"))


def merge_quads(merge: Merge, *, base: str) -> Iterator[Quad]:
    """Yield what the identity graph says of a merge."""
    left, kept, other = (NamedNode(terms.iri(path, base=base)) for path in (merge.left, merge.kept, merge.other))
    node = NamedNode(terms.iri(f"merge/{terms.digest(merge.left)}", base=base))
    yield Quad(left, _REPLACED, kept, _GRAPH)
    yield Quad(node, _TYPE, _q("Merge"), _GRAPH)
    yield Quad(node, _q("left"), left, _GRAPH)
    yield Quad(node, _q("kept"), kept, _GRAPH)
    yield Quad(node, _q("comparedWith"), other, _GRAPH)
    yield from _judged(node, merge.verdict)


def candidate_quads(one: str, other: str, verdict: Verdict, *, base: str) -> Iterator[Quad]:
    """Yield what the identity graph says of two keys that nearly were one."""
    pair = sorted((one, other))
    node = NamedNode(terms.iri(f"candidate/{terms.digest(*pair)}", base=base))
    yield Quad(node, _TYPE, _q("Candidate"), _GRAPH)
    for path in pair:
        yield Quad(node, _q("candidate"), NamedNode(terms.iri(path, base=base)), _GRAPH)
    yield from _judged(node, verdict)


def decision_quads(decision: Decision, *, base: str) -> Iterator[Quad]:
    """Yield what the identity graph says of a decision."""
    node = NamedNode(terms.iri(f"decision/{terms.digest(*decision.pair)}", base=base))
    yield Quad(node, _TYPE, _q("Decision"), _GRAPH)
    for path in decision.pair:
        yield Quad(node, _q("decidedOn"), NamedNode(terms.iri(path, base=base)), _GRAPH)
    yield Quad(node, _q("verdict"), Literal("same" if decision.same else "different"), _GRAPH)
    if decision.note:
        yield Quad(node, _q("note"), Literal(decision.note), _GRAPH)


def decisions_in(graph: Held, *, base: str) -> Iterator[Decision]:
    """Yield the decisions that a store holds."""
    for quad in graph.quads_for_pattern(None, _TYPE, _q("Decision"), _GRAPH):
        said: dict[NamedNode, list[str]] = {}
        for told in graph.quads_for_pattern(quad.subject, None, None, _GRAPH):
            if isinstance(told.object, NamedNode | Literal):
                said.setdefault(told.predicate, []).append(told.object.value)
        one, other = sorted(value.removeprefix(base) for value in said[_q("decidedOn")])
        yield Decision((one, other), said[_q("verdict")][0] == "same", next(iter(said.get(_q("note"), ())), ""))


def replaced_by(graph: Held, path: str, *, base: str) -> str:
    """Return the key that stands for a local key; "" where the store has none."""
    node = NamedNode(terms.iri(path, base=base))
    found = next(graph.quads_for_pattern(node, _REPLACED, None, _GRAPH), None)
    return found.object.value.removeprefix(base) if found is not None and isinstance(found.object, NamedNode) else ""


def _judged(node: NamedNode, verdict: Verdict) -> Iterator[Quad]:
    score = f"{verdict.score:.3f}".rstrip("0").rstrip(".")
    yield Quad(node, _q("score"), Literal(score, datatype=_DECIMAL), _GRAPH)
    yield Quad(node, _q("reason"), Literal(verdict.reason, language="en"), _GRAPH)
    yield Quad(node, _q("method"), Literal(verdict.method), _GRAPH)


def _q(name: str) -> NamedNode:
    return NamedNode(terms.expand(f"q:{name}"))
