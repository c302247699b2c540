"""The reference graph as the reader sees it: read from Turtle, kept by path."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qurultay.errors import PackError
from qurultay.mentions.reference import Known, Reference

TURTLE = """
@base <https://w3id.org/qurultay/id/> .
@prefix q: <https://w3id.org/qurultay/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix org: <http://www.w3.org/ns/org#> .
<state/AZ> a q:State ; q:isoCode "AZ" ; q:capital <place/baku> ;
    skos:prefLabel "Azərbaycan"@az, "Azerbaijan"@en ; q:adjective "azərbaycanlı"@az .
<organization/moj-az> a q:Ministry ; q:jurisdiction <state/AZ> ; skos:prefLabel "Ədliyyə Nazirliyi"@az .
<organization/academy> a q:TrainingInstitution ; org:subOrganizationOf <organization/moj-az> ;
    q:formerName <name/centre-1999> ; skos:prefLabel "Akademiya"@az ; q:abbreviation "AK" .
<name/centre-1999> a q:FormerName ; skos:prefLabel "Mərkəz"@az .
<https://elsewhere.example/x> skos:prefLabel "not ours" .
"""


@pytest.fixture
def reference(write: Callable[[str, str | bytes], Path]) -> Reference:
    return Reference.load(write("reference/all.ttl", TURTLE).parent)


def test_things_by_path(reference: Reference) -> None:
    assert [thing.path for thing in reference] == ["organization/academy", "organization/moj-az", "state/AZ"]
    assert "state/AZ" in reference
    assert reference.get("state/XX") is None
    assert (reference["state/AZ"].kind, reference["state/AZ"].capital, reference.by_iso["AZ"].path) == ("State", "place/baku", "state/AZ")
    assert (reference["organization/moj-az"].state, reference["organization/academy"].parent) == ("state/AZ", "organization/moj-az")
    assert [child.path for child in reference.children["organization/moj-az"]] == ["organization/academy"]


def test_names_by_rank_with_the_former_ones(reference: Reference) -> None:
    assert reference["state/AZ"].names == [("Azərbaycan", "az", 0), ("Azerbaijan", "en", 0), ("azərbaycanlı", "az", 4)]
    assert reference["organization/academy"].names == [("Akademiya", "az", 0), ("Mərkəz", "az", 1), ("AK", "", 2)]


@pytest.mark.parametrize(("language", "label"), [("az", "Azərbaycan"), ("en", "Azerbaijan"), ("ru", "Azerbaijan")])
def test_label(reference: Reference, language: str, label: str) -> None:
    assert reference["state/AZ"].label(language) == label


def test_a_thing_without_names_is_called_by_its_path() -> None:
    assert Known("state/ZZ").label("az") == "ZZ"


def test_what_is_not_turtle_is_told(write: Callable[[str, str | bytes], Path]) -> None:
    with pytest.raises(PackError, match=r"bad\.ttl"):
        Reference.load(write("reference/bad.ttl", "<a> <b>").parent)
