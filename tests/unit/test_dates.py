"""Expressions of time in four languages, found and resolved."""

from pathlib import Path

import pytest

from qurultay.errors import PackError
from qurultay.language.calendar import Calendar
from qurultay.mentions.dates import DateMention, find_dates, settle, shift

LANGUAGES = Path(__file__).parents[2] / "data" / "languages"
CALENDARS = {name: Calendar.load(LANGUAGES / name / "dates.toml", language=name) for name in ("az", "tr", "en", "ru")}

# Published on Thursday, 25 July 2024; the expected mentions are told as words = value.
CASES = {
    "az": [
        ("2021-ci ilin noyabrın 1-də Bakıda", "2021-ci ilin noyabrın 1-də = 2021-11-01"),
        ("2023-cü il oktyabrın 19-da Şuşada", "2023-cü il oktyabrın 19-da = 2023-10-19"),
        ("cari il noyabrın 1-də", "cari il noyabrın 1-də = 2024-11-01"),
        ("bu ilin sentyabr ayında Gəncədə", "bu ilin sentyabr ayında = 2024-09"),
        ("cari ilin iyununda", "cari ilin iyununda = 2024-06"),
        ("cari ayda görüş olacaq", "cari ayda = 2024-07"),
        ("ötən ilin avqustun 4-də", "ötən ilin avqustun 4-də = 2023-08-04"),
        ("ötən il başlayıb", "ötən il = 2023"),
        ("gələn il bitəcək", "gələn il = 2025"),
        ("avqustun 8-də seminar", "avqustun 8-də = 2024-08-08"),
        ("Mayın 6–7-də konfrans", "Mayın 6–7-də = 2024-05-06/2024-05-07"),
        ("iyulun 16-dan 22-dək təlim", "iyulun 16-dan 22-dək = 2024-07-16/2024-07-22"),
        ("sentyabrın 29-dan oktyabrın 2-dək", "sentyabrın 29-dan oktyabrın 2-dək = 2024-09-29/2024-10-02"),
        ("iyunun 5 və 6-da iclaslar", "iyunun 5 və 6-da = 2024-06-05/2024-06-06"),
        ("8 avqust 2022-ci il", "8 avqust 2022-ci il = 2022-08-08"),
        ("12-14 may 2023-cü il", "12-14 may 2023-cü il = 2023-05-12/2023-05-14"),
        ("25 sentyabr, 2025", "25 sentyabr, 2025 = 2025-09-25"),
        ("5 noyabrda açılıb", "5 noyabrda = 2024-11-05"),
        ("2023-cü ilin noyabrında", "2023-cü ilin noyabrında = 2023-11"),
        ("noyabr 2021", "noyabr 2021 = 2021-11"),
        ("sentyabr ayında keçiriləcək", "sentyabr ayında = 2024-09"),
        ("1967-ci ildə qurulub", "1967-ci ildə = 1967"),
        ("2026–2027-ci illər üçün", "2026–2027-ci illər = 2026/2027"),
        ("2022-28-ci illər üçün proqram", "2022-28-ci illər = 2022/2028"),
        ("Bu gün və sabah", "Bu gün = 2024-07-25; sabah = 2024-07-26"),
        ("dünən gəlib, srağagün gedib", "dünən = 2024-07-24; srağagün = 2024-07-23"),
        ("iyulun 16-da açılıb, ertəsi gün bağlanıb", "iyulun 16-da = 2024-07-16; ertəsi gün = 2024-07-17"),
        ("iyulun 1-də və həmin gün", "iyulun 1-də = 2024-07-01; həmin gün = 2024-07-01"),
        ("iyulun 1-də imzalanıb, üç gün sonra elan olunub", "iyulun 1-də = 2024-07-01; üç gün sonra = 2024-07-04"),
        ("iki gün əvvəl", "iki gün əvvəl = 2024-07-23"),
        ("çərşənbə axşamı günü", "çərşənbə axşamı günü = 2024-07-23"),
        ("ötən bazar ertəsi günü", "ötən bazar ertəsi günü = 2024-07-22"),
        ("bu həftə", "bu həftə = 2024-07-22/2024-07-28"),
        ("01.11.2021 18:45", "01.11.2021 = 2021-11-01"),
        ("31.02.2021 nömrəli iş", ""),
        ("31 852 cinayət, 10849 şəxs, 5.2 faiz, 36-cı iclas", ""),
        ("COP29-a, 1 nömrəli məktəb, bu İlham, mayak, martı quşu", ""),
        ("bazar qiymətləri və bu illər, sabahlar", ""),
        ("2021 nəfər və 100 illik yubiley", ""),
    ],
    "tr": [
        ("1-2 Kasım 2021 tarihlerinde", "1-2 Kasım 2021 = 2021-11-01/2021-11-02"),
        ("1 Kasım 2021'de kuruldu", "1 Kasım 2021'de = 2021-11-01"),
        ("30 Eylül-2 Ekim 2025 arasında", "30 Eylül-2 Ekim 2025 = 2025-09-30/2025-10-02"),
        ("12 Haziran'da açıldı", "12 Haziran'da = 2024-06-12"),
        ("5 ve 6 Haziran 2023", "5 ve 6 Haziran 2023 = 2023-06-05/2023-06-06"),
        ("Kasım 2021'de", "Kasım 2021'de = 2021-11"),
        ("bu yılın Eylül ayında", "bu yılın Eylül ayında = 2024-09"),
        ("2023 yılında ve 2022'de", "2023 yılında = 2023; 2022'de = 2022"),
        ("bugün, dün, yarın", "bugün = 2024-07-25; dün = 2024-07-24; yarın = 2024-07-26"),
        ("3 Temmuz'da geldi, ertesi gün döndü", "3 Temmuz'da = 2024-07-03; ertesi gün = 2024-07-04"),
        ("geçen yıl ve gelecek ay", "geçen yıl = 2023; gelecek ay = 2024-08"),
        ("cuma günü", "cuma günü = 2024-07-19"),
        ("25.09.2025 16:38", "25.09.2025 = 2025-09-25"),
        ("Kasım Bey, ekim alanı ve 5 ocak söndü", ""),
        ("dünya, pazar, 160 milyon, 4. toplantı", ""),
    ],
    "en": [
        ("on July 25 and on Nov. 1, 2021", "July 25 = 2024-07-25; Nov. 1, 2021 = 2021-11-01"),
        ("from September 29 to October 2", "September 29 to October 2 = 2024-09-29/2024-10-02"),
        ("May 6-7, 2025", "May 6-7, 2025 = 2025-05-06/2025-05-07"),
        ("from March 5 to 12", "March 5 to 12 = 2024-03-05/2024-03-12"),
        ("the 7th of March 2022", "7th of March 2022 = 2022-03-07"),
        ("4–6 June 2023", "4–6 June 2023 = 2023-06-04/2023-06-06"),
        ("in May and in June 2022", "May = 2024-05; June 2022 = 2022-06"),
        ("last Friday", "last Friday = 2024-07-19"),
        ("on Monday", "Monday = 2024-07-22"),
        ("next Tuesday", "next Tuesday = 2024-07-30"),
        ("last Thursday, on Thursday", "last Thursday = 2024-07-18; Thursday = 2024-07-25"),
        ("on Monday, July 22", "Monday, July 22 = 2024-07-22"),
        ("next year, last month, this year", "next year = 2025; last month = 2024-06; this year = 2024"),
        ("last November and next January", "last November = 2023-11; next January = 2025-01"),
        ("signed on July 3; two days later he left", "July 3 = 2024-07-03; two days later = 2024-07-05"),
        ("arrived on July 3 and left the next day", "July 3 = 2024-07-03; the next day = 2024-07-04"),
        ("three days ago", "three days ago = 2024-07-22"),
        ("since 1992 and in 2023", "1992 = 1992; 2023 = 2023"),
        ("programme for 2025-2026", "2025-2026 = 2025/2026"),
        ("2024-07-25T10:00", ""),
        ("dated 2024-07-25.", "2024-07-25 = 2024-07-25"),
        ("it may 5 times march in line, 850 billion, 55 cases", ""),
    ],
    "ru": [
        ("12 мая т.г. в Минске", "12 мая т.г. = 2024-05-12"),
        ("7 сентября прибыл", "7 сентября = 2024-09-07"),
        ("25 июля 2024 г. в столице", "25 июля 2024 г. = 2024-07-25"),
        ("1-2 ноября 2021 года", "1-2 ноября 2021 года = 2021-11-01/2021-11-02"),
        ("с 29 сентября по 2 октября", "с 29 сентября по 2 октября = 2024-09-29/2024-10-02"),
        ("с 5 по 12 марта 2022 года", "с 5 по 12 марта 2022 года = 2022-03-05/2022-03-12"),
        ("в ноябре 2021 года", "ноябре 2021 года = 2021-11"),
        ("в сентябре текущего года", "сентябре текущего года = 2024-09"),
        ("в марте", "марте = 2024-03"),
        ("3 мая прошлого года", "3 мая прошлого года = 2023-05-03"),
        ("в прошлом году и в этом месяце", "в прошлом году = 2023; в этом месяце = 2024-07"),
        ("вчера, сегодня, завтра", "вчера = 2024-07-24; сегодня = 2024-07-25; завтра = 2024-07-26"),
        ("4 июля начал, а на следующий день завершил", "4 июля = 2024-07-04; на следующий день = 2024-07-05"),
        ("в тот же день", "в тот же день = None"),
        ("в пятницу", "пятницу = 2024-07-19"),
        ("в 2021–2023 годах", "2021–2023 годах = 2021/2023"),
        ("1990 год", "1990 год = 1990"),
        ("среду обитания, 15 маяков, 109 запросов, 79 субъектов", ""),
    ],
}


def told(found: list[DateMention], text: str) -> str:
    return "; ".join(f"{text[date.start : date.end]} = {date.value}" for date in found)


@pytest.mark.parametrize(("language", "text", "expected"), [(language, *row) for language, rows in CASES.items() for row in rows])
def test_published(language: str, text: str, expected: str) -> None:
    assert told(find_dates(text, 0, len(text), CALENDARS[language], published="2024-07-25"), text) == expected


@pytest.mark.parametrize(
    ("text", "published", "context", "expected"),
    [
        ("noyabrın 5-də", None, None, "XXXX-11-05"),
        ("mayın 6-7-də", None, None, "XXXX-05-06/XXXX-05-07"),
        ("bu gün", None, None, None),
        ("bu gün", "XXXX-11-05", None, "XXXX-11-05"),
        ("dünən", "XXXX-11-05", None, "XXXX-11-04"),
        ("dünən", "XXXX-03-01", None, None),
        ("cari il noyabrın 1-də", "XXXX-11-05", None, "XXXX-11-01"),
        ("cari ayda", "XXXX-11-05", None, "XXXX-11"),
        ("ötən il", None, None, None),
        ("sentyabr ayında", None, None, "XXXX-09"),
        ("noyabrın 21-də", None, "2025-11-20", "2025-11-21"),
        ("noyabrın 21-də", None, "2025-05-20", "XXXX-11-21"),
        ("noyabrın 21-də", "XXXX-11-25", "2025-11-20", "XXXX-11-21"),
        ("dekabrın 20-də", "2024-01-10", None, "2023-12-20"),
        ("yanvarın 10-da", "2024-12-20", None, "2025-01-10"),
        ("noyabrın 20-də", "2024-03-10", None, "2024-11-20"),
        ("dekabrın 28-dən yanvarın 3-dək", "2024-12-27", None, "2024-12-28/2025-01-03"),
        ("28 dekabr - 3 yanvar 2025", None, None, "2024-12-28/2025-01-03"),
        ("həmin gün", None, "XXXX-11-05", "XXXX-11-05"),
        ("ertəsi gün", None, "2024-02-28", "2024-02-29"),
    ],
)
def test_what_is_not_told_stays_open(text: str, published: str | None, context: str | None, expected: str | None) -> None:
    (found,) = find_dates(text, 0, len(text), CALENDARS["az"], published=published, context=context)
    assert found.value == expected


def test_last_year_by_the_day_that_the_article_is_about() -> None:
    (found,) = find_dates("ötən il", 0, 7, CALENDARS["az"], reference=lambda: "2025-11-20")
    assert (found.value, found.relative) == ("2024", True)


@pytest.mark.parametrize(
    ("language", "text", "flags"),
    [
        ("az", "2019-cu il 3 aprel tarixli Fərman", {"attributive": True}),
        ("az", "2019-cu il 3 apreldə", {"attributive": False}),
        ("tr", "3 Nisan 2019 tarihli karar", {"attributive": True}),
        ("ru", "указ от 3 апреля 2019 года", {"attributive": True}),
        ("en", "a decree dated April 3, 2019", {"attributive": True}),
        ("az", "1990-cı ildən", {"bound": "since"}),
        ("az", "2025-ci ilədək", {"bound": "until"}),
        ("az", "mayın 5-dək", {"bound": "until"}),
        ("en", "since 1992", {"bound": "since", "kind": "year"}),
        ("ru", "с 1992 года", {"bound": "since"}),
        ("ru", "до 1 мая", {"bound": "until"}),
        ("en", "July 3", {"assumed_year": True, "relative": False, "kind": "day"}),
        ("az", "cari il mayın 3-də", {"assumed_year": False, "relative": True, "relative_to": "published"}),
        ("az", "dünən", {"relative_to": "published", "offset_days": -1}),
        ("az", "ertəsi gün", {"relative_to": "previous", "offset_days": 1}),
        ("az", "2026-2027-ci illər", {"kind": "years"}),
        ("az", "ötən həftə", {"kind": "week"}),
        ("en", "from May 3 to 5", {"kind": "interval", "bound": None}),
    ],
)
def test_flags(language: str, text: str, flags: dict[str, object]) -> None:
    found = find_dates(text, 0, len(text), CALENDARS[language], published="2024-07-25")
    assert found
    assert {name: getattr(found[0], name) for name in flags} == flags


def test_a_stretch_of_a_text_is_read_in_its_place() -> None:
    text = "İclas mayın 3-də olub. Görüş mayın 5-də olacaq."
    (found,) = find_dates(text, 23, len(text), CALENDARS["az"], published="2024-07-25")
    assert (text[found.start : found.end], found.value) == ("mayın 5-də", "2024-05-05")


def test_settle_moves_only_an_assumed_year() -> None:
    (assumed,) = find_dates("noyabrın 20-də", 0, 14, CALENDARS["az"], published="2024-03-10")
    assert settle(assumed, "2024-03-10", past=True).value == "2023-11-20"
    assert settle(assumed, "2024-03-10", past=False).value == "2024-11-20"
    (fixed,) = find_dates("20 noyabr 2024", 0, 14, CALENDARS["az"], published="2024-03-10")
    assert settle(fixed, "2024-03-10", past=True) == fixed


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [("2023-12-31", 1, "2024-01-01"), ("XXXX-12-31", 1, "XXXX-01-01"), ("XXXX-02-28", 1, None), (None, 1, None), ("2024", 1, None)],
)
def test_shift(day: str | None, days: int, expected: str | None) -> None:
    assert shift(day, days) == expected


def test_a_broken_calendar_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "dates.toml"
    for content in ("months = [", "rules = []", '[months]\n1 = ["a"]\n[[rules]]\nname = "x"\npattern = "<nowhere>"\nstarts = ["day"]\n'):
        path.write_text(content, encoding="utf-8")
        with pytest.raises(PackError, match="not a calendar"):
            Calendar.load(path, language="xx")


def test_a_fifth_language_is_data() -> None:
    kazakh = Calendar(
        {
            "months": {5: ["мамыр"]},
            "endings": {"month": "(?:да|дың)?"},
            "relday": {0: ["бүгін"]},
            "rules": [
                {"name": "day", "pattern": "(?:<year> жылғы )?<day> <month>", "starts": ["year", "day"]},
                {"name": "relative", "pattern": "<relday>", "starts": ["relday"]},
            ],
        },
        language="kk",
    )
    text = "2023 жылғы 5 мамырда, бүгін"
    assert [date.value for date in find_dates(text, 0, len(text), kazakh, published="2024-01-02")] == ["2023-05-05", "2024-01-02"]


@pytest.mark.parametrize(("day", "days"), [("0001-01-01", -1), ("9999-12-31", 1)])
def test_no_day_beyond_the_calendar(day: str, days: int) -> None:
    assert shift(day, days) is None
