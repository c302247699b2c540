"""What a language's articles look like besides their sentences: abbreviations, page furniture, outlets.

The compiled ``text.toml`` of one language. The outlet of an article is found by the phrases with which it
speaks of itself; a listed outlet is given by its proper name, any other as it is written.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from qurultay.errors import PackError
from qurultay.language.folding import capitals, fold
from qurultay.language.segment import Stops

__all__ = ["TextRules"]

_CAPITAL = f"[{capitals()}]"
_DOMAINS = "az|com|org|net|info|media|news|tv|kz|kg|uz|ru|tr|by|tj|tm|ge|ua|md|am|ir"
_SITE = rf"(?<![A-Za-z0-9@.-])[A-Za-z0-9-]{{2,30}}\.(?i:{_DOMAINS})(?![A-Za-z0-9])"
_ADDRESS = r"(?P<site>[A-Za-z0-9-]{2,30}(?:\.[A-Za-z]{2,10}){1,2})"
_SHAPES = {
    "quoted": rf"[\"“«„](?P<quoted>{_CAPITAL}[^\"”»“\n]{{1,30}})[\"”»“]",
    "site": f"(?P<site>{_SITE})",
    "capitals": rf"(?P<capitals>(?<!\w){_CAPITAL}{{3,12}}(?!\w))",
    "latin": r"(?P<latin>(?<!\w)[A-Z][A-Za-z.-]{2,20}(?: [A-Z][a-z]{2,15})?)",
    "name": rf"(?P<name>(?<!\w){_CAPITAL}[\w.-]{{2,20}}(?: {_CAPITAL}[\w.-]{{1,20}})?)",
}
_SLOT = re.compile(r"<(known|outlet|quoted|site|capitals|latin|name)>")
_NEUTRAL = (
    r"facebook|fb|twitter|x\.com|whatsapp|telegram|instagram|linkedin|youtube|tiktok|vk|ok|viber|messenger|pinterest|email|e-mail|rss|pdf",
    r"[aа]\+|[aа][-–]|[aа]\b",
    r"(?:usd|eur|rub|try|gbp|gel|kzt|azn|[€$₼₺₽£])\s*\d+(?:[.,]\d+)?%?",
    r"[+-−–]?\d{1,2} ?°\s?[cfс]?",
    r"x",
)
_REACH = 130
_LEAD = 60
_LETTER = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|[^\W\d_]")
_SAID = re.compile(r"[^\W\d_]")
_REST = re.compile(r"[^\W_]")
_NUMBER = re.compile(r"\d+(?:[ .,:]\d+)*")


class TextRules:
    """The compiled ``text.toml`` of one language; ``stops`` are its abbreviations for :func:`.segment.sentences`."""

    def __init__(self, data: Mapping[str, Any], *, language: str, words: Iterable[str] = ()) -> None:
        self.language = language
        self._words = frozenset(words)
        told = data.get("sentences", {})
        self.stops = Stops(
            inside=frozenset(told.get("inside", ())),
            closing=frozenset(told.get("closing", ())),
            closing_after_digit=frozenset(told.get("closing_after_digit", ())),
            ordinals=bool(told.get("ordinals", False)),
        )
        letters = data.get("letters", {})
        self.typed: Mapping[str, list[str]] = letters.get("typed", {})
        self.absent, self.own = frozenset(letters.get("absent", "")), frozenset(letters.get("own", ""))
        furniture = data.get("furniture", {})
        letters = furniture.get("letters", {})
        parts, sections, related, captions, credit = (
            _loosened(furniture.get(name, ()), letters) for name in ("parts", "sections", "related", "captions", "credits")
        )
        neutral = _loosened(_NEUTRAL, letters)
        self._parts = _words(parts, neutral)
        self._parts_and_sections = _words(parts, neutral, sections)
        self._related = re.compile(f"(?:{related or '(?!)'})(?![^\\W_])")
        self._caption = re.compile(captions or "(?!)")
        self._credit = re.compile(rf"(?:{credit or '(?!)'})\s*:\s*(?=\S)")
        publisher = data.get("publisher", {})
        self._outlets = {form: name for name, forms in publisher.get("outlets", {}).items() for form in forms}
        forms = "|".join(re.escape(form) for form in sorted(self._outlets, key=lambda form: (-len(form), form))) or "(?!)"
        quote, unquote = "[\"“«„']?", "[\"”»“']?"
        known = rf"{quote}(?P<known>(?<![\w.])(?:{forms})(?!\w)){unquote}"
        shapes = _SHAPES | {"known": known, "outlet": f"(?:{known}|{_SHAPES['quoted']}|{_SHAPES['site']}|{_SHAPES['capitals']})"}
        self._phrases = tuple((tuple(phrase["cues"]), _compile(phrase["pattern"], shapes)) for phrase in publisher.get("phrases", ()))
        self._agency = re.compile(rf"(?:{known}|{_SHAPES['site']}|{_SHAPES['capitals']})")
        self._within = re.compile(f"{_SHAPES['site']}|{known}")
        self._credited = re.compile(rf"\s*(?:https?://)?(?:www\.)?(?:{known}|{_ADDRESS}|{_SHAPES['quoted']})(?:/\S*)?[\s.]*")
        self._sites = {form.casefold(): name for form, name in self._outlets.items() if "." in form}

    @classmethod
    def load(cls, path: Path, *, language: str) -> TextRules:
        """Return the rules in the file ``path``, with the words of ``words.txt`` beside it where there is one.

        Raises :class:`PackError` where the file does not hold rules.
        """
        listed = path.with_name("words.txt")
        try:
            words = listed.read_text(encoding="utf-8").splitlines() if listed.exists() else []
            return cls(
                tomllib.loads(path.read_text(encoding="utf-8")), language=language, words=(word for word in words if word[:1] != "#")
            )
        except (OSError, tomllib.TOMLDecodeError, AttributeError, KeyError, TypeError, ValueError, re.error) as error:
            raise PackError(f"not rules of a text: {error!r}", path=str(path)) from error

    def knows(self, word: str) -> bool:
        """Tell whether ``word`` is one of the language's frequent words, as :func:`~qurultay.language.repair.repair` asks."""
        return fold(word, self.language) in self._words

    def remainder(self, line: str, *, sections: bool = False) -> str:
        """Return what is left of a line without page furniture and numbers: letters only where it says something else.

        With ``sections`` the names of sections and the like are left out too, which are furniture beside other furniture only.
        """
        rest = _NUMBER.sub(" ", (self._parts_and_sections if sections else self._parts).sub(" ", fold(line, self.language)))
        return rest if _REST.search(rest) else ""

    def says(self, line: str, *, sections: bool = False) -> bool:
        """Tell whether :meth:`remainder` leaves anything of a line: whether a letter stands outside page furniture."""
        folded, furniture = fold(line, self.language), self._parts_and_sections if sections else self._parts
        at = 0
        while letter := _SAID.search(folded, at):
            found = next((m for begin in range(at, letter.end()) if (m := furniture.match(folded, begin))), None)
            if found is None:
                return True
            at = max(found.end(), found.start() + 1)
        return False

    def is_caption(self, line: str) -> bool:
        """Tell whether the line is the caption or the credit of a picture."""
        return bool(self._caption.fullmatch(fold(line, self.language)))

    def related(self, line: str) -> str:
        """Tell whether other articles are listed: "after" the line as their heading, "in" it after a colon, or not ("")."""
        found = self._related.match(fold(line[:_LEAD], self.language))
        if found is None:
            return ""
        after = line[found.end() :].lstrip()
        return "in" if after.startswith(":") and self.says(after) else "after"

    def credited(self, line: str) -> int:
        """Return where the source begins that a line such as "Source: X" credits, 0 where it credits none."""
        found = self._credit.match(fold(line[:_LEAD], self.language)) if ":" in line[:_LEAD] else None
        return found.end() if found else 0

    def lists(self, name: str) -> bool:
        """Tell whether ``name`` is a form of a listed outlet's name."""
        return name in self._outlets

    def outlet_within(self, line: str) -> tuple[str, int, int] | None:
        """Return the first listed outlet or site (name, start, end) in a line."""
        return self._named(self._within.search(line))

    def outlet_credited(self, line: str, start: int) -> tuple[str, int, int] | None:
        """Return the outlet (name, start, end) that alone fills a line from ``start`` on: listed, a site, an address or quoted."""
        return self._named(self._credited.fullmatch(line, start))

    def listed_at(self, text: str, start: int) -> tuple[str, int, int] | None:
        """Return the listed outlet or site (name, start, end) whose name stands at ``start``."""
        return self._named(self._within.match(text, start))

    def outlet_at(self, text: str, start: int, end: int) -> tuple[str, int, int] | None:
        """Return the outlet whose name stands at ``start``: a listed one, a site or a word in capitals."""
        return self._named(self._agency.match(text, start, end))

    def publisher(self, text: str, stretches: Iterable[tuple[int, int]]) -> tuple[str, int, int] | None:
        """Return the outlet (name, start, end) that speaks of itself first in the first of some stretches of ``text`` where one does."""
        phrases = [(there, phrase) for cues, phrase in self._phrases if (there := [cue for cue in cues if cue in text])]
        for start, end in stretches if phrases else ():
            found = []
            for cues, phrase in phrases:
                for begins, ends in _occurrences(cues, text, start, end):
                    named = self._named(phrase.search(text, max(start, begins - _REACH), min(end, ends + _REACH)))
                    if named is not None:
                        found.append(named)
                        break
            if found:
                return min(found, key=lambda named: named[1])
        return None

    def _named(self, match: re.Match[str] | None) -> tuple[str, int, int] | None:
        """Return the name under which a match gives an outlet, and where."""
        if match is None:
            return None
        for group, form in match.groupdict().items():
            if form:
                told = form.strip()
                return self._outlets.get(told) or self._sites.get(told.casefold(), told), match.start(group), match.end(group)
        return None


def _occurrences(cues: Iterable[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where one or another of ``cues`` stands in ``text[start:end]``, in order; of those that overlap the first."""
    found = []
    for rank, cue in enumerate(cues):
        at = text.find(cue, start, end)
        while at >= 0:
            found.append((at, rank, at + len(cue)))
            at = text.find(cue, at + 1, end)
    done = start
    for begins, _, ends in sorted(found):
        if begins >= done:
            done = ends
            yield begins, ends


def _words(*patterns: str) -> re.Pattern[str]:
    """Return the pattern of whole words that meet one of ``patterns``."""
    return re.compile(f"(?<![^\\W_])(?:{'|'.join(filter(None, patterns))})(?![^\\W_])")


def _loosened(patterns: Iterable[str], letters: Mapping[str, str]) -> str:
    """Return one pattern of all ``patterns`` in which a letter also meets what stands for it in ``letters``."""
    other = {letter: f"[{letter}{told}]" if len(told) == 1 else f"(?:{letter}|{told})" for letter, told in letters.items()}
    return _LETTER.sub(lambda found: other.get(found[0], found[0]), "|".join(patterns))


def _compile(pattern: str, shapes: Mapping[str, str]) -> re.Pattern[str]:
    """Return the pattern with its shapes filled in, each group made unique."""
    numbers = iter(range(100))
    filled = _SLOT.sub(lambda slot: shapes[slot[1]], pattern)
    return re.compile(re.sub(r"\(\?P<(\w+)>", lambda group: f"(?P<{group[1]}_{next(numbers)}>", filled))
