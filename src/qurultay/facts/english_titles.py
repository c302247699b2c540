"""English words beside names and posts, put right before phrases are made: honours, adjectives of posts, names spelt as auxiliaries."""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.language.pack import Concept, LanguagePack
from qurultay.mentions.nodes import Node

__all__ = ["honoured", "qualifiers", "spelt_alike", "stop_of_title"]

_HONOURS = ("HE", "HH", "HRH", "HM")
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


def spelt_alike(nodes: Sequence[Node]) -> None:
    """Take a capitalised auxiliary beside a name for a part of that name: "Ramazan Can"."""
    for before, node in zip(nodes, nodes[1:], strict=False):
        if node.kind == "AUX" and node.text[0].isupper() and not node.text.isupper() and before.kind in ("NAME", "PLACE"):
            node.kind, node.concept = "NAME", None


def qualifiers(nodes: Sequence[Node], pack: LanguagePack) -> None:
    """Mark adjectives of posts before a role: "UNODC Regional Representative", "senior programme adviser"."""
    words = pack.settings["role_adjectives"]
    role = False
    for node in reversed(nodes):
        qualifies = role and node.kind in ("NAME", "WORD", "ORDINAL") and node.first == node.last and pack.fold(node.text) in words
        if qualifies:
            node.kind, node.concept, node.senses = "WORD", _QUALIFIER, ()
        role = qualifies or node.kind == "ROLE"
