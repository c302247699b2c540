"""Inputs become articles: files, folders and standard input, one by one, or the reason why not.

:func:`articles` walks what the user named and yields an :class:`~qurultay.model.Article` for each
article and an :class:`~qurultay.errors.InputError` for each input that cannot be one, so that nothing is
lost without a word. Nothing is kept in memory but the article at hand and the ids already seen.

======================  ==========================================================================
input                   article
======================  ==========================================================================
``NAME.txt``            one; the id is ``NAME``, the text is the whole file, to the letter
``NAME.html``, ``.htm`` one; the id is ``NAME``, the text is the page's article (extra ``html``)
``*.jsonl(.gz)``, ``-`` one a line; the text is headline, blank line, text
a folder                all such files below it, sorted by name; other files are passed over
======================  ==========================================================================
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from qurultay.errors import InputError, MissingExtraError
from qurultay.model import Article
from qurultay.sources import html, jsonl, plain
from qurultay.sources.fields import check_date
from qurultay.sources.plain import MAX_BYTES

__all__ = ["MAX_BYTES", "SUFFIXES", "Rejected", "articles", "expected"]

SUFFIXES = (".txt", ".html", ".htm", ".jsonl", ".jsonl.gz")
"""The endings of the files that are read."""

_LINE = "\x1f"


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that is no article, and the error that tells why."""

    error: InputError


def articles(
    inputs: Iterable[str], *, published: str | None = None, languages: Collection[str] = (), stdin: IO[bytes] | None = None
) -> Iterator[Article | Rejected]:
    """Yield the articles of ``inputs`` (paths, or "-"), and a :class:`Rejected` for what is none.

    ``published`` is the date given to articles that bring none. An article that says it is in another language than
    ``languages`` (any where that is empty) is rejected. An id that came before is rejected,
    and the reason names where it came first; an HTML file is rejected where its extra is not installed. Raises
    ValueError where ``published`` is no date.

    >>> list(articles([]))
    []
    """
    day = None if published is None else check_date(published)
    seen: dict[str, str] = {}
    for name in inputs:
        for found, where in _located(name, stdin):
            if isinstance(found, Rejected):
                yield found
            elif found.id in seen:
                yield _rejected(where, f"the id {found.id!r} came before (in {seen[found.id].replace(_LINE, ':')})")
            elif languages and found.language not in (None, *languages):
                yield _rejected(where, f"the language {found.language!r} is not read ({', '.join(languages)})")
            else:
                seen[found.id] = where
                yield found if found.published or day is None else replace(found, published=day)


def expected(inputs: Iterable[str]) -> int | None:
    """Return how many articles ``inputs`` will give at most; None where only reading tells (JSONL, standard input)."""
    total = 0
    for name in inputs:
        path = Path(name)
        files = [p for p in path.rglob("*") if p.name.lower().endswith(SUFFIXES)] if path.is_dir() else [path]
        if name == "-" or any(".jsonl" in p.suffixes for p in files):
            return None
        total += len(files)
    return total


def _rejected(where: str, reason: str) -> Rejected:
    """Reject what stands at a place, for a reason."""
    path, _, line = where.partition(_LINE)
    return Rejected(InputError(reason, path=path, line=int(line) if line else None))


def _located(name: str, stdin: IO[bytes] | None) -> Iterator[tuple[Article | Rejected, str]]:
    """Yield what one input holds, with the place it stands at (``path``, or path and line)."""
    if name == "-":
        yield from _lines(jsonl.records(stdin or sys.stdin.buffer, path="-"), "-")
        return
    path = Path(name)
    if path.is_dir():
        found = sorted(p for p in path.rglob("*") if p.is_file() and p.name.lower().endswith(SUFFIXES))
        if not found:
            yield Rejected(InputError(f"the folder holds nothing to read ({', '.join(SUFFIXES)})", path=name)), name
        for file in found:
            yield from _file(file)
    else:
        yield from _file(path)


def _file(path: Path) -> Iterator[tuple[Article | Rejected, str]]:
    """Yield what one file holds."""
    name, ending = str(path), path.name.lower()
    try:
        if ending.endswith((".jsonl", ".jsonl.gz")):
            with jsonl.open_lines(path) as stream:
                yield from _lines(jsonl.records(stream, path=name), name)
        elif ending.endswith((".html", ".htm")):
            yield html.article(path), name
        elif ending.endswith(".txt"):
            yield plain.article(path), name
        else:
            yield Rejected(InputError(f"not a kind of file that is read ({', '.join(SUFFIXES)})", path=name)), name
    except InputError as error:
        yield Rejected(error), name
    except MissingExtraError as error:
        yield Rejected(InputError(str(error), path=name)), name
    except FileNotFoundError:
        yield Rejected(InputError("there is no such file", path=name)), name
    except OSError as error:
        yield Rejected(InputError(f"cannot be read: {error.strerror or error}", path=name)), name


def _lines(found: Iterable[tuple[int, Article | InputError]], path: str) -> Iterator[tuple[Article | Rejected, str]]:
    """Yield the articles and faults of a JSONL stream."""
    for line, item in found:
        yield (Rejected(item) if isinstance(item, InputError) else item), f"{path}{_LINE}{line}"
