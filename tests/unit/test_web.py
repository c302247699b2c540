"""The scripts of the page: bundled from exact pins, the same on every rebuild, with the notices of all whose code is in them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import qurultay

WEB = Path(__file__).parents[2] / "web"
ASSETS = Path(qurultay.__file__).parent / "view" / "assets"

needs_node = pytest.mark.skipif(
    shutil.which("node") is None or not (WEB / "node_modules" / "esbuild").is_dir(),
    reason="needs Node, and 'npm ci' in web/",
)


def test_versions_are_pinned() -> None:
    about = json.loads((WEB / "package.json").read_text(encoding="utf-8"))
    pins = {**about["dependencies"], **about["devDependencies"]}
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in pins.values()), pins
    locked = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert {name: locked[f"node_modules/{name}"]["version"] for name in pins} == pins


def test_the_lock_names_contents_and_no_registry() -> None:
    locked = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    packages = {name: its for name, its in locked.items() if name}
    assert packages
    assert all(its["integrity"].startswith("sha512-") for its in packages.values())
    assert not any("resolved" in its for its in packages.values())


def test_notices_name_whose_code_is_in_the_script() -> None:
    notices = (ASSETS / "view.notices.txt").read_text(encoding="utf-8")
    for name in ("cytoscape", "graphology", "graphology-layout-forceatlas2"):
        assert re.search(rf"^{name} \d+\.\d+\.\d+ \(MIT\)$", notices, re.MULTILINE)
    assert "Permission is hereby granted" in notices


@needs_node
def test_a_rebuild_gives_the_same_bytes() -> None:
    done = subprocess.run(["node", "build.mjs", "--check"], cwd=WEB, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@needs_node
def test_the_scripts_own_tests_pass() -> None:
    files = sorted(str(path) for path in (WEB / "test").glob("*.test.mjs"))
    assert files
    done = subprocess.run(["node", "--test", *files], cwd=WEB, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", sorted((WEB / "src").glob("*.js")), ids=lambda path: path.name)
def test_scripts_are_small_and_write_no_markup(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("// "), "says what it is"
    assert text.count("\n") <= 250
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", text)
    assert not re.search(r"\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|localStorage|\bimport\(", text)
