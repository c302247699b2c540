"""What servers do differently: the one place where Qurultay knows one store from another.

A server says what it is in the ``Server`` header of its answers. Where it says nothing that is known here, it is taken to follow the
standards: SPARQL 1.1 Query, Update, Protocol and Graph Store Protocol. ``docs/stores.md`` has the same as a table, with how it was tried.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pyoxigraph import Literal, NamedNode, Quad, Triple

from qurultay import terms
from qurultay.store.base import Answer, Table

__all__ = ["PLAIN", "Dialect", "dialect_of"]

_T = TypeVar("_T")
_XSD = terms.PREFIXES["xsd"]
_KEPT = "urn:qurultay:kept:"
"""What stands before the datatype of a literal that the server would not give back as it was."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """The ways of a server.

    ``quads_a_request`` is how many quads one update takes; ``parameters`` go with every query;
    ``safe`` gives, for each datatype of XML Schema that the server gives back as it got it, the lexical forms of which that is true: None
    where it is true of all. ``cuts_graphs`` tells whether the answers to CONSTRUCT end at a limit of rows without a word,
    ``deletes_by_graph`` whether quads of several graphs cannot be removed in one request.
    """

    name: str
    quads_a_request: int = 1_000
    parameters: Mapping[str, str] = field(default_factory=dict)
    safe: Mapping[str, re.Pattern[str]] | None = None
    cuts_graphs: bool = False
    deletes_by_graph: bool = False

    def kept(self, term: _T) -> _T:
        """Return a term as it is sent: one that would come back changed gets a datatype that the server leaves alone."""
        if self.safe is None or not isinstance(term, Literal) or not term.datatype.value.startswith(_XSD) or term.language:
            return term
        form = self.safe.get(term.datatype.value[len(_XSD) :])
        if form is not None and form.fullmatch(term.value):
            return term
        changed: Any = Literal(term.value, datatype=NamedNode(_KEPT + term.datatype.value))
        return changed  # type: ignore[no-any-return]

    def kept_quad(self, quad: Quad) -> Quad:
        """Return a quad as it is sent."""
        term = self.kept(quad.object)
        return quad if term is quad.object else Quad(quad.subject, quad.predicate, term, quad.graph_name)

    def restored(self, term: _T) -> _T:
        """Return a term of an answer as it was before it was sent."""
        if self.safe is None or not isinstance(term, Literal) or not term.datatype.value.startswith(_KEPT):
            return term
        changed: Any = Literal(term.value, datatype=NamedNode(term.datatype.value.removeprefix(_KEPT)))
        return changed  # type: ignore[no-any-return]

    def answer(self, found: Answer) -> Answer:
        """Return an answer as the standard has it: with the terms that were sent, and a boolean for an ASK."""
        if isinstance(found, Table):
            if found.columns == ("__ASK_RETVAL",):
                return any(row[0] is not None and isinstance(row[0], Literal) and row[0].value == "1" for row in found.rows)
            if self.safe is not None:
                return Table(found.columns, tuple(tuple(self.restored(term) for term in row) for row in found.rows))
        elif isinstance(found, tuple) and self.safe is not None:
            return tuple(Triple(t.subject, t.predicate, self.restored(t.object)) for t in found)
        return found


def dialect_of(server: str) -> Dialect:
    """Return the ways of the server that calls itself so in the header ``Server``.

    >>> dialect_of("Virtuoso/07.20.3229 (Linux) x86_64-pc-linux-gnu").name, dialect_of("nginx").name
    ('Virtuoso', 'any other')
    """
    return next((dialect for dialect in (_OXIGRAPH, _VIRTUOSO) if server.startswith(dialect.name)), PLAIN)


PLAIN = Dialect("any other")
"""The ways of a server that follows the standards."""

_OXIGRAPH = Dialect("Oxigraph", parameters={"union-default-graph": "true"})

_YEAR = r"\d{4}"
_ZONE = r"(?:Z|[+-]\d\d:\d\d)?"
_ANY = r"(?s:.*)"

_VIRTUOSO = Dialect(
    "Virtuoso",
    cuts_graphs=True,
    deletes_by_graph=True,  # DELETE DATA over two graphs leaves literals with a language or an own datatype where they are
    safe={
        name: re.compile(form)
        for name, form in {
            "string": _ANY,
            "anyURI": _ANY,
            "integer": r"0|-?[1-9]\d{0,17}",
            "decimal": r"0|-?[1-9]\d{0,14}|-?(?:0|[1-9]\d{0,14})\.\d{0,14}[1-9]",
            "date": rf"{_YEAR}-\d\d-\d\d{_ZONE}",
            "gYear": rf"{_YEAR}{_ZONE}",
            "gYearMonth": rf"{_YEAR}-\d\d{_ZONE}",
            "gMonthDay": rf"--\d\d-\d\d{_ZONE}",
            "gMonth": rf"--\d\d{_ZONE}",
            "gDay": rf"---\d\d{_ZONE}",
            "dateTime": rf"{_YEAR}-\d\d-\d\dT\d\d:\d\d:\d\d{_ZONE}",
            "time": r"\d\d:\d\d:\d\d",
        }.items()
    },
)
