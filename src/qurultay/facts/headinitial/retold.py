"""What a clause tells in other words than its verb: that a document was signed, that two met, who was there, what a body held.

Each function looks at a finite clause whose arguments have their cases, and answers with the clauses in which it is told as the
frames know it: "ended with the signing of a declaration" is also *a declaration was signed*. The words by which this is seen are nouns
of the lexicon (``word``: ``signing``, ``attending``, ``speaking``) and frames, never the words themselves.
"""

from __future__ import annotations

from dataclasses import replace

from qurultay.facts.among import STAFF
from qurultay.facts.headinitial.attended import (
    absolute,
    acted_at,
    acted_there,
    came_from,
    first_to_speak,
    gathered_for,
    met_by,
    seen,
    taught_by,
)
from qurultay.facts.headinitial.deeds import handed_out, quoted_after_colon
from qurultay.facts.headinitial.happened import assembled, begun_with, editions, happened
from qurultay.facts.headinitial.inaugurations import inaugurated
from qurultay.facts.headinitial.present import HELD, PEOPLE, SAY, THERE, as_told, in_nominative, told_by_noun
from qurultay.facts.headinitial.signings import SIGNED, signings
from qurultay.facts.headinitial.sittings import SITTING, sat, sat_to_decide
from qurultay.facts.headinitial.talks import MEET, exchanged, talks, when_and_where
from qurultay.facts.phrases import Phrases, named
from qurultay.language.pack import Concept, Predicate
from qurultay.language.suffixes import Ending
from qurultay.mentions.nodes import Clause, Node, Thing

__all__ = ["retold"]

_VISIT = Predicate("visit", (("nom", "agent"), ("dat", "place")), ())
_GOING_TO = frozenset({"for", "acc", "loc", "dat"})
"""Cases in which an event stands to which somebody is asked to come."""


def retold(phrases: Phrases, clause: Clause, subject: Node | None) -> list[Clause]:
    """Return a finite clause, and before or after it what it tells besides."""
    if clause.negative or not clause.verb.senses:
        return [clause]
    frames = clause.verb.frames()
    there = told_by_noun(phrases, clause, frames)
    there = there or handed_out(phrases, clause) or quoted_after_colon(clause)
    if there is None:
        there = seen(clause) or first_to_speak(clause, frames) or came_from(clause, frames)
    if there is not None:
        return [there]
    if (beside := absolute(clause)) is not None:
        return [*retold(phrases, clause, subject), beside]
    came = _came_for(phrases, clause, frames)
    if came is not None:
        return [came]
    _unfold(clause, frames)
    if (called := _called_on(clause, frames, subject)) is not None:
        return [called]
    attends = _to_attend(phrases, clause, frames)
    if attends is not None:
        return [clause, attends]
    if (floor := _floor(clause)) is not None:
        return [floor]
    if (greeted := _greeted(clause, frames)) is not None:
        return [greeted]
    if (received := met_by(clause, frames)) is not None:
        return [received]
    if (taught := taught_by(clause, frames)) is not None:
        return [clause, taught]
    visited = _visited(clause, frames, subject)
    if visited is not None:
        return [visited]
    if frames & {"held"} and any(named(n, "WORD", "signing") and n.has("nom") and n.last < clause.verb.first for n in clause.arguments):
        return [as_told(clause, SIGNED, clause.tense, clause.arguments)]
    if several := editions(phrases, clause, frames):
        return several
    met_there = assembled(phrases, clause, frames)
    if met_there is not None:
        states = [n for n in clause.arguments if n.kind == "STATE" and n.has("nom")]
        return [met_there, as_told(clause, THERE["attending"], clause.tense, states)] if states else [clause, met_there]
    gathered = happened(phrases, clause, frames)
    if gathered is not None:
        return [gathered]
    gathered = _gathered(clause, frames)
    if gathered is not None:
        return gathered_for(clause, gathered, frames)
    if (at_event := acted_at(clause, frames) or acted_there(clause, frames)) is not None:
        return [clause, at_event]
    if convened := _convened(clause, frames, subject):
        return convened
    organised = _first_of_all(clause, frames)
    if organised is not None:
        return [organised]
    if met_first := talks(phrases, clause, subject) or exchanged(clause, frames):
        return met_first
    if opened := inaugurated(phrases, clause, subject):
        return opened
    accepted = _accepted(clause, subject)
    if accepted is not None:
        return [accepted]
    sitting = sat(phrases, clause, frames, subject)
    if sitting is not None:
        return [sitting]
    decided = sat_to_decide(phrases, clause, subject)
    if decided is not None:
        return [decided, clause]
    had = _had(phrases, clause, subject)
    if had is not None:
        return [had]
    conferred = _conferred(clause, subject)
    if conferred is not None:
        return [conferred]
    met = _told_at(clause, frames, subject)
    others = [told for told in (begun_with(phrases, clause, frames),) if told is not None]
    return [
        *([met] if met is not None else []),
        clause,
        *signings(phrases, clause, frames),
        *_cited(clause),
        *others,
    ]


def _came_for(phrases: Phrases, clause: Clause, frames: set[str]) -> Clause | None:
    """ "На заседание прибыли A и B", "A is in Baku for a forum": that they take part, and where it is."""
    fixed = bool(phrases.pack.settings["fixed_order"])
    if (
        not (phrases.pack.dictionary is not None or fixed)
        or not frames & ({"move", "visit"} if fixed else {"move"})
        or any(n.kind == "EVENT" and n.things[0].kind == "Visit" for n in clause.arguments)
    ):
        return None
    cases = {"for"} if fixed else {"dat", "loc"}
    event = next((n for n in clause.arguments if n.kind == "EVENT" and n.cases() & cases and not n.has("nom")), None)
    stays = fixed and phrases.pack.fold(clause.verb.text) in phrases.pack.settings["copula"]
    if event is None or not (clause.tense in ("past", "fut") or stays) or (fixed and _vague(event)):
        return None
    there = [
        n if n is not event and n.kind not in ("PLACE", "STATE") else replace(n, endings=(Ending("", case="loc"),))
        for n in clause.arguments
        if not (stays and n.kind == "GROUP")  # which of "the guests" of one event are at another is not told
    ]
    return as_told(clause, THERE["attending"], clause.tense, there)


def _called_on(clause: Clause, frames: set[str], subject: Node | None) -> Clause | None:
    """ "X paid a courtesy visit to Y", "X visited Y": that the two met, where Y is a person."""
    one = next((n for n in clause.arguments if n.kind == "PERSON" and n.cases() & {"dat", "acc"} and n.first > clause.verb.last), None)
    if one is None or "visit" not in frames or subject is None or subject.kind not in PEOPLE:
        return None
    if any(n.kind in ("PLACE", "STATE") and n.cases() & {"dat", "acc"} and n.first < one.first for n in clause.arguments):
        return None
    return as_told(
        clause, MEET, clause.tense, [n if n is not one else replace(n, endings=(Ending("", case="acc"),)) for n in clause.arguments]
    )


def _to_attend(phrases: Phrases, clause: Clause, frames: set[str]) -> Clause | None:
    """ "Arrived in Dushanbe to attend the 5th meeting": that he takes part in it, and where it is."""
    inf = next((n for n in clause.arguments if n.kind == "VERB" and "inf" in n.forms() and "participate" in n.frames()), None)
    if inf is None or not frames & {"move", "visit"} or clause.tense not in ("past", "fut", "pres"):
        return None
    event = next((n for n in clause.arguments if n.kind == "EVENT" and n.first > inf.last and n.cases() & {"acc", "loc"}), None)
    if event is None:
        return None
    there = [
        replace(n, endings=(Ending("", case="loc"),)) if n is event or (n.kind in ("PLACE", "STATE") and not n.has("nom")) else n
        for n in clause.arguments
        if n is not inf and not (n.kind == "EVENT" and n is not event)
    ]
    return as_told(clause, THERE["attending"], clause.tense, there)


def _vague(event: Node) -> bool:
    """Tell whether an event is none that somebody travels to in order to attend: talks, or a part of another event."""
    thing = event.things[0]
    return (thing.kind in ("Meeting", "Event") and not thing.ordinal) or (event.concept is not None and bool(event.concept.get("part")))


def _unfold(clause: Clause, frames: set[str]) -> None:
    """Give a clause of motion the place to which the visit in it goes: "is on a visit to X"."""
    if not frames & {"visit", "move"} or any(n.kind in ("PLACE", "STATE") and n.cases() & {"dat", "loc", "acc"} for n in clause.arguments):
        return
    trip = next((n for n in clause.arguments if n.kind == "EVENT" and n.things[0].kind == "Visit" and n.things[0].place), None)
    if trip is not None:
        clause.arguments = [*clause.arguments, *_place_of(trip)]


def _place_of(trip: Node) -> list[Node]:
    """Return where a visit goes as an argument of its own."""
    thing = trip.things[0].place[0]
    return [Node(thing.sort.upper(), trip.first, trip.last, thing.start, thing.end, "", (Ending("", case="dat"),), [thing])]


def _visited(clause: Clause, frames: set[str], subject: Node | None) -> Clause | None:
    """ "X wrapped up a visit to Y": that he visits it."""
    trip = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("acc") and n.things[0].kind == "Visit"), None)
    if trip is None or subject is None or subject.kind not in PEOPLE or not frames & {"phase", "ended", "held", "hold"}:
        return None
    if not trip.things[0].place or trip.things[0].of or trip.things[0].plural:
        return None
    kept = [n for n in clause.arguments if n.kind in ("DATE", "PLACE", "STATE") or n.has("invite") or n is subject or n is trip]
    subject_ = [] if subject in kept else [subject]
    return as_told(clause, _VISIT, clause.tense, [*subject_, *kept, *_place_of(trip)])


def _convened(clause: Clause, frames: set[str], subject: Node | None) -> list[Clause]:
    """ "BODY brought together judges from A for a seminar": who held it, and who was there."""
    event = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("for") and n.first > clause.verb.last), None)
    gathers = "participate" in frames and any(p.slot("nom") == "event" for p, _ in clause.verb.senses)
    if event is None or not gathers or subject is None or subject.kind not in ("ORG", "STATE") or subject not in clause.arguments:
        return []
    at = replace(event, endings=(Ending("", case="loc"),))
    people = [in_nominative(n) for n in clause.arguments if n.has("acc") and n.kind in (*PEOPLE, "ORG", "STATE", "ROLE", "GROUP")]
    if not people and not any(n.has("acc") for n in clause.arguments):
        return []
    where = when_and_where(clause)
    held = as_told(clause, HELD, clause.tense, [in_nominative(event), replace(subject, endings=(Ending("", case="by"),)), *where])
    return [held, as_told(clause, THERE["attending"], clause.tense, [*people, at, *where])]


def _gathered(clause: Clause, frames: set[str]) -> Clause | None:
    """ "Ministers from eight countries met for a conference", "the Council convened for its third meeting": that it was held."""
    event = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("for") and n.first > clause.verb.last), None)
    met = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("nom") and n.last < clause.verb.first), None)
    if "meet" in frames and met is not None and not any(n.kind in PEOPLE for n in clause.arguments):
        return as_told(clause, HELD, clause.tense, clause.arguments)
    body = next((n for n in clause.arguments if n.kind == "ORG" and n.has("nom") and len(n.things) == 1 and n.value != STAFF), None)
    sits = body is not None and body.things[0].kind in SITTING and bool(frames & {"held", "gather", "meet"})
    if event is None or not ("meet" in frames or sits):
        return None
    if any(n.cases() & {"ins", "acc"} for n in clause.arguments if n.kind in PEOPLE):
        return None
    if sits and body is not None and (not event.things[0].of or [t.path for t in event.things[0].of] == [body.things[0].path]):
        event.things[0].of = list(body.things)
        event.things[0].kind = "Session" if event.things[0].kind == "Meeting" else event.things[0].kind
    kept = [in_nominative(n) if n is event else n for n in clause.arguments if n is event or not n.has("nom") or not n.things]
    if body is not None and body.things[0].kind not in SITTING and body.last < clause.verb.first:
        kept.append(replace(body, endings=(Ending("", case="by"),)))
    return as_told(clause, HELD, clause.tense, kept)


def _told_at(clause: Clause, frames: set[str], subject: Node | None) -> Clause | None:
    """ "X told Y at a meeting": that the two met; the words are then said there."""
    partner = next((n for n in clause.arguments if n.kind == "PERSON" and n.has("acc")), None)
    at = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("loc") and n.things[0].kind == "Meeting"), None)
    told = "say" in frames and clause.tense == "past"
    if not told or partner is None or at is None or subject is None or subject.kind != "PERSON" or at.things[0].of:
        return None
    at.things[0].definite = True
    return as_told(clause, MEET, "past", [subject, partner, *when_and_where(clause)])


def _floor(clause: Clause) -> Clause | None:
    """ "The floor went to A and to B", "the floor was given to A": who spoke."""
    floor = next((n for n in clause.arguments if named(n, "WORD", "floor") and n.last < clause.verb.first), None)
    speakers = [n for n in clause.arguments if n.kind in PEOPLE and n.first > clause.verb.last and n.cases() & {"dat", "acc"}]
    if floor is None or not speakers:
        return None
    return as_told(
        clause,
        THERE["speaking"],
        clause.tense,
        [n if n not in speakers else in_nominative(n) for n in clause.arguments if n is not floor],
    )


def _greeted(clause: Clause, frames: set[str]) -> Clause | None:
    """ "The participants were welcomed by A": who spoke to them."""
    audience = next(
        (n for n in clause.arguments if named(n, "GROUP", "participants") and n.has("nom") and n.last < clause.verb.first), None
    )
    by = [n for n in clause.arguments if n.kind in PEOPLE and n.has("by")]
    if audience is None or not by or "received" not in frames:
        return None
    return as_told(
        clause, THERE["speaking"], clause.tense, [in_nominative(n) if n in by else n for n in clause.arguments if n is not audience]
    )


def _first_of_all(clause: Clause, frames: set[str]) -> Clause | None:
    """ "It was the first to be organised under the auspices of A": how the event told last was held."""
    it = next((n for n in clause.arguments[:2] if n.kind == "WORD" and n.text.lower() == "it"), None)
    held = next((n for n in clause.arguments if n.kind == "VERB" and "inf" in n.forms() and "held" in n.frames()), None)
    if it is None or held is None or "move" not in frames or not any(n.kind == "ORDINAL" for n in clause.arguments):
        return None
    thing = Thing("event", it.start, it.end, kind="Event", rules=("event_pronoun",))
    event = Node("EVENT", it.first, it.last, it.start, it.end, it.text, (Ending(""),), [thing], concept=Concept("event", "Event"))
    kept = [n for n in clause.arguments if n is not it and n is not held and n.kind != "ORDINAL"]
    return as_told(clause, HELD, "past", [event, *kept])


def _accepted(clause: Clause, subject: Node | None) -> Clause | None:
    """ "X accepted an invitation to come to A for the Forum": that he is to take part."""
    event = next((n for n in clause.arguments if n.kind == "EVENT" and n.first > clause.verb.last and n.cases() & _GOING_TO), None)
    if event is None or subject is None or not any(p.slot("dat") == "accepted" for p, _ in clause.verb.senses):
        return None
    there = [replace(n, endings=(Ending("", case="loc"),)) for n in clause.arguments if n is event or n.kind in ("PLACE", "STATE")]
    return as_told(clause, THERE["attending"], "fut", [in_nominative(subject), *there, *(n for n in clause.arguments if n.kind == "DATE")])


def _had(phrases: Phrases, clause: Clause, subject: Node | None) -> Clause | None:
    """ "X had talks in Astana with Y": that the two met."""
    event = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("acc") and n.things[0].kind == "Meeting"), None)
    partner = next((n for n in clause.arguments if n.kind in PEOPLE and n.cases() == {"ins"}), None)
    has = any(c.name == "have" for word in phrases.pack.fold(clause.verb.text).split()[-1:] for c in phrases.pack.nouns.get(word, ()))
    if not has or event is None or partner is None or subject is None or subject.kind not in PEOPLE:
        return None
    return as_told(clause, MEET, clause.tense, [subject, replace(partner, endings=(Ending("", case="acc"),)), *when_and_where(clause)])


def _conferred(clause: Clause, subject: Node | None) -> Clause | None:
    """ "X discussed A with Y": that the two met."""
    partner = next((n for n in clause.arguments if n.kind in ("PERSON", "POST") and n.cases() == {"ins"}), None)
    discusses = any(p.slot("ins") == "discussed" for p, _ in clause.verb.senses)
    he = next((n for n in clause.arguments if n.kind == "WORD" and n.text.lower() in ("he", "she") and n.last < clause.verb.first), None)
    if discusses and partner is not None and clause.tense == "past" and he is not None:
        return as_told(clause, MEET, "past", [he, replace(partner, endings=(Ending("", case="acc"),)), *when_and_where(clause)])
    if not discusses or partner is None or clause.tense != "past" or subject is None or subject.kind not in PEOPLE:
        return None
    return as_told(clause, MEET, "past", [subject, replace(partner, endings=(Ending("", case="acc"),)), *when_and_where(clause)])


def _cited(clause: Clause) -> list[Clause]:
    """ "According to X": a person who is cited so said something."""
    cited = [n for n in clause.arguments if n.kind == "PERSON" and n.has("source")]
    return [as_told(clause, SAY, "past", [in_nominative(node)]) for node in cited]
