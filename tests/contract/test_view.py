"""One contract for every backend that can be asked: a store in a folder, and a SPARQL endpoint."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pyoxigraph as ox
import pytest
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, RdfFormat

from qurultay import exchange, network, queries, store, terms
from qurultay.errors import QueryError, StoreError
from qurultay.exports.answers import write_answer
from qurultay.graph import article_graph
from qurultay.model import Article
from qurultay.pipeline import Reads
from qurultay.store import RemoteView, Table, View

ANNA = "person/anna-bell"


class Endpoint(BaseHTTPRequestHandler):
    """A SPARQL 1.1 endpoint of a few lines over an Oxigraph store in memory: POST of a form, answers by Accept."""

    graph: ox.Store

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        try:
            found = self.graph.query(form["query"][0])
        except SyntaxError as error:
            self.answer(400, "text/plain", str(error).encode())
            return
        if isinstance(found, ox.QueryTriples):
            self.answer(200, "application/n-triples", found.serialize(format=RdfFormat.N_TRIPLES) or b"")
        else:
            self.answer(200, "application/sparql-results+json", found.serialize(format=QueryResultsFormat.JSON) or b"")

    def answer(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, reader: Reads, articles: tuple[Article, ...]) -> Path:
    place = tmp_path_factory.mktemp("contract") / "s"
    with store.write(place) as target:
        for article in articles:
            graph = article_graph(reader.read(article))
            target.replace(graph.iri, graph.quads, graph.things)
    return place


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    graph = ox.Store()
    graph.extend(store.read(folder).quads())
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Filled", (Endpoint,), {"graph": graph}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/query"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["folder", "endpoint"])
def view(request: pytest.FixtureRequest, folder: Path, address: str) -> Iterator[View]:
    with store.read(folder if request.param == "folder" else address) as opened:
        yield opened


def test_select(view: View) -> None:
    found = view.query("SELECT ?id WHERE { GRAPH ?g { ?a schema:identifier ?id } } ORDER BY ?id")
    assert found == Table(("id",), tuple((Literal(name),) for name in ("four", "one", "three", "two")))


def test_terms_take_the_place_of_variables(view: View) -> None:
    person = NamedNode(terms.iri(ANNA))
    found = view.query("SELECT ?a ?who WHERE { GRAPH ?a { ?e schema:attendee ?who } } ORDER BY ?a", terms={"who": person})
    assert isinstance(found, Table)
    assert found.rows == tuple((NamedNode(terms.iri(f"article/{name}")), person) for name in ("four", "one"))


def test_hostile_text_stays_text(view: View) -> None:
    hostile = Literal('x") } } ; DROP ALL #\n\\"', language="en")
    found = view.query('SELECT ?s ?v WHERE { GRAPH ?g { ?s ?p ?v FILTER(LANG(?v) != "") } } # {', terms={"v": hostile})
    assert isinstance(found, Table)
    assert found.rows == ()


def test_ask_and_construct(view: View) -> None:
    assert view.query("ASK { GRAPH ?g { ?a a q:Article } }") is True
    assert view.query("ASK { GRAPH ?g { ?a a q:Nothing } }") is False
    found = view.query("CONSTRUCT { ?a q:has ?id } WHERE { GRAPH ?g { ?a schema:identifier ?id } }")
    assert isinstance(found, tuple)
    assert {str(t.object) for t in found} == {'"one"', '"two"', '"three"', '"four"'}


def test_malformed_query(view: View) -> None:
    with pytest.raises(QueryError):
        view.query("SELECT ?a WHERE {")


def test_quads_are_all(view: View, folder: Path) -> None:
    assert set(view.quads()) == set(store.read(folder).quads())


@pytest.mark.parametrize("question", queries.questions(), ids=lambda question: question.name)
def test_questions_are_answered_alike(question: queries.Question, folder: Path, address: str) -> None:
    samples = {"person": ANNA, "place": "place/baku", "to": "2024-01-03"}
    given = {p.name: samples[p.name] for p in question.parameters if p.name in samples}
    for values in ({}, given):
        one, two = (queries.ask(store.read(place), question, values) for place in (folder, address))
        assert write_answer(one, form="table") == write_answer(two, form="table")


@pytest.mark.parametrize("form", [form.name for form in exchange.FORMS if form.name != "quickstatements"])
def test_tools_get_the_same_from_every_backend(form: str, folder: Path, address: str) -> None:
    one, two = (exchange.from_store(store.read(place), name=form) for place in (folder, address))
    assert one == two
    assert not one.counts.startswith("0 ")


def test_network_is_the_same_from_every_backend(folder: Path, address: str) -> None:
    one, two = (network.periods(network.involvements(store.read(place))) for place in (folder, address))
    assert network.told(one) == network.told(two)


def test_unreachable_endpoint() -> None:
    with pytest.raises(StoreError, match="cannot be reached"):
        RemoteView("http://127.0.0.1:9/query", timeout_s=2).query("ASK {}")


def test_only_the_web_is_an_address() -> None:
    with pytest.raises(StoreError, match="not an http or https address"):
        RemoteView("file:///etc/passwd")
