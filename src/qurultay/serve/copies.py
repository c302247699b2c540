"""Keeps the copies of a store that are read: one for each state that a build left behind, gone when its last reader is.

They stand beside the store, so that they share its files::

    DIR/snapshots/SERVER/owner      locked as long as the server lives; whoever finds it unlocked removes the folder
    DIR/snapshots/SERVER/1 2 3 …    stores, each as it was when a writer had let it go
"""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
import shutil
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from io import BufferedWriter
from pathlib import Path
from typing import Any

from qurultay import terms
from qurultay.errors import StoreError
from qurultay.store import EmbeddedView
from qurultay.store.snapshot import Stamp, changed, copy

__all__ = ["Copies", "Copy"]

_LOG = logging.getLogger("qurultay.serve")
_SNAPSHOTS, _OWNER = "snapshots", "owner"
_WAIT_S = 0.1


@dataclass(eq=False, slots=True)
class Copy:
    """One state of the store. ``mark`` tells it from all others; ``made`` keeps what was made of it once for all who ask."""

    place: Path
    base: str
    mark: str
    users: int = 0
    made: dict[Any, asyncio.Task[Any]] = field(default_factory=dict)


class Copies:
    """Makes copies of the store in ``folder`` and removes them. Use :meth:`open` first and :meth:`close` last."""

    def __init__(self, folder: str | Path, *, every_s: float = 0.5) -> None:
        self._folder, self._every_s = Path(folder), every_s
        self._place = self._folder / _SNAPSHOTS / f"{os.getpid()}-{secrets.token_hex(4)}"
        self._count = 0
        self._stamp: Stamp = ()
        self._owner: BufferedWriter | None = None
        self._current: Copy | None = None

    @property
    def current(self) -> Copy:
        """The copy of the newest state. Raises :class:`~qurultay.errors.StoreError` before :meth:`open`."""
        if self._current is None:
            raise StoreError("no copy of the store was made yet")
        return self._current

    def open(self, *, waiting: Callable[[], None] = lambda: None) -> None:
        """Make the first copy; where another process writes, call ``waiting`` once and wait until it is done.

        Raises :class:`~qurultay.errors.StoreError` where there is no store, or its folder cannot be written to.
        """
        with EmbeddedView.read(self._folder):
            pass
        try:
            self._place.mkdir(parents=True)
            self._owner = (self._place / _OWNER).open("wb")
            _locked(self._owner)
        except OSError as error:
            raise StoreError(f"{self._place} cannot be made, where the server keeps what it reads: {error}") from error
        self._clear_others()
        told = False
        while (found := self._copied()) is None:
            if not told:
                waiting()
            told = True
            time.sleep(_WAIT_S)
        self._current = found

    def lease(self) -> Copy:
        """Return the newest copy, and keep it until it is released."""
        self.current.users += 1
        return self.current

    def release(self, copy: Copy) -> None:
        """Let a copy go; when nobody has it any more and there is a newer one, it is removed."""
        copy.users -= 1
        if not copy.users and copy is not self._current:
            shutil.rmtree(copy.place, ignore_errors=True)

    async def watch(self, swapped: Callable[[], Awaitable[None]]) -> None:
        """Look for a new state of the store, twice a second, until cancelled; after each one call ``swapped``."""
        told = ""
        while True:
            await asyncio.sleep(self._every_s)
            if changed(self._folder) in ((), self._stamp):
                continue
            try:
                found = await asyncio.to_thread(self._copied)
            except StoreError as error:
                if told != type(error.__cause__).__name__:
                    told = type(error.__cause__).__name__
                    _LOG.warning("the store's new state cannot be read, the old one stays: %s", error)
                continue
            told = ""
            if found is not None:
                old, self._current = self.current, found
                _LOG.info("a new state of the store is served (%s)", found.mark)
                old.users += 1
                self.release(old)
                await swapped()

    def close(self) -> None:
        """Remove all copies."""
        shutil.rmtree(self._place, ignore_errors=True)
        if self._owner is not None:
            self._owner.close()
        try:
            (self._folder / _SNAPSHOTS).rmdir()
        except OSError:
            return  # another server has copies there

    def _copied(self) -> Copy | None:
        """Copy the store as it is now; None while another process writes to it."""
        self._count += 1
        place = self._place / str(self._count)
        stamp = copy(self._folder, place)
        if stamp is None:
            return None
        self._stamp = stamp
        with EmbeddedView.read(place) as view:
            return Copy(place, view.base, terms.digest(*map(str, stamp)))

    def _clear_others(self) -> None:
        """Remove what servers left behind that were killed."""
        for owner in (self._folder / _SNAPSHOTS).glob(f"*/{_OWNER}"):
            if owner.parent != self._place:
                with owner.open("r+b") as file:
                    if _locked(file):
                        shutil.rmtree(owner.parent, ignore_errors=True)


def _locked(file: Any) -> bool:
    """Take the lock of an open file; False where another process has it."""
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
