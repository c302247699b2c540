"""What the tests of several stages share: a reader that is a few lines long, and the articles that it reads."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from qurultay.model import Article, Entity, Evidence, Fact, Name, Reading, Span, Value

PERSON = re.compile(r"[A-Z]\w+ [A-Z]\w+")


class PairReader:
    """Reads each pair of capitalised words as a person who took part in one meeting in Baku on the day of publication."""

    def read(self, article: Article) -> Reading:
        """Return the meeting and its people; an article without a pair tells nothing, one with "Broken" in it tells too little."""
        article = replace(article, language=article.language or "en")
        found = {match[0]: Evidence(Span(*match.span()), match[0], "pair") for match in PERSON.finditer(article.text)}
        if not found:
            return Reading(article)
        words = next(iter(found.values()))
        status = () if "Broken" in article.text else (Fact("e1", "q:status", "q:Held", (words,), 0.9),)
        people = [
            Entity(f"p{number}", "Person", None, (Name(name, article.language or "en", evidence),))
            for number, (name, evidence) in enumerate(found.items(), start=1)
        ]
        facts = [Fact("e1", "schema:attendee", person.ref, (person.names[0].evidence,), 0.8) for person in people]
        dated = [Fact("e1", "schema:startDate", Value(article.published, "xsd:date"), (words,), 0.7)] if article.published else []
        place = Entity("l1", "Place", "place/baku", (Name("Bakı", "az", words),))
        located = Fact("e1", "schema:location", "l1", (words,), 0.6)
        return Reading(article, (Entity("e1", "Meeting"), place, *people), (*facts, *dated, *status, located))


@pytest.fixture(scope="session")
def reader() -> PairReader:
    """A reader that needs no data files."""
    return PairReader()


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Write a file below the test's own folder and return its path."""

    def written(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written


ARTICLES = (
    Article("one", "Anna Bell met Carl Dorn.", "en", published="2024-01-02"),
    Article("two", "Carl Dorn met Emma Falk.", "en", published="2024-01-03"),
    Article("three", "Nobody met anybody.", "en", published="2024-01-04"),
    Article("four", "Gino Hart and Anna Bell and Ivan Jung met.", "en", published="2024-01-05"),
)


@pytest.fixture(scope="session")
def articles() -> tuple[Article, ...]:
    """Four articles that share people."""
    return ARTICLES
