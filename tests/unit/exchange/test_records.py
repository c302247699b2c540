"""The graph as records: FollowTheMoney, GeoJSON, QuickStatements."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from qurultay.errors import PackError
from qurultay.exchange import from_store
from qurultay.exchange.quickstatements import Mapped, read_mapping


def ftm(view: Any) -> dict[str, dict[str, Any]]:
    lines = from_store(view, name="ftm").files[""].decode().splitlines()
    found = {entity["id"]: entity for entity in map(json.loads, lines)}
    assert len(found) == len(lines)
    assert list(found) == sorted(found)
    return found


def test_followthemoney_takes_every_value_and_finds_every_entity(view: Any) -> None:
    model = pytest.importorskip("followthemoney").model
    found = ftm(view)
    for entity in found.values():
        schema = model.get(entity["schema"])
        schema.validate(entity)
        proxy = model.get_proxy(entity, cleaned=False)
        for name, values in entity["properties"].items():
            assert set(proxy.get(name)) == set(values), f"{entity['id']}: {name} loses a value"
            prop = schema.get(name)
            for value in values if prop.type.name == "entity" else ():
                assert model.get(found[value]["schema"]).is_a(prop.range), f"{entity['id']}: {name} may not be {value}"


COUNTS = [
    ("Person", "?s a q:Person"),
    ("Event", "?s a ?k VALUES ?k { q:Seminar q:Meeting q:Visit }"),
    ("Document", "?s a ?k VALUES ?k { q:Memorandum q:Statute q:Protocol }"),
    ("Article", "?s a q:Article"),
    ("Occupancy", "?s a org:Membership"),
    ("Position", "?post org:role ?role ; org:organization ?body"),
    ("Membership", "?s org:memberOf ?o"),
    ("Documentation", "{ ?s q:signatory ?o } UNION { ?s schema:mentions ?o }"),
]


@pytest.mark.parametrize(("schema", "pattern"), COUNTS)
def test_followthemoney_counts_what_sparql_counts(view: Any, schema: str, pattern: str) -> None:
    assert sum(entity["schema"] == schema for entity in ftm(view).values()) == view.count(pattern)


def test_followthemoney_keeps_dates_as_partial_as_they_are(view: Any) -> None:
    found = ftm(view)
    seminar, visit = (found[f"qurultay-event-{name}"]["properties"] for name in ("seminar", "yearless"))
    assert (seminar["startDate"], seminar["country"], seminar["proof"]) == (
        ["2024-02"],
        ["az"],
        ["qurultay-article-a", "qurultay-article-b"],
    )
    assert ("startDate" in visit, visit["notes"]) == (False, ["told without a year: --08-08"])
    assert found["qurultay-document-yearless"]["properties"]["notes"] == ["told without a year: --06-16"]
    occupancy = next(entity for entity in found.values() if entity["schema"] == "Occupancy")["properties"]
    assert (occupancy["date"], occupancy["proof"], "startDate" in occupancy) == (["2024-03-01"], ["qurultay-article-a"], False)
    assert found["qurultay-state-TR"]["properties"]["wikidataId"] == ["Q43"]
    assert found["qurultay-person-anar"]["properties"]["weakAlias"] == ["@anar", "A.Bəyli"]
    assert found["qurultay-organization-pgo-az"]["properties"]["incorporationDate"] == ["1918-10"]


def test_geojson_places_dated_events_and_no_state_at_its_capital(view: Any) -> None:
    found = json.loads(from_store(view, name="geojson").files[""])
    events = {feature["id"].rpartition("/")[2]: feature for feature in found["features"]}
    assert list(events) == ["seminar", "talks"]
    assert events["seminar"]["geometry"] == {"type": "Point", "coordinates": [49.89201, 40.37767]}
    assert events["seminar"]["properties"]["start_date"] == ["2024-02"]
    assert events["seminar"]["properties"]["participants"] == ["Savcılık", "Türkiyə"]
    assert (events["talks"]["geometry"], events["talks"]["properties"]["states"]) == (None, ["Fransa"])
    assert len(events) == view.count("?s q:earliestDate ?d")


MAPPED = Mapped(
    properties={
        "rdf:type": "P1",
        "schema:startDate": "P2",
        "schema:attendee": "P3",
        "q:jurisdiction": "P4",
        "org:role": "P5",
        "q:iri": "P6",
    },
    qualifiers={"org:organization": "P7"},
    references={"schema:url": "S8", "schema:datePublished": "S9", "schema:headline": "S10"},
    items={
        "q:Seminar": "Q1",
        "role:Prosecutor": "Q2",
        "organization/pgo-az": "Q3",
        "person/anar": "Q4",
        "event/seminar": "Q5",
        "state/AZ": "Q6",
    },
    create=True,
)
COMMAND = re.compile(
    r"CREATE|(Q\d+|LAST)\t([LA][a-z]+\t\"[^\t\n]*\"|P\d+\t(Q\d+|\"[^\t\n]*\"|\+\d{4}-\d\d-\d\dT00:00:00Z/(9|10|11))"
    r"(\t[PS]\d+\t(Q\d+|([a-z]+:)?\"[^\t\n]*\"|\+\d{4}-\d\d-\d\dT00:00:00Z/(9|10|11)))*)"
)


def commands(view: Any, mapping: Mapped) -> list[str]:
    return from_store(view, name="quickstatements", mapping=mapping).files[""].decode().splitlines()


def test_quickstatements_are_commands_with_sources(view: Any) -> None:
    found = commands(view, MAPPED)
    assert [line for line in found if not COMMAND.fullmatch(line)] == []
    source = '\tS8\t"https://e.org/a"\tS9\t+2024-03-01T00:00:00Z/11\tS10\taz:"Görüş"'
    assert f"Q5\tP2\t+2024-02-00T00:00:00Z/10{source}" in found
    assert f"Q5\tP3\tQ4{source}" in found
    assert f"Q4\tP5\tQ2\tP7\tQ3{source}" in found
    assert f"Q5\tP1\tQ1{source}" in found
    assert 'LAST\tLen\t"Bell � and line \\ \'quote\' | "two""' in found
    assert found.count("CREATE") == 19 - 2 - 1 - 4  # articles and posts are no items, and four things have one


def test_quickstatements_say_what_they_leave_out(view: Any) -> None:
    assert commands(view, Mapped()) == []
    left_out = from_store(view, name="quickstatements", mapping=MAPPED).left_out
    assert left_out["q:participant is not mapped"] == 5
    assert left_out["no source that the mapping can name"] > 0


def test_quickstatements_for_wikidata_take_its_items(view: Any) -> None:
    found = commands(view, Mapped(properties={"q:jurisdiction": "P1"}, items={"organization/pgo-az": "Q3"}, wikidata=True))
    assert found == []  # the reference data are no source
    with pytest.raises(ValueError, match="needs a mapping"):
        from_store(view, name="quickstatements")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("= 1", "cannot be read"),
        ("[statements]", "is none of"),
        ("properties = 1", "is none of"),
        ('[properties]\n"q:theme" = "Q1"', "is not like P31"),
        ('[items]\n"state/AZ" = "227"', "is not like Q31"),
        ('[references]\n"schema:url" = "P854"', "is not like S31"),
        ('[options]\ncreate = "yes"', "true or false"),
    ],
)
def test_a_mapping_that_is_none(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "m.toml").write_text(text)
    with pytest.raises(PackError, match=reason):
        read_mapping(tmp_path / "m.toml")


def test_a_mapping(tmp_path: Path) -> None:
    (tmp_path / "m.toml").write_text('[items]\n"state/AZ" = "Q227"\n[options]\nwikidata = true')
    assert read_mapping(tmp_path / "m.toml") == Mapped(items={"state/AZ": "Q227"}, wikidata=True)
    with pytest.raises(PackError, match="cannot be read"):
        read_mapping(tmp_path / "none.toml")
