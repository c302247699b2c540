"""The article graph, in the terms of the graph contract."""

import dataclasses
from collections.abc import Iterable

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store, Triple

from qurultay.errors import GraphError
from qurultay.graph import ArticleGraph, article_graph, naming_triples
from qurultay.model import ARTICLE, Article, Entity, Evidence, Fact, Mention, Name, Reading, Span, Value
from qurultay.terms import PREFIXES, expand

TEXT = "Bakıda seminar keçirilib. Orada Səlim Qorodov çıxış edib. AÇIQ XƏBƏR"
BASE = "https://w3id.org/qurultay/id/"
PROLOGUE = "".join(f"PREFIX {prefix}: <{namespace}> " for prefix, namespace in PREFIXES.items()) + f"BASE <{BASE}> "


def words(quote: str, rule: str = "test") -> Evidence:
    start = TEXT.index(quote)
    return Evidence(Span(start, start + len(quote)), quote, rule)


def entity(ref: str, kind: str, name: str | None = None, quote: str = "", path: str | None = None) -> Entity:
    return Entity(ref, kind, path, (Name(name, "az", words(quote)),) if name else ())


BAKU = entity("l1", "Place", "Bakı", "Bakıda", "place/baku")
SPEAKER = entity("p1", "Person", "Səlim Qorodov", "Səlim Qorodov")
SEMINAR = Entity("e1", "Seminar")
DATE = Fact("e1", "schema:startDate", Value("2024-02", "xsd:gYearMonth"), (words("keçirilib"),), 0.8)
PLACE = Fact("e1", "schema:location", "l1", (words("Bakıda seminar keçirilib"),), 0.9)
SPEECH = Fact("e1", "q:speaker", "p1", (words("Səlim Qorodov çıxış edib", "speech"),))
HELD = Fact("e1", "q:status", "q:Held", (words("keçirilib"),))
OUTLET = Fact(ARTICLE, "schema:publisher", Value("Açıq Xəbər"), (words("AÇIQ XƏBƏR", "imprint"),))
ARTICLE_A = Article("a", TEXT, language="az", headline="Seminar", published="2024-03-01", publisher="other", url="https://example.org/a")
READING = Reading(ARTICLE_A, (BAKU, SPEAKER, SEMINAR), (DATE, PLACE, SPEECH, HELD, OUTLET), (Mention(words("seminar").span, "e1", "head"),))


def changed(**fields: object) -> Reading:
    return dataclasses.replace(READING, **fields)  # type: ignore[arg-type]


def ask(quads: Iterable[Quad], pattern: str) -> bool:
    store = Store()
    store.extend(quads)
    return bool(store.query(f"{PROLOGUE} ASK {{ {pattern} }}"))


TOLD = [
    "<article/a> a q:Article",
    '<article/a> schema:identifier "a" ; schema:inLanguage "az" ; schema:headline "Seminar"@az',
    '<article/a> schema:datePublished "2024-03-01"^^xsd:date ; schema:publisher "Açıq Xəbər"',
    '<article/a> schema:url "https://example.org/a"^^xsd:anyURI',
    "<article/a> schema:mentions <place/baku>, <person/salim-qorodov>",
    "?e a q:Seminar ; schema:location <place/baku> ; q:speaker <person/salim-qorodov> ; q:status q:Held",
    '?e schema:startDate "2024-02"^^xsd:gYearMonth ; q:earliestDate "2024-02-01"^^xsd:date ; q:latestDate "2024-02-29"^^xsd:date',
    "?c a q:Claim ; rdf:subject ?e ; rdf:predicate rdf:type ; rdf:object q:Seminar ; oa:hasSelector/oa:exact 'seminar'",
    "?c rdf:subject <person/salim-qorodov> ; rdf:predicate rdfs:label ; rdf:object 'Səlim Qorodov'@az",
    "?c rdf:subject <place/baku> ; rdf:predicate skos:altLabel ; rdf:object 'Bakı'@az ; oa:hasSelector/oa:exact 'Bakıda'",
    "?c rdf:predicate q:speaker ; q:confidence 1.0 ; q:rule 'speech' ; prov:wasDerivedFrom <article/a>",
    "?c rdf:predicate schema:startDate ; q:confidence 0.8 ; oa:hasSelector [ oa:start 15 ; oa:end 24 ]",
    "?c rdf:subject <article/a> ; rdf:predicate schema:publisher ; oa:hasSelector/oa:exact 'AÇIQ XƏBƏR'",
]
NOT_TOLD = [
    "GRAPH ?g { <person/salim-qorodov> a ?kind }",
    "GRAPH ?g { <place/baku> rdfs:label ?label }",
    "GRAPH ?g { <article/a> schema:publisher 'other' }",
    "GRAPH ?g { <article/a> schema:mentions ?e . ?e a q:Seminar }",
    "GRAPH ?g { ?s ?p ?o FILTER(ISBLANK(?s) || ISBLANK(?o)) }",
    "?s ?p ?o",
]


@pytest.mark.parametrize("pattern", TOLD)
def test_told(pattern: str) -> None:
    assert ask(article_graph(READING).quads, f"GRAPH <article/a> {{ {pattern} }}")


@pytest.mark.parametrize("pattern", NOT_TOLD)
def test_not_told(pattern: str) -> None:
    assert not ask(article_graph(READING).quads, pattern)


def test_naming_follows_from_claims() -> None:
    baku, speaker = NamedNode(BASE + "place/baku"), NamedNode(BASE + "person/salim-qorodov")
    kind, label, alternative = (NamedNode(expand(name)) for name in ("rdf:type", "rdfs:label", "skos:altLabel"))
    assert naming_triples(article_graph(READING).quads) == {
        Triple(baku, kind, NamedNode(expand("q:Place"))),
        Triple(baku, label, Literal("Bakı", language="az")),
        Triple(baku, alternative, Literal("Bakı", language="az")),
        Triple(speaker, kind, NamedNode(expand("q:Person"))),
        Triple(speaker, label, Literal("Səlim Qorodov", language="az")),
    }
    assert naming_triples(()) == set()


def test_a_store_gives_back_every_quad_as_it_was(tmp_path: object) -> None:
    quads = article_graph(READING).quads
    store = Store(str(tmp_path))
    store.extend(quads)
    assert set(store) == set(quads)


def test_metadata_of_the_caller_has_no_claim() -> None:
    quads = article_graph(changed(facts=(), entities=(), mentions=())).quads
    assert {quad.predicate.value for quad in quads} == {
        expand(name)
        for name in (
            "rdf:type",
            "schema:identifier",
            "schema:inLanguage",
            "schema:headline",
            "schema:datePublished",
            "schema:publisher",
            "schema:url",
        )
    }


def test_two_rules_over_one_stretch_make_one_claim_by_the_surer() -> None:
    other = dataclasses.replace(SPEECH, evidence=(words("Səlim Qorodov çıxış edib", "guess"),), confidence=0.5)
    pattern = "GRAPH ?g { ?c rdf:predicate q:speaker ; q:rule 'guess' }"
    graph = article_graph(changed(facts=(*READING.facts, other)))
    assert graph == article_graph(READING)
    assert not ask(graph.quads, pattern)


def test_another_base() -> None:
    graph = article_graph(READING, base="https://example.org/kg/")
    assert graph.iri == NamedNode("https://example.org/kg/article/a")
    assert not any(BASE in str(quad) for quad in graph.quads)


DATES = [
    ("2024-02-10", "xsd:date", "2024-02-12", "2024-02-10", "2024-02-12"),
    ("2023", "xsd:gYear", None, "2023-01-01", "2023-12-31"),
    ("2023-12", "xsd:gYearMonth", "2024-01-05", "2023-12-01", "2024-01-05"),
]


@pytest.mark.parametrize(("start", "datatype", "end", "earliest", "latest"), DATES)
def test_first_and_last_day(start: str, datatype: str, end: str | None, earliest: str, latest: str) -> None:
    facts = [Fact("e1", "schema:startDate", Value(start, datatype), (words("keçirilib"),))]
    facts += [Fact("e1", "schema:endDate", Value(end, "xsd:date"), (words("keçirilib"),))] if end else []
    quads = article_graph(changed(facts=tuple(facts))).quads
    assert ask(quads, f'GRAPH ?g {{ ?e q:earliestDate "{earliest}"^^xsd:date ; q:latestDate "{latest}"^^xsd:date }}')


@pytest.mark.parametrize("lexical", ["--02-10", "2023-02-30", "2023-13", "0000"])
def test_no_day_of_a_date_that_has_none(lexical: str) -> None:
    facts = (Fact("e1", "schema:startDate", Value(lexical, "xsd:gMonthDay"), (words("keçirilib"),)),)
    assert not ask(article_graph(changed(facts=facts)).quads, "GRAPH ?g { ?e q:earliestDate|q:latestDate ?day }")


ERRORS = [
    (changed(facts=(Fact("e1", "q:speaker", "p9"),)), "no entity"),
    (changed(facts=(Fact("e9", "q:status", "q:Held"),)), "no entity"),
    (changed(facts=(Fact("e1", "nope:speaker", "p1"),)), "no known prefix"),
    (changed(facts=(dataclasses.replace(SPEECH, evidence=(Evidence(Span(0, 4), "Bakı!", "r"),)),)), "does not say"),
    (changed(facts=(dataclasses.replace(SPEECH, confidence=0.0),)), "confidence"),
    (changed(entities=(dataclasses.replace(BAKU, path="place/ba\u202eku"), SPEAKER, SEMINAR)), "IRI"),
    (changed(entities=(dataclasses.replace(BAKU, path="place/ba ku"), SPEAKER, SEMINAR)), "IRI"),
    (changed(article=dataclasses.replace(ARTICLE_A, headline="x", language="not a tag")), "literal"),
]


@pytest.mark.parametrize(("reading", "message"), ERRORS)
def test_refused(reading: Reading, message: str) -> None:
    with pytest.raises(GraphError, match=message):
        article_graph(reading)


@pytest.mark.parametrize("base", ["javascript:x/", "relative/", "https://a b/"])
def test_refused_base(base: str) -> None:
    with pytest.raises(GraphError, match="base"):
        article_graph(READING, base=base)


def test_an_article_of_nothing() -> None:
    graph = article_graph(Reading(Article("x y", "")))
    assert isinstance(graph, ArticleGraph)
    assert graph.iri.value.startswith(f"{BASE}article/x-y-")
    assert len(graph.quads) == 2
