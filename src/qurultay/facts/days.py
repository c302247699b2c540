"""When two dates may be of one event."""

from __future__ import annotations

__all__ = ["MONTH", "WHOLE_DAY", "dates_agree", "day_within", "one_of_days"]

MONTH = 7
"""How long a date with year and month is."""
WHOLE_DAY = 10
"""How long a date with year, month and day is."""


def dates_agree(one: str, other: str) -> bool:
    """Tell whether two EDTF dates can be of one event: what either leaves open is no contradiction."""
    firsts = [value.partition("/")[0] for value in (one, other)]
    for a, b in zip(firsts[0].split("-"), firsts[1].split("-"), strict=False):
        if a != b and "XXXX" not in (a, b):
            within = [v for v in (one, other) if "/" in v]
            return bool(within) and any(v.partition("/")[0] <= min(firsts[0], firsts[1], key=len) <= v.partition("/")[2] for v in within)
    return True


def day_within(day: str, whole: str) -> bool:
    """Tell whether a day may lie in that of a larger event, or in its month; "" agrees with all."""
    return not day or not whole or dates_agree(day, whole) or day[:MONTH] == whole[:MONTH]


def one_of_days(date: str, known: str, days: int) -> bool:
    """Tell whether a day may be one of an event that takes several, of which one is known; both in one month."""
    one, other = date.rpartition("-"), known.rpartition("-")
    return len(date) == len(known) == WHOLE_DAY and one[0] == other[0] and abs(int(one[2]) - int(other[2])) < days
