"""Rules of noun phrases about offices: those of a state or a place, several under one noun, one told alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from qurultay.facts.bodies import class_of, heads_name, inside_name, within_name
from qurultay.facts.phrases import Built, Phrases, bare, governed, named, owned, span, unmarked
from qurultay.language.suffixes import Ending
from qurultay.mentions.nodes import Node, Thing
from qurultay.terms import office_path

__all__ = ["local_office", "lone_office", "national_body", "national_office", "shared_noun", "state_of_office"]

_LISTED_WITHIN = 8
"""Within how many nodes a list of offices ends with their noun."""


def national_office(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """STATE(S) + office: "Türkiyə və Qırğız Respublikalarının baş prokurorluqları"."""
    node = nodes[at]
    if named(node, "GROUP", "states") and node.has("gen") and not node.plural() and at + 1 < len(nodes):
        return _both_offices(phrases, nodes, at)
    if node.kind != "STATE" or not governed(node) or at + 1 >= len(nodes):
        return None
    head_at = at + 1
    if nodes[head_at].kind in ("STATE", "PLACE") and nodes[head_at].has("rel") and head_at + 1 < len(nodes):
        head_at += 1
    head = nodes[head_at]
    concept = head.concept
    if head.kind != "OFFICE" or concept is None or not head.owned():
        return None
    if concept.get("national") and head.value != "TAIL":
        things = [national_body(phrases, state, concept.get("national"), concept.name, head) for state in node.things]
        if len(things) == 1 and node.value != "HOME" and not head.plural():
            things[0].name = phrases.words(nodes[at : head_at + 1])
        return span(nodes[at : head_at + 1], "ORG", things), head_at + 1 - at
    name = phrases.words(nodes[at : head_at + 1])
    if len(node.things) > 1 and head.plural() and concept.name == "Embassy":
        singular = next((e for e in head.endings if e.plural and e.possessive), None)
        noun = phrases.pack.nominative(head.text, replace(singular, plural=False)) if singular else phrases.words([head])
        things = [
            Thing("org", s.start, head.end, kind=concept.name, name=f"{_stem(phrases, s)} {noun}", of=[s], rules=("state_organization",))
            for s in node.things
        ]
        return span(nodes[at : head_at + 1], "ORG", things), head_at + 1 - at
    generic = phrases.pack.fold(head.text).startswith(tuple(phrases.pack.settings["any_organization"]))
    rule = "body_of_state" if generic else "state_organization"
    thing = Thing("org", node.start, head.end, kind=concept.name, name=name, of=node.things[-1:], rules=(rule,))
    return span(nodes[at : head_at + 1], "ORG", [thing]), head_at + 1 - at


def _both_offices(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "iki ölkənin baş prokurorluqları": those of the home state and of the one spoken of."""
    head = nodes[at + 1]
    if head.kind != "OFFICE" or head.concept is None or not head.concept.get("national") or not head.owned() or head.value == "TAIL":
        return None
    if not head.plural():
        return _office_of_country(phrases, nodes[at : at + 2])
    ours = Thing(
        "state", nodes[at].start, nodes[at].end, path=f"state/{phrases.pack.home}", kind="State", rules=("both_states",), definite=False
    )
    theirs = Thing("state", nodes[at].start, nodes[at].end, kind="State", rules=("both_states",), definite=False)
    office, kind = head.concept.get("national"), head.concept.name
    foreign = Thing("org", nodes[at].start, head.end, kind=kind, national=office, of=[theirs], rules=("national_office",))
    return span(nodes[at : at + 2], "ORG", [national_body(phrases, ours, office, kind, head), foreign]), 2


def _office_of_country(phrases: Phrases, nodes: Sequence[Node]) -> Built:
    """ "ölkənin Ali Məhkəməsi": that of the state that is spoken of."""
    country, head = nodes
    if head.concept is None or phrases.pack.fold(country.text) in phrases.pack.settings["both"]:
        return None
    state = Thing("state", country.start, country.end, kind="State", rules=("host_country",))
    office = Thing("org", country.start, head.end, kind=head.concept.name, national=head.concept.get("national"), of=[state])
    office.rules = ("national_office",)
    return span(nodes, "ORG", [office], endings=owned(head)), 2


def national_body(phrases: Phrases, state: Thing, office: str, kind: str, head: Node) -> Thing:
    """Return the office of this kind that a state has."""
    return Thing(
        "org",
        min(state.start, head.start),
        max(state.end, head.end),
        path=office_path(office, state.path),
        kind=kind,
        national=office,
        of=[state],
        rules=("national_office",),
    )


def local_office(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """PLACE + office: "İstanbul şəhər Baş Prokurorluğu", "Xankəndi Şəhər Prokurorluğu"."""
    node = nodes[at]
    if node.kind != "PLACE" or not governed(node) or at + 1 >= len(nodes) or not node.things:
        return None
    head_at = at + 1
    while (
        head_at < len(nodes)
        and head_at <= at + 5
        and nodes[head_at].text[0].isupper()
        and within_name(nodes, head_at)
        and not heads_name(nodes, head_at)
    ):
        head_at += 1
    if head_at >= len(nodes) or nodes[head_at].kind != "OFFICE" or not nodes[head_at].owned():
        return None
    head = nodes[head_at]
    kind = class_of(head)
    if len(node.things) == 1:
        things = [
            Thing(
                "org", node.start, head.end, kind=kind, name=phrases.words(nodes[at : head_at + 1]), of=node.things, rules=("local_office",)
            )
        ]
        return span(nodes[at : head_at + 1], "ORG", things), head_at + 1 - at
    *between, _ = phrases.text[node.things[-1].end : head.end].split()
    common = " ".join(between)
    singular = next((e for e in head.endings if e.plural), None)
    noun = (
        phrases.pack.nominative(phrases.text[head.start : head.end].split()[-1], replace(singular, plural=False, possessive="3"))
        if singular
        else phrases.words([head])
    )
    things = [
        Thing(
            "org",
            p.start,
            head.end,
            kind=kind,
            name=" ".join(f"{_stem(phrases, p)} {common} {noun}".split()),
            of=[p],
            rules=("local_office",),
        )
        for p in node.things
    ]
    return span(nodes[at : head_at + 1], "ORG", things), head_at + 1 - at


def _stem(phrases: Phrases, thing: Thing) -> str:
    """Return the name of a place as the reference data or the text gives it, without its case."""
    known = phrases.reference.get(thing.path) if thing.path else None
    return known.label(phrases.pack.language) if known else thing.name or phrases.text[thing.start : thing.end]


def state_of_office(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """STATE + a named office: "Niderland Hesablama Palatası"."""
    node = nodes[at]
    if node.kind != "STATE" or not governed(node) or at + 1 >= len(nodes) or nodes[at + 1].kind != "ORG" or node.value == "HOME":
        return None
    head = nodes[at + 1]
    if len(node.things) != 1:
        return _joint_body(phrases, nodes, at)
    office, _, iso = head.things[0].path.removeprefix("organization/").rpartition("-") if head.things else ("", "", "")
    if (
        office
        and iso == phrases.pack.home.lower()
        and head.owned()
        and node.things[0].path != f"state/{phrases.pack.home}"
        and f"office-kind/{office}" in phrases.reference
    ):
        head.things[0].path = office_path(office, node.things[0].path)
        head.things[0].of, head.things[0].rules = node.things, ("national_office",)
        head.things[0].name, head.things[0].start = phrases.words(nodes[at : at + 2]), node.start
        return span(nodes[at : at + 2], "ORG", head.things), 2
    known = phrases.reference.get(head.things[0].path) if len(head.things) == 1 and head.things[0].path else None
    if known is not None and known.state == node.things[0].path:
        head.things[0].name, head.things[0].start = phrases.words(nodes[at : at + 2]), node.start
        return span(nodes[at : at + 2], "ORG", head.things, endings=_owned_by(node, head)), 2
    home = f"state/{phrases.pack.home}"
    if known is not None and known.state == home != node.things[0].path and head.owned() and not head.things[0].inner:
        head.things[0].path, head.things[0].rules, head.things[0].tail = "", ("named_office",), ""
    if _embassy_in(node, head):
        head.things[0].of = []
    if (
        len(head.things) != 1
        or head.things[0].of
        or not head.owned()
        or head.things[0].rules[:1] not in (("named_office",), ("department",), ("local_office",))
    ):
        return None
    head.things[0].of = node.things
    head.things[0].name = phrases.words(nodes[at : at + 2])
    head.things[0].start = node.start
    return span(nodes[at : at + 2], "ORG", head.things), 2


def _owned_by(state: Node, head: Node) -> tuple[Ending, ...]:
    """Return the endings of a name after its state: what looks like an accusative is the possessive ("Kırgızistan Cogorku Keneşi")."""
    if head.cases() != {"acc"} or not (unmarked(state) or state.has("gen")):
        return head.endings
    return (*(replace(e, case="nom", possessive="3") for e in head.endings), *head.endings)


def _embassy_in(state: Node, head: Node) -> bool:
    """Tell whether an embassy or a consulate is told with its seat and, in the genitive before it, with the state that sent it."""
    embassy = len(head.things) == 1 and head.things[0].kind == "Embassy" and head.things[0].rules[:1] == ("local_office",)
    return embassy and state.has("gen") and not state.has("nom")


def _joint_body(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Put together STATE–STATE + a named office: "Azərbaycan–Türkiyə Birgə İşgüzar Şurası", which is no one state's."""
    states, head = nodes[at], nodes[at + 1]
    if states.value != "PAIR" or not bare(states) or len(head.things) != 1 or head.things[0].rules[:1] != ("named_office",):
        return None
    head.things[0].name, head.things[0].start = phrases.words(nodes[at : at + 2]), states.start
    return span(nodes[at : at + 2], "ORG", head.things), 2


def shared_noun(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "Daxili İşlər və Xarici İşlər nazirlikləri": several national offices with one noun in the plural."""
    if at > 0 and inside_name(nodes[at - 1]) and nodes[at - 1].kind != "CONJ":
        return None
    end = next(
        (
            i
            for i in range(at, min(len(nodes), at + _LISTED_WITHIN))
            if not ((nodes[i].kind in ("NAME", "WORD", "COMMA") and nodes[i].has("nom")) or named(nodes[i], "CONJ", "and"))
        ),
        at,
    )
    head = nodes[end]
    noun = next((e for e in head.endings if e.plural and e.possessive), None)
    if head.kind != "OFFICE" or noun is None or not any(named(n, "CONJ", "and") for n in nodes[at:end]):
        return None
    *before, last = phrases.text[head.start : head.end].split()
    one = phrases.pack.nominative(last, replace(noun, plural=False, possessive="3"))
    parts = [
        " ".join(phrases.text[n.start : n.end] for n in run)
        for joins, run in groupby(nodes[at:end], lambda n: n.kind in ("COMMA", "CONJ"))
        if not joins
    ]
    if before:
        parts = (
            [*parts[:-1], f"{parts[-1]} {' '.join(before)}"] if nodes[end - 1].kind not in ("COMMA", "CONJ") else [*parts, " ".join(before)]
        )
    offices = [phrases.offices.get(phrases.pack.fold(f"{part} {one}"), "") for part in parts]
    if len(parts) < 2 or not all(offices):
        return None
    home = Thing("state", nodes[at].start, nodes[at].end, path=f"state/{phrases.pack.home}", kind="State", definite=False)
    things = [national_body(phrases, home, office, class_of(head), head) for office in offices]
    return span(nodes[at : end + 1], "ORG", things, endings=owned(head)), end + 1 - at


def lone_office(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """An office told without its state or parent: the home state's, or the one spoken of before."""
    node = nodes[at]
    if node.kind != "OFFICE" or node.concept is None:
        return None
    national = node.concept.get("national")
    thing = Thing(
        "org",
        node.start,
        node.end,
        kind=node.concept.name,
        national=national,
        chief=bool(node.concept.get("chief")),
        rules=("lone_office",),
    )
    thing.name = phrases.words([node])
    thing.plural = any(e.plural for e in node.endings) and not any(not e.plural for e in node.endings)
    if node.value == "TAIL":
        thing.national = "part"
    return span([node], "ORG", [thing]), 1
