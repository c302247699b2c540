"""What every group of frames is made of."""

from __future__ import annotations

from qurultay.facts.frames.event_nouns import EventNouns
from qurultay.mentions.nodes import Node

__all__ = ["Frame"]


class Frame:
    """A group of frames: the clauses of some verbs, with what is needed to read them."""

    def __init__(self, events: EventNouns) -> None:
        self.events, self.scene = events, events.scene
        self.arguments, self.referents, self.attendance = events.arguments, events.referents, events.attendance
        self.pack, self.discourse, self.book = self.scene.pack, self.scene.discourse, self.scene.book

    def is_it(self, node: Node) -> bool:
        """Tell whether a word is "it" as an object."""
        return node.kind == "WORD" and self.pack.fold(node.text) in self.pack.settings["pronouns_acc"]
