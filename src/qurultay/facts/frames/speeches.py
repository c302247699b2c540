"""Speeches told by their nouns, in whatever clause: whose they were, and at which event."""

from __future__ import annotations

from itertools import pairwise

from qurultay.facts.events import Event
from qurultay.facts.frames.arguments import marked, words_of
from qurultay.facts.frames.frame import Frame
from qurultay.mentions.nodes import Clause, Node

__all__ = ["Speeches"]

_SPEECHES = frozenset({"speech", "talk"})
"""What nouns for a speech are called; of a report people are told that they give it, and not the bodies that only wrote it."""


class Speeches(Frame):
    """Reads the nouns of speeches."""

    def speeches(self, clause: Clause) -> None:
        """ "X-in çıxışından sonra": whose speech is told in whatever clause spoke at the event that the text is at."""
        event = self.book.current
        if event is None or event.status != "Held" or self.scene.headline:
            return
        self._papers(clause, event)
        self._next(clause, event)
        self._in_speech(clause, event)
        for node, noun in pairwise(clause.arguments):
            if noun.concept is not None and noun.concept.name == "speech" and node.has("gen") and node.kind in ("PERSON", "POST", "ROLE"):
                self._spoken(clause, node, event)

    def _spoken(self, clause: Clause, node: Node | None, event: Event, *, bodies: bool = False) -> None:
        """Note that the people, and the ``bodies``, of a phrase gave a speech at an event."""
        for _, referent in self.referents.of(node):
            if referent.sort == "person" or (referent.sort == "org" and bodies):
                self.attendance.add(self._talk(event), referent, words_of(clause, node, "speech"), speaks=referent.sort == "person")

    def _papers(self, clause: Clause, event: Event) -> None:
        """ "It heard papers by A, on X, and by B", "presentations by A and B followed": who gave them spoke at the event."""
        papers = next((n for n in clause.arguments if n.concept is not None and n.concept.name in _SPEECHES), None)
        if papers is None or clause.form != "fin" or clause.tense != "past":
            return
        self.referents.introduce_by(clause, papers)
        bodies = papers.concept is not None and papers.concept.name == "speech"
        beside = [n for n in marked(clause, "abl") if n.kind in ("PERSON", "LIST") and n.first == papers.last + 1]
        for node in [*marked(clause, "by"), *beside]:
            if node.first > papers.last:
                self._spoken(clause, node, event, bodies=bodies)

    def _in_speech(self, clause: Clause, event: Event) -> None:
        """ "A, in her keynote address, paid tribute to B", "in his speech A thanked C": who did it spoke, whatever the verb is."""
        if clause.form != "fin" or clause.tense != "past":
            return
        said = any(
            sign.kind == "PREP" and noun.concept is not None and noun.concept.name == "speech" and self._owned(sign, noun)
            for sign, noun in pairwise([n for n in clause.arguments if n.kind != "WORD" or n.concept is not None])
        )
        agent = next((n for n in clause.arguments if n.kind in ("PERSON", "LIST", "POST") and n.cases() == {"nom"}), None)
        if said:
            self._spoken(clause, agent, event)

    def _owned(self, sign: Node, noun: Node) -> bool:
        """Tell whether a speech after a preposition is that of him who acts: "in his opening remarks"."""
        words = self.pack.fold(self.scene.text[sign.start : noun.start]).split()
        return len(words) > 1 and words[1] in self.pack.settings["his"]

    def _next(self, clause: Clause, event: Event) -> None:
        """ "A took the floor first, followed by B": who spoke after those of whom a clause of speech tells."""
        told = any(n.concept is not None and n.concept.name in _SPEECHES for n in clause.arguments)
        for node in marked(clause, "next") if told or clause.verb.frames() & {"speak", "say"} else ():
            self._spoken(clause, node, event)

    def _talk(self, event: Event) -> Event:
        """Words are said at the meeting of a visit, not at the visit."""
        if event.kind != "Visit":
            return event
        inner = [e for e in self.book.events if event in e.events.get("part_of", {}) and e.kind == "Meeting"]
        return inner[-1] if inner else event
