"""Bodies told without their state, by names that others bear too: in a title, by a generic name, by the end of a longer one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qurultay.mentions.nodes import Thing

if TYPE_CHECKING:
    from qurultay.facts.entities import Entities
    from qurultay.facts.referent import Referent

__all__ = ["generic_abroad", "longer_name", "presided", "title_at_home"]

_SEVERAL = 2
_FAR = 200
"""How many characters apart an office told in a title is hardly the one told before."""
_PRESIDED = ("Organization", "Council", "Court")
"""Kinds of body over which somebody presides."""


def generic_abroad(entities: Entities, thing: Thing) -> bool:
    """Tell whether a name that bodies of many states bear is told in an article that is not of the known one's state, nor names that.

    "Court of Cassation" in an article about Morocco is not that of Türkiye.
    """
    known, pack = entities.reference.get(thing.path), entities.pack
    if known is None or thing.of or not pack.home or not known.state.startswith("state/") or known.state == f"state/{pack.home}":
        return False
    words = pack.fold(entities.text[thing.start : thing.end]).split()
    if len(words) < _SEVERAL or words[0] not in pack.settings.get("generic_heads", ()) or "of" not in words:
        return False
    state = entities.referents.get(known.state)
    return state is None or not state.mentions


def title_at_home(entities: Entities, thing: Thing, told: Sequence[Referent]) -> bool:
    """Tell whether an office in a title without an article is that of the article's state, when another's was told long before.

    "Supreme Court Judge A" is no judge of the court of Tajikistan that was spoken of in another paragraph.
    """
    pack = entities.pack
    if not pack.settings.get("fixed_order") or not pack.home or not told or not thing.name[:1].isupper():
        return False
    determined = entities.text[: thing.start].lower().endswith("the ")
    last = max((start for referent in told for start, _, _ in referent.mentions if start < thing.start), default=-1)
    ours = any(referent.path.endswith(f"-{pack.home.lower()}") for referent in told)
    return not determined and not ours and 0 <= last < thing.start - _FAR


def longer_name(entities: Entities, name: str) -> Referent | None:
    """Return the body met before that "the State Audit Institution" points back to, after "Oman's State Audit Institution"."""
    if not entities.pack.settings.get("fixed_order") or " " not in name:
        return None
    fitting = [
        referent
        for referent in entities.referents.values()
        if referent.sort == "org" and any(form.endswith(f"s {name}") or form.startswith(f"{name} of ") for form in referent.names)
    ]
    return fitting[0] if len(fitting) == 1 and name not in fitting[0].names else None


def presided(entities: Entities, at: int) -> Referent | None:
    """Return the body named last before ``at``, near it, over which a chairman told alone may preside."""
    bodies = [
        (start, referent.ref, referent)
        for referent in entities.referents.values()
        if referent.sort == "org" and referent.kind in _PRESIDED
        for start, _, _ in referent.mentions
        if 0 < at - start < _FAR
    ]
    return max(bodies, key=lambda found: found[:2])[2] if bodies else None
