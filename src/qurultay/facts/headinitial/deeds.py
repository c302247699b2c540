"""What people do at events without a verb of attending: they hand out certificates, they are quoted after a colon.

Each function looks at a finite clause whose arguments have their cases, and answers with the clause in which the frames know that who
did so was there, or spoke there; with None where the clause tells nothing of the kind.
"""

from __future__ import annotations

from qurultay.facts.headinitial.present import SAY, THERE, as_told, in_nominative
from qurultay.facts.phrases import Phrases
from qurultay.mentions.nodes import Clause, Node

__all__ = ["handed_out", "quoted_after_colon"]

_PEOPLE = ("PERSON", "LIST")
_QUOTED = ["COLON", "QUOTE"]


def handed_out(phrases: Phrases, clause: Clause) -> Clause | None:
    """ "Certificates were handed over by A", "A gave out the awards": that he was there, though not that he spoke."""
    given, giving = phrases.pack.settings["handed_out"], phrases.pack.settings["handing"]
    verb = phrases.pack.fold(clause.verb.text).split()
    if clause.tense != "past" or not any(word in giving for word in verb):
        return None
    what = next((n for n in clause.arguments if _last_word(phrases, n) in given), None)
    if what is None and verb[-1] not in given:
        return None
    passive = [n for n in clause.arguments if n.kind in _PEOPLE and n.has("by")]
    active = [n for n in clause.arguments if n.kind in _PEOPLE and n.has("nom") and n.last < clause.verb.first]
    if what is not None and what.last < clause.verb.first:
        active = []
    people = passive or active
    rest = [n for n in clause.arguments if n.kind == "EVENT" and n.has("loc")]
    return as_told(clause, THERE["attending"], "past", [*(in_nominative(n) for n in people), *rest]) if people else None


def _last_word(phrases: Phrases, node: Node) -> str:
    return phrases.pack.fold(node.text).split()[-1] if node.kind in ("WORD", "NAME") and node.text else ""


def quoted_after_colon(clause: Clause) -> Clause | None:
    """ "The line of the day belongs to A: “…”": that he said so."""
    tail = [n for n in clause.arguments if n.kind != "PUNCT"][-3:]
    if [n.kind for n in tail[1:]] != _QUOTED or tail[0].kind != "PERSON" or len(tail[0].things) != 1:
        return None
    if tail[0].has("nom") or any(n.kind in _PEOPLE and n is not tail[0] for n in clause.arguments):
        return None
    return as_told(clause, SAY, "past", [in_nominative(tail[0])])
