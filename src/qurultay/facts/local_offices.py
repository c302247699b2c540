"""Offices of towns and regions that an article calls by several names."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qurultay.mentions.nodes import Thing

if TYPE_CHECKING:
    from qurultay.facts.entities import Entities
    from qurultay.facts.referent import Referent

__all__ = ["local_office_of"]


def local_office_of(entities: Entities, thing: Thing, make: Callable[[Thing, Referent | None], Referent]) -> Referent | None:
    """Return the prosecutor's office of a town that an article told before by another name: "Gəncə Şəhər Prokurorluğu"; else None."""
    place = entities.resolve(thing.of[0]) if thing.rules[:1] == ("local_office",) and thing.of else None
    if place is None or place.sort != "place" or thing.kind != "ProsecutorsOffice":
        return None
    met = entities.local_offices.get(place.ref)
    if met is None:
        entities.local_offices[place.ref] = met = make(thing, None)
    met.call(thing.name, thing.start, thing.end, "local_office")
    return met
