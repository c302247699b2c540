"""Compares names as a reader would who does not mind capitals, dots and a letter more or less."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

__all__ = ["alike", "normal", "similarity"]

_PUNCTUATION = re.compile(r"[^\w\s]")
_LENGTH_SLACK = 0.3
"""By what part of the longer name two names may differ in length."""


@lru_cache(maxsize=65536)
def normal(text: str) -> str:
    """Return a name in lower case, without punctuation, with single blanks, and one i and one е.

    >>> normal("İlham  «ƏLİYEV»"), normal("Bakı")
    ('ilham əliyev', 'baki')
    """
    lowered = unicodedata.normalize("NFC", text).replace("İ", "i").lower().replace("ı", "i").replace("ё", "е")
    return " ".join(_PUNCTUATION.sub(" ", lowered).split())


@lru_cache(maxsize=65536)
def similarity(wanted: str, found: str) -> float:
    """Return how alike two normal names are, from 0 to 1 (Ratcliff and Obershelp); 0 where their lengths are too far apart.

    >>> similarity("baki", "baki"), similarity("baki", "bakili"), similarity("", "baki")
    (1.0, 0.0, 0.0)
    """
    if wanted == found:
        return 1.0
    longer = max(len(wanted), len(found))
    if not wanted or not found or abs(len(wanted) - len(found)) > _LENGTH_SLACK * longer:
        return 0.0
    return SequenceMatcher(None, wanted, found).ratio()


def alike(wanted: str, found: str, floor: float) -> bool:
    """Tell whether two normal names are equal, or alike to at least ``floor``."""
    return similarity(wanted, found) >= floor
