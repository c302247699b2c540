"""Draws the cooperation network for print: as a network, along time, or as a matrix of who met whom.

Matplotlib draws (extra ``figure``); the drawing of one store is the same, byte for byte, on one machine. What a drawing leaves
out for want of room is counted, never dropped in silence.
"""

from __future__ import annotations

from qurultay.figure.drawing import DRAWINGS, FORMS, Drawing, Drawn, draw

__all__ = ["DRAWINGS", "FORMS", "Drawing", "Drawn", "draw"]
