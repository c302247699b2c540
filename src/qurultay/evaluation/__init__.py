"""Measures a built graph from outside, against articles whose facts a careful reader has written down."""

from qurultay.evaluation.calibration import Bin, Judged, calibrate
from qurultay.evaluation.floors import Breach, Floors, breaches, moved_floors, read_floors, write_floors
from qurultay.evaluation.gold import Gold, read_golds
from qurultay.evaluation.scores import Detail, Scores, Tally, evaluate

__all__ = [
    "Bin", "Breach", "Detail", "Floors", "Gold", "Judged", "Scores", "Tally",
    "breaches", "calibrate", "evaluate", "moved_floors", "read_floors", "read_golds", "write_floors",
]  # fmt: skip
