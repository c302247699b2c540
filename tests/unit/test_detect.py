"""The language of a text that does not say it."""

import pytest

from qurultay.language.detect import detect

READ = ("az", "en", "ru", "tr")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Bakıda Baş Prokurorluqda görüş keçirilib, tərəflər əməkdaşlığı müzakirə ediblər.", "az"),
        ("Adalet Bakanı Ankara'da mevkidaşıyla görüştü ve iş birliği protokolü imzaladı.", "tr"),
        ("The prosecutors general met in Baku and signed a memorandum of cooperation.", "en"),
        ("Генеральные прокуроры встретились в Баку и подписали меморандум.", "ru"),
        ("2021 - 25!", None),
        ("", None),
    ],
)
def test_detect(text: str, code: str | None) -> None:
    assert detect(text, READ) == code


def test_only_the_languages_that_are_asked_for() -> None:
    assert detect("Die Minister haben sich gestern in Berlin getroffen.", ("az", "ru")) in ("az", "ru")


def test_a_letter_of_its_own_tells_a_language() -> None:
    text = "Görüşdə əməkdaşlıq məsələləri müzakirə edilib."
    assert detect(text, READ, own={"az": {"ə"}, "tr": set()}) == "az"
    assert detect("Ali Əliyev met the minister in London and they spoke of the agreement.", READ, own={"az": {"ə"}}) == "en"
