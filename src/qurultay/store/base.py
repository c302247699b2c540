"""What a store is to the rest of the pipeline: a view to ask, a writer to fill, and their values.

Three small roles, after nomenklatura: a :class:`View` answers questions and gives out its quads, a
:class:`Writer` takes whole article graphs, a :class:`Store` is both. Whoever only asks takes a View, be it a
folder on disk or an endpoint on the network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Literal, Protocol, Self, TypeAlias

from pyoxigraph import BlankNode, NamedNode, Quad, Triple
from pyoxigraph import Literal as RdfLiteral

from qurultay.identity import Thing
from qurultay.identity.decisions import Decision

__all__ = ["Answer", "Change", "Decided", "Held", "Info", "Opened", "Quarantined", "Store", "Table", "Term", "View", "Writer"]

Term: TypeAlias = NamedNode | RdfLiteral | BlankNode | Triple
"""An RDF term that can stand in an answer."""

Change: TypeAlias = Literal["added", "replaced", "unchanged"]
"""What became of an article's graph when it was stored."""


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a SELECT query: its columns, and its rows with None where a variable is unbound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def only(self, columns: Iterable[str]) -> Table:
        """Return the table with these columns only, in this order."""
        places = [self.columns.index(name) for name in columns]
        return Table(tuple(self.columns[i] for i in places), tuple(tuple(row[i] for i in places) for row in self.rows))


Answer: TypeAlias = Table | bool | tuple[Triple, ...]
"""The answer to a SELECT, an ASK, or a CONSTRUCT or DESCRIBE query."""


@dataclass(frozen=True, slots=True)
class Quarantined:
    """An article graph that was kept out of the store, and why; ``reasons`` are (shape, message) pairs."""

    article: str
    identifier: str
    reasons: tuple[tuple[str, str], ...]
    quads: tuple[Quad, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """What came of the user's decisions on identity.

    ``moved`` is the number of local keys for which another key stands now. ``unknown`` are paths of which no article tells as yet;
    ``refused`` are pairs that were to be one and stay two, since an article tells them apart.
    """

    count: int
    moved: int
    unknown: tuple[str, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Info:
    """What a store holds, in numbers; ``kinds`` counts the things named in articles by family of kinds."""

    location: str
    base: str
    articles: int
    quads: int
    claims: int
    quarantined: int
    kinds: Mapping[str, int]
    languages: Mapping[str, int]
    graphs: Mapping[str, int]


class Held(Protocol):
    """What a store holds, as a writer reads it: Oxigraph's own store is one."""

    def quads_for_pattern(self, subject: Any, predicate: Any, object: Any, graph_name: Any = None, /) -> Iterator[Quad]:  # noqa: A002
        """Yield the quads with these terms, None standing for any."""

    def __contains__(self, quad: Any, /) -> bool:
        """Tell whether it holds a quad."""


class View(Protocol):
    """Something that can be asked."""

    @property
    def location(self) -> str:
        """The folder or the address of the store."""

    @property
    def base(self) -> str:
        """The base of its entities' IRIs."""

    def query(self, sparql: str, *, terms: Mapping[str, NamedNode | RdfLiteral] | None = None) -> Answer:
        """Answer a query, with variables replaced by ``terms``.

        Raises :class:`~qurultay.errors.QueryError` where the query is malformed.
        """

    def quads(self) -> Iterator[Quad]:
        """Yield every quad, in no order."""


class Opened(View, Protocol):
    """A view of a whole store, to be closed at the end; it is a context manager."""

    def quarantined(self) -> tuple[Quarantined, ...]:
        """Return the articles in quarantine, sorted by their IRIs."""

    def info(self) -> Info:
        """Count what the store holds."""

    def close(self) -> None:
        """Let the store go. It cannot be used afterwards."""

    def __enter__(self) -> Self:
        """Return the store itself, to be closed at the end."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the store."""


class Writer(Protocol):
    """Something that takes article graphs."""

    def replace(self, article: NamedNode, quads: Iterable[Quad], things: Iterable[Thing] = ()) -> Change:
        """Make ``quads`` all that the article's graph holds, in one transaction; it leaves the quarantine.

        ``things`` are what the article tells of things that may be known under other keys: in place of each stands the one that is kept.
        """

    def quarantine(self, item: Quarantined) -> None:
        """Keep an article graph apart; what the store held of the article is removed."""

    def decide(self, decisions: Iterable[Decision]) -> Decided:
        """Make ``decisions`` all that the user has decided on identity."""

    def decisions(self) -> tuple[Decision, ...]:
        """Return what the user has decided on identity, sorted."""

    def describe(self, node: NamedNode, graph: str) -> list[Quad]:
        """Return what one of the shipped graphs (``reference``, ``ontology`` ...) says of a node."""

    def flush(self) -> None:
        """Write out what is still in memory."""

    def close(self) -> None:
        """Flush, and let the store go, so that another process may write to it."""


class Store(Opened, Writer, Protocol):
    """A view and a writer in one."""
