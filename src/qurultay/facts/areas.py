"""Rules of noun phrases about states and places: republics, capitals, cities, and the capitalised words of a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qurultay.facts.phrases import Built, Phrases, bare, governed, listing, named, span, unmarked
from qurultay.mentions.nodes import Node, Thing

__all__ = ["area", "listed_places", "listed_states", "members", "name", "our_country", "republic"]


def our_country(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "ölkəmizə": the state whose outlet speaks."""
    node = nodes[at]
    if node.kind not in ("GROUP", "TERRITORY") or not any(e.possessive == "1pl" and not e.plural for e in node.endings):
        return None
    home = Thing("state", node.start, node.end, path=f"state/{phrases.pack.home}", kind="State", rules=("our_country",), definite=False)
    return span(
        [node], "STATE", [home], endings=tuple(replace(e, possessive="") for e in node.endings if e.possessive == "1pl"), value="HOME"
    ), 1


def republic(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """STATE + "Respublikası", STATE + "tərəfi"."""
    side = nodes[at + 1] if at + 1 < len(nodes) else None
    if (
        side is not None
        and nodes[at].kind == "STATE"
        and named(side, "GROUP", "side")
        and side.owned()
        and not side.plural()
        and bare(nodes[at])
        and len(nodes[at].things) == 1
    ):
        return span(nodes[at : at + 2], "STATE", nodes[at].things), 2
    if (
        nodes[at].kind == "STATE"
        and at + 1 < len(nodes)
        and nodes[at + 1].kind == "TERRITORY"
        and governed(nodes[at])
        and nodes[at + 1].text[0].isupper()
        and nodes[at + 1].owned()
    ):
        thing = nodes[at].things[-1]
        thing.end = nodes[at + 1].end
        return span(nodes[at : at + 2], "STATE", nodes[at].things), 2
    return None


def listed_states(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """STATE, STATE və STATE: one modifier of what follows; "iştirakçı dövlətlərin və" STATE adds no name."""
    node = nodes[at]
    member = named(node, "ROLE", "Member") and node.has("nom") and not node.owned()
    present = named(node, "GROUP", "participants") and not node.plural()
    if (member or present) and at + 1 < len(nodes) and named(nodes[at + 1], "GROUP", "states"):
        merged = span(nodes[at : at + 2], "GROUP", [])
        merged.concept = nodes[at + 1].concept
        return merged, 2
    if (
        named(node, "GROUP", "states")
        and node.has("gen")
        and at + 2 < len(nodes)
        and named(nodes[at + 1], "CONJ", "and")
        and nodes[at + 2].kind == "STATE"
        and nodes[at + 2].has("gen")
    ):
        return span(nodes[at : at + 3], "STATE", nodes[at + 2].things), 3
    return _and_others(phrases, nodes, at) or listing(nodes, at, ("STATE",), "STATE") or _demonyms(nodes, at) or _dash(nodes, at)


def _demonyms(nodes: Sequence[Node], at: int) -> Built:
    """STATE, DEMONYM və DEMONYM + people: whose people they are, "Kırgızistan, Moğolistan ve Moldovalı hâkimler"."""
    last, joined = at, False
    while last + 2 < len(nodes) and not joined and nodes[last].kind in ("STATE", "DEMONYM") and unmarked(nodes[last]):
        joined = named(nodes[last + 1], "CONJ", "and")
        if not (joined or nodes[last + 1].kind == "COMMA"):
            return None
        last += 2
    people = nodes[last + 1] if last + 1 < len(nodes) else None
    if not joined or nodes[last].kind != "DEMONYM" or people is None or people.kind not in ("ROLE", "GROUP", "DELEGATION"):
        return None
    return span(nodes[at : last + 1], "DEMONYM", [thing for node in nodes[at : last + 1] for thing in node.things]), last + 1 - at


def _and_others(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """STATE, STATE və digər dövlətlərin: the states that are named, in the case of the others."""
    states, here = [nodes[at]], at
    while here + 2 < len(nodes) and nodes[here].kind == nodes[here + 2].kind == "STATE" and nodes[here + 1].kind == "COMMA":
        here += 2
        states.append(nodes[here])
    rest = nodes[here + 1 : here + 4]
    if len(rest) < 3 or not named(rest[0], "CONJ", "and") or phrases.pack.fold(rest[1].text) not in phrases.pack.settings["others"]:
        return None
    if not named(rest[2], "GROUP", "states") or not rest[2].has("gen") or not all(bare(state) for state in states):
        return None
    return span(
        nodes[at : here + 4], "STATE", [thing for state in states for thing in state.things], endings=rest[2].endings
    ), here + 4 - at


def listed_places(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """PLACE, PLACE və PLACE."""
    return listing(nodes, at, ("PLACE",), "PLACE")


def _dash(nodes: Sequence[Node], at: int) -> Built:
    """Put together STATE – STATE."""
    if [n.kind for n in nodes[at : at + 3]] == ["STATE", "DASH", "STATE"] and bare(nodes[at]):
        return span(nodes[at : at + 3], "STATE", [*nodes[at].things, *nodes[at + 2].things], value="PAIR"), 3
    return None


def area(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """PLACE + "şəhəri"; STATE + "paytaxtı" + PLACE; NAME + "vilayəti"; STATE + "paytaxtında"."""
    node = nodes[at]
    if node.kind == "STATE" and node.has("gen") and at + 1 < len(nodes) and nodes[at + 1].kind == "PLACE" and len(node.things) == 1:
        listed = phrases.reference.get(nodes[at + 1].things[-1].path)
        if listed is not None and listed.state == node.things[0].path:
            nodes[at + 1].things[-1].inner.extend(node.things)
            return span(nodes[at : at + 2], "PLACE", nodes[at + 1].things), 2
    if at + 1 >= len(nodes) or nodes[at + 1].kind != "AREA" or not governed(node):
        return None
    head = nodes[at + 1]
    plain = node.kind == "STATE" and len(node.things) == 1 and node.first == node.last and head.owned()
    if plain and (city := _city(phrases, node)):
        place = Thing("place", node.start, head.end, path=city, kind="Place", rules=("area",))
        return span(nodes[at : at + 2], "PLACE", [place]), 2
    if plain and named(head, "AREA", "area") and unmarked(node):
        place = Thing("place", node.start, node.end, kind="Place", name=node.text, of=list(node.things), rules=("area",))
        return span(nodes[at : at + 2], "PLACE", [place]), 2
    capital = named(head, "AREA", "capital")
    if node.kind == "STATE" and capital:
        if at + 2 < len(nodes) and nodes[at + 2].kind == "PLACE" and head.has("nom"):
            return span(nodes[at : at + 3], "PLACE", [*nodes[at + 2].things]), 3
        known = phrases.reference.get(node.things[-1].path)
        if known is not None and known.capital and not (at + 2 < len(nodes) and nodes[at + 2].kind == "NAME"):
            place = Thing("place", node.start, head.end, path=known.capital, kind="Place", rules=("capital_of_state",), definite=False)
            return span(nodes[at : at + 2], "PLACE", [place], value="CAPITAL"), 2
        return None
    if capital:
        return None
    if node.kind == "PLACE" and len(node.things) == 1:
        return span(nodes[at : at + 2], "PLACE", node.things), 2
    lone = at + 2 < len(nodes) and nodes[at + 2].kind in ("OFFICE", "ROLE") and nodes[at + 2].owned() and " " not in node.text
    if node.kind == "NAME" and (head.owned() or lone):
        thing = Thing(
            "place", node.start, node.end, kind="Place", name=phrases.words([node]) if not node.has("nom") else node.text, rules=("area",)
        )
        return span(nodes[at : at + 2], "PLACE", [thing]), 2
    return None


def _city(phrases: Phrases, node: Node) -> str:
    """Return the city that has the same name as a state ("Küveyt şəhəri"), "" where there is none."""
    return phrases.cities.get((node.things[0].path, phrases.pack.fold(node.text)), "")


def name(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Capitalised words in a row; a place before a family name is a given name ("Bağdad Amreyev")."""
    node = nodes[at]
    if at + 1 >= len(nodes):
        return None
    following = nodes[at + 1]
    if (
        following.kind == "WORD"
        and phrases.pack.fold(following.text) in phrases.pack.particles
        and at + 2 < len(nodes)
        and nodes[at + 2].kind == "NAME"
        and node.kind == "NAME"
    ):
        return span(nodes[at : at + 3], "NAME", []), 3
    if following.kind != "NAME" or node.kind not in ("NAME", "PLACE", "STATE") or node.text[1:2] == ".":
        return None
    if following.text[1:2] == "." and " " in node.text:
        return None
    if node.kind != "NAME" and not (len(node.things) == 1 and node.first == node.last and phrases.family_name(following)):
        return None
    if not unmarked(node) or (" " in node.text and phrases.family_name(node)):
        return None
    return span(nodes[at : at + 2], "NAME", []), 2


def members(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ORG-DAT "üzv" "dövlətlər"; ORG ("iştirakçı") "dövlətləri"."""
    node = nodes[at]
    if node.kind not in ("ORG", "STATE") or node.value == "HOME" or at + 1 >= len(nodes):
        return None
    step = 1
    if nodes[at + 1].kind == "MEMBER" or named(nodes[at + 1], "ROLE", "Member"):
        step = 2
    if at + step >= len(nodes) or not named(nodes[at + step], "GROUP", "states"):
        return None
    if node.kind != "ORG" or not nodes[at + step].plural() or not ((step == 2 and node.has("dat")) or governed(node)):
        return None
    return span(nodes[at : at + step + 1], "MEMBERS", node.things), step + 1
