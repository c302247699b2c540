"""What a node may be by its endings."""

import pytest

from qurultay.language.suffixes import Ending
from qurultay.mentions.nodes import Node


def node(*endings: Ending) -> Node:
    return Node("WORD", 0, 0, 0, 3, "söz", endings)


@pytest.mark.parametrize(
    ("endings", "plain"),
    [
        ((Ending("xarici"), Ending("xaric", case="acc")), True),
        ((Ending("nazirliyin"), Ending("nazirlik", possessive="3", case="gen")), False),
        ((Ending("bakıda"), Ending("bakı", case="loc")), False),
        ((Ending("fonda"), Ending("fon", case="loc")), True),  # too short a stem to be sure of
        ((), True),
    ],
)
def test_plain(endings: tuple[Ending, ...], plain: bool) -> None:
    assert node(*endings).plain() is plain


def test_cases_number_and_owner() -> None:
    both = node(Ending("hakimləri", case="nom"), Ending("hakim", plural=True, possessive="3", case="acc"))
    assert both.cases() == {"nom", "acc"}
    assert (both.has("acc"), both.has("gen"), both.owned(), both.plural()) == (True, False, True, True)
    bare = node(Ending("hakim"))
    assert (bare.owned(), bare.plural()) == (False, False)
    assert node().cases() == set()


def test_nodes_are_told_apart_by_identity() -> None:
    assert node() != node()
