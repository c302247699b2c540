"""Answers a query in the form that is wanted, whole and within limits, or says why not; runs in a worker process."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import pyoxigraph as ox
from pyoxigraph import NamedNode, QueryResultsFormat, RdfFormat, Triple, serialize

from qurultay import terms
from qurultay.errors import QurultayError
from qurultay.serve.negotiation import chosen
from qurultay.serve.refusal import refused

__all__ = ["GRAPHS", "RESULTS", "RefusedError", "Reply", "answered", "rows_in"]

RESULTS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
    "application/json": QueryResultsFormat.JSON,
    "application/xml": QueryResultsFormat.XML,
    "text/xml": QueryResultsFormat.XML,
}
"""The forms of what SELECT and ASK answer, by media type; the first is given where any will do."""

GRAPHS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/n-quads": RdfFormat.N_QUADS,
    "text/plain": RdfFormat.N_TRIPLES,
}
"""The forms of what CONSTRUCT and DESCRIBE answer."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back to who asked: a status of HTTP, a media type and the bytes, and headers of its own."""

    status: int
    kind: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


class RefusedError(QurultayError, ValueError):
    """A request that is answered with an error: its status, and what to do about it."""

    def __init__(self, status: int, reason: str, **headers: str) -> None:
        self.status, self.reason, self.headers = status, reason, headers
        super().__init__(reason)


class _TooLongError(Exception):
    """An answer of more bytes than are allowed."""


class _Bounded:
    """A stream that takes so many bytes and no more, so that a query stops that answers without end."""

    def __init__(self, most: int) -> None:
        self.parts: list[bytes] = []
        self._left = most

    def write(self, data: bytes) -> int:
        self._left -= len(data)
        if self._left < 0:
            raise _TooLongError
        self.parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Do nothing: all is kept."""


def answered(
    store: ox.Store, sparql: str, *, accept: str | None, rows: int, size: int, default: Sequence[str] = (), named: Sequence[str] = ()
) -> Reply:
    """Return the answer to a query. Raises :class:`RefusedError`, with 400, 406 or 413.

    ``default`` and ``named`` are graphs of the store that make the data set; without them all graphs are named, and the default graph
    is their union.
    """
    if why := refused(sparql):
        raise RefusedError(400, why)
    dataset = _dataset(store, default, named)
    try:
        found: Any = store.query(sparql, prefixes=terms.PREFIXES, **dataset)
    except (SyntaxError, ValueError) as error:
        raise RefusedError(400, f"the query cannot be read: {error}") from error
    except OSError as error:
        raise _failed(error) from error
    kinds = GRAPHS if isinstance(found, ox.QueryTriples) else RESULTS
    kind = chosen(accept, list(kinds))
    if kind is None:
        raise RefusedError(406, f"this query can be answered as {', '.join(kinds)}")
    try:
        body = _graph(found, GRAPHS[kind], rows, size) if isinstance(found, ox.QueryTriples) else _results(found, RESULTS[kind], rows, size)
    except _TooLongError as error:
        raise RefusedError(413, f"the answer has more than {size} bytes: ask for less, with LIMIT and OFFSET") from error
    except RefusedError:
        raise
    except (OSError, RuntimeError, ValueError) as error:
        raise _failed(error) from error
    charset = "; charset=utf-8" if kind.startswith("text/") else ""
    return Reply(200, kind + charset, body)


def _dataset(store: ox.Store, default: Sequence[str], named: Sequence[str]) -> dict[str, Any]:
    """Return the engine's arguments for a data set (SPARQL 1.1 Protocol, section 2.1.4); graphs that the store has not are refused."""
    if not default and not named:
        return {"use_default_graph_as_union": True}
    try:
        nodes = {name: NamedNode(name) for name in (*default, *named)}
    except ValueError as error:
        raise RefusedError(400, f"a graph is named by an absolute IRI: {error}") from error
    for name, node in nodes.items():
        if not store.contains_named_graph(node):
            raise RefusedError(400, f"there is no graph <{name}> here, and none is fetched from elsewhere")
    return {"default_graph": [nodes[name] for name in default], "named_graphs": [nodes[name] for name in named]}


def _failed(error: Exception) -> RefusedError:
    """Return the refusal of a query that went wrong while it was answered."""
    if isinstance(error, PermissionError):
        return RefusedError(400, "the query asks another server, which is not allowed here")
    if isinstance(error, OSError):
        return RefusedError(500, f"the store cannot be read: {error}")
    return RefusedError(400, f"the query cannot be answered: {error}")


def _results(found: Any, form: QueryResultsFormat, rows: int, size: int) -> bytes:
    out = _Bounded(size)
    found.serialize(out, format=form)
    body = b"".join(out.parts)
    if rows_in(body, form, most=rows) > rows:
        raise _too_many(rows)
    return body


def _graph(found: ox.QueryTriples, form: RdfFormat, rows: int, size: int) -> bytes:
    triples = list(islice(found, rows + 1))
    if len(triples) > rows:
        raise _too_many(rows)
    out: Any = _Bounded(size)
    unique: list[Triple] = list(dict.fromkeys(triples))
    serialize(unique, out, format=form, prefixes=None if form in (RdfFormat.N_TRIPLES, RdfFormat.N_QUADS) else terms.PREFIXES)
    return b"".join(out.parts)


def _too_many(rows: int) -> RefusedError:
    return RefusedError(413, f"the answer has more than {rows} rows: ask for less, with LIMIT and OFFSET")


def rows_in(body: bytes, form: QueryResultsFormat, *, most: int) -> int:
    """Return how many rows an answer has; where it is quickly seen that these are no more than ``most``, a number that is no more.

    >>> rows_in(b'{"head":{"vars":["a"]},"results":{"bindings":[{},{}]}}', QueryResultsFormat.JSON, most=1)
    2
    """
    if form == QueryResultsFormat.XML:
        return len(re.findall(rb"<result[ />]", body))
    if form == QueryResultsFormat.TSV:
        return max(body.count(b"\n") - 1, 0)
    between = b"},{" if form == QueryResultsFormat.JSON else b"\n"
    if (bound := body.count(between) + 1) <= most:
        return bound
    if form == QueryResultsFormat.JSON:
        return len(json.loads(body).get("results", {}).get("bindings", ()))
    return max(sum(1 for _ in csv.reader(io.StringIO(body.decode(), newline=""))) - 1, 0)
