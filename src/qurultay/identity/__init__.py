"""Says which thing an entity is, within an article and across articles.

An entity's local key is the path that its own reading gives it (:func:`paths`); :func:`things` are what an article tells that identifies
its entities, :func:`compare` says whether two of them are one and why, :func:`partition` which of many are. All of it is pure, and none
of it depends on the order in which articles come.
"""

from __future__ import annotations

from collections.abc import Callable

from qurultay.identity import bodies, events, known, papers, people
from qurultay.identity.bodies import anchors
from qurultay.identity.clusters import Merge, Partition, partition
from qurultay.identity.known import named_by_kind
from qurultay.identity.local import membership_path, paths
from qurultay.identity.things import Thing, Traits, as_json, from_json, keys, things, union
from qurultay.identity.verdicts import REVIEW, STRONG, WEAK, Verdict

__all__ = [
    "REVIEW", "STRONG", "WEAK",
    "Merge", "Partition", "Thing", "Traits", "Verdict", "anchors", "as_json", "compare", "from_json", "is_known",
    "keys", "membership_path", "named_by_kind", "partition", "paths", "rank", "things", "union",
]  # fmt: skip

_COMPARE: dict[str, Callable[[Traits, Traits], Verdict]] = {
    "person": people.compare_people,
    "organization": bodies.compare_organizations,
    "event": events.compare_events,
    "document": papers.compare_documents,
}
_TELLING: dict[str, Callable[[str, Traits], tuple[int, int]]] = {
    "person": people.telling,
    "organization": bodies.telling,
    "event": events.telling,
    "document": papers.telling,
}


def compare(family: str, one: Traits, other: Traits) -> Verdict:
    """Return whether two things of a family are one, and why; the order of the two does not matter if the caller keeps it."""
    return _COMPARE[family](one, other)


def is_known(path: str) -> bool:
    """Tell whether a path is that of a thing of the reference data."""
    return known.has(path)


def rank(path: str, traits: Traits) -> tuple[int, ...]:
    """Return the place of a local key among those of one thing: the least stands for all; the reference data's own comes first."""
    return (not known.has(path), *_TELLING[path.partition("/")[0]](path, traits))
