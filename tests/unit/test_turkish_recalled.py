"""What Turkish sentences tell of events that are but recalled, of contacts, duties, members and names that are nouns too."""

from __future__ import annotations

import pytest

from qurultay.facts import Reader
from qurultay.model import Article
from tests.unit.telling import told

_SITTING = "Türk Devletleri Teşkilatı Başsavcılar Konseyinin 6. toplantısı Bişkek'te yapıldı. "
_HELD = "Tiflis'te dün bir konferans düzenlendi. "
_VISIT = "Azerbaycan'a resmi ziyarette bulunan Macaristan Başsavcısı Peter Polt, Azerbaycan Başsavcısı Elnur Guliyev ile görüştü. "

CASES = {
    "an event of which what was decided is reported": (
        _SITTING + "Toplantıda konuşan Gürcistan Başsavcısı Giorgi Beridze, 2022'de Ankara'da düzenlenen forumda alınan "
        "kararların hayata geçirildiğini kaydetti. Moldova Başsavcısı Ion Rusu ise yeni düzenlemeleri anlattı.",
        ["Session speaker Ion Rusu", "Forum date 2022", "Session place place/bishkek"],
        ["Forum speaker Ion Rusu", "Forum speaker Giorgi Beridze"],
    ),
    "contacts are no visit": (
        _HELD
        + "Konferansta konuşan Gürcistan Başsavcısı Giorgi Beridze, temasları kapsamında Macaristan Başsavcısı Peter Polt ile görüştü.",
        ["Meeting attendee Giorgi Beridze", "Meeting attendee Peter Polt"],
        ["Visit"],
    ),
    "contacts at a place are a visit": (
        "Gürcistan Başsavcısı Giorgi Beridze, Bakü temasları kapsamında Azerbaycan Başsavcısı Elnur Guliyev ile görüştü.",
        ["Meeting attendee Elnur Guliyev", "Visit", "Visit place place/baku"],
        [],
    ),
    "who goes on meets others there": (
        _VISIT + "Macaristan heyetinin, perşembe günü Ankara'ya geçmesi ve Adalet Bakanı Kemal Özgür ile görüşmesi bekleniyor.",
        ["Meeting status Planned", "Meeting place place/ankara", "Meeting attendee Kemal Özgür"],
        [],
    ),
    "two are to be met": (
        _HELD + "Gürcistan Başsavcısı Giorgi Beridze konferansa katıldı. Macaristan Başsavcısı Peter Polt da konferansta yer aldı. "
        "Beridze'nin, konferans marjında Polt ve Moldova Başsavcısı Ion Rusu ile ikili görüşmeler yapması öngörülüyor.",
        ["Meeting attendee Peter Polt", "Meeting attendee Ion Rusu", "Meeting status Planned"],
        [],
    ),
    "members of a body": (
        "Şanghay İşbirliği Örgütünün daimi üyeleri arasında Çin ve Hindistan da bulunuyor.",
        ["State member of organization/sco"],
        [],
    ),
    "the duty of one who heads a body": (
        "Başsavcı Giorgi Beridze açıklama yaptı. Daha önce Moldova Adalet Akademisinin rektörlüğünü yürüten Beridze teşekkür etti.",
        ["post Giorgi Beridze Rector organization/justice-academy-md"],
        ["post Giorgi Beridze Director organization/justice-academy-md"],
    ),
    "the duty of one who heads a body, after it": (
        "Ankara Üniversitesinin rektörlüğünü Prof. Dr. Ahmet Yılmaz yürütüyor.",
        ["post Ahmet Yılmaz Rector organization/ankara-university"],
        [],
    ),
    "who stands for a state": (
        _HELD + "Moldova'yı ise Başsavcı Ion Rusu temsil etti.",
        ["post Ion Rusu ProsecutorGeneral organization/pgo-md", "Conference participant organization/pgo-md"],
        ["Conference participant organization/pgo-tr"],
    ),
    "an academy under a court of its state": (
        "Gürcistan Başsavcısı Giorgi Beridze, Kazakistan Yüksek Mahkemesi bünyesindeki Adalet Akademisi Rektörü Ayman Bekova ile görüştü.",
        ["post Ayman Bekova Rector organization/justice-academy-kz"],
        ["post Ayman Bekova Rector organization/justice-academy-tr"],
    ),
    "the head of the other academy": (
        "Türkiye Adalet Akademisi Başkanı Feridun Aksoy, Moldova Adalet Akademisini ziyaret etti. Türkiye Adalet Akademisi heyeti "
        "bilgi aldı. Akademi Rektörü Ion Rusu bir konuşma yaptı.",
        ["post Ion Rusu Rector organization/justice-academy-md"],
        ["post Ion Rusu Rector organization/justice-academy-tr"],
    ),
    "a given name that is a noun": (
        _HELD + "Konferansta Yargıtay Cumhuriyet Savcısı Metin Koçak konuştu.",
        ["Conference speaker Metin Koçak"],
        [],
    ),
    "a family name that is a title": (
        "Heyet, Türkiye'nin Kişinev Büyükelçisi Ahmet Sayın'ı makamında ziyaret etti. Gürcistan Başsavcısı Giorgi Beridze, Büyükelçi "
        "Ahmet Sayın'la görüştü.",
        ["post Ahmet Sayın Ambassador state/TR", "Meeting attendee Ahmet Sayın"],
        [],
    ),
    "a region is nobody": (
        _HELD + "Açılışta Gürcistan Başsavcısı Giorgi Beridze ile UNODC Orta Asya Bölge Ofisi Program Koordinatörü Ana Rusu konuştu.",
        ["Conference speaker Ana Rusu", "Conference speaker Giorgi Beridze"],
        ["Conference speaker Orta Asya"],
    ),
    "the next of a row after the first": (
        "Türk Devletleri Teşkilatı Başsavcılar Konseyinin ilk toplantısı 2022'de Taşkent'te, ikincisi ise 2023 yılının kasım ayında "
        "Bişkek'te yapılmıştı.",
        ["Session date 2022", "Session place place/tashkent", "Session date 2023-11", "Session place place/bishkek"],
        [],
    ),
    "the programme is not the meeting within it": (
        "20-24 Şubat'ta Tiflis'te bir eğitim düzenlendi. Gürcistan Başsavcısı Giorgi Beridze, Macaristan Başsavcısı Peter Polt ile "
        "görüştü. Moldova'dan savcılar da programda ders verdi.",
        ["Training participant state/MD"],
        ["Meeting participant state/MD"],
    ),
    "who joins by a link that is not named": (
        _HELD + "Moldova Adalet Bakanlığından yetkililer de konferansa bağlandı.",
        ["Conference participant organization/moj-md"],
        [],
    ),
}


@pytest.mark.parametrize(("sentences", "right", "wrong"), CASES.values(), ids=CASES)
def test_a_construction_is_read(sentences: str, right: list[str], wrong: list[str]) -> None:
    found = told(sentences, "tr")
    assert set(right) <= found, sorted(found)
    assert not found & set(wrong), sorted(found & set(wrong))


def test_a_term_of_presidency_is_no_body() -> None:
    text = f"Haberler\n\nAnkara, 12 Mart 2024\n\n{_SITTING}Toplantıda Konseyin dönem başkanlığı Özbekistan'a devredildi."
    reading = Reader.default().read(Article("x", text, "tr"))
    assert not [name.text for entity in reading.entities for name in entity.names if "başkanlığı" in name.text]
