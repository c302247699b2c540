"""The text of what is sent to a server: terms write themselves, and nothing else is put into a query."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from qurultay import terms as names
from qurultay.errors import QueryError, StoreError

__all__ = ["batches", "form_of", "group", "sendable", "with_prefixes", "with_values"]

_STRING = r"\"\"\".*?\"\"\"|'''.*?'''|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'"
_TOKENS = re.compile(rf"#[^\n]*|<[^<>\"{{}}|^`\\\s]*>|{_STRING}|\{{|[A-Za-z]+|.", re.DOTALL)
_PREFIX = re.compile(r"#[^\n]*|<[^<>\s]*>|PREFIX\s+([^\s:]*):", re.IGNORECASE)
_PROLOGUE = re.compile(r"(?:\s|#[^\n]*(?:\n|\Z)|PREFIX\s+[^\s:]*:\s*<[^<>\s]*>|BASE\s*<[^<>\s]*>)*", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]+")
_UNFIT = re.compile(r"[\x00-\x20\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MOST_BYTES = 500_000


def form_of(sparql: str) -> str:
    """Return the form of a query or update in capitals, "" where none can be found.

    >>> form_of("# SELECT\\nPREFIX ask: <http://e.org/> construct { ?s ?p ?o } where {}")
    'CONSTRUCT'
    """
    start = _PROLOGUE.match(sparql)
    word = _WORD.match(sparql, start.end() if start else 0)
    return word[0].upper() if word else ""


def with_values(sparql: str, terms: Mapping[str, NamedNode | Literal]) -> str:
    """Return the query with variables bound to ``terms`` at the start of its outermost pattern.

    >>> from pyoxigraph import Literal
    >>> with_values("SELECT ?a WHERE { ?a ?p ?o }", {"o": Literal("x")})
    'SELECT ?a WHERE { VALUES (?o) { ("x") } ?a ?p ?o }'
    """
    if not terms:
        return sparql
    for term in terms.values():
        sendable(term)
    block = f"{{ VALUES ({' '.join(f'?{name}' for name in terms)}) {{ ({' '.join(str(term) for term in terms.values())}) }}"
    found = next((m for m in _TOKENS.finditer(sparql) if m[0] == "{" and not _is_template(sparql, m.start())), None)
    if found is None:
        raise QueryError("the query has no pattern that could take its parameters")
    return sparql[: found.start()] + block + sparql[found.end() :]


def _is_template(sparql: str, start: int) -> bool:
    """Tell whether a brace opens the template of a CONSTRUCT, and not a pattern."""
    return sparql[:start].rstrip().upper().endswith("CONSTRUCT")


def with_prefixes(sparql: str) -> str:
    """Declare the prefixes of the contract that a query uses and does not declare: SPARQL allows no prefix twice.

    >>> with_prefixes("PREFIX Q: <urn:a> PREFIX org: <urn:b> ASK { ?s Q:a org:b ; a q:Claim }").splitlines()[0]
    'PREFIX q: <https://w3id.org/qurultay/ontology#>'
    >>> with_prefixes("PREFIX Q: <urn:a> PREFIX org: <urn:b> ASK { ?s Q:a org:b ; a q:Claim }").count("PREFIX org:")
    1
    """
    start = _PROLOGUE.match(sparql)
    own = set(_PREFIX.findall(start[0] if start else ""))
    lines = [f"PREFIX {p}: <{iri}>\n" for p, iri in names.PREFIXES.items() if p not in own and re.search(rf"\b{p}:", sparql)]
    return "".join(lines) + sparql


def sendable(term: object) -> None:
    """Refuse a term that is no part of data to be sent: a blank node, or an IRI with a control character in it.

    Raises :class:`~qurultay.errors.StoreError`.

    >>> sendable(NamedNode("https://example.org/a\\u202eb"))
    Traceback (most recent call last):
        ...
    qurultay.errors.StoreError: 'https://example.org/a\\u202eb' is not sent: it has a control character in it
    """
    if isinstance(term, NamedNode):
        if _UNFIT.search(term.value):
            raise StoreError(f"{term.value!r} is not sent: it has a control character in it")
    elif not isinstance(term, Literal):
        raise StoreError(f"{term} is not sent: servers give blank nodes other names, so that they could not be found again")


def batches(quads: Iterable[Quad], most: int, *, most_bytes: int = _MOST_BYTES) -> Iterator[list[Quad]]:
    """Yield quads in order, at most so many at a time, and fewer where they are long. Raises as :func:`sendable`."""
    batch: list[Quad] = []
    size = 0
    for quad in quads:
        for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
            sendable(term)
        batch.append(quad)
        size += len(str(quad))
        if len(batch) >= most or size >= most_bytes:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def group(quads: Iterable[Quad]) -> str:
    """Return quads as SPARQL quad data; the terms write themselves.

    >>> a = NamedNode("https://example.org/a")
    >>> group([Quad(a, a, Literal("x"), a)])
    'GRAPH <https://example.org/a> { <https://example.org/a> <https://example.org/a> "x" .\\n}'
    """
    by_graph: dict[object, list[Quad]] = {}
    for quad in quads:
        by_graph.setdefault(quad.graph_name, []).append(quad)
    return "\n".join(f"GRAPH {graph} {{ {''.join(f'{quad.triple} .' + chr(10) for quad in its)}}}" for graph, its in by_graph.items())
