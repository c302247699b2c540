"""Bodies of like names: what names one of them, and what several states or bodies have."""

from __future__ import annotations

import pytest

from qurultay.identity import Traits, paths
from qurultay.identity.bodies import compare_organizations
from qurultay.identity.verdicts import STRONG, WEAK
from qurultay.model import Article, Entity, Evidence, Fact, Name, Reading, Span

TOGETHER = "2841|lv.k, 2841|rmv.t, 2841|snv.n"
ELSEWHEN = "2900|lv.k, 2900|dmr.s"


def body(*names: str, kind: str = "Organization", circle: str = TOGETHER, **told: str) -> Traits:
    """Return the traits of a body; a name begins with its language."""
    more = {name: frozenset(filter(None, values.split(", "))) for name, values in told.items()}
    return Traits({"kind": frozenset({kind}), "name": frozenset(names), "circle": frozenset(circle.split(", ")), **more})


APART = [
    # two offices of one organisation in two cities, each of which is called an office for short
    (
        body("en:Programme Office", "en:OSCE Programme Office in Bishkek", parent="organization/osce"),
        body("ru:Программный офис", "ru:Программный офис ОБСЕ в Астане", parent="organization/osce", circle=ELSEWHEN),
    ),
    # offices of two organisations, one of them told without its organisation
    (
        body("en:Programme Office", "en:Council of Europe Programme Office in Ankara", parent="organization/council-of-europe"),
        body("az:Proqram Ofisi", near="AZ, TR", circle=ELSEWHEN),
    ),
    # a department that every ministry has, in articles that speak of one state
    (
        body("en:International Relations Department", near="AZ"),
        body("az:Beynəlxalq əlaqələr şöbəsi", near="AZ", circle=ELSEWHEN),
    ),
    # a chamber told without its state, in articles that speak of other states
    (body("en:Notary Chamber", near="KZ"), body("tr:Noter Odası", near="TR", circle=ELSEWHEN)),
    # associations, of which several have ombudsmen
    (
        body("en:Asian Ombudsman Association", kind="InternationalOrganization"),
        body("az:Türkdilli Ölkələrin Ombudsmanlar Birliyi", kind="InternationalOrganization", circle=ELSEWHEN),
    ),
    # committees of one parliament, one of them told for short at another time
    (
        body("en:Jogorku Kenesh Committee on Law and Order", parent="organization/parliament-kg"),
        body("ru:Комитет Жогорку Кенеша", parent="organization/parliament-kg", circle=ELSEWHEN),
    ),
    # embassies of one state that are told without where they stand
    (
        body("en:Embassy of Switzerland", kind="Embassy", state="CH"),
        body("az:İsveçrə Səfirliyi", kind="Embassy", state="CH", circle=ELSEWHEN),
    ),
    (
        body("en:Turkish Embassy in Baku", kind="Embassy", state="TR"),
        body("tr:Türkiye'nin Bişkek Büyükelçiliği", kind="Embassy", state="TR"),
    ),
]
ONE = [
    (body("en:Embassy of Switzerland", kind="Embassy", state="CH"), body("az:İsveçrə Səfirliyi", kind="Embassy", state="CH")),
    (
        body("en:European Union Delegation", kind="Embassy", state="MD"),
        body("en:Delegation of the European Union", kind="Embassy", state="MD", circle=ELSEWHEN),
    ),
    (body("ru:прокуратура Анкары"), body("tr:Ankara Cumhuriyet Başsavcılığı", state="TR", near="", circle=ELSEWHEN)),
    (body("en:Notary Chamber", near="KZ, TR"), body("tr:Noter Odası", near="TR", circle=ELSEWHEN)),
    (body("ru:Комитет по возврату активов"), body("tr:Varlıkların İadesi Komitesi", circle=ELSEWHEN)),
]


@pytest.mark.parametrize(("one", "other"), APART, ids=lambda traits: min(traits["name"]))
def test_what_several_have_is_not_one_bodys(one: Traits, other: Traits) -> None:
    assert compare_organizations(one, other).score < WEAK
    assert compare_organizations(other, one).score < WEAK


@pytest.mark.parametrize(("one", "other"), ONE, ids=lambda traits: min(traits["name"]))
def test_what_names_one_body_does(one: Traits, other: Traits) -> None:
    assert compare_organizations(one, other).score >= WEAK
    assert compare_organizations(other, one).score >= WEAK


def test_other_places_contradict() -> None:
    one, other = body("en:OSCE Programme Office in Bishkek"), body("ru:Программный офис ОБСЕ в Астане")
    assert compare_organizations(one, other).against
    assert compare_organizations(one, body("ru:Программный офис ОБСЕ в Бишкеке", parent="organization/osce")).score >= STRONG


@pytest.mark.parametrize(
    ("name", "kind", "state", "shared"),
    [
        ("International Department", "Organization", None, False),
        ("Academy of Justice", "TrainingInstitution", None, False),
        ("Ministry of Digital Development", "Ministry", None, False),
        ("Ministry of Digital Development", "Ministry", "KZ", True),
        ("Academy of Justice of Uzbekistan", "TrainingInstitution", None, True),
        ("Narikbayev University", "University", None, True),
        ("International Association of Prosecutors", "InternationalOrganization", None, True),
        ("Swiss Embassy", "Embassy", "CH", False),
        ("Swiss Embassy in Tashkent", "Embassy", "CH", True),
        ("Swiss Embassy in Uzbekistan", "Embassy", "CH", True),
    ],
)
def test_a_name_that_many_have_is_bound_to_its_article(name: str, kind: str, state: str | None, shared: bool) -> None:
    words = Evidence(Span(0, len(name)), name, "test")
    entities = [Entity("o1", kind, None, (Name(name, "en", words),)), Entity("s1", "State", f"state/{state or 'XX'}")]
    facts = [Fact("o1", "q:jurisdiction", "s1", (words,))] if state else []
    found = {paths(Reading(Article(article, name, "en"), tuple(entities), tuple(facts)))["o1"] for article in "ab"}
    assert len(found) == (1 if shared else 2)
