"""The cooperation network, from hand-made TriG through the shipped queries to tables."""

from collections.abc import Iterator, Mapping
from typing import Literal as Choice

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from qurultay.network import Body, By, Involvement, Of, communities, cooperation, involvements, periods, standings, table, told, years
from qurultay.store import Answer
from qurultay.store.ask import ask
from qurultay.terms import BASE, GRAPHS, PREFIXES, expand

TRIG = f"""
{"".join(f"@prefix {prefix}: <{namespace}> ." for prefix, namespace in PREFIXES.items())}
@base <{BASE}> .
<{GRAPHS["reference"]}> {{
  <state/AZ> a q:State ; skos:prefLabel "Azərbaycan"@az, "Azerbaijan"@en .
  <state/TR> a q:State ; skos:prefLabel "Türkiyə"@az .
  <organization/pgo-az> a q:ProsecutorsOffice ; q:jurisdiction <state/AZ> ; skos:prefLabel "Baş Prokurorluq"@az, "PGO"@en .
  <organization/moj-az> a q:Ministry ; q:jurisdiction <state/AZ> ; skos:prefLabel "Ədliyyə Nazirliyi"@az .
  <organization/pgo-tr> a q:ProsecutorsOffice ; q:jurisdiction <state/TR> .
  <organization/ots> a q:InternationalOrganization .
  <state/AZ> org:memberOf <organization/ots> . <state/TR> org:memberOf <organization/ots> .
}}
<{GRAPHS["entities"]}> {{ <person/anar-bayli> a q:Person ; rdfs:label "Anar Bəyli"@az . }}
<article/a> {{
  <article/a> a q:Article .
  <event/seminar> a q:Seminar ; schema:organizer <organization/pgo-az>, <person/anar-bayli> ; q:participant <organization/pgo-tr>, <organization/moj-az> ;
    q:earliestDate "2024-02-29"^^xsd:date ; q:latestDate "2024-02-29"^^xsd:date ; q:status q:Held .
  <event/plan> a q:Meeting ; q:participant <organization/pgo-az>, <organization/ots> ; q:status q:Planned .
}}
<article/b> {{
  <article/b> a q:Article .
  <event/seminar> a q:Seminar ; q:participant <organization/moj-az>, <organization/pgo-tr> ;
    q:earliestDate "2024-02-29"^^xsd:date ; q:latestDate "2024-03-01"^^xsd:date .
  <event/talks> a q:Meeting ; q:participant <state/TR>, <organization/pgo-az> .
  <document/memo> a q:Memorandum ; q:signatory <organization/pgo-az>, <organization/pgo-tr> ; q:signedOn "2025-01-10"^^xsd:date .
  <organization/pgo-az> org:memberOf <organization/ots> . <organization/pgo-tr> org:memberOf <organization/ots> .
}}
"""  # noqa: E501


class View:
    """The least that a view is."""

    location, base = "memory", BASE

    def __init__(self, trig: str) -> None:
        self.store = Store()
        self.store.load(trig.encode(), format=RdfFormat.TRIG)

    def query(self, sparql: str, *, terms: Mapping[str, NamedNode | Literal] | None = None) -> Answer:
        return ask(self.store, sparql, terms or {})

    def quads(self) -> Iterator[Quad]:
        return iter(self.store)


ROWS = involvements(View(TRIG))
EDGES: list[tuple[By, str | None, str | None, list[str]]] = [
    (
        "organization",
        None,
        None,
        [
            "moj-az met:1 pgo-tr 2024-02-29 2024-03-01",
            "moj-az hosted:1 pgo-az 2024-02-29 2024-03-01",
            "pgo-az hosted:1 pgo-tr 2024-02-29 2024-03-01",
            "pgo-az signed:1 pgo-tr 2025-01-10 2025-01-10",
            "pgo-az belong:1 pgo-tr - -",
            "pgo-az met:1 TR - -",
        ],
    ),
    ("organization", "2025-01-01", None, ["pgo-az signed:1 pgo-tr 2025-01-10 2025-01-10"]),
    ("organization", None, "2024-02-28", []),
    (
        "state",
        None,
        None,
        ["AZ hosted:1 TR 2024-02-29 2024-03-01", "AZ met:1 TR - -", "AZ signed:1 TR 2025-01-10 2025-01-10", "AZ belong:1 TR - -"],
    ),
]


@pytest.mark.parametrize(("by", "since", "until", "edges"), EDGES)
def test_edges(by: By, since: str | None, until: str | None, edges: list[str]) -> None:
    graph = cooperation(ROWS, by=by, since=since, until=until)
    found = []
    for *ends, kind, edge in graph.edges(keys=True, data=True):
        one, other = (node.rpartition("/")[2] for node in sorted(ends))
        found.append(f"{one} {kind}:{edge['weight']} {other} {edge.get('first', '-')} {edge.get('last', '-')}")
    assert sorted(found) == sorted(edges)


def test_occasions_and_order_of_rows() -> None:
    graph = cooperation(ROWS)
    assert graph.edges[BASE + "organization/moj-az", BASE + "organization/pgo-az", "hosted"]["occasions"] == (BASE + "event/seminar",)
    assert {n: d["label"] for n, d in graph.nodes(data=True)} == {
        BASE + "organization/pgo-az": "Baş Prokurorluq",
        BASE + "organization/moj-az": "Ədliyyə Nazirliyi",
        BASE + "organization/pgo-tr": "pgo-tr",
        BASE + "state/TR": "Türkiyə",
    }
    assert table(cooperation(reversed(ROWS))) == table(graph)


def cells(by: By, of: Choice["pairs", "bodies"]) -> list[list[str]]:
    found = table(cooperation(ROWS, by=by, language="en"), of=of)
    return [[cell.value for cell in row if isinstance(cell, Literal)] for row in found.rows]


def test_pairs_by_weight() -> None:
    assert cells("organization", "pairs")[0] == ["PGO", "pgo-tr", "3", "belong:1 hosted:1 signed:1", "2024-02-29", "2025-01-10"]
    assert cells("state", "pairs") == [["Azerbaijan", "Türkiyə", "4", "belong:1 hosted:1 met:1 signed:1", "2024-02-29", "2025-01-10"]]


def test_bodies_by_how_central_they_are() -> None:
    assert cells("organization", "bodies") == [
        ["PGO", "3", "5", "1", "0.6667", "1"],
        ["pgo-tr", "2", "4", "0.6667", "0", "1"],
        ["Ədliyyə Nazirliyi", "2", "2", "0.6667", "0", "1"],
        ["Türkiyə", "1", "1", "0.3333", "0", "1"],
    ]


def test_weight_counts_occasions_not_articles() -> None:
    one, other = Body("urn:x/a"), Body("urn:x/b")
    rows = [Involvement(f"urn:e{n}", expand("q:signatory"), body) for n in (1, 2) for body in (one, other, one)]
    assert cooperation(rows).edges["urn:x/a", "urn:x/b", "signed"]["weight"] == 2


def test_nothing_gives_empty_tables() -> None:
    assert table(cooperation([])).rows == table(cooperation([]), of="bodies").rows == ()


def deed(name: str, day: str | None, *who: str) -> list[Involvement]:
    return [Involvement(f"urn:{name}", expand("q:signatory"), Body(f"urn:{one}"), day, day) for one in who]


YEARS = [
    *deed("1", "2023-05-01", "a", "b", "c"),
    *deed("2", "2023-06-01", "d", "e"),
    *deed("3", "2024-05-01", "a", "b", "f"),
    *deed("4", "2024-06-01", "g", "h"),
    *deed("5", None, "a", "b"),
]
LISTED: list[tuple[Of, list[str]]] = [
    (
        "years",
        [
            "2023 a 2 2 0.5 0 1 2",
            "2023 b 2 2 0.5 0 1 2",
            "2023 c 2 2 0.5 0 1 2",
            "2023 d 1 1 0.25 0 2 1",
            "2023 e 1 1 0.25 0 2 1",
            "2024 a 2 2 0.5 0 1 0",
            "2024 b 2 2 0.5 0 1 0",
            "2024 f 2 2 0.5 0 1 2",
            "2024 g 1 1 0.25 0 3 1",
            "2024 h 1 1 0.25 0 3 1",
        ],
    ),
    (
        "communities",
        [
            "- 1 4 7 a; b; c; f - -",
            "- 2 2 1 d; e - -",
            "- 3 2 1 g; h - -",
            "2023 1 3 3 a; b; c 3 0",
            "2023 2 2 1 d; e 2 0",
            "2024 1 3 3 a; b; f 1 1",
            "2024 3 2 1 g; h 2 0",
        ],
    ),
]


@pytest.mark.parametrize(("of", "rows"), LISTED)
def test_change_by_year(of: Of, rows: list[str]) -> None:
    found = table(periods(YEARS), of=of)
    shown = [
        " ".join("-" if c is None else c.value.replace("urn:", "") for c in row if c is None or isinstance(c, Literal))
        for row in found.rows
    ]
    assert shown == rows
    assert table(periods(reversed(YEARS)), of=of) == found


def test_partial_dates_of_documents_become_days() -> None:
    dates = ('"2025-02"^^xsd:gYearMonth', '"--06-16"^^xsd:gMonthDay')
    documents = "".join(
        f"<document/{number}> a q:Memorandum ; q:signatory <state/AZ>, <state/TR> ; q:signedOn {day} . " for number, day in enumerate(dates)
    )
    edge = cooperation(involvements(View(TRIG + f"<article/c> {{ <article/c> a q:Article . {documents} }}"))).edges
    signed = edge[BASE + "state/AZ", BASE + "state/TR", "signed"]
    assert signed["days"] == (("2025-02-01", "2025-02-28"), (None, None))
    assert (signed["first"], signed["last"]) == ("2025-02-01", "2025-02-28")


def test_years_within_days() -> None:
    assert years(YEARS) == ("2023", "2024")
    assert years(YEARS, since="2023-12-31") == ("2024",)
    long = [Involvement("urn:e", expand("q:participant"), Body("urn:a"), "2019-01-01", "2025-12-31")]
    assert years(long, since="2020-01-01", until="2024-12-31") == ("2020", "2024")
    assert [period.year for period in periods(YEARS, since="2024-01-01")] == [None, "2024"]


def test_betweenness_of_many_is_estimated_alike_in_every_order(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = [(f"n{i}", f"n{i * 7 % 40}") for i in range(1, 40)]
    rows = [row for number, (one, other) in enumerate(pairs) if one != other for row in deed(str(number), "2024-01-01", one, other)]
    exact = {it.node: it.betweenness for it in standings(cooperation(rows))}
    monkeypatch.setattr("qurultay.network.measures._PIVOTS", 20)
    found = standings(cooperation(rows))
    assert found == standings(cooperation(reversed(rows)))
    assert max(abs(it.betweenness - exact[it.node]) for it in found) < 0.2
    assert {it.node: it.betweenness for it in found} != exact


def test_communities_do_not_hang_on_the_order_of_rows() -> None:
    pairs = [f"{chr(97 + i % 13)}{chr(97 + (i * i + 3) % 11)}" for i in range(60)]
    rows = [row for number, pair in enumerate(pairs) if len(set(pair)) == 2 for row in deed(str(number), "2024-01-01", *pair)]
    assert communities(cooperation(rows)) == communities(cooperation(reversed(rows)))


def test_told_as_rdf_is_one_graph_without_blank_nodes() -> None:
    quads = told(periods(YEARS, since="2023-01-01"), since="2023-01-01", base="https://e.org/")
    assert {quad.graph_name.value for quad in quads if isinstance(quad.graph_name, NamedNode)} == {GRAPHS["network"]}
    assert all(isinstance(quad.subject, NamedNode) for quad in quads)
    assert "https://e.org/network/organization/2023-01-01/../2024" in {q.subject.value for q in quads if isinstance(q.subject, NamedNode)}
    assert [str(quad) for quad in quads] == sorted({str(quad) for quad in quads})
