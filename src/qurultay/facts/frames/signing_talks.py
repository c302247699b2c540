"""Talks that ended in a signing: "the signing followed a bilateral meeting", "the talks that preceded the signing"."""

from __future__ import annotations

from qurultay.facts.events import Event
from qurultay.facts.frames.frame import Frame
from qurultay.mentions.nodes import Clause, Node

__all__ = ["signed_at_talks"]

_AROUND = 40
"""How many characters before and after a noun of talks the words of a signing are looked for in."""


def signed_at_talks(clause: Clause, frame: Frame) -> Event | None:
    """Return the meeting at which two signed what was told before as signed by them; it is no ceremony of its own then."""
    signed = (paper.produced_at for paper in reversed(frame.book.documents) if paper.produced_at is not None)
    event = next((e for e in signed if e.kind == "Ceremony" and e.said[2] == "sign"), None)
    if event is None or frame.scene.headline:
        return None
    for node in (*clause.arguments, *((clause.head,) if clause.head is not None else ())):
        if node.kind == "EVENT" and node.things[0].kind == "Meeting" and not node.things[0].plural and _beside_signing(node, frame):
            event.kind = "Meeting"
            frame.events.mean(node.things[0], event)
            return event
    return None


def _beside_signing(node: Node, frame: Frame) -> bool:
    """Tell whether a signing is told to have come after the talks of a node."""
    text, fold, settings = frame.scene.text, frame.pack.fold, frame.pack.settings
    before = fold(text[max(0, node.start - _AROUND) : node.start]).split()
    while before and any(concept.category == "det" for concept in frame.pack.nouns.get(before[-1], ())):
        before.pop()
    after = fold(" ".join(text[node.end : node.end + _AROUND].split()))
    return " ".join(before).endswith(tuple(settings["after_talks"])) or after.startswith(tuple(settings["before_signing"]))
