"""Keeps quality from slipping: floors in a versioned file, and a gate that refuses to lower one silently.

The file names gold sets and what RELATIONS must reach there, by language::

    {"version": 2, "margin": 0.01, "sets": {"samples": {"folders": ["../../data/articles"],
     "floors": {"az": {"precision": 0.95, "recall": 0.9, "f1": 0.92}}}}}

Folders are relative to the file. Only the languages that a set has floors for are judged.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import floor
from pathlib import Path
from typing import Any

from qurultay.errors import InputError
from qurultay.evaluation.scores import Scores

__all__ = ["Breach", "Floors", "GoldSet", "breaches", "figures", "moved_floors", "read_floors", "write_floors"]

_VERSION = 2
_DIGITS = 1000
_FIGURES = ("precision", "recall", "f1")


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Folders of gold articles, and by language the least precision, recall and F1 of RELATIONS there."""

    folders: tuple[Path, ...]
    floors: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    @property
    def present(self) -> bool:
        """Whether all its folders are there."""
        return all(folder.is_dir() for folder in self.folders)

    def within(self, folders: Iterable[Path]) -> bool:
        """Tell whether all its folders are among some."""
        return {folder.resolve() for folder in self.folders} <= {folder.resolve() for folder in folders}


@dataclass(frozen=True, slots=True)
class Floors:
    """Gold sets by name; new floors are set ``margin`` below what was measured, so that a trifle breaks nothing."""

    sets: Mapping[str, GoldSet]
    margin: float = 0.0


@dataclass(frozen=True, slots=True)
class Breach:
    """A figure below its floor; ``measured`` is 0 where the set has no article in the language."""

    gold_set: str
    language: str
    figure: str
    floor: float
    measured: float

    def as_line(self) -> str:
        """Return it as a line for a reader."""
        return f"{self.gold_set} [{self.language}] RELATIONS {self.figure}: {self.measured:.3f}, floor {self.floor:.3f}"


def read_floors(path: Path) -> Floors:
    """Return the floors of a file.

    Raises :class:`~qurultay.errors.InputError` where there is no such file, or one that is none of floors or of another version.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != _VERSION:
            raise InputError(f"floors of version {data['version']}, not {_VERSION}", path=str(path))
        return Floors({name: _gold_set(entry, path.parent) for name, entry in data["sets"].items()}, float(data["margin"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(f"not a file of floors: {error!r}", path=str(path)) from error


def _gold_set(entry: Mapping[str, Any], place: Path) -> GoldSet:
    floors = {language: {figure: float(row[figure]) for figure in _FIGURES} for language, row in entry["floors"].items()}
    return GoldSet(tuple(Path(os.path.normpath(place / folder)) for folder in entry["folders"]), floors)


def write_floors(path: Path, floors: Floors) -> None:
    """Write floors, sorted, so that a change shows as the lines that changed."""
    sets = {
        name: {"folders": [Path(os.path.relpath(folder, path.parent)).as_posix() for folder in found.folders], "floors": found.floors}
        for name, found in floors.sets.items()
    }
    text = json.dumps({"version": _VERSION, "margin": floors.margin, "sets": sets}, indent=1, sort_keys=True, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")


def figures(scores: Scores, language: str) -> dict[str, float]:
    """Return precision, recall and F1 of RELATIONS in a language, cut, not rounded, to three decimals."""
    tally = scores.of(family="RELATIONS", language=language)
    return {figure: floor(getattr(tally, figure) * _DIGITS) / _DIGITS for figure in _FIGURES}


def breaches(floors: Floors, scores: Mapping[str, Scores], *, only: str | None = None) -> tuple[Breach, ...]:
    """Return the floors that the scores of the measured gold sets (by name) fall below.

    Floors of other sets are not judged, nor those of other languages than ``only``, where that is given.
    """
    return tuple(_breaches(floors, scores, only))


def _breaches(floors: Floors, scores: Mapping[str, Scores], only: str | None) -> Iterator[Breach]:
    for name in sorted(floors.sets.keys() & scores.keys()):
        for language, least in sorted(floors.sets[name].floors.items()):
            if only not in (None, language):
                continue
            found = figures(scores[name], language)
            yield from (Breach(name, language, f, least[f], found[f]) for f in _FIGURES if found[f] < least[f])


def moved_floors(
    floors: Floors, scores: Mapping[str, Scores], *, languages: Iterable[str] = (), only: str | None = None, lower: bool = False
) -> Floors:
    """Return the floors raised to the margin below what was measured; lowered to it too only with ``lower``.

    A set gets floors for its own languages, and for those of ``languages`` that it has articles in. Sets that were not measured
    stay as they are, and so do floors of other languages than ``only``, where that is given.
    """
    sets = dict(floors.sets)
    for name in floors.sets.keys() & scores.keys():
        old = sets[name].floors
        chosen = sorted({*old, *(set(languages) & scores[name].languages.keys())})
        rows = {
            language: _moved(old.get(language, {}), figures(scores[name], language), floors.margin, lower)
            for language in chosen
            if only in (None, language)
        }
        sets[name] = replace(sets[name], floors=dict(sorted({**old, **rows}.items())))
    return replace(floors, sets=sets)


def _moved(old: Mapping[str, float], found: Mapping[str, float], margin: float, lower: bool) -> dict[str, float]:
    new = {figure: max(0.0, floor((found[figure] - margin) * _DIGITS + 1e-6) / _DIGITS) for figure in _FIGURES}
    return new if lower else {figure: max(new[figure], old.get(figure, 0.0)) for figure in _FIGURES}
