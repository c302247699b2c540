"""How fast a store is exported in shards, beside Oxigraph's own dump: python benchmarks/export.py [--quads N] [--store DIR].

Without a store one of N quads is made from the sample articles, a thousand times over under other ids. Each measurement runs in a
process of its own, so that its peak memory (Linux: VmHWM) is its own; a quarter of the store shows that memory does not grow with it.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import re
import tempfile
import time
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, RdfFormat

from qurultay import pipeline, resources, sources, store, terms
from qurultay.exports.bulk import export_shards
from qurultay.facts import Reader

SHARD_BYTES = 100_000_000
FAMILIES = tuple(terms.iri(f"{family}/") for family in ("article", "claim", "event", "document", "membership"))


def renamed(term: Any, copy: int) -> Any:
    """Return what an article alone names under another id."""
    if isinstance(term, NamedNode):
        for start in FAMILIES:
            if term.value.startswith(start):
                return NamedNode(f"{start}{copy:x}-{term.value[len(start) :]}")
    return term


def filled(place: Path, size: int) -> None:
    """Make an Oxigraph store of ``size`` quads."""
    with tempfile.TemporaryDirectory() as folder:
        with store.write(f"{folder}/s") as target:
            found = sources.articles([str(resources.path("data/articles"))])
            list(pipeline.build(found, target, reader=Reader.default()))
        with store.read(f"{folder}/s") as view:
            quads = list(view.quads())
    own = set(terms.GRAPHS.values())
    shared = [quad for quad in quads if isinstance(quad.graph_name, NamedNode) and quad.graph_name.value in own]
    told = [quad for quad in quads if isinstance(quad.graph_name, NamedNode) and quad.graph_name.value not in own]

    def copies() -> Iterator[Quad]:
        for copy in range(size):
            for quad in told:
                yield Quad(renamed(quad.subject, copy), quad.predicate, renamed(quad.object, copy), renamed(quad.graph_name, copy))

    graph = ox.Store(str(place))
    graph.bulk_extend(islice(chain(shared, copies()), size))
    graph.optimize()


def measured(what: str, place: Path, folder: Path) -> None:
    """Dump or export, and print seconds, seconds of the processor, quads and peak memory as JSON."""
    graph = ox.Store.read_only(str(place))
    start, used = time.perf_counter(), time.process_time()
    if what == "dump":
        graph.dump(folder / "dump.nq", format=RdfFormat.N_QUADS)
    else:
        export_shards(graph, folder / "shards", size=SHARD_BYTES)
    passed, worked = time.perf_counter() - start, time.process_time() - used
    peak = int(re.findall(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())[0]) // 1024
    (folder / "result.json").write_text(json.dumps([passed, worked, len(graph), peak]))


def run(what: str, place: Path, times: int) -> tuple[float, float]:
    """Measure several times in processes of their own, print the fastest, and return its seconds, passed and worked."""
    results = []
    for _ in range(times):
        with tempfile.TemporaryDirectory() as folder:
            process = multiprocessing.get_context("spawn").Process(target=measured, args=(what, place, Path(folder)))
            process.start()
            process.join()
            results.append(json.loads((Path(folder) / "result.json").read_text()))
    passed, worked, count, peak = min(results)
    print(f"{what:8} {count:9} quads {passed:8.2f} s {worked:8.2f} s of the processor {peak:6} MiB at most", flush=True)
    return passed, worked


def main() -> None:
    """Measure the dump and the shards, of a whole store and of a quarter of it."""
    parser = argparse.ArgumentParser(description="Measure the export in shards beside Oxigraph's own dump.")
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--store", type=Path, help="an Oxigraph store (the folder graph/ of a store of ours)")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        places = [chosen.store] if chosen.store else [Path(folder) / "quarter", Path(folder) / "whole"]
        for place, size in zip(places, (chosen.quads // 4, chosen.quads), strict=False):
            if not chosen.store:
                filled(place, size)
            dump, shards = run("dump", place, chosen.repeat), run("shards", place, chosen.repeat)
            print(f"shards took {shards[0] / dump[0]:.2f} times as long as the dump ({shards[1] / dump[1]:.2f} times the processor)")


if __name__ == "__main__":
    main()
