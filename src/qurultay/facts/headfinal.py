"""The grammar of head-final languages (Azerbaijani, Turkish): the order in which the phrase rules are tried.

Each group is run until none of its rules applies any more; beside each rule stand the kinds of node that it can begin
with, and kinds of which it needs one, so that a rule is only asked where it may answer.
"""

from __future__ import annotations

from qurultay.facts.areas import area, listed_places, listed_states, members, name, our_country, republic
from qurultay.facts.bodies import beside, compound_office, department, named_office, part_of_body, quoted_office
from qurultay.facts.links import about, aside, between, listed, marker, renamed, with_
from qurultay.facts.occasions import document, event, event_part, named_document, theme, visit
from qurultay.facts.offices import local_office, lone_office, national_office, shared_noun, state_of_office
from qurultay.facts.people import apposed, delegation, guest_name, late_body, person, person_name, respectively, shared_head, shared_holder
from qurultay.facts.phrases import LISTED, Group, Start
from qurultay.facts.posts import ambiguous_role, department_role, domain_role, former_role, nested_role, post

__all__ = ["GROUPS"]

_MARKED = (*LISTED, "DELEGATION", "ROLE", "NAME", "EVENT", "DOCUMENT", "QUOTE", "GROUP")
_ASIDE = (*LISTED, "NAME", "OFFICE", "ROLE", "EVENT", "DOCUMENT")
_OWNER = ("STATE", "ORG", "POST", "PERSON", "MEMBERS", "LIST", "ROLE", "DELEGATION", "PLACE", "THEME", "ORDINAL", "NAME")

GROUPS: tuple[Group, ...] = (
    Group.of(
        Start(our_country, ("GROUP", "TERRITORY")),
        Start(republic, ("STATE",), ("TERRITORY", "GROUP")),
        Start(area, ("STATE", "PLACE", "NAME")),
        Start(name, ("NAME", "PLACE", "STATE")),
        Start(aside, tuple(kind for kind in _ASIDE if kind != "OFFICE"), ("LPAR",)),
    ),
    Group.of(
        Start(listed_states, ("STATE", "GROUP", "ROLE")),
        Start(listed_places, ("PLACE",), ("CONJ",)),
        Start(members, ("ORG", "STATE"), ("GROUP",)),
    ),
    Group.of(Start(named_office, ("NAME", "TITLE", "ROLE", "GROUP", "TERRITORY", "OFFICE", "EVENT", "DOCUMENT"), ("OFFICE",))),
    Group.of(
        Start(compound_office, ("OFFICE", "ROLE", "GROUP", "TERRITORY"), ("OFFICE",)),
        Start(ambiguous_role, ("ORDINAL",), ("ROLE",)),
        Start(former_role, ("WORD",), ("ROLE",)),
        Start(nested_role, ("ROLE",)),
        Start(department_role, ("OFFICE",), ("ROLE",)),
    ),
    Group.of(Start(domain_role, ("WORD", "NAME", "TERRITORY"), ("ROLE",))),
    Group.of(
        Start(national_office, ("STATE", "GROUP"), ("OFFICE",)),
        Start(local_office, ("PLACE",), ("OFFICE",)),
        Start(shared_noun, ("NAME", "WORD"), ("OFFICE",)),
        Start(quoted_office, ("QUOTE",), ("OFFICE",)),
        Start(state_of_office, ("STATE",), ("ORG", "OFFICE")),
        Start(part_of_body, ("ORG", "MEMBERS"), ("ORG", "OFFICE")),
        Start(department, ("NAME", "WORD"), ("OFFICE",)),
        Start(beside, ("ROLE", "POST", "ORG"), ("RELATION",)),
    ),
    Group.of(
        Start(lone_office, ("OFFICE",)),
        Start(part_of_body, ("ORG", "MEMBERS"), ("ORG", "OFFICE")),
        Start(beside, ("ROLE", "POST", "ORG"), ("RELATION",)),
        Start(aside, _ASIDE, ("LPAR",)),
        Start(renamed, ("ORG",), ("DASH",)),
        Start(members, ("ORG", "STATE"), ("GROUP",)),
    ),
    Group.of(Start(post, ("STATE", "ORG", "PLACE", "MEMBERS", "GROUP", "AREA"), ("ROLE", "POST"))),
    Group.of(
        Start(person, ("POST", "ROLE", "TITLE", "ORDINAL")),
        Start(person_name, ("NAME",)),
        Start(late_body, ("STATE", "ORG")),
        Start(apposed, ("POST", "ROLE")),
        Start(shared_holder, ("ORG",), ("CONJ",)),
        Start(guest_name, ("GROUP", "DEMONYM")),
        Start(aside, _ASIDE, ("LPAR",)),
    ),
    Group.of(
        Start(shared_head, ("ORG", "STATE", "LIST"), ("POST", "DELEGATION")),
        Start(respectively, ("POST", "ROLE")),
        Start(between, (*LISTED, "GROUP"), ("RELATION",)),
        Start(delegation, ("PERSON", "POST", "ROLE", "STATE", "ORG", "MEMBERS", "LIST"), ("DELEGATION",)),
        Start(listed, LISTED, ("CONJ",)),
    ),
    Group.of(
        Start(with_, _MARKED, ("CONJ",)),
        Start(marker, tuple(kind for kind in _MARKED if kind != "EVENT"), ("MARKER", "CITE")),
        Start(delegation, ("PERSON", "POST", "ROLE", "STATE", "ORG", "MEMBERS", "LIST"), ("DELEGATION",)),
        Start(post, ("STATE", "ORG", "PLACE", "MEMBERS", "GROUP"), ("ROLE", "POST")),
    ),
    Group.of(
        Start(theme, ("QUOTE",)),
        Start(event_part, ("EVENT",)),
        Start(visit, ("STATE", "PLACE", "PERSON", "POST", "GROUP", "LIST", "ORG", "DELEGATION"), ("EVENT",)),
        Start(event, _OWNER, ("EVENT",)),
        Start(named_document, ("QUOTE",)),
        Start(document, (*LISTED, "NAME", "EVENT", "DOCUMENT"), ("DOCUMENT", "QUOTE")),
        Start(marker, _MARKED, ("MARKER", "CITE")),
        Start(with_, _MARKED, ("CONJ",)),
    ),
    Group.of(Start(about, _MARKED, ("RELATION",))),
)
