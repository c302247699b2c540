"""The errors that Qurultay raises: one base class, and leaves that are also the fitting built-in."""

from __future__ import annotations

__all__ = [
    "DecisionError", "FigureError", "GraphError", "InputError", "MissingExtraError", "PackError", "QueryError", "QurultayError",
    "StoreError",
]  # fmt: skip


class QurultayError(Exception):
    """Base of every error that the package raises on purpose."""


class InputError(QurultayError, ValueError):
    """An input that cannot be read as an article.

    ``path`` names the file ("-" for standard input), ``line`` the line of a JSONL file.
    """

    def __init__(self, reason: str, *, path: str, line: int | None = None) -> None:
        self.reason, self.path, self.line = reason, path, line
        where = path if line is None else f"{path}:{line}"
        super().__init__(f"{where}: {reason}")


class MissingExtraError(QurultayError, ImportError):
    """A feature whose optional dependency is not installed."""

    def __init__(self, feature: str, *, extra: str) -> None:
        self.feature, self.extra = feature, extra
        super().__init__(f"{feature} needs the extra '{extra}': pip install 'qurultay[{extra}]'")


class PackError(QurultayError, ValueError):
    """A data file (language pack, reference data) that does not hold what it must."""

    def __init__(self, reason: str, *, path: str, line: int | None = None) -> None:
        self.reason, self.path, self.line = reason, path, line
        super().__init__(f"{path}{'' if line is None else f':{line}'}: {reason}")


class DecisionError(QurultayError, ValueError):
    """A file of decisions on identity that cannot be read, or a line in it that decides nothing."""

    def __init__(self, reason: str, *, path: str, line: int | None = None) -> None:
        self.reason, self.path, self.line = reason, path, line
        super().__init__(f"{path}{'' if line is None else f':{line}'}: {reason}")


class GraphError(QurultayError, ValueError):
    """A reading that cannot be told as RDF: an unknown reference or prefix, or an IRI with a character that has no place in one."""


class FigureError(QurultayError, ValueError):
    """A figure of nothing: no relations, or none with a date where dates are drawn."""


class StoreError(QurultayError, OSError):
    """A store that cannot be opened, read or written."""


class QueryError(QurultayError, ValueError):
    """A query that is unknown, malformed or asked with wrong parameters."""
