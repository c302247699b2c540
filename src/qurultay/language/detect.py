"""The language of an article that does not say it: py3langid, held to the languages that can be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

__all__ = ["detect"]

_ENOUGH = 1500
_MANY = 0.005
"""Which share of the letters of a text may be foreign to its alphabet, in names from abroad."""
_OWN = 0.05
"""From which share of letters that no other language has a text is told by them alone."""


def detect(
    text: str, languages: tuple[str, ...], absent: Mapping[str, Set[str]] | None = None, own: Mapping[str, Set[str]] | None = None
) -> str | None:
    """Return the code of the language of ``text`` among ``languages``; None for a text without letters.

    ``absent`` holds letters that the alphabet of a language does not have: a text with many of them is not in it. ``own`` holds
    letters that it alone has: a text that is full of them is in it, and need not be looked at further.

    >>> detect("Bu gün Bakıda Baş Prokurorluqda görüş keçirilib.", ("az", "en", "ru", "tr"))
    'az'
    """
    sample = text[:_ENOUGH]
    if not any(c.isalpha() for c in sample):
        return None
    for code, letters in (own or {}).items():
        if letters and _count(sample, letters) > _OWN * len(sample):
            return code
    code = _identifier(languages).classify(sample)[0]
    others = tuple(language for language in languages if language != code)
    strange = _count(sample, (absent or {}).get(code, ())) if others else 0
    return detect(text, others, absent) if strange > _MANY * sum(map(str.isalpha, sample.lower())) else code


def _count(text: str, letters: Iterable[str]) -> int:
    """Return how many of some letters stand in a text, small or capital."""
    folded = text.lower()
    return sum(map(folded.count, letters))


@cache
def _identifier(languages: tuple[str, ...]) -> LanguageIdentifier:
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(Path(MODEL_DIR) / MODEL_FILE)
    identifier.set_languages(list(languages))
    return identifier
