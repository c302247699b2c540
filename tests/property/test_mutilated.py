"""Articles with words missing or out of place, as bad copies have them, are read like any other: what is told quotes their text."""

import re
from pathlib import Path
from random import Random

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from qurultay import resources
from qurultay.facts import Reader
from qurultay.model import Article

FOLDERS = [resources.path("data/articles"), *(Path(__file__).parents[1] / "golden" / name for name in ("languages", "az"))]
ARTICLES = [file.read_text(encoding="utf-8") for folder in FOLDERS for file in sorted(folder.glob("*.txt"))]
LOST = 0.12
"""The part of words and signs that a bad copy has lost."""


def mutilated(line: str, chance: Random) -> str:
    """Return a line without some of its words and signs, and some lines with two of their parts exchanged."""
    left = [piece for piece in re.findall(r"\w+|[^\w\s]|\s+", line) if chance.random() > LOST]
    first, second = sorted((chance.randrange(len(left) + 1), chance.randrange(len(left) + 1)))
    exchanged = left[:first] + left[second:] + left[first:second]
    return "".join(exchanged if chance.random() < 1 / 3 else left)


@settings(max_examples=200, deadline=None, derandomize=True, phases=[Phase.generate])
@given(st.sampled_from(ARTICLES), st.randoms(use_true_random=False))
def test_a_bad_copy_is_read(text: str, chance: Random) -> None:
    copy = "\n".join(mutilated(line, chance) for line in text.split("\n"))
    reading = Reader.default().read(Article("copy", copy))
    assert all(evidence.span.of(copy) == evidence.quote for fact in reading.facts for evidence in fact.evidence)
