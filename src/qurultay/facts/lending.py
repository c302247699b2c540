"""Posts told without a body that their clause tells it for.

"Türkiye'yi temsilen Adalet Bakanı X", "Azerbaycan heyetine Bakan Yardımcısı Y başkanlık etti", "Kazakistan'dan Başsavcı Z katıldı",
"Azerbaycan'ı Başsavcı Z temsil etti": the state or body stands before the holder, in a phrase of its own. "Özbek mevkidaşı" holds the
post of who acts in the clause.
"""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.posts import office_of
from qurultay.mentions.nodes import NOMINAL, Clause, Node, Thing

__all__ = ["lend"]

_LED = frozenset({"lead", "chair"})
_OF_STATES = frozenset({"Judge", "Expert", "Representative"})
"""Roles of which a state alone may be told."""
_PRESENT = frozenset({"participate", "speak", "gather", "say", "represent"})


def lend(clause: Clause) -> None:
    """Give the posts of a clause that have no body the one that the clause tells for their holders."""
    frames = clause.verb.frames()
    for at, node in enumerate(clause.arguments):
        lenders = _lenders(node, frames)
        if len(lenders) != 1:
            continue
        borrower = next((n for n in clause.arguments[at + 1 :] if n.kind in NOMINAL), clause.head)
        if borrower is None or borrower.kind != "PERSON":
            continue
        for person in borrower.things:
            for post in person.posts:
                _lend(post, lenders[0])
    agent = _agent(clause)
    for node in clause.arguments if agent else ():
        for thing in node.things:
            for post in (thing, *thing.posts):
                if post.sort == "post" and post.kind == "SAME":
                    post.name = post.name or agent


def _lenders(node: Node, frames: set[str]) -> Sequence[Thing]:
    """Return the states or bodies that a phrase tells for whoever is named after it."""
    if node.kind in ("STATE", "ORG") and node.has("behalf"):
        return node.things
    if node.kind in ("STATE", "ORG") and node.cases() == {"abl"} and frames & _PRESENT:
        return node.things
    if node.kind == "STATE" and node.cases() == {"acc"} and "represent" in frames:
        return node.things
    if node.kind == "DELEGATION" and node.has("dat") and frames & _LED and node.things:
        return [thing for thing in node.things[0].of if thing.sort in ("state", "org")]
    return ()


def _lend(post: Thing, owner: Thing) -> None:
    """Put a post told without a body into a body, or into the office of its kind in a state."""
    if post.of or not post.kind or post.kind == "SAME":
        return
    if post.national == "state" or (not post.national and (owner.sort == "org" or post.kind in _OF_STATES)):
        post.of = [owner]
    elif owner.sort == "state" and post.national not in ("", "ministry", "home"):
        post.of = [office_of(owner, post.national, post.end)]


def _agent(clause: Clause) -> str:
    """Return the name of the one person who acts in a clause, "" where that is nobody or not told by a name."""
    acting = [n for n in clause.arguments if n.kind in ("PERSON", "NAME") and n.cases() == {"nom"}]
    if clause.head is not None and clause.form in ("part", "any"):
        acting = [clause.head]
    acting = acting or ([clause.subject] if clause.subject is not None else [])
    if len(acting) != 1:
        return ""
    node = acting[0]
    if node.kind == "NAME":
        return node.text
    return next(iter(node.things[0].by_case.values()), "") if node.kind == "PERSON" and len(node.things) == 1 else ""
