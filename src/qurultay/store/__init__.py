"""Stores: where article graphs are kept and asked.

:func:`write` opens a store to build into, :func:`read` opens one to ask: a folder, or a server's address (see
:mod:`qurultay.store.address`).
"""

from __future__ import annotations

from pathlib import Path

from qurultay.identity.decisions import read_decisions
from qurultay.store.address import Address, find_address
from qurultay.store.base import Answer, Change, Decided, Info, Opened, Quarantined, Store, Table, Term, View, Writer
from qurultay.store.confident import ConfidentView, at_least
from qurultay.store.embedded import EmbeddedStore, EmbeddedView
from qurultay.store.remote import RemoteView
from qurultay.store.remote_store import RemoteStore

__all__ = [
    "Address", "Answer", "Change", "ConfidentView", "Decided", "EmbeddedStore", "EmbeddedView", "Info", "Opened", "Quarantined",
    "RemoteStore", "RemoteView", "Store", "Table", "Term", "View", "Writer", "at_least", "find_address", "read", "read_decisions", "write",
]  # fmt: skip


def read(location: str | Path | Address) -> EmbeddedView | RemoteView:
    """Open a store for asking: a folder, ``http(s)://…`` or ``@name``. Raises :class:`~qurultay.errors.StoreError`."""
    address = location if isinstance(location, Address) else find_address(str(location))
    return EmbeddedView.read(str(location)) if address is None else RemoteView(address)


def write(location: str | Path | Address, *, base: str | None = None) -> EmbeddedStore | RemoteStore:
    """Open a store for writing, and make it where there is none: a folder, ``http(s)://…`` or ``@name``.

    Raises :class:`~qurultay.errors.StoreError`.
    """
    address = location if isinstance(location, Address) else find_address(str(location))
    return EmbeddedStore.open(str(location), base=base) if address is None else RemoteStore.open(address, base=base)
