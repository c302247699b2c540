"""Puts the data of a store, the style and the script into one HTML page."""

from __future__ import annotations

import json

from qurultay.store import View

__all__ = ["page"]


def page(view: View, *, title: str | None = None, language: str = "az") -> str:
    """Return the page of a store as one HTML document."""
    data = json.dumps({"store": view.location, "language": language}, ensure_ascii=False).replace("<", "\\u003c")
    return f'<!doctype html>\n<html lang="{language}"><title>{title or "Qurultay"}</title>\n<script type="application/json">{data}</script>\n'
