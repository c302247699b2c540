"""Writes Jelly, a small binary form of RDF, with the extra ``jelly`` (https://w3id.org/jelly)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Any

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad

from qurultay.errors import MissingExtraError
from qurultay.terms import expand

__all__ = ["write_jelly"]

_STRING, _TAGGED = expand("xsd:string"), expand("rdf:langString")


def write_jelly(quads: Iterable[Quad], output: IO[bytes]) -> int:
    """Write quads as a stream of quads in frames, the same bytes for the same quads, and return how many there are.

    Raises :class:`~qurultay.errors.MissingExtraError` where the extra is not installed.
    """
    try:
        from pyjelly.integrations.generic import generic_sink as sink
        from pyjelly.integrations.generic.serialize import flat_stream_to_file
    except ImportError as error:
        raise MissingExtraError("Jelly", extra="jelly") from error

    def term(value: Any) -> Any:
        if isinstance(value, NamedNode):
            return sink.IRI(value.value)
        if isinstance(value, BlankNode):
            return sink.BlankNode(value.value)
        if isinstance(value, DefaultGraph):
            return sink.DefaultGraph
        kind = value.datatype.value
        return sink.Literal(value.value, value.language, None if kind in (_STRING, _TAGGED) else kind)

    ordered = sorted(set(quads), key=lambda quad: (str(quad.graph_name), str(quad)))
    flat_stream_to_file(
        (sink.Quad(*map(term, (q.subject, q.predicate, q.object, q.graph_name))) for q in ordered),
        output,
    )
    return len(ordered)
