"""A small graph with all that tools stumble over, and the view of it that the exporters ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from qurultay import resources
from qurultay.store import Answer
from qurultay.store.ask import ask
from qurultay.terms import BASE, GRAPHS, PREFIXES

SCHEMAS = Path(__file__).parents[2] / "schemas"
HEAD = "".join(f"@prefix {prefix}: <{namespace}> ." for prefix, namespace in PREFIXES.items()) + f"@base <{BASE}> ."
TRIG = f"""{HEAD}
<{GRAPHS["reference"]}> {{
  <state/AZ> a q:State ; q:isoCode "AZ" ; skos:prefLabel "Azərbaycan"@az, "Azerbaijan"@en ; owl:sameAs wd:Q227 .
  <state/TR> a q:State ; q:isoCode "TR" ; skos:prefLabel "Türkiyə"@az ; skos:exactMatch wd:Q43 .
  <state/FR> a q:State ; q:isoCode "FR" ; skos:prefLabel "Fransa"@az .
  <place/baku> a q:Place ; skos:prefLabel "Bakı"@az, "Baku"@en ; schema:containedInPlace <state/AZ> ;
    schema:latitude 40.37767 ; schema:longitude 49.89201 .
  <place/alley> a q:Place ; skos:prefLabel "Xiyaban"@az ; schema:containedInPlace <place/baku> .
  <organization/pgo-az> a q:ProsecutorsOffice ; q:jurisdiction <state/AZ> ; skos:prefLabel "Baş Prokurorluq"@az, "PGO"@en ;
    skos:altLabel "Prokurorluq"@az ; q:abbreviation "BP"@az ; schema:foundingDate "1918-10"^^xsd:gYearMonth .
  <organization/pgo-tr> a q:ProsecutorsOffice ; q:jurisdiction <state/TR> ; skos:prefLabel "Savcılık"@tr .
  <organization/ots> a q:InternationalOrganization ; skos:prefLabel "TDT"@az .
}}
<{GRAPHS["entities"]}> {{
  <person/anar> a q:Person ; rdfs:label "=HYPERLINK(\\"http://e.org\\")"@az ; skos:altLabel "A.Bəyli"@az, "@anar"@en .
  <organization/new> a q:Organization ; rdfs:label "Bell \\u0007 and\\nline \\\\ 'quote' || \\"two\\""@en .
}}
<article/a> {{
  <article/a> a q:Article ; schema:identifier "a" ; schema:headline "Görüş"@az ; schema:inLanguage "az" ;
    schema:datePublished "2024-03-01"^^xsd:date ; schema:url "https://e.org/a"^^xsd:anyURI ;
    schema:mentions <person/anar>, <organization/pgo-az>, <organization/pgo-tr>, <organization/new> .
  <event/seminar> a q:Seminar ; schema:organizer <organization/pgo-az>, <person/anar> ; q:participant <organization/pgo-tr>, <state/TR> ;
    schema:startDate "2024-02"^^xsd:gYearMonth ; q:earliestDate "2024-02-01"^^xsd:date ; q:latestDate "2024-02-29"^^xsd:date ;
    schema:location <place/baku> ; q:status q:Held ; q:theme "Sübut; \\"dəlil\\""@az ; schema:attendee <person/anar> .
  <event/talks> a q:Meeting ; q:participant <organization/pgo-az>, <organization/pgo-tr> ; schema:location <state/FR> ;
    schema:startDate "2025"^^xsd:gYear ; q:earliestDate "2025-01-01"^^xsd:date ; q:latestDate "2025-12-31"^^xsd:date .
  <event/yearless> a q:Visit ; q:participant <organization/new> ; schema:startDate "--08-08"^^xsd:gMonthDay ;
    schema:location <place/alley> .
  <document/memo> a q:Memorandum ; q:signatory <organization/pgo-az>, <organization/pgo-tr> ; q:signedOn "2025-01-10"^^xsd:date .
  <document/yearless> a q:Statute ; q:signatory <organization/new> ; q:signedOn "--06-16"^^xsd:gMonthDay .
  <document/unsigned> a q:Protocol ; q:signedOn "2025-02"^^xsd:gYearMonth .
  <membership/m> a org:Membership ; org:member <person/anar> ; org:organization <organization/pgo-az> ; org:role role:Prosecutor .
  <organization/pgo-az> org:memberOf <organization/ots> . <organization/pgo-tr> org:memberOf <organization/ots> .
  <claim/1> a q:Claim ; rdf:subject <event/seminar> ; rdf:predicate schema:attendee ; rdf:object <person/anar> ; q:confidence 0.9 ;
    prov:wasDerivedFrom <article/a> ; oa:hasSelector <claim/1#quote> .
  <claim/1#quote> oa:exact "=Anar iştirak edib" .
  <claim/2> a q:Claim ; rdf:subject <event/seminar> ; rdf:predicate rdf:type ; rdf:object q:Seminar ; q:confidence 0.8 ;
    prov:wasDerivedFrom <article/a> ; oa:hasSelector <claim/2#quote> .
  <claim/2#quote> oa:exact "seminar" .
}}
<article/b> {{
  <article/b> a q:Article ; schema:identifier "b" ; schema:inLanguage "en" ; schema:datePublished "2024-03-05"^^xsd:date .
  <event/seminar> a q:Seminar ; q:participant <organization/pgo-tr> .
}}
"""


class View:
    """The least that a view is, in memory."""

    location, base = "memory", BASE

    def __init__(self, trig: str) -> None:
        self.store = Store()
        self.store.load(trig.encode(), format=RdfFormat.TRIG)
        for name in ("qurultay", "roles"):
            data = resources.path(f"ontology/{name}.ttl").read_bytes()
            self.store.load(data, format=RdfFormat.TURTLE, to_graph=NamedNode(GRAPHS["ontology"]))

    def query(self, sparql: str, *, terms: Mapping[str, NamedNode | Literal] | None = None) -> Answer:
        return ask(self.store, sparql, terms or {})

    def quads(self) -> Iterator[Quad]:
        return iter(self.store)

    def count(self, pattern: str) -> int:
        """Return how many solutions a pattern has, over the union of graphs, as SPARQL counts them."""
        found = self.query(f"SELECT (COUNT(*) AS ?n) WHERE {{ SELECT DISTINCT * WHERE {{ {pattern} }} }}")
        assert not isinstance(found, bool | tuple)
        cell = found.rows[0][0]
        assert isinstance(cell, Literal)
        return int(cell.value)


@pytest.fixture(scope="session")
def view() -> View:
    """The store of the examples."""
    return View(TRIG)


@pytest.fixture(scope="session")
def schemas() -> Path:
    """The folder of schemas."""
    return SCHEMAS
