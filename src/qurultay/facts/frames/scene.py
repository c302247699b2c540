"""What all frames of one article share: what they read with, and what the text has come to so far."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from qurultay.facts.discourse import Discourse, Referent
from qurultay.facts.events import Book, Event, Said, When
from qurultay.language.pack import LanguagePack
from qurultay.language.suffixes import VerbForm
from qurultay.mentions.nodes import Clause, Node, Thing

__all__ = ["Founding", "Party", "Scene", "When", "Where", "settle_status"]

Where: TypeAlias = tuple[Referent, Said]
"""A place or state, and the words that say it."""

Party: TypeAlias = tuple[Thing, Referent]
"""One who is spoken of, and who that is."""


@dataclass(slots=True)
class Founding:
    """When and where a body was founded, as far as that is told."""

    date: When | None = None
    place: Where | None = None


class Scene:
    """Where the reading of an article stands, and what it tells besides its events and documents.

    ``subject`` is the last person that a clause was about, ``subjects`` all of them and where each was named; ``headline`` tells that
    the headline is being read, after the body; ``going`` is where those who act went first ("Şəkiyə yollanaraq"); ``anchor`` is the day
    of publication, "" where it is not known; ``dateline`` the same, "XXXX-11-05" where its year is not told; ``last_day`` is the day
    told last; ``trip_ends`` is the day told as the last of a visit that is not told yet; ``inside`` returns the phrases between two
    offsets; ``full_name`` tells whether a name can only be a person's; ``founded`` holds the founding date and place of bodies,
    ``memberships`` which states and bodies belong to which body, ``sources`` the bodies whose information the article relays.
    """

    def __init__(self, pack: LanguagePack, discourse: Discourse, book: Book, text: str) -> None:
        self.pack, self.discourse, self.book, self.text = pack, discourse, book, text
        self.subject: Referent | None = None
        self.subjects: list[tuple[int, Referent]] = []
        self.headline = False
        self.going: Where | None = None
        self.anchor = ""
        self.dateline = ""
        self.trip_ends: When | None = None
        self.last_day: When | None = None
        self.inside: Callable[[int, int], list[Node]] = lambda start, end: []
        self.full_name: Callable[[Node], bool] = lambda name: False
        self.founded: dict[Referent, Founding] = {}
        self.memberships: list[tuple[Referent, Referent, Said]] = []
        self.sources: list[tuple[Referent, Said]] = []

    def subject_before(self, at: int) -> Referent | None:
        """Return the person that the clauses were about whom a pronoun at ``at`` may mean: none who is named only after it."""
        return next((who for start, who in reversed(self.subjects) if start < at), self.subject)

    def before(self, clause: Clause) -> bool:
        """Tell whether a clause looks back from what the article tells: its verb says what had been before."""
        pluperfect = self.pack.settings["pluperfect"]
        return bool(pluperfect) and re.search(pluperfect, self.pack.fold(clause.verb.text)) is not None

    def retells(self) -> bool:
        """Tell whether a headline is being read whose article has told events: it opens none beside them."""
        return self.headline and any(event.asserted for event in self.book.events)


def settle_status(event: Event, form: VerbForm, clause: Clause) -> None:
    """What is told as done stays done, though the text looks forward to it elsewhere."""
    if event.asserted and event.status == "Held":
        return
    if event.asserted and event.status == "Cancelled" and not any(node.kind == "DATE" for node in clause.arguments):
        return
    if form.tense in ("fut", "nec") or clause.matrix == "planned":
        event.status = "Planned"
