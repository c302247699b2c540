"""What verbs and phrases are where heads come first, before clauses are found: participles and past tenses, gerunds, cases."""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.headinitial.government import determined_by
from qurultay.facts.headinitial.happenings import in_prepositional_case
from qurultay.facts.phrases import Phrases, named
from qurultay.language.suffixes import Ending, VerbForm
from qurultay.mentions.nodes import NOMINAL, Node

__all__ = ["TO_COME", "Settling", "bare", "finite", "noun"]

TO_COME = frozenset({"planned", "awaited"})
"""Frames after which an infinitive tells what is to come."""
_SILENT = frozenset({"", "other"})
_CUTS = frozenset({"COMMA", "CONJ", "SUB", "REL", "DASH", "COLON", "PUNCT"})
"""Kinds of node after which another clause may begin."""
_PRESENT = frozenset({"PERSON", "LIST", "NAME", "POST", "ORG", "STATE", "DELEGATION", "MEMBERS"})
"""Kinds of phrase that may act after their verb: "taking part were the prosecutors general of A and B"."""


def finite(node: Node) -> bool:
    """Tell whether a node is a verb that may be finite."""
    return node.kind == "VERB" and "fin" in node.forms()


def noun(node: Node) -> bool:
    """Tell whether a node is a noun or a noun phrase."""
    return node.kind in NOMINAL or node.kind == "WORD"


def bare(node: Node) -> bool:
    """Tell whether a phrase stands without a preposition, and not in the genitive."""
    return node.kind in NOMINAL and node.has("nom")


def _opens(nodes: Sequence[Node]) -> bool:
    """Tell whether a noun phrase that may be a subject begins here: "a wreath-laying ceremony"."""
    first = next((n for n in nodes if n.kind not in ("DET", "WORD", "ORDINAL", "NUMBER")), None)
    return first is not None and bare(first)


class Settling:
    """Settles the verbs and cases of one sentence."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases, self.pack = phrases, phrases.pack
        self.fixed = bool(phrases.pack.settings["fixed_order"])

    def settle_verbs(self, nodes: Sequence[Node]) -> None:
        """Tell English participles from past tenses that are spelt alike, and say what a form in -ing is where it stands."""
        for at, node in enumerate(nodes):
            if node.kind != "VERB":
                continue
            found = node.forms()
            if "pp" in found and self._fronted(nodes, at):
                node.senses = tuple((p, VerbForm("part", f.tense, f.case, f.negative)) for p, f in node.senses if f.form == "pp")
            elif "pp" in found:
                alone = not any(n is not node and finite(n) for n in nodes)
                passive = not found & {"fin", "base"} or (not alone and self._passive(nodes, at))
                kept = [(p, VerbForm("part", f.tense, f.case, f.negative)) for p, f in node.senses if f.form == "pp"]
                node.senses = tuple(kept) if passive else tuple(s for s in node.senses if s[1].form != "pp")
            elif "inf" in found and self._to_be(nodes, at):
                node.senses = tuple((p, VerbForm("part", "fut", "", f.negative)) for p, f in node.senses)
            elif ("fin" in found and node.frames() <= _SILENT and self._passed(nodes, at)) or (
                "ing" in found and self._compound(nodes, at)
            ):
                if at + 1 < len(nodes) and nodes[at + 1].has("by"):  # "a seminar sponsored by A": A does not hold it
                    nodes[at + 1].endings = (Ending("", case="support"),)
                node.kind, node.senses = "WORD", ()
            elif "ing" in found:
                form = self._form_of_gerund(nodes, at)
                node.senses = tuple((p, VerbForm(form, f.tense, f.case, f.negative)) for p, f in node.senses)

    def _to_be(self, nodes: Sequence[Node], at: int) -> bool:
        """Tell whether a passive infinitive is said of the noun before it: "the first meeting, to be held in Bishkek"."""
        here = at - 1 if at and nodes[at - 1].kind == "COMMA" else at
        words = self.phrases.text[nodes[at].start : nodes[at].end].lower()
        due = words.startswith("due to ")
        held = any(p.slot("nom") == "event" for p, _ in nodes[at].senses)
        events = any(n.kind == "EVENT" for n in nodes[:here])
        return self.fixed and (due or words.startswith("to be ")) and held and events and here > 0 and noun(nodes[here - 1])

    def _fronted(self, nodes: Sequence[Node], at: int) -> bool:
        """Tell whether a participle opens its sentence, before the noun that it is said of: "Held on 30 September, the event …"."""
        if not self.fixed or any(n.kind not in ("WORD", "PARTICLE") for n in nodes[:at]) or at + 1 >= len(nodes):
            return False
        if at and not nodes[at - 1].text.lower().endswith("ly"):
            return False
        comma = next((i for i in range(at + 1, len(nodes)) if nodes[i].kind == "COMMA" and _opens(nodes[i + 1 : i + 5])), None)
        if comma is None or not (nodes[at + 1].kind in ("PREP", "PARTICLE", "DATE", "PLACE") or nodes[at + 1].cases() - {"nom", "acc"}):
            return False
        return any(finite(n) for n in nodes[comma + 1 :])

    def _passed(self, nodes: Sequence[Node], at: int) -> bool:
        """Tell whether a past tense of which nothing is told is a participle: "land contaminated by mines"."""
        if not self.fixed or at == 0 or at + 1 >= len(nodes) or nodes[at].first != nodes[at].last or not noun(nodes[at - 1]):
            return False
        past = any(f.tense == "past" for _, f in nodes[at].senses)
        if past and (nodes[at + 1].has("by") or named(nodes[at + 1], "PREP", "by")):
            return True
        before = next((n for n in reversed(nodes[:at]) if finite(n) or n.kind in _CUTS), None)
        after = nodes[at + 1].kind == "PREP" or (nodes[at + 1].kind in NOMINAL and not bare(nodes[at + 1]))
        return past and after and nodes[at - 1].kind == "WORD" and before is not None and finite(before)

    def _compound(self, nodes: Sequence[Node], at: int) -> bool:
        """Tell whether a form in -ing of which nothing is told is the head of a compound noun: "on money laundering in Baku"."""
        if not self.fixed or at < 1 or nodes[at].first != nodes[at].last or not nodes[at].frames() <= _SILENT:
            return False
        after = nodes[at + 1] if at + 1 < len(nodes) else None
        objectless = after is None or after.kind in ("PREP", "COMMA", "PUNCT", "CONJ", "DATE", "VERB") or not bare(after)
        objectless = objectless and (after is None or after.kind not in ("WORD", "DET", "NUMBER", "QUOTE", "SUB", "ORDINAL"))
        return objectless and nodes[at - 1].kind == "WORD" and nodes[at - 1].text.islower()

    @staticmethod
    def _passive(nodes: Sequence[Node], at: int) -> bool:
        """Tell whether what may be a past tense is a participle: its object is missing."""
        following = nodes[at + 1] if at + 1 < len(nodes) else None
        transitive = any(case == "acc" for p, f in nodes[at].senses if f.form != "pp" for case, _ in p.slots)
        silent = all(p.frame in _SILENT for p, f in nodes[at].senses if f.form != "pp")
        transitive = transitive or (silent and any(p.frame in TO_COME | {"devoted"} for p, f in nodes[at].senses if f.form == "pp"))
        if following is not None and following.has("by"):
            return True
        if following is not None and (bare(following) or following.kind in ("WORD", "NUMBER", "QUOTE", "SUB", "ORDINAL")):
            return False
        of_event = any(p.slot("nom") == "event" for p, f in nodes[at].senses if f.form == "pp")
        before_it = nodes[at - 2] if at > 1 and nodes[at - 1].kind == "COMMA" else nodes[at - 1] if at else None
        if (
            of_event
            and before_it is not None
            and before_it.kind == "EVENT"
            and following is not None
            and following.kind in ("PREP", "DATE")
        ):
            return any(finite(n) for n in nodes if n is not nodes[at])
        relative = next((n for n in reversed(nodes[:at]) if n.kind == "REL" or finite(n)), None)
        if at == 0 or nodes[at - 1].kind in ("PERSON", "NAME") or (relative is not None and relative.kind == "REL"):
            return False
        before = nodes[at - 2] if nodes[at - 1].kind == "COMMA" and at > 1 else nodes[at - 1]
        return transitive and noun(before) and before.kind != "PERSON"

    @staticmethod
    def _form_of_gerund(nodes: Sequence[Node], at: int) -> str:
        before = nodes[at - 1] if at else None
        if before is not None and named(before, "SUB", "that"):
            return "vn"
        if before is None or before.kind in ("COMMA", "DASH", "CONJ", "SUB") or (at == 1 and before.kind == "PARTICLE"):
            return "conv"
        if before.kind == "PREP":
            return "vn"
        return "part" if noun(before) else "vn"

    def settle_cases(self, nodes: Sequence[Node]) -> None:
        """Give a phrase that a preposition stands before, adjectives between, the case of that preposition: it does not act."""
        for at, node in enumerate(nodes) if self.fixed else ():
            here = at - 1
            if at > 1 and node.has("by") and self._participle_of_noun(nodes, at - 1):
                node.endings = (Ending(node.endings[0].stem, case="support"),)
            if at > 1 and node.kind == "EVENT" and node.things[0].kind != "Visit" and self._day_of(nodes, at):
                node.endings = (Ending(node.endings[0].stem, case="loc"),)
            while here >= 0 and nodes[here].kind in ("WORD", "AREA", "NUMBER") and nodes[here].text[0].islower():
                here -= 1
            if here < 0 or here == at or not bare(node) or nodes[here].kind != "PREP":
                continue
            if node.kind in ("PERSON", "LIST") and at - here > 1 and not any(thing.posts for thing in node.things):
                continue
            if at - here > 1 and determined_by(self.phrases, node):
                continue
            case = in_prepositional_case(nodes[here], node)
            if case:
                plural = bool(node.endings) and all(e.plural for e in node.endings)
                node.endings = (Ending(node.endings[0].stem if node.endings else "", plural=plural, case=case),)

    def _day_of(self, nodes: Sequence[Node], at: int) -> bool:
        """Tell whether what is done is done on a day of an event, and so at it: "on the first morning of an international conference"."""
        here = at - 1
        while here > 0 and nodes[here].kind in ("WORD", "DEMONYM") and nodes[here].text.lower() not in self.pack.settings["day"]:
            here -= 1
        here -= nodes[here].kind == "PREP"
        day = nodes[here].kind == "WORD" and self.pack.fold(nodes[here].text) in self.pack.settings["day"]
        return day and here > 0 and nodes[here - 1].kind == "ORDINAL"

    def _participle_of_noun(self, nodes: Sequence[Node], at: int) -> bool:
        """Tell whether a word is a participle said of the noun before it: "a shelter run by A" tells nothing of who held an event."""
        irregular = nodes[at].kind == "WORD" and self.pack.fold(nodes[at].text) in self.pack.settings["participles"]
        return irregular and noun(nodes[at - 1]) and nodes[at - 1].kind != "EVENT"

    def upright(self, nodes: list[Node]) -> list[Node]:
        """Return the nodes with what is told first of one who acts after it: "presiding over it was X", "among those who spoke was X"."""
        for at, node in enumerate(nodes) if self.fixed else ():
            those = at + 2 < len(nodes) and node.kind == "DET" and nodes[at + 1].kind == "REL" and finite(nodes[at + 2])
            opens = at == 0 or nodes[at - 1].kind in ("PUNCT", "SUB") or (at == 1 and nodes[0].kind == "PARTICLE")
            gerund = node.kind == "VERB" and "conv" in node.forms() and opens
            stood = node.kind == "VERB" and opens and "represent" in node.frames() and at + 1 < len(nodes) and finite(nodes[at + 1])
            if not (those or gerund or stood):
                continue
            first = at + 2 if those else at
            being = next((i for i in range(first + 1, len(nodes)) if finite(nodes[i]) or nodes[i].kind in ("SUB", "REL")), None)
            if being is None or being + 1 >= len(nodes) or self.pack.fold(nodes[being].text) not in self.pack.settings["copula"]:
                continue
            one = nodes[being + 1]
            if nodes[being - 1].kind == "COMMA" or one.kind not in _PRESENT or not bare(one):
                continue
            nodes[first].senses = tuple((p, VerbForm("fin", self._tense(nodes[being]))) for p, _ in nodes[first].senses)
            begin = at - 1 if those and at and nodes[at - 1].kind == "PREP" else at
            end = self._run(nodes, being + 2)
            return self.upright([*nodes[:begin], *nodes[being + 1 : end], *nodes[first:being], *nodes[end:]])
        return nodes

    @staticmethod
    def _run(nodes: Sequence[Node], end: int) -> int:
        """Return where those end who are listed from ``end`` on with signs between, and with whom each is there for."""
        here = end
        while here < len(nodes) and nodes[here].kind in ("COMMA", "CONJ"):
            while here < len(nodes) and (nodes[here].kind in ("COMMA", "CONJ") or nodes[here].has("behalf")):
                here += 1
            if here >= len(nodes) or nodes[here].kind not in ("PERSON", "LIST", "POST") or not bare(nodes[here]):
                break
            here += 1
            end = here
        return end

    @staticmethod
    def _tense(verb: Node) -> str:
        return next((f.tense for _, f in verb.senses if f.form == "fin"), verb.senses[0][1].tense)
