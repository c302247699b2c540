"""In which order the clauses of a sentence are read where what somebody said is told of him who was met.

"The guests were received by Chairman A, who told them of the reform": the meeting is where he told it, so that it is read first.
"""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.mentions.nodes import Clause

__all__ = ["told_in_order"]

_SAYING = frozenset({"say", "discuss", "speak", "propose"})
_MEETING = frozenset({"meet", "receive", "received"})


def told_in_order(clauses: Sequence[Clause]) -> list[Clause]:
    """Return clauses with what those who met said, told in clauses about them, after the meeting itself."""
    found = list(clauses)
    for said in clauses:
        if said.head is None or not said.verb.frames() & _SAYING or said.verb.frames() & _MEETING or said.form not in ("part", "obj"):
            continue
        meeting = next((c for c in found if c is not said and said.head in c.arguments and _tells_meeting(c)), None)
        if meeting is not None and found.index(meeting) > found.index(said):
            found.remove(said)
            found.insert(found.index(meeting) + 1, said)
    return found


def _tells_meeting(clause: Clause) -> bool:
    """Tell whether a clause may tell of a meeting: by its verb, or by a noun with "was": "his guest was A, who said …"."""
    guest = any(n.kind == "GROUP" and n.concept is not None and n.concept.name == "guest" for n in clause.arguments)
    return bool(clause.verb.frames() & _MEETING) or (guest and "move" in clause.verb.frames())
