"""Finds what is shipped beside the code: ontology, reference data, language packs, sample articles and queries.

In a checkout these folders stand at the top level; in a wheel they stand inside the package, under
``_resources``. Callers name them in one way only, relative to that root.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from qurultay.errors import StoreError

__all__ = ["files", "languages", "path", "root", "text"]

_PACKAGE = Path(__file__).resolve().parent


@cache
def root() -> Path:
    """Return the folder that holds ``ontology``, ``data`` and ``queries``.

    Raises :class:`~qurultay.errors.StoreError` where the installation lacks them.

    >>> (root() / "queries").is_dir()
    True
    """
    for candidate in (_PACKAGE / "_resources", _PACKAGE.parents[1]):
        if (candidate / "ontology").is_dir() and (candidate / "data").is_dir():
            return candidate
    raise StoreError(f"ontology/ and data/ are neither inside {_PACKAGE} nor beside it: install the package again")


def path(name: str) -> Path:
    """Return the path of a shipped file or folder; it need not exist.

    >>> path("ontology/qurultay.ttl").name
    'qurultay.ttl'
    """
    return root() / name


def text(name: str) -> str:
    """Return a shipped file's text (UTF-8)."""
    return path(name).read_text(encoding="utf-8")


def files(folder: str, pattern: str) -> tuple[Path, ...]:
    """Return the files below a shipped folder that match a glob, sorted by name; () where there are none.

    >>> files("queries", "*.nothing")
    ()
    """
    return tuple(sorted(path(folder).glob(pattern)))


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that are read: those with a folder of their own, sorted.

    >>> "az" in languages()
    True
    """
    return tuple(file.parent.name for file in files("data/languages", "*/text.toml"))
