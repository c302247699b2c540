"""The layout of an article: which lines are its headline, its dateline, its body, and which are the page around it.

From it come the day of publication, the outlet, and the place of the dateline, each with the words that say it. Nothing
is thrown away in silence: each line left out is a block of its own with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from qurultay.language.calendar import Calendar, edtf_day
from qurultay.language.datelines import Dateline, read_dateline, read_end, read_masthead, read_signature
from qurultay.language.lines import SHORT, Line, ends_sentence, judge_line
from qurultay.language.repair import Repaired
from qurultay.language.text import TextRules
from qurultay.model import Article, Span

__all__ = ["Block", "Layout", "lay_out", "line_judge"]

BlockKind = Literal["headline", "dateline", "body", "caption", "furniture"]

_LINE = re.compile(r"[^\s][^\n]*(?<=\S)")
_LETTER = re.compile(r"[^\W\d_]")
_MARK = re.compile(r"#{1,6}\s+")
_OPEN_END = re.compile(r"[.:;,][\"”»]?$")
_LONGEST_HEADLINE = 220
_HEAD, _TAIL = 3, 2
"""A day that stands alone dates the article with at most this many lines of body before it, or after it."""


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
        judged = judge_line(line, rules, calendar)
        return judged.kind != "body" or judged.start > 0 or read_dateline(line, rules, calendar) is not None

    return stands_alone


def lay_out(article: Article, clean: Repaired, rules: TextRules, calendar: Calendar) -> Layout:
    """Return the layout of ``article``, whose clean text is ``clean``.

    What the caller tells of headline, day and publisher wins over what the text tells. Empty text has no blocks.
    """
    text = clean.text
    lines = list(_sort_lines(text, rules, calendar))
    blocks = _mark_headline(text, [block for block, _ in lines], article.headline, rules)
    heads = [(block, line.head) for block, line in lines if line.head]
    prose = [block.start for block in blocks if block.kind == "body" and block.end - block.start >= SHORT]
    title = next((block for block in blocks if block.kind == "headline"), None)
    day, value = _day(text, heads, prose)
    outlet = None if article.publisher else _outlet(text, lines, rules)
    place = next(((block.start + head.place[0], block.start + head.place[1]) for block, head in heads if head.place), None)
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
        publisher_span=outlet[1:] if outlet else None,
        place_span=place,
    )


def _sort_lines(text: str, rules: TextRules, calendar: Calendar) -> Iterator[tuple[Block, Line]]:
    """Yield the lines of the text as blocks, a dateline apart from the sentence after it, with what each line is."""
    begun = listing = resumed = False
    before = 0
    for found in _LINE.finditer(text):
        words, start, end = found[0], found.start(), found.end()
        line = judge_line(words, rules, calendar)
        related = rules.related(words) if begun else ""
        if related == "after":
            listing = listing or (len(words) < SHORT and not ends_sentence(words.rstrip(":")))
        resumed = listing and (resumed or (len(words) >= SHORT and ends_sentence(words)))
        listed = line.kind == "body" or (line.kind == "dateline" and not resumed)
        if (listing and listed and not ends_sentence(words)) or (related == "in" and words[-1] != "."):
            line = Line("furniture", line.reason or "list of other articles")
        begun = begun or line.kind == "body"
        if line.kind != "body":
            yield Block(line.kind, start, end, line.reason), line
            continue
        mark = _MARK.match(words)
        start += line.start or (mark.end() if mark else 0)
        head = read_dateline(text[start:end], rules, calendar)
        if head is None and 0 < before < _HEAD:
            head = read_masthead(text[start:end], calendar)
        before += 1
        if head is not None:
            yield Block("dateline", start, start + len(text[start : start + head.end].rstrip())), Line("dateline", head=head)
            start += head.end
        dated = read_end(text[start:end], calendar) if start < end else None
        if dated is not None:
            stop, day = start + dated[0], dated[1]
            yield Block("body", start, stop), line
            told = day._replace(start=day.start - dated[0], end=day.end - dated[0])
            yield Block("dateline", stop, end), Line("dateline", head=Dateline(end - stop, day=told))
        elif start < end and before > 1 and not text[end:].strip() and (signed := read_signature(text[start:end], calendar)) is not None:
            stop, day = start + signed[0], signed[1]
            yield Block("body", start, start + len(text[start:stop].rstrip(" ,|/–—-"))), line
            outlet = (text[start + signed[2][0] : start + signed[2][1]], signed[2][0], signed[2][1]) if signed[2] else None
            told = day._replace(start=0, end=day.end - signed[0])
            agency = (outlet[0], outlet[1] - signed[0], outlet[2] - signed[0]) if outlet else None
            yield Block("dateline", stop, end), Line("dateline", head=Dateline(end - stop, day=told, agency=agency))
        elif start < end:
            yield Block("body", start, end), line


def _mark_headline(text: str, blocks: list[Block], told: str | None, rules: TextRules) -> list[Block]:
    """Return the blocks with the headline marked: the caller's, else a first line that ends as no sentence does."""
    blocks = _drop_sections(text, blocks, rules)
    first = next((index for index, block in enumerate(blocks) if block.kind == "body"), None)
    if first is None:
        return blocks
    start, end = blocks[first].start, blocks[first].end
    title = text[start:end]
    rest = blocks[first + 1 :]
    in_line = text[text.rfind("\n", 0, start) + 1 : start].strip(" #")
    alike = told is not None and " ".join(told.split()) == " ".join(title.split())
    closed = _OPEN_END.search(title.replace("...", "…")) and not (title.isupper() and title.count(" ") > 1 and title[-1] == ".")
    later = any(block.kind in ("body", "dateline") for block in rest)
    looks = told is None and later and not in_line and len(title) <= _LONGEST_HEADLINE and not closed
    if not (alike or looks) or title[:1].islower():
        return blocks
    marked = [*blocks[:first], Block("headline", start, end)]
    for block in rest:
        again = block.kind == "body" and text[block.start : block.end] == title
        marked.append(Block("furniture", block.start, block.end, "repeated headline") if again else block)
    return marked


def _drop_sections(text: str, blocks: list[Block], rules: TextRules) -> list[Block]:
    """Return the blocks without the names of sections that stand alone before the headline."""
    kept = []
    begun = False
    for block in blocks:
        begun = begun or (block.kind == "body" and rules.says(text[block.start : block.end], sections=True))
        section = block.kind == "body" and not begun
        kept.append(Block("furniture", block.start, block.end, "name of a section") if section else block)
    return kept if begun else blocks


def _day(text: str, heads: list[tuple[Block, Dateline]], prose: list[int]) -> tuple[tuple[int, int] | None, str | None]:
    """Return the day that the datelines tell and where: one with a year, else one without.

    ``prose`` are the starts of the paragraphs: a day that stands alone in their midst dates something else.
    """
    partial: tuple[tuple[int, int] | None, str | None] = (None, None)
    for block, head in heads:
        if head.day is None or "relyear" in head.day.slots:
            continue
        start, before = block.start, sum(other < block.start for other in prose)
        alone = not _LETTER.search(text[start : start + head.day.start] + text[start + head.day.end : block.end])
        if alone and before > _HEAD and len(prose) - before > _TAIL:
            continue
        slots, span = head.day.slots, (start + head.day.start, start + head.day.end)
        value = edtf_day(slots.get("year"), slots["month"], slots["day"])
        if value is not None and "year" in slots:
            return span, value
        if value is not None and partial[1] is None:
            partial = span, value
    return partial


def _outlet(text: str, lines: list[tuple[Block, Line]], rules: TextRules) -> tuple[str, int, int] | None:
    """Return the outlet: of a dateline, else the one that speaks of itself first, else one that a line credits or consists of."""
    for block, line in lines:
        if line.head and line.head.agency:
            name, begin, end = line.head.agency
            return name, block.start + begin, block.start + end
    found = rules.publisher(text, [(block.start, block.end) for block, _ in lines if block.kind == "body"])
    if found is not None:
        return found
    for block, line in lines:
        if line.outlet:
            name, begin, end = line.outlet
            return name, block.start + begin, block.start + end
    return None
