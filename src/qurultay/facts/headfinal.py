"""The grammar of head-final languages (Azerbaijani, Turkish): the order in which the phrase rules are tried.

Each group is run until none of its rules applies any more; beside each rule stand the kinds of node that it can begin
with, so that a rule is only asked where it may answer.
"""

from __future__ import annotations

from qurultay.facts.occasions import document, event, event_part, named_document, theme, visit
from qurultay.facts.people import (
    ambiguous_role,
    delegation,
    department_role,
    domain_role,
    guest_name,
    late_body,
    nested_role,
    person,
    person_name,
    post,
    respectively,
    shared_head,
)
from qurultay.facts.phrases import LISTED, Group, Phrases, Rule

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
        (Phrases.our_country, ("GROUP", "TERRITORY")),
        (Phrases.republic, ("STATE",)),
        (Phrases.area, ("STATE", "PLACE", "NAME")),
        (Phrases.name, ("NAME", "PLACE", "STATE")),
        (Phrases.aside, tuple(kind for kind in _ASIDE if kind != "OFFICE")),
    ),
    _group((Phrases.listed_states, ("STATE", "GROUP", "ROLE")), (Phrases.listed_places, ("PLACE",)), (Phrases.members, ("ORG", "STATE"))),
    _group(
        (Phrases.compound_office, ("OFFICE", "ROLE", "GROUP", "TERRITORY")),
        (ambiguous_role, ("ORDINAL",)),
        (nested_role, ("ROLE",)),
        (department_role, ("OFFICE",)),
    ),
    _group((domain_role, ("WORD", "NAME", "TERRITORY")), needs="ROLE"),
    _group(
        (Phrases.national_office, ("STATE", "GROUP")),
        (Phrases.local_office, ("PLACE",)),
        (Phrases.shared_noun, ("NAME", "WORD")),
        (Phrases.named_office, ("NAME",)),
        (Phrases.quoted_office, ("QUOTE",)),
        (Phrases.state_of_office, ("STATE",)),
        (Phrases.part_of_body, ("ORG", "MEMBERS")),
        (Phrases.department, ("NAME", "WORD")),
        (Phrases.beside, ("ROLE", "POST", "ORG")),
    ),
    _group(
        (Phrases.lone_office, ("OFFICE",)),
        (Phrases.part_of_body, ("ORG", "MEMBERS")),
        (Phrases.beside, ("ROLE", "POST", "ORG")),
        (Phrases.aside, _ASIDE),
        (Phrases.members, ("ORG", "STATE")),
    ),
    _group((post, ("STATE", "ORG", "PLACE", "MEMBERS", "GROUP", "AREA"))),
    _group(
        (person, ("POST", "ROLE", "TITLE", "ORDINAL")),
        (person_name, ("NAME",)),
        (late_body, ("STATE", "ORG")),
        (guest_name, ("GROUP", "DEMONYM")),
        (Phrases.aside, _ASIDE),
    ),
    _group(
        (shared_head, ("ORG", "STATE", "LIST")),
        (respectively, ("POST", "ROLE")),
        (Phrases.between, LISTED),
        (delegation, ("PERSON", "POST", "ROLE", "STATE", "ORG", "MEMBERS", "LIST")),
        (Phrases.listed, LISTED),
    ),
    _group(
        (Phrases.with_, _MARKED),
        (Phrases.marker, tuple(kind for kind in _MARKED if kind != "EVENT")),
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
        (Phrases.marker, _MARKED),
        (Phrases.with_, _MARKED),
    ),
    _group((Phrases.about, _MARKED)),
)
