"""What Turkish sentences tell of who met whom and where, of chambers and speeches, and of events of a row."""

from __future__ import annotations

import pytest

from tests.unit.telling import told

_MET = "Gürcistan Başsavcısı Giorgi Beridze, Macaristan Başsavcısı Peter Polt ile Tiflis'te görüştü. "
_TRIP = "Yargıtay Birinci Başkanı Cevdet Alkan başkanlığındaki heyet, geçen hafta Bakü'ye resmî bir ziyaret gerçekleştirdi. "
_HELD = "Tiflis'te dün bir konferans düzenlendi. "
_SPOKE = ["Conference speaker Giorgi Beridze", "Conference speaker Peter Polt"]

CASES = {
    "who acts stands first in the list of those met": (
        "Konferansa katılan Moldova Adalet Bakanı Ana Rusu, Gürcistan Başsavcısı Giorgi Beridze ve Macaristan Başsavcısı Peter Polt ile "
        "bir araya geldi.",
        ["Meeting attendee Ana Rusu", "Meeting attendee Peter Polt", "Conference attendee Ana Rusu"],
        ["Conference attendee Giorgi Beridze", "Conference attendee Peter Polt"],
    ),
    "who receives stands first in the list of guests": (
        "Gürcistan Başsavcısı Giorgi Beridze, Macaristan Başsavcısı Peter Polt ve Moldova Başsavcısı Ion Rusu'yu kabul etti.",
        ["Meeting attendee Giorgi Beridze", "Meeting attendee Ion Rusu"],
        [],
    ),
    "all of a list meet each other": (
        "Gürcistan Başsavcısı Giorgi Beridze, Macaristan Başsavcısı Peter Polt ve Moldova Başsavcısı Ion Rusu bir araya geldi.",
        ["Meeting attendee Giorgi Beridze", "Meeting attendee Peter Polt", "Meeting attendee Ion Rusu"],
        [],
    ),
    "a paper signed by two": (
        _MET + "Görüşmenin ardından mutabakat zaptı, Beridze ve Polt tarafından imzalandı.",
        ["Memorandum signatory organization/pgo-ge", "Memorandum signatory organization/pgo-hu"],
        [],
    ),
    "who came is received": (
        "Kazakistan Başsavcısı Marat Beyli, geçen hafta Bakü'ye veda ziyaretinde bulunmuş, Azerbaycan Başsavcısı Elnur Guliyev tarafından "
        "kabul edilmişti.",
        ["Meeting attendee Marat Beyli", "Meeting attendee Elnur Guliyev", "Visit attendee Marat Beyli"],
        [],
    ),
    "posts in a delegation": (
        _TRIP + "Heyette 3. Ceza Dairesi Başkanı Ayşe Karahan, Genel Sekreter Fikret Demir ve tetkik hâkimi Özlem Aydın yer aldı.",
        ["post Fikret Demir SecretaryGeneral organization/supreme-court-tr", "post Özlem Aydın Judge organization/supreme-court-tr"],
        [],
    ),
    "an office of the state visited": (
        _TRIP + "Heyet, bugün Adalet Bakanlığına geçti.",
        ["Meeting participant organization/moj-az", "Meeting date 2024-03-12"],
        ["Meeting participant organization/moj-tr"],
    ),
    "where the one who meets is staying": (
        "Tiflis'te bulunan Moldova Adalet Bakanı Ana Rusu, Gürcistan Başsavcısı Giorgi Beridze ile görüştü.",
        ["Meeting place place/tbilisi"],
        [],
    ),
    "a numbered chamber": (
        "Yargıtay 3. Ceza Dairesi Başkanı Ayşe Karahan Tiflis'te düzenlenen konferansa katıldı.",
        ["Conference attendee Ayşe Karahan", "Conference participant organization/supreme-court-tr"],
        [],
    ),
    "a place of duty": (
        "UNDP Gürcistan Temsilcisi Marta Ferrer Tiflis'te düzenlenen konferansa katıldı.",
        ["post Marta Ferrer Representative organization/undp", "Conference participant organization/undp"],
        ["post Marta Ferrer Representative state/GE"],
    ),
    "a post with a state": (
        "Gürcistan Temsilcisi Marta Ferrer Tiflis'te düzenlenen konferansa katıldı.",
        ["post Marta Ferrer Representative state/GE"],
        [],
    ),
    "who comes from a state": (
        "Toplantıya Kazakistan'dan Meclis Milletvekili Gülnar Ospanova, gözlemci sıfatıyla Macaristan'dan Zsófia Bárány katıldı.",
        ["Meeting participant organization/parliament-kz", "Meeting participant state/HU"],
        ["Meeting participant state/KZ"],
    ),
    "speeches given by several": (
        _HELD + "Açılış konuşmaları Gürcistan Başsavcısı Giorgi Beridze ve Macaristan Başsavcısı Peter Polt tarafından yapıldı.",
        _SPOKE,
        [],
    ),
    "papers given": (
        _HELD + "Gürcistan Başsavcısı Giorgi Beridze ile Macaristan Başsavcısı Peter Polt tebliğlerini sundu.",
        _SPOKE,
        [],
    ),
    "who leads a sitting of a conference": (
        _HELD + "İkinci oturumun moderatörlüğünü Gürcistan Başsavcısı Giorgi Beridze üstlendi.",
        ["Conference attendee Giorgi Beridze"],
        ["Session", "Conference speaker Giorgi Beridze"],
    ),
    "events of a row by their numbers": (
        "Forumun ilki 2022'de Taşkent'te, ikincisi 2023 yılının kasım ayında Bişkek'te yapılmıştı.",
        ["Forum date 2022", "Forum place place/tashkent", "Forum date 2023-11", "Forum place place/bishkek"],
        [],
    ),
    "a day of the week that is past": ("Geçen cuma Tiflis'te bir konferans düzenlendi.", ["Conference date 2024-03-08"], []),
    "a day of a month told small": ("Martın 5'inde Tiflis'te bir konferans düzenlendi.", ["Conference date 2024-03-05"], []),
    "the beginning of a month": ("Bu ayın başında Tiflis'te bir konferans düzenlendi.", ["Conference date 2024-03"], []),
    "days ago": ("2 gün önce Tiflis'te bir konferans düzenlendi.", ["Conference date 2024-03-10"], ["Conference status Planned"]),
}


@pytest.mark.parametrize(("sentences", "right", "wrong"), CASES.values(), ids=CASES)
def test_a_construction_is_read(sentences: str, right: list[str], wrong: list[str]) -> None:
    found = told(sentences, "tr")
    assert set(right) <= found, sorted(found)
    assert not found & set(wrong), sorted(found & set(wrong))
