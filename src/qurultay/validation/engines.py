"""The two SHACL engines behind one call: data as N-Triples in, findings out.

``pyshacl-turbo`` is the fast engine, ``pyshacl`` the reference. The reference takes over where the fast one
is not installed or does not implement something.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache
from typing import Any, Literal, TypeAlias

import pyoxigraph as ox
import rdflib
from rdflib.namespace import SH

from qurultay.terms import curie
from qurultay.validation.report import SHAPES, Finding
from qurultay.validation.shapes import shipped_shapes

__all__ = ["Engine", "run"]

Engine: TypeAlias = Literal["turbo", "pyshacl"]


def run(source: bytes, only: Collection[str], engine: Engine) -> set[Finding]:
    """Return what the shapes named in ``only`` (all where empty) find wrong in N-Triples."""
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
        program = untyped(shipped_shapes().graph)
    except (ImportError, NotImplementedError):
        return None

    def apply(source: bytes, chosen: list[str] | None) -> Any:
        # Text given in its own wrapper is parsed by the engine itself, four times as fast as through rdflib.
        return program.validate(Input(source.decode(), "nt", None, {}), use_shapes=chosen)

    return apply


def _reference(source: bytes, chosen: list[str] | None) -> rdflib.Graph:
    import pyshacl

    graph = rdflib.Graph()
    for triple in ox.parse(source, format=ox.RdfFormat.N_TRIPLES):
        graph.add((_rdflib(triple.subject), _rdflib(triple.predicate), _rdflib(triple.object)))
    _, report, _ = pyshacl.validate(graph, shacl_graph=shipped_shapes().graph, use_shapes=chosen, inplace=True)
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
    known = shipped_shapes()
    found = set()
    for result in report.subjects(SH.resultSeverity):
        name = str(report.value(result, SH.sourceShape)).removeprefix(SHAPES)
        path, value = report.value(result, SH.resultPath), report.value(result, SH.value)
        english, azerbaijani = known.messages[name]
        found.add(
            Finding(
                focus=_text(report.value(result, SH.focusNode)),
                path=known.paths[name] or (curie(str(path)) if isinstance(path, rdflib.URIRef) else None),
                value=None if value is None else _text(value),
                shape=name,
                severity=known.severities[name],
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
