"""The vocabulary files keep their own style, agree with the code, and contradict neither themselves nor their neighbours."""

from pathlib import Path
from typing import Any

import owlrl
import pyoxigraph as ox
import pyshacl
import pyshacl_turbo
import pytest
import rdflib
from rdflib.namespace import OWL, RDF, SH

from qurultay import resources
from qurultay.terms import BASE, PREFIXES, expand

CASES = Path(__file__).parents[1] / "shapes"
HEADER = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
STYLE = "https://w3id.org/qurultay/style#"


def load(*names: str) -> rdflib.Graph:
    graph = rdflib.Graph()
    for name in names:
        graph.parse(resources.path(f"ontology/{name}.ttl"), format="turtle")
    return graph


def style_findings(graph: rdflib.Graph, *, engine: Any = pyshacl_turbo) -> set[str]:
    _, report, _ = engine.validate(graph, shacl_graph=load("style"))
    return {str(source).removeprefix(STYLE) for source in report.objects(None, SH.sourceShape)}


@pytest.mark.parametrize("names", [("qurultay", "roles"), ("shapes",), ("style",)])
def test_the_style_holds(names: tuple[str, ...]) -> None:
    assert style_findings(load(*names)) == set()


def test_the_reference_engine_agrees_on_style() -> None:
    graph = load("roles")
    assert style_findings(graph, engine=pyshacl) == set()
    graph.update(HEADER + "DELETE WHERE { role:Judge skos:inScheme ?s } ; DELETE WHERE { ?scheme dcterms:license ?l }")
    assert style_findings(graph, engine=pyshacl) == style_findings(graph) == {"RoleScheme", "HeaderLicence"}


BROKEN = [
    ("HeaderVersion", "DELETE WHERE { ?o owl:versionIRI ?v }"),
    ("HeaderTitle", 'DELETE { ?o dcterms:title ?t } WHERE { ?o a owl:Ontology ; dcterms:title ?t . FILTER (LANG(?t) = "tr") }'),
    ("HeaderDescription", "DELETE { ?o dcterms:description ?t } WHERE { ?o a skos:ConceptScheme ; dcterms:description ?t }"),
    ("HeaderCreated", 'DELETE { ?o dcterms:created ?d } INSERT { ?o dcterms:created "2026" } WHERE { ?o dcterms:created ?d }'),
    ("HeaderModified", "DELETE WHERE { ?o dcterms:modified ?d }"),
    ("HeaderLicence", 'DELETE { ?o dcterms:license ?l } INSERT { ?o dcterms:license "CC BY 4.0" } WHERE { ?o dcterms:license ?l }'),
    ("HeaderCreator", "DELETE WHERE { ?o dcterms:creator ?l }"),
    ("TermLabel", 'DELETE { q:Seminar rdfs:label ?l } WHERE { q:Seminar rdfs:label ?l . FILTER (LANG(?l) = "ru") }'),
    ("TermDefinition", 'DELETE { q:theme skos:definition ?l } WHERE { q:theme skos:definition ?l . FILTER (LANG(?l) = "az") }'),
    ("DefinitionSentence", 'INSERT DATA { q:theme skos:definition "the words"@kk }'),
    ("TermExample", "DELETE WHERE { q:Held skos:example ?e }"),
    ("TermHome", "DELETE WHERE { q:rule rdfs:isDefinedBy ?o }"),
    ("ClassName", "INSERT { q:event1.0 ?p ?o } WHERE { q:Event ?p ?o . FILTER (?p != rdfs:label) } ; "
                  'INSERT DATA { q:event1.0 rdfs:label "e1"@en , "e1"@az , "e1"@tr , "e1"@ru }'),
    ("PropertyName", "INSERT { q:Theme-2 ?p ?o } WHERE { q:theme ?p ?o . FILTER (?p != rdfs:label) } ; "
                     'INSERT DATA { q:Theme-2 rdfs:label "t2"@en , "t2"@az , "t2"@tr , "t2"@ru }'),
    ("ClassPlaced", "DELETE WHERE { q:Place rdfs:subClassOf ?c }"),
    ("PropertySigned", "DELETE WHERE { q:speaker rdfs:range ?c }"),
    ("LabelAlone", 'DELETE { q:Forum rdfs:label ?l } INSERT { q:Forum rdfs:label "conference"@en } '
                   'WHERE { q:Forum rdfs:label ?l . FILTER (LANG(?l) = "en") }'),
    ("NoBlankTerms", "INSERT DATA { [] a owl:AllDifferent }"),
    ("RoleLabel", 'DELETE { role:Judge skos:prefLabel ?l } WHERE { role:Judge skos:prefLabel ?l . FILTER (LANG(?l) = "tr") }'),
    ("RoleScheme", "DELETE WHERE { role:Judge skos:inScheme ?s }"),
    ("RolePlaced", "DELETE WHERE { role:Judge skos:topConceptOf ?s }"),
    ("ShapeMessages", 'DELETE { s:StateCode sh:message ?m } WHERE { s:StateCode sh:message ?m . FILTER (LANG(?m) = "az") }'),
    ("ShapeSeverity", "DELETE WHERE { s:StateCode sh:severity ?s }"),
    ("ShapeName", "DELETE WHERE { s:StateCode sh:name ?s }"),
    ("ShapeTarget", "DELETE WHERE { s:StateCode sh:targetClass ?s }"),
]  # fmt: skip


@pytest.mark.parametrize(("shape", "change"), BROKEN)
def test_a_broken_copy_fails_by_the_shape_that_it_breaks(shape: str, change: str) -> None:
    graph = load("shapes") if shape.startswith("Shape") else load("qurultay", "roles")
    graph.update(HEADER + "PREFIX s: <https://w3id.org/qurultay/shapes#>\n" + change)
    assert style_findings(graph) == {shape}


def test_every_style_shape_has_a_broken_copy() -> None:
    shapes = {str(shape).removeprefix(STYLE) for shape in load("style").subjects(SH.severity)}
    assert shapes == {shape for shape, _ in BROKEN}


CONTRACT = (
    "Article State Place Organization ProsecutorsOffice Council InternationalOrganization Ministry Court "
    "Parliament University TrainingInstitution PressService NewsAgency Embassy GovernmentBody Person Event "
    "Seminar Conference Forum Meeting Session Visit Training Ceremony Document "
    "Memorandum Agreement Declaration Statute Programme Protocol Claim isoCode jurisdiction "
    "theme framework participant speaker status signatory signedOn producedAt confidence "
    "Held Planned Cancelled "
)

ROLES = (
    "HeadOfState PrimeMinister Minister DeputyMinister ProsecutorGeneral FirstDeputyProsecutorGeneral DeputyProsecutorGeneral "
    "Prosecutor SecretaryGeneral DeputySecretaryGeneral President VicePresident Chairperson DeputyChairperson "
    "Ambassador Rector ViceRector Professor AssociateProfessor Director DeputyDirector "
    "HeadOfDepartment DeputyHeadOfDepartment Adviser Judge Representative Expert Member "
)


@pytest.mark.parametrize("name", CONTRACT.split())
def test_the_ontology_defines_the_terms_of_the_contract(name: str) -> None:
    assert (rdflib.URIRef(expand(f"q:{name}")), RDF.type, None) in load("qurultay")


def test_the_roles_are_those_of_the_contract() -> None:
    concepts = set(load("roles").subjects(RDF.type, rdflib.URIRef(expand("skos:Concept"))))
    assert concepts == {rdflib.URIRef(expand(f"role:{name}")) for name in ROLES.split()}


def test_data_and_shapes_use_only_defined_terms() -> None:
    defined = {str(term) for term in load("qurultay").subjects(RDF.type, None)}
    files = [*resources.files("ontology", "*.ttl"), *resources.files("data/reference", "*.ttl"), CASES / "base.ttl"]
    used = set()
    for path in files:
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE, base_iri=BASE):
            used |= {term.value for term in (quad.subject, quad.predicate, quad.object) if isinstance(term, ox.NamedNode)}
    assert {term for term in used if term.startswith(PREFIXES["q"])} - defined - {PREFIXES["q"]} == set()


NEIGHBOURS = """
    # What the neighbouring vocabularies say of their own terms, as far as it could contradict ours.
    foaf:Person owl:disjointWith foaf:Organization , foaf:Project .
    foaf:Organization owl:disjointWith foaf:Document .
    foaf:Person rdfs:subClassOf foaf:Agent .
    org:Organization rdfs:subClassOf foaf:Agent ; owl:equivalentClass foaf:Organization .
    org:FormalOrganization rdfs:subClassOf org:Organization .
    org:OrganizationalUnit rdfs:subClassOf org:Organization .
    org:memberOf rdfs:domain foaf:Agent ; rdfs:range org:Organization .
    org:member rdfs:range foaf:Agent .
    prov:Entity owl:disjointWith prov:Activity .
    prov:Activity owl:disjointWith prov:Entity .
    prov:Person rdfs:subClassOf prov:Agent .
    prov:Organization rdfs:subClassOf prov:Agent .
    prov:wasAssociatedWith rdfs:domain prov:Activity ; rdfs:range prov:Agent .
    prov:wasAttributedTo rdfs:domain prov:Entity ; rdfs:range prov:Agent .
    prov:wasGeneratedBy rdfs:domain prov:Entity ; rdfs:range prov:Activity .
    prov:wasDerivedFrom rdfs:domain prov:Entity ; rdfs:range prov:Entity .
    oa:hasSelector rdfs:domain oa:ResourceSelection ; rdfs:range oa:Selector .
    oa:TextQuoteSelector rdfs:subClassOf oa:Selector .
    oa:TextPositionSelector rdfs:subClassOf oa:Selector .
    skos:Concept owl:disjointWith skos:ConceptScheme , skos:Collection .
    skos:broader owl:inverseOf skos:narrower .
    time:hasTime rdfs:range time:TemporalEntity .
    time:ProperInterval rdfs:subClassOf time:TemporalEntity .
    sem:hasActor rdfs:domain sem:Event ; rdfs:range sem:Actor .
"""


def contradictions(extra: str = "") -> set[str]:
    """Members of owl:Nothing, and the reasoner's own complaints, in the closure of ontology, roles and a small world."""
    graph = load("qurultay", "roles")
    graph.parse(CASES / "base.ttl", format="turtle")
    graph.parse(data=HEADER + NEIGHBOURS + extra, format="turtle")
    # owlrl's own conversions refuse every xsd:gMonthDay, and would stay in rdflib for the tests that come after.
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, improved_datatypes=False).expand(graph)
    nothing = {str(member) for member in graph.subjects(RDF.type, OWL.Nothing)}
    complaints = {str(told) for told in graph.objects(None, rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error"))}
    return nothing | complaints


def test_ontology_roles_and_a_small_world_are_consistent() -> None:
    assert contradictions() == set()


@pytest.mark.parametrize(
    "extra",
    [
        "<https://w3id.org/qurultay/id/person/one> a q:Organization .",
        "<https://w3id.org/qurultay/id/event/seminar> q:participant <https://w3id.org/qurultay/id/place/baku> .",
        "<https://w3id.org/qurultay/id/state/AZ> a q:Place .",
        "q:Held owl:sameAs q:Planned .",
        "<https://w3id.org/qurultay/id/document/memo> a prov:Activity .",
    ],
)
def test_a_contradiction_is_found(extra: str) -> None:
    assert contradictions(extra) != set()
