"""How many events are read where few are told: python benchmarks/false_alarms.py [INPUT...] [--sample N] [--list].

Takes news of all kinds (by default the corpus beside the checkout) and counts the events read in a hundred articles of
a language. ``--list`` prints the events of a sample with what was read of each, for checking by hand. The sample is
drawn by a hash of the articles' ids, so that it stays the same whatever is read in them.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from qurultay import sources
from qurultay.facts import Reader
from qurultay.model import Article, Reading
from qurultay.terms import FAMILIES

CORPUS = Path(__file__).parents[2] / "shared/corpus/news.jsonl.gz"


def sampled(articles: list[Article], size: int) -> list[Article]:
    """Return ``size`` articles, drawn by their ids and sorted by them."""
    drawn = sorted(articles, key=lambda article: sha256(article.id.encode()).digest())[:size]
    return sorted(drawn, key=lambda article: article.id)


def events(reading: Reading) -> Iterator[tuple[str, str, str, str]]:
    """Yield the kind of each event of a reading, what was read of it, the words that say it, and the rule."""
    names = {entity.ref: entity.path or (entity.names[0].text if entity.names else entity.ref) for entity in reading.entities}
    for entity in reading.entities:
        if entity.kind not in FAMILIES["event"]:
            continue
        told = [fact for fact in reading.facts if fact.subject == entity.ref]
        slots = [(f.predicate, names.get(f.object, f.object) if isinstance(f.object, str) else f.object.lexical) for f in told]
        words = next(words for fact in told for words in fact.evidence if fact.predicate == "rdf:type")
        values = " ".join(f"{predicate.rpartition(':')[2]}={value}" for predicate, value in slots if predicate != "rdf:type")
        yield entity.kind, values, " ".join(words.quote.split()), words.rule


def main() -> None:
    """Count, and list where asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("inputs", nargs="*", default=[str(CORPUS)])
    parser.add_argument("--language", default="az")
    parser.add_argument("--sample", type=int, default=100, metavar="N", help="how many articles to draw (0: all)")
    parser.add_argument("--list", action="store_true", help="print the events of the sample")
    options = parser.parse_args()
    found = [a for a in sources.articles(options.inputs) if isinstance(a, Article) and a.language == options.language]
    reader, kinds, told = Reader.default(), Counter[str](), 0
    for article in sampled(found, options.sample or len(found)):
        read = list(events(reader.read(article)))
        told += bool(read)
        for kind, slots, words, rule in read:
            kinds[kind] += 1
            if options.list:
                print("\t".join((article.id, kind, rule, slots, words)))
    size = min(options.sample or len(found), len(found))
    print(f"{sum(kinds.values())} events in {told} of {size} articles: {100 * sum(kinds.values()) / max(size, 1):.1f} in a hundred")
    print(", ".join(f"{count} {kind}" for kind, count in kinds.most_common()))


if __name__ == "__main__":
    main()
