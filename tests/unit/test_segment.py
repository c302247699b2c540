"""Tokens and sentences of all four languages, by tables: ``|`` marks what is expected to be apart."""

from itertools import pairwise
from pathlib import Path

import pytest

from qurultay.language.segment import Stops, sentences, tokens
from qurultay.language.text import TextRules
from qurultay.model import Span

LANGUAGES = Path(__file__).parents[2] / "data" / "languages"
STOPS: dict[str, Stops] = {name: TextRules.load(LANGUAGES / name / "text.toml", language=name).stops for name in ("az", "tr", "en", "ru")}

TOKENS = [
    "AZƏRTAC-a|bildirilib|ki",
    "Azerbaycan'ın|ve|Türkiye’nin",
    "COP29-a|dəvət|,|5-də|,|2022-ci|il",
    "K.|Əliyev|və|A.|B.|Kərimov",
    "Dr.|Valid|Al-Samaani",
    "T.C.|Adalet|Bakanlığı",
    "т.г.|прибыл|И.|Краснов",
    "90,5|faiz|18:45|1.5",
    "Zakon.kz|,|News.Az-a|REPORT.AZ",
    "«|Ала-Арча|»|(|TDT|)",
    "6|–|7-də",
    "Bitdi|.",
]


@pytest.mark.parametrize("row", TOKENS)
def test_tokens(row: str) -> None:
    expected = row.split("|")
    glue = {",", ".", "»", ")", "–", "7-də"}
    text = expected[0]
    for before, token in pairwise(expected):
        initial = before.endswith(".") and len(before) > 1 and before[0].isupper() and "." not in before[:-1]
        text += token if token in glue or before in {"«", "(", "–"} or initial else f" {token}"
    found = tokens(text)
    assert [token.text for token in found] == expected
    assert all(text[token.start : token.end] == token.text for token in found)


@pytest.mark.parametrize(
    ("text", "kind"), [("Şura", "word"), ("5-də", "number"), ("31", "number"), ("«", "punct"), ("_", "punct"), ("K.", "word")]
)
def test_kinds(text: str, kind: str) -> None:
    assert tokens(text + " Əliyev")[0].kind == kind


def test_tokens_of_a_stretch() -> None:
    assert [token.start for token in tokens("Bir iki üç", 4, 7)] == [4]


SENTENCES = {
    "az": [
        "Məclis toplandı. |Qərar verildi.",
        "Seminar 2022-ci il mayın 5-də olub. |K.Əliyev və M. Qasımov gəlib.",
        "Prof. Dr. Aysel Kərimova danışıb. |Sonra Dr.Valid söz alıb.",
        "Kitab, jurnal və s. |Yeni nəşrlər də vardı.",
        '"Başlayırıq!" – deyə sədr bildirib. |Hamı razılaşdı.',
        "“Qapı açıqdır.” |Qonaqlar içəri keçdi.",
        "Göstərici 5.2 faizdir. |Plan 90 faiz idi.",
        "Sənəd hazırdır.|Tərəflər onu imzaladı.",
        "Bunu Metbuat.az yazıb. |Xəbər təsdiqlənməyib.",
        "Görüş saat 18.45-də bitdi... |Sonra heyət getdi.",
        "Nə baş verdi? |Heç nə! |Hər şey qaydasındadır.",
        "1. Gündəliyin təsdiqi",
        "Onların sayı 25. |Bu, azdır.",
        "Yu. Petrov gəldi. |V.İ.Sidorov da.",
        "Tədbir 2024. |Növbəti il davam edəcək.",
    ],
    "tr": [
        "TDT 2. Şurası İzmir'de toplandı. |Karar alındı.",
        "Kurulun 4. toplantısı yapıldı. |XXI. Yüzyıl konuşuldu.",
        "T.C. Adalet Bakanlığı duyurdu. |Doç. Dr. Ali Kaya konuştu.",
        "Kitap, dergi vb. |Ürünler sergilendi.",
        "Toplantı 2023'te yapıldı. |Sonuç açıklandı.",
        '"Hazırız." |Başkan böyle dedi.',
        "Bilgi No. 5 belgede yer aldı. |Taraflar imzaladı.",
    ],
    "en": [
        "Mr. Brown met Prof. Dr. Ada Stone. |They talked.",
        "It opened on Nov. 5, 2021. |Guests came at 10 a.m. |They left late.",
        "Works by J. R. Smith et al. were shown. |The end.",
        "He asked: “Why?” |Nobody knew.",
        "See Art. 5 and No. 7. |Both apply.",
        "The rate was 5.2 percent. |It fell.",
    ],
    "ru": [
        "Он прибыл 20 ноября т.г. |В зале ждали гости.",
        "Совет создан 5 мая 2024 г. |Это важно.",
        "Встреча в г. Алматы завершена. |И. Петров доволен.",
        "Участвовали судьи, юристы и др. |Доклады опубликуют.",
        "«Мы готовы!» – сказал А.Б.Ким. |Зал молчал.",
        "Ущерб 5 млн. тенге возмещен. |Дело закрыто.",
        "Ул. Мира, д. 5, им. Абая. |Вход свободный.",
    ],
}


@pytest.mark.parametrize(("language", "row"), [(language, row) for language, rows in SENTENCES.items() for row in rows])
def test_sentences(language: str, row: str) -> None:
    text = row.replace("|", "")
    found = [span.of(text) for span in sentences(text, Span(0, len(text)), STOPS[language])]
    assert found == [piece.strip() for piece in row.split("|")]


def test_sentences_within_a_block() -> None:
    text = "Bir. İki. Üç."
    assert [span.of(text) for span in sentences(text, Span(5, 13), Stops())] == ["İki.", "Üç."]
    assert sentences("   ", Span(0, 3), Stops()) == []
