"""Days that a clause tells by others: counted within an event, or from one; weekdays to come; days without their year."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from qurultay.facts.days import WHOLE_DAY
from qurultay.facts.events import spread
from qurultay.facts.frames.scene import Scene, When
from qurultay.mentions.dates import shift
from qurultay.mentions.nodes import Clause, Node

__all__ = ["Days"]

_WEEK = 7
_COUNTED = 48
"""Within how many characters before an event a day is told that is counted from it."""
_COUNT = {"two": 2, "three": 3}
_COUNTED_FROM = re.compile(
    r"(?i)(?:\bon the eve of|\b(?P<count>a|one|two|three|the) days? (?P<way>before|after))"
    r"(?: (?:the|its|this|their))?(?: [\w-]+){0,2} \Z"
)


class Days:
    """Finds such days."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def counted_day(self, clause: Clause) -> When | None:
        """ "Son gün", "ikinci gün": a day of the event or the visit of several days that the text is at."""
        settings = self.scene.pack.settings
        for number, word in pairwise(clause.arguments):
            if word.kind != "WORD" or self.scene.pack.fold(word.text) not in settings["day"] or number.last + 1 != word.first:
                continue
            last = number.kind == "WORD" and self.scene.pack.fold(number.text) in settings["last"]
            ordinal = number.concept.get("n") if number.kind == "ORDINAL" and number.concept is not None else ""
            whole = next((spread(e) for e in reversed(self.scene.book.events) if e.asserted and "/" in spread(e)), None)
            if whole is None or not (last or ordinal):
                continue
            first, _, end = whole.partition("/")
            said = (number.start, word.end, "day_of_event")
            if last:
                return end, said
            if ordinal == "1":
                return first, said
            told = shift(first, int(ordinal) - 1)
            if told is not None:
                return min(told, end), said
        return None

    def from_event(self, clause: Clause) -> When | None:
        """ "On the eve of the session", "a day after the forum": a day counted from that of an event told before."""
        for node in clause.arguments:
            begin = max(0, node.start - _COUNTED)
            said = _COUNTED_FROM.search(self.scene.text, begin, node.start) if node.kind == "EVENT" and node.things else None
            event = self.scene.book.back(node.things[0].kind) if said is not None and node.things[0].when is None else None
            if said is None or event is None or not event.date:
                continue
            first, _, last = spread(event).partition("/")
            number = _COUNT.get((said["count"] or "").lower(), 1)
            told = shift(last or first, number) if (said["way"] or "").lower() == "after" else shift(first, -number)
            if told is not None and len(first) == WHOLE_DAY:
                return told, (said.start(), node.end, "day_of_event")
        return None

    def day_of_event(self, clause: Clause) -> When | None:
        """ "Səfərin ikinci günü": a day counted from the first of the event that the text is at."""
        for node, number, word in zip(clause.arguments, clause.arguments[1:], clause.arguments[2:], strict=False):
            ordinal = number.concept.get("n") if number.kind == "ORDINAL" and number.concept is not None else ""
            day = self.scene.pack.fold(word.text).startswith(tuple(self.scene.pack.settings["day"]))
            if node.kind != "EVENT" or not node.has("gen") or not ordinal or word.kind != "WORD" or not day:
                continue
            event = self.scene.book.back(node.things[0].kind)
            first = event.date.partition("/")[0] if event is not None else ""
            told = shift(first, int(ordinal) - 1) if len(first) == WHOLE_DAY else None
            if told is not None:
                return told, (node.start, word.end, "day_of_event")
        return None

    def coming(self, told: str, node: Node, clause: Clause) -> str:
        """A weekday of which something to come is told lies after publication: "on Wednesday they will meet"."""
        anchor = self.scene.anchor
        if (under := self._of_heading(told, node)) is not None:
            return under
        next_year = self._next_year(told, node, clause)
        if next_year:
            return next_year
        if told.startswith("XXXX") and not any(letter.isdigit() for letter in node.text) and self._to_come(clause, node):
            return (shift(told, _WEEK) or told) if told < self.scene.dateline else told
        if "/" in told and not any(letter.isdigit() for letter in node.text):
            return self._coming_days(told) if self._to_come(clause, node) else told
        weekday = len(told) == len(anchor) == WHOLE_DAY and not any(letter.isdigit() for letter in node.text)
        if not weekday or not self._to_come(clause, node) or told.startswith("XXXX") or anchor.startswith("XXXX") or told >= anchor:
            return told
        later = shift(told, _WEEK)
        return later if later is not None and later > anchor else told

    def _coming_days(self, told: str) -> str:
        """Return weekdays from which to which something to come is told, in the first week that begins with no day before publication."""
        anchor, (first, _, last) = self.scene.anchor, told.partition("/")
        if not len(first) == len(last) == len(anchor) == WHOLE_DAY or "XXXX" in told + anchor:
            return told
        weeks = -((date.fromisoformat(first) - date.fromisoformat(anchor)).days // _WEEK)
        return f"{shift(first, weeks * _WEEK)}/{shift(last, weeks * _WEEK)}" if weeks > 0 else told

    def _of_heading(self, told: str, node: Node) -> str | None:
        """Return the day of the heading that a clause stands under where it names the same weekday: "this Saturday"."""
        entry = self.scene.book.entry
        day = entry.when[0] if entry is not None and entry.when is not None else ""
        if len(day) != WHOLE_DAY or len(told) != WHOLE_DAY or any(letter.isdigit() for letter in node.text) or "XXXX" in day + told:
            return None
        return day if (date.fromisoformat(day) - date.fromisoformat(told)).days % _WEEK == 0 else None

    def _to_come(self, clause: Clause, node: Node) -> bool:
        """Tell whether a day is one to come: not "at a meeting on Tuesday they agreed on a plan"."""
        before = self.scene.pack.head_initial and clause.tense == "past" and node.last < clause.verb.first
        agreed = before and any(n.kind == "EVENT" and n.cases() == {"loc"} and n.last < clause.verb.first for n in clause.arguments)
        return clause.tense == "fut" or (not agreed and any(p.frame in ("planned", "awaited") for p, _ in clause.verb.senses))

    def _next_year(self, told: str, node: Node, clause: Clause) -> str:
        """What is told as to come on a day without a year that lies months back is of the year after; "" where that is not so."""
        anchor = self.scene.anchor
        whole = len(told.partition("/")[0]) == len(anchor) == WHOLE_DAY and not anchor.startswith("XXXX") and not told.startswith("XXXX")
        if (
            not self.scene.pack.settings["fixed_order"]
            or not whole
            or clause.tense != "fut"
            or told[:4] in node.text
            or told.partition("/")[0] >= anchor
        ):
            return ""
        later = "/".join(f"{int(part[:4]) + 1}{part[4:]}" for part in told.split("/"))
        return later if any(letter.isdigit() for letter in node.text) and told.partition("/")[2] < anchor else ""

    def past_year(self, date: str, node: Node, clause: Clause) -> str:
        """What is told as past on a day without a year was before publication: a later day is last year's."""
        later = self.scene.anchor and not date.startswith("XXXX") and date[: len(self.scene.anchor)] > self.scene.anchor[: len(date)]
        if (
            not later
            or any(p.frame in ("planned", "awaited", "cancelled", "postponed") for p, _ in clause.verb.senses)
            or clause.tense != "past"
            or clause.form in ("vn", "inf", "obj")
            or date[:4] in node.text
            or "-" not in date
        ):
            return date
        return "/".join(f"{int(part[:4]) - 1}{part[4:]}" for part in date.split("/"))
