"""Reads the curated tables: tab-separated, remarks above, one line of column names, then one row a line."""

from __future__ import annotations

from pathlib import Path

__all__ = ["LANGUAGES", "Row", "TableError", "read_table", "values"]

LANGUAGES = ("az", "en", "tr", "ru")
"""The languages of every name, in the order in which they are written."""

FOLDER = Path(__file__).parent / "tables"

Row = dict[str, str]


class TableError(ValueError):
    """A row that does not hold what its table promises."""

    def __init__(self, reason: str, *, table: str, line: int) -> None:
        super().__init__(f"{table}:{line}: {reason}")


def read_table(name: str) -> list[Row]:
    """Return the rows of ``tables/NAME.tsv``; a cell that is "-" or left out is an empty string.

    Raises :class:`TableError` for a row of more cells than columns, with blanks around a cell, or written twice.
    """
    path = FOLDER / f"{name}.tsv"
    columns: list[str] = []
    rows: list[Row] = []
    seen: set[str] = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not columns:
            columns = cells
            continue
        if len(cells) > len(columns):
            raise TableError(f"{len(cells)} cells in {len(columns)} columns", table=path.name, line=number)
        if any(cell != cell.strip() for cell in cells):
            raise TableError("a cell begins or ends with a blank", table=path.name, line=number)
        if line in seen:
            raise TableError("the row stands twice", table=path.name, line=number)
        seen.add(line)
        cells += [""] * (len(columns) - len(cells))
        rows.append({column: "" if cell == "-" else cell for column, cell in zip(columns, cells, strict=True)})
    return rows


def values(cell: str) -> list[str]:
    """Return the values of a cell.

    >>> values("Bakı | Bakı şəhəri"), values("")
    (['Bakı', 'Bakı şəhəri'], [])
    """
    return [value for value in (part.strip() for part in cell.split("|")) if value]
