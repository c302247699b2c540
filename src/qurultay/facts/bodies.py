"""Rules of noun phrases about bodies with a name of their own, their departments and councils."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qurultay.facts.elsewhere import office_alone
from qurultay.facts.phrases import Built, Phrases, governed, named, owned, span, unmarked
from qurultay.facts.posts import state_of
from qurultay.mentions.nodes import Node, Thing
from qurultay.terms import office_path

__all__ = [
    "beside",
    "class_of",
    "compound_office",
    "department",
    "heads_name",
    "inside_name",
    "named_office",
    "part_of_body",
    "quoted_office",
    "within_name",
]

_SITE = re.compile(r"\w\.[a-z]{2,5}\b")
"""The address of a news site, which is no part of the name after it."""
_FULL_NAME = 2
"""How many words a given and a family name are."""
_LONG = 8
"""How many nodes the name of a body takes at most."""
_SHORT = 4
"""How many nodes a bracket after a title may take; how many letters an abbreviation has."""


_WITH_PARTS = frozenset({"Parliament", "Ministry", "University"})
"""Kinds of body whose committees and departments stand after them without a genitive: "TBMM Adalet Komisyonu"."""
_PARLIAMENT = "organization/parliament-"


def class_of(head: Node) -> str:
    """Return the class of a body by its head noun."""
    return head.concept.name if head.concept else "Organization"


def compound_office(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """A head noun before another head noun: "Prokurorluq Xidməti", "Baş Prokurorlar Şurası"."""
    if at + 1 >= len(nodes) or nodes[at + 1].kind != "OFFICE" or not nodes[at + 1].owned():
        return None
    node, head = nodes[at], nodes[at + 1]
    office = (
        node.kind == "OFFICE"
        and any(e.case == "nom" and not e.possessive and not e.plural for e in node.endings)
        and node.text[0].isupper()
    )
    people = node.kind == "ROLE" and node.plural() and governed(node)
    titled = node.kind == "ROLE" and node.text[0].isupper() and head.text[0].isupper() and unmarked(node)
    common = node.kind in ("GROUP", "TERRITORY") and node.text[0].isupper() and head.text[0].isupper() and unmarked(node)
    if not (office or people or titled or common):
        return None
    merged = span(nodes[at : at + 2], "OFFICE", [])
    merged.concept = replace(head.concept, flags=()) if head.concept else None
    merged.value = "TAIL"
    return merged, 2


def named_office(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Capitalised words + office: "Milli Cinayət Agentliyi", "Heydər Əliyev Fondu", "Çirkli Pullara qarşı Mübarizə Ofisi"."""
    node = nodes[at]
    if not node.text[0].isupper() or at + 1 >= len(nodes) or not _opens_name(phrases, nodes, at):
        return None
    head_at = at + 1
    while head_at < len(nodes) and head_at <= at + _LONG and within_name(nodes, head_at) and not heads_name(nodes, head_at):
        head_at += 1
    if head_at >= len(nodes) or nodes[head_at].kind != "OFFICE" or not nodes[head_at].text[0].isupper():
        return None
    head = nodes[head_at]
    if (head_at == at + 1 and node.kind == "OFFICE") or (head.plural() and any(n.kind == "CONJ" for n in nodes[at:head_at])):
        return None
    if not head.owned() and (head_at > at + 1 or len(node.text.split()) > 1 or phrases.family_name(node) or phrases.known(node.text)):
        return None
    thing = Thing(
        "org",
        node.start,
        head.end,
        kind=class_of(head),
        name=phrases.words(nodes[at : head_at + 1]),
        rules=("named_office",),
    )
    thing.of = list(node.things) if node.kind == "DEMONYM" else []
    endings = owned(head) or head.endings
    return span(nodes[at : head_at + 1], "ORG", [thing], endings=endings), head_at + 1 - at


def _opens_name(phrases: Phrases, nodes: Sequence[Node], at: int) -> bool:
    """Tell whether the name of a body may begin at a node: not with a person's name, nor with what another phrase ends in."""
    node = nodes[at]
    if at > 0 and (
        (nodes[at - 1].kind in ("ROLE", "POST", "TITLE") and nodes[at - 1].has("nom"))
        or (nodes[at - 1].kind == "PLACE" and unmarked(nodes[at - 1]))
    ):
        return False
    if node.kind == "NAME" and (_SITE.search(node.text) or _someone_first(phrases, node)):
        return False
    if node.kind == "WORD":
        return phrases.pack.fold(node.text) in phrases.pack.settings["name_openers"] and nodes[at + 1].text[0].isupper()
    if node.kind == "DEMONYM":
        return nodes[at + 1].kind in ("NAME", "WORD") and nodes[at + 1].text[0].isupper()
    if node.kind == "NAME":
        return node.has("nom") and not ("." in node.text and (phrases.family_name(node) or "." in node.text.split()[0][:3]))
    if node.kind in ("TITLE", "ROLE", "GROUP"):
        return (node.plural() and governed(node)) or (node.kind == "GROUP" and unmarked(node))
    opening = at == 0 and node.kind in ("EVENT", "DOCUMENT") and nodes[1].concept is not None and nodes[1].concept.get("national")
    return node.kind in ("TERRITORY", "OFFICE", "EVENT", "DOCUMENT") and unmarked(node) and not opening


def _someone_first(phrases: Phrases, node: Node) -> bool:
    """Tell whether a name begins with that of somebody whom the article has named: "Aygün Əliyeva Notariuslar İttifaqının …"."""
    words = node.text.split()
    return len(words) > _FULL_NAME and phrases.known(" ".join(words[:_FULL_NAME]), exact=True)


def within_name(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a node goes on with the name of a body: capitalised, or a word that joins two that are."""
    node, following = nodes[at], nodes[at + 1] if at + 1 < len(nodes) else None
    if node.text[0].isupper():
        if node.kind in ("TITLE", "ROLE", "GROUP"):
            return governed(node)
        if node.kind == "NAME" and node.has("dat") and following is not None and following.text.islower():
            return True
        if node.kind == "DEMONYM":
            return following is not None and following.text[0].isupper() and unmarked(node)
        return node.kind in ("NAME", "WORD", "TERRITORY", "OFFICE", "EVENT", "DOCUMENT") and node.has("nom")
    joins = named(node, "CONJ", "and") or (node.kind == "WORD" and len(node.text) > 2) or named(node, "RELATION", "about")
    return joins and following is not None and following.text[0].isupper() and following.kind != "STATE"


def heads_name(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a node ends the name: a head noun that no other head noun follows at once."""
    node = nodes[at]
    if node.kind != "OFFICE" or not node.text[0].isupper() or not node.owned():
        return False
    if node.concept is not None and node.concept.name == "University" and node.has("nom"):
        return True
    following = nodes[at + 1] if at + 1 < len(nodes) else None
    return not (node.has("nom") and following is not None and following.kind == "OFFICE" and following.text[0].isupper())


def quoted_office(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """A quotation + office: the body of that name ("“Hüquq” mərkəzi")."""
    here = at + 1
    if here < len(nodes) and nodes[here].kind == "LPAR":
        here = next((i for i in range(here, min(len(nodes), here + _SHORT)) if nodes[i].kind == "RPAR"), at) + 1
    if (
        here >= len(nodes)
        or nodes[here].kind != "OFFICE"
        or not nodes[here].owned()
        or not nodes[at].value
        or not nodes[at].value[0].isupper()
    ):
        return None
    outlet = phrases.reference.named(nodes[at].value, phrases.pack.language)
    if outlet is not None and outlet.kind == "NewsAgency":
        return None
    head = nodes[here]
    thing = Thing(
        "org",
        nodes[at].start,
        head.end,
        kind=class_of(head),
        name=nodes[at].value,
        rules=("quoted_office",),
    )
    return span(nodes[at : here + 1], "ORG", [thing], endings=owned(head)), here + 1 - at


def part_of_body(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ORG-GEN + words + office: its press service, its council, its department."""
    node = nodes[at]
    if node.kind not in ("ORG", "MEMBERS") or not governed(node) or not node.things or at + 1 >= len(nodes) or nodes[at + 1].kind == "CONJ":
        return None
    if node.things[-1].kind == "NewsAgency":
        return None
    head_at = at + 1
    while head_at < len(nodes) and head_at < at + 9 and (inside_name(nodes[head_at]) or _doing(nodes, head_at)):
        head_at += 1
    head_at = _branch(node, nodes, at) or head_at
    if head_at >= len(nodes):
        return None
    head = nodes[head_at]
    if head.kind == "ORG" and head_at == at + 1 and head.owned() and _may_be_part(phrases, node, head):
        part = head.things[0]
        part.of = [node.things[-1]]
        if part.rules == ("named_office",):
            part.national, part.tail, part.rules = "part", part.name, ("part_of_body",)
            part.name = phrases.words(nodes[at : head_at + 1]) if len(node.things) == 1 and not node.clauses else part.name
        return span(nodes[at : head_at + 1], "ORG", head.things), head_at + 1 - at
    if head.kind != "OFFICE" or not head.owned() or (head_at > at + 1 and not (node.has("gen") or _branch(node, nodes, at))):
        return None
    if head_at == at + 1 and head.concept is not None and head.concept.get("national") and all(e.plural for e in owned(head)):
        return None
    if head_at == at + 1 and len(node.things) == 1 and node.things[0].path.startswith(_PARLIAMENT) and _chamber(head):
        node.things[0].name, node.things[0].end = phrases.words(nodes[at : head_at + 1]), head.end
        return span(nodes[at : head_at + 1], "ORG", node.things, endings=owned(head)), 2
    kind = class_of(head)
    tail = nodes[at + 1 : head_at + 1]
    things = []
    for parent in node.things[-1:] if node.kind == "MEMBERS" else node.things:
        name = (
            phrases.words(nodes[at : head_at + 1])
            if len(node.things) == 1 and not node.clauses and node.kind == "ORG"
            else phrases.words(tail)
        )
        part = Thing("org", nodes[at + 1].start, head.end, kind=kind, name=name, of=[parent], rules=("part_of_body",), national="part")
        part.tail = phrases.words(tail)
        things.append(part)
    endings = owned(head)
    return span(nodes[at : head_at + 1], "ORG", things, endings=endings), head_at + 1 - at


def _branch(body: Node, nodes: Sequence[Node], at: int) -> int:
    """Return where a numbered chamber of a court or an office abroad of an international body ends, 0 where there is none.

    "Yargıtay 3. Ceza Dairesi", "Avrupa Konseyi Tiflis Ofisi": neither takes the genitive.
    """
    if at + 2 >= len(nodes) or nodes[at + 2].kind != "OFFICE" or not nodes[at + 2].owned() or not body.has("nom"):
        return 0
    between, whole = nodes[at + 1], body.things[-1]
    numbered = whole.kind == "Court" and between.kind == "ORDINAL"
    abroad = whole.kind == "InternationalOrganization" and bool(whole.path) and between.kind in ("STATE", "PLACE") and unmarked(between)
    return at + 2 if numbered or abroad else 0


def _chamber(head: Node) -> bool:
    """Tell whether a head noun is that of a chamber of a parliament, which is no body beside it: "Oliy Meclis Senatosu"."""
    return head.concept is not None and head.concept.name == "Parliament" and not head.plural()


def _may_be_part(phrases: Phrases, node: Node, head: Node) -> bool:
    """Tell whether a body may be a part of the one before it: none that is known to belong elsewhere."""
    if len(head.things) != 1 or head.things[0].of:
        return False
    known = phrases.reference.get(head.things[0].path) if head.things[0].path else None
    if not node.has("gen"):
        international = node.things[-1].kind == "InternationalOrganization" and bool(node.things[-1].path)
        if node.things[-1].kind in _WITH_PARTS and head.things[0].rules == ("named_office",):
            return known is None and head.things[0].kind in ("GovernmentBody", "Organization", "Council")
        own = known is not None and known.parent == node.things[-1].path
        return international and (own or head.things[0].rules == ("named_office",))
    if known is not None and known.kind == "InternationalOrganization" and not known.parent:
        return False
    return known is None or known.parent in ("", node.things[-1].path)


def department(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Capital + words + department: "Beynəlxalq əməkdaşlıq idarəsi", a part of the body spoken of."""
    node = nodes[at]
    if (at > 0 and nodes[at - 1].kind in ("ROLE", "POST", "TITLE") and nodes[at - 1].has("nom")) or " " in node.text:
        return None
    if at > 0 and nodes[at - 1].kind in ("OFFICE", "ORG") and nodes[at - 1].has("gen"):
        return None
    if (
        node.kind not in ("NAME", "WORD")
        or not node.text[0].isupper()
        or "." in node.text
        or phrases.family_name(node)
        or not (node.has("nom") or node.has("gen"))
    ):
        return None
    head_at = at + 1
    while head_at < len(nodes) and head_at < at + 7 and (inside_name(nodes[head_at]) or _doing(nodes, head_at)):
        head_at += 1
    if head_at >= len(nodes) or nodes[head_at].kind != "OFFICE" or head_at == at + 1:
        return None
    if not nodes[head_at].owned() and not named(nodes[head_at - 1], "RELATION", "about"):
        return None
    head = nodes[head_at]
    if head.concept is None or head.concept.name not in ("GovernmentBody", "Organization"):
        return None
    if head.text[0].isupper() and any(n.kind == "WORD" and n.text.islower() for n in nodes[at + 1 : head_at]):
        return None
    thing = Thing("org", node.start, head.end, kind=head.concept.name, name=phrases.words(nodes[at : head_at + 1]), rules=("department",))
    return span(nodes[at : head_at + 1], "ORG", [thing], endings=owned(head)), head_at + 1 - at


def inside_name(node: Node) -> bool:
    """Tell whether a node may stand between the first word of a body's name and its head noun."""
    if node.kind == "RELATION":
        return named(node, "RELATION", "about")
    if node.kind in ("PLACE", "STATE") and node.has("rel"):
        return True
    if node.kind == "PLACE":
        return unmarked(node)
    if node.kind == "NAME":
        return not node.cases() & {"abl", "loc"} or (node.has("nom") and len(node.text) < _SHORT)
    if node.kind in ("WORD", "DOCUMENT", "ORDINAL"):
        return node.has("nom") or node.has("gen")
    if node.kind in ("GROUP", "TERRITORY"):
        return node.text.islower() and unmarked(node)
    return named(node, "CONJ", "and")


def _doing(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a verbal noun names the department after it: "təhsilin təşkili şöbəsi"."""
    return (
        nodes[at].kind == "VERB"
        and at + 1 < len(nodes)
        and nodes[at + 1].kind == "OFFICE"
        and nodes[at + 1].owned()
        and any(form.form == "vn" and form.case == "nom" for _, form in nodes[at].senses)
    )


def beside(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "Baş prokuror yanında" ORG: the office that a body answers to."""
    if (
        nodes[at].kind in ("ROLE", "POST", "ORG")
        and at + 2 < len(nodes)
        and named(nodes[at + 1], "RELATION", "beside")
        and nodes[at + 2].kind == "ORG"
    ):
        _of_same_state(phrases, nodes[at].things, nodes[at + 2].things)
        return span(nodes[at : at + 3], "ORG", nodes[at + 2].things), 3
    return None


def _of_same_state(phrases: Phrases, owners: Sequence[Thing], bodies: Sequence[Thing]) -> None:
    """ "Kazakistan Yüksek Mahkemesi bünyesindeki Adalet Akademisi": what is told by its kind alone is of the state of its owner."""
    national = office_alone(phrases.reference, phrases.pack, bodies)
    state = state_of(phrases, owners[0]) if national and len(owners) == 1 and owners[0].sort == "org" else None
    if state is not None and state.path:
        bodies[0].path, bodies[0].of = office_path(national, state.path), list(owners)
