"""Reads an article: the one entry to all that stands between a text and its facts.

Repair, layout, sentences and tokens, first nodes, phrases, clauses, frames: each stage hands plain values to
the next, and at the end everything is told in offsets of the article as it was given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from qurultay import resources
from qurultay.article import Layout, lay_out
from qurultay.facts.assembly import assemble
from qurultay.facts.bullets import joined, lists
from qurultay.facts.discourse import Discourse
from qurultay.facts.elsewhere import spelt_out
from qurultay.facts.entries import Entries, is_chronicle, titles
from qurultay.facts.events import Book
from qurultay.facts.frames import Frames
from qurultay.facts.head import Head
from qurultay.facts.headinitial.names import given_and_family
from qurultay.facts.headinitial.sayings import told_in_order
from qurultay.facts.hosts import seat_hosts
from qurultay.facts.languages import Language
from qurultay.facts.seats import heading, leaves_home, seat_posts
from qurultay.language.detect import detect
from qurultay.language.folding import fold
from qurultay.language.letters import restore
from qurultay.language.repair import Repaired, repair
from qurultay.language.segment import sentences
from qurultay.language.text import TextRules
from qurultay.mentions.dates import DateMention, find_dates
from qurultay.mentions.nodes import Clause, Node, Thing
from qurultay.mentions.reference import Reference
from qurultay.mentions.sentence import Sentence
from qurultay.model import Article, Reading, Span

__all__ = ["Reader"]

_LONG_QUOTE = 250
_ALIAS = re.compile(r"\(([^\W\d_]{2,9})(?=[,)])")


class Reader:
    """Reads articles in the languages of ``data/languages``; holds nothing of what it has read."""

    def __init__(self, languages: Path, reference: Reference) -> None:
        self.reference = reference
        self._folders = {folder.name: folder for folder in sorted(languages.iterdir()) if (folder / "text.toml").exists()}
        self._rules = {code: TextRules.load(folder / "text.toml", language=code) for code, folder in self._folders.items()}
        self._absent = {code: rules.absent for code, rules in self._rules.items()}
        self._own = {code: rules.own for code, rules in self._rules.items()}
        self._languages: dict[str, Language] = {}

    @classmethod
    @cache
    def default(cls) -> Reader:
        """Return the reader of the shipped languages and reference data, made once."""
        languages = resources.path("data/languages")
        return cls(languages, Reference.load(resources.path("data/reference"), languages))

    def _language(self, code: str) -> Language | None:
        """Return a language by its code, made when an article in it is first read; None where there is no such language."""
        if code in self._folders and code not in self._languages:
            self._languages[code] = Language(self._folders[code], self._rules[code], self.reference)
        return self._languages.get(code)

    def read(self, article: Article) -> Reading:
        """Return what ``article`` tells; an article in no known language tells nothing but its own data."""
        code = article.language or detect(article.text, tuple(self._folders), self._absent, self._own)
        language = self._language(code or "")
        if language is None:
            return Reading(article)
        clean = repair(article.text, is_word=language.is_word, stands_alone=language.stands_alone)
        clean = Repaired(restore(clean.text, language.rules.typed, code or "", language.knows), clean.origin)
        layout = self._without_state(lay_out(article, clean, language.rules, language.calendar), code or "")
        told = Article(article.id, article.text, code, layout.headline, layout.published, layout.publisher, article.url)
        if language.pack is None:
            return Reading(told, dropped=layout.dropped(clean))
        return _Pass(language, self.reference, clean, layout).reading(told)

    def _without_state(self, layout: Layout, code: str) -> Layout:
        """Take no state for the outlet that a dateline names in brackets: "SAMARKAND (Uzbekistan), 21 May 2026"."""
        if layout.publisher is None or layout.publisher not in _one_word_states(self.reference, code):
            return layout
        return replace(layout, publisher=None, publisher_span=None)


@cache
def _one_word_states(reference: Reference, code: str) -> frozenset[str]:
    """Return the names of one word that states have in a language."""
    named = (form for thing in reference if thing.path.startswith("state/") for form, language, _ in thing.names if language == code)
    return frozenset(form for form in named if " " not in form)


class _Pass:
    """One reading of one article."""

    def __init__(self, language: Language, reference: Reference, clean: Repaired, layout: Layout) -> None:
        assert language.pack is not None
        self.language, self.reference, self.clean, self.layout = language, reference, clean, layout
        self.pack = language.pack
        self.text = clean.text
        self.folded = fold(clean.text, self.pack.language)
        self.aliases = {m[1] for m in _ALIAS.finditer(self.text) if sum(c.isupper() for c in m[1]) >= 2}
        self.discourse = Discourse(self.pack, reference, self.text)
        self.book = Book()
        self.frames = Frames(self.pack, self.discourse, self.book, self.text)
        self.context: str | None = None
        language.phrases.known, language.phrases.roles = self.discourse.form_of, self.discourse.roles_of
        language.phrases.states = self.discourse.states_of
        self.frames.inside = self._inside
        self.frames.full_name = partial(given_and_family, language.phrases)
        self.own_state = False
        self.head = Head(self.text, self.folded, layout, language.calendar, language.tagger, self.pack)
        self.home = self.pack.home = str(self.pack.settings["home"]) or self._state_of_article()
        self.local = ""
        self.frames.anchor = layout.published or ""
        self.frames.dateline = layout.anchor or ""
        self.weekday = self.head.weekday_of_dateline()
        self.until: str | None = None
        self.titles: frozenset[int] = frozenset()
        self.entries = Entries(self.book, self.discourse, self.pack, layout.anchor or "")
        if self.pack.settings["fixed_order"]:
            lines = [(b.start, b.end) for b in layout.blocks if b.kind in ("body", "dateline")]
            self.context, self.until = self.head.days_of_headline()
            self.titles = titles(self.text, layout.blocks)
            self.entries.abroad = not self.head.names_state()
            self.entries.kept = bool(self.titles) or is_chronicle(self.text, lines, language.calendar, self.folded)

    def _state_of_article(self) -> str:
        """Return the ISO code of the state that an article speaks from: that of its outlet, of its dateline, or the one named most."""
        outlet = self.reference.named(self.layout.publisher or "", self.pack.language)
        if outlet is not None and outlet.state.startswith("state/"):
            self.own_state = True
            return outlet.state.partition("/")[2]
        self.own_state = self.layout.place_span is not None
        body = [(b.start, b.end) for b in self.layout.blocks if b.kind == "body"]
        for spans in ([self.layout.place_span] if self.layout.place_span else [], body):
            states = [(count, path) for path, count in self.head.states_named(spans, self.reference).items() if path.startswith("state/")]
            if states:
                return max(states, key=lambda s: (s[0], s[1]))[1].partition("/")[2]
        return ""

    def _phrases(self, start: int, end: int) -> list[Node]:
        """Return the first nodes of a line."""
        sentence = self.language.tagger.look_up(self.text, start, end)
        return self.language.prepare(self.language.tagger.tag(sentence, self._dates(sentence, start, end)), self.pack)

    def reading(self, article: Article) -> Reading:
        """Read the body in order, then the headline in its light."""
        begun, until = False, 0
        listed = lists(self.text, self.layout.blocks) if self.pack.head_initial and not self.entries.kept else {}
        for block in self.layout.blocks:
            if block.start < until:
                continue
            until = listed.get(block.start, block.end)
            if block.kind == "dateline" and begun and self.entries.kept:
                self.entries.title(self._phrases(block.start, block.end))
            if block.kind == "body" and block.start in self.titles:
                self.entries.title(self._phrases(block.start, block.end))
            elif block.kind == "body":
                self.entries.paragraph()
                if until > block.end:
                    self._sentence(block.start, until)
                else:
                    self._block(block.start, block.end)
                begun = True
        self.entries.close()
        self._dateline()
        if self.layout.headline_span:
            self.frames.headline = True
            self._block(*self.layout.headline_span)
        self.pack.home = self.home
        return assemble(article, self.clean, self.layout, self.discourse, self.book, self.frames, self.pack)

    def _not_at_home(self, clauses: Sequence[Clause]) -> None:
        """Take another state for the article's own, known from its words only, where who holds a post of that state goes abroad to it."""
        if self.own_state or f"state/{self.home}" not in self.discourse.away or not leaves_home(clauses):
            return
        spans = [(b.start, b.end) for b in self.layout.blocks if b.kind == "body"]
        headline = [self.layout.headline_span] if self.layout.headline_span else []
        told = self.head.states_named([*headline, *spans], self.reference)
        others = [(count, path) for path, count in told.items() if path.startswith("state/") and path not in self.discourse.away]
        if others:
            self.home = max(others)[1].partition("/")[2]

    def _home_here(self) -> str:
        """Return the state from which a sentence speaks: that of the town that opens it in a chronicle, the host's, the article's."""
        if self.local:
            return self.local.partition("/")[2]
        current = self.book.current
        if self.own_state or self.frames.headline or current is None or current.place is None:
            return self.home
        if current.kind == "Visit" or (current.kind == "Meeting" and not current.owners):
            return self.home
        state = current.place.country
        return state.path.partition("/")[2] if state is not None and state.path else self.home

    def _block(self, start: int, end: int) -> None:
        """Read the sentences of a stretch of text, one that ends inside a quotation together with the next."""
        self.local = ""
        begin: int | None = None
        quotes = '"' in self.text[start:end]
        for sentence in sentences(self.text, Span(start, end), self.language.rules.stops):
            begin = sentence.start if begin is None else begin
            if quotes and sentence.end < end and self._inside_quotation(begin, sentence.end):
                continue
            self._sentence(begin, sentence.end)
            begin = None

    def _inside_quotation(self, start: int, end: int) -> bool:
        """Tell whether a sentence ends inside a quotation that its clause goes on after: "…. …" sözünü xatırladıb."""
        opened = self.text.count('"', start, end) % 2 == 1
        closing = self.text.find('"', end, end + _LONG_QUOTE) if opened else -1
        return closing >= 0 and self.text[closing + 1 : closing + 3].strip()[:1].islower()

    def _sentence(self, start: int, end: int) -> None:
        """Read one sentence: dates, first nodes, clauses, frames."""
        sentence = self.language.tagger.look_up(self.text, start, end)
        dates = self._dates(sentence, start, end)
        if (
            not self.entries.kept
            and self.language.tagger.idle(sentence)
            and not self.frames.headline
            and not self.discourse.knows_name(sentence.words[0].text)
        ):
            return
        nodes = self.language.prepare(self.language.tagger.tag(sentence, dates), self.pack)
        nodes = joined(nodes, self.text) if "\n" in self.text[start:end] else nodes
        self._mark_aliases(nodes)
        self.head.mean_here(nodes)
        alone = any(block.start == start and block.end == end for block in self.layout.blocks) if self.entries.kept else False
        for part in self.entries.parts(nodes, alone=alone) if self.entries.kept else (nodes,):
            self._clauses(part)

    def _clauses(self, nodes: list[Node]) -> None:
        """Read the clauses of a sentence."""
        found: list[Clause] = []
        parts: list[Node] = []
        for part in self.language.apart(nodes):
            told, read = self.language.clauses(part, self.text, self.language.phrases, self.language.groups)
            found, parts = [*found, *told], [*parts, *read]
        nodes = parts
        if self.pack.settings["fixed_order"]:
            self.discourse.away = _visited(found)
            self._not_at_home(found)
            self.local = self.entries.state() or heading(nodes, self.discourse) or self.local
            self.pack.home = self._home_here()
            seat_posts(found, nodes, self.discourse, self.book)
        if self.pack.head_initial:
            seat_hosts(found, self.discourse, self.book)
        self._name(nodes)
        for clause in told_in_order(found) if self.pack.head_initial else found:
            self.frames.read(clause)
        self.discourse.away = set()

    def _dates(self, sentence: Sentence, start: int, end: int) -> list[DateMention]:
        """Return the mentions of time in a sentence; those told later count from them."""
        words = sentence.dated()
        if not words:
            return []
        dates = find_dates(
            self.text,
            start,
            end,
            self.language.calendar,
            published=self.layout.anchor or self.until,
            context=self.context,
            reference=self._main_day,
            weekday=self.weekday,
            folded=self.folded,
            words=words,
        )
        for date in dates:
            quoted = self.pack.head_initial and self.text.count('"', start, date.start) % 2 == 1
            if (
                date.kind in ("day", "interval")
                and date.value
                and not date.attributive
                and not quoted
                and not self._once_planned(start, date)
            ):
                self.context = self.context if self._in_passing(start, date) else date.value.partition("/")[0]
                self.frames.last_day = date.value, (date.start, date.end, "date")
        return dates

    def _once_planned(self, start: int, date: DateMention) -> bool:
        """Tell whether a day is but the one for which something was planned first: "originally scheduled for April 16"."""
        words = self.pack.settings["once_planned"]
        before = self.pack.fold(self.text[start : date.start])
        return any(word in before for word in words)

    def _in_passing(self, start: int, date: DateMention) -> bool:
        """Tell whether a day is told aside, of what is to come: "the forum, which will be on 5 May"; "the same day" is another then."""
        before = self.pack.fold(self.text[start : date.start])
        if (date.value or "") < (self.context or self.layout.anchor or "") and any(
            word in before for word in self.pack.settings["told_back"]
        ):
            return True  # "recalled that the Council had been founded on 1 May"
        return self.context is not None and any(word in before for word in self.pack.settings["aside_to_come"])

    def _main_day(self) -> str | None:
        """Return the day of the first event, from which "last year" counts where the day of publication is not known."""
        return next((e.date for e in self.book.events if e.asserted and e.date and not e.date.startswith("XXXX")), None)

    def _inside(self, start: int, end: int) -> list[Node]:
        """Return the phrases of a quotation."""
        tagged = self.language.tagger.tag(self.language.tagger.look_up(self.text, start, end))
        return self.language.phrases.reduce(self.language.prepare(tagged, self.pack), self.text, self.language.groups)

    def _mark_aliases(self, nodes: list[Node]) -> None:
        """Take a short name that the article explains in brackets for a body, and a known surname for a name."""
        if nodes and nodes[0].kind == "WORD" and nodes[0].text[0].isupper() and self.discourse.knows_name(nodes[0].text):
            nodes[0].kind = "NAME"
        for node in nodes if self.pack.apostrophes and not self.pack.head_initial else ():
            if node.kind == "NAME" and len(node.cases()) > 1 and self.discourse.is_surname(node.text):
                node.endings = tuple(e for e in node.endings if e.case == "nom") or node.endings
        for index, node in enumerate(nodes):
            if node.kind != "NAME":
                continue
            stems = (node.text, node.text.partition("-")[0], *(node.text[: len(e.stem)] for e in node.endings if not e.possessive))
            for letters in dict.fromkeys(stems) if not (index and nodes[index - 1].kind == "QUOTE") else ():
                if letters not in self.discourse.aliases and (body := spelt_out(self.discourse, letters)) is not None:
                    self.discourse.aliases[letters] = body
                    body.call(letters, node.start, node.start + len(letters), "alias")
            stem = next((s for s in stems if s in self.aliases or s in self.discourse.aliases), None)
            if stem is not None and not (index and nodes[index - 1].kind == "LPAR"):
                node.kind = "ORG"
                node.things = [Thing("org", node.start, node.end, name=stem, rules=("alias",))]

    def _name(self, nodes: list[Node]) -> None:
        """Meet everything that a sentence names, whether or not a clause tells a fact of it."""
        final = not self.pack.head_initial
        for node in nodes:
            for clause in node.clauses if final else ():
                self._name([n for n in clause.arguments if n is not node])
            for thing in _named(node.things) if node.things else ():
                if thing.sort == "person":
                    inner = "gen" in thing.by_case and not any(thing is outer for outer in node.things)
                    self.discourse.person(thing, "gen" if inner else next((e.case for e in node.endings), ""))
                elif thing.sort in ("state", "place", "org"):
                    self.discourse.resolve(thing)
                elif thing.sort == "post" and thing.of:
                    self.discourse.body(thing)
            for clause in node.clauses if not final else ():
                self._name([n for n in clause.arguments if n is not node])

    def _dateline(self) -> None:
        """Meet the place of the dateline."""
        if self.layout.place_span:
            start, end = self.layout.place_span
            for node in self.language.tagger.tag(self.language.tagger.look_up(self.text, start, end)):
                for thing in node.things:
                    if thing.sort in ("place", "state"):
                        told = self.discourse.resolve(thing)
                        if told is not None and self.pack.settings["fixed_order"]:
                            self.book.at_dateline(told, (start, end, "dateline"))


def _visited(clauses: Sequence[Clause]) -> set[str]:
    """Return the paths of the states that clauses tell a visit to: who goes there holds no office there."""
    visits = [clause for clause in clauses if any(p.frame in ("visit", "move") for p, _ in clause.verb.senses)]
    went = [
        t for clause in visits if "visit" in clause.verb.frames() for n in clause.arguments if n.cases() & {"acc", "dat"} for t in n.things
    ]
    on = [
        t
        for clause in visits
        for n in clause.arguments
        if n.kind == "EVENT"
        for visit in n.things
        if visit.kind == "Visit"
        for t in visit.place
    ]
    return {thing.path for thing in [*went, *on] if thing.sort == "state"}


def _named(things: Sequence[Thing]) -> list[Thing]:
    """Return things and what they are told with, inner ones first."""
    found: list[Thing] = []
    for thing in things:
        if thing.of or thing.place or thing.leader:
            found += _named([*thing.of, *thing.place, *([thing.leader] if thing.leader else [])])
        found.append(thing)
    return found
