"""A server in a process of its own: hostile queries, a store that changes underneath, and how it ends."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from qurultay import pipeline, store
from qurultay.model import Article
from qurultay.pipeline import Reads
from qurultay.serve.running import _listening
from qurultay.store import EmbeddedView
from qurultay.store.snapshot import changed, copy
from tests.unit.serve.conftest import Server

LIMIT_S = 2.0
GRACE_S = 1.0
QUICK = "SELECT ?s { ?s a q:Person } LIMIT 2"
FOREVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
HOSTILE = {
    "a cross join": (FOREVER, {504}),
    "deep paths": ("SELECT (COUNT(*) AS ?n) { ?a (!<urn:x>|^!<urn:x>)* ?b . ?b (!<urn:y>|^!<urn:y>)+ ?c }", {504}),
    "nested lists": (f"SELECT * {{ ?s ?p {'(' * 300}{')' * 300} }}", {504, 400}),
    "a subquery": ("SELECT * { { SELECT (MAX(STR(?f)) AS ?m) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } } }", {504}),
    "an order of all": ("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f LIMIT 1", {504}),
    "a huge answer": ("SELECT * { ?a ?b ?c . ?d ?e ?f }", {413, 504}),
    "a huge graph": ("CONSTRUCT { ?a ?b ?f } { ?a ?b ?c . ?d ?e ?f }", {413, 504}),
    "groups without depth": (f"ASK {'{' * 40_000}{'}' * 40_000}", {400}),
    "a service in a remark": ("ASK { # nothing\rSERVICE <http://127.0.0.1:1/> { } }", {400}),
    "a service in an escape": ("ASK { \\u0053ERVICE SILENT <http://127.0.0.1:1/> { } }", {400}),
    "a service as a prefix": ("PREFIX : <http://127.0.0.1:1/> ASK { service:x { ?s ?p ?o } }", {400}),
}


def asked(url: str, query: str) -> tuple[int, bytes, float]:
    """Ask a query; return status, body and how long it took."""
    request = urllib.request.Request(f"{url}/sparql", query.encode(), {"Content-Type": "application/sparql-query"})
    start = time.monotonic()
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.read(), time.monotonic() - start
    except urllib.error.HTTPError as error:
        return error.code, error.read(), time.monotonic() - start


def people(url: str) -> int:
    """Return how many people the server knows."""
    _, body, _ = asked(url, "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a q:Person }")
    return int(body.split(b'"value":"')[1].split(b'"')[0])


def states(place: Path) -> list[Path]:
    """Return the copies of a store that there are."""
    return [entry for entry in (place / "snapshots").glob("*/*") if entry.is_dir()]


def within(seconds: float, told: Callable[[], bool]) -> bool:
    """Wait until something holds."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if told():
            return True
        time.sleep(0.05)
    return told()


def test_hostile_queries_end_in_time_while_others_are_answered(server: Callable[..., Server], folder: Path) -> None:
    running = server(folder, "--timeout", str(LIMIT_S), "--workers", "2", "--slow", "9")
    assert asked(running.url, QUICK)[0] == 200
    stop = threading.Event()
    waits: list[tuple[int, float]] = []

    def read() -> None:
        while not stop.is_set():
            status, _, took = asked(running.url, QUICK)
            waits.append((status, took))

    reader = threading.Thread(target=read)
    reader.start()
    with ThreadPoolExecutor(len(HOSTILE)) as pool:
        answers = dict(zip(HOSTILE, pool.map(lambda told: asked(running.url, told[0]), HOSTILE.values()), strict=True))
    stop.set()
    reader.join()
    assert {name: answers[name][0] for name, (_, allowed) in HOSTILE.items() if answers[name][0] not in allowed} == {}
    assert {name: took for name, (_, _, took) in answers.items() if took > LIMIT_S + GRACE_S} == {}
    assert {status for status, _ in waits} == {200}
    assert len(waits) > 5
    assert sorted(took for _, took in waits)[len(waits) // 2] < 0.5
    assert asked(running.url, QUICK)[0] == 200


def test_says_when_it_is_busy_and_recovers(server: Callable[..., Server], folder: Path) -> None:
    running = server(folder, "--timeout", str(LIMIT_S), "--workers", "1", "--slow", "2")
    with urllib.request.urlopen(running.url) as answer:
        assert answer.status == 200  # the view is made, which takes one of the slow places
    with ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(lambda _: asked(running.url, FOREVER)[0], range(8)))
    assert set(statuses) == {503, 504}
    assert within(5, lambda: asked(running.url, QUICK)[0] == 200)


def test_who_goes_away_takes_his_query_along(server: Callable[..., Server], folder: Path) -> None:
    running = server(folder, "--timeout", "30", "--workers", "1", "--slow", "1")
    query = urllib.parse.quote(FOREVER)
    for _ in range(4):
        with pytest.raises(TimeoutError):
            urllib.request.urlopen(f"{running.url}/sparql?query={query}", timeout=0.5)
    start = time.monotonic()
    assert asked(running.url, QUICK)[0] == 200
    assert time.monotonic() - start < 5


def test_a_build_beside_it_is_served_as_soon_as_it_is_done(
    server: Callable[..., Server], tmp_path: Path, reader: Reads, articles: tuple[Article, ...]
) -> None:
    place = tmp_path / "s"
    with store.write(place) as target:
        list(pipeline.build(articles[:1], target, reader=reader))
    running = server(place, "--timeout", "10")
    counts = {people(running.url)}
    assert counts == {2}
    stop, statuses = threading.Event(), set()

    def read() -> None:
        while not stop.is_set():
            statuses.add(asked(running.url, QUICK)[0])
            counts.add(people(running.url))

    readers = [threading.Thread(target=read) for _ in range(3)]
    for each in readers:
        each.start()
    code = """
import sys
from qurultay import pipeline, store
from tests.conftest import ARTICLES, PairReader
with store.write(sys.argv[1]) as target:
    list(pipeline.build(ARTICLES[1:], target, reader=PairReader()))
"""
    subprocess.run([sys.executable, "-c", code, str(place)], check=True, cwd=Path(__file__).parents[3])
    assert within(10, lambda: people(running.url) == 5)
    stop.set()
    for each in readers:
        each.join()
    assert statuses == {200}
    assert counts == {2, 5}, "a reader sees the store before the build, or after it, and nothing between"
    assert within(10, lambda: len(states(place)) == 1)


def test_a_query_under_way_keeps_the_state_it_began_with(
    server: Callable[..., Server], tmp_path: Path, reader: Reads, articles: tuple[Article, ...]
) -> None:
    place = tmp_path / "s"
    with store.write(place) as target:
        list(pipeline.build(articles[:1], target, reader=reader))
    running = server(place, "--timeout", "4")
    with ThreadPoolExecutor(1) as pool:
        long = pool.submit(asked, running.url, FOREVER)
        time.sleep(0.5)
        with store.write(place) as target:
            list(pipeline.build(articles, target, reader=reader))
        assert within(3, lambda: people(running.url) == 5)
        assert len(states(place)) == 2
        assert long.result()[0] == 504
    assert within(5, lambda: len(states(place)) == 1)


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_stops_and_leaves_nothing_behind(server: Callable[..., Server], tmp_path: Path, folder: Path, sign: int) -> None:
    assert copy(folder, tmp_path / "s")
    running = server(tmp_path / "s", "--timeout", "2")
    assert within(10, lambda: len(running.workers()) >= 4)
    processes = running.workers()
    with ThreadPoolExecutor(1) as pool:
        long = pool.submit(asked, running.url, FOREVER)
        time.sleep(0.5)
        told = running.stop(sign)
        assert long.result()[0] == 504, "what was under way is answered"
    assert running.process.returncode in (0, -sign)
    assert not (tmp_path / "s" / "snapshots").exists()
    assert "Traceback" not in told
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with the one that started it")
def test_a_killed_server_leaves_no_process_and_the_next_one_clears_up(server: Callable[..., Server], tmp_path: Path, folder: Path) -> None:
    assert copy(folder, tmp_path / "s")
    running = server(tmp_path / "s", "--timeout", "60")
    assert within(10, lambda: len(running.workers()) >= 4)
    with ThreadPoolExecutor(1) as pool:  # who answers does not notice that nobody listens any more
        long = pool.submit(asked, running.url, FOREVER)
        time.sleep(1)
        processes = running.workers()
        running.stop(signal.SIGKILL)
        with pytest.raises((urllib.error.URLError, ConnectionError, http.client.HTTPException)):
            long.result()
    assert within(5, lambda: not any(Path(f"/proc/{process}/stat").exists() for process in processes))
    assert len(list((tmp_path / "s" / "snapshots").iterdir())) == 1
    server(tmp_path / "s").stop()
    assert not (tmp_path / "s" / "snapshots").exists()


def test_logs_who_asked_what_kind_of_thing_and_no_query(server: Callable[..., Server], folder: Path) -> None:
    running = server(folder)
    secret = "SELECT * { ?s ?p 'a secret' }"
    assert asked(running.url, secret)[0] == 200
    urllib.request.urlopen(f"{running.url}/sparql?query={urllib.parse.quote(secret)}").read()
    assert asked(running.url, "SELECT 'a secret'")[0] == 400
    told = running.stop()
    assert told.count("/sparql' 200") == 2
    assert told.count("/sparql' 400") == 1
    assert "secret" not in told


def test_an_address_may_hold_a_long_query_and_no_longer_one(server: Callable[..., Server], folder: Path) -> None:
    running = server(folder)
    fits = urllib.parse.quote(f"ASK {{}} #{'x' * 40_000}")
    with urllib.request.urlopen(f"{running.url}/sparql?query={fits}") as answer:
        assert answer.status == 200
    with pytest.raises(urllib.error.HTTPError, match="414"):
        urllib.request.urlopen(f"{running.url}/sparql?query={fits}{fits}")
    for more in (10, 100):  # neither is read to its end
        with pytest.raises((urllib.error.URLError, ConnectionError)):
            urllib.request.urlopen(f"{running.url}/sparql?query={fits * more}")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--store", "nowhere"), "there is no store"),
        (("--allow-host", "a b"), "is no host name"),
        (("--cors", "example.org/x"), "is no origin"),
        (("--url", "ftp://x"), "no http or https address"),
    ],
)
def test_says_what_is_wrong_with_its_options(folder: Path, tmp_path: Path, options: tuple[str, ...], told: str) -> None:
    command = [sys.executable, "-c", "from qurultay.cli import app; app()", "serve", "--port", "0", "--store", str(folder), *options]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert "Traceback" not in done.stderr


WRITER = "import sys; from qurultay import store; target = store.write(sys.argv[1]); print(flush=True); sys.stdin.read()"


def test_waits_for_a_build_that_is_under_way(server: Callable[..., Server], tmp_path: Path, folder: Path) -> None:
    assert copy(folder, tmp_path / "s")
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path / "s")], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert writer.stdout is not None
    assert writer.stdin is not None
    writer.stdout.readline()
    with ThreadPoolExecutor(1) as pool:
        starting = pool.submit(server, tmp_path / "s")
        assert within(30, (tmp_path / "s" / "snapshots").exists)
        time.sleep(0.5)
        assert not starting.done()
        writer.stdin.close()
        running = starting.result()
    assert running.told[0] == "the store is being written to: waiting until that is done\n"
    assert asked(running.url, QUICK)[0] == 200
    assert writer.wait() == 0


def test_a_store_that_cannot_be_read_leaves_the_last_state(server: Callable[..., Server], tmp_path: Path, folder: Path) -> None:
    assert copy(folder, tmp_path / "s")
    running = server(tmp_path / "s")
    (tmp_path / "s" / "graph" / "LOCK").unlink()
    (tmp_path / "s" / "graph" / "CURRENT").write_text("nonsense\n")
    time.sleep(2)
    assert asked(running.url, QUICK)[0] == 200
    assert running.stop().count("the old one stays") == 1


def test_small_answers_do_not_wait_for_more(folder: Path) -> None:
    listening = _listening("127.0.0.1", 0)
    assert listening.proto == socket.IPPROTO_TCP, "asyncio turns Nagle's algorithm off for these only"
    listening.close()


def test_a_copy_holds_what_a_killed_writer_had_committed(tmp_path: Path, folder: Path) -> None:
    assert copy(folder, tmp_path / "s")
    code = """
import os, signal, sys
from pyoxigraph import NamedNode, Quad
from qurultay import store
node = NamedNode("urn:late")
target = store.write(sys.argv[1])
target.replace(node, [Quad(node, node, node, node)])
os.kill(os.getpid(), signal.SIGKILL)
"""
    before = changed(tmp_path / "s")
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path / "s")], check=False).returncode == -signal.SIGKILL
    assert changed(tmp_path / "s") != before
    assert copy(tmp_path / "s", tmp_path / "late")
    with EmbeddedView.read(tmp_path / "late") as view:
        assert view.query("ASK { <urn:late> ?p ?o }") is True


def test_there_is_no_copy_while_somebody_writes(tmp_path: Path, folder: Path) -> None:
    assert copy(folder, tmp_path / "s")
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path / "s")], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert writer.stdout is not None
    writer.stdout.readline()
    assert copy(tmp_path / "s", tmp_path / "none") is None
    assert not (tmp_path / "none").exists()
    writer.communicate()
    assert copy(tmp_path / "s", tmp_path / "one")
