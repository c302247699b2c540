"""Stores: where article graphs are kept and asked.

:func:`write` opens a store on disk to build into, :func:`read` opens one, or an endpoint, to ask.
"""

from __future__ import annotations

from pathlib import Path

from qurultay.identity.decisions import read_decisions
from qurultay.store.base import Answer, Change, Decided, Info, Quarantined, Store, Table, Term, View, Writer
from qurultay.store.confident import ConfidentView, at_least
from qurultay.store.embedded import EmbeddedStore, EmbeddedView
from qurultay.store.remote import RemoteView

__all__ = [
    "Answer", "Change", "ConfidentView", "Decided", "EmbeddedStore", "EmbeddedView", "Info", "Quarantined", "RemoteView", "Store", "Table",
    "Term", "View", "Writer", "at_least", "read", "read_decisions", "write",
]  # fmt: skip


def read(location: str | Path) -> EmbeddedView | RemoteView:
    """Open a store for asking: a folder, or the address of a SPARQL endpoint. Raises :class:`~qurultay.errors.StoreError`."""
    text = str(location)
    return RemoteView(text) if text.startswith(("http://", "https://")) else EmbeddedView.read(location)


def write(location: str | Path, *, base: str | None = None) -> EmbeddedStore:
    """Open a store on disk for writing, and make it where there is none. Raises :class:`~qurultay.errors.StoreError`."""
    return EmbeddedStore.open(location, base=base)
