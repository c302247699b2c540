"""Finds room for labels beside the dots that they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

__all__ = ["Box", "placed"]

_SIDES = ((0, -1), (0, 1), (1, 0), (-1, 0), (1, -1), (-1, -1), (1, 1), (-1, 1))
"""Where a label may stand, the likeliest first: below its dot, above, right, left, and in the corners."""
_GAP = 2.0
_OUTSIDE, _ON_DOTS = 4.0, 3.0
_ROUNDS = 4
"""So often does each label choose its place: the first did not know where the others would stand."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, in pixels."""

    left: float
    bottom: float
    right: float
    top: float

    def shared(self, other: Box) -> float:
        """Return the area that two rectangles share.

        >>> Box(0, 0, 2, 2).shared(Box(1, 1, 3, 3))
        1
        """
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.top, other.top) - max(self.bottom, other.bottom)
        return wide * high if wide > 0 and high > 0 else 0

    def area(self) -> float:
        """Return the area of the rectangle."""
        return (self.right - self.left) * (self.top - self.bottom)


def placed(dots: Mapping[str, Box], sizes: Mapping[str, tuple[float, float]], window: Box) -> dict[str, Box]:
    """Return where each label goes, in the order of ``dots``: the place beside its dot that covers least of dots and labels placed.

    ``sizes`` are widths and heights; what would stand on a dot, or outside of ``window``, counts as covered several times.

    >>> placed({"a": Box(0, 0, 2, 2)}, {"a": (4, 2)}, Box(-9, -9, 9, 9))["a"]
    Box(left=-1.0, bottom=-4.0, right=3.0, top=-2.0)
    """
    found: dict[str, Box] = {}
    for name in [*dots] * _ROUNDS:
        options = [*_around(dots[name], *sizes[name])]
        others = [box for other, box in found.items() if other != name]
        costs = [
            _ON_DOTS * sum(box.shared(dot) for dot in dots.values())
            + sum(box.shared(other) for other in others)
            + _OUTSIDE * (box.area() - box.shared(window))
            for box in options
        ]
        found[name] = options[costs.index(min(costs))]
    return found


def _around(dot: Box, width: float, height: float) -> Iterator[Box]:
    """Yield the places beside a dot at which a label of this size may stand, the likeliest first."""
    x, y = (dot.left + dot.right) / 2, (dot.bottom + dot.top) / 2
    reach = ((dot.right - dot.left) / 2 + _GAP, (dot.top - dot.bottom) / 2 + _GAP)
    for right, up in _SIDES:
        middle = (x + right * (reach[0] + width / 2) * (0.8 if up else 1), y + up * (reach[1] + height / 2))
        yield Box(middle[0] - width / 2, middle[1] - height / 2, middle[0] + width / 2, middle[1] + height / 2)
