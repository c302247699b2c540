"""Reads a user's links to other data sets: which thing of the graph is which thing elsewhere.

A file of tab-separated values in UTF-8; a line that begins with ``#`` is a remark::

    thing           elsewhere                                   predicate
    state/AZ        http://www.wikidata.org/entity/Q227
    person/a-bell   https://example.org/people/anna-bell        skos:closeMatch

The heading is needed, the third column is not: a link without a predicate is told as ``owl:sameAs`` and as ``skos:exactMatch``, as the
shipped ones are.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from pyoxigraph import NamedNode, Triple

from qurultay import terms
from qurultay.errors import InputError

__all__ = ["PREDICATES", "read_links"]

PREDICATES = (
    "owl:sameAs",
    "skos:exactMatch",
    "skos:closeMatch",
    "skos:broadMatch",
    "skos:narrowMatch",
    "skos:relatedMatch",
    "rdfs:seeAlso",
)
"""What a link may say."""

_BOTH = ("owl:sameAs", "skos:exactMatch")
_COLUMNS = ["thing", "elsewhere", "predicate"]
_PATH = re.compile(r"[a-z][a-z-]*/[^\s<>\"{}|\\^`#?]+")
_WEB = re.compile(r"https?://[^\s<>\"{}|\\^`/?#]+[^\s<>\"{}|\\^`]*")


def read_links(path: str | Path, *, base: str = terms.BASE) -> tuple[Triple, ...]:
    """Return the links in a file, each once, in its order.

    A thing is a path below ``base``, a CURIE or an address; what is elsewhere is a CURIE or an http(s) address. Raises
    :class:`~qurultay.errors.InputError` where the file cannot be read, and with its line where one is no link.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"the links cannot be read: {error}", path=str(path)) from error
    rows = [(number, line.split("\t")) for number, line in enumerate(text.splitlines(), start=1) if line.strip() and line[0] != "#"]
    if not rows or rows[0][1] not in (_COLUMNS, _COLUMNS[:2]):
        raise InputError(f"the first line must name the columns {', '.join(_COLUMNS)}, parted by tabs", path=str(path))
    found: dict[Triple, None] = {}
    for number, cells in rows[1:]:
        try:
            found.update(dict.fromkeys(_triples([cell.strip() for cell in cells], base)))
        except ValueError as error:
            raise InputError(str(error), path=str(path), line=number) from error
    return tuple(found)


def _triples(cells: list[str], base: str) -> list[Triple]:
    """Return what one line says; raises ValueError with the reason where it is no link."""
    if not 2 <= len(cells) <= 3:
        raise ValueError(f"a link has two or three columns, parted by tabs, not {len(cells)}")
    thing, elsewhere, predicate = (*cells, "")[:3]
    if predicate and predicate not in PREDICATES:
        raise ValueError(f"{predicate!r} is none of {', '.join(PREDICATES)}")
    subject, there = _thing(thing, base), _address(elsewhere)
    if subject == there:
        raise ValueError(f"{thing!r} is linked to itself")
    return [Triple(subject, NamedNode(terms.expand(name)), there) for name in ([predicate] if predicate else _BOTH)]


def _thing(value: str, base: str) -> NamedNode:
    return NamedNode(terms.iri(value, base=base)) if _PATH.fullmatch(value) and _printable(value) else _address(value)


def _address(value: str) -> NamedNode:
    """Return a node of the web; other schemes have no place in a link that a page may show."""
    prefix, colon, local = value.partition(":")
    full = terms.expand(value) if colon and prefix in terms.PREFIXES and not local.startswith("//") else value
    if not _WEB.fullmatch(full) or not _printable(full):
        raise ValueError(f"{value!r} is no http or https address, and no name such as wd:Q227")
    return NamedNode(full)


def _printable(value: str) -> bool:
    """Tell whether a value has no sign that is not seen, such as one that turns the direction of writing."""
    return value.isascii() or all(unicodedata.category(sign)[0] not in "CZ" for sign in value)
