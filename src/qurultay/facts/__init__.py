"""From mentions to facts: phrases, clauses, frames, and the reader that runs them."""

from qurultay.facts.reader import Reader

__all__ = ["Reader"]
