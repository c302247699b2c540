"""What Azerbaijani sentences tell of jubilees, of events that go on elsewhere, and of the heads of two bodies of one kind."""

from __future__ import annotations

import pytest

from tests.unit.telling import told

CASES = {
    "the head of the other academy": (
        "Ədliyyə Akademiyasının rektoru Tural Bəyli və Qazaxıstan Hüquq-Mühafizə Orqanları Akademiyasının nümayəndələri görüşüblər. Bunu "
        "Ədliyyə Akademiyası bildirib. Akademiyanın rektoru Nurlan Dosanov çıxış edib.",
        ["post Nurlan Dosanov Rector organization/law-enforcement-academy-kz"],
        ["post Nurlan Dosanov Rector organization/justice-academy-az"],
    ),
    "the head of the only academy": (
        "Tiflisdə Ədliyyə Akademiyasının nümayəndələri ilə görüş keçirilib. Akademiyanın rektoru Tural Bəyli çıxış edib.",
        ["post Tural Bəyli Rector organization/justice-academy-az"],
        [],
    ),
    "a jubilee is no theme": (
        "Tural Bəylinin rəhbərlik etdiyi nümayəndə heyəti Qazaxıstan Hüquq-Mühafizə Orqanları Akademiyasının 10 illiyinə həsr olunmuş "
        'konfransda iştirak edib. Konfrans martın 5-də Astanada "Hüquq təhsili" mövzusunda keçirilib.',
        ["Conference theme Hüquq təhsili", "Conference place place/astana", "Conference attendee Tural Bəyli"],
        ["Conference theme 10 illiyi"],
    ),
    "an event that goes on elsewhere": (
        "Gürcüstanın baş prokuroru Giorgi Beridze dünən konfransda çıxış edib. Konfrans sabah Şuşada davam etdiriləcək.",
        ["Conference speaker Giorgi Beridze"],
        ["Conference place place/shusha"],
    ),
}


@pytest.mark.parametrize(("sentences", "right", "wrong"), CASES.values(), ids=CASES)
def test_a_construction_is_read(sentences: str, right: list[str], wrong: list[str]) -> None:
    found = told(sentences, "az")
    assert set(right) <= found, sorted(found)
    assert not found & set(wrong), sorted(found & set(wrong))
