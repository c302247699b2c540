"""How much slower queries are through the endpoint than directly: python benchmarks/serving.py [--copies N] [--repeat N].

Every shipped question is asked with its default and sample parameters, of a store made from the sample articles, so many times over under
other ids. Directly means: Oxigraph in this process, with its answer written as JSON. Both ways are asked in turn, each answer of the one is
compared with that of the other in size, and of several rounds the fastest counts.
"""

from __future__ import annotations

import argparse
import http.client
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, QueryResultsFormat

from qurultay import pipeline, queries, resources, sources, store, terms
from qurultay.facts import Reader
from qurultay.store.sparql import with_values

OWN = tuple(terms.iri(f"{family}/") for family in ("article", "claim", "event", "document", "membership", "person"))
BAR = 1.3


def renamed(term: Any, copy: int) -> Any:
    """Return what a copy of an article names under an id of its own; organisations, places and states stay what they are."""
    if isinstance(term, NamedNode):
        for start in OWN:
            if term.value.startswith(start):
                return NamedNode(f"{start}{copy:x}-{term.value[len(start) :]}")
    return term


def filled(place: Path, copies: int) -> int:
    """Make a store of so many copies of the sample articles, and return how many quads it holds."""
    with store.write(place) as target:
        list(pipeline.build(sources.articles([str(resources.path("data/articles"))]), target, reader=Reader.default()))
    graph = ox.Store(str(place / "graph"))
    own = set(terms.GRAPHS.values())
    told = [quad for quad in graph if isinstance(quad.graph_name, NamedNode) and quad.graph_name.value not in own]
    told += list(graph.quads_for_pattern(None, None, None, NamedNode(terms.GRAPHS["entities"])))

    def made() -> Iterator[Quad]:
        for copy in range(1, copies):
            for quad in told:
                yield Quad(renamed(quad.subject, copy), quad.predicate, renamed(quad.object, copy), renamed(quad.graph_name, copy))

    graph.bulk_extend(made())
    graph.optimize()
    return len(graph)


def directly(graph: ox.Store, sparql: str) -> bytes:
    """Ask Oxigraph in this process."""
    found: Any = graph.query(sparql, prefixes=terms.PREFIXES, use_default_graph_as_union=True)
    return found.serialize(format=QueryResultsFormat.JSON) or b""


def through(connection: http.client.HTTPConnection, sparql: str) -> bytes:
    """Ask the endpoint."""
    headers = {"Content-Type": "application/sparql-query", "Accept": "application/sparql-results+json"}
    connection.request("POST", "/sparql", sparql.encode(), headers)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise SystemExit(f"the endpoint answered with {answer.status}: {body.decode()}")
    return body


def main() -> None:
    """Measure both ways; the exit code is 1 where the endpoint is too slow."""
    parser = argparse.ArgumentParser(description="Measure queries through the endpoint beside direct ones.")
    parser.add_argument("--copies", type=int, default=40)
    parser.add_argument("--repeat", type=int, default=5)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "s"
        print(f"{filled(place, chosen.copies)} quads")
        command = [sys.executable, "-c", "from qurultay.cli import app; app()", "serve", "--store", str(place), "--port", "0"]
        server = subprocess.Popen(
            [*command, "--timeout", "120", "--rows", "10000000", "--megabytes", "1000"], stderr=subprocess.PIPE, text=True
        )
        try:
            assert server.stderr is not None
            address = next(found[1] for line in server.stderr if (found := re.search(r"http://([\d.:]+)/", line)))
            measure(ox.Store.read_only(str(place / "graph")), address, chosen.repeat)
        finally:
            server.terminate()
            server.communicate()


def measure(graph: ox.Store, address: str, repeat: int) -> None:
    """Print seconds of each question both ways, and end with 1 where all together take too long."""
    connection = http.client.HTTPConnection(address)
    totals = [0.0, 0.0]
    print(f"{'question':16}{'rows':>8}{'bytes':>10}{'direct':>10}{'endpoint':>10}{'times':>7}")
    for question in queries.questions():
        sparql = with_values(question.sparql, question.terms(question.sample))
        times: list[list[float]] = [[], []]
        bodies = [b"", b""]
        for _ in range(repeat):
            for way in (0, 1):
                start = time.perf_counter()
                bodies[way] = directly(graph, sparql) if way == 0 else through(connection, sparql)
                times[way].append(time.perf_counter() - start)
        if len(bodies[0]) != len(bodies[1]):
            raise SystemExit(f"{question.name}: the two ways answer differently")
        one, two = (min(found) for found in times)
        totals = [totals[0] + one, totals[1] + two]
        rows = max(bodies[0].count(b"},{") + 1, 0)
        print(f"{question.name:16}{rows:8}{len(bodies[0]):10}{one:10.4f}{two:10.4f}{two / one:7.2f}", flush=True)
    ratio = totals[1] / totals[0]
    print(f"all: {totals[0]:.3f} s directly, {totals[1]:.3f} s through the endpoint: {ratio:.2f} times as long (bar: {BAR})")
    raise SystemExit(ratio > BAR)


if __name__ == "__main__":
    main()
