"""Measures how often each reading rule is right, and writes what follows from it: python benchmarks/calibrate.py [GOLD_DIR...].

Without folders, all gold sets of ``tests/golden/floors.json`` are taken that are there, but for those held out or unseen, which show
whether the result can be trusted: its calibration, and that of the sets themselves as cross-validated, are printed.
``--write`` puts the counts into ``data/languages/LANGUAGE/confidence.tsv``, from which the reader takes its confidence.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from qurultay.cli.evaluating import build_quads
from qurultay.evaluation import Judged, Scores, calibrate, counts, cross_validated, evaluate, read_floors, read_golds
from qurultay.facts.confidence import ANY, Confidence, estimates, table

ROOT = Path(__file__).parents[1]
FLOORS = ROOT / "tests/golden/floors.json"
HELD_OUT = ("held-out", "unseen")
"""What the names of sets hold whose articles nobody who writes rules opens: they only show figures."""


def scored(folders: Sequence[Path], language: str) -> Scores:
    """Return the scores of the articles of some folders."""
    golds = read_golds(folders, language=language)
    return evaluate(build_quads(folders, {gold.id for gold in golds}), golds)


def all_counts(scores: Scores) -> Mapping[tuple[str, str], tuple[int, int]]:
    """Return the counts by family and rule; of families whose facts name no rule (status, article), by family only."""
    by_rule = counts(scores.judged)
    told = {family for family, _ in by_rule}
    others = {
        (family, ANY): (tally.right, tally.right + tally.extra)
        for family, tally in scores.families.items()
        if family not in told and family in ("status", "article", "member") and tally.right + tally.extra
    }
    return {**by_rule, **others}


def shown(title: str, judged: Sequence[Judged]) -> None:
    """Print how much of what was claimed is right, by confidence, and from a confidence on."""
    print(f"{title:34}{'facts':>7}{'mean':>8}{'right':>8}")
    for group in calibrate(judged):
        print(f"{group.name:34}{group.facts:7}{group.confidence:8.3f}{group.precision:8.3f}")
    for least in (0.9, 0.95):
        chosen = [fact.right for fact in judged if fact.confidence >= least]
        if chosen:
            print(f"{f'{least} and more':34}{len(chosen):7}{'':8}{sum(chosen) / len(chosen):8.3f}")


def unread(name: str) -> bool:
    """Tell whether a gold set is one of those that only show figures."""
    return any(part in name for part in HELD_OUT)


def main() -> None:
    """Measure, show, and write where told to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path, metavar="GOLD_DIR")
    parser.add_argument("--language", default="az")
    parser.add_argument("--write", action="store_true", help="write data/languages/LANGUAGE/confidence.tsv")
    options = parser.parse_args()
    sets = {name: found for name, found in read_floors(FLOORS).sets.items() if found.present}
    taken = options.folders or [folder for name, found in sets.items() if not unread(name) for folder in found.folders]
    scores = scored(taken, options.language)
    measured = all_counts(scores)
    shown("cross-validated", cross_validated(scores.judged))
    held_out = [folder for name, found in sets.items() if unread(name) for folder in found.folders]
    if held_out and not options.folders:
        sure = Confidence(estimates(measured))
        judged = scored(held_out, options.language).judged
        shown("held out", [replace(fact, confidence=sure.of(fact.family, fact.rule)) for fact in judged])
    if options.write:
        path = ROOT / "data/languages" / options.language / "confidence.tsv"
        path.write_text(table(measured), encoding="utf-8")
        print(f"{path.relative_to(ROOT)}: {len(measured)} rules")


if __name__ == "__main__":
    main()
