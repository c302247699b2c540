"""The grammar of head-initial languages (English, Russian): the order in which the phrase rules are tried.

What is said of :mod:`qurultay.facts.headfinal` holds here too. Phrases are built from the inside: names, states and offices, then
posts, people and events; a preposition gives its case only to a phrase that nothing of this goes on with.
"""

from __future__ import annotations

from qurultay.facts.headinitial.appositions import of_body, of_bracket, own_person, role_named, staff
from qurultay.facts.headinitial.bodies import (
    adjective_office,
    local_office,
    named_office,
    national_office,
    office_of_post,
    office_with_name,
    quoted_office,
    state_of_office,
)
from qurultay.facts.headinitial.colleagues import all_apposed, all_serving, colleague, colleague_named, holders
from qurultay.facts.headinitial.delegations import delegates, delegation, delegation_head
from qurultay.facts.headinitial.deputies import acting, deputy, deputy_of_post, in_any_case
from qurultay.facts.headinitial.happenings import (
    bracketed,
    compound,
    event,
    event_of,
    listed,
    named_event,
    numbered,
    prepositional,
    theme,
)
from qurultay.facts.headinitial.names import full_name, of_state, representing, sent_by
from qurultay.facts.headinitial.outings import visit_by, visit_to
from qurultay.facts.headinitial.papers import document, named_document, signing
from qurultay.facts.headinitial.partitive import partitive
from qurultay.facts.headinitial.parts import (
    longer_council,
    named_after,
    office_abroad,
    office_seated,
    offices_of_states,
    part_of_body,
    permanent_delegation,
)
from qurultay.facts.headinitial.people import (
    apposed,
    holder_named,
    noted,
    person,
    person_name,
    serving,
    translated_title,
)
from qurultay.facts.headinitial.places import (
    area,
    capital,
    determined,
    listed_adjectives,
    listed_places,
    listed_states,
    members,
    name,
    place_in_state,
    state_side,
)
from qurultay.facts.headinitial.qualified import adjective_part, body_after_comma, field, qualified
from qurultay.facts.headinitial.related import chaired, from_state, gapped_holders, post_of_which, staff_of_states
from qurultay.facts.headinitial.sides import between, parties
from qurultay.facts.headinitial.themes import subject_theme
from qurultay.facts.headinitial.titles import accredited, explained, former_post, minister, post, state_of_post
from qurultay.facts.links import aside
from qurultay.facts.offices import lone_office
from qurultay.facts.phrases import LISTED, Group, Start

__all__ = ["GROUPS"]

_ASIDE = (*LISTED, "NAME", "ROLE", "EVENT", "DOCUMENT")
_LISTING = ("COMMA", "CONJ")
_OWNER = ("STATE", "DEMONYM", "ORG", "PLACE", "MEMBERS", "GROUP")

GROUPS: tuple[Group, ...] = (
    Group.of(
        Start(determined, ("DET",)),
        Start(capital, ("AREA", "STATE", "DEMONYM"), ("AREA",)),
        Start(explained, ("ROLE", "NAME"), following=("LPAR",)),
        Start(compound, ("EVENT",), following=("EVENT",)),
        Start(bracketed, ("EVENT",), ("LPAR",), ("LPAR",)),
        Start(area, ("AREA", "PLACE", "NAME", "STATE", "DEMONYM"), ("PLACE", "AREA")),
        Start(named_after, ("OFFICE", "ORG", "NAME", "WORD", "DEMONYM", "PLACE"), ("OFFICE",), ("OFFICE", "WORD", "NAME")),
        Start(name, ("NAME", "PLACE", "STATE"), following=("NAME", "WORD", "PREP", "PARTICLE")),
        Start(place_in_state, ("PLACE",), following=("COMMA",)),
        Start(noted, ("STATE", "PLACE", "ORG", "NAME", "OFFICE"), ("LPAR",), ("LPAR",)),
        Start(state_side, ("STATE", "DEMONYM"), following=("GROUP",)),
    ),
    Group.of(
        Start(listed_states, ("STATE",), following=("COMMA", "CONJ", "DASH")),
        Start(listed_adjectives, ("DEMONYM",), ("CONJ",), _LISTING),
        Start(listed_places, ("PLACE",), ("CONJ",), _LISTING),
        Start(members, ("ORG", "MEMBER", "ROLE", "GROUP"), ("GROUP",)),
    ),
    Group.of(
        Start(adjective_office, ("NAME", "WORD"), ("OFFICE",), ("OFFICE",)),
        Start(adjective_part, ("WORD",), following=("OFFICE",)),
        Start(longer_council, ("NAME", "WORD"), following=("ORG",)),
    ),
    Group.of(
        Start(
            named_office,
            ("NAME", "PLACE", "OFFICE", "TERRITORY", "EVENT", "DOCUMENT", "WORD", "AREA", "GROUP", "ROLE", "TITLE"),
            ("OFFICE",),
        )
    ),
    Group.of(
        Start(permanent_delegation, ("ORG", "DELEGATION"), following=("DELEGATION", "PREP")),
        Start(national_office, ("STATE", "DEMONYM", "OFFICE", "GROUP"), ("OFFICE",)),
        Start(local_office, ("PLACE", "OFFICE"), ("OFFICE",)),
        Start(quoted_office, ("OFFICE", "QUOTE"), following=("OFFICE", "QUOTE")),
        Start(office_with_name, ("OFFICE",)),
        Start(state_of_office, ("ORG", "STATE", "DEMONYM"), ("ORG",)),
        Start(part_of_body, ("ORG", "OFFICE"), ("ORG",)),
        Start(qualified, ("TITLE", "WORD"), following=("ROLE",)),
        Start(deputy, ("ROLE",), following=("ROLE", "PREP")),
        Start(minister, ("ROLE", "NAME", "WORD"), ("ROLE",)),
    ),
    Group.of(
        Start(office_abroad, ("ORG",), following=("PREP",)),
        Start(office_seated, ("ORG",), following=("PREP",)),
        Start(offices_of_states, ("ORG",), ("STATE",), _LISTING),
        Start(part_of_body, ("ORG", "OFFICE"), ("ORG",)),
        Start(lone_office, ("OFFICE",)),
        Start(members, ("ORG", "MEMBER", "ROLE", "GROUP"), ("GROUP",)),
        Start(aside, ("ORG",), ("LPAR",), ("LPAR",)),
    ),
    Group.of(
        Start(staff_of_states, ("ROLE",), ("STATE",), ("WORD",)),
        Start(post_of_which, ("ROLE",), following=("REL",)),
        Start(office_of_post, ("ORG",), ("POST",)),
        Start(field, ("ROLE", "POST"), following=("PREP",)),
        Start(body_after_comma, ("ROLE",), following=("COMMA",)),
        Start(post, ("ROLE", *_OWNER), ("ROLE",)),
        Start(state_of_post, ("POST",), ("STATE",), ("PREP",)),
        Start(deputy_of_post, ("ROLE",), following=("POST", "PREP")),
        Start(in_any_case, ("POST", "ROLE")),
        Start(acting, ("NAME", "TITLE", "WORD"), following=("ROLE", "POST")),
        Start(former_post, ("WORD",), following=("ROLE", "POST")),
        Start(accredited, ("POST", "ROLE"), following=("PREP",)),
    ),
    Group.of(
        Start(gapped_holders, ("POST",), following=("NAME", "PERSON", "DASH")),
        Start(holders, ("POST", "ROLE", "GROUP")),
        Start(translated_title, ("NAME",), following=("LPAR",)),
        Start(person, ("POST", "ROLE", "TITLE")),
        Start(person_name, ("NAME",)),
        Start(colleague, ("GROUP", "DEMONYM", "STATE"), ("GROUP",)),
        Start(of_bracket, ("NAME", "PERSON"), ("LPAR",), ("LPAR",)),
        Start(sent_by, ("NAME", "PERSON"), ("LPAR",), ("LPAR",)),
        Start(aside, _ASIDE, ("LPAR",), ("LPAR",)),
    ),
    Group.of(
        Start(apposed, ("PERSON", "NAME"), ("POST", "ROLE"), ("COMMA", "DASH", "LPAR")),
        Start(holder_named, ("POST",), following=("COMMA",)),
        Start(role_named, ("ROLE",), following=("COMMA",)),
        Start(from_state, ("PREP",), ("PERSON",), ("STATE",)),
        Start(own_person, ("PERSON",)),
        Start(staff, ("GROUP", "ORG", "ROLE"), ("GROUP", "ROLE")),
        Start(colleague_named, ("GROUP", "WORD"), following=("COMMA",)),
        Start(serving, ("PERSON",), ("ORG",), ("PREP",)),
        Start(all_serving, ("PERSON",), ("ORG",), ("PREP",)),
        Start(of_state, ("STATE", "ORG"), following=("PERSON", "NAME")),
        Start(of_body, ("PERSON",), ("ORG", "STATE"), ("PREP",)),
        Start(sent_by, ("PERSON", "NAME"), ("ORG", "STATE"), ("PREP",)),
        Start(representing, ("PERSON", "NAME", "ROLE", "GROUP"), ("ORG", "STATE"), ("COMMA", "VERB")),
        Start(full_name, ("NAME",), following=("COMMA", "CONJ", "PUNCT", "VERB", "PREP", "DATE", "RPAR")),
        Start(delegates, ("DELEGATION", "ROLE"), ("DELEGATION",)),
        Start(delegation, ("DELEGATION", "STATE", "ORG", "DEMONYM", "MEMBERS"), ("DELEGATION",)),
    ),
    Group.of(
        Start(named_event, ("NAME", "AREA"), ("EVENT",)),
        Start(event, ("ORDINAL", "QUOTE", "NAME", "PERSON", "POST", "DELEGATION", *_OWNER), ("EVENT",)),
        Start(numbered, ("ORDINAL",), following=("ORG",)),
        Start(event_of, ("EVENT",)),
        Start(bracketed, ("EVENT",), ("LPAR",), ("LPAR",)),
        Start(theme, ("EVENT",), ("QUOTE",)),
        Start(partitive, ("ORDINAL", "WORD"), ("EVENT",), ("PREP",)),
        Start(subject_theme, ("EVENT",), following=("PREP",)),
        Start(visit_to, ("EVENT",), following=("PREP",)),
        Start(named_document, ("QUOTE", "NAME", "DOCUMENT", "PLACE"), ("DOCUMENT",)),
        Start(document, ("DOCUMENT",)),
        Start(signing, ("WORD",), ("DOCUMENT",), ("PREP", "DOCUMENT")),
        Start(listed, LISTED, ("CONJ",), _LISTING),
    ),
    Group.of(Start(between, ("PREP",))),
    Group.of(Start(prepositional, ("PREP",))),
    Group.of(
        Start(delegation_head, ("DELEGATION", "EVENT")),
        Start(visit_by, ("EVENT",)),
        Start(chaired, ("ORG",), ("PERSON",), ("COMMA",)),
        Start(all_apposed, ("PERSON", "LIST"), ("POST", "ROLE"), ("COMMA",)),
        Start(parties, ("EVENT", "DOCUMENT")),
        Start(listed, LISTED, ("CONJ",), _LISTING),
    ),
)
