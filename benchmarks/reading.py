"""How fast articles are read on one core, beside a yardstick: python benchmarks/reading.py [INPUT...] [--language az].

Machines differ and are noisy, so the same process also runs a fixed piece of plain Python (folding words, counting them in a
dictionary, sorting) before and after; the ratio of articles a second to yardsticks a second is what can be compared. Measured are reading
only, and the whole way into a store; over the corpus beside the checkout where it is there, and over the sample articles.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from qurultay import pipeline, resources, sources, store
from qurultay.facts import Reader
from qurultay.model import Article

CORPUS = Path(__file__).parents[2] / "shared/corpus/news.jsonl.gz"
WORDS = [f"{stem}{number % 97}{ending}" for number in range(4000) for stem, ending in (("Söz", "lər"), ("İŞ", "in"), ("ad", "DAN"))]
ROUNDS = 20


def yardstick() -> None:
    """Do the fixed work once."""
    counts: dict[str, int] = {}
    for word in WORDS:
        folded = word.replace("İ", "i").replace("I", "ı").lower()
        counts[folded] = counts.get(folded, 0) + len(folded)
    sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def rate(work: Callable[[], int]) -> float:
    """Return how many a second of processor time were done."""
    start = time.process_time()
    count = work()
    return count / max(time.process_time() - start, 1e-9)


def measured() -> float:
    """Return yardsticks a second."""

    def work() -> int:
        for _ in range(ROUNDS):
            yardstick()
        return ROUNDS

    return rate(work)


def whole_way(articles: list[Article], reader: Reader) -> float:
    """Return how many articles a second are read, told, validated and stored; making the store is not counted."""
    with tempfile.TemporaryDirectory() as folder, store.write(Path(folder) / "store") as target:
        return rate(lambda: sum(1 for _ in pipeline.build(articles, target, reader=reader)))


def sets(names: list[str], language: str) -> Iterator[tuple[str, list[Article]]]:
    """Yield what is measured, by name."""
    chosen = {"given": names} if names else {"corpus": [str(CORPUS)] * CORPUS.exists(), "samples": [str(resources.path("data/articles"))]}
    for title, inputs in chosen.items():
        found = [item for item in sources.articles(inputs) if isinstance(item, Article)]
        if kept := [item for item in found if item.language == language or (item.language is None and item.id.startswith(language))]:
            yield title, kept


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("inputs", nargs="*")
    parser.add_argument("--language", default="az")
    parser.add_argument("--repeat", type=int, default=3, metavar="N", help="measure so often, and take the best")
    options = parser.parse_args()
    start = time.perf_counter()
    reader = Reader.default()
    reader.read(Article("warm", "Bakıda seminar keçirilib.", options.language))
    print(f"ready after {time.perf_counter() - start:.2f} s")
    print(f"{'set':10}{'what':12}{'articles':>10}{'code points':>13}{'articles/s':>12}{'yardsticks/s':>14}{'ratio':>8}")
    for title, articles in sets(options.inputs, options.language):
        size = sum(len(article.text) for article in articles)

        def read(articles: list[Article] = articles) -> int:
            return sum(1 for article in articles if reader.read(article))

        found = {"reading": [(rate(read), measured()) for _ in range(options.repeat)]}
        found["whole way"] = [(whole_way(articles, reader), measured())]
        for what, pairs in found.items():
            speed, unit = max(pairs, key=lambda pair: pair[0] / pair[1])
            print(f"{title:10}{what:12}{len(articles):10}{size:13}{speed:12.0f}{unit:14.0f}{speed / unit:8.2f}")
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
