"""Known phrases met in inflected words."""

import pytest

from qurultay.language.suffixes import Ending
from qurultay.mentions.trie import Trie

MINISTRY = [(Ending("ədliyyə"),), (Ending("nazirliyi"), Ending("nazirlik", possessive="3"))]


@pytest.fixture
def trie() -> Trie[str]:
    """Two phrases of bare stems, a name of two words and one of a single word."""
    found: Trie[str] = Trie()
    found.add_lemma(["baş"], "head")
    found.add_lemma(["baş", "prokuror"], "prosecutor general")
    found.add_name(MINISTRY, "ministry")
    found.add_name([(Ending("tdt"),)], "ots")
    return found


def test_the_longest_phrase_comes_first(trie: Trie[str]) -> None:
    words = [(Ending("baş"),), (Ending("prokurorun"), Ending("prokuror", case="gen"))]
    found = trie.find(words, 0)
    assert [(phrase.length, phrase.value) for phrase in found] == [(2, "prosecutor general"), (1, "head")]
    assert found[0].endings == (Ending("prokuror", case="gen"),)
    assert trie.find(words, 1) == []


@pytest.mark.parametrize(
    ("ending", "met"),
    [
        (Ending("nazirlik", possessive="3", case="gen"), True),
        (Ending("nazirlik", case="dat"), False),  # a name of several words keeps its possessive
        (Ending("nazirlik", plural=True, possessive="3", case="gen"), True),
        (Ending("nazirlik", possessive="1pl"), False),
    ],
)
def test_a_longer_name_keeps_its_possessive(trie: Trie[str], ending: Ending, met: bool) -> None:
    assert bool(trie.find([(Ending("ədliyyə"),), (ending,)], 0)) is met


@pytest.mark.parametrize(
    ("ending", "met"),
    [
        (Ending("tdt"), True),
        (Ending("tdt", case="gen"), True),
        (Ending("tdt", plural=True), False),
        (Ending("tdt", possessive="3"), False),
    ],
)
def test_a_name_of_one_word_takes_cases_only(trie: Trie[str], ending: Ending, met: bool) -> None:
    assert bool(trie.find([(ending,)], 0)) is met


@pytest.mark.parametrize(("case", "met"), [("nom", True), ("gen", True), ("acc", True), ("loc", False), ("abl", False)])
def test_a_phrase_goes_on_after_some_cases_only(trie: Trie[str], case: str, met: bool) -> None:
    assert bool(trie.find([(Ending("ədliyyə", case=case),), MINISTRY[1]], 0)) is met


def test_phrases_of_one_length_keep_their_order(trie: Trie[str]) -> None:
    trie.add_lemma(["baş"], "main")
    assert [phrase.value for phrase in trie.find([(Ending("baş"),)], 0)] == ["head", "main"]
