"""Measures a built graph from outside, against articles whose facts a careful reader has written down."""

from qurultay.evaluation.calibration import Bin, Judged, calibrate, counts, cross_validated, rule_table
from qurultay.evaluation.floors import Breach, Floors, GoldSet, breaches, figures, moved_floors, read_floors, write_floors
from qurultay.evaluation.gold import Gold, read_golds
from qurultay.evaluation.scores import Detail, Scores, Tally, evaluate

__all__ = [
    "Bin", "Breach", "Detail", "Floors", "Gold", "GoldSet", "Judged", "Scores", "Tally",
    "breaches", "calibrate", "counts", "cross_validated", "evaluate", "figures", "moved_floors", "read_floors", "read_golds",
    "rule_table", "write_floors",
]  # fmt: skip
