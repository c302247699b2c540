"""The grammar of head-final languages (Azerbaijani, Turkish): the order in which the phrase rules are tried.

Each group is run until none of its rules applies any more; beside each rule stand the kinds of node that it can begin
with, kinds of which the sentence must have one, and kinds that may follow, so that a rule is only asked where it may answer.
"""

from __future__ import annotations

from qurultay.facts.areas import area, listed_places, listed_states, members, name, our_country, republic
from qurultay.facts.bodies import beside, compound_office, department, named_office, part_of_body, quoted_office
from qurultay.facts.crowds import crowd
from qurultay.facts.delegations import delegation, delegation_head
from qurultay.facts.holders import respectively, shared_head, shared_heads, shared_holder
from qurultay.facts.links import about, aside, between, listed, marker, renamed, with_
from qurultay.facts.occasions import document, event, event_part, named_document, theme, visit
from qurultay.facts.offices import local_office, lone_office, national_office, shared_noun, state_of_office
from qurultay.facts.people import (
    aide,
    apposed,
    coming_from,
    guest_name,
    late_body,
    person,
    person_name,
)
from qurultay.facts.phrases import LISTED, Group, Start
from qurultay.facts.posts import post, post_beside
from qurultay.facts.roles import ambiguous_role, department_role, domain_role, former_role, nested_role

__all__ = ["GROUPS"]

_MARKED = (*LISTED, "DELEGATION", "ROLE", "NAME", "EVENT", "DOCUMENT", "QUOTE", "GROUP")
_ASIDE = (*LISTED, "NAME", "OFFICE", "ROLE", "EVENT", "DOCUMENT")
_OWNER = ("STATE", "ORG", "POST", "PERSON", "MEMBERS", "LIST", "ROLE", "DELEGATION", "PLACE", "THEME", "ORDINAL", "NAME")

_LISTING = ("COMMA", "CONJ")
_NEAR = 12
"""Within how many nodes a rule looks for the head of its phrase at most."""

GROUPS: tuple[Group, ...] = (
    Group.of(
        Start(our_country, ("GROUP", "TERRITORY")),
        Start(republic, ("STATE",), ("TERRITORY", "GROUP"), ("TERRITORY", "GROUP")),
        Start(area, ("STATE", "PLACE", "NAME"), following=("AREA", "PLACE")),
        Start(name, ("NAME", "PLACE", "STATE"), following=("NAME", "WORD")),
        Start(aside, tuple(kind for kind in _ASIDE if kind != "OFFICE"), ("LPAR",), ("LPAR",)),
    ),
    Group.of(
        Start(listed_states, ("STATE", "GROUP", "ROLE", "DEMONYM"), following=("COMMA", "CONJ", "DASH", "GROUP")),
        Start(listed_places, ("PLACE",), ("CONJ",), _LISTING),
        Start(members, ("ORG", "STATE"), ("GROUP",), ("GROUP", "MEMBER", "ROLE")),
    ),
    Group.of(
        Start(
            named_office,
            ("NAME", "WORD", "DEMONYM", "TITLE", "ROLE", "GROUP", "TERRITORY", "OFFICE", "EVENT", "DOCUMENT"),
            ("OFFICE",),
            reach=_NEAR,
        )
    ),
    Group.of(
        Start(compound_office, ("OFFICE", "ROLE", "GROUP", "TERRITORY"), ("OFFICE",), ("OFFICE",)),
        Start(ambiguous_role, ("ORDINAL",), ("ROLE",), ("ROLE",)),
        Start(former_role, ("WORD",), ("ROLE",), ("ROLE",)),
        Start(nested_role, ("ROLE",), following=("ROLE", "WORD")),
        Start(department_role, ("OFFICE",), ("ROLE",), ("ROLE",)),
    ),
    Group.of(
        Start(domain_role, ("WORD", "NAME", "TERRITORY"), ("ROLE",), ("WORD", "NAME", "CONJ", "ROLE"), reach=5),
        Start(former_role, ("WORD",), ("ROLE",), ("ROLE",)),
    ),
    Group.of(
        Start(national_office, ("STATE", "GROUP"), ("OFFICE",), reach=_NEAR),
        Start(local_office, ("PLACE",), ("OFFICE",), reach=_NEAR),
        Start(shared_noun, ("NAME", "WORD"), ("OFFICE",), ("NAME", "WORD", *_LISTING), reach=8),
        Start(quoted_office, ("QUOTE",), ("OFFICE",), ("OFFICE", "LPAR")),
        Start(state_of_office, ("STATE",), ("ORG", "OFFICE"), ("ORG",)),
        Start(part_of_body, ("ORG", "MEMBERS"), ("ORG", "OFFICE"), reach=_NEAR),
        Start(department, ("NAME", "WORD"), ("OFFICE",), reach=7),
        Start(beside, ("ROLE", "POST", "ORG"), ("RELATION",), ("RELATION",)),
    ),
    Group.of(
        Start(lone_office, ("OFFICE",)),
        Start(part_of_body, ("ORG", "MEMBERS"), ("ORG", "OFFICE"), reach=_NEAR),
        Start(beside, ("ROLE", "POST", "ORG"), ("RELATION",), ("RELATION",)),
        Start(aside, _ASIDE, ("LPAR",), ("LPAR",)),
        Start(renamed, ("ORG",), ("DASH",), ("DASH",)),
        Start(members, ("ORG", "STATE"), ("GROUP",), ("GROUP", "MEMBER", "ROLE")),
    ),
    Group.of(
        Start(post, ("STATE", "ORG", "PLACE", "MEMBERS", "GROUP", "AREA", "DEMONYM"), ("ROLE", "POST"), reach=_NEAR),
        Start(post_beside, ("ORG",), ("ROLE",), ("RELATION",), _NEAR),
    ),
    Group.of(
        Start(person, ("POST", "ROLE", "TITLE", "ORDINAL"), ("NAME",)),
        Start(person_name, ("NAME",)),
        Start(late_body, ("STATE", "ORG"), following=("PERSON",)),
        Start(aide, ("PERSON",), following=("PERSON",)),
        Start(coming_from, ("ORG", "STATE"), following=("PERSON", "NAME")),
        Start(apposed, ("POST", "ROLE"), following=("COMMA", "CONJ")),
        Start(shared_holder, ("ORG",), ("CONJ",), ("CONJ",)),
        Start(guest_name, ("GROUP", "DEMONYM"), following=("GROUP", "NAME", "PERSON")),
        Start(aside, _ASIDE, ("LPAR",), ("LPAR",)),
    ),
    Group.of(
        Start(shared_head, ("ORG", "STATE", "LIST"), ("POST", "DELEGATION"), _LISTING),
        Start(shared_heads, ("ORG",), ("PERSON",), _LISTING),
        Start(respectively, ("POST", "ROLE")),
        Start(between, (*LISTED, "GROUP"), ("RELATION",), reach=3),
        Start(delegation, ("PERSON", "POST", "ROLE", "STATE", "ORG", "MEMBERS", "LIST"), ("DELEGATION",)),
        Start(delegation_head, ("DELEGATION",), ("PERSON",), ("PERSON", "ROLE")),
        Start(crowd, ("STATE", "ORG", "LIST"), ("ROLE",), reach=_NEAR),
        Start(listed, LISTED, ("CONJ",), _LISTING),
    ),
    Group.of(
        Start(with_, _MARKED, ("CONJ",), ("CONJ",)),
        Start(marker, tuple(kind for kind in _MARKED if kind != "EVENT"), ("MARKER", "CITE"), ("MARKER", "CITE")),
        Start(delegation, ("PERSON", "POST", "ROLE", "STATE", "ORG", "MEMBERS", "LIST"), ("DELEGATION",)),
        Start(post, ("STATE", "ORG", "PLACE", "MEMBERS", "GROUP"), ("ROLE", "POST"), reach=_NEAR),
    ),
    Group.of(
        Start(theme, ("QUOTE",)),
        Start(event_part, ("EVENT",), following=("EVENT", "DURING")),
        Start(visit, ("STATE", "PLACE", "PERSON", "POST", "GROUP", "LIST", "ORG", "DELEGATION"), ("EVENT",), reach=3),
        Start(event, _OWNER, ("EVENT",), reach=6),
        Start(named_document, ("QUOTE",)),
        Start(document, (*LISTED, "NAME", "EVENT", "DOCUMENT"), ("DOCUMENT", "QUOTE"), reach=_NEAR),
        Start(marker, _MARKED, ("MARKER", "CITE"), ("MARKER", "CITE")),
        Start(with_, _MARKED, ("CONJ",), ("CONJ",)),
    ),
    Group.of(Start(about, _MARKED, ("RELATION",), ("RELATION",))),
)
