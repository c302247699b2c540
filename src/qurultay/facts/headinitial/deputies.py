"""Rules of noun phrases where heads come first: the posts of those who stand below another, deputies and advisers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qurultay.facts.headinitial.government import complement, genitive, preposition
from qurultay.facts.phrases import Built, Phrases, span
from qurultay.facts.posts import told_post
from qurultay.language.pack import Concept
from qurultay.language.suffixes import Ending
from qurultay.mentions.nodes import Node

__all__ = ["acting", "adviser_to", "deputy", "deputy_of_post", "deputy_rank", "in_any_case", "owns_next"]


def deputy(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Deputy or adviser + role, in the genitive or after "of" or "to": "Deputy Prosecutor General", "заместитель прокурора"."""
    node = nodes[at]
    if node.kind != "ROLE" or node.concept is None or at + 1 >= len(nodes):
        return None
    if not node.concept.get("deputy") and node.concept.name != "Adviser":
        return None
    here = _whose(phrases, nodes, at)
    if here is None and node.concept.name == "Adviser" and phrases.pack.settings["noun_modifiers"]:
        return None
    here = at + 1 if here is None else here
    chief = nodes[here]
    if chief.kind != "ROLE" or chief.concept is None or chief.concept.get("deputy"):
        return None
    if not phrases.pack.settings["noun_modifiers"] and not genitive(chief):
        return None
    merged = span(nodes[at : here + 1], "ROLE", [], endings=node.endings)
    merged.concept = deputy_rank(node.concept, chief.concept)
    merged.value = chief.value
    return merged, here + 1 - at


def deputy_rank(rank: Concept, chief: Concept) -> Concept:
    """Return what the deputy of a chief is."""
    flags = tuple(flag for flag in chief.flags if flag[0] != "state")
    if not rank.get("deputy"):
        return replace(chief, name=rank.name, flags=flags)
    first = "First" if rank.name.startswith("First") and chief.name == "ProsecutorGeneral" else ""
    name = {"President": "VicePresident", "Rector": "ViceRector"}.get(chief.name, f"{first}Deputy{chief.name}")
    flags = (*flags, ("former", "1")) if rank.get("former") else flags
    return replace(chief, name=name, flags=flags)


def deputy_of_post(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Deputy or adviser + POST: "заместитель казахстанского генпрокурора", "a deputy to Georgia's justice minister"."""
    node = nodes[at]
    if node.concept is None or not (node.concept.get("deputy") or (node.concept.name == "Adviser" and phrases.pack.dictionary is None)):
        return None
    here = _whose(phrases, nodes, at) if phrases.pack.dictionary is None else at + 1
    chief = nodes[here] if here is not None and here < len(nodes) else None
    if here is None or chief is None or chief.kind != "POST" or len(chief.things) != 1 or chief.things[0].plural:
        return None
    if phrases.pack.dictionary is not None and not genitive(chief):
        return None
    told = chief.things[0]
    told.kind = deputy_rank(node.concept, Concept("role", told.kind)).name
    told.start = node.start
    return span(nodes[at : here + 1], "POST", chief.things, endings=node.endings), here + 1 - at


def _whose(phrases: Phrases, nodes: Sequence[Node], at: int) -> int | None:
    """Return the place of him whose deputy or adviser one is, in the genitive or after "of" or "to"; None where he is not told."""
    here = complement(phrases, nodes, at)
    if here is None and at + 2 < len(nodes) and preposition(nodes[at + 1], "dat"):
        here = at + 2
    return here


def acting(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "и.о.", "врио", "исполняющий обязанности" + POST-GEN: the post itself, in the case of the word before it if that has one."""
    node, post = nodes[at], nodes[at + 1] if at + 1 < len(nodes) else nodes[at]
    words = phrases.pack.settings["acting"]
    if phrases.pack.dictionary is None or not phrases.pack.fold(node.text).endswith(tuple(words) or "\n") or post is node:
        return None
    if post.kind not in ("POST", "ROLE") or not genitive(post) or len(post.things) > 1:
        return None
    endings = node.endings if node.kind == "TITLE" else _any_case(post)
    merged = span(nodes[at : at + 2], post.kind, post.things, endings=endings, value=post.value)
    merged.concept = post.concept
    return merged, 2


def in_any_case(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """A post whose name never changes, though it looks like a genitive: "замгенпрокурора A", "с замгенпрокурора A"."""
    node, words = nodes[at], phrases.pack.settings["unchanging"]
    if phrases.pack.dictionary is None or node.has("nom") or not phrases.pack.fold(node.text).startswith(tuple(words)):
        return None
    merged = span([node], node.kind, node.things, endings=_any_case(node), value=node.value)
    merged.concept, merged.text = node.concept, node.text
    return merged, 1


def _any_case(node: Node) -> tuple[Ending, ...]:
    """Return the endings of a noun that is the same in all cases."""
    return tuple(Ending(node.text, case=case) for case in ("nom", "gen", "dat", "acc", "by", "loc"))


def adviser_to(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """An adviser "to" BODY, or to one who holds a post in it: a post in that body."""
    owner = nodes[at + 2]
    if not preposition(nodes[at + 1], "dat") or len(owner.things) != 1:
        return None
    bodies = owner.things if owner.kind in ("ORG", "STATE") else owner.things[0].of
    if not bodies:
        return None
    things = [told_post(phrases, nodes[at], body) for body in bodies]
    return span(nodes[at : at + 3], "POST", things, endings=nodes[at].endings), 3


def owns_next(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a phrase in the genitive belongs to the post after it: "adviser to Georgia's justice minister"."""
    return at + 1 < len(nodes) and nodes[at].text.endswith(("'s", "’s")) and nodes[at + 1].kind in ("ROLE", "POST", "OFFICE", "ORG")
