"""The nodes that the grammar works on: stretches of a sentence, from a single word to a whole noun phrase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from qurultay.language.pack import Concept, Predicate
from qurultay.language.suffixes import Ending, VerbForm

__all__ = ["ACTING", "NOMINAL", "Node", "Thing"]

NOMINAL = frozenset(
    {"STATE", "PLACE", "ORG", "POST", "PERSON", "NAME", "DELEGATION", "EVENT", "DOCUMENT", "GROUP", "MEMBERS", "ROLE", "OFFICE", "LIST"}
)
"""Kinds that can stand as an argument of a verb."""
ACTING = frozenset({"PERSON", "POST", "ROLE", "ORG", "STATE", "LIST", "DELEGATION", "MEMBERS", "GROUP", "NAME"})
"""Kinds of those who can act."""

_SURE = 4
"""From how many letters on a stem before -da or -dan is taken for one."""


@dataclass(slots=True, eq=False)
class Thing:
    """What a node speaks of, before it is known which entity that is.

    ``sort`` is state, place, org, person, post, event, document, delegation or group; ``start`` and ``end`` are
    offsets in the clean text. ``path`` is set where the reference data knows the thing; ``kind`` is its class, role or
    event kind; ``name`` its nominative form; ``of`` what it belongs to (an office's state, a post's body, the
    body of a delegation, the parties of an event); ``posts`` the posts told with a person; ``place`` and ``when``
    where an event was, and the node of its day, where its phrase tells them.
    """

    sort: str
    start: int
    end: int
    path: str = ""
    kind: str = ""
    name: str = ""
    national: str = ""
    chief: bool = False
    former: bool = False
    of: Sequence[Thing] = ()
    posts: list[Thing] = field(default_factory=list)
    aliases: list[tuple[str, int, int]] = field(default_factory=list)
    by_case: dict[str, str] = field(default_factory=dict)
    place: Sequence[Thing] = ()
    when: Node | None = None
    ordinal: str = ""
    theme: tuple[int, int] | None = None
    rules: tuple[str, ...] = ()
    plural: bool = False
    definite: bool = True
    leader: Thing | None = None
    tail: str = ""
    inner: list[Thing] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Node:
    """A stretch of a sentence: tokens ``first`` to ``last`` (inclusive), how it may be inflected, what it speaks of.

    Most nodes of a sentence speak of nothing, so ``things`` and ``clauses`` are replaced, never changed in place.
    """

    kind: str
    first: int
    last: int
    start: int
    end: int
    text: str
    endings: tuple[Ending, ...] = ()
    things: Sequence[Thing] = ()
    concept: Concept | None = None
    senses: tuple[tuple[Predicate, VerbForm], ...] = ()
    clauses: Sequence[Clause] = ()
    value: str = ""
    inflected: tuple[Ending, ...] = ()
    """The endings of the words themselves, where a preposition before them gives the phrase another case."""

    def forms(self) -> set[str]:
        """Return the forms in which a verb may stand, none for what is no verb."""
        return {form.form for _, form in self.senses}

    def frames(self) -> set[str]:
        """Return the frames of what a verb may tell, none for what is no verb."""
        return {predicate.frame for predicate, _ in self.senses}

    def cases(self) -> set[str]:
        """Return the cases that the node may stand in."""
        return {e.case for e in self.endings}

    def has(self, case: str) -> bool:
        """Tell whether the node may stand in ``case``."""
        for ending in self.endings:  # noqa: SIM110 (asked hundreds of thousands of times)
            if ending.case == case:
                return True
        return False

    def plain(self) -> bool:
        """Tell whether the node can stand as an adjective does: no reading shows a case beyond doubt."""
        return not any(
            e.case != "nom" and (e.possessive == "3" or (e.case in ("loc", "abl") and len(e.stem) >= _SURE)) for e in self.endings
        )

    def owned(self) -> bool:
        """Tell whether the node may carry a possessive, as a head does after its genitive."""
        return any(e.possessive for e in self.endings)

    def plural(self) -> bool:
        """Tell whether the node may be plural."""
        return any(e.plural for e in self.endings)


@dataclass(slots=True, eq=False)
class Clause:
    """A verb and what stands to it: its arguments in the order of the text, and the noun that it is said of.

    ``form`` is that of :class:`~qurultay.language.suffixes.VerbForm`; ``head`` the noun that an attributive clause
    belongs to; ``subject`` the subject taken over from a clause before; ``reported`` is set after "ki" and for
    clauses inside what somebody says; ``matrix`` is the frame of the verb that a verbal noun depends on.
    """

    verb: Node
    arguments: list[Node]
    head: Node | None = None
    subject: Node | None = None
    form: str = "fin"
    tense: str = "past"
    negative: bool = False
    reported: bool = False
    matrix: str = ""
    topic: Node | None = None
    """The date with which the sentence begins, for clauses that tell none of their own."""
