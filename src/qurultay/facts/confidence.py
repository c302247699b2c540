"""How sure a fact is: how often the rule that read it was right where the right facts are known.

A rule is counted apart for each family of facts: the same verb frame tells who took part and where. Few counts say little,
so a rule begins with what its family is worth, a family with what all are worth (a beta prior of ``PRIOR`` facts), and
the confidence is the mean of what the counts leave possible less one standard deviation: a rule seen right thrice is worth less than
one seen right a hundred times. The counts are in ``data/languages/LANGUAGE/confidence.tsv``, written by
``benchmarks/calibrate.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from math import sqrt
from pathlib import Path
from typing import TypeAlias

from qurultay import resources, terms
from qurultay.errors import PackError

__all__ = ["ANY", "NEW", "Confidence", "Counts", "estimates", "family_of", "of", "table"]

Counts: TypeAlias = Mapping[tuple[str, str], tuple[int, int]]
"""How many facts were right, of how many, by family and rule."""

ANY = "*"
"""In place of a rule: all rules of the family; in place of the family too: all facts."""

NEW = "/new"
"""Marks a rule where it tells of a body that the reference data does not know: its name had to be found too."""

PRIOR = 4.0
LEAST, MOST = 0.5, 0.99
_UNMEASURED = 0.9
_HEADER = ("family", "rule", "right", "facts", "confidence")
_FAMILIES = {
    "q:status": "status", "schema:startDate": "date", "schema:endDate": "date", "schema:location": "place", "q:theme": "theme",
    "schema:organizer": "organizer", "q:framework": "framework", "q:participant": "participant", "schema:attendee": "attendee",
    "q:speaker": "speaker", "schema:position": "number", "schema:superEvent": "part_of", "q:signatory": "signatory", "q:signedOn": "signed",
    "q:producedAt": "produced_at", "org:member": "post", "org:organization": "post", "org:role": "post", "org:memberOf": "member",
    "org:subOrganizationOf": "parent", "schema:foundingDate": "founding", "schema:foundingLocation": "founding",
    "schema:publisher": "article", "schema:datePublished": "article", "schema:sourceOrganization": "article",
}  # fmt: skip
_KINDS = {"org:Membership": "post", **{f"q:{kind}": "document" for kind in terms.FAMILIES["document"]}}


def family_of(predicate: str, target: str = "") -> str:
    """Return the family that a fact is counted in; kinds are told apart by ``target``, their class.

    >>> family_of("schema:attendee"), family_of("rdf:type", "q:Seminar"), family_of("rdf:type", "org:Membership")
    ('attendee', 'event', 'post')
    """
    if predicate == "rdf:type":
        return _KINDS.get(target, "event")
    return _FAMILIES.get(predicate, ANY)


def estimates(counts: Counts) -> dict[tuple[str, str], float]:
    """Return the confidence in each rule of each family, in each family (rule ``*``, ``*/new``), and in all.

    >>> sure = estimates({("place", "in"): (90, 90), ("place", "at"): (3, 3), ("date", "day"): (5, 10)})
    >>> sure["place", "in"] > sure["place", "at"] > sure["date", "day"]
    True
    >>> estimates({})
    {}
    """
    found: dict[tuple[str, str], float] = {}
    for every in (ANY, ANY + NEW):
        chosen = {key: n for key, n in counts.items() if _every(key[1]) == every}
        if not chosen:
            continue
        right, facts = _total(chosen.values())
        overall = (right + 1) / (facts + 2)
        found[ANY, every] = _sure(right, facts, 0.5, prior=2.0)
        for family in {family for family, _ in chosen}:
            family_right, family_facts = _total(n for key, n in chosen.items() if key[0] == family)
            found[family, every] = _sure(family_right, family_facts, overall)
            worth = (family_right + PRIOR * overall) / (family_facts + PRIOR)
            found.update({key: _sure(*n, worth) for key, n in chosen.items() if key[0] == family and key[1] != every})
    return dict(sorted(found.items()))


def _every(rule: str) -> str:
    return ANY + NEW if rule.endswith(NEW) else ANY


def _total(found: Iterable[tuple[int, int]]) -> tuple[int, int]:
    rights, facts = zip(*found, strict=True)
    return sum(rights), sum(facts)


def _sure(right: int, facts: int, expected: float, *, prior: float = PRIOR) -> float:
    """Return the mean of the beta posterior less its standard deviation, within bounds, to three decimals."""
    total = facts + prior
    mean = (right + prior * expected) / total
    return round(min(max(mean - sqrt(mean * (1 - mean) / (total + 1)), LEAST), MOST), 3)


def table(counts: Counts) -> str:
    """Return the counts, with the confidence that follows from them, as the text of ``confidence.tsv``."""
    sure = estimates(counts)
    rows = [_HEADER]
    for (family, rule), confidence in sure.items():
        right, facts = _total(n for key, n in counts.items() if family in (ANY, key[0]) and rule in (_every(key[1]), key[1]))
        rows.append((family, rule, str(right), str(facts), f"{confidence:.3f}"))
    return "# Written by benchmarks/calibrate.py: how often each rule was right where the right facts are known.\n" + "".join(
        "\t".join(row) + "\n" for row in rows
    )


class Confidence:
    """The measured rules of one language."""

    def __init__(self, sure: Mapping[tuple[str, str], float]) -> None:
        self._sure = dict(sure)

    @classmethod
    def load(cls, path: Path) -> Confidence:
        """Read a ``confidence.tsv``; without one nothing is measured yet. Raises :class:`~qurultay.errors.PackError` for a broken line."""
        sure: dict[tuple[str, str], float] = {}
        if not path.exists():
            return cls(sure)
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            cells = tuple(line.split("\t"))
            if line.startswith("#") or not line or cells == _HEADER:
                continue
            try:
                family, rule, _, _, confidence = cells
                sure[family, rule] = float(confidence)
            except ValueError as error:
                raise PackError(f"expected {len(_HEADER)} columns, the last a number: {line!r}", path=str(path), line=number) from error
        return cls(sure)

    def of(self, family: str, rule: str) -> float:
        """Return the confidence in a rule; of one that was never measured, that of its family, or of all.

        >>> measured = Confidence({("place", "in"): 0.97, ("place", "*"): 0.9, ("*", "*"): 0.8})
        >>> measured.of("place", "in"), measured.of("place", "over"), measured.of("theme", "on"), Confidence({}).of("place", "in")
        (0.97, 0.9, 0.8, 0.9)
        """
        keys = ((family, rule), (family, _every(rule)), (ANY, _every(rule)), (ANY, ANY))
        return next((self._sure[key] for key in keys if key in self._sure), _UNMEASURED)


@cache
def _shipped(language: str) -> Confidence:
    return Confidence.load(resources.path(f"data/languages/{language}/confidence.tsv"))


def of(predicate: str, rule: str, *, target: str = "", new: bool = False, language: str = "az") -> float:
    """Return the confidence in a fact that ``rule`` read in a language, as a number in [0.5, 0.99].

    ``predicate`` is a CURIE; ``target`` is needed for ``rdf:type`` only: the class. ``new`` says that the fact tells of a body
    that the reference data does not know.

    >>> 0.5 <= of("schema:attendee", "meet") <= 0.99
    True
    """
    return _shipped(language).of(family_of(predicate, target), rule + NEW if new else rule)
