"""Each shape has a case that it passes and a case that it alone finds fault with; both engines agree on all."""

import json
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from qurultay import resources
from qurultay.terms import BASE, GRAPHS, PREFIXES, expand
from qurultay.validation import Report, engines, validate
from qurultay.validation.report import SHAPES

CASES = Path(__file__).parents[1] / "shapes"
NAMES = sorted(case.name for case in CASES.iterdir() if case.is_dir())
HEADER = f"BASE <{BASE}>\n" + "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
ARTICLE = ox.NamedNode(BASE + "article/one")


def update(store: ox.Store, path: Path) -> None:
    store.update(HEADER + path.read_text(encoding="utf-8"))


@cache
def base() -> tuple[ox.Quad, ...]:
    store = ox.Store()
    store.load(path=CASES / "base.ttl", format=ox.RdfFormat.TURTLE)
    update(store, CASES / "evidence.ru")
    return tuple(store)


def case(name: str, outcome: str) -> list[ox.Triple]:
    store = ox.Store()
    store.extend(base())
    path = CASES / name / f"{outcome}.ru"
    update(store, path)
    if "# without evidence" not in path.read_text(encoding="utf-8"):
        update(store, CASES / "evidence.ru")
    return [quad.triple for quad in store]


def shapes_found(report: Report) -> set[str]:
    return {found.shape for found in report.findings}


def _blank(term: str) -> str:
    return "_:" if term.startswith("_:") else term


def comparable(report: Report) -> list[tuple[str | None, ...]]:
    """Findings without the labels of blank nodes, which every engine chooses anew."""
    return sorted((f.shape, _blank(f.focus), f.path or "", _blank(f.value or "")) for f in report.findings)


def test_every_shape_has_a_case() -> None:
    shapes = ox.Store()
    shapes.load(path=resources.path("ontology/shapes.ttl"), format=ox.RdfFormat.TURTLE)
    severity = ox.NamedNode(expand("sh:severity"))
    stated = {str(quad.subject).strip("<>").removeprefix(SHAPES) for quad in shapes.quads_for_pattern(None, severity, None)}
    assert sorted(stated) == NAMES
    assert len(NAMES) >= 25


def test_the_base_conforms() -> None:
    assert validate(base()).findings == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_passing_case_passes(name: str) -> None:
    assert validate(case(name, "pass")).findings == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_passing_case_differs_from_the_base(name: str) -> None:
    assert set(case(name, "pass")) != {quad.triple for quad in base()}


@pytest.mark.parametrize("name", NAMES)
def test_a_failing_case_fails_by_its_shape_alone(name: str) -> None:
    report = validate(case(name, "fail"))
    assert shapes_found(report) == {name}
    assert report.conforms == all(found.severity != "Violation" for found in report.findings)


@pytest.mark.parametrize("name", NAMES)
def test_engines_agree_on_each_shape(name: str) -> None:
    data = case(name, "fail")
    assert comparable(validate(data, only=[name], engine="pyshacl")) == comparable(validate(data, only=[name], engine="turbo")) != []


def test_engines_agree_on_everything_at_once() -> None:
    store = ox.Store()
    store.extend(base())
    for name in NAMES:
        update(store, CASES / name / "fail.ru")
    reference, fast = validate(store, engine="pyshacl"), validate(store, engine="turbo")
    assert comparable(reference) == comparable(fast)
    assert len(shapes_found(fast)) > 0.8 * len(NAMES)


def test_the_reference_takes_over_where_the_fast_engine_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "_program", lambda: None)
    assert shapes_found(validate(case("StateCode", "fail"), only=["StateCode"])) == {"StateCode"}


def test_the_reference_takes_over_where_the_fast_engine_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(source: bytes, chosen: list[str] | None) -> None:
        raise NotImplementedError(f"a feature of {chosen} over {len(source)} bytes")

    monkeypatch.setattr(engines, "_program", lambda: refuse)
    assert shapes_found(validate(case("StateCode", "fail"), only=["StateCode"])) == {"StateCode"}


def test_a_finding_tells_what_and_where_in_two_languages() -> None:
    (found,) = validate(case("EventStart", "fail")).findings
    assert found.focus == f"<{BASE}event/talk>"
    assert found.path == "schema:startDate"
    assert found.value == '"2022-08-08T10:00:00"^^<http://www.w3.org/2001/XMLSchema#dateTime>'
    assert found.message_en.startswith("The start must be")
    assert found.message_az.startswith("Başlanğıc")
    assert found.severity == "Violation"


def test_what_only_the_context_says_is_consulted_but_not_judged() -> None:
    triples = case("AgentName", "fail")
    nameless = ox.NamedNode(BASE + "person/one")
    context = [triple for triple in triples if triple.subject == nameless]
    rest = [triple for triple in triples if triple.subject != nameless]
    assert shapes_found(validate(rest)) >= {"EventAttendee", "MembershipPerson"}
    assert validate(rest, context=context).findings == ()


def test_evidence_is_asked_of_articles_only() -> None:
    data = case("OrganizationEvidence", "fail")
    unclaimed = ox.Triple(ox.NamedNode(BASE + "state/TR"), ox.NamedNode(expand("org:memberOf")), ox.NamedNode(BASE + "organization/ots"))
    told = [ox.Quad(triple.subject, triple.predicate, triple.object, ARTICLE) for triple in data if triple != unclaimed]
    reference = ox.Quad(unclaimed.subject, unclaimed.predicate, unclaimed.object, ox.NamedNode(GRAPHS["reference"]))
    assert validate([*told, reference]).findings == ()
    assert validate([*told, ox.Quad(unclaimed.subject, unclaimed.predicate, unclaimed.object, ARTICLE)]).findings != ()


def test_what_several_graphs_repeat_counts_once() -> None:
    graphs = [ox.NamedNode(BASE + "article/one"), ox.NamedNode(BASE + "article/two")]
    data = [ox.Quad(triple.subject, triple.predicate, triple.object, graph) for triple in case("EventStart", "fail") for graph in graphs]
    assert len(validate(data).findings) == 1


def test_reports_are_the_same_in_every_order_of_the_data() -> None:
    data = case("EventOneStart", "fail")
    assert validate(data) == validate(reversed(data))


def test_a_warning_conforms_and_a_violation_does_not() -> None:
    assert validate(case("EventOneStart", "fail")).conforms
    assert not validate(case("EventStart", "fail")).conforms


def test_text_json_and_turtle_tell_the_same() -> None:
    report = validate(case("MembershipRole", "fail"))
    assert "Violation MembershipRole" in report.as_text()
    assert "role: ad məkanından" in report.as_text(language="az")
    assert report.as_text().endswith("does not conform: 1 violations, 0 warnings")
    read = json.loads(report.as_json())
    assert [found["shape"] for found in read["findings"]] == ["MembershipRole"]
    triples = {quad.triple for quad in ox.parse(report.as_turtle(), format=ox.RdfFormat.TURTLE)}
    focus = [triple.object.value for triple in triples if triple.predicate.value == expand("sh:focusNode")]
    assert focus == [BASE + "membership/three"]
    assert any(triple.predicate.value == expand("sh:conforms") and triple.object.value == "false" for triple in triples)


DATES = [
    ('"2021-11-01"^^xsd:date', True),
    ('"2021-11"^^xsd:gYearMonth', True),
    ('"2021"^^xsd:gYear', True),
    ('"--11-01"^^xsd:gMonthDay', True),
    ('"--02-29"^^xsd:gMonthDay', True),
    ('"2021-02-30"^^xsd:date', False),
    ('"2021-13"^^xsd:gYearMonth', False),
    ('"21"^^xsd:gYear', False),
    ('"--02-30"^^xsd:gMonthDay', False),
    ('"--11-31"^^xsd:gMonthDay', False),
    ('"--13-01"^^xsd:gMonthDay', False),
    ('"XXXX-11-01"^^xsd:gMonthDay', False),
    ('"--11"^^xsd:gMonth', False),
    ('"2021-11-01"', False),
    ('"2021-11-01Z"^^xsd:date', False),
    ('"2021-11-01T10:00:00"^^xsd:dateTime', False),
]
"""Dates as the graph contract has them: a day, a month, a year, or a day of no year."""


@pytest.mark.parametrize("engine", ["turbo", "pyshacl"])
@pytest.mark.parametrize(
    ("shape", "before"),
    [
        ("FoundingDate", "<organization/new> a q:Organization ; schema:foundingDate"),
        ("EventStart", "<event/new> a q:Event ; schema:startDate"),
        ("EventEnd", "<event/new> a q:Event ; schema:endDate"),
        ("DocumentSigned", "<document/new> a q:Document ; q:signedOn"),
    ],
)
def test_a_date_is_accepted_just_as_the_contract_has_it(shape: str, before: str, engine: engines.Engine) -> None:
    for date, accepted in DATES:
        store = ox.Store()
        store.update(f"{HEADER} INSERT DATA {{ {before} {date} }}")
        found = [(f.shape, f.path) for f in validate((q.triple for q in store), only=[shape], engine=engine).findings]
        assert found == ([] if accepted else [(shape, before.rpartition(" ")[2])]), date
