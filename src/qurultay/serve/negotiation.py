"""Chooses a form by the header ``Accept`` (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["chosen"]


def chosen(accept: str | None, offers: Sequence[str]) -> str | None:
    """Return the media type of ``offers`` that is wanted most, the first of several; None where none is wanted.

    The most specific range that fits a type tells its weight. No header, or an empty one, wants anything; what is no weight is 1.

    >>> chosen("text/turtle;q=0.5, application/*", ["text/turtle", "application/ld+json"])
    'application/ld+json'
    >>> chosen("image/png", ["text/turtle"])
    """
    ranges = _ranges(accept or "")
    if not ranges:
        return offers[0] if offers else None
    best, weight = None, 0.0
    for offer in offers:
        fitting = [(_specific(kind), q) for kind, q in ranges if _fits(kind, offer)]
        if fitting and (q := max(fitting)[1]) > weight:
            best, weight = offer, q
    return best


def _ranges(accept: str) -> list[tuple[str, float]]:
    found = []
    for part in accept.lower().split(","):
        kind, *parameters = (piece.strip() for piece in part.split(";"))
        if "/" in kind:
            weights = [value for name, _, value in (piece.partition("=") for piece in parameters) if name.strip() == "q"]
            found.append((kind, _weight(weights[0]) if weights else 1.0))
    return found


def _weight(value: str) -> float:
    try:
        return min(max(float(value), 0.0), 1.0)
    except ValueError:
        return 1.0


def _fits(kind: str, offer: str) -> bool:
    return kind in ("*/*", offer) or (kind.endswith("/*") and offer.startswith(kind[:-1]))


def _specific(kind: str) -> int:
    return 0 if kind == "*/*" else 1 if kind.endswith("/*") else 2
