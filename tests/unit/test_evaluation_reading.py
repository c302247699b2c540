"""The reader measured: no figure falls below its floor, and the figures are those of the graph contract's own scorer."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, serialize
from typer.testing import CliRunner, Result

from qurultay.cli import app
from qurultay.cli.evaluating import build_quads
from qurultay.evaluation import breaches, evaluate, read_floors, read_golds

FLOORS = Path(__file__).parents[1] / "golden" / "floors.json"
SETS = read_floors(FLOORS).sets
OWN = sorted(name for name, found in SETS.items() if "shared" not in str(found.folders[0]))
OTHERS = sorted(SETS.keys() - set(OWN))
SCORER = Path(__file__).parents[3] / "shared" / "evaluation" / "score.py"


@pytest.fixture(scope="module")
def quads() -> list[Quad]:
    """All gold articles that are there, read."""
    folders = [folder for found in SETS.values() if found.present for folder in found.folders]
    return build_quads(folders, {gold.id for gold in read_golds(folders)})


def judge(name: str, quads: Sequence[Quad]) -> list[str]:
    """Return the floors of a set that are not reached, as lines."""
    floors = read_floors(FLOORS)
    assert floors.sets[name].floors, "a set without floors holds nothing up"
    return [breach.as_line() for breach in breaches(floors, {name: evaluate(quads, read_golds(floors.sets[name].folders))})]


@pytest.mark.parametrize("name", OWN)
def test_own_articles_are_read_no_worse_than_before(name: str, quads: list[Quad]) -> None:
    assert judge(name, quads) == []


@pytest.mark.skipif(not SCORER.exists(), reason="the shared gold articles are not beside this checkout")
@pytest.mark.parametrize("name", OTHERS)
def test_shared_articles_are_read_no_worse_than_before(name: str, quads: list[Quad]) -> None:
    assert judge(name, quads) == []


@pytest.mark.skipif(not SCORER.exists(), reason="the shared scorer is not beside this checkout")
def test_agrees_with_the_shared_scorer_on_what_is_read(tmp_path: Path, quads: list[Quad]) -> None:
    folders = SETS["dev"].folders
    (tmp_path / "graph.nq").write_bytes(serialize(quads, format=RdfFormat.N_QUADS) or b"")
    command = [sys.executable, SCORER, tmp_path / "graph.nq", *folders, "--json", tmp_path / "figures.json"]
    subprocess.run(list(map(str, command)), capture_output=True, check=True, timeout=300)
    theirs = json.loads((tmp_path / "figures.json").read_text())
    ours = evaluate(quads, read_golds(folders))
    assert ours.relations.right > 100
    for mine, figures in ((ours.relations, theirs["relations"]), (ours.total, theirs["prf"])):
        assert [mine.precision, mine.recall, mine.f1] == pytest.approx(figures, abs=0.0005)
    assert {name: [t.right, t.extra, t.missed] for name, t in ours.families.items()} == dict(sorted(theirs["families"].items()))
    assert {name: t.f1 for name, t in ours.articles.items()} == pytest.approx(theirs["articles"], abs=0.0005)
    assert list(ours.identity) == pytest.approx(theirs["identity"], abs=0.0005)


def run(*arguments: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(app, ["evaluate", *map(str, arguments)], catch_exceptions=False)


@pytest.fixture
def one(tmp_path: Path) -> Path:
    """A folder with one sample article, and floors for it."""
    samples = SETS["samples"].folders[0]
    (tmp_path / "gold").mkdir()
    for ending in (".txt", ".json"):
        (tmp_path / "gold" / f"az-seminar-baku{ending}").write_bytes((samples / f"az-seminar-baku{ending}").read_bytes())
    (tmp_path / "floors.json").write_text('{"version": 2, "margin": 0.01, "sets": {"one": {"folders": ["gold"], "floors": {}}}}')
    return tmp_path


def test_evaluate_prints_families_articles_rules_and_calibration(one: Path) -> None:
    shown = run(one / "gold", "--articles", "--rules")
    assert shown.exit_code == 0
    starts = [line.split()[0] for line in shown.stdout.splitlines()]
    assert {"fact", "event", "[az]", "RELATIONS", "az-seminar-baku", "confidence", "rule"} <= set(starts)
    figures = json.loads(run(one / "gold", "--json").stdout)
    assert figures["calibration"]["claimed"]
    assert figures["languages"]["az"]["RELATIONS"] == figures["relations"]


def test_floors_gate_is_raised_by_one_flag_and_lowered_by_another_only(one: Path) -> None:
    gate = one / "floors.json"
    assert run("--floors", gate).exit_code == 0
    assert run("--floors", gate, "--raise-floors").exit_code == 0
    raised = json.loads(gate.read_text())["sets"]["one"]["floors"]["az"]
    assert raised["f1"] > 0.5
    held = json.loads(gate.read_text())
    held["sets"]["one"]["floors"]["az"]["f1"] = 1.5
    gate.write_text(json.dumps(held))
    failed = run(one / "gold", "--floors", gate)
    assert failed.exit_code == 1
    assert "below its floor: one [az] RELATIONS f1" in failed.stderr
    run("--floors", gate, "--raise-floors")
    assert json.loads(gate.read_text())["sets"]["one"]["floors"]["az"]["f1"] == 1.5, "raising must not lower"
    assert run("--floors", gate, "--lower-floors").exit_code == 0
    assert json.loads(gate.read_text())["sets"]["one"]["floors"]["az"] == raised


WRONG = [(("evaluate",), "GOLD_DIR"), (("evaluate", "x", "--lower-floors"), "--floors FILE")]


@pytest.mark.parametrize(("arguments", "said"), WRONG)
def test_wrong_usage(arguments: tuple[str, ...], said: str) -> None:
    done = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
    assert done.exit_code == 2
    assert said in " ".join(done.stderr.split())


def test_a_set_that_was_not_given_is_named_not_judged(one: Path) -> None:
    (one / "empty").mkdir()
    shown = run(one / "gold", "--floors", FLOORS)
    assert "not judged: golden" in shown.stderr
    assert shown.exit_code == 0
