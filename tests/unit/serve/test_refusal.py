"""What is refused: a service or a data set that is hidden from a reader, and not from the engine; and nothing that only looks like it."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qurultay import queries
from qurultay.serve import refusal
from qurultay.serve.refusal import refused

S = "<http://127.0.0.1:9/>"
HIDDEN = [
    f"SELECT * {{ SERVICE {S} {{}} }}", f"SELECT * {{ service silent {S} {{}} }}", f"SELECT*{{SeRvIcE{S}{{}}}}", "SELECT*{SERVICE?u{}}",
    f"SELECT * {{ # a remark\rSERVICE {S} {{}} }}", f"SELECT * {{ # a remark\nSERVICE {S} {{}} }}",
    f"SELECT * {{ \\u0053ERVICE {S} {{}} }}", f"SELECT * {{ \\U00000053ERVICE {S} {{}} }}",
    "PREFIX : <http://127.0.0.1:9/> SELECT * { service:a {} }", "PREFIX e: <http://127.0.0.1:9/> SELECT * { SERVICEe:a {} }",
    "PREFIX : <http://127.0.0.1:9/> PREFIX service: <urn:x> SELECT * { service:a { ?s ?p ?o } }",
    "PREFIX e: <http://127.0.0.1:9/> SELECT * { SERVICESILENTe:a {} }", "PREFIX e: <http://h:> SELECT * { ?a ?b e:SERVICE ?c {} }",
    "BASE <http://h:> PREFIX e: <> SELECT * { ?a ?b e:SERVICE ?c {} }",
    f"SELECT * {{ ?s ?p 1SERVICE {S} {{}} }}", f"SELECT * {{ ?s ?p trueSERVICE {S} {{}} }}", f"SELECT * {{ ?s ?p []SERVICE{S}{{}} }}",
    f"SELECT * {{ ?s ?p '''a'b''' . SERVICE {S} {{}} }}", f"SELECT * {{ ?s ?p ''''a''' . SERVICE {S} {{}} }}",
    f"SELECT * {{ ?s ?p 'a\\'' SERVICE {S} {{}} }}", f"SELECT * {{ ?s ?p \"\"\"a\\\"\"\"\" SERVICE {S} {{}} }}",
    f"SELECT * {{ ?s ?p ?o FILTER(?s<?o#>\n)SERVICE {S} {{}} }}",
    f"SELECT * {{ ?s ?p ?o FILTER(?o<'>')SERVICE {S} {{?a ?b ?c}} FILTER('x'='x') }}",
    f"SELECT * {{ {{ SELECT * {{ OPTIONAL {{ SERVICE {S} {{}} }} }} }} }}", f"ASK {{ FILTER EXISTS {{ SERVICE {S} {{}} }} }}",
    "SELECT * FROM <urn:g> {}", "SELECT*FROM<urn:g>{}", "PREFIX e: <urn:g> SELECT*FROMe:a{}", "SELECT ?s FROM NAMED <urn:g> {}",
    "DESCRIBE <urn:a> FROM <urn:g>", "ASK \\u0046ROM <urn:g> {}",
]  # fmt: skip
HARMLESS = [
    "SELECT ?service ?from { ?service ?p $from }", "SELECT * { ?s ?p 'SERVICE', \"FROM\", '''a 'SERVICE' b''' }", "ASK {} # SERVICE FROM",
    "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> SELECT * { ?s a sd:Service ; sd:fromHere ?x }",
    "SELECT * { <https://w3id.org/qurultay/id/organization/ots-press-service-db60425c> ?p ?o }",
    "SELECT * { ?s ?p _:service, 'x'@en-from }",
    "SELECT * { ?s ?p ?o FILTER(?o < 3 && ?p > 2) } # it's from <here", "SELECT * { ?s schema:serviceType 'from' }",
]  # fmt: skip


@pytest.mark.parametrize("query", HIDDEN)
def test_refuses_what_is_hidden(query: str) -> None:
    assert refused(query)


@pytest.mark.parametrize("query", HARMLESS)
def test_leaves_what_only_looks_like_it(query: str) -> None:
    assert refused(query) is None


def test_leaves_every_shipped_question() -> None:
    assert [question.name for question in queries.questions() if refused(question.sparql)] == []


def test_iris_are_no_narrower_than_the_engines() -> None:
    store = ox.Store()
    taken = []
    for code in (*range(0x500), 0x2028, 0x200B, 0xFEFF, 0xE000, 0x1F600):
        try:
            store.query(f"ASK {{ ?s ?p <http://a.example/{chr(code)}b> }}")
        except SyntaxError:
            continue
        taken.append(code)
    assert len(taken) > 500
    assert [code for code in taken if not refusal._IRI.fullmatch(f"<http://a.example/{chr(code)}b>")] == []


@pytest.fixture(scope="module")
def listener() -> Iterator[tuple[str, list[str]]]:
    """A server on loopback that notes who asked it."""
    asked: list[str] = []

    class Noting(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(self.path)
            body = b'{"head":{"vars":[]},"results":{"bindings":[{}]}}'
            self.send_response(200)
            self.send_header("Content-Type", "application/sparql-results+json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Noting)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/", asked
    server.shutdown()


PIECES = (
    "SERVICE", "service", "?u", "$s", "<'>'", "'", '"', "'''", "#", "\n", "\r", "<", ">", "{", "}", "(", ")", ".", ";", " ", "FILTER",
    "BIND", "OPTIONAL", "1", "true", "_:b", "e:", "e:a", ":", "a", "\\u0053", "\\", "^", "|", "/", "*", "?a ?b ?c", "'x'@en", "[]", "IRI",
    "&&", "=", "SILENT",
)  # fmt: skip


@settings(max_examples=1500, deadline=None)
@given(st.lists(st.sampled_from((*PIECES, "<IRI>", "SERVICE <IRI> {}", "SERVICE<IRI>{?s ?p ?o}")), max_size=14))
def test_whatever_is_not_refused_asks_nobody(listener: tuple[str, list[str]], pieces: list[str]) -> None:
    address, asked = listener
    query = f"PREFIX e: <{address}> PREFIX : <{address}> SELECT * {{ {''.join(pieces)} }}".replace("IRI", address)
    if refused(query) is None:
        try:
            found: Any = ox.Store().query(query)
            list(found)
        except (SyntaxError, ValueError, OSError, RuntimeError):
            return
    assert asked == []


def test_the_listener_notes_who_asks(listener: tuple[str, list[str]]) -> None:
    address, asked = listener
    found: Any = ox.Store().query(f"SELECT * {{ SERVICE <{address}seen> {{ ?s ?p ?o }} }}")
    list(found)
    assert asked == ["/seen"]
    asked.clear()
