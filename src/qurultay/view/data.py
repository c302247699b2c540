"""Tells what was gathered as plain values that stand in a page as JSON: things, facts with their quotes, and the network.

Things are numbered; a fact is ``[subject, predicate, object, quotes]``, where the object is a number, or ``[text, language]``; a
quote is ``[article, start, end, confidence]`` with code point offsets, whose words stand in the article's ``words``.
"""

from __future__ import annotations

import re
from typing import Any, TypeAlias

import networkx as nx

from qurultay.network import KINDS
from qurultay.terms import LANGUAGES, PREFIXES, curie, expand, family
from qurultay.view.gathering import Claim, Told, patches

__all__ = ["Json", "data", "shown"]

Json: TypeAlias = dict[str, Any]

_QUOTES = 6
"""So many quotes of a fact are kept, the surest: what two hundred articles repeat needs no two hundred proofs."""

_NAMING = frozenset(map(expand, ("rdfs:label", "skos:altLabel", "schema:datePublished", "schema:publisher")))
_SHARED = frozenset({"state", "place", "person", "organization", "membership"})
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
_WEB = re.compile(r"https?://[^\s<>\"'`{}|\\^]+", re.IGNORECASE)


def shown(text: str) -> str:
    """Return a text with a sign of replacement for each control character, and each that turns the direction of writing.

    The length stays, and with it the offsets.

    >>> shown("Bakı\\u202e gpj.exe")
    'Bakı\ufffd gpj.exe'
    """
    return _UNSEEN.sub("\ufffd", text)


def data(told: Told) -> Json:
    """Return the values of a page; a store that tells nothing gives lists that are empty."""
    facts = {claim: quotes[:_QUOTES] for claim, quotes in told.claims.items() if _is_shown(told, claim)}
    networks = {"organization": told.cooperation("organization"), "state": told.cooperation("state")}
    iris = {quote.article for quotes in facts.values() for quote in quotes}
    for claim in facts:
        iris |= {claim.subject} if claim.literal else {claim.subject, claim.object}
    for graph in networks.values():
        iris |= {*graph, *(occasion for _, _, occasions in graph.edges(data="occasions") for occasion in occasions)}
    iris |= {state for thing in iris if (state := told.state(thing))}
    numbers = {iri: number for number, iri in enumerate(sorted(iris))}
    predicates = sorted({claim.predicate for claim in facts})
    words = patches(told.claims)
    return {
        "format": 1,
        "base": told.base,
        "things": [_thing(told, iri, numbers, words.get(iri, [])) for iri in numbers],
        "predicates": [curie(predicate) for predicate in predicates],
        "facts": [
            [
                numbers[claim.subject],
                predicates.index(claim.predicate),
                [shown(claim.object), claim.language] if claim.literal else numbers[claim.object],
                [[numbers[it.article], it.start, it.end, round(it.confidence, 3)] for it in quotes],
            ]
            for claim, quotes in facts.items()
        ],
        "kinds": list(KINDS),
        "network": {name: [_edge(numbers, *edge) for edge in _edges(graph)] for name, graph in networks.items()},
        "terms": {curie(term): labels for term, labels in told.terms.items() if _is_used(term, told, numbers, predicates)},
    }


def _edges(graph: nx.MultiGraph) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Return the relations of a network, sorted, each with its occasions; the lesser IRI stands first."""
    return sorted((min(a, b), max(a, b), kind, its["occasions"]) for a, b, kind, its in graph.edges(keys=True, data=True))


def _edge(numbers: dict[str, int], one: str, other: str, kind: str, occasions: tuple[str, ...]) -> list[Any]:
    return [numbers[one], numbers[other], KINDS.index(kind), [numbers[occasion] for occasion in occasions]]


def _is_shown(told: Told, claim: Claim) -> bool:
    if claim.predicate in _NAMING:
        return False
    return claim.predicate != expand("rdf:type") or family(told.kind(claim.subject)) not in _SHARED


def _is_used(term: str, told: Told, numbers: dict[str, int], predicates: list[str]) -> bool:
    return term in numbers or term in predicates or (term.startswith(PREFIXES["q"]) and term[len(PREFIXES["q"]) :][:1].isupper())


def _thing(told: Told, iri: str, numbers: dict[str, int], words: list[tuple[int, str]]) -> Json:
    kind = told.kind(iri)
    if not kind:
        return {"id": curie(iri), "family": "term"}
    found: Json = {"id": iri.removeprefix(told.base), "family": "article" if kind == "Article" else family(kind), "kind": kind}
    names = [(shown(name), language) for name, language in told.names(iri)]
    if names:
        found["names"] = {language: name for name, language in reversed(names) if language in LANGUAGES} or {"": names[0][0]}
        found["also"] = [name for name in dict.fromkeys(name for name, _ in names) if name not in found["names"].values()]
    state, days = told.state(iri), told.days(iri)
    if state:
        found["state"] = numbers[state]
    if days:
        found["days"] = list(days)
    if kind == "Article":
        found |= _article(told, iri)
        found["words"] = [[start, shown(text)] for start, text in words]
    return found


def _article(told: Told, iri: str) -> Json:
    values = {
        name: next(iter(told.texts(iri, predicate)), "")
        for name, predicate in (
            ("headline", "schema:headline"), ("published", "schema:datePublished"), ("language", "schema:inLanguage"),
            ("outlet", "schema:publisher"), ("url", "schema:url"), ("name", "schema:identifier"),
        )
    }  # fmt: skip
    values["published"] = values["published"][:10]
    if not _WEB.fullmatch(values["url"]):
        values["url"] = ""
    return {name: shown(value) for name, value in values.items() if value}
