"""Tells whether confidence means something: how many of the facts claimed with some confidence are right.

What was measured on the very facts that it is judged by flatters itself. So confidence is judged a second time as it would
be if each article had not been seen: every article's rules are measured on the articles of the other folds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from qurultay.facts.confidence import Confidence, estimates

__all__ = ["Bin", "Judged", "calibrate", "calibration_table", "counts", "cross_validated", "rule_table"]

_EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
"""Edges of the bins; a confidence on an edge belongs above it, so that the last bin is what "at least 0.95" keeps."""
_FOLDS = 5


@dataclass(frozen=True, slots=True)
class Judged:
    """A fact of the graph with its family, the rule and confidence of its surest claim, whether it is right, and its article."""

    family: str
    rule: str
    confidence: float
    right: bool
    article: str = ""


@dataclass(frozen=True, slots=True)
class Bin:
    """The facts of one group (a stretch of confidence, or a rule): how many, how sure on average, which part is right."""

    name: str
    facts: int
    confidence: float
    precision: float


def calibrate(judged: Iterable[Judged], *, by_rule: bool = False) -> tuple[Bin, ...]:
    """Group facts by confidence, or by family and rule, and measure each group that has any; () for no facts.

    >>> facts = [Judged("date", "day", 0.8, True), Judged("date", "day", 0.85, False), Judged("place", "in", 0.97, True)]
    >>> [(bin.name, bin.facts, bin.precision) for bin in calibrate(facts)]
    [('0.80-0.90', 2, 0.5), ('0.95-1.00', 1, 1.0)]
    >>> [(bin.name, bin.facts, bin.precision) for bin in calibrate(facts, by_rule=True)]
    [('date day', 2, 0.5), ('place in', 1, 1.0)]
    """
    groups: dict[str, list[Judged]] = {}
    for fact in judged:
        groups.setdefault(f"{fact.family} {fact.rule}" if by_rule else _stretch(fact.confidence), []).append(fact)
    return tuple(
        Bin(name, len(facts), sum(f.confidence for f in facts) / len(facts), sum(f.right for f in facts) / len(facts))
        for name, facts in sorted(groups.items())
    )


def counts(judged: Iterable[Judged]) -> Mapping[tuple[str, str], tuple[int, int]]:
    """Return how many facts were right, of how many, by family and rule: what confidence is estimated from."""
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for fact in judged:
        right, facts = found.get((fact.family, fact.rule), (0, 0))
        found[fact.family, fact.rule] = (right + fact.right, facts + 1)
    return found


def cross_validated(judged: Iterable[Judged], *, folds: int = _FOLDS) -> tuple[Judged, ...]:
    """Return the facts with the confidence that the articles of the other folds give their rules; () where one fold has them all.

    The fold of an article follows from its id.
    """
    parts: dict[int, list[Judged]] = {}
    for fact in judged:
        parts.setdefault(int(sha256(fact.article.encode()).hexdigest(), 16) % folds, []).append(fact)
    if len(parts) < 2:
        return ()
    found: list[Judged] = []
    for fold, facts in sorted(parts.items()):
        sure = Confidence(estimates(counts(fact for other, those in parts.items() if other != fold for fact in those)))
        found += [replace(fact, confidence=sure.of(fact.family, fact.rule)) for fact in facts]
    return tuple(found)


def calibration_table(judged: Iterable[Judged]) -> list[str]:
    """Return the bins of confidence as lines of text, as claimed and cross-validated; [] for no facts."""
    facts = tuple(judged)
    lines: list[str] = []
    for title, chosen in (("confidence as claimed", facts), ("confidence cross-validated", cross_validated(facts))):
        if chosen:
            lines.append(_HEAD.format(title))
            lines += [_line(b) for b in calibrate(chosen)]
    return lines


def rule_table(judged: Iterable[Judged]) -> list[str]:
    """Return the facts by family and rule as lines of text; [] for no facts."""
    bins = calibrate(judged, by_rule=True)
    return [_HEAD.format("rule"), *map(_line, bins)] if bins else []


_HEAD = "{:30}" + f"{'facts':>7}{'mean':>8}{'P':>8}"


def _line(group: Bin) -> str:
    return f"{group.name:30}{group.facts:7}{group.confidence:8.3f}{group.precision:8.3f}"


def _stretch(confidence: float) -> str:
    place = min(bisect_right(_EDGES, confidence), len(_EDGES) - 1)
    return f"{_EDGES[place - 1]:.2f}-{_EDGES[place]:.2f}"
