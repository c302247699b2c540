"""Events told by other words than "was held": "Baku saw the opening of a forum", "there was a meeting", "the ministers gathered in Baku".

Each function looks at a finite clause whose arguments have their cases, and answers with the clause in which a frame of events knows
what it tells, or with None.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from qurultay.facts.phrases import Phrases
from qurultay.facts.pointing import ASIDE, EDITION, OCCASION
from qurultay.language.pack import Concept, Predicate
from qurultay.language.suffixes import Ending, VerbForm
from qurultay.mentions.nodes import Clause, Node, Thing

__all__ = ["assembled", "begun_with", "editions", "happened", "sitting_of"]

_SEVERAL = 2
_WORD = 8
"""How many characters before a noun its article is looked for in."""
_WHO = ("PERSON", "POST", "ORG", "STATE", "LIST", "DELEGATION", "NAME")
_CALL = Predicate("visit_site", (("nom", "agent"), ("acc", "site")), ())
_HELD = Predicate("held", (("nom", "event"),), ())


def happened(phrases: Phrases, clause: Clause, frames: set[str]) -> Clause | None:
    """Return a clause that tells of an event by a place or a day that saw it, or by "there was", as one that it was held."""
    if not phrases.pack.settings["fixed_order"] or clause.head is not None:
        return None
    return (
        _existential(phrases, clause, frames)
        or _witnessed(phrases, clause)
        or _venue(phrases, clause)
        or _occasion(phrases, clause)
        or _elliptical(clause, frames)
        or _after_another(clause)
        or _it_met(clause, frames)
        or _on_programme(clause, frames)
    )


def editions(phrases: Phrases, clause: Clause, frames: set[str]) -> list[Clause]:
    """ "Similar gatherings took place in Tbilisi in 2018 and in Ankara in 2021": one event for each place that has its day."""
    event = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("nom") and n.last < clause.verb.first), None)
    if "held" not in frames or event is None or not event.things[0].plural:
        return []
    after = [n for n in clause.arguments if n.first > clause.verb.last]
    starts = [i for i, n in enumerate(after) if n.kind in ("PLACE", "STATE") and n.has("loc") and len(n.things) == 1]
    spans = [after[one:other] for one, other in pairwise([*starts, len(after)])]
    if len(spans) < _SEVERAL or not all(any(n.kind == "DATE" and n.value for n in span) for span in spans):
        return []
    kind = "Event" if event.concept is not None and event.concept.get("any") else event.things[0].kind
    found = []
    for span in spans:
        day = next(n for n in span if n.kind == "DATE" and n.value)
        thing = Thing("event", span[0].start, day.end, kind=kind, place=list(span[0].things), when=day, rules=(EDITION,))
        node = Node("EVENT", event.first, event.last, span[0].start, day.end, event.text, (Ending(""),), [thing])
        node.concept = Concept("event", kind)
        found.append(_held(clause, node, [node, *span]))
    return found


def _crowd(node: Node) -> bool:
    """Tell whether a phrase is people without names, or those of several states: "prosecutors from A and B"."""
    return node.kind in ("ROLE", "GROUP") or (node.kind == "STATE" and len(node.things) > 1)


def assembled(phrases: Phrases, clause: Clause, frames: set[str]) -> Clause | None:
    """ "Some 50 prosecutors met in Tashkent on 5 March": that there was a meeting, where the text tells no other."""
    people = [n for n in clause.arguments if _crowd(n) and n.has("nom") and n.last < clause.verb.first]
    others = [n for n in clause.arguments if n.kind == "EVENT" or (n.kind in _WHO and n not in people and n.has("nom")) or n.has("acc")]
    if not frames & {"meet", "gather"} or not people or others:
        return None
    if any(n.has("ins") for n in clause.arguments if n.things) or not all(n.things or e.plural for n in people for e in n.endings):
        return None
    pointing = phrases.text[max(0, people[0].start - _WORD) : people[0].start].lower().split()[-1:]
    placed = any(n.kind in ("PLACE", "STATE") and n.has("loc") for n in clause.arguments)
    dated = any(n.kind == "DATE" and n.value for n in clause.arguments)
    if not (placed and dated) or clause.tense not in ("past", "fut") or (clause.tense == "past" and pointing == ["the"]):
        return None
    body = people[0]
    thing = Thing("event", body.start, clause.verb.end, kind="Event", rules=("sitting",), definite=False)
    event = Node("EVENT", body.first, body.last, body.start, body.end, body.text, (Ending(""),), [thing])
    event.concept = Concept("event", "Event", (("any", "1"), ("loose", "1")))
    return _held(clause, event, [event if n is body else n for n in clause.arguments if n is body or n not in people])


def begun_with(phrases: Phrases, clause: Clause, frames: set[str]) -> Clause | None:
    """ "The visit began with talks at the Ministry", "the forum ended with a reception": that these were held too."""
    if not frames & {"held", "phase", "ended"} or clause.tense not in ("past", "fut"):
        return None
    event = next((n for n in clause.arguments if n.kind == "EVENT" and n.cases() == {"ins"} and n.first > clause.verb.last), None)
    if event is None or event.things[0].plural or event.concept is None or event.concept.get("part"):
        return None
    return _held(clause, event, [n for n in clause.arguments if n is event or n.first > clause.verb.last or n.kind == "DATE"])


def _on_programme(clause: Clause, frames: set[str]) -> Clause | None:
    """ "The programme also included a visit to the University": guests called there; "… a seminar": that it was held."""
    sign = next((n for n in clause.arguments if n.kind == "DOCUMENT" and n.has("nom") and n.last < clause.verb.first), None)
    event = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("acc") and n.first > clause.verb.last), None)
    if "include" not in frames or sign is None or sign.things[0].kind != "Programme" or event is None or event.things[0].plural:
        return None
    rest = [n for n in clause.arguments if n.kind in ("DATE", "PLACE", "STATE", "PREP")]
    seat = next((n for n in clause.arguments if n.kind == "ORG" and n.cases() == {"dat"} and len(n.things) == 1), None)
    if event.things[0].kind != "Visit":
        return _held(clause, event, [replace(event, endings=(Ending(""),)), *rest]) if clause.tense == "past" else None
    if seat is None:
        return None
    guests = Node("GROUP", sign.first, sign.last, sign.start, sign.end, sign.text, (Ending("", plural=True),))
    guests.concept = Concept("group", "guest")
    verb = replace(clause.verb, senses=((_CALL, VerbForm("fin", clause.tense)),))
    return Clause(verb, [guests, replace(seat, endings=(Ending("", case="acc"),)), *rest], tense=clause.tense, topic=clause.topic)


def _it_met(clause: Clause, frames: set[str]) -> Clause | None:
    """ "It last met in Tashkent on June 20": another session of the body that the text is about."""
    it = next((n for n in clause.arguments if n.kind == "WORD" and n.text.lower() == "it" and n.last < clause.verb.first), None)
    others = [n for n in clause.arguments if n.things and (n.cases() & {"nom", "acc", "ins"} or n.kind == "EVENT") and n.kind != "DATE"]
    placed = any(n.kind in ("PLACE", "STATE") and n.has("loc") for n in clause.arguments)
    if it is None or "meet" not in frames or others or not placed or not any(n.kind == "DATE" for n in clause.arguments):
        return None
    thing = Thing("event", it.start, clause.verb.end, kind="Session", rules=(EDITION,))
    event = Node("EVENT", it.first, it.last, it.start, it.end, it.text, (Ending(""),), [thing], concept=Concept("event", "Session"))
    return _held(clause, event, [event if n is it else n for n in clause.arguments])


def _after_another(clause: Clause) -> Clause | None:
    """ "The meeting was preceded on Wednesday by a forum at the University", "a seminar follows": that the other was held too."""
    if not any(p.slot("nom") == "event" and p.frame == "other" for p, _ in clause.verb.senses):
        return None
    event = next((n for n in clause.arguments if n.kind == "EVENT" and n.cases() & {"by", "acc"} and n.first > clause.verb.last), None)
    if event is None or event.things[0].plural or (event.has("acc") and event.things[0].definite):
        return None
    event.things[0].definite, event.things[0].rules = False, (*event.things[0].rules, ASIDE)
    return _held(clause, event, [n for n in clause.arguments if n is event or n.first > clause.verb.last])


def _existential(phrases: Phrases, clause: Clause, frames: set[str]) -> Clause | None:
    """ "There was a meeting in Ankara between A and B": that it was held."""
    there = next((n for n in clause.arguments if n.last < clause.verb.first and phrases.pack.fold(n.text) == "there"), None)
    event = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("acc") and n.first > clause.verb.last), None)
    if there is None or event is None or "move" not in frames or event.things[0].plural:
        return None
    return _held(clause, event, [n for n in clause.arguments if n is not there])


def _witnessed(phrases: Phrases, clause: Clause) -> Clause | None:
    """ "Baku saw the opening of a forum", "March 11 saw the start of a course": that it was held there, and then."""
    if phrases.pack.fold(clause.verb.text) == "marked" and (marked := _begun(phrases, clause)) is not None and marked.has("gen"):
        return _held(clause, marked, [n for n in clause.arguments if n.first > clause.verb.last])
    if not any(p.slot("nom") == "place" for p, _ in clause.verb.senses):
        return None
    before = [n for n in clause.arguments if n.last < clause.verb.first]
    if not any(n.kind == "DATE" or (n.kind in ("PLACE", "STATE") and n.has("nom")) for n in before):
        return None
    event = _begun(phrases, clause)
    return _held(clause, event, clause.arguments) if event is not None else None


def _venue(phrases: Phrases, clause: Clause) -> Clause | None:
    """ "Baku was the venue of a forum": that it was held there."""
    if phrases.pack.fold(clause.verb.text).split()[-1] not in phrases.pack.settings["copula"]:
        return None
    after = [n for n in clause.arguments if n.first > clause.verb.last]
    at = next((i for i, n in enumerate(after) if n.kind == "WORD" and n.text.lower() in phrases.pack.settings["venues"]), None)
    seat = next((n for n in clause.arguments if n.last < clause.verb.first and n.kind in ("PLACE", "STATE") and n.has("nom")), None)
    event = next((n for n in after[at + 1 :] if n.kind == "EVENT" and n.cases() & {"gen", "for"}), None) if at is not None else None
    return _held(clause, event, clause.arguments) if event is not None and seat is not None else None


def _occasion(phrases: Phrases, clause: Clause) -> Clause | None:
    """ "“A” was the subject of a round table", "the occasion was a conference in Tashkent": that it was held."""
    if phrases.pack.fold(clause.verb.text).split()[-1] not in phrases.pack.settings["copula"] or clause.tense != "past":
        return None
    at = next(
        (i for i, n in enumerate(clause.arguments) if n.kind == "WORD" and n.text.lower() in phrases.pack.settings["occasions"]), None
    )
    event = next((n for n in clause.arguments[at or 0 :] if n.kind == "EVENT" and n.first > clause.verb.last), None)
    if at is None or event is None or event.things[0].plural:
        return None
    subject = clause.arguments[at].last < clause.verb.first
    if not (event.has("acc") if subject else event.cases() & {"gen", "for", "loc"}):
        return None
    if subject:
        event.things[0].rules = (*event.things[0].rules, OCCASION)
    quoted = next((n for n in clause.arguments if n.kind == "QUOTE" and n.last < clause.verb.first and n.things), None)
    if quoted is not None and event.things[0].theme is None and not subject:
        event.things[0].theme = (quoted.things[0].start, quoted.things[0].end)
    return _held(clause, event, [n for n in clause.arguments if n is event or n.first > clause.verb.last or n.kind == "DATE"])


def _elliptical(clause: Clause, frames: set[str]) -> Clause | None:
    """ "Held jointly with the Office in Ankara.", "Organised by the Academy.": how the event told last was held."""
    alone = all(n.first > clause.verb.last or n.kind == "PARTICLE" for n in clause.arguments) and clause.verb.first == clause.verb.last
    if "hold" not in frames or clause.subject is not None or not alone or clause.tense != "past":
        return None
    if any(n.cases() & {"acc"} and n.things for n in clause.arguments):
        return None
    verb = clause.verb
    thing = Thing("event", verb.start, verb.end, kind="Event", rules=("event_pronoun",))
    event = Node("EVENT", verb.first, verb.last, verb.start, verb.end, verb.text, (Ending(""),), [thing], concept=Concept("event", "Event"))
    return _held(clause, event, [event, *clause.arguments])


def _begun(phrases: Phrases, clause: Clause) -> Node | None:
    """Return the event that is the object of a verb, or of which its opening is: "the opening of a forum"."""
    for node in clause.arguments:
        if node.kind != "EVENT" or node.things[0].plural or node.first < clause.verb.last:
            continue
        between = phrases.text[clause.verb.end : node.start].lower().split()
        if node.has("acc") or (node.has("gen") and any(word in phrases.pack.settings["beginnings"] for word in between)):
            return node
    return None


def _held(clause: Clause, event: Node, arguments: Sequence[Node]) -> Clause:
    """Return a clause as one that tells that an event was held, where and when its verb tells it."""
    kept: list[Node] = []
    for node in arguments:
        if node is event:
            kept.append(replace(node, endings=(Ending(""),)))
        elif node.kind in ("PLACE", "STATE") and node.has("nom") and len(node.things) == 1:
            kept.append(replace(node, endings=(Ending("", case="loc"),)))
        else:
            kept.append(node)
    verb = replace(clause.verb, senses=((_HELD, VerbForm("fin", clause.tense)),))
    return Clause(verb, kept, tense=clause.tense, topic=clause.topic, reported=clause.reported)


def sitting_of(clause: Clause, body: Node) -> Clause:
    """Return a clause in which a body meets, or the holders of a post in several states, as one that tells of its session."""
    owner = list(body.things) if body.kind == "ORG" else [of for thing in body.things for of in thing.of]
    kind = "Session" if body.kind == "ORG" else "Meeting"
    thing = Thing("event", body.start, clause.verb.end, kind=kind, of=owner, rules=("sitting",))
    event = Node("EVENT", body.first, body.last, body.start, body.end, body.text, (Ending(""),), [thing], concept=Concept("event", kind))
    return _held(clause, event, [event if n is body else n for n in clause.arguments])
