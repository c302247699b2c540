"""Who was at an event: people attend, and their bodies take part."""

from __future__ import annotations

import re

from qurultay.facts.among import STAFF
from qurultay.facts.discourse import Referent
from qurultay.facts.events import Event, Said
from qurultay.facts.frames.scene import Scene
from qurultay.facts.phrases import named
from qurultay.mentions.nodes import Clause, Node

__all__ = ["WHOLES", "Attendance", "taught"]

_PARTS = frozenset({"GovernmentBody", "Organization", "PressService", "Council"})
WHOLES = frozenset({"ProsecutorsOffice", "Ministry", "Court", "Parliament", "University", "TrainingInstitution", "GovernmentBody"})
"""Kinds of body that have departments, and at which guests are met."""


class Attendance:
    """Puts people and bodies into events."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.pack, self.discourse = scene, scene.pack, scene.discourse

    def add(self, event: Event, referent: Referent, said: Said, *, speaks: bool = False) -> None:
        """Put somebody into an event: a person attends and his body takes part; a body takes part."""
        if referent.sort == "person":
            event.add("attendee", referent, said)
            if speaks:
                event.add("speaker", referent, said)
            if referent.origin is not None and not referent.posts:
                event.add("participant", self.whole(referent.origin), said)
            for role, body in referent.posts[-2:]:
                if (role, body.ref) in referent.former:
                    continue
                if self._only_implied(role, body):
                    self._state_of(event, body, said)
                    continue
                if ((role != "HeadOfState" and body.sort == "org") or role == "Ambassador") and not self._inner(body):
                    event.add("participant", self.whole(body), said)
        elif referent.sort == "state" and self.scene.headline and any(r.country is referent for r in event.slots.get("participant", ())):
            return  # "the Azerbaijani side" of a headline is the office of which the article tells
        elif referent.sort == "org" and self._only_implied(self._untold(referent), referent):
            self._state_of(event, referent, said)
        elif referent.sort in ("org", "state") and referent.kind not in ("NewsAgency", "PressService") and not self._inner(referent):
            event.add("participant", self.whole(referent), said)

    def _inner(self, body: Referent) -> bool:
        """Tell whether a body is a department of whatever office told without it: that office takes part, and not the department."""
        inner = self.pack.settings["inner_departments"]
        if not inner or body.sort != "org" or body.parent is not None or body.path or not body.names or not self._department(body):
            return False
        return all(any(word in self.pack.fold(name).split() for word in inner) for name in body.names)

    @staticmethod
    def _untold(body: Referent) -> str:
        """Return the role outside the scheme by which alone a body may be told: an ombudsman's office by the ombudsman."""
        return "Commissioner" if body.path.startswith("organization/ombudsman-") else ""

    @staticmethod
    def _state_of(event: Event, body: Referent, said: Said) -> None:
        """Put the state of a body that the text does not name into an event in its place."""
        if body.state is not None:
            event.add("participant", body.state, said)

    def _only_implied(self, role: str, body: Referent) -> bool:
        """Tell whether a body is known only as that of a role outside the scheme of roles."""
        if body.names:
            return False
        untold = role.removeprefix("First").removeprefix("Deputy") in self.pack.settings["untold_roles"]
        return untold and all(rule == "office_of_role" for _, _, rule in body.mentions)

    def whole(self, body: Referent) -> Referent:
        """Return the office that a department is a part of: it is the office that takes part."""
        while body.parent is not None and body.kind in _PARTS and body.parent.kind in WHOLES | {"Organization"} and self._department(body):
            body = body.parent
        return body

    def _department(self, body: Referent) -> bool:
        """Tell whether a body is a part that does not act for itself; "the Department of Probation under the Ministry" does."""
        if any(f" {sign} " in name for name in body.names for sign in self.pack.settings["under"]):
            return False
        names = [re.split(r" (?:of|for|on) ", name)[0] for name in body.names]
        last = {self.discourse.stems(name)[0 if self.pack.dictionary is not None else -1] for name in names if name}
        return (
            body.kind == "PressService"
            or (body.parent is not None and body.parent.kind == "Parliament")
            or bool(last & set(self.pack.settings["departments"]))
            or not body.names
        )


def taught(clause: Clause) -> list[Node]:
    """ "Azerbaycan'dan gelen hâkimlere yönelik eğitim", "Kazakistan savcıları için seminer": whose people an event was held for."""
    found: list[Node] = []
    for at, node in enumerate(clause.arguments):
        after = clause.arguments[at + 1] if at + 1 < len(clause.arguments) else None
        meant = node.has("about") or (node.has("dat") and after is not None and named(after, "RELATION", "about"))
        named_body = node.kind == "POST" and all(t.plural and t.of and t.of[0].sort == "org" and t.of[0].definite for t in node.things)
        if (meant and node.kind == "POST") or (node.cases() == {"for"} and (named_body or node.value == STAFF)):
            found.append(node)
        elif meant and node.kind in ("ROLE", "GROUP"):
            found += [n for inner in node.clauses for n in inner.arguments if n.kind in ("STATE", "ORG") and n.has("abl")]
    return found
