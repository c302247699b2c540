"""Russian words and names: how each may be read, what verbs say, what names are in the nominative."""

import pytest

from qurultay.language.russian import Morphology
from qurultay.language.suffixes import Ending, VerbForm


@pytest.fixture(scope="module")
def russian() -> Morphology:
    return Morphology()


NOUNS = [
    ("прокуратуре", Ending("прокуратура", case="loc")),
    ("прокурором", Ending("прокурор", case="by")),
    ("министров", Ending("министр", plural=True, case="gen")),
    ("Генеральной", Ending("генеральный", case="gen", modifier=True)),
    ("Счётной", Ending("счетный", case="loc", modifier=True)),
    ("состоявшемся", Ending("состоявшийся", case="loc", modifier=True)),
    ("Баку", Ending("баку", case="loc")),
    ("ОТГ", Ending("отг", case="gen")),
    ("РУз", Ending("руз", case="gen")),
    ("МИДом", Ending("мид", case="by")),
    ("Report", Ending("report", case="nom")),
    ("также", Ending("также", case="inv")),
]


@pytest.mark.parametrize(("word", "ending"), NOUNS)
def test_noun(russian: Morphology, word: str, ending: Ending) -> None:
    assert ending in russian.printed(word, word.lower())


VERBS = [
    ("состоялось", "состояться", VerbForm("fin", "past")),
    ("пройдёт", "пройти", VerbForm("fin", "fut")),
    ("участвует", "участвовать", VerbForm("fin", "pres")),
    ("выступая", "выступать", VerbForm("conv", "pres")),
    ("посетить", "посетить", VerbForm("inf", "none")),
    ("состоявшемся", "состояться", VerbForm("part", "past", "loc")),
    ("подписан", "быть подписать", VerbForm("fin", "past")),
    ("подписанного", "быть подписать", VerbForm("part", "past", "gen")),
]


@pytest.mark.parametrize(("word", "verb", "form"), VERBS)
def test_verb(russian: Morphology, word: str, verb: str, form: VerbForm) -> None:
    assert (verb, form) in russian.verb_readings(word)
    assert (word, form) in set(russian.verb_forms(verb))


def test_an_imperative_says_nothing(russian: Morphology) -> None:
    assert russian.verb_readings("подпишите") == ()


PHRASES = [
    ("Генеральной прокуратуры Республики Казахстан", "gen", False, "Генеральная прокуратура Республики Казахстан"),
    ("Верховному суду Киргизии", "dat", False, "Верховный суд Киргизии"),
    ("генеральных прокуроров", "gen", True, "генеральные прокуроры"),
    ("Правоохранительную академию", "acc", False, "Правоохранительная академия"),
    ("Счетной палаты", "gen", False, "Счетная палата"),
    ("государств-членов ОТГ", "gen", True, "государства-члены ОТГ"),
    ("ГЕНПРОКУРАТУРЕ", "loc", False, "ГЕНПРОКУРАТУРА"),
    ("МИД РК", "gen", False, "МИД РК"),
]


@pytest.mark.parametrize(("text", "case", "plural", "nominative"), PHRASES)
def test_nominative(russian: Morphology, text: str, case: str, plural: bool, nominative: str) -> None:
    assert russian.formed(text, plural, case) == nominative
    assert russian.nominative(text.split()) == nominative


HEADS = [("Совет генеральных прокуроров", 0), ("Генеральная прокуратура РК", 1), ("ОТГ", 0), ("Содружество Независимых Государств", 0)]


@pytest.mark.parametrize(("name", "head"), HEADS)
def test_head(russian: Morphology, name: str, head: int) -> None:
    assert russian.head(name.split()) == head


NAMES = [
    ("Кямраном Алиевым", {"by": "Кямран Алиев"}),
    ("Кямрана Алиева", {"gen": "Кямран Алиев", "acc": "Кямран Алиев"}),
    ("Ириной Венедиктовой", {"by": "Ирина Венедиктова"}),
    ("Максату Асаналиеву", {"dat": "Максат Асаналиев"}),
    ("Лаура Кёвеши", {"nom": "Лаура Кёвеши"}),
    ("Лаурой Кёвеши", {"by": "Лаура Кёвеши"}),
    ("Юраем Новоцким", {"by": "Юрай Новоцкий"}),
    ("Нигматиллы Юлдашева", {"gen": "Нигматилла Юлдашев"}),
    ("Али Наги оглу", {"nom": "Али Наги оглу"}),
    ("Б.Асыловым", {"by": "Б.Асылов"}),
    ("Асылова", {"nom": "Асылова", "gen": "Асылов", "acc": "Асылов"}),
]


@pytest.mark.parametrize(("name", "by_case"), NAMES)
def test_name(russian: Morphology, name: str, by_case: dict[str, str]) -> None:
    told = russian.name_forms(name)
    assert {case: told[case] for case in by_case} == by_case
    assert len(told) == len(by_case) or "оглу" in name
