"""Chronicles: headings of a day and a town, and what is told under them.

"3 June. Astana. The Minister met …", "Same day, Ashgabat.", "12-13 June: training for bailiffs": the day and the place of a heading are
those of the events told under it that have none of their own, and no word under it points back to what is told above it. A heading
on a line of its own holds until the next, one that opens a paragraph for that paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from qurultay.article import Block
from qurultay.facts.days import MONTH
from qurultay.facts.discourse import Discourse
from qurultay.facts.events import Book, Entry
from qurultay.language.calendar import Calendar
from qurultay.language.pack import LanguagePack
from qurultay.mentions.nodes import Node

__all__ = ["Entries", "is_chronicle", "titles"]

_OPENING = re.compile(r"[^.:–—\n]{2,48}(?:[.:]|\s[–—-]|$)", re.MULTILINE)
"""What may be a heading at the beginning of a paragraph."""
_WORD = re.compile(r"[^\W\d_]+")
_HEADED = 2
"""From how many paragraphs with a heading on an article is a chronicle."""
_TITLE = 75
"""How long the title of a section is at most."""
_ENDS = '.!?"”)'
"""With what a paragraph ends."""
_SECTIONS = 3
"""How many sections have titles in an article that is told in sections."""
_BULLETS = frozenset({"-", "–", "•", "*", ">"})
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


def titles(text: str, blocks: Sequence[Block]) -> frozenset[int]:
    """Return where the titles of the sections of an article begin: short lines of which several stand before paragraphs."""
    found = []
    for block, following in pairwise(blocks):
        if not block.kind == following.kind == "body" or text[block.end - 1] in '.!?:;,…"”' or block.end - block.start > _TITLE:
            continue
        listed = text[following.start] in "-•*"
        if (listed or text[following.end - 1] in _ENDS) and text[block.start] not in '-•*"“':
            found.append(block.start)
    return frozenset(found if len(found) >= _SECTIONS else ())


class Entries:
    """The entries of one article, one after another; of an article that is no chronicle there are none."""

    def __init__(self, book: Book, discourse: Discourse, pack: LanguagePack, anchor: str) -> None:
        self._book, self._discourse, self._pack, self._anchor = book, discourse, pack, anchor
        self._section: Entry | None = None
        self._begun = False
        self.abroad = False
        """Whether no state is that of the article: an office told without one is that of the heading's."""
        self.kept = False
        """Whether the article is a chronicle, or is told in sections."""

    def state(self) -> str:
        """Return the state of the town of the heading that the text stands under, "" where the article is of one state or has none."""
        entry = self._book.entry
        town = entry.where[0] if self.abroad and entry is not None and entry.where is not None else None
        return (town.state or town).path if town is not None else ""

    def paragraph(self) -> None:
        """A paragraph begins: the entry of the one before it ends, the section that both stand in goes on."""
        self._begun = True
        self._book.paragraph()
        if self._book.entry is not self._section:
            self.close()
            if self._section is not None:
                self._book.begin(self._section)
        elif self._section is not None:
            self._lend(self._section)

    def parts(self, nodes: Sequence[Node], *, alone: bool) -> Iterator[list[Node]]:
        """Yield what stands under each heading of a sentence, which is open while its part is read; all where there is none.

        A heading ``alone`` in its paragraph is that of a section.
        """
        here = 1 if self._begun and nodes and nodes[0].text in _BULLETS else 0
        while here < len(nodes):
            end = self._heading(nodes, here)
            if end > here:
                self._open(nodes[here:end], section=alone and end + 1 >= len(nodes))
                here = end
                if here < len(nodes) and (nodes[here].kind in _AFTER or nodes[here].text == "."):
                    here += 1
                continue
            self._begun = False
            stop = next((i for i in range(here + 1, len(nodes)) if nodes[i - 1].text == ";" and self._heading(nodes, i) > i), len(nodes))
            yield list(nodes[here:stop])
            here = stop

    def title(self, nodes: Sequence[Node]) -> None:
        """Begin the section of a title: its town is that of what is told there, and no word points back to what was told before."""
        self._begun = True
        here = 1 if nodes and nodes[0].text in _BULLETS else 0
        self.close()
        self._section = None
        while here < len(nodes) and (end := self._heading(nodes, here)) > here:
            self._open(nodes[here:end], section=True)
            here = end + 1
        if here < len(nodes):
            places = [n for n in nodes if n.kind == "PLACE" and len(n.things) == 1]
            town = self._discourse.place(places[0].things[0]) if len(places) == 1 else None
            where = (town, (places[0].start, places[0].end, "heading")) if town is not None else None
            when, ahead = (self._section.when, self._section.ahead) if self._section is not None else (None, self._looks_ahead(nodes))
            self._begin(Entry(when, where, ahead), section=True)

    def _looks_ahead(self, nodes: Sequence[Node]) -> bool:
        """Tell whether a heading says that what stands under it is to come."""
        words = f" {self._pack.fold(' '.join(node.text for node in nodes))} "
        return any(f" {told} " in words for told in self._pack.settings["ahead"])

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

    def _open(self, nodes: Sequence[Node], *, section: bool) -> None:
        """Begin an entry; a town told right after a day is that of the same one."""
        before = self._book.entry
        coming = before is not None and before.ahead
        days = [n for n in nodes if n.kind == "DATE" and n.value and n.things and n.things[0].kind not in _WEEKS]
        place = next((n for n in nodes if n.kind in ("PLACE", "STATE") and n.things), None)
        town = self._discourse.place(place.things[0]) if place is not None else None
        if before is not None and (days or before.where is not None or not self._begun) and before is not self._section:
            self.close()
            before = self._section
        when = (days[0].value, (days[0].start, days[0].end, "heading")) if days else before.when if before is not None else None
        where = (town, (place.start, place.end, "heading")) if place is not None and town is not None else None
        if where is None and before is not None and before is self._section:
            where = before.where
        ahead = bool(when and self._anchor and len(when[0]) > MONTH and when[0] > self._anchor) or self._looks_ahead(nodes)
        self._begin(Entry(when, where, ahead or coming), section=section)

    def _begin(self, entry: Entry, *, section: bool) -> None:
        self.close()
        self._section = entry if section else self._section
        self._book.begin(entry)
        self._begun = True

    def close(self) -> None:
        """End the entry."""
        entry, self._book.entry = self._book.entry, None
        if entry is not None:
            self._lend(entry)

    def _lend(self, entry: Entry) -> None:
        """Give what was told under a heading its day and its place."""
        for event in self._book.events:
            if event.entry is entry:
                event.status = "Planned" if entry.ahead and event.status == "Held" else event.status
                told = event.status != "Planned" or entry.ahead
                event.tell_date(entry.when if told else None)
                event.tell_place(entry.where if told else None)
        for document in self._book.documents:
            if document.entry is entry and not document.signed and entry.when is not None:
                document.signed, document.signed_said = entry.when
