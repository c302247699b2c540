"""Pages and data of things: what is told with which words, in which form, and that nothing of an article becomes markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from html.parser import HTMLParser
from typing import Any

import pytest
import rdflib
from pyoxigraph import RdfFormat, parse
from starlette.testclient import TestClient

from qurultay.terms import BASE
from tests.unit.serve.conftest import HOSTILE

PERSON, HTML = "person/carl-dorn", "text/html"
TURTLE, JSONLD, NQUADS = "text/turtle", "application/ld+json", "application/n-quads"


class Reading(HTMLParser):
    """Notes the elements of a page, and their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def links(self) -> list[str]:
        """Return where the page links to."""
        return [attributes["href"] or "" for tag, attributes in self.elements if tag == "a" and "href" in attributes]


def got(client: TestClient, path: str, accept: str | None = HTML, **headers: str) -> Any:
    """Get a page without following it."""
    return client.get(path, headers={"Accept": accept or "", "Accept-Language": "en", **headers}, follow_redirects=False)


NEGOTIATED = [
    # address, Accept, status, what it comes as or where it leads
    (f"/id/{PERSON}", HTML, 303, f"/page/{PERSON}"), (f"/id/{PERSON}", None, 303, f"/page/{PERSON}"),
    (f"/id/{PERSON}", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", 303, f"/page/{PERSON}"),
    (f"/id/{PERSON}?lang=ru", HTML, 303, f"/page/{PERSON}?lang=ru"), (f"/id/{PERSON}?lang=%26", HTML, 303, f"/page/{PERSON}"),
    (f"/id/{PERSON}", TURTLE, 303, f"/data/{PERSON}.ttl"), (f"/id/{PERSON}", JSONLD, 303, f"/data/{PERSON}.jsonld"),
    (f"/id/{PERSON}", NQUADS, 303, f"/data/{PERSON}.nq"), (f"/id/{PERSON}", f"{HTML};q=0.5, {TURTLE};q=0.6", 303, f"/data/{PERSON}.ttl"),
    (f"/id/{PERSON}", "image/png", 406, None), ("/id/person/nobody", TURTLE, 404, None),
    ("/id/person/nobody", HTML, 404, f"{HTML}; charset=utf-8"),
    (f"/page/{PERSON}", HTML, 200, f"{HTML}; charset=utf-8"), (f"/page/{PERSON}", TURTLE, 200, f"{TURTLE}; charset=utf-8"),
    (f"/page/{PERSON}", JSONLD, 200, JSONLD), (f"/page/{PERSON}", NQUADS, 200, NQUADS), (f"/page/{PERSON}", "image/png", 406, None),
    ("/page/person/nobody", HTML, 404, f"{HTML}; charset=utf-8"), (f"/data/{PERSON}", None, 200, f"{TURTLE}; charset=utf-8"),
    (f"/data/{PERSON}", f"{NQUADS}, {TURTLE};q=0.1", 200, NQUADS), (f"/data/{PERSON}", HTML, 406, None),
    (f"/data/{PERSON}.ttl", HTML, 200, f"{TURTLE}; charset=utf-8"), (f"/data/{PERSON}.jsonld", HTML, 200, JSONLD),
    (f"/data/{PERSON}.nq", "image/png", 200, NQUADS), (f"/data/{PERSON}.xml", None, 404, None),
    ("/data/person/nobody.ttl", None, 404, None),
    ("/page/a%20b", HTML, 404, None), ("/page/%3Cscript%3E", HTML, 404, None),
    ("/page/..%2F..%2Fetc", HTML, 404, None), ("/page/", HTML, 404, None),
    ("/void", None, 200, f"{TURTLE}; charset=utf-8"), ("/.well-known/void", "application/ld+json", 200, JSONLD), ("/void", HTML, 406, None),
]  # fmt: skip


@pytest.mark.parametrize(("path", "accept", "status", "told"), NEGOTIATED)
def test_gives_what_is_wanted(client: TestClient, path: str, accept: str | None, status: int, told: str | None) -> None:
    answer = got(client, path, accept)
    assert answer.status_code == status
    if told is not None:
        assert answer.headers["Location" if status == 303 else "Content-Type"] == told
    assert status not in (200, 303) or "Accept" in answer.headers["Vary"]


def test_every_fact_has_its_words_outlet_day_and_confidence(client: TestClient) -> None:
    page = Reading(got(client, f"/page/{PERSON}").text)
    assert "Carl Dorn" in page.text
    assert page.text.count("Was present at") == 1
    assert page.text.count("confidence 0.80") == 2
    assert "2024-01-02" in page.text
    assert "/page/article/one" in page.links()
    quoted = [tag for tag, _ in page.elements if tag in ("blockquote", "figcaption", "meter")]
    assert quoted.count("blockquote") == quoted.count("figcaption") == quoted.count("meter") > 3


def test_an_article_tells_all_it_claims(client: TestClient) -> None:
    page = Reading(got(client, "/page/article/four").text)
    assert {f"/page/person/{name}" for name in ("anna-bell", "gino-hart", "ivan-jung")} <= set(page.links())


def test_an_event_is_called_by_what_it_is(client: TestClient) -> None:
    links = [link for link in Reading(got(client, f"/page/{PERSON}").text).links() if "/page/event/" in link]
    heading = re.search("<h1>(.+)</h1>", got(client, links[0]).text)
    assert heading
    assert heading[1].partition(",")[0] in {"Meeting", "Visit", "Session", "Event"}


def test_an_iri_that_another_stands_for_still_answers(client: TestClient) -> None:
    page = Reading(got(client, "/page/person/old-name").text)
    assert "Another address stands for this one now" in page.text
    assert f"/page/{PERSON}" in page.links()
    graph = rdflib.Graph().parse(data=got(client, "/data/person/old-name.ttl").text, format="turtle")
    assert (rdflib.URIRef(f"{BASE}person/old-name"), rdflib.DCTERMS.isReplacedBy, rdflib.URIRef(BASE + PERSON)) in graph


@pytest.mark.parametrize("language", ["az", "en", "tr", "ru"])
@pytest.mark.parametrize("path", ["/page/article/hostile", "/page/{person}", "/page/{event}"])
def test_nothing_of_an_article_becomes_markup(client: TestClient, path: str, language: str) -> None:
    quads = list(parse(got(client, "/data/article/hostile.nq", NQUADS).content, format=RdfFormat.N_QUADS))
    nodes = {quad.subject.value for quad in quads} | {quad.object.value for quad in quads if hasattr(quad.object, "value")}
    person, event = (min(node for node in nodes if node.startswith(BASE + family)) for family in ("person/", "event/"))
    answer = got(client, path.format(person=person.removeprefix(BASE), event=event.removeprefix(BASE)) + f"?lang={language}")
    page = Reading(answer.text)
    assert answer.status_code == 200
    assert page.text.count("alert(1)") >= 1
    assert escape(HOSTILE) in answer.text
    assert not {"script", "img", "style", "iframe", "object"} & {tag for tag, _ in page.elements}
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
    assert not [link for link in page.links() if not link.startswith(("/", "#", "http://", "https://"))]


def test_a_hostile_article_gives_data_that_parse(client: TestClient) -> None:
    for ending, form in (("ttl", "turtle"), ("jsonld", "json-ld"), ("nq", "nquads")):
        found = rdflib.Dataset().parse(data=got(client, f"/data/article/hostile.{ending}").content, format=form)
        assert HOSTILE in {str(o) for _, _, o, _ in found.quads()}


def test_data_hold_the_claims_and_where_to_look_them_up(client: TestClient) -> None:
    graph = rdflib.Graph().parse(data=got(client, f"/data/{PERSON}.ttl").text, format="turtle")
    rows = graph.query(
        """PREFIX q: <https://w3id.org/qurultay/ontology#> PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX schema: <https://schema.org/>
        SELECT ?quote ?day { ?claim rdf:object ?person ; q:confidence ?sure ; prov:wasDerivedFrom ?article ;
          oa:hasSelector/oa:exact ?quote .
        ?article schema:datePublished ?day }""",
        initBindings={"person": rdflib.URIRef(BASE + PERSON)},
        initNs={"rdf": rdflib.RDF, "prov": rdflib.PROV},
    )
    assert {str(row[1]) for row in rows if isinstance(row, rdflib.query.ResultRow)} == {"2024-01-02", "2024-01-03"}


@pytest.mark.parametrize(
    ("asked", "query", "told"),
    [
        ("az,en;q=0.5", "", "az"),
        ("de, tr-TR;q=0.7, ru;q=0.2", "", "tr"),
        ("fr", "", "en"),
        ("", "", "en"),
        ("az", "?lang=ru", "ru"),
        ("az", "?lang=xx", "az"),
    ],
)
def test_speaks_the_language_that_is_wanted(client: TestClient, asked: str, query: str, told: str) -> None:
    for path in (f"/page/{PERSON}", "/query", "/"):
        answer = got(client, path + query, **{"Accept-Language": asked})
        assert f'<html lang="{told}">' in answer.text
        assert "Accept-Language" in answer.headers["Vary"]


def test_who_has_a_page_is_not_sent_it_again(client: TestClient) -> None:
    for path in ("/", f"/page/{PERSON}", f"/data/{PERSON}.ttl", "/void", "/assets/pages.css"):
        mark = got(client, path, None).headers["ETag"]
        again = got(client, path, None, **{"If-None-Match": f'"x", W/{mark}'})
        assert (again.status_code, again.content) == (304, b"")
        assert got(client, path, None, **{"If-None-Match": '"x"'}).status_code == 200


def test_the_view_is_packed_and_keeps_its_own_policy(client: TestClient) -> None:
    answer = got(client, "/", **{"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'sha256-" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    for coding in ("gzip;q=0", "br", "identity"):
        assert "Content-Encoding" not in got(client, "/", **{"Accept-Encoding": coding}).headers


def test_the_editor_has_every_question(client: TestClient) -> None:
    from qurultay import queries

    text = got(client, "/query").text
    assert [question.name for question in queries.questions() if f'"name": "{question.name}"' not in text] == []
    assert got(client, "/assets/query.js").headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert got(client, "/assets/query.css").status_code == got(client, "/assets/query.notices.txt").status_code == 200


@pytest.mark.parametrize(
    "path", ["/assets/..%2Fapplication.py", "/assets/nothing.js", "/assets/", "/nowhere", "/sparql/", "/assets/words.json"]
)
def test_gives_out_no_other_file(client: TestClient, path: str) -> None:
    assert got(client, path).status_code == 404


def test_is_well_and_asks_crawlers_not_to_query(client: TestClient) -> None:
    assert got(client, "/health").text.strip()
    assert "Disallow: /sparql" in got(client, "/robots.txt").text


HOSTS = [
    ("127.0.0.1:8000", 200), ("localhost", 200), ("LOCALHOST:80", 200), ("[::1]:8000", 200), ("evil.example", 421),
    ("evil.example:8000", 421),
    ("localhost.evil.example", 421), ("127.0.0.1.evil.example", 421), ("", 421), ("a@localhost", 421), ("localhost:x", 421),
]  # fmt: skip


@pytest.mark.parametrize(("host", "status"), HOSTS)
def test_answers_to_its_own_names_only(client: TestClient, host: str, status: int) -> None:
    assert client.get("/health", headers={"Host": host}).status_code == status


ALWAYS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY"}


@pytest.mark.parametrize(
    "path",
    ["/", f"/page/{PERSON}", f"/data/{PERSON}.ttl", "/sparql?query=ASK{}", "/sparql?query=ASK", "/query", "/nowhere", "/assets/pages.css"],
)
def test_says_what_browsers_may_do(client: TestClient, path: str) -> None:
    headers = got(client, path, None).headers
    assert {name: headers[name] for name in ALWAYS} == ALWAYS
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "Access-Control-Allow-Origin" not in headers
    assert "Server" not in headers


ORIGIN = "https://app.example"


@pytest.mark.parametrize(
    ("origins", "origin", "allowed"),
    [
        ((), ORIGIN, None),
        ((ORIGIN,), ORIGIN, ORIGIN),
        ((ORIGIN,), "https://other.example", None),
        (("*",), ORIGIN, "*"),
        (("*",), "null", "*"),
    ],
)
def test_lets_in_the_web_pages_it_is_told_to(
    serving: Callable[..., TestClient], origins: tuple[str, ...], origin: str, allowed: str | None
) -> None:
    client = serving(origins=origins)
    for path in ("/sparql?query=ASK{}", f"/data/{PERSON}.ttl", "/sparql?query=ASK"):
        assert client.get(path, headers={"Origin": origin}).headers.get("Access-Control-Allow-Origin") == allowed
    assert "Access-Control-Allow-Origin" not in client.get("/query", headers={"Origin": origin}).headers
    preflight = {"Origin": origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    answer = client.options("/sparql", headers=preflight)
    assert (answer.status_code, answer.headers.get("Access-Control-Allow-Origin")) == (204 if allowed else 403, allowed)
