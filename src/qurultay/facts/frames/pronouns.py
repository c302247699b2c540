"""Who is meant by "he" before a passive, and by "they", "both", "the two", "the pair": those of whom the sentences before told."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from qurultay.facts.discourse import Referent
from qurultay.facts.frames.referents import Referents
from qurultay.facts.frames.scene import Scene
from qurultay.language.pack import Concept, Predicate
from qurultay.language.suffixes import Ending
from qurultay.mentions.nodes import Clause, Node, Thing

__all__ = ["Pronouns"]

_SAID = frozenset({"say", "propose", "report", "told", "discuss", "heads", "appointed", "dismissed"})
"""Frames that tell of each who is meant what may be true of one only."""
_PEOPLE = frozenset({"PERSON", "LIST", "POST"})
_ACTING = frozenset({"PERSON", "LIST", "POST", "ORG", "STATE", "DELEGATION", "MEMBERS", "NAME", "ROLE", "EVENT", "DOCUMENT"})
_WHOM = ("guest", "predecessor")
"""Slots of those to whom something is done by the agent of a passive."""
_TWO = 2
_WORD = 12
"""How many characters before a noun the words that count are looked for in."""


class Pronouns:
    """Puts those who are meant in the place of pronouns that act.

    ``several`` are the people, two or more, of whom the last clause told that they did something together; ``crowd`` is the phrase of
    those without names of whom it told so.
    """

    def __init__(self, scene: Scene, referents: Referents) -> None:
        self.scene, self.referents, self.pack, self.discourse = scene, referents, scene.pack, scene.discourse
        self.several: list[Referent] = []
        self.crowd: Node | None = None

    def resolved(self, clause: Clause, predicate: Predicate) -> Clause:
        """Return a clause with those in it whom a pronoun before its verb means; the clause itself where it has none."""
        if clause.head is not None or predicate.frame in _SAID:
            return clause
        if any(n.kind in _ACTING and n.has("nom") and n.last < clause.verb.first for n in clause.arguments):
            return clause
        for place, node in enumerate(clause.arguments):
            if node.last >= clause.verb.first or node.things or node.kind not in ("WORD", "DET", "GROUP", "NUMBER", "PARTICLE"):
                continue
            if self.crowd is not None and self.pack.fold(node.text) in self.pack.settings["many"]:
                guests = replace(node, kind="GROUP", concept=Concept("group", "guest"), endings=self.crowd.endings)
                return replace(clause, arguments=[*clause.arguments[:place], guests, *clause.arguments[place + 1 :]])
            meant = self._meant(node, predicate)
            if meant:
                people = self._phrase(node, meant)
                return replace(clause, arguments=[*clause.arguments[:place], people, *clause.arguments[place + 1 :]])
        return self._shared(clause, predicate)

    def remember(self, clause: Clause) -> None:
        """Keep the people who did something together in a clause, and those who met."""
        one = [n for n in clause.arguments if n.kind in _ACTING and n.has("nom") and n.last < clause.verb.first]
        if clause.form == "fin" and len(one) == 1 and one[0].kind in ("PERSON", "POST", "ROLE", "NAME") and len(one[0].things) < _TWO:
            self.referents.remember(one[0])
        for node, after in pairwise(clause.arguments):
            if self.pack.fold(node.text) in self.pack.settings["pronouns"] and after.kind == "CONJ" and after.last < clause.verb.first:
                self.several = []  # "he and his team": others than the two of whom the sentence before told
        for node in clause.arguments:
            if node.has("nom") and node.kind in ("DELEGATION", "GROUP", "ROLE") and node.last < clause.verb.first and node.plural():
                self.several, self.crowd = [], node if node.kind == "DELEGATION" and not node.things[0].of else None
            if node.kind in _PEOPLE and node.has("nom") and len(node.things) >= _TWO:
                people = [r for _, r in self.referents.of(node) if r.sort == "person"]
                self.several, self.crowd = (people, None) if len(people) >= _TWO else (self.several, self.crowd)
        event = self.scene.book.current
        if event is not None and event.kind == "Meeting" and clause.verb.frames() & {"meet", "receive", "received", "hold", "held"}:
            there = list(event.slots.get("attendee", ()))[:_TWO]
            self.several = there if len(there) == _TWO else self.several

    def _meant(self, node: Node, predicate: Predicate) -> list[Referent]:
        """Return whom a word means, [] where it is none that points back."""
        word, settings, subject = self.pack.fold(node.text), self.pack.settings, self.scene.subject
        if word in settings["pronouns"]:
            return [subject] if predicate.slot("nom") in _WHOM and subject is not None and subject.names else []
        before = self.scene.text[max(0, node.start - _WORD) : node.start].lower().split()[-2:]
        two = word in settings["pair"] and ("the" in before or "both" in before)
        if word in settings["each"] or two:
            return self.several if len(self.several) == _TWO else []
        return self.several or list(self.discourse.guests) if word in settings["many"] else []

    def _shared(self, clause: Clause, predicate: Predicate) -> Clause:
        """ "He came to A and was received by B": the guest is the subject of the clause before."""
        subject = clause.subject
        if predicate.slot("nom") != "guest" or subject is None or subject.kind not in ("PERSON", "LIST", "POST", "DELEGATION", "WORD"):
            return clause
        return replace(clause, arguments=[subject, *clause.arguments]) if subject not in clause.arguments else clause

    @staticmethod
    def _phrase(node: Node, meant: list[Referent]) -> Node:
        """Return those who are meant as a phrase that acts."""
        things = [
            Thing("person", node.start, node.end, kind="Person", by_case={"nom": next(iter(one.names))}, rules=("pronoun",))
            if one.sort == "person"
            else Thing(one.sort, node.start, node.end, kind=one.kind, path=one.path, name=next(iter(one.names), ""), rules=("pronoun",))
            for one in meant
            if one.names or (one.path and one.sort != "person")
        ]
        kind = "PERSON" if len(things) == 1 and things[0].sort == "person" else "LIST"
        return Node(kind, node.first, node.last, node.start, node.end, node.text, (Ending(""),), things)
