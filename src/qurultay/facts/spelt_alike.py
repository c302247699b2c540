"""English words that are spelt as verbs and are none: participles before their nouns, nouns after an article, adjectives after a verb."""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.mentions.nodes import Node

__all__ = ["adjectival", "after_verb", "nominal"]

_HEADS = frozenset({"WORD", "NAME", "EVENT", "OFFICE", "ROLE", "DOCUMENT", "DELEGATION", "GROUP", "TITLE", "DEMONYM", "ORG"})
"""Kinds of node before which a participle is an adjective, after an article."""
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "every", "each", "another"})
"""Words after which a verb can only be a noun that is spelt alike: "the transfer", "a return"."""


def adjectival(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a participle stands before its noun: "the visiting delegation", "an extended meeting"."""
    if at == 0 or at + 1 >= len(nodes) or nodes[at].first != nodes[at].last or not nodes[at].text.lower().endswith(("ed", "ing")):
        return False
    before, after = nodes[at - 1], nodes[at + 1]
    article = before.concept is not None and before.concept.category == "det"
    unknown = all(not predicate.frame for predicate, _ in nodes[at].senses)
    adjective = before.kind == "WORD" and before.concept is None and before.text.endswith("ly")
    prep = before.concept is not None and before.concept.category in ("prep", "ordinal")
    owner = any(e.case == "gen" for e in before.endings)
    if prep and before.text.lower() != "to" and after.kind in ("WORD", "GROUP") and nodes[at].text.lower().endswith("ed"):
        return True
    return after.kind in _HEADS and (article or owner or ((prep or adjective) and unknown))


def nominal(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a verb without an ending of the past is a noun that is spelt alike: "the transfer of A", "his return to B"."""
    node = nodes[at]
    if at == 0 or node.first != node.last or node.forms() - {"base", "fin"} or node.text.lower().endswith("ed"):
        return False
    if any(f.tense == "past" for _, f in node.senses):
        return False
    if nodes[at - 1].kind == "DEMONYM" and node.text.endswith("s"):
        return True
    return nodes[at - 1].kind == "DET" and nodes[at - 1].text.lower() in _ARTICLES


def after_verb(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether what might be a verb of which nothing is told is an adjective after another verb: "held separate meetings"."""
    before = nodes[at - 1] if at else None
    silent = all(predicate.frame in ("", "other") for predicate, _ in nodes[at].senses)
    acts = before is not None and before.kind == "VERB" and before.first == before.last and any(f.tense == "past" for _, f in before.senses)
    return acts and silent and nodes[at].forms() <= {"base", "fin"} and not any(f.tense == "past" for _, f in nodes[at].senses)
