"""Which names are forms of one: the same family name, initials for given names, the first of two names alone."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["agree", "first_names"]


def first_names(names: Iterable[list[tuple[int, list[str]]]], word: str) -> list[int]:
    """Return the place of the one person whose name begins with a word: "Liu" for Liu Jianguo."""
    first = {place for told in names for place, known in told if len(known) > 1 and known[0] == word}
    return list(first) if len(first) == 1 else []


def agree(one: list[str], other: list[str]) -> bool:
    """Tell whether two forms can be one name: the same family name, and given names or initials that do not clash."""
    if one == other:
        return True
    short, full = sorted((one, other), key=lambda n: (len(n), "." in n[0]))
    if not short or short[-1] != full[-1]:
        return False
    if full[-len(short) :] == short:
        return True
    first, given = short[0], full[0]
    if first.endswith("."):
        return given.startswith(first[:-1])
    if given.endswith("."):
        return first.startswith(given[:-1])
    return first == given
