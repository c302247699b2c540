"""Who was at an event, where the verb of the clause says something else: that they gathered for it, did something there, were seen there.

Each function looks at a finite clause whose arguments have their cases, and answers with the clause in which the frames know that.
"""

from __future__ import annotations

from dataclasses import replace

from qurultay.facts.among import STAFF
from qurultay.facts.headinitial.present import PEOPLE, THERE, as_told, in_nominative
from qurultay.facts.phrases import named
from qurultay.language.pack import Predicate
from qurultay.language.suffixes import Ending
from qurultay.mentions.nodes import Clause, Node

__all__ = ["absolute", "acted_at", "acted_there", "came_from", "first_to_speak", "gathered_for", "met_by", "seen", "taught_by"]

_HERE = frozenset({"PERSON", "LIST", "POST", "DELEGATION", "MEMBERS", "STATE", "ORG"})
_SILENT = frozenset({"", "other"})
_GATHERINGS = frozenset({"Conference", "Forum", "Seminar", "Training", "Session", "Meeting", "Ceremony"})
_GATHERING = frozenset({"meet", "gather", "participate"})
_RECEIVED = Predicate("received", (("nom", "guest"), ("by", "host")), ())
_TAUGHT = ("delivered", "conducted", "facilitated", "given", "run", "provided", "held")
"""Participles of verbs by which a course is told of those who taught it."""
_BEING = ("is", "are", "was", "were", "be", "been", "being")


def gathered_for(clause: Clause, held: Clause, frames: set[str]) -> list[Clause]:
    """ "Ministers of A and B gathered in C for a conference": that it was held, and who was there."""
    event = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("for")), None)
    people = [n for n in clause.arguments if n.kind in _HERE and n.has("nom") and n.last < clause.verb.first and n.things]
    if event is None or not people or not frames & _GATHERING or (len(people) == 1 and _own(event, people[0])):
        return [held]
    at = replace(event, endings=(Ending("", case="loc"),))
    return [held, as_told(clause, THERE["attending"], clause.tense, [*people, at])]


def _own(event: Node, body: Node) -> bool:
    """Tell whether an event is the sitting of the body that came together for it."""
    return body.kind == "ORG" and len(body.things) == 1 and any(body.things[0] is one for one in event.things[0].of)


def met_by(clause: Clause, frames: set[str]) -> Clause | None:
    """ "They were met by A": who received them."""
    words = clause.verb.text.lower().split()
    hosts = [n for n in clause.arguments if n.kind in PEOPLE and n.has("by") and n.first > clause.verb.last]
    passive = words[0] in _BEING and words[-1] == "met"
    return as_told(clause, _RECEIVED, clause.tense, clause.arguments) if passive and hosts and frames <= _SILENT else None


def taught_by(clause: Clause, frames: set[str]) -> Clause | None:
    """ "The course was delivered by A and B": who taught it."""
    event = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("nom") and n.last < clause.verb.first), None)
    teachers = [n for n in clause.arguments if n.kind in PEOPLE and n.has("by") and n.first > clause.verb.last and n.things]
    taught = clause.verb.text.lower().split()[-1] in _TAUGHT and event is not None and event.things[0].kind in ("Training", "Seminar")
    if event is None or not taught or not teachers or "held" not in frames:
        return None
    at = replace(event, endings=(Ending("", case="loc"),))
    return as_told(clause, THERE["speaking"], clause.tense, [*map(in_nominative, teachers), at])


def acted_at(clause: Clause, frames: set[str]) -> Clause | None:
    """ "Judges from A looked for answers at a workshop in B": who did whatever it was at an event was there."""
    event = next((n for n in clause.arguments if n.kind == "EVENT" and n.cases() == {"loc"} and n.first > clause.verb.last), None)
    passive = clause.verb.text.lower().split()[0] in _BEING
    if event is None or not frames <= _SILENT | {"say"} or clause.tense not in ("past", "pres") or passive:
        return None
    if event.things[0].kind not in _GATHERINGS or event.things[0].plural:
        return None
    agents = [n for n in clause.arguments if n.kind in _HERE and n.has("nom") and n.last < clause.verb.first and n.things]
    if not agents or any(n.kind == "EVENT" and n.has("nom") for n in clause.arguments):
        return None
    if "say" in frames and not any(n.value == STAFF or n.kind == "DELEGATION" for n in agents):
        return None
    return as_told(clause, THERE["attending"], clause.tense, [n for n in clause.arguments if not n.has("acc") or n in agents])


def acted_there(clause: Clause, frames: set[str]) -> Clause | None:
    """ "At the conference, A unveiled a book", "on the panel, A sparred with B": who did whatever it was at an event was there."""
    event = next((n for n in clause.arguments if n.kind == "EVENT" and n.cases() == {"loc"} and n.last < clause.verb.first), None)
    passive = clause.verb.text.lower().split()[0] in _BEING
    if event is None or not frames <= _SILENT or clause.tense != "past" or passive or event.things[0].plural:
        return None
    if event.things[0].kind not in _GATHERINGS or any(n.kind == "EVENT" and n is not event for n in clause.arguments):
        return None
    people = [n for n in clause.arguments if n.kind in ("PERSON", "LIST") and n.things and any(t.sort == "person" for t in n.things)]
    agents = [n for n in people if n.has("nom") and event.last < n.first and n.last < clause.verb.first]
    if not agents:
        return None
    partners = [in_nominative(n) for n in people if n.cases() == {"ins"} and n.first > clause.verb.last]
    all_there = replace(agents[-1], kind="LIST", things=[t for n in (*agents, *partners) for t in n.things])
    rest = [n for n in clause.arguments if n is event or n.kind in ("DATE", "PLACE")]
    return as_told(clause, THERE["attending"], "past", [all_there if partners else agents[-1], *agents[:-1], *rest])


def came_from(clause: Clause, frames: set[str]) -> Clause | None:
    """ "Delegations had arrived from A and B": from where those came who are at the event that the text is at."""
    told = [n for n in clause.arguments if n.things or n.kind in ("GROUP", "ROLE", "DELEGATION")]
    people = [n for n in told if n.has("nom") and n.last < clause.verb.first and (n.plural() or n.value == STAFF)]
    homes = [n for n in told if n.cases() == {"abl"} and n.kind in ("STATE", "ORG", "LIST") and n.first > clause.verb.last]
    homes += [n for n in people if n.value == STAFF]
    rest = [n for n in told if n not in people and n not in homes and n.kind != "DATE"]
    still = clause.verb.text.lower().split()[-1] in _BEING
    if "move" not in frames or still or clause.tense != "past" or len(people) != 1 or not homes or rest:
        return None
    return as_told(clause, THERE["attending"], "past", [in_nominative(n) for n in homes])


def seen(clause: Clause) -> Clause | None:
    """ "The forum saw the participation of A and B": who was there."""
    saw = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("nom") and n.last < clause.verb.first), None)
    if saw is None or not any(p.slot("gen") == "agent" for p, _ in clause.verb.senses):
        return None
    there = [in_nominative(n) for n in clause.arguments if n.kind in _HERE and n.has("gen") and n.first > clause.verb.last]
    at = replace(saw, endings=(Ending("", case="loc"),))
    rest = [n for n in clause.arguments if n.kind in ("DATE", "PLACE")]
    return as_told(clause, THERE["attending"], clause.tense, [*there, at, *rest]) if there else None


def absolute(clause: Clause) -> Clause | None:
    """ "…, with A and B in attendance", "… with A taking part": who was at the event of which the clause tells."""
    event = next((n for n in clause.arguments if n.kind == "EVENT" and n.cases() & {"nom", "acc", "loc"}), None)
    if event is None:
        return None
    for place, node in enumerate(clause.arguments):
        if node.kind not in _HERE or not node.has("ins") or not node.things:
            continue
        after = clause.arguments[place + 1] if place + 1 < len(clause.arguments) else None
        sign = after is not None and named(after, "WORD", "attending")
        doing = any(
            c.form == "part" and c.verb.frames() & {"participate"} and c.verb.senses[0][0].slot("acc") != "agent" for c in node.clauses
        )
        if sign or doing:
            at = replace(event, endings=(Ending("", case="loc"),))
            clause.arguments = [n for n in clause.arguments if n is not node and not (sign and n is after)]
            return as_told(clause, THERE["attending"], clause.tense, [in_nominative(node), at])
    return None


def first_to_speak(clause: Clause, frames: set[str]) -> Clause | None:
    """ "A was the first to speak": that he spoke."""
    speaks = next((n for n in clause.arguments if n.kind == "VERB" and "inf" in n.forms() and "speak" in n.frames()), None)
    ordinal = any(n.kind == "ORDINAL" or n.text.lower() in ("last", "next") for n in clause.arguments)
    who = [n for n in clause.arguments if n.kind in PEOPLE and n.has("nom") and n.last < clause.verb.first]
    if speaks is None or not ordinal or not who or "move" not in frames:
        return None
    rest = [replace(n, endings=(Ending("", case="loc"),)) if n.kind == "EVENT" else n for n in clause.arguments if n is not speaks]
    return as_told(clause, THERE["speaking"], clause.tense, [n for n in rest if n.kind != "ORDINAL"])
