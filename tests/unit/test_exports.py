"""Exports: every form holds what it should, and reads back as it was."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple

from qurultay.errors import QueryError, StoreError
from qurultay.exports import FORMATS, export, write_file
from qurultay.exports.answers import as_table, shown, write_answer
from qurultay.exports.bulk import export_shards
from qurultay.exports.lines import LineSorter
from qurultay.store import Table

READERS = {
    "nquads": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "jsonld": RdfFormat.JSON_LD,
    "turtle": RdfFormat.TURTLE,
    "rdfxml": RdfFormat.RDF_XML,
}
XSD = "http://www.w3.org/2001/XMLSchema#"


def node(name: str) -> NamedNode:
    """Return a node of the examples."""
    return NamedNode(f"http://example.org/{name}")


QUADS = [
    Quad(node("a"), node("b"), term, node(graph))
    for graph in ("g", "h")
    for term in (
        node("c"),
        Literal("Şuşa \"və\" \\ 'Bakı'\n\tsətir <&>]]> 😀\u2028", language="az"),
        Literal("2024-05", datatype=NamedNode(f"{XSD}gYearMonth")),
        Literal("0.8", datatype=NamedNode(f"{XSD}decimal")),
        Literal("plain"),
    )
]


def written(form: str, quads: list[Quad] = QUADS) -> bytes:
    """Return an export."""
    out = io.BytesIO()
    export(quads, out, form=form)
    return out.getvalue()


@pytest.mark.parametrize("form", READERS)
def test_round_trip(form: str) -> None:
    found = ox.parse(written(form), format=READERS[form])
    if form in ("turtle", "rdfxml"):
        assert {q.triple for q in found} == {q.triple for q in QUADS}
    else:
        assert set(found) == set(QUADS)


@pytest.mark.parametrize("form", FORMATS)
def test_same_quads_same_bytes(form: str) -> None:
    assert written(form, QUADS) == written(form, [*reversed(QUADS), *QUADS])


@pytest.mark.parametrize(("form", "name"), [("nquads", "nquads"), ("trig", "trig")])
def test_another_reader_finds_every_quad(form: str, name: str) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(data=written(form), format=name)
    assert len(list(dataset.quads())) == len(QUADS)


@pytest.mark.parametrize(("form", "name"), [("turtle", "turtle"), ("rdfxml", "xml")])
def test_another_reader_finds_every_triple(form: str, name: str) -> None:
    assert len(rdflib.Graph().parse(data=written(form), format=name)) == 5


def test_counts_are_of_what_is_written() -> None:
    counts = {form: export(QUADS + QUADS, io.BytesIO(), form=form) for form in FORMATS}
    assert counts == {"nquads": 10, "trig": 10, "jsonld": 10, "jelly": 10, "turtle": 5, "rdfxml": 5}


def test_nothing_to_write() -> None:
    assert export([], io.BytesIO(), form="nquads") == 0


def test_unknown_form() -> None:
    with pytest.raises(ValueError, match="'hdt' is not one of nquads"):
        export([], io.BytesIO(), form="hdt")


def test_rdfxml_refuses_what_xml_cannot_hold() -> None:
    with pytest.raises(StoreError, match=r"RDF/XML cannot hold U\+0007"):
        written("rdfxml", [Quad(node("a"), node("b"), Literal("bell \x07"), node("g"))])


def test_file_appears_whole_or_not(tmp_path: Path) -> None:
    target = tmp_path / "out.rdf"
    with pytest.raises(StoreError):
        write_file([Quad(node("a"), node("b"), Literal("\x07"), node("g"))], target, form="rdfxml")
    assert list(tmp_path.iterdir()) == []
    assert write_file(QUADS, target, form="rdfxml") == 5
    assert [path.name for path in tmp_path.iterdir()] == ["out.rdf"]


@pytest.mark.parametrize("write", [partial(write_file, form="nquads"), partial(export_shards, size=1000)])
def test_a_store_that_fails_is_not_told_as_a_file_that_cannot_be_written(write: Callable[..., object], tmp_path: Path) -> None:
    def failing() -> Iterator[Quad]:
        yield QUADS[0]
        raise StoreError("http://host.example/query cannot be reached")

    with pytest.raises(StoreError, match=r"^http://host\.example/query cannot be reached$"):
        write(failing(), tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("run_bytes", [1, 2, 7, 100])
@pytest.mark.parametrize("piece", [1, 3, 100])
def test_lines_are_sorted_beyond_memory(run_bytes: int, piece: int) -> None:
    data = "c\na\nə\nb\na\n\nc\naa".encode()
    with LineSorter(run_bytes=run_bytes) as sorter:
        for start in range(0, len(data), piece):
            sorter.write(data[start : start + piece])
        found = [line for block in sorter.blocks() for line in block]
    assert found == [line + b"\n" for line in sorted(set(data.split(b"\n")))]


SAID = Literal('dedi,\t"belə"', language="az")
TABLE = Table(("who", "quote"), ((node("a"), SAID), (None, Literal("5", datatype=NamedNode(f"{XSD}integer")))))
LOOKS = """
who
────────────────────
http://example.org/a
    “dedi, "belə"”

    “5”
"""


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("csv", 'who,quote\r\nhttp://example.org/a,"dedi,\t""belə"""\r\n,5\r\n'),
        ("tsv", f'?who\t?quote\n<http://example.org/a>\t"dedi,\\t\\"belə\\""@az\n\t"5"^^<{XSD}integer>\n'),
        ("table", LOOKS.lstrip()),
    ],
)
def test_answers(form: str, text: str) -> None:
    assert write_answer(TABLE, form=form) == text


def test_json_answer_is_read_by_oxigraph() -> None:
    found = ox.parse_query_results(write_answer(TABLE, form="json"), format=ox.QueryResultsFormat.JSON)
    assert isinstance(found, ox.QuerySolutions)
    assert [tuple(row) for row in found] == list(TABLE.rows)


def test_triples_are_turtle_or_a_table() -> None:
    triple = Triple(node("a"), node("b"), Literal("x"))
    assert set(ox.parse(write_answer((triple,), form="turtle"), format=RdfFormat.TURTLE)) == {Quad(node("a"), node("b"), Literal("x"))}
    assert as_table((triple,)).columns == ("subject", "predicate", "object")
    with pytest.raises(QueryError, match="turtle holds the triples"):
        write_answer(TABLE, form="turtle")


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (NamedNode("https://w3id.org/qurultay/role/Minister"), "role:Minister"),
        (node("a"), "http://example.org/a"),
        (Literal("2024", datatype=NamedNode(f"{XSD}gYear")), "2024"),
    ],
)
def test_shown(term: NamedNode | Literal, text: str) -> None:
    assert shown(term) == text
