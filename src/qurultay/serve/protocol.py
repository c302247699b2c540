"""Reads a request by the SPARQL 1.1 Protocol: https://www.w3.org/TR/sparql11-protocol/#query-operation."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from qurultay.serve.answers import RefusedError

__all__ = ["FORM", "QUERY", "Asked", "body_of", "from_direct", "from_form", "from_url"]

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
_READ_ONLY = "this endpoint is read only: it takes queries, and no updates"
_MOST_FIELDS = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """A query and the graphs of its data set; () for both is the store's own."""

    query: str
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def from_url(raw: bytes) -> Asked | None:
    """Return what a GET asks, from the raw query part of its address; None where it has none.

    Raises :class:`RefusedError` (400).

    >>> from_url(b"query=ASK%20%7B%7D").query
    'ASK {}'
    """
    pairs = _pairs(raw)
    return _asked(pairs) if pairs else None


def from_form(raw: bytes, body: bytes) -> Asked:
    """Return what a POST of a form asks. Raises :class:`RefusedError` (400)."""
    if any(name in ("query", "update") for name, _ in _pairs(raw)):
        raise RefusedError(400, "a form holds the query itself, and not its address")
    return _asked(_pairs(body))


def from_direct(raw: bytes, body: bytes, charset: str) -> Asked:
    """Return what a POST of a bare query asks; graphs are named in its address. Raises :class:`RefusedError` (400, 415)."""
    if charset.lower().strip('"') not in ("", "utf-8", "utf8"):
        raise RefusedError(415, "a query is written in UTF-8")
    pairs = _pairs(raw)
    if any(name in ("query", "update") for name, _ in pairs):
        raise RefusedError(400, "the query stands in the body, and not in the address too")
    return _asked([*pairs, ("query", _text(body))])


async def body_of(stream: AsyncIterator[bytes], *, declared: str | None, most: int, within_s: float) -> bytes:
    """Return the body of a request. Raises :class:`RefusedError`: 413 for too long a body, 408 for too slow a one."""
    if declared is not None and declared.isdigit() and int(declared) > most:
        raise _too_long(most)
    parts, size = [], 0
    try:
        async with asyncio.timeout(within_s):
            async for part in stream:
                size += len(part)
                if size > most:
                    raise _too_long(most)
                parts.append(part)
    except TimeoutError:
        raise RefusedError(408, "the request took too long to arrive", Connection="close") from None
    return b"".join(parts)


def _too_long(most: int) -> RefusedError:
    return RefusedError(413, f"a request has no more than {most} bytes", Connection="close")


def _pairs(raw: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(_text(raw), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except UnicodeDecodeError as error:
        raise RefusedError(400, "what is sent is no UTF-8") from error
    except ValueError as error:
        raise RefusedError(400, f"a request has no more than {_MOST_FIELDS} parameters") from error


def _text(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise RefusedError(400, "what is sent is no UTF-8") from error


def _asked(pairs: Sequence[tuple[str, str]]) -> Asked:
    queries = [value for name, value in pairs if name == "query"]
    if any(name == "update" for name, _ in pairs):
        raise RefusedError(400, _READ_ONLY)
    if len(queries) != 1:
        raise RefusedError(400, f"one query is asked at a time, in the parameter query; here are {len(queries)}")
    if "\0" in queries[0]:
        raise RefusedError(400, "a query holds no NUL")
    graphs = [tuple(value for name, value in pairs if name == f"{kind}-graph-uri") for kind in ("default", "named")]
    return Asked(queries[0], *graphs)
