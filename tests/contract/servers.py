"""The servers that the contract is tried on: a service of a few lines over a store in memory, and real ones that `.ci/run` starts."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TypeAlias
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox
import pytest
from pyoxigraph import NamedNode, QueryResultsFormat, RdfFormat

from qurultay.store import Address
from qurultay.store.service import Service

Place: TypeAlias = Path | Address

REAL = ("oxigraph", "virtuoso")
OURS = "https://w3id.org/qurultay/"


class Endpoint(BaseHTTPRequestHandler):
    """SPARQL 1.1 Protocol and Graph Store Protocol as far as they are used; does not say what it is, and cuts rows off if told to."""

    graph: ox.Store
    most_rows: int | None = None

    def version_string(self) -> str:
        return "an endpoint"

    def do_POST(self) -> None:
        if urlsplit(self.path).path == "/store":
            self.load(replace=False)
            return
        form = parse_qs(self.body().decode())
        try:
            if "update" in form:
                self.graph.update(form["update"][0])
                self.answer(204, "text/plain", b"")
                return
            kind, body, headers = self.told(form["query"][0])
        except SyntaxError as error:
            self.answer(400, "text/plain", str(error).encode())
            return
        self.answer(200, kind, body, headers)

    def told(self, query: str) -> tuple[str, bytes, dict[str, str]]:
        """Return the answer's kind, body and headers; solutions may not outlive the thread, so that no error of sending keeps them."""
        found = self.graph.query(query)
        if isinstance(found, ox.QueryTriples):
            return "application/n-triples", found.serialize(format=RdfFormat.N_TRIPLES) or b"", {}
        if isinstance(found, ox.QuerySolutions) and self.most_rows is not None:
            return self.cut_off(found)
        return "application/sparql-results+json", found.serialize(format=QueryResultsFormat.JSON) or b"", {}

    def do_PUT(self) -> None:
        self.load(replace=True)

    def load(self, *, replace: bool) -> None:
        graph = NamedNode(parse_qs(urlsplit(self.path).query)["graph"][0])
        if replace:
            self.graph.remove_graph(graph)
        self.graph.load(self.body(), format=RdfFormat.N_TRIPLES, to_graph=graph)
        self.answer(204, "text/plain", b"")

    def cut_off(self, found: ox.QuerySolutions) -> tuple[str, bytes, dict[str, str]]:
        whole = (found.serialize(format=QueryResultsFormat.TSV) or b"").splitlines(keepends=True)
        assert self.most_rows is not None
        cut = len(whole) - 1 > self.most_rows
        body = b"".join(whole[: 1 + self.most_rows])
        return "text/tab-separated-values", body, {"X-SPARQL-MaxRows": str(self.most_rows)} if cut else {}

    def body(self) -> bytes:
        return self.rfile.read(int(self.headers["Content-Length"]))

    def answer(self, status: int, kind: str, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def serving(handler: type[BaseHTTPRequestHandler], **settings: object) -> Iterator[str]:
    """Serve, and yield the address of it; the class attributes of the handler are set to ``settings``."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Set", (handler,), settings))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def real(name: str) -> Address:
    """Return the address of a server that the environment names; skips the test where it names none."""
    start = os.environ.get(f"QURULTAY_TEST_{name.upper()}")
    if not start:
        pytest.skip(f"no {name} is running: .ci/run starts one, and names it in QURULTAY_TEST_{name.upper()}")
    if name == "oxigraph":
        return Address(f"{start}/query", f"{start}/update", f"{start}/store")
    user, password = (os.environ[f"QURULTAY_TEST_VIRTUOSO_{part}"] for part in ("USER", "PASSWORD"))
    return Address(f"{start}/sparql", f"{start}/sparql-auth", f"{start}/sparql-graph-crud-auth", user, password)


def emptied(address: Address) -> Address:
    """Remove what tests have left on a server."""
    service = Service(address)
    for own in (False, True):
        for (graph,) in service.rows("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }", own=own):
            if graph.value.startswith((OURS, "https://data.example.org/")):
                service.update(f"CLEAR SILENT GRAPH {graph}")
    return address
