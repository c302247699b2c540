"""The services of a store on a server: SPARQL 1.1 Query and Update by SPARQLWrapper, and the Graph Store Protocol.

SPARQLWrapper makes the requests, and :mod:`qurultay.store.transport` sends them: the wrapper's own way of sending follows redirects with
the password, keeps the password of HTTP Digest for the whole process, and shows it when it is printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any, cast
from urllib.parse import quote
from urllib.request import Request

from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, RdfFormat, Triple, parse, parse_query_results, serialize
from SPARQLWrapper import POST, SPARQLWrapper

import qurultay
from qurultay.errors import QueryError, StoreError
from qurultay.store.address import Address
from qurultay.store.ask import answer
from qurultay.store.base import Answer, Table
from qurultay.store.dialects import PLAIN, Dialect, dialect_of
from qurultay.store.sparql import batches, form_of, group, sendable, with_prefixes, with_values
from qurultay.store.transport import Reply, Transport

__all__ = ["CutOffError", "Service"]

_ACCEPT = {
    "SELECT": "application/sparql-results+json, application/sparql-results+xml;q=0.8",
    "ASK": "application/sparql-results+json, application/sparql-results+xml;q=0.8",
    "CONSTRUCT": "application/n-triples, text/turtle;q=0.8",
    "DESCRIBE": "application/n-triples, text/turtle;q=0.8",
}
_AGENT = f"qurultay/{qurultay.__version__}"
_TRIPLES_A_REQUEST = 20_000
_BYTES_A_REQUEST = 4_000_000
_LEAST_LIMIT = 10_000
"""No server cuts off answers that are shorter than this, unless it says so."""


class CutOffError(StoreError):
    """An answer that the server cut off after ``most`` rows."""

    def __init__(self, where: str, most: int) -> None:
        self.most = most
        super().__init__(f"{where} cuts answers off after {most} rows: ask for less, or allow more in the server's settings")


class Service:
    """Asks and changes a store on a server."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self._transport = Transport(address)
        self._dialect: Dialect | None = None

    @property
    def dialect(self) -> Dialect:
        """The ways of the server, as it has shown itself."""
        if self._dialect is None:
            self.query("ASK { GRAPH ?g { ?s ?p ?o } }", own=True)
        return self._dialect or PLAIN

    def query(self, sparql: str, terms: Mapping[str, NamedNode | Literal] | None = None, *, own: bool = False) -> Answer:
        """Send a query, with variables replaced by terms, and return its whole answer.

        ``own`` is for questions about the store's own books, which the data do not show. Raises
        :class:`~qurultay.errors.QueryError` where the query is malformed, or no query at all, and
        :class:`~qurultay.errors.StoreError` where the server cannot be reached or answers what cannot be read.
        """
        form = form_of(sparql)
        if form not in _ACCEPT:
            raise QueryError(f"a store is asked by {', '.join(_ACCEPT)}; this is {form or 'none of them'}")
        dialect = PLAIN if own else self.dialect
        kept = {name: dialect.kept(term) for name, term in (terms or {}).items()}
        wrapper = self._wrapper()
        wrapper.setQuery(with_prefixes(with_values(sparql, kept)))
        wrapper.queryType = form
        wrapper.addCustomHttpHeader("Accept", _ACCEPT[form])
        for name, value in dialect.parameters.items():
            wrapper.addParameter(name, value)
        reply = cast(Reply, wrapper.query().response)
        self._dialect = self._dialect or dialect_of(reply.server)
        try:
            found = self._dialect.answer(_parsed(reply))
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"{self.address.query} answered with {reply.kind or 'nothing'} that cannot be read: {error}") from error
        self._check_whole(found, reply)
        return found

    def rows(self, sparql: str, *, own: bool = False) -> tuple[tuple[Any, ...], ...]:
        """Send a SELECT query and return the rows of its answer."""
        found = self.query(sparql, own=own)
        return found.rows if isinstance(found, Table) else ()

    def update(self, sparql: str) -> None:
        """Send an update."""
        if self.address.update is None:
            raise StoreError(f"{self.address.query} can only be asked: give the address of its update service (QURULTAY_STORE_UPDATE)")
        wrapper = self._wrapper()
        wrapper.setQuery(sparql)
        wrapper.query()

    def insert(self, quads: Iterable[Quad]) -> None:
        """Add quads, in requests that the server can take."""
        self._send("INSERT", quads)

    def delete(self, quads: Iterable[Quad]) -> None:
        """Remove quads, in requests that the server can take."""
        self._send("DELETE", quads)

    def fill(self, graph: NamedNode, quads: Iterable[Quad]) -> None:
        """Make quads all that a graph holds: by the Graph Store Protocol where its address is known, else by updates."""
        sendable(graph)
        given = list(quads)
        if self.address.graphs is None or not given:
            self.update(f"CLEAR SILENT GRAPH {graph}")
            self.insert(given)
            return
        where = f"{self.address.graphs}{'&' if '?' in self.address.graphs else '?'}graph={quote(graph.value, safe='')}"
        method = "PUT"
        for batch in batches(map(self.dialect.kept_quad, given), _TRIPLES_A_REQUEST, most_bytes=_BYTES_A_REQUEST):
            data = serialize((quad.triple for quad in batch), format=RdfFormat.N_TRIPLES) or b""
            headers = {"Content-Type": "application/n-triples", "User-Agent": _AGENT}
            self._transport.send(Request(where, data=data, headers=headers, method=method))  # noqa: S310 (checked by Address)
            method = "POST"

    def _send(self, verb: str, quads: Iterable[Quad]) -> None:
        kept = sorted(map(self.dialect.kept_quad, quads), key=lambda quad: str(quad.graph_name))
        apart = verb == "DELETE" and self.dialect.deletes_by_graph
        parts = [list(its) for _, its in groupby(kept, key=lambda quad: quad.graph_name)] if apart else [kept]
        for batch in (batch for part in parts for batch in batches(part, self.dialect.quads_a_request)):
            self.update(f"{verb} DATA {{ {group(batch)} }}")

    def _wrapper(self) -> _Wrapper:
        wrapper = _Wrapper(self._transport, self.address)
        wrapper.setMethod(POST)
        wrapper.setOnlyConneg(True)
        return wrapper

    def _check_whole(self, found: Answer, reply: Reply) -> None:
        """Refuse an answer that the server cut off."""
        if isinstance(found, Table):
            if reply.most_rows is not None and len(found.rows) >= reply.most_rows:
                raise CutOffError(self.address.query, reply.most_rows)
        elif isinstance(found, tuple) and len(found) >= _LEAST_LIMIT and self.dialect.cuts_graphs:
            try:  # graphs are cut off without a word, and tables with one
                self.query("SELECT (1 AS ?one) WHERE { ?s ?p ?o }")
            except CutOffError as error:
                if len(found) >= error.most:
                    raise


class _Wrapper(SPARQLWrapper):
    """Makes requests as SPARQLWrapper does, and has them sent by a transport."""

    def __init__(self, transport: Transport, address: Address) -> None:
        super().__init__(address.query, updateEndpoint=address.update, agent=_AGENT)
        self._transport = transport

    def _query(self) -> Any:
        return self._transport.send(self._createRequest()), self.returnFormat


def _parsed(reply: Reply) -> Answer:
    """Read an answer by the kind that it says it is."""
    if results := QueryResultsFormat.from_media_type(reply.kind):
        return answer(parse_query_results(reply.body, format=results))
    if form := RdfFormat.from_media_type(reply.kind):
        return tuple(Triple(q.subject, q.predicate, q.object) for q in parse(reply.body, format=form))
    raise ValueError("an unknown kind of answer")
