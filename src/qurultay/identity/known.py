"""What the reference data knows of bodies and places, for comparing things that it does not know."""

from __future__ import annotations

from collections import Counter
from functools import cache

from qurultay import resources
from qurultay.mentions.reference import Known, Reference

__all__ = ["ABBREVIATION", "group", "has", "named_by_kind", "organizations", "parent_of", "place_names", "state_names", "state_of"]

_GROUPS = {"Council": "shared", "InternationalOrganization": "shared", "University": "teaching", "TrainingInstitution": "teaching"}
"""Kinds of organisation that readers of four languages do not tell apart with certainty."""

ABBREVIATION = 2
"""The rank of abbreviations among names."""


@cache
def _reference() -> Reference:
    return Reference.load(resources.path("data/reference"))


def state_of(path: str) -> str:
    """Return the ISO code of the state of a known body or place, of its parent's where it has none itself; "" where there is none.

    >>> state_of("organization/pgo-az"), state_of("organization/ots"), state_of("place/nowhere")
    ('AZ', '', '')
    """
    seen = set()
    while path and path not in seen and (thing := _reference().get(path)):
        if thing.state or thing.iso:
            return thing.iso or thing.state.partition("/")[2]
        seen.add(path)
        path = thing.parent
    return ""


def has(path: str) -> bool:
    """Tell whether the reference data knows a path."""
    return path in _reference()


def parent_of(path: str) -> str:
    """Return the path of the body that a known body is a part of; "" where there is none."""
    thing = _reference().get(path)
    return thing.parent if thing else ""


def organizations() -> tuple[Known, ...]:
    """Return the known organisations, by path."""
    return tuple(thing for thing in _reference() if thing.path.startswith("organization/"))


def state_names() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return the ISO code of each state with its names and adjectives as (form, language), abbreviations left out."""
    states = sorted(_reference().by_iso.items())
    return tuple((iso, tuple((form, language) for form, language, rank in thing.names if rank != ABBREVIATION)) for iso, thing in states)


def place_names() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return the key of each place with its names as (form, language)."""
    places = [thing for thing in _reference() if thing.path.startswith("place/")]
    return tuple((thing.path.partition("/")[2], tuple((form, language) for form, language, _ in thing.names)) for thing in places)


def named_by_kind(form: str, language: str) -> bool:
    """Tell whether a form says no more than the kind of an office that nearly every state has: it is no name of any one of them.

    >>> named_by_kind("Ministry of Justice", "en"), named_by_kind("Ministry of Justice of Georgia", "en")
    (True, False)
    """
    return (_plain(form), language) in _kind_names()


@cache
def _kind_names() -> frozenset[tuple[str, str]]:
    """Return the names of the kinds of office that most states have whose offices are known, as (form, language)."""
    offices = [thing for thing in organizations() if thing.office_kind]
    kinds = Counter(thing.office_kind for thing in offices)
    least = len({thing.state for thing in offices}) / 2
    common = [thing for path, count in kinds.items() if count >= least and (thing := _reference().get(path))]
    return frozenset((_plain(form), language) for thing in common for form, language, _ in thing.names)


def _plain(form: str) -> str:
    return " ".join(form.replace("İ", "i").replace("I", "i").lower().split())


def group(kind: str) -> str:
    """Return the group of kinds that a kind of organisation is in: kinds of one group may be one body, told by two articles."""
    return _GROUPS.get(kind, "national")
