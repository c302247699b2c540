"""JSON Lines: one article a line, each line checked by itself so that a broken one costs only itself."""

from __future__ import annotations

import codecs
import gzip
import json
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, NoReturn, cast

from qurultay.errors import InputError
from qurultay.model import Article
from qurultay.sources.fields import check_date, check_language, check_text, check_url
from qurultay.sources.plain import MAX_BYTES, decode

__all__ = ["open_lines", "record", "records"]

_MAX_DEPTH = 32
_CHECKS: dict[str, Callable[[str], str]] = {
    "headline": check_text,
    "published": check_date,
    "language": check_language,
    "publisher": check_text,
    "url": check_url,
}


def open_lines(path: Path) -> IO[bytes]:
    """Open a ``.jsonl`` or ``.jsonl.gz`` file for :func:`records`."""
    return cast("IO[bytes]", gzip.open(path, "rb")) if path.name.lower().endswith(".gz") else path.open("rb")


def records(stream: IO[bytes], *, path: str) -> Iterator[tuple[int, Article | InputError]]:
    """Yield the line number and the article of each line, or the error that tells why it is none; blank lines are passed over."""
    number = empty = 0
    try:
        while line := stream.readline(MAX_BYTES + 1):
            number += 1
            if len(line) > MAX_BYTES and not line.endswith(b"\n"):
                _skip_line(stream)
                yield number, InputError(f"the line is longer than {MAX_BYTES // 2**20} MB", path=path, line=number)
            elif (line := line.removeprefix(codecs.BOM_UTF8)).strip():
                yield number, _checked(line, path, number)
            else:
                empty += 1
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield number + 1, InputError(f"the compressed file is broken here: {error}", path=path, line=number + 1)
        return
    if number == empty:
        yield 0, InputError("no line holds a record", path=path)


def _skip_line(stream: IO[bytes]) -> None:
    """Read on to the end of the line."""
    while (rest := stream.readline(MAX_BYTES)) and not rest.endswith(b"\n"):
        pass


def _checked(line: bytes, path: str, number: int) -> Article | InputError:
    try:
        return record(decode(line, path=path, line=number))
    except InputError as error:
        return error
    except ValueError as error:
        return InputError(str(error), path=path, line=number)


def record(line: str) -> Article:
    """Return the article of one JSON object; raise ValueError with the reason where it is none.

    ``id`` and ``text`` are required; ``headline``, ``published``, ``language``, ``publisher`` and ``url`` may be absent or
    null. Fields beside these are passed over.

    >>> record('{"id": "a1", "headline": "H", "text": "T"}').text
    'H\\n\\nT'
    """
    fields = _object(line)
    identifier = _string(fields, "id", required=True)
    text = _string(fields, "text", required=True)
    assert identifier is not None
    assert text is not None
    checked: dict[str, str | None] = {}
    for name, check in _CHECKS.items():
        value = _string(fields, name)
        if value is not None and (value.strip() or name == "language"):
            checked[name] = _named(name, check, value)
    headline = checked.get("headline")
    body = _named("text", check_text, text)
    return Article(id=_named("id", check_text, identifier), text=f"{headline}\n\n{body}" if headline else body, **checked)


def _named(name: str, check: Callable[[str], str], value: str) -> str:
    """Check one field, and let the error name it."""
    try:
        return check(value)
    except ValueError as error:
        raise ValueError(f'{error} (in "{name}")') from error


def _string(fields: dict[str, object], name: str, *, required: bool = False) -> str | None:
    value = fields.get(name)
    if value is None:
        if required:
            raise ValueError(f'the record has no "{name}"')
        return None
    if isinstance(value, int) and not isinstance(value, bool) and name == "id":
        return str(value)
    if not isinstance(value, str):
        raise ValueError(f'"{name}" must be a string, not {type(value).__name__}')
    return value


def _object(line: str) -> dict[str, object]:
    """Parse one line; refuse what is no plain JSON object."""
    if _depth(line) > _MAX_DEPTH:
        raise ValueError(f"the JSON is nested deeper than {_MAX_DEPTH} levels")
    try:
        value = json.loads(line, parse_constant=_no_constant, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        raise ValueError(f"broken JSON: {error.msg} (column {error.colno})") from error
    if not isinstance(value, dict):
        raise ValueError(f"the line holds a {type(value).__name__}, not an object")
    return cast("dict[str, object]", value)


def _depth(line: str) -> int:
    """Return how deeply brackets nest outside strings (no more than the limit where there are so few of them)."""
    if line.count("[") + line.count("{") <= _MAX_DEPTH:
        return 0
    depth = deepest = 0
    quoted = escaped = False
    for char in line:
        if quoted:
            if escaped:
                escaped = False
            elif char == "\\":
                escaped = True
            elif char == '"':
                quoted = False
        elif char == '"':
            quoted = True
        elif char in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif char in "]}":
            depth -= 1
    return deepest


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Build an object; refuse a key that stands twice."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return found
