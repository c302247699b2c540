"""Copies a store as it stands between two writers, so that it can be read while the next one writes.

Oxigraph does not say what happens to who reads a folder that another process writes to. Its files of sorted data never change once
they are written: a copy holds hard links to them, and copies of the few that do change. It is made while nobody writes, which
Oxigraph's own lock tells: the copy takes that lock for the moment that it needs. (``Store.backup`` of a store opened for reading leaves
out what a killed writer had committed and not yet flushed; this copy holds it.)
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

from qurultay.errors import StoreError

__all__ = ["Stamp", "changed", "copy"]

Stamp: TypeAlias = tuple[tuple[str, int, int, int], ...]
"""What tells one state of a store's files from another: their names, inodes, sizes and times."""

_NOT_DATA = ("LOCK", "LOG")


def changed(folder: str | Path) -> Stamp:
    """Return the stamp of a store's files; () where there is no store, or one is just being made.

    >>> changed("/nowhere")
    ()
    """
    place = Path(folder)
    try:
        files = [place / "store.json", *(file for file in (place / "graph").iterdir() if not file.name.startswith(_NOT_DATA))]
        told = [(file.name, found.st_ino, found.st_size, found.st_mtime_ns) for file in files for found in (file.stat(),)]
    except OSError:
        return ()
    return tuple(sorted(told))


def copy(folder: str | Path, target: str | Path) -> Stamp | None:
    """Make ``target`` a store of its own that holds what ``folder`` holds now, and return the stamp of what was copied.

    None where another process writes to the store; ``target`` is then not made. Where it lies in the same file system, the copy takes
    next to no time and place. Never call it in the process that writes: that would let go of the writer's lock. Raises
    :class:`~qurultay.errors.StoreError` where the store cannot be read or the copy not be written.
    """
    source, place = Path(folder), Path(target)
    draft = place.with_name(f"{place.name}.part")
    try:
        with _alone(source / "graph" / "LOCK") as free:
            if not free:
                return None
            stamp = changed(source)
            (draft / "graph").mkdir(parents=True)
            shutil.copy2(source / "store.json", draft / "store.json")
            for file in (source / "graph").iterdir():
                if not file.name.startswith(_NOT_DATA):
                    _put(file, draft / "graph" / file.name)
        ox.Store(str(draft / "graph"))  # takes in the log of a writer that was killed, once for all who will read
        draft.replace(place)
    except (OSError, RuntimeError) as error:
        shutil.rmtree(draft, ignore_errors=True)
        raise StoreError(f"{folder} cannot be copied to {place}: {error}") from error
    return stamp


def _put(file: Path, target: Path) -> None:
    """Link a file that never changes, and copy one that may."""
    if file.suffix == ".sst":
        try:
            os.link(file, target)
        except OSError:
            shutil.copy2(file, target)
    else:
        shutil.copy2(file, target)


@contextmanager
def _alone(lock: Path) -> Iterator[bool]:
    """Keep writers out; False where one is there."""
    try:
        import fcntl
    except ImportError as error:
        raise StoreError("a store can be copied while others write to it on systems with POSIX locks only") from error
    with lock.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            yield False
            return
        yield True
