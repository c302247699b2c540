"""The grammar of head-final languages (Azerbaijani, Turkish): the order in which the phrase rules are tried."""

from __future__ import annotations

from qurultay.facts.occasions import document, event, event_part, named_document, theme, visit
from qurultay.facts.people import ambiguous_role, delegation, domain_role, guest_name, nested_role, person, person_name, post, respectively, shared_head
from qurultay.facts.phrases import Phrases, Rule

__all__ = ["GROUPS"]

GROUPS: tuple[tuple[Rule, ...], ...] = (
    (Phrases.our_country, Phrases.republic, Phrases.area, Phrases.name, Phrases.aside),
    (Phrases.listed_states, Phrases.listed_places, Phrases.members),
    (Phrases.compound_office, ambiguous_role, nested_role, domain_role),
    (Phrases.national_office, Phrases.local_office, Phrases.named_office, Phrases.state_of_office, Phrases.part_of_body, Phrases.department, Phrases.beside),
    (Phrases.lone_office, Phrases.part_of_body, Phrases.beside, Phrases.aside, Phrases.members),
    (post, person, person_name, guest_name, Phrases.aside),
    (shared_head, respectively, Phrases.between, delegation, Phrases.listed),
    (Phrases.with_, Phrases.marker, delegation, post),
    (theme, event_part, visit, event, named_document, document, Phrases.marker, Phrases.with_),
)
