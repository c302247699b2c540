"""When two dates may be of one event."""

from __future__ import annotations

__all__ = ["MONTH", "WHOLE_DAY", "dates_agree", "day_within", "one_of_days"]

MONTH = 7
"""How long a date with year and month is."""
WHOLE_DAY = 10
"""How long a date with year, month and day is."""


def dates_agree(one: str, other: str) -> bool:
    """Tell whether two EDTF dates can be of one event: what either leaves open is no contradiction.

    >>> dates_agree("2025-03", "2025-03-04"), dates_agree("XXXX-03-04", "2025-03-04/2025-03-06")
    (True, True)
    >>> dates_agree("2025-03-11/2025-03-12", "2025-03-04"), dates_agree("2025-03-04", "2025-03-05")
    (False, False)
    """
    first, last, begins, ends = (day for value in (one, other) for day in (value.partition("/")[0], value.rpartition("/")[2]))
    if "XXXX" in (first[:4], begins[:4]):
        first, last, begins, ends = (day[4:] for day in (first, last, begins, ends))
    told = min(len(first), len(begins))
    return first[:told] <= ends[:told] and begins[:told] <= last[:told]


def day_within(day: str, whole: str) -> bool:
    """Tell whether a day may lie in that of a larger event, or in its month; "" agrees with all."""
    return not day or not whole or dates_agree(day, whole) or day[:MONTH] == whole[:MONTH]


def one_of_days(date: str, known: str, days: int) -> bool:
    """Tell whether a day may be one of an event that takes several, of which one is known; both in one month."""
    one, other = date.rpartition("-"), known.rpartition("-")
    return len(date) == len(known) == WHOLE_DAY and one[0] == other[0] and abs(int(one[2]) - int(other[2])) < days
