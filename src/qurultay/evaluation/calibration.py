"""Tells whether confidence means something: how many of the facts claimed with some confidence are right."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Bin", "Judged", "calibrate", "calibration_table"]

_EDGES = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
"""Upper edges of the bins; a confidence on an edge belongs below it."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A fact of the graph with its family, the rule and confidence of its surest claim, and whether it is right."""

    family: str
    rule: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The facts of one group (a stretch of confidence, or a rule): how many, how sure on average, which part is right."""

    name: str
    facts: int
    confidence: float
    precision: float


def calibrate(judged: Iterable[Judged], *, by_rule: bool = False) -> tuple[Bin, ...]:
    """Group facts by confidence, or by rule, and measure each group that has any; () for no facts.

    >>> facts = [Judged("date", "day", 0.9, True), Judged("date", "day", 0.85, False), Judged("place", "in", 1.0, True)]
    >>> [(bin.name, bin.facts, bin.precision) for bin in calibrate(facts)]
    [('0.80-0.90', 2, 0.5), ('0.95-1.00', 1, 1.0)]
    >>> [(bin.name, bin.facts, bin.precision) for bin in calibrate(facts, by_rule=True)]
    [('day', 2, 0.5), ('in', 1, 1.0)]
    """
    groups: dict[str, list[Judged]] = {}
    for fact in judged:
        groups.setdefault(fact.rule if by_rule else _stretch(fact.confidence), []).append(fact)
    return tuple(
        Bin(name, len(facts), sum(f.confidence for f in facts) / len(facts), sum(f.right for f in facts) / len(facts))
        for name, facts in sorted(groups.items())
    )


def calibration_table(judged: Iterable[Judged]) -> list[str]:
    """Return the bins of confidence as lines of text; [] for no facts."""
    bins = calibrate(judged)
    head = f"{'confidence':14}{'facts':>7}{'mean':>8}{'P':>8}"
    return [head, *(f"{b.name:14}{b.facts:7}{b.confidence:8.3f}{b.precision:8.3f}" for b in bins)] if bins else []


def _stretch(confidence: float) -> str:
    place = min(bisect_left(_EDGES, confidence), len(_EDGES) - 1)
    return f"{_EDGES[place - 1] if place else 0:.2f}-{_EDGES[place]:.2f}"
