"""What a line of an article is, taken by itself: body, caption, page furniture, a dateline, or the credit of an outlet.

A line that holds nothing but a day, hours, an outlet and the words of a page is a dateline wherever it stands, at the
head (``5 may 2023 | Hüquq | Oxunub: 12``) or at the end (``Trend, 22 may 2025``). A line such as ``Source: X`` credits X:
where X is an outlet nothing is left to read, where it is a body (a ministry, a press service) X is a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from qurultay.language.calendar import Calendar, Expression
from qurultay.language.datelines import Dateline
from qurultay.language.text import TextRules

__all__ = ["SHORT", "Line", "ends_sentence", "judge_line"]

SHORT = 60
"""Lines up to this length may be anything; a longer one that ends as a sentence does is one."""

_LONGEST = 260
_HASHTAGS = re.compile(r"(?:#\S+[\s,]*)+")
_SEPARATOR = re.compile(r"\s*[|›·→←⟵⟶☰≡]\s*|(?:^|\s+)[»«•/](?=\s|$)\s*")
_BLANKS = re.compile(r"\s{2,}")
_FINAL = re.compile(r"[.!?…:;,][\"”»'’)\]]*$")
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
_WORDS = re.compile(r"[^\W_]+")
_LONGEST_PIECE = 3
_DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Line:
    """What a line is; offsets are its own.

    ``reason`` is told where the line is left out. What it says begins at ``start``: after the word that credits a source.
    ``head`` is what a dateline tells, ``outlet`` the outlet (name, start, end) that a line credits or consists of.
    """

    kind: Literal["dateline", "body", "caption", "furniture"]
    reason: str = ""
    start: int = 0
    head: Dateline | None = None
    outlet: tuple[str, int, int] | None = None


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends with a mark of punctuation.

    >>> ends_sentence("Görüş olub."), ends_sentence("Görüş")
    (True, False)
    """
    return bool(_FINAL.search(line))


def judge_line(line: str, rules: TextRules, calendar: Calendar) -> Line:
    """Return what ``line`` is; it neither begins nor ends with white space, and is not empty."""
    if len(line) > _LONGEST:
        return Line("body")
    credited = rules.credited(line)
    if credited:
        return _credit(line, credited, rules)
    if len(line) > SHORT and line[-1] in ".!?" and line[0] != "[":
        return Line("body")
    if _HASHTAGS.fullmatch(line):
        return Line("furniture", "hashtags")
    if rules.is_caption(line):
        return Line("caption", "caption")
    days = list(_days(line, calendar))
    rest = line
    for day in days:
        rest = f"{rest[: day.start]}{'0' * (day.end - day.start)}{rest[day.end :]}"
    if len(days) > 1 and all(line[one.end : other.start].strip() in _DASHES for one, other in pairwise(days)):
        return Line("dateline", head=Dateline(len(line))) if not _LETTER.search(rest) else Line("body")  # when it was held
    return _dated(line, rest, days[-1], rules) if days else _undated(line, rules)


def _credit(line: str, start: int, rules: TextRules) -> Line:
    """Return what a line is that credits what follows at ``start``."""
    outlet = rules.outlet_credited(line, start)
    if outlet is not None:
        return Line("furniture", "name of the outlet", outlet=outlet)
    if not rules.says(line[start:]):
        return Line("furniture", "page furniture")
    return Line("body", start=start)


def _dated(line: str, rest: str, day: Expression, rules: TextRules) -> Line:
    """Return what a line with a day is; ``rest`` is the line with zeros for its days."""
    outlet = rules.outlet_within(rest)
    bare = rest if outlet is None else f"{rest[: outlet[1]]}{'0' * (outlet[2] - outlet[1])}{rest[outlet[2] :]}"
    if rules.says(bare, sections=True) and not _is_navigation(bare, rules, dated=True):
        return Line("body")
    return Line("dateline", head=Dateline(len(line), day=day, agency=outlet))


def _undated(line: str, rules: TextRules) -> Line:
    """Return what a line without a day is."""
    outlet = rules.outlet_within(line)
    rest = f"{line[: outlet[1]]} {line[outlet[2] :]}" if outlet else line
    if outlet is not None and ("©" in line or not _LETTER.search(rest)) and not rules.says(rest):
        return Line("furniture", "name of the outlet", outlet=outlet)
    if not rules.says(line):
        return Line("furniture", "page furniture")
    return Line("furniture", "navigation") if _is_navigation(line, rules, dated=False) else Line("body")


def _is_navigation(line: str, rules: TextRules, *, dated: bool) -> bool:
    """Tell whether a line is made of short pieces, three or more, or fewer of which one is page furniture or a bare day."""
    if _FINAL.search(line):
        return False
    columns = [column for column in _SEPARATOR.split(line) if column]
    pieces = [piece for column in columns for piece in _BLANKS.split(column)]
    if len(pieces) < 2:
        return False
    told = [rules.remainder(piece, sections=True) for piece in pieces]
    if any(len(_WORDS.findall(piece)) > _LONGEST_PIECE for piece in told):
        return False
    if any(not left and (dated or _LETTER.search(piece)) for piece, left in zip(pieces, told, strict=True)):
        return True
    return len(columns) > 2 and not dated


def _days(line: str, calendar: Calendar) -> Iterator[Expression]:
    """Yield the single days told by their numbers in a line."""
    if _DIGIT.search(line):
        for found in calendar.scan(line):
            if "day" in found.slots and "month" in found.slots and "day2" not in found.slots:
                yield found
