"""The store on disk: what replacing, quarantining and loading anew do."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from pyoxigraph import Literal, NamedNode, Quad, Triple

from qurultay import store, terms
from qurultay.errors import StoreError
from qurultay.graph import article_graph, naming_triples
from qurultay.model import Article
from qurultay.pipeline import Reads
from qurultay.store import Quarantined, Store

ENTITIES = NamedNode(terms.GRAPHS["entities"])
LABEL = NamedNode(terms.expand("rdfs:label"))


def put(target: Store, reader: Reads, identifier: str, text: str) -> str:
    """Store one article and tell what became of it."""
    graph = article_graph(reader.read(Article(identifier, text, "en", published="2024-01-02")))
    return target.replace(graph.iri, graph.quads, graph.things)


def names(target: store.View) -> set[str]:
    """Return the people's labels in the entities graph."""
    return {
        q.object.value for q in target.quads() if q.graph_name == ENTITIES and q.predicate == LABEL and isinstance(q.object, Literal)
    } - {"Bakı"}


def test_replacing_is_whole_and_says_what_it_did(tmp_path: Path, reader: Reads) -> None:
    with store.write(tmp_path / "s") as target:
        assert put(target, reader, "a", "Anna Bell met Carl Dorn.") == "added"
        before = set(target.quads())
        assert put(target, reader, "a", "Anna Bell met Carl Dorn.") == "unchanged"
        assert put(target, reader, "a", "Anna Bell met Emma Falk.") == "replaced"
        assert names(target) == {"Anna Bell", "Emma Falk"}
        put(target, reader, "a", "Anna Bell met Carl Dorn.")
        assert set(target.quads()) == before


def test_name_stays_while_another_article_claims_it(tmp_path: Path, reader: Reads) -> None:
    with store.write(tmp_path / "s") as target:
        put(target, reader, "a", "Anna Bell met Carl Dorn.")
        put(target, reader, "b", "Carl Dorn left.")
        put(target, reader, "a", "Nobody left.")
        assert names(target) == {"Carl Dorn"}


def test_naming_is_said_once_and_not_in_article_graphs(tmp_path: Path, reader: Reads) -> None:
    with store.write(tmp_path / "s") as target:
        put(target, reader, "a", "Anna Bell left.")
        put(target, reader, "b", "Anna Bell left.")
        labels = [q for q in target.quads() if q.predicate == LABEL and q.object == Literal("Anna Bell", language="en")]
        assert [q.graph_name for q in labels] == [ENTITIES]


def test_every_naming_triple_is_claimed(reader: Reads, articles: tuple[Article, ...]) -> None:
    """Support is looked up among claims, so each naming triple must have one with the same three terms."""
    for article in articles:
        quads = article_graph(reader.read(article)).quads
        parts = ("rdf:subject", "rdf:predicate", "rdf:object")
        by_part = [{q.subject: q.object for q in quads if q.predicate.value == terms.expand(part)} for part in parts]
        claimed = {Triple(by_part[0][c], by_part[1][c], by_part[2][c]) for c in by_part[0]}  # type: ignore[arg-type]
        assert naming_triples(quads) <= claimed


def test_quarantine_keeps_what_it_takes_and_lets_go(tmp_path: Path, reader: Reads) -> None:
    graph = article_graph(reader.read(Article("a", "Anna Bell left.", "en")))
    held = Quarantined(graph.iri.value, "a", (("Shape", "it is wrong"),), graph.quads)
    with store.write(tmp_path / "s") as target:
        put(target, reader, "a", "Anna Bell met Carl Dorn.")
        target.quarantine(held)
        assert names(target) == set()
        assert graph.iri not in {q.graph_name for q in target.quads()}
        (kept,) = target.quarantined()
        assert (kept.article, kept.reasons, set(kept.quads)) == (held.article, held.reasons, set(held.quads))
        put(target, reader, "a", "Anna Bell left.")
        assert target.quarantined() == ()


def test_shipped_data_is_loaded_anew_when_it_changed(tmp_path: Path, reader: Reads) -> None:
    place = tmp_path / "s"
    with store.write(place) as target:
        put(target, reader, "a", "Anna Bell left.")
        before = set(target.quads())
    meta = json.loads((place / "store.json").read_text())
    (place / "store.json").write_text(json.dumps(meta | {"shipped": "of an older version"}))
    graph = ox.Store(str(place / "graph"))
    stray = Quad(NamedNode("http://e.org/x"), LABEL, Literal("old"), NamedNode(terms.GRAPHS["reference"]))
    graph.add(stray)
    graph.remove_graph(ENTITIES)
    del graph
    with store.write(place) as target:
        assert set(target.quads()) == before


def test_reference_keeps_its_own_names(tmp_path: Path, reader: Reads, monkeypatch: pytest.MonkeyPatch) -> None:
    """A known entity keeps its labels and kinds; another form of its name is added, the same one is not."""
    person = NamedNode(terms.iri("person/anna-bell"))
    reference = NamedNode(terms.GRAPHS["reference"])
    kind, alt = NamedNode(terms.expand("rdf:type")), NamedNode(terms.expand("skos:altLabel"))
    quads = [
        Quad(person, kind, NamedNode(terms.expand("q:Person")), reference),
        Quad(person, NamedNode(terms.expand("skos:prefLabel")), Literal("Anna Bell", language="en"), reference),
    ]
    monkeypatch.setattr("qurultay.store.shipped.graphs", lambda base: iter([(reference, quads)]))
    with store.write(tmp_path / "s") as target:
        article = NamedNode(terms.iri("article/a"))
        target.replace(article, [*claim(article, person, alt, "Anna Bell"), *claim(article, person, alt, "A. Bell")])
        found = {(q.predicate, q.object) for q in target.quads() if q.graph_name == ENTITIES}
        assert found == {(alt, Literal("A. Bell", language="en"))}


def claim(article: NamedNode, subject: NamedNode, predicate: NamedNode, name: str) -> list[Quad]:
    """Return the quads of a claim that the subject is called so."""
    node = NamedNode(terms.iri(f"claim/{terms.digest(name)}"))
    parts: dict[str, NamedNode | Literal] = {"rdf:subject": subject, "rdf:predicate": predicate, "rdf:object": Literal(name, language="en")}
    return [Quad(node, NamedNode(terms.expand(part)), term, article) for part, term in parts.items()]


def test_no_blank_nodes(tmp_path: Path) -> None:
    with store.write(tmp_path / "s") as target:
        found = [q for q in target.quads() if isinstance(q.subject, ox.BlankNode) or isinstance(q.object, ox.BlankNode)]
        assert found == []


def test_base_moves_everything(tmp_path: Path) -> None:
    with store.write(tmp_path / "s", base="https://data.example.org/id/") as target:
        assert not [q for q in target.quads() if terms.BASE in str(q)]
    with pytest.raises(StoreError, match=r"was made with the base https://data\.example\.org/id/"):
        store.write(tmp_path / "s", base=terms.BASE)
    assert store.read(tmp_path / "s").base == "https://data.example.org/id/"


def test_foreign_quads_are_refused(tmp_path: Path) -> None:
    node = NamedNode("http://e.org/x")
    with store.write(tmp_path / "s") as target, pytest.raises(StoreError, match="outside the graph"):
        target.replace(NamedNode("http://e.org/a"), [Quad(node, node, node, node)])


def test_an_update_is_one_transaction() -> None:
    """What `replace` relies on: where a later operation of an update fails, the earlier ones leave nothing."""
    graph = ox.Store()
    with pytest.raises(OSError):
        graph.update("INSERT DATA { <http://e.org/a> <http://e.org/b> 1 } ; LOAD <file:///nowhere>")
    assert len(graph) == 0


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda place: None, "there is no store in"),
        (lambda place: place.write_text("x"), "there is no store in"),
        (lambda place: (place.mkdir(), (place / "store.json").write_text("{")), "is broken"),
        (
            lambda place: (place.mkdir(), (place / "store.json").write_text('{"layout": 99, "base": "", "shipped": ""}')),
            "of another version",
        ),
    ],
    ids=["nothing", "a file", "broken", "another layout"],
)
def test_what_cannot_be_read(tmp_path: Path, make: object, message: str) -> None:
    make(tmp_path / "s")  # type: ignore[operator]
    with pytest.raises(StoreError, match=message):
        store.read(tmp_path / "s")


def test_what_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "s").mkdir()
    (tmp_path / "s" / "thesis.doc").touch()
    with pytest.raises(StoreError, match="something other than a store"):
        store.write(tmp_path / "s")
    with store.write(tmp_path / "t"), pytest.raises(StoreError, match="does another process hold it"):
        store.write(tmp_path / "t")


def test_a_store_is_read_by_several_at_once(tmp_path: Path, reader: Reads) -> None:
    with store.write(tmp_path / "s") as target:
        put(target, reader, "a", "Anna Bell left.")
    views = [store.read(tmp_path / "s") for _ in range(3)]
    assert [names(view) for view in views] == [{"Anna Bell"}] * 3


def test_info_counts(tmp_path: Path, reader: Reads) -> None:
    with store.write(tmp_path / "s") as target:
        put(target, reader, "a", "Anna Bell met Carl Dorn.")
        put(target, reader, "b", "Anna Bell met Emma Falk.")
        found = target.info()
    assert (found.articles, found.languages, found.quarantined) == (2, {"en": 2}, 0)
    assert (found.kinds["person"], found.kinds["place"]) == (3, 1)
    assert found.quads > found.claims > 10


def test_an_abbreviation_is_a_label_and_stands_in_one_graph(tmp_path: Path) -> None:
    with store.write(tmp_path / "s") as target:
        quads = list(target.quads())
    labels = [(q.subject, q.object) for q in quads if q.predicate.value in map(terms.expand, ("skos:prefLabel", "skos:altLabel"))]
    assert (NamedNode(terms.iri("organization/un")), Literal("BMT", language="az")) in labels
    assert {(q.subject, q.object) for q in quads if q.predicate.value == terms.expand("q:abbreviation")} <= set(labels)
    assert len(labels) == len(set(labels))
