"""Clauses where the verb stands between its subject and its objects: which verb each noun phrase belongs to.

Participles and relative clauses are taken out first, the last of a sentence before the others, and given to the noun that they are said
of; the phrase rules run again after each. What is left is cut between the finite verbs: at a conjunction that subordinates, at a comma or
"and" after which a subject of its own stands, or right before that subject. The frames know of cases only: a language of
fixed order gets them here, the nominative before the verb and the accusative after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from qurultay.facts.headinitial.agreement import agrees
from qurultay.facts.headinitial.happenings import in_prepositional_case
from qurultay.facts.headinitial.people import make_person
from qurultay.facts.headinitial.retold import before_and_after, retold
from qurultay.facts.phrases import Group, Phrases, named
from qurultay.language.suffixes import Ending, VerbForm
from qurultay.mentions.nodes import NOMINAL, Clause, Node

__all__ = ["clauses"]

_ACTING = frozenset({"PERSON", "POST", "ROLE", "ORG", "STATE", "LIST", "DELEGATION", "MEMBERS", "GROUP", "NAME"})
_SIGNS = frozenset({"COMMA", "DASH", "COLON"})
_HEADS = {"event": ("EVENT",), "document": ("DOCUMENT",)}
"""The kinds of noun that a participle is said of, by the slot of its subject."""
_SAYING = frozenset({"say", "report", "told", "propose"})
_TO_COME = frozenset({"planned", "awaited"})
_OPENING = 2
_FORMERLY = "formerly"
"""What words such as "ранее" mean: the post told in the clause is over."""
_CLOSING = frozenset({"fin", "conv"})
_SILENT = frozenset({"", "other"})
_WHERE = "where"


def clauses(nodes: list[Node], text: str, phrases: Phrases, groups: Sequence[Group]) -> tuple[list[Clause], list[Node]]:
    """Return the clauses of a sentence, inner ones first, and its nodes as the phrase rules left them."""
    builder = _Builder(phrases)
    nodes = phrases.reduce(list(nodes), text, groups)
    builder.settle_verbs(nodes)
    builder.settle_cases(nodes)
    nodes = builder.upright(nodes)
    inner: list[Clause] = []
    while (taken := builder.attributive(nodes)) is not None:
        clause, nodes = taken
        inner.insert(0, clause)
        nodes = phrases.reduce(nodes, text, groups)
    return inner + builder.top(nodes), nodes


def _forms(node: Node) -> set[str]:
    return {form.form for _, form in node.senses}


def _finite(node: Node) -> bool:
    return node.kind == "VERB" and "fin" in _forms(node)


def _noun(node: Node) -> bool:
    return node.kind in NOMINAL or node.kind == "WORD"


def _bare(node: Node) -> bool:
    """Tell whether a phrase stands without a preposition, and not in the genitive."""
    return node.kind in NOMINAL and node.has("nom")


class _Builder:
    """Finds the clauses of one sentence."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases, self.pack = phrases, phrases.pack
        self.fixed = bool(phrases.pack.settings.get("fixed_order"))

    # -- verbs that may be read in two ways ----------------------------------------------------------------------

    def settle_verbs(self, nodes: Sequence[Node]) -> None:
        """Tell English participles from past tenses that are spelt alike, and say what a form in -ing is where it stands."""
        for at, node in enumerate(nodes):
            if node.kind != "VERB":
                continue
            forms = _forms(node)
            if "pp" in forms:
                alone = not any(n is not node and _finite(n) for n in nodes)
                passive = not forms & {"fin", "base"} or (not alone and self._passive(nodes, at))
                kept = [(p, VerbForm("part", f.tense, f.case, f.negative)) for p, f in node.senses if f.form == "pp"]
                node.senses = tuple(kept) if passive else tuple(s for s in node.senses if s[1].form != "pp")
            elif "ing" in forms:
                form = self._form_of_gerund(nodes, at)
                node.senses = tuple((p, VerbForm(form, f.tense, f.case, f.negative)) for p, f in node.senses)

    @staticmethod
    def _passive(nodes: Sequence[Node], at: int) -> bool:
        """Tell whether what may be a past tense is a participle: its object is missing."""
        following = nodes[at + 1] if at + 1 < len(nodes) else None
        transitive = any(case == "acc" for p, f in nodes[at].senses if f.form != "pp" for case, _ in p.slots)
        silent = all(p.frame in _SILENT for p, f in nodes[at].senses if f.form != "pp")
        transitive = transitive or (silent and any(p.frame in _TO_COME | {"devoted"} for p, f in nodes[at].senses if f.form == "pp"))
        if following is not None and following.has("by"):
            return True
        if following is not None and (_bare(following) or following.kind in ("WORD", "NUMBER", "QUOTE", "SUB", "ORDINAL")):
            return False
        relative = next((n for n in reversed(nodes[:at]) if n.kind == "REL" or _finite(n)), None)
        if at == 0 or nodes[at - 1].kind in ("PERSON", "NAME") or (relative is not None and relative.kind == "REL"):
            return False
        before = nodes[at - 2] if nodes[at - 1].kind == "COMMA" and at > 1 else nodes[at - 1]
        return transitive and _noun(before) and before.kind != "PERSON"

    @staticmethod
    def _form_of_gerund(nodes: Sequence[Node], at: int) -> str:
        before = nodes[at - 1] if at else None
        if before is not None and named(before, "SUB", "that"):
            return "vn"
        if before is None or before.kind in ("COMMA", "DASH", "CONJ", "SUB"):
            return "conv"
        if before.kind == "PREP":
            return "vn"
        return "part" if _noun(before) else "vn"

    def settle_cases(self, nodes: Sequence[Node]) -> None:
        """Give a phrase that a preposition stands before, adjectives between, the case of that preposition: it does not act."""
        for at, node in enumerate(nodes) if self.fixed else ():
            here = at - 1
            while here >= 0 and nodes[here].kind in ("WORD", "AREA", "NUMBER") and nodes[here].text[0].islower():
                here -= 1
            if here < 0 or here == at or not _bare(node) or nodes[here].kind != "PREP":
                continue
            if node.kind == "PERSON" and at - here > 1 and not any(thing.posts for thing in node.things):
                continue
            case = in_prepositional_case(nodes[here], node)
            if case:
                plural = bool(node.endings) and all(e.plural for e in node.endings)
                node.endings = (Ending(node.endings[0].stem if node.endings else "", plural=plural, case=case),)

    def upright(self, nodes: list[Node]) -> list[Node]:
        """Return the nodes with what is told first of one who acts after it: "presiding over it was X", "among those who spoke was X"."""
        for at, node in enumerate(nodes) if self.fixed else ():
            those = at + 2 < len(nodes) and node.kind == "DET" and nodes[at + 1].kind == "REL" and _finite(nodes[at + 2])
            gerund = node.kind == "VERB" and "conv" in _forms(node) and (at == 0 or nodes[at - 1].kind in ("PUNCT", "SUB"))
            if not (those or gerund):
                continue
            first = at + 2 if those else at
            being = next((i for i in range(first + 1, len(nodes)) if _finite(nodes[i]) or nodes[i].kind in ("SUB", "REL")), None)
            if being is None or being + 1 >= len(nodes) or self.pack.fold(nodes[being].text) not in self.pack.settings["copula"]:
                continue
            one = nodes[being + 1]
            if nodes[being - 1].kind == "COMMA" or one.kind not in ("PERSON", "LIST", "NAME") or not _bare(one):
                continue
            nodes[first].senses = tuple((p, VerbForm("fin", self._tense(nodes[being]))) for p, _ in nodes[first].senses)
            begin = at - 1 if those and at and nodes[at - 1].kind == "PREP" else at
            return self.upright([*nodes[:begin], one, *nodes[first:being], *nodes[being + 2 :]])
        return nodes

    # -- participles and relative clauses --------------------------------------------------------------------------

    def attributive(self, nodes: list[Node]) -> tuple[Clause, list[Node]] | None:
        """Return the last attributive clause of a sentence, and the nodes without it; None where there is none."""
        for at in range(len(nodes) - 1, -1, -1):
            if nodes[at].kind == "REL" and (taken := self._relative(nodes, at)) is not None:
                return taken
            if nodes[at].kind == "VERB" and "part" in _forms(nodes[at]):
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
        verb = next((i for i in range(at + 1, len(nodes)) if _finite(nodes[i])), None)
        owned = self.pack.dictionary is not None and not nodes[at].has("nom") and begin == at and at > 1 and nodes[at - 1].kind == "WORD"
        if owned and nodes[at - 2].kind == "PREP":
            begin, comma = at - 2, at > _OPENING and nodes[at - 3].kind == "COMMA"
        head = self._head_before(nodes, begin - 1 - comma, "", nodes[at])
        if verb is None or head is None:
            return None
        if head.kind == "NAME" and " " in head.text and nodes[at].text.lower() in self.pack.settings.get("who", ()):
            self._person(head)
        end = self._end(nodes, verb + 1, comma=comma)
        case = in_prepositional_case(nodes[begin], nodes[at]) if begin < at else ""
        subject = not case and (verb == at + 1 if self.fixed else nodes[at].has("nom"))
        if self.fixed and not case and any(n.kind in ("DATE", "WORD", "PARTICLE") for n in nodes[at + 1 : verb]):
            subject = not any(_bare(n) for n in nodes[at + 1 : verb])
        if subject and not self.fixed and nodes[at].has("acc"):
            subject = not any(n.cases() == {"nom"} and n.kind in _ACTING for n in [*nodes[at + 1 : verb], *nodes[verb + 1 : end]])
        form = VerbForm("part" if subject else "obj", self._tense(nodes[verb]), negative=self._negative(nodes[verb]))
        arguments = [*nodes[at + 1 : verb], *nodes[verb + 1 : end]]
        self._order(nodes[at + 1 : verb], nodes[verb + 1 : end], nodes[verb])
        served = head if subject and head.kind == "PERSON" else None
        self._copula(nodes[verb], nodes[verb + 1 : end])
        if case and any(self._pronoun(n) for n in nodes[at + 1 : verb]):
            served = next((n for n in reversed(nodes[:begin]) if n.kind == "PERSON" and _bare(n) and len(n.things) == 1), None)
        clause = Clause(nodes[verb], arguments, head=head, subject=served, form=form.form, tense=form.tense, negative=form.negative)
        clause.matrix = "propose" if owned else ""
        head.clauses = [*head.clauses, clause]
        return clause, [*nodes[: begin - comma], *nodes[end + self._closes(nodes, begin, end, comma=comma) :]]

    def _pronoun(self, node: Node) -> bool:
        """Tell whether a word is "he" or "she"."""
        return self.fixed and node.kind == "WORD" and self.pack.fold(node.text) in self.pack.settings["pronouns"]

    def _person(self, node: Node) -> None:
        """Take a name for a person's."""
        made = make_person(self.phrases, [node], node, [])
        node.kind, node.things = "PERSON", made.things
        for thing in made.things:
            thing.by_case = {case: next(iter(thing.by_case.values())) for case in node.cases()} or thing.by_case

    def _participle(self, nodes: list[Node], at: int) -> tuple[Clause, list[Node]] | None:
        """NP (,) participle …, or participle … NP: a clause whose subject is the noun."""
        verb = nodes[at]
        predicate, form = next(sense for sense in verb.senses if sense[1].form == "part")
        opens = at if self.fixed else self._opening(nodes, at)
        comma = opens > 0 and nodes[opens - 1].kind == "COMMA"
        cases = frozenset() if self.fixed else frozenset(f.case for _, f in verb.senses if f.form == "part" and f.case)
        head = self._head_before(nodes, opens - 1 - comma, predicate.slot("nom"), verb, cases)
        if head is not None:
            begin, end = opens - comma, self._end(nodes, at + 1, comma=comma)
            arguments, rest = [*nodes[opens:at], *nodes[at + 1 : end]], nodes[end + self._closes(nodes, at, end, comma=comma) :]
        else:
            found = None if self.fixed else self._head_after(nodes, at + 1, predicate.slot("nom"), verb)
            if found is None:
                return None
            begin, head, arguments, rest = at, nodes[found], nodes[at + 1 : found], nodes[found:]
        self._order([], arguments, verb)
        self._holding(verb, arguments)
        clause = Clause(verb, list(arguments), head=head, form="part", tense=form.tense, negative=form.negative)
        head.clauses = [*head.clauses, clause]
        return clause, [*nodes[:begin], *rest]

    @staticmethod
    def _opening(nodes: Sequence[Node], at: int) -> int:
        """Return where a participial clause begins whose participle stands after when it was: "A, накануне назначенный …"."""
        here = at
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
        while here >= 0 and (_noun(nodes[here]) or nodes[here].kind in passed):
            node = nodes[here]
            if node.kind == "PREP":
                here -= 1
                continue
            fits = (not case or any(e.case in case for e in node.inflected or node.endings)) and agrees(self.phrases, word, node)
            fits = fits and not (self._adjective(node))
            if fits and node.kind in wanted:
                return node
            if fits and case and node.value == "ABBREVIATION" and here and _noun(nodes[here - 1]) and nodes[here - 1].cases() & case:
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
            if _finite(node):
                while here > at and nodes[here - 1].kind in ("WORD", "PARTICLE", "CONJ"):
                    here -= 1
                if comma and here > at + 1 and _bare(nodes[here - 1]):
                    here -= 1
                break
            here += 1
        return here

    @staticmethod
    def _closes(nodes: Sequence[Node], begin: int, end: int, *, comma: bool) -> int:
        """Return 1 where a comma closes what another opened, and so goes with it; one that closes a fronted phrase too stays."""
        fronted = nodes[0].kind in ("PREP", "VERB") or (nodes[0].kind in NOMINAL and not _bare(nodes[0]))
        if fronted and not any(n.kind == "COMMA" for n in nodes[: max(0, begin - 1)]):
            return 0
        return int(comma and end < len(nodes) and nodes[end].kind == "COMMA")

    # -- clauses of the top level ----------------------------------------------------------------------------------

    def top(self, nodes: list[Node]) -> list[Clause]:
        """Return the clauses of the top level, each with its finite verb; what has none is a clause without a verb."""
        verbs = [at for at, node in enumerate(nodes) if node.kind == "VERB" and _forms(node) & _CLOSING]
        finite = [at for at in verbs if _finite(nodes[at])]
        if not finite:
            rest = [n for n in nodes if n.kind in NOMINAL]
            return [Clause(rest[-1], list(nodes), form="none", tense="none")] if rest else []
        found: list[Clause] = []
        subject: Node | None = None
        reported = False
        begin = 0
        self._origins(nodes)
        for place, at in enumerate(finite):
            end = self._border(nodes, at, finite[place + 1]) if place + 1 < len(finite) else len(nodes)
            self._order_adverbial(nodes, begin, at)
            clause = self._clause(nodes, begin, at, end)
            clause.reported = reported
            self._there(clause, nodes, begin)
            own = self._subject(clause)
            clause.subject = None if own is not None else subject
            subject = own or subject
            for adverbial in self._adverbial(nodes, begin, end, subject):
                found.append(adverbial)
            found += retold(self.phrases, clause, subject)
            says = bool({p.frame for p, _ in nodes[at].senses} & _SAYING)
            reported = reported or (says and any(n.kind == "SUB" for n in nodes[at : end + 1]))
            begin = end
        return found

    def _origins(self, nodes: Sequence[Node]) -> None:
        """Tell of people without names from where they come: "judges from A and B"."""
        for one, other in pairwise(nodes) if self.fixed else ():
            if one.kind in ("ROLE", "GROUP") and one.plural() and other.kind in ("STATE", "ORG") and other.cases() == {"abl"}:
                one.clauses = [*one.clauses, Clause(other, [other], head=one, form="part")]

    def _there(self, clause: Clause, nodes: Sequence[Node], begin: int) -> None:
        """Give a clause with "where" the place that it stands after: "in Kazan, where the Council is to meet"."""
        if not named(nodes[begin], "SUB", _WHERE) or any(n.kind in ("PLACE", "STATE") and n.has("loc") for n in clause.arguments):
            return
        before = [n for n in nodes[max(0, begin - 2) : begin] if n.kind != "COMMA"]
        if before and before[-1].kind in ("PLACE", "STATE", "ORG") and len(before[-1].things) == 1:
            place = replace(before[-1], endings=(Ending("", case="loc"),), things=[replace(before[-1].things[0])])
            for thing in place.things:
                if thing.by_case:
                    thing.by_case = {"loc": next(iter(thing.by_case.values()))}
            clause.arguments = [*clause.arguments, place]

    def _border(self, nodes: Sequence[Node], one: int, other: int) -> int:
        """Return where the clause of the verb at ``one`` ends and that of the verb at ``other`` begins."""
        marks = [i for i in range(one + 1, other) if nodes[i].kind in _SIGNS or nodes[i].kind in ("SUB", "CONJ")]
        sub = [i for i in marks if nodes[i].kind == "SUB"]
        if sub:
            return sub[-1]
        with_subject = [i for i in marks if any(_bare(n) and n.kind in _ACTING | {"EVENT", "DOCUMENT"} for n in nodes[i + 1 : other])]
        if marks and nodes[marks[-1]].kind == "CONJ" and not any(n.kind in NOMINAL for n in nodes[marks[-1] + 1 : other]):
            return marks[-1]
        if with_subject:
            return with_subject[-1]
        if marks:
            return marks[-1]
        return next((i for i in range(other - 1, one, -1) if _bare(nodes[i])), other) if self.fixed else one + 1

    def _clause(self, nodes: Sequence[Node], begin: int, at: int, end: int) -> Clause:
        """Return the clause of a finite verb; what is to come is told by the infinitive after it."""
        verb = nodes[at]
        before, after = list(nodes[begin:at]), list(nodes[at + 1 : end])
        infinitive = next((n for n in after if n.kind == "VERB" and "inf" in _forms(n)), None)
        frames = {p.frame for p, _ in verb.senses}
        tense = self._tense(verb)
        if infinitive is not None and frames & _TO_COME:
            verb = infinitive
            verb.senses = tuple((p, VerbForm("fin", "fut")) for p, _ in infinitive.senses)
            tense = "fut"
            after.remove(infinitive)
        self._order(before, after, verb)
        self._copula(verb, after)
        self._holding(verb, [*before, *after])
        before_and_after(self.phrases, verb, before, after)
        clause = Clause(verb, [*before, *after], form="fin", tense=tense, negative=self._negative(verb))
        clause.topic = next((n for n in nodes[:2] if n.kind == "DATE" and begin > 0), None)
        return clause

    def _adverbial(self, nodes: Sequence[Node], begin: int, end: int, subject: Node | None) -> list[Clause]:
        """Return the clauses of gerunds: "addressing the meeting, he said"."""
        found = []
        for at in range(begin, end):
            if nodes[at].kind != "VERB" or "conv" not in _forms(nodes[at]) or _finite(nodes[at]):
                continue
            stop = next((i for i in range(at + 1, end) if nodes[i].kind in _SIGNS or nodes[i].kind == "VERB"), end)
            arguments = list(nodes[at + 1 : stop])
            self._order([], arguments, nodes[at])
            form = next(f for _, f in nodes[at].senses if f.form == "conv")
            found.append(Clause(nodes[at], arguments, subject=subject, form="conv", tense=form.tense, negative=form.negative))
        return found

    def _order_adverbial(self, nodes: Sequence[Node], begin: int, end: int) -> None:
        """Give the objects of gerunds before a finite verb their case, so that they are not taken for its subject."""
        for at in range(begin, end):
            if nodes[at].kind == "VERB" and "conv" in _forms(nodes[at]) and not _finite(nodes[at]):
                stop = next((i for i in range(at + 1, end) if nodes[i].kind in _SIGNS or nodes[i].kind == "VERB"), end)
                self._order([], nodes[at + 1 : stop], nodes[at])

    def _order(self, before: Sequence[Node], after: Sequence[Node], verb: Node) -> None:
        """Give bare phrases of a language of fixed order their cases: before the verb the nominative, after it the accusative."""
        if not self.fixed:
            return
        says = bool({p.frame for p, _ in verb.senses} & _SAYING)
        quoted = bool(before) and before[-1].kind in ("COMMA", "QUOTE", "PUNCT") and bool(after) and after[0].kind in _ACTING
        inverted = says and quoted and not any(_bare(n) and n.kind in _ACTING for n in before)
        for node in after:
            if not _bare(node) or node.cases() - {"nom", "gen"}:
                continue
            if inverted and node.kind in _ACTING:
                inverted = False
                continue
            stem = node.endings[0].stem if node.endings else ""
            plural = bool(node.endings) and all(e.plural for e in node.endings)
            node.endings = (Ending(stem, plural=plural, case="acc"),)
            for thing in node.things:
                if thing.by_case:
                    thing.by_case = {"acc": next(iter(thing.by_case.values()))}

    def _copula(self, verb: Node, after: Sequence[Node]) -> None:
        """Mark a post after "is", "является", "was appointed" as what its subject is."""
        frames = {p.frame for p, _ in verb.senses}
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

    def _subject(self, clause: Clause) -> Node | None:
        """Return the phrase that acts in a clause: in the nominative, people before bodies."""
        found = [n for n in clause.arguments if n.kind in _ACTING and n.has("nom")]
        found.sort(key=lambda n: (n.has("acc"), n.kind in ("ORG", "STATE", "GROUP", "MEMBERS")))
        return found[0] if found else None

    @staticmethod
    def _tense(verb: Node) -> str:
        return next((f.tense for _, f in verb.senses if f.form == "fin"), verb.senses[0][1].tense)

    @staticmethod
    def _negative(verb: Node) -> bool:
        return any(f.negative for _, f in verb.senses)
