"""Noun phrases of head-final languages: small ordered rules that put neighbouring nodes together.

A rule looks at the nodes from one place on and answers with the node that takes their place and how many it
replaces, or with None. Rules are tried group by group until none of a group applies any more; later groups rest on
what earlier ones built. The rules speak of kinds, cases and possessives, never of words: those stand in the
language's folder. What a head governs stands before it, in the genitive or bare, and the head then carries a possessive.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from qurultay.language.pack import LanguagePack
from qurultay.language.suffixes import Ending
from qurultay.mentions.nodes import Node, Thing
from qurultay.mentions.reference import Reference

__all__ = ["LISTED", "Built", "Group", "Phrases", "Rule", "Start", "bare", "governed", "listing", "named", "owned", "span", "unmarked"]

Built = tuple[Node, int] | None
"""What a rule answers with: the node that it puts together and how many it replaces, or None."""
Rule = Callable[["Phrases", Sequence[Node], int], Built]
"""A rule of the grammar: asked of the nodes of a sentence at one place."""
LISTED = ("STATE", "PLACE", "ORG", "POST", "PERSON", "DELEGATION", "MEMBERS", "LIST")
"""The kinds of node that can stand in a list of who takes part."""


class Start(NamedTuple):
    """Where a rule may begin: the kinds of its first node, and kinds of which the sentence must have one for it to apply.

    A kind that the rule needs must not be one that other rules of its group make of nodes without it.
    """

    rule: Rule
    kinds: tuple[str, ...]
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Rules that are tried together, in their order."""

    starts: tuple[Start, ...]
    needs: frozenset[str]
    """The kinds that one or another of the rules needs."""

    @classmethod
    def of(cls, *starts: Start) -> Group:
        """Return the group of some rules."""
        return cls(starts, frozenset(kind for start in starts for kind in start.needs))


@lru_cache(1 << 12)
def _table(group: Group, present: frozenset[str]) -> Mapping[str, tuple[Rule, ...]]:
    """Return a group's rules by the kind of their first node, for sentences that have the kinds ``present`` of those needed."""
    asked = [start for start in group.starts if not start.needs or not present.isdisjoint(start.needs)]
    kinds = {kind for start in asked for kind in start.kinds}
    return {kind: tuple(start.rule for start in asked if kind in start.kinds) for kind in kinds}


def span(nodes: Sequence[Node], kind: str, things: list[Thing], *, endings: tuple[Ending, ...] | None = None, value: str = "") -> Node:
    """Return one node over ``nodes``, inflected as the last of them unless ``endings`` says otherwise."""
    first, last = nodes[0], nodes[-1]
    text = first.text if first is last else f"{first.text} … {last.text}"
    clauses = [clause for node in nodes for clause in node.clauses]
    return Node(
        kind,
        first.first,
        last.last,
        first.start,
        last.end,
        text,
        last.endings if endings is None else endings,
        things,
        clauses=clauses,
        value=value,
    )


def bare(node: Node) -> bool:
    """Tell whether a modifier may stand without a case: "Azərbaycan", "Azərbaycan Respublikası"."""
    return node.has("nom")


def governed(node: Node) -> bool:
    """Tell whether a head after the node may govern it: it stands in the genitive, or bare."""
    return node.has("gen") or bare(node)


def unmarked(node: Node) -> bool:
    """Tell whether a node may stand in the nominative without a possessive."""
    return any(e.case == "nom" and not e.possessive for e in node.endings)


def owned(node: Node) -> tuple[Ending, ...]:
    """Return the endings of a head that show what governs it: those with a possessive."""
    return tuple(e for e in node.endings if e.possessive)


class Phrases:
    """The grammar of noun phrases over one language pack, and the text that is being read.

    Two are set by the reader: ``known`` tells whether a name is that of somebody whom the article has named before, ``roles``
    which posts that person holds.
    """

    def __init__(self, pack: LanguagePack, reference: Reference) -> None:
        self.pack = pack
        self.reference = reference
        self.text = ""
        self.offices = {
            pack.fold(form): thing.notation
            for thing in reference
            if thing.kind == "OfficeKind"
            for form, language, _ in thing.names
            if language == pack.language
        }
        self.known: Callable[..., bool] = lambda name, exact=False: False
        self.roles: Callable[[str], set[str]] = lambda name: set()

    def reduce(self, nodes: list[Node], text: str, groups: Sequence[Group]) -> list[Node]:
        """Return ``nodes`` with every phrase that the rules see put together."""
        self.text = text
        kinds = {node.kind for node in nodes}
        for group in groups:
            table = _table(group, group.needs & kinds)
            while not kinds.isdisjoint(table) and self._run(table, nodes):
                kinds = {node.kind for node in nodes}
                table = _table(group, group.needs & kinds)
        return nodes

    def _run(self, table: Mapping[str, tuple[Rule, ...]], nodes: list[Node]) -> bool:
        """Try a group's rules once along the sentence, in place; tell whether any applied."""
        changed, gone, done = False, 0, 0
        for place in [i for i, node in enumerate(nodes) if node.kind in table]:
            at = place - gone
            if place < done:
                continue
            built = self._first(table, nodes, at)
            while built is not None:
                nodes[at : at + built[1]] = [built[0]]
                gone += built[1] - 1
                done = at + gone + 1
                changed = True
                built = self._first(table, nodes, at)
        return changed

    def _first(self, table: Mapping[str, tuple[Rule, ...]], nodes: list[Node], at: int) -> Built:
        """Return what the first rule that applies at one place answers, None where none does."""
        for rule in table.get(nodes[at].kind, ()):
            built = rule(self, nodes, at)
            if built is not None:
                return built
        return None

    def words(self, nodes: Sequence[Node]) -> str:
        """Return the words of ``nodes`` with the last put into the nominative."""
        last = nodes[-1]
        begin = self.text.rfind(" ", 0, last.end) + 1
        begin = max(begin, last.start)
        tail = self.text[begin : last.end]
        ending = next((e for e in last.endings if e.possessive and e.case != "acc"), last.endings[0] if last.endings else None)
        if ending is not None and ending.stem:
            tail = self.pack.nominative(tail, ending)
        return " ".join((self.text[nodes[0].start : begin] + tail).split())

    def likely_name(self, node: Node) -> bool:
        """Tell whether a lone capitalised word is a family name: by its ending, or since it stands elsewhere in the article too."""
        return self.family_name(node) or (any(e.case == "nom" for e in node.endings) and self.text.count(node.text) > 1)

    def family_name(self, node: Node) -> bool:
        """Tell whether the last word of a node ends as family names do."""
        last = node.text.split()[-1]
        return any(self.pack.surname.search(e.stem) and not e.possessive and not e.plural for e in self.pack.readings(last))


def named(node: Node, kind: str, name: str = "") -> bool:
    """Tell whether the lexicon has a node for a noun of this kind, and of this meaning where one is asked for."""
    return node.kind == kind and node.concept is not None and (not name or node.concept.name == name)


def listing(nodes: Sequence[Node], at: int, kinds: Sequence[str], kind: str) -> Built:
    """Return A, B və C of ``kinds`` as one node of ``kind``: all bare, or in a case of the last."""
    if nodes[at].kind not in kinds or not nodes[at].things:
        return None
    members, last = [nodes[at]], at
    joined = False
    while last + 2 < len(nodes) and not joined:
        sign = nodes[last + 1]
        step = 2
        if (
            sign.kind == "COMMA"
            and last + 3 < len(nodes)
            and (named(nodes[last + 2], "CONJ", "and") or named(nodes[last + 2], "CONJ", "also"))
        ):
            step, joined = 3, True
        elif named(sign, "CONJ", "and"):
            joined = True
        elif sign.kind != "COMMA":
            break
        following = nodes[last + step] if last + step < len(nodes) else None
        if following is None or following.kind not in kinds:
            return None
        members.append(following)
        last += step
    if not joined:
        return None
    cases = members[-1].cases()
    if not all(bare(m) or m.cases() & cases for m in members[:-1]):
        return None
    things = [thing for member in members for thing in member.things]
    merged = span(nodes[at : last + 1], kind, things)
    merged.value = members[-1].value
    return merged, last + 1 - at
