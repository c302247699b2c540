"""What Turkish sentences tell of those who come with others, without names or by a marker before an event."""

from __future__ import annotations

import pytest

from tests.unit.telling import told

_HELD = "Tiflis'te dün bir konferans düzenlendi. "
_THERE = ["Conference participant state/MD", "Conference participant state/HU"]
_HOST = "Gürcistan Yüksek Mahkemesi Başkanı Giorgi Beridze"
_GUEST = "Moldova Yüksek Mahkemesi Başkanı Ion Rusu"
_MET = ["Meeting attendee Giorgi Beridze", "Meeting attendee Ion Rusu", "Meeting participant organization/supreme-court-md"]

CASES = {
    "a guest and his delegation": (f"{_HOST}, {_GUEST} ile beraberindeki heyeti makamında kabul etti.", _MET, []),
    "a guest and those with him": (f"{_HOST}, dün {_GUEST} ile beraberindekileri kabul etti.", _MET, []),
    "a host of a delegation": (f"{_HOST}, dün {_GUEST} başkanlığındaki heyete ev sahipliği yaptı.", _MET, []),
    "a host of a person": (f"{_HOST}, {_GUEST}'ya ev sahipliği yaptı.", _MET, []),
    "a host of an event": (
        "Gürcistan Adalet Bakanlığı dün uluslararası konferansa ev sahipliği yaptı.",
        ["Conference organizer organization/moj-ge"],
        ["Meeting"],
    ),
    "people counted, from states": (
        _HELD + "Konferansa Moldova ve Macaristan'dan 30 savcı katıldı.",
        _THERE,
        ["Conference participant organization/pgo-tr", "Conference participant organization/pgo-ge"],
    ),
    "people of several kinds": (
        _HELD + "Konferansa Moldova ve Macaristan'dan 30'u aşkın hâkim, savcı ve soruşturmacı katıldı.",
        _THERE,
        [],
    ),
    "people in a clause before their event": (_HELD + "Moldova ve Macaristan'dan da savcıların katıldığı konferans sürüyor.", _THERE, []),
    "people with whom an event was held": (
        "Tiflis'te Moldova ve Macaristan'dan temsilcilerin katılımıyla konferans düzenlendi.",
        _THERE,
        [],
    ),
    "people counted, from nowhere": (
        _HELD + "Konferansa 30 savcı katıldı.",
        ["Conference"],
        ["Conference participant organization/pgo-tr", "Conference participant organization/pgo-ge"],
    ),
    "a delegation that observes": (
        _HELD + "Macaristan'dan bir heyet ise çalışmaları gözlemci olarak izledi.",
        ["Conference participant state/HU"],
        [],
    ),
    "a body that joins by a link": (
        _HELD + "Konferansa Moldova Adalet Bakanlığı çevrim içi bağlandı.",
        ["Conference participant organization/moj-md"],
        [],
    ),
    "who hosts an event at which somebody speaks": (
        _HELD + "Gürcistan Başsavcılığının ev sahipliğindeki konferansta konuşan Moldova Adalet Bakanı Ana Rusu teşekkür etti.",
        ["Conference organizer organization/pgo-ge", "Conference speaker Ana Rusu"],
        ["Conference organizer organization/moj-md"],
    ),
    "who moderates an event at which somebody speaks": (
        _HELD + "Gürcistan Başsavcısı Giorgi Beridze'nin moderatörlüğündeki konferansta Moldova Adalet Bakanı Ana Rusu konuştu.",
        ["Conference attendee Giorgi Beridze", "Conference speaker Ana Rusu"],
        ["Conference organizer organization/pgo-ge"],
    ),
    "who speaks beside another": (
        _HELD + "Konferansta Gürcistan Başsavcısı Giorgi Beridze'nin yanı sıra Moldova Adalet Bakanı Ana Rusu da konuştu.",
        ["Conference speaker Giorgi Beridze", "Conference speaker Ana Rusu"],
        [],
    ),
    "who speaks beside another before the event": (
        _HELD + "Gürcistan Başsavcısı Giorgi Beridze'nin yanı sıra Moldova Adalet Bakanı Ana Rusu'nun da söz aldığı konferans sona erdi.",
        ["Conference speaker Giorgi Beridze", "Conference speaker Ana Rusu"],
        [],
    ),
    "an office at which somebody calls": (
        "Moldova Adalet Bakanı Ana Rusu, dün Gürcistan Yüksek Mahkemesini ziyaret ederek Mahkeme Başkanı Giorgi Beridze'den bilgi aldı.",
        ["Meeting participant organization/supreme-court-ge", "Meeting attendee Ana Rusu", "Meeting attendee Giorgi Beridze"],
        [],
    ),
    "who is briefed at home": ("Moldova Adalet Bakanı Ana Rusu, Başsavcı Ion Rusu'dan dava hakkında bilgi aldı.", [], ["Meeting"]),
}


@pytest.mark.parametrize("case", CASES)
def test_company(case: str) -> None:
    sentences, there, absent = CASES[case]
    facts = told(sentences, "tr")
    assert set(there) - facts == set()
    assert facts & set(absent) == set()
