"""Finds in a query what may not be asked here: ``SERVICE``, which asks other servers, and ``FROM``, which names the data set.

It reads tokens, not grammar, and stays on the safe side of what the engine's parser takes. That parser tells keywords without regard to
what stands beside them (``SERVICEex:a``, ``service:a`` and ``trueSERVICE`` call a service), takes ``<`` for the start of an IRI or for
"less than" as the place asks, and falls back on a shorter name where a prefixed name gives no IRI. So both readings of each ``<`` are
followed; a keyword may stand within a variable, a language tag, a blank node's label and the local part of a prefixed name, and nowhere
else outside of strings, comments and IRIs. A query is read as it is, and once more with its ``\\u`` escapes resolved everywhere
(SPARQL 1.1, section 19.2). What slips through all the same finds no network: see :mod:`qurultay.serve.jail`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["refused"]

_KEYWORDS = re.compile(r"service|from", re.IGNORECASE | re.ASCII)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*)+")
_IRI = re.compile(r"<(?:[^<>\"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>")
_STRING = re.compile(
    r'"""(?:"{0,2}(?:[^"\\]|\\.))*"""'
    r"|'''(?:'{0,2}(?:[^'\\]|\\.))*'''"
    r'|"(?:[^"\\\r\n]|\\.)*"'
    r"|'(?:[^'\\\r\n]|\\.)*'",
    re.DOTALL,
)
_EXEMPT = re.compile(r"[?$][A-Za-z0-9_]*|@[A-Za-z]+(?:-[A-Za-z0-9]+)*|_:[A-Za-z0-9_]*")
_NAME = re.compile(r"([A-Za-z][A-Za-z0-9_-]*)?:([A-Za-z0-9_-]*)")
_WORD = re.compile(r"[A-Za-z]+")
_BARE_AUTHORITY = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#>]*>")
"""An IRI to which not every local name can be added, such as ``<http://host:>``."""

_WHY = {
    "service": "SERVICE is not allowed: this endpoint asks no other server (a prefix may not be called like it)",
    "from": "FROM is not allowed: name graphs by GRAPH, or by the parameters default-graph-uri and named-graph-uri",
}


def refused(sparql: str) -> str | None:
    """Return why a query is refused; None where it is not.

    >>> refused("SELECT ?service { ?s ?p '''SERVICE''' } # FROM")
    >>> refused("SELECT * { serv\\\\u0069ce <http://x.example/> {} }")[:22]
    'SERVICE is not allowed'
    """
    for text in dict.fromkeys((sparql, _ESCAPE.sub(_unescaped, sparql))):
        if _KEYWORDS.search(text) and (found := next(_keywords(text), None)):
            return _WHY[found.lower()]
    return None


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1] or found[2], 16)
    return chr(code) if code < 0x110000 else found[0]


def _keywords(text: str) -> Iterator[str]:
    """Yield the keywords that stand where the parser may take them for such, on any reading of the text."""
    suspicious = _BARE_AUTHORITY.search(text) is not None
    todo, seen = [0], set()
    while todo:
        at = todo.pop()
        while at < len(text) and at not in seen:
            seen.add(at)
            if text.startswith("//", at):
                break  # outside of IRIs, where no query has it: this reading is none
            if text[at] == "<" and (iri := _IRI.match(text, at)):
                todo.append(iri.end())
            elif found := _SPACE.match(text, at) or _STRING.match(text, at) or _EXEMPT.match(text, at):
                at = found.end()
                continue
            elif found := _NAME.match(text, at):
                yield from _KEYWORDS.findall(found[1] or "")
                if suspicious and (start := _KEYWORDS.match(found[2])):
                    yield start[0]
                at = found.end()
                continue
            elif found := _WORD.match(text, at):
                yield from _KEYWORDS.findall(found[0])
                at = found.end()
                continue
            at += 1
