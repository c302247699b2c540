"""Confidence: what counts make of it, what is looked up, and what the shipped table holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qurultay import resources
from qurultay.errors import PackError
from qurultay.facts.confidence import ANY, NEW, Confidence, estimates, family_of, of, table

COUNTS = {("place", "in"): (90, 90), ("place", "at"): (3, 3), ("post", "post"): (80, 100), ("post", "post" + NEW): (4, 10)}

FAMILIES = [
    ("schema:startDate", "", "date"),
    ("schema:endDate", "", "date"),
    ("org:role", "role:Judge", "post"),
    ("rdf:type", "org:Membership", "post"),
    ("rdf:type", "q:Memorandum", "document"),
    ("rdf:type", "q:Visit", "event"),
    ("q:jurisdiction", "", ANY),
]


@pytest.mark.parametrize(("predicate", "target", "family"), FAMILIES)
def test_family(predicate: str, target: str, family: str) -> None:
    assert family_of(predicate, target) == family


LOOKED_UP = [
    ("place", "in", ("place", "in")),
    ("place", "unheard", ("place", ANY)),
    ("unheard", "unheard", (ANY, ANY)),
    ("post", "post" + NEW, ("post", "post" + NEW)),
    ("post", "unheard" + NEW, ("post", ANY + NEW)),
    ("place", "in" + NEW, (ANY, ANY + NEW)),
]


@pytest.mark.parametrize(("family", "rule", "key"), LOOKED_UP)
def test_backing_off(family: str, rule: str, key: tuple[str, str]) -> None:
    sure = estimates(COUNTS)
    assert Confidence(sure).of(family, rule) == sure[key]


def test_few_counts_are_worth_less_and_new_bodies_are_counted_apart() -> None:
    sure = estimates(COUNTS)
    assert sure["place", "in"] > sure["place", "at"] > sure["post", "post"] > sure["post", "post" + NEW]
    assert estimates({**COUNTS, ("post", "post" + NEW): (0, 500)})["post", "post"] == sure["post", "post"]


@given(right=st.integers(0, 200), wrong=st.integers(0, 200), family=st.integers(0, 50))
def test_bounded_and_monotone(right: int, wrong: int, family: int) -> None:
    def sure(right: int, facts: int) -> float:
        return estimates({("place", "in"): (right, facts), ("place", "at"): (family, family + 5), ("date", "day"): (9, 10)})["place", "in"]

    now = sure(right, right + wrong)
    assert 0.5 <= now <= 0.99
    assert sure(right, right + wrong + 1) <= now + 0.001, "one more fault makes no surer"
    assert now < 0.7 or sure(right + 1, right + wrong + 1) >= now - 0.001, "one more right fact makes no less sure"


def test_the_table_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "confidence.tsv"
    path.write_text(table(COUNTS), encoding="utf-8")
    read, sure = Confidence.load(path), estimates(COUNTS)
    assert {key: read.of(*key) for key in sure} == sure
    assert "post\tpost\t80\t100\t" in path.read_text(encoding="utf-8")
    assert "*\t*\t173\t193\t" in path.read_text(encoding="utf-8")


def test_nothing_measured_yet(tmp_path: Path) -> None:
    assert Confidence.load(tmp_path / "nothing.tsv").of("place", "in") == Confidence({}).of("date", "day") == 0.9


@pytest.mark.parametrize("line", ["place\tin\t1\t2", "place\tin\t1\t2\tsure", "place in 1 2 0.9"])
def test_a_broken_line_is_told(tmp_path: Path, line: str) -> None:
    path = tmp_path / "confidence.tsv"
    path.write_text(f"# remark\n{line}\n", encoding="utf-8")
    with pytest.raises(PackError, match=r"confidence\.tsv:2"):
        Confidence.load(path)


def test_the_shipped_table_follows_from_its_counts() -> None:
    path = resources.path("data/languages/az/confidence.tsv")
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")][1:]
    counts = {(family, rule): (int(right), int(facts)) for family, rule, right, facts, _ in rows}
    told = {key: n for key, n in counts.items() if not key[1].startswith(ANY) or not any(k[0] == key[0] and k != key for k in counts)}
    assert table(told) == path.read_text(encoding="utf-8")
    assert of("schema:attendee", "meet") == Confidence.load(path).of("attendee", "meet") != 0.9
