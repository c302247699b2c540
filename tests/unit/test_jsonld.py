"""JSON-LD: nothing is lost or added whatever reads it, and it is nested as whoever reads it as JSON expects."""

from __future__ import annotations

import io
import json
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from pyld import jsonld
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat

from qurultay import resources
from qurultay.exports import export
from qurultay.graph import article_graph
from qurultay.model import Article
from qurultay.pipeline import Reads
from qurultay.store import shipped
from qurultay.terms import BASE, GRAPHS, expand

ARTICLE, GRAPH = NamedNode(f"{BASE}article/one"), NamedNode("http://example.org/g")


def node(name: str) -> NamedNode:
    """Return a node of a path below the base, or of a CURIE."""
    return NamedNode(expand(name) if ":" in name else BASE + name)


def typed(value: str, kind: str) -> Literal:
    """Return a typed literal."""
    return Literal(value, datatype=node(kind))


ODD = [
    Quad(node(subject), node(predicate), value, graph)
    for graph in (GRAPH, ox.DefaultGraph())
    for subject, predicate, value in (
        ("event/a", "schema:superEvent", node("event/b")),
        ("event/b", "schema:superEvent", node("event/a")),
        ("event/c", "schema:superEvent", node("event/c")),
        ("document/d", "q:producedAt", node("event/a")),
        ("document/d", "q:producedAt", node("event/c")),
        ("document/d", "q:producedAt", Literal("not a thing")),
        ("event/a", "schema:startDate", typed("2024-05", "xsd:gYearMonth")),
        ("event/a", "schema:startDate", typed("2024-05-01", "xsd:date")),
        ("event/a", "schema:startDate", Literal("in May")),
        ("event/a", "rdfs:label", Literal("no language")),
        ("event/a", "rdfs:label", Literal("Görüş", language="az")),
        ("event/a", "rdfs:label", Literal("Toplantı", language="tr")),
        ("event/a", "skos:prefLabel", typed("7", "xsd:integer")),
        ("event/a", "schema:unknown", typed("07", "xsd:integer")),
        ("event/a", "schema:unknown", typed("7", "xsd:integer")),
        ("event/a", "schema:unknown", typed("true", "xsd:boolean")),
        ("event/a", "schema:attendee", Literal("http://example.org/a-text")),
        ("event/a", "q:confidence", typed("0.90", "xsd:decimal")),
        ("event/a", "q:confidence", typed("9", "xsd:integer")),
        ("event/a", "q:status", node("q:Held")),
        ("event/a", "q:status", NamedNode("http://example.org/Status")),
        ("event/a", "rdf:type", node("q:Visit")),
        ("event/a", "rdf:type", NamedNode("http://example.org/Thing")),
        ("event/a", "oa:hasSelector", node("claim/x")),
        ("claim/x", "oa:hasSelector", node("event/a")),
        ("claim/x", "rdf:subject", node("claim/x")),
        ("person/p", "q:name", Literal("is a property of its own")),
    )
]


@pytest.fixture(scope="module")
def built(reader: Reads, articles: tuple[Article, ...]) -> list[Quad]:
    """Four articles, the reference data and the ontology."""
    return [
        *(quad for article in articles for quad in article_graph(reader.read(article)).quads),
        *(quad for _, quads in shipped.graphs() for quad in quads),
    ]


def written(quads: list[Quad]) -> bytes:
    """Return an export."""
    out = io.BytesIO()
    assert export(quads, out, form="jsonld") == len(set(quads))
    return out.getvalue()


def test_oxigraph_reads_what_was_written(built: list[Quad]) -> None:
    for quads in (built, ODD):
        assert set(ox.parse(written(quads), format=RdfFormat.JSON_LD)) == set(quads)


def test_pyld_reads_what_was_written(reader: Reads, articles: tuple[Article, ...]) -> None:
    told = [quad for article in articles for quad in article_graph(reader.read(article)).quads]
    for quads in (told, ODD):
        read = jsonld.to_rdf(json.loads(written(quads)), {"format": "application/n-quads"})
        assert set(ox.parse(read, format=RdfFormat.N_QUADS)) == set(quads)


def test_rdflib_reads_what_was_written(reader: Reads, articles: tuple[Article, ...]) -> None:
    quads = {quad for article in articles for quad in article_graph(reader.read(article)).quads}
    dataset = rdflib.Dataset().parse(data=written(list(quads)), format="json-ld")
    found = ox.parse(dataset.serialize(format="nquads"), format=RdfFormat.N_QUADS)
    assert {quad.triple for quad in found} == {quad.triple for quad in quads}


def test_blank_nodes_stay_joined() -> None:
    quads = [
        Quad(BlankNode("x"), node("schema:attendee"), BlankNode("y"), GRAPH),
        Quad(BlankNode("y"), node("rdf:type"), node("q:Person"), GRAPH),
    ]
    (first, second) = sorted(ox.parse(written(quads), format=RdfFormat.JSON_LD), key=str, reverse=True)
    assert {first.object, second.object} & {first.subject, second.subject}


def test_it_reads_like_json(built: list[Quad]) -> None:
    document = json.loads(written(built))
    assert document["@context"] == json.loads(resources.text("ontology/context.jsonld"))["@context"]
    graphs: dict[str, list[dict[str, Any]]] = {graph["id"]: graph["@graph"] for graph in document["@graph"]}
    assert list(graphs)[-len(set(GRAPHS.values()) & graphs.keys()) :] == sorted(set(GRAPHS.values()) & graphs.keys())
    article, event, *_ = graphs[ARTICLE.value]
    assert (article["type"], article["identifier"], article["datePublished"]) == ("Article", "one", "2024-01-02")
    assert (event["type"], event["status"], event["startDate"]) == ("Meeting", "Held", "2024-01-02")
    assert event["location"] == {"id": f"{BASE}place/baku", "name": "Bakı"}
    assert len(event["attendee"]) == 2
    claim = next(claim for claim in event["claims"] if claim["predicate"] == "location")
    assert (claim["object"]["name"], claim["confidence"], claim["rule"]) == ("Bakı", "0.6", "pair")
    assert "subject" not in claim, "where it stands tells it"
    assert {key for selector in claim["selectors"] for key in selector} == {"id", "type", "exact", "start", "end"}
    baku = next(thing for thing in graphs[GRAPHS["reference"]] if thing["id"] == f"{BASE}place/baku")
    assert (baku["name"], baku["prefLabel"]["ru"], baku["containedInPlace"]["name"]) == ("Bakı", "Баку", "Azərbaycan")
