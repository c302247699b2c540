"""Sure claims only: what is left of a store, and that nothing is left hanging."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad
from typer.testing import CliRunner

from qurultay import pipeline, store
from qurultay.cli import app
from qurultay.model import Article, Reading
from qurultay.pipeline import Reads
from qurultay.store import at_least
from qurultay.terms import expand
from qurultay.validation import validate


@pytest.fixture
def quads(tmp_path: Path, reader: Reads, articles: tuple[Article, ...]) -> list[Quad]:
    """A store of the shared articles: attendees are claimed with 0.8, days with 0.7, places with 0.6, the rest with more."""
    with store.write(tmp_path / "graph") as target:
        assert all(isinstance(outcome, pipeline.Built) for outcome in pipeline.build(articles, target, reader=reader))
    with store.read(tmp_path / "graph") as view:
        return list(view.quads())


def predicates(quads: Iterable[Quad], subject: str = "/event/") -> set[str]:
    return {quad.predicate.value for quad in quads if isinstance(quad.subject, NamedNode) and subject in quad.subject.value}


LEFT = [
    (0.0, {"schema:attendee", "schema:startDate", "schema:location", "q:earliestDate", "q:status"}, set()),
    (0.65, {"schema:attendee", "schema:startDate", "q:earliestDate", "q:status"}, {"schema:location"}),
    (0.75, {"schema:attendee", "q:status"}, {"schema:location", "schema:startDate", "q:earliestDate", "q:latestDate"}),
    (0.85, {"q:status"}, {"schema:attendee", "schema:startDate"}),
]


@pytest.mark.parametrize(("least", "left", "gone"), LEFT)
def test_what_is_claimed_with_less_goes(quads: list[Quad], least: float, left: set[str], gone: set[str]) -> None:
    found = predicates(at_least(quads, least))
    assert set(map(expand, left)) <= found
    assert not set(map(expand, gone)) & found


def test_with_nothing_asked_all_is_left(quads: list[Quad]) -> None:
    assert set(at_least(quads, 0.0)) == set(quads)


def test_claims_go_with_their_quotes(quads: list[Quad]) -> None:
    left = list(at_least(quads, 0.75))
    claims = {quad.object for quad in left if quad.predicate.value == expand("oa:hasSelector")}
    quotes = {quad.subject for quad in left if quad.predicate.value in (expand("oa:exact"), expand("oa:start"))}
    assert claims == quotes
    assert 0 < len(claims) < sum(quad.predicate.value == expand("oa:hasSelector") for quad in quads)


class Doubtful:
    """Reads as another reader does, but doubts the kind of each event."""

    def __init__(self, reader: Reads) -> None:
        self.reader = reader

    def read(self, article: Article) -> Reading:
        found = self.reader.read(article)
        words = next((fact.evidence for fact in found.facts), ())
        kinds = tuple(replace(fact, predicate="rdf:type", object="q:Meeting", confidence=0.5) for fact in found.facts[:1])
        return replace(found, facts=(*found.facts, *(replace(kind, evidence=words) for kind in kinds)))


def test_an_event_of_a_doubtful_kind_goes_whole(tmp_path: Path, reader: Reads, articles: tuple[Article, ...]) -> None:
    with store.write(tmp_path / "graph") as target:
        list(pipeline.build(articles, target, reader=Doubtful(reader)))
    with store.read(tmp_path / "graph") as view:
        left = list(at_least(view.quads(), 0.55))
    assert predicates(left) == set()
    assert predicates(left, "/person/"), "the people stay"
    assert not [q for q in left if isinstance(q.object, NamedNode) and "/event/" in q.object.value], "no claim speaks of it"


def test_what_is_left_is_asked_and_taken_out(tmp_path: Path, quads: list[Quad], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert quads

    def run(*arguments: str) -> str:
        done = CliRunner().invoke(app, [*arguments, "--store", "graph"], catch_exceptions=False)
        assert done.exit_code == 0
        return done.stdout

    def present(least: str) -> bool:
        return re.search(rf"/event/\S+> <{expand('schema:attendee')}> ", run("export", "--min-confidence", least)) is not None

    assert present("0.8")
    assert not present("0.81")
    asked = ("query", "attendees", "--format", "csv")
    assert len(run(*asked).splitlines()) > len(run(*asked, "--min-confidence", "0.81").splitlines()) == 1


def test_what_is_left_by_claims_alone_is_valid(quads: list[Quad]) -> None:
    own = list(at_least(quads, 0.55))
    assert validate(own).conforms
