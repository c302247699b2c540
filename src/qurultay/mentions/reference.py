"""The reference graph as the reader sees it: what is known of states, places and organisations, and under which names.

Read from the Turtle files of ``data/reference`` once; keyed by path below the base (``state/AZ``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox

from qurultay.errors import PackError
from qurultay.terms import BASE, expand

__all__ = ["Known", "Reference"]

_NAMES = {expand(p): rank for rank, p in enumerate(("skos:prefLabel", "skos:altLabel", "q:abbreviation", "q:modifier", "q:adjective"))}


@dataclass(slots=True)
class Known:
    """One thing of the reference data: ``kind`` is the local name of its class, other things are told by path.

    ``names`` are (form, language, rank); rank 0 is the preferred label, 1 another full form, 2 an abbreviation, 3 a
    form used only before a noun ("Qırğız" Respublikası), 4 an adjective ("azərbaycanlı").
    """

    path: str
    kind: str = ""
    names: list[tuple[str, str, int]] = field(default_factory=list)
    iso: str = ""
    state: str = ""
    parent: str = ""
    capital: str = ""
    notation: str = ""
    office_class: str = ""
    office_kind: str = ""

    def label(self, language: str) -> str:
        """Return the preferred label in a language, or in English, or any."""
        ranked = sorted(self.names, key=lambda n: (n[1] != language, n[1] != "en", n[2]))
        return ranked[0][0] if ranked else self.path.partition("/")[2]


class Reference:
    """All known things, by path; iterating gives them in the order of their paths."""

    def __init__(self, things: Iterable[Known]) -> None:
        self._things = {thing.path: thing for thing in sorted(things, key=lambda t: t.path)}
        self.by_iso = {thing.iso: thing for thing in self if thing.iso}
        self.children: dict[str, list[Known]] = defaultdict(list)
        for thing in self:
            if thing.parent:
                self.children[thing.parent].append(thing)

    def __iter__(self) -> Iterator[Known]:
        return iter(self._things.values())

    def __contains__(self, path: object) -> bool:
        return path in self._things

    def __getitem__(self, path: str) -> Known:
        return self._things[path]

    def get(self, path: str) -> Known | None:
        """Return what is known under ``path``, or None."""
        return self._things.get(path)

    def named(self, name: str, language: str) -> Known | None:
        """Return the organisation of exactly this name in a language; None where there is none."""
        return self._organizations.get((name, language)) if name else None

    @cached_property
    def _organizations(self) -> dict[tuple[str, str], Known]:
        """The organisations by their names."""
        organizations = [thing for thing in self if thing.path.startswith("organization/")]
        return {(form, language): thing for thing in reversed(organizations) for form, language, _ in thing.names}

    @classmethod
    def load(cls, folder: Path, languages: Path | None = None) -> Reference:
        """Read every Turtle file of a folder, and the names that folders of ``languages`` bring; raise PackError for a bad one."""
        things: dict[str, Known] = {}
        labels: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
        former: list[tuple[str, str]] = []
        for file in sorted(folder.glob("*.ttl")):
            try:
                for triple in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE):
                    _take(triple, things, labels, former)
            except SyntaxError as error:
                raise PackError(str(error), path=str(file)) from error
        for path, name in former:
            labels[path].extend((form, language, 1) for form, language, _ in labels.get(name, ()))
        for file in sorted(languages.glob("*/names.tsv")) if languages is not None else ():
            _take_names(file, things, labels)
        for path, thing in things.items():
            thing.names = sorted(set(labels[path]), key=lambda n: (n[2], n[1], n[0]))
        return cls(thing for thing in things.values() if thing.kind and thing.kind not in ("FormerName", "NameUse"))


def _take_names(file: Path, things: Mapping[str, Known], labels: dict[str, list[tuple[str, str, int]]]) -> None:
    """Put the names and adjectives of a language's table into ``labels``; they are parted by " | ", and [X] is an abbreviation."""
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]
    for number, line in enumerate(lines[1:], 2):
        path, names, adjectives = (*line.split("\t"), "", "")[:3]
        if path not in things:
            raise PackError(f"{path} is not in the reference data", path=str(file), line=number)
        for rank, form in enumerate(filter(None, names.split(" | "))):
            short = form.startswith("[")
            labels[path].append((form.strip("[]"), file.parent.name, 2 if short else min(rank, 1)))
        labels[path].extend((form, file.parent.name, 4) for form in filter(None, adjectives.split(" | ")))


def _take(triple: ox.Quad, things: dict[str, Known], labels: dict[str, list[tuple[str, str, int]]], former: list[tuple[str, str]]) -> None:
    """Put what a triple tells into ``things``, ``labels`` or ``former``: (path, path of a former name)."""
    subject, predicate, value = triple.subject, triple.predicate.value, triple.object
    if not isinstance(subject, ox.NamedNode) or not subject.value.startswith(BASE):
        return
    path = subject.value[len(BASE) :]
    if predicate in _NAMES and isinstance(value, ox.Literal):
        labels[path].append((value.value, value.language or "", _NAMES[predicate]))
        return
    thing = things.setdefault(path, Known(path))
    target = value.value if isinstance(value, ox.Literal | ox.NamedNode) else ""
    if predicate == expand("rdf:type") and target.startswith(expand("q:")):
        thing.kind = target[len(expand("q:")) :]
    elif predicate == expand("q:isoCode"):
        thing.iso = target
    elif predicate == expand("skos:notation"):
        thing.notation = target
    elif predicate == expand("q:officeClass"):
        thing.office_class = target[len(expand("q:")) :]
    elif predicate == expand("q:formerName"):
        former.append((path, target[len(BASE) :]))
    elif target.startswith(BASE):
        _link(thing, predicate, target[len(BASE) :])


def _link(thing: Known, predicate: str, path: str) -> None:
    """Put what a triple tells of one thing's tie to another into the thing."""
    if predicate in (expand("q:jurisdiction"), expand("schema:containedInPlace")):
        thing.state = path
    elif predicate == expand("org:subOrganizationOf"):
        thing.parent = path
    elif predicate == expand("q:officeKind"):
        thing.office_kind = path
    elif predicate == expand("q:capital"):
        thing.capital = path
