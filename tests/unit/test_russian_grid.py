"""Russian: every way of telling a post in every place where one is told."""
# ruff: noqa: E501 (sentences stay whole)

from __future__ import annotations

import pytest

from tests.unit.telling import told

ORG = "organization/"
NAME, BY = "Ильяс Бердимуров", "Ильясом Бердимуровым"

FORMS: dict[str, tuple[tuple[str, str], ...]] = {
    f"ProsecutorGeneral {ORG}pgo-kz": (
        ("генпрокурор Казахстана", "генпрокурором Казахстана"),
        ("глава Генпрокуратуры Казахстана", "главой Генпрокуратуры Казахстана"),
        ("и.о. Генерального прокурора Казахстана", "и.о. Генерального прокурора Казахстана"),
        ("исполняющий обязанности генерального прокурора Казахстана", "исполняющим обязанности генерального прокурора Казахстана"),
        ("врио генпрокурора Казахстана", "врио генпрокурора Казахстана"),
    ),
    f"DeputyProsecutorGeneral {ORG}pgo-kz": (("замгенпрокурора Казахстана", "замгенпрокурора Казахстана"),),
    f"DeputyMinister {ORG}moj-ge": (
        ("замминистра юстиции Грузии", "замминистра юстиции Грузии"),
        ("замглавы Минюста Грузии", "замглавы Минюста Грузии"),
        ("заместитель главы Минюста Грузии", "заместителем главы Минюста Грузии"),
    ),
    f"HeadOfDepartment {ORG}moj-ge": (
        ("директор департамента Министерства юстиции Грузии", "директором департамента Министерства юстиции Грузии"),
        ("начальник управления Министерства юстиции Грузии", "начальником управления Министерства юстиции Грузии"),
    ),
    f"Chairperson {ORG}parliament-ge": (("председатель парламента Грузии", "председателем парламента Грузии"),),
    f"DeputyChairperson {ORG}parliament-ge": (("заместитель председателя парламента Грузии", "заместителем председателя парламента Грузии"),),
    f"Rector {ORG}justice-academy-kz": (("ректор Академии юстиции Казахстана", "ректором Академии юстиции Казахстана"),),
    "PrimeMinister state/GE": (("глава правительства Грузии", "главой правительства Грузии"),),
}  # fmt: skip
PLACES = (
    "{Post} {NAME} открыл семинар в Баку.",
    "{NAME}, {post}, открыл семинар в Баку.",
    "Семинар в Баку был открыт {by} {BY}.",
    "Семинар в Баку был открыт {BY}, {by}.",
    "{NAME} ({post}) выступил на семинаре в Баку.",
    "Семинар прошёл в Баку. «Доверие важно», — сказал {post} {NAME}.",
    "Посол Венгрии Тамаш Торма встретился с {by} {BY} в Баку.",
    "{NAME} — {post}.",
    "В семинаре в Баку приняли участие посол Венгрии Тамаш Торма, {post} {NAME} и представитель УНП ООН Микаэль Странд.",
    "Делегация во главе с {by} {BY} прибыла в Баку.",
)


@pytest.mark.parametrize("place", PLACES)
def test_a_post_is_read_wherever_it_is_told(place: str) -> None:
    missed = []
    for post, forms in FORMS.items():
        for form, by in forms:
            sentence = place.format(NAME=NAME, BY=BY, post=form, by=by, Post=form[0].upper() + form[1:])
            posts = {fact for fact in told(sentence, "ru") if fact.startswith(f"post {NAME} ")}
            if posts != {f"post {NAME} {post}"}:
                missed.append((sentence, posts))
    assert missed == []


_MET = "Министр юстиции Грузии Леван Кикнадзе встретился с министром юстиции Узбекистана Шерзодом Рахимовым в Ташкенте 3 марта 2024 года. "
_BETWEEN = "между Министерством юстиции Грузии и Министерством юстиции Узбекистана"
SIGNED = (
    "Министерство юстиции Грузии подписало меморандум о взаимопонимании с Министерством юстиции Узбекистана.",
    "Министр юстиции Грузии Леван Кикнадзе и министр юстиции Узбекистана Шерзод Рахимов поставили подписи под меморандумом.",
    _MET + "По итогам встречи был подписан меморандум о взаимопонимании.",
    _MET + "Встреча завершилась подписанием меморандума.",
    _MET + "В ходе встречи состоялось подписание меморандума между двумя министерствами.",
    f"В Тбилиси 3 марта 2024 года состоялась церемония подписания меморандума о взаимопонимании {_BETWEEN}.",
)


@pytest.mark.parametrize("sentences", SIGNED)
def test_a_paper_is_read_however_it_was_signed(sentences: str) -> None:
    facts = told(sentences, "ru")
    assert {fact for fact in facts if " signatory " in fact} == {f"Memorandum signatory {ORG}moj-{iso}" for iso in ("ge", "uz")}


def test_what_is_adopted_is_not_signed_by_the_sides() -> None:
    facts = told(_MET + "По итогам встречи было принято совместное заявление.", "ru")
    assert "Declaration" in facts
    assert not [fact for fact in facts if " signatory " in fact]
