"""Days as events have them: a full day, a month, a year, a day without its year, or a stretch of them; and whether two can be one."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Stretch", "stretches"]

_DATE = re.compile(r"(?:(\d{4})(?:-(\d\d)(?:-(\d\d))?)?|--(\d\d)(?:-(\d\d))?)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The first and the last day that a date may mean, as ``YYYY-MM-DD``; as ``--MM-DD`` where the year is not told.

    ``exact`` says whether each of the two is a day that was told.
    """

    first: str
    last: str
    exact: bool

    @classmethod
    def of_month(cls, day: str) -> Stretch:
        """Return the month of a day."""
        return next(stretches(day[:7]), cls(day, day, exact=False))

    @property
    def yearless(self) -> bool:
        """Whether the year is not told."""
        return self.first.startswith("--")

    @property
    def months(self) -> tuple[str, ...]:
        """The months that it touches, as ``YYYY-MM``; () for one without a year, or longer than a quarter."""
        if self.yearless:
            return ()
        start, end = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in (self.first, self.last))
        return tuple(f"{month // 12:04}-{month % 12 + 1:02}" for month in range(start, end + 1)) if end - start < 3 else ()

    @property
    def years(self) -> tuple[str, ...]:
        """The years that it touches; () for one without a year."""
        return () if self.yearless else tuple(dict.fromkeys((self.first[:4], self.last[:4])))

    @property
    def day_of_year(self) -> str:
        """The first day without its year, ``MM-DD``, where it is exact."""
        return self.first[-5:] if self.exact else ""

    def meets(self, other: Stretch) -> bool:
        """Tell whether one day lies in both.

        >>> one, other = next(stretches("2024-07-25")), next(stretches("2024"))
        >>> one.meets(other), one.meets(next(stretches("--07-25"))), one.meets(next(stretches("2024-08")))
        (True, True, False)
        """
        if self.yearless or other.yearless:
            a, b = ((s.first[-5:], s.last[-5:]) for s in (self, other))
            long = any(not s.yearless and s.first[:4] != s.last[:4] for s in (self, other))
            return long or (a[0] <= b[1] and b[0] <= a[1])
        return self.first <= other.last and other.first <= self.last

    def starts_like(self, other: Stretch) -> bool:
        """Tell whether both start on one and the same day."""
        return self.exact and other.exact and self.first == other.first


def stretches(when: str) -> Iterator[Stretch]:
    """Yield the stretch that ``first/last`` or a single date means; nothing where it is no date.

    >>> next(stretches("2024-09-29/2024-10-02")).months, next(stretches("2024-02")).last, list(stretches("soon"))
    (('2024-09', '2024-10'), '2024-02-29', [])
    """
    parts = [bounds for part in when.split("/") if (bounds := _bounds(part))]
    if not parts:
        return
    first, last = parts[0], parts[-1]
    if first[0].startswith("--") != last[1].startswith("--") or last[1] < first[0]:
        last = first
    yield Stretch(first[0], last[1], exact=all(start == end for start, end in parts))


def _bounds(date: str) -> tuple[str, str] | None:
    match = _DATE.fullmatch(date.replace("XXXX", "-"))
    if not match:
        return None
    year, first, last, alone, day = match[1], int(match[2] or 1), int(match[2] or 12), match[4], match[5]
    if alone:
        return f"--{alone}-{day or '01'}", f"--{alone}-{day or '31'}"
    if not 1 <= first <= 12:
        return None
    return f"{year}-{first:02}-{match[3] or '01'}", f"{year}-{last:02}-{match[3] or calendar.monthrange(int(year) or 1, last)[1]}"
