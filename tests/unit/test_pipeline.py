"""The whole way: each input ends in exactly one outcome."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qurultay import pipeline, store, terms
from qurultay.errors import GraphError, InputError
from qurultay.model import Article, Reading
from qurultay.pipeline import Built, Reads, Tally, kind_of_reason
from qurultay.sources import Rejected
from qurultay.store import Quarantined, Store

REJECTED = Rejected(InputError("the file is empty", path="x.txt"))
BROKEN = Article("bad", "Broken Bell met Carl Dorn.", "en", published="2024-01-02")


@pytest.fixture
def target(tmp_path: Path) -> Iterator[Store]:
    with store.write(tmp_path / "s") as opened:
        yield opened


def test_inputs_are_built_rejected_or_quarantined(target: Store, reader: Reads, articles: tuple[Article, ...]) -> None:
    tally = Tally()
    for outcome in pipeline.build([*articles, REJECTED, BROKEN], target, reader=reader):
        tally.add(outcome)
    assert (tally.total, tally.built, dict(tally.rejected), tally.held) == (6, 4, {"the file is empty": 1}, 1)
    assert not tally.clean
    assert target.info().articles == 4


def test_article_whose_reading_fails_is_quarantined_and_the_rest_is_built(
    target: Store, reader: Reads, articles: tuple[Article, ...]
) -> None:
    class Failing:
        def read(self, article: Article) -> Reading:
            if article.id == BROKEN.id:
                raise OverflowError("date value out of range")
            return reader.read(article)

    held, *others = pipeline.build([BROKEN, *articles], target, reader=Failing())
    assert isinstance(held, Quarantined)
    assert held.reasons == (("reading", "OverflowError: date value out of range"),)
    assert all(isinstance(outcome, Built) for outcome in others)


def test_violation_is_quarantined_with_its_reason_until_it_is_mended(target: Store, reader: Reads) -> None:
    (held,) = pipeline.build([BROKEN], target, reader=reader)
    assert isinstance(held, Quarantined)
    assert [shape for shape, _ in held.reasons] == ["EventStatus"]
    assert held.quads
    assert target.quarantined()[0].identifier == "bad"
    mended = Article("bad", "Anna Bell met Carl Dorn.", "en", published="2024-01-02")
    (built,) = pipeline.build([mended], target, reader=reader)
    assert isinstance(built, Built)
    assert target.quarantined() == ()


def test_what_breaks_takes_the_old_graph_along(target: Store, reader: Reads) -> None:
    list(pipeline.build([Article("bad", "Anna Bell met Carl Dorn.", "en", published="2024-01-02")], target, reader=reader))
    list(pipeline.build([BROKEN], target, reader=reader))
    assert target.info().articles == 0
    assert "Anna Bell" not in " ".join(map(str, target.quads()))


def test_reading_that_is_no_graph_is_quarantined(target: Store) -> None:
    class Faulty:
        def read(self, article: Article) -> Reading:
            raise GraphError("a fact names 'x', which is no entity of the reading")

    (held,) = pipeline.build([Article("a", "T")], target, reader=Faulty())
    assert isinstance(held, Quarantined)
    assert held.reasons == (("graph", "a fact names 'x', which is no entity of the reading"),)
    assert target.quarantined() == (held,)


def test_build_is_lazy(target: Store, reader: Reads) -> None:
    def inputs() -> Iterator[Article]:
        yield Article("a", "T", "en")
        raise AssertionError("the second input was asked for before the first was stored")

    outcome = next(pipeline.build(inputs(), target, reader=reader))
    assert isinstance(outcome, Built)


def test_verdict_does_not_depend_on_other_articles(target: Store, reader: Reads, articles: tuple[Article, ...]) -> None:
    """Context comes from shipped data only, not from what other articles say."""
    list(pipeline.build(articles, target, reader=reader))
    graphs = {str(quad.graph_name)[1:-1] for quad in pipeline.context(target, target.quads())}
    assert graphs <= {terms.GRAPHS["reference"], terms.GRAPHS["ontology"]}


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("not UTF-8 (byte 5): it looks like cp1254", "not UTF-8"),
        ("'2024-13-01' is not a date (YYYY-MM-DD) (in \"published\")", "… is not a date"),
        ("the file is empty", "the file is empty"),
    ],
)
def test_kind_of_reason(reason: str, kind: str) -> None:
    assert kind_of_reason(reason) == kind
