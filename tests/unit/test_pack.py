"""A language's folder: what its tables must hold, and what the reader gets from them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from qurultay.errors import PackError
from qurultay.language.pack import Concept, LanguagePack, senses_after
from qurultay.language.suffixes import Ending, VerbForm

AZ = Path(__file__).parents[2] / "data" / "languages" / "az"
HEADER = "# words\nform\tcategory\tconcept\n"


@pytest.fixture
def pack(write: Callable[[str, str | bytes], Path]) -> Callable[..., LanguagePack]:
    """Return a maker of a pack with tables of its own, and the shipped endings and settings."""

    def made(*, nouns: str = "", verbs: str = "", suffixes: str | None = None) -> LanguagePack:
        write("az/suffixes.toml", suffixes if suffixes is not None else (AZ / "suffixes.toml").read_bytes())
        write("reading.toml", (AZ.parent / "reading.toml").read_bytes())
        write("az/reading.toml", (AZ / "reading.toml").read_bytes())
        write("az/verbs.tsv", f"verb\tframe\targuments\n{verbs}")
        return LanguagePack(write("az/nouns.tsv", HEADER + nouns).parent)

    return made


def test_nouns(pack: Callable[..., LanguagePack]) -> None:
    nouns = pack(nouns="görüş\tevent\tMeeting mass\nsədr\trole\tChair of=x\n\n# a remark\nsədr\ttitle\nvə\tconj\tnational=a").nouns
    assert nouns["görüş"] == (Concept("event", "Meeting", (("mass", "1"),)),)
    assert [(sense.category, sense.name, sense.get("of")) for sense in nouns["sədr"]] == [("role", "Chair", "x"), ("title", "", "")]
    assert (nouns["və"][0].name, nouns["və"][0].get("national")) == ("", "a")
    assert set(nouns) == {"görüş", "sədr", "və"}


VERBS = "iştirak et\tparticipate\tnom=agent loc=event\net\tother\nqatıl\tparticipate\tdat=event"


@pytest.mark.parametrize(
    ("word", "before", "frames"),
    [
        ("edib", "iştirak", ["participate", "other"]),
        ("edib", "sülh", ["other"]),
        ("qatılıb", "", ["participate"]),
        ("qatilib", "", ["participate"]),  # a dot too many is forgiven
        ("katılıb", "", []),
    ],
)
def test_verbs_by_the_word_before_them(pack: Callable[..., LanguagePack], word: str, before: str, frames: list[str]) -> None:
    assert [predicate.frame for predicate, _ in senses_after(pack(verbs=VERBS).verb(word) or {}, before)] == frames


def test_a_verb_says_which_case_is_what(pack: Callable[..., LanguagePack]) -> None:
    (predicate, form), _ = senses_after(pack(verbs=VERBS).verb("edirlər") or {}, "iştirak")
    assert (predicate.slot("loc"), predicate.slot("abl"), predicate.words) == ("event", "", ("iştirak",))
    assert form == VerbForm("fin", "pres")


@pytest.mark.parametrize(
    ("tables", "line"),
    [
        ({"nouns": "a\tb\tc\td"}, 3),
        ({"verbs": "et\tother\tagent"}, 2),
        ({"suffixes": "vowels = "}, None),
    ],
)
def test_a_broken_table_is_told_with_its_line(pack: Callable[..., LanguagePack], tables: dict[str, str], line: int | None) -> None:
    with pytest.raises(PackError) as told:
        pack(**tables)
    assert told.value.line == line


@pytest.mark.parametrize(
    ("word", "ending", "nominative"),
    [
        ("Prokurorluğunun", Ending("prokurorluq", possessive="3", case="gen"), "Prokurorluğu"),
        ("NAZİRLİYİNDƏ", Ending("nazirlik", possessive="3", case="loc"), "NAZİRLİYİ"),
        ("Bakıda", Ending("bakı", case="loc"), "Bakı"),
        ("Məhkəmələrə", Ending("məhkəmə", plural=True, case="dat"), "Məhkəmələr"),
        ("ORQANLIĞINI", Ending("orqanlıq", possessive="", case="acc"), "ORQANLIQ"),
    ],
)
def test_nominative(pack: Callable[..., LanguagePack], word: str, ending: Ending, nominative: str) -> None:
    assert pack().nominative(word, ending) == nominative


def test_an_unknown_word_is_a_verb_by_its_ending_only(pack: Callable[..., LanguagePack]) -> None:
    assert pack().generic_verb("öyrənilib") == VerbForm("fin", "past")
    assert pack().generic_verb("kitabxana") is None


def test_every_setting_that_is_asked_for_is_there_and_none_stands_for_nothing() -> None:
    root = Path(__file__).parents[2]
    asked = {
        name for file in (root / "src" / "qurultay").rglob("*.py") for name in re.findall(r'settings\["(\w+)"\]', file.read_text("utf-8"))
    }
    for folder in (root / "data" / "languages").iterdir():
        if folder.is_dir():
            assert set(LanguagePack(folder).settings) == asked, folder.name
