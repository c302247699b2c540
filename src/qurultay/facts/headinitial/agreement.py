"""Which noun a participle or a relative pronoun may be said of: it agrees in gender and number where the language has these."""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.phrases import Phrases
from qurultay.mentions.nodes import Node

__all__ = ["agrees", "apart", "in_case"]

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


def in_case(node: Node, cases: frozenset[str]) -> None:
    """Keep of the cases in which a person's name may stand those of a word that agrees with it: "Е.Касымова, возглавившего" is a man."""
    forms = node.things[0].by_case if node.kind == "PERSON" and len(node.things) == 1 else {}
    if cases & forms.keys():
        node.things[0].by_case = {case: form for case, form in forms.items() if case in cases}
        node.endings = tuple(e for e in node.endings if e.case in cases) or node.endings


def apart(before: Sequence[Node], after: Sequence[Node]) -> None:
    """Tell object from subject, one on each side of a verb: where one can only be in the nominative, the other is not."""
    for ones, others in ((before, after), (after, before)):
        acting = [n for n in ones if n.kind == "PERSON" and n.cases() == {"nom"}]
        for node in others if acting else ():
            if node.kind == "PERSON" and node.has("nom") and node.has("acc"):
                in_case(node, frozenset(node.cases() - {"nom"}))
