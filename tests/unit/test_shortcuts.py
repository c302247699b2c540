"""What saves time in reading changes nothing of what is read."""

from pathlib import Path

import pytest

from qurultay.facts import Reader, headfinal
from qurultay.facts.phrases import Group
from qurultay.language.calendar import Calendar
from qurultay.language.folding import fold
from qurultay.language.pack import LanguagePack
from qurultay.language.segment import token_spans
from qurultay.mentions.reference import Reference
from qurultay.mentions.tagger import Tagger
from qurultay.model import Article, Reading

TEXTS = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[1] / "golden" / "az").glob("*.txt"))]
FOLDER = Path(__file__).parents[2] / "data" / "languages" / "az"
CALENDAR = Calendar.load(FOLDER / "dates.toml", language="az")
TAGGER = Tagger(LanguagePack(FOLDER), Reference(()), lambda word: False, CALENDAR.begins_in, frozenset())
LINES = [line for text in TEXTS for line in text.splitlines()]


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
    monkeypatch.setattr(Reader.default()._language("az"), "groups", tuple(groups))
    assert [Reader.default().read(Article("x", text, "az")) for text in TEXTS] == readings


@pytest.mark.parametrize(
    "text",
    [
        "K. Əliyev gəldi. K.  Əliyev",
        "K.Əliyev A. B. Cəfərov c. Əliyev",
        "Bakı,\t(5-də) AZƏRTAC-a. H. \u00a0Y A.\nB",
        "Zakon.kz A.5",
        " ",
    ],
)
def test_words_are_cut_alike_by_themselves_and_in_their_text(text: str) -> None:
    for end in range(len(text) + 1):
        assert TAGGER.look_up(text, 0, end).spans == token_spans(text, 0, end)


def test_lines_are_cut_alike_piece_by_piece() -> None:
    for line in LINES:
        assert TAGGER.look_up(line, 0, len(line)).spans == token_spans(line, 0, len(line))


def test_dates_begin_only_in_words_that_look_so() -> None:
    for line in LINES:
        folded, words = fold(line, "az"), TAGGER.look_up(line, 0, len(line)).dated()
        assert list(CALENDAR.scan(line, folded=folded, words=words)) == list(CALENDAR.scan(line, folded=folded))
