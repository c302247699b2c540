"""Questions: their headers, their parameters, and that each is answered in order."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from qurultay import pipeline, queries, store, terms
from qurultay.errors import QueryError
from qurultay.model import Article
from qurultay.pipeline import Reads
from qurultay.queries import Parameter, parse_question
from qurultay.store import EmbeddedView, Table

SHIPPED = queries.questions()


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory, reader: Reads, articles: tuple[Article, ...]) -> EmbeddedView:
    place = tmp_path_factory.mktemp("queries") / "s"
    with store.write(place) as target:
        list(pipeline.build(articles, target, reader=reader))
    return EmbeddedView.read(place)


def test_there_are_at_least_fifteen() -> None:
    assert len(SHIPPED) >= 15


@pytest.mark.parametrize("question", SHIPPED, ids=lambda question: question.name)
def test_shipped_question_is_whole(question: queries.Question, view: EmbeddedView) -> None:
    assert question.question.endswith("?")
    assert question.columns
    assert "ORDER BY" in question.sparql
    assert sum(line.startswith("#: param") for line in question.sparql.splitlines()) == len(question.parameters)
    answer = queries.ask(view, question)
    assert isinstance(answer, Table)
    assert answer.columns == question.columns
    assert queries.ask(view, question) == answer


@pytest.mark.parametrize("question", SHIPPED, ids=lambda question: question.name)
def test_parameter_of_a_stranger_finds_nothing(question: queries.Question, view: EmbeddedView) -> None:
    """A parameter that is given restricts the answer, wherever the query uses it."""
    for parameter in question.parameters:
        if parameter.kind == "iri":
            answer = queries.ask(view, question, {parameter.name: "http://example.org/nobody"})
            assert isinstance(answer, Table)
            assert answer.rows == (), parameter.name


def ids(view: EmbeddedView, name: str, **given: str) -> list[str]:
    """Return the first column of an answer."""
    answer = queries.ask(view, queries.find(name), given)
    assert isinstance(answer, Table)
    return [getattr(row[0], "value", "") for row in answer.rows]


def test_answers(view: EmbeddedView) -> None:
    assert ids(view, "articles") == ["four", "one", "three", "two"]
    assert ids(view, "events", **{"from": "2024-01-03", "to": "2024-01-04"}) == ["2024-01-03"]
    assert ids(view, "events", place="place/baku") == ["2024-01-02", "2024-01-03", "2024-01-05"]
    assert ids(view, "places") == ["Bakı"]
    assert len(ids(view, "evidence", predicate="schema:attendee")) == 7


@pytest.mark.parametrize(
    ("kind", "value", "term"),
    [
        ("iri", "state/AZ", NamedNode(f"{terms.BASE}state/AZ")),
        ("iri", "role:Minister", NamedNode("https://w3id.org/qurultay/role/Minister")),
        ("iri", "http://example.org/a", NamedNode("http://example.org/a")),
        ("text", 'x" } #', Literal('x" } #')),
        ("date", "2024-05-06", Literal("2024-05-06", datatype=NamedNode(terms.expand("xsd:date")))),
        ("integer", "7", Literal(7)),
    ],
)
def test_values_become_terms(kind: str, value: str, term: NamedNode | Literal) -> None:
    assert Parameter("x", kind, None, "").term(value) == term


WRONG = {
    "iri": ("javascript:alert(1)", "http://a b", "AZ", "http://example.org/>", ""),
    "date": ("2024-13-01", "yesterday"),
    "integer": ("x", "1.5"),
}


@pytest.mark.parametrize(("kind", "value"), [(kind, value) for kind, values in WRONG.items() for value in values])
def test_wrong_values(kind: str, value: str) -> None:
    with pytest.raises(QueryError, match="parameter x: "):
        Parameter("x", kind, None, "").term(value)


def test_unknown_question_and_parameter(view: EmbeddedView, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="there is no question and no file"):
        queries.find("nothing")
    with pytest.raises(QueryError, match="it has: state, body"):
        queries.ask(view, queries.find("posts"), {"sate": "state/AZ"})
    with pytest.raises(QueryError, match="unknown kind 'number'"):
        parse_question("#: param n (number, 1): how many\n", name="q")


def test_file_without_header_is_asked_as_it_is(view: EmbeddedView, tmp_path: Path) -> None:
    path = tmp_path / "mine.rq"
    path.write_text("SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?a a q:Article } }")
    assert ids(view, str(path)) == ["4"]
