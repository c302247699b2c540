"""The process that answers: what it can no longer do, and how its answers are bounded."""

from __future__ import annotations

import http.server
import json
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from pyoxigraph import QueryResultsFormat

from qurultay.serve.answers import RESULTS, RefusedError, answered, rows_in
from qurultay.serve.negotiation import chosen
from qurultay.store.snapshot import copy

LIMITS: dict[str, Any] = {"accept": None, "rows": 100, "size": 100_000}


class Process:
    """A worker, spoken to."""

    def __init__(self, memory_mb: int = 0) -> None:
        command = [sys.executable, "-m", "qurultay.serve.worker", str(memory_mb)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.hello = self._read()[0]

    def ask(self, **job: Any) -> tuple[dict[str, Any], bytes]:
        """Send a job and return its reply."""
        body = json.dumps(job).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(struct.pack(">I", len(body)) + body)
        self._process.stdin.flush()
        return self._read()

    def end(self) -> int:
        """Close its input, and return its exit code."""
        self._process.communicate(timeout=30)
        return self._process.returncode

    def _read(self) -> tuple[dict[str, Any], bytes]:
        assert self._process.stdout is not None
        parts = []
        for _ in range(2):
            (length,) = struct.unpack(">I", self._process.stdout.read(4))
            parts.append(self._process.stdout.read(length))
        return json.loads(parts[0]), parts[1]


@pytest.fixture
def place(folder: Path, tmp_path: Path) -> Path:
    """A copy of the store."""
    assert copy(folder, tmp_path / "copy")
    return tmp_path / "copy"


@pytest.fixture
def worker() -> Iterator[Process]:
    process = Process()
    yield process
    assert process.end() == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process be cut off")
def test_has_no_network_even_where_nothing_is_refused(place: Path) -> None:
    asked = threading.Event()

    class Noting(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.set()

        do_GET = do_POST  # noqa: N815

    server = http.server.HTTPServer(("127.0.0.1", 0), Noting)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    code = f"""
import pyoxigraph as ox, socket, subprocess, sys
from qurultay.serve.jail import confine
assert confine()
store = ox.Store.read_only({str(place / "graph")!r})
assert len(store) > 1000
for silent in ("", "SILENT"):
    try:
        list(store.query("SELECT * {{ SERVICE " + silent + " <{address}> {{ ?s ?p ?o }} }}"))
    except OSError as error:
        print(type(error).__name__)
for tried in (socket.socket, lambda: socket.socketpair(), lambda: subprocess.run([sys.executable, "-V"])):
    try:
        tried()
    except OSError as error:
        print(type(error).__name__)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    server.shutdown()
    assert done.stdout.split() == ["PermissionError"] * 4
    assert not asked.is_set()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process be cut off")
def test_says_that_it_is_cut_off(worker: Process) -> None:
    assert worker.hello == {"alone": True}


def test_answers_one_question_after_another(worker: Process, place: Path) -> None:
    job = {"do": "query", "store": str(place), "base": ""}
    told, body = worker.ask(**job, **{"with": {"sparql": "ASK { ?s ?p ?o }", **LIMITS}})
    assert (told["status"], json.loads(body)["boolean"]) == (200, True)
    told, body = worker.ask(**job, **{"with": {"sparql": "ASK {", **LIMITS}})
    assert (told["status"], body[:24]) == (400, b"the query cannot be read")
    told, body = worker.ask(**job, **{"with": {"sparql": "ASK { ?s ?p ?o }", **LIMITS}})
    assert told["status"] == 200


def test_takes_no_more_memory_than_it_is_given(place: Path) -> None:
    process = Process(memory_mb=700)
    doubled = "".join(f"BIND(CONCAT(?v{n}, ?v{n}) AS ?v{n + 1}) " for n in range(24))
    sparql = f'SELECT (STRLEN(?v24) AS ?n) {{ BIND("{"a" * 1000}" AS ?v0) {doubled} }}'
    with pytest.raises(struct.error):
        process.ask(do="query", store=str(place), base="", **{"with": {"sparql": sparql, **LIMITS}})
    assert process.end() < 0


ROWS = "SELECT ?o { ?s ?p ?o } LIMIT"


@pytest.mark.parametrize("kind", RESULTS)
def test_an_answer_is_whole_or_none(place: Path, kind: str) -> None:
    store = ox.Store.read_only(str(place / "graph"))
    assert answered(store, f"{ROWS} 100", accept=kind, rows=100, size=10**6).status == 200
    with pytest.raises(RefusedError, match="more than 100 rows") as refused:
        answered(store, f"{ROWS} 101", accept=kind, rows=100, size=10**6)
    assert refused.value.status == 413
    size = len(answered(store, f"{ROWS} 100", accept=kind, rows=100, size=10**6).body)
    assert answered(store, f"{ROWS} 100", accept=kind, rows=100, size=size).status == 200
    with pytest.raises(RefusedError, match="bytes") as refused:
        answered(store, f"{ROWS} 100", accept=kind, rows=100, size=size - 1)
    assert refused.value.status == 413


def test_triples_are_bounded_and_told_once(place: Path) -> None:
    store = ox.Store.read_only(str(place / "graph"))
    many = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT"
    assert answered(store, f"{many} 100", accept="application/n-triples", rows=100, size=10**6).body.count(b"\n") <= 100
    for rows, size in ((99, 10**6), (100, 1000)):
        with pytest.raises(RefusedError, match="more than"):
            answered(store, f"{many} 100", accept="application/n-triples", rows=rows, size=size)
    twice = "CONSTRUCT { <urn:a> <urn:b> <urn:c> } WHERE { ?s a q:Person }"
    assert answered(store, twice, accept="application/n-triples", rows=100, size=1000).body == b"<urn:a> <urn:b> <urn:c> .\n"


TRICKY = ('},{"a":{', "a\nb", "<result>", "x\ty", '"', "\r\n")


@pytest.mark.parametrize("form", [QueryResultsFormat.JSON, QueryResultsFormat.XML, QueryResultsFormat.CSV, QueryResultsFormat.TSV], ids=str)
def test_rows_are_counted_whatever_they_hold(form: QueryResultsFormat) -> None:
    values = " ".join(str(ox.Literal(text)) for text in TRICKY)
    found: Any = ox.Store().query(f"SELECT ?a {{ VALUES ?a {{ {values} UNDEF }} }}")
    assert rows_in(found.serialize(format=form), form, most=0) == len(TRICKY) + 1
    none: Any = ox.Store().query("SELECT ?a { ?a ?b ?c }")
    assert rows_in(none.serialize(format=form), form, most=0) == 0


CHOICES = [
    # Accept, offers in order of liking, what is chosen (RFC 9110, section 12.5.1)
    (None, "a/b c/d", "a/b"), ("", "a/b c/d", "a/b"), ("*/*", "a/b c/d", "a/b"), ("c/d", "a/b c/d", "c/d"), ("C/D", "a/b c/d", "c/d"),
    ("c/*", "a/b c/d", "c/d"), ("a/b;q=0.2, c/d;q=0.3", "a/b c/d", "c/d"), ("a/b;q=0.3, c/d;q=0.3", "a/b c/d", "a/b"),
    ("*/*;q=0.1, c/d", "a/b c/d", "c/d"), ("a/*, a/b;q=0", "a/b a/c", "a/c"), ("a/b;q=0, */*", "a/b", None), ("x/y", "a/b", None),
    ("a/b;level=1;q=0.4, c/d;q=0.5", "a/b c/d", "c/d"), ("a/b;q=nonsense", "a/b", "a/b"), ("a/b;q=7, c/d", "c/d a/b", "c/d"),
    (",,;q=1,a", "a/b", "a/b"), ("a/b; q = 0.1 , c/d ; q=0.2", "a/b c/d", "c/d"),
]  # fmt: skip


@pytest.mark.parametrize(("accept", "offers", "wanted"), CHOICES)
def test_chooses_by_accept(accept: str | None, offers: str, wanted: str | None) -> None:
    assert chosen(accept, offers.split()) == wanted


def test_socket_is_there_without_a_jail() -> None:
    socket.socket().close()
