"""Letters without their case or spelling: what comparing words rests on.

Both functions keep the length of the text, so that offsets into the folded text are offsets into
the text itself; ``str.lower`` does not (``İ`` becomes two code points). :func:`fold` follows the rules of a
language, :func:`key` those of none, for names that wander between languages.
"""

from __future__ import annotations

import re

__all__ = ["DOTTED", "capitalised", "capitals", "fold", "is_capitalised", "key", "script"]

DOTTED = frozenset({"az", "tr", "crh", "gag", "tt"})
"""Languages whose Latin alphabet tells ``ı`` from ``i``: ``I`` is the capital of ``ı``."""

_KEY = str.maketrans({"ı": "i", "ё": "е", "ә": "ə", "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'"})
_LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏəƏ\u1e00-\u1eff]")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")


def fold(text: str, language: str | None) -> str:
    """Return ``text`` in lower case by the rules of ``language``, as long as it was.

    >>> fold("BAKI, İstanbul", "az"), fold("BAKI, İstanbul", "en")
    ('bakı, istanbul', 'baki, istanbul')
    """
    text = text.replace("İ", "i")
    if language in DOTTED:
        text = text.replace("I", "ı")
    return text.lower()


def key(text: str) -> str:
    """Return a form for comparing words of unknown language, as long as ``text``.

    Case, ``ı``/``i``, ``ё``/``е``, the Cyrillic and the Latin schwa and the kinds of apostrophe fall together; other
    diacritics are kept, for ``ş`` and ``s`` tell words apart.

    >>> key("TAXIL") == key("taxıl"), key("Кёвеши"), key("Başsavcı")
    (True, 'кевеши', 'başsavci')
    """
    return text.replace("İ", "i").lower().translate(_KEY)


def script(text: str) -> str:
    """Return ``latin``, ``cyrillic``, ``mixed`` (both) or ``none`` (neither).

    >>> [script(word) for word in ("Şura", "Совет", "Cовет", "2021")]
    ['latin', 'cyrillic', 'mixed', 'none']
    """
    latin, cyrillic = _LATIN.search(text), _CYRILLIC.search(text)
    if latin and cyrillic:
        return "mixed"
    return "latin" if latin else "cyrillic" if cyrillic else "none"


def capitalised(text: str, language: str | None) -> str:
    """Return ``text`` with a capital for its first letter, by the rules of ``language``.

    >>> capitalised("iclas", "az"), capitalised("iclas", "en"), capitalised("", "az")
    ('İclas', 'Iclas', '')
    """
    first = "İ" if text[:1] == "i" and language in DOTTED else text[:1].upper()
    return first + text[1:]


def is_capitalised(word: str) -> bool:
    """Tell whether the first letter of ``word`` is a capital.

    >>> is_capitalised('"Əliyev'), is_capitalised("5-də"), is_capitalised("")
    (True, False, False)
    """
    return next((letter.isupper() for letter in word if letter.isalpha()), False)


def capitals() -> str:
    """Return the capital letters of the Latin and Cyrillic blocks, to stand in a regular expression's class.

    >>> re.fullmatch(f"[{capitals()}]+", "ABƏĞİШ") is not None, re.search(f"[{capitals()}]", "abəğıш")
    (True, None)
    """
    blocks = ((0x41, 0x250), (0x400, 0x530), (0x1E00, 0x1F00))
    return "".join(chr(code) for first, last in blocks for code in range(first, last) if chr(code).isupper())
