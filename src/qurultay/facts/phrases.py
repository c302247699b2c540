"""Noun phrases of head-final languages: small ordered rules that put neighbouring nodes together.

A rule looks at the nodes from one place on and answers with the node that takes their place and how many it
replaces, or with None. Rules are tried group by group until none of a group applies any more; later groups rest on
what earlier ones built. The rules speak of kinds, cases and possessives, never of words: those stand in the
language's folder. What a head governs stands before it, in the genitive or bare, and the head then carries a possessive.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from qurultay.language.pack import LanguagePack
from qurultay.language.suffixes import Ending
from qurultay.mentions.nodes import Node, Thing
from qurultay.mentions.reference import Reference

__all__ = [
    "LISTED",
    "Built",
    "Group",
    "Phrases",
    "Rule",
    "Start",
    "bare",
    "governed",
    "joins",
    "listing",
    "named",
    "owned",
    "span",
    "stands",
    "unmarked",
]

_EDGE = re.compile(r"\b")

Built = tuple[Node, int] | None
"""What a rule answers with: the node that it puts together and how many it replaces, or None."""
Rule = Callable[["Phrases", Sequence[Node], int], Built]
"""A rule of the grammar: asked of the nodes of a sentence at one place."""
LISTED = ("STATE", "PLACE", "ORG", "POST", "PERSON", "DELEGATION", "MEMBERS", "LIST")
"""The kinds of node that can stand in a list of who takes part."""


_ALIKE = (frozenset({"PERSON", "POST"}), frozenset({"ORG", "STATE", "MEMBERS"}), frozenset({"PLACE"}))
"""Kinds of node that a word which says "with" too may join."""


class Start(NamedTuple):
    """Where a rule may begin: the kinds of its first node, and what else must be there for it to apply.

    ``needs`` are kinds of which the sentence must have one; a kind that the rule needs must not be one that other rules of its group make
    of nodes without it. With ``reach`` one must stand among that many nodes after the first. ``following`` are the
    kinds of which the second node must be. What is left empty asks for nothing; what is told saves asking the rule in vain.
    """

    rule: Rule
    kinds: tuple[str, ...]
    needs: tuple[str, ...] = ()
    following: tuple[str, ...] = ()
    reach: int = 0


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


_Asked = tuple[tuple[Rule, frozenset[str], int], ...]
"""Rules, with what each needs and within how many nodes."""


class _Table(dict[tuple[str, str], tuple[_Asked, frozenset[str], int]]):
    """A group's rules by the kinds of their first node and of the one after it, and what one or another of these rules needs.

    The number tells within how many nodes one of the needed kinds must stand for any of the rules to apply, 0 where that is not
    told. Entries are made when first asked for.
    """

    def __init__(self, starts: Sequence[Start]) -> None:
        super().__init__()
        self.starting = frozenset(kind for start in starts for kind in start.kinds)
        self._starts = starts

    def __missing__(self, pair: tuple[str, str]) -> tuple[_Asked, frozenset[str], int]:
        kind, following = pair
        asked = [s for s in self._starts if kind in s.kinds and (not s.following or following in s.following)]
        reach = max((s.reach for s in asked), default=0) if all(s.reach for s in asked) else 0
        entry = tuple((s.rule, frozenset(s.needs), s.reach) for s in asked), frozenset(kind for s in asked for kind in s.needs), reach
        self[pair] = entry
        return entry


_Places = list[tuple[int, _Asked]]
"""Where a group has rules to ask in a sentence, and which, from the end of the sentence on."""


class _Plan(dict[tuple[str, str], Sequence[tuple[int, _Asked, frozenset[str], int]]]):
    """What a sentence is asked from some group on: the groups that have rules for two kinds, and what their tables say of these."""

    def __init__(self, tables: Sequence[_Table], first: int) -> None:
        super().__init__()
        self.tables, self._first = tables, first
        self._starting = frozenset[str]().union(*(table.starting for table in tables[first:]))

    def __missing__(self, pair: tuple[str, str]) -> Sequence[tuple[int, _Asked, frozenset[str], int]]:
        entries = self[pair] = [
            (group, *entry)
            for group, table in enumerate(self.tables)
            if group >= self._first and pair[0] in table.starting and (entry := table[pair])[0]
        ]
        return entries

    def todo(self, kinds: Sequence[str]) -> list[tuple[int, _Places]]:
        """Return the groups that have rules to ask in a sentence whose nodes are of these kinds, in their order."""
        found: dict[int, _Places] = {}
        nearest: dict[str, int] = {}
        at, following, starting = len(kinds), "", self._starting
        for kind in reversed(kinds):
            at -= 1
            for group, rules, needs, reach in self[kind, following] if kind in starting else ():
                if reach:
                    for need in needs:
                        if need in nearest and nearest[need] <= at + reach:
                            break
                    else:
                        continue
                if group in found:
                    found[group].append((at, rules))
                else:
                    found[group] = [(at, rules)]
            nearest[kind] = at
            following = kind
        return sorted(found.items())


class _Grammar:
    """Groups in their order, and the kinds that one or another of them needs."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self.groups = groups
        self.needs = frozenset[str]().union(*(group.needs for group in groups))
        self.plan = lru_cache(1 << 12)(self._plan)

    def _plan(self, present: frozenset[str], first: int) -> _Plan:
        """Return the plan from a group on for sentences that have the kinds ``present`` of those that the groups need."""
        return _Plan([_table(group, group.needs & present) for group in self.groups], first)


_grammar = lru_cache(1 << 4)(_Grammar)


@lru_cache(1 << 12)
def _table(group: Group, present: frozenset[str]) -> _Table:
    """Return a group's rules for sentences that have the kinds ``present`` of those that the group needs."""
    return _Table([start for start in group.starts if not start.needs or not present.isdisjoint(start.needs)])


def span(nodes: Sequence[Node], kind: str, things: Sequence[Thing], *, endings: tuple[Ending, ...] | None = None, value: str = "") -> Node:
    """Return one node over ``nodes``, inflected as the last of them unless ``endings`` says otherwise."""
    first, last = nodes[0], nodes[-1]
    text = first.text if first is last else f"{first.text} … {last.text}"
    clauses = [clause for node in nodes if node.clauses for clause in node.clauses]
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

    Three are set by the reader: ``known`` tells whether a name is that of somebody whom the article has named before, ``roles``
    which posts that person holds, ``states`` in which states.
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
        self.cities: dict[tuple[str, str], str] = {}
        for place in (thing for thing in reference if thing.kind == "Place"):
            for form, _, _ in place.names:
                self.cities.setdefault((place.state, pack.fold(form)), place.path)
        self.known: Callable[..., bool] = lambda name, exact=False: False
        self.roles: Callable[[str], set[str]] = lambda name: set()
        self.states: Callable[[str], set[str]] = lambda name: set()

    def reduce(self, nodes: list[Node], text: str, groups: Sequence[Group]) -> list[Node]:
        """Return ``nodes`` with every phrase that the rules see put together."""
        self.text = text
        kinds = [node.kind for node in nodes]
        grammar = _grammar(groups)
        changed: int | None = 0
        while changed is not None:
            plan = grammar.plan(grammar.needs.intersection(kinds), changed)
            changed = None
            for group, places in plan.todo(kinds):
                if self._run(plan.tables[group], nodes, kinds, places):
                    changed = group
                    break
        return nodes

    def _run(self, table: _Table, nodes: list[Node], kinds: list[str], places: _Places) -> bool:
        """Try a group's rules once at some places of a sentence, whose nodes are of these kinds; tell whether any applied."""
        gone = done = 0
        for place, asked in reversed(places):
            if place < done:
                continue
            at = place - gone
            built = self._first(asked, nodes, kinds, at)
            while built is not None:
                node, count = built
                nodes[at : at + count], kinds[at : at + count] = [node], [node.kind]
                gone += count - 1
                done = at + gone + 1
                following = kinds[at + 1] if at + 1 < len(kinds) else ""
                built = self._first(table[node.kind, following][0], nodes, kinds, at)
        return done > 0

    def _first(self, asked: _Asked, nodes: list[Node], kinds: list[str], at: int) -> Built:
        """Return what the first rule that applies at one place answers, None where none does."""
        for rule, needs, reach in asked:
            if reach and needs.isdisjoint(kinds[at + 1 : at + 1 + reach]):
                continue
            built = rule(self, nodes, at)
            if built is not None:
                return built
        return None

    def words(self, nodes: Sequence[Node]) -> str:
        """Return the words of ``nodes`` with the last put into the nominative."""
        last = nodes[-1]
        if self.pack.head_initial:
            return self.pack.bare_name(" ".join(self.text[nodes[0].start : last.end].split()))
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
        return self.pack.family_name(last)


def stands(text: str, word: str) -> bool:
    """Tell whether a word stands in a text by itself."""
    at = text.find(word)
    while at >= 0:
        if _EDGE.match(text, at) and _EDGE.match(text, at + len(word)):
            return True
        at = text.find(word, at + 1)
    return False


def named(node: Node, kind: str, name: str = "") -> bool:
    """Tell whether the lexicon has a node for a noun of this kind, and of this meaning where one is asked for."""
    return node.kind == kind and node.concept is not None and (not name or node.concept.name == name)


def joins(node: Node) -> bool:
    """Tell whether a node joins the last of a list to those before: "və", and "ile" where one word says "and" and "with"."""
    return named(node, "CONJ", "and") or (named(node, "CONJ", "with") and node.concept is not None and bool(node.concept.get("and")))


def alike(sign: Node, one: Node, other: Node) -> bool:
    """Tell whether two phrases with a word for "and" or "with" between them are joined, being of one kind."""
    return sign.kind == "COMMA" or any(one.kind in kinds and other.kind in kinds for kinds in _ALIKE)


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
        elif joins(sign):
            joined = True
        elif sign.kind != "COMMA":
            break
        following = nodes[last + step] if last + step < len(nodes) else None
        if (
            following is None
            or following.kind not in kinds
            or not (named(sign, "CONJ", "and") or step > 2 or alike(sign, members[-1], following))
        ):
            return None
        members.append(following)
        last += step
    if not joined:
        return None
    cases = members[-1].cases()
    if not all(bare(m) or m.cases() & cases for m in members[:-1]):
        return None
    if cases == {"abl"} and members[-1].kind in ("STATE", "PLACE", "ORG") and any(m.kind in ("PERSON", "POST") for m in members):
        return None
    things = [thing for member in members for thing in member.things]
    merged = span(nodes[at : last + 1], kind, things)
    merged.value = members[-1].value
    return merged, last + 1 - at
