"""What every group of frames is made of."""

from __future__ import annotations

from qurultay.facts.frames.event_nouns import EventNouns

__all__ = ["Frame"]


class Frame:
    """A group of frames: the clauses of some verbs, with what is needed to read them."""

    def __init__(self, events: EventNouns) -> None:
        self.events, self.scene = events, events.scene
        self.arguments, self.referents, self.attendance = events.arguments, events.referents, events.attendance
        self.pack, self.discourse, self.book = self.scene.pack, self.scene.discourse, self.scene.book
