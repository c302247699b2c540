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
