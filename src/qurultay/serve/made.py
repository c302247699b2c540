"""Makes what is no answer to a query: pages and data of one thing, the view, the descriptions; runs in a worker process."""

from __future__ import annotations

import gzip
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from pyoxigraph import RdfFormat, serialize

from qurultay import terms
from qurultay.exports.description import PREFIXES, Publication, describe
from qurultay.exports.jsonld import write_jsonld
from qurultay.exports.lines import steady
from qurultay.serve.answers import GRAPHS, RefusedError, Reply
from qurultay.serve.entity import UNKNOWN, about, gathered, is_known, named
from qurultay.serve.labels import Labels
from qurultay.serve.pages import SITE, address, entity_page, unknown_page, word
from qurultay.store import EmbeddedView

__all__ = ["DATA", "MADE"]

DATA = {"text/turtle": "ttl", "application/ld+json": "jsonld", "application/n-quads": "nq"}
"""The forms in which a thing is given as data: media type and ending."""

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"<>\n]+)">')


def _page(store: ox.Store, *, base: str, path: str, language: str) -> Reply:
    """Return the page of a thing; 404 where nothing is known of it."""
    node = named(path, base)
    kind = "text/html; charset=utf-8"
    if not is_known(store, node):
        return Reply(404, kind, unknown_page(language, address(node, base) or "").encode())
    labels = Labels(store, base=base, language=language)
    return Reply(200, kind, entity_page(gathered(store, node), labels, base=base, language=language).encode())


def _data(store: ox.Store, *, base: str, path: str, kind: str, size: int) -> Reply:
    """Return what is known of a thing as data; 404 where that is nothing, 413 where it is more than so many bytes."""
    node = named(path, base)
    if not is_known(store, node):
        raise RefusedError(404, UNKNOWN)
    quads = about(store, node)
    if kind == "application/ld+json":
        out = io.BytesIO()
        write_jsonld(quads, out)
        body = out.getvalue()
    elif kind == "text/turtle":
        unique = sorted({quad.triple for quad in quads}, key=str)
        body = steady(serialize(unique, format=RdfFormat.TURTLE, prefixes=terms.PREFIXES) or b"")
    else:
        body = serialize(quads, format=RdfFormat.N_QUADS) or b""
    if len(body) > size:
        raise RefusedError(413, f"more than {size} bytes are known of this thing: ask for a part of them at /sparql")
    return Reply(200, f"{kind}; charset=utf-8" if kind.startswith("text/") else kind, body)


def _view(store: ox.Store, *, base: str, place: str) -> Reply:
    """Return the page of the whole store in each language, packed, one after the other; headers tell their lengths and their policy."""
    from qurultay.view.assembly import written
    from qurultay.view.data import data
    from qurultay.view.gathering import gather

    found = data(gather(EmbeddedView(Path(place), store, base=base)))
    links = {to: {language: word(name, language) for language in terms.LANGUAGES} for to, name in SITE if to != "/"}
    texts = [written(found, language=language, entities="/id/", links=links) for language in terms.LANGUAGES]
    policy = _POLICY.search(texts[0])
    packed = [gzip.compress(text.encode(), 5, mtime=0) for text in texts]
    told = {"lengths": " ".join(str(len(body)) for body in packed), "policy": policy[1] if policy else ""}
    return Reply(200, "text/html; charset=utf-8", b"".join(packed), told)


def _description(store: ox.Store, *, base: str, place: str, kind: str, licence: str | None, endpoint: str) -> Reply:
    """Return the description of the data set and of its endpoint (VoID, DCAT, SPARQL 1.1 Service Description)."""
    view = EmbeddedView(Path(place), store, base=base)
    triples = sorted(describe(view, publication=Publication(licence, endpoint)), key=str)
    data = serialize(triples, format=GRAPHS[kind], prefixes=None if "n-" in kind else PREFIXES) or b""
    return Reply(200, f"{kind}; charset=utf-8" if kind.startswith("text/") else kind, steady(data) if kind == "text/turtle" else data)


MADE: dict[str, Callable[..., Any]] = {"page": _page, "data": _data, "view": _view, "description": _description}
"""What a worker can make, by name."""
