"""Which local keys are one thing: clusters of them, the same whatever the order in which they came.

Pairs that are surely one are joined first, the surest of all before the others, unless something in the one contradicts something in the
other. Pairs that are probably one are joined after that, but not where a thing could as well be two things that contradict each other: a
bare "K.Əliyev" beside two of that name stays alone. Whatever a single article tells apart is never joined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from qurultay.identity.verdicts import STRONG, WEAK, Verdict

__all__ = ["Edges", "Merge", "Partition", "partition"]

Edges: TypeAlias = Mapping[tuple[str, str], Verdict]
"""Verdicts on pairs of local keys, the lesser key first."""


_CLOSE = 0.025
"""What a pair must be surer by than another one for which its thing could be taken."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A local key that was found to be another thing's: ``kept`` stays, and ``other`` is the key with which it was compared."""

    left: str
    kept: str
    other: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Partition:
    """The key that stands for each local key, and the merges that led to it, sorted."""

    kept: Mapping[str, str]
    merges: tuple[Merge, ...]


def partition(
    nodes: Iterable[str],
    edges: Edges,
    *,
    against: Callable[[str, str], bool],
    apart: Callable[[str, str], bool],
    rank: Callable[[str], tuple[int, ...]],
) -> Partition:
    """Return which key stands for each of ``nodes``.

    ``against`` tells whether two keys contradict each other, ``apart`` whether an article or a decision keeps them apart, which not even
    a decision for them overrules. Of a cluster, the key of the least ``rank`` stays, then the first in the alphabet.

    >>> same = Verdict(0.95, "one name", "name")
    >>> never = lambda one, other: False
    >>> dict(partition(["b", "a", "c"], {("a", "b"): same}, against=never, apart=never, rank=lambda path: (0,)).kept)
    {'a': 'a', 'b': 'a', 'c': 'c'}
    """
    clusters: dict[str, tuple[str, ...]] = {node: (node,) for node in sorted(nodes)}
    decided = {pair for pair, verdict in edges.items() if verdict.method == "decision"}

    def compatible(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        return not any(against(a, b) or apart(a, b) for a in one for b in other)

    def join(one: str, other: str) -> None:
        joined = tuple(sorted(clusters[one] + clusters[other]))
        clusters.update(dict.fromkeys(joined, joined))

    for (one, other), verdict in sorted(edges.items(), key=lambda edge: (edge[0] not in decided, -edge[1].score, edge[0])):
        mine, theirs = clusters[one], clusters[other]
        if verdict.score < STRONG or mine is theirs:
            continue
        if (one, other) in decided:
            if not any(apart(a, b) for a in mine for b in theirs):
                join(one, other)
        elif compatible(mine, theirs):
            join(one, other)
    for one, other in _unambiguous(clusters, edges, compatible):
        if clusters[one] is not clusters[other] and compatible(clusters[one], clusters[other]):
            join(one, other)
    return _named(clusters, edges, rank)


def _unambiguous(
    clusters: Mapping[str, tuple[str, ...]], edges: Edges, compatible: Callable[[tuple[str, ...], tuple[str, ...]], bool]
) -> list[tuple[str, str]]:
    """Return the probable pairs, the surest first, of which neither is about as likely one with what contradicts the other."""
    probable: dict[tuple[str, ...], dict[tuple[str, ...], float]] = {}
    pairs = []
    for (one, other), verdict in edges.items():
        mine, theirs = clusters[one], clusters[other]
        if verdict.score >= WEAK and mine is not theirs and compatible(mine, theirs):
            for a, b in ((mine, theirs), (theirs, mine)):
                others = probable.setdefault(a, {})
                others[b] = max(others.get(b, 0.0), verdict.score)
            pairs.append((-verdict.score, one, other))

    def torn(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        least = probable[one][other] - _CLOSE
        return any(score > least and third != other and not compatible(third, other) for third, score in probable[one].items())

    chosen = [(one, other) for _, one, other in sorted(pairs)]
    return [(a, b) for a, b in chosen if not torn(clusters[a], clusters[b]) and not torn(clusters[b], clusters[a])]


def _named(clusters: Mapping[str, tuple[str, ...]], edges: Edges, rank: Callable[[str], tuple[int, ...]]) -> Partition:
    kept: dict[str, str] = {}
    merges: list[Merge] = []
    best: dict[str, tuple[float, str, Verdict]] = {}
    for (one, other), verdict in edges.items():
        if clusters[one] is clusters[other]:
            for left, right in ((one, other), (other, one)):
                found = (-verdict.score, right, verdict)
                best[left] = min(best.get(left, found), found, key=lambda item: item[:2])
    for cluster in sorted(set(clusters.values())):
        stays = min(cluster, key=lambda path: (rank(path), path))
        kept.update(dict.fromkeys(cluster, stays))
        merges.extend(Merge(left, stays, best[left][1], best[left][2]) for left in cluster if left != stays)
    return Partition(kept, tuple(merges))
