"""Every command says the same of a store on a server as of one in a folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from qurultay.cli import app
from qurultay.store import Address
from tests.contract.servers import Place

COMMANDS = [
    ["validate"],
    ["validate", "--format", "json"],
    ["query", "posts"],
    ["query", "attendees", "--param", "person=person/anna-bell", "--format", "csv"],
    ["query", "events", "--min-confidence", "0.75"],
    ["info"],
    ["quarantine"],
    ["identity"],
    ["identity", "Anna Bell", "--format", "json"],
    ["network"],
    ["network", "--by", "state", "--format", "turtle"],
    ["describe"],
    ["export"],
    ["export", "--format", "gexf"],
    ["export", "--format", "ftm"],
]


def told(place: Place) -> tuple[str, dict[str, str]]:
    """Return what stands on the command line for a store, and in the environment."""
    if not isinstance(place, Address):
        return str(place), {}
    given = {"UPDATE": place.update, "GRAPHS": place.graphs, "USER": place.user, "PASSWORD": place.password}
    return place.query, {f"QURULTAY_STORE_{name}": value for name, value in given.items() if value}


def run(place: Place, *words: str) -> tuple[int, str, str]:
    location, environ = told(place)
    result = CliRunner().invoke(app, [*words, "--store", location], env=environ)
    return result.exit_code, result.stdout.replace(location, "STORE"), result.stderr


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_command_says_the_same(command: list[str], place: Place, folder: Path) -> None:
    code, out, said = run(place, *command)
    assert (code, out, said) == run(folder, *command)
    assert code == 0 or command[0] == "validate"
    assert isinstance(place, Path) or place.password is None or place.password not in out + said


def test_build_decide_and_take_links(empty: Place, tmp_path: Path) -> None:
    sources = tmp_path / "articles.jsonl"
    text = {"one": "Bakıda Azərbaycan Respublikasının Baş prokuroru Rüstəm Qocayev çıxış edib.", "two": "Heç nə olmayıb.", "three": ""}
    sources.write_text("\n".join(json.dumps({"id": name, "text": said, "language": "az"}) for name, said in text.items()))
    links, decisions = tmp_path / "links.tsv", tmp_path / "decisions.tsv"
    links.write_text("thing\telsewhere\nstate/AZ\thttps://example.org/az\n")
    decisions.write_text("different\tperson/a\tperson/b\tno\n")
    words = ["build", str(sources), "--links", str(links), "--decisions", str(decisions)]
    assert run(empty, *words) == run(tmp_path / "twin", *words)
    for after in (["export"], ["identity"], ["quarantine"], ["describe"]):
        assert run(empty, *after) == run(tmp_path / "twin", *after)
    assert "https://example.org/az" in run(empty, "export")[1]


def test_store_on_a_server_is_not_served() -> None:
    code, _, said = run(Address("http://127.0.0.1:9/query"), "serve")
    assert code == 2
    assert "SPARQL service of its own" in " ".join(said.replace("│", " ").split())


def test_password_on_the_command_line_is_refused() -> None:
    result = CliRunner().invoke(app, ["info", "--store", "http://me:s3cret@127.0.0.1:9/query"])
    assert result.exit_code == 2
    assert "QURULTAY_STORE_PASSWORD" in result.stderr
    assert "s3cret" not in result.output
