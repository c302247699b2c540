"""Whose an office is that is told by its kind alone, or "of the republic", and which body a name told again without its state is."""
# ruff: noqa: E501 (sentences stay whole)

from __future__ import annotations

import pytest

from qurultay.facts import Reader
from qurultay.model import Article

GUEST = "Ташкент, 20 июня 2025 г. Генеральный прокурор Узбекистана Бахтиёр Исмоилов провёл переговоры с прибывшим в Ташкент Генеральным прокурором Катара Халидом Марри. "
ABROAD = "Bakı, 3 mart 2025. AZƏRTAC. Ədliyyə naziri Fərid Əhmədov Daşkənddə səfərdədir. Səfər çərçivəsində o, Özbəkistanın ədliyyə naziri Əkbər Taşkulovla görüşüb. "
OFFICES = {
    "of the republic": ("ru", f"{GUEST}Гостя принял и Верховный суд республики.", "supreme-court-uz", "supreme-court-qa"),
    "of the country": ("ru", f"{GUEST}Гостя принял и Верховный суд страны.", "supreme-court-uz", "supreme-court-qa"),
    "a post of the country": ("ru", f"{GUEST}Председатель Верховного суда республики Малика Юсупова приняла гостя.", "supreme-court-uz", "supreme-court-qa"),
    "of the country, in Azerbaijani": ("az", f"{ABROAD}Ölkənin Konstitusiya Məhkəməsi qonaqları qəbul edib.", "constitutional-court-uz", "constitutional-court-az"),
    "the country's": ("en", "ASTANA, March 3, 2025. Prosecutor General of Kazakhstan Berik Asylov met with Malik Yusupov. The country's Supreme Court was visited by the guest.", "supreme-court-kz", "supreme-court-uz"),
    "where something is held abroad": ("az", f"{ABROAD}Sonra nümayəndə heyəti Ali Məhkəmədə olub.", "supreme-court-uz", "supreme-court-az"),
    "listed after one of another state": ("tr", "Ankara, 14 Ekim 2024. Yargıtay Başkanı Cevdet Alkan, Azerbaycan Yüksek Mahkemesi, Anayasa Mahkemesi ve Adalet Bakanlığını ziyaret etti.", "constitutional-court-az", "constitutional-court-tr"),
    "headed by the next of a list": ("tr", "Ankara, 14 Ekim 2024. Alkan, Azerbaycan Yüksek Mahkemesi Başkanı Vugar Memmedov, Anayasa Mahkemesi Başkanı Lale Rzayeva ve Adalet Bakanı Elçin Hüseynov ile görüştü.", "moj-az", "constitutional-court-tr"),
    "told before with its state": ("tr", "Ankara, 20 Mayıs 2025. Büyükelçi Ufuk Aksoy, Taşkent'te Özbekistan Anayasa Mahkemesi Başkanı Bahadır Yunusov ile bir araya geldi. Aksoy, Anayasa Mahkemesinde konuştu.", "constitutional-court-uz", "constitutional-court-tr"),
    "at home": ("tr", "Ankara, 20 Mayıs 2025. Özbekistan Adalet Bakanı Ekber Taşkulov, Anayasa Mahkemesini ziyaret etti.", "constitutional-court-tr", "constitutional-court-uz"),
    "written small, of the state spoken of": ("az", "Vilnüs, 3 mart 2025. Litvanın Baş naziri istefa verib. Bu barədə hökumət məlumat yayıb.", "cabinet-lt", "cabinet-az"),
    "written small, at home": ("az", "Bakı, 3 mart 2025. Litvanın Baş naziri Azərbaycanda olub. Bu barədə hökumət məlumat yayıb.", "cabinet-az", "cabinet-lt"),
    "under the office of a state": ("ru", "Ташкент, 20 июня 2025 г. Академия правоохранительных органов при Генеральной прокуратуре РК провела семинар в Узбекистане.", "law-enforcement-academy-kz", "law-enforcement-academy-uz"),
    "under the office of a state, in English": ("en", "TASHKENT, June 20, 2025. The Law Enforcement Academy under the Prosecutor General's Office of Kazakhstan held a seminar in Uzbekistan.", "law-enforcement-academy-kz", "law-enforcement-academy-uz"),
    "known by a name of its own": ("en", "TASHKENT, June 20, 2025. The Prosecutor General's Office of Uzbekistan held a seminar. The Law Enforcement Academy hosted the experts.", "law-enforcement-academy-uz", "law-enforcement-academy-kz"),
}  # fmt: skip
AGAIN = {
    "az": "Bakı, 3 mart 2025. AZƏRTAC. Azərbaycan Respublikası Notariat Palatasının sədri Aygün Dadaşova konfransda çıxış edib. Notariat Palatası tədbirdə iştirak edib.",
    "tr": "Ankara, 3 Mart 2025. Özbekistan Yüksek Hâkimler Okulu Müdürü Zilola Ergaşeva toplantıya katıldı. Toplantıda Yüksek Hâkimler Okulu ile protokol imzalandı.",
    "ru": "Баку, 3 марта 2025 года. В конференции приняла участие Нотариальная палата Азербайджана. Затем Нотариальная палата подписала меморандум.",
}
SPELT_OUT = {
    "of one that the data do not know": ("az", "Dövlət Miqrasiya Xidməti konfrans keçirib. Konfransda DMX-nin rəisi Vüsal Hüseynov çıxış edib.", {"Dövlət Miqrasiya Xidməti"}),
    "after the state": ("tr", "Konferansı Azerbaycan Devlet Göç Kurumu düzenledi. Konferansta DGK Başkanı Vüsal Hüseynov konuştu.", {"Azerbaycan Devlet Göç Kurumu"}),
    "before whom it is named after": ("ru", "Конференцию провёл Батумский государственный университет имени Шота Руставели. На ней выступила ректор БГУ Тамара Беридзе.", {"Батумский государственный университет имени Шота Руставели"}),
    "of two known bodies, the one told": ("az", "İslam Əməkdaşlıq Təşkilatı konfrans keçirib. Konfransda İƏT-in baş katibi Hüseyn Taha çıxış edib.", {"organization/oic"}),
    "known, with no other told": ("ru", "На конференции выступил ректор БГУ Эльчин Бабаев.", {"organization/bsu"}),
    "after a quotation": ("az", "Konfransı Milli Müdafiə Cəmiyyəti keçirib. Konfransda \"Araz\" MMC-nin direktoru Vüsal Hüseynov çıxış edib.", {"Milli Müdafiə Cəmiyyəti"}),
}  # fmt: skip


def bodies(text: str, language: str) -> list[str]:
    reading = Reader.default().read(Article("x", text, language))
    return [entity.path or entity.names[0].text for entity in reading.entities if entity.ref.startswith("o")]


@pytest.mark.parametrize("case", OFFICES)
def test_whose_an_office_is(case: str) -> None:
    language, text, there, absent = OFFICES[case]
    found = bodies(text, language)
    assert f"organization/{there}" in found
    assert f"organization/{absent}" not in found


@pytest.mark.parametrize("case", SPELT_OUT)
def test_whom_the_letters_of_an_abbreviation_name(case: str) -> None:
    language, text, named = SPELT_OUT[case]
    assert set(bodies(text, language)) == named
    reading = Reader.default().read(Article("x", text, language))
    spelt = {name.text for entity in reading.entities for name in entity.names}
    assert any(word.isupper() for word in spelt) == (case != "after a quotation")


@pytest.mark.parametrize("language", AGAIN)
def test_a_body_told_again_without_its_state_is_that_body(language: str) -> None:
    assert len([body for body in bodies(AGAIN[language], language) if "alat" in body or "Okul" in body or "палата" in body]) == 1


def test_of_two_bodies_told_before_that_is_meant_which_bears_the_very_name() -> None:
    told = "Баку, 3 марта 2025 г. Делегация Центра судебных экспертиз Минюста Казахстана посетила Центр судебной экспертизы Минюста Азербайджана. "
    assert set(bodies(told, "ru")) == set(bodies(f"{told}Центр судебных экспертиз получил аккредитацию.", "ru"))


@pytest.mark.parametrize(("text", "met"), [("эксперты учреждения № 32", 1), ("эксперты учреждения", 2)])
def test_a_noun_for_any_body_with_a_number_of_its_own_points_back_to_none(text: str, met: int) -> None:
    told = f"Баку, 3 марта 2025 г. Академия юстиции Азербайджана провела семинар. На нём выступили {text}."
    reading = Reader.default().read(Article("x", told, "ru"))
    (academy,) = (entity.ref for entity in reading.entities if entity.path == "organization/justice-academy-az")
    assert sum(mention.ref == academy for mention in reading.mentions) == met


def test_a_department_under_a_ministry_takes_part_itself() -> None:
    text = "Бишкек, 3 марта 2025 г. Департамент пробации при Министерстве юстиции Кыргызстана принял участие в семинаре."
    reading = Reader.default().read(Article("x", text, "ru"))
    named = {entity.ref: entity.names[0].text for entity in reading.entities if entity.names}
    assert [named[str(f.object)] for f in reading.facts if f.predicate == "q:participant"] == [
        "Департамент пробации при Министерстве юстиции Кыргызстана"
    ]


COUNCILS = {
    "az": ("Minsk, 18 sentyabr 2024. Müstəqil Dövlətlər Birliyinin (MDB) İcraiyyə Komitəsi konfrans keçirib. Konfransda Ədliyyə Nazirləri Şurası təmsil olunub.", "cis"),
    "en": ("MINSK, September 18, 2024. The Executive Committee of the Commonwealth of Independent States (CIS) held a conference. It was attended by the Council of Ministers of Justice.", "cis"),
    "tr": ("Ankara, 18 Eylül 2024. Türk Devletleri Teşkilatı (TDT) konferans düzenledi. Konferansa Adalet Bakanları Konseyi katıldı.", "ots"),
}  # fmt: skip


@pytest.mark.parametrize("language", COUNCILS)
def test_a_council_is_that_of_the_organisation_spoken_of(language: str) -> None:
    text, whole = COUNCILS[language]
    council = "organization/ots-justice-ministers-council" in bodies(text, language)
    assert council == (whole == "ots")
    assert f"organization/{whole}" in bodies(text, language)


def test_what_a_name_may_begin_with_is_not_left_out() -> None:
    text = "Ankara, 16 Ekim 2025. Türkiye Noterler Birliği Başkanı Yaşar Kocabaş konuştu. Uluslararası Noterler Birliği Başkanı Marta Ferrer de konuştu."
    assert len([body for body in bodies(text, "tr") if "Noterler" in body]) == 2


def test_a_name_that_bodies_of_many_states_bear_is_not_that_of_a_state_told_elsewhere() -> None:
    host = (
        "TASHKENT, July 3, 2025. Prosecutor General of Uzbekistan Bakhtiyor Ismoilov opened the summer school at Urgench State University. "
    )
    guests = "Among the guests was Ambassador of Azerbaijan Rufat Rahimov. " + "The lectures went on for several days. " * 6
    held = "The Academy of Justice under the Ministry of Justice held a seminar."
    assert "organization/justice-academy-az" not in bodies(f"{guests}{host}{held}", "en")
    assert "organization/justice-academy-az" in bodies(f"{host}The delegation came from Azerbaijan. {held}", "en")
    assert (
        bodies(f"{host}The Academy of Justice of Azerbaijan sent two judges. {guests}{held}", "en").count("organization/justice-academy-az")
        == 1
    )
