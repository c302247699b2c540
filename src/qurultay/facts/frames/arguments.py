"""The arguments of a clause: which phrase fills which slot of its verb, and when and where it says that something was."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from qurultay.facts.discourse import Referent
from qurultay.facts.events import Said
from qurultay.facts.frames.counted import Days
from qurultay.facts.frames.referents import Referents
from qurultay.facts.frames.scene import Scene, When, Where
from qurultay.facts.phrases import named
from qurultay.language.pack import Predicate
from qurultay.language.suffixes import Ending
from qurultay.mentions.nodes import ACTING, Clause, Node, Thing

__all__ = ["Arguments", "gapped", "marked", "words_of"]

_KINDS = {
    "event": frozenset({"EVENT"}),
    "document": frozenset({"DOCUMENT", "QUOTE"}),
    "place": frozenset({"PLACE", "STATE", "LIST", "ORG"}),
    "delegation": frozenset({"DELEGATION", "LIST"}),
    "land": frozenset({"PLACE", "STATE"}),
    "office": frozenset({"ORG"}),
    "site": frozenset({"ORG", "PLACE"}),
    "org": frozenset({"ORG", "LIST"}),
    "post": frozenset({"POST", "ROLE"}),
    "theme": frozenset({"VN", "WORD", "NAME", "ORG", "STATE"}),
}
"""What kinds of node can fill a slot; every other slot is filled by one who acts."""
_UNMARKED = frozenset({"WORD", "COMMA", "PUNCT", "CONJ", "PARTICLE", "NUMBER", "VERB", "DATE", "ORDINAL", "RELATION"})
"""Kinds of node that no marker stands with."""
_PEOPLE = ("PERSON", "POST", "DELEGATION", "LIST")
_IN_COMPANY = frozenset({"visit", "move", "onward", "meet", "receive", "received", "participate", "visit_site", "lay"})
"""Frames in which those who accompany one who acts are there too."""
_SEVERAL = 2
_NEAR = 8
"""How many characters before a state its preposition is looked for in."""
_CAPITALISED = re.compile(r"\b[^\W\d_a-z][\w-]{2,}")
_NAMED = 4
"""How many letters the name of a place that no gazetteer knows has at least."""


def marked(clause: Clause, marker: str) -> Iterator[Node]:
    """Yield the arguments of a clause that stand with a marker, in their order."""
    for node in clause.arguments:
        if node.kind not in _UNMARKED and node.has(marker):
            yield node


def words_of(clause: Clause, node: Node | None = None, rule: str = "") -> Said:
    """Return the words from an argument (the first where none is given) to the verb, and the rule that read them."""
    ends = [clause.verb.start, clause.verb.end]
    for said_by in [node] if node is not None else clause.arguments[:1]:
        ends += [said_by.start, said_by.end]
    frame = clause.verb.senses[0][0].frame if clause.verb.senses else ""
    return (min(ends), max(ends), rule or frame or "mention")


def _listed(clause: Clause, node: Node) -> bool:
    """Tell whether people can only be subjects of a clause: in the nominative, or it may be, before another name of a list."""
    if node.kind not in _PEOPLE or not node.has("nom"):
        return False
    return node.cases() == {"nom"} or any(sign.kind == "COMMA" and sign.first == node.last + 1 for sign in clause.arguments)


def gapped(clause: Clause, fills: Callable[[Node], bool]) -> list[Clause]:
    """Return a clause as one for each phrase that fills a slot of its verb, where a time or place of its own stands before each.

    "A-da X, B-də Y keçirilib", "mayda X, iyunda Y gəlib": what stands after the last phrase is said of all, and so is the subject
    of the first.
    """
    ends = [i for i, n in enumerate(clause.arguments) if fills(n)]
    if len(ends) < _SEVERAL or clause.head is not None:
        return [clause]
    told_first = any(n.kind in ("DATE", "PLACE", "STATE") for n in clause.arguments[: ends[0]])
    starts = [0, *(end + 1 for end in ends[:-1])] if told_first else ends
    stops = [end + 1 for end in ends] if told_first else [*ends[1:], len(clause.arguments)]
    spans = [clause.arguments[start:stop] for start, stop in zip(starts, stops, strict=True)]
    if not all(any(n.kind in ("DATE", "PLACE", "STATE") or (n.kind == "ORG" and n.has("loc")) for n in nodes) for nodes in spans):
        return [clause]
    agent = next((n for n in spans[0] if n.kind in ACTING and n.has("nom") and not fills(n)), clause.subject)
    after = clause.arguments[ends[-1] + 1 :] if told_first else []
    return [replace(clause, arguments=[*nodes, *after], subject=agent) for nodes in spans]


class Arguments(Days):
    """Finds the arguments of clauses."""

    def __init__(self, scene: Scene, referents: Referents) -> None:
        super().__init__(scene)
        self.referents, self.discourse = referents, scene.discourse

    def node(self, clause: Clause, case: str, slot: str) -> Node | None:
        """Return the argument in ``case`` that can fill ``slot``, the nearest to the verb first; None where there is none."""
        kinds = _KINDS.get(slot, ACTING)
        candidates = [n for n in reversed(clause.arguments) if n.kind in kinds]
        if clause.head is not None and clause.form in ("part", "any", "obj"):
            if case == "nom" and clause.form in ("part", "any") and clause.head.kind in kinds:
                return clause.head
            if case != "nom" and clause.form == "obj" and clause.head.kind in kinds:
                return clause.head
        if case == "nom" and len(candidates) > 1:
            candidates.sort(
                key=lambda n: (
                    n.has("acc") and n.kind != "EVENT",
                    bool(n.cases() & {"ins", "dat"}),
                    slot == "agent" and n.kind in ("ORG", "STATE", "GROUP", "MEMBERS", "ROLE"),
                )
            )
        if case == "gen" and slot == "agent":
            candidates.sort(key=lambda n: n.kind not in ("PERSON", "POST", "DELEGATION"))
        for node in candidates:
            if node.kind == "NAME" and not self.referents.by_name(node):
                continue
            if slot == "organizer" and case == "by" and node.kind in ("GROUP", "ROLE") and not node.things:
                continue
            if case == "nom" and slot == "agent" and self._joined_on(clause, node):
                continue
            if node.has(case) or (case == "acc" and slot in ("event", "document", "org") and node.has("nom")):
                if node.kind == "PERSON" and node.has(case):
                    node.endings = tuple(e for e in node.endings if e.case == case)
                return node
            if case == "nom" and clause.form in ("obj", "vn", "inf") and node.has("gen"):
                return node
        received = slot == "guest" and not self.scene.pack.head_initial
        if case == "nom" and (slot == "agent" or received) and clause.subject is not None:
            return clause.subject
        return None

    def _joined_on(self, clause: Clause, node: Node) -> bool:
        """Tell whether a name shares the case of the one that it is joined with: "Nurmuhanov ve Kerimli'yi kabul etti"."""
        at = clause.arguments.index(node)
        if self.scene.pack.head_initial or node.kind != "NAME" or at + 2 >= len(clause.arguments):
            return False
        sign, other = clause.arguments[at + 1], clause.arguments[at + 2]
        return named(sign, "CONJ", "and") and other.kind in ("NAME", "PERSON") and not other.has("nom") and bool(other.cases())

    def slot(self, clause: Clause, predicate: Predicate, slot: str) -> Node | None:
        """Return the argument that fills a slot of the verb, None where there is none."""
        return next((n for case, s in predicate.slots if s == slot for n in [self.node(clause, case, slot)] if n is not None), None)

    def agents(self, clause: Clause, predicate: Predicate, slot: str = "agent") -> Node | None:
        """Return who fills a slot, with those listed before him where the list is no single phrase."""
        node = self.slot(clause, predicate, slot)
        if node is not None and predicate.frame in _IN_COMPANY:
            node = self._accompanied(node)
        if (
            slot in ("agent", "organizer")
            and self.scene.pack.head_initial
            and (node is None or (node is clause.subject and node.kind in ("STATE", "ORG")) or self._interposed(clause, node))
        ):
            node = self._pronoun(clause) or node
        if node is None or node not in clause.arguments:
            return node
        people = [n for n in clause.arguments if n is not node and _listed(clause, n)] if node.kind in _PEOPLE else []
        members = sorted({id(n): n for n in [*people, *self._listed_before(clause, node), node]}.values(), key=lambda n: n.first)
        if len(members) == 1:
            return node
        return Node(
            "LIST",
            members[0].first,
            members[-1].last,
            members[0].start,
            members[-1].end,
            "",
            node.endings,
            [t for m in members for t in self.referents.things(m)],
        )

    @staticmethod
    def _accompanied(node: Node) -> Node:
        """Return who acts together with those who are told to accompany him: "A, accompanied by B, visited"."""
        beside = [n for c in node.clauses if c.verb.frames() == {"accompany"} for n in c.arguments if n.kind in _PEOPLE and n.has("by")]
        if not beside:
            return node
        return replace(node, kind="LIST", things=[*node.things, *(t for n in beside for t in n.things)])

    def together(self, clause: Clause, node: Node | None) -> Node | None:
        """Return a phrase with those that stand in its case before it, conjunctions between: "A ilə, habelə B ilə"."""
        if node is None or node not in clause.arguments or len(node.cases()) != 1 or self.scene.pack.head_initial:
            return node
        joined = named(clause.arguments[clause.arguments.index(node) - 1], "CONJ", "and")
        before = [n for n in self._listed_before(clause, node) if n.cases() == node.cases() or (joined and n.cases() == {"nom"})]
        members = [*before[::-1], node]
        things = [list(self.referents.things(n)) for n in members]
        if len(members) == 1 or not all(things):
            return node
        first = members[0]
        return Node("LIST", first.first, node.last, first.start, node.end, "", node.endings, [t for told in things for t in told])

    def _interposed(self, clause: Clause, node: Node) -> bool:
        """Tell whether who speaks is told by a pronoun right before the verb: "His colleague, he added, had accepted"."""
        said = any(p.frame == "say" for p, _ in clause.verb.senses) and node.last + 1 < clause.verb.first
        beside = [n for n in clause.arguments if n.kind == "WORD" and n.last + 1 == clause.verb.first]
        return said and any(self.scene.pack.fold(n.text) in self.scene.pack.settings["pronouns"] for n in beside)

    def _pronoun(self, clause: Clause) -> Node | None:
        """Return the person spoken of last as the one whom "he" before the verb means; None where there is no such word."""
        for node in clause.arguments:
            subject = self.scene.subject_before(node.start)
            said = (
                node.kind == "WORD"
                and node.last < clause.verb.first
                and self.scene.pack.fold(node.text) in self.scene.pack.settings["pronouns"]
            )
            if said and subject is not None and subject.names:
                name = next(iter(subject.names))
                thing = Thing("person", node.start, node.end, kind="Person", by_case={"nom": name}, rules=("pronoun",))
                return Node("PERSON", node.first, node.last, node.start, node.end, node.text, (Ending(""),), [thing])
        return None

    @staticmethod
    def _listed_before(clause: Clause, node: Node) -> list[Node]:
        """Return the phrases that stand before ``node`` with nothing but commas and conjunctions between."""
        found: list[Node] = []
        here = clause.arguments.index(node)
        while here >= 1 and clause.arguments[here - 1].kind in ("COMMA", "CONJ", "DASH"):
            while here >= 1 and clause.arguments[here - 1].kind in ("COMMA", "CONJ", "DASH"):
                here -= 1
            before = clause.arguments[here - 1] if here else node
            if before.kind not in ACTING or not (before.has("nom") or before.cases() & node.cases()):
                break
            found.append(before)
            here -= 1
        return found

    def date(self, clause: Clause) -> When | None:
        """Return the day, month or year that a clause tells, None where it tells none."""
        if (counted_from := self.from_event(clause)) is not None:
            return counted_from
        undated = self.scene.pack.settings["undated"]
        beside = {id(node) for node, sign in pairwise(clause.arguments) if sign.kind == "DASH"}
        after = [node for sign, node in pairwise(clause.arguments) if sign.kind == "PREP" and self.scene.pack.fold(sign.text) in undated]
        beside |= {id(node) for node in after if node.kind == "DATE" and node.things[0].kind in ("month", "year")}
        for node in [*reversed(clause.arguments), *([clause.topic] if clause.topic is not None else [])]:
            if (
                node.kind == "DATE"
                and id(node) not in beside
                and node.value
                and not node.has("gen")
                and node.things[0].kind in ("day", "month", "year", "interval")
                and not node.things[0].national
                and (self.scene.pack.head_initial or node.things[0].tail != "until")
            ):
                return self.coming(self.past_year(node.value, node, clause), node, clause), words_of(clause, node, "date")
        return self.day_of_event(clause) or self.counted_day(clause)

    def own_date(self, thing: Thing, clause: Clause) -> When | None:
        """Return the day told beside the noun of an event: "last year's session", "at a conference on 6 March"."""
        node = thing.when
        if node is None or not node.value:
            return None
        return self.coming(self.past_year(node.value, node, clause), node, clause), (
            min(node.start, thing.start),
            max(node.end, thing.end),
            "date",
        )

    def place(self, clause: Clause, *cases: str, seat: bool = True) -> Where | None:
        """Return the place told in one of ``cases``, a town before its state; with ``seat`` else the state of an office in the locative."""
        found: Where | None = None
        office: Where | None = None
        for node in reversed(clause.arguments):
            if node.kind not in ("PLACE", "STATE") or not node.things or not any(node.has(c) for c in cases) or len(node.things) > 1:
                continue
            if (node.kind == "STATE" and self._side(node)) or self._of_phrase(node, clause):
                continue
            referent = self.discourse.place(node.things[0])
            if referent is not None and self._of_office(node, clause):
                office = referent, words_of(clause, node, "place_of_office")
                continue
            if referent is not None and (found is None or (found[0].sort == "state" and referent.sort == "place")):
                found = referent, words_of(clause, node, "place")
        return found or (self._seat(clause) if seat else None) or office or self._unlisted(clause, cases)

    @staticmethod
    def _of_office(node: Node, clause: Clause) -> bool:
        """Tell whether a town ends the name of a body that acts, and is where that has its seat: "organised by the Office in Bishkek"."""
        bodies = [n for n in clause.arguments if n.kind in ("ORG", "LIST") and n.has("by")]
        return any(t.sort == "org" and t.start <= node.start and node.end <= t.end for n in bodies for t in n.things)

    def _of_phrase(self, node: Node, clause: Clause) -> bool:
        """Tell whether a place belongs to the phrase before it: "the delegation of A University in B", "A, a prosecutor in B, spoke"."""
        at = clause.arguments.index(node)
        settings = self.scene.pack.settings
        before = clause.arguments[at - 1] if at and settings["fixed_order"] else None
        if before is None or not before.things or self.scene.text[before.end : node.start].strip().lower() not in settings["in_place"]:
            return False
        last = before.things[-1]
        if before.kind == "EVENT":
            return before.cases() == {"over"}
        if before.kind == "DELEGATION":
            return last.leader is None and bool(last.of) and last.of[-1].sort == "org" and node.kind == "PLACE"
        closed = self.scene.text[node.end : node.end + 1] in (",", ";")
        return before.kind == "PERSON" and closed and "," in self.scene.text[before.start : before.end]

    def _side(self, node: Node) -> bool:
        """Tell whether a state is a side and no place: "on the Azerbaijani side"."""
        before = self.scene.text[max(0, node.start - _NEAR) : node.start].lower().split()
        return "on" in before[-2:]

    def _unlisted(self, clause: Clause, cases: Sequence[str]) -> Where | None:
        """A place that the gazetteer lacks: one capitalised word in the locative beside the verb ("Yurmalada")."""
        for node in reversed(clause.arguments):
            stem = next((e.stem for e in node.endings if e.case == "loc" and not e.possessive and not e.plural), "")
            if (
                "loc" in cases
                and node.kind == "NAME"
                and (self.scene.pack.dictionary is None or (node.inflected and not any(e.modifier for e in node.inflected)))
                and node.first == node.last
                and len(stem) >= _NAMED
                and not self.referents.by_name(node)
            ):
                thing = Thing("place", node.start, node.end, kind="Place", name=node.text[: len(stem)], rules=("unlisted_place",))
                referent = self.discourse.place(thing)
                return (referent, words_of(clause, node, "place")) if referent is not None else None
        return None

    def _town_in(self, node: Node, office: Referent) -> Referent | None:
        """Return the town that an office is called by: "Istanbul University", "Tbilisi Public Service Hall"."""
        if office.state is None or office.sort != "org":
            return None
        for word in _CAPITALISED.finditer(self.scene.text, node.start, node.end):
            for thing in (t for n in self.scene.inside(*word.span()) for t in n.things[:1] if t.sort == "place"):
                town = self.discourse.place(thing)
                if town is not None and town.state is office.state:
                    return town
        return None

    def _seat(self, clause: Clause) -> Where | None:
        """What is held at a national office is held in its state."""
        for node in clause.arguments:
            lone = bool(self.scene.pack.settings["foreign_offices"]) and node.kind == "ORG" and node.things[0].rules == ("lone_office",)
            if node.kind == "ORG" and node.has("loc") and len(node.things) == 1 and not lone:
                referent = self.discourse.resolve(node.things[0])
                abroad = referent is not None and referent.kind == "Embassy"
                if referent is not None and referent.state is not None and referent.state.path and not abroad:
                    return self._town_in(node, referent) or referent.state, words_of(clause, node, "place_of_office")
        return None
