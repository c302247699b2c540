"""What a clause tells in other words than its verb: that a document was signed, that two met, who was there, what a body held.

Each function looks at a finite clause whose arguments have their cases, and answers with the clauses in which it is told as the
frames know it: "ended with the signing of a declaration" is also *a declaration was signed*. The words by which this is seen are nouns
of the lexicon (``word``: ``signing``, ``attending``, ``speaking``) and frames, never the words themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from qurultay.facts.headinitial.happened import begun_with, happened, sitting_of
from qurultay.facts.phrases import Phrases, named
from qurultay.language.pack import Concept, Predicate
from qurultay.language.suffixes import Ending, VerbForm
from qurultay.mentions.nodes import Clause, Node, Thing

__all__ = ["retold"]

_MEET = Predicate("meet", (("nom", "agent"), ("acc", "partner")), ())
_SAY = Predicate("say", (("nom", "agent"),), ())
_SIGNED = Predicate("signed", (("nom", "document"),), ())
_VISIT = Predicate("visit", (("nom", "agent"), ("dat", "place")), ())
_HELD = Predicate("held", (("nom", "event"),), ())
_THERE = {
    "attending": Predicate("participate", (("nom", "agent"), ("loc", "event")), ()),
    "speaking": Predicate("speak", (("nom", "agent"), ("loc", "event")), ()),
}
"""What is told of those who are "in attendance", "among the speakers"."""
_PEOPLE = ("PERSON", "POST", "LIST", "DELEGATION")
_SITTING = frozenset({"Council", "InternationalOrganization", "Organization"})
"""Kinds of body that meet as such: "the Council met in Bishkek"."""
_GOING_TO = frozenset({"for", "acc", "loc", "dat"})
"""Cases in which an event stands to which somebody is asked to come."""
_DELIBERATING = ("commission", "committee", "council", "board", "assembly", "presidium", "working group")
"""What bodies that sit are called."""
_MONTH = 7
"""How long a date with year and month is."""


def retold(phrases: Phrases, clause: Clause, subject: Node | None) -> list[Clause]:
    """Return a finite clause, and before or after it what it tells besides."""
    if clause.negative or not clause.verb.senses:
        return [clause]
    frames = clause.verb.frames()
    there = _there(clause, frames) or _participants(phrases, clause) or _among(phrases, clause)
    if there is not None:
        return [there]
    came = _came_for(phrases, clause, frames)
    if came is not None:
        return [came]
    _unfold(clause, frames)
    if (floor := _floor(clause)) is not None:
        return [floor]
    visited = _visited(clause, frames, subject)
    if visited is not None:
        return [visited]
    if frames & {"held"} and any(named(n, "WORD", "signing") and n.has("nom") and n.last < clause.verb.first for n in clause.arguments):
        return [_as(clause, _SIGNED, clause.tense, clause.arguments)]
    gathered = happened(phrases, clause, frames) or _gathered(clause, frames)
    if gathered is not None:
        return [gathered]
    organised = _first_of_all(clause, frames)
    if organised is not None:
        return [organised]
    accepted = _accepted(clause, subject)
    if accepted is not None:
        return [accepted]
    sitting = _sitting(clause, frames, subject)
    if sitting is not None:
        return [sitting]
    had = _had(phrases, clause, subject)
    if had is not None:
        return [had]
    conferred = _conferred(clause, subject)
    if conferred is not None:
        return [conferred]
    met = _told_at(clause, frames, subject)
    others = [told for told in (begun_with(phrases, clause, frames),) if told is not None]
    return [*([met] if met is not None else []), clause, *_signings(clause, frames), *_cited(clause), *others]


def _came_for(phrases: Phrases, clause: Clause, frames: set[str]) -> Clause | None:
    """ "На заседание прибыли A и B", "прибыл в Баку для участия в форуме": that they take part, and where it is."""
    fixed = bool(phrases.pack.settings.get("fixed_order"))
    if (
        not (phrases.pack.dictionary is not None or fixed)
        or not frames & ({"move", "visit"} if fixed else {"move"})
        or any(n.kind == "EVENT" and n.things[0].kind == "Visit" for n in clause.arguments)
    ):
        return None
    cases = {"for"} if fixed else {"dat", "loc"}
    event = next((n for n in clause.arguments if n.kind == "EVENT" and n.cases() & cases and not n.has("nom")), None)
    if event is None or clause.tense not in ("past", "fut") or (fixed and _vague(event)):
        return None
    there = [
        n if n is not event and n.kind not in ("PLACE", "STATE") else replace(n, endings=(Ending("", case="loc"),))
        for n in clause.arguments
    ]
    return _as(clause, _THERE["attending"], clause.tense, there)


def _vague(event: Node) -> bool:
    """Tell whether an event is none that somebody travels to in order to attend: talks, or a part of another event."""
    return event.things[0].kind in ("Meeting", "Event") or (event.concept is not None and bool(event.concept.get("part")))


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
    if trip is None or subject is None or subject.kind not in _PEOPLE or not frames & {"phase", "ended", "held", "hold"}:
        return None
    if not trip.things[0].place or trip.things[0].of or trip.things[0].plural:
        return None
    kept = [n for n in clause.arguments if n.kind in ("DATE", "PLACE", "STATE") or n.has("invite") or n is subject or n is trip]
    subject_ = [] if subject in kept else [subject]
    return _as(clause, _VISIT, clause.tense, [*subject_, *kept, *_place_of(trip)])


def _as(clause: Clause, predicate: Predicate, tense: str, arguments: Sequence[Node]) -> Clause:
    """Return a clause with the words of another, a verb of its own sense, and some of its arguments."""
    verb = replace(clause.verb, senses=((predicate, VerbForm("fin", tense)),))
    return Clause(verb, list(arguments), tense=tense, topic=clause.topic, reported=clause.reported)


def _in_nominative(node: Node) -> Node:
    plural = bool(node.endings) and all(e.plural for e in node.endings)
    for thing in node.things:
        if thing.by_case:
            thing.by_case = {"nom": next(iter(thing.by_case.values()))}
    return replace(node, endings=(Ending("", plural=plural),))


def _there(clause: Clause, frames: set[str]) -> Clause | None:
    """ "In attendance were A and B", "the speakers included A", "A was also present": who was there, or spoke there."""
    sign = next((n for n in clause.arguments if n.kind == "WORD" and n.concept is not None and n.concept.name in _THERE), None)
    if sign is None or sign.concept is None or not frames & {"move", "include"}:
        return None
    after = [n for n in clause.arguments if n.first > clause.verb.last and n.kind in (*_PEOPLE, "NAME", "ORG", "STATE") and n.has("acc")]
    before = [n for n in clause.arguments if n.last < clause.verb.first and n.kind in (*_PEOPLE, "NAME", "ORG", "STATE") and n.has("nom")]
    if not after and (not before or "include" in frames):
        return None
    kept = [n if n not in after else _in_nominative(n) for n in clause.arguments]
    predicate = _THERE[sign.concept.name]
    return _as(clause, predicate, clause.tense, kept)


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
    return _as(clause, _THERE["attending"], clause.tense, kept)


def _among(phrases: Phrases, clause: Clause) -> Clause | None:
    """ "Среди участников семинара были A и B": who was there, or spoke there."""
    verb = phrases.pack.fold(clause.verb.text).split()[-1]
    if phrases.pack.dictionary is None or verb not in phrases.pack.settings["copula"]:
        return None
    sign = next((n for n in clause.arguments if n.kind == "WORD" and n.concept is not None and n.concept.name in _THERE), None)
    if sign is None or sign.concept is None or not any(n.kind in (*_PEOPLE, "ORG", "STATE") and n.has("nom") for n in clause.arguments):
        return None
    event = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("gen")), None)
    there = replace(event, endings=(Ending("", case="loc"),)) if event is not None else None
    kept = [there if there is not None and n is event else n for n in clause.arguments]
    return _as(clause, _THERE[sign.concept.name], clause.tense, kept)


def _gathered(clause: Clause, frames: set[str]) -> Clause | None:
    """ "Ministers from eight countries met for a conference", "the Council convened for its third meeting": that it was held."""
    event = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("for") and n.first > clause.verb.last), None)
    met = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("nom") and n.last < clause.verb.first), None)
    if "meet" in frames and met is not None and not any(n.kind in _PEOPLE for n in clause.arguments):
        return _as(clause, _HELD, clause.tense, clause.arguments)
    body = next((n for n in clause.arguments if n.kind == "ORG" and n.has("nom") and len(n.things) == 1), None)
    sits = body is not None and body.things[0].kind in _SITTING and bool(frames & {"held", "gather", "meet"})
    if event is None or not ("meet" in frames or sits):
        return None
    if any(n.cases() & {"ins", "acc"} for n in clause.arguments if n.kind in _PEOPLE):
        return None
    if sits and body is not None and (not event.things[0].of or [t.path for t in event.things[0].of] == [body.things[0].path]):
        event.things[0].of = list(body.things)
        event.things[0].kind = "Session" if event.things[0].kind == "Meeting" else event.things[0].kind
    kept = [_in_nominative(n) if n is event else n for n in clause.arguments if n is event or not n.has("nom") or not n.things]
    return _as(clause, _HELD, clause.tense, kept)


def _sitting(clause: Clause, frames: set[str], subject: Node | None) -> Clause | None:
    """ "The Council met in Bishkek": a session of the body, where no partner is told."""
    deliberates = clause.tense == "past" and any(p.slot("ins") == "discussed" for p, _ in clause.verb.senses)
    if deliberates and subject is not None and any(n.kind == "DATE" and n.value and len(n.value) > _MONTH for n in clause.arguments):
        return _deliberating(clause, subject)
    gathers = "gather" in frames and clause.tense in ("past", "fut") and _when_or_where(clause)
    spoken = "meet" in frames and "speak" not in frames
    meets = spoken or gathers or (frames & {"held"} and any(p.slot("for") == "event" for p, _ in clause.verb.senses))
    bodies = [n for n in clause.arguments if n.has("nom") and n.kind in ("ORG", "POST") and n.things]
    if len(bodies) != 1 or any(n.kind in _PEOPLE and n is not bodies[0] and n.has("nom") for n in clause.arguments):
        return None
    body = bodies[0]
    if not meets or any(_another(n) for n in clause.arguments if n.things and n is not body):
        return None
    if body.kind == "POST":
        if (
            not (frames & {"meet"} or (_when_or_where(clause) and clause.tense != "pres"))
            or not body.things[0].of
            or not all(thing.kind == body.things[0].kind for thing in body.things)
        ):
            return None
        if len(body.things) == 1 and not body.things[0].plural:
            return None
    elif len(body.things) != 1 or body.things[0].kind not in _SITTING:
        return None
    return sitting_of(clause, body)


def _another(node: Node) -> bool:
    """Tell whether a phrase shows that a body did not merely meet: whom it met, or an event that is more than the occasion."""
    return bool(node.cases() & {"ins", "acc"}) or (node.kind == "EVENT" and not node.has("framework"))


def _when_or_where(clause: Clause) -> bool:
    """Tell whether a clause tells a day, a town or a state in which something was."""
    return any((n.kind == "DATE" and n.value) or (n.kind in ("PLACE", "STATE") and n.has("loc")) for n in clause.arguments)


def _deliberating(clause: Clause, subject: Node) -> Clause | None:
    """ "On Friday the Commission examined a draft law": a session of the body on that day."""
    if subject.kind != "ORG" or len(subject.things) != 1 or subject.things[0].kind not in _SITTING or subject not in clause.arguments:
        return None
    name = (subject.things[0].name or subject.text).lower()
    if any(n.kind == "EVENT" for n in clause.arguments) or not any(word in name for word in _DELIBERATING):
        return None
    thing = Thing("event", subject.start, clause.verb.end, kind="Session", of=list(subject.things), rules=("sitting",))
    event = Node(
        "EVENT",
        subject.first,
        subject.last,
        subject.start,
        subject.end,
        subject.text,
        (Ending(""),),
        [thing],
        concept=Concept("event", "Session"),
    )
    return _as(clause, _HELD, "past", [event if n is subject else n for n in clause.arguments if n is subject or not n.has("acc")])


def _signings(clause: Clause, frames: set[str]) -> list[Clause]:
    """ "ended with the signing of a declaration", "resulted in its adoption": that the document was signed."""
    ceremony = frames & {"held"} and any(n.kind == "EVENT" and "signing" in n.text.lower() for n in clause.arguments)
    if clause.tense != "past" or not (ceremony or frames & {"phase", "ended"}):
        return []
    signed = [n for n in clause.arguments if n.kind == "DOCUMENT" and (n.value == "SIGNED" or (ceremony and not n.has("nom")))]
    beside = [n for n in clause.arguments if n.kind == "DATE" or (n.has("between") and n.things)]
    return [_as(clause, _SIGNED, "past", [*beside, _in_nominative(node)]) for node in signed]


def _told_at(clause: Clause, frames: set[str], subject: Node | None) -> Clause | None:
    """ "X told Y at a meeting": that the two met; the words are then said there."""
    partner = next((n for n in clause.arguments if n.kind == "PERSON" and n.has("acc")), None)
    at = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("loc") and n.things[0].kind == "Meeting"), None)
    told = "say" in frames and clause.tense == "past"
    if not told or partner is None or at is None or subject is None or subject.kind != "PERSON" or at.things[0].of:
        return None
    return _as(clause, _MEET, "past", [subject, partner, *(n for n in clause.arguments if n.kind in ("DATE", "PLACE"))])


def _floor(clause: Clause) -> Clause | None:
    """ "The floor went to A and to B", "the floor was given to A": who spoke."""
    floor = next((n for n in clause.arguments if named(n, "WORD", "floor") and n.last < clause.verb.first), None)
    speakers = [n for n in clause.arguments if n.kind in _PEOPLE and n.first > clause.verb.last and n.cases() & {"dat", "acc"}]
    if floor is None or not speakers:
        return None
    return _as(
        clause,
        _THERE["speaking"],
        clause.tense,
        [n if n not in speakers else _in_nominative(n) for n in clause.arguments if n is not floor],
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
    return _as(clause, _HELD, "past", [event, *kept])


def _accepted(clause: Clause, subject: Node | None) -> Clause | None:
    """ "X accepted an invitation to come to A for the Forum": that he is to take part."""
    event = next((n for n in clause.arguments if n.kind == "EVENT" and n.first > clause.verb.last and n.cases() & _GOING_TO), None)
    if event is None or subject is None or not any(p.slot("dat") == "accepted" for p, _ in clause.verb.senses):
        return None
    there = [replace(n, endings=(Ending("", case="loc"),)) for n in clause.arguments if n is event or n.kind in ("PLACE", "STATE")]
    return _as(clause, _THERE["attending"], "fut", [_in_nominative(subject), *there, *(n for n in clause.arguments if n.kind == "DATE")])


def _had(phrases: Phrases, clause: Clause, subject: Node | None) -> Clause | None:
    """ "X had talks in Astana with Y": that the two met."""
    event = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("acc") and n.things[0].kind == "Meeting"), None)
    partner = next((n for n in clause.arguments if n.kind in _PEOPLE and n.cases() == {"ins"}), None)
    has = any(c.name == "have" for word in phrases.pack.fold(clause.verb.text).split()[-1:] for c in phrases.pack.nouns.get(word, ()))
    if not has or event is None or partner is None or subject is None or subject.kind not in _PEOPLE:
        return None
    return _as(clause, _MEET, clause.tense, [subject, replace(partner, endings=(Ending("", case="acc"),)), *_when_and_where(clause)])


def _conferred(clause: Clause, subject: Node | None) -> Clause | None:
    """ "X discussed A with Y": that the two met."""
    partner = next((n for n in clause.arguments if n.kind in ("PERSON", "POST") and n.cases() == {"ins"}), None)
    discusses = any(p.slot("ins") == "discussed" for p, _ in clause.verb.senses)
    if not discusses or partner is None or clause.tense != "past" or subject is None or subject.kind not in _PEOPLE:
        return None
    return _as(clause, _MEET, "past", [subject, replace(partner, endings=(Ending("", case="acc"),)), *_when_and_where(clause)])


def _when_and_where(clause: Clause) -> list[Node]:
    return [n for n in clause.arguments if n.kind in ("DATE", "PLACE") or n.has("framework")]


def _cited(clause: Clause) -> list[Clause]:
    """ "According to X": a person who is cited so said something."""
    cited = [n for n in clause.arguments if n.kind == "PERSON" and n.has("source")]
    return [_as(clause, _SAY, "past", [_in_nominative(node)]) for node in cited]
