"""What saves time in reading changes nothing of what is read."""

from pathlib import Path

import pytest

from qurultay.facts import Reader, headfinal, reader
from qurultay.facts.phrases import Group
from qurultay.mentions.tagger import Tagger
from qurultay.model import Article, Reading

TEXTS = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[1] / "golden" / "az").glob("*.txt"))]


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    """The golden articles as they are read with all shortcuts."""
    return [Reader.default().read(Article("x", text, "az")) for text in TEXTS]


def test_sentences_passed_over_tell_nothing(readings: list[Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Tagger, "idle", lambda self, sentence: False)
    assert [Reader.default().read(Article("x", text, "az")) for text in TEXTS] == readings


def test_rules_answer_nothing_where_they_are_not_asked(readings: list[Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    """``following`` and ``reach`` in the table of the rules say no less than the rules themselves do."""
    groups = [Group.of(*(start._replace(following=(), reach=0) for start in group.starts)) for group in headfinal.GROUPS]
    monkeypatch.setattr(reader, "GROUPS", tuple(groups))
    assert [Reader.default().read(Article("x", text, "az")) for text in TEXTS] == readings
