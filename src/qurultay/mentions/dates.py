"""Mentions of time, resolved to days, months, years and intervals (EDTF level 1).

What the text leaves open stays open: a year is never guessed from the clock. The order of resolution is the year
that is told; a word relative to the day of publication (``cari il``, ``last Friday``); a word relative to a day told
before (``ertəsi gün``). A month and day without a year take

* the year of the day told before, else of that of the first event, where that lies within a month, or three months before
  (``2025-ci il noyabrın 20-də … noyabrın 21-də``), and the day of publication is not known;
* else the year of publication, unless the day would then lie more than nine months off and another year brings
  it within three (``20 December`` in an article of January), flagged ``assumed_year``: :func:`settle` moves it where tense
  says more;
* else ``XXXX``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from qurultay.language.calendar import Calendar, Expression, edtf_day

__all__ = ["DateMention", "find_dates", "settle", "shift"]

Kind = Literal["day", "month", "year", "interval", "week", "years"]

_MONTHS_OFF = timedelta(days=270)
_MONTHS_NEAR = timedelta(days=95)
_CLOSE = timedelta(days=31)
_MONTH_CLOSE = timedelta(days=100)
_LEAP = 2000
_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)\Z")
_BETWEEN = re.compile(r"[\s,(–-]{0,3}")


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of time at the clean offsets ``[start, end)``.

    ``value`` is EDTF (``2021-11-01``, ``2021-11``, ``2021``, ``XXXX-11-05``, ``2025-09-29/2025-10-02``) or None where nothing
    can be resolved. ``relative`` tells that the expression itself does not name its day; ``relative_to`` is then
    "published" or "previous" and ``offset_days`` how far, where it is a matter of days. ``attributive`` marks the date of a document
    (``3 aprel tarixli``), ``bound`` the beginning or end of a stretch (``since``, ``until``), ``assumed_year`` a year that
    was taken from the day of publication.
    """

    start: int
    end: int
    value: str | None
    kind: Kind
    rule: str
    relative: bool = False
    attributive: bool = False
    bound: str | None = None
    assumed_year: bool = False
    relative_to: str | None = None
    offset_days: int | None = None


def find_dates(
    text: str,
    start: int,
    end: int,
    calendar: Calendar,
    *,
    published: str | None = None,
    context: str | None = None,
    reference: Callable[[], str | None] = lambda: None,
    weekday: int | None = None,
    folded: str | None = None,
    words: Sequence[tuple[int, int]] | None = None,
) -> list[DateMention]:
    """Return the mentions of time in ``text[start:end]``, in order.

    ``published`` is the day of publication, ``XXXX-11-05`` where its year is not known; ``context`` the day that was told last
    before ``start``; each day found becomes the context of the next. ``reference`` gives a day by whose year ``ötən il`` is read where
    that of publication is not known (the day of what the article is about); ``weekday`` is on what day of the week an article was
    published of whose day the year is not known, Monday being 1. ``folded`` is ``text`` folded, and ``words`` where the words
    stand in which a mention may begin, where they are at hand.

    >>> from qurultay.language.calendar import Calendar
    >>> rules = Calendar({"months": {11: ["noyabr"]}, "relday": {-1: ["dünən"]},
    ...                   "rules": [{"name": "day", "pattern": "<day> <month>", "starts": ["day"]},
    ...                             {"name": "relative", "pattern": "<relday>", "starts": ["relday"]}]}, language="az")
    >>> [d.value for d in find_dates("5 noyabr, dünən", 0, 15, rules, published="2022-11-07")]
    ['2022-11-05', '2022-11-06']
    """
    found: list[DateMention] = []
    for expression in calendar.scan(text, start, end, folded=folded, words=words):
        mention = _resolve(expression, _Known(published, context, reference(), weekday))
        if mention is None:
            continue
        found.append(mention)
        if mention.kind in ("day", "interval") and mention.value and not mention.attributive:
            context = mention.value.rpartition("/")[2]
    return list(_without_echoes(text, found)) if len(found) > 1 else found


def settle(mention: DateMention, published: str | None, *, past: bool) -> DateMention:
    """Return ``mention`` with an assumed year moved to fit the tense: not after ``published`` where ``past``, else not before.

    >>> told = DateMention(0, 8, "2024-12-20", "day", "day-month", assumed_year=True)
    >>> settle(told, "2024-03-01", past=True).value
    '2023-12-20'
    """
    day, anchor = _as_date(mention.value), _as_date(published)
    if not mention.assumed_year or day is None or anchor is None or mention.value is None:
        return mention
    years = -1 if past and day > anchor else 1 if not past and day < anchor else 0
    if not years:
        return mention
    return replace(mention, value=re.sub(r"\d{4}(?=-)", lambda year: str(int(year[0]) + years), mention.value))


def _without_echoes(text: str, found: list[DateMention]) -> Iterator[DateMention]:
    """Yield the mentions without weekdays that only repeat the day beside them (``Monday, Nov. 1``)."""
    echoes = set()
    for one, other in pairwise(found):
        pair = [mention for mention in (one, other) if mention.rule == "weekday"]
        if len(pair) == 1 and one.kind == other.kind == "day" and _BETWEEN.fullmatch(text, one.end, other.start):
            echoes.add(pair[0])
    return (mention for mention in found if mention not in echoes)


@dataclass(frozen=True, slots=True)
class _Known:
    """The days that an expression can lean on."""

    published: str | None
    context: str | None
    reference: str | None
    weekday: int | None = None


def _resolve(found: Expression, known: _Known) -> DateMention | None:
    """Return what an expression means; None where it names no day of the calendar."""
    slots, published = found.slots, known.published
    plain = DateMention(found.start, found.end, None, "day", found.rule, attributive=found.attributive, bound=found.bound)
    if "prevday" in slots:
        return _shifted(plain, known.context or (published if slots["prevday"] else None), "previous", slots["prevday"])
    if "relday" in slots:
        return _shifted(plain, published, "published", slots["relday"])
    if "ago" in slots:
        return _shifted(plain, published, "published", slots["ago"] * slots["count"])
    if "later" in slots:
        return _shifted(plain, known.context or published, "previous", slots["later"] * slots["count"])
    by_publication = replace(plain, relative=True, relative_to="published")
    if "weekday" in slots and "relweek" in slots:
        monday = (_week(published, slots["relweek"]) or "").partition("/")[0]
        return replace(by_publication, value=shift(monday, slots["weekday"] - 1))
    if "weekday2" in slots:
        last = _weekday({**slots, "weekday": slots["weekday2"]}, published, known.weekday)
        first = shift(last, -((slots["weekday2"] - slots["weekday"]) % 7))
        return replace(by_publication, value=f"{first}/{last}" if first and last and first != last else None, kind="interval")
    if "weekday" in slots:
        return replace(by_publication, value=_weekday(slots, published, known.weekday))
    if "relweek" in slots:
        return replace(by_publication, value=_week(published, slots["relweek"]), kind="week")
    if "relmonth" in slots:
        return replace(by_publication, value=_month(published, slots["relmonth"]), kind="month")
    if "year2" in slots and "month" not in slots:
        return replace(plain, value=f"{slots['year']}/{slots['year2']}", kind="years") if slots["year"] < slots["year2"] else None
    return _calendar_date(plain, slots, known)


def _shifted(plain: DateMention, anchor: str | None, name: str, days: int) -> DateMention:
    """Return the day so many days after ``anchor``, which is the day called ``name``."""
    return replace(plain, value=shift(anchor, days), relative=True, relative_to=name, offset_days=days)


def _calendar_date(plain: DateMention, slots: Mapping[str, int], known: _Known) -> DateMention | None:
    """Return a year, month, day or interval by its numbers."""
    year, assumed = _year(slots, known)
    relative = "relyear" in slots or "relword" in slots
    origin = replace(plain, relative=relative, relative_to="published" if relative else None, assumed_year=assumed)
    month, day = slots.get("month", slots.get("month2")), slots.get("day")
    if month is None:
        return replace(origin, value=None if year is None else str(year), kind="year")
    if day is None:
        return replace(origin, value=f"{'XXXX' if year is None else year}-{month:02}", kind="month")
    if "day2" not in slots:
        told = edtf_day(year, month, day)
        return replace(origin, value=told) if told else None
    month2 = slots.get("month2", month)
    begins = ends = year
    if "year2" in slots:
        ends = slots["year2"]
    elif month2 < month and year is not None:  # from 28 December to 3 January
        begins, ends = (year - 1, year) if "year" in slots else (year, year + 1)
    first, last = edtf_day(begins, month, day), edtf_day(ends, month2, slots["day2"])
    if not first or not last or (begins is not None and first >= last):
        return None
    return replace(origin, value=f"{first}/{last}", kind="interval")


def _year(slots: Mapping[str, int], known: _Known) -> tuple[int | None, bool]:
    """Return the year of an expression, and whether it was assumed rather than told."""
    anchor, told = _as_date(known.published), _as_date(known.context)
    if "year" in slots:
        return slots["year"], False
    if "relyear" in slots:
        by = anchor or _as_date(known.reference)
        return (by.year + slots["relyear"], False) if by else (None, False)
    month, day = slots.get("month", slots.get("month2")), slots.get("day", 15)
    if month is None:
        return None, False
    if anchor and "relword" in slots:
        before, after = slots["relword"] < 0 and month >= anchor.month, slots["relword"] > 0 and month <= anchor.month
        return anchor.year - before + after, False
    if anchor:
        return _nearby_year(anchor, month, day), True
    close = _CLOSE if "day" in slots else _MONTH_CLOSE
    for day_told in (told, _as_date(known.reference)) if known.published is None else ():
        near = _safe_date(day_told.year, month, day) if day_told else None
        if day_told and near and (abs(near - day_told) <= close or day_told < near <= day_told + _MONTH_CLOSE):
            return day_told.year, True
    return None, False


def _nearby_year(anchor: date, month: int, day: int) -> int:
    """Return the year of ``anchor``, or the one beside it where that brings a far day near."""
    same = _safe_date(anchor.year, month, day)
    if same and abs(same - anchor) > _MONTHS_OFF:
        year = anchor.year + (1 if same < anchor else -1)
        other = _safe_date(year, month, day)
        if other and abs(other - anchor) <= _MONTHS_NEAR:
            return year
    return anchor.year


def _weekday(slots: Mapping[str, int], published: str | None, weekday: int | None) -> str | None:
    """Return the day of a weekday: the last one up to publication, before it (``last``) or after it (``next``)."""
    anchor = _as_date(published)
    today = anchor.isoweekday() if anchor is not None else weekday
    if today is None:
        return None
    back = (today - slots["weekday"]) % 7
    if slots.get("relword", 0) > 0:
        return shift(published, 7 - back)
    if slots.get("relword", 0) < 0 and back == 0:
        back = 7
    return shift(published, -back)


def _week(published: str | None, weeks: int) -> str | None:
    anchor = _as_date(published)
    if anchor is None:
        return None
    monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=weeks)
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _month(published: str | None, months: int) -> str | None:
    match = _DAY.match(published or "")
    if not match:
        return None
    carry, month = divmod(int(match[2]) - 1 + months, 12)
    year = match[1] if match[1] == "XXXX" else f"{int(match[1]) + carry:04}"
    return f"{year}-{month + 1:02}"


def shift(day: str | None, days: int) -> str | None:
    """Return the day so many days later; None where it is not known, a 29 February of an unknown year included, or out of range.

    >>> shift("2024-02-28", 1), shift("XXXX-11-05", -1), shift("XXXX-03-01", -1)
    ('2024-02-29', 'XXXX-11-04', None)
    """
    match = _DAY.match(day or "")
    if not match:
        return None
    if match[1] != "XXXX":
        try:
            return (date(int(match[1]), int(match[2]), int(match[3])) + timedelta(days=days)).isoformat()
        except OverflowError:  # before the year 1, or after 9999
            return None
    years = (_LEAP,) if (match[2], match[3]) == ("02", "29") else (_LEAP, _LEAP + 1)
    moved = {date(year, int(match[2]), int(match[3])) + timedelta(days=days) for year in years}
    told = {f"XXXX{value.isoformat()[4:]}" for value in moved}
    return told.pop() if len(told) == 1 else None


def _safe_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _as_date(day: str | None) -> date | None:
    match = _DAY.match((day or "").partition("/")[0])
    return _safe_date(int(match[1]), int(match[2]), int(match[3])) if match and match[1] != "XXXX" else None
