"""Azerbaijani constructions, one small article each: what must be told of them, and what must not."""
# ruff: noqa: E501 (sentences stay whole)

from __future__ import annotations

import functools

import pytest

from qurultay.facts import Reader
from qurultay.model import Article, Value

HEAD = "Prokurorluq xəbərləri\n\nBakı, 12 mart 2024\n\n"
_SHORT = {"schema:attendee": "attendee", "q:participant": "participant", "q:speaker": "speaker", "schema:location": "place",
          "schema:startDate": "date", "schema:organizer": "organizer", "q:framework": "framework", "q:status": "status", "q:theme": "theme"}  # fmt: skip


@functools.cache
def reader() -> Reader:
    """Return the reader of the shipped languages."""
    return Reader.default()


def told(sentences: str) -> set[str]:
    """Return what is told of ``sentences``: "Meeting place state/AZ", "post NAME ROLE BODY", "Memorandum signed DAY"."""
    reading = reader().read(Article("x", HEAD + sentences, "az"))
    names = {e.ref: e.path or (e.names[0].text if e.names else e.ref) for e in reading.entities}
    kinds = {e.ref: e.kind for e in reading.entities}
    posts: dict[str, dict[str, str]] = {}
    found: set[str] = set()
    for fact in reading.facts:
        value = fact.object.lexical if isinstance(fact.object, Value) else names.get(fact.object, fact.object)
        kind = kinds.get(fact.subject, "")
        if kind == "Membership":
            posts.setdefault(fact.subject, {})[fact.predicate] = value
        elif fact.predicate in _SHORT:
            found.add(f"{kind} {_SHORT[fact.predicate]} {value.removeprefix('q:')}")
        elif fact.predicate in ("schema:foundingDate", "schema:foundingLocation"):
            found.add(f"founded {'in ' if fact.predicate.endswith('Location') else ''}{value}")
        elif fact.predicate in ("q:signatory", "q:signedOn"):
            found.add(f"{kind} {fact.predicate.removeprefix('q:')} {value}")
        elif fact.predicate == "rdf:type" and fact.subject.startswith(("e", "d")):
            found.add(kind)
    found |= {f"post {p['org:member']} {p['org:role'].removeprefix('role:')} {p['org:organization']}" for p in posts.values()}
    return found


CASES = {
    "a seminar held": (
        "Martın 11-də Bakıda kibercinayətlərə dair beynəlxalq seminar keçirilib.",
        ["Seminar status Held", "Seminar date 2024-03-11", "Seminar place place/baku"],
        [],
    ),
    "a future session": (
        "Aprelin 2-də Astanada Şuranın iclası keçiriləcək.",
        ["Session status Planned", "Session date 2024-04-02", "Session place place/astana"],
        ["Session status Held"],
    ),
    "host receives guest": (
        "Baş prokuror Kamran Əliyev martın 11-də Gürcüstanın Baş prokuroru Levan Maisuradzeni qəbul edib.",
        [
            "Meeting attendee Kamran Əliyev",
            "Meeting attendee Levan Maisuradze",
            "Meeting participant organization/pgo-ge",
            "post Levan Maisuradze ProsecutorGeneral organization/pgo-ge",
        ],
        [],
    ),
    "a guest named in the instrumental": (
        "Ədliyyə naziri Fərid Əhmədov Ankarada Türkiyənin ədliyyə naziri Mehmet Yıldızla görüşüb.",
        ["Meeting attendee Mehmet Yıldız", "Meeting place place/ankara", "post Mehmet Yıldız Minister organization/moj-tr"],
        ["Meeting attendee Mehmet Yıldızla"],
    ),
    "a delegation comes": (
        "Serbiyanın Baş prokuroru Milan Yovanoviçin rəhbərlik etdiyi nümayəndə heyəti martın 10-da ölkəmizə gəlib.",
        ["Visit attendee Milan Yovanoviç", "Visit place state/AZ", "Visit date 2024-03-10"],
        [],
    ),
    "a delegation comes to take part": (
        "Serbiyanın Baş prokuroru Milan Yovanoviçin rəhbərlik etdiyi nümayəndə heyəti seminarda iştirak etmək üçün Bakıya gəlib.",
        [],
        ["Visit"],
    ),
    "two participles before one noun": (
        "Martın 10-da ölkəmizə səfərə gələn, Ali Məhkəmədə olan Gürcüstanın ədliyyə naziri Rati Bregadze seminarda çıxış edib.",
        ["Visit attendee Rati Bregadze", "Visit date 2024-03-10"],
        [],
    ),
    "ministries with one noun": (
        "Seminarda Daxili İşlər və Xarici İşlər nazirliklərinin əməkdaşları iştirak ediblər.",
        ["Seminar participant organization/mia-az", "Seminar participant organization/mfa-az"],
        [],
    ),
    "states with one head": (
        "Konfransda Türkiyə, Özbəkistan və Qazaxıstanın baş prokurorları iştirak ediblər.",
        [
            "Conference participant organization/pgo-tr",
            "Conference participant organization/pgo-uz",
            "Conference participant organization/pgo-kz",
        ],
        [],
    ),
    "those who are awaited": (
        "Aprelin 2-də Bakıda konfrans keçiriləcək. Konfransda Türkiyə və Qazaxıstanın baş prokurorlarının iştirakı gözlənilir.",
        ["Conference status Planned", "Conference participant organization/pgo-tr", "Conference participant organization/pgo-kz"],
        ["Conference status Held"],
    ),
    "several led delegations": (
        "Dünən Bakıda keçirilən iclasda Türkiyə və Qazaxıstanın baş prokurorlarının başçılıq etdikləri nümayəndə heyətləri iştirak ediblər.",
        ["Session date 2024-03-11", "Session participant organization/pgo-tr", "Session participant organization/pgo-kz"],
        [],
    ),
    "a speaker": (
        "Seminarda çıxış edən Baş prokurorun müavini Elçin Məmmədov tədbirin əhəmiyyətini vurğulayıb.",
        ["Seminar speaker Elçin Məmmədov", "post Elçin Məmmədov DeputyProsecutorGeneral organization/pgo-az"],
        [],
    ),
    "a memorandum signed": (
        "Martın 11-də Azərbaycan Respublikasının Baş Prokurorluğu ilə Gürcüstanın Baş Prokurorluğu arasında Anlaşma Memorandumu imzalanıb.",
        ["Memorandum signatory organization/pgo-az", "Memorandum signatory organization/pgo-ge", "Memorandum signedOn 2024-03-11"],
        [],
    ),
    "not held": ("Martın 11-də Bakıda seminar keçirilməyib.", [], ["Seminar status Held"]),
    "denied": ("Baş prokuror Kamran Əliyev Bakıda seminar keçirildiyi barədə məlumatı təkzib edib.", [], ["Seminar"]),
    "cancelled": (
        "Martın 15-də Bakıda keçirilməsi nəzərdə tutulan seminar ləğv edilib.",
        [],
        ["Seminar status Held", "Seminar status Planned"],
    ),
    "appointed side by side": (
        "Elçin Nəsibov Sumqayıt şəhər prokuroru, Rəşad Qədirov Şəki rayon prokuroru təyin edilib.",
        [],
        ["post Elçin Nəsibov Prosecutor Şəki rayon prokurorluğu", "post Rəşad Qədirov Prosecutor Sumqayıt şəhər prokurorluğu"],
    ),
    "a post and a degree": (
        "Seminarda Bakı Dövlət Universitetinin rektoru, professor Elnur Həsənov çıxış edib.",
        ["post Elnur Həsənov Rector organization/bsu", "Seminar speaker Elnur Həsənov"],
        [],
    ),
    "a woman's family name": (
        "Baş prokurorun müavini Nərgiz Əzimova ilə Gürcüstanın Baş prokuroru Levan Maisuradze görüşüb.",
        ["Meeting attendee Nərgiz Əzimova", "Meeting attendee Levan Maisuradze"],
        ["Meeting attendee Nərgiz Əzimov"],
    ),
    "a past day without a year": (
        "Noyabrın 20-də Romada Baş prokuror Kamran Əliyev İtaliyanın ədliyyə naziri Karlo Nordio ilə görüşüb.",
        ["Meeting date 2023-11-20", "Meeting status Held"],
        ["Meeting status Planned", "Meeting date 2024-11-20"],
    ),
    "somebody's representative": (
        "Prezident İlham Əliyevin xüsusi nümayəndəsi Elçin Rəhimli martın 11-də Almaniyaya səfər edib.",
        ["Visit attendee Elçin Rəhimli", "Visit place state/DE"],
        ["Visit attendee İlham Əliyev", "Visit attendee İlham Əliyevin"],
    ),
    "an office in quotation marks": (
        'Seminarda "Hüquqi Yardım" mərkəzinin direktoru Samir Qasımlı çıxış edib.',
        ["post Samir Qasımlı Director Hüquqi Yardım"],
        [],
    ),
    "a list with its own posts": (
        "Martın 11-də Bakıda keçirilən konfransda Gürcüstanın ədliyyə naziri Rati Bregadze, Moldovanın Baş prokuroru İon Munteanu və Avropa Şurasının Bakı ofisinin rəhbəri Zoltan Xernes çıxış ediblər.",
        [
            "Conference speaker Rati Bregadze",
            "Conference speaker İon Munteanu",
            "Conference speaker Zoltan Xernes",
            "post İon Munteanu ProsecutorGeneral organization/pgo-md",
            "Conference date 2024-03-11",
        ],
        [],
    ),
    "organised together": (
        "Baş Prokurorluq və UNODC-nin birgə təşkilatçılığı ilə Bakıda təlim keçirilib.",
        ["Training organizer organization/pgo-az", "Training organizer organization/unodc", "Training place place/baku"],
        [],
    ),
    "an event within an event": (
        "Bakıda beynəlxalq konfrans keçirilib. Konfrans çərçivəsində Baş prokuror Kamran Əliyev Türkiyənin ədliyyə naziri Yılmaz Tunc ilə görüşüb.",
        ["Meeting attendee Yılmaz Tunc", "Conference place place/baku"],
        ["Conference attendee Yılmaz Tunc"],
    ),
    "invited by": (
        "Baş prokuror Kamran Əliyevin dəvəti ilə Özbəkistanın Baş prokuroru Niqmatilla Yuldaşev martın 9-da Azərbaycana səfər edib.",
        ["Visit attendee Niqmatilla Yuldaşev", "Visit participant organization/pgo-uz", "Visit place state/AZ"],
        ["Visit attendee Kamran Əliyev"],
    ),
    "a theme in quotation marks": (
        'Bakıda "Süni intellekt və ədalət" mövzusunda konfrans keçirilib.',
        ["Conference theme Süni intellekt və ədalət"],
        [],
    ),
    "an interval of days": (
        "Martın 5-7-də Bakıda seminar keçirilib.",
        ["Seminar date 2024-03-05"],
        ["Seminar date 2024-03-07"],
    ),
    "a post that was": (
        "Samir Qasımlı 2019-cu ildə ədliyyə nazirinin müavini olub.",
        ["post Samir Qasımlı DeputyMinister organization/moj-az"],
        [],
    ),
    "a colleague from elsewhere": (
        "Ədliyyə naziri Fərid Əhmədov gürcü həmkarı Rati Bregadze ilə Bakıda görüşüb.",
        ["Meeting attendee Rati Bregadze", "post Rati Bregadze Minister organization/moj-ge"],
        [],
    ),
    "hosted by a state": (
        "Aprelin 10-da Qazaxıstan Türk Dövlətləri Təşkilatının baş prokurorlarının iclasına ev sahibliyi edəcək.",
        ["Session organizer state/KZ", "Session status Planned"],
        ["Session status Held"],
    ),
    "told that one cannot come": (
        "Gürcüstanın Baş prokuroru Levan Maisuradze seminarda iştirak etməyib.",
        [],
        ["Seminar attendee Levan Maisuradze"],
    ),
    "a telephone call": (
        "Martın 11-də Azərbaycanın ədliyyə naziri Fərid Əhmədov ilə Gürcüstanın ədliyyə naziri Rati Bregadze arasında telefon danışığı olub.",
        [],
        ["Meeting"],
    ),
    "an adopted declaration": (
        "Dünən Bakıda keçirilən iclasda Bakı Bəyannaməsi qəbul edilib.",
        ["Declaration", "Session date 2024-03-11"],
        [],
    ),
    "an owner's press service": (
        "Ədliyyə Nazirliyinin mətbuat xidmətindən bildirilib ki, martın 11-də Gəncədə seminar keçirilib.",
        ["Seminar place place/ganja", "Seminar date 2024-03-11"],
        ["Seminar participant organization/moj-az"],
    ),
    "a council founded": (
        "Bakıda Türk Dövlətləri Təşkilatının Baş Prokurorlar Şurasının iclası keçirilib. Şura 2021-ci il noyabrın 1-də Bakıda yaradılıb.",
        ["founded 2021-11-01", "founded in place/baku"],
        [],
    ),
    "no event in a remark": ("Son illər prokurorluq orqanları beynəlxalq əməkdaşlığı genişləndirib.", [], ["Event", "Meeting", "Seminar"]),
}


@pytest.mark.parametrize("name", CASES)
def test_a_construction_is_read(name: str) -> None:
    """Each construction tells what a careful reader would say, and nothing beside it."""
    text, expected, wrong = CASES[name]
    found = told(text)
    assert not set(expected) - found, found
    assert not set(wrong) & found, found
