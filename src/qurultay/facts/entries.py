"""Chronicles: headings of a day and a town, and what is told under them.

"3 June. Astana. The Minister met …", "Same day, Ashgabat.", "12-13 June: training for bailiffs": the day and the place of a heading are
those of the events told under it that have none of their own, and no word under it points back to what is told above it. A heading
on a line of its own holds until the next, one that opens a paragraph for that paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qurultay.facts.days import MONTH
from qurultay.facts.discourse import Discourse
from qurultay.facts.events import Book, Entry
from qurultay.language.calendar import Calendar
from qurultay.language.pack import LanguagePack
from qurultay.mentions.nodes import Node

__all__ = ["Entries", "is_chronicle"]

_OPENING = re.compile(r"[^.:–—\n]{2,48}(?:[.:]|\s[–—-]|$)", re.MULTILINE)
"""What may be a heading at the beginning of a paragraph."""
_WORD = re.compile(r"[^\W\d_]+")
_HEADED = 2
"""From how many paragraphs with a heading on an article is a chronicle."""
_FEW = 2
"""How many words besides its day and its place a heading has at most."""
_IN_HEADING = frozenset({"DATE", "PLACE", "STATE", "COMMA", "LPAR", "RPAR"})
_WEEKS = frozenset({"week", "month"})
_AFTER = frozenset({"COLON", "DASH"})


def is_chronicle(text: str, paragraphs: Sequence[tuple[int, int]], calendar: Calendar, folded: str) -> bool:
    """Tell whether several paragraphs of an article begin with a day that stands by itself, but for a town."""
    headed = 0
    for start, end in paragraphs:
        opening = _OPENING.match(text, start, end)
        if opening is None:
            continue
        days = [e for e in calendar.scan(text, start, opening.end(), folded=folded) if {"day", "prevday", "weekday"} & e.slots.keys()]
        rest = text[start : opening.end()]
        for day in reversed(days):
            rest = rest[: day.start - start] + rest[day.end - start :]
        headed += bool(days) and all(word[0].isupper() for word in _WORD.findall(rest))
    return headed >= _HEADED


class Entries:
    """The entries of one article, one after another; of an article that is no chronicle there are none."""

    def __init__(self, book: Book, discourse: Discourse, pack: LanguagePack, anchor: str) -> None:
        self._book, self._discourse, self._pack, self._anchor = book, discourse, pack, anchor
        self._apart = False
        self._begun = False
        self.kept = False
        """Whether the article is a chronicle."""

    def paragraph(self) -> None:
        """A paragraph begins: the entry of the one before it ends, unless its heading had a line of its own."""
        self._begun = True
        if not self._apart:
            self.close()

    def parts(self, nodes: Sequence[Node]) -> Iterator[list[Node]]:
        """Yield what stands under each heading of a sentence, which is open while its part is read; all where there is none."""
        here = 0
        while here < len(nodes):
            end = self._heading(nodes, here)
            if end > here:
                self._open(nodes[here:end])
                here = end
                if here < len(nodes) and (nodes[here].kind in _AFTER or nodes[here].text == "."):
                    here += 1
                continue
            self._begun = False
            stop = next((i for i in range(here + 1, len(nodes)) if nodes[i - 1].text == ";" and self._heading(nodes, i) > i), len(nodes))
            yield list(nodes[here:stop])
            here = stop

    def line(self, nodes: Sequence[Node]) -> None:
        """Open the entry of a heading that has a line of its own."""
        self._begun = True
        if self._heading(nodes, 0):
            self._open(nodes)
            self._apart = True

    def _heading(self, nodes: Sequence[Node], here: int) -> int:
        """Return where a heading that begins here ends, ``here`` where none does."""
        begin = here
        while here < len(nodes) and here < begin + _FEW and nodes[here].kind in ("WORD", "ORDINAL") and self._begun:
            here += 1
        words = here - begin
        while here < len(nodes) and nodes[here].kind in _IN_HEADING:
            here += 1
        told = [n for n in nodes[begin + words : here] if n.things or n.value]
        closed = here == len(nodes) or nodes[here].kind in _AFTER or (nodes[here].text == "." and here + 1 == len(nodes))
        days, places = [n for n in told if n.kind == "DATE"], [n for n in told if n.kind != "DATE"]
        if not closed or not told or len(days) > 1 or len(places) > _FEW or any(len(n.things) != 1 for n in places):
            return begin
        if words and (nodes[begin + words].kind != "COMMA" or not places):
            return begin
        return here if days or self._begun else begin

    def _open(self, nodes: Sequence[Node]) -> None:
        """Begin an entry; a town told right after a day is that of the same one."""
        days, before = [n for n in nodes if n.kind == "DATE" and n.value and n.things], self._book.entry
        day = next((n for n in days if n.things[0].kind not in _WEEKS), None)
        coming = before is not None and before.ahead
        if day is not None or before is None or before.where is not None or not self._begun:
            self.close()
            before = None
        when = (day.value, (day.start, day.end, "heading")) if day is not None else before.when if before is not None else None
        place = next((n for n in nodes if n.kind in ("PLACE", "STATE") and n.things), None)
        town = self._discourse.place(place.things[0]) if place is not None else None
        where = (town, (place.start, place.end, "heading")) if place is not None and town is not None else None
        ahead = bool(when and self._anchor and len(when[0]) > MONTH and when[0] > self._anchor)
        ahead = ahead or coming or any(self._pack.fold(n.text) in self._pack.settings["ahead"] for n in nodes)
        self._book.begin(Entry(when, where, ahead))
        self._apart, self._begun = False, True

    def close(self) -> None:
        """End the entry: what was told under its heading takes its day and its place."""
        entry, self._book.entry = self._book.entry, None
        if entry is None:
            return
        for event in self._book.events:
            if event.entry is entry and event.status != "Cancelled":
                event.status = "Planned" if entry.ahead else event.status
                if event.status == "Held" or entry.ahead:
                    event.tell_date(entry.when)
                event.tell_place(entry.where if event.status == "Held" or entry.ahead else None)
        for document in self._book.documents:
            if document.entry is entry and not document.signed and entry.when is not None:
                document.signed, document.signed_said = entry.when
        self._apart = False
