"""Each shipped question over the sample articles, against the answer that stands beside it.

``make expected`` writes the answers anew; the difference is then read, line by line, before it is committed.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from qurultay import pipeline, queries, resources, sources, store
from qurultay.exports.answers import write_answer
from qurultay.facts import Reader
from qurultay.store import EmbeddedView

SHIPPED = queries.questions()


def expected(question: queries.Question) -> Path:
    """Return the file that holds a question's answer over the sample articles."""
    return resources.path("queries/questions") / f"{question.name}.expected.tsv"


def built(place: Path) -> EmbeddedView:
    """Build the sample articles and return the store."""
    with store.write(place) as target:
        list(pipeline.build(sources.articles([str(resources.path("data/articles"))]), target, reader=Reader.default()))
    return EmbeddedView.read(place)


def answered(view: EmbeddedView, question: queries.Question) -> str:
    """Return the answer with the sample's values, and the defaults of the other parameters."""
    return write_answer(queries.ask(view, question, question.sample), form="tsv")


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedView:
    return built(tmp_path_factory.mktemp("samples") / "s")


@pytest.mark.parametrize("question", SHIPPED, ids=lambda question: question.name)
def test_answer_is_as_expected(question: queries.Question, view: EmbeddedView) -> None:
    assert expected(question).is_file(), "make expected, and read what it wrote"
    assert answered(view, question).splitlines() == expected(question).read_text(encoding="utf-8").splitlines()


def test_no_answer_without_its_question() -> None:
    files = {file.name.removesuffix(".expected.tsv") for file in resources.files("queries/questions", "*.expected.tsv")}
    assert files <= {question.name for question in SHIPPED}


if __name__ == "__main__":
    opened = built(Path(sys.argv[1]))
    for asked in SHIPPED:
        expected(asked).write_text(answered(opened, asked), encoding="utf-8")
