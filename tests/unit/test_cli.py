"""The command line: what each verb prints where, and how it ends."""

from __future__ import annotations

import json
import logging
import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from typer.testing import CliRunner, Result

from qurultay import __version__
from qurultay.cli import app
from qurultay.pipeline import Reads
from qurultay.store import EmbeddedStore
from qurultay.terms import article_path, expand, iri

VERBS = ("build", "validate", "quarantine", "query", "questions", "info", "export", "formats", "explain", "network", "evaluate", "serve")
GOOD = '{"id": "one", "text": "Anna Bell met Carl Dorn.", "language": "en", "published": "2024-01-02"}\n'
HELD = '{"id": "bad", "text": "Broken Bell met Carl Dorn.", "language": "en", "published": "2024-01-02"}\n'


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: Reads) -> Path:
    """Run in a folder of its own, with the reader that needs no data files."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("qurultay.facts.Reader.default", lambda: reader)
    return tmp_path


def run(*arguments: str, stdin: str | None = None) -> Result:
    """Run the command."""
    return CliRunner().invoke(app, list(arguments), input=stdin, catch_exceptions=False)


@pytest.fixture
def graph(place: Path) -> str:
    """A store of one article."""
    (place / "n.jsonl").write_text(GOOD)
    assert run("build", "n.jsonl", "--store", "graph").exit_code == 0
    return "graph"


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_an_example(verb: str) -> None:
    shown = run(verb, "--help")
    assert shown.exit_code == 0
    assert f"$ qurultay {verb}" in shown.stdout


def test_version() -> None:
    assert run("--version").stdout == f"qurultay {__version__}\n"


def test_readme_shows_every_verb() -> None:
    readme = Path(__file__).parents[2] / "README.md"
    text = readme.read_text(encoding="utf-8")
    assert [verb for verb in VERBS if f"qurultay {verb}" not in text] == []


def test_readme_has_every_form_in_its_table() -> None:
    from qurultay.exchange import forms

    rows = [line for line in (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    assert [known.name for known in forms() if not any(f"`{known.name}`" in row for row in rows)] == []


def test_build_counts_and_says_where(place: Path) -> None:
    (place / "n.jsonl").write_text(GOOD)
    done = run("build", "n.jsonl")
    assert (done.exit_code, done.stderr) == (0, "store: ./qurultay-store\n")
    assert done.stdout.startswith("1 of 1 articles built (1 added): ")
    assert run("build", "n.jsonl").stdout.startswith("1 of 1 articles built (1 unchanged): ")


def test_build_tells_what_it_leaves_out(place: Path) -> None:
    (place / "n.jsonl").write_text(GOOD + HELD + "broken\n")
    done = run("build", "n.jsonl", "nowhere.txt", "--store", "graph")
    assert done.exit_code == 1
    assert "1 of 4 articles built" in done.stdout
    assert "2 rejected: broken JSON (1), there is no such file (1)" in done.stdout
    assert "1 quarantined: EventStatus (1)" in done.stdout
    assert "rejected: n.jsonl:3: broken JSON" in done.stderr
    assert "rejected: nowhere.txt: there is no such file" in done.stderr
    assert "quarantined: bad: " in done.stderr
    listed = run("quarantine", "--store", "graph")
    assert listed.stdout.startswith("bad  https://w3id.org/qurultay/id/article/bad  (")
    assert "EventStatus: " in listed.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("build", "nowhere.txt"), "there is no such file"),
        (("build", "-", "--published", "yesterday"), "is not a date"),
        (("build", ".", "--base", "foo"), "'foo' is no absolute IRI"),
        (("build", ".", "--base", "http://x.y/z"), "is no absolute IRI that ends with / or #"),
        (("build", ".", "--base", ""), "is no absolute IRI"),
        (("build",), "Missing argument"),
        (("info", "--store", "nowhere"), "there is no store in nowhere"),
        (("query", "nothing", "--store", "graph"), "there is no question and no file"),
        (("query", "posts", "--param", "state", "--store", "graph"), "is not NAME=VALUE"),
        (("query", "posts", "--param", "state=!", "--store", "graph"), "parameter state: '!' is no iri"),
        (("query", "posts", "--format", "turtle", "--store", "graph"), "turtle holds the triples"),
        (("export", "--format", "hdt", "--store", "graph"), "is not one of"),
        (("network", "--from", "yesterday", "--store", "graph"), "is not a date"),
        (("evaluate", "."), "no NAME.json stands beside"),
        (("evaluate", "nowhere"), "nowhere is no folder"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_wrong_usage_ends_with_two(graph: str, arguments: tuple[str, ...], message: str) -> None:
    (Path() / "n.jsonl").unlink()
    done = run(*arguments)
    assert done.exit_code == 2
    assert message in " ".join(done.stderr.replace("│", " ").split())
    assert done.stdout.startswith("0 of 1 articles built") or done.stdout == ""


def test_standard_input(place: Path) -> None:
    assert run("build", "-", "--store", "graph", stdin=GOOD).exit_code == 0


def test_given_date_is_for_articles_without(place: Path) -> None:
    (place / "a.txt").write_text("Anna Bell met Carl Dorn.")
    run("build", "a.txt", "--store", "graph", "--published", "2024-05-06")
    assert "2024-05-06" in run("export", "--store", "graph").stdout


def test_validate(graph: str) -> None:
    done = run("validate", "--store", graph)
    assert done.exit_code == 0
    assert json.loads(run("validate", "--store", graph, "--format", "json").stdout)["conforms"] is True
    assert "sh:ValidationReport" in run("validate", "--store", graph, "--format", "turtle").stdout


def test_validate_finds_what_was_broken_on_purpose(graph: str) -> None:
    store = ox.Store(f"{graph}/graph")
    status = ox.NamedNode("https://w3id.org/qurultay/ontology#status")
    (held,) = store.quads_for_pattern(None, status, None)
    store.remove(held)
    del store
    done = run("validate", "--store", graph)
    assert done.exit_code == 1
    assert "EventStatus" in done.stdout


def test_query_and_questions(graph: str) -> None:
    done = run("query", "attendees", "--store", graph)
    assert done.stdout.splitlines()[2].startswith("Anna Bell")
    assert "“Anna Bell”" in done.stdout
    rows = json.loads(run("query", "attendees", "--store", graph, "--format", "json").stdout)["results"]["bindings"]
    assert [row["name"]["value"] for row in rows] == ["Anna Bell", "Carl Dorn"]
    listed = run("questions").stdout
    assert "attendees" in listed
    assert "--param person=" in listed
    assert run("questions", "attendees").stdout.startswith("#: question: ")


@pytest.mark.parametrize("form", ["nquads", "trig", "turtle", "jsonld", "rdfxml"])
def test_export_to_a_file_is_export_to_standard_output(graph: str, form: str) -> None:
    shown = run("export", "--store", graph, "--format", form).stdout_bytes
    assert run("export", "--store", graph, "--format", form, "--output", "out").exit_code == 0
    assert Path("out").read_bytes() == shown


@pytest.mark.parametrize("form", ["gexf", "graphml", "cyjs", "cypher", "ftm", "geojson"])
def test_forms_of_graph_tools(graph: str, form: str) -> None:
    shown = run("export", "--store", graph, "--format", form).stdout_bytes
    assert b"2024-01-02" in shown
    assert run("export", "--store", graph, "--format", form, "--output", "out").exit_code == 0
    assert Path("out").read_bytes() == shown


@pytest.mark.parametrize("verb", ["export", "network"])
def test_a_form_of_several_files_wants_a_folder(graph: str, verb: str) -> None:
    assert run(verb, "--store", graph, "--format", "lists").exit_code == 2
    shown = run(verb, "--store", graph, "--format", "lists", "--output", "folder")
    assert "edges written to folder" in shown.stderr
    assert sorted(path.name for path in Path("folder").iterdir()) == ["edges.csv", "nodes.csv"]


def test_quickstatements_want_a_mapping(graph: str) -> None:
    assert run("export", "--store", graph, "--format", "quickstatements").exit_code == 2
    Path("m.toml").write_text("[options]\ncreate = true\n")
    assert run("export", "--store", graph, "--mapping", "m.toml").exit_code == 2
    shown = run("export", "--store", graph, "--format", "quickstatements", "--mapping", "m.toml")
    assert 'LAST\tLen\t"Anna Bell"' in shown.stdout
    assert "left out: 2: schema:attendee is not mapped" in shown.stderr


def test_formats_of_commands_are_those_of_the_registry() -> None:
    from qurultay.cli.measuring import NetworkFormat
    from qurultay.cli.taking import ExportFormat
    from qurultay.exchange import forms

    assert {known.name for known in forms() if known.graph} == {form.value for form in ExportFormat}
    assert {known.name for known in forms() if known.network} == {form.value for form in NetworkFormat} - {"table", "json", "csv", "tsv"}
    assert [line.split()[0] for line in run("formats").stdout.splitlines()[2:]] == [known.name for known in forms()]


def test_building_twice_and_building_anew_export_alike(graph: str, place: Path) -> None:
    first = run("export", "--store", graph).stdout_bytes
    (place / "n.jsonl").write_text(GOOD)
    run("build", "n.jsonl", "--store", graph)
    assert run("export", "--store", graph).stdout_bytes == first
    shutil.rmtree(graph)
    run("build", "n.jsonl", "--store", graph)
    assert run("export", "--store", graph).stdout_bytes == first


def test_explain(place: Path) -> None:
    (place / "n.jsonl").write_text(GOOD)
    shown = run("explain", "n.jsonl").stdout
    assert "schema:attendee" in shown
    assert "“Anna Bell”  0–9  pair  0.80" in shown
    assert json.loads(run("explain", "n.jsonl", "--format", "json").stdout)["entities"][0]["kind"] == "Meeting"


def test_info_and_network(graph: str) -> None:
    shown = run("info", "--store", graph).stdout
    assert "articles       1 (1 en)" in shown
    assert "people         2" in shown
    assert run("network", "--store", graph).exit_code == 0


def test_help_is_fast() -> None:
    """No command's library is imported before the command runs."""
    heavy = "{'pyoxigraph', 'rdflib', 'networkx', 'pyshacl', 'SPARQLWrapper', 'trafilatura'}"
    code = f"import sys, qurultay.cli; sys.exit(', '.join({heavy} & set(sys.modules)) or 0)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_date_of_no_calendar_is_a_finding_and_no_traceback(graph: str, caplog: pytest.LogCaptureFixture) -> None:
    article = ox.NamedNode(iri(article_path("one")))
    day = ox.Literal("2024-02-30", datatype=ox.NamedNode(expand("xsd:date")))
    with EmbeddedStore.open(graph) as store:
        store.replace(
            article,
            [
                ox.Quad(article, ox.NamedNode(expand("rdf:type")), ox.NamedNode(expand("q:Article")), article),
                ox.Quad(article, ox.NamedNode(expand("schema:datePublished")), day, article),
            ],
        )
    done = run("validate", "--store", graph)
    assert done.exit_code == 1
    assert 'schema:datePublished "2024-02-30"' in done.stdout
    assert caplog.records == []
    logging.getLogger("rdflib.term").warning("another warning")
    assert caplog.messages == ["another warning"]


@pytest.mark.parametrize("verb", [("export", "--format", "gexf"), ("network",), ("figure", "--output", "f.svg")])
def test_names_are_asked_for_in_a_language_that_there_is(verb: tuple[str, ...]) -> None:
    done = run(*verb, "--store", "nowhere", "--language", "English")
    assert done.exit_code == 2
    assert "'English' is not one of 'az', 'en', 'tr', 'ru'" in " ".join(done.stderr.replace("│", " ").split())
