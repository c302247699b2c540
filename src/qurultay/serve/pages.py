"""Writes the page of one thing: what is told of it, and under each fact the words that say it, with outlet, date, link and confidence.

Everything that comes from an article or a store goes through :func:`html.escape`; a link is made of http and https addresses only.
Pages hold no script.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from pyoxigraph import Literal, NamedNode

from qurultay import terms
from qurultay.serve.entity import Entity, Evidence, Fact, Former, Source
from qurultay.serve.labels import Labels

__all__ = ["FORMS", "SITE", "address", "entity_page", "framed", "unknown_page", "word"]

FORMS = {"ttl": "Turtle", "jsonld": "JSON-LD", "nq": "N-Quads"}
"""The endings under which ``/data/`` gives a thing as data."""

SITE = (("/", "network"), ("/query", "ask"), ("/void", "dataset"))
"""The server's own pages: address and word."""

_MENTIONS = terms.expand("schema:mentions")
_NAMING = frozenset(map(terms.expand, ("rdf:type", "rdfs:label", "skos:prefLabel", "skos:altLabel")))
_PARTS_OF_POSTS = frozenset(map(terms.expand, ("org:role", "org:organization")))
_TITLES = {"az": "Azərbaycanca", "en": "English", "tr": "Türkçe", "ru": "Русский"}
_MOST, _MOST_WORDS, _MOST_NAMES = 100, 3, 6
_ALL = """SELECT * WHERE {{
  GRAPH ?article {{
    ?claim rdf:subject|rdf:object <{}> ;
      rdf:predicate ?predicate ; q:confidence ?confidence ; oa:hasSelector/oa:exact ?quote
  }}
}}
ORDER BY ?article
"""
_ASSET = Path(__file__).resolve().parent / "words.json"


@cache
def _words() -> dict[str, dict[str, dict[str, str]]]:
    found: dict[str, dict[str, dict[str, str]]] = json.loads(_ASSET.read_text(encoding="utf-8"))
    return found


def word(name: str, language: str) -> str:
    """Return one of the pages' own words."""
    return _words()["ui"][name][language]


def address(node: NamedNode, base: str, *, below: str = "/page/") -> str | None:
    """Return where this server shows a thing; None for what is not below the base of its IRIs.

    >>> address(NamedNode("https://h.example/id/place/baku"), "https://h.example/id/")
    '/page/place/baku'
    """
    return below + quote(node.value.removeprefix(base), safe="/:@!$&'()*+,;=~-._%") if node.value.startswith(base) else None


def framed(title: str, body: str, language: str, *, head: str = "", path: str = "", here: str = "") -> str:
    """Return a whole page: ``body`` below the site's own links. ``path`` is the page's own, for the choice of a language."""
    current = ' aria-current="page"'
    nav = "".join(f'<a href="{to}"{current if name == here else ""}>{escape(word(name, language))}</a>' for to, name in SITE)
    choice = "".join(
        f'<a href="{escape(path)}?lang={code}" lang="{code}" title="{_TITLES[code]}"{current if code == language else ""}>{code}</a>'
        for code in terms.LANGUAGES
    )
    return "\n".join([
        "<!doctype html>",
        f'<html lang="{language}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{escape(title)}</title>",
        '<link rel="icon" href="data:,">',
        f'<link rel="stylesheet" href="/assets/pages.css">{head}',
        "</head>",
        "<body>",
        f'<a class="skip" href="#main">{escape(word("skip", language))}</a>',
        '<header class="site"><a class="brand" href="/">Qurultay</a>',
        f'<nav aria-label="{escape(word("site", language))}">{nav}</nav>',
        f'<nav class="languages" aria-label="{escape(word("language", language))}">{choice}</nav></header>',
        f'<main id="main">\n{body}\n</main>',
        "</body>",
        "</html>",
        "",
    ])  # fmt: skip


def unknown_page(language: str, path: str) -> str:
    """Return the page that says that nothing is known of a thing."""
    body = f"<h1>{escape(word('unknown', language))}</h1>\n<p>{escape(word('unknownHint', language))}</p>"
    return framed(word("unknown", language), body, language, path=path)


def entity_page(found: Entity, labels: Labels, *, base: str, language: str) -> str:
    """Return the page of a thing in one of :data:`~qurultay.terms.LANGUAGES`."""
    return _Page(found, labels, base, language).whole()


class _Page:
    """Writes one page."""

    def __init__(self, found: Entity, labels: Labels, base: str, language: str) -> None:
        self.found, self.labels, self.base, self.language = found, labels, base, language
        self.path = found.node.value.removeprefix(base)

    def whole(self) -> str:
        title = self.labels.of(self.found.node)
        data = {form: address(self.found.node, self.base, below="/data/") for form in FORMS}
        types = {"ttl": "text/turtle", "jsonld": "application/ld+json", "nq": "application/n-quads"}
        head = "".join(f'<link rel="alternate" type="{types[form]}" href="{escape(to or "")}.{form}">\n' for form, to in data.items())
        forms = " · ".join(f'<a href="{escape(to or "")}.{form}">{FORMS[form]}</a>' for form, to in data.items())
        told = (self._replaced(), self._card(forms), self._facts(), self._reference(), self._mentions(), self._naming(), self._former())
        parts = [*self._top(title), *(part for each in told for part in each)]
        return framed(f"{title} · Qurultay", "\n".join(parts), self.language, head=head, path=address(self.found.node, self.base) or "")

    def _top(self, title: str) -> Iterator[str]:
        kinds = " · ".join(escape(self.labels.of(kind)) for kind in self.labels.kinds(self.found.node))
        yield f'<p class="kind">{kinds}</p>\n<h1>{escape(title)}</h1>'

    def _replaced(self) -> Iterator[str]:
        for node in self.found.replaced_by:
            yield f'<p class="notice">{escape(self._word("replaced"))} {self._link(node)}</p>'

    def _card(self, forms: str) -> Iterator[str]:
        rows = []
        title = self.labels.of(self.found.node)
        for language, names in self.labels.names(self.found.node).items():
            shown = [name for name in names if name != title][:_MOST_NAMES]
            if shown:
                tag = f' lang="{language}"' if language in terms.LANGUAGES else ""
                rows.append(
                    (f'{self._word("also")} <span class="code">{escape(language)}</span>', f"<span{tag}>{escape(' · '.join(shown))}</span>")
                )
        rows += self._origin_rows()
        rows.append((self._word("address"), f"<code>{escape(self.found.node.value)}</code>"))
        if self.found.elsewhere:
            rows.append((self._word("elsewhere"), "<br>".join(_out(iri, iri) for iri in self.found.elsewhere)))
        rows.append((self._word("forms"), forms))
        yield '<dl class="card">' + "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in rows) + "</dl>"

    def _origin_rows(self) -> Iterator[tuple[str, str]]:
        """Yield what an article is: outlet, day, language and link, each where it is told."""
        if (source := self.found.source) is not None:
            told = (("publisher", source.publisher), ("datePublished", source.published), ("inLanguage", source.language))
            for name, value in (*told, ("url", source.url)):
                if value:
                    yield escape(self._heading(f"schema:{name}")), _out(value, value) if name == "url" else escape(value)

    def _facts(self) -> Iterator[str]:
        left = _NAMING | {_MENTIONS} | (_PARTS_OF_POSTS if self.found.source else frozenset())
        told = [fact for fact in self.found.said if fact.predicate.value not in left]
        yield from self._sections(told)
        if not told and not self.found.known and not self.found.replaced_by:
            yield f'<p class="hint">{escape(self._word("nothing"))}</p>'

    def _sections(self, facts: Iterable[Fact]) -> Iterator[str]:
        groups: dict[str, list[Fact]] = {}
        for fact in facts:
            groups.setdefault(self._head(fact), []).append(fact)
        order = list(_words()["heads"])
        for key in sorted(groups, key=lambda key: (order.index(key) if key in order else len(order), key)):
            latest = sorted(
                groups[key], key=lambda fact: (max((e.source.published for e in fact.evidence), default=""), str(fact.object)), reverse=True
            )
            heading = f'<h2>{escape(self._heading(key))} <span class="count">{len(latest)}</span></h2>'
            yield f"<section>{heading}\n{self._list(latest)}</section>"

    def _list(self, facts: Sequence[Fact]) -> str:
        """Return facts as a list, and where there are too many a link to ask for all."""
        items = "\n".join(self._fact(fact) for fact in facts[:_MOST])
        return f'<ul class="facts">\n{items}\n</ul>{self._rest(len(facts))}'

    def _head(self, fact: Fact) -> str:
        short = terms.curie(fact.predicate.value)
        if (
            self.found.source is not None and fact.subject != self.found.node
        ):  # an article tells of others: whose fact it is stands in the item
            return "^org:member" if short == "org:member" else short
        return short if fact.subject == self.found.node else f"^{short}"

    def _heading(self, key: str) -> str:
        heads = _words()["heads"]
        if key in heads:
            return heads[key][self.language]
        return self.labels.of(NamedNode(_full(key.removeprefix("^")))) + (" ←" if key.startswith("^") else "")

    def _fact(self, fact: Fact) -> str:
        if fact.subject == self.found.node:
            value = self._value(fact.object)
        elif fact.object == self.found.node:
            value = self._value(fact.subject)
        elif self._head(fact) == "^org:member":
            value = self._value(fact.subject)  # a post is called by its person, role and body
        else:
            value = f"{self._value(fact.subject)} → {self._value(fact.object)}"
        words = [self._evidence(evidence) for evidence in fact.evidence]
        shown, rest = words[:_MOST_WORDS], words[_MOST_WORDS:]
        more = f"<details><summary>{escape(self._word('moreWords').format(n=len(rest)))}</summary>{''.join(rest)}</details>" if rest else ""
        return f'<li><p class="value">{value}</p>{"".join(shown)}{more}</li>'

    def _evidence(self, told: Evidence) -> str:
        language = f' lang="{told.source.language}"' if told.source.language in terms.LANGUAGES else ""
        sure = f"{told.confidence:.2f}"
        meter = f'<meter min="0" max="1" value="{sure}" aria-hidden="true"></meter>'
        parts = [*self._origin(told.source), f'<span class="sure">{meter}{escape(self._word("confidence"))} {sure}</span>']
        return f"<figure><blockquote{language}>{escape(told.quote)}</blockquote><figcaption>{' · '.join(parts)}</figcaption></figure>"

    def _origin(self, source: Source) -> Iterator[str]:
        """Yield outlet, day, article and link of a source, each where it is told."""
        if source.publisher:
            yield f'<span class="outlet">{escape(source.publisher)}</span>'
        if source.published:
            yield f'<time datetime="{escape(source.published)}">{escape(source.published)}</time>'
        if source.article != self.found.node:
            name = source.headline or source.article.value.removeprefix(self.base)
            yield f'<a href="{escape(address(source.article, self.base) or "")}">{escape(name)}</a>'
        if source.url:
            yield _out(source.url, self._word("original"))

    def _reference(self) -> Iterator[str]:
        if self.found.known and self.found.source is None:
            rows = "".join(self._sections(self.found.known))
            hint = f'<p class="hint">{escape(self._word("knownHint"))}</p>'
            yield f'<div class="reference"><h2 class="part">{escape(self._word("known"))}</h2>{hint}{rows}</div>'

    def _mentions(self) -> Iterator[str]:
        facts = [fact for fact in self.found.said if fact.predicate.value == _MENTIONS]
        yield from self._folded("mentions" if self.found.source is None else "", [fact for fact in facts if fact.object == self.found.node])

    def _naming(self) -> Iterator[str]:
        yield from self._folded("naming", [fact for fact in self.found.said if self._names(fact) and fact.subject == self.found.node])

    def _folded(self, name: str, facts: Sequence[Fact]) -> Iterator[str]:
        if facts and name:
            yield self._details(self._word(name), len(facts), self._list(facts))

    def _details(self, title: str, count: int, body: str) -> str:
        return f'<details class="folded"><summary>{escape(title)} <span class="count">{count}</span></summary>{body}</details>'

    def _former(self) -> Iterator[str]:
        if self.found.former:
            items = "".join(self._merge(former) for former in self.found.former)
            yield self._details(self._word("former"), len(self.found.former), f"<ul>{items}</ul>")

    def _merge(self, former: Former) -> str:
        left, kept = (f"<code>{escape(node.value.removeprefix(self.base))}</code>" for node in (former.left, former.kept))
        return f'<li>{left} → {kept}<br><span class="hint">{escape(former.reason)}, {escape(former.score)}</span></li>'

    def _names(self, fact: Fact) -> bool:
        """Tell whether a fact is a name or a kind, which the top of the page shows already."""
        return fact.predicate.value in _NAMING

    def _rest(self, total: int) -> str:
        if total <= _MOST:
            return ""
        sparql = _ALL.format(self.found.node.value)
        to = f"/query#{urlencode({'query': sparql})}"
        return f'<p><a href="{escape(to)}">{escape(self._word("more").format(n=total - _MOST))}</a></p>'

    def _value(self, term: Any) -> str:
        if isinstance(term, Literal):
            tag = f' lang="{term.language}"' if term.language in terms.LANGUAGES else ""
            return (
                _out(term.value, term.value)
                if term.datatype.value == terms.expand("xsd:anyURI")
                else f"<span{tag}>{escape(term.value)}</span>"
            )
        return self._link(term)

    def _link(self, node: Any) -> str:
        if not isinstance(node, NamedNode):
            return escape(str(node))
        to = address(node, self.base)
        text = escape(self.labels.of_post(node, but=self.found.node) or self.labels.of(node))
        return f'<a href="{escape(to)}">{text}</a>' if to else text

    def _word(self, name: str) -> str:
        return word(name, self.language)


def _full(name: str) -> str:
    prefix, _, local = name.partition(":")
    return terms.PREFIXES[prefix] + local if prefix in terms.PREFIXES and not local.startswith("//") else name


def _out(to: str, text: str) -> str:
    """Return a link to elsewhere, or plain text where it is no address of the web."""
    if not to.startswith(("http://", "https://")):
        return escape(text)
    return f'<a class="out" href="{escape(to)}" rel="noopener noreferrer external">{escape(text)}</a>'
