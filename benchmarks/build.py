"""How fast articles are read and built, on one core: python benchmarks/build.py [INPUT...].

Without inputs the sample articles are taken, a hundred times over under other ids, so that the store grows as it would.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from qurultay import exports, pipeline, resources, sources, store
from qurultay.facts import Reader
from qurultay.graph import article_graph
from qurultay.model import Article, Reading

COPIES = 100


def timed(title: str, work: Callable[[], int], unit: str) -> None:
    """Print how many a second were done."""
    start = time.perf_counter()
    count = work()
    passed = time.perf_counter() - start
    print(f"{title:24} {count:8} {unit:10} {passed:8.2f} s {count / passed:12.0f}/s")


def inputs(names: list[str]) -> list[Article]:
    """Return the articles to measure with."""
    found = [item for item in sources.articles(names or [str(resources.path("data/articles"))]) if isinstance(item, Article)]
    return found if names else [replace(item, id=f"{item.id}-{copy}") for copy in range(COPIES) for item in found]


def stored(articles: list[Article], reader: Reader, folder: Path) -> Iterator[int]:
    """Build into a new store, and yield 1 for each article."""
    with store.write(folder) as target:
        for _ in pipeline.build(articles, target, reader=reader):
            yield 1


def main(names: list[str]) -> None:
    """Measure reading, telling, building and exporting."""
    articles = inputs(names)
    start = time.perf_counter()
    reader = Reader.default()
    print(f"reader ready after {time.perf_counter() - start:.2f} s")
    readings: list[Reading] = []

    def read() -> int:
        readings.extend(reader.read(article) for article in articles)
        return len(readings)

    timed("read", read, "articles")
    timed("told as graphs", lambda: sum(len(article_graph(reading).quads) for reading in readings), "quads")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "store"
        timed("the whole way", lambda: sum(stored(articles, reader, place)), "articles")
        with store.read(place) as view:
            timed("exported as N-Quads", lambda: exports.write_file(view.quads(), Path(folder) / "out.nq", form="nquads"), "quads")


if __name__ == "__main__":
    main(sys.argv[1:])
