"""Whose a post is that is told with a possessive pronoun: "её заместитель A", "с его председателем A"."""

from __future__ import annotations

from qurultay.facts.entities import Referent
from qurultay.facts.posts import HEADS
from qurultay.language.pack import LanguagePack
from qurultay.mentions.nodes import Thing

__all__ = ["ITS", "OWN", "owner_of_own", "possessed", "rank_in"]

OWN, ITS = "own", "its"
"""The marks of a post that a possessive pronoun stands before: that of whoever was told last, and that of a body."""
_NEAR = 250
"""How many characters back a pronoun points at most."""
_WORD = 8
"""How many characters before a post its pronoun is looked for in."""
_SILENT = frozenset({"NewsAgency", "PressService"})
_SCHOOLS = frozenset({"TrainingInstitution", "University"})
"""Kinds of body whose head may be called as that of a department is: "начальник академии"."""
_DEPUTIES = ("FirstDeputy", "Deputy")


def possessed(pack: LanguagePack, text: str, start: int) -> str:
    """Return the mark of the possessive pronoun of the third person right before an offset, "" where none stands there."""
    before = text[max(0, start - _WORD) : start].split()
    if not before or pack.fold(before[-1]) not in pack.settings["possessives"]:
        return ""
    return OWN if pack.dictionary is not None else ITS


def owner_of_own(referents: list[Referent], post: Thing) -> Referent | None:
    """Return the body that the pronoun before a post points back to: the one told last, or that of the person told last."""
    found: list[tuple[int, str, Referent]] = []
    for referent in referents:
        last = max((start for start, _, _ in referent.mentions if start < post.start), default=-1)
        if last < 0 or post.start - last > _NEAR or referent.kind in _SILENT:
            continue
        if referent.sort == "org":
            found.append((last, referent.ref, referent))
        elif (
            referent.sort == "person"
            and post.tail == OWN
            and (body := next((b for _, b in reversed(referent.posts) if b.sort == "org"), None)) is not None
        ):
            found.append((last, referent.ref, body))
    return max(found, key=lambda one: one[:2])[2] if found else None


def rank_in(role: str, body: Referent) -> str:
    """Return the role of a deputy of whom no more is told, in a body of a kind: that of its head, with the rank before it."""
    if role == "HeadOfDepartment" and body.kind in _SCHOOLS:
        return "Rector"
    return f"{role}{HEADS.get(body.kind, 'Director')}" if role in _DEPUTIES else role
