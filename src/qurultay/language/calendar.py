"""The expressions of time that a language has, found but not yet resolved.

A language tells them in ``dates.toml``: names of months and weekdays, words relative to the day of
publication or to a day told before, and rules. A rule is a regular expression over folded text with slots
(``<day>``, ``<month>``, ``<relyear>`` ...) and the slots with which it can begin. :func:`Calendar.scan` tries at each word
only the rules that can begin there, and keeps the longest match.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, count
from pathlib import Path
from typing import Any, NamedTuple

from qurultay.errors import PackError
from qurultay.language.folding import fold

__all__ = ["Calendar", "Expression", "edtf_day"]

_SLOT = re.compile(r"<(\w+)>")
_DIGITS = {
    "day": r"3[01]|[12]\d|0?[1-9]",
    "monthnum": r"1[0-2]|0?[1-9]",
    "year": r"(?:19|20)\d\d",
    "shortyear": r"\d\d",
}
_COMMON = (
    ("iso-day", r"<year>-<monthnum>-<day>", ("year",)),
    ("numeric-day", r"<day>(?:[./]<monthnum>[./]|[-‐‑]<monthnum>[-‐‑])<year>", ("day",)),
)
_TABLES = ("relday", "prevday", "relweek", "relmonth", "relyear", "relword")
_DIGIT_HEAD = "0"
_HEAD = 3
_CONTEXT = 30


class Expression(NamedTuple):
    """One expression of time: where it stands, the rule that found it, and what its slots hold.

    ``slots`` maps ``year``, ``month``, ``day`` (and the same with ``2`` for the end of a range), ``weekday`` (Monday is 1), ``relday``,
    ``prevday``, ``relweek``, ``relmonth``, ``relyear``, ``relword``, ``count`` to numbers. ``bound`` is "since", "until" or None.
    """

    start: int
    end: int
    rule: str
    slots: Mapping[str, int]
    attributive: bool = False
    bound: str | None = None


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    regex: re.Pattern[str]
    starts: tuple[str, ...]
    fixed: Mapping[str, int]
    small: bool = False


class Calendar:
    """The compiled ``dates.toml`` of one language."""

    def __init__(self, data: Mapping[str, Any], *, language: str) -> None:
        self.language = language
        self._tables: dict[str, dict[str, int]] = {
            "month": _numbers(data["months"]),
            "weekday": _numbers(data.get("weekdays", {})),
            "count": _numbers(data.get("counts", {})),
            **{name: _numbers(data.get(name, {})) for name in _TABLES},
        }
        self._leads = tuple(data.get("leads", ()))
        self._capital_months = bool(data.get("capital_months", False))
        parts = self._parts(data)
        rules = [_Rule(name, _compile(pattern, parts), starts, {}) for name, pattern, starts in _COMMON]
        for rule in data["rules"]:
            fixed = {key: value for key, value in rule.items() if isinstance(value, int) and not isinstance(value, bool)}
            regex, small = _compile(rule["pattern"], parts), bool(rule.get("small", False))
            rules.append(_Rule(rule["name"], regex, tuple(rule["starts"]), fixed, small))
        by_head: dict[str, list[_Rule]] = {}
        for rule in rules:
            for head in sorted({head for start in rule.starts for head in self._heads(start)}):
                by_head.setdefault(head, []).append(rule)
        self._by_head = {head: (_any_of(found), tuple(found)) for head, found in by_head.items()}
        self._heads_at = _heads_pattern(by_head)
        self._attributive = (_optional(data.get("attributive_before"), "$"), _optional(data.get("attributive_after")))
        self._bounds = tuple(
            (bound, _optional(table.get("before"), "$"), _optional(table.get("inside"), "$"), _optional(table.get("after")))
            for bound, table in ((name, data.get(name, {})) for name in ("since", "until"))
        )

    @classmethod
    def load(cls, path: Path, *, language: str) -> Calendar:
        """Return the calendar in the file ``path``; raises :class:`PackError` where it does not hold one."""
        try:
            return cls(tomllib.loads(path.read_text(encoding="utf-8")), language=language)
        except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, re.error) as error:
            raise PackError(f"not a calendar: {error!r}", path=str(path)) from error

    def begins_in(self, word: str) -> bool:
        """Tell whether an expression may begin in a folded word."""
        return self._heads_at.search(word) is not None

    def scan(
        self,
        text: str,
        start: int = 0,
        end: int | None = None,
        *,
        folded: str | None = None,
        words: Sequence[tuple[int, int]] | None = None,
    ) -> Iterator[Expression]:
        """Yield the expressions of ``text[start:end]`` in order; none overlaps another.

        ``folded`` is ``text`` folded, where the caller has it already; ``words`` are where those words stand of which :meth:`begins_in`
        is true, where the caller knows them.
        """
        end = len(text) if end is None else end
        if folded is None:
            begin = max(0, start - _CONTEXT)
            piece = text[begin : end + _CONTEXT]
            for found in self.scan(piece, start - begin, end - begin, folded=fold(piece, self.language)):
                yield found._replace(start=found.start + begin, end=found.end + begin)
            return
        done = start
        by_head = self._by_head
        stretches = ((start, end),) if words is None else words
        for head in chain.from_iterable(self._heads_at.finditer(folded, begin, after) for begin, after in stretches):
            letters, at = head[0], head.start()
            entry = by_head[_DIGIT_HEAD if letters.isdecimal() else letters]
            if at < done or not entry[0].match(folded, at, end) or not _free(folded, at):
                continue
            best: Expression | None = None
            for rule in entry[1]:
                match = rule.regex.match(folded, at, end)
                if match and (best is None or match.end() > best.end):
                    best = self._expression(rule, match, text) or best
            if best is not None:
                done = best.end
                yield self._in_context(best, folded)

    def _expression(self, rule: _Rule, match: re.Match[str], text: str) -> Expression | None:
        """Return what a match tells; None where a slot holds no number or a month is no proper name."""
        slots, begins = dict(rule.fixed), match.start()
        for group, told in match.groupdict().items():
            name = group.partition("__")[0]
            if told is None:
                continue
            if name == "lead":
                begins = match.end(group)
                continue
            table = name.rstrip("2")
            if table == "month" and self._capital_months and not rule.small and not text[match.start(group)].isupper():
                return None
            value = int(told) if told.isdigit() else self._tables.get(table, {}).get(" ".join(told.split()))
            if value is None:
                return None
            slots[name.replace("monthnum", "month")] = value
        if "shortyear2" in slots:
            slots["year2"] = slots["year"] // 100 * 100 + slots.pop("shortyear2")
        if "year2" in slots and "year" not in slots:  # the one year of a range stands at its end
            slots["year"] = slots.pop("year2")
        return Expression(begins, match.end(), rule.name, slots)

    def _in_context(self, found: Expression, folded: str) -> Expression:
        """Return ``found`` with what the words around it say of it."""
        before, inside = folded[max(0, found.start - _CONTEXT) : found.start], folded[found.start : found.end]
        after = folded[found.end : found.end + _CONTEXT]
        attributive = any(regex.search(words) for regex, words in zip(self._attributive, (before, after), strict=True) if regex)
        bound = None
        for name, *regexes in self._bounds:
            if any(regex.search(words) for regex, words in zip(regexes, (before, inside, after), strict=True) if regex):
                bound = name
        return found._replace(attributive=attributive, bound=None if {"day2", "year2", "weekday2"} & found.slots.keys() else bound)

    def _parts(self, data: Mapping[str, Any]) -> dict[str, str]:
        """Return the regular expression of every slot and part."""
        parts = {name: rf"(?P<{name}>{regex})(?!\d)" for name, regex in _DIGITS.items()}
        parts |= {f"{name}2": rf"(?P<{name}2>{regex})(?!\d)" for name, regex in _DIGITS.items()}
        for name, table in self._tables.items():
            words = "|".join(re.escape(word).replace(r"\ ", " {1,4}") for word in sorted(table, key=lambda word: (-len(word), word)))
            ending = data.get("endings", {}).get(name, "")
            for slot in (name, f"{name}2"):
                parts[f"{slot}_name"] = f"(?P<{slot}>{words or '(?!)'})"
                parts[slot] = f"{parts[f'{slot}_name']}{ending}"
        parts["count"] = rf"(?:(?P<count>\d{{1,2}}|{parts['count_name'].removeprefix('(?P<count>')[:-1]}))"
        parts["lead"] = "(?P<lead>(?:" + "|".join(map(re.escape, self._leads)) + ") )"
        for name, pattern in data.get("parts", {}).items():
            parts[name] = f"(?:{_SLOT.sub(lambda slot: parts[slot[1]], pattern)})"
        return parts

    def _heads(self, start: str) -> set[str]:
        """Return the first letters of the words with which the slot or literal ``start`` can begin."""
        if start in _DIGITS or start == "count":
            return {_DIGIT_HEAD} | {word[:_HEAD] for word in self._tables["count"] if start == "count"}
        words = self._leads if start == "lead" else self._tables.get(start, (start,))
        return {re.match(rf"\w{{1,{_HEAD}}}", word)[0] for word in words}  # type: ignore[index]


def edtf_day(year: int | None, month: int, day: int) -> str | None:
    """Return an EDTF day, ``XXXX`` for an unknown year; None where the calendar has no such day.

    >>> edtf_day(2021, 11, 1), edtf_day(None, 2, 29), edtf_day(2023, 2, 29)
    ('2021-11-01', 'XXXX-02-29', None)
    """
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return None
    return f"{'XXXX' if year is None else year}-{month:02}-{day:02}"


def _numbers(table: Mapping[str, list[str]]) -> dict[str, int]:
    """Return word → number of a table that holds number → words."""
    return {word: int(number) for number, words in table.items() for word in words}


def _compile(pattern: str, parts: Mapping[str, str]) -> re.Pattern[str]:
    """Return the pattern with its slots filled in; a blank stands for one to four, and a slot may stand twice."""
    filled = _SLOT.sub(lambda slot: parts[slot[1]], pattern)
    number = count()
    filled = re.sub(r"\(\?P<(\w+)>", lambda group: f"(?P<{group[1]}__{next(number)}>", filled)
    return re.compile(re.sub(r" (?![?*+{])", " {1,4}", filled) + r"(?![^\W_])")


def _heads_pattern(heads: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of all places where a rule can begin, one branch for each first letter."""
    by_letter: dict[str, list[str]] = {}
    for head in sorted(heads, key=lambda head: (-len(head), head)):
        if head != _DIGIT_HEAD:
            by_letter.setdefault(head[0], []).append(head[1:] if len(head) == _HEAD else head[1:] + r"(?![^\W\d_])")
    branches = "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return re.compile(rf"\b(?:\d+|{branches})" if branches else r"\b\d+")


def _any_of(rules: list[_Rule]) -> re.Pattern[str]:
    """Return one pattern that matches where any of ``rules`` does: a quick no for most words."""
    return re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", rule.regex.pattern) for rule in rules))


def _optional(pattern: str | None, end: str = "") -> re.Pattern[str] | None:
    return re.compile(f"(?:{pattern}){end}" if end else rf"\A(?:{pattern})") if pattern else None


def _free(folded: str, at: int) -> bool:
    """Tell whether a date may begin at ``at``: not inside a number or a compound."""
    if at == 0 or folded[at - 1] not in ".,:/-‐‑'’":
        return True
    return at > 1 and not (folded[at - 2].isdigit() if folded[at].isdigit() else folded[at - 1] in "-‐‑'’" and folded[at - 2].isalnum())
