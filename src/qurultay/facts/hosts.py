"""Whose the offices and posts are that Russian tells without a state while guests are on a visit: the hosts'.

"Делегация побывала в Верховном суде, встретилась с министром юстиции A": neither is that of the guests. Run on the clauses of a
sentence before anybody in it is met; where visitors came from and went is known from the visit told before, or in the same sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.discourse import Discourse
from qurultay.facts.events import Book
from qurultay.facts.seats import current_visit, seat, state_of_place
from qurultay.mentions.nodes import Clause, Node, Thing
from qurultay.terms import office_path

__all__ = ["seat_hosts"]

_MEETING = frozenset({"meet", "receive", "received"})
_CALLING = frozenset({"visit", "move", "visit_site", *_MEETING})
"""Frames in which visitors are with their hosts."""
_SITES = frozenset({"visit", "visit_site"})
"""Frames of verbs whose object is where visitors went, though it be spelt as a subject: "посетили Верховный суд"."""
_OBLIQUE = frozenset({"loc", "acc", "dat", "ins"})
"""Cases in which those are told to whom visitors came."""


def seat_hosts(clauses: Sequence[Clause], discourse: Discourse, book: Book) -> None:
    """Give offices and posts told without a state to the state that is visited."""
    calling = [clause for clause in clauses if clause.verb.frames() & _CALLING]
    host = (_told_here(calling, discourse) or _told_before(discourse, book)) if calling else ""
    for clause in calling if host else ():
        frames = clause.verb.frames()
        for node in clause.arguments:
            lone = node.kind == "ORG" and len(node.things) == 1 and node.cases() & _OBLIQUE
            if lone and (not node.has("nom") or frames & _SITES):
                _settle(node.things[0], host)
            elif node.kind in ("PERSON", "LIST") and frames & _MEETING and _is_host(node, frames):
                seat(node, host, discourse)


def _told_here(clauses: Sequence[Clause], discourse: Discourse) -> str:
    """Return the path of the state to which the visit of a sentence goes, "" where it tells of none."""
    for clause in clauses:
        if any(p.frame == "visit" or (p.frame == "move" and _on_visit(clause)) for p, _ in clause.verb.senses):
            for node in clause.arguments:
                if node.kind in ("PLACE", "STATE") and node.cases() & {"loc", "dat", "acc"} and len(node.things) == 1:
                    return state_of_place(node.things[0], discourse)
    return ""


def _on_visit(clause: Clause) -> bool:
    return any(n.kind == "EVENT" and n.things[0].kind == "Visit" for n in clause.arguments)


def _told_before(discourse: Discourse, book: Book) -> str:
    """Return the path of the state of the visit that the text is at, "" where it is at none or the visitors are of that state too."""
    visit = current_visit(book)
    if visit is None or visit.place is None:
        return ""
    host = visit.place.country
    guests = [body.country for body in visit.slots.get("participant", ())]
    return host.path if host is not None and guests and host not in guests else ""


def _is_host(node: Node, frames: set[str]) -> bool:
    """Tell whether people of a clause receive guests, or are those whom guests meet."""
    if "received" in frames:
        return node.has("by")
    return node.has("nom") if "receive" in frames else node.has("ins")


def _settle(body: Thing, host: str) -> None:
    """Let an office told by its noun alone be that of a state."""
    if body.rules == ("lone_office",) and body.national not in ("", "part", "home") and not (body.of or body.path or body.plural):
        body.of = [Thing("state", body.start, body.end, path=host, kind="State", definite=False)]
        body.path, body.rules = office_path(body.national, host), ("national_office",)
