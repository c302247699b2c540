"""Compares events: kind, days, place, framework, who organised and took part. Missing and partial dates agree, other ones do not."""

from __future__ import annotations

from itertools import product

from qurultay.identity import known
from qurultay.identity.dates import Stretch, stretches
from qurultay.identity.names import compare
from qurultay.identity.things import Traits
from qurultay.identity.verdicts import Verdict

__all__ = ["compare_events", "telling"]

_GATHERINGS = frozenset({"Session", "Meeting", "Conference", "Forum"})
"""Kinds of which outlets call one and the same event now one, now the other."""
_TALKS = frozenset({"Meeting", "Visit", "Ceremony"})
_SAME_PERSON = 0.9
_FULL = 8.0
"""The points at which nothing is left to doubt."""


class _Against(Exception):
    """Something contradicts; the message says what."""


def compare_events(one: Traits, other: Traits) -> Verdict:
    """Return whether two events are one: points for what agrees, and a contradiction where something cannot be."""
    try:
        points = [_kind(one, other), _days(one, other), _place(one, other), _frame(one, other), _people(one, other), _parties(one, other)]
    except _Against as contradiction:
        return Verdict(0.0, str(contradiction), "event", against=True)
    reasons = [reason for _, reason in points if reason]
    score = min(1.0, sum(weight for weight, _ in points) / _FULL)
    if not points[1][1]:
        score = min(score, 0.8)
    return Verdict(round(score, 3), ", ".join(reasons), "event")


def _kind(one: Traits, other: Traits) -> tuple[float, str]:
    kinds, theirs = one["kind"], other["kind"]
    if kinds & theirs:
        return 1.0, "one kind"
    if "Event" in kinds | theirs:
        return 0.5, "kinds that agree"
    if kinds | theirs <= _GATHERINGS and one["frame"] & other["frame"]:
        return 0.5, "gatherings of one body"
    raise _Against("other kinds")


def _days(one: Traits, other: Traits) -> tuple[float, str]:
    pairs = list(product(_stretches(one["when"]), _stretches(other["when"])))
    if pairs:
        if not any(a.meets(b) for a, b in pairs):
            raise _Against("other days")
        if any(a.starts_like(b) and not a.yearless for a, b in pairs):
            return 3.0, "one day"
        if any(a.exact and b.exact and not a.yearless and not b.yearless for a, b in pairs):
            return 2.0, "days that overlap"
        return (2.0 if any(a.starts_like(b) or (a.exact and b.exact) for a, b in pairs) else 1.5), "days that agree"
    above = list(product(_stretches(one["when"] or one["within"]), _stretches(other["when"] or other["within"])))
    if above:
        if not any(a.meets(b) for a, b in above):
            raise _Against("other days of what it was a part of")
        return (2.0 if any(a.starts_like(b) for a, b in above) else 1.5), "days of what it was a part of"
    return 0.0, ""


def _stretches(when: frozenset[str]) -> list[Stretch]:
    return [stretch for date in sorted(when) for stretch in stretches(date)]


def _place(one: Traits, other: Traits) -> tuple[float, str]:
    if one["place"] & other["place"]:
        return 2.0, "one place"
    if one["place"] and other["place"]:
        raise _Against("other places")
    if one["state"] and other["state"]:
        if not one["state"] & other["state"]:
            raise _Against("other states")
        return 1.0, "places that agree"
    return 0.0, ""


def _frame(one: Traits, other: Traits) -> tuple[float, str]:
    mine, theirs = (t["stage"] or t["frame"] for t in (one, other))
    if not mine or not theirs:
        return 0.0, ""
    if (common := mine & theirs) and not (_narrow(mine) - common and _narrow(theirs) - common):
        return 2.0, "one framework"
    if any(_within(a, b) or _within(b, a) for a in mine for b in theirs):
        return 1.0, "frameworks of which one is a part of the other"
    raise _Against("other frameworks")


def _narrow(bodies: frozenset[str]) -> frozenset[str]:
    """Return the bodies of which no other of them is a part."""
    return frozenset(body for body in bodies if not any(_within(other, body) for other in bodies))


def _within(body: str, whole: str) -> bool:
    return body != whole and known.parent_of(body) == whole


def _people(one: Traits, other: Traits) -> tuple[float, str]:
    mine, theirs = sorted(one["person"]), sorted(other["person"])
    same = [(a, b) for a in mine for b in theirs if (found := compare(a, b)).score >= _SAME_PERSON]
    left, right = len(mine) - len({a for a, _ in same}), len(theirs) - len({b for _, b in same})
    talks = (one["kind"] | other["kind"]) <= _TALKS
    if talks and left and right and len(same) <= 1 and len(mine) < 4 and len(theirs) < 4:
        raise _Against("other people")
    return (min(3.0, 1.0 * len(same)), f"{len(same)} of the people" if len(same) > 1 else "one of the people") if same else (0.0, "")


def _parties(one: Traits, other: Traits) -> tuple[float, str]:
    mine, theirs = one["party"], other["party"]
    common = mine & theirs
    talks = (one["kind"] | other["kind"]) <= _TALKS
    if talks and mine - common and theirs - common and len(mine | theirs) <= 4:
        raise _Against("other parties")
    weight = min(2.0, 0.75 * len(common)) if talks else min(1.5, 0.4 * len(common))
    return weight, f"{len(common)} of the bodies" if len(common) > 1 else "one of the bodies" if common else ""


def telling(path: str, traits: Traits) -> tuple[int, int]:
    """Return how little a local key tells of an event: those that are known by day, place and body come first, then the longer."""
    return (not path_is_free(path), -path.count("-"))


def path_is_free(path: str) -> bool:
    """Tell whether a path is bound to no article: it does not end in the twelve digits of a hash."""
    end = path.rpartition("-")[2]
    return len(end) != 12 or not all(c in "0123456789abcdef" for c in end)
