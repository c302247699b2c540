"""The layout of an article: which lines are its headline, its dateline, its body, and which are the page around it.

From it come the day of publication, the outlet, and the place of the dateline, each with the words that say it. Nothing
is thrown away in silence: each line left out is a block of its own with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from qurultay.language.calendar import Calendar, Expression, edtf_day
from qurultay.language.datelines import Dateline, read_dateline
from qurultay.language.repair import Repaired
from qurultay.language.text import TextRules
from qurultay.model import Article, Span

__all__ = ["Block", "Layout", "lay_out", "line_judge"]

BlockKind = Literal["headline", "dateline", "body", "caption", "furniture"]

_LINE = re.compile(r"[^\s][^\n]*(?<=\S)")
_MARK = re.compile(r"#{1,6}\s+")
_HASHTAGS = re.compile(r"(?:#\S+[\s,]*)+")
_SEPARATOR = re.compile(r"\s*[|»›>•·←→«]\s*|\s+/\s+")
_FINAL = re.compile(r"[.!?…:;,][\"”»'’)\]]*$")
_OPEN_END = re.compile(r"[.:;,][\"”»]?$")
_DIGIT = re.compile(r"\d")
_WORDS = re.compile(r"[^\W_]+")
_LONGEST_HEADLINE = 220
_LONGEST_FURNITURE = 260
_SHORT = 60


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch ``[start, end)`` of clean text, what it is, and for what is left out the reason."""

    kind: BlockKind
    start: int
    end: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """What an article's lines are, and what its head tells.

    Spans are clean offsets, None where the caller, not the text, told the value or nobody did. ``published`` is an
    ISO day; ``anchor`` is that day, or ``XXXX-11-05`` where the dateline has no year: what relative dates are counted from.
    """

    blocks: tuple[Block, ...]
    headline: str | None = None
    headline_span: tuple[int, int] | None = None
    published: str | None = None
    published_span: tuple[int, int] | None = None
    anchor: str | None = None
    publisher: str | None = None
    publisher_span: tuple[int, int] | None = None
    place_span: tuple[int, int] | None = None

    def dropped(self, clean: Repaired) -> tuple[tuple[Span, str], ...]:
        """Return the original spans of what was left out, with the reasons."""
        return tuple((clean.span(block.start, block.end), block.reason) for block in self.blocks if block.reason)


def line_judge(rules: TextRules, calendar: Calendar) -> Callable[[str], bool]:
    """Return a test whether a line stands alone (furniture, caption, date), for :func:`~qurultay.language.repair.repair`."""

    def stands_alone(line: str) -> bool:
        return _judge(line, rules, calendar)[0] != "body" or read_dateline(line, rules, calendar) is not None

    return stands_alone


def lay_out(article: Article, clean: Repaired, rules: TextRules, calendar: Calendar) -> Layout:
    """Return the layout of ``article``, whose clean text is ``clean``.

    What the caller tells of headline, day and publisher wins over what the text tells. Empty text has no blocks.
    """
    text = clean.text
    blocks: list[Block] = []
    heads: list[tuple[int, Dateline]] = []
    for block, head in _sort_lines(text, rules, calendar):
        blocks.append(block)
        if head is not None:
            heads.append((block.start, head))
    blocks = _mark_headline(text, blocks, article.headline)
    title = next((block for block in blocks if block.kind == "headline"), None)
    day, value = _day(heads)
    outlet = _outlet(text, blocks, heads, rules)
    place = next(((start + head.place[0], start + head.place[1]) for start, head in heads if head.place), None)
    told = (article.published or "")[:10] or None
    full = value if value and not value.startswith("XXXX") else None
    return Layout(
        blocks=tuple(blocks),
        headline=article.headline or (text[title.start : title.end] if title else None),
        headline_span=(title.start, title.end) if title else None,
        published=told or full,
        published_span=None if told or not full else day,
        anchor=told or value,
        publisher=article.publisher or (outlet[0] if outlet else None),
        publisher_span=outlet[1:] if outlet and not article.publisher else None,
        place_span=place,
    )


def _sort_lines(text: str, rules: TextRules, calendar: Calendar) -> Iterator[tuple[Block, Dateline | None]]:
    """Yield the lines of the text as blocks, a dateline apart from the sentence after it, with what datelines tell."""
    related = False
    for found in _LINE.finditer(text):
        line, start, end = found[0], found.start(), found.end()
        related = related or (len(line) < _SHORT and rules.opens_related(line) and not _FINAL.search(line.rstrip(":")))
        kind, reason = _judge(line, rules, calendar)
        if related and kind == "body" and not _FINAL.search(line):
            kind, reason = "furniture", "list of other articles"
        if kind == "dateline":
            yield Block("dateline", start, end), Dateline(len(line), day=next(_days(line, calendar)))
        elif kind != "body":
            yield Block(kind, start, end, reason), None
        else:
            mark = _MARK.match(line)
            start += mark.end() if mark else 0
            head = read_dateline(text[start:end], rules, calendar)
            if head is not None:
                yield Block("dateline", start, start + len(text[start : start + head.end].rstrip())), head
                start += head.end
            if start < end:
                yield Block("body", start, end), None


def _judge(line: str, rules: TextRules, calendar: Calendar) -> tuple[BlockKind, str]:
    """Return what kind of block a line is, taken by itself, with the reason where it is left out."""
    if len(line) > _LONGEST_FURNITURE or (len(line) > _SHORT and line[-1] in ".!?"):
        return "body", ""
    if _HASHTAGS.fullmatch(line):
        return "furniture", "hashtags"
    if rules.is_caption(line):
        return "caption", "caption"
    rest, dated = line, False
    for day in reversed(list(_days(line, calendar))):
        rest, dated = f"{rest[: day.start]} {rest[day.end :]}", True
    if not rules.remainder(rest):
        return ("dateline", "") if dated else ("furniture", "page furniture")
    if dated:
        return "body", ""
    if rules.outlet_alone(line):
        return "furniture", "name of the outlet"
    pieces = [rules.remainder(piece) for piece in _SEPARATOR.split(line)]
    told = [piece for piece in pieces if piece]
    short = all(len(_WORDS.findall(piece)) <= 3 for piece in told) and not _FINAL.search(line)
    if short and (len(pieces) > 2 or len(pieces) > len(told) > 0):
        return "furniture", "navigation"
    return "body", ""


def _days(line: str, calendar: Calendar) -> Iterator[Expression]:
    """Yield the single days told by their numbers in a line."""
    if _DIGIT.search(line):
        for found in calendar.scan(line):
            if "day" in found.slots and "month" in found.slots and "day2" not in found.slots:
                yield found


def _mark_headline(text: str, blocks: list[Block], told: str | None) -> list[Block]:
    """Return the blocks with the headline marked: the caller's, else a first line that ends as no sentence does."""
    first = next((index for index, block in enumerate(blocks) if block.kind == "body"), None)
    if first is None:
        return blocks
    title = text[blocks[first].start : blocks[first].end]
    later = any(block.kind in ("body", "dateline") for block in blocks[first + 1 :])
    in_line = first > 0 and blocks[first - 1].kind == "dateline" and "\n" not in text[blocks[first - 1].end : blocks[first].start]
    alike = told is not None and " ".join(told.split()) == " ".join(title.split())
    looks = told is None and later and not in_line and len(title) <= _LONGEST_HEADLINE and not _OPEN_END.search(title.replace("...", "…"))
    if not (alike or looks) or title[:1].islower():
        return blocks
    marked = []
    for index, block in enumerate(blocks):
        if index == first:
            block = Block("headline", block.start, block.end)
        elif index > first and block.kind == "body" and text[block.start : block.end] == title:
            block = Block("furniture", block.start, block.end, "repeated headline")
        marked.append(block)
    return marked


def _day(heads: list[tuple[int, Dateline]]) -> tuple[tuple[int, int] | None, str | None]:
    """Return the day that the head of the article tells and where: one with a year, else one without."""
    partial: tuple[tuple[int, int] | None, str | None] = (None, None)
    for start, head in heads:
        if head.day is None or "relyear" in head.day.slots:
            continue
        slots, span = head.day.slots, (start + head.day.start, start + head.day.end)
        value = edtf_day(slots.get("year"), slots["month"], slots["day"])
        if value is not None and "year" in slots:
            return span, value
        if value is not None and partial[1] is None:
            partial = span, value
    return partial


def _outlet(text: str, blocks: list[Block], heads: list[tuple[int, Dateline]], rules: TextRules) -> tuple[str, int, int] | None:
    """Return the outlet: of the dateline, else the one that speaks of itself first, else a site's name alone on a line."""
    for start, head in heads:
        if head.agency is not None:
            name, begin, end = head.agency
            return name, start + begin, start + end
    for block in blocks:
        found = rules.publisher(text, block.start, block.end) if block.kind == "body" else None
        if found is not None:
            return found
    for block in blocks:
        alone = rules.outlet_alone(text[block.start : block.end]) if block.reason == "name of the outlet" else None
        if alone is not None:
            return alone[0], block.start + alone[1], block.start + alone[2]
    return None
