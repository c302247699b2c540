"""The description of a store: what VoID, DCAT and Service Description ask, with numbers that are true."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyshacl
import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad
from typer.testing import CliRunner

from qurultay import pipeline, store, terms
from qurultay.cli import app
from qurultay.errors import StoreError
from qurultay.exports.bulk import export_shards
from qurultay.exports.description import PREFIXES, Publication, write_description
from qurultay.model import Article
from qurultay.pipeline import Reads
from qurultay.store import EmbeddedView

VOID, DCAT, SD, DCTERMS = (rdflib.Namespace(PREFIXES[name]) for name in ("void", "dcat", "sd", "dcterms"))
DATASET = rdflib.URIRef(terms.iri("dataset/qurultay"))
CC = "https://creativecommons.org/licenses/by/4.0/"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, reader: Reads, articles: tuple[Article, ...]) -> Path:
    place = tmp_path_factory.mktemp("description") / "s"
    with store.write(place) as target:
        list(pipeline.build(articles, target, reader=reader))
        own = NamedNode(terms.GRAPHS["own-links"])
        link = Quad(NamedNode(terms.iri("state/AZ")), NamedNode(terms.expand("skos:closeMatch")), NamedNode("https://example.org/az"), own)
        again = Quad(link.subject, NamedNode(terms.expand("rdf:type")), NamedNode(terms.expand("q:State")), own)
        target.replace(own, [link, again])  # a state is counted once, however many graphs say that it is one
    with store.read(place) as view:
        export_shards(view.quads(), place.with_name("shards"), size=10**6)
    return place


@pytest.fixture(scope="module")
def told(folder: Path) -> rdflib.Graph:
    publication = Publication(CC, "https://example.org/query", folder.with_name("shards"), "https://example.org/files/")
    with store.read(folder) as view:
        return rdflib.Graph().parse(data=write_description(view, publication=publication), format="turtle")


@pytest.fixture(scope="module")
def quads(folder: Path) -> set[Quad]:
    with store.read(folder) as view:
        return set(view.quads())


def number(graph: rdflib.Graph, subject: rdflib.term.Node, predicate: rdflib.URIRef) -> int:
    """Return the one number that is told."""
    return int(str(graph.value(subject, predicate, any=False)))


def test_it_is_as_the_specifications_ask(told: rdflib.Graph) -> None:
    conforms, _, text = pyshacl.validate(told, shacl_graph=str(Path(__file__).with_name("description.shapes.ttl")))
    assert conforms, text
    for kind in (DCAT.Dataset, DCAT.Distribution, VOID.Linkset, SD.Service, SD.NamedGraph):
        assert (None, rdflib.RDF.type, kind) in told, "a shape without a target proves nothing"
    assert not any(isinstance(term, rdflib.BNode) for triple in told for term in triple)


def test_a_description_without_a_count_is_found_out(told: rdflib.Graph) -> None:
    broken = rdflib.Graph() + told
    broken.remove((DATASET, VOID.triples, None))
    assert not pyshacl.validate(broken, shacl_graph=str(Path(__file__).with_name("description.shapes.ttl")))[0]


def test_counts_are_true(told: rdflib.Graph, quads: set[Quad]) -> None:
    assert number(told, DATASET, VOID.triples) == len(quads)
    assert number(told, DATASET, VOID.distinctSubjects) == len({q.subject for q in quads})
    assert number(told, DATASET, VOID.distinctObjects) == len({q.object for q in quads})
    classes: dict[str, set[object]] = {}
    for quad in quads:
        if quad.predicate.value == terms.expand("rdf:type") and isinstance(quad.object, NamedNode):
            classes.setdefault(quad.object.value, set()).add(quad.subject)
    parts = {str(told.value(p, VOID["class"])): number(told, p, VOID.entities) for p in told.objects(DATASET, VOID.classPartition)}
    assert parts == {name: len(things) for name, things in classes.items()}
    properties = Counter(quad.predicate.value for quad in quads)
    parts = {str(told.value(p, VOID.property)): number(told, p, VOID.triples) for p in told.objects(DATASET, VOID.propertyPartition)}
    assert parts == properties
    assert (number(told, DATASET, VOID.classes), number(told, DATASET, VOID.properties)) == (len(classes), len(properties))


def test_parts_add_up(told: rdflib.Graph, quads: set[Quad]) -> None:
    parts = [part for part in told.objects(DATASET, VOID.subset) if (part, rdflib.RDF.type, VOID.Linkset) not in told]
    assert sum(number(told, part, VOID.triples) for part in parts) == len(quads)


def test_links_and_licences(told: rdflib.Graph, quads: set[Quad]) -> None:
    wikidata = Counter(
        q.predicate.value
        for q in quads
        if isinstance(q.object, NamedNode)
        and q.object.value.startswith("http://www.wikidata.org/entity/")
        and q.graph_name == NamedNode(terms.GRAPHS["links"])
    )
    target = rdflib.URIRef(f"{DATASET}#site-wikidata")
    sets = {str(told.value(s, VOID.linkPredicate)): number(told, s, VOID.triples) for s in told.subjects(VOID.objectsTarget, target)}
    assert sets == wikidata
    assert set(sets) == {terms.expand("owl:sameAs"), terms.expand("skos:exactMatch")}
    assert any(str(space) == "https://example.org/" for space in told.objects(None, VOID.uriSpace)), "a user's own links count"
    assert set(told.objects(rdflib.URIRef(f"{DATASET}#reference"), DCTERMS.license)) == {
        rdflib.URIRef("https://www.apache.org/licenses/LICENSE-2.0")
    }
    assert told.value(DATASET, DCTERMS.license) == rdflib.URIRef(CC)


def test_files_are_those_of_the_manifest(told: rdflib.Graph, folder: Path) -> None:
    found = {str(address).rpartition("/")[2] for address in told.objects(None, DCAT.downloadURL)}
    assert found == {file.name for file in folder.with_name("shards").glob("*.nq.gz")}


def test_files_of_another_state_of_the_store_are_refused(folder: Path, tmp_path: Path, quads: set[Quad]) -> None:
    some = sorted(quads, key=str)[1:]
    export_shards(some, tmp_path / "old", size=10**7)
    publication = Publication(shards=tmp_path / "old", url="https://example.org/files/")
    with store.read(folder) as view, pytest.raises(StoreError, match=f"hold {len(some)} quads, and the store {len(quads)}: export them"):
        write_description(view, publication=publication)


def test_an_empty_store_and_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    store.write(tmp_path / "s").close()
    with store.read(tmp_path / "s") as view:
        assert b"dcterms:temporal" not in write_description(view)
    with store.read(folder) as view:
        assert write_description(view) == write_description(view)


@pytest.mark.parametrize(
    "publication",
    [{"licence": "CC-BY"}, {"endpoint": "javascript:alert(1)"}, {"shards": "somewhere"}, {"url": "https://example.org/"}],
)
def test_what_cannot_be_told(publication: dict[str, str]) -> None:
    with pytest.raises(StoreError):
        Publication(**publication)


def test_command(folder: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["describe", "--store", str(folder), "--license", CC])
    assert (done.exit_code, "a void:Dataset , dcat:Dataset" in done.stdout) == (0, True)
    done = CliRunner().invoke(app, ["describe", "--store", str(folder), "--shards", str(tmp_path), "--url", "https://example.org/"])
    assert (done.exit_code, "has no manifest of shards" in done.stderr) == (2, True)


def test_any_view_can_be_described(folder: Path) -> None:
    with store.read(folder) as view:
        assert isinstance(view, EmbeddedView)
        sure = store.ConfidentView(view.quads(), 0.7, location=view.location, base=view.base)
        graph = rdflib.Graph().parse(data=write_description(sure), format="turtle")
        assert 0 < number(graph, DATASET, VOID.triples) < len(list(view.quads()))


def test_other_graphs_of_a_server_are_not_described(quads: set[Quad]) -> None:
    thing, other = NamedNode("https://example.org/thing"), NamedNode("https://example.org/graph")
    article = NamedNode(terms.expand("q:Article"))
    told: dict[str, NamedNode | Literal] = {"rdf:type": article, "schema:inLanguage": Literal("fr"), "owl:sameAs": other}
    foreign = {Quad(thing, NamedNode(terms.expand(name)), value, other) for name, value in told.items()}
    alone, beside = (store.ConfidentView(held, 0, location="memory", base=terms.BASE) for held in (quads, quads | foreign))
    assert isinstance(found := beside.query("SELECT ?p WHERE { GRAPH <https://example.org/graph> { ?s ?p ?o } }"), store.Table)
    assert len(found.rows) == len(foreign)
    assert write_description(beside) == write_description(alone)
