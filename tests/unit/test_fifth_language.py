"""A language is a folder: Kazakh is read with its folder alone, and no module knows that it is there."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from qurultay import resources
from qurultay.cli.evaluating import build_quads
from qurultay.evaluation import Scores, evaluate, read_golds
from qurultay.facts import Reader
from qurultay.language.calendar import Calendar
from qurultay.language.suffixes import Ending, Suffixes
from qurultay.mentions.reference import Reference
from qurultay.model import Article, Reading, Value

LANGUAGE = "kk"
ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "golden" / LANGUAGE
TEXT = (GOLD / "kk-01.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """A reader that has no other language's folder."""
    languages = tmp_path_factory.mktemp("languages")
    shutil.copy(resources.path("data/languages/reading.toml"), languages)
    shutil.copytree(resources.path("data/languages") / LANGUAGE, languages / LANGUAGE)
    return Reader(languages, Reference.load(resources.path("data/reference"), languages))


@pytest.fixture(scope="module")
def alone(reader: Reader) -> Reading:
    """The sample article as that reader reads it."""
    return reader.read(Article("kk-01", TEXT, LANGUAGE))


@pytest.fixture(scope="module")
def scores() -> Scores:
    """What the evaluation says of the sample, read by the reader of all languages, which is not told the language."""
    golds = read_golds([GOLD])
    return evaluate(build_quads([GOLD], {gold.id for gold in golds}), golds)


def paths(reading: Reading, family: str) -> set[str]:
    """Return the last parts of the paths of the entities of a family that the reference data know."""
    return {e.path.partition("/")[2] for e in reading.entities if e.path is not None and e.path.startswith(f"{family}/")}


def test_states_places_and_bodies(alone: Reading) -> None:
    assert paths(alone, "state") == {"AZ", "KG", "KZ", "UZ"}
    assert paths(alone, "place") == {"ankara", "astana"}
    assert paths(alone, "organization") == {"moj-kz", "ots", "ots-pgc", "pgo-az", "pgo-kg", "pgo-kz", "pgo-uz"}


def test_posts(alone: Reading) -> None:
    told: dict[str, dict[str, str]] = {}
    for fact in alone.facts:
        told.setdefault(fact.subject, {})[fact.predicate] = str(fact.object)
    entities = {e.ref: e for e in alone.entities}
    posts = {
        (entities[f["org:member"]].names[0].text, f["org:role"], entities[f["org:organization"]].path)
        for f in told.values()
        if "org:member" in f
    }
    assert posts == {
        ("Рашад Мәммәдзаде", "role:ProsecutorGeneral", "organization/pgo-az"),
        ("Ержан Сәдуақасов", "role:ProsecutorGeneral", "organization/pgo-kz"),
        ("Айдос Жұмабеков", "role:Minister", "organization/moj-kz"),
        ("Камал Гусейнов", "role:Ambassador", "state/AZ"),
        ("Сардор Кәрімов", "role:DeputySecretaryGeneral", "organization/ots"),
        ("Ботир Исломов", "role:DeputyProsecutorGeneral", "organization/pgo-uz"),
    }


def test_days(alone: Reading) -> None:
    kinds = {e.ref: e.kind for e in alone.entities}
    days = {
        (kinds.get(f.subject, f.subject), f.object.lexical)
        for f in alone.facts
        if isinstance(f.object, Value) and f.object.datatype == "xsd:date"
    }
    assert days == {
        ("article", "2026-10-21"),
        ("Visit", "2026-10-20"),
        ("Meeting", "2026-10-20"),
        ("Seminar", "2026-10-21"),
        ("Memorandum", "2026-10-20"),
    }


def test_the_sample_among_all_languages(scores: Scores) -> None:
    assert scores.missing == ()
    assert {family for family, tally in scores.families.items() if tally.extra} == set()
    read = {name: (scores.families[name].missed, scores.families[name].right) for name in ("post", "attendee", "organizer", "document")}
    assert read == {"post": (0, 6), "attendee": (0, 8), "organizer": (0, 2), "document": (0, 1)}
    assert scores.total.f1 > 0.97


# Sentences that the sample does not have: the folder reads the language, not the article.
OTHERS = [
    ("Кеңестің 5-ші отырысы 2026 жылғы 3–4 мамырда Бішкекте өтті.", {"q:Session", "2026-05-03", "2026-05-04", "place/bishkek"}),
    ("Кеше Әділет министрі А.Жұмабеков Ташкентте форумға қатысты.", {"q:Forum", "2026-10-20", "place/tashkent", "organization/moj-kz"}),
    ("2025 жылдың 12 маусымында Түркияның Бас прокуратурасы конференция ұйымдастырды.", {"2025-06-12", "organization/pgo-tr"}),
    ("Бас прокурор Ержан Сәдуақасов Түркияның елшісі Мехмет Йылмазды қабылдады.", {"q:Meeting", "state/TR", "organization/pgo-kz"}),
]


@pytest.mark.parametrize(("sentence", "expected"), OTHERS)
def test_other_sentences(reader: Reader, sentence: str, expected: set[str]) -> None:
    told = reader.read(Article("x", f"Жаңалық\n\n{sentence}", LANGUAGE, published="2026-10-21"))
    known = {e.ref: e.path for e in told.entities}
    values = {f.object.lexical if isinstance(f.object, Value) else known.get(f.object) or f.object for f in told.facts}
    assert expected <= values


@pytest.mark.parametrize(
    ("word", "ending"),
    [
        ("қазақстанның", Ending("қазақстан", case="gen")),
        ("түркияға", Ending("түркия", case="dat")),
        ("бішкекте", Ending("бішкек", case="loc")),
        ("өзбекстаннан", Ending("өзбекстан", case="abl")),
        ("кеңестер", Ending("кеңес", plural=True)),
        ("прокуратурасынан", Ending("прокуратура", possessive="3", case="abl")),
        ("министрлігіне", Ending("министрлік", possessive="3", case="dat")),
        ("орынбасарларын", Ending("орынбасар", plural=True, possessive="3", case="acc")),
        ("сәдуақасовпен", Ending("сәдуақасов", case="ins")),
    ],
)
def test_endings(word: str, ending: Ending) -> None:
    table = tomllib.loads(resources.text(f"data/languages/{LANGUAGE}/suffixes.toml"))
    assert ending in Suffixes(table).nominal(word)


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("2026 жылғы 20 қазанда", {"year": 2026, "month": 10, "day": 20}),
        ("2026 жылдың 20 қазанында", {"year": 2026, "month": 10, "day": 20}),
        ("20-21 қараша", {"month": 11, "day": 20, "day2": 21}),
        ("28 ақпан мен 1 наурыз", {"month": 2, "day": 28, "month2": 3, "day2": 1}),
        ("былтыр мамыр айында", {"relyear": -1, "month": 5}),
        ("2027 жылы", {"year": 2027}),
        ("сол күні", {"prevday": 0}),
        ("екі күн бұрын", {"count": 2, "ago": -1}),
        ("Қазан қаласында", None),
    ],
)
def test_expressions_of_time(text: str, slots: dict[str, int] | None) -> None:
    calendar = Calendar.load(resources.path(f"data/languages/{LANGUAGE}/dates.toml"), language=LANGUAGE)
    assert [dict(found.slots) for found in calendar.scan(text)] == ([slots] if slots else [])


def test_no_module_names_it() -> None:
    named = re.compile(rf"\b{LANGUAGE}\b|\bKazakh (?:language|pack|reader)", re.IGNORECASE)
    found = [str(file) for file in (ROOT / "src").rglob("*.py") if named.search(file.read_text(encoding="utf-8"))]
    assert found == []


def test_a_language_needs_no_setting_of_its_own(tmp_path: Path) -> None:
    shutil.copy(resources.path("data/languages/reading.toml"), tmp_path)
    shutil.copytree(resources.path("data/languages") / LANGUAGE, tmp_path / LANGUAGE)
    (tmp_path / LANGUAGE / "reading.toml").write_text("", encoding="utf-8")
    reading = Reader(tmp_path, Reference.load(resources.path("data/reference"), tmp_path)).read(Article("kk-01", TEXT, LANGUAGE))
    assert any(fact.predicate == "schema:startDate" for fact in reading.facts)
