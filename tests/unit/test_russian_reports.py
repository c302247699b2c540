"""What the short reports of Russian agencies tell: one line each, with what must be told and what must not (after "not ")."""

import pytest

from tests.unit.telling import told

MINISTER = "В Баку министр юстиции Грузии Леван Кикнадзе принял посла Турции Левента Шахина. "

REPORTS = [
    # what is held now is held at a body, though no day is told
    ("В Академии юстиции Грузии проходит учебный курс для прокуроров и следователей стран региона.", ["Training status Held"]),
    # the press service of a body that is told by its noun or its letters alone
    (MINISTER + "Об этом сообщает пресс-служба Минюста.", ["source пресс-служба Минюста"]),
    (MINISTER + "Как сообщили в пресс-службе министерства, стороны обсудили планы.", ["source пресс-служба министерства"]),
    ("Председатель Верховного суда Грузии Нана Гелашвили приняла посла Турции Левента Шахина, сообщает агентство со ссылкой на "
     "пресс-службу суда.", ["source пресс-служба суда"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_report(text: str, expected: list[str]) -> None:
    found = told(text, "ru")
    wanted = {fact for fact in expected if not fact.startswith("not ")}
    unwanted = {fact.removeprefix("not ") for fact in expected if fact.startswith("not ")}
    assert wanted <= found
    assert not unwanted & found
