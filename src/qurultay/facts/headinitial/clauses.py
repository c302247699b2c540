"""Clauses where the verb stands between its subject and its objects: which verb each noun phrase belongs to.

Participles and relative clauses are taken out first, the last of a sentence before the others, and given to the noun that they are said
of; the phrase rules run again after each. What is left is cut between the finite verbs: at a conjunction that subordinates, at a comma or
"and" after which a subject of its own stands, or right before that subject. The frames know of cases only: a language of
fixed order gets them here, the nominative before the verb and the accusative after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from qurultay.facts.headinitial.agreement import apart
from qurultay.facts.headinitial.attributive import SAYING, Attributive
from qurultay.facts.headinitial.beside import beside
from qurultay.facts.headinitial.delegations import represented_by
from qurultay.facts.headinitial.present import told_by_sign
from qurultay.facts.headinitial.retold import retold
from qurultay.facts.headinitial.settled import before_and_after
from qurultay.facts.headinitial.settling import TO_COME, bare, finite
from qurultay.facts.headinitial.signings import after_signing
from qurultay.facts.phrases import Group, Phrases, named
from qurultay.language.suffixes import Ending, VerbForm
from qurultay.mentions.nodes import ACTING, NOMINAL, Clause, Node

__all__ = ["clauses"]

_SIGNS = frozenset({"COMMA", "DASH", "COLON"})
_CLOSING = frozenset({"fin", "conv"})
_WHERE = "where"


def clauses(nodes: list[Node], text: str, phrases: Phrases, groups: Sequence[Group]) -> tuple[list[Clause], list[Node]]:
    """Return the clauses of a sentence, inner ones first, and its nodes as the phrase rules left them."""
    builder = _Builder(phrases)
    if builder.fixed:  # "was attended by: A, B and C"
        nodes = [
            n for before, n in zip([None, *nodes], nodes, strict=False) if n.kind != "COLON" or before is None or before.kind != "PREP"
        ]
    nodes = phrases.reduce(list(nodes), text, groups)
    builder.settle_verbs(nodes)
    builder.settle_cases(nodes)
    beside(phrases, nodes)
    nodes = builder.upright(nodes)
    inner: list[Clause] = []
    while (taken := builder.attributive(nodes)) is not None:
        clause, nodes = taken
        if clause not in builder.later:
            inner.insert(0, clause)
        nodes = phrases.reduce(nodes, text, groups)
    gathered = [told for clause in builder.gathered[::-1] for told in retold(phrases, clause, clause.arguments[0])]
    return inner + builder.top(nodes) + gathered + builder.later[::-1], nodes


def _gerunds(nodes: Sequence[Node], begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the gerunds between two places stand, and where what belongs to each ends: at a sign or another verb."""
    for at in range(begin, end):
        if nodes[at].kind == "VERB" and "conv" in nodes[at].forms() and not finite(nodes[at]):
            yield at, next((i for i in range(at + 1, end) if nodes[i].kind in _SIGNS or nodes[i].kind == "VERB"), end)


class _Builder(Attributive):
    """Finds the clauses of one sentence."""

    def top(self, nodes: list[Node]) -> list[Clause]:
        """Return the clauses of the top level, each with its finite verb; what has none is a clause without a verb."""
        verbs = [at for at, node in enumerate(nodes) if node.kind == "VERB" and node.forms() & _CLOSING]
        stops = [at for at in verbs if finite(nodes[at])]
        if not stops and self.fixed and (listed := told_by_sign(self.phrases, nodes)) is not None:
            return [listed]
        if not stops:
            rest = [n for n in nodes if n.kind in NOMINAL]
            return [Clause(rest[-1], list(nodes), form="none", tense="none")] if rest else []
        found: list[Clause] = []
        subject: Node | None = None
        reported = False
        begin = 0
        self._origins(nodes)
        for place, at in enumerate(stops):
            end = self._border(nodes, at, stops[place + 1]) if place + 1 < len(stops) else len(nodes)
            self._order_adverbial(nodes, begin, at)
            clause = self._clause(nodes, begin, at, end)
            clause.reported = reported
            self._there(clause, nodes, begin)
            own = self._subject(clause)
            clause.subject = None if own is not None else subject
            subject = own or subject
            found += self._adverbial(nodes, begin, at if self.fixed else end, subject)
            found += [*after_signing(self.phrases, clause, subject), *retold(self.phrases, clause, subject)]
            found += self._adverbial(nodes, at + 1, end, subject) if self.fixed else []
            says = bool(nodes[at].frames() & SAYING)
            reported = reported or (says and any(n.kind == "SUB" for n in nodes[at : end + 1]))
            begin = end
        return found

    def _origins(self, nodes: Sequence[Node]) -> None:
        """Tell of people without names from where they come: "judges from A and B"."""
        for one, other in pairwise(nodes):
            if one.kind in ("ROLE", "GROUP") and one.plural() and other.kind in ("STATE", "ORG") and other.cases() == {"abl"}:
                one.clauses = [*one.clauses, Clause(other, [other], head=one, form="part")]

    def _there(self, clause: Clause, nodes: Sequence[Node], begin: int) -> None:
        """Give a clause with "where" the place that it stands after: "in Kazan, where the Council is to meet"."""
        if self.fixed and named(nodes[begin], "SUB", _WHERE):
            self._of_seat(clause, self._seats(nodes, begin))
        if self.fixed and named(nodes[begin], "SUB") and nodes[begin].text.lower() == "when":
            days = [n for n in nodes[max(0, begin - 2) : begin] if n.kind == "DATE"]
            clause.arguments = [*clause.arguments, *(days if not any(n.kind == "DATE" for n in clause.arguments) else [])]
        if not named(nodes[begin], "SUB", _WHERE) or any(n.kind in ("PLACE", "STATE") and n.has("loc") for n in clause.arguments):
            return
        before = self._seats(nodes, begin) or [n for n in nodes[max(0, begin - 2) : begin] if n.kind != "COMMA"]
        if before and before[-1].kind in ("PLACE", "STATE", "ORG") and len(before[-1].things) == 1:
            place = replace(before[-1], endings=(Ending("", case="loc"),), things=[replace(before[-1].things[0])])
            for thing in place.things:
                if thing.by_case:
                    thing.by_case = {"loc": next(iter(thing.by_case.values()))}
            clause.arguments = [*clause.arguments, place]

    @staticmethod
    def _seats(nodes: Sequence[Node], begin: int) -> list[Node]:
        """Return the body right before "where", a day between them passed over: "will visit the Court tomorrow, where"."""
        here = begin - 1
        while here > 0 and nodes[here].kind in ("COMMA", "DATE", "PREP"):
            here -= 1
        return [nodes[here]] if nodes[here].kind == "ORG" else []

    @staticmethod
    def _of_seat(clause: Clause, seats: Sequence[Node]) -> None:
        """Give a post told without a body that of where its holder is met: "at the Court, where they were welcomed by President A"."""
        for post in [p for n in clause.arguments if n.kind == "PERSON" and seats for t in n.things for p in t.posts]:
            prosecutor = post.national == "pgo" and len(seats[0].things) == 1 and seats[0].things[0].kind == "ProsecutorsOffice"
            if prosecutor and not seats[0].things[0].path:
                post.kind = post.kind.replace("ProsecutorGeneral", "Prosecutor")
            if not post.of and (post.national in ("", "state", seats[0].things[0].national) or prosecutor) and len(seats[0].things) == 1:
                post.of, post.national = list(seats[0].things), ""

    def _border(self, nodes: Sequence[Node], one: int, other: int) -> int:
        """Return where the clause of the verb at ``one`` ends and that of the verb at ``other`` begins."""
        marks = [i for i in range(one + 1, other) if nodes[i].kind in _SIGNS or nodes[i].kind in ("SUB", "CONJ")]
        sub = [i for i in marks if nodes[i].kind == "SUB"]
        if sub:
            return sub[-1]
        with_subject = [i for i in marks if any(bare(n) and n.kind in ACTING | {"EVENT", "DOCUMENT"} for n in nodes[i + 1 : other])]
        if marks and nodes[marks[-1]].kind == "CONJ" and not any(n.kind in NOMINAL for n in nodes[marks[-1] + 1 : other]):
            return marks[-1]
        if with_subject:
            return with_subject[-1]
        if marks:
            return marks[-1]
        if self.fixed and nodes[other - 1].kind == "WORD" and " " not in nodes[other].text and not nodes[one].frames() & SAYING:
            return other  # "met A, who told him of the procedure introduced in the country"
        return next((i for i in range(other - 1, one, -1) if bare(nodes[i])), other) if self.fixed else one + 1

    def _clause(self, nodes: Sequence[Node], begin: int, at: int, end: int) -> Clause:
        """Return the clause of a finite verb; what is to come is told by the infinitive after it."""
        verb = nodes[at]
        before, after = list(nodes[begin:at]), list(nodes[at + 1 : end])
        infinitive = next((n for n in after if n.kind == "VERB" and "inf" in n.forms()), None)
        frames = verb.frames()
        tense = self._tense(verb)
        if infinitive is not None and frames & TO_COME:
            verb = infinitive
            verb.senses = tuple((p, VerbForm("fin", "fut")) for p, _ in infinitive.senses)
            tense = "fut"
            after.remove(infinitive)
        self._order(before, after, verb)
        represented_by(verb, before, after)
        self._copula(verb, after)
        self._holding(verb, [*before, *after])
        if not self.fixed:
            apart(before, after)
        before_and_after(self.phrases, verb, before, after)
        clause = Clause(verb, [*before, *after], form="fin", tense=tense, negative=self._negative(verb))
        clause.topic = next((n for n in nodes[:2] if n.kind == "DATE" and begin > 0), None)
        if not self.fixed and clause.topic is not nodes[0] and nodes[begin].kind == "SUB":
            clause.topic = None
        return clause

    def _adverbial(self, nodes: Sequence[Node], begin: int, end: int, subject: Node | None) -> list[Clause]:
        """Return the clauses of gerunds: "addressing the meeting, he said"."""
        found = []
        for at, stop in _gerunds(nodes, begin, end):
            arguments = list(nodes[at + 1 : stop])
            self._order([], arguments, nodes[at])
            form = next(f for _, f in nodes[at].senses if f.form == "conv")
            found.append(Clause(nodes[at], arguments, subject=subject, form="conv", tense=form.tense, negative=form.negative))
        return found

    def _order_adverbial(self, nodes: Sequence[Node], begin: int, end: int) -> None:
        """Give the objects of gerunds before a finite verb their case, so that they are not taken for its subject."""
        for at, stop in _gerunds(nodes, begin, end):
            self._order([], nodes[at + 1 : stop], nodes[at])

    def _subject(self, clause: Clause) -> Node | None:
        """Return the phrase that acts in a clause: in the nominative, people before bodies."""
        found = [n for n in clause.arguments if n.kind in ACTING and n.has("nom")]
        found.sort(key=lambda n: (n.has("acc"), n.kind in ("ORG", "STATE", "GROUP", "MEMBERS")))
        return found[0] if found else None
