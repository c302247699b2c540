"""The whole way, one article at a time: read, told as a graph, validated, stored.

Each input ends in exactly one :data:`Outcome`, so that inputs = built + rejected + quarantined.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from pyoxigraph import NamedNode, Quad, Triple

from qurultay import terms
from qurultay.errors import GraphError
from qurultay.graph import article_graph, naming_triples
from qurultay.model import Article, Reading
from qurultay.sources import Rejected
from qurultay.store import Quarantined, Store
from qurultay.store.base import Change
from qurultay.validation import CONTEXT, Report, validate

__all__ = ["Built", "Checks", "Outcome", "Reads", "Tally", "build", "context", "kind_of_reason"]

_CHECKPOINT = 500
_ENTITIES = NamedNode(terms.GRAPHS["entities"])
_CONTEXT = frozenset(map(NamedNode, CONTEXT))


class Reads(Protocol):
    """What reads an article: :class:`qurultay.facts.Reader`."""

    def read(self, article: Article) -> Reading:
        """Return what the article tells."""


class Checks(Protocol):
    """What checks a graph: :func:`qurultay.validation.validate`."""

    def __call__(self, data: Iterable[Quad | Triple], *, context: Iterable[Quad | Triple] = ()) -> Report:
        """Return what is wrong with ``data``."""


@dataclass(frozen=True, slots=True)
class Built:
    """An article whose graph is in the store."""

    article: str
    change: Change
    facts: int
    quads: int
    warnings: tuple[str, ...] = ()


Outcome: TypeAlias = Built | Rejected | Quarantined
"""What became of one input."""


@dataclass(slots=True)
class Tally:
    """Counts outcomes; ``rejected`` and ``quarantined`` by kind of reason.

    >>> tally = Tally()
    >>> tally.add(Built("a", "added", facts=3, quads=40))
    >>> tally.total, tally.facts, tally.clean
    (1, 3, True)
    """

    changes: Counter[str] = field(default_factory=Counter)
    facts: int = 0
    quads: int = 0
    rejected: Counter[str] = field(default_factory=Counter)
    quarantined: Counter[str] = field(default_factory=Counter)
    held: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        if isinstance(outcome, Built):
            self.changes[outcome.change] += 1
            self.facts += outcome.facts
            self.quads += outcome.quads
        elif isinstance(outcome, Rejected):
            self.rejected[kind_of_reason(outcome.error.reason)] += 1
        else:
            self.held += 1
            self.quarantined.update({shape for shape, _ in outcome.reasons})

    @property
    def built(self) -> int:
        """The number of articles whose graphs are in the store."""
        return sum(self.changes.values())

    @property
    def total(self) -> int:
        """The number of inputs."""
        return self.built + sum(self.rejected.values()) + self.held

    @property
    def clean(self) -> bool:
        """Whether nothing was rejected or quarantined."""
        return not self.rejected and not self.held


def kind_of_reason(reason: str) -> str:
    """Return a reason without what is particular to one input.

    >>> kind_of_reason("the id 'a' came before (in x.txt)"), kind_of_reason("broken JSON: Extra data (column 3)")
    ('the id … came before', 'broken JSON')
    """
    return re.split(r"\s*[:(]", re.sub(r"'[^']*'|\"[^\"]*\"", "…", reason), maxsplit=1)[0]


def build(
    inputs: Iterable[Article | Rejected],
    store: Store,
    *,
    reader: Reads,
    check: Checks = validate,
) -> Iterator[Outcome]:
    """Build each input into ``store`` and yield what became of it.

    An article that was built before is replaced; one that violates a shape is quarantined with the reasons, and what the
    store held of it goes. The store is flushed now and then, and at the end.
    """
    for number, item in enumerate(inputs, start=1):
        yield item if isinstance(item, Rejected) else _build(item, store, reader, check)
        if number % _CHECKPOINT == 0:
            store.flush()
    store.flush()


def _build(article: Article, store: Store, reader: Reads, check: Checks) -> Outcome:
    """Take one article the whole way."""
    try:
        reading = reader.read(article)
        graph = article_graph(reading, base=store.base)
    except Exception as error:  # noqa: BLE001 (one article that cannot be read must not stop the others)
        reason = ("graph", str(error)) if isinstance(error, GraphError) else ("reading", f"{type(error).__name__}: {error}")
        held = Quarantined(terms.iri(terms.article_path(article.id), base=store.base), article.id, (reason,), ())
        store.quarantine(held)
        return held
    named = [Quad(t.subject, t.predicate, t.object, _ENTITIES) for t in naming_triples(graph.quads)]
    report = check([*graph.quads, *named], context=context(store, graph.quads))
    if not report.conforms:
        reasons = tuple((finding.shape, finding.message_en) for finding in report.findings if finding.severity == "Violation")
        held = Quarantined(graph.iri.value, article.id, reasons, graph.quads)
        store.quarantine(held)
        return held
    change = store.replace(graph.iri, graph.quads, graph.things)
    warnings = tuple(finding.message_en for finding in report.findings)
    return Built(article.id, change, facts=len(reading.facts), quads=len(graph.quads), warnings=warnings)


def context(store: Store, quads: Iterable[Quad]) -> set[Quad]:
    """Return what the shipped data say of the things that an article's graph speaks of.

    What other articles say of them is left aside, so that the verdict on an article does not depend on the rest of the store.
    """
    claims = terms.iri("claim/", base=store.base)
    nodes = {term for quad in quads for term in (quad.subject, quad.object) if isinstance(term, NamedNode)}
    known = (node for node in nodes if not node.value.startswith(claims))
    said = (quad for node in known for graph in ("reference", "ontology") for quad in store.describe(node, graph))
    return {quad for quad in said if quad.predicate in _CONTEXT}
