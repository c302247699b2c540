"""Azerbaijani constructions of later parts of an article: several events, those who come from elsewhere, what had been before."""
# ruff: noqa: E501 (sentences stay whole)

from __future__ import annotations

import pytest

from qurultay.facts import Reader
from qurultay.model import Article, Value
from tests.unit.telling import told

CASES = {
    "speeches told by whom they were given": (
        "Tbilisidə konfrans keçirilib. Açılış nitqləri Gürcüstanın Baş prokuroru Giorgi Beridze və Macarıstanın Baş prokuroru Peter Polt "
        "tərəfindən söylənilib.",
        ["Conference speaker Giorgi Beridze", "Conference speaker Peter Polt"],
        [],
    ),
    "a post after a day": (
        "Ədliyyə naziri Fərid Əhmədov işgüzar səfərdədir. Martın 5-də nazir Tbilisidə keçirilən seminarda çıxış edib.",
        ["Seminar speaker Fərid Əhmədov"],
        [],
    ),
    "both of whom a post tells": (
        "Gürcüstanın Baş prokuroru Giorgi Beridze Macarıstanın Baş prokuroru Peter Polt ilə görüşüb. Sonra iki baş prokuror seminarda çıxış edib.",
        ["Seminar speaker Giorgi Beridze", "Seminar speaker Peter Polt"],
        [],
    ),
    "the beginning of a month": ("Bu ayın əvvəlində Tbilisidə konfrans keçirilib.", ["Conference date 2024-03"], []),
    "events of a row by their numbers": (
        "Forumun birincisi 2022-ci ildə Daşkənddə, ikincisi 2023-cü ilin noyabrında Bişkekdə keçirilib.",
        ["Forum date 2022", "Forum place place/tashkent", "Forum date 2023-11", "Forum place place/bishkek"],
        [],
    ),
    "two partners are met apart": (
        "Martın 11-də ədliyyə naziri Fərid Əhmədov Bakıda Gürcüstanın ədliyyə naziri Levan Qelaşvili ilə, habelə Türkiyənin ədliyyə naziri Kamal Yıldız ilə görüşüb.",
        ["2 Meeting", "Meeting attendee Levan Qelaşvili", "Meeting attendee Kamal Yıldız"],
        ["1 Meeting"],
    ),
    "a colleague from a state": (
        "Martın 11-də Bakıda keçirilən konfransda Qırğızıstanın ədliyyə naziri Bakıt Asanlı iştirak edib. Konfrans çərçivəsində ədliyyə naziri Fərid Əhmədov Qırğızıstandan olan həmkarı ilə görüşüb.",
        ["Meeting attendee Bakıt Asanlı", "Meeting attendee Fərid Əhmədov", "Meeting participant organization/moj-kg"],
        [],
    ),
    "those who come from states": (
        "Martın 11-də Bakıda seminar keçirilib. Seminarda Belarus və Tacikistandan olan hakimlər iştirak edib.",
        ["Seminar participant state/BY", "Seminar participant state/TJ"],
        [],
    ),
    "those invited from a body": (
        "Martın 11-də Bakıda seminar keçirilib. Seminarda Ədliyyə Nazirliyinin 12 əməkdaşı, habelə Gürcüstan Milli İcra Bürosundan dəvət olunmuş on mütəxəssis iştirak edib.",
        ["Seminar participant organization/moj-az", "Seminar participant Gürcüstan Milli İcra Bürosu"],
        [],
    ),
    "a dative of the verb around it": (
        "Martın 11-də Bakıda Şuranın iclası keçirilib. İclasa Şuraya sədrlik edən Türkiyə Konstitusiya Məhkəməsinin sədri Kamal Yıldız başçılıq edib.",
        ["Session attendee Kamal Yıldız", "Session participant organization/constitutional-court-tr"],
        [],
    ),
    "a day before somebody's attribute": (
        "Ali Məhkəmənin sədri Rasim Ağayev dünən diplomatik fəaliyyəti başa çatan Gürcüstanın Azərbaycandakı səfiri Zurab Lomidzeni qəbul edib.",
        ["Meeting date 2024-03-11", "Meeting attendee Zurab Lomidze"],
        [],
    ),
    "a meeting told as somebody's": (
        "Martın 11-də Baş prokuror Səlim Kərimbəylinin Gürcüstanın baş prokuroru Levan Maisuradze ilə görüşü baş tutub.",
        ["Meeting attendee Səlim Kərimbəyli", "Meeting attendee Levan Maisuradze"],
        [],
    ),
    "a title for each speaker": (
        "Martın 11-də Bakıda seminar keçirilib. Seminarda hakim Anar Vəliyev “Sübutlar”, hakim Rauf Ələkbərov isə “Ekspert rəyi” adlı məruzələrini təqdim ediblər.",
        ["Seminar speaker Anar Vəliyev", "Seminar speaker Rauf Ələkbərov"],
        [],
    ),
    "those among who were there": (
        "Martın 11-də Bakıda konfrans keçirilib. İştirakçılar arasında Pakistanın səfiri Bilal Xan da var idi.",
        ["Conference attendee Bilal Xan", "Conference participant state/PK"],
        [],
    ),
    "adopted by those present": (
        "Martın 11-də Bakıda konfrans keçirilib. Sonda iştirakçılar tərəfindən Bakı Bəyannaməsi qəbul olunub.",
        ["Declaration"],
        [],
    ),
    "the floor is given": (
        "Martın 11-də Bakıda konfrans keçirilib. Konfransda söz ədliyyə naziri Fərid Əhmədova verilib.",
        ["Conference speaker Fərid Əhmədov"],
        [],
    ),
    "a theme told with its noun": (
        "Martın 11-də Bakıda forum keçirilib. Forumun mövzusu “Hüquq təhsili və gələcək”dir.",
        ["Forum theme Hüquq təhsili və gələcək"],
        [],
    ),
    "what had been planned": (
        "Martın 11-də Bakıda konfrans keçirilib. Xatırladaq ki, konfransın fevralın 20-də keçirilməsi nəzərdə tutulmuşdu.",
        ["Conference date 2024-03-11"],
        ["Conference status Planned", "Conference date 2024-02-20"],
    ),
    "who called a visit off": (
        "Qırğızıstan Ali Məhkəməsinin sədri Merim Kadırova martın 20-nə nəzərdə tutulan Bakı səfərini ləğv edib.",
        ["Visit status Cancelled"],
        ["Visit status Planned", "Visit status Held"],
    ),
    "a planned visit told by a verbal noun": (
        "Qazaxıstanın ədliyyə nazirinin bu ilin mayında Bakıya səfəri gözlənilir.",
        ["Visit status Planned", "Visit date 2024-05"],
        ["Visit status Held"],
    ),
    "several posts, as many people": (
        "Martın 11-də Bakıda forum keçirilib. Forumda Bakı Dövlət Universitetinin, Gəncə Dövlət Universitetinin və Ankara Universitetinin rektorları Elçin Babalı, Yusif Cəlilzadə və Kamal Yıldız çıxış ediblər.",
        [
            "Forum speaker Elçin Babalı",
            "post Yusif Cəlilzadə Rector Gəncə Dövlət Universiteti",
            "post Kamal Yıldız Rector organization/ankara-university",
        ],
        [],
    ),
    "two initials are one name": (
        "Martın 11-də Bakıda Pakistan Ali Məhkəməsinin sədri Əhməd Nadim Quraişi ilə görüş keçirilib. Ə.N.Quraişi əməkdaşlıqdan danışıb.",
        ["Meeting speaker Əhməd Nadim Quraişi"],
        [],
    ),
    "a post of one spoken of before": (
        "Martın 11-də Ali Məhkəmənin sədri Rasim Ağayev Gürcüstanın səfiri Zurab Lomidzeni qəbul edib. Rasim Ağayev Ali Məhkəməyə 2023-cü ildən rəhbərlik edir. O, bundan əvvəl Gəncə Apellyasiya Məhkəməsinin sədri işləyib.",
        ["post Rasim Ağayev President Gəncə Apellyasiya Məhkəməsi"],
        ["Meeting participant Gəncə Apellyasiya Məhkəməsi"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_construction_is_read(name: str) -> None:
    """Each construction tells what a careful reader would say, and nothing beside it."""
    text, expected, wrong = CASES[name]
    found = told(text, "az")
    meetings = reading(text).count("q:Meeting")
    found.add(f"{meetings} Meeting")
    assert not set(expected) - found, found
    assert not set(wrong) & found, found


def reading(text: str) -> list[str]:
    """Return the kinds of what an article tells, once for each thing."""
    facts = Reader.default().read(Article("x", f"Xəbər\n\nBakı, 12 mart 2024\n\n{text}", "az")).facts
    return [str(fact.object) for fact in facts if fact.predicate == "rdf:type" and not isinstance(fact.object, Value)]


def test_an_event_has_a_date_that_can_be_told() -> None:
    """A month of an unknown year is no date of the contract: an event of which nothing else is told is left out."""
    told_of = Reader.default().read(Article("x", "Xəbər\n\nBakı, 12 mart\n\nNövbəti iclas sentyabrda keçiriləcək.", "az"))
    assert not [fact for fact in told_of.facts if fact.subject.startswith("e")]
