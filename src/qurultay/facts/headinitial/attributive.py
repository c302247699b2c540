"""Participles and relative clauses where heads come first: taken out of a sentence, and given to the noun that they are said of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qurultay.facts.headinitial.agreement import agrees, in_case
from qurultay.facts.headinitial.government import preposition
from qurultay.facts.headinitial.happenings import in_prepositional_case
from qurultay.facts.headinitial.names import given_and_family
from qurultay.facts.headinitial.people import make_person
from qurultay.facts.headinitial.settled import titled
from qurultay.facts.headinitial.settling import Settling, bare, finite, noun
from qurultay.facts.phrases import Phrases, named
from qurultay.language.suffixes import Ending, VerbForm
from qurultay.mentions.nodes import ACTING, NOMINAL, Clause, Node

__all__ = ["SAYING", "Attributive"]

_COMING_TOGETHER = frozenset({"meet", "gather"})
"""Frames of verbs by which a relative clause tells of an event that people came together for."""
_HEADS = {"event": ("EVENT",), "document": ("DOCUMENT",)}
"""The kinds of noun that a participle is said of, by the slot of its subject."""
SAYING = frozenset({"say", "report", "told", "propose"})
"""Frames of speech: who speaks may stand after the verb, and what is said follows."""
_OPENING = 2
_FORMERLY = "formerly"
"""What words such as "ранее" mean: the post told in the clause is over."""
_HOLDING = frozenset({"held", "hold", "hostess", "planned", "cancelled", "postponed", "ended"})
"""Frames of verbs that say of an event that it is held, by whom, or that it is not."""
_PEOPLE = frozenset({"PERSON", "POST", "ROLE", "ORG", "DELEGATION", "GROUP", "NAME"})
"""Kinds of node that are no event, though a clause that tells what happened at one stands after them."""
_LISTED = frozenset({"PERSON", "POST", "LIST", "ORG", "STATE", "ROLE", "GROUP", "DELEGATION", "MEMBERS"})
"""Kinds of phrase that may go on with a list of those who were there."""
_EVENTFUL = frozenset({"meet", "receive", "received", "visit", "held", "hold"})
"""Frames whose verbs hold the noun of an event: "провёл встречу", "совершил визит"."""


class Attributive(Settling):
    """Finds the attributive clauses of one sentence."""

    def __init__(self, phrases: Phrases) -> None:
        super().__init__(phrases)
        self.later: list[Clause] = []
        self.gathered: list[Clause] = []

    def attributive(self, nodes: list[Node]) -> tuple[Clause, list[Node]] | None:
        """Return the last attributive clause of a sentence, and the nodes without it; None where there is none."""
        for at in range(len(nodes) - 1, -1, -1):
            if nodes[at].kind == "REL" and (taken := self._relative(nodes, at)) is not None:
                return taken
            if nodes[at].kind == "VERB" and "part" in nodes[at].forms():
                taken = self._participle(nodes, at)
                if taken is not None:
                    return taken
                nodes[at].senses = tuple(s for s in nodes[at].senses if s[1].form != "part") or nodes[at].senses[:0]
                nodes[at].kind = "VERB" if nodes[at].senses else "WORD"
        return None

    def _relative(self, nodes: list[Node], at: int) -> tuple[Clause, list[Node]] | None:
        """NP (,) "which" …: a clause whose subject or object is the noun before it."""
        begin = at - 1 if at and nodes[at - 1].kind == "PREP" else at
        comma = begin > 0 and nodes[begin - 1].kind == "COMMA"
        verb = next((i for i in range(at + 1, len(nodes)) if finite(nodes[i])), None)
        owned = self.pack.dictionary is not None and not nodes[at].has("nom") and begin == at and at > 1 and nodes[at - 1].kind == "WORD"
        if owned and nodes[at - 2].kind == "PREP":
            begin, comma = at - 2, at > _OPENING and nodes[at - 3].kind == "COMMA"
        head = self._head_before(nodes, begin - 1 - comma, "", nodes[at])
        nobody = head is not None and (
            head.kind not in _PEOPLE | {"LIST"} or (head.kind == "NAME" and not given_and_family(self.phrases, head))
        )
        if self.fixed and nobody and nodes[at].text.lower() in ("who", "whom"):
            head = next((n for n in reversed(nodes[:begin]) if n.kind in ("PERSON", "LIST") and n.things), head)
        if verb is None or head is None:
            return None
        which = nodes[at].text.lower() == "which" and self._said_of_event(nodes, at, verb)
        if self.fixed and (which or (head.kind in ("WORD", "NAME", "DOCUMENT", "ROLE", "GROUP") and self._of_events(nodes[verb]))):
            head = self._event_before(nodes, begin - comma) or head
        if head.kind == "NAME" and " " in head.text and nodes[at].text.lower() in self.pack.settings["who"]:
            self._person(head)
        end = self._end(nodes, verb + 1, comma=comma)
        case = in_prepositional_case(nodes[begin], nodes[at]) if begin < at else ""
        at_event = not self.fixed and case == "loc" and head.kind in _PEOPLE and self._meets(nodes[: begin - comma])
        subject = not case and (verb == at + 1 if self.fixed else nodes[at].has("nom"))
        if self.fixed and not case and any(n.kind in ("DATE", "WORD", "PARTICLE") for n in nodes[at + 1 : verb]):
            acts = self.pack.settings["personal"]
            subject = not any(bare(n) or (n.kind == "WORD" and self.pack.fold(n.text) in acts) for n in nodes[at + 1 : verb])
        if subject and not self.fixed and nodes[at].has("acc"):
            subject = not any(n.cases() == {"nom"} and n.kind in ACTING for n in [*nodes[at + 1 : verb], *nodes[verb + 1 : end]])
            subject = subject and not self._object(nodes[verb], head)
        form = VerbForm("part" if subject else "obj", self._tense(nodes[verb]), negative=self._negative(nodes[verb]))
        arguments = [*nodes[at + 1 : verb], *nodes[verb + 1 : end]]
        self._order(nodes[at + 1 : verb], nodes[verb + 1 : end], nodes[verb])
        served = head if subject and head.kind == "PERSON" else None
        self._copula(nodes[verb], nodes[verb + 1 : end])
        if case and any(self._pronoun(n) for n in nodes[at + 1 : verb]):
            served = next((n for n in reversed(nodes[:begin]) if n.kind == "PERSON" and bare(n) and len(n.things) == 1), None)
        clause = Clause(nodes[verb], arguments, head=head, subject=served, form=form.form, tense=form.tense, negative=form.negative)
        clause.matrix = "propose" if owned else ""
        whose = (
            self.fixed
            and nodes[at].text.lower() == "whose"
            and any(bare(n) and n.kind in ACTING and n.kind != "DELEGATION" for n in nodes[at + 1 : verb])
        )
        if at_event or whose:
            clause.head, clause.form = None, "fin"
            self.later.append(clause)
            return clause, [*nodes[: begin - comma], *nodes[end + self._closes(nodes, begin, end, comma=comma) :]]
        titled(self.phrases, nodes[verb], [head, *arguments])
        if self.fixed and subject and len(head.things) > 1 and head.kind in ("PERSON", "LIST") and self._singular(nodes[verb]):
            last = replace(head, things=[head.things[-1]], clauses=[])
            clause.head, clause.subject = last, last if last.things[0].sort == "person" else None
        if subject and nodes[verb].frames() & _COMING_TOGETHER and any(n.kind == "EVENT" and n.has("for") for n in arguments):
            people = replace(head, endings=(Ending("", plural=head.plural()),), clauses=[])
            self.gathered.append(replace(clause, arguments=[people, *arguments], head=None, subject=None, form="fin"))
        head.clauses = [*head.clauses, clause]
        others = self.fixed and head.kind in _LISTED and [n.kind in ("PERSON", "LIST") for n in nodes[end + 1 : end + 2]] == [True]
        closes = 0 if others else self._closes(nodes, begin, end, comma=comma)  # "A, who heads B, C and D"
        return clause, [*nodes[: begin - comma], *nodes[end + closes :]]

    @staticmethod
    def _meets(nodes: Sequence[Node]) -> bool:
        """Tell whether the last verb before a relative clause tells of an event: "провёл встречу с A, в ходе которой"."""
        verb = next((n for n in reversed(nodes) if n.kind == "VERB"), None)
        return verb is not None and bool(verb.frames() & _EVENTFUL)

    @staticmethod
    def _object(verb: Node, head: Node) -> bool:
        """Tell whether a verb can have the noun before its clause as its object only: "заседание, которое планировалось провести"."""
        taken = [p for p, _ in verb.senses if p.slot("acc") == "event"]
        return head.kind == "EVENT" and bool(taken) and not any(p.slot("nom") == "event" for p, _ in verb.senses)

    @staticmethod
    def _said_of_event(nodes: Sequence[Node], at: int, verb: int) -> bool:
        """Tell whether "which" can only mean an event: its verb has nothing else for its subject, or where somebody speaks or attends."""
        case = in_prepositional_case(nodes[at - 1], nodes[at]) if at and nodes[at - 1].kind == "PREP" else ""
        case = case or ("nom" if verb == at + 1 else "acc")
        slots = {predicate.slot(case) for predicate, _ in nodes[verb].senses}
        return slots == {"event"}

    @staticmethod
    def _of_events(verb: Node) -> bool:
        """Tell whether a verb says of an event that it was held, or who holds it: "a conference on X which the court will host"."""
        return any("event" in (p.slot("nom"), p.slot("acc")) and p.frame in _HOLDING for p, _ in verb.senses)

    @staticmethod
    def _singular(verb: Node) -> bool:
        """Tell whether a verb is said of one: "A, and B, who heads the Service"."""
        first = verb.text.lower().split()[0]
        return first in ("is", "was", "has") or (first.endswith("s") and not first.endswith("ss"))

    def _pronoun(self, node: Node) -> bool:
        """Tell whether a word is "he" or "she"."""
        return self.fixed and node.kind == "WORD" and self.pack.fold(node.text) in self.pack.settings["pronouns"]

    def _person(self, node: Node) -> None:
        """Take a name for a person's."""
        made = make_person(self.phrases, [node], node, [])
        node.kind, node.things = "PERSON", made.things
        for thing in made.things:
            thing.by_case = {case: next(iter(thing.by_case.values())) for case in sorted(node.cases())} or thing.by_case

    def _participle(self, nodes: list[Node], at: int) -> tuple[Clause, list[Node]] | None:
        """NP (,) participle …, or participle … NP: a clause whose subject is the noun."""
        verb = nodes[at]
        predicate, form = next(sense for sense in verb.senses if sense[1].form == "part")
        opens = at if self.fixed else self._opening(nodes, at)
        comma = opens > 0 and nodes[opens - 1].kind == "COMMA"
        cases = frozenset() if self.fixed else frozenset(f.case for _, f in verb.senses if f.form == "part" and f.case)
        head = self._head_before(nodes, opens - 1 - comma, predicate.slot("nom"), verb, cases)
        if self.fixed and comma and predicate.slot("nom") == "event" and (head is None or head.kind != "EVENT"):
            head = self._event_before(nodes, opens - 1) or head
        elif self.fixed and predicate.slot("nom") == "event" and head is not None and head.kind in ("WORD", "NAME"):
            here = opens - 1  # "a workshop on cybercrime held in A"
            while here > 0 and nodes[here].kind in ("WORD", "NAME", "PREP", "CONJ", "NUMBER"):
                here -= 1
            head = nodes[here] if nodes[here].kind == "EVENT" else head
        if head is not None:
            begin, end = opens - comma, self._end(nodes, at + 1, comma=comma)
            arguments, rest = [*nodes[opens:at], *nodes[at + 1 : end]], nodes[end + self._closes(nodes, at, end, comma=comma) :]
        else:
            if self.fixed:
                return self._opened(nodes, at)
            found = self._head_after(nodes, at + 1, predicate.slot("nom"), verb)
            if found is None:
                return None
            begin, head, arguments, rest = at, nodes[found], nodes[at + 1 : found], nodes[found:]
        if comma:
            in_case(head, cases)
        self._order([], arguments, verb)
        self._holding(verb, arguments)
        if head.kind == "DELEGATION" and predicate.frame == "lead" and not self.fixed:
            self._of_delegation(head, arguments)
        clause = Clause(verb, list(arguments), head=head, form="part", tense=form.tense, negative=form.negative)
        head.clauses = [*head.clauses, clause]
        return clause, [*nodes[:begin], *rest]

    def _opened(self, nodes: list[Node], at: int) -> tuple[Clause, list[Node]] | None:
        """Participle … , NP: a clause that opens its sentence, and whose subject is the noun after the comma."""
        comma = next((i for i in range(at + 1, len(nodes)) if nodes[i].kind == "COMMA" and i + 1 < len(nodes) and bare(nodes[i + 1])), None)
        if comma is None or any(n.kind not in ("WORD", "PARTICLE") for n in nodes[:at]):
            return None
        head, arguments = nodes[comma + 1], list(nodes[at + 1 : comma])
        self._order([], arguments, nodes[at])
        titled(self.phrases, nodes[at], [head, *arguments])
        form = next(f for _, f in nodes[at].senses if f.form == "part")
        clause = Clause(nodes[at], arguments, head=head, form="part", tense=form.tense, negative=form.negative)
        head.clauses = [*head.clauses, clause]
        return clause, nodes[comma + 1 :]

    @staticmethod
    def _event_before(nodes: Sequence[Node], at: int) -> Node | None:
        """Return the event before a comma of which a participle tells more, whatever else is told of it: "a meeting on X, to be held"."""
        for node in reversed(nodes[:at]):
            if finite(node) or node.kind in ("REL", "SUB", "PUNCT"):
                return None
            if node.kind == "EVENT":
                return node
        return None

    @staticmethod
    def _of_delegation(delegation: Node, arguments: Sequence[Node]) -> None:
        """Give the post of a leader told without a body that of his delegation: "делегация суда, возглавляемая председателем A"."""
        bodies = [thing for thing in delegation.things[0].of if thing.sort == "org"] if delegation.things else []
        for post in [p for n in arguments if n.kind == "PERSON" and len(bodies) == 1 for t in n.things for p in t.posts]:
            if not post.of and post.national in ("", "home"):
                post.of, post.national = list(bodies), ""

    @staticmethod
    def _opening(nodes: Sequence[Node], at: int) -> int:
        """Return where a participial clause begins whose participle stands after when it was: "A, накануне назначенный …"."""
        here = at
        if at > _OPENING and nodes[at - 2].kind == "PREP" and nodes[at - 1].kind == "WORD" and nodes[at - 3].kind == "COMMA":
            return at - 2  # "A, на днях назначенный …"
        while here > 0 and here > at - _OPENING and (nodes[here - 1].kind == "DATE" or nodes[here - 1].cases() == {"inv"}):
            if nodes[here - 1].kind not in ("DATE", "WORD"):
                break
            here -= 1
        return here if here > 0 and nodes[here - 1].kind == "COMMA" else at

    def _head_before(self, nodes: Sequence[Node], at: int, slot: str, word: Node, case: frozenset[str] = frozenset()) -> Node | None:
        """Return the noun before an attributive clause, that of the kind which its verb asks for first; ``case`` holds one of its own."""
        here, nearest = at, None
        wanted = _HEADS.get(slot, ())
        passed = ("DATE",) if self.fixed else ("DATE", "PREP")
        if self.fixed and here > 1 and nodes[here].kind == "DATE" and nodes[here - 1].kind == "PREP":
            here -= 2
        while here >= 0 and (noun(nodes[here]) or nodes[here].kind in passed):
            node = nodes[here]
            if node.kind == "PREP" or (self.fixed and node.kind == "DATE"):
                here -= 1
                continue
            fits = (not case or any(e.case in case for e in node.inflected or node.endings)) and agrees(self.phrases, word, node)
            fits = fits and not (self._adjective(node))
            if fits and node.kind in wanted:
                return node
            if fits and case and node.value == "ABBREVIATION" and here and noun(nodes[here - 1]) and nodes[here - 1].cases() & case:
                here -= 1
                continue
            if nearest is None and fits and (node.kind in NOMINAL or not case):
                nearest = node
            if not wanted and nearest is not None:
                break
            here -= 1
        return nearest

    def _adjective(self, node: Node) -> bool:
        """Tell whether a mere word can only be an adjective: no clause is said of it."""
        if self.pack.dictionary is None or node.kind != "WORD" or not node.endings:
            return False
        return all(e.modifier for e in node.endings)

    def _head_after(self, nodes: Sequence[Node], at: int, slot: str, verb: Node) -> int | None:
        """Return the place of the noun that a participle stands before with its arguments: it agrees, and no preposition is its own.

        Where the verb asks for a kind of noun, one of that kind goes before the others.
        """
        found: list[int] = []
        cases = {form.case for _, form in verb.senses}
        for here in range(at, len(nodes)):
            node = nodes[here]
            if node.kind in ("VERB", "COMMA", "SUB", "REL", "PUNCT"):
                break
            if node.kind in NOMINAL and not node.inflected and node.cases() & cases and agrees(self.phrases, verb, node):
                found.append(here)
        wanted = _HEADS.get(slot, ())
        return next((i for i in found if nodes[i].kind in wanted), found[0] if found and not wanted else None)

    @staticmethod
    def _end(nodes: Sequence[Node], at: int, *, comma: bool) -> int:
        """Return where an attributive clause ends: at the comma that closes it, or before another verb."""
        here = at
        while here < len(nodes):
            node = nodes[here]
            if node.kind in ("COMMA", "SUB", "REL", "DASH", "COLON", "RPAR"):
                break
            if finite(node):
                while here > at and nodes[here - 1].kind in ("WORD", "PARTICLE", "CONJ"):
                    here -= 1
                if comma and here > at + 1 and bare(nodes[here - 1]):
                    here -= 1
                break
            here += 1
        return here

    @staticmethod
    def _closes(nodes: Sequence[Node], begin: int, end: int, *, comma: bool) -> int:
        """Return 1 where a comma closes what another opened, and so goes with it; one that closes a fronted phrase too stays."""
        fronted = nodes[0].kind in ("PREP", "VERB") or (nodes[0].kind in NOMINAL and not bare(nodes[0]))
        if fronted and not any(n.kind == "COMMA" for n in nodes[: max(0, begin - 1)]):
            return 0
        return int(comma and end < len(nodes) and nodes[end].kind == "COMMA")

    def _order(self, before: Sequence[Node], after: Sequence[Node], verb: Node) -> None:
        """Give bare phrases of a language of fixed order their cases: before the verb the nominative, after it the accusative."""
        if not self.fixed:
            return
        says = bool(verb.frames() & SAYING)
        quoted = bool(before) and before[-1].kind in ("COMMA", "QUOTE", "PUNCT") and bool(after) and after[0].kind in ACTING
        inverted = says and quoted and not any(bare(n) and n.kind in ACTING for n in before)
        for place, node in enumerate(after):
            if not bare(node) or node.cases() - {"nom", "gen"} or self._gapped(after, place):
                continue
            if inverted and node.kind in ACTING:
                inverted = False
                continue
            stem = node.endings[0].stem if node.endings else ""
            plural = bool(node.endings) and all(e.plural for e in node.endings)
            case = self._goes_on(after, place, verb)
            node.endings = (Ending(stem, plural=plural, case=case),)
            for thing in node.things:
                if thing.by_case:
                    thing.by_case = {case: next(iter(thing.by_case.values()))}

    @staticmethod
    def _goes_on(after: Sequence[Node], place: int, verb: Node) -> str:
        """Return the case of a phrase after the verb: that of those before where it goes on with them ("by A, Head of B, and C")."""
        listed = _LISTED if "participate" in verb.frames() else ("PERSON", "POST", "LIST")
        if place < 1 or after[place].kind not in listed or after[place - 1].kind not in ("COMMA", "CONJ"):
            return "acc"
        if place + 1 < len(after) and (after[place + 1].has("by") or preposition(after[place + 1], "by")):
            return "acc"  # "A was represented by B, C by D"
        taken = {case for predicate, _ in verb.senses for case, _ in predicate.slots}
        taken |= {"by"} if "told" in verb.frames() else set()  # "reports were presented by A, B and C"
        before = next((n for n in reversed(after[: place - 1]) if n.kind in listed and not n.has("gen")), None)
        shared = before is not None and "acc" not in taken and any(before.cases() == {case} for case in ("by", "ins") if case in taken)
        return next(iter(before.cases())) if before is not None and shared else "acc"

    @staticmethod
    def _gapped(after: Sequence[Node], place: int) -> bool:
        """Tell whether a phrase is the subject of a verb left out: "A spoke of X, and B of Y"."""
        if place + 1 >= len(after) or place < 1 or after[place].kind not in ("PERSON", "POST") or after[place + 1].kind != "PREP":
            return False
        first = next((n for n in after if n.kind != "PARTICLE"), after[0])
        return after[place - 1].kind in ("CONJ", "COMMA") and first.kind == "PREP" and first.text == after[place + 1].text

    @staticmethod
    def _negative(verb: Node) -> bool:
        return any(f.negative for _, f in verb.senses)

    def _copula(self, verb: Node, after: Sequence[Node]) -> None:
        """Mark a post after "is", "является", "was appointed" as what its subject is."""
        frames = verb.frames()
        if not (frames & {"appointed", "dismissed"} or self.pack.fold(verb.text).split()[-1] in self.pack.settings["copula"]):
            return
        for node in after:
            if node.kind in ("POST", "ROLE") and node.cases() & {"acc", "nom", "by", "as", "dat"}:
                node.endings = (*node.endings, Ending("", case="cop"))

    def _holding(self, verb: Node, arguments: Sequence[Node]) -> None:
        """Mark the post that its subject is appointed to, holds or leaves, wherever it stands: "первым заместителем назначен A"."""
        if self.fixed:
            return
        cases = {case for predicate, _ in verb.senses for case, slot in predicate.slots if slot == "post"}
        within = {concept.name for word in self.pack.fold(verb.text).split() for concept in self.pack.nouns.get(word, ())}
        before = _FORMERLY in within or any(named(n, "WORD", _FORMERLY) for n in arguments)
        for node in arguments:
            if node.kind in ("POST", "ROLE") and not node.has("nom") and node.cases() & cases and not node.has("cop"):
                node.endings = (*node.endings, Ending("", case="cop"))
            if node.kind in ("POST", "ROLE") and node.has("cop") and before:
                node.concept = replace(node.concept, flags=(*node.concept.flags, ("former", "1"))) if node.concept else None
                for thing in node.things:
                    thing.former = True
