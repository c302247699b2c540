"""The books of a store on a server: what it was made with, who writes to it, and a batch of changes until it is applied.

SPARQL has no transactions over several requests, and servers differ in whether one request is one. So a batch of changes is first written
into the ``journal`` graph whole, then sealed, then applied, then its seal is taken off. Removing and adding quads can be done twice:

* broken off before the seal, nothing of the batch has been applied, and the next writer drops it;
* broken off after it, the next writer applies it again, whole.

A reader that sees a seal knows that a batch is half applied. A writer signs in, which signs the one before out: a batch is sealed
only for the writer that is signed in, so that two of them never mix their changes.

::

    <journal> j:base "…" ; j:layout "2" ; j:shipped "…" ; j:writer "…" ; j:sealed "HASH PARTS" ; j:applied "HASH" .
    <journal#part-HASH-0> j:part "…" .
"""

from __future__ import annotations

import base64
import hashlib
import uuid
import zlib
from collections.abc import Iterable, Mapping

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize

from qurultay import terms
from qurultay.errors import StoreError
from qurultay.store.service import Service

__all__ = ["Journal", "packed", "unpacked"]

_GRAPH = NamedNode(terms.HIDDEN["journal"])
_NAMES = "https://w3id.org/qurultay/journal#"
_PART = NamedNode(f"{_NAMES}part")
_PART_CHARACTERS = 60_000
_GONE, _COME = b"-", b"+"


class Journal:
    """The books of one store."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._signature = uuid.uuid4().hex  # tells writers apart; it is gone from the store when the writer is

    def told(self) -> dict[str, str]:
        """Return what the journal says, by name (``base``, ``layout``, ``shipped`` ...); {} where there is no store."""
        rows = self._service.rows(f"SELECT ?p ?o WHERE {{ GRAPH {_GRAPH} {{ {_GRAPH} ?p ?o }} }}", own=True)
        found: dict[str, list[str]] = {}
        for predicate, value in rows:
            found.setdefault(predicate.value.removeprefix(_NAMES), []).append(value.value)
        return {name: " and ".join(sorted(values)) for name, values in found.items()}

    def tell(self, **values: str) -> None:
        """Write something down, in place of what stood there under these names."""
        for name, value in values.items():
            self._forget(name)
            self._service.insert([_entry(name, value)])

    def sign_in(self) -> None:
        """Make this the one writer, and finish or drop what the one before left. Raises :class:`~qurultay.errors.StoreError`."""
        self.tell(writer=self._signature)
        told = self.told()
        if told.get("writer") != self._signature:
            raise StoreError(f"{self._service.address.query}: another build has begun at the same moment: begin again")
        if "sealed" in told:
            self._apply(*self._parts(told["sealed"]))
            self._unseal(told["sealed"])
        self._drop_parts()

    def sign_out(self) -> None:
        """Let another write."""
        self._service.delete([_entry("writer", self._signature)])

    def commit(self, gone: Iterable[Quad], come: Iterable[Quad]) -> None:
        """Remove and add quads as one change. Raises :class:`~qurultay.errors.StoreError` where another writer has signed in."""
        goes, comes = (sorted(map(self._service.dialect.kept_quad, quads), key=str) for quads in (gone, come))
        text = packed(b"".join(sign + line for sign, quads in ((_GONE, goes), (_COME, comes)) for line in _lines(quads)))
        pieces = [text[i : i + _PART_CHARACTERS] for i in range(0, len(text), _PART_CHARACTERS)]
        digest = hashlib.sha256(text.encode()).hexdigest()
        seal = f"{digest} {len(pieces)}"
        self._service.insert(Quad(_part(digest, i), _PART, Literal(piece), _GRAPH) for i, piece in enumerate(pieces))
        mine = f"{_GRAPH} {_name('writer')} {Literal(self._signature)}"
        sealed = f"{_GRAPH} {_name('sealed')} {Literal(seal)}"
        self._service.update(f"INSERT {{ GRAPH {_GRAPH} {{ {sealed} }} }} WHERE {{ GRAPH {_GRAPH} {{ {mine} }} }}")
        told = self.told()
        if told.get("writer") != self._signature:
            raise StoreError(f"{self._service.address.query}: another build has begun to write to it, and this one stops")
        if told.get("sealed") != seal:
            raise StoreError(f"{self._service.address.query} does not keep what it is sent: a batch was not sealed")
        self._apply(goes, comes)
        self._unseal(seal)
        self._drop_parts()

    def _apply(self, gone: Iterable[Quad], come: Iterable[Quad]) -> None:
        self._service.delete(gone)
        self._service.insert(come)

    def _unseal(self, seal: str) -> None:
        self.tell(applied=seal.partition(" ")[0])
        self._forget("sealed")

    def _parts(self, seal: str) -> tuple[list[Quad], list[Quad]]:
        """Return what a sealed batch removes and adds."""
        digest, _, count = seal.partition(" ")
        rows = self._service.rows(f"SELECT ?part ?text WHERE {{ GRAPH {_GRAPH} {{ ?part {_PART} ?text }} }}", own=True)
        by_name: Mapping[str, str] = {part.value: text.value for part, text in rows}
        text = "".join(by_name.get(_part(digest, i).value, "") for i in range(int(count) if count.isdigit() else 0))
        if hashlib.sha256(text.encode()).hexdigest() != digest:
            raise StoreError(
                f"{self._service.address.query}: a batch that broke off cannot be read from the journal: "
                "drop the store's graphs, and build anew"
            )
        lines = unpacked(text).splitlines(keepends=True)
        told = [b"".join(line[1:] for line in lines if line.startswith(sign)) for sign in (_GONE, _COME)]
        gone, come = (list(parse(data, format=RdfFormat.N_QUADS)) for data in told)
        return gone, come

    def _forget(self, name: str) -> None:
        self._service.update(f"DELETE WHERE {{ GRAPH {_GRAPH} {{ {_GRAPH} {_name(name)} ?value }} }}")

    def _drop_parts(self) -> None:
        self._service.update(f"DELETE WHERE {{ GRAPH {_GRAPH} {{ ?part {_PART} ?text }} }}")


def packed(data: bytes) -> str:
    """Return bytes as a short text.

    >>> unpacked(packed(b"abc"))
    b'abc'
    """
    return base64.b64encode(zlib.compress(data, 6)).decode()


def unpacked(text: str) -> bytes:
    """Return the bytes of a text made by :func:`packed`."""
    return zlib.decompress(base64.b64decode(text))


def _lines(quads: Iterable[Quad]) -> list[bytes]:
    return (serialize(quads, format=RdfFormat.N_QUADS) or b"").splitlines(keepends=True)


def _entry(name: str, value: str) -> Quad:
    return Quad(_GRAPH, _name(name), Literal(value), _GRAPH)


def _name(name: str) -> NamedNode:
    return NamedNode(_NAMES + name)


def _part(digest: str, number: int) -> NamedNode:
    return NamedNode(f"{_GRAPH.value}#part-{digest}-{number}")
