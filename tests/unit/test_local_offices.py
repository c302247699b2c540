"""What the offices of prosecutors of towns and regions are called, in articles of several languages."""

from __future__ import annotations

import pytest

from tests.unit.telling import told

CASES = {
    "a Turkish town": (
        "tr",
        "Konferansa Ardahan Cumhuriyet Başsavcısı Murat Kaya katıldı.",
        ["post Murat Kaya ProsecutorGeneral Ardahan Cumhuriyet Başsavcılığı"],
        [],
    ),
    "a town abroad": (
        "tr",
        "Konferansa Azerbaycan'ın Gence Şehir Savcısı Fuad Aliyev katıldı.",
        ["post Fuad Aliyev Prosecutor Gence Şehir Savcılığı"],
        ["post Fuad Aliyev Prosecutor organization/pgo-az"],
    ),
    "a Turkish town in Azerbaijani": (
        "az",
        "Konfransda Ərdahan Baş Respublika prokuroru Murat Kaya iştirak edib.",
        ["post Murat Kaya ProsecutorGeneral Ərdahan Baş Respublika prokurorluğu"],
        ["post Murat Kaya ProsecutorGeneral organization/pgo-az"],
    ),
    "one office by two names": (
        "az",
        "Dünən Bakıda konfrans keçirilib. Gəncə şəhər prokuroru Fuad Əliyev konfransda iştirak edib. "
        "Konfransda Gəncə və Qazax prokurorları iştirak ediblər.",
        ["Conference participant Gəncə şəhər prokurorluğu"],
        ["Conference participant Gəncə və Qazax prokurorluğu", "Conference participant Gəncə prokurorluğu"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_local_office(case: str) -> None:
    language, sentences, there, absent = CASES[case]
    facts = told(sentences, language)
    assert set(there) - facts == set()
    assert facts & set(absent) == set()
