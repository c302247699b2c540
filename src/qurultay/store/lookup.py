"""Looks up whom a name means in a store: a thing's IRIs and labels, its merges with their reasons, and what nearly was one with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pyoxigraph import NamedNode

from qurultay import terms
from qurultay.identity.names import ALIKE
from qurultay.identity.sounds import distance, sounds
from qurultay.store.base import Table, View

__all__ = ["Identity", "Judged", "look_up"]

_WORD = re.compile(r"[^\W\d_]+")
_LABELS = f"""SELECT DISTINCT ?thing ?label WHERE {{ GRAPH ?g {{ ?thing ?p ?label }}
  FILTER (?g IN (<{terms.GRAPHS["entities"]}>, <{terms.GRAPHS["reference"]}>, <{terms.GRAPHS["inferred"]}>))
  FILTER (?p IN (rdfs:label, skos:prefLabel, skos:altLabel)) }} ORDER BY ?thing ?label"""
_MERGES = f"""SELECT DISTINCT ?left ?kept ?other ?score ?reason ?method WHERE {{ GRAPH <{terms.GRAPHS["identity"]}> {{
  ?merge a q:Merge ; q:left ?left ; q:kept ?kept ; q:comparedWith ?other ; q:score ?score ; q:reason ?reason ; q:method ?method }} }}
  ORDER BY ?kept ?left"""
_CANDIDATES = f"""SELECT DISTINCT ?left ?other ?score ?reason ?method WHERE {{ GRAPH <{terms.GRAPHS["identity"]}> {{
  ?pair a q:Candidate ; q:candidate ?left , ?other ; q:score ?score ; q:reason ?reason ; q:method ?method FILTER (?left != ?other) }} }}
  ORDER BY DESC(?score) ?left ?other"""
_MENTIONS = "SELECT DISTINCT ?thing ?article WHERE { GRAPH ?article { ?article schema:mentions ?thing } } ORDER BY ?thing ?article"


@dataclass(frozen=True, slots=True)
class Judged:
    """Another IRI of a thing, or one that nearly was: with which one it was compared, how surely, and why."""

    path: str
    compared_with: str
    score: float
    reason: str
    method: str


@dataclass(slots=True)
class Identity:
    """A thing under the IRI that stands for it. ``labels`` are by language; ``articles`` are those that mention it, by path."""

    path: str
    labels: dict[str, list[str]] = field(default_factory=dict)
    merged: list[Judged] = field(default_factory=list)
    candidates: list[Judged] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """Return the identity in plain values, for JSON."""
        judged = {name: [{n: getattr(j, n) for n in Judged.__slots__} for j in getattr(self, name)] for name in ("merged", "candidates")}
        return {"iri": self.path, "labels": self.labels, **judged, "articles": self.articles}


def look_up(view: View, name: str | None = None) -> tuple[Identity, ...]:
    """Return the things that a name, in any of the languages and spellings, or a part of one, or an IRI means, sorted by path.

    Without a name: all things that have merges or candidates. () where there is none.
    """
    found: dict[str, Identity] = {}
    merges, candidates = _rows(view, _MERGES), _rows(view, _CANDIDATES)
    kept = {row["left"]: row["kept"] for row in merges}
    wanted = _wanted(view, name, kept) if name else {*kept.values(), *(kept.get(row["left"], row["left"]) for row in candidates)}
    for path in sorted(wanted):
        found[path] = Identity(path)
    for row in merges:
        if row["kept"] in found:
            found[row["kept"]].merged.append(_judged(row, row["left"], row["other"]))
    for row in candidates:
        stands = kept.get(row["left"], row["left"])
        if stands in found and (name or row["left"] < row["other"]):
            found[stands].candidates.append(_judged(row, row["other"], row["left"]))
    _describe(view, found)
    return tuple(found.values())


def _wanted(view: View, name: str, kept: Mapping[str, str]) -> set[str]:
    """Return the IRIs, by path, that an IRI or a name means."""
    path = name.strip("<>").removeprefix(view.base)
    asked = [sounds(word) for word in _WORD.findall(name)]
    labelled = _rows(view, _LABELS)
    if re.fullmatch(r"[a-z]+/\S+", path):
        return {kept.get(path, path)}
    return {kept.get(row["thing"], row["thing"]) for row in labelled if asked and _means(asked, str(row["label"]))}


def _means(asked: Iterable[str], label: str) -> bool:
    words = [sounds(word) for word in _WORD.findall(label)]
    return all(any(distance(one, word) <= ALIKE for word in words) for one in asked)


def _describe(view: View, found: Mapping[str, Identity]) -> None:
    """Put labels and articles into identities."""
    for row in _rows(view, _LABELS, languages=True):
        if row["thing"] in found:
            labels = found[row["thing"]].labels.setdefault(row["label"][1], [])
            if row["label"][0] not in labels:
                labels.append(row["label"][0])
    for row in _rows(view, _MENTIONS):
        if row["thing"] in found:
            found[row["thing"]].articles.append(row["article"])


def _judged(row: Mapping[str, Any], path: str, other: str) -> Judged:
    return Judged(path, other, float(row["score"]), row["reason"], row["method"])


def _rows(view: View, sparql: str, *, languages: bool = False) -> list[dict[str, Any]]:
    """Return rows of strings, IRIs below the base as paths; labels with their languages where these are wanted."""
    answer = view.query(sparql)
    assert isinstance(answer, Table)

    def plain(term: Any) -> Any:
        if isinstance(term, NamedNode):
            return term.value.removeprefix(view.base)
        return (term.value, term.language or "") if languages else term.value

    return [{name: plain(term) for name, term in zip(answer.columns, row, strict=True)} for row in answer.rows]
