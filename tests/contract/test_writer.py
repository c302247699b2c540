"""One contract for every backend that can be written to: what a build makes, article by article, is the same everywhere."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from qurultay import exports, pipeline, resources, store, terms
from qurultay.errors import StoreError
from qurultay.facts import Reader
from qurultay.graph import article_graph
from qurultay.identity.decisions import Decision
from qurultay.model import Article, Reading
from qurultay.pipeline import Reads
from qurultay.sources import articles as read_articles
from qurultay.store import Address, RemoteStore, Store
from tests.contract.servers import Place

ARTICLE = NamedNode(terms.iri("article/hard"))
XSD = terms.PREFIXES["xsd"]
SAID = NamedNode("https://example.org/said")


def exported(place: Place) -> bytes:
    """Return the canonical N-Quads of a store."""
    out = io.BytesIO()
    with store.read(place) as view:
        exports.export(view.quads(), out, form="nquads")
    return out.getvalue()


def put(target: Store, article: Article, reader: Reads) -> str:
    graph = article_graph(reader.read(article), base=target.base)
    return target.replace(graph.iri, graph.quads, graph.things)


Act = Callable[[Store], object]


def both(place: Place, folder: Path, *acts: Act) -> tuple[list[object], list[object]]:
    """Do the same to a store and to one in a folder, opening them anew for each act; return what came of it in both."""
    results: tuple[list[object], list[object]] = ([], [])
    for where, found in zip((place, folder), results, strict=True):
        for act in acts:
            with store.write(where) as target:
                found.append(act(target))
    return results


@pytest.fixture
def twin(tmp_path: Path) -> Path:
    """A folder for the store that others are compared with."""
    return tmp_path / "twin"


def test_articles_are_added_replaced_and_left(empty: Place, twin: Path, reader: Reads, articles: tuple[Article, ...]) -> None:
    one, two = articles[:2]
    shorter = replace(one, text="Carl Dorn met.")
    acts: list[Act] = [
        lambda target: [put(target, article, reader) for article in (one, two)],
        lambda target: [put(target, article, reader) for article in (one, shorter, shorter)],
        lambda target: [put(target, article, reader) for article in (one, two)],
    ]
    mine, others = both(empty, twin, *acts)
    assert mine == [["added", "added"], ["unchanged", "replaced", "unchanged"], ["replaced", "unchanged"]]
    assert mine == others
    assert exported(empty) == exported(twin)


def test_name_that_one_article_stops_giving_stays_while_another_gives_it(empty: Place, twin: Path, reader: Reads) -> None:
    anna = Article("a", "Anna Bell met Carl Dorn.", "en", published="2024-01-02")
    also = Article("b", "Anna Bell met Emma Falk.", "en", published="2024-01-03")
    acts: list[Act] = [
        lambda target: [put(target, article, reader) for article in (anna, also)],
        lambda target: put(target, replace(anna, text="Gino Hart met Carl Dorn."), reader),
    ]
    both(empty, twin, *acts)
    assert b'/person/anna-bell> <http://www.w3.org/2000/01/rdf-schema#label> "Anna Bell"@en <https://w3id.org/qurultay/graph/entities>' in (
        exported(empty)
    )
    assert exported(empty) == exported(twin)
    both(empty, twin, lambda target: put(target, replace(also, text="Gino Hart met Carl Dorn."), reader))
    assert b"/person/anna-bell>" not in exported(empty)
    assert exported(empty) == exported(twin)


def test_violation_is_quarantined_until_it_is_mended(empty: Place, twin: Path, reader: Reads) -> None:
    broken = Article("x", "Anna Bell met Broken Carl Dorn.", "en", published="2024-01-02")
    good = replace(broken, text="Anna Bell met Carl Dorn.")

    def built(article: Article) -> Act:
        return lambda target: [type(outcome).__name__ for outcome in pipeline.build([article], target, reader=reader)]

    mine, others = both(empty, twin, built(good), built(broken), lambda target: target.quarantined())
    assert mine == others
    assert mine[1] == ["Quarantined"]
    with store.read(empty) as view:
        (held,) = view.quarantined()
        assert (held.identifier, view.info().quarantined, view.info().articles) == ("x", 1, 0)
        assert held.reasons
        assert held.quads
    assert exported(empty) == exported(twin)
    both(empty, twin, built(good))
    with store.read(empty) as view:
        assert view.quarantined() == ()
    assert exported(empty) == exported(twin)


@dataclass(frozen=True)
class Read:
    """A reader of articles that were read before."""

    readings: dict[str, Reading]

    def read(self, article: Article) -> Reading:
        return self.readings[article.id]


@pytest.fixture(scope="module")
def session() -> Read:
    """One session, told in three languages."""
    reader = Reader.default()
    named = [str(resources.path("data/articles") / f"{name}-session-turkistan.txt") for name in ("az", "tr", "ru")]
    return Read({found.id: reader.read(found) for found in read_articles(named) if isinstance(found, Article)})


def test_identities_are_resolved_alike_in_any_batches(empty: Place, twin: Path, session: Read) -> None:
    """One session in three languages is one event, built at once in a folder, and article by article, backwards, elsewhere."""
    reader, found = session, [reading.article for reading in session.readings.values()]
    assert len(found) == 3
    with store.write(twin) as target:
        list(pipeline.build(found, target, reader=reader))
    for article in reversed(found):
        with store.write(empty) as target:
            list(pipeline.build([article], target, reader=reader))
    assert exported(empty) == exported(twin)
    assert exported(empty).count(b"isReplacedBy> <https://w3id.org/qurultay/id/event/") == 2

    merged = next(line for line in exported(twin).decode().splitlines() if "isReplacedBy> <https://w3id.org/qurultay/id/person/" in line)
    left, kept = (merged.split()[i].strip("<>").removeprefix(terms.BASE) for i in (0, 2))
    decision = Decision((min(left, kept), max(left, kept)), False, "two men of one name")
    mine, others = both(empty, twin, lambda target: target.decide([decision]), lambda target: target.decisions())
    assert mine == others
    assert mine[1] == (decision,)
    assert exported(empty) == exported(twin)
    both(empty, twin, lambda target: target.decide([]))
    assert exported(empty) == exported(twin)


LITERALS: list[Literal | NamedNode] = [
    *(
        Literal(value, datatype=NamedNode(XSD + kind))
        for kind, values in {
            "date": ("2024-02-29", "2024-02-29+04:00", "-0044-03-15", "0001-01-01", "not a date"),
            "gYear": ("1991", "0044", "-0044"),
            "gYearMonth": ("2004-09",),
            "gMonthDay": ("--04-22",),
            "dateTime": ("2024-01-02T03:04:05", "2024-01-02T03:04:05.5+04:00", "-0044-01-02T03:04:05Z"),
            "time": ("03:04:05", "03:04:05.25Z"),
            "duration": ("P1D", "P1Y2M3DT4H5M6S"),
            "dayTimeDuration": ("P1D", "PT0.5S"),
            "decimal": ("0.8", "1", "-12.5", "123456789012345.125"),
            "integer": ("0", "-7", "999999999999999999"),
            "double": ("1.5", "NaN", "INF"),  # in the form that Oxigraph gives a number
            "boolean": ("true", "false"),
            "anyURI": ("https://example.org/ə",),
        }.items()
        for value in values
    ),
    Literal("own", datatype=NamedNode("https://example.org/datatype")),
    *(Literal("söz", language=language) for language in ("az", "az-latn", "zh-hans-cn", "x-private")),
    Literal("İstanbul ı İ ə 𝔘 😀 e\u0301 \u200b \u2028 ﻿"),
    *(Literal(text) for text in ("", " two  blanks ", "a\"b'c\\d\te\nf\rg", "<b>&amp;</b>", '"""', "x" * 70_000, "#} ; DROP ALL #")),
    NamedNode("https://example.org/a?b=c&d=%20#e"),
    NamedNode("https://example.org/Бакы/ə"),
]


def test_terms_survive_the_round_trip(empty: Place, twin: Path) -> None:
    quads = [Quad(ARTICLE, SAID, term, ARTICLE) for term in LITERALS]
    mine, others = both(empty, twin, lambda target: target.replace(ARTICLE, quads), lambda target: target.replace(ARTICLE, quads))
    assert mine == others
    assert mine[0] == "added"
    assert exported(empty) == exported(twin)
    with store.read(empty) as view:
        for term in LITERALS[:6]:
            found = view.query("SELECT ?s ?o WHERE { GRAPH ?g { ?s <https://example.org/said> ?o } }", terms={"o": term})
            assert isinstance(found, store.Table)
            assert (ARTICLE, term) in found.rows  # Virtuoso finds the same day in another time zone beside it
    both(empty, twin, lambda target: target.replace(ARTICLE, quads[:1]))
    assert exported(empty) == exported(twin)


def test_article_of_many_quads_is_stored_and_removed(empty: Place, twin: Path) -> None:
    many = [Quad(ARTICLE, SAID, Literal(f"{i}: {'söz ' * 20}", language="az"), ARTICLE) for i in range(6_000)]
    both(empty, twin, lambda target: target.replace(ARTICLE, many))
    assert exported(empty) == exported(twin)
    both(empty, twin, lambda target: target.replace(ARTICLE, many[:10]))
    assert exported(empty) == exported(twin)


def test_base_is_kept(empty: Place, reader: Reads, articles: tuple[Article, ...]) -> None:
    base = "https://data.example.org/id/"
    with store.write(empty, base=base) as target:
        put(target, articles[0], reader)
    with store.read(empty) as view:
        assert view.base == base
        assert view.info().articles == 1
    with store.write(empty) as target:
        assert target.base == base
    with pytest.raises(StoreError, match="was made with the base"):
        store.write(empty, base=terms.BASE)


@pytest.mark.parametrize(
    ("quad", "reason"),
    [
        (Quad(BlankNode("b"), SAID, Literal("x"), ARTICLE), "other names"),
        (Quad(ARTICLE, SAID, NamedNode("https://example.org/a\u202eb"), ARTICLE), "control character"),
        (Quad(ARTICLE, SAID, Literal("x"), NamedNode(terms.GRAPHS["links"])), "outside the graph"),
    ],
    ids=["blank", "control", "outside"],
)
def test_what_cannot_be_found_again_is_refused(empty: Place, quad: Quad, reason: str) -> None:
    if not isinstance(empty, Address) and reason != "outside the graph":
        return  # a folder keeps blank nodes as they are
    with store.write(empty) as target:
        with pytest.raises(StoreError, match=reason):
            target.replace(ARTICLE, [quad])
        assert target.replace(ARTICLE, []) == "unchanged"
    assert SAID.value.encode() not in exported(empty)


def test_graphs_of_others_are_left_alone(empty: Place, reader: Reads, articles: tuple[Article, ...]) -> None:
    if not isinstance(empty, Address):
        return  # a folder belongs to the store
    foreign = Quad(ARTICLE, SAID, Literal("not ours"), NamedNode("https://data.example.org/graph"))
    with RemoteStore.open(empty) as target:
        target._service.insert([foreign])
        put(target, articles[0], reader)
    assert b"not ours" not in exported(empty)
    with store.read(empty) as view:
        assert view.query("ASK { GRAPH <https://data.example.org/graph> { ?s ?p ?o } }") is True
        assert view.info().quads == exported(empty).count(b"\n")


def test_shipped_data_that_changed_are_loaded_anew(empty: Place, twin: Path, reader: Reads, articles: tuple[Article, ...]) -> None:
    both(empty, twin, lambda target: [put(target, article, reader) for article in articles])
    if isinstance(empty, Address):
        with RemoteStore.open(empty) as target:
            target._journal.tell(shipped="of before")
            target._service.update(f"CLEAR SILENT GRAPH <{terms.GRAPHS['entities']}>")
            target._service.update(f"CLEAR SILENT GRAPH <{terms.GRAPHS['links']}>")
        with store.write(empty):
            pass
    assert exported(empty) == exported(twin)
