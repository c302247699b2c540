"""Rules of noun phrases where heads come first: documents by their titles, bodies and subjects."""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.headinitial.government import complement, many, preposition
from qurultay.facts.headinitial.happenings import merged
from qurultay.facts.phrases import Built, Phrases, named, span
from qurultay.mentions.nodes import Node

__all__ = ["document", "named_document", "signing"]

_ON = ("on", "for", "regarding", "concerning", "in the field of", "in the area of", "in the sphere of", "about", "against")
"""Prepositions before what a document is about."""
_WITHIN = ("of", "in", "for", "to", "and", "against")
"""Prepositions within what it is about."""
_SUBJECT = frozenset({"WORD", "NAME", "VN", "GROUP", "OFFICE", "NUMBER"})
"""Kinds of node that may tell it, where they speak of nothing by themselves."""
_LONG = 11
"""How many nodes it may take."""
_WORDS = 4
"""How many words a title, or what a document is about, goes on for at most."""


def named_document(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """NAME or place + DOCUMENT, DOCUMENT + QUOTE: its title: "Bishkek Declaration", "программа «…»"."""
    node, following = nodes[at], nodes[at + 1] if at + 1 < len(nodes) else None
    if following is None:
        return None
    if node.kind in ("NAME", "PLACE") and following.kind != "DOCUMENT" and phrases.pack.settings["noun_modifiers"]:
        return _long_title(phrases, nodes, at)
    if node.kind == "DOCUMENT":
        if following.kind != "QUOTE" or node.things[0].name:
            return None
        node.things[0].name = following.value
        return merged(nodes[at : at + 2], node), 2
    if following.kind != "DOCUMENT" or following.things[0].name or many(following):
        return None
    if node.kind == "QUOTE":
        following.things[0].name = node.value
    elif node.text[0].isupper() and (node.kind == "NAME" or following.text[0].isupper()):
        following.things[0].name = phrases.words(nodes[at : at + 2])
    else:
        return None
    return merged(nodes[at : at + 2], following), 2


def _long_title(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Capitalised words + DOCUMENT: "Central Asia Rule of Law Programme"."""
    here = at + 1
    while here < len(nodes) and here < at + _WORDS and nodes[here].kind in ("WORD", "NAME") and nodes[here].text[0].isupper():
        here += 1
    if here >= len(nodes) or nodes[here].kind != "DOCUMENT" or nodes[here].things[0].name or not nodes[here].text[0].isupper():
        return None
    nodes[here].things[0].name = phrases.words(nodes[at : here + 1])
    return merged(nodes[at : here + 1], nodes[here]), here + 1 - at


def document(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """DOCUMENT + "of" BODY or EVENT, + "on" what it is about: its name goes on."""
    node = nodes[at]
    here = complement(phrases, nodes, at)
    thing = node.things[0]
    if here is not None and nodes[here].kind in ("ORG", "EVENT", "WORD", "NAME", "GROUP"):
        if nodes[here].kind in ("ORG", "EVENT"):
            thing.name = thing.name or phrases.words(nodes[at : here + 1])
        return merged(nodes[at : here + 1], node), here + 1 - at
    if phrases.pack.settings["fixed_order"]:
        last = _subject_end(nodes, at)
        return (merged(nodes[at : last + 1], node), last + 1 - at) if last > at else None
    if at + 2 < len(nodes) and preposition(nodes[at + 1], "about") and nodes[at + 2].kind in ("WORD", "NAME", "VN", "DOCUMENT"):
        last = at + 2
        while last + 1 < len(nodes) and last < at + _WORDS and nodes[last + 1].kind in ("WORD", "NAME") and nodes[last].kind == "WORD":
            last += 1
        return merged(nodes[at : last + 1], node), last + 1 - at
    return None


def _subject_end(nodes: Sequence[Node], at: int) -> int:
    """Return where a document's subject or years end that are told after it: "on the exchange of experience", "for 2024-2026"."""
    here = at + 1
    if here + 1 >= len(nodes) or nodes[here].kind != "PREP" or nodes[here].text.lower() not in _ON:
        return at
    years = nodes[here].text.lower() == "for" and nodes[here + 1].kind == "DATE" and nodes[here + 1].things[0].kind in ("year", "years")
    if years:
        return here + 1
    last, here = at, here + 1
    while here < len(nodes) and here < at + _LONG:
        node = nodes[here]
        if (node.kind in _SUBJECT and not node.things) or (node.kind == "DOCUMENT" and last == here - 1 > at):
            last = here
        elif not (named(node, "CONJ", "and") or (node.kind == "PREP" and node.text.lower() in _WITHIN)):
            break
        here += 1
    return last


def signing(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "the signing of" DOCUMENT, "подписание" DOCUMENT: the document, of which the clause may tell that it was signed."""
    here = complement(phrases, nodes, at) if named(nodes[at], "WORD", "signing") else None
    if here is None or nodes[here].kind != "DOCUMENT":
        return None
    told = span(nodes[at : here + 1], "DOCUMENT", nodes[here].things, endings=nodes[at].endings, value="SIGNED")
    told.concept = nodes[here].concept
    return told, here + 1 - at
