"""The dateline with which an article begins: a place, a day, an agency, in the styles of the agencies.

``Bakı, 25 iyul 2024, AZƏRTAC`` · ``БИШКЕК, 25 июля 2024 г. /Кабар/. …`` · ``TAŞKENT (AA) - …`` ·
``BAKU, Azerbaijan, September 15, 2023. …`` · ``ТАШКЕНТ. …`` · ``25 июля 2024, Астана – Zakon.kz`` ·
``АСТАНА. КАЗИНФОРМ, 25 июля 2024 г. –`` · ``АСТАНА. КАЗИНФОРМ. 25.07.2024.`` · ``ДУШАНБЕ, 25 июля – «Авеста».`` ·
``г. Косшы, 25 июля 2024 года``. Whether a line is one is a matter of its shape; days and agencies come from the language's data.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from qurultay.language.calendar import Calendar, Expression
from qurultay.language.folding import capitals
from qurultay.language.text import TextRules

__all__ = ["Dateline", "read_dateline", "read_end", "read_masthead", "read_signature"]

_ZONE = 75
_DIGIT = re.compile(r"\d")
_CAPITAL = f"[{capitals()}]"
_NAME = rf"{_CAPITAL}[\w'’-]*(?: {_CAPITAL}[\w'’-]*){{0,2}}"
_TOWN = re.compile(rf"[гГ]\. ?(?={_CAPITAL})")
_PLACE_AND_AGENCY = rf"(?:{_TOWN.pattern})?(?P<place>(?:S[Tt]\. ?)?{_NAME})(?:, {_NAME})?\s*(?P<open>[(/](?P<agency>{_NAME})[)/])?"
_BEFORE_DAY = re.compile(rf"{_PLACE_AND_AGENCY}\s*[,.:]\s*")
_BEFORE_FULL_DAY = re.compile(rf"{_PLACE_AND_AGENCY}\s+[–—-]\s+")
_BEFORE_AGENCY = re.compile(rf"(?P<place>{_NAME})(?:, {_NAME})?,?\s*[(/]\s*")
_BEFORE_NAMED = re.compile(rf"(?P<place>{_NAME})(?:, {_NAME})?[.,]\s+")
_BEFORE_LISTED = re.compile(rf"(?P<place>{_NAME})[.,]\s+")
_AFTER_NAMED = re.compile(r"\s*(?:[:–—-]+\s*|\.?\s*\Z)")
_AFTER_AGENCY = re.compile(r"\s*[)/]\s*[.:]?\s*[–—-]+\s*|\s*/\s*(?:[.:]\s*|\Z)")
_AFTER_LISTED = re.compile(r"\s*\.\s+(?=[^\W\d_])")
_AFTER_PLACE = re.compile(rf"(?P<place>{_NAME})(?:\s*[,–—/(|-]+\s*|\s*\Z)")
_COLUMN = re.compile(r"\s*\|\s*(?=[^\W\d_])")
_AFTER_FULL_DAY = re.compile(r"\s*(?:[–—-]+\s*|[.:]\s+(?=[^\W\d_])|\Z)")
_AFTER_DAY = re.compile(r"\s*[–—-]+\s*")
_SENTENCE = re.compile(r".{30,}[.!?…][\"”»]?\Z", re.DOTALL)
_SHOUTED = re.compile(rf"(?P<place>{_CAPITAL}{{4,}}(?:[ -]{_CAPITAL}{{2,}})?)[.:]\s+(?={_CAPITAL}|[\"«“])")
_TIME = re.compile(r"[\s,|–—-]*\d{1,2}[:.]\d{2}(?::\d{2})?(?!\d)")
_HOUR = re.compile(r"(?<!\d)\d{1,2}[:.]\d{2}(?::\d{2})?(?!\d)")
_OPEN = re.compile(r"[\s,.]*[(/\[|–—-]?\s*")
_SLASHED = re.compile(rf"{_NAME}(?=\s*/)")
_BRACKETED = re.compile(rf"{_CAPITAL}[\w'’.&-]*(?: [\w'’.&-]+){{0,4}}(?=\)\s*(?:[–—-]|\.\s))")
_QUOTED = re.compile(rf"[«\"“](?P<name>{_CAPITAL}[\w'’.&-]*(?: [\w'’.&-]+){{0,3}})[»\"”]")
_CLOSED = re.compile(r"[.!?…][\"”»]?(?P<end>\s+)[(\[]?(?=\d{1,2}(?:\.\d\d\.| \w+ )\d{4}\W*\Z)")
_SIGNED = re.compile(r"[–—-]+\s*(?=[^\W\d_])")
_BETWEEN_SIGNS = re.compile(r"[^,|/–—\s](?:[^,|/–—]*[^,|/–—\s])?")
_NAMED = re.compile(rf"\s*{_CAPITAL}[\w'’.&-]*(?: [\w'’.&-]+){{0,4}}")
_MASTHEAD = 110
"""How long a line may be that is the head of a bulletin."""
_BEFORE_LAST = re.compile(r"\s*[,|/–—:.-]\s*\Z")
_END = re.compile(r"\s*[)/\]»”\"]*\s*(?:[.:–—-]+\s*|\Z)")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline tells, as offsets into its line; the sentence after it begins at ``end``."""

    end: int
    place: tuple[int, int] | None = None
    day: Expression | None = None
    agency: tuple[str, int, int] | None = None


def read_dateline(line: str, rules: TextRules, calendar: Calendar) -> Dateline | None:
    """Return the dateline with which ``line`` begins: two of place, day and agency, or a place in capitals; else None."""
    headed = _outlet_first(line, rules, calendar)
    if headed is not None:
        return headed
    if line[:1].isdigit():
        return _day_first(line, rules, calendar)
    if not (line[:1].isupper() or _TOWN.match(line)):
        return None
    zone = line[:_ZONE]
    if _DIGIT.search(zone):
        for day in calendar.scan(zone):
            if "day" in day.slots and "month" in day.slots and "day2" not in day.slots:
                before = _BEFORE_DAY.fullmatch(line, 0, day.start)
                if before is None and "year" in day.slots:
                    before = _BEFORE_FULL_DAY.fullmatch(line, 0, day.start)
                if before:
                    return _dated(line, day, before, rules)
                break
    opened = _BEFORE_AGENCY.match(zone)
    agency = _agency(line, opened.end(), rules, slashed=opened[0].rstrip().endswith("/")) if opened else None
    closed = _AFTER_AGENCY.match(line, agency[2]) if agency else None
    if opened and closed:
        days = calendar.scan(line, closed.end(), closed.end() + _ZONE)
        told = next((found for found in days if found.start == closed.end() and "day" in found.slots), None)
        whole = _AFTER_FULL_DAY if told is not None and "year" in told.slots else _AFTER_DAY
        after = whole.match(line, told.end) if told is not None else None
        return Dateline(after.end() if after else closed.end(), opened.span("place"), told if after else None, agency)
    named = _BEFORE_NAMED.match(zone)
    listed = rules.listed_at(line, named.end()) if named else None
    if named and listed is None:
        named = _BEFORE_LISTED.match(zone) or named
        listed = rules.listed_at(line, named.end())
    told = next((d for d in calendar.scan(line, listed[2], listed[2] + _ZONE) if "day" in d.slots), None) if listed else None
    if named and listed and told and line[listed[2] : told.start].strip() in (",", "."):
        after = (_AFTER_FULL_DAY if "year" in told.slots else _AFTER_DAY).match(line, told.end)
        if after:
            return Dateline(after.end(), named.span("place"), told, listed)
    ended = (_AFTER_NAMED.match(line, listed[2]) or _AFTER_LISTED.match(line, listed[2])) if listed else None
    if named and ended and not rules.lists(named["place"]):
        return Dateline(ended.end(), named.span("place"), None, listed)
    shouted = _SHOUTED.match(line)
    if shouted is None or not _SENTENCE.match(line, shouted.end()) or rules.lists(shouted["place"]):
        return None
    return Dateline(shouted.end(), shouted.span("place"))


def _day_first(line: str, rules: TextRules, calendar: Calendar) -> Dateline | None:
    """Return the dateline of a line that begins with a day and goes on with a place and an agency, or in another column; else None."""
    day = next((found for found in calendar.scan(line[:_ZONE]) if found.start == 0 and {"day", "month"} <= found.slots.keys()), None)
    if day is None or "day2" in day.slots:
        return None
    time = _TIME.match(line, day.end)
    at = time.end() if time else day.end
    column = _COLUMN.match(line, at)
    if column and "year" in day.slots and len(line) < _ZONE:
        return Dateline(column.end(), None, day, rules.outlet_at(line, column.end(), len(line)))
    opened = _OPEN.match(line, at)
    place = _AFTER_PLACE.match(line, opened.end()) if opened and opened.end() > at else None
    if place is None:
        return None
    agency = rules.outlet_at(line, place.end(), len(line)) or rules.listed_at(line, place.end())
    ended = _END.match(line, agency[2]) if agency else None
    if ended or ("year" in day.slots and place.end() == len(line)):
        return Dateline(ended.end() if ended else len(line), place.span("place"), day, agency)
    return None


def _outlet_first(line: str, rules: TextRules, calendar: Calendar) -> Dateline | None:
    """Return the dateline of a line of an outlet, a day, hours and a town, and nothing else: "24.kg, 15:42, 3 June 2025, Bishkek"."""
    outlet = rules.listed_at(line, 0) if len(line) <= _ZONE else None
    days = [d for d in calendar.scan(line, outlet[2], len(line)) if {"day", "month"} <= d.slots.keys()] if outlet else []
    if outlet is None or len(days) != 1 or "day2" in days[0].slots:
        return None
    blanked = f"{line[outlet[2] : days[0].start]}{' ' * (days[0].end - days[0].start)}{line[days[0].end :]}"
    rest = re.fullmatch(rf"[\s,|/–—-]*(?P<place>{_NAME})?[\s,|/–—-]*", _HOUR.sub(lambda hour: " " * len(hour[0]), blanked))
    if rest is None:
        return None
    place = (rest.start("place") + outlet[2], rest.end("place") + outlet[2]) if rest["place"] else None
    return Dateline(len(line), place, days[0], outlet)


def read_end(line: str, calendar: Calendar) -> tuple[int, Expression] | None:
    """Return the day with which a paragraph ends after its last sentence, and where that ends: "… görüştü. (22 Eylül 2026)"."""
    closed = _CLOSED.search(line, max(0, len(line) - _ZONE))
    if closed is None:
        return None
    day = next((d for d in calendar.scan(line, closed.end(), len(line)) if d.start == closed.end()), None)
    if day is None or not {"day", "month", "year"} <= set(day.slots) or "day2" in day.slots or line[day.end :].strip(" ).]"):
        return None
    return closed.start("end"), day


def read_masthead(line: str, calendar: Calendar) -> Dateline | None:
    """Return the dateline of a short line that a day with its year ends, whatever stands before: "The Postbag, No. 58, 9 February 2025"."""
    if len(line) > _MASTHEAD or not line[:1].isupper():
        return None
    day = next((d for d in calendar.scan(line) if line[d.end :].strip(" )") == ""), None)  # a sentence ends with a full stop
    if day is None or not {"day", "month", "year"} <= set(day.slots) or "day2" in day.slots:
        return None
    before = _BEFORE_LAST.search(line[: day.start])
    if before is None or before.end() != day.start:
        return None
    return Dateline(len(line), (0, before.start()) if before.start() else None, day)


def read_signature(line: str, calendar: Calendar) -> tuple[int, Expression, tuple[int, int] | None] | None:
    """Return where the day begins with which a last line signs an article, that day, and the outlet before it where a name is told too.

    "Press Service of the Court, 16 April 2026" tells the day; "— A B, The Example Times, 16 October 2025" the outlet too.
    """
    opened = _SIGNED.match(line)
    signed = read_masthead(line[opened.end() :] if opened else line, calendar)
    if signed is None or signed.day is None or signed.place is None:
        return None
    shift = opened.end() if opened else 0
    day = signed.day._replace(start=signed.day.start + shift, end=signed.day.end + shift)
    names = list(_BETWEEN_SIGNS.finditer(line, shift, shift + signed.place[1]))
    outlet = names[-1].span() if opened and len(names) > 1 and _NAMED.fullmatch(names[-1][0]) else None
    return day.start, day, outlet


def _dated(line: str, day: Expression, before: re.Match[str], rules: TextRules) -> Dateline | None:
    """Return the dateline of a place (or an outlet) and a day; None where a sentence goes on after them."""
    at = day.end
    time = _TIME.match(line, at)
    at = time.end() if time else at
    first = rules.listed_at(line, before.start("place"))
    place = None if first else before.span("place")
    agency = (before["agency"], *before.span("agency")) if before["agency"] else first
    opened = _OPEN.match(line, at)
    if agency is None and opened and opened.end() > at:
        agency = _agency(line, opened.end(), rules, slashed=opened[0].rstrip().endswith("/"))
        closed = _END.match(line, agency[2]) if agency else None
        if closed:
            return Dateline(closed.end(), place, day, agency)
        agency = None
    closed = _END.match(line, at)
    if closed is None and line[at - 1] != ".":
        return None
    end = closed.end() if closed else at
    return Dateline(len(line) - len(line[end:].lstrip()), place, day, agency)


def _agency(line: str, at: int, rules: TextRules, *, slashed: bool) -> tuple[str, int, int] | None:
    """Return the agency named at ``at``; between slashes, and in brackets before a dash, any name is one."""
    found = rules.outlet_at(line, at, len(line))
    if found is not None:
        return found
    quoted = _QUOTED.match(line, at)
    if quoted is not None:
        return (quoted["name"], *quoted.span("name")) if line[quoted.end() :].lstrip()[:1] in (".", "–", "—", "") else None
    named = _SLASHED.match(line, at) if slashed else _BRACKETED.match(line, at) if line[at - 1] == "(" else None
    return (named[0], named.start(), named.end()) if named else None
