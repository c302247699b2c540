"""Checks a graph against the shapes: the gate before the store, and the audit of a whole store.

The shapes stand in ``ontology/shapes.ttl``; they are read and compiled once. The data are given to the engine
with the class hierarchy of the ontology beside them, so that a seminar is known to be an event.

Source: W3C Shapes Constraint Language (SHACL), sections 2 to 5.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

import pyoxigraph as ox

from qurultay.terms import GRAPHS, expand
from qurultay.validation.engines import Engine, run
from qurultay.validation.report import SHAPES, Finding, Report, Severity, node, parse_term
from qurultay.validation.shapes import hierarchy, shipped_shapes

__all__ = ["CONTEXT", "Engine", "Finding", "Report", "Severity", "validate"]

_EVIDENCE = SHAPES + "EvidenceGroup"

CONTEXT = frozenset(
    expand(name) for name in ("rdf:type", "rdfs:label", "skos:prefLabel", "skos:altLabel", "q:isoCode", "schema:foundingDate")
)
"""What the shapes must know of the entities that an article names: predicates worth giving as context."""


def validate(
    data: Iterable[ox.Quad | ox.Triple],
    *,
    context: Iterable[ox.Quad | ox.Triple] = (),
    only: Collection[str] = (),
    engine: Engine = "turbo",
) -> Report:
    """Check the union of ``data`` against the shapes.

    ``data`` is an article's graph with the naming triples of its entities, or a whole store (a
    ``pyoxigraph.Store`` is such an iterable); triples that several graphs repeat count once. ``context`` is
    what is known besides of the entities that the data name (see :data:`CONTEXT`): it is consulted, but
    nodes that only the context speaks of are not judged. Evidence is asked of articles only: not of the
    context, nor of quads in the graphs that belong to no article. ``only`` names the shapes to apply (local
    names; all where empty). No data conform.

    >>> event = ox.NamedNode("https://w3id.org/qurultay/id/event/x")
    >>> report = validate([ox.Triple(event, ox.NamedNode(expand("rdf:type")), ox.NamedNode(expand("q:Seminar")))])
    >>> sorted({found.shape for found in report.findings})
    ['EventAnchored', 'EventEvidence', 'EventStatus']
    """
    judged, told = _sift(data)
    known, _ = _sift(context)
    source = (ox.serialize(judged | known, format=ox.RdfFormat.N_TRIPLES) or b"") + hierarchy()
    if not (found := run(source, only, engine)):
        return Report(())
    subjects = {str(triple.subject) for triple in judged} if known else None
    kept = {one for one in found if _counts(one, subjects, told)}
    return Report(tuple(sorted(kept, key=_order)))


def _counts(found: Finding, subjects: set[str] | None, told: set[ox.Triple]) -> bool:
    """True where a finding is about the data: not about the context alone, nor evidence asked of reference data."""
    focus = parse_term(found.focus)
    asks_evidence = shipped_shapes().groups[found.shape] == _EVIDENCE
    if asks_evidence and found.path and found.value and not isinstance(focus, ox.Literal):
        return ox.Triple(focus, node(found.path), parse_term(found.value)) in told
    return subjects is None or found.focus in subjects or found.focus.startswith("_:")


def _order(found: Finding) -> tuple[int, str, str, str, str]:
    rank = ("Violation", "Warning", "Info").index(found.severity)
    return rank, found.shape, found.focus, found.path or "", found.value or ""


def _sift(data: Iterable[ox.Quad | ox.Triple]) -> tuple[set[ox.Triple], set[ox.Triple]]:
    """Return the distinct triples of ``data``, and those of them that an article tells."""
    everything: set[ox.Triple] = set()
    told: set[ox.Triple] = set()
    silent = {ox.NamedNode(name) for name in GRAPHS.values()}
    for statement in data:
        if isinstance(statement, ox.Triple):
            triple, from_article = statement, True
        else:
            triple, from_article = statement.triple, statement.graph_name not in silent
        everything.add(triple)
        if from_article:
            told.add(triple)
    return everything, told
