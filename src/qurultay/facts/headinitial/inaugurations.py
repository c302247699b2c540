"""Openings of what is no event: a laboratory, a centre. Where somebody was there by name, or a day is told, they are ceremonies.

"A and B inaugurated a Centre", "the laboratory was opened on 9 August", "the guests attended the opening of the Court's Centre".
"""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.headinitial.present import HELD, PEOPLE, THERE, as_told, in_nominative
from qurultay.facts.phrases import Phrases
from qurultay.language.pack import Concept, Predicate
from qurultay.language.suffixes import Ending
from qurultay.mentions.nodes import Clause, Node, Thing

__all__ = ["inaugurated"]

_PRESENT = Predicate("participate", (("nom", "agent"),), ())
_OF = " of "
_BETWEEN = 24
"""Within how many characters before an institution its opening is told."""


def inaugurated(phrases: Phrases, clause: Clause, subject: Node | None) -> list[Clause]:
    """Return what a clause tells of the opening of an institution: that it was held, and who was there; [] where it tells none."""
    if not phrases.pack.settings["fixed_order"] or clause.tense != "past" or any(n.kind == "EVENT" for n in clause.arguments):
        return []
    words = phrases.pack.fold(clause.verb.text).split()
    passive = bool({*words[:-1]} & {*phrases.pack.settings["copula"]})
    subjects = {n.text.lower() for n in clause.arguments if n.kind == "WORD" and n.last < clause.verb.first}
    if {*words} & {*phrases.pack.settings["copula"]} and subjects & {*phrases.pack.settings["ribbons"]}:
        return _cut(clause)
    if any(word in phrases.pack.settings["inaugurating"] for word in words):
        after = [n for n in clause.arguments if n.first > clause.verb.last]
        before = [n for n in clause.arguments if n.last < clause.verb.first]
        sites = [*before, *([subject] if subject is not None and passive else [])] if passive else after
        site = next((n for n in sites if _institution(phrases, n)), None)
        people = [n for n in clause.arguments if n.kind in PEOPLE and (n.has("by") if passive else n.has("nom"))]
        people += _together(clause) if people else []
        dated = any(n.kind == "DATE" and n.value for n in clause.arguments)
        if site is None or not (people or (passive and dated)):
            return []
        return _told(clause, site, people)
    if "participate" in clause.verb.frames():
        site = next((n for n in clause.arguments if _institution(phrases, n) and _opening(phrases, clause, n)), None)
        agents = [n for n in clause.arguments if n.kind in (*PEOPLE, "GROUP", "ROLE") and n.has("nom")]
        return _told(clause, site, agents) if site is not None else []
    return []


def _together(clause: Clause) -> list[Node]:
    """Return those with whom others are told to have done something: "by A, together with B and C"."""
    return [n for n in clause.arguments if n.kind in PEOPLE and n.cases() == {"ins"}]


def _cut(clause: Clause) -> list[Clause]:
    """ "The ribbon was cut by A, together with B": they were at the ceremony that the text is at."""
    people = [n for n in clause.arguments if n.kind in PEOPLE and n.has("by")]
    return [as_told(clause, _PRESENT, "past", [in_nominative(n)]) for n in [*people, *_together(clause)]]


def _institution(phrases: Phrases, node: Node) -> bool:
    """Tell whether a phrase means what can be opened: a body or a house that is no state's and no court's own office."""
    head = phrases.pack.fold(phrases.text[node.start : node.end]).partition(_OF)[0].split()[-1:]
    named = any(word in phrases.pack.settings["opened_things"] for word in head)
    return node.kind in ("WORD", "ORG", "NAME", "AREA") and bool(node.cases() & {"nom", "acc", "gen"}) and named


def _opening(phrases: Phrases, clause: Clause, node: Node) -> bool:
    """Tell whether the opening of an institution is told right before it: "the opening of the Centre"."""
    words = phrases.text[max(clause.verb.end, node.start - _BETWEEN) : node.start].lower().split()
    return any(word in phrases.pack.settings["beginnings"] for word in words)


def _told(clause: Clause, site: Node, people: Sequence[Node]) -> list[Clause]:
    """Return the clauses that tell a ceremony and those who were there."""
    thing = Thing("event", site.start, max(site.end, clause.verb.end), kind="Ceremony", rules=("event_noun",), definite=False)
    concept = Concept("event", "Ceremony")
    event = Node("EVENT", site.first, site.last, site.start, site.end, site.text, (Ending(""),), [thing], concept=concept)
    there = Node("EVENT", site.first, site.last, site.start, site.end, site.text, (Ending("", case="loc"),), [thing], concept=concept)
    where = [
        n
        for n in clause.arguments
        if n.kind in ("DATE", "PLACE") or (n.kind in ("STATE", "ORG", "NAME") and n.has("loc") and n is not site)
    ]
    told = [as_told(clause, HELD, "past", [event, *where])]
    for node in people:
        for one in node.things:
            if one.by_case:
                one.by_case = {"nom": next(iter(one.by_case.values()))}
        acting = Node(node.kind, node.first, node.last, node.start, node.end, node.text, (Ending(""),), node.things, node.concept)
        told.append(as_told(clause, THERE["attending"], "past", [acting, there]))
    return told
