"""Checks a graph against the shapes: the gate before the store, and the audit of a whole store.

The shapes stand in ``ontology/shapes.ttl``; they are read and compiled once. The data are given to
the engine as N-Triples, with the class hierarchy of the ontology beside them, so that a seminar is
known to be an event. ``pyshacl-turbo`` is the fast engine, ``pyshacl`` the reference; a test keeps the
two in agreement, and the reference takes over where the fast one is missing or does not implement
something.

Source: W3C Shapes Constraint Language (SHACL), sections 2 to 5.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any, Literal

import pyoxigraph as ox
import rdflib
from rdflib.namespace import RDFS, SH

from qurultay import resources
from qurultay.terms import GRAPHS, PREFIXES, curie, expand

__all__ = ["CONTEXT", "Engine", "Finding", "Report", "Severity", "validate"]

Engine = Literal["turbo", "pyshacl"]
Severity = Literal["Violation", "Warning", "Info"]

SHAPES = "https://w3id.org/qurultay/shapes#"
EVIDENCE = SHAPES + "EvidenceGroup"

CONTEXT = frozenset(
    expand(name) for name in ("rdf:type", "rdfs:label", "skos:prefLabel", "skos:altLabel", "q:isoCode", "schema:foundingDate")
)
"""What the shapes must know of the entities that an article names: predicates worth giving as context."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a shape found wrong.

    ``focus`` and ``value`` are in N-Triples syntax, ``path`` is a CURIE or several joined by ``|``;
    ``path`` and ``value`` are None where the shape speaks of the focus node as a whole. ``shape`` is the
    shape's local name, such as ``EventDateOrder``.
    """

    focus: str
    path: str | None
    value: str | None
    shape: str
    severity: Severity
    message_en: str
    message_az: str


@dataclass(frozen=True, slots=True)
class Report:
    """What validation found, sorted by severity, shape and focus node.

    >>> Report(()).conforms
    True
    """

    findings: tuple[Finding, ...]

    @property
    def conforms(self) -> bool:
        """True where nothing violates; warnings and infos may stand."""
        return not any(finding.severity == "Violation" for finding in self.findings)

    def as_text(self, *, language: Literal["en", "az"] = "en") -> str:
        """Return a block of lines for each finding, and a last line that counts them.

        >>> print(Report(()).as_text())
        conforms: 0 violations, 0 warnings
        """
        blocks = []
        for found in self.findings:
            told = " ".join(part for part in (found.path, found.value) if part)
            message = found.message_az if language == "az" else found.message_en
            blocks.append(f"{found.severity} {found.shape}\n  {found.focus}{' ' + told if told else ''}\n  {message}\n")
        counts = {level: sum(found.severity == level for found in self.findings) for level in ("Violation", "Warning")}
        verdict = "conforms" if self.conforms else "does not conform"
        blocks.append(f"{verdict}: {counts['Violation']} violations, {counts['Warning']} warnings")
        return "\n".join(blocks)

    def as_json(self) -> str:
        """Return ``{"conforms": bool, "findings": [{...}]}`` with the fields of :class:`Finding`.

        >>> Report(()).as_json()
        '{"conforms": true, "findings": []}'
        """
        return json.dumps({"conforms": self.conforms, "findings": [asdict(found) for found in self.findings]}, ensure_ascii=False)

    def as_turtle(self) -> str:
        """Return the findings as a ``sh:ValidationReport`` in Turtle."""
        return _serialize(self._triples(), ox.RdfFormat.TURTLE).decode()

    def _triples(self) -> Iterable[ox.Triple]:
        report = ox.BlankNode("report")
        yield ox.Triple(report, _node("rdf:type"), _node("sh:ValidationReport"))
        yield ox.Triple(report, _node("sh:conforms"), ox.Literal(self.conforms))
        for number, found in enumerate(self.findings, start=1):
            result = ox.BlankNode(f"result{number}")
            yield ox.Triple(report, _node("sh:result"), result)
            yield ox.Triple(result, _node("rdf:type"), _node("sh:ValidationResult"))
            yield ox.Triple(result, _node("sh:focusNode"), _term(found.focus))
            yield ox.Triple(result, _node("sh:sourceShape"), ox.NamedNode(SHAPES + found.shape))
            yield ox.Triple(result, _node("sh:resultSeverity"), _node(f"sh:{found.severity}"))
            yield ox.Triple(result, _node("sh:resultMessage"), ox.Literal(found.message_en, language="en"))
            yield ox.Triple(result, _node("sh:resultMessage"), ox.Literal(found.message_az, language="az"))
            if found.value is not None:
                yield ox.Triple(result, _node("sh:value"), _term(found.value))
            if found.path is not None and "|" not in found.path:
                yield ox.Triple(result, _node("sh:resultPath"), _node(found.path))


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
    source = _serialize(judged | known) + _hierarchy()
    subjects = {str(triple.subject) for triple in judged} if known else None
    kept = {found for found in _run(source, only, engine) if _counts(found, subjects, told)}
    return Report(tuple(sorted(kept, key=_order)))


def _counts(found: Finding, subjects: set[str] | None, told: set[ox.Triple]) -> bool:
    """True where a finding is about the data: not about the context alone, nor evidence asked of reference data."""
    if found.path and found.value and _shapes().groups[found.shape] == EVIDENCE:
        return ox.Triple(_term(found.focus), _node(found.path), _term(found.value)) in told
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


@dataclass(frozen=True, slots=True)
class _Shapes:
    """The shapes file, read once: as a graph, and by shape what a finding repeats of it."""

    graph: rdflib.Graph
    messages: dict[str, tuple[str, str]]
    severities: dict[str, Severity]
    groups: dict[str, str]
    paths: dict[str, str | None]


@cache
def _shapes() -> _Shapes:
    graph = rdflib.Graph().parse(data=resources.text("ontology/shapes.ttl"), format="turtle")
    messages, severities, groups, paths = {}, {}, {}, {}
    for shape in graph.subjects(SH.severity):
        name = str(shape).removeprefix(SHAPES)
        told = {message.language: str(message) for message in graph.objects(shape, SH.message) if isinstance(message, rdflib.Literal)}
        messages[name] = told["en"], told["az"]
        severities[name] = _severity(str(graph.value(shape, SH.severity)))
        groups[name] = str(graph.value(shape, SH.group))
        paths[name] = _path(graph, graph.value(shape, SH.path))
    return _Shapes(graph, messages, severities, groups, paths)


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
def _hierarchy() -> bytes:
    """Return the ontology's own class hierarchy as N-Triples: what ``sh:class`` and ``sh:targetClass`` follow."""
    wanted = ox.NamedNode(str(RDFS.subClassOf))
    triples = ox.parse(path=resources.path("ontology/qurultay.ttl"), format=ox.RdfFormat.TURTLE)
    own = {quad.triple for quad in triples if quad.predicate == wanted and quad.object.value.startswith(PREFIXES["q"])}
    return _serialize(sorted(own, key=str))


def _run(source: bytes, only: Collection[str], engine: Engine) -> set[Finding]:
    chosen = [SHAPES + name for name in only] or None
    program = _program() if engine == "turbo" else None
    if program is not None:
        try:
            _, report, _ = program(source, chosen)
        except NotImplementedError:
            pass
        else:
            return _findings(report)
    return _findings(_reference(source, chosen))


@cache
def _program() -> Callable[[bytes, list[str] | None], Any] | None:
    """Return the fast engine over the compiled shapes, or None where it is not installed or lacks something."""
    try:
        from pyshacl_turbo import CompiledShapes
        from pyshacl_turbo.rdf import Input

        untyped: Any = CompiledShapes
        program = untyped(_shapes().graph)
    except (ImportError, NotImplementedError):
        return None

    def run(source: bytes, chosen: list[str] | None) -> Any:
        # Text given in its own wrapper is parsed by the engine itself, four times as fast as through rdflib.
        return program.validate(Input(source.decode(), "nt", None, {}), use_shapes=chosen)

    return run


def _reference(source: bytes, chosen: list[str] | None) -> rdflib.Graph:
    import pyshacl

    graph = rdflib.Graph()
    for triple in ox.parse(source, format=ox.RdfFormat.N_TRIPLES):
        graph.add((_rdflib(triple.subject), _rdflib(triple.predicate), _rdflib(triple.object)))
    _, report, _ = pyshacl.validate(graph, shacl_graph=_shapes().graph, use_shapes=chosen, inplace=True)
    if not isinstance(report, rdflib.Graph):
        raise TypeError(f"pyshacl returned no report graph: {report}")
    return report


def _rdflib(term: Any) -> rdflib.term.Node:
    """Return an rdflib term with the lexical form untouched: normalised, a year would become a day."""
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if term.language is not None:
        return rdflib.Literal(term.value, lang=term.language)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value), normalize=False)


def _findings(report: rdflib.Graph) -> set[Finding]:
    shapes = _shapes()
    found = set()
    for result in report.subjects(SH.resultSeverity):
        name = str(report.value(result, SH.sourceShape)).removeprefix(SHAPES)
        path, value = report.value(result, SH.resultPath), report.value(result, SH.value)
        english, azerbaijani = shapes.messages[name]
        found.add(
            Finding(
                focus=_text(report.value(result, SH.focusNode)),
                path=shapes.paths[name] or (curie(str(path)) if isinstance(path, rdflib.URIRef) else None),
                value=None if value is None else _text(value),
                shape=name,
                severity=shapes.severities[name],
                message_en=english,
                message_az=azerbaijani,
            )
        )
    return found


def _text(term: Any) -> str:
    """Return an rdflib term in N-Triples syntax, written as pyoxigraph writes it."""
    if isinstance(term, rdflib.URIRef):
        return f"<{term}>"
    if isinstance(term, rdflib.BNode):
        return f"_:{term}"
    datatype = None if term.datatype is None else ox.NamedNode(str(term.datatype))
    return str(ox.Literal(str(term), language=term.language, datatype=None if term.language else datatype))


def _term(text: str) -> Any:
    """Return the pyoxigraph term that ``text`` writes in N-Triples syntax."""
    if text.startswith("_:"):
        return ox.BlankNode(text[2:])
    line = f"<urn:x> <urn:x> {text} ."
    return next(iter(ox.parse(line, format=ox.RdfFormat.N_TRIPLES))).object


def _node(name: str) -> ox.NamedNode:
    return ox.NamedNode(expand(name))


def _serialize(triples: Iterable[ox.Triple], form: ox.RdfFormat = ox.RdfFormat.N_TRIPLES) -> bytes:
    prefixes = PREFIXES | {"s": SHAPES} if form == ox.RdfFormat.TURTLE else None
    return ox.serialize(triples, format=form, prefixes=prefixes) or b""
