"""Compares people: their names, and the posts, bodies and states that articles give them."""

from __future__ import annotations

from qurultay.identity import known
from qurultay.identity.names import Likeness, compare, parse, resembles
from qurultay.identity.things import COMPANY, Traits, together
from qurultay.identity.verdicts import Verdict

__all__ = ["compare_people", "telling"]

_SINGLE = frozenset(
    {"HeadOfState", "PrimeMinister", "Minister", "ProsecutorGeneral", "SecretaryGeneral", "President", "Chairperson", "Rector"}
)
"""Posts that one person at a time holds."""
_SURE = 0.9
"""The likeness from which two names are one name."""
_NEAR = 0.7
"""The likeness from which two names may be one name badly transliterated."""


def compare_people(one: Traits, other: Traits) -> Verdict:
    """Return whether two people are one; each name of the one is compared with each of the other, and the likest pair counts."""
    likeness = _likest(one, other)
    if likeness.score < _NEAR and any(resembles(a, b) for a in one["name"] for b in other["name"]) and together(one, other) >= COMPANY:
        return Verdict(0.75, "names that sound alike, told of with the same others", "name-and-post")
    if likeness.score < _NEAR:
        against = likeness.sure or likeness.reason == "other initials"
        return Verdict(0.0, likeness.reason, "name", against=against)
    states, theirs = one["state"], other["state"]
    bodies = one["body"] & other["body"]
    company = together(one, other)
    if likeness.sure and company >= COMPANY:
        return Verdict(0.95 if likeness.score >= _SURE else 0.86, f"{likeness.reason}, told of with the same others", "name-and-post")
    if states and theirs and not states & theirs and not bodies:
        return Verdict(0.0, f"{likeness.reason}, other states", "name-and-post", against=likeness.sure)
    single = {post for post in one["post"] & other["post"] if post.partition("|")[0] in _SINGLE}
    if single:
        return _of_one_post(likeness, alone=not company)
    if not likeness.sure:
        return _of_part(likeness, bool(bodies), bool(states & theirs), company >= COMPANY)
    if likeness.score < _SURE:
        return Verdict(0.6 if bodies else 0.5 if states & theirs else 0.2, likeness.reason, "name-and-post")
    if bodies:
        return Verdict(min(0.99, likeness.score), f"{likeness.reason}, one body", "name-and-post")
    if _related(one["body"], other["body"]):
        return Verdict(0.86, f"{likeness.reason}, bodies of which one is a part of the other", "name-and-post")
    linked = company or not one["body"].isdisjoint(other["around"]) or not other["body"].isdisjoint(one["around"])
    apart = not company and bool(one["role"] & _SINGLE and other["role"] & _SINGLE) and all(map(known.has, one["body"] | other["body"]))
    if states & theirs:
        return Verdict(0.78 if linked and not apart else 0.65, f"{likeness.reason}, one state", "name-and-post")
    if not one["body"] or not other["body"]:
        return Verdict(0.8 if linked else 0.6, f"{likeness.reason}, nothing against it", "name")
    other_bodies = all(any(map(known.has, traits["body"])) for traits in (one, other))
    return Verdict(0.6 if other_bodies and not linked else 0.72, f"{likeness.reason}, nothing against it", "name")


def _likest(one: Traits, other: Traits) -> Likeness:
    found = [compare(a, b) for a in sorted(one["name"]) for b in sorted(other["name"])]
    found = [likeness for likeness in found if likeness.sure] or found
    return max(found, key=lambda likeness: (likeness.sure and likeness.score >= _SURE, likeness.score), default=Likeness(0.0, "no name"))


def _of_one_post(likeness: Likeness, *, alone: bool) -> Verdict:
    """Return the verdict where both held a post that one person at a time holds; surnames that are but near are two holders'."""
    if likeness.reason == "near surnames" and alone:
        return Verdict(0.65, f"{likeness.reason}, one post of one holder", "name-and-post")
    if likeness.sure:
        return Verdict(max(0.86, min(0.99, likeness.score)), f"{likeness.reason}, one post of one holder", "name-and-post")
    if likeness.reason == "first name alone":
        return Verdict(0.5, f"{likeness.reason}, one post of one holder", "name-and-post")
    return Verdict(0.8, f"{likeness.reason}, one post of one holder", "name-and-post")


def _of_part(likeness: Likeness, body: bool, state: bool, company: bool) -> Verdict:
    """Return the verdict where one of the names is not whole."""
    initial = likeness.reason.startswith("initial")
    if company and likeness.reason != "first name alone":
        return Verdict(0.8 if initial else 0.72, f"{likeness.reason}, told of with the same others", "name-and-post")
    if body:
        return Verdict(0.75 if initial else 0.6, f"{likeness.reason}, one body", "name-and-post")
    return Verdict(0.55 if initial and state else 0.3, likeness.reason, "name")


def _related(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(known.parent_of(a) == b or known.parent_of(b) == a for a in one for b in other)


def telling(path: str, traits: Traits) -> tuple[int, int]:
    """Return how little a local key tells of a person: whole names before parts, with a post before without."""
    return (not any(not parse(name).bare for name in traits["name"]), not traits["body"])
