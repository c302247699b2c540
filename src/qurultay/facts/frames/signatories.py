"""Who signs: those of whom an article told before what they lead; and whether a paper was signed."""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.discourse import Referent
from qurultay.mentions.nodes import Clause, Node

__all__ = ["done", "leaders"]

_BOTH = 2


def leaders(clause: Clause, agent: Node | None, guests: Sequence[Referent]) -> list[Referent]:
    """ "By the heads of delegations": all of whom the article told that they lead one, where they are more than two."""
    if agent is None or agent.kind != "ROLE" or not agent.plural() or not agent.has("by"):
        return []
    after = [n for n in clause.arguments if n.first > agent.last and n.kind != "PREP"][:1]
    people = [guest for guest in guests if guest.sort == "person"]
    return people if len(people) > _BOTH and any(n.kind == "DELEGATION" and n.plural() for n in after) else []


def done(clause: Clause) -> bool:
    """Tell whether a clause may tell what was done: "put" is both tenses."""
    return any(form.tense == "past" for _, form in clause.verb.senses)
