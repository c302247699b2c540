"""What a comparison of two things comes to: a score, and the reason in words."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["REVIEW", "STRONG", "WEAK", "Verdict"]

STRONG = 0.85
"""From this score on, two things are one."""
WEAK = 0.7
"""From this score on, two things are one unless another thing, which contradicts the one, could as well be the other."""
REVIEW = 0.5
"""From this score on, two things are shown to the user as a pair to be decided."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How surely two things are one, from 0 to 1, and why.

    ``method`` is what decided: ``name``, ``name-and-post``, ``composition``, ``event``, ``document``, ``decision``. ``against`` says
    that something contradicts: the two are never one, whatever else is like both.
    """

    score: float
    reason: str
    method: str
    against: bool = False
