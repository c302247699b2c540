"""Rules of noun phrases about what ties them together: brackets, lists, and the words after a phrase that say its part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from qurultay.facts.among import ATTRIBUTE, BESIDE
from qurultay.facts.elsewhere import office_alone
from qurultay.facts.phrases import LISTED, Built, Phrases, governed, listing, named, span
from qurultay.facts.posts import office_of, state_of
from qurultay.language.pack import Concept
from qurultay.language.suffixes import Ending
from qurultay.mentions.nodes import Node, Thing

__all__ = ["about", "aside", "between", "listed", "marker", "renamed", "with_"]

_MARKABLE = ("ROLE", "NAME", "EVENT", "DOCUMENT", "QUOTE", "GROUP")
"""The kinds of node besides those of lists that a marker may stand after."""


def aside(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """X ( … ): the words in brackets are another name of X, or an aside."""
    if (
        nodes[at].kind in ("COMMA", "LPAR", "RPAR", "PUNCT", "VERB", "WORD", "CONJ", "DASH")
        or at + 2 >= len(nodes)
        or nodes[at + 1].kind != "LPAR"
    ):
        return None
    close = next((i for i in range(at + 2, min(len(nodes), at + 14)) if nodes[i].kind == "RPAR"), None)
    if close is None or (nodes[at].kind == "NAME" and at > 0 and nodes[at - 1].kind == "NAME"):
        return None
    node = nodes[at]
    body = next((n for n in nodes[at + 2 : close] if n.kind == "ORG" and n.things and n.things[0].path), None)
    if node.kind == "OFFICE" and body is not None:
        body.things[0].start, body.things[0].rules = node.start, ("named_in_brackets",)
        return span(nodes[at : close + 1], "ORG", body.things, endings=node.endings), close + 1 - at
    inside = nodes[at + 2 : close]
    dated = any(n.kind == "DATE" and n.value for n in inside) and all(n.kind in ("DATE", "PLACE", "STATE", "COMMA", "PREP") for n in inside)
    if dated and node.kind in ("ORG", "PLACE") and phrases.pack.head_initial and any(n.kind == "EVENT" for n in nodes[:at]):
        return None  # "the session of the Commission (Venice, 13 March)", "a training in Tashkent (May 2023)"
    if node.kind in ("NAME", "PERSON") and phrases.pack.head_initial and {n.kind for n in inside} & {"POST", "ROLE"}:
        return None  # what he is, in apposition
    if node.kind == "NAME" and inside and all(n.kind == "NAME" for n in inside):
        alias = Thing("name", node.start, node.end)
        alias.aliases.append((phrases.text[inside[0].start : inside[-1].end], inside[0].start, inside[-1].end))
        node.things, inside = [*node.things, alias], ()
    if node.kind == "ORG" and node.things and len(inside) > 1 and all(n.kind in ("NAME", "ORG") and n.text.isupper() for n in inside):
        node.things[-1].aliases.append((phrases.text[inside[0].start : inside[-1].end], inside[0].start, inside[-1].end))
        inside = ()
    for inner in inside:
        if inner.kind == "ORG" and phrases.pack.head_initial and _another_body(node, inner):
            continue
        if inner.kind in ("NAME", "ORG", "OFFICE", "WORD") and (inner.text[:1].isupper() or inner.kind == "ORG") and node.things:
            node.things[-1].aliases.append((inner.text, inner.start, inner.end))
            if inner.kind == "ORG" and inner.things and not node.things[-1].path and len(inside) == 1:
                node.things[-1].path = inner.things[0].path
    joined = span(nodes[at : close + 1], node.kind, node.things, endings=node.endings, value=node.value)
    joined.concept, joined.end, joined.text = node.concept, node.end, node.text
    return joined, close + 1 - at


def _another_body(node: Node, inner: Node) -> bool:
    """Tell whether a bracket names a body other than the phrase before it does: "Council of the Commonwealth (CIS)"."""
    known = [thing.path for thing in (*node.things[-1:], *inner.things[:1])]
    return len(known) > 1 and all(known) and known[0] != known[1]


def renamed(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ORG – NAME: another name of a body ("Macarıstanın Ali Məhkəməsi – Kuriya"), where the phrase goes on with the body's part."""
    node = nodes[at]
    if (
        at + 2 >= len(nodes)
        or nodes[at + 1].kind != "DASH"
        or nodes[at + 2].kind != "NAME"
        or " " in nodes[at + 2].text
        or not (node.has("nom") and len(node.things) == 1)
        or phrases.known(nodes[at + 2].text)
        or phrases.family_name(nodes[at + 2])
    ):
        return None
    following = nodes[at + 3] if at + 3 < len(nodes) else None
    alias = nodes[at + 2]
    if not alias.has("gen") and (following is None or not (named(following, "RELATION", "between") or following.kind == "MARKER")):
        return None
    stem = min((e.stem for e in alias.endings if e.case in ("nom", "gen") and not e.possessive), key=len, default=alias.text)
    node.things[0].aliases.append((alias.text[: len(stem)], alias.start, alias.start + len(stem)))
    return span(nodes[at : at + 3], "ORG", node.things, endings=alias.endings), 3


def listed(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """A, B və C of whatever takes part in events; "X və Y" with one case for all."""
    built = listing(nodes, at, LISTED, "LIST")
    if built is not None:
        _share_state(phrases, built[0].things)
    if built is not None and built[0].things and len({t.sort for t in built[0].things}) == 1:
        first = {"state": "STATE", "place": "PLACE", "org": "ORG", "person": "PERSON"}.get(built[0].things[0].sort)
        if first:
            built[0].kind = first
    return built


def _share_state(phrases: Phrases, things: Sequence[Thing]) -> None:
    """In "Qırğız Respublikası Ali Məhkəməsinin sədri A və Baş prokuror B" the state is that of both, also of a court told by its kind."""
    for one, other in pairwise(things):
        if not one.posts or not other.posts or not one.posts[0].of:
            continue
        post, state = other.posts[0], state_of(phrases, one.posts[0].of[0])
        if state is None or not state.path:
            continue
        if not post.of and post.national not in ("", "state", "ministry", "home"):
            post.of = [office_of(state, post.national, post.end)]
        elif state.path != f"state/{phrases.pack.home}" and (national := office_alone(phrases.reference, phrases.pack, post.of)):
            office = post.of[0]
            post.of = [replace(office_of(state, national, post.end), kind=office.kind, definite=False)]


def with_(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """X + "ilə": the comitative."""
    node = nodes[at]
    if node.kind not in (*LISTED, "ROLE", "NAME", "EVENT", "GROUP") or at + 1 >= len(nodes) or nodes[at + 1].kind != "CONJ":
        return None
    concept = nodes[at + 1].concept
    if concept is None or concept.name != "with" or not node.has("nom"):
        return None
    between = next((n for n in nodes[at + 2 : at + 6] if n.kind == "RELATION" and n.concept and n.concept.name == "between"), None)
    if between is not None:
        return None
    return _marked(nodes[at : at + 2], node, "ins"), 2


def marker(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """X + "çərçivəsində", "təşkilatçılığı ilə", "rəhbərliyi ilə" ...: what X is to the clause."""
    node = nodes[at]
    if node.kind == "ORG" and at + 1 < len(nodes) and nodes[at + 1].kind == "CITE":
        return _marked(nodes[at : at + 2], node, "source"), 2
    if node.kind not in (*LISTED, *_MARKABLE) or at + 1 >= len(nodes) or nodes[at + 1].kind != "MARKER":
        return None
    concept = nodes[at + 1].concept
    if concept is None or not (governed(node) or (concept.name == "behalf" and node.has("acc"))):
        return None
    merged = _marked(nodes[at : at + 2], node, concept.name)
    merged.value = next((value for value in (ATTRIBUTE, BESIDE) if concept.get(value.lower())), merged.value)
    return merged, 2


def about(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """X + "üçün", "haqqında": what a clause is about or for; X does not act in it."""
    node = nodes[at]
    if at + 1 < len(nodes) and named(nodes[at + 1], "RELATION", "about") and node.has("nom"):
        return _marked(nodes[at : at + 2], node, "about"), 2
    return None


def _marked(nodes: Sequence[Node], node: Node, case: str) -> Node:
    """Return a phrase and the word after it as one node, in the case that the word stands for."""
    readings = [e for e in node.endings if e.case == "gen"] or [e for e in node.endings if e.case == "nom"]
    stem = readings[0].stem if readings else ""
    merged = span(nodes, node.kind, node.things, endings=(Ending(stem, case=case),), value=node.value)
    merged.concept = node.concept
    if node.kind == "NAME":
        merged.text = node.text
    for thing in node.things:
        if thing.by_case:
            thing.by_case[case] = thing.by_case.get("gen") or thing.by_case.get("nom") or next(iter(thing.by_case.values()))
    return merged


def _both(phrases: Phrases, nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a phrase means both sides of a meeting: "tərəflər", "iki qurum"."""
    node = nodes[at]
    alone = node.kind == "ORG" and len(node.things) == 1 and node.things[0].rules == ("lone_office",)
    told = at > 0 and (phrases.pack.fold(nodes[at - 1].text) in phrases.pack.settings["both"] or named(nodes[at - 1], "GROUP", "states"))
    return named(node, "GROUP", "side") or (alone and (told or node.things[0].plural))


def _those_there(node: Node) -> bool:
    """Tell whether a phrase means those at an event: "iştirakçılar arasında X də var idi"."""
    return node.plural() and (named(node, "GROUP", "participants") or named(node, "GROUP", "guest"))


def between(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """A ilə B arasında: both sides, as one node in the case "between"."""
    if at + 1 < len(nodes) and named(nodes[at + 1], "RELATION", "between") and _both(phrases, nodes, at):
        merged = span(nodes[at : at + 2], "GROUP", [], endings=(Ending("", case="between"),))
        merged.concept = Concept("group", "side")
        office = nodes[at].things[0] if nodes[at].things else None
        merged.value = (office.national or office.kind) if office is not None and office.kind != "Organization" else ""
        return merged, 2
    if at + 1 < len(nodes) and named(nodes[at + 1], "RELATION", "between") and _those_there(nodes[at]):
        among = span(nodes[at : at + 2], "GROUP", [], endings=(Ending("", case="between"),))
        among.concept = nodes[at].concept
        return among, 2
    if nodes[at].kind not in LISTED or not nodes[at].things:
        return None
    if at + 1 < len(nodes) and named(nodes[at + 1], "RELATION", "between") and len(nodes[at].things) > 1:
        return span(nodes[at : at + 2], "LIST", nodes[at].things, endings=(Ending("", case="between"),)), 2
    if (
        at + 3 < len(nodes)
        and nodes[at + 1].kind == "CONJ"
        and nodes[at + 2].kind in LISTED
        and named(nodes[at + 3], "RELATION", "between")
    ):
        things = [*nodes[at].things, *_named_in(nodes[at + 2], "nom")]
        return span(nodes[at : at + 4], "LIST", things, endings=(Ending("", case="between"),)), 4
    if nodes[at].has("ins") and at + 2 < len(nodes) and nodes[at + 1].kind in LISTED and named(nodes[at + 2], "RELATION", "between"):
        things = [*_named_in(nodes[at], "ins"), *_named_in(nodes[at + 1], "nom")]
        return span(nodes[at : at + 3], "LIST", things, endings=(Ending("", case="between"),)), 3
    return None


def _named_in(node: Node, case: str) -> Sequence[Thing]:
    """Return the things of a node, people by the form of their name that stands in a case."""
    for thing in node.things:
        if case in thing.by_case:
            thing.by_case = {"nom": thing.by_case[case]}
    return node.things
