"""Puts what is written into an order of its own: lines that need not fit in memory, and prefixes."""

from __future__ import annotations

import re
import tempfile
from bisect import bisect_right
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import IO, Self

__all__ = ["LineSorter", "steady"]

_RUN_BYTES = 16 * 2**20
_MERGE_BYTES = 32 * 2**20
_LEAST_BLOCK_BYTES = 2**14


class LineSorter:
    """A binary stream that takes lines in pieces of any size, and gives them back in order of their bytes, each once.

    In UTF-8 that is the order of code points. Lines end with a line feed. Some ``run_bytes`` at a time are sorted and put into one
    temporary file in ``folder`` (the system's own where None), so that memory does not grow with the number of lines. ``mend``
    replaces lines before they are sorted.

    >>> with LineSorter() as sorter:
    ...     _ = sorter.write(b"b\\na\\nb")
    ...     _ = sorter.write(b"\\n")
    ...     list(sorter.blocks())
    [[b'a\\n', b'b\\n']]
    """

    def __init__(
        self,
        *,
        folder: str | Path | None = None,
        run_bytes: int = _RUN_BYTES,
        mend: Callable[[list[bytes]], list[bytes]] | None = None,
    ) -> None:
        self._run_bytes, self._mend = run_bytes, mend
        self._file: IO[bytes] = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 (closed by __exit__)
        self._runs: list[tuple[int, int]] = []
        self._held: list[bytes] = []
        self._size = 0

    def write(self, data: bytes) -> int:
        """Take a piece of the lines."""
        self._held.append(data)
        self._size += len(data)
        if self._size >= self._run_bytes:
            self._spill()
        return len(data)

    def flush(self) -> None:
        """Do nothing: what is held is part of the order that is yet to come."""

    def blocks(self) -> Iterator[list[bytes]]:
        """Yield all lines in order, some thousand at a time; a last line without its line end gets one."""
        if self._size and not self._held[-1].endswith(b"\n"):
            self._held.append(b"\n")
        if not self._runs:
            lines = self._sorted(b"".join(self._held))
            if lines:
                yield lines
            return
        self._spill()
        yield from self._merged()

    def _sorted(self, data: bytes) -> list[bytes]:
        lines = BytesIO(data).readlines()
        return sorted(set(self._mend(lines) if self._mend else lines))

    def _spill(self) -> None:
        """Sort the whole lines that are held and put them into the file as one run."""
        data = b"".join(self._held)
        end = data.rfind(b"\n") + 1
        self._held, self._size = [data[end:]], len(data) - end
        if end:
            start = self._file.tell()
            self._file.writelines(self._sorted(data[:end]))
            self._runs.append((start, self._file.tell()))

    def _merged(self) -> Iterator[list[bytes]]:
        """Merge the runs: of the blocks that are held, all lines up to the least of their last ones can go out."""
        block = max(_LEAST_BLOCK_BYTES, _MERGE_BYTES // len(self._runs))
        places = list(self._runs)
        held: list[list[bytes]] = [[] for _ in places]
        while True:
            for i, (start, end) in enumerate(places):
                if not held[i] and start < end:
                    self._file.seek(start)
                    data = self._file.read(min(block, end - start))
                    data += b"" if data.endswith(b"\n") else self._file.readline()
                    held[i] = BytesIO(data).readlines()
                    places[i] = (start + len(data), end)
            if not any(held):
                return
            last = min(lines[-1] for lines in held if lines)
            ready: list[bytes] = []
            for i, lines in enumerate(held):
                cut = bisect_right(lines, last)
                ready += lines[:cut]
                held[i] = lines[cut:]
            ready.sort()
            yield list(dict.fromkeys(ready))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._file.close()


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
