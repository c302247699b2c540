"""The language of an article that does not say it: py3langid, held to the languages that can be read."""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

__all__ = ["detect"]

_ENOUGH = 1500
_MANY = 0.005
"""Which share of the letters of a text may be foreign to its alphabet, in names from abroad."""


def detect(text: str, languages: tuple[str, ...], absent: Mapping[str, Set[str]] | None = None) -> str | None:
    """Return the code of the language of ``text`` among ``languages``; None for a text without letters.

    ``absent`` holds letters that the alphabet of a language does not have: a text with many of them is not in it.

    >>> detect("Bu gün Bakıda Baş Prokurorluqda görüş keçirilib.", ("az", "en", "ru", "tr"))
    'az'
    """
    sample = text[:_ENOUGH]
    if not any(c.isalpha() for c in sample):
        return None
    code: str = _identifier(languages).classify(sample)[0]
    letters = [letter for letter in sample.lower() if letter.isalpha()]
    strange = sum(letter in (absent or {}).get(code, ()) for letter in letters)
    others = tuple(language for language in languages if language != code)
    return detect(text, others, absent) if strange > _MANY * len(letters) and others else code


@cache
def _identifier(languages: tuple[str, ...]) -> LanguageIdentifier:
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(Path(MODEL_DIR) / MODEL_FILE)
    identifier.set_languages(list(languages))
    return identifier
