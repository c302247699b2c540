"""What the short reports of Russian agencies tell: one line each, with what must be told and what must not (after "not ")."""

import pytest

from qurultay.facts import Reader
from qurultay.model import Article, Value
from tests.unit.telling import sorted_out, told

MINISTER = "В Баку министр юстиции Грузии Леван Кикнадзе принял посла Турции Левента Шахина. "

REPORTS = [
    # what is held now is held at a body, though no day is told
    ("В Академии юстиции Грузии проходит учебный курс для прокуроров и следователей стран региона.", ["Training status Held"]),
    # the press service of a body that is told by its noun or its letters alone
    (MINISTER + "Об этом сообщает пресс-служба Минюста.", ["source пресс-служба Минюста"]),
    (MINISTER + "Как сообщили в пресс-службе министерства, стороны обсудили планы.", ["source пресс-служба министерства"]),
    ("Председатель Верховного суда Грузии Нана Гелашвили приняла посла Турции Левента Шахина, сообщает агентство со ссылкой на "
     "пресс-службу суда.", ["source пресс-служба суда"]),
    # who gives the lessons of a course, where the verb names them
    ("В Академии юстиции Грузии 4 марта состоялся учебный курс. Занятия вели судья Верховного суда Казахстана Ержан Омаров и представитель "
     "УНП ООН Анна Кляйн.", ["Training speaker Ержан Омаров", "Training speaker Анна Кляйн"]),
    # the office of an organisation goes on with where it is
    ("Министр юстиции Грузии Леван Кикнадзе встретился с руководителем Программного офиса ОБСЕ в Бишкеке Мареком Гавелкой.",
     ["post Марек Гавелка Director Программный офис ОБСЕ в Бишкеке", "Meeting attendee Марек Гавелка", "not Meeting place place/bishkek"]),
    ("Министр юстиции Грузии Леван Кикнадзе встретился с главой Представительства ЮНИСЕФ в Казахстане Анной Кляйн.",
     ["Meeting attendee Анна Кляйн", "not Meeting place state/KZ"]),
    # with whom somebody met: him who was named last, or colleagues of a state
    ("В Баку министр юстиции Грузии Леван Кикнадзе выступил на форуме. "
     "С ним генпрокурор Казахстана Данияр Омаров провёл отдельную встречу.",
     ["Meeting attendee Леван Кикнадзе", "Meeting attendee Данияр Омаров"]),
    ("В Баку министр юстиции Грузии Анна Кикнадзе выступила на форуме. "
     "Перед ней генпрокурор Казахстана Данияр Омаров провёл отдельную встречу.", ["not Meeting attendee Анна Кикнадзе"]),
    ("На полях форума с узбекскими коллегами провёл переговоры генпрокурор Казахстана Данияр Омаров.",
     ["Meeting participant state/UZ", "Meeting attendee Данияр Омаров"]),
    # the day on which an event ended, and that of its opening
    ("Министр юстиции Грузии Леван Кикнадзе принял участие в заседании Совета министров юстиции, которое завершилось сегодня. "
     "По итогам двухдневного заседания подписан протокол.", ["Session date 2024-03-11", "Session end 2024-03-12"]),
    ("В Академии юстиции Грузии проходит учебный курс. Церемонию открытия, состоявшуюся 4 марта, вёл ректор "
     "Академии Леван Кикнадзе. Курс завершится 15 марта.", ["Training date 2024-03-04", "Training end 2024-03-15"]),
    # a day for which something was planned once, and a sitting that it was decided to hold
    ("Заседание министров юстиции ОТГ, которое должно было пройти в Баку 15 апреля, состоится 27 мая.",
     ["Session date 2024-05-27", "Session status Planned", "not Session date 2024-04-15"]),
    ("Семинар, который должен был состояться в Баку 1 марта, прошёл 11 марта.", ["Seminar date 2024-03-11", "not Seminar date 2024-03-01"]),
    ("5 марта в Баку прошло заседание Совета министров юстиции ОТГ. Следующее заседание решено провести в 2027 году в Грузии.",
     ["Session date 2027", "Session place state/GE"]),
    # a given name of a woman that is not declined
    ("Омбудсмен Казахстана Айгуль Омарова провела встречу с омбудсменом Азербайджана Наргиз Абдуллаевой.",
     ["Meeting attendee Наргиз Абдуллаева"]),
    # the foreign adjective of a parliament's name never changes
    ("Председатель Милли Меджлиса Самед Джахангиров принял посла Турции Левента Шахина.",
     ["post Самед Джахангиров Chairperson organization/parliament-az", "Meeting participant organization/parliament-az"]),
    # a part of a body whose name goes on after that of the body
    ("Посла Турции Левента Шахина приняла председатель Комитета Милли Меджлиса по правам человека Севиндж Алекперова.",
     ["post Севиндж Алекперова Chairperson Комитет Милли Меджлиса по правам человека", "Meeting attendee Севиндж Алекперова"]),
    ("Заседание в Баку открыл председатель Комиссии ТюркПА по правовым вопросам Джемал Эрдинч.",
     ["post Джемал Эрдинч Chairperson Комиссия ТюркПА по правовым вопросам"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_report(text: str, expected: list[str]) -> None:
    wanted, unwanted = sorted_out(expected)
    found = told(text, "ru")
    assert wanted <= found
    assert not unwanted & found


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("г. Косшы, 25 сентября 2025 года\n\nВ Академии прошёл семинар.", "2025-09-25"),
        ("АСТАНА. КАЗИНФОРМ. 12.06.2026. Генпрокурор Казахстана принял посла.", "2026-06-12"),
    ],
)
def test_dateline(line: str, published: str) -> None:
    reading = Reader.default().read(Article("x", f"Новости дня\n\n{line}", "ru"))
    assert [fact.object for fact in reading.facts if fact.predicate == "schema:datePublished"] == [Value(published, "xsd:date")]
