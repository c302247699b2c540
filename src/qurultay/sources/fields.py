"""What may stand in the fields of an article: the checks that every kind of input shares."""

from __future__ import annotations

import re
from datetime import date

__all__ = ["check_date", "check_language", "check_text", "check_url"]

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_URL = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+")


def check_date(value: str) -> str:
    """Return the day of an ISO 8601 date or time stamp; raise ValueError where it is none.

    >>> check_date("2022-08-08T10:15:00+04:00")
    '2022-08-08'
    """
    try:
        return date.fromisoformat(value[:10]).isoformat() if re.fullmatch(r"\d{4}-\d\d-\d\d(?:[T ].*)?", value) else _no_date(value)
    except ValueError as error:
        raise ValueError(f"{value!r} is not a date (YYYY-MM-DD)") from error


def _no_date(value: str) -> str:
    raise ValueError(value)


def check_language(value: str) -> str:
    """Return the two-letter code of a language tag; raise ValueError where it is none.

    >>> check_language("AZ"), check_language("en-GB")
    ('az', 'en')
    """
    tag = value.strip().lower().replace("_", "-")
    if not _LANGUAGE.fullmatch(tag):
        raise ValueError(f"{value!r} is not a language tag (az, tr, en, ru)")
    return tag.partition("-")[0]


def check_text(value: str) -> str:
    """Return ``value``; raise ValueError where it is empty, or holds what no RDF or JSON can carry.

    >>> check_text("  ")
    Traceback (most recent call last):
    ValueError: the text is empty
    """
    if not value.strip():
        raise ValueError("the text is empty")
    if found := _SURROGATE.search(value):
        raise ValueError(f"the text holds a lone surrogate (U+{ord(found[0]):04X} at {found.start()}): it was cut or decoded wrongly")
    if found := _CONTROL.search(value):
        raise ValueError(f"the text holds a control character (U+{ord(found[0]):04X} at {found.start()}): is it binary?")
    return value


def check_url(value: str) -> str:
    """Return an address of the web; raise ValueError where it is something else.

    >>> check_url("javascript:alert(1)")
    Traceback (most recent call last):
    ValueError: 'javascript:alert(1)' is not an http or https address
    """
    if not _URL.fullmatch(value):
        raise ValueError(f"{value!r} is not an http or https address")
    return value
