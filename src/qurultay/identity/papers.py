"""Compares documents: kind, day, signatories, name, and the event at which they came about."""

from __future__ import annotations

from itertools import product

from qurultay.identity.dates import stretches
from qurultay.identity.events import path_is_free
from qurultay.identity.things import Traits
from qurultay.identity.verdicts import Verdict
from qurultay.identity.words import concepts, shared

__all__ = ["compare_documents", "telling"]


def compare_documents(one: Traits, other: Traits) -> Verdict:
    """Return whether two documents are one."""
    if not one["kind"] & other["kind"] and "Document" not in one["kind"] | other["kind"]:
        return Verdict(0.0, "other kinds", "document", against=True)
    days = [list(product(*([s for date in t[name] for s in stretches(date)] for t in (one, other)))) for name in ("when", "within")]
    if any(pairs and not any(a.meets(b) for a, b in pairs) for pairs in days):
        return Verdict(0.0, "other days", "document", against=True)
    dated = any(a.starts_like(b) for pairs in days for a, b in pairs)
    mine, theirs = one["party"], other["party"]
    common = mine & theirs
    if mine - common and theirs - common:
        return Verdict(0.0, "other signatories", "document", against=True)
    names = [
        shared(concepts(text, language).words, concepts(theirs_text, theirs_language).words)
        for language, _, text in (name.partition(":") for name in sorted(one["name"]))
        for theirs_language, _, theirs_text in (name.partition(":") for name in sorted(other["name"]))
    ]
    likeness = max((c / max(1, c + left + right) for c, left, right in names), default=0.0)
    if names and likeness < 0.3 and not common:
        return Verdict(0.2, "other names", "document")
    score = 0.15 + 0.35 * dated + min(0.4, 0.2 * len(common)) + 0.2 * likeness
    reasons = ["one kind", "one day" * dated, f"{len(common)} of the signatories" if common else "", "like names" if likeness > 0.5 else ""]
    return Verdict(round(min(0.99, score), 3), ", ".join(filter(None, reasons)), "document")


def telling(path: str, traits: Traits) -> tuple[int, int]:
    """Return how little a local key tells of a document: those bound to no article come first."""
    return (not path_is_free(path), -path.count("-"))
