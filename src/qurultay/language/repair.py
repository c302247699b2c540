"""Repair of text as it was scraped, with a map back to every original offset.

Scraping leaves entities, soft hyphens, split accents, letters of the wrong script, lines wrapped or
broken inside a sentence or a word. :func:`repair` mends what has one right answer and leaves the rest; what
follows reads the clean text, and :meth:`Repaired.span` tells where the article itself says it.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from qurultay.language.joins import Vocabulary, glued
from qurultay.model import Span

__all__ = ["Edit", "Repaired", "repair"]

Edit = tuple[int, int, str]
"""The original characters from the first to the second offset, and what stands for them."""

_SUSPECT = re.compile("[\x00-\x08\x0b-\x1f\t\x7f-\xa0\xad\u0300-\u036f\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff&<]")
_MARKS = re.compile("[\u0300-\u036f]+")
_ENTITY = re.compile(r"&(?:amp;){0,3}(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]{0,15})(?:\s[^<>]{0,300})?/?>")
_BLOCK_TAGS = frozenset({"br", "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "tr", "table", "blockquote"})
_SPACES = frozenset("\t\xa0\u202f\u205f\u3000") | {chr(code) for code in range(0x2000, 0x200B)}
_NEWLINES = frozenset("\r\x0b\x0c\u2028\u2029")

_ALIKE_LATIN = "aeopcxyijshëABCEHKMOPTXYIJSəƏ"
_ALIKE_CYRILLIC = "аеорсхуіјѕһёАВСЕНКМОРТХУІЈЅәӘ"
_TO_CYRILLIC = str.maketrans(_ALIKE_LATIN, _ALIKE_CYRILLIC)
_TO_LATIN = str.maketrans(_ALIKE_CYRILLIC, _ALIKE_LATIN)
_LATIN_CLASS = "A-Za-zÀ-ÖØ-öø-\u024f\u0259\u018f"
_CYRILLIC_CLASS = "\u0400-\u052f"
_TOUCHING = re.compile(f"[{_LATIN_CLASS}][{_CYRILLIC_CLASS}]|[{_CYRILLIC_CLASS}][{_LATIN_CLASS}]")
_WORD = re.compile(f"[{_LATIN_CLASS}{_CYRILLIC_CLASS}]+")
_ANY_LATIN, _ANY_CYRILLIC = re.compile("[A-Za-zəƏ]"), re.compile(f"[{_CYRILLIC_CLASS}]")

_UNFINISHED = re.compile(r"[\w,)»”\"'’-]$")
_FINISHED = re.compile(r"[.!?…:;][)»”\"'’\]]*$")
_LEFT_WORD = re.compile(r"[^\W\d_]+$")
_RIGHT_WORD = re.compile(r"[^\W\d_]+")
_HYPHENATED = re.compile(r"([^\W\d_]+)[-‐]$")


@dataclass(frozen=True, slots=True)
class Repaired:
    """Clean text, and what it was made from.

    ``origin`` holds the stretches whose length changed as (clean start, clean end, original start, original end),
    in order; between them clean and original characters run one to one.
    """

    text: str
    origin: tuple[tuple[int, int, int, int], ...] = ()

    def _at(self, position: int) -> tuple[int, int]:
        """Return the original stretch behind the clean character at ``position``."""
        index = bisect_right(self.origin, position, key=lambda change: change[1])
        if index < len(self.origin) and self.origin[index][0] <= position:
            return self.origin[index][2], self.origin[index][3]
        shift = self.origin[index - 1][3] - self.origin[index - 1][1] if index else 0
        return position + shift, position + shift + 1

    def span(self, start: int, end: int) -> Span:
        """Return the original span behind the clean one, with all that was dropped in its middle.

        Raises ``ValueError`` where the clean span is empty or leaves the text.

        >>> text = "mövcud və\\n\\nziyyət &mdash; bu"
        >>> clean = repair(text, is_word={"vəziyyət"}.__contains__)
        >>> clean.text, clean.span(7, 15).of(text)
        ('mövcud vəziyyət — bu', 'və\\n\\nziyyət')
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no such span in the clean text of {len(self.text)} code points: [{start}, {end})")
        return Span(self._at(start)[0], self._at(end - 1)[1])


def repair(text: str, *, is_word: Callable[[str], bool] | None = None, stands_alone: Callable[[str], bool] | None = None) -> Repaired:
    """Return ``text`` without the faults of its transport.

    ``is_word`` tells whether the language has a word, ``stands_alone`` whether a line is no part of a sentence
    (navigation, a dateline): such lines are never joined to their neighbours. Empty text gives empty text.

    >>> repair("Baş&nbsp;pro\\u00adkuror").text
    'Baş prokuror'
    """
    marks = list(_mend_characters(text))
    first = _apply(text, marks)
    joins = [(first.span(start, end), new) for start, end, new in _mend_lines(first.text, is_word, stands_alone)]
    if not joins:
        return Repaired(_mend_scripts(first.text), first.origin)
    edits = [edit for edit in marks if not any(span.start <= edit[0] and edit[1] <= span.end for span, _ in joins)]
    edits += [(span.start, span.end, new) for span, new in joins]
    both = _apply(text, sorted(edits))
    return Repaired(_mend_scripts(both.text), both.origin)


def _apply(text: str, edits: Iterable[Edit]) -> Repaired:
    """Return ``text`` with ``edits``, sorted and apart, carried out."""
    pieces: list[str] = []
    origin: list[tuple[int, int, int, int]] = []
    done = length = 0
    for start, end, new in edits:
        pieces += (text[done:start], new)
        length += start - done
        if end - start != len(new):
            origin.append((length, length + len(new), start, end))
        length += len(new)
        done = end
    return Repaired("".join(pieces) + text[done:], tuple(origin))


def _mend_characters(text: str) -> Iterable[Edit]:
    """Yield what to do about single characters, entities, tags and split accents."""
    done = 0
    for found in _SUSPECT.finditer(text):
        at = found.start()
        if at < done:
            continue
        letter = text[at]
        if letter in "&<":
            edit = _markup(text, at)
        elif _MARKS.match(letter):
            edit = _compose(text, at, done)
        else:
            edit = (at, at + 1, _plain(letter) if letter != "\r" or text[at + 1 : at + 2] != "\n" else "")
        if edit is not None:
            yield edit
            done = edit[1]


def _plain(letter: str) -> str:
    """Return what stands for one white, invisible or wrongly decoded character."""
    if letter in _SPACES:
        return " "
    if letter in _NEWLINES:
        return "\n"
    if "\x80" <= letter <= "\x9f":  # Windows-1252 read as Latin-1
        return letter.encode("latin-1").decode("cp1252", "ignore")
    return ""


def _markup(text: str, at: int) -> Edit | None:
    """Return the edit for an HTML entity or tag at ``at``; None where the character stands for itself."""
    tag = _TAG.match(text, at)
    if tag:
        return at, tag.end(), "\n" if tag[1].lower() in _BLOCK_TAGS else ""
    entity = _ENTITY.match(text, at)
    if not entity:
        return None
    told = entity[0]
    for _ in range(4):
        told = html.unescape(told)
    if told == entity[0]:
        return None
    return at, entity.end(), "".join(_plain(letter) if _SUSPECT.match(letter) and letter not in "&<" else letter for letter in told)


def _compose(text: str, at: int, done: int) -> Edit | None:
    """Return the edit that puts a letter and the marks after it into one code point, where there is one."""
    marks = _MARKS.match(text, at)
    if at <= done - 1 or at == 0 or not marks:
        return None
    base = text[at - 1]
    told = unicodedata.normalize("NFC", base + marks[0])
    if base in "iı":
        told = told.replace("\u0307", "")
    if _ANY_CYRILLIC.match(base):
        told = told.replace("\u0301", "")
    whole = base + marks[0]
    return None if told == whole or at - 1 < done else (at - 1, marks.end(), told)


def _mend_scripts(text: str) -> str:
    """Return ``text`` with letters of another script that look alike put right; the length stays.

    >>> _mend_scripts("Cовет, Azərbаycan, Tengrinews.kzсо") == "Совет, Azərbaycan, Tengrinews.kzсо"
    True
    """
    if not _ANY_LATIN.search(text) or not _ANY_CYRILLIC.search(text):
        return text
    pieces: list[str] = []
    done = 0
    for touch in _TOUCHING.finditer(text):
        if touch.start() < done:
            continue
        start = touch.start()
        while start > done and _WORD.match(text[start - 1]):
            start -= 1
        word = _WORD.match(text, start)
        assert word is not None
        pieces += (text[done:start], _one_script(word[0]))
        done = word.end()
    return "".join(pieces) + text[done:]


def _one_script(word: str) -> str:
    """Return ``word`` in the script of most of its letters, where all the others have a twin there."""
    cyrillic = [letter for letter in word if _ANY_CYRILLIC.match(letter)]
    latin = [letter for letter in word if not _ANY_CYRILLIC.match(letter)]
    if len(cyrillic) > len(latin) and all(letter in _ALIKE_LATIN for letter in latin):
        return word.translate(_TO_CYRILLIC)
    if len(latin) > len(cyrillic) and all(letter in _ALIKE_CYRILLIC for letter in cyrillic):
        return word.translate(_TO_LATIN)
    return word


def _mend_lines(text: str, is_word: Callable[[str], bool] | None, stands_alone: Callable[[str], bool] | None) -> Iterable[Edit]:
    """Yield the line ends that stand inside a sentence, with what should stand there."""
    lines = [(line.start(), line.end()) for line in re.finditer(r"[^\s][^\n]*(?<=\S)", text)]
    wrapped = _wrapped(text, lines)
    broken = []
    for index, ((start, end), (after, stop)) in enumerate(pairwise(lines)):
        left, right = text[start:end], text[after:stop]
        if index not in wrapped and not (right[0].islower() and _UNFINISHED.search(left) and not _FINISHED.search(left)):
            continue
        if stands_alone is None or not (stands_alone(left) or stands_alone(right)):
            broken.append((index, end, after, left, right))
    words = _lazily(text, [(left, right) for _, _, _, left, right in broken], is_word)
    for index, end, after, left, right in broken:
        hyphen, head, tail = _HYPHENATED.search(left), _LEFT_WORD.search(left), _RIGHT_WORD.match(right)
        if hyphen and tail and right[0].islower():
            yield (end, after, "") if words().is_compound(hyphen[1], tail[0]) else (end - 1, after, "")
        elif head and tail and index not in wrapped and glued(head[0], tail[0], words()):
            yield end, after, ""
        else:
            yield end, after, " "


def _lazily(text: str, broken: list[tuple[str, str]], is_word: Callable[[str], bool] | None) -> Callable[[], Vocabulary]:
    """Return what gives the vocabulary of the text, made when first asked for."""
    return lru_cache(maxsize=1)(lambda: Vocabulary(text, broken, is_word or (lambda word: False)))


def _wrapped(text: str, lines: list[tuple[int, int]]) -> set[int]:
    """Return the indices of lines cut at a fixed width: three or more of like length, most of them unfinished."""
    runs: list[list[int]] = [[]]
    for index, (_, end) in enumerate(lines):
        runs[-1].append(index)
        if index + 1 == len(lines) or text.count("\n", end, lines[index + 1][0]) > 1:
            runs.append([])
    cut: set[int] = set()
    for run in runs:
        full = [lines[index][1] - lines[index][0] for index in run[:-1]]
        if len(full) < 2 or not 45 <= max(full) <= 110 or max(full) - min(full) > 24:
            continue
        open_ended = sum(not _FINISHED.search(text, *lines[index]) for index in run[:-1])
        if 2 * open_ended > len(full):
            cut.update(run[:-1])
    return cut
