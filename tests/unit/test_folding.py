"""Folding keeps the length and follows the language."""

import sys

import pytest

from qurultay.language.folding import capitals, fold, is_capitalised, key, script


@pytest.mark.parametrize(
    ("text", "language", "folded"),
    [
        ("İSTANBUL", "tr", "istanbul"),
        ("ISPARTA", "tr", "ısparta"),
        ("IRAQ", "az", "ıraq"),
        ("IRAQ", "en", "iraq"),
        ("İRAN", "en", "iran"),
        ("ƏDLİYYƏ", "az", "ədliyyə"),
        ("МИНЮСТ", "ru", "минюст"),
        ("IAP", None, "iap"),
        ("", "az", ""),
    ],
)
def test_fold(text: str, language: str | None, folded: str) -> None:
    assert fold(text, language) == folded


@pytest.mark.parametrize("language", ["az", "tr", "ru", None])
def test_fold_and_key_keep_the_length_of_every_code_point(language: str | None) -> None:
    for code in range(sys.maxunicode + 1):
        letter = chr(code)
        assert len(fold(letter, language)) == 1 == len(key(letter)), hex(code)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Yılmaz", "YILMAZ", True),
        ("Ескараёв", "ЕСКАРАЕВ", True),
        ("Türkiye'nin", "Türkiye’nin", True),
        ("Ədliyyə", "Әdliyyə", True),
        ("Şura", "Sura", False),
        ("Özbək", "Ozbək", False),
    ],
)
def test_key(one: str, other: str, same: bool) -> None:
    assert (key(one) == key(other)) is same


@pytest.mark.parametrize(
    ("text", "expected"),
    [("COP", "latin"), ("СНГ", "cyrillic"), ("СНG", "mixed"), ("29!", "none"), ("Nguyễn", "latin"), ("ҚР", "cyrillic")],
)
def test_script(text: str, expected: str) -> None:
    assert script(text) == expected


def test_capitals() -> None:
    assert {"Ə", "İ", "I", "Ё", "Ñ", "Ş"} <= set(capitals())
    assert not any(letter.islower() for letter in capitals())
    assert is_capitalised("«Ала")
    assert not is_capitalised("ала")
