"""What the head of an article tells for the reading of its body: days, towns and states of its headline and its dateline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from qurultay.article import Layout
from qurultay.language.calendar import Calendar
from qurultay.language.pack import LanguagePack
from qurultay.language.suffixes import Ending
from qurultay.mentions.dates import find_dates
from qurultay.mentions.nodes import Node, Thing
from qurultay.mentions.reference import Reference
from qurultay.mentions.tagger import Tagger

__all__ = ["Head"]


class Head:
    """The headline and the dateline of one article, as its body is read with them."""

    def __init__(self, text: str, folded: str, layout: Layout, calendar: Calendar, tagger: Tagger, pack: LanguagePack) -> None:
        self._text, self._folded, self._layout, self._calendar, self._tagger, self._pack = text, folded, layout, calendar, tagger, pack
        self._here = self._place_of_dateline() if pack.settings["here"] else None

    def states_named(self, spans: Sequence[tuple[int, int]], reference: Reference) -> Counter[str]:
        """Return how often stretches of the text name each state, a town or a body of it."""
        counted: Counter[str] = Counter()
        for start, end in spans:
            for node in self._tagger.tag(self._tagger.look_up(self._text, start, end)):
                for thing in node.things[:1]:
                    known = reference.get(thing.path) if thing.path else None
                    if known is not None and thing.sort in ("state", "place", "org"):
                        counted[known.path if thing.sort == "state" else known.state] += 1
        return counted

    def weekday_of_dateline(self) -> int | None:
        """Return the weekday on which an article came out whose dateline has no year: the first that its first paragraph tells."""
        body = next((b for b in self._layout.blocks if b.kind == "body"), None)
        if not (self._layout.anchor or "").startswith("XXXX") or body is None:
            return None
        told = [e.slots for e in self._calendar.scan(self._text, body.start, body.end, folded=self._folded)]
        return next((s["weekday"] for s in told if "weekday" in s and not s.get("relweek") and not s.get("relword")), None)

    def names_state(self) -> bool:
        """Tell whether the headline names a state, or a body of one."""
        span = self._layout.headline_span
        nodes = self._tagger.tag(self._tagger.look_up(self._text, *span)) if span is not None else []
        return any(thing.sort in ("state", "org", "place") and thing.path for node in nodes for thing in node.things)

    def days_of_headline(self) -> tuple[str | None, str | None]:
        """Return the first and the last of the days that a headline tells with their year, where the article has no dateline."""
        span = self._layout.headline_span
        if self._layout.anchor or span is None:
            return None, None
        told = find_dates(self._text, *span, self._calendar, folded=self._folded)
        first, _, last = next((d.value for d in told if d.kind in ("day", "interval") and d.value and d.value[0] != "X"), "").partition("/")
        return first or None, last or None

    def _place_of_dateline(self) -> Thing | None:
        """Return the town of the dateline, which "here" means."""
        if self._layout.place_span is None:
            return None
        nodes = self._tagger.tag(self._tagger.look_up(self._text, *self._layout.place_span))
        return next((thing for node in nodes for thing in node.things if thing.sort == "place"), None)

    def mean_here(self, nodes: list[Node]) -> None:
        """Take "here" for the town of the dateline: "was held here on Monday"."""
        for node in nodes if self._here is not None else ():
            if node.kind in ("WORD", "PARTICLE") and self._here is not None and node.text in self._pack.settings["here"]:
                thing = replace(self._here, start=node.start, end=node.end, rules=("here",))
                node.kind, node.things, node.endings = "PLACE", [thing], (Ending("", case="loc"),)
