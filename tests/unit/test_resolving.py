"""Identity across articles in a store: what is joined, what is kept apart and why, and how a user overrules it."""

from __future__ import annotations

import atexit
import json
import shutil
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner

from qurultay import store
from qurultay.cli import app
from qurultay.errors import DecisionError
from qurultay.graph import article_graph
from qurultay.identity.decisions import Decision, decisions
from qurultay.model import Article, Entity, Evidence, Fact, Name, Reading, Span, Value
from qurultay.store.lookup import look_up

WORDS = Evidence(Span(0, 4), "text", "test")
Triple = tuple[str, str, str | Value]


def named(ref: str, kind: str, *names: str, path: str | None = None, language: str = "az") -> Entity:
    return Entity(ref, kind, path, tuple(Name(name, language, WORDS) for name in names))


def told(article: str, entities: Iterable[Entity], facts: Iterable[Triple], published: str | None = None) -> Reading:
    return Reading(
        Article(article, "text", "az", published=published), tuple(entities), tuple(Fact(s, p, o, (WORDS,)) for s, p, o in facts)
    )


def person(article: str, name: str, body: str | None = None, role: str = "Prosecutor") -> Reading:
    """Return a reading of one person, perhaps with a post."""
    if body is None:
        return told(article, [named("p1", "Person", name)], [])
    post: list[Triple] = [("m1", "org:member", "p1"), ("m1", "org:role", f"role:{role}"), ("m1", "org:organization", "b1")]
    return told(article, [named("p1", "Person", name), named("m1", "Membership"), named("b1", "Organization", path=body)], post)


def event(
    article: str,
    kind: str,
    *,
    day: str | None = None,
    place: str | None = None,
    frame: str | None = None,
    people: Iterable[str] = (),
    parties: Iterable[str] = (),
    published: str | None = None,
    theme: str | None = None,
) -> Reading:
    """Return a reading of one event."""
    entities = [named("e1", kind)]
    facts: list[Triple] = [("e1", "q:status", "q:Held")]
    if theme:
        facts.append(("e1", "q:theme", Value(theme[3:], language=theme[:2])))
    if day:
        datatype = "xsd:gMonthDay" if day.startswith("--") else {10: "xsd:date", 7: "xsd:gYearMonth", 4: "xsd:gYear"}[len(day)]
        facts.append(("e1", "schema:startDate", Value(day, datatype)))
    for ref, path, group, predicate in (("l1", place, "Place", "schema:location"), ("f1", frame, "Council", "q:framework")):
        if path:
            entities.append(named(ref, group, path=path))
            facts.append(("e1", predicate, ref))
    for number, name in enumerate(people):
        entities.append(named(f"p{number}", "Person", name))
        facts.append(("e1", "schema:attendee", f"p{number}"))
    for number, path in enumerate(parties):
        entities.append(named(f"o{number}", "ProsecutorsOffice", path=path))
        facts.append(("e1", "q:participant", f"o{number}"))
    return told(article, entities, facts, published)


def body(article: str, language: str, name: str, state: str | None, kind: str = "Ministry") -> Reading:
    """Return a reading of one organisation."""
    entities = [named("o1", kind, name, language=language)]
    if state is None:
        return told(article, entities, [])
    return told(article, [*entities, named("s1", "State", path=f"state/{state}")], [("o1", "q:jurisdiction", "s1")])


@cache
def template() -> Path:
    """Return a folder with an empty store: making one takes longer than copying it."""
    folder = Path(tempfile.mkdtemp(prefix="qurultay-template-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    store.write(folder / "s").close()
    return folder / "s"


def kept(folder: Path, readings: Iterable[Reading], ref: str, decided: Iterable[Decision] = ()) -> list[str]:
    """Build readings into a store, and return by which path each article's thing is known there."""
    found = list(readings)
    shutil.copytree(template(), folder / "s")
    with store.write(folder / "s") as target:
        target.decide(decided)
        for reading in found:
            graph = article_graph(reading)
            target.replace(graph.iri, graph.quads, graph.things)
        return [target._resolver.kept(article_graph(r).things[[t.family for t in article_graph(r).things].index(ref)].path) for r in found]


COUNCIL, OTHER_COUNCIL = "organization/ots-pgc", "organization/cis-pgcc"
PGO_AZ, PGO_UZ, PGO_GE, PGO_TR, MOJ_AZ = (f"organization/{key}" for key in ("pgo-az", "pgo-uz", "pgo-ge", "pgo-tr", "moj-az"))

ONE = {
    "a name in two scripts": [person("a", "Kamran Əliyev", PGO_AZ), person("b", "Камран Алиев", PGO_AZ)],
    "an initial in one body": [person("a", "Kamran Əliyev", PGO_AZ), person("b", "K.Əliyev", PGO_AZ)],
    "a surname in a post of one holder": [
        person("a", "Kamran Əliyev", PGO_AZ, "ProsecutorGeneral"),
        person("b", "Əliyev", PGO_AZ, "ProsecutorGeneral"),
    ],
    "a name badly transliterated in a post of one holder": [
        person("a", "Niqmatilla Yuldaşev", PGO_UZ, "ProsecutorGeneral"),
        person("b", "Nimetullah Yoldaşev", PGO_UZ, "ProsecutorGeneral"),
    ],
}
TWO = {
    "a name without a post, in no company": [person("a", "Kamran Əliyev", PGO_AZ), person("b", "Kamran Aliyev")],
    "one name in two states": [person("a", "Elçin Məmmədov", PGO_AZ), person("b", "Эльчин Мамедов", PGO_GE)],
    "two first names": [person("a", "Kamran Əliyev", PGO_AZ), person("b", "Kənan Əliyev", PGO_AZ)],
    "a surname alone in one body": [person("a", "Kamran Əliyev", PGO_AZ), person("b", "Əliyev", PGO_AZ)],
    "near surnames in a post of one holder": [
        person("a", "Selim Ardıç", PGO_TR, "ProsecutorGeneral"),
        person("b", "Selim Erdinç", PGO_TR, "ProsecutorGeneral"),
    ],
    "heads of two bodies": [
        person("a", "Bauırjan Tölegenov", PGO_AZ, "ProsecutorGeneral"),
        person("b", "Bauirjan Tolegenov", MOJ_AZ, "Minister"),
    ],
    "man and woman": [person("a", "Zərif Əliyev", PGO_AZ), person("b", "Zərifə Əliyeva", PGO_AZ)],
}


@pytest.mark.parametrize("case", ONE)
def test_one_person(case: str, tmp_path: Path) -> None:
    assert len(set(kept(tmp_path, ONE[case], "person"))) == 1


@pytest.mark.parametrize("case", TWO)
def test_two_people(case: str, tmp_path: Path) -> None:
    assert len(set(kept(tmp_path, TWO[case], "person"))) == 2


def test_a_bare_name_beside_two_of_that_name_is_neither(tmp_path: Path) -> None:
    readings = [person("a", "Elçin Məmmədov", PGO_AZ), person("b", "Elçin Məmmədov", PGO_GE), person("c", "Elchin Mammadov")]
    assert len(set(kept(tmp_path, readings, "person"))) == 3


def test_what_an_article_tells_apart_stays_apart(tmp_path: Path) -> None:
    both = told(
        "a", [named("p1", "Person", "Kamran Əliyev"), named("p2", "Person", "Kamran Aliev"), named("p3", "Person", "K.Quliyev")], []
    )
    alone = [person("b", "Kamran Əliyev", PGO_AZ), person("c", "Kamran Aliev", PGO_AZ)]
    assert len(set(kept(tmp_path, alone, "person"))) == 1
    with store.write(tmp_path / "s") as target:
        graph = article_graph(both)
        target.replace(graph.iri, graph.quads, graph.things)
        assert len({target._resolver.kept(thing.path) for thing in graph.things}) == len(graph.things) == 3


SESSION = {"place": "place/bishkek", "frame": COUNCIL}
ONE_EVENT = {
    "day and place and council": [event("a", "Session", day="2024-07-25", **SESSION), event("b", "Session", day="2024-07-25", **SESSION)],
    "a day without its year": [event("a", "Session", day="2024-07-25", **SESSION), event("b", "Session", day="--07-25", **SESSION)],
    "a month": [event("a", "Session", day="2024-07-25", **SESSION), event("b", "Session", day="2024-07", **SESSION)],
    "a year": [event("a", "Session", day="2024-07-25", **SESSION), event("b", "Session", day="2024", **SESSION)],
    "no day, of a council in a city": [event("a", "Session", day="2024-07-25", **SESSION), event("b", "Session", **SESSION)],
    "a theme in translation, and no place": [
        event("a", "Seminar", day="2025-11-05", parties=[PGO_AZ], theme="en:International Cooperation against Cybercrime and Corruption"),
        event(
            "b",
            "Seminar",
            day="2025-11-05",
            parties=[PGO_AZ],
            theme="ru:Международное сотрудничество в борьбе с киберпреступностью и коррупцией",
        ),
    ],
    "a gathering of one circle, of which each article names another host": [
        event("a", "Seminar", day="2025-02-12", place="place/tashkent", frame=COUNCIL, people=["Bahrom Yusupov", "Murat Karahan"]),
        event("b", "Seminar", day="2025-02-12", place="place/tashkent", frame=OTHER_COUNCIL, people=["Бахром Юсупов", "Мурат Карахан"]),
    ],
    "the people who met": [
        event("a", "Meeting", day="2024-05-05", place="place/baku", people=["Kamran Əliyev", "Bekir Şahin"], parties=[PGO_AZ, PGO_TR]),
        event("b", "Meeting", day="2024-05-05", people=["Камран Алиев", "Bekir Sahin"], parties=[PGO_AZ]),
    ],
}
TWO_EVENTS = {
    "two days": [event("a", "Session", day="2024-07-25", **SESSION), event("b", "Session", day="2024-07-26", **SESSION)],
    "two years": [event("a", "Session", day="2024-07-25", **SESSION), event("b", "Session", day="2025", **SESSION)],
    "two councils on one day in one city": [
        event("a", "Session", day="2024-07-25", place="place/bishkek", frame=COUNCIL),
        event("b", "Session", day="2024-07-25", place="place/bishkek", frame=OTHER_COUNCIL),
    ],
    "two cities": [
        event("a", "Session", day="2024-07-25", place="place/bishkek", frame=COUNCIL),
        event("b", "Session", day="2024-07-25", place="place/baku", frame=COUNCIL),
    ],
    "talks with others on one day": [
        event("a", "Meeting", day="2024-05-05", place="place/baku", parties=[PGO_AZ, PGO_TR]),
        event("b", "Meeting", day="2024-05-05", place="place/baku", parties=[PGO_AZ, PGO_UZ]),
    ],
    "other themes on one day in one city": [
        event("a", "Conference", day="2024-08-28", place="place/astana", theme="az:Konstitusiya və insan hüquqları"),
        event("b", "Conference", day="2024-08-28", place="place/astana", theme="tr:Dijital Teknoloji ve Adalet"),
    ],
    "other people and bodies on one day in one city": [
        event("a", "Conference", day="2024-08-28", place="place/astana", people=["Lalə Rzayeva"], parties=[PGO_AZ, MOJ_AZ]),
        event("b", "Conference", day="2024-08-28", place="place/astana", people=["Cevdet Alkan"], parties=[PGO_TR, PGO_UZ]),
    ],
    "two kinds": [event("a", "Visit", day="2024-07-25", **SESSION), event("b", "Session", day="2024-07-25", **SESSION)],
    "nothing told but the city": [event("a", "Seminar", place="place/baku"), event("b", "Seminar", place="place/baku")],
}


@pytest.mark.parametrize("case", ONE_EVENT)
def test_one_event(case: str, tmp_path: Path) -> None:
    assert len(set(kept(tmp_path, ONE_EVENT[case], "event"))) == 1


@pytest.mark.parametrize("case", TWO_EVENTS)
def test_two_events(case: str, tmp_path: Path) -> None:
    assert len(set(kept(tmp_path, TWO_EVENTS[case], "event"))) == 2


def test_an_undated_session_beside_two_that_it_may_be_is_neither(tmp_path: Path) -> None:
    readings = [event("a", "Session", day="2024-07-25", **SESSION), event("b", "Session", day="2021-11-01", **SESSION)]
    assert len(set(kept(tmp_path, [*readings, event("c", "Session", **SESSION)], "event"))) == 3


def test_two_bodies_of_the_reference_data_are_never_one(tmp_path: Path) -> None:
    readings = [body("a", "en", "Court of Cassation of Türkiye", "TR", "Court"), body("b", "tr", "Yargıtay Cumhuriyet Başsavcılığı", "TR")]
    found = kept(tmp_path, readings, "organization")
    assert found[0] == "organization/supreme-court-tr"
    assert found[1] != found[0]


def test_a_body_without_a_state_is_one_of_the_states_spoken_of(tmp_path: Path) -> None:
    near = told("a", [named("o1", "Ministry", "Ministry of Digital Development", language="en"), named("s1", "State", path="state/KZ")], [])
    full = body("b", "ru", "Министерство цифрового развития Казахстана", "KZ")
    other = body("c", "ru", "Министерство цифрового развития Узбекистана", "UZ")
    found = kept(tmp_path, [near, full, other], "organization")
    assert found[0] == found[1] != found[2]


def test_a_ministry_in_four_languages_is_one_and_that_of_another_state_another(tmp_path: Path) -> None:
    readings = [
        body("a", "en", "Ministry of Digital Development", "KZ"),
        body("b", "ru", "Министерство цифрового развития Казахстана", "KZ"),
        body("c", "az", "Qazaxıstanın Rəqəmsal İnkişaf Nazirliyi", "KZ"),
        body("d", "tr", "Kazakistan Dijital Kalkınma Bakanlığı", "KZ"),
        body("e", "ru", "Министерство цифрового развития", "UZ"),
    ]
    found = kept(tmp_path, readings, "organization")
    assert len(set(found[:4])) == 1
    assert found[4] not in found[:4]


def test_a_body_that_was_not_recognised_is_the_reference_datas(tmp_path: Path) -> None:
    assert kept(tmp_path, [body("a", "en", "Justice Ministry of Kazakhstan", "KZ")], "organization") == ["organization/moj-kz"]


def test_a_decision_parts_and_joins_and_is_undone(tmp_path: Path) -> None:
    readings = [person("a", "Elçin Məmmədov", PGO_AZ), person("b", "E.Məmmədov", PGO_AZ), person("c", "Elçin Məmmədov", PGO_GE)]
    paths = [article_graph(reading).things[0].path for reading in readings]
    plain = kept(tmp_path / "plain", readings, "person")
    assert (plain[0] == plain[1], plain[1] == plain[2]) == (True, False)
    (tmp_path / "parted").mkdir()
    parted = decisions([f"different\t{paths[0]}\t{paths[1]}\tfather and son", f"same\t{paths[1]}\t{paths[2]}"])
    found = kept(tmp_path / "parted", readings, "person", parted)
    assert (found[0] == found[1], found[1] == found[2]) == (False, True)
    with store.write(tmp_path / "parted" / "s") as target:
        assert target.decisions() == parted
        assert target.decide([]).moved > 0
        assert [target._resolver.kept(path) for path in paths] == plain


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("perhaps\tperson/a\tperson/b", "'same' or 'different'"),
        ("same\tperson/a", "'same' or 'different'"),
        ("same\tperson/a\tperson/a", "two IRIs"),
        ("same\tperson/a\tevent/a", "two IRIs"),
        ("same\tplace/a\tplace/b", "two IRIs"),
        ("same\tperson/a\tperson/b c", "two IRIs"),
    ],
)
def test_a_line_that_decides_nothing_is_told_with_its_number(line: str, reason: str) -> None:
    with pytest.raises(DecisionError, match=rf"d\.tsv:2: .*{reason}"):
        decisions(["# remark", line], path="d.tsv")


def test_decisions_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(DecisionError, match="decided twice"):
        decisions(["same\tperson/a\tperson/b", "different\tperson/b\tperson/a"])


@pytest.fixture
def graph(tmp_path: Path) -> str:
    kept(tmp_path, [person("a", "Kamran Əliyev", PGO_AZ), person("b", "К.Алиев", PGO_AZ), person("c", "Rəşad Əliyev", PGO_AZ)], "person")
    return str(tmp_path / "s")


def test_a_name_is_looked_up_in_any_script(graph: str) -> None:
    with store.read(graph) as view:
        (found,) = look_up(view, "Kamran Aliyev")
        assert found.path == "person/kamran-aliyev-pgo-az"
        assert [(each.path, each.method) for each in found.merged] == [("person/k-aliyev-pgo-az-f2f81a19", "name-and-post")]
        assert found.articles == ["article/a", "article/b"]
        assert look_up(view, "person/k-aliyev-pgo-az-f2f81a19")[0].path == found.path
        assert look_up(view, "Nobody") == ()
        assert [each.path for each in look_up(view)] == [found.path]


def test_the_command_shows_and_overrules(graph: str, tmp_path: Path) -> None:
    run = CliRunner().invoke
    shown = run(app, ["identity", "К.Алиев", "--store", graph])
    assert "merged   person/k-aliyev-pgo-az-f2f81a19  0.75  initial and surname, one body" in shown.stdout
    data = json.loads(run(app, ["identity", "--store", graph, "--format", "json"]).stdout)
    assert data[0]["merged"][0]["compared_with"] == "person/kamran-aliyev-pgo-az"
    file = tmp_path / "decisions.tsv"
    parted = "different\tperson/k-aliyev-pgo-az-f2f81a19\tperson/kamran-aliyev-pgo-az\tanother\n"
    file.write_text(f"{parted}same\tperson/x\tperson/y\n", encoding="utf-8")
    done = run(app, ["identity", "--store", graph, "--decisions", str(file)])
    assert done.stdout.startswith("2 decisions: 1 keys moved")
    assert "no article tells of person/x as yet" in done.output
    assert "merged" not in run(app, ["identity", "Kamran", "--store", graph]).stdout
    file.write_text("", encoding="utf-8")
    assert run(app, ["identity", "--store", graph, "--decisions", str(file)]).stdout.startswith("0 decisions: 1 keys moved")
    file.write_text("nonsense", encoding="utf-8")
    assert run(app, ["build", str(tmp_path), "--store", graph, "--decisions", str(file)]).exit_code == 2
