"""Compares organisations that the reference data does not know, by the ideas that their names are composed of."""

from __future__ import annotations

from functools import cache
from itertools import product

from qurultay.identity import known
from qurultay.identity.things import COMPANY, Traits, keys, together
from qurultay.identity.verdicts import Verdict
from qurultay.identity.words import concepts, shared

__all__ = ["anchors", "compare_organizations", "telling"]

_ONLY = frozenset({"Embassy", "PressService"})
_SPOKEN_OF = 0.78
"""The score up to which a body without a state is one of a state that its article speaks of."""
_MISSIONS = frozenset({"delegation", "embassy"})
_SHORTER = "a name and its shorter form"
_OMBUDSMAN = "ombudsman"
_ELSEWHERE = Verdict(0.0, "embassies in other states", "composition", against=True)
_PARTS = frozenset({"board", "commission", "department", "group", "heads", "office", "press", "secretariat", "working-group"})
"""Words for what every body may have: "International Department" is no more one's than another's."""
_MANY_WORDS = 3
"""The number of ideas from which on a name is some body's own."""
_VAGUE = frozenset({"general", "department", "office", "state", "service", "agency", "national"})
"""Words that one translator writes and another leaves out."""
_HEADS = frozenset(
    {
        "agency",
        "board",
        "bureau",
        "center",
        "commission",
        "committee",
        "council",
        "group",
        "inspection",
        "institution",
        "joint",
        "working-group",
    }
)
"""Words for the kind of body, which translators take for one another."""


def compare_organizations(one: Traits, other: Traits) -> Verdict:
    """Return whether two organisations are one: kind, state, parent, and the words of their names."""
    if {known.group(kind) for kind in one["kind"]}.isdisjoint(known.group(kind) for kind in other["kind"]) and not _loose(one, other):
        return Verdict(0.0, "other kinds", "composition", against=True)
    mine, theirs = (_composed(traits) for traits in (one, other))
    states = _states(one), _states(other)
    if states[0] and states[1] and states[0].isdisjoint(states[1]):
        return Verdict(0.0, "other states", "composition", against=True)
    if _elsewhere(one, other):
        return Verdict(0.0, "bodies of other places", "composition", against=True)
    parents = one["parent"], other["parent"]
    related = bool(parents[0] & parents[1])
    if parents[0] and parents[1] and not related:
        return Verdict(0.2, "other parents", "composition")
    place, company = bool(states[0] & states[1]) or related, together(one, other) >= COMPANY
    if place and (only := one["kind"] & other["kind"] & _ONLY):
        return _of_a_kind(min(only), one, other, related, company)
    if company and (found := _told_together(one, other)):
        return found
    shared_body = any(known.group(kind) == "shared" for kind in one["kind"] | other["kind"])
    best = max(
        (_words(a | x, b | y, national=not shared_body) for a, x in mine for b, y in theirs), key=lambda found: found[0], default=(0.0, "")
    )
    score = best[0] if place else best[0] * 0.85 if not (states[0] and states[1]) else 0.0
    if best[1] == _SHORTER and not company and one["circle"] and other["circle"]:
        score = min(score, 0.65)
    if not place and not shared_body and (states[0] or states[1] or _is_common(one) or _is_common(other)) and not _telling(one):
        spoken_of = (states[0] or one["near"]) & (states[1] or other["near"])
        score = min(score, _SPOKEN_OF if spoken_of and not _is_part(one) else 0.65)
    where = ", one parent" if related else ", one state" if place else ""
    return Verdict(round(score, 3), f"{best[1]}{where}", "composition")


def _told_together(one: Traits, other: Traits) -> Verdict | None:
    """Return the verdict where articles on one happening name two bodies by the same ideas, whatever they call the kind of body."""
    above = frozenset[str]().union(_abbreviations(), *map(_parent_words, one["parent"] | other["parent"]))
    states = _states(one), _states(other)
    alike, best = bool(states[0]) == bool(states[1]) or bool(one["parent"] & other["parent"]), 0.0
    for (mine, _), (theirs, _) in product(_composed(one), _composed(other)):
        common, left, right = shared(mine - above - _HEADS - _VAGUE, theirs - above - _HEADS - _VAGUE)
        if common and not left and not right:
            best = max(best, 0.9 if alike else 0.72)
        elif common > 1 and not (left and right):
            best = max(best, 0.75 if alike else 0.6)
    return Verdict(best, "one name in translation, told of with the same others", "composition") if best else None


def _parent_words(path: str) -> frozenset[str]:
    """Return the ideas of the names of a known body."""
    thing = anchors()[0].get(path)
    return frozenset[str]().union(*(words for words, _ in _composed(thing))) if thing else frozenset()


@cache
def _abbreviations() -> frozenset[str]:
    """Return the abbreviations of known bodies as they stand among the ideas of a name."""
    forms = {(form, language) for thing in known.organizations() for form, language, rank in thing.names if rank == known.ABBREVIATION}
    ideas = (concepts(form, language).words for form, language in forms)
    return frozenset(word for words in ideas if len(words) == 1 for word in words if word.startswith("~"))


def _of_a_kind(kind: str, one: Traits, other: Traits, related: bool, company: bool) -> Verdict:
    """Compare bodies of kinds of which a body, or a state in another state, has one."""
    if kind == "PressService":
        return Verdict(0.92 if related else 0.5, "press services of one body" if related else "press services of one state", "composition")
    hosts, theirs = ({state for _, found in _composed(traits) for state in found} - traits["state"] for traits in (one, other))
    if not one["state"] and not other["state"] and hosts != theirs:
        return _ELSEWHERE
    if hosts and theirs:
        return Verdict(0.95, "embassies of one state in one", "composition") if hosts & theirs else _ELSEWHERE
    names = [{words - _MISSIONS for words, _ in _composed(traits)} - {frozenset()} for traits in (one, other)]
    if names[0] & names[1]:
        return Verdict(0.9, "missions of one name in one state", "composition")
    return Verdict(0.75 if company else 0.6, "embassies of one state", "composition")


def _elsewhere(one: Traits, other: Traits) -> bool:
    """Tell whether the names of two bodies name places, and none that both name."""
    mine, theirs = (frozenset[str]().union(*(_places(words) for words, _ in _composed(traits))) for traits in (one, other))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _places(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word.startswith("@"))


def _is_part(traits: Traits) -> bool:
    """Tell whether a name says no more than a part that every body may have."""
    return not traits["parent"] and any(not words.isdisjoint(_PARTS) for words, _ in _composed(traits))


def _is_common(traits: Traits) -> bool:
    """Tell whether a name is one of a few common words, which many states' bodies bear."""
    return all(len(words) < _MANY_WORDS for words, _ in _composed(traits)) or _is_part(traits)


def _loose(one: Traits, other: Traits) -> bool:
    return any("Organization" in traits["kind"] for traits in (one, other))


def _composed(traits: Traits) -> list[tuple[frozenset[str], frozenset[str]]]:
    found = [concepts(text, language) for language, _, text in (name.partition(":") for name in sorted(traits["name"]))]
    whole = [c for c in found if c.words and not any(c.words < o.words and _places(o.words - c.words) for o in found)]
    return [(c.words, c.states if len(c.states) > 1 else frozenset[str]()) for c in whole]


def _states(traits: Traits) -> frozenset[str]:
    """Return the states whose body it is: those that are told, or else those that its name names."""
    named = (concepts(text, language).states for language, _, text in (name.partition(":") for name in traits["name"]))
    return traits["state"] or frozenset[str]().union(*named)


def _telling(traits: Traits) -> bool:
    """Tell whether a name holds a word of its own."""
    return any(word.startswith(("~", "@")) for words, _ in _composed(traits) for word in words)


def _words(one: frozenset[str], other: frozenset[str], *, national: bool) -> tuple[float, str]:
    common, left, right = shared(one, other)
    if not left and not right:
        return (0.97, "one name in translation") if common > 1 else (0.6, "one word for a name")
    if national and _OMBUDSMAN in one & other:
        return 0.9, "a state's one ombudsman"
    if not _VAGUE.isdisjoint(one | other):
        common, left, right = shared(one - _VAGUE, other - _VAGUE)
    if not left and not right and common > 1:
        return 0.9, "one name in translation, but for a common word"
    if common > 1 and not (left and right) and left + right <= common:
        return 0.75, _SHORTER
    if common > 1 and common / (common + left + right) >= 0.6:
        return 0.6, "names that share most words"
    return 0.0, "other names"


@cache
def anchors() -> tuple[dict[str, Traits], dict[str, tuple[str, ...]]]:
    """Return the traits of the organisations of the reference data by path, and their paths by key."""
    traits: dict[str, Traits] = {}
    by_key: dict[str, list[str]] = {}
    for thing in known.organizations():
        state = known.state_of(thing.path)
        traits[thing.path] = Traits(
            {
                "kind": frozenset({thing.kind}),
                "name": frozenset(f"{language}:{form}" for form, language, rank in thing.names if rank < known.ABBREVIATION),
                "parent": frozenset({thing.parent} - {""}),
                "state": frozenset({state} - {""}),
            }
        )
        for key in keys("organization", traits[thing.path]):
            by_key.setdefault(key, []).append(thing.path)
    return traits, {key: tuple(paths) for key, paths in by_key.items()}


def telling(path: str, traits: Traits) -> tuple[int, int]:
    """Return how little a local key tells of an organisation: with state or parent before without."""
    return (not (traits["state"] or traits["parent"]), 0)
