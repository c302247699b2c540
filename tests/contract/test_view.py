"""One contract for every backend that can be asked: a store in a folder, and stores on servers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from qurultay import exchange, exports, network, queries, store, terms, validation
from qurultay.errors import QueryError, StoreError
from qurultay.exports.answers import write_answer
from qurultay.exports.bulk import export_shards
from qurultay.exports.description import write_description
from qurultay.store import Opened, RemoteView, Table
from qurultay.store.lookup import look_up
from tests.contract.servers import Place

ANNA = "person/anna-bell"


@pytest.fixture
def view(place: Place) -> Iterator[Opened]:
    with store.read(place) as opened:
        yield opened


@pytest.fixture
def same(folder: Path) -> Iterator[Opened]:
    """The store in a folder, which is to answer the same."""
    with store.read(folder) as opened:
        yield opened


def test_select(view: Opened) -> None:
    found = view.query("SELECT ?id WHERE { GRAPH ?g { ?a schema:identifier ?id } } ORDER BY ?id")
    assert found == Table(("id",), tuple((Literal(name),) for name in ("four", "one", "three", "two")))


def test_terms_take_the_place_of_variables(view: Opened) -> None:
    person = NamedNode(terms.iri(ANNA))
    found = view.query("SELECT ?a ?who WHERE { GRAPH ?a { ?e schema:attendee ?who } } ORDER BY ?a", terms={"who": person})
    assert isinstance(found, Table)
    assert found.rows == tuple((NamedNode(terms.iri(f"article/{name}")), person) for name in ("four", "one"))


def test_hostile_text_stays_text(view: Opened) -> None:
    hostile = Literal('x") } } ; DROP ALL #\n\\"', language="en")
    found = view.query('SELECT ?s ?v WHERE { GRAPH ?g { ?s ?p ?v FILTER(LANG(?v) != "") } } # {', terms={"v": hostile})
    assert isinstance(found, Table)
    assert found.rows == ()


def test_ask_and_construct(view: Opened) -> None:
    assert view.query("ASK { GRAPH ?g { ?a a q:Article } }") is True
    assert view.query("ASK { GRAPH ?g { ?a a q:Nothing } }") is False
    found = view.query("CONSTRUCT { ?a q:has ?id } WHERE { GRAPH ?g { ?a schema:identifier ?id } }")
    assert isinstance(found, tuple)
    assert {str(t.object) for t in found} == {'"one"', '"two"', '"three"', '"four"'}


def test_malformed_query(view: Opened) -> None:
    with pytest.raises(QueryError):
        view.query("SELECT ?a WHERE {")


def test_default_graph_is_the_union_where_the_server_is_known(view: Opened) -> None:
    found = view.query("SELECT DISTINCT ?id WHERE { ?a a q:Article ; schema:identifier ?id } ORDER BY ?id")
    plain = isinstance(view, RemoteView) and view.server == "any other"
    assert isinstance(found, Table)
    assert [row[0] for row in found.rows] == [Literal(name) for name in (() if plain else ("four", "one", "three", "two"))]


def test_update_is_no_question(view: Opened) -> None:
    for text in ("DROP ALL", "# SELECT\nINSERT DATA { <a:b> <a:b> <a:b> }", "PREFIX select: <a:b> DELETE WHERE { ?s ?p ?o }", ""):
        with pytest.raises(QueryError):
            view.query(text)
    assert view.query("ASK { GRAPH ?g { ?a a q:Article } }") is True


def test_quads_are_all(view: Opened, same: Opened) -> None:
    assert set(view.quads()) == set(same.quads())


def test_info_is_the_same(view: Opened, same: Opened) -> None:
    one, two = view.info(), same.info()
    assert (one.articles, one.quads, one.claims, one.quarantined) == (two.articles, two.quads, two.claims, two.quarantined)
    assert (one.base, one.kinds, one.languages, one.graphs) == (two.base, two.kinds, two.languages, two.graphs)


@pytest.mark.parametrize("form", sorted(exports.FORMATS))
def test_exports_are_the_same_bytes(form: str, view: Opened, same: Opened, tmp_path: Path) -> None:
    for name, opened in (("one", view), ("two", same)):
        exports.write_file(opened.quads(), tmp_path / name, form=form)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_shards_are_the_same(view: Opened, same: Opened, tmp_path: Path) -> None:
    one, two = (export_shards(opened.quads(), tmp_path / name, size=10**6) for name, opened in (("one", view), ("two", same)))
    assert one == two


def test_description_is_the_same(view: Opened, same: Opened) -> None:
    assert write_description(view) == write_description(same)


def test_report_is_the_same(view: Opened, same: Opened) -> None:
    one, two = (validation.validate(opened.quads()) for opened in (view, same))
    assert one.as_text() == two.as_text()


def test_identities_are_looked_up_alike(view: Opened, same: Opened) -> None:
    for name in ("Anna Bell", None):
        assert look_up(view, name) == look_up(same, name)


@pytest.mark.parametrize("question", queries.questions(), ids=lambda question: question.name)
def test_questions_are_answered_alike(question: queries.Question, view: Opened, same: Opened) -> None:
    samples = {"person": ANNA, "place": "place/baku", "to": "2024-01-03"}
    given = {p.name: samples[p.name] for p in question.parameters if p.name in samples}
    for values in ({}, given, dict(question.sample)):
        one, two = (queries.ask(opened, question, values) for opened in (view, same))
        assert write_answer(one, form="table") == write_answer(two, form="table")


@pytest.mark.parametrize("form", [form.name for form in exchange.FORMS if form.name != "quickstatements"])
def test_tools_get_the_same_from_every_backend(form: str, view: Opened, same: Opened) -> None:
    one, two = (exchange.from_store(opened, name=form) for opened in (view, same))
    assert one == two
    assert not one.counts.startswith("0 ")


def test_network_is_the_same_from_every_backend(view: Opened, same: Opened) -> None:
    one, two = (network.periods(network.involvements(opened)) for opened in (view, same))
    assert network.told(one) == network.told(two)


def test_unreachable_endpoint() -> None:
    with pytest.raises(StoreError, match="cannot be reached"):
        RemoteView("http://127.0.0.1:9/query").query("ASK {}")


def test_only_the_web_is_an_address() -> None:
    with pytest.raises(StoreError, match="not an http or https address"):
        RemoteView("file:///etc/passwd")
