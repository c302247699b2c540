"""The head of an article, its body and the page around it, in four languages."""

from pathlib import Path

import pytest

from qurultay.article import Layout, lay_out, line_judge
from qurultay.errors import PackError
from qurultay.language.calendar import Calendar
from qurultay.language.repair import Repaired, repair
from qurultay.language.text import TextRules
from qurultay.model import Article

LANGUAGES = Path(__file__).parents[2] / "data" / "languages"
NAMES = ("az", "tr", "en", "ru")
RULES = {name: TextRules.load(LANGUAGES / name / "text.toml", language=name) for name in NAMES}
CALENDARS = {name: Calendar.load(LANGUAGES / name / "dates.toml", language=name) for name in NAMES}


def laid_out(language: str, text: str, **known: str | None) -> tuple[Layout, Repaired]:
    clean = repair(text, stands_alone=line_judge(RULES[language], CALENDARS[language]))
    article = Article("a", text, language, **known)
    return lay_out(article, clean, RULES[language], CALENDARS[language]), clean


AZ = "Nazirlikdə görüş olub. Tərəflər razılığa gəlib."
HEADS = [
    # language, text before the body, headline, published, anchor, publisher, place
    (
        "az",
        "Nazirlikdə görüş olub\n\nBakı, 5 may 2023, AZƏRTAC\n\n",
        "Nazirlikdə görüş olub",
        "2023-05-05",
        "2023-05-05",
        "AZƏRTAC",
        "Bakı",
    ),
    ("az", "Bakı, 5 may, AZƏRTAC\n\n", None, None, "XXXX-05-05", "AZƏRTAC", "Bakı"),
    ("az", "Gəncə. 5 may 2023. REPORT.AZ\n\n", None, "2023-05-05", "2023-05-05", "Report", "Gəncə"),
    ("az", "Görüş olub\n05.05.2023 18:45  |  Baxış: 12  |  Paylaş: Facebook\n\n", "Görüş olub", "2023-05-05", "2023-05-05", None, None),
    (
        "az",
        "Ana səhifə » Xəbərlər » Hüquq\nHava: Bakı +9°C  USD 1.7\n\nGörüş olub\n\n5 may, 2023\n15:04\n\n",
        "Görüş olub",
        "2023-05-05",
        "2023-05-05",
        None,
        None,
    ),
    ("az", "Baş səhifə / Cəmiyyət / Hüquq   [Çap et]  [A+] [A-]\n\nGörüş olub\n\n", "Görüş olub", None, None, None, None),
    ("az", "# Görüş olub\n\n\n# Görüş olub\n\n", "Görüş olub", None, None, None, None),
    ("az", "Görüş nə verdi?\n\n", "Görüş nə verdi?", None, None, None, None),
    ("az", "", None, None, None, None, None),
    ("tr", "Kurul toplandı\n\n5 Mayıs 2023\n\nANKARA (AA) - ", "Kurul toplandı", "2023-05-05", "2023-05-05", "AA", "ANKARA"),
    ("tr", "05.05.2023 16:38\n\nİZMİR (DHA) - ", None, "2023-05-05", "2023-05-05", "DHA", "İZMİR"),
    (
        "tr",
        "Kurul toplandı\nGiriş Tarihi: 05.05.2023 08:54\nYazdır   Paylaş   Yazı Boyutu: A- A+\n\n",
        "Kurul toplandı",
        "2023-05-05",
        "2023-05-05",
        None,
        None,
    ),
    ("en", "Council meets\n\nBAKU, May 5, 2023\n\n", "Council meets", "2023-05-05", "2023-05-05", None, "BAKU"),
    ("en", "Council meets\n\nBaku, May 5, 2023, AZERTAC\n\n", "Council meets", "2023-05-05", "2023-05-05", "AZERTAC", "Baku"),
    ("en", "Council meets\n\nBAKU, Azerbaijan, May 5, 2023. ", "Council meets", "2023-05-05", "2023-05-05", None, "BAKU"),
    ("en", "Council meets\n\n05.05.2023\n\nBaku, May 4, AZERTAC\n\n", "Council meets", "2023-05-05", "2023-05-05", "AZERTAC", "Baku"),
    ("ru", "Совет собрался\n\nБИШКЕК, 5 мая 2023 г. /Кабар/. ", "Совет собрался", "2023-05-05", "2023-05-05", "Кабар", "БИШКЕК"),
    ("ru", "Совет собрался\n\nМосква. 5 мая 2023 года. ИНТЕРФАКС – ", "Совет собрался", "2023-05-05", "2023-05-05", "ИНТЕРФАКС", "Москва"),
    ("ru", "Совет собрался\n\n05.05.2023\n\nТАШКЕНТ. ", "Совет собрался", "2023-05-05", "2023-05-05", None, "ТАШКЕНТ"),
    ("az", "Görüş olub\n5 may 2023   |   Hüquq   |   Oxunma: 611\n\n", "Görüş olub", "2023-05-05", "2023-05-05", None, None),
    ("az", "Görüş olub\n5 may 2023 | Hüquq | APA\n\n", "Görüş olub", "2023-05-05", "2023-05-05", "APA", None),
    (
        "az",
        "Görüş olub\nTarix: 05.05.2023 / 19:07  Oxunma sayı 2 041  Şriftin ölçüsü: A A A\n\n",
        "Görüş olub",
        "2023-05-05",
        "2023-05-05",
        None,
        None,
    ),
    ("az", "Görüş olub\n5 may 2023     Baxış sayı: 940     Çap et\n\n", "Görüş olub", "2023-05-05", "2023-05-05", None, None),
    ("az", "Görüş olub\n05.05.2023  19:20  |  Oxunub: 2 318  |  Facebook  X\n\n", "Görüş olub", "2023-05-05", "2023-05-05", None, None),
    (
        "az",
        "MENYU ☰   Gündəm  Siyasət\n⟵ geri\nNazirin bash mushaviri Bakidadir\n\n",
        "Nazirin bash mushaviri Bakidadir",
        None,
        None,
        None,
        None,
    ),
    ("az", "Ana sehife | Xeberler\nAxtar...   USD 1.7   EUR 1.8\nNazir Gencede olub\n\n", "Nazir Gencede olub", None, None, None, None),
    ("az", "Hüquq\n\nGörüş olub\n\n", "Görüş olub", None, None, None, None),
    ("az", "Görüş olub\nTarix: 05-05-2023, 18:04     Baxılıb: 2 117\n\n", "Görüş olub", "2023-05-05", "2023-05-05", None, None),
    ("ru", "Совет собрался\n05-05-2023, 18:04\n\n", "Совет собрался", "2023-05-05", "2023-05-05", None, None),
    ("az", "NAZİRLİKDƏ GÖRÜŞ OLUB.\n\n", "NAZİRLİKDƏ GÖRÜŞ OLUB.", None, None, None, None),
    ("az", "«Xəzər» forumu\n\n", "«Xəzər» forumu", None, None, None, None),
    ("az", "Görüş olub\n\nBakı. Trend:\n\n", "Görüş olub", None, None, "Trend", "Bakı"),
    ("az", "Trend, 5 may 2023. ", None, "2023-05-05", "2023-05-05", "Trend", None),
    ("tr", "Kurul toplandı\n5 Mayıs 2023 Cuma 10:22 | Gündem | AA\n\n", "Kurul toplandı", "2023-05-05", "2023-05-05", "AA", None),
    ("tr", "Kurul toplandı\n\nBİŞKEK - 05.05.2023 17:32\n\n", "Kurul toplandı", "2023-05-05", "2023-05-05", None, "BİŞKEK"),
    ("tr", "Kurul toplandı\n\nBİŞKEK (DHA) - 05.05.2023\n\n", "Kurul toplandı", "2023-05-05", "2023-05-05", "DHA", "BİŞKEK"),
    ("tr", "Kurul toplandı\n\nANKARA – 5 Mayıs 2023 – 14.20\n\n", "Kurul toplandı", "2023-05-05", "2023-05-05", None, "ANKARA"),
    ("ru", "Совет собрался\n\nАСТАНА — 5 мая 2023, 12:30\n\n", "Совет собрался", "2023-05-05", "2023-05-05", None, "АСТАНА"),
    ("az", "Görüş olub\n\nGƏNCƏ - 5 may 2023\n\n", "Görüş olub", "2023-05-05", "2023-05-05", None, "GƏNCƏ"),
    ("tr", "Yaşam\n\nKurul toplandı\n\n", "Kurul toplandı", None, None, None, None),
    ("en", "Council meets\n24.kg, 15:42, 05 May 2023, Bishkek\n\n", "Council meets", "2023-05-05", "2023-05-05", "24.kg", "Bishkek"),
    (
        "en",
        "Council meets\nAGENDA.GE, 5 May 2023 - 17:40, Tbilisi\n\n",
        "Council meets",
        "2023-05-05",
        "2023-05-05",
        "Agenda.ge",
        "Tbilisi",
    ),
    ("en", "Council meets\nTrend, 05.05.2023, 09:10, Baku\n\n", "Council meets", "2023-05-05", "2023-05-05", "Trend", "Baku"),
    ("en", "Council meets\nANKARA (AA) - 05.05.2023\n\n", "Council meets", "2023-05-05", "2023-05-05", "AA", "ANKARA"),
    ("en", "Council meets\n\nST. PETERSBURG, May 5. /TASS/. ", "Council meets", None, "XXXX-05-05", "TASS", "ST. PETERSBURG"),
    ("en", "Council meets\n5 May 2023 | Politics | Views: 12\n\n", "Council meets", "2023-05-05", "2023-05-05", None, None),
    ("ru", "Совет собрался\n5 мая 2023, 12:30 | Общество\n\n", "Совет собрался", "2023-05-05", "2023-05-05", None, None),
    (
        "ru",
        "Совет: итоги встречи\nГлавная  |  ПОЛИТИКА  |  Лента\nПросмотров: 8   Комментарии (0)\n\n",
        "Совет: итоги встречи",
        None,
        None,
        None,
        None,
    ),
]


@pytest.mark.parametrize(("language", "head", "headline", "published", "anchor", "publisher", "place"), HEADS)
def test_heads(
    language: str, head: str, headline: str | None, published: str | None, anchor: str | None, publisher: str | None, place: str | None
) -> None:
    layout, clean = laid_out(language, head + AZ + "\n\n" + AZ)
    assert (layout.headline, layout.published, layout.anchor, layout.publisher) == (headline, published, anchor, publisher)
    assert (layout.place_span and clean.text[slice(*layout.place_span)]) == place
    assert [clean.text[block.start : block.end] for block in layout.blocks if block.kind == "body"] == [AZ, AZ]
    if published:
        assert layout.published_span is not None
        assert "2023" in clean.text[slice(*layout.published_span)]


TAILS = [
    # language, last line, its kind, published, publisher
    ("az", "Trend, 5 may 2023", "dateline", "2023-05-05", "Trend"),
    ("az", "Report, 05.05.2023", "dateline", "2023-05-05", "Report"),
    ("az", "APA  |  05.05.2023  |  13:42", "dateline", "2023-05-05", "APA"),
    ("az", "Report.az, 5 may 2023-cü il (çərşənbə axşamı)", "dateline", "2023-05-05", "Report"),
    ("az", "Sayt.az, 5 may 2023", "dateline", "2023-05-05", "Sayt.az"),
    ("az", "5 may 2023, 17:05", "dateline", "2023-05-05", None),
    ("az", "(APA)", "furniture", None, "APA"),
    ("az", "AZƏRTAC", "furniture", None, "AZƏRTAC"),
    ("az", "© Report", "furniture", None, "Report"),
    ("az", "Bütün hüquqlar qorunur © 2023 Trend", "furniture", None, "Trend"),
    ("az", "Mənbə: Trend", "furniture", None, "Trend"),
    ("az", "Mənbə: https://report.az/hadise/1", "furniture", None, "Report"),
    ("az", 'Mənbə: "Yeni Xəbər"', "furniture", None, "Yeni Xəbər"),
    ("az", "Qaynaq: sample.example", "furniture", None, "sample.example"),
    ("tr", "AA, 5 Mayıs 2023", "dateline", "2023-05-05", "AA"),
    ("tr", "Kaynak: AA", "furniture", None, "AA"),
    ("tr", "HABER: ANKA", "furniture", None, "ANKA"),
    ("en", "Trend, May 5, 2023", "dateline", "2023-05-05", "Trend"),
    ("en", "Friday, 5 May 2023 at 10:32 AM", "dateline", "2023-05-05", None),
    ("en", "Source: TASS", "furniture", None, "TASS"),
    ("en", "© 2023 Trend", "furniture", None, "Trend"),
    ("ru", "Report, 5 мая 2023", "dateline", "2023-05-05", "Report"),
    ("ru", "Источник: ТАСС", "furniture", None, "ТАСС"),
    ("en", "Share | Report | Print", "furniture", None, None),
]


@pytest.mark.parametrize(("language", "line", "kind", "published", "publisher"), TAILS)
def test_tails(language: str, line: str, kind: str, published: str | None, publisher: str | None) -> None:
    layout, clean = laid_out(language, f"{AZ}\n\n{AZ}\n\n{line}")
    assert [block.kind for block in layout.blocks] == ["body", "body", kind]
    assert (layout.published, layout.publisher) == (published, publisher)
    if layout.publisher_span:
        assert clean.text[slice(*layout.publisher_span)] in line


@pytest.mark.parametrize(
    ("language", "line", "left"),
    [
        ("az", "Ədliyyə Nazirliyinin Mətbuat xidməti", "Ədliyyə Nazirliyinin Mətbuat xidməti"),
        ("az", "Mənbə: Baş Prokurorluğun mətbuat xidməti", "Baş Prokurorluğun mətbuat xidməti"),
        ("az", "Menbe: Ali Məhkəmə", "Ali Məhkəmə"),
        ("tr", "Kaynak: Adalet Bakanlığı", "Adalet Bakanlığı"),
        ("en", "Source: Ministry of Justice of Georgia", "Ministry of Justice of Georgia"),
        ("ru", "Источник: пресс-служба Верховного суда", "пресс-служба Верховного суда"),
    ],
)
def test_a_body_that_a_line_credits_stays_to_be_read(language: str, line: str, left: str) -> None:
    layout, clean = laid_out(language, f"{AZ}\n\n{AZ}\n\n{line}")
    assert [clean.text[block.start : block.end] for block in layout.blocks if block.kind == "body"] == [AZ, AZ, left]
    assert layout.publisher is None


def test_the_head_wins_over_the_tail() -> None:
    layout, _ = laid_out("az", f"Bakı, 5 may 2023, AZƏRTAC\n\n{AZ}\n\nTrend, 6 may 2023")
    assert (layout.published, layout.publisher) == ("2023-05-05", "AZƏRTAC")


def test_a_lone_day_amid_paragraphs_dates_something_else() -> None:
    paragraph = f"{AZ} {AZ}"
    before, after = "\n\n".join([paragraph] * 4), "\n\n".join([paragraph] * 3)
    assert laid_out("az", f"{before}\n\n5 may 2023\n\n{after}")[0].anchor is None
    assert laid_out("az", f"{before}\n\nTarix: 5 may 2023\n\n{after}")[0].published == "2023-05-05"
    assert laid_out("az", f"{before}\n\n5 may 2023\n\n{paragraph}")[0].published == "2023-05-05"


def test_the_day_of_another_article_dates_nothing() -> None:
    layout, clean = laid_out("az", f"{AZ}\n\nOxşar xəbərlər\n\nBaşqa görüş\n5 may 2023")
    assert layout.published is None
    assert ("5 may 2023", "list of other articles") in [(span.of(clean.text), reason) for span, reason in layout.dropped(clean)]


@pytest.mark.parametrize(
    "body",
    [
        "SORĞU: Nazirlikdə görüş olub",
        "Reforma Partiyası (RP). Görüş olub və tərəflər razılığa gəlib, sənəd də imzalanıb.",
        "Bakı, 5 may 2023-cü ildə keçirilən tədbirin ünvanı olub, iştirakçılar razı qalıb.",
    ],
)
def test_no_dateline(body: str) -> None:
    layout, _ = laid_out("az", f"{AZ}\n\n{body}\n\n{AZ}")
    assert [block.kind for block in layout.blocks] == ["body", "body", "body"]


@pytest.mark.parametrize(
    ("language", "body", "publisher"),
    [
        ("az", "AZƏRTAC xəbər verir ki, görüş olub.", "AZƏRTAC"),
        ("az", "AZƏRTAC nazirliyə istinadla xəbər verir ki, görüş olub.", "AZƏRTAC"),
        ("az", "Nazirliyin mətbuat xidmətindən AZƏRTAC-a bildirilib ki, görüş olub.", "AZƏRTAC"),
        ("az", 'Nazirlikdən "Report"a verilən məlumata görə, görüş olub.', "Report"),
        ("az", "APA-nın məlumatına görə, görüş olub.", "APA"),
        ("az", '"Yeni Xəbər" xəbər verir ki, görüş olub.', "Yeni Xəbər"),
        ("az", "Nümunə.az yox, Sayt.az xəbər verir ki, görüş olub.", "Sayt.az"),
        ("az", '"Yeni Xəbər" nazirliyin mətbuat xidmətinə istinadla yazır ki, görüş olub.', "Yeni Xəbər"),
        ("az", '"Yeni Xəbər" yazır ki, görüş olub.', "Yeni Xəbər"),
        ("az", "Trend-in məlumatına görə, görüş olub.", "Trend"),
        ("az", '"Report"un məlumatına görə, görüş olub.', "Report"),
        ("az", "Trend-in xəbərinə görə, görüş olub.", "Trend"),
        ("az", 'Bunu "Report"a qurumun nümayəndəsi bildirib.', "Report"),
        ("az", "APA-nın sualını cavablandıran nazir razılaşıb.", "APA"),
        ("az", "APA bildirir ki, görüş olub.", "APA"),
        ("az", "APA-nın Ədliyyə Nazirliyinə istinadla verdiyi xəbərə görə, görüş olub.", "APA"),
        ("az", '"APA"nın Ali Məhkəməyə istinadən yaydığı məlumata görə, görüş olub.', "APA"),
        ("az", "Trend İnformasiya Agentliyinin nazirliyə istinadən verdiyi məlumata görə, görüş olub.", "Trend"),
        ("az", "Trend Ədliyyə Nazirliyinin mətbuat xidmətinə istinadən qeyd edir ki, görüş olub.", "Trend"),
        ("az", "Nazirliyin məhkəməyə istinadla verdiyi məlumata görə, görüş olub.", None),
        ("az", "APA-nın nazirliyə istinadla hazırladığı sual cavabsız qalıb.", None),
        ("az", 'Bu barədə "Far News" telekanalı nazirliyə istinadən məlumat yayıb.', None),
        ("az", "APA-nın əməkdaşlığı genişlənir.", None),
        ("tr", "Hürriyet'in yazdığına göre toplantı yapıldı.", "Hürriyet"),
        ("ru", "По данным Report, встреча прошла.", "Report"),
        ("ru", "Встреча прошла, передаёт Kazinform.", "Kazinform"),
        ("az", "TDT-yə üzv ölkələrin nazirlərinə məlumat verilib.", None),
        ("az", "Nazirlikdən bildirilib ki, görüş olub.", None),
        ("az", "DİM bildirir ki, görüş olub.", None),
        ("tr", "TRT Haber'in haberine göre toplantı yapıldı.", "TRT Haber"),
        ("tr", "Bakanlığın haberine göre toplantı yapıldı.", None),
        ("en", "The council met on Friday, Trend reports.", "Trend"),
        ("en", "The guest left, Sample.Az reports citing AZERTAC.", "Sample.Az"),
        ("en", "The council met, the minister reports to the government.", None),
        ("ru", "Как передает Report, встреча прошла.", "Report"),
        ("ru", "Встреча прошла, сообщает Zakon.kz со ссылкой на Минюст.", "Zakon.kz"),
        ("ru", "Встреча прошла, передаетSample.kzсо ссылкой на суд.", "Sample.kz"),
        ("ru", "Встреча прошла, сообщает пресс-служба министерства.", None),
    ],
)
def test_outlets_that_speak_of_themselves(language: str, body: str, publisher: str | None) -> None:
    layout, clean = laid_out(language, body)
    assert layout.publisher == publisher
    if publisher:
        assert layout.publisher_span is not None
        assert clean.text[slice(*layout.publisher_span)] == publisher


@pytest.mark.parametrize(
    ("language", "line", "kind"),
    [
        ("az", "#Şura #Bakı", "furniture"),
        ("az", "Paylaş: Facebook   Twitter | Oxşar xəbərlər", "furniture"),
        ("az", "« Əvvəlki xəbər | Növbəti xəbər »", "furniture"),
        ("az", "Baxılıb: 1 467 | A+ A- | Çap et", "furniture"),
        ("az", "Sayt.az", "furniture"),
        ("az", "***", "furniture"),
        ("az", "[Foto: Nazirlik]  Görüşdən kadr, may 2023", "caption"),
        ("az", "Nazirlik | foto: arxiv", "caption"),
        ("az", "05.05.2023 14:35", "dateline"),
        ("az", "[ŞƏKİL 2]", "caption"),
        ("az", "[ŞƏKİL 1] Qarşılanma mərasimi", "caption"),
        ("az", "[Foto: Nazirlik] Tərəflər görüşün sonunda sənədi imzalayıb və xatirə şəkli çəkdiriblər.", "caption"),
        ("az", "TOP 5 xəbər: 1. Hava 2. Benzin", "furniture"),
        ("az", "MENYU ☰   Gündəm  Siyasət", "furniture"),
        ("az", "Gündəm  Siyasət  Cəmiyyət", "furniture"),
        ("az", "Axtar...", "furniture"),
        ("az", "Şərh: 0", "furniture"),
        ("az", "Baxish: 12   Serh: 0", "furniture"),
        ("az", "Siyasət", "body"),
        ("az", "Nazir  Bakıda  səfərdədir", "body"),
        ("az", "5 may 2023-cü ildə Bakıda görüş", "body"),
        ("az", "• Əli Məmmədov", "body"),
        ("tr", "[GÖRSEL 2] Toplantı", "caption"),
        ("en", "[IMAGE 1] The guests arrive", "caption"),
        ("ru", "[ФОТО 1] Встреча", "caption"),
        ("ru", "Топ-5 новостей", "furniture"),
        ("ru", "Читайте также: Итоги встречи двух министров", "furniture"),
        ("az", "Fotoqraflar İttifaqının sədri tədbirdə çıxış edib və işini təqdim edib.", "body"),
        ("az", "5 may 2023-cü ildə Bakıda görüş olub.", "body"),
        ("az", "Görüşdə 31 nəfər iştirak edib.", "body"),
        ("tr", "Önceki Haber | Sonraki Haber | Tüm Haberler", "furniture"),
        ("tr", "Anasayfa > Haberler > Haber Detayı", "furniture"),
        ("en", "Home / News / Politics", "furniture"),
        ("en", "Photo: Ministry of Justice", "caption"),
        ("ru", "Читайте также | Самое популярное | © Все права защищены", "furniture"),
        ("ru", "Фото: пресс-служба", "caption"),
        ("ru", "25 июля т.г. в столице пройдут две встречи.", "body"),
    ],
)
def test_lines_after_the_body_begins(language: str, line: str, kind: str) -> None:
    layout, clean = laid_out(language, f"{AZ}\n\n{line}\n\n{AZ}")
    assert layout.blocks[1].kind == kind, layout.blocks
    assert (kind in ("furniture", "caption")) == bool(layout.dropped(clean))
    assert layout.blocks[-1].kind == "body"


def test_a_list_of_other_articles_is_left_out_with_its_reason() -> None:
    text = f"{AZ}\n\nOxşar xəbərlər\n\nBaşqa görüşün xəbəri\n\nDaha bir xəbər"
    layout, clean = laid_out("az", text)
    reasons = [(span.of(text), reason) for span, reason in layout.dropped(clean)]
    assert reasons == [
        ("Oxşar xəbərlər", "page furniture"),
        ("Başqa görüşün xəbəri", "list of other articles"),
        ("Daha bir xəbər", "list of other articles"),
    ]


def test_what_the_caller_tells_wins() -> None:
    text = f"Görüş olub\n\nBakı, 5 may 2023, AZƏRTAC\n\n{AZ}"
    layout, _ = laid_out("az", text, headline="Başqa başlıq", published="2024-01-02", publisher="Sayt")
    assert (layout.headline, layout.published, layout.publisher, layout.anchor) == ("Başqa başlıq", "2024-01-02", "Sayt", "2024-01-02")
    assert layout.published_span is None
    assert layout.publisher_span is None


def test_the_callers_headline_is_found_in_the_text() -> None:
    layout, clean = laid_out("az", f"Görüş olub.\n\n{AZ}", headline="Görüş olub.")
    assert layout.headline_span is not None
    assert clean.text[slice(*layout.headline_span)] == "Görüş olub."


@pytest.mark.parametrize("text", ["", "  \n\n ", "...", "#", "Bakı,", "5 may"])
def test_next_to_nothing(text: str) -> None:
    layout, clean = laid_out("az", text)
    assert all(clean.text[block.start : block.end].strip() for block in layout.blocks)


def test_broken_rules_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "text.toml"
    for content in ("[x", "publisher = 3", '[furniture]\nparts = ["("]'):
        path.write_text(content, encoding="utf-8")
        with pytest.raises(PackError, match="not rules"):
            TextRules.load(path, language="xx")
