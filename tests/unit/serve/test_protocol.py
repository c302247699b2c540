"""The SPARQL 1.1 Protocol: what a request may look like, and which status another gets."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

import pytest
import rdflib
from starlette.testclient import TestClient

from qurultay.terms import GRAPHS

FORM, DIRECT, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
ASK, SELECT = "ASK { ?s ?p ?o }", "SELECT ?s { ?s a q:Person } ORDER BY ?s LIMIT 2"
CONSTRUCT = "CONSTRUCT { ?s a q:Person } WHERE { ?s a q:Person }"
DESCRIBE = "DESCRIBE ?s WHERE { ?s a q:Person }"
REFERENCE, ENTITIES = GRAPHS["reference"], GRAPHS["entities"]
IN_DEFAULT = "ASK { ?s a q:State }"
IN_NAMED = "ASK { GRAPH ?g { ?s a q:State } }"


def sent(
    client: TestClient, method: str, *, url: Any = (), body: str | bytes | None = None, kind: str | None = None, accept: str | None = None
) -> Any:
    """Send a request."""
    headers = {name: value for name, value in (("Content-Type", kind), ("Accept", accept)) if value is not None}
    address = "/sparql" + (f"?{urlencode(url)}" if url else "")
    return client.request(method, address, content=body, headers=headers, follow_redirects=False)


# What the test suite of the SPARQL 1.1 Protocol asks for (its cases as facts): operation, request, what comes back.
BOTH = [("default-graph-uri", ENTITIES), ("named-graph-uri", REFERENCE)]
TWO_NAMED = [("named-graph-uri", ENTITIES), ("named-graph-uri", REFERENCE)]
ONE = [("query", IN_DEFAULT), ("default-graph-uri", REFERENCE)]
ACCEPTED: dict[str, tuple[str, dict[str, Any]]] = {
    "query by GET": ("GET", {"url": [("query", ASK)]}),
    "query by POST of a form": ("POST", {"body": urlencode({"query": ASK}), "kind": FORM}),
    "query by POST of a form with a charset": ("POST", {"body": urlencode({"query": ASK}), "kind": f"{FORM}; charset=utf-8"}),
    "query by POST of itself": ("POST", {"body": ASK, "kind": DIRECT}),
    "query by POST of itself in UTF-8": ("POST", {"body": 'ASK { FILTER("ə" = "ə") }', "kind": f'{DIRECT}; charset="UTF-8"'}),
    "one default graph by GET": ("GET", {"url": [("query", IN_DEFAULT), ("default-graph-uri", REFERENCE)]}),
    "one default graph by POST of a form": ("POST", {"body": urlencode(ONE), "kind": FORM}),
    "one default graph by POST of the query": ("POST", {"url": [("default-graph-uri", REFERENCE)], "body": IN_DEFAULT, "kind": DIRECT}),
    "two default graphs": ("GET", {"url": [("query", IN_DEFAULT), ("default-graph-uri", ENTITIES), ("default-graph-uri", REFERENCE)]}),
    "one named graph": ("GET", {"url": [("query", IN_NAMED), ("named-graph-uri", REFERENCE)]}),
    "two named graphs": ("POST", {"url": TWO_NAMED, "body": IN_NAMED, "kind": DIRECT}),
    "default and named graphs": (
        "GET",
        {"url": [("query", f"{IN_NAMED[:-1]} FILTER NOT EXISTS {{ ?x a q:State }} }}"), *BOTH]},
    ),
    "parameters that mean nothing": ("GET", {"url": [("query", ASK), ("timeout", "5"), ("format", "x")]}),
}  # fmt: skip
EMPTY_GRAPHS = {
    "a default graph without it": [("query", IN_DEFAULT), ("default-graph-uri", ENTITIES)],
    "a named graph without it": [("query", IN_NAMED), ("named-graph-uri", ENTITIES)],
    "a named graph is no default graph": [("query", IN_DEFAULT), ("named-graph-uri", REFERENCE)],
    "a default graph has no name": [("query", IN_NAMED), ("default-graph-uri", REFERENCE)],
}
REFUSED: dict[str, tuple[str, dict[str, Any], int]] = {
    "another method: PUT": ("PUT", {"body": ASK, "kind": DIRECT}, 405),
    "another method: DELETE": ("DELETE", {"url": [("query", ASK)]}, 405),
    "another method: PATCH": ("PATCH", {"body": ASK, "kind": DIRECT}, 405),
    "two queries by GET": ("GET", {"url": [("query", ASK), ("query", ASK)]}, 400),
    "two queries by POST": ("POST", {"body": urlencode([("query", ASK), ("query", ASK)]), "kind": FORM}, 400),
    "a query in the address and in the body": ("POST", {"url": [("query", ASK)], "body": ASK, "kind": DIRECT}, 400),
    "a query in the address and in the form": ("POST", {"url": [("query", ASK)], "body": urlencode({"query": ASK}), "kind": FORM}, 400),
    "a query that is empty": ("GET", {"url": [("query", "")]}, 400),
    "graphs without a query": ("GET", {"url": [("default-graph-uri", REFERENCE)]}, 400),
    "a form without a query": ("POST", {"body": "", "kind": FORM}, 400),
    "wrong syntax by GET": ("GET", {"url": [("query", "SELECT WHERE")]}, 400),
    "wrong syntax by POST": ("POST", {"body": "ASK {", "kind": DIRECT}, 400),
    "two forms of query in one": ("POST", {"body": f"{ASK} {ASK}", "kind": DIRECT}, 400),
    "an unknown prefix": ("GET", {"url": [("query", "ASK { ?s nobody:knows ?o }")]}, 400),
    "a form without its type": ("POST", {"body": urlencode({"query": ASK})}, 415),
    "a query without its type": ("POST", {"body": ASK}, 415),
    "a query of another type": ("POST", {"body": ASK, "kind": "text/plain"}, 415),
    "a query in JSON": ("POST", {"body": json.dumps({"query": ASK}), "kind": "application/json"}, 415),
    "a query that is said to be UTF-16": ("POST", {"body": ASK.encode("utf-16"), "kind": f"{DIRECT}; charset=UTF-16"}, 415),
    "a query that is no UTF-8": ("POST", {"body": b"ASK { FILTER('\xff' = '') }", "kind": DIRECT}, 400),
    "a form that is no UTF-8": ("POST", {"body": b"query=ASK%20%7B%7D%FF", "kind": FORM}, 400),
    "a NUL": ("POST", {"body": "ASK {} \0", "kind": DIRECT}, 400),
    "too many parameters": ("POST", {"body": "&".join(["a=b"] * 101), "kind": FORM}, 400),
    "too long a body": ("POST", {"body": "#" * 262_145, "kind": DIRECT}, 413),
    "an update by POST of itself": ("POST", {"body": "CLEAR ALL", "kind": UPDATE}, 415),
    "an update by POST of a form": ("POST", {"body": urlencode({"update": "CLEAR ALL"}), "kind": FORM}, 400),
    "an update by GET": ("GET", {"url": [("update", "CLEAR ALL")]}, 400),
    "an update in a query's place": ("POST", {"body": "INSERT DATA { <urn:a> <urn:b> <urn:c> }", "kind": DIRECT}, 400),
    "LOAD in a query's place": ("GET", {"url": [("query", "LOAD <http://127.0.0.1:1/>")]}, 400),
    "a default graph from elsewhere": ("GET", {"url": [("query", ASK), ("default-graph-uri", "http://127.0.0.1:1/")]}, 400),
    "a named graph from elsewhere": ("GET", {"url": [("query", ASK), ("named-graph-uri", "file:///etc/passwd")]}, 400),
    "a graph that is no IRI": ("GET", {"url": [("query", ASK), ("default-graph-uri", "a b")]}, 400),
    "FROM": ("GET", {"url": [("query", f"SELECT * FROM <{REFERENCE}> {{ ?s ?p ?o }}")]}, 400),
    "SERVICE": ("GET", {"url": [("query", "ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")]}, 400),
}  # fmt: skip


@pytest.mark.parametrize("case", ACCEPTED, ids=str)
def test_accepts(client: TestClient, case: str) -> None:
    method, request = ACCEPTED[case]
    answer = sent(client, method, **request)
    assert (answer.status_code, answer.json()) == (200, {"head": {}, "boolean": True})


def test_a_graph_from_elsewhere_is_told_from_a_query_that_cannot_be_read(client: TestClient) -> None:
    method, request, _ = REFUSED["a default graph from elsewhere"]
    assert sent(client, method, **request).text.startswith("there is no graph <http://127.0.0.1:1/> here")


@pytest.mark.parametrize("case", EMPTY_GRAPHS, ids=str)
def test_data_set_is_what_was_named_and_no_more(client: TestClient, case: str) -> None:
    assert sent(client, "GET", url=EMPTY_GRAPHS[case]).json()["boolean"] is False


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_refuses(client: TestClient, case: str) -> None:
    method, request, status = REFUSED[case]
    answer = sent(client, method, **request)
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "text/plain; charset=utf-8")
    assert len(answer.text) > 10 or status == 405
    assert status != 405 or set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "POST"}


def test_nothing_refused_has_changed_the_store(client: TestClient) -> None:
    assert sent(client, "GET", url=[("query", "ASK { <urn:a> ?p ?o }")]).json()["boolean"] is False
    assert sent(client, "GET", url=[("query", ASK)]).json()["boolean"] is True


RESULTS, RDF = "application/sparql-results", "application/rdf"
NEGOTIATED = [
    # query, Accept, status, what it comes as
    (SELECT, None, 200, f"{RESULTS}+json"), (SELECT, "*/*", 200, f"{RESULTS}+json"), (SELECT, f"{RESULTS}+json", 200, f"{RESULTS}+json"),
    (SELECT, f"{RESULTS}+xml", 200, f"{RESULTS}+xml"), (SELECT, "text/csv", 200, "text/csv; charset=utf-8"),
    (SELECT, "text/tab-separated-values", 200, "text/tab-separated-values; charset=utf-8"),
    (SELECT, "application/json", 200, "application/json"), (SELECT, "application/xml", 200, "application/xml"),
    (SELECT, f"{RESULTS}+json;q=0.1, {RESULTS}+xml;q=0.2", 200, f"{RESULTS}+xml"), (SELECT, "text/*", 200, "text/csv; charset=utf-8"),
    (SELECT, "text/html,application/xhtml+xml,*/*;q=0.8", 200, f"{RESULTS}+json"),
    (SELECT, f"*/*;q=0.1,{RESULTS}+json;q=0", 200, f"{RESULTS}+xml"),
    (SELECT, "text/turtle", 406, None), (SELECT, "image/png", 406, None), (SELECT, "*/*;q=0", 406, None),
    (ASK, f"{RESULTS}+xml", 200, f"{RESULTS}+xml"), (ASK, "text/turtle", 406, None),
    (CONSTRUCT, None, 200, "text/turtle; charset=utf-8"), (CONSTRUCT, "application/n-triples", 200, "application/n-triples"),
    (CONSTRUCT, f"{RDF}+xml", 200, f"{RDF}+xml"), (CONSTRUCT, "application/ld+json", 200, "application/ld+json"),
    (CONSTRUCT, f"{RESULTS}+json", 406, None), (DESCRIBE, "text/turtle;q=0.5,application/n-triples", 200, "application/n-triples"),
    (DESCRIBE, f"{RESULTS}+json, text/turtle;q=0.1", 200, "text/turtle; charset=utf-8"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "accept", "status", "kind"), NEGOTIATED, ids=lambda value: str(value)[:40])
def test_answers_in_the_form_that_is_wanted(client: TestClient, query: str, accept: str | None, status: int, kind: str | None) -> None:
    answer = sent(client, "POST", body=query, kind=DIRECT, accept=accept if accept is not None else "")
    assert answer.status_code == status
    assert kind is None or answer.headers["Content-Type"] == kind
    assert "Accept" in answer.headers.get("Vary", "Accept")


def test_the_forms_hold_the_same_rows(client: TestClient) -> None:
    found = {
        kind: sent(client, "GET", url=[("query", SELECT)], accept=kind)
        for kind in (f"{RESULTS}+json", f"{RESULTS}+xml", "text/csv", "text/tab-separated-values")
    }
    rows = [row["s"]["value"] for row in found[f"{RESULTS}+json"].json()["results"]["bindings"]]
    assert len(rows) == 2
    assert [
        node.text for node in ET.fromstring(found[f"{RESULTS}+xml"].content).iter("{http://www.w3.org/2005/sparql-results#}uri")
    ] == rows
    assert found["text/csv"].text.split() == ["s", *rows]
    assert found["text/tab-separated-values"].text.split() == ["?s", *(f"<{row}>" for row in rows)]


def test_the_forms_hold_the_same_triples(client: TestClient) -> None:
    forms = {"text/turtle": "turtle", "application/n-triples": "nt", f"{RDF}+xml": "xml", "application/ld+json": "json-ld"}
    found = [
        set(rdflib.Graph().parse(data=sent(client, "GET", url=[("query", CONSTRUCT)], accept=kind).content, format=form))
        for kind, form in forms.items()
    ]
    assert len(found[0]) > 3
    assert all(triples == found[0] for triples in found)


def test_head_is_get_without_a_body(client: TestClient) -> None:
    got, head = (sent(client, method, url=[("query", ASK)]) for method in ("GET", "HEAD"))
    assert (head.status_code, head.content, head.headers["Content-Type"]) == (200, b"", got.headers["Content-Type"])


def test_without_a_query_the_endpoint_describes_itself(client: TestClient) -> None:
    told = rdflib.Graph().parse(data=sent(client, "GET", accept="application/n-triples").content, format="nt")
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert set(told.objects(None, sd.endpoint)) == {rdflib.URIRef("http://127.0.0.1:8000/sparql")}
    assert set(told.objects(None, sd.supportedLanguage)) == {sd.SPARQL11Query}
    assert sd.BasicFederatedQuery not in set(told.objects(None, sd.feature))
    forms = {str(form).rpartition("/")[2] for form in told.objects(None, sd.resultFormat)}
    assert {
        "SPARQL_Results_JSON",
        "SPARQL_Results_XML",
        "SPARQL_Results_CSV",
        "SPARQL_Results_TSV",
        "Turtle",
        "N-Triples",
        "RDF_XML",
        "JSON-LD",
    } <= forms
    assert sent(client, "GET", accept="text/html").headers["Location"] == "/query"
