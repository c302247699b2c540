"""What Russian articles tell: one line a construction."""

import pytest

from qurultay.facts import Reader
from qurultay.model import Article, Reading

PUBLISHED = "2025-03-12"


def read(text: str) -> Reading:
    return Reader.default().read(Article("a", text, language="ru", published=PUBLISHED))


def told(text: str, predicate: str) -> set[str]:
    """Return the objects of a predicate, entities by their paths or the first of their names."""
    reading = read(text)
    names = {e.ref: getattr(e, "path", "") or next((n.text for n in e.names), "") for e in reading.entities}
    objects = [f.object if isinstance(f.object, str) else f.object.lexical for f in reading.facts if f.predicate == predicate]
    return {names.get(one) or one for one in objects}


ATTENDEES = [
    ("Генеральный прокурор Казахстана Берик Асылов принял участие в семинаре в Астане.", {"Берик Асылов"}),
    ("В семинаре в Астане участвовали генеральные прокуроры Кямран Алиев (Азербайджан) и Берик Асылов (Казахстан).",
     {"Кямран Алиев", "Берик Асылов"}),
    ("Министр юстиции Грузии Ираклий Шотадзе встретился с генеральным прокурором Украины Ириной Венедиктовой.",
     {"Ираклий Шотадзе", "Ирина Венедиктова"}),
    ("Генерального прокурора Азербайджана Кямрана Алиева принял министр юстиции Турции Йылмаз Тунч.", {"Кямран Алиев", "Йылмаз Тунч"}),
    ("Под председательством министра юстиции Казахстана Азамата Ескараева в Астане прошло заседание Совета министров юстиции ОТГ.",
     {"Азамат Ескараев"}),
    ("В Астане прошёл семинар. С докладом выступил заместитель министра юстиции Грузии Бека Дзамашвили.", {"Бека Дзамашвили"}),
    ("Семинар в Астане не состоялся.", set()),
    ("Генеральный прокурор Казахстана Берик Асылов может принять участие в семинаре в Астане.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people"), ATTENDEES)
def test_attendee(text: str, people: set[str]) -> None:
    assert told(text, "schema:attendee") == people


PARTICIPANTS = [
    ("В заседании Совета генеральных прокуроров ОТГ в Ташкенте участвовали генеральные прокуроры Турции и Узбекистана.",
     {"organization/pgo-tr", "organization/pgo-uz"}),
    ("Участниками тренинга в Астане стали сотрудники прокуратур Казахстана и Таджикистана.",
     {"organization/pgo-kz", "organization/pgo-tj"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "bodies"), PARTICIPANTS)
def test_participant(text: str, bodies: set[str]) -> None:
    assert told(text, "q:participant") == bodies


DATES = [
    ("В Ташкенте 9–10 марта прошёл семинар.", {"2025-03-09", "2025-03-10"}),
    ("Вчера в Ташкенте состоялся семинар.", {"2025-03-11"}),
    ("В состоявшемся вчера в Ташкенте семинаре принял участие генпрокурор Казахстана Берик Асылов.", {"2025-03-11"}),
    ("Семинар, запланированный на 20 марта в Бресте, отменён.", {"2025-03-20"}),
]


@pytest.mark.parametrize(("text", "days"), DATES)
def test_date(text: str, days: set[str]) -> None:
    assert told(text, "schema:startDate") | told(text, "schema:endDate") == days


STATUSES = [
    ("Семинар в Бресте пройдёт 20 марта.", {"q:Planned"}),
    ("Семинар, запланированный на 20 марта в Бресте, отменён.", {"q:Cancelled"}),
    ("Семинар, который должен был пройти 20 марта в Бресте, перенесён на 25 марта.", {"q:Planned"}),
]


@pytest.mark.parametrize(("text", "statuses"), STATUSES)
def test_status(text: str, statuses: set[str]) -> None:
    assert told(text, "q:status") == statuses


SIGNATORIES = [
    ("Между Верховным судом Узбекистана и Верховным судом Казахстана подписан протокол о сотрудничестве.",
     {"organization/supreme-court-uz", "organization/supreme-court-kz"}),
    ("Министерством юстиции Узбекистана и Минюстом Грузии подписан меморандум.", {"organization/moj-uz", "organization/moj-ge"}),
    ("Генпрокурорами государств – членов ШОС подписан протокол.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "bodies"), SIGNATORIES)
def test_signatory(text: str, bodies: set[str]) -> None:
    assert told(text, "q:signatory") == bodies


POSTS = [
    ("Генпрокурор РК Б.Асылов выступил на форуме.", {"role:ProsecutorGeneral"}),
    ("Первый заместитель генерального прокурора Казахстана Азамат Токтогулов выступил на форуме.", {"role:FirstDeputyProsecutorGeneral"}),
    ("Председатель Верховного суда Казахстана Асламбек Мергалиев выступил на форуме.", {"role:President"}),
    ("Максат Асаналиев назначен на должность генерального прокурора Кыргызской Республики.", {"role:ProsecutorGeneral"}),
]


@pytest.mark.parametrize(("text", "roles"), POSTS)
def test_post(text: str, roles: set[str]) -> None:
    assert told(text, "org:role") == roles
