"""The language of an article that does not say it: py3langid, held to the languages that can be read."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

__all__ = ["detect"]

_ENOUGH = 1500


def detect(text: str, languages: tuple[str, ...]) -> str | None:
    """Return the code of the language of ``text`` among ``languages``; None for a text without letters.

    >>> detect("Bu gün Bakıda Baş Prokurorluqda görüş keçirilib.", ("az", "en", "ru", "tr"))
    'az'
    """
    sample = text[:_ENOUGH]
    if not any(c.isalpha() for c in sample):
        return None
    code: str = _identifier(languages).classify(sample)[0]
    return code


@cache
def _identifier(languages: tuple[str, ...]) -> LanguageIdentifier:
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(Path(MODEL_DIR) / MODEL_FILE)
    identifier.set_languages(list(languages))
    return identifier
