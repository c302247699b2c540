"""The page of a store: one HTML file with the network, its timeline and the words behind each line.

:func:`page` gathers what a store tells through the shipped queries and puts it into one file that asks nothing of
anybody: the data, the style and the script stand in it, and its policy allows no others.
"""

from __future__ import annotations

from qurultay.view.assembly import LanguageError, page

__all__ = ["LanguageError", "page"]
