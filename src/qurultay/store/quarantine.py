"""The quarantine of a store: article graphs that violate a shape, each in a file with the reasons.

It is a folder beside the graph. A file is written whole or not at all, its name is a hash of the article's IRI, and
its bytes depend on the article and the reasons only.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import RdfFormat, parse

from qurultay import terms
from qurultay.errors import StoreError
from qurultay.store.base import Quarantined

__all__ = ["Quarantine", "as_record", "from_record"]


def as_record(item: Quarantined) -> str:
    """Return an article in quarantine as JSON, its quads as sorted lines."""
    lines = sorted(f"{quad} ." for quad in item.quads)
    record = {"article": item.article, "id": item.identifier, "reasons": item.reasons, "quads": lines}
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def from_record(text: str) -> Quarantined:
    """Return the article in quarantine that a record tells of. Raises ValueError where it tells of none."""
    try:
        record = json.loads(text)
        quads = tuple(parse("\n".join(record["quads"]), format=RdfFormat.N_QUADS))
        reasons = tuple((shape, message) for shape, message in record["reasons"])
        return Quarantined(record["article"], record["id"], reasons, quads)
    except (KeyError, TypeError, SyntaxError) as error:
        raise ValueError(f"no record of an article in quarantine: {error}") from error


class Quarantine:
    """The articles kept out of a store; ``folder`` is made at the first one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, item: Quarantined) -> None:
        """Keep an article, in place of what was kept of it before."""
        self._folder.mkdir(parents=True, exist_ok=True)
        target = self._path(item.article)
        draft = target.with_suffix(".part")
        draft.write_text(as_record(item), encoding="utf-8")
        draft.replace(target)

    def remove(self, article: str) -> bool:
        """Let an article go; tell whether it was there."""
        try:
            self._path(article).unlink()
        except FileNotFoundError:
            return False
        return True

    def __len__(self) -> int:
        return sum(1 for _ in self._folder.glob("*.json"))

    def __iter__(self) -> Iterator[Quarantined]:
        found = [self._read(file) for file in self._folder.glob("*.json")]
        return iter(sorted(found, key=lambda item: item.article))

    def _path(self, article: str) -> Path:
        return self._folder / f"{terms.digest(article)}.json"

    def _read(self, file: Path) -> Quarantined:
        try:
            return from_record(file.read_text(encoding="utf-8"))
        except ValueError as error:
            raise StoreError(f"{file}: the quarantine file is broken: {error}") from error
