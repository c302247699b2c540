"""Reads gold files: which facts a careful reader takes from one article.

A gold file names things by keys that are the same in every article and language. Each fact in it is a
tuple of a family and keys; where two readers would differ it lists alternatives or is optional.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from qurultay.errors import InputError

__all__ = ["Expected", "Fact", "Gold", "bare", "choices", "read_golds"]

Fact: TypeAlias = tuple[str, ...]
"""A fact in the keys of a gold file: its family, then what it says, as in ``("speaker", "e1", "kamran-aliyev")``."""

_EVENT_SLOTS = (("date", "date"), ("place", "place"), ("status", "status"), ("part_of", "part_of"))
_EVENT_LISTS = (
    ("organizers", "organizer"), ("framework", "framework"), ("participants", "participant"),
    ("attendees", "attendee"), ("speakers", "speaker"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Expected:
    """A fact that the gold file tells: any of the alternatives is right; an optional one is no loss where it is missing."""

    family: str
    alternatives: frozenset[Fact]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Gold:
    """One article with its facts. ``data`` is the gold file as JSON; keys that were marked optional stand bare in the rest."""

    id: str
    language: str
    text: str
    data: Mapping[str, Any] = field(repr=False)
    facts: tuple[Expected, ...] = field(repr=False)

    @classmethod
    def from_data(cls, data: Mapping[str, Any], text: str) -> Gold:
        """Return the gold facts that ``data`` tells of an article with this text; raises KeyError for one without id or language."""
        return cls(data["id"], data["language"], text, data, tuple(_facts(data)))

    def names(self, section: str) -> Mapping[str, tuple[str, ...]]:
        """Return the names of what a section (``persons``, ``organizations``, ``places``) declares, by bare key, in its order."""
        return {bare(key)[0]: tuple(entry["names"]) for key, entry in self.data.get(section, {}).items()}

    def things(self, section: str) -> Mapping[str, Mapping[str, Any]]:
        """Return the entries of a section (``events``, ``documents``) by bare key."""
        return {bare(key)[0]: entry for key, entry in self.data.get(section, {}).items()}


def read_golds(folders: Iterable[Path], *, language: str | None = None) -> tuple[Gold, ...]:
    """Return the gold articles of some folders, sorted by file name in each; only those in ``language`` where it is given.

    Each ``NAME.json`` stands beside the article it tells of, ``NAME.txt``. Raises
    :class:`~qurultay.errors.InputError` for a file that is no gold file or lacks its article.
    """
    golds = (_read(path) for folder in folders for path in sorted(folder.glob("*.json")))
    return tuple(gold for gold in golds if language in (None, gold.language))


def _read(path: Path) -> Gold:
    try:
        return Gold.from_data(json.loads(path.read_text(encoding="utf-8")), path.with_suffix(".txt").read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"not a gold file beside its article: {error!r}", path=str(path)) from error


def bare(value: str) -> tuple[str, bool]:
    """Return a value without its mark of being optional, and whether it had one.

    >>> bare("ots?"), bare("ots")
    (('ots', True), ('ots', False))
    """
    return (value[:-1], True) if value.endswith("?") else (value, False)


def choices(values: Iterable[str | None]) -> frozenset[str]:
    """Return all that some values of a slot allow.

    >>> sorted(choices(["baku|AZ", None, "ots?"]))
    ['AZ', 'baku', 'ots']
    """
    return frozenset(choice for value in values if value for choice in bare(value)[0].split("|"))


def _expected(family: str, *slots: str, optional: bool = False) -> Expected:
    """Return an expected fact: its last slot may list alternatives, and each slot may carry the mark of being optional."""
    *head, last = map(bare, slots)
    facts = frozenset((family, *(value for value, _ in head), choice) for choice in last[0].split("|"))
    return Expected(family, facts, optional or last[1] or any(mark for _, mark in head))


def _post(person: str, role: str, body: str) -> Expected:
    facts = frozenset(fact for choice in bare(role)[0].split("|") for fact in _expected("post", person, choice, body).alternatives)
    return Expected("post", facts, any(bare(slot)[1] for slot in (person, role, body)))


def _facts(data: Mapping[str, Any]) -> Iterator[Expected]:
    yield from _article_facts(data)
    for state in data.get("states", []):
        yield _expected("mention", state)
    for section in ("organizations", "persons", "places"):
        yield from (_expected("mention", key) for key in data.get(section, {}))
    for key, entry in data.get("organizations", {}).items():
        yield from _organization_facts(*bare(key), entry)
    yield from (_post(*post) for post in data.get("posts", []))
    for member, whole in data.get("members", []):
        yield _expected("member", member, whole)
    for key, entry in data.get("events", {}).items():
        yield from _event_facts(*bare(key), entry)
    for key, entry in data.get("documents", {}).items():
        yield from _document_facts(*bare(key), entry)


def _article_facts(data: Mapping[str, Any]) -> Iterator[Expected]:
    yield _expected("article", "language", data["language"])
    for slot in ("published", "source"):
        if data.get(slot):
            yield _expected("article", slot, data[slot])
    if data.get("publisher"):
        yield Expected("article", frozenset({("article", "publisher", data["publisher"])}))


def _organization_facts(key: str, optional: bool, entry: Mapping[str, Any]) -> Iterator[Expected]:
    kinds = entry["type"].split("|")
    allowed = [*kinds, "Organization"] if len(kinds) > 1 else kinds
    yield Expected("organization", frozenset(("organization", key, kind) for kind in allowed), optional)
    for slot, family in (("parent", "parent"), ("founded", "founding"), ("founded_at", "founding")):
        if entry.get(slot):
            yield _expected(family, key, entry[slot], optional=optional)


def _event_facts(key: str, optional: bool, entry: Mapping[str, Any]) -> Iterator[Expected]:
    yield Expected("event", frozenset(("event", key, kind) for kind in entry["type"].split("|")), optional)
    if entry.get("theme"):
        yield Expected("theme", frozenset({("theme", key, entry["theme"])}), optional)
    for slot, family in _EVENT_SLOTS:
        if entry.get(slot):
            yield _expected(family, key, entry[slot], optional=optional)
    for slot, family in _EVENT_LISTS:
        yield from (_expected(family, key, value, optional=optional) for value in entry.get(slot) or ())


def _document_facts(key: str, optional: bool, entry: Mapping[str, Any]) -> Iterator[Expected]:
    yield Expected("document", frozenset(("document", key, kind) for kind in entry["type"].split("|")), optional)
    yield from (_expected("signatory", key, value, optional=optional) for value in entry.get("signatories") or ())
    for slot, family in (("signed", "signed"), ("produced_at", "produced_at")):
        if entry.get(slot):
            yield _expected(family, key, entry[slot], optional=optional)
