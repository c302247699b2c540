"""Scores a built graph against gold articles: precision, recall and F1 for each family of facts.

The figures are those of the project's graph contract: a fact of the gold file is right or missed, a fact of
the graph that no alternative of the gold file allows is extra, an optional one neither. RELATIONS leaves out the plain
naming of things and is the headline.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import combinations
from operator import add
from typing import Any

from pyoxigraph import Quad

from qurultay.evaluation.calibration import Bin, Judged, calibrate, calibration_table, cross_validated
from qurultay.evaluation.evidence import text_of
from qurultay.evaluation.gold import Fact, Gold
from qurultay.evaluation.index import Index
from qurultay.evaluation.observed import Observed
from qurultay.facts.confidence import NEW

__all__ = ["NAMING", "Cell", "Detail", "Scores", "Tally", "evaluate"]

NAMING = frozenset({"mention", "organization", "article"})
"""Families that only name things; RELATIONS is all others."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many facts were right, extra and missed.

    >>> tally = Tally(3, 1, 2) + Tally()
    >>> tally.precision, tally.recall, round(tally.f1, 3)
    (0.75, 0.6, 0.667)
    """

    right: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Return the sum of two tallies."""
        return Tally(self.right + other.right, self.extra + other.extra, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """Part of the facts found that are right; 0 where none were found."""
        return self.right / (self.right + self.extra) if self.right + self.extra else 0.0

    @property
    def recall(self) -> float:
        """Part of the facts to find that were found; 0 where there are none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.right else 0.0


@dataclass(frozen=True, slots=True)
class Cell:
    """The tally of one family in one article."""

    article: str
    language: str
    family: str
    tally: Tally


@dataclass(frozen=True, slots=True, order=True)
class Detail:
    """One fact that is ``missed``, ``extra`` or of ``no evidence``, in the keys of its gold file."""

    article: str
    problem: str
    fact: Fact

    def as_line(self) -> str:
        """Return it as tab-separated columns."""
        return "\t".join((self.article, self.problem, *self.fact))


@dataclass(frozen=True, slots=True)
class Scores:
    """What was counted: a cell for each article and family, and from them every figure.

    ``evidenced`` of ``needing`` facts have a claim that quotes the text; ``misquotes`` claims do not quote it.
    ``identity`` is the precision and recall of pairs of articles that name one thing by one IRI.
    """

    cells: tuple[Cell, ...]
    evidenced: int
    needing: int
    misquotes: int
    identity: tuple[float, float]
    missing: tuple[str, ...]
    details: tuple[Detail, ...] = field(default=(), repr=False)
    judged: tuple[Judged, ...] = field(default=(), repr=False)

    @property
    def families(self) -> Mapping[str, Tally]:
        """Tallies by family, sorted."""
        return self._by(lambda cell: cell.family)

    @property
    def languages(self) -> Mapping[str, Tally]:
        """Tallies of all families by language, sorted."""
        return self._by(lambda cell: cell.language)

    @property
    def articles(self) -> Mapping[str, Tally]:
        """Tallies of all families by article, sorted."""
        return self._by(lambda cell: cell.article)

    @property
    def total(self) -> Tally:
        """The tally of all families."""
        return self.of()

    @property
    def relations(self) -> Tally:
        """The tally of all families but the plain naming of things."""
        return self.of(family="RELATIONS")

    def of(self, *, family: str | None = None, language: str | None = None, article: str | None = None) -> Tally:
        """Return the tally of a family (or ``RELATIONS``, or ``ALL``) in a language or an article, or in all."""
        cells = (cell for cell in self.cells if language in (None, cell.language) and article in (None, cell.article))
        wanted = (c.tally for c in cells if family in (None, "ALL", c.family) or (family == "RELATIONS" and c.family not in NAMING))
        return reduce(add, wanted, Tally())

    def _by(self, key: Callable[[Cell], str]) -> Mapping[str, Tally]:
        found: defaultdict[str, Tally] = defaultdict(Tally)
        for cell in self.cells:
            found[key(cell)] += cell.tally
        return dict(sorted(found.items()))

    def as_table(self, *, articles: bool = False) -> str:
        """Return the figures as lines of text: families, languages, RELATIONS, ALL, evidence, identity, calibration.

        With ``articles`` there is a line for each article too: its RELATIONS.
        """
        lines = [f"{'fact':14}{'right':>7}{'extra':>7}{'missed':>7}{'P':>8}{'R':>8}{'F1':>8}"]
        lines += [_line(name, tally) for name, tally in self.families.items()]
        lines += [_line(f"[{name}]", tally) for name, tally in self.languages.items()]
        if len(self.languages) > 1:
            lines += [_line(f"RELATIONS [{name}]", self.of(family="RELATIONS", language=name)) for name in self.languages]
        lines += [_line("RELATIONS", self.relations), _line("ALL", self.total)]
        lines.append(
            f"evidence: {self.evidenced}/{self.needing} facts have a claim that quotes the text; {self.misquotes} claims misquote it"
        )
        lines.append(f"identity across articles: precision {self.identity[0]:.3f} recall {self.identity[1]:.3f}")
        if self.missing:
            lines.append(f"articles not in the graph: {len(self.missing)}: {', '.join(self.missing)}")
        if articles:
            width = max(map(len, self.articles), default=0)
            lines.append("RELATIONS of each article")
            lines += [_line(name.ljust(width), self.of(family="RELATIONS", article=name)) for name in self.articles]
        return "\n".join([*lines, *calibration_table(self.judged)])

    def as_json(self) -> dict[str, Any]:
        """Return the figures as plain values for JSON; a row is right, extra, missed, precision, recall, F1."""
        languages = {name: {f: _row(self.of(family=f, language=name)) for f in (*self.families, "RELATIONS")} for name in self.languages}
        return {
            "families": {name: _row(tally) for name, tally in self.families.items()},
            "languages": {name: {**rows, "ALL": _row(self.of(language=name))} for name, rows in languages.items()},
            "relations": _row(self.relations),
            "all": _row(self.total),
            "evidence": {"evidenced": self.evidenced, "needing": self.needing, "misquotes": self.misquotes},
            "identity": {"precision": self.identity[0], "recall": self.identity[1]},
            "missing": list(self.missing),
            "articles": {name: _row(tally) for name, tally in self.articles.items()},
            "calibration": {
                "claimed": list(map(_bin, calibrate(self.judged))),
                "cross_validated": list(map(_bin, calibrate(cross_validated(self.judged)))),
                "rules": list(map(_bin, calibrate(self.judged, by_rule=True))),
            },
            "details": [[detail.article, detail.problem, list(detail.fact)] for detail in self.details],
        }


def _line(name: str, tally: Tally) -> str:
    counts = f"{tally.right:7}{tally.extra:7}{tally.missed:7}"
    return f"{name:14}{counts}{tally.precision:8.3f}{tally.recall:8.3f}{tally.f1:8.3f}"


def _row(tally: Tally) -> list[float]:
    return [tally.right, tally.extra, tally.missed, tally.precision, tally.recall, tally.f1]


def _bin(group: Bin) -> dict[str, str | float]:
    return {"name": group.name, "facts": group.facts, "confidence": group.confidence, "precision": group.precision}


def evaluate(quads: Iterable[Quad], golds: Sequence[Gold]) -> Scores:
    """Score the whole dump of a store against gold articles; an article that the dump lacks has all its facts missed.

    >>> scores = evaluate([], [Gold.from_data({"id": "a", "language": "az", "states": ["AZ"]}, "Azərbaycan")])
    >>> scores.total, scores.missing
    (Tally(right=0, extra=0, missed=2), ('a',))
    """
    index = Index(quads)
    seen = [(gold, Observed(index, gold)) for gold in golds]
    supports = [(o.claims, support) for _, o in seen for told in o.facts.values() for support in told if support]
    named = [(gold.id, key, text_of(node)) for gold, observed in seen for key, node in observed.identified()]
    return Scores(
        cells=tuple(cell for pair in seen for cell in _cells(*pair)),
        evidenced=sum(claims.evidenced(support) for claims, support in supports),
        needing=len(supports),
        misquotes=sum(observed.claims.misquotes for _, observed in seen),
        identity=(_agreement([(a, iri, key) for a, key, iri in named]), _agreement(named)),
        missing=tuple(gold.id for gold, observed in seen if not observed.found),
        details=tuple(sorted(detail for pair in seen for detail in _details(*pair))),
        judged=tuple(judged for pair in seen for judged in _judged(*pair)),
    )


def _cells(gold: Gold, observed: Observed) -> Iterable[Cell]:
    right = Counter(e.family for e in gold.facts if not e.optional and e.alternatives & observed.facts.keys())
    missed = Counter(e.family for e in gold.facts if not e.optional and not e.alternatives & observed.facts.keys())
    extra: Counter[str] = Counter()
    allowed = _allowed(gold)
    for fact, supports in observed.facts.items():
        repeated = len(supports) - 1 if fact[0] == "mention" else 0
        extra[fact[0]] += (fact not in allowed) + repeated
    for family in sorted({*right, *missed, *extra}):
        yield Cell(gold.id, gold.language, family, Tally(right[family], extra[family], missed[family]))


def _allowed(gold: Gold) -> frozenset[Fact]:
    return frozenset().union(*(expected.alternatives for expected in gold.facts))


def _details(gold: Gold, observed: Observed) -> Iterable[Detail]:
    allowed = _allowed(gold)
    for expected in gold.facts:
        if not expected.optional and not expected.alternatives & observed.facts.keys():
            yield Detail(gold.id, "missed", min(expected.alternatives))
    for fact, supports in observed.facts.items():
        if fact not in allowed or (fact[0] == "mention" and len(supports) > 1):
            yield Detail(gold.id, "extra", fact)
        yield from (Detail(gold.id, "no evidence", fact) for s in supports if s and not observed.claims.evidenced(s))


def _judged(gold: Gold, observed: Observed) -> Iterable[Judged]:
    allowed = _allowed(gold)
    for fact, supports in sorted(observed.facts.items()):
        for support in supports:
            claim = observed.claims.surest(support) if support else None
            if support and claim:
                rule = claim.rule + NEW if observed.tells_of_new_body(support) else claim.rule
                yield Judged(fact[0], rule, claim.confidence, fact in allowed, gold.id)


def _agreement(named: Iterable[tuple[str, Hashable, Hashable]]) -> float:
    """Return in what part of the pairs of articles that share a group the members are the same; 1 where there is no pair."""
    groups: defaultdict[Hashable, set[tuple[str, Hashable]]] = defaultdict(set)
    for article, group, member in named:
        groups[group].add((article, member))
    pairs = [(one, other) for members in groups.values() for one, other in combinations(members, 2) if one[0] != other[0]]
    return sum(one[1] == other[1] for one, other in pairs) / len(pairs) if pairs else 1.0
