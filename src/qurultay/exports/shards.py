"""Writes lines into gzipped shards of a given size, which hold nothing but the lines: no name, no day, no machine."""

from __future__ import annotations

import hashlib
import zlib
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import IO

__all__ = ["Shard", "write_shards"]

_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
"""RFC 1952: deflate, no flags, no time, no extra flags, unknown system."""
_LEVEL = 6
_WAITING = 4


@dataclass(frozen=True, slots=True)
class Shard:
    """What one file holds; ``bytes`` and ``sha256`` are of the file, ``line_bytes`` and ``line_sha256`` of the lines in it."""

    file: str
    quads: int
    bytes: int
    sha256: str
    line_bytes: int
    line_sha256: str


def write_shards(blocks: Iterable[Sequence[bytes]], folder: Path, *, size: int, stem: str, suffix: str) -> tuple[Shard, ...]:
    """Write blocks of lines to ``STEM-00000SUFFIX`` and so on, at most ``size`` bytes of lines each, and return what they hold.

    A line that is longer has a shard of its own. Lines are compressed beside the work of the caller, a few blocks behind it.
    """
    done: list[Shard] = []
    pending: deque[Future[None]] = deque()
    current: _Gzip | None = None
    with ThreadPoolExecutor(1) as worker:
        for part, begins in _cut(blocks, size):
            if begins:
                if current is not None:
                    _settle(pending, 0)
                    done.append(current.finish())
                current = _Gzip(folder / f"{stem}-{len(done):05}{suffix}")
            assert current is not None, "the first part begins a shard"
            pending.append(worker.submit(current.add, part))
            _settle(pending, _WAITING)
        _settle(pending, 0)
    return (*done, current.finish()) if current is not None else ()


def _settle(pending: deque[Future[None]], most: int) -> None:
    """Wait until at most so many are waiting; an error of one is raised here."""
    while len(pending) > most:
        pending.popleft().result()


def _cut(blocks: Iterable[Sequence[bytes]], size: int) -> Iterator[tuple[Sequence[bytes], bool]]:
    """Yield parts of the blocks, and whether a shard begins with each."""
    room = 0
    for block in blocks:
        ends = list(accumulate(map(len, block)))
        start = 0
        while start < len(block):
            before = ends[start - 1] if start else 0
            stop = bisect_right(ends, before + room)
            begins = stop <= start
            if begins:
                room = size
                stop = max(bisect_right(ends, before + room), start + 1)
            yield block[start:stop], begins
            room -= ends[stop - 1] - before
            start = stop


class _Gzip:
    """A file in the making."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] = path.open("wb")
        self._deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        self._lines, self._whole = hashlib.sha256(), hashlib.sha256()
        self._quads = self._size = self._crc = 0
        self._put(_HEADER)

    def add(self, lines: Sequence[bytes]) -> None:
        data = b"".join(lines)
        self._quads += len(lines)
        self._size += len(data)
        self._crc = zlib.crc32(data, self._crc)
        self._lines.update(data)
        self._put(self._deflate.compress(data))

    def finish(self) -> Shard:
        self._put(self._deflate.flush() + self._crc.to_bytes(4, "little") + (self._size % 2**32).to_bytes(4, "little"))
        length = self._file.tell()
        self._file.close()
        return Shard(self._path.name, self._quads, length, self._whole.hexdigest(), self._size, self._lines.hexdigest())

    def _put(self, data: bytes) -> None:
        self._whole.update(data)
        self._file.write(data)
