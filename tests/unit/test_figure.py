"""Figures: what they show, what they leave out, and that they are the same each time."""

from __future__ import annotations

import itertools
import re
import warnings
from pathlib import Path
from xml.etree import ElementTree

import matplotlib.image
import networkx as nx
import pytest
from typer.testing import CliRunner

from qurultay import pipeline, resources, sources
from qurultay import store as stores
from qurultay.cli import app
from qurultay.errors import FigureError, MissingExtraError
from qurultay.facts import Reader
from qurultay.figure import DRAWINGS, Drawing, draw, drawing
from qurultay.figure.drawing import most
from qurultay.figure.labels import Box, placed
from qurultay.figure.network import positions
from qurultay.figure.style import KIND_COLOURS, kind_names
from qurultay.figure.timeline import occasions
from qurultay.network import KINDS, Body, Involvement, cooperation
from qurultay.terms import expand

BODIES = [
    Body(f"https://example.org/{code}", (("az", f"{name} Baş Prokurorluğu"), ("en", f"Office of {name}"), ("ru", f"Прокуратура {name}")))
    for code, name in (("a", "Əliabad"), ("b", "İğdır"), ("c", "Қостанай"), ("d", "Şuşa"), ("e", "Öskəmən"))
]
DAY = "2024-03-11"
PARTICIPANT, SIGNATORY = expand("q:participant"), expand("q:signatory")


def met(
    occasion: str, *bodies: int, role: str = PARTICIPANT, first: str | None = "2024-03-11", last: str | None = None
) -> list[Involvement]:
    return [Involvement(f"urn:{occasion}", role, BODIES[body], first, last or first) for body in bodies]


ROWS = [*met("one", 0, 1, 2), *met("two", 0, 1, first="2025-01-30", last="2025-02-02"), *met("three", 3, 4, role=SIGNATORY, first=None)]


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample articles."""
    folder = tmp_path_factory.mktemp("figure") / "store"
    with stores.write(folder) as target:
        list(pipeline.build(sources.articles([str(resources.path("data/articles"))]), target, reader=Reader.default()))
    return folder


@pytest.mark.parametrize("kind", DRAWINGS)
@pytest.mark.parametrize(("form", "signature"), [("svg", b"<?xml"), ("pdf", b"%PDF-"), ("png", b"\x89PNG")])
def test_a_figure_is_the_same_each_time_and_lacks_no_letter(kind: Drawing, form: str, signature: bytes) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        one, other = (draw(ROWS, drawing=kind, form=form) for _ in range(2))
    assert one.data.startswith(signature)
    assert one == other


def test_every_relation_of_the_network_is_drawn_in_its_colour() -> None:
    svg = draw(ROWS, drawing="network").data.decode()
    ElementTree.fromstring(svg)
    strokes = [svg.count(f"stroke: {KIND_COLOURS[kind]}") for kind in ("met", "signed", "hosted")]
    in_legend = [1, 1, 0]
    assert [drawn - legend for drawn, legend in zip(strokes, in_legend, strict=True)] == [3, 1, 0]


def test_what_has_no_room_is_counted() -> None:
    drawn = draw(ROWS, drawing="matrix", top=2)
    assert (drawn.shown, drawn.left_out) == (2, 3)


def test_those_who_did_most_are_kept_and_none_stands_alone() -> None:
    graph = cooperation([*met("one", 0, 1), *met("two", 0, 1), *met("three", 2, 3)])
    assert list(most(graph, 3)) == [BODIES[0].iri, BODIES[1].iri]


def test_nothing_is_no_figure() -> None:
    with pytest.raises(FigureError, match="nothing to draw"):
        draw([])
    with pytest.raises(FigureError, match="dated"):
        draw(met("three", 3, 4, first=None), drawing="timeline")


def test_those_who_did_most_may_have_done_nothing_together() -> None:
    hubs = [*met("one", 0, 1), *met("two", 0, 2), *met("three", 3, 4), *met("four", 3, 4)]
    with pytest.raises(FigureError, match="--top"):
        draw(hubs, top=2)


def test_what_says_more_lies_above_what_says_less_on_one_day() -> None:
    rows = [*met("a-signing", 0, 1, role=SIGNATORY), *met("b-meeting", 0, 1, 2)]
    svg = draw(rows, drawing="timeline").data.decode()
    colours = re.findall("|".join((KIND_COLOURS["met"], KIND_COLOURS["signed"])), svg[: svg.index('id="legend')])
    assert set(colours) == {KIND_COLOURS["met"], KIND_COLOURS["signed"]}
    assert colours[-1] == KIND_COLOURS["signed"]


def test_parts_of_a_network_lie_apart() -> None:
    graph = nx.MultiGraph()
    for part, size in (("a", 9), ("b", 4), ("c", 2), ("d", 2)):
        graph.add_edges_from((f"{part}{n}", f"{part}{n + 1}", {"weight": 1}) for n in range(size - 1))
    places = positions(graph)
    ends = {
        part: [f(place[axis] for node, place in places.items() if node[0] == part) for axis in (0, 1) for f in (min, max)]
        for part in "abcd"
    }
    for one, other in itertools.combinations(ends.values(), 2):
        assert one[0] > other[1] or one[1] < other[0] or one[2] > other[3] or one[3] < other[2]


def test_without_matplotlib_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"qurultay\[figure\]"):
        draw(ROWS)


def test_a_timeline_holds_each_dated_occasion_once() -> None:
    told = occasions(cooperation(ROWS))
    counted = [
        (occasion, first, last, {kind: len(nodes) for kind, nodes in kinds.items()}) for occasion, (first, last, kinds) in told.items()
    ]
    assert counted == [("urn:one", DAY, DAY, {"met": 3}), ("urn:two", "2025-01-30", "2025-02-02", {"met": 2})]


def test_no_two_nodes_fall_on_one_spot() -> None:
    crowd = nx.MultiGraph()
    for one, other in itertools.combinations(range(20), 2):
        crowd.add_edge(f"n{one:02}", f"n{other:02}", key="met", weight=1)
    crowd.add_edge("x", "y", key="met", weight=1)
    places = positions(crowd)
    assert set(places) == set(crowd)
    assert min(abs(complex(*one) - complex(*other)) for one, other in itertools.combinations(places.values(), 2)) > 0.3


def test_labels_keep_off_dots_and_one_another() -> None:
    dots = {name: Box(x, 0, x + 10, 10) for name, x in (("a", 0), ("b", 14), ("c", 28))}
    boxes = placed(dots, dict.fromkeys(dots, (30.0, 8.0)), Box(-100, -100, 100, 100))
    assert not any(box.shared(dot) for box in boxes.values() for dot in dots.values())
    assert not any(one.shared(other) for one, other in itertools.combinations(boxes.values(), 2))


def test_no_label_hides_a_dot_where_others_could_have_made_way() -> None:
    dots = {name: Box(x, y, x + 10, y + 10) for name, x, y in (("a", 35, 45), ("b", 0, 15), ("c", 50, 15), ("d", 25, 20))}
    widths = {"a": 40.0, "b": 30.0, "c": 20.0, "d": 40.0}
    boxes = placed(dots, {name: (width, 8.0) for name, width in widths.items()}, Box(-200, -200, 200, 200))
    assert not any(box.shared(dot) for box in boxes.values() for dot in dots.values())
    assert not any(one.shared(other) for one, other in itertools.combinations(boxes.values(), 2))


@pytest.mark.parametrize("language", ["az", "en", "tr", "ru"])
def test_legends_speak_the_language(language: str) -> None:
    names = kind_names(language)
    assert sorted(names) == sorted(KINDS)
    assert all(names.values())
    assert language == "en" or names != kind_names("en")


def test_the_colours_of_relations_are_all_there() -> None:
    assert sorted(KIND_COLOURS) == sorted(KINDS)


def test_the_command_draws_a_store(samples: Path, tmp_path: Path) -> None:
    target = tmp_path / "states.png"
    run = CliRunner().invoke(app, ["figure", "--store", str(samples), "--by", "state", "--language", "en", "--output", str(target)])
    assert run.exit_code == 0, run.output
    assert "states drawn to" in run.stderr
    height, width, _ = matplotlib.image.imread(target).shape
    assert width > height > 500


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["--output", "x.gif"], "does not end in"), (["--output", "x.svg", "--from", "2024-13-01"], "--from"), ([], "--output")],
)
def test_wrong_usage_is_told(arguments: list[str], said: str, samples: Path) -> None:
    run = CliRunner().invoke(app, ["figure", "--store", str(samples), *arguments])
    assert run.exit_code == 2
    assert said in run.output


@pytest.mark.parametrize("verb", ["figure", "view"])
def test_a_file_that_cannot_be_written_is_said(verb: str, samples: Path, tmp_path: Path) -> None:
    target = tmp_path / "nowhere" / "drawn.svg"
    result = CliRunner().invoke(app, [verb, "--store", str(samples), "--output", str(target)])
    assert result.exit_code == 2
    assert "--output" in result.output
