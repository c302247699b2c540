"""Rules of noun phrases where heads come first: names, states, places."""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.headinitial.government import complement, fronted, many, modifies, preposition
from qurultay.facts.phrases import Built, Phrases, listing, named, span
from qurultay.language.suffixes import Ending
from qurultay.mentions.nodes import Node, Thing

__all__ = [
    "SIDE",
    "area",
    "capital",
    "determined",
    "listed_adjectives",
    "listed_places",
    "listed_states",
    "members",
    "name",
    "place_in_state",
    "state_side",
]

SIDE = "SIDE"
"""What a state is marked with that is told as a side: "the Georgian side"."""

_ARABIC = ("al ", "al-", "bin ", "bint ", "el-")
"""With what a name goes on after what might be a family name: "Issa bin Saad Al Jafali Al Nuaimi"."""
_NAME_PARTS = ("NAME", "PLACE", "STATE")


def determined(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """An article or pronoun + a phrase: the phrase."""
    if at + 1 >= len(nodes) or nodes[at + 1].kind in ("VERB", "AUX", "COMMA", "PUNCT", "PREP", "SUB", "REL"):
        return None
    following = nodes[at + 1]
    following.first = nodes[at].first
    ours = nodes[at].text.lower() == "our" and named(following, "GROUP", "states") and not many(following)
    if ours and phrases.pack.home:
        state = Thing(
            "state", nodes[at].start, following.end, path=f"state/{phrases.pack.home}", kind="State", rules=("our_country",), definite=False
        )
        return span(nodes[at : at + 2], "STATE", [state], endings=following.endings), 2
    if named(nodes[at], "DET", "indefinite"):
        _introduced(nodes, at + 1)
    return following, 2


def _introduced(nodes: Sequence[Node], at: int) -> None:
    """Note of the event that an indefinite article stands before that it is told for the first time."""
    while at < len(nodes) and nodes[at].kind in ("WORD", "NAME", "ORDINAL", "NUMBER", "STATE", "DEMONYM"):
        at += 1
    if at < len(nodes) and nodes[at].kind == "EVENT":
        for thing in nodes[at].things:
            thing.definite = False


def name(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Capitalised words in a row; a place before a family name is a given name."""
    node = nodes[at]
    if at + 1 >= len(nodes):
        return None
    following = nodes[at + 1]
    joined = 2
    if following.kind in ("WORD", "PREP", "PARTICLE") and phrases.pack.fold(following.text) in phrases.pack.particles:
        joined = 3
        following = nodes[at + 2] if at + 2 < len(nodes) else following
        if at + 3 < len(nodes) and following.kind in ("WORD", "PREP", "PARTICLE") and following.text in phrases.pack.particles:
            joined, following = 4, nodes[at + 3]
    if following.kind != "NAME" or node.kind not in _NAME_PARTS or (joined > 2 and node.kind != "NAME"):
        return None
    if node.text[1:2] == "." and " " not in node.text and not following.text[0].isupper():
        return None
    if following.text[1:2] == "." and " " in node.text:
        return None
    if phrases.pack.settings["noun_modifiers"] and not node.has("nom"):
        return None
    if node.kind != "NAME" and not (
        len(node.things) == 1
        and node.first == node.last
        and node.has("nom")
        and following.has("nom")
        and (phrases.family_name(following) or (at > 0 and nodes[at - 1].kind == "TITLE"))
    ):
        return None
    if node.kind != "NAME" and (" " in following.text or (at > 0 and nodes[at - 1].kind == "PREP")):
        return None
    if " " in node.text and phrases.family_name(node) and not following.text.lower().startswith(_ARABIC):
        return None
    common = node.cases() & following.cases()
    endings = tuple(e for e in following.endings if e.case in common) or following.endings
    merged = span(nodes[at : at + joined], "NAME", [], endings=endings)
    merged.text = phrases.text[merged.start : merged.end]
    return merged, joined


def place_in_state(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """PLACE, STATE: a town with its state."""
    if at + 2 >= len(nodes) or nodes[at + 1].kind != "COMMA" or nodes[at + 2].kind not in ("STATE", "PLACE"):
        return None
    inner, outer = nodes[at], nodes[at + 2]
    known = phrases.reference.get(inner.things[-1].path) if len(inner.things) == 1 else None
    if known is None or len(outer.things) != 1 or known.state != outer.things[0].path:
        return None
    inner.things[0].inner.extend(outer.things)
    return span(nodes[at : at + 3], "PLACE", inner.things, endings=inner.endings), 3


def area(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "the city of" PLACE, "город" PLACE, PLACE "city": the place; a word of a state before it tells where that is."""
    node = nodes[at]
    if node.kind in ("PLACE", "NAME"):
        following = nodes[at + 1] if at + 1 < len(nodes) else None
        if following is None or not named(following, "AREA", "area") or not node.has("nom"):
            return None
        return span(nodes[at : at + 2], "PLACE", _places(phrases, node), endings=following.endings), 2
    if node.kind in ("STATE", "DEMONYM"):
        following = nodes[at + 1] if at + 1 < len(nodes) else None
        if following is None or following.kind != "PLACE" or not node.things or not modifies(phrases, node, following):
            return None
        known = phrases.reference.get(following.things[-1].path)
        if known is None or known.state != node.things[0].path:
            return None
        following.things[-1].inner.extend(node.things)
        return span(nodes[at : at + 2], "PLACE", following.things, endings=following.endings), 2
    here = complement(phrases, nodes, at) if named(node, "AREA", "area") else None
    if here is None and named(node, "AREA", "area") and at + 1 < len(nodes) and nodes[at + 1].kind in ("PLACE", "NAME"):
        here = at + 1
    if here is None or nodes[here].kind not in ("PLACE", "NAME"):
        return None
    return span(nodes[at : here + 1], "PLACE", _places(phrases, nodes[here]), endings=node.endings), here + 1 - at


def _places(phrases: Phrases, node: Node) -> Sequence[Thing]:
    """Return the place of a node, one that no gazetteer has where the node is but a name."""
    if node.kind == "PLACE":
        return node.things
    return [Thing("place", node.start, node.end, kind="Place", name=phrases.words([node]), rules=("area",))]


def capital(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "the capital of" STATE, STATE + "capital" (, PLACE): the capital, or the town that is then named."""
    node = nodes[at]
    if named(node, "AREA", "capital"):
        here = complement(phrases, nodes, at)
        state, head, end = (nodes[here] if here is not None else None), node, here or at
    else:
        head = nodes[at + 1] if at + 1 < len(nodes) else node
        state, end = node, at + 1
        if not named(head, "AREA", "capital") or not node.things or not (node.kind == "DEMONYM" or modifies(phrases, node, head)):
            return None
    if state is None or len(state.things) != 1 or state.things[0].sort != "state":
        return None
    following = nodes[end + 1] if end + 1 < len(nodes) else None
    if following is not None and following.kind == "COMMA" and end + 2 < len(nodes) and nodes[end + 2].kind == "PLACE":
        following, end = nodes[end + 2], end + 1
    known = phrases.reference.get(state.things[0].path)
    if following is not None and following.kind == "PLACE" and known is not None and following.things[-1].path == known.capital:
        return span(nodes[at : end + 2], "PLACE", following.things, endings=head.endings), end + 2 - at
    if known is None or not known.capital:
        return None
    place = Thing("place", node.start, head.end, path=known.capital, kind="Place", rules=("capital_of_state",), definite=False)
    place.inner.extend(state.things if state.kind == "STATE" else ())
    return span(nodes[at : end + 1], "PLACE", [place], endings=head.endings, value="CAPITAL"), end + 1 - at


def state_side(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """STATE + "side": the state itself."""
    node = nodes[at]
    if node.kind not in ("STATE", "DEMONYM") or at + 1 >= len(nodes) or not named(nodes[at + 1], "GROUP", "side"):
        return None
    if many(nodes[at + 1]) or not modifies(phrases, node, nodes[at + 1]):
        return None
    return span(nodes[at : at + 2], "STATE", node.things, endings=nodes[at + 1].endings, value=SIDE), 2


def listed_states(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """STATE, STATE and STATE; STATE – STATE."""
    if [n.kind for n in nodes[at : at + 3]] == ["STATE", "DASH", "STATE"]:
        return span(nodes[at : at + 3], "STATE", [*nodes[at].things, *nodes[at + 2].things], value="PAIR"), 3
    built = listing(nodes, at, ("STATE",), "STATE")
    of = at > 0 and preposition(nodes[at - 1], "gen") and bool(phrases.pack.settings["noun_modifiers"])
    if built is not None and of and nodes[at].has("nom") and nodes[at + built[1] - 1].text.endswith(("'s", "’s")):
        return None  # "the Agency of Uzbekistan and Kazakhstan's Academy"
    return None if built is not None and fronted(phrases, nodes, at, at + built[1]) else built


def listed_adjectives(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Adjectives of several states before one noun: "Kazakh and Georgian Prosecutors General"."""
    built = listing(nodes, at, ("DEMONYM",), "DEMONYM")
    if built is None or at + built[1] >= len(nodes) or nodes[at + built[1]].kind not in ("ROLE", "OFFICE", "DELEGATION", "GROUP"):
        return None
    return built


def listed_places(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """PLACE, PLACE and PLACE."""
    return listing(nodes, at, ("PLACE",), "PLACE")


def members(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "member states of" ORG, ORG (+ "member") + "states": those who belong to a body."""
    node, here = nodes[at], at
    if node.kind == "ORG":
        here += 1
        if here < len(nodes) and (nodes[here].kind == "MEMBER" or named(nodes[here], "ROLE", "Member")):
            here += 1
        if here >= len(nodes) or not named(nodes[here], "GROUP", "states") or not many(nodes[here]):
            return None
        if not modifies(phrases, node, nodes[here]):
            return None
        return span(nodes[at : here + 1], "MEMBERS", node.things, endings=nodes[here].endings), here + 1 - at
    if node.kind == "MEMBER" or named(node, "ROLE", "Member"):
        here += 1
    if here >= len(nodes) or not named(nodes[here], "GROUP", "states"):
        return None
    head = nodes[here]
    while here + 2 < len(nodes) and nodes[here + 1].kind == "DASH" and _of_members(nodes[here + 2]):
        here += 2
    if here + 1 < len(nodes) and _of_members(nodes[here + 1]):
        here += 1
    of = complement(phrases, nodes, here)
    if of is None or nodes[of].kind != "ORG":
        return None
    return span(nodes[at : of + 1], "MEMBERS", nodes[of].things, endings=head.endings or (Ending(""),)), of + 1 - at


def _of_members(node: Node) -> bool:
    """Tell whether a word says that states belong to something: members, participants."""
    return node.kind == "MEMBER" or named(node, "ROLE", "Member") or named(node, "GROUP", "participants")
