"""Links to other data sets: the shipped ones in a graph of their own, and a user's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad
from typer.testing import CliRunner

from qurultay import store, terms
from qurultay.cli import app
from qurultay.errors import InputError
from qurultay.sources.links import read_links

LINKS, OWN, REFERENCE = (NamedNode(terms.GRAPHS[name]) for name in ("links", "own-links", "reference"))
SAME, MATCH, CLOSE = (NamedNode(terms.expand(name)) for name in ("owl:sameAs", "skos:exactMatch", "skos:closeMatch"))
Write = Callable[[str, str | bytes], Path]
HEAD = "thing\telsewhere\tpredicate\n"


def entity(path: str) -> NamedNode:
    """Return an entity of the graph."""
    return NamedNode(terms.iri(path))


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> set[Quad]:
    place = tmp_path_factory.mktemp("links") / "s"
    store.write(place).close()
    with store.read(place) as view:
        return set(view.quads())


@pytest.mark.parametrize(
    ("path", "elsewhere"),
    [
        ("state/AZ", "http://www.wikidata.org/entity/Q227"),
        ("state/AZ", "https://sws.geonames.org/587116/"),
        ("place/baku", "https://sws.geonames.org/587084/"),
    ],
)
def test_shipped_links_have_a_graph_of_their_own(shipped: set[Quad], path: str, elsewhere: str) -> None:
    for predicate in (SAME, MATCH):
        assert {q.graph_name for q in shipped if (q.subject, q.predicate, q.object) == (entity(path), predicate, NamedNode(elsewhere))} == {
            LINKS
        }


def test_every_state_is_linked_to_both(shipped: set[Quad]) -> None:
    state = NamedNode(terms.expand("q:State"))
    states = {q.subject for q in shipped if q.object == state and q.graph_name == REFERENCE}
    for site in ("https://sws.geonames.org/", "http://www.wikidata.org/entity/Q"):
        linked = {q.subject for q in shipped if q.graph_name == LINKS and str(q.object).startswith(f"<{site}")}
        assert states - linked == set()
    assert not any(q.predicate == SAME and q.graph_name != LINKS for q in shipped)


def test_own_links(write: Write) -> None:
    file = write("l.tsv", f"# mine\n{HEAD}state/AZ\twd:Q227\t\nperson/a\thttps://example.org/é\tskos:closeMatch\nstate/AZ\twd:Q227\n")
    found = [(t.subject, t.predicate, t.object) for t in read_links(file, base="https://ours.example/")]
    azerbaijan, there = NamedNode("https://ours.example/state/AZ"), NamedNode("http://www.wikidata.org/entity/Q227")
    assert found == [
        (azerbaijan, SAME, there),
        (azerbaijan, MATCH, there),
        (NamedNode("https://ours.example/person/a"), CLOSE, NamedNode("https://example.org/é")),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "first line must name the columns"),
        ("state/AZ\twd:Q227\n", "first line must name the columns"),
        (f"{HEAD}state/AZ\n", ":2: a link has two or three columns"),
        (f"{HEAD}\n# a remark\nstate/AZ\tQ227\n", ":4: 'Q227' is no http or https address"),
        (f"{HEAD}state/AZ\tjavascript:alert(1)\n", "is no http or https address"),
        (f"{HEAD}state/AZ\tfile:///etc/passwd\n", "is no http or https address"),
        (f"{HEAD}state/AZ\thttps://example.org/a b\n", "is no http or https address"),
        (f"{HEAD}state/AZ\thttps://example.org/\u202egpj.exe\n", "is no http or https address"),
        (f"{HEAD}state/AZ>\twd:Q227\n", "is no http or https address"),
        (f"{HEAD}state/AZ\twd:Q227\trdf:type\n", "'rdf:type' is none of owl:sameAs"),
        (f"{HEAD}wd:Q227\twd:Q227\n", "linked to itself"),
        (b"\xff\xfe", "the links cannot be read"),
    ],
)
def test_what_is_no_link(write: Write, text: str | bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read_links(write("l.tsv", text))


def test_build_takes_links_in_place_of_those_before(write: Write, tmp_path: Path) -> None:
    article, place = write("a.txt", "Bakıda seminar keçirilib."), str(tmp_path / "s")

    def build(text: str) -> set[Quad]:
        done = CliRunner().invoke(app, ["build", str(article), "--store", place, "--links", str(write("l.tsv", HEAD + text))])
        assert done.exit_code == 0, done.output
        with store.read(place) as view:
            return {quad for quad in view.quads() if quad.graph_name == OWN}

    first = build("state/AZ\thttps://example.org/az\tskos:closeMatch\n")
    assert first == {Quad(entity("state/AZ"), CLOSE, NamedNode("https://example.org/az"), OWN)}
    assert build("state/TR\thttps://example.org/tr\tskos:closeMatch\n") == {
        Quad(entity("state/TR"), CLOSE, NamedNode("https://example.org/tr"), OWN)
    }
    done = CliRunner().invoke(app, ["build", str(article), "--store", place, "--links", "nowhere.tsv"])
    assert (done.exit_code, "nowhere.tsv" in done.output) == (2, True)
