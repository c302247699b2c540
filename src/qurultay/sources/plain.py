"""Plain text files: one article each, decoded without guessing."""

from __future__ import annotations

import codecs
from pathlib import Path

from qurultay.errors import InputError
from qurultay.model import Article
from qurultay.sources.fields import check_text

__all__ = ["MAX_BYTES", "article", "decode", "read_bytes"]

MAX_BYTES = 16 * 1024 * 1024
"""The largest file, and the longest JSONL line, that is taken for an article."""

_HINTS = {"cp1251": tuple(range(0x0410, 0x0450)), "cp1254": tuple(map(ord, "ĞğİıŞşÖöÜüÇç"))}


def article(path: Path) -> Article:
    """Return the article of a text file; its id is the file's stem. Raises :class:`~qurultay.errors.InputError`."""
    text = decode(read_bytes(path), path=str(path))
    try:
        return Article(id=path.name.removesuffix(path.suffix), text=check_text(text))
    except ValueError as error:
        raise InputError(str(error), path=str(path)) from error


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes; raise :class:`~qurultay.errors.InputError` where it is empty or too large."""
    size = path.stat().st_size
    if size > MAX_BYTES:
        reason = f"too large for one article ({size / 2**20:.0f} MB, at most {MAX_BYTES // 2**20}): give collections as .jsonl"
        raise InputError(reason, path=str(path))
    if size == 0:
        raise InputError("the file is empty", path=str(path))
    return path.read_bytes()


def decode(data: bytes, *, path: str, line: int | None = None) -> str:
    """Return the text of UTF-8 bytes (UTF-16 where a byte order mark says so), each line end as one ``\\n``.

    This is what Python's text mode gives, so that offsets hold for whoever opens the file; UTF-8's mark stays as U+FEFF.
    Anything else raises :class:`~qurultay.errors.InputError` with the encoding that the bytes look like.

    >>> decode(b"Bak\\xc4\\xb1\\r\\n", path="a.txt")
    'Bakı\\n'
    """
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8"
    if encoding == "utf-8" and b"\x00" in data:
        raise InputError("the bytes are binary, not text", path=path, line=line)
    try:
        return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        reason = f"not {encoding.upper()} (byte {error.start}){_hint(data)}"
        raise InputError(reason, path=path, line=line) from error


def _hint(data: bytes) -> str:
    """Name the encoding that non-UTF-8 bytes look like, and the command that converts them; "" where none fits."""
    sample = bytes(b for b in data[:65536] if b >= 0x80)
    shares = {name: _share(sample, name, letters) for name, letters in _HINTS.items()}
    best = max(shares, key=lambda name: (shares[name], name))
    return f": it looks like {best}; convert it first (iconv -f {best} -t utf-8)" if shares[best] > 0.8 else ": convert it to UTF-8 first"


def _share(sample: bytes, encoding: str, letters: tuple[int, ...]) -> float:
    """Return which share of high bytes would be letters in ``encoding``."""
    text = sample.decode(encoding, errors="ignore")
    return sum(ord(c) in letters for c in text) / max(1, len(sample))
