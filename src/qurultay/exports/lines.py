"""Sorts lines that need not fit in memory."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import IO

__all__ = ["sorted_lines"]


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
