"""Readings made from gold files, as if a perfect reader had read the articles: what is left to measure is identity across articles.

    python tests/golden/gold_readings.py STORE.nq FOLDER...

builds a store from gold files and writes it as N-Quads, for ``score.py`` or ``qurultay evaluate``. ``--lean`` leaves out what is optional.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from qurultay import exports, pipeline, resources, store
from qurultay.mentions.reference import Reference
from qurultay.model import Article, Entity, Evidence, Fact, Name, Reading, Span, Value

__all__ = ["GoldReader", "articles", "readings", "told"]

_SLOTS = (
    ("organizers", "schema:organizer"), ("framework", "q:framework"), ("participants", "q:participant"), ("attendees", "schema:attendee"),
    ("speakers", "q:speaker"),
)  # fmt: skip
_DATATYPES = {10: "xsd:date", 7: "xsd:gYearMonth", 4: "xsd:gYear"}

_YEARLESS_MONTH = len("XXXX-06")


class _Gold:
    """One gold file on its way to a reading; of alternatives the first counts."""

    def __init__(self, file: Path, reference: Reference, *, lean: bool) -> None:
        self.data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        self.text = file.with_suffix(".txt").read_text(encoding="utf-8")
        self.reference, self.lean = reference, lean
        self.entities: dict[str, Entity] = {}
        self.facts: list[Fact] = []

    def reading(self) -> Reading:
        data = self.data
        for key in data.get("states", []):
            self._see(key)
        for section in ("organizations", "places", "persons", "events", "documents"):
            for key in data.get(section, {}):
                self._see(key)
        for key, body in self._entries("organizations"):
            self._tell(key, "q:jurisdiction", body.get("state"))
            self._tell(key, "org:subOrganizationOf", body.get("parent"))
        for number, (person, role, body) in enumerate(data.get("posts", [])):
            if role := self._taken(role):
                post = f"m{number}"
                self.entities[post] = Entity(post, "Membership")
                self._tell(post, "org:member", person)
                self.facts.append(Fact(post, "org:role", f"role:{role}", (self._words(),)))
                self._tell(post, "org:organization", body)
        for key, event in self._entries("events"):
            self._days(key, event.get("date"))
            for name, predicate in (("place", "schema:location"), ("part_of", "schema:superEvent")):
                self._tell(key, predicate, event.get(name))
            for name, predicate in _SLOTS:
                for value in event.get(name) or []:
                    self._tell(key, predicate, value)
            if event.get("theme"):
                self.facts.append(Fact(key, "q:theme", Value(event["theme"], language=data["language"]), (self._words(),)))
            if status := self._taken(event.get("status")):
                self.facts.append(Fact(key, "q:status", f"q:{status}", (self._words(),)))
        for key, paper in self._entries("documents"):
            for value in paper.get("signatories") or []:
                self._tell(key, "q:signatory", value)
            if (signed := self._taken(paper.get("signed"))) and "/" not in signed:
                self.facts.append(Fact(key, "q:signedOn", _date(signed), (self._words(),)))
            self._tell(key, "q:producedAt", paper.get("produced_at"))
        article = Article(data["id"], self.text, data["language"], data.get("headline"), data.get("published"), data.get("publisher"))
        return Reading(article, tuple(self.entities.values()), tuple(self.facts))

    def _entries(self, section: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        for key, entry in self.data.get(section, {}).items():
            if key.rstrip("?") in self.entities:
                yield key.rstrip("?"), entry

    def _taken(self, value: str | None) -> str:
        """Return the first alternative of a value; "" where there is none, or it is optional and not wanted."""
        if not value or (value.endswith("?") and self.lean):
            return ""
        return value.rstrip("?").split("|")[0]

    def _see(self, key: str) -> None:
        bare = key.rstrip("?")
        if key.endswith("?") and self.lean:
            return
        if len(bare) == 2 and bare.isupper():
            self.entities[bare] = Entity(bare, "State", f"state/{bare}", (self._name(bare),))
            return
        for section, kind in (("organizations", ""), ("places", "Place"), ("persons", "Person"), ("events", ""), ("documents", "")):
            entry = self.data.get(section, {}).get(key)
            if entry is not None:
                path = f"{'organization' if section == 'organizations' else 'place'}/{bare}"
                known = path if section in ("organizations", "places") and path in self.reference else None
                names = tuple(map(self._name, entry.get("names", []) if section != "events" else []))
                self.entities[bare] = Entity(bare, kind or entry["type"].split("|")[0], known, names)

    def _tell(self, subject: str, predicate: str, value: str | None) -> None:
        taken = self._taken(value)
        if taken and taken not in self.entities and len(taken) == 2 and taken.isupper():
            self._see(taken)
        if taken in self.entities and subject.rstrip("?") in self.entities:
            self.facts.append(Fact(subject.rstrip("?"), predicate, taken, (self._words(),)))

    def _days(self, key: str, date: str | None) -> None:
        if (taken := self._taken(date)) and (not taken.startswith("XXXX-") or len(taken.partition("/")[0]) > _YEARLESS_MONTH):
            first, _, last = taken.partition("/")
            self.facts.append(Fact(key, "schema:startDate", _date(first), (self._words(),)))
            if last:
                self.facts.append(Fact(key, "schema:endDate", _date(last), (self._words(),)))

    def _words(self, name: str = "") -> Evidence:
        """Return the words of a name where the text has it, or the first of the article."""
        start = self.text.find(name) if name else -1
        span = Span(start, start + len(name)) if start >= 0 else Span(0, min(40, len(self.text)))
        return Evidence(span, span.of(self.text), "gold")

    def _name(self, text: str) -> Name:
        return Name(text, self.data["language"], self._words(text))


def _date(edtf: str) -> Value:
    if edtf.startswith("XXXX-"):
        return Value(f"--{edtf[5:]}", "xsd:gMonthDay")
    return Value(edtf, _DATATYPES[len(edtf)])


def readings(folders: Iterable[Path], *, lean: bool = False) -> dict[str, Reading]:
    """Return the readings of the gold files of some folders, by the article's id."""
    reference = Reference.load(resources.path("data/reference"))
    made = (_Gold(file, reference, lean=lean).reading() for folder in folders for file in sorted(folder.glob("*.json")))
    return {reading.article.id: reading for reading in made}


def told(file: Path) -> dict[str, Any]:
    """Return what a gold file tells, keys without the mark of what is optional."""
    data = json.loads(file.read_text(encoding="utf-8"))
    return {
        name: {key.rstrip("?"): entry for key, entry in section.items()} if isinstance(section, dict) else section
        for name, section in data.items()
    }


def articles(found: Mapping[str, Reading]) -> list[Article]:
    """Return the articles of readings, in the order of their ids."""
    return [found[key].article for key in sorted(found)]


class GoldReader:
    """Reads an article as its gold file tells it."""

    def __init__(self, found: Mapping[str, Reading]) -> None:
        self._found = found

    def read(self, article: Article) -> Reading:
        """Return the reading that was made of the article's gold file."""
        return self._found[article.id]


def _main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--lean", action="store_true")
    given = parser.parse_args()
    found = readings(given.folders, lean=given.lean)
    with tempfile.TemporaryDirectory() as place:
        with store.write(f"{place}/store") as target:
            tally = pipeline.Tally()
            for outcome in pipeline.build(articles(found), target, reader=GoldReader(found)):
                tally.add(outcome)
        with store.read(f"{place}/store") as view, given.out.open("wb") as out:
            exports.export(view.quads(), out, form="nquads")
    print(f"{tally.built} of {tally.total} built, {dict(tally.quarantined)} quarantined")


if __name__ == "__main__":
    _main()
