"""Real processes are killed in the middle of a build: the program that writes, and the server that is written to."""

from __future__ import annotations

import io
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from qurultay import exports, store
from qurultay.errors import StoreError
from qurultay.graph import article_graph
from qurultay.model import Article
from qurultay.store import Address
from tests.conftest import PairReader

PROGRAM = Path(sys.executable).with_name("oxigraph")
NAMES = ("Anna Bell", "Carl Dorn", "Emma Falk", "Gino Hart", "Ivan Jung")
BUILD = """
import json, sys
from dataclasses import replace
sys.path.insert(0, ".")
from tests.conftest import PairReader
from qurultay.graph import article_graph
from qurultay.model import Article
from qurultay.store import RemoteStore, find_address
with RemoteStore(find_address(sys.argv[1]), batch_quads=1) as target:
    print("open", flush=True)
    for given in json.load(open(sys.argv[2])):
        graph = article_graph(PairReader().read(Article(**given)))
        target.replace(graph.iri, graph.quads, graph.things)
        print(given["id"], flush=True)
"""

Start = Callable[[], subprocess.Popen[bytes]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[tuple[Address, Start]]:
    """The address of a server, and what starts it; none is left at the end."""
    if not PROGRAM.exists():
        pytest.skip("the program oxigraph is not installed: pip install oxigraph")
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
    address = Address(f"http://127.0.0.1:{port}/query", f"http://127.0.0.1:{port}/update", f"http://127.0.0.1:{port}/store")
    running: list[subprocess.Popen[bytes]] = []

    def begin() -> subprocess.Popen[bytes]:
        command = [str(PROGRAM), "serve", "--location", str(tmp_path / "server"), "--bind", f"127.0.0.1:{port}"]
        running.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        for _ in range(300):
            try:
                urlopen(address.query.removesuffix("query"), timeout=5).close()
                break
            except URLError:
                time.sleep(0.1)
        return running[-1]

    yield address, begin
    for process in running:
        process.kill()
        process.wait()


def building(address: Address, articles: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", BUILD, address.query, str(articles)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ.copy())


def exported(address: Address) -> bytes:
    out = io.BytesIO()
    with store.read(address) as view:
        exports.export(view.quads(), out, form="nquads")
    return out.getvalue()


@pytest.mark.parametrize("victim", ["program", "server"])
def test_killed_build_is_finished_by_the_next(victim: str, start: tuple[Address, Start], tmp_path: Path) -> None:
    address, begin = start
    articles = tmp_path / "articles.json"
    given = [
        {"id": f"a{i}", "text": f"{NAMES[i % 5]} met {NAMES[(i * 3 + 1) % 5]}.", "language": "en", "published": f"2024-01-{i + 1:02}"}
        for i in range(12)
    ]
    articles.write_text(json.dumps(given))
    server = begin()
    acknowledged: list[str] = []
    for after in (2, 5):
        process = building(address, articles)
        assert process.stdout is not None
        for line in process.stdout:
            acknowledged += [line.strip()] if line.strip() not in ("open", *acknowledged) else []
            if line.strip() == f"a{after}":
                time.sleep(0.02 * after)
                (process if victim == "program" else server).send_signal(signal.SIGKILL)
                break
        if victim == "server":
            server.wait()
            server = begin()
        process.communicate(timeout=120)
        try:
            with store.read(address) as view:
                found = view.query("SELECT ?id WHERE { GRAPH ?g { ?a schema:identifier ?id } }")
                assert isinstance(found, store.Table)
                assert {row[0].value for row in found.rows if row[0]} >= set(acknowledged)  # type: ignore[union-attr]
        except StoreError as error:
            assert "half applied" in str(error)  # noqa: PT017 (refusing is right as well)
    process = building(address, articles)
    assert process.communicate(timeout=120)[1] == ""
    with store.write(tmp_path / "twin") as target:
        for one in given:
            graph = article_graph(PairReader().read(Article(**one)))
            target.replace(graph.iri, graph.quads, graph.things)
    out = io.BytesIO()
    with store.read(tmp_path / "twin") as view:
        exports.export(view.quads(), out, form="nquads")
    assert exported(address) == out.getvalue()
