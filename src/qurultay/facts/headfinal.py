"""The grammar of head-final languages (Azerbaijani, Turkish): the order in which the phrase rules are tried.

Each group is run until none of its rules applies any more; beside each rule stand the kinds of node that it can begin
with, so that a rule is only asked where it may answer.
"""

from __future__ import annotations

from qurultay.facts.areas import area, listed_places, listed_states, members, name, our_country, republic
from qurultay.facts.bodies import (
    beside,
    compound_office,
    department,
    named_office,
    part_of_body,
    quoted_office,
)
from qurultay.facts.links import about, aside, between, listed, marker, with_
from qurultay.facts.occasions import document, event, event_part, named_document, theme, visit
from qurultay.facts.offices import local_office, lone_office, national_office, shared_noun, state_of_office
from qurultay.facts.people import delegation, guest_name, late_body, person, person_name, respectively, shared_head
from qurultay.facts.phrases import LISTED, Group, Rule
from qurultay.facts.posts import ambiguous_role, department_role, domain_role, nested_role, post

__all__ = ["GROUPS"]

_MARKED = (*LISTED, "DELEGATION", "ROLE", "NAME", "EVENT", "DOCUMENT", "QUOTE", "GROUP")
_ASIDE = (*LISTED, "NAME", "OFFICE", "ROLE", "EVENT", "DOCUMENT")
_OWNER = ("STATE", "ORG", "POST", "PERSON", "MEMBERS", "LIST", "ROLE", "DELEGATION", "PLACE", "THEME", "ORDINAL", "NAME")


def _group(*rules: tuple[Rule, tuple[str, ...]], needs: str = "") -> Group:
    """Return the rules of a group by the kind of node that they begin with, in their order."""
    kinds = {kind for _, starts in rules for kind in starts}
    return Group({kind: tuple(rule for rule, starts in rules if kind in starts) for kind in kinds}, frozenset(needs.split()))


GROUPS: tuple[Group, ...] = (
    _group(
        (our_country, ("GROUP", "TERRITORY")),
        (republic, ("STATE",)),
        (area, ("STATE", "PLACE", "NAME")),
        (name, ("NAME", "PLACE", "STATE")),
        (aside, tuple(kind for kind in _ASIDE if kind != "OFFICE")),
    ),
    _group((listed_states, ("STATE", "GROUP", "ROLE")), (listed_places, ("PLACE",)), (members, ("ORG", "STATE"))),
    _group(
        (compound_office, ("OFFICE", "ROLE", "GROUP", "TERRITORY")),
        (ambiguous_role, ("ORDINAL",)),
        (nested_role, ("ROLE",)),
        (department_role, ("OFFICE",)),
    ),
    _group((domain_role, ("WORD", "NAME", "TERRITORY")), needs="ROLE"),
    _group(
        (national_office, ("STATE", "GROUP")),
        (local_office, ("PLACE",)),
        (shared_noun, ("NAME", "WORD")),
        (named_office, ("NAME",)),
        (quoted_office, ("QUOTE",)),
        (state_of_office, ("STATE",)),
        (part_of_body, ("ORG", "MEMBERS")),
        (department, ("NAME", "WORD")),
        (beside, ("ROLE", "POST", "ORG")),
    ),
    _group(
        (lone_office, ("OFFICE",)),
        (part_of_body, ("ORG", "MEMBERS")),
        (beside, ("ROLE", "POST", "ORG")),
        (aside, _ASIDE),
        (members, ("ORG", "STATE")),
    ),
    _group((post, ("STATE", "ORG", "PLACE", "MEMBERS", "GROUP", "AREA"))),
    _group(
        (person, ("POST", "ROLE", "TITLE", "ORDINAL")),
        (person_name, ("NAME",)),
        (late_body, ("STATE", "ORG")),
        (guest_name, ("GROUP", "DEMONYM")),
        (aside, _ASIDE),
    ),
    _group(
        (shared_head, ("ORG", "STATE", "LIST")),
        (respectively, ("POST", "ROLE")),
        (between, LISTED),
        (delegation, ("PERSON", "POST", "ROLE", "STATE", "ORG", "MEMBERS", "LIST")),
        (listed, LISTED),
    ),
    _group(
        (with_, _MARKED),
        (marker, tuple(kind for kind in _MARKED if kind != "EVENT")),
        (delegation, ("PERSON", "POST", "ROLE", "STATE", "ORG", "MEMBERS", "LIST")),
        (post, ("STATE", "ORG", "PLACE", "MEMBERS", "GROUP")),
    ),
    _group(
        (theme, ("QUOTE",)),
        (event_part, ("EVENT",)),
        (visit, ("STATE", "PLACE", "PERSON", "POST", "GROUP", "LIST", "ORG", "DELEGATION")),
        (event, _OWNER),
        (named_document, ("QUOTE",)),
        (document, (*LISTED, "NAME", "EVENT", "DOCUMENT")),
        (marker, _MARKED),
        (with_, _MARKED),
    ),
    _group((about, _MARKED)),
)
