"""A store with two articles of which one is hostile, and servers over it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from starlette.testclient import TestClient

from qurultay import pipeline, store, terms
from qurultay.graph import article_graph
from qurultay.model import Article, Entity, Evidence, Fact, Name, Reading, Span, Value
from qurultay.pipeline import Reads
from qurultay.serve.application import application
from qurultay.serve.copies import Copies
from qurultay.serve.settings import Limits, Settings

HOSTILE = "<script>alert(1)</script>\"'&<img src=x onerror=alert(2)>"


def hostile() -> Reading:
    """Return a reading whose every text tries to become markup."""
    text = f"{HOSTILE} spoke."
    article = Article("hostile", text, "en", headline=HOSTILE, published="2024-02-03", publisher=HOSTILE, url="javascript:alert(3)")
    words = Evidence(Span(0, len(HOSTILE)), HOSTILE, HOSTILE)
    person = Entity("p1", "Person", None, (Name(HOSTILE, "en", words),))
    facts = (Fact("e1", "q:speaker", "p1", (words,), 0.5), Fact("e1", "q:theme", Value(HOSTILE, language="en"), (words,), 0.5))
    return Reading(article, (Entity("e1", "Meeting"), person), facts)


def fill(place: Path, reader: Reads, articles: tuple[Article, ...]) -> None:
    """Build articles, and the hostile one, into a store."""
    with store.write(place) as target:
        list(pipeline.build(articles, target, reader=reader))
        graph = article_graph(hostile())
        target.replace(graph.iri, graph.quads, graph.things)
        old, new = (NamedNode(terms.iri(f"person/{name}")) for name in ("old-name", "carl-dorn"))
        own = NamedNode(terms.GRAPHS["own-links"])
        target.replace(
            own,
            [
                Quad(old, NamedNode(terms.expand("dcterms:isReplacedBy")), new, own),
                Quad(new, NamedNode(terms.expand("rdfs:seeAlso")), Literal("x"), own),
            ],
        )


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory, reader: Reads, articles: tuple[Article, ...]) -> Path:
    """A store."""
    place = tmp_path_factory.mktemp("serve") / "s"
    fill(place, reader, articles)
    return place


@pytest.fixture(scope="session")
def serving(folder: Path) -> Iterator[Callable[..., TestClient]]:
    """Return a function that starts an application with settings of its own; all are stopped in the end."""
    started: list[TestClient] = []

    def start(**settings: Any) -> TestClient:
        limits = Limits(workers=1, slow=1, time_s=20.0)
        copies = Copies(folder)
        copies.open()
        client = TestClient(application(copies, settings=Settings(limits, **settings)), "http://127.0.0.1:8000")
        client.__enter__()
        started.append(client)
        return client

    yield start
    for client in started:
        client.__exit__(None, None, None)


@pytest.fixture(scope="session")
def client(serving: Callable[..., TestClient]) -> TestClient:
    """An application with the usual settings."""
    return serving()


class Server:
    """A server in a process of its own."""

    def __init__(self, folder: Path, *options: str) -> None:
        command = [sys.executable, "-c", "from qurultay.cli import app; app()", "serve", "--store", str(folder), "--port", "0", *options]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=dict(os.environ))
        assert self.process.stderr is not None
        self.told: list[str] = []
        self.url = ""
        for line in self.process.stderr:
            self.told.append(line)
            if found := re.search(r"http://[\d.:]+/", line):
                self.url = found[0].rstrip("/")
                break
        assert self.url, "".join(self.told)
        self._rest = threading.Thread(target=self.told.extend, args=(self.process.stderr,), daemon=True)
        self._rest.start()  # a log that nobody reads fills its pipe, and then the server waits

    def stop(self, sign: int = signal.SIGTERM) -> str:
        """Stop the server, and return all that it told."""
        self.process.send_signal(sign)
        self.process.wait(timeout=60)
        self._rest.join(timeout=60)
        return "".join(self.told)

    def workers(self) -> list[int]:
        """Return the processes that answer (Linux)."""
        listed = subprocess.run(["ps", "-o", "pid=,args=", "--ppid", str(self.process.pid)], capture_output=True, text=True, check=False)
        return [int(line.split()[0]) for line in listed.stdout.splitlines() if "qurultay.serve.worker" in line]


@pytest.fixture
def server() -> Iterator[Callable[..., Server]]:
    """Return a function that starts a server; all are stopped in the end."""
    started: list[Server] = []

    def start(folder: Path, *options: str) -> Server:
        started.append(Server(folder, *options))
        return started[-1]

    yield start
    for each in started:
        if each.process.poll() is None:
            each.stop()
