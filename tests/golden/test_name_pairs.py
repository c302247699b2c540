"""How well names are compared across languages: precision and recall on a list of pairs of our own, with floors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from qurultay.identity import WEAK, compare
from qurultay.identity.names import ALIKE
from qurultay.identity.names import compare as compare_names
from qurultay.identity.things import Traits

FILE = Path(__file__).with_name("name-pairs.tsv")
LEAST = 300
PRECISION, RECALL = 0.99, 0.97


def pairs() -> list[tuple[str, str, str, bool, str]]:
    """Return the pairs as (kind, one, other, same, note)."""
    rows = [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [(kind, one, other, verdict == "same", note) for kind, one, other, verdict, note in rows[1:]]


def one_by_name(kind: str, one: str, other: str) -> bool:
    """Tell whether two names alone, and the states in them, may be one thing's."""
    if kind == "person":
        found = compare_names(one, other)
        return found.score >= 1 - ALIKE
    traits = [Traits({"kind": frozenset({kind}), "name": frozenset({name})}) for name in (one, other)]
    return compare("organization", *traits).score >= WEAK


def wrong() -> Iterator[tuple[str, str, str, bool, str]]:
    """Yield the pairs that are judged wrongly."""
    return (pair for pair in pairs() if one_by_name(*pair[:3]) != pair[3])


def test_the_list_is_long_and_holds_both_kinds() -> None:
    found = pairs()
    assert len(found) >= LEAST
    assert len({frozenset(pair[1:3]) for pair in found}) == len(found)
    assert {pair[3] for pair in found if pair[0] == "person"} == {pair[3] for pair in found if pair[0] != "person"} == {True, False}


def test_precision_and_recall_do_not_fall() -> None:
    found = [(same, one_by_name(kind, one, other)) for kind, one, other, same, _ in pairs()]
    right = sum(same and said for same, said in found)
    precision, recall = right / sum(said for _, said in found), right / sum(same for same, _ in found)
    assert precision >= PRECISION, f"precision {precision:.3f}: {list(wrong())}"
    assert recall >= RECALL, f"recall {recall:.3f}: {list(wrong())}"


def test_the_order_of_two_names_does_not_matter() -> None:
    for kind, one, other, _, _ in pairs():
        assert one_by_name(kind, one, other) == one_by_name(kind, other, one), (one, other)
