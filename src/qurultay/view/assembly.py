"""Puts the data of a store, the style and the script into one HTML page that asks nothing of anybody.

The policy of the page allows the one style and the one script that stand in it, by their hashes, and nothing else
(Content Security Policy Level 3): no request, no form, no frame, no other script, whatever an article may hold.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path

from qurultay.errors import QurultayError
from qurultay.store import View
from qurultay.terms import LANGUAGES
from qurultay.view import plain
from qurultay.view.data import Json, data
from qurultay.view.gathering import gather

__all__ = ["LanguageError", "page", "policy", "words", "written"]

_HERE = Path(__file__).resolve().parent
_ASSETS = _HERE / "assets"


class LanguageError(QurultayError, ValueError):
    """A page was asked for in a language that its words are not told in."""


def page(view: View, *, title: str | None = None, language: str = "az", entities: str | None = None) -> str:
    """Return the page of a store as one HTML document, in UTF-8 throughout.

    ``title`` stands above it, and without one the page's own words do. ``language`` (az, en, tr or ru) is the first that is
    shown. ``entities`` is the address below which a server shows each thing, such as ``/id/``; without one things are no links.
    The same store always gives the same page. Raises :class:`LanguageError`.
    """
    return written(data(gather(view)), title=title, language=language, entities=entities)


def written(
    found: Json,
    *,
    title: str | None = None,
    language: str = "az",
    entities: str | None = None,
    links: Mapping[str, Mapping[str, str]] | None = None,
) -> str:
    """Return the page of data that were gathered before; see :func:`page`.

    ``links`` are other pages of a server, by address, with what each is called by language; they stand at the foot of the page.
    """
    if language not in LANGUAGES:
        raise LanguageError(f"the page is told in {', '.join(LANGUAGES)}, and not in {language!r}")
    heading = title or words()["title"][language]
    told = found | {"title": title or "", "language": language, "entities": entities or "", "links": links or {}, "words": words()}
    style, script = _asset("view.css"), _asset("view.js")
    return "\n".join([
        "<!doctype html>",
        f'<html lang="{language}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy(style, script)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{escape(heading)}</title>",
        f'<style id="__________cytoscape_stylesheet">{style}</style>',  # Cytoscape adds a style of its own where none has this id
        "</head>",
        "<body>",
        f'<main id="plain">\n{plain.body(found, words(), language)}\n</main>',
        f'<script type="application/json" id="data">{_as_script(told)}</script>',
        f'<script type="text/plain" id="notices">{_as_text(_asset("view.notices.txt"))}</script>',
        f"<script>{script}</script>",
        "</body>",
        "</html>",
        "",
    ])  # fmt: skip


def policy(style: str, script: str) -> str:
    """Return the Content-Security-Policy of a page with this style and this script.

    >>> policy("", "").split("; ")[0]
    "default-src 'none'"
    """
    rules = {
        "default-src": "'none'",
        "script-src": _hash(script),
        "style-src": _hash(style),
        "img-src": "data: blob:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


@cache
def words() -> dict[str, dict[str, str]]:
    """Return the page's own words by name and language."""
    found: dict[str, dict[str, str]] = json.loads((_HERE / "words.json").read_text(encoding="utf-8"))
    return found


@cache
def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8").strip()


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _as_script(value: Json) -> str:
    """Return JSON that ends no script element and opens no comment in one (HTML standard, 4.12.1.3)."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _as_text(text: str) -> str:
    return text.replace("</", "<\\/").replace("<!--", "<\\!--")
