"""English words beside names and posts, put right before phrases are made: honours, adjectives of posts, names spelt as auxiliaries."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from qurultay.language.pack import Concept, LanguagePack
from qurultay.language.suffixes import Ending
from qurultay.mentions.nodes import Node

__all__ = ["fields", "honoured", "opening_name", "qualifiers", "spelt_alike", "stop_of_title", "the_two"]

_HONOURS = ("HE", "HH", "HRH", "HM")
_ADDRESS = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "sir", "dame", "lord"})
_OPENING = 2
_BARS = ("bar", "bars")
_QUALIFIER = Concept("word", "qualifier")


def honoured(nodes: Sequence[Node], at: int) -> int:
    """Return how many nodes an honour in capitals takes, with the article after it: "HE the Minister"; 0 where none stands here."""
    if nodes[at].text not in _HONOURS or at + 1 >= len(nodes):
        return 0
    article = nodes[at + 1].kind == "DET"
    here = at + 1 + article
    return 1 + article if here < len(nodes) and nodes[here].kind in ("ROLE", "TITLE", "NAME", "STATE", "DEMONYM") else 0


def stop_of_title(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a full stop belongs to the title before it: "Prof." """
    return at > 0 and nodes[at].text == "." and nodes[at - 1].kind == "TITLE" and nodes[at].start == nodes[at - 1].end


def spelt_alike(nodes: Sequence[Node], pack: LanguagePack) -> None:
    """Take words beside a name for a part of that name: an auxiliary, "Ramazan Can", a town, "Ms Sofia Lindgren", "Van den Abeele"."""
    for at, node in enumerate(nodes[:-1]):
        outlet = node.kind == "ORG" and len(node.things) == 1 and node.things[0].kind == "NewsAgency" and not node.text.isupper()
        if (node.kind in ("PLACE", "STATE") or outlet) and node.first == node.last and _part_of_name(nodes, at, pack):
            node.kind, node.things, node.value = "NAME", (), ""
    for at, node in enumerate(nodes):
        if _talker(nodes, at) or (node.kind == "OFFICE" and node.text.lower() in _BARS and node.text != "Bar"):
            node.kind, node.concept = "WORD", None
        if node.kind == "VERB" and at > 1 and _names_what_for(nodes, at):
            node.kind, node.senses = "WORD", ()
    for before, node in pairwise(nodes):
        if node.kind == "AUX" and node.text[0].isupper() and not node.text.isupper() and before.kind in ("NAME", "PLACE"):
            node.kind, node.concept = "NAME", None


def opening_name(nodes: Sequence[Node], pack: LanguagePack) -> None:
    """Take a capitalised first word before a particle and a name for a given name: "Pierre von Arx"."""
    if len(nodes) <= _OPENING or nodes[0].kind != "WORD" or nodes[0].concept is not None or not nodes[0].text[0].isupper():
        return
    if nodes[2].kind == "NAME" and nodes[1].kind == "WORD" and nodes[1].text in pack.particles:
        nodes[0].kind = "NAME"


def _names_what_for(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a capitalised verbal noun says what a body is for: "Bureau for Coordinating the Fight against Organized Crime"."""
    node, before = nodes[at], nodes[at - 1]
    if not node.text[0].isupper() or node.first != node.last:
        return False
    here = at - 1
    while here > 0 and nodes[here].kind in ("PREP", "DET", "WORD", "NAME", "CONJ") and (nodes[here].text[0].isupper() or here == at - 1):
        here -= 1
    joined = before.kind in ("PREP", "DET") or (before.kind == "CONJ")
    return joined and nodes[here].kind == "OFFICE" and nodes[here].text[0].isupper()


def _part_of_name(nodes: Sequence[Node], at: int, pack: LanguagePack) -> bool:
    """Tell whether a town or state is but a part of somebody's name: after a form of address, or as a particle between names."""
    before, after = nodes[at - 1] if at else None, nodes[at + 1]
    if before is not None and before.kind == "NAME" and pack.fold(nodes[at].text) in pack.particles:
        return after.kind == "NAME" or pack.fold(after.text) in pack.particles
    addressed = before is not None and before.kind == "TITLE" and before.text.lower().rstrip(".") in _ADDRESS
    headed = before is not None and before.kind == "PREP" and nodes[at].kind != "ORG" and before.text.lower() != "by"
    named = pack.fold(nodes[at].text) in pack.settings["given_names"] and not headed
    return after.kind == "NAME" and (addressed or named)


def _talker(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether "speaker" is one who speaks, and not one who presides over a parliament: in small letters, of nothing."""
    node, before, after = nodes[at], nodes[at - 1] if at else None, nodes[at + 1] if at + 1 < len(nodes) else None
    if node.text not in ("speaker", "speakers") or node.kind != "ROLE":
        return False
    owned = before is not None and (before.kind in ("ORG", "OFFICE", "STATE", "DEMONYM") or any(e.case == "gen" for e in before.endings))
    return not owned and not (after is not None and after.text == "of")


def the_two(nodes: Sequence[Node]) -> None:
    """Take "the two", "both" without a noun for the two sides: "The two also signed a protocol"."""
    for at, node in enumerate(nodes[:-1]):
        alone = nodes[at + 1].kind in ("VERB", "AUX", "PARTICLE") and not nodes[at + 1].text[0].isupper()
        numeral = node.text.lower() == "two" and at > 0 and nodes[at - 1].text.lower() == "the"
        if node.kind == "DET" and alone and numeral:
            node.kind, node.concept, node.endings = "GROUP", Concept("group", "side"), (Ending("side", plural=True),)


def fields(nodes: Sequence[Node], pack: LanguagePack) -> None:
    """Take capitalised common nouns after a role or the head of a body for no name: "Rector for Cooperation A", "Council of Ethics A"."""
    words, inside = pack.settings["field_words"], False
    for at, (before, node) in enumerate(pairwise(nodes), start=1):
        opens = before.kind == "PREP" and before.text.lower() in ("for", "of", "on") and at > 1 and nodes[at - 2].kind in ("ROLE", "OFFICE")
        joined = node.kind == "COMMA" or (node.concept is not None and node.concept.category == "conj")
        inside = (inside or opens) and (joined or node.kind == "WORD" or pack.fold(node.text) in words)
        if inside and node.kind in ("NAME", "ROLE") and pack.fold(node.text) in words:
            node.kind, node.concept = "WORD", None


def qualifiers(nodes: Sequence[Node], pack: LanguagePack) -> None:
    """Mark adjectives of posts before a role: "UNODC Regional Representative", "senior programme adviser"."""
    words = pack.settings["role_adjectives"]
    role = False
    for before, node in zip([*reversed(nodes[:-1]), None], reversed(nodes), strict=True):
        qualifies = role and node.kind in ("NAME", "WORD", "ORDINAL") and node.first == node.last and pack.fold(node.text) in words
        then = role and node.text.lower() == "then" and before is not None and before.kind == "DET"
        if qualifies or then:  # "the then Head of the Office"
            node.kind, node.concept, node.senses = "WORD", _QUALIFIER, ()
        role = qualifies or node.kind == "ROLE"
