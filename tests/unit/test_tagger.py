"""From tokens to nodes: what is looked up, and in which order."""

from itertools import pairwise
from pathlib import Path

import pytest

from qurultay.language.pack import LanguagePack
from qurultay.language.segment import tokens
from qurultay.mentions.dates import DateMention
from qurultay.mentions.nodes import Node
from qurultay.mentions.reference import Known, Reference
from qurultay.mentions.tagger import Tagger

KNOWN = (
    Known("state/AZ", "State", [("Azərbaycan", "az", 0), ("azərbaycanlı", "az", 4)]),
    Known("state/GE", "State", [("Gürcüstan", "az", 0)]),
    Known("place/baku", "Place", [("Bakı", "az", 0), ("Baku", "en", 0)]),
    Known("organization/ots", "InternationalOrganization", [("Türk Dövlətləri Təşkilatı", "az", 0), ("TDT", "az", 2)]),
    Known("organization/pgo-ge", "ProsecutorsOffice", [("Gürcüstan Baş Prokurorluğu", "az", 0)], state="state/GE"),
    Known("office/x", "OfficeKind", [("Ombudsman Aparatı", "az", 0)], notation="ombudsman", office_class="GovernmentBody"),
)
TAGGER = Tagger(
    LanguagePack(Path(__file__).parents[2] / "data" / "languages" / "az"),
    Reference(KNOWN),
    {"Sabah", "Yeni"}.__contains__,
    lambda word: False,
    {"", "other"},
)


def tagged(text: str, *dates: DateMention) -> list[Node]:
    return TAGGER.tag(TAGGER.look_up(text, 0, len(text)), dates)


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("Bakıda görüş", [("PLACE", "Bakıda"), ("EVENT", "görüş")]),
        ("Türk Dövlətləri Təşkilatının iclası", [("ORG", "Türk Dövlətləri Təşkilatının"), ("EVENT", "iclası")]),
        ("TDT-nin Baş katibi", [("ORG", "TDT-nin"), ("ROLE", "Baş katibi")]),
        ("bakı", [("WORD", "bakı")]),  # a name begins with a capital
        ("azərbaycanlı hakim", [("DEMONYM", "azərbaycanlı"), ("ROLE", "hakim")]),
        ("iştirak da edib", [("VERB", "iştirak da edib")]),
        ("müvafiq olaraq gəlib", [("PARTICLE", "müvafiq olaraq"), ("VERB", "gəlib")]),
        ("sözlər qızdırılıb", [("WORD", "sözlər"), ("VERB", "qızdırılıb")]),
        ("K. Əliyev", [("NAME", "K. Əliyev")]),
        ("Sabah Əliyev", [("WORD", "Sabah"), ("NAME", "Əliyev")]),
        ("Elçin Əliyev", [("NAME", "Elçin"), ("NAME", "Əliyev")]),
        ("Əliyev danışdı", [("NAME", "Əliyev"), ("VERB", "danışdı")]),
        ("III (12-ci)", [("ORDINAL", "III"), ("LPAR", "("), ("ORDINAL", "12-ci"), ("RPAR", ")")]),
        ("2021 %", [("NUMBER", "2021"), ("PUNCT", "%")]),
        ("", []),
    ],
)
def test_nodes(text: str, nodes: list[tuple[str, str]]) -> None:
    assert [(node.kind, node.text) for node in tagged(text)] == nodes


@pytest.mark.parametrize(
    ("text", "inner", "case"),
    [('"Hüquq günü"nün', "Hüquq günü", "gen"), ("«Hüquq günü»", "Hüquq günü", "nom"), ('"Hüquq" Bakı', "Hüquq", "nom")],
)
def test_quotations_with_their_endings(text: str, inner: str, case: str) -> None:
    node = tagged(text)[0]
    assert (node.kind, node.value, node.cases()) == ("QUOTE", inner, {case})
    assert text[node.things[0].start : node.things[0].end] == inner


def test_an_open_quotation_is_a_sign() -> None:
    assert [node.kind for node in tagged('"Hüquq')][:1] == ["PUNCT"]


def test_a_date_covers_its_tokens() -> None:
    text = "5 may 2023-cü ilin görüşü"
    day, event = tagged(text, DateMention(0, 10, "2023-05-05", "day", "day-month"))[:2]
    assert (day.kind, day.value, day.text) == ("DATE", "2023-05-05", "5 may 2023-cü")
    assert event.first == day.last + 1


def test_a_known_name_tells_its_parts() -> None:
    (node,) = tagged("Gürcüstan Baş Prokurorluğuna")
    assert [(thing.path, [part.path for part in thing.inner]) for thing in node.things] == [("organization/pgo-ge", ["state/GE"])]
    assert node.cases() == {"dat"}


def test_an_abbreviation_is_marked() -> None:
    (node,) = tagged("TDT-də")
    assert (node.value, node.things[0].tail) == ("ABBREVIATION", "TDT")


def test_national_offices_are_heads() -> None:
    (node,) = tagged("ombudsman aparatının")
    assert node.concept is not None
    assert (node.kind, node.concept.get("national"), node.concept.get("chief")) == ("OFFICE", "ombudsman", "1")


@pytest.mark.parametrize(
    "text", ["Azərbaycan və Gürcüstanın nazirləri Bakıda keçirilən III foruma «Bir yol» sənədini təqdim etdilər.", "a, b; (c) - d!"]
)
def test_nodes_cover_all_tokens(text: str) -> None:
    nodes = tagged(text)
    assert (nodes[0].first, nodes[-1].last) == (0, len(tokens(text)) - 1)
    assert all(after.first == before.last + 1 for before, after in pairwise(nodes))
    assert all(text[node.start : node.end] == node.text for node in nodes)
