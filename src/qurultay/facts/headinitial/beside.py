"""Where and when an event was, told beside its noun and not by its verb: "at a conference in Geneva on 6 March", "last year's session".

The place and the day stand right after the noun, or after its topic; a day in the genitive stands before it. Whatever clause the
noun belongs to, they are said of the event.
"""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.phrases import Phrases
from qurultay.mentions.nodes import Node

__all__ = ["beside"]

_TOPIC = 8
"""How many words of its topic may stand between an event and its place or day."""
_NEAR = 8
"""How many characters before a state its preposition is looked for in."""
_ON = frozenset({"on", "in", "from", "between", "during", "over"})
"""Prepositions before the day of an event."""
_ABOUT = frozenset({"on", "about", "for", "concerning", "regarding"})
"""Prepositions before what an event is about, or whom it is for."""
_TOPICAL = frozenset({"WORD", "NAME", "PREP", "DET", "GROUP", "ROLE", "CONJ", "DOCUMENT", "OFFICE", "NUMBER"})
"""Kinds of node of which a topic may be made."""
_OWNING = ("'s", "’s")
_SPANS = frozenset({"day", "month", "year", "interval"})


def beside(phrases: Phrases, nodes: Sequence[Node]) -> None:
    """Give each event of a sentence the place and the day told beside its noun."""
    for at, node in enumerate(nodes):
        if node.kind != "EVENT" or not node.things or node.things[0].plural:
            continue
        thing = node.things[0]
        if thing.rules == ("event_pronoun",):
            continue
        _before(nodes, at)
        here = _after(phrases, nodes, at + 1, node)
        if here == at + 1:
            _after(phrases, nodes, _topic(nodes, at + 1), node, far=True)


def _whole(nodes: Sequence[Node], at: int) -> bool:
    """ "Told a session of the forum in Baku on Friday": of which event another is a part, whose day is told."""
    part = next((n for n in nodes[max(0, at - 2) : at] if n.kind == "EVENT" and n.things and n.things[0].kind == "Session"), None)
    return part is not None and nodes[at].cases() == {"gen"}


def _day(node: Node) -> bool:
    return node.kind == "DATE" and bool(node.value) and bool(node.things) and node.things[0].kind in _SPANS and not node.things[0].national


def _before(nodes: Sequence[Node], at: int) -> None:
    """ "Monday's talks", "last year's annual session", "the 2023 conference": the day or the year before the noun."""
    here = at - 1
    while here > 0 and here >= at - 3 and nodes[here].kind == "WORD" and nodes[here].text.islower():
        here -= 1
    if here < 0 or nodes[here].kind != "DATE" or not _day(nodes[here]):
        return
    if nodes[here].text.endswith(_OWNING) or (here and nodes[here - 1].kind == "DET"):
        nodes[at].things[0].when = nodes[at].things[0].when or nodes[here]
        nodes[here].things[0].national = "attributive"


def _after(phrases: Phrases, nodes: Sequence[Node], here: int, event: Node, *, far: bool = False) -> int:
    """Read the place and the day that stand one after the other; return where they end."""
    thing, whole = event.things[0], here > 0 and nodes[here - 1] is event and _whole(nodes, here - 1)
    while here < len(nodes):
        node = nodes[here]
        within = phrases.text[max(0, node.start - _NEAR) : node.start].lower().split()[-2:]
        placed = node.kind == "PLACE" or (node.kind == "STATE" and not far and "in" in within)
        if placed and node.has("loc") and len(node.things) == 1 and not thing.place and thing.kind != "Visit":
            thing.place = list(node.things)
        elif _day(node) and thing.when is None and not whole:
            thing.when = node
        elif node.kind == "COMMA" and _title(nodes, here + 1) and thing.theme is None:
            thing.theme = (nodes[here + 1].things[0].start, nodes[here + 1].things[0].end)
            here += 1
        elif not (node.kind == "PREP" and node.text.lower() in _ON and here + 1 < len(nodes) and _day(nodes[here + 1])):
            break
        here += 1
    return here


def _title(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether the title of an event stands after a comma: "Wednesday's conference in Chisinau, “Judges in the Dock”"."""
    if at >= len(nodes) or nodes[at].kind != "QUOTE" or not nodes[at].things or not nodes[at].value[:1].isupper():
        return False
    return at + 1 == len(nodes) or nodes[at + 1].kind in ("COMMA", "PUNCT", "REL", "DASH")


def _about(node: Node) -> bool:
    """Tell whether a node is what an event is about or for, or the preposition before it."""
    return (node.kind == "PREP" and node.text.lower() in _ABOUT) or bool(node.cases() & {"for", "about", "ins"})


def _topic(nodes: Sequence[Node], here: int) -> int:
    """Return where the topic of an event ends: "on the recovery of assets" before "in Geneva"; ``here`` where there is none."""
    if here >= len(nodes) or not (_about(nodes[here]) or nodes[here].kind in ("WORD", "NAME", "GROUP", "ROLE")):
        return here
    end = here + 1
    while end < len(nodes) and end <= here + _TOPIC:
        node = nodes[end]
        if (node.kind == "PLACE" and node.has("loc")) or _day(node):
            return end
        if node.kind not in _TOPICAL and not _about(node):
            return here
        end += 1
    return here
