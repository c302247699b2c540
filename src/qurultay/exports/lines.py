"""Puts what is written into an order of its own: lines that need not fit in memory, and prefixes."""

from __future__ import annotations

import heapq
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import IO

__all__ = ["sorted_lines", "steady"]


def sorted_lines(lines: Iterable[str], *, chunk: int = 500_000) -> Iterator[str]:
    """Yield ``lines`` (each with its line end) in code point order, each once; at most ``chunk`` are held in memory.

    >>> list(sorted_lines(["b\\n", "a\\n", "b\\n"], chunk=2))
    ['a\\n', 'b\\n']
    """
    source = iter(lines)
    with ExitStack() as stack:
        runs: list[Iterable[str]] = []
        while held := sorted(set(islice(source, chunk))):
            if len(held) == chunk or runs:
                runs.append(_spill(held, stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n"))))
            else:
                runs.append(held)
        last = None
        for line in heapq.merge(*runs):
            if line != last:
                yield line
            last = line


def _spill(lines: Iterable[str], file: IO[str]) -> IO[str]:
    """Write a run to a file and rewind it."""
    file.writelines(lines)
    file.seek(0)
    return file


def steady(data: bytes) -> bytes:
    """Put the prefixes of Turtle, TriG or RDF/XML into order, which the serializer writes in a different one each time.

    >>> steady(b"@prefix b: <b> .\\n@prefix a: <a> .\\na:x a:x a:x .\\n")
    b'@prefix a: <a> .\\n@prefix b: <b> .\\na:x a:x a:x .\\n'
    """
    head = b"".join(re.findall(rb"\A(?:@prefix [^\n]*\n)+", data))
    if head:
        return b"".join(sorted(head.splitlines(keepends=True))) + data[len(head) :]
    if root := re.search(rb"<rdf:RDF( [^>]*)>", data[:65536]):
        return data[: root.start(1)] + b"".join(sorted(re.findall(rb' [^ =]+="[^"]*"', root[1]))) + data[root.end(1) :]
    return data
