"""Words of English that mean an event told before, or another of its row, without a noun: "it was held", "the second was held in Baku".

Run on the first nodes of a sentence, once its verb groups are put together.
"""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.language.pack import Concept, LanguagePack, Predicate
from qurultay.mentions.nodes import Node, Thing

__all__ = ["ASIDE", "EDITION", "OCCASION", "pointing"]

EDITION = "edition"
"""The rule of an event that is told as another of a row: "the second", "last year's", "a similar one"."""
ASIDE = "aside"
"""The rule of an event that is told as coming before or after the one that the text is at."""
OCCASION = "occasion"
"""The rule of an event that is told as the occasion of what was told before."""
_ADVERBS = 3
"""How many words may stand between such a word and its verb."""
_THEN = frozenset({"then", "later", "thereafter", "afterwards"})
_OWNING = ("'s", "’s")


def pointing(nodes: list[Node], pack: LanguagePack) -> list[Node]:
    """Return the nodes with such words as the events that they point to."""
    for at, node in enumerate(nodes):
        if node.kind == "WORD" and node.text.lower() in pack.settings["pronouns_event"]:
            if _told_of_event(nodes, at + 1):
                _event(node, "event_pronoun")
            elif _told_of_guests(nodes, at + 1):
                node.kind, node.concept = "GROUP", Concept("group", "guest")
        elif _edition(nodes, at, pack):
            _event(node, EDITION)
    return nodes


def _event(node: Node, rule: str) -> None:
    """Make a node one that speaks of an event of any kind."""
    when = node if node.kind == "DATE" else None
    thing = Thing("event", node.start, node.end, kind="Event", rules=(rule,))
    if when is not None:
        thing.when = Node("DATE", node.first, node.last, node.start, node.end, node.text, node.endings, node.things, value=node.value)
    node.kind, node.concept, node.things = "EVENT", Concept("event", "Event"), [thing]


def _edition(nodes: Sequence[Node], at: int, pack: LanguagePack) -> bool:
    """Tell whether a word stands for another event of a row: "the second was held", "next year's will be held", "a similar one held"."""
    node, before = nodes[at], nodes[at - 1] if at else None
    if node.kind == "ORDINAL":
        return before is not None and before.kind == "DET" and _told_of_event(nodes, at + 1)
    if node.kind == "DATE":
        return node.text.endswith(_OWNING) and _told_of_event(nodes, at + 1)
    if node.kind != "WORD" or node.text.lower() != "one" or before is None:
        return False
    other = before.kind == "ORDINAL" or pack.fold(before.text) in pack.settings["another_event"]
    return other and (_told_of_event(nodes, at + 1) or _passed(nodes, at + 1))


def _told_of_event(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a verb follows, adverbs passed over, whose subject can only be an event."""
    verb = next((n for n in nodes[at : at + _ADVERBS] if not adverb(n)), None)
    return verb is not None and verb.kind == "VERB" and any(_of_event(predicate, verb) for predicate, _ in verb.senses)


def _told_of_guests(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a verb follows of which a delegation is the subject: "it then visited the Academy"."""
    verb = next((n for n in nodes[at : at + _ADVERBS] if not adverb(n)), None)
    return verb is not None and verb.kind == "VERB" and bool(verb.frames() & {"visit_site", "lay", "received"})


def _passed(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a participle follows that can be said of an event: "one held in Baku"."""
    return at < len(nodes) and nodes[at].kind == "VERB" and any(p.frame in ("held", "planned") for p, _ in nodes[at].senses)


def _of_event(predicate: Predicate, verb: Node) -> bool:
    """Tell whether the subject of a verb can only be an event: of a passive, or of one that brings people together."""
    held = predicate.frame == "held" and any(word in predicate.words for word in ("place",))
    return predicate.slot("nom") == "event" and (verb.first != verb.last or predicate.frame == "participate" or held)


def adverb(node: Node) -> bool:
    """Tell whether a node may stand between an auxiliary and its verb."""
    if node.concept is not None:
        return node.concept.category == "particle"
    return node.kind == "WORD" and node.text.islower() and (node.text.endswith("ly") or node.text in _THEN)
