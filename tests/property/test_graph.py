"""What holds of every article graph, whatever was read."""

import random
from collections import defaultdict
from dataclasses import replace
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from qurultay.graph import article_graph, naming_triples
from qurultay.model import ARTICLE, Article, Entity, Evidence, Fact, Mention, Name, Reading, Span, Value
from qurultay.terms import FAMILIES, expand

T = TypeVar("T")
KINDS = sorted(kind for kinds in FAMILIES.values() for kind in kinds)
REFS = [f"x{n}" for n in range(6)]
PREDICATES = ["q:participant", "q:framework", "schema:location", "org:subOrganizationOf", "org:member", "org:role", "rdf:type"]
VALUES = [Value("2024-02-01", "xsd:date"), Value("2024", "xsd:gYear"), Value("--02-01", "xsd:gMonthDay"), Value("Mövzu", language="az")]
CONFIDENCES = [0.25, 0.5, 0.8, 1.0]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)


@st.composite
def evidences(draw: st.DrawFn, text: str) -> Evidence:
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return Evidence(Span(start, end), text[start:end], draw(st.sampled_from(["one", "other"])))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text = draw(TEXTS)
    refs = draw(st.lists(st.sampled_from(REFS), unique=True, min_size=1))
    names = st.builds(Name, st.text(min_size=1, max_size=12), st.sampled_from(["az", "tr", "en", "ru"]), evidences(text))
    paths = st.none() | st.sampled_from(["place/baku", "organization/pgo-az"])
    entities = [Entity(ref, draw(st.sampled_from(KINDS)), draw(paths), tuple(draw(st.lists(names, max_size=2)))) for ref in refs]
    objects = st.sampled_from([*refs, "q:Held", "role:Minister", *VALUES])
    proofs = st.lists(evidences(text), max_size=2).map(tuple)
    facts = st.builds(
        Fact,
        st.sampled_from([*refs, ARTICLE]),
        st.sampled_from([*PREDICATES, "schema:startDate"]),
        objects,
        proofs,
        st.sampled_from(CONFIDENCES),
    )
    mentions = st.builds(Mention, evidences(text).map(lambda words: words.span), st.sampled_from(refs), st.just("seen"))
    article = Article(draw(st.sampled_from(["a", "b c"])), text, language="az")
    return Reading(article, tuple(entities), tuple(draw(st.lists(facts, max_size=12))), tuple(draw(st.lists(mentions, max_size=4))))


@given(readings(), st.randoms(use_true_random=False))
def test_order_of_what_was_read_changes_nothing(reading: Reading, chance: random.Random) -> None:
    def shuffled(items: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(chance.sample(items, len(items)))

    other = replace(reading, entities=shuffled(reading.entities), facts=shuffled(reading.facts), mentions=shuffled(reading.mentions))
    assert article_graph(reading) == article_graph(reading) == article_graph(other)


@given(readings())
def test_every_claim_quotes_its_text(reading: Reading) -> None:
    graph = article_graph(reading)
    slots: dict[object, dict[str, list[object]]] = defaultdict(lambda: defaultdict(list))
    for quad in graph.quads:
        slots[quad.subject][quad.predicate.value].append(quad.object)
    claims = [node for node, told in slots.items() if NamedNode(expand("q:Claim")) in told[expand("rdf:type")]]
    for claim in claims:
        merged = {p: o for selector in slots[claim][expand("oa:hasSelector")] for p, o in slots[selector].items()}
        exact, start, end = (merged[expand(name)] for name in ("oa:exact", "oa:start", "oa:end"))
        assert all(isinstance(found[0], Literal) and len(found) == 1 for found in (exact, start, end))
        assert reading.article.text[int(start[0].value) : int(end[0].value)] == exact[0].value  # type: ignore[attr-defined]
    proofs = sum(bool(fact.evidence) for fact in reading.facts) + sum(bool(e.names) for e in reading.entities)
    assert bool(claims) or not proofs


@given(readings())
def test_quads_are_sorted_each_once_and_in_the_articles_graph(reading: Reading) -> None:
    graph = article_graph(reading)
    assert list(graph.quads) == sorted(set(graph.quads), key=str)
    assert {quad.graph_name for quad in graph.quads} == {graph.iri}
    naming = {Quad(triple.subject, triple.predicate, triple.object, graph.iri) for triple in naming_triples(graph.quads)}
    assert naming.isdisjoint(graph.quads)
