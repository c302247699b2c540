"""Rules of full names without a title: whose name stands in a list of people, and for which body the one so named is there.

A name is taken for a person's by what it is made of, :func:`given_and_family`, and by where it stands: in a list of such names or of
people, or before a body to which only people belong ("A from the Council of Europe", "A, representing the Council of Europe").
"""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.among import STAFF
from qurultay.facts.headinitial.government import determined_by, many, preposition
from qurultay.facts.headinitial.people import make_person
from qurultay.facts.phrases import Built, Phrases, named, span
from qurultay.mentions.nodes import Node

__all__ = ["full_name", "given_and_family", "of_state", "representing", "sent_by"]

_FEWEST, _MOST = 2, 3
"""How many words a full name has."""
_BEFORE = 12
"""How many characters before a name its preposition is looked for in."""
_OF_THINGS = frozenset({"loc", "about", "for", "over", "under", "other"})
"""Cases of prepositions that stand before what a name alone is seldom a person's: "the Committee on Constitutional Legislation"."""
_BODIES = ("ORG", "STATE")


def given_and_family(phrases: Phrases, node: Node) -> bool:
    """Tell whether a name can only be a person's: two or three words, none of them a common noun, and no article before them."""
    words = node.text.split()
    if node.kind != "NAME" or not _FEWEST <= len(words) <= _MOST or not all(w.replace("-", "").isalpha() for w in words):
        return False
    if any(not w[0].isupper() or w[1:].isupper() for w in words) or not phrases.pack.settings["fixed_order"]:
        return False
    folded = [phrases.pack.fold(w) for w in words]
    if any(w in phrases.pack.nouns or w in phrases.pack.settings["impersonal_names"] for w in folded):
        return False
    if any(w in phrases.pack.verbs for w in folded[1:]) or determined_by(phrases, node):
        return False
    before = phrases.text[max(0, node.start - _BEFORE) : node.start].split()
    senses = phrases.pack.nouns.get(phrases.pack.fold(before[-1]), ()) if before else ()
    return not any(concept.category == "prep" and concept.name in _OF_THINGS for concept in senses)


def full_name(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """NAME in a list of such names or of people: "by A, B and C", "Minister A and B"."""
    if not given_and_family(phrases, nodes[at]):
        return None
    if not (_someone(phrases, nodes, _past_sign(nodes, at, 1)) or _someone(phrases, nodes, _past_sign(nodes, at, -1))):
        return None
    return make_person(phrases, [nodes[at]], nodes[at], []), 1


def _past_sign(nodes: Sequence[Node], at: int, step: int) -> int:
    """Return the place of what a comma or a conjunction parts from the node at ``at``, that place itself where none does."""
    here = at + step
    while 0 <= here < len(nodes) and (nodes[here].kind == "COMMA" or named(nodes[here], "CONJ", "and")):
        here += step
    return here if abs(here - at) > 1 and 0 <= here < len(nodes) else at


def _someone(phrases: Phrases, nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a person stands at a place, or a name that can only be a person's."""
    return nodes[at].kind == "PERSON" or (nodes[at].kind == "NAME" and given_and_family(phrases, nodes[at]))


def sent_by(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """NAME + "of" or "from" BODY, NAME ( BODY ): who is there for it: "presentations by A of UNODC, B (OSCE)"."""
    node = nodes[at]
    if at + 2 >= len(nodes) or nodes[at + 2].kind not in _BODIES or len(nodes[at + 2].things) != 1 or not _alone(phrases, node):
        return None
    bracket = nodes[at + 1].kind == "LPAR" and at + 3 < len(nodes) and nodes[at + 3].kind == "RPAR"
    if not bracket and not (preposition(nodes[at + 1], "gen") or preposition(nodes[at + 1], "abl")):
        return None
    if nodes[at + 1].text.lower() not in ("of", "from", "("):
        return None
    end = at + 3 if bracket else at + 2
    person = node if node.kind == "PERSON" else make_person(phrases, [node], node, [])
    return span(nodes[at : end + 1], "LIST", [*nodes[at + 2].things, *person.things], endings=node.endings, value="OF_STATE"), end + 1 - at


def _alone(phrases: Phrases, node: Node) -> bool:
    """Tell whether a phrase is one person told without a post."""
    if node.kind == "PERSON":
        return len(node.things) == 1 and not node.things[0].posts
    return given_and_family(phrases, node)


def representing(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """NAME, "representing" BODY (,); people without names "representing" BODY: who is there for it."""
    node = nodes[at]
    comma = at + 1 < len(nodes) and nodes[at + 1].kind == "COMMA"
    verb = at + 1 + comma
    if verb + 1 >= len(nodes) or nodes[verb].kind != "VERB" or "represent" not in nodes[verb].frames():
        return None
    body = nodes[verb + 1]
    if not nodes[verb].text.lower().endswith("ing") or body.kind not in _BODIES or not body.things:
        return None
    if node.kind in ("ROLE", "GROUP"):
        told = span(nodes[at : verb + 2], body.kind, body.things, endings=node.endings, value=STAFF)
        return (told, verb + 2 - at) if many(node) and not comma else None
    if not _alone(phrases, node):
        return None
    end = verb + 1
    if comma and end + 1 < len(nodes) and nodes[end + 1].kind == "COMMA":
        end += 1
    person = node if node.kind == "PERSON" else make_person(phrases, [node], node, [])
    return span(nodes[at : end + 1], "LIST", [*body.things, *person.things], endings=node.endings, value="OF_STATE"), end + 1 - at


def of_state(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """STATE-GEN or BODY-GEN + name without a title: "Azerbaijan's A", "Eurojust's B", who is there for it."""
    node = nodes[at]
    if not node.has("gen") or node.has("nom") or len(node.things) != 1 or at + 1 >= len(nodes) or not _alone(phrases, nodes[at + 1]):
        return None
    if not phrases.pack.settings["noun_modifiers"] or (node.kind == "ORG" and " " not in nodes[at + 1].text):
        return None
    after = nodes[at + 3] if at + 3 < len(nodes) else None
    if after is not None and nodes[at + 2].kind == "COMMA" and after.kind in ("POST", "ROLE") and not many(after):
        return None
    name = nodes[at + 1]
    person = name if name.kind == "PERSON" else make_person(phrases, [name], name, [])
    return span(nodes[at : at + 2], "LIST", [*node.things, *person.things], endings=person.endings), 2
