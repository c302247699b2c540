"""What Turkish constructions tell, one small article each: what must be read, and what must not."""
# ruff: noqa: E501 (sentences stay whole)

from __future__ import annotations

import pytest

from qurultay.facts import Reader
from qurultay.model import Article
from tests.unit.telling import told

CASES = {
    "those told to be among the states of a group": (
        "Toplantıya, aralarında Azerbaycan ve Özbekistan'ın da bulunduğu 12 ülkeden savcılar katıldı.",
        ["Meeting participant state/AZ", "Meeting participant state/UZ"],
        [],
    ),
    "people told to be among a group": (
        "Seminerde, aralarında Azerbaycan Adalet Akademisi Rektörü Zaur Guliyev'in de bulunduğu 11 uzman ders verdi.",
        ["Seminar speaker Zaur Guliyev", "Seminar participant organization/justice-academy-az"],
        [],
    ),
    "unnamed people of several states who come together": (
        "Katar, Moldova ve Macaristan'ın da aralarında bulunduğu ülkelerden 60'ı aşkın hâkim, savcı ve soruşturmacının bir araya geldiği seminer, 5 Mart'ta Bakü'de yapıldı.",
        ["Seminar participant state/QA", "Seminar participant state/HU", "Seminar date 2024-03-05"],
        [],
    ),
    "two participles before one event": (
        "Türkiye Adalet Akademisi ev sahipliğinde düzenlenen ve TİKA tarafından desteklenen seminere 25 hâkim katıldı.",
        ["Seminar organizer organization/justice-academy-tr"],
        ["Seminar organizer organization/tika"],
    ),
    "a council that came together": (
        "Türk Devletleri Adalet Bakanları Konseyi, 12 Şubat'ta Bişkek'te toplandı.",
        ["Session date 2024-02-12", "Session place place/bishkek"],
        [],
    ),
    "taking part in a council": (
        "Adalet Bakanı Yılmaz Tunç, 12 Şubat'ta Bişkek'te toplanan TÜRKPA Konseyine katıldı.",
        ["Session attendee Yılmaz Tunç"],
        [],
    ),
    "coming for a visit": (
        "Kırgızistan Başsavcısı Urmat Cumabekov, 3 Mart'ta resmi temaslarda bulunmak üzere Ankara'ya geldi.",
        ["Visit attendee Urmat Cumabekov", "Visit place place/ankara", "Visit date 2024-03-03"],
        [],
    ),
    "where one came for a visit": (
        "Azerbaycan Başsavcısı Kamran Aliyev, resmi ziyaret için geldiği Ankara'da Adalet Bakanı Yılmaz Tunç ile görüştü.",
        ["Visit attendee Kamran Aliyev", "Meeting attendee Kamran Aliyev", "Meeting attendee Yılmaz Tunç"],
        ["Visit attendee Yılmaz Tunç"],
    ),
    "being somewhere on a visit": (
        "Resmi temasları çerçevesinde Ankara'da bulunan Kazakistan Yüksek Mahkemesi Başkanı Aslambek Mergaliyev, Yargıtay Başkanı Ömer Kerkez tarafından kabul edildi.",
        ["Visit attendee Aslambek Mergaliyev", "Visit place place/ankara", "Meeting attendee Ömer Kerkez"],
        ["Visit attendee Ömer Kerkez"],
    ),
    "somebody visited in his office": (
        "Kırgızistan Başsavcısı Urmat Cumabekov, Yargıtay Başkanı Ömer Kerkez'i makamında ziyaret etti.",
        ["Meeting attendee Ömer Kerkez", "Meeting attendee Urmat Cumabekov"],
        [],
    ),
    "the last day of a visit in another town": (
        "Gürcistan Adalet Bakanı Levan Kapanadze, 4-6 Mart'ta Özbekistan'ı ziyaret etti. Heyet, son gün Semerkant'a geçti.",
        ["Visit place state/UZ", "Visit place place/samarkand", "Visit date 2024-03-06"],
        [],
    ),
    "coming to take part is no visit": (
        "Kırgızistan Başsavcısı Urmat Cumabekov, seminere katılmak üzere Ankara'ya geldi.",
        [],
        ["Visit"],
    ),
    "an event from its first day to its last": (
        "4 Mart'ta Ankara'da başlayan seminer 6 Mart'ta sona erdi.",
        ["Seminar date 2024-03-04", "Seminar end 2024-03-06"],
        [],
    ),
    "a day on which only its end is told": (
        "Ziyaret 6 Mart'ta sona erecek.",
        [],
        ["Visit date 2024-03-06"],
    ),
    "a holder of a post who acts for a state": (
        "Toplantıya Özbekistan adına Başsavcı Nimetulla Yuldaşev katıldı.",
        ["post Nimetulla Yuldaşev ProsecutorGeneral organization/pgo-uz"],
        ["post Nimetulla Yuldaşev ProsecutorGeneral organization/pgo-tr"],
    ),
    "a holder of a post who leads the delegation of a state": (
        "Toplantıda Azerbaycan heyetine Adalet Bakanı Farid Ahmedov başkanlık etti.",
        ["post Farid Ahmedov Minister organization/moj-az"],
        ["post Farid Ahmedov Minister organization/moj-tr"],
    ),
    "a partner by the post that he shares": (
        "Bakanlıkta Gürcistan Adalet Bakanı Levan Kapanadze ile Özbekistan Adalet Bakanı Dilşod Rahmatov görüştü. Rahmatov, Gürcü mevkidaşıyla mutabakat zaptı imzaladı.",
        ["Memorandum signatory organization/moj-uz", "Memorandum signatory organization/moj-ge"],
        [],
    ),
    "people for whom a course was held": (
        "Türkiye Adalet Akademisi tarafından Azerbaycan ve Özbekistan'dan gelen 24 hâkime yönelik olarak Ankara'da düzenlenen eğitim programı sona erdi.",
        ["Training participant state/AZ", "Training participant state/UZ", "Training organizer organization/justice-academy-tr"],
        [],
    ),
    "coming to a town to take part": (
        "Yargıtay Başkanı Ömer Kerkez, uluslararası konferansa katılmak üzere geldiği Lizbon'da Macaristan Yüksek Mahkemesi Başkanı András Varga ile görüştü.",
        ["Conference attendee Ömer Kerkez", "Conference place place/lisbon", "Meeting attendee András Varga"],
        ["Conference attendee András Varga", "Visit"],
    ),
    "the event before in the same row": (
        "Başsavcılar Şurasının toplantısı 5 Mart'ta Ankara'da yapıldı. Bir önceki toplantı geçen yıl Bakü'de gerçekleştirilmişti.",
        ["Session date 2023", "Session place place/baku"],
        ["Session date 2023-03-05"],
    ),
    "a state that is to be the host": (
        "Başsavcılar Şurasının toplantısı 5 Mart'ta Ankara'da yapıldı. Şuranın bir sonraki toplantısına ekimde Azerbaycan'ın ev sahipliği yapması planlanıyor.",
        ["Session organizer state/AZ", "Session status Planned"],
        [],
    ),
    "a body told by its last word, which ends like a possessive": (
        "Özbekistan Kolluk Akademisinde 4 Mart'ta eğitim programı başladı. Programda Akademi Rektörü Seyidekber Nazarov konuşma yaptı.",
        ["post Seyidekber Nazarov Rector organization/law-enforcement-academy-uz"],
        [],
    ),
    "a document adopted by people who do not sign it": (
        "Başsavcılar Kamran Aliyev ve Berik Asılov, toplantıda ortak bildiriyi kabul etti.",
        ["Declaration"],
        ["Declaration signatory Kamran Aliyev"],
    ),
    "a month written small, of a year told with it": (
        "Adalet Bakanları Konferansı gelecek yıl nisan ayında Bişkek'te yapılacak. Başsavcılar Forumu 2023 yılının kasım ayında Taşkent'te, Hâkimler Semineri ise mayısta Bakü'de düzenlendi.",
        ["Conference date 2025-04", "Forum date 2023-11", "Seminar date 2023-05"],
        [],
    ),
    "a weekday of last week": (
        "Geçen hafta perşembe günü Ankara'da bir seminer düzenlendi.",
        ["Seminar date 2024-03-07"],
        [],
    ),
    "who is to meet whom, told by a noun": (
        "Yarın Bakü'ye geçecek olan Adalet Bakanı Yılmaz Tunç'un, Azerbaycan Başsavcısı Kamran Aliyev ile görüşmesi ve Azerbaycan Adalet Bakanlığını ziyaret etmesi bekleniyor.",
        [
            "Meeting attendee Yılmaz Tunç",
            "Meeting attendee Kamran Aliyev",
            "Meeting status Planned",
            "Meeting date 2024-03-13",
            "Meeting participant organization/moj-az",
        ],
        ["Meeting status Held"],
    ),
    "what somebody is to come for": (
        "Azerbaycan Adalet Bakanı Fikret Memmedov'un, mayıs ayında İstanbul'da yapılacak Karadeniz Ülkeleri Adalet Bakanları Konferansı'na katılmak üzere Türkiye'yi ziyaret etmesi öngörülüyor.",
        [
            "Visit attendee Fikret Memmedov",
            "Visit place state/TR",
            "Visit status Planned",
            "Conference date 2024-05",
            "Conference place place/istanbul",
        ],
        ["Visit status Held"],
    ),
    "a visit that is to be paid": (
        "Protokolün, Kazakistan Başsavcısı Berik Asılov'un mayıs ayında Ankara'ya yapacağı ziyaret sırasında imzalanması bekleniyor.",
        ["Visit attendee Berik Asılov", "Visit date 2024-05", "Visit place place/ankara", "Visit status Planned"],
        ["Protocol"],
    ),
    "a meeting that was awaited, and cancelled": (
        "Adalet Bakanı Yılmaz Tunç, 5 Mart'ta Azerbaycan Başsavcısı Kamran Aliyev'i kabul etti. Tunç'un Berik Asılov ile yapması beklenen görüşme ise iptal edildi.",
        ["Meeting status Cancelled", "Meeting attendee Berik Asılov"],
        [],
    ),
    "who comes from a body": (
        "Seminerde Azerbaycan Adalet Akademisinden Nigar Sultanova ile Ankara Üniversitesinden Doç. Dr. Mehmet Kılıç birer sunum yaptı.",
        [
            "Seminar speaker Nigar Sultanova",
            "Seminar participant organization/justice-academy-az",
            "post Mehmet Kılıç AssociateProfessor organization/ankara-university",
        ],
        [],
    ),
    "people of several nations": (
        "Türkiye Adalet Akademisi, Kırgızistan, Moğolistan ve Moldovalı hâkimlere yönelik 5 Mart'ta Ankara'da eğitim düzenledi.",
        ["Training participant state/KG", "Training participant state/MD", "Training organizer organization/justice-academy-tr"],
        ["Training organizer state/MN"],
    ),
    "a judge of a nation": (
        "5 Mart'ta Ankara'da düzenlenen seminerde konuşan Azerbaycanlı hâkim Aytac Hasanlı teşekkür etti.",
        ["post Aytac Hasanlı Judge state/AZ", "Seminar speaker Aytac Hasanlı"],
        [],
    ),
    "a statement that is cited": (
        "Yargıtay Cumhuriyet Başsavcılığından yapılan açıklamaya göre Muhsin Şentürk, 5 Mart'ta Ankara'da Berik Asılov ile görüştü.",
        ["Meeting attendee Muhsin Şentürk", "Meeting attendee Berik Asılov"],
        [],
    ),
    "the end of somebody's term": (
        "Görev süresi 28 Mart'ta sona erecek olan Türkiye'nin Taşkent Büyükelçisi Olgan Bekar, Özbekistan Adalet Bakanı Akbar Taşkulov ile bir araya geldi.",
        ["Meeting attendee Olgan Bekar", "Meeting attendee Akbar Taşkulov"],
        ["Meeting date 2024-03-28", "Meeting date 2023-03-28"],
    ),
    "several hosts of a guest": (
        "Kırgızistan Başsavcısı Urmat Cumabekov, 5 Mart'ta Yargıtay Başkanı Ömer Kerkez ile Adalet Bakanı Yılmaz Tunç tarafından kabul edildi.",
        ["Meeting attendee Ömer Kerkez", "Meeting attendee Yılmaz Tunç"],
        ["Meeting participant state/TR"],
    ),
    "somebody with whom a meeting was held, told beside it": (
        "Adalet Bakanı Yılmaz Tunç, 5 Mart'ta Ankara'da Berik Asılov'u kabul etti. Azerbaycan Başsavcısı Kamran Aliyev ile bugünkü görüşmede ise hükümlü nakli ele alındı.",
        ["Meeting attendee Kamran Aliyev", "Meeting date 2024-03-12", "Meeting date 2024-03-05"],
        [],
    ),
    "a body founded by a paper": (
        "Türk Devletleri Teşkilatının toplantısı 5 Mart'ta Ankara'da yapıldı. TDT, 3 Ekim 2009'da Azerbaycan'ın Nahçıvan kentinde imzalanan anlaşmayla kuruldu.",
        ["InternationalOrganization founded 2009-10-03", "InternationalOrganization founded in place/nakhchivan"],
        ["Agreement"],
    ),
    "until when a programme goes on": (
        "5 Mart'ta Ankara'da başlayan ve 12 Mart'a kadar sürecek eğitime Azerbaycan'dan hâkimler katıldı.",
        ["Training date 2024-03-05", "Training end 2024-03-12", "Training participant state/AZ"],
        [],
    ),
    "a committee of a parliament": (
        "Toplantıya TBMM Adalet Komisyonu Üyesi Serap Yıldız ile Özbekistan Oliy Meclis Yasama Meclisi Başkan Yardımcısı Dilaram Kerimova katıldı.",
        ["Meeting participant organization/parliament-tr", "post Dilaram Kerimova DeputyChairperson organization/parliament-uz"],
        [],
    ),
    "a lecturer of a university": (
        "Seminerde Ankara Üniversitesi Öğretim Üyesi Prof. Dr. Mehmet Kılıç bir sunum yaptı.",
        ["post Mehmet Kılıç Professor organization/ankara-university"],
        [],
    ),
    "where a visit was paid, told by its noun": (
        "Kazakistan Başsavcısı Berik Asılov, Türkiye ziyareti kapsamında 5 Mart'ta Yargıtay Başkanı Ömer Kerkez ile görüştü.",
        ["Visit place state/TR", "Visit attendee Berik Asılov"],
        ["Visit participant state/TR"],
    ),
    "a closing ceremony with a day of its own": (
        "Türkiye Adalet Akademisi tarafından Ankara'da düzenlenen eğitim programı, bugün gerçekleştirilen kapanış töreniyle sona erdi. Törene Adalet Bakanı Yılmaz Tunç katıldı. 4 Mart'ta başlayan programda 11 uzman ders verdi.",
        ["Ceremony date 2024-03-12", "Ceremony attendee Yılmaz Tunç", "Training date 2024-03-04", "Training end 2024-03-12"],
        [],
    ),
}


@pytest.mark.parametrize(("text", "there", "absent"), CASES.values(), ids=CASES.keys())
def test_a_construction_is_read(text: str, there: list[str], absent: list[str]) -> None:
    found = told(text, "tr")
    assert found >= set(there)
    assert not found & set(absent)


@pytest.mark.parametrize("end", ["(22 Eylül 2026)", "22.09.2026", "(22.09.2026)."])
def test_a_day_after_the_last_sentence_is_that_of_publication(end: str) -> None:
    text = f"Başsavcılar görüştü\n\nAdalet Bakanı Yılmaz Tunç, bugün Özbekistan Adalet Bakanı Akbar Taşkulov ile görüştü. {end}"
    assert Reader.default().read(Article("x", text, "tr")).article.published == "2026-09-22"


def test_a_day_inside_the_last_sentence_is_not_that_of_publication() -> None:
    text = "Başsavcılar görüştü\n\nAdalet Bakanı Yılmaz Tunç, Ankara'daki protokolü imzaladı 22.09.2026"
    assert Reader.default().read(Article("x", text, "tr")).article.published is None
