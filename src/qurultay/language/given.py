"""Given names of many peoples, by which a name of two words or more is known to be a person's, whatever its family name ends in."""

from __future__ import annotations

import unicodedata
from functools import cache

from qurultay import resources

__all__ = ["is_given"]

_PLAIN = str.maketrans("əƏıøØđĐłŁ", "aAioOdDlL")


@cache
def _known() -> frozenset[str]:
    return frozenset(line for line in resources.text("data/names/given.txt").splitlines() if line and not line.startswith("#"))


def is_given(word: str) -> bool:
    """Tell whether a word in Latin letters, with or without its marks, is a given name.

    >>> is_given("Zoltán"), is_given("Kəmalə"), is_given("Jean-Claude"), is_given("Tashkent")
    (True, True, True, False)
    """
    parted = unicodedata.normalize("NFKD", word.translate(_PLAIN).lower())
    plain = "".join(c for c in parted if not unicodedata.combining(c))
    return plain in _known() or all(part in _known() for part in plain.split("-"))
