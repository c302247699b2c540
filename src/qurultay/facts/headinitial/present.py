"""Who was there, who spoke and who held it, told by a noun for them: "in attendance were A and B", "speakers: A and B".

Each function looks at a finite clause whose arguments have their cases, and answers with the clause in which the frames know that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from qurultay.facts.phrases import Phrases, named
from qurultay.language.pack import Concept, Predicate
from qurultay.language.suffixes import Ending, VerbForm
from qurultay.mentions.nodes import Clause, Node, Thing

__all__ = ["HELD", "PEOPLE", "SAY", "THERE", "as_told", "in_nominative", "told_by_noun", "told_by_sign"]

SAY = Predicate("say", (("nom", "agent"),), ())
HELD = Predicate("held", (("nom", "event"),), ())
THERE = {
    "attending": Predicate("participate", (("nom", "agent"), ("loc", "event")), ()),
    "speaking": Predicate("speak", (("nom", "agent"), ("loc", "event")), ()),
}
"""What is told of those who are "in attendance", "among the speakers"."""
PEOPLE = ("PERSON", "POST", "LIST", "DELEGATION")
_BEING = ("is", "are")
"""Verbs in the present beside which "there" says where somebody is; after others he is yet to go: "is due to travel there"."""
_LABEL = 5
"""How many nodes a label before a colon has at most."""
_IN_LIST = frozenset({*PEOPLE, "ORG", "STATE", "NAME", "COMMA", "CONJ", "DET", "PUNCT", "LPAR", "RPAR", "WORD"})
"""Kinds of node in a list of those who were there."""
_SOON = 4
"""Within how many nodes after "were" those stand who were there."""
_HOLDING = ("ORG", "STATE", "LIST", "PERSON")


def told_by_noun(phrases: Phrases, clause: Clause, frames: set[str]) -> Clause | None:
    """Return what a clause tells by a noun for those who were there, spoke or held it; None where it has none."""
    return _there(clause, frames) or _organisers(clause, frames) or _participants(phrases, clause) or _among(phrases, clause)


def as_told(clause: Clause, predicate: Predicate, tense: str, arguments: Sequence[Node]) -> Clause:
    """Return a clause with the words of another, a verb of its own sense, and some of its arguments."""
    verb = replace(clause.verb, senses=((predicate, VerbForm("fin", tense)),))
    return Clause(verb, list(arguments), tense=tense, topic=clause.topic, reported=clause.reported)


def in_nominative(node: Node) -> Node:
    """Return a phrase as the subject of a clause."""
    plural = bool(node.endings) and all(e.plural for e in node.endings)
    for thing in node.things:
        if thing.by_case:
            thing.by_case = {"nom": next(iter(thing.by_case.values()))}
    return replace(node, endings=(Ending("", plural=plural),))


def _there(clause: Clause, frames: set[str]) -> Clause | None:
    """ "In attendance were A and B", "the speakers included A", "participants were A and B": who was there, or spoke there."""
    sign = next((n for n in clause.arguments if n.kind == "WORD" and n.concept is not None and n.concept.name in THERE), None)
    sign = sign or next((n for n in clause.arguments if (_those_present(n) or _represented(n)) and n.last < clause.verb.first), None)
    there = next(
        (n for n in clause.arguments if n.kind == "PARTICLE" and n.text.lower() == "there" and n.first == clause.verb.last + 1), None
    )
    still = there is not None and (clause.tense == "past" or clause.verb.text.lower() in _BEING)
    if still and frames & {"move"} and any(n.kind in PEOPLE and n.has("nom") for n in clause.arguments):
        return as_told(clause, THERE["attending"], clause.tense, clause.arguments)
    if sign is None or sign.concept is None or not frames & {"move", "include"}:
        return None
    told = {"acc", "gen"} if "include" in frames else {"acc"}
    after = [n for n in clause.arguments if n.first > clause.verb.last and n.kind in (*PEOPLE, "NAME", "ORG", "STATE") and n.cases() & told]
    before = [n for n in clause.arguments if n.last < clause.verb.first and n.kind in (*PEOPLE, "NAME", "ORG", "STATE") and n.has("nom")]
    if not after and (not before or "include" in frames or sign.kind == "GROUP"):
        return None
    of = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("gen") and n.last < clause.verb.first), None)
    if sign.kind == "GROUP" and after and after[0].first > clause.verb.last + _SOON:
        return None  # "the guests are in Hungary for the conference, hosted by A"
    kept = [in_nominative(n) if n in after else n for n in clause.arguments if n is not sign or n.kind != "GROUP"]
    kept = [replace(n, endings=(Ending("", case="loc"),)) if n is of else n for n in kept]
    predicate = THERE["attending" if sign.kind == "GROUP" else sign.concept.name]
    return as_told(clause, predicate, clause.tense, kept)


def _organisers(clause: Clause, frames: set[str]) -> Clause | None:
    """ "The organisers of the seminar were A and B": who held it."""
    sign = next((n for n in clause.arguments if named(n, "WORD", "organizing") and n.last < clause.verb.first), None)
    bodies = [n for n in clause.arguments if n.first > clause.verb.last and n.kind in _HOLDING and n.has("acc")]
    if sign is not None and bodies and frames & {"move", "include"}:
        return as_told(clause, HELD, clause.tense, _held_by(sign, bodies, clause.arguments))
    return _as_host(clause, frames)


def _as_host(clause: Clause, frames: set[str]) -> Clause | None:
    """ "A was the organiser of the seminar", "A and B acted as hosts": who held it."""
    after = [n for n in clause.arguments if n.kind == "WORD" and n.first > clause.verb.last]
    sign = next((n for n in after if named(n, "WORD", "organizing") or n.text.lower() in ("host", "hosts", "co-host", "co-hosts")), None)
    bodies = [n for n in clause.arguments if n.last < clause.verb.first and n.kind in ("ORG", "STATE") and n.has("nom")]
    if sign is None or not bodies or not frames & {"move", "other"} or len(after) > 1:
        return None
    if "move" in frames and not any(n.kind == "EVENT" and n.has("gen") for n in clause.arguments):
        return None
    return as_told(clause, HELD, clause.tense, _held_by(sign, bodies, clause.arguments))


def _held_by(sign: Node, bodies: Sequence[Node], arguments: Sequence[Node]) -> list[Node]:
    """Return the event that organisers are told of, the one told last where none is named, and those who held it."""
    of = next((n for n in arguments if n.kind == "EVENT" and n.has("gen")), None)
    thing = Thing("event", sign.start, sign.end, kind="Event", rules=("event_pronoun",))
    event = Node("EVENT", sign.first, sign.last, sign.start, sign.end, sign.text, (Ending(""),), [thing], concept=Concept("event", "Event"))
    return [in_nominative(of) if of is not None else event, *(replace(n, endings=(Ending("", case="by"),)) for n in bodies)]


def _represented(node: Node) -> bool:
    """Tell whether a phrase means states or bodies that were represented: "among the countries represented were"."""
    there = any({"participate", "represent"} & c.verb.frames() and not c.arguments for c in node.clauses)
    return named(node, "GROUP", "states") and there and node.cases() <= {"nom", "abl"}


def _those_present(node: Node) -> bool:
    """Tell whether a phrase that acts means those who were there, without saying who: "participants", "the guests"."""
    present = named(node, "GROUP", "participants") or (named(node, "GROUP", "guest") and node.plural())
    return present and node.has("nom") and not node.things


def _participants(phrases: Phrases, clause: Clause) -> Clause | None:
    """ "Участниками семинара стали A и B": who was there, told by the noun for those present."""
    verb = phrases.pack.fold(clause.verb.text).split()[-1]
    event = next(
        (
            event
            for sign, event in pairwise(clause.arguments)
            if named(sign, "GROUP", "participants") and sign.has("by") and event.kind == "EVENT" and event.has("gen")
        ),
        None,
    )
    if event is None or verb not in phrases.pack.settings["copula"]:
        return None
    there = replace(event, endings=(Ending("", case="loc"),))
    kept = [there if n is event else n for n in clause.arguments if not named(n, "GROUP", "participants")]
    return as_told(clause, THERE["attending"], clause.tense, kept)


def _among(phrases: Phrases, clause: Clause) -> Clause | None:
    """ "Среди участников семинара были A и B": who was there, or spoke there."""
    verb = phrases.pack.fold(clause.verb.text).split()[-1]
    if phrases.pack.dictionary is None or verb not in phrases.pack.settings["copula"]:
        return None
    sign = next((n for n in clause.arguments if n.kind == "WORD" and n.concept is not None and n.concept.name in THERE), None)
    if sign is None or sign.concept is None or not any(n.kind in (*PEOPLE, "ORG", "STATE") and n.has("nom") for n in clause.arguments):
        return None
    event = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("gen")), None)
    there = replace(event, endings=(Ending("", case="loc"),)) if event is not None else None
    kept = [there if there is not None and n is event else n for n in clause.arguments]
    return as_told(clause, THERE[sign.concept.name], clause.tense, kept)


def _labelled(phrases: Phrases, before: Sequence[Node], after: Sequence[Node]) -> str:
    """Return what a label before a list of people tells of them: "Words of welcome: A; B", "In the jury: A and B"; "" if it is none."""
    if len(before) > _LABEL or any(n.kind not in _IN_LIST for n in after) or not any(n.kind in PEOPLE for n in after):
        return ""
    words = {word for node in before for word in phrases.pack.fold(node.text).split()}
    return next((kind for kind in THERE if words & set(phrases.pack.settings["labels"].get(kind, ()))), "")


def told_by_sign(phrases: Phrases, nodes: Sequence[Node]) -> Clause | None:
    """Return what a sentence without a verb tells by a colon: "Speakers: A, B and C.", "Participants: A and B.", "A: “…”." """
    too = [n for n in nodes if n.kind in PEOPLE and n.cases() == {"with"}]
    if too and nodes[0] is too[0]:  # "So did A and B."
        verb = replace(nodes[-1], senses=((THERE["attending"], VerbForm("fin", "past")),))
        return Clause(verb, [in_nominative(n) for n in too], tense="past")
    at = next((i for i, node in enumerate(nodes) if node.kind == "COLON"), None)
    if at is None or at == 0:
        return None
    before, after = nodes[:at], nodes[at + 1 :]
    sign = before[-1]
    if sign.kind in ("PERSON", "NAME") and len(before) == 1 and after and after[0].kind == "QUOTE":
        verb = replace(nodes[at], senses=((SAY, VerbForm("fin", "past")),))
        return Clause(verb, [sign], tense="past")
    if named(sign, "WORD", "organizing") and (bodies := [n for n in after if n.kind in _HOLDING and n.has("nom")]):
        verb = replace(nodes[at], senses=((HELD, VerbForm("fin", "past")),))
        return Clause(verb, _held_by(sign, bodies, before), tense="past")
    kind = "attending" if _those_present(sign) else sign.concept.name if sign.kind == "WORD" and sign.concept is not None else ""
    people = [n for n in after if n.kind in (*PEOPLE, "ORG", "STATE", "NAME") and n.has("nom")]
    kind = kind if kind in THERE else _labelled(phrases, before, after)
    if kind not in THERE or not people:
        return None
    verb = replace(nodes[at], senses=((THERE[kind], VerbForm("fin", "past")),))
    return Clause(verb, [*before[:-1], *people], tense="past")
