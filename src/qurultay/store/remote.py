"""A store behind a SPARQL 1.1 endpoint, asked through SPARQLWrapper.

Terms take the place of variables by a ``VALUES`` block at the start of the query's pattern, written by the
terms themselves. The default graph of endpoints differs: shipped questions name ``GRAPH ?g`` throughout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Self
from urllib.error import URLError

from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, RdfFormat, Triple, parse, parse_query_results
from SPARQLWrapper import POST, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

from qurultay import terms as names
from qurultay.errors import QueryError, StoreError
from qurultay.store.ask import answer
from qurultay.store.base import Answer, Table

__all__ = ["RemoteView", "with_values"]

_STRING = r"\"\"\".*?\"\"\"|'''.*?'''|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'"
_TOKENS = re.compile(rf"#[^\n]*|<[^<>\"{{}}|^`\\\s]*>|{_STRING}|\{{|[A-Za-z]+|.", re.DOTALL)
_ACCEPT = "application/sparql-results+json, application/n-triples;q=0.9, text/turtle;q=0.8"
_PREFIX = re.compile(r"^\s*PREFIX\s+([\w-]*):", re.IGNORECASE | re.MULTILINE)


class RemoteView:
    """A SPARQL endpoint, for asking only. ``location`` is the address of its query service, http or https."""

    def __init__(self, location: str, *, base: str = names.BASE, timeout_s: int = 60) -> None:
        if not re.match(r"https?://", location):
            raise StoreError(f"{location!r} is not an http or https address")
        self._location, self._base, self._timeout_s = location, base, timeout_s

    @property
    def location(self) -> str:
        """The address of the endpoint."""
        return self._location

    @property
    def base(self) -> str:
        """The base of its entities' IRIs."""
        return self._base

    def query(self, sparql: str, *, terms: Mapping[str, NamedNode | Literal] | None = None) -> Answer:
        """Send a query and return its answer; see :class:`~qurultay.store.base.View`.

        Raises :class:`~qurultay.errors.StoreError` where the endpoint cannot be reached or answers what cannot be read.
        """
        wrapper = SPARQLWrapper(self._location)
        wrapper.setMethod(POST)
        wrapper.setOnlyConneg(True)
        wrapper.setTimeout(self._timeout_s)
        wrapper.setQuery(_with_prefixes(with_values(sparql, terms or {})))
        wrapper.addCustomHttpHeader("Accept", _ACCEPT)
        try:
            response = wrapper.query().response
            kind, body = response.headers.get("Content-Type", "").partition(";")[0].strip().lower(), response.read()
        except SPARQLWrapperException as error:
            raise QueryError(f"{self._location} refused the query: {str(error)[:500]}") from error
        except (URLError, OSError) as error:
            raise StoreError(f"{self._location} cannot be reached: {error}") from error
        try:
            return _parsed(body, kind)
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"{self._location} answered with {kind or 'nothing'} that cannot be read: {error}") from error

    def quads(self) -> Iterator[Quad]:
        """Yield every quad of the endpoint's named graphs."""
        found = self.query("SELECT ?s ?p ?o ?g WHERE { GRAPH ?g { ?s ?p ?o } }")
        if isinstance(found, Table):
            yield from (Quad(*row) for row in found.rows)  # type: ignore[arg-type]

    def close(self) -> None:
        """Do nothing: no connection is kept."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def with_values(sparql: str, terms: Mapping[str, NamedNode | Literal]) -> str:
    """Return the query with variables bound to ``terms`` at the start of its outermost pattern.

    >>> from pyoxigraph import Literal
    >>> with_values("SELECT ?a WHERE { ?a ?p ?o }", {"o": Literal("x")})
    'SELECT ?a WHERE { VALUES (?o) { ("x") } ?a ?p ?o }'
    """
    if not terms:
        return sparql
    block = f"{{ VALUES ({' '.join(f'?{name}' for name in terms)}) {{ ({' '.join(str(term) for term in terms.values())}) }}"
    found = next((m for m in _TOKENS.finditer(sparql) if m[0] == "{" and not _is_template(sparql, m.start())), None)
    if found is None:
        raise QueryError("the query has no pattern that could take its parameters")
    return sparql[: found.start()] + block + sparql[found.end() :]


def _is_template(sparql: str, start: int) -> bool:
    """Tell whether a brace opens the template of a CONSTRUCT, and not a pattern."""
    return sparql[:start].rstrip().upper().endswith("CONSTRUCT")


def _with_prefixes(sparql: str) -> str:
    """Declare the prefixes of the contract that a query uses and does not declare."""
    own = {found.lower() for found in _PREFIX.findall(sparql)}
    lines = [f"PREFIX {p}: <{iri}>\n" for p, iri in names.PREFIXES.items() if p not in own and re.search(rf"\b{p}:", sparql)]
    return "".join(lines) + sparql


def _parsed(body: bytes, kind: str) -> Answer:
    """Read an endpoint's answer by the kind that it says it is."""
    if results := QueryResultsFormat.from_media_type(kind):
        return answer(parse_query_results(body, format=results))
    if form := RdfFormat.from_media_type(kind):
        return tuple(Triple(q.subject, q.predicate, q.object) for q in parse(body, format=form))
    raise ValueError("an unknown kind of answer")
