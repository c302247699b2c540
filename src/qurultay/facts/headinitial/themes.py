"""What gatherings are about where nothing quotes it: "a seminar on judicial ethics", "a course on the drafting of judgments"."""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.headinitial.government import many, preposition
from qurultay.facts.headinitial.happenings import merged
from qurultay.facts.phrases import Built, Phrases, named
from qurultay.mentions.nodes import Node

__all__ = ["subject_theme"]

_GATHERINGS = frozenset({"Seminar", "Training", "Conference", "Forum"})
_ABOUT = "on"
_GOES_ON = ("in", "against", "to", "between")
"""Prepositions that go on with a theme before a mere noun: "mediation in family disputes"."""
_AFTER = frozenset({"PREP", "COMMA", "PUNCT", "VERB", "AUX", "DATE", "PLACE", "STATE", "LPAR", "RPAR", "REL", "SUB", "CONJ", "DASH"})
"""Kinds of node before which a theme may end."""
_NOUNS = frozenset({"WORD", "ROLE", "GROUP", "OFFICE", "ORG", "DOCUMENT"})
_BY = "by"
_LONGEST = 12
"""How many nodes a theme takes at most."""


def subject_theme(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """EVENT + "on" + mere nouns: "a workshop on asset recovery"."""
    node = nodes[at]
    if at + 2 >= len(nodes) or nodes[at + 1].text.lower() != _ABOUT or node.things[0].kind not in _GATHERINGS:
        return None
    if node.things[0].plural or node.things[0].theme is not None or many(node) or not phrases.pack.settings["noun_modifiers"]:
        return None
    here = at + 2
    while here < len(nodes) and here - at < _LONGEST and _within(phrases, nodes, here):
        here += 1
    while here > at + 2 and nodes[here - 1].kind in ("PREP", "CONJ"):
        here -= 1
    following = nodes[here] if here < len(nodes) else None
    if here == at + 2 or (following is not None and (following.kind not in _AFTER or _cut_short(following))):
        return None
    start = phrases.text.index(_ABOUT, nodes[at].end) + len(_ABOUT)
    begin = start + len(phrases.text[start : nodes[at + 2].start]) - len(phrases.text[start : nodes[at + 2].start].lstrip())
    node.things[0].theme = (begin, nodes[here - 1].end)
    return merged(nodes[at:here], node), here - at


def _cut_short(following: Node) -> bool:
    """Tell whether a theme goes on with what is no mere noun: "on judgment writing", "on the law of Georgia"."""
    verbal = following.kind == "VERB" and following.text.lower().endswith("ing")
    return following.kind == "CONJ" or verbal or preposition(following, "gen")


def _within(phrases: Phrases, nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a node goes on with a theme: a noun or an adjective in small letters, or what joins it to the next."""
    node, following = nodes[at], nodes[at + 1] if at + 1 < len(nodes) else None
    if following is not None and following.text.lower() == _BY:
        return False  # "on asset recovery run by the Office"
    if node.kind in _NOUNS:
        return node.text.islower() and phrases.pack.fold(node.text) not in phrases.pack.settings["personal"]
    if following is None or following.kind not in _NOUNS or not following.text.islower():
        return False
    bare = not phrases.text[node.end : following.start].strip()  # "in the southern city" is where it was held
    joins = named(node, "CONJ", "and") or preposition(node, "gen") or (bare and node.kind == "PREP" and node.text.lower() in _GOES_ON)
    return joins and not any(phrases.pack.fold(following.text) in phrases.pack.settings[key] for key in ("day", "ahead"))
