"""Identity: one path for what several scripts name, two for what merely looks alike."""

from collections.abc import Iterable

import pytest

from qurultay.graph import article_graph, naming_triples
from qurultay.identity import Traits, paths, things
from qurultay.identity.bodies import compare_organizations
from qurultay.identity.events import compare_events
from qurultay.identity.names import ALIKE, compare, resembles
from qurultay.identity.people import compare_people
from qurultay.identity.verdicts import STRONG, WEAK, Verdict
from qurultay.model import Article, Entity, Evidence, Fact, Name, Reading, Span, Value

SAME = [
    ("Kamran Əliyev", "Kamran Aliyev", "Камран Алиев", "Кямран Алиев"),
    ("Elçin Məmmədov", "Elchin Mammadov", "Эльчин Мамедов"),
    ("Rəcəb Tayyib Ərdoğan", "Recep Tayyip Erdoğan", "Реджеп Тайип Эрдоган"),
    ("Niqmatilla Yuldaşev", "Nigmatilla Yuldashev", "Нигматилла Юлдашев"),
    ("Heydər Əliyev", "Heydar Aliyev", "Гейдар Алиев", "Алиев Гейдар Алирза оглы"),
    ("Sadır Japarov", "Sadyr Zhaparov", "Садыр Жапаров"),
    ("Kasım Cömert Tokayev", "Qasım-Jomart Tokayev", "Касым-Жомарт Токаев"),
    ("Səlim Qorodov", "Salim Gorodov", "Салим Городов"),
    ("Cavid Həsənov", "Javid Hasanov", "Джавид Гасанов"),
    ("Yerlan Abdrahmanov", "Ерлан Абдрахманов"),
    ("Andrei Rosca", "Andrey Roşka", "Андрей Рошка"),
]
DIFFERENT = [
    ("Kamran Əliyev", "Kənan Əliyev"),
    ("Zərifə Əliyeva", "Zərif Əliyev"),
    ("Elçin Məmmədov", "Emin Məmmədov"),
    ("Samir Quliyev", "Samirə Quliyeva"),
    ("Kamran Əliyev", "Kamran Vəliyev"),
]


def evidence(text: str = "x") -> Evidence:
    return Evidence(Span(0, len(text)), text, "test")


def named(ref: str, kind: str, *names: str, path: str | None = None) -> Entity:
    return Entity(ref, kind, path, tuple(Name(name, "az", evidence(name)) for name in names))


def reading(entities: Iterable[Entity], facts: Iterable[tuple[str, str, str | Value]], article: str = "a") -> Reading:
    return Reading(Article(article, "text"), tuple(entities), tuple(Fact(s, p, o, (evidence(),)) for s, p, o in facts))


@pytest.mark.parametrize("spellings", SAME, ids=lambda names: names[0])
def test_spellings_are_alike(spellings: tuple[str, ...]) -> None:
    assert all(compare(one, other).score >= 1 - ALIKE and compare(one, other).sure for one in spellings for other in spellings)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_people_of_similar_names_are_not(one: str, other: str) -> None:
    assert compare(one, other).score < 1 - ALIKE


def test_a_surname_after_an_article_of_arabic_is_no_full_name() -> None:
    alone = compare("Al Marri", "Khalid bin Nasser Al Marri")
    assert (alone.score, alone.sure) == (1.0, False)


def test_what_may_be_the_genitive_of_a_man_resembles_him() -> None:
    assert resembles("Дилшода Каримова", "Dilshod Karimov")
    assert resembles("Е.Мусабекова", "Erlan Musabekov")
    assert not resembles("Дилшода Каримова", "Dilshod Yusupov")
    assert not resembles("Е.Мусабекова", "Musabekov")


def test_no_letters_are_no_name() -> None:
    assert compare("—", "—").score == 0


def test_a_known_path_wins() -> None:
    assert paths(reading([named("o1", "Ministry", "Nazirlik", path="organization/moj-az")], [])) == {"o1": "organization/moj-az"}


def test_a_bare_surname_is_known_by_its_post_or_else_bound_to_the_article() -> None:
    person, body = named("p1", "Person", "Əliyev"), named("o1", "ProsecutorsOffice", path="organization/pgo-az")
    post = [("m1", "org:member", "p1"), ("m1", "org:role", "role:ProsecutorGeneral"), ("m1", "org:organization", "o1")]
    with_post = {paths(reading([person, body, named("m1", "Membership")], post, article))["p1"] for article in "ab"}
    without = {paths(reading([person], [], article))["p1"] for article in "ab"}
    assert (len(with_post), len(without)) == (1, 2)
    assert with_post.isdisjoint(without | {"person/aliyev"})


def test_organisations_of_one_name_are_told_apart_by_state_and_parent() -> None:
    states = [named("s1", "State", path="state/AZ"), named("s2", "State", path="state/TR")]
    service = [named("o1", "PressService", "Mətbuat xidməti"), named("o2", "PressService", "Mətbuat xidməti")]
    found = paths(reading([*states, *service], [("o1", "q:jurisdiction", "s1"), ("o2", "q:jurisdiction", "s2")]))
    assert found["o1"] != found["o2"]
    assert found["o1"].startswith("organization/matbuat-khidmati-") or found["o1"].startswith("organization/matbuat-xidmati-")


def session(ref: str, date: str | None = None, place: str | None = None, body: str | None = None) -> list[tuple[str, str, str | Value]]:
    slots: list[tuple[str, str, str | Value | None]] = [
        (ref, "schema:startDate", Value(date, "xsd:date") if date else None),
        (ref, "schema:location", place),
        (ref, "q:framework", body),
    ]
    return [(s, p, o) for s, p, o in slots if o is not None]


BODIES = [
    named("c1", "Council", path="organization/ots-pgc"),
    named("i1", "InternationalOrganization", path="organization/sco"),
    named("l1", "Place", path="place/bishkek"),
]

EVENTS = [
    ("2024-07-25", "l1", "c1", "event/2024-07-25-bishkek-session-ots-pgc"),
    ("2024-07-25", "l1", "i1", "event/2024-07-25-bishkek-session-sco"),
    ("2024-07-25", None, "i1", "event/2024-07-25-session-sco"),
    ("2024-07", "l1", "c1", "event/2024-07-bishkek-session-ots-pgc"),
    ("--07-25", "l1", "c1", "event/07-25-bishkek-session-ots-pgc"),
]


@pytest.mark.parametrize(("date", "place", "body", "path"), EVENTS)
def test_events_known_by_day_place_and_body(date: str, place: str | None, body: str | None, path: str) -> None:
    found = [paths(reading([*BODIES, named("e1", "Session")], session("e1", date, place, body), article))["e1"] for article in "ab"]
    assert found == [path, path]


@pytest.mark.parametrize(
    ("date", "place", "body"),
    [(None, None, None), ("2024-07-25", "l1", None), ("2024", "l1", None), ("2024-07", "l1", None), (None, "l1", "c1")],
)
def test_vague_events_are_bound_to_the_article(date: str | None, place: str | None, body: str | None) -> None:
    found = {paths(reading([*BODIES, named("e1", "Session")], session("e1", date, place, body), article))["e1"] for article in "ab"}
    assert len(found) == 2


def test_bilateral_talks_of_one_day_and_city_are_known_by_who_met() -> None:
    offices = [named(f"o{x}", "ProsecutorsOffice", path=f"organization/pgo-{x}") for x in ("az", "tr", "uz")]
    talks = [(e, "q:participant", o) for e, pair in (("e1", ("oaz", "otr")), ("e2", ("oaz", "ouz"))) for o in pair]
    slots = session("e1", "2024-07-25", "l1") + session("e2", "2024-07-25", "l1")
    found = paths(reading([*BODIES, *offices, named("e1", "Meeting"), named("e2", "Meeting")], [*slots, *talks]))
    assert (found["e1"], found["e2"]) == (
        "event/2024-07-25-bishkek-meeting-pgo-az-pgo-tr",
        "event/2024-07-25-bishkek-meeting-pgo-az-pgo-uz",
    )


def test_two_events_of_one_reading_that_look_alike_stay_two() -> None:
    slots = session("e1", "2024-07-25", "l1") + session("e2", "2024-07-25", "l1")
    slots += [("e1", "q:theme", Value("Birinci", language="az")), ("e2", "q:theme", Value("İkinci", language="az"))]
    found = paths(reading([*BODIES, named("e1", "Session"), named("e2", "Session")], slots))
    assert found["e1"] != found["e2"]
    assert all(found[e].startswith("event/2024-07-25-bishkek-session-") for e in ("e1", "e2"))


def test_documents_by_day_and_signatories_whatever_the_article() -> None:
    offices = [named(f"o{x}", "ProsecutorsOffice", path=f"organization/pgo-{x}") for x in ("az", "tr")]
    facts: list[tuple[str, str, str | Value]] = [("d1", "q:signatory", "oaz"), ("d1", "q:signatory", "otr")]
    dated = [*facts, ("d1", "q:signedOn", Value("2024-07-25", "xsd:date"))]
    memo = [*offices, named("d1", "Memorandum")]
    assert len({paths(reading(memo, dated, article))["d1"] for article in "ab"}) == 1
    assert len({paths(reading(memo, facts, article))["d1"] for article in "ab"}) == 2


def test_entities_that_lean_on_each_other_end() -> None:
    ring = [named("o1", "Organization", "Bir"), named("o2", "Organization", "İki")]
    found = paths(reading(ring, [("o1", "org:subOrganizationOf", "o2"), ("o2", "org:subOrganizationOf", "o1")]))
    assert all(path.startswith("organization/") for path in found.values())
    assert found["o1"] != found["o2"]


def traits(**told: str) -> Traits:
    """Return traits from lists parted by commas."""
    return Traits({name: frozenset(filter(None, values.split(", "))) for name, values in told.items()})


TOGETHER = "2841|lv.k, 2841|rmv.t, 2841|snv.n"
OFFICES = (
    ("organization/moj-az", "AZ", "organization/ombudsman-az", "AZ"),
    ("organization/undp", "", "organization/pgo-az", "AZ"),
    ("", "", "organization/ombudsman-ge", "GE"),
)


@pytest.mark.parametrize(("body", "state", "other_body", "other_state"), OFFICES)
def test_namesakes_of_other_posts_are_two_but_for_their_company(body: str, state: str, other_body: str, other_state: str) -> None:
    def verdict(circle: str, around: str = "") -> float:
        one = traits(name="Timur Vəliyev", body=body, state=state, circle=circle, around=around)
        return compare_people(one, traits(name="Тимур Велиев", body=other_body, state=other_state, circle=TOGETHER)).score

    assert verdict("") < WEAK <= verdict("", around=other_body)
    assert verdict("2900|lv.k, 2900|rmv.t") < WEAK, "another time"
    assert verdict(TOGETHER) >= STRONG


def test_a_body_that_no_reference_knows_makes_no_one_of_namesakes() -> None:
    one, network = traits(name="Timur Vəliyev", body="organization/undp"), "organization/network-99076a33"
    other = traits(name="Тимур Велиев", state="AZ", body=f"organization/pgo-az, {network}")
    assert compare_people(one, other).score < WEAK
    assert compare_people(one, traits(name="Тимур Велиев", body=network)).score >= WEAK


def test_company_makes_one_of_names_written_as_heard_only() -> None:
    def one(name: str, other: str, circle: str = TOGETHER) -> float:
        return compare_people(traits(name=name, circle=TOGETHER), traits(name=other, circle=circle)).score

    assert one("Claire Dumont", "Kler Dümon") >= WEAK > one("Claire Dumont", "Kler Dümon", "2841|lv.k")
    assert one("Səlim Erdinçlə", "Selim Erdinç") >= WEAK
    assert not any(resembles("Kamran Əliyev", other) for other in ("Kənan Əliyev", "Kamran Vəliyev", "Kamran", "K.Əliyev"))
    assert not resembles("Samir Quliyev", "Samirə Quliyeva")


def test_bodies_of_one_happening_are_compared_without_their_kinds() -> None:
    def verdict(name: str, circle: str, state: str = "TR") -> float:
        mine = traits(kind="Organization", name="en:Council of Forensic Medicine", state="TR", circle=TOGETHER)
        return compare_organizations(mine, traits(kind="Organization", name=name, state=state, circle=circle)).score

    assert verdict("tr:Adli Tıp Kurumu", TOGETHER) >= STRONG > verdict("tr:Adli Tıp Kurumu", "")
    assert verdict("tr:Denetimli Serbestlik Kurumu", TOGETHER) < WEAK
    assert verdict("tr:Adli Tıp Kurumu", TOGETHER, state="KZ") == 0


def test_events_of_one_happening_need_no_one_kind_or_day() -> None:
    def verdict(circle: str, **told: str) -> float:
        mine = traits(kind="Session", when="2025-10-17", place="place/antalya", circle=TOGETHER, published="2025-10-18")
        return compare_events(mine, traits(circle=circle, published="2025-10-18", **told)).score

    assert verdict(TOGETHER, kind="Session", place="place/antalya") >= WEAK > verdict("", kind="Session", place="place/antalya")
    assert verdict(TOGETHER, kind="Conference", when="2025-10-17") >= WEAK
    assert verdict("", kind="Conference", when="2025-10-17") == verdict(TOGETHER, kind="Conference") == 0
    assert verdict(TOGETHER, kind="Session", when="2025-10-18", place="place/antalya") == 0


MEETING = {"when": "2024-05-15", "place": "place/baku", "state": "AZ", "published": "2024-05-15", "circle": TOGETHER}
TALKS_APART = [
    # one guest at two offices of the hosts on one day
    (
        {"kind": "Meeting", "person": "Daulet Sarsenbayev", "party": "organization/justice-academy-az, organization/supreme-court-kz"},
        {
            "kind": "Meeting",
            "person": "Даулет Сарсенбаев",
            "party": "organization/judicial-legal-council-az, organization/supreme-court-kz",
        },
    ),
    # talks of two on the sidelines of a meeting of many
    (
        {"kind": "Meeting", "person": "Bahtiyor Nazarov", "party": "organization/pgo-tr, organization/pgo-uz"},
        {"kind": "Meeting", "person": "Бахтиёр Назаров", "party": ", ".join(f"organization/pgo-{iso}" for iso in ("az", "kg", "kz", "uz"))},
    ),
    # talks of two states, told with their offices, on the sidelines of a session
    (
        {"kind": "Meeting", "land": "TR", "party": "organization/pgo-kg, organization/pgo-tr", "person": "A Bsov, C Dsov, E Fsov"},
        {"kind": "Session", "frame": "organization/cis-pgcc", "party": "organization/pgo-kg", "person": "A Bsov, C Dsov, G Hsov"},
    ),
]


@pytest.mark.parametrize(("one", "other"), TALKS_APART, ids=lambda told: told["party"])
def test_talks_of_two_are_not_what_they_were_beside(one: dict[str, str], other: dict[str, str]) -> None:
    assert compare_events(traits(**MEETING | one), traits(**MEETING | other)).score < WEAK
    assert compare_events(traits(**MEETING | one), traits(**MEETING | one)).score >= STRONG


def test_a_session_told_without_its_time_is_none_of_another_years() -> None:
    def verdict(published: str) -> float:
        one = traits(kind="Session", when="2026-06-10", place="place/bishkek", frame="organization/ots-pgc", published="2026-06-11")
        return compare_events(one, traits(kind="Session", place="place/bishkek", frame="organization/ots-pgc", published=published)).score

    assert verdict("2025-05-23") < WEAK <= verdict("2026-06-12")


SITTING = {"kind": "Session", "frame": "organization/ots-pgc", "state": "TR"}


def test_sittings_of_one_body_are_known_by_their_numbers() -> None:
    def verdict(one: dict[str, str], other: dict[str, str]) -> Verdict:
        return compare_events(traits(**SITTING | one), traits(**SITTING | other))

    held, vague = {"number": "5", "when": "2025-09-12", "place": "place/ankara"}, {"place": "place/ankara"}
    assert verdict(held, vague | {"number": "5"}).score >= WEAK
    assert verdict(held, vague | {"number": "2"}).against
    assert verdict(held, vague).score < verdict(held, vague | {"number": "5"}).score
    miscounted = held | {"number": "6"}
    assert not verdict(held, miscounted).against
    assert verdict(held, miscounted).score >= WEAK


def test_a_council_of_one_state_meets_as_its_other_bodies_do() -> None:
    council = named("o1", "Council", path="organization/judicial-legal-council-az")
    told = reading([named("e1", "Meeting"), council], [("e1", "q:participant", "o1")])
    assert things(told)[0].traits["party"] == {"organization/judicial-legal-council-az"}


def test_a_bare_kind_of_office_is_no_name_of_one() -> None:
    ministry = Entity("o1", "Ministry", "organization/moj-kz", (Name("Минюст", "ru", evidence("text")),))
    named = Entity("o2", "Ministry", "organization/moj-ge", (Name("Минюст Грузии", "ru", evidence("text")),))
    graph = article_graph(Reading(Article("a", "text", "ru"), (ministry, named), ()))
    forms = {str(triple.object) for triple in naming_triples(graph.quads) if triple.predicate.value.endswith("altLabel")}
    assert forms == {'"Минюст Грузии"@ru'}
