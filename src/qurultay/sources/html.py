"""HTML pages: the article of a page, without its furniture, by trafilatura (extra ``html``)."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from qurultay.errors import InputError, MissingExtraError
from qurultay.model import Article
from qurultay.sources.fields import check_date, check_language, check_text, check_url
from qurultay.sources.plain import decode, read_bytes

__all__ = ["article"]

_FEWEST_WORDS = 10
"""What holds fewer words than this is a menu or a notice, and no article."""
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_KNOWN = {"windows-1251": "cp1251", "windows-1254": "cp1254", "iso-8859-9": "iso-8859-9", "koi8-r": "koi8-r"}


def article(path: Path) -> Article:
    """Return the article of an HTML file; its id is the file's stem.

    The page's own words on language (``<html lang>``, JSON-LD), date and outlet are taken over. Raises
    :class:`~qurultay.errors.MissingExtraError` without trafilatura, and :class:`~qurultay.errors.InputError` where the page
    holds no article.
    """
    if find_spec("trafilatura") is None:
        raise MissingExtraError("reading HTML", extra="html")
    page = _decode(read_bytes(path), str(path))
    found = import_module("trafilatura").bare_extraction(page, include_comments=False, include_tables=False, with_metadata=True)
    text = (getattr(found, "text", None) or "").strip() if found is not None else ""
    if len(text.split()) < _FEWEST_WORDS:
        raise InputError("the page holds no article", path=str(path))
    said = _said_by(page)
    headline = _kept(check_text, said.get("headline") or getattr(found, "title", None))
    body = text[len(headline) :].lstrip() if headline and text.startswith(headline) else text
    try:
        checked = check_text(f"{headline}\n\n{body}" if headline else body)
    except ValueError as error:
        raise InputError(str(error), path=str(path)) from error
    return Article(
        id=path.name.removesuffix(path.suffix),
        text=checked,
        language=_kept(check_language, said.get("language")),
        headline=headline,
        published=_kept(check_date, said.get("published")),
        publisher=_kept(check_text, said.get("publisher") or getattr(found, "sitename", None)),
        url=_kept(check_url, said.get("url") or getattr(found, "url", None)),
    )


def _decode(data: bytes, path: str) -> str:
    """Decode a page by the encoding that it declares, else as UTF-8."""
    declared = _CHARSET.search(data[:4096])
    name = _KNOWN.get(declared[1].decode("ascii").lower()) if declared else None
    if name is None:
        return decode(data, path=path)
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise InputError(f"not {name}, which the page says it is (byte {error.start})", path=path) from error


def _kept(check: Any, value: object) -> str | None:
    """Return a page's own word where it passes the check; a page's wrong word on itself is no reason to reject it."""
    if not isinstance(value, str):
        return None
    try:
        return str(check(value.strip()))
    except ValueError:
        return None


class _Page(HTMLParser):
    """Collects ``<html lang>`` and the JSON-LD blocks of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.language: str | None = None
        self.blocks: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the language of the page, and where a JSON-LD block begins."""
        values = dict(attrs)
        if tag == "html":
            self.language = values.get("lang") or values.get("xml:lang")
        self._inside = tag == "script" and values.get("type") == "application/ld+json"
        if self._inside:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        """Note where a JSON-LD block ends."""
        self._inside = self._inside and tag != "script"

    def handle_data(self, data: str) -> None:
        """Collect the text of a JSON-LD block."""
        if self._inside:
            self.blocks[-1] += data


def _said_by(page: str) -> dict[str, Any]:
    """Return what a page says of itself: language, headline, published, publisher, url."""
    parser = _Page()
    parser.feed(page)
    said: dict[str, Any] = {"language": parser.language}
    for block in parser.blocks:
        for item in _items(block):
            if not str(item.get("@type", "")).endswith("Article"):
                continue
            publisher = item.get("publisher")
            said |= {
                "language": item.get("inLanguage") or said["language"],
                "headline": item.get("headline"),
                "published": item.get("datePublished"),
                "publisher": publisher.get("name") if isinstance(publisher, dict) else publisher,
                "url": item.get("url"),
            }
    return said


def _items(block: str) -> list[dict[str, Any]]:
    """Return the objects of a JSON-LD block; [] where it is broken."""
    try:
        value = json.loads(block)
    except (json.JSONDecodeError, RecursionError):
        return []
    graph = value.get("@graph", [value]) if isinstance(value, dict) else value
    return [item for item in graph if isinstance(item, dict)] if isinstance(graph, list) else []
