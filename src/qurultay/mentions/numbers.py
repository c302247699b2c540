"""Order numbers as they are written: in words, in digits with an ending, in Roman digits."""

from __future__ import annotations

import re
from itertools import pairwise

from qurultay.mentions.nodes import Node

__all__ = ["order_number"]

_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"(?=[IVXLC])(?:C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(?=$|[-–.])")
_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def order_number(node: Node) -> str:
    """Return an order number so that its spellings agree: "4th", "4-е", "IV", "fourth" are 4; a word that is no number as it stands."""
    told = node.concept.get("n") if node.concept is not None else ""
    digits, roman = _DIGITS.match(node.text), _ROMAN.match(node.text)
    return told or (str(int(digits[0])) if digits else str(_value(roman[0])) if roman else node.text)


def _value(digits: str) -> int:
    """Return the value of Roman digits.

    >>> _value("XIV"), _value("IX"), _value("XLII")
    (14, 9, 42)
    """
    worth = [_WORTH[digit] for digit in digits]
    return sum(-one if one < after else one for one, after in pairwise([*worth, 0]))
