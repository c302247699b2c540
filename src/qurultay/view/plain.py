"""Writes the network as tables in HTML: what a page shows where no script runs, and until its script has run.

Everything that comes from articles or stores goes through :func:`html.escape`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from qurultay.graph import day_bounds
from qurultay.language.folding import capitalised
from qurultay.view.data import Json

__all__ = ["body"]

_ROWS = 400
"""So many rows a table has at most: it is to be read."""
_INVOLVED = ("schema:organizer", "q:participant", "schema:attendee", "q:speaker", "q:signatory")


def body(data: Json, words: Mapping[str, Mapping[str, str]], language: str) -> str:
    """Return the tables of a page's data in one language: relations, and events with the words behind them."""
    return _Tables(data, words, language).written()


class _Tables:
    """Writes the tables of one page."""

    def __init__(self, data: Json, words: Mapping[str, Mapping[str, str]], language: str) -> None:
        self.data, self.words, self.language = data, words, language
        self.things: Sequence[Json] = data["things"]
        self.facts: defaultdict[int, list[list[Any]]] = defaultdict(list)
        for fact in data["facts"]:
            self.facts[fact[0]].append(fact)

    def written(self) -> str:
        """Return the heading and the tables."""
        parts = [f"<h1>{self.word('title')}</h1>", f"<p>{self.word('plainNote')}</p>"]
        if not self.data["facts"]:
            return "\n".join([*parts, f"<p>{self.word('empty')}</p>"])
        return "\n".join([*parts, self.relations(), self.events()])

    def word(self, name: str) -> str:
        """Return a word of the page's own, escaped."""
        return escape(self.words[name][self.language])

    def label(self, number: int) -> str:
        """Return what a thing is called, escaped."""
        thing = self.things[number]
        names = thing.get("names", {})
        name = names.get(self.language) or next(iter(names.values()), "") or thing.get("headline") or self.title(number)
        return escape(name)

    def title(self, number: int) -> str:
        """Return what a thing without a name is, and when."""
        thing = self.things[number]
        term = thing["id"] if thing["family"] == "term" else f"{'org' if thing['family'] == 'membership' else 'q'}:{thing['kind']}"
        kind = self.data["terms"].get(term, {}).get(self.language, thing["id"])
        return ", ".join([capitalised(kind, self.language), *([_reduced(*thing["days"])] if "days" in thing else [])])

    def relations(self) -> str:
        """Return the table of who did something with whom, the most first."""
        found: defaultdict[tuple[int, int], list[tuple[str, int]]] = defaultdict(list)
        for one, other, kind, occasions in self.data["network"]["organization"]:
            found[one, other] += [(self.data["kinds"][kind], occasion) for occasion in occasions]
        rows = []
        for (one, other), its in sorted(found.items(), key=lambda it: (-len(it[1]), it[0])):
            kinds = ", ".join(f"{self.word(kind)} ({sum(k == kind for k, _ in its)})" for kind in sorted({kind for kind, _ in its}))
            days = [self.things[occasion]["days"] for _, occasion in its if "days" in self.things[occasion]]
            ends = (_days(min(days)), _days(max(days, key=lambda it: it[1]))) if days else ("", "")
            rows.append([self.label(one), self.label(other), str(len(its)), kinds, *ends])
        return self.table("relations", ("who", "withWhom", "weight", "kind", "first", "last"), rows)

    def events(self) -> str:
        """Return the table of events, the latest first, with what was said of each and in which words."""
        events = [number for number, thing in enumerate(self.things) if thing["family"] in ("event", "document") and self.facts[number]]
        events.sort(key=lambda number: (self.things[number].get("days") or [""], -number), reverse=True)
        return self.table("events", ("date", "event", "who", "words"), [self.event(number) for number in events])

    def event(self, number: int) -> list[str]:
        """Return the row of an event."""
        who, quotes = [], {}
        for _, predicate, target, said in self.facts[number]:
            name = self.data["predicates"][predicate]
            if name in _INVOLVED and isinstance(target, int):
                who.append(f"{self.label(target)} ({self.word(name.partition(':')[2])})")
            article, start, end, _ = said[0]
            quotes[article, start, end] = self.quote(article, start, end)
        days = self.things[number].get("days")
        day = _days(days) if days else self.word("undated")
        shown = "".join(quotes[key] for key in sorted(quotes))
        return [day, self.label(number), "<br>".join(dict.fromkeys(who)), f"<details><summary>{len(quotes)}</summary>{shown}</details>"]

    def quote(self, article: int, start: int, end: int) -> str:
        """Return quoted words with their outlet and day."""
        told = self.things[article]
        text = next((text[start - at : end - at] for at, text in told.get("words", ()) if at <= start and end <= at + len(text)), "")
        told_by = " · ".join(escape(told[name]) for name in ("outlet", "published", "headline") if name in told)
        return f"<blockquote><p><q>{escape(text)}</q></p><footer>{told_by}</footer></blockquote>"

    def table(self, caption: str, columns: Iterable[str], rows: Sequence[Sequence[str]]) -> str:
        """Return a table; its cells are HTML already."""
        head = "".join(f'<th scope="col">{self.word(name)}</th>' for name in columns)
        lines = "\n".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows[:_ROWS])
        cut = self.word("cut").format(total=len(rows), seen=_ROWS) if len(rows) > _ROWS else ""
        note = f" <small>{cut}</small>" if cut else ""
        top = f"<caption>{self.word(caption)}{note}</caption>\n<thead><tr>{head}</tr></thead>"
        return f"<table>\n{top}\n<tbody>\n{lines}\n</tbody>\n</table>"


def _days(days: Sequence[str]) -> str:
    """Return the days that something may have been as HTML."""
    return "–".join(f"<time>{day}</time>" for day in _reduced(*days).split("/"))


def _reduced(first: str, last: str) -> str:
    """Return days no more exactly than they are known: a day, a month, a year, or from one day to another (ISO 8601).

    >>> _reduced("2024-02-01", "2024-02-29"), _reduced("2024-01-01", "2024-12-31"), _reduced("2024-02-01", "2024-02-02")
    ('2024-02', '2024', '2024-02-01/2024-02-02')
    """
    return next((it for it in (first, first[:7], first[:4]) if day_bounds(it) == (first, last)), f"{first}/{last}")
