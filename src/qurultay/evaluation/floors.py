"""Keeps quality from slipping: floors of F1 in a versioned file, and a gate that refuses to lower one silently."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import floor
from pathlib import Path
from typing import TypeAlias

from qurultay.errors import InputError
from qurultay.evaluation.scores import Scores

__all__ = ["Breach", "Floors", "breaches", "measured", "moved_floors", "read_floors", "write_floors"]

Floors: TypeAlias = Mapping[str, Mapping[str, Mapping[str, float]]]
"""F1 by gold set, language (``all`` for all of them) and family (with ``RELATIONS`` and ``ALL``)."""

_VERSION = 1
_ALL = "all"
_DIGITS = 1000


@dataclass(frozen=True, slots=True)
class Breach:
    """A figure below its floor; ``measured`` is None where the set no longer has it."""

    gold_set: str
    language: str
    family: str
    floor: float
    measured: float | None

    def as_line(self) -> str:
        """Return it as a line for a reader."""
        measured = "not measured" if self.measured is None else f"{self.measured:.3f}"
        return f"{self.gold_set} [{self.language}] {self.family}: F1 {measured}, floor {self.floor:.3f}"


def read_floors(path: Path) -> Floors:
    """Return the floors of a file; {} where there is no such file.

    Raises :class:`~qurultay.errors.InputError` for a file that is none of floors, or of another version.
    """
    if not path.exists():
        return {}
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != _VERSION:
            raise InputError(f"floors of version {data['version']}, not {_VERSION}", path=str(path))
        return {s: {lang: {f: float(v) for f, v in row.items()} for lang, row in rows.items()} for s, rows in data["f1"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(f"not a file of floors: {error!r}", path=str(path)) from error


def write_floors(path: Path, floors: Floors) -> None:
    """Write floors, sorted, so that a change shows as the lines that changed."""
    text = json.dumps({"version": _VERSION, "f1": floors}, indent=1, sort_keys=True, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")


def breaches(floors: Floors, scores: Mapping[str, Scores]) -> tuple[Breach, ...]:
    """Return the floors that the scores of the measured gold sets (by name) fall below; floors of other sets are not judged."""
    return tuple(_breaches(floors, measured(scores)))


def _breaches(floors: Floors, found: Floors) -> Iterator[Breach]:
    for gold_set in sorted(floors.keys() & found.keys()):
        for language, rows in sorted(floors[gold_set].items()):
            for family, least in sorted(rows.items()):
                figure = found[gold_set].get(language, {}).get(family)
                if figure is None or figure < least:
                    yield Breach(gold_set, language, family, least, figure)


def moved_floors(floors: Floors, scores: Mapping[str, Scores], *, lower: bool = False) -> Floors:
    """Return the floors raised to what was measured; lowered to it too, and those no longer measured dropped, only with ``lower``.

    Floors of sets that were not measured stay as they are.
    """
    found = measured(scores)
    moved: dict[str, dict[str, dict[str, float]]] = {s: {lang: dict(row) for lang, row in rows.items()} for s, rows in floors.items()}
    for gold_set, rows in found.items():
        held = {} if lower else moved.get(gold_set, {})
        for language, row in rows.items():
            old = held.get(language, {})
            held[language] = {**old, **{family: max(figure, old.get(family, 0.0)) for family, figure in row.items()}}
        moved[gold_set] = held
    return moved


def measured(scores: Mapping[str, Scores]) -> Floors:
    """Return the F1 of scores by name of the gold set, as floors: cut, not rounded, to three decimals."""
    return {name: {lang: _figures(found, lang) for lang in (_ALL, *found.languages)} for name, found in scores.items()}


def _figures(scores: Scores, language: str) -> dict[str, float]:
    only = None if language == _ALL else language
    families = sorted({cell.family for cell in scores.cells if only in (None, cell.language)})
    return {family: floor(scores.of(family=family, language=only).f1 * _DIGITS) / _DIGITS for family in (*families, "RELATIONS", "ALL")}
