"""Turkish: words read into stems and endings, and constructions, one small article each."""
# ruff: noqa: E501 (sentences stay whole)

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from qurultay.language.suffixes import Ending, Suffixes, VerbForm
from tests.unit.telling import told

TR = Suffixes(tomllib.loads((Path(__file__).parents[2] / "data/languages/tr/suffixes.toml").read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("word", "stem", "possessive", "case"),
    [
        ("bakanlığının", "bakanlık", "3", "gen"),
        ("bakanlığı'nın", "bakanlık", "3", "gen"),
        ("kurulu’na", "kurul", "3", "dat"),
        ("türkiye'nin", "türkiye", "", "gen"),
        ("bişkek'te", "bişkek", "", "loc"),
        ("taşkent'teki", "taşkent", "", "rel"),
        ("tdt'nin", "tdt", "", "gen"),
        ("başsavcılığınca", "başsavcılık", "3", "by"),
        ("protokolü", "protokol", "3", "nom"),
        ("ülkemizde", "ülke", "1pl", "loc"),
    ],
)
def test_a_word_is_read_as_its_stem_and_ending(word: str, stem: str, possessive: str, case: str) -> None:
    assert Ending(stem, possessive=possessive, case=case) in TR.nominal(word)


def test_a_name_before_an_apostrophe_is_inflected_and_owns_nothing() -> None:
    assert TR.nominal("şahin'i") == (Ending("şahin", case="acc"),)


@pytest.mark.parametrize(
    ("stem", "owned"), [("bakanlık", "bakanlığı"), ("heyet", "heyeti"), ("kitap", "kitabı"), ("protokol", "protokolü")]
)
def test_a_noun_is_put_into_the_possessive(stem: str, owned: str) -> None:
    assert TR.inflect(stem, possessive="3") == owned


@pytest.mark.parametrize(
    ("stem", "form", "meaning"),
    [
        ("et", "etti", VerbForm("fin", "past")),
        ("et", "ediyor", VerbForm("fin", "pres")),
        ("başla", "başlıyor", VerbForm("fin", "pres")),
        ("söyle", "söylüyor", VerbForm("fin", "pres")),
        ("düzenlen", "düzenlenmiştir", VerbForm("fin", "past")),
        ("kaydet", "kaydederek", VerbForm("conv", "pres")),
        ("yap", "yapılmadı", None),
        ("yap", "yaptığını", VerbForm("obj", "past", "acc")),
    ],
)
def test_a_verb_is_spelt(stem: str, form: str, meaning: VerbForm | None) -> None:
    assert dict(TR.verb_forms(stem)).get(form) == meaning


CASES = {
    "receiving a guest with his delegation": (
        "Adalet Bakanı Yılmaz Tunç, Özbekistan Adalet Bakanı Akbar Taşkulov ve beraberindeki heyeti Bakanlıkta kabul etti.",
        ["Meeting attendee Yılmaz Tunç", "Meeting attendee Akbar Taşkulov", "Meeting participant organization/moj-uz"],
        ["Meeting place state/UZ"],
    ),
    "an ambassador in the capital": (
        "Yargıtay Başkanı Ömer Kerkez, 11 Mart'ta Azerbaycan'ın Ankara Büyükelçisi Reşad Memmedov'u makamında kabul etti.",
        ["post Reşad Memmedov Ambassador state/AZ", "post Ömer Kerkez President organization/supreme-court-tr", "Meeting date 2024-03-11"],
        ["post Reşad Memmedov Ambassador state/TR"],
    ),
    "an ambassador sent by the home state": (
        "Bakü Büyükelçisi Cahit Bağcı toplantıya katıldı.",
        ["post Cahit Bağcı Ambassador state/TR"],
        [],
    ),
    "a delegation led by somebody": (
        "HSK Başkanvekili Halil Koç başkanlığındaki heyet, 5-6 Mart'ta Bişkek'i ziyaret etti.",
        ["Visit attendee Halil Koç", "Visit place place/bishkek", "Visit date 2024-03-05", "Visit end 2024-03-06"],
        [],
    ),
    "a host, a theme and a speech whose words are parted": (
        'Kazakistan Başsavcılığının ev sahipliğinde Astana\'da "Siber Suçlar" konulu seminer düzenlendi. Seminerin açılış konuşmasını Kazakistan Başsavcısı Berik Asılov yaptı.',
        ["Seminar organizer organization/pgo-kz", "Seminar theme Siber Suçlar", "Seminar speaker Berik Asılov"],
        [],
    ),
    "done by a body": (
        "Adalet Bakanlığınca düzenlenen seminer 11 Mart'ta İzmir'de yapıldı.",
        ["Seminar organizer organization/moj-tr", "Seminar place place/izmir", "Seminar date 2024-03-11"],
        [],
    ),
    "one word for and, and with": (
        "Toplantıya Kazakistan Başsavcısı Berik Asılov ile Macaristan Başsavcı Yardımcısı Péter Szalai katıldı.",
        ["Meeting attendee Berik Asılov", "post Péter Szalai DeputyProsecutorGeneral organization/pgo-hu"],
        [],
    ),
    "an ordinal with its stop": (
        "TDT Başsavcılar Şurasının 5. toplantısı 10 Mart 2024'te Taşkent'te yapıldı.",
        ["Session framework organization/ots-pgc", "Session place place/tashkent", "Session date 2024-03-10"],
        [],
    ),
    "states and their people in one order": (
        "Toplantıda Azerbaycan ve Kazakistan'ı sırasıyla Başsavcılar Kamran Aliyev ve Berik Asılov temsil etti.",
        ["post Kamran Aliyev ProsecutorGeneral organization/pgo-az", "post Berik Asılov ProsecutorGeneral organization/pgo-kz"],
        ["post Berik Asılov ProsecutorGeneral organization/pgo-az"],
    ),
    "two posts of one person": (
        "HSK Üyesi ve Adalet Bakan Yardımcısı Akın Gürlek toplantıda konuştu.",
        ["post Akın Gürlek Member organization/hsk-tr", "post Akın Gürlek DeputyMinister organization/moj-tr"],
        [],
    ),
    "a chief prosecutor without his state": (
        "Yargıtay Cumhuriyet Başsavcısı Muhsin Şentürk, Taşkent'te düzenlenen toplantıda Başsavcı Nimetullah Yoldaşev ile görüştü.",
        ["post Muhsin Şentürk ProsecutorGeneral organization/pgo-tr"],
        ["post Nimetullah Yoldaşev ProsecutorGeneral organization/pgo-tr"],
    ),
    "a call": (
        "Adalet Bakanı Yılmaz Tunç, Azerbaycan Adalet Bakanı Ferid Ahmedov ile telefonda görüştü.",
        ["post Ferid Ahmedov Minister organization/moj-az"],
        ["Meeting attendee Ferid Ahmedov"],
    ),
    "an event that is to come": (
        "Konferans 2 Nisan 2024'te Bakü'de gerçekleştirilecek.",
        ["Conference status Planned", "Conference date 2024-04-02", "Conference place place/baku"],
        ["Conference status Held"],
    ),
    "a document of two bodies": (
        "11 Mart'ta Türkiye Adalet Akademisi ile Azerbaycan Adalet Akademisi arasında iş birliği protokolü imzalandı.",
        [
            "Protocol signatory organization/justice-academy-tr",
            "Protocol signatory organization/justice-academy-az",
            "Protocol signed 2024-03-11",
        ],
        [],
    ),
}


@pytest.mark.parametrize(("sentences", "right", "wrong"), CASES.values(), ids=CASES)
def test_a_construction_is_read(sentences: str, right: list[str], wrong: list[str]) -> None:
    found = told(sentences, "tr")
    assert set(right) <= found, sorted(found)
    assert not found & set(wrong)
