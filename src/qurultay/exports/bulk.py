"""Takes the graph out for a triple store's bulk loader: sorted N-Quads in gzipped shards, with a manifest.

What loaders stumble over is not there: text is in Unicode's form NFC, each line stands once and in the order of code points over all
shards, no node is blank, and every quad has a named graph. The same quads give the same bytes, in whatever order they come; memory
does not grow with their number. ::

    DIR/qurultay-00000.nq.gz …   the shards
    DIR/manifest.json            counts, and SHA-256 of each shard and of the lines in it
    DIR/SHA256SUMS               the same for `sha256sum --check`
    DIR/load.isql                the script of Virtuoso's loader

A shard's size is that of its lines before compression, so that the cuts do not depend on the compressor.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any, cast
from unicodedata import is_normalized, normalize

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize

from qurultay import resources
from qurultay.errors import StoreError
from qurultay.exports.lines import LineSorter
from qurultay.exports.shards import Shard, write_shards

__all__ = ["MANIFEST", "Manifest", "as_bytes", "export_shards", "read_manifest"]

MANIFEST = "manifest.json"
"""The name of the file that tells what the shards hold."""

_STEM, _SUFFIX = "qurultay", ".nq.gz"
_SUMS, _SCRIPT = "SHA256SUMS", "load.isql"
_PLAIN = (NamedNode, Literal)
_UNITS = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9, "KI": 2**10, "MI": 2**20, "GI": 2**30}
_AFTER_ESCAPE = re.compile(r"(?<=\\[tbnrf])[\u0300-\u036f]")
"""A mark that would join the letter of an escape such as \\n."""
_SIZE = re.compile(r"(\d+)\s*([KMG]I?)?B?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an export holds; ``mended`` counts the quads whose text had to be put into NFC."""

    quads: int
    mended: int
    shards: tuple[Shard, ...]

    def as_json(self) -> str:
        """Return the manifest as it is written."""
        head = {"mediaType": "application/n-quads", "compression": "gzip", "unicode": "NFC", "order": "code points"}
        return json.dumps(head | asdict(self), ensure_ascii=False, indent=1) + "\n"


def as_bytes(size: str) -> int:
    """Return a size in bytes; raises ValueError for what is none.

    >>> as_bytes("250MB"), as_bytes("64KiB"), as_bytes("1000")
    (250000000, 65536, 1000)
    """
    found = _SIZE.fullmatch(size.strip())
    count = int(found[1]) * _UNITS[(found[2] or "").upper()] if found else 0
    if count < 1:
        raise ValueError(f"{size!r} is no size: write bytes, or a number with KB, MB, GB, KiB, MiB or GiB, such as 250MB")
    return count


def read_manifest(folder: str | Path) -> Manifest:
    """Return what a folder of shards says that it holds. Raises :class:`~qurultay.errors.StoreError` where it says nothing readable."""
    try:
        told = json.loads((Path(folder) / MANIFEST).read_text(encoding="utf-8"))
        return Manifest(told["quads"], told["mended"], tuple(Shard(**shard) for shard in told["shards"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{folder} has no manifest of shards: {error}") from error


def export_shards(quads: Iterable[Quad], folder: str | Path, *, size: int) -> Manifest:
    """Write quads to a folder, which appears whole or not at all, in shards of at most ``size`` bytes of lines.

    An export that stood there before is replaced. Raises :class:`~qurultay.errors.StoreError` where the folder holds anything else, where
    it cannot be written, and where a node is blank or a quad is in no named graph.
    """
    target = Path(folder)
    _check_free(target)
    draft = target.with_name(f"{target.name}.part")
    try:
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        manifest = _write(quads, draft, size)
        if target.exists():
            shutil.rmtree(target)
        draft.rename(target)
    except StoreError:
        raise
    except OSError as error:
        raise StoreError(f"{folder} cannot be written: {error.strerror or error}") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return manifest


def _write(quads: Iterable[Quad], folder: Path, size: int) -> Manifest:
    mender = _Mender()
    with LineSorter(folder=folder, mend=mender.mend) as sorter:
        serialize(_fit(quads), cast("IO[bytes]", sorter), format=RdfFormat.N_QUADS)
        shards = write_shards(sorter.blocks(), folder, size=size, stem=_STEM, suffix=_SUFFIX)
    manifest = Manifest(sum(shard.quads for shard in shards), mender.count, shards)
    (folder / MANIFEST).write_text(manifest.as_json(), encoding="utf-8")
    (folder / _SUMS).write_text("".join(f"{shard.sha256}  {shard.file}\n" for shard in shards), encoding="utf-8")
    (folder / _SCRIPT).write_text(resources.text("queries/loading/virtuoso.isql"), encoding="utf-8")
    return manifest


def _fit(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield the quads; refuse what a bulk file is not to hold."""
    for quad in quads:
        if not (isinstance(quad.graph_name, NamedNode) and isinstance(quad.subject, NamedNode) and isinstance(quad.object, _PLAIN)):
            raise StoreError(f"a bulk file holds no blank node and no quad outside a named graph: give {quad} names first")
        yield quad


class _Mender:
    """Puts lines into NFC, term by term: of a line as a whole, a mark at the start of a text could join the sign before it."""

    def __init__(self) -> None:
        self.count = 0

    def mend(self, lines: list[bytes]) -> list[bytes]:
        return [line if line.isascii() or is_normalized("NFC", line.decode()) else self._mended(line) for line in lines]

    def _mended(self, line: bytes) -> bytes:
        (quad,) = parse(line, format=RdfFormat.N_QUADS)
        mended = Quad(*map(_nfc, (quad.subject, quad.predicate, quad.object, quad.graph_name)))
        self.count += mended != quad
        return _AFTER_ESCAPE.sub(lambda found: f"\\u{ord(found[0]):04X}", f"{mended} .\n").encode()


def _nfc(term: Any) -> Any:
    value = normalize("NFC", term.value)
    if isinstance(term, NamedNode):
        return NamedNode(value)
    return Literal(value, language=term.language) if term.language else Literal(value, datatype=term.datatype)


def _check_free(target: Path) -> None:
    """Refuse a folder with other things in it than an export."""
    if not target.exists():
        return
    if not target.is_dir():
        raise StoreError(f"{target} is a file: name a folder for the shards")
    own = re.compile(rf"{_STEM}-\d{{5,}}{re.escape(_SUFFIX)}|{re.escape(MANIFEST)}|{_SUMS}|{re.escape(_SCRIPT)}")
    strange = sorted(entry.name for entry in target.iterdir() if not own.fullmatch(entry.name))
    if strange:
        raise StoreError(f"{target} holds {strange[0]}, which is no part of an export: name an empty folder")
