"""Writes QuickStatements (version 1), with which items of a Wikibase are made and filled.

Nothing is known of a Wikibase beforehand: a mapping file (TOML) says which of its properties and items stand for what, and what it
does not name is left out and counted. A statement without a source is left out too. See ``docs/wikibase.md`` for the file.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from qurultay.errors import PackError
from qurultay.exchange.gather import Gathered
from qurultay.exchange.model import clean
from qurultay.terms import BASE, PREFIXES, curie, expand

__all__ = ["Mapped", "quickstatements", "read_mapping"]

_SECTIONS = {"properties": r"P[1-9]\d*", "qualifiers": r"P[1-9]\d*", "references": r"S[1-9]\d*", "items": r"Q[1-9]\d*", "options": r""}
_OPTIONS = frozenset({"create", "wikidata"})
_POST = ("org:role", "org:organization")
_DATES = frozenset({"schema:startDate", "schema:endDate", "q:signedOn", "schema:foundingDate"})
_LINKS = (
    "schema:attendee", "schema:organizer", "q:participant", "q:speaker", "schema:location", "schema:superEvent", "q:framework",
    "q:signatory", "q:producedAt", "org:memberOf", "org:subOrganizationOf", "q:jurisdiction", "schema:containedInPlace",
)  # fmt: skip
_Part: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Mapped:
    """What a mapping file says: the Wikibase's properties, qualifiers and source properties by CURIE, its items by CURIE, path or IRI.

    ``create`` makes items for what has none; ``wikidata`` takes the items that the graph says are the same, where it is Wikidata.
    """

    properties: Mapping[str, str] = field(default_factory=dict)
    qualifiers: Mapping[str, str] = field(default_factory=dict)
    references: Mapping[str, str] = field(default_factory=dict)
    items: Mapping[str, str] = field(default_factory=dict)
    create: bool = False
    wikidata: bool = False


def read_mapping(path: str | Path) -> Mapped:
    """Read a mapping file. Raises :class:`~qurultay.errors.PackError` where it is no TOML or names what is no property or item."""
    try:
        held = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PackError(f"the mapping cannot be read: {error}", path=str(path)) from error
    for section, table in held.items():
        if section not in _SECTIONS or not isinstance(table, dict):
            raise PackError(f"[{section}] is none of {', '.join(f'[{name}]' for name in _SECTIONS)}", path=str(path))
        for key, value in table.items():
            _check(section, key, value, str(path))
    options: dict[str, Any] = held.pop("options", {})
    return Mapped(**held, **options)


def _check(section: str, key: str, value: object, path: str) -> None:
    if section == "options":
        if key not in _OPTIONS or not isinstance(value, bool):
            raise PackError(f"[options] {key} = {value!r}: it holds create and wikidata, true or false", path=path)
    elif not isinstance(value, str) or not re.fullmatch(_SECTIONS[section], value):
        raise PackError(f"[{section}] {key!r} = {value!r} is not like {_SECTIONS[section][0]}31", path=path)


def quickstatements(found: Gathered, mapping: Mapped, *, base: str = BASE) -> tuple[bytes, Mapping[str, int]]:
    """Return the commands, and how many statements were left out for which reason."""
    teller = _Teller(found, mapping, base)
    lines = [line for thing in found.kinds for line in teller.tell(thing)]
    return "".join(f"{line}\n" for line in lines).encode(), dict(sorted(teller.left_out.items()))


class _Teller:
    """Tells what was gathered as commands."""

    def __init__(self, found: Gathered, mapping: Mapped, base: str) -> None:
        self.found, self.mapping, self.base = found, mapping, base
        self.left_out: Counter[str] = Counter()
        self.posts: dict[str, list[str]] = {}
        for thing in found.kinds:
            for holder in found.targets(thing, expand("org:member")):
                self.posts.setdefault(holder, []).append(thing)

    def tell(self, thing: str) -> Iterator[str]:
        """Yield the commands about a thing: to make it where it is to be made, and its statements."""
        if self.found.family(thing) in ("article", "membership", ""):
            return
        item = self.item(thing)
        if item is None and not self.mapping.create:
            self.left_out["things without an item, with all that is told of them"] += 1
            return
        lines = [line for parts in self._statements(thing) for line in self._written(item or "LAST", *parts)]
        if item is None:
            yield "CREATE"
            names: dict[str, str] = {}
            for name, language in self.found.names(thing):
                names.setdefault(language or "mul", name)
            for language, name in sorted(names.items()) or [("en", self.found.title(thing, "en"))]:
                yield f"LAST\tL{language}\t{_text(name)}"
            for name, language in self.found.names(thing):
                if names[language or "mul"] != name:
                    yield f"LAST\tA{language or 'mul'}\t{_text(name)}"
            if own := self.mapping.properties.get("q:iri"):
                yield f"LAST\t{own}\t{_text(thing)}"
        yield from dict.fromkeys(lines)

    def item(self, thing: str) -> str | None:
        """Return the item of a thing, a kind or a role; None where there is none."""
        for name in (thing.removeprefix(self.base), curie(thing), thing):
            if name in self.mapping.items:
                return self.mapping.items[name]
        same = self.found.same(thing) if self.mapping.wikidata else ()
        return next((iri.removeprefix(PREFIXES["wd"]) for iri in same if iri.startswith(PREFIXES["wd"])), None)

    def _statements(self, thing: str) -> Iterator[tuple[str, str | None, list[_Part], Iterable[str]]]:
        """Yield each statement as predicate, value, qualifiers and the articles that say it; the value is None where it has no item."""
        links = self.found.links.get(thing, ())
        told = sorted({article for link in links for article in link.articles})
        for kind in self.found.kinds[thing]:
            said = {article for article, _, _ in self.found.evidence.get((thing, expand("rdf:type"), PREFIXES["q"] + kind), [])}
            yield "rdf:type", self.item(PREFIXES["q"] + kind), [], sorted(said) or told
        for predicate in sorted(_DATES):
            for day in self.found.texts(thing, predicate):
                yield predicate, _time(day), [], told
        for link in links:
            if curie(link.kind) in _LINKS:
                yield curie(link.kind), self.item(link.target), [], link.articles
        for post in self.posts.get(thing, ()):
            articles = sorted({article for link in self.found.links.get(post, ()) for article in link.articles})
            within = self.mapping.qualifiers.get("org:organization")
            bodies = [body for target in self.found.targets(post, expand("org:organization")) if (body := self.item(target))]
            for role in self.found.texts(post, "org:role"):
                yield "org:role", self.item(role), [(within, body) for body in bodies] if within else [], articles

    def _written(self, item: str, predicate: str, value: str | None, qualifiers: list[_Part], articles: Iterable[str]) -> Iterator[str]:
        name = self.mapping.properties.get(predicate)
        if name is None:
            self.left_out[f"{predicate} is not mapped"] += 1
            return
        if value is None:
            self.left_out["the value has no item, or a date no year"] += 1
            return
        sources = [source for article in articles if (source := self._source(article))]
        if not sources:
            self.left_out["no source that the mapping can name"] += 1
        for source in sources:
            yield "\t".join([item, name, value, *(part for pair in (*qualifiers, *source) for part in pair)])

    def _source(self, article: str) -> list[_Part]:
        """Return the source that an article is, as pairs of property and value; [] where nothing leads to it."""
        texts = self.found.texts
        parts: list[_Part] = []
        for predicate in ("schema:url", "schema:identifier"):
            if (name := self.mapping.references.get(predicate)) and (value := texts(article, predicate)):
                parts.append((name, _text(value[0])))
        if not parts:
            return []
        if (name := self.mapping.references.get("schema:datePublished")) and (days := texts(article, "schema:datePublished")):
            when = _time(days[0])
            parts += [(name, when)] if when else []
        language = next(iter(texts(article, "schema:inLanguage")), "und")
        if (name := self.mapping.references.get("schema:headline")) and (headline := texts(article, "schema:headline")):
            parts.append((name, f"{language}:{_text(headline[0])}"))
        return parts


def _text(words: str) -> str:
    """Return a text in quotes; what would end the line, the cell or the command becomes a blank.

    >>> _text('a\\tb || c "d"')
    '"a b | c "d""'
    """
    return f'"{re.sub("[|]{2,}", "|", clean(words))}"'


def _time(day: str) -> str | None:
    """Return a date as precise as it is told; None for one without a year.

    >>> _time("2024-05-14"), _time("2024-05"), _time("2024"), _time("--05-14")
    ('+2024-05-14T00:00:00Z/11', '+2024-05-00T00:00:00Z/10', '+2024-00-00T00:00:00Z/9', None)
    """
    match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T|$)", day)
    if not match:
        return None
    return f"+{match[1]}-{match[2] or '00'}-{match[3] or '00'}T00:00:00Z/{9 + bool(match[2]) + bool(match[3])}"
