"""Posts told without their body where it is not the usual one: the host's, the other side's, a ministry of the same kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qurultay.facts.entities import Referent
from qurultay.mentions.nodes import Thing

if TYPE_CHECKING:
    from qurultay.facts.discourse import Discourse

__all__ = ["SAME_CHAIR", "call_by_holder", "holder_in_state", "holder_of_name", "ministry_in", "office_of_other"]


SAME_CHAIR = {
    "Chairperson": "President",
    "President": "Chairperson",
    "DeputyChairperson": "VicePresident",
    "VicePresident": "DeputyChairperson",
}
"""Roles of which one word may mean the other: the chairman of a court is its president."""


def ministry_in(discourse: Discourse, state: Referent) -> Referent | None:
    """Return the ministry of a state of the kind that the article last told a minister of: "Kazakhstan's minister A"."""
    if not state.path:
        return None
    told = [(p.last_seen, b) for p in discourse.people for role, b in p.posts if role == "Minister" and b.path.startswith("organization/")]
    if not told:
        return None
    office = max(told, key=lambda t: t[0])[1].path.rpartition("-")[0]
    kind = f"office-kind/{office.partition('/')[2]}"
    return discourse.known(f"{office}-{state.path.partition('/')[2].lower()}") if kind in discourse.reference else None


def office_of_other(discourse: Discourse, post: Thing, person: Referent) -> Referent | None:
    """Return the office of the state named last before a post whose usual body another heads: "with his host, Justice Minister A"."""
    states = [
        (max(before), r.path)
        for r in discourse.referents.values()
        if r.sort == "state" and r.path and (before := [start for start, _, _ in r.mentions if start < post.start])
    ]
    for _, path in sorted(states, reverse=True):
        office = discourse.office(post.national, path.partition("/")[2].lower(), post)
        if not discourse.taken(post.kind, office, person):
            return office
    return None


def holder_of_name(discourse: Discourse, name: str, thing: Thing) -> Referent | None:
    """Return of several of one family name the one who holds the post told beside it: "Abdyraimov, the prosecutor general"."""
    if len(name.split()) > 1 or not thing.posts:
        return None
    known = [p for p in discourse.people if any(discourse.name_words(form)[-1:] == discourse.name_words(name) for form in p.names)]
    fitting = [p for p in known if any(role == post.kind for role, _ in p.posts for post in thing.posts)]
    return fitting[-1] if len(known) > 1 and fitting else None


def call_by_holder(discourse: Discourse, body: Referent, post: Thing) -> None:
    """Call an ombudsman's office by the words for its holder, which name it too."""
    holder = body.path.startswith("organization/ombudsman-") and post.kind.endswith("Commissioner")
    if holder and not post.plural:
        body.call(" ".join(discourse.text[post.start : post.end].split()), post.start, post.end, "office_of_role")


def holder_in_state(discourse: Discourse, state: Referent, kind: str, post: Thing) -> Referent | None:
    """Return who holds a post in some office of a state, the one spoken of last before: "the Uzbek minister"."""
    fitting = [
        p for p in discourse.people if any(role == kind and b.state is state and (role, b.ref) not in p.former for role, b in p.posts)
    ]
    before = [(max(at), p.ref, p) for p in fitting if (at := [start for start, _, _ in p.mentions if start < post.start])]
    return max(before, key=lambda found: found[:2])[2] if before else None
