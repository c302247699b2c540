"""The numbers that sittings, conferences and forums have in their rows, in words, digits and Roman digits."""
# ruff: noqa: E501 (sentences stay whole)

from __future__ import annotations

import pytest

from tests.unit.telling import told

NUMBERED = [
    ("az", "Türk Dövlətləri Təşkilatının Baş Prokurorlar Şurasının {} iclası martın 11-də Daşkənddə keçirilib.", {"4-cü": "4", "04-cü": "4", "dördüncü": "4", "XIV": "14", "otuz dördüncü": "34", "növbəti": ""}),
    ("tr", "Türk Devletleri Teşkilatı Başsavcılar Konseyinin {} toplantısı 11 Mart'ta Taşkent'te yapıldı.", {"4.": "4", "dördüncü": "4", "XIV.": "14", "otuz dördüncü": "34"}),
    ("ru", "{} заседание Совета генеральных прокуроров Организации тюркских государств прошло 11 марта в Ташкенте.", {"4-е": "4", "Четвёртое": "4", "Четвертое": "4", "XIV": "14", "Тридцать четвёртое": "34", "Очередное": ""}),
    ("en", "The {} session of the Council of Prosecutors General of the Organization of Turkic States was held in Tashkent on March 11.", {"4th": "4", "fourth": "4", "XIV": "14", "thirty-fourth": "34", "regular": ""}),
]  # fmt: skip
UNNUMBERED = {
    "az": "Şurada ilk dəfə Baş Prokurorluğun nümayəndəsi çıxış edib. Baş prokuror martın 11-də Daşkənddə ikinci görüşünü keçirib.",
    "tr": "11 Mart'ta Taşkent'te hukuk konferansı düzenlendi. Konferansın ilk oturumunda Ayşe Yılmaz konuştu.",
    "ru": "Генеральный прокурор 11 марта провёл в Ташкенте вторую встречу с министром юстиции Узбекистана.",
    "en": "The prosecutor general held a second meeting with the minister of justice of Uzbekistan in Tashkent on March 11.",
}


def numbers(text: str, language: str) -> set[str]:
    return {fact.rpartition(" ")[2] for fact in told(text, language) if " number " in fact}


@pytest.mark.parametrize(
    ("language", "sentence", "written", "number"), [(la, s, w, n) for la, s, forms in NUMBERED for w, n in forms.items()]
)
def test_the_number_of_a_sitting(language: str, sentence: str, written: str, number: str) -> None:
    assert numbers(sentence.format(written), language) == ({number} if number else set())


@pytest.mark.parametrize("language", UNNUMBERED)
def test_what_is_no_number_in_a_row(language: str) -> None:
    assert not numbers(UNNUMBERED[language], language)


@pytest.mark.parametrize(("written", "number"), [("VI", "6"), ("XXIX", "29"), ("XC", "90")])
def test_conferences_are_numbered(written: str, number: str) -> None:
    assert numbers(f"{written} Uluslararası Hukuk Konferansı 11 Mart'ta Ankara'da yapıldı.", "tr") == {number}
