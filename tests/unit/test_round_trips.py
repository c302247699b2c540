"""One fixture through every form of RDF: what is read back is what was written, compared as canonical N-Quads (RDFC-1.0)."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from pyjelly.integrations.generic import generic_sink
from pyjelly.integrations.generic.parse import parse_jelly_flat
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat

from qurultay.exports import FORMATS, export
from qurultay.exports.bulk import export_shards
from qurultay.graph import article_graph
from qurultay.model import Article
from qurultay.pipeline import Reads
from qurultay.store import shipped
from qurultay.terms import expand

GRAPH = NamedNode("http://example.org/g")


def typed(value: str, kind: str) -> Literal:
    """Return a typed literal."""
    return Literal(value, datatype=NamedNode(expand(kind)))


VALUES: list[Literal | NamedNode] = [
    Literal(""), Literal(" \t\n\r\\ \"'''\"\"\" <&>]]> "), Literal("😀 Əşİıöü \u2028 \u00a0 \u200d"), Literal("Bakıda", language="az"),
    Literal("в Баку", language="ru"), Literal("a", language="en-gb"), typed("2024", "xsd:gYear"), typed("2024-02", "xsd:gYearMonth"),
    typed("--08-08", "xsd:gMonthDay"), typed("2024-02-29", "xsd:date"), typed("2024-02-29T10:00:00+04:00", "xsd:dateTime"),
    typed("2024-02-29T10:00:00.000Z", "xsd:dateTime"), typed("-0001-01-01", "xsd:date"), typed("0.80", "xsd:decimal"),
    typed("007", "xsd:integer"), typed("7", "xsd:integer"), typed("99999999999999999999", "xsd:integer"), typed("true", "xsd:boolean"),
    typed("1", "xsd:boolean"), typed("P1D", "xsd:duration"),
    typed("1.0", "xsd:double"), typed("http://example.org/a b", "xsd:anyURI"), typed("no number", "xsd:integer"),
    NamedNode("http://example.org/ü?q=1&r='2'#frag"), NamedNode("urn:x:y"), NamedNode("https://schema.org/"),
]  # fmt: skip
ODD = [Quad(NamedNode("http://example.org/s"), NamedNode("http://example.org/p"), value, GRAPH) for value in VALUES]


def parsed(form: RdfFormat) -> Callable[[bytes], Iterable[Quad]]:
    """Return the reader of a form."""
    return lambda data: ox.parse(data, format=form)


def jelly(data: bytes) -> Iterator[Quad]:
    """Yield the quads of a Jelly stream."""

    def term(value: Any) -> Any:
        if isinstance(value, generic_sink.IRI):
            return NamedNode(value._iri)
        if isinstance(value, generic_sink.BlankNode):
            return BlankNode(value._identifier)
        if value is generic_sink.DefaultGraph:
            return DefaultGraph()
        if value._langtag:
            return Literal(value._lex, language=value._langtag)
        return Literal(value._lex, datatype=NamedNode(value._datatype or expand("xsd:string")))

    yield from (Quad(*map(term, found)) for found in parse_jelly_flat(io.BytesIO(data)) if isinstance(found, generic_sink.Quad))


READERS = {
    "nquads": parsed(RdfFormat.N_QUADS),
    "trig": parsed(RdfFormat.TRIG),
    "jsonld": parsed(RdfFormat.JSON_LD),
    "jelly": jelly,
    "turtle": parsed(RdfFormat.TURTLE),
    "rdfxml": parsed(RdfFormat.RDF_XML),
}


def canonical(quads: Iterable[Quad]) -> list[str]:
    """Return quads as canonical N-Quads."""
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(f"{quad} .\n" for quad in dataset)


@pytest.fixture(scope="module")
def quads(reader: Reads, articles: tuple[Article, ...]) -> list[Quad]:
    """Four articles, everything that is shipped, and odd values."""
    told = [quad for article in articles for quad in article_graph(reader.read(article)).quads]
    return [*told, *(quad for _, held in shipped.graphs() for quad in held), *ODD]


def written(quads: Iterable[Quad], form: str) -> bytes:
    """Return an export."""
    out = io.BytesIO()
    export(quads, out, form=form)
    return out.getvalue()


def test_every_form_has_a_reader() -> None:
    assert READERS.keys() == FORMATS.keys()


@pytest.mark.parametrize("form", ["nquads", "trig", "jsonld", "jelly"])
def test_forms_with_graphs_keep_every_quad(form: str, quads: list[Quad]) -> None:
    assert canonical(READERS[form](written(quads, form))) == canonical(quads)


@pytest.mark.parametrize("form", ["turtle", "rdfxml"])
def test_forms_without_graphs_keep_every_triple(form: str, quads: list[Quad]) -> None:
    union = [Quad(q.subject, q.predicate, q.object) for q in quads]
    assert canonical(READERS[form](written(quads, form))) == canonical(union)


@pytest.mark.parametrize("form", ["nquads", "trig", "jsonld", "jelly"])
def test_blank_nodes_and_the_default_graph_are_kept(form: str) -> None:
    one, two, p = BlankNode("one"), BlankNode("two"), NamedNode("http://example.org/p")
    some = [Quad(one, p, two, GRAPH), Quad(two, p, one), Quad(one, p, Literal("1"), GRAPH), Quad(two, p, Literal("2"), GRAPH)]
    assert canonical(READERS[form](written(some, form))) == canonical(some)


def test_shards_are_the_canonical_form_itself(quads: list[Quad], tmp_path: Path) -> None:
    export_shards(quads, tmp_path / "out", size=100_000)
    files = sorted((tmp_path / "out").glob("*.nq.gz"))
    assert len(files) > 2
    assert b"".join(gzip.decompress(file.read_bytes()) for file in files).decode() == "".join(canonical(quads))
