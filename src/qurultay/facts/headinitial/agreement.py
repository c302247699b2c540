"""Which noun a participle or a relative pronoun may be said of: it agrees in gender and number where the language has these."""

from __future__ import annotations

from qurultay.facts.phrases import Phrases
from qurultay.mentions.nodes import Node

__all__ = ["agrees"]

_PEOPLE = frozenset({"PERSON", "POST", "ROLE", "NAME", "LIST"})
"""Kinds of node whose gender is that of somebody, and so not told by the noun."""


def agrees(phrases: Phrases, word: Node, noun: Node) -> bool:
    """Tell whether a word may be said of a noun; true where the dictionary of the language knows nothing against it."""
    dictionary = phrases.pack.dictionary
    if dictionary is None:
        return True
    wanted = dictionary.agreement(phrases.pack.fold(word.text).split()[0])
    several = len(noun.things) > 1
    if noun.kind in _PEOPLE or several:
        return not wanted or bool(wanted - {"n"} if not several else wanted & {"p"})
    told = dictionary.genders(phrases.text[noun.start : noun.end])
    return not wanted or not told or bool(wanted & told)
