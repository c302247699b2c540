"""Rules of noun phrases about events and documents: what sort, whose, which in order, on what theme."""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.phrases import LISTED, Built, Phrases, governed, named, owned, span
from qurultay.facts.posts import told_post
from qurultay.language.suffixes import Ending
from qurultay.mentions.nodes import Node, Thing
from qurultay.mentions.numbers import order_number

__all__ = ["document", "event", "event_part", "named_document", "theme", "visit"]

_OWNERS = ("STATE", "ORG", "POST", "PERSON", "MEMBERS", "LIST", "ROLE", "DELEGATION", "PLACE")


def theme(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """QUOTE + "mövzusunda": the theme of the event that follows."""
    if nodes[at].kind != "QUOTE" or at + 1 >= len(nodes):
        return None
    if named(nodes[at + 1], "RELATION", "theme"):
        return span(nodes[at : at + 2], "THEME", nodes[at].things), 2
    here = at + 1
    while here < len(nodes) and here <= at + 2 and _adjective(nodes[here]) and nodes[here].kind == "WORD":
        here += 1
    if (
        here < len(nodes)
        and nodes[here].kind == "EVENT"
        and nodes[here].owned()
        and nodes[at].value[:1].isupper()
        and not _theme_told(nodes[here])
    ):
        return span(nodes[at : at + 1], "THEME", nodes[at].things), 1
    return None


def _theme_told(node: Node) -> bool:
    return node.things[0].theme is not None


def event_part(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """EVENT-GEN + part ("seminarın açılış mərasimində"), EVENT + "zamanı": the event itself, in the part's case."""
    node = nodes[at]
    if node.kind != "EVENT" or at + 1 >= len(nodes) or not governed(node):
        return None
    head = nodes[at + 1]
    if head.kind == "EVENT" and head.owned() and node.concept and node.concept.get("part") and node.has("nom") and not node.owned():
        head.things[0].theme = head.things[0].theme or node.things[0].theme
        merged = span(nodes[at : at + 2], "EVENT", head.things, endings=head.endings)
        merged.concept = head.concept
        return merged, 2
    if (
        head.kind == "EVENT"
        and head.concept
        and head.concept.get("part")
        and head.owned()
        and not (node.concept and node.concept.get("part"))
    ):
        merged = span(nodes[at : at + 2], "EVENT", node.things, endings=head.endings)
        merged.concept = node.concept
        return merged, 2
    if head.kind == "DURING":
        merged = span(nodes[at : at + 2], "EVENT", node.things, endings=(Ending("", case="loc"),))
        merged.concept = node.concept
        return merged, 2
    return None


def visit(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """X-GEN (PLACE-DAT) + visit: "prokurorların ölkəmizə səfəri"; X-GEN Y-INS + meeting: "rektorun qonaqlarla görüşü"."""
    node = nodes[at]
    if node.kind not in ("STATE", "PLACE", "PERSON", "POST", "GROUP", "LIST", "ORG", "DELEGATION") or at + 1 >= len(nodes):
        return None
    here = at + 1
    while here < len(nodes) and here <= at + 2 and nodes[here].kind in ("WORD", "ORDINAL") and nodes[here].has("nom"):
        here += 1
    if here >= len(nodes) or nodes[here].kind != "EVENT":
        return None
    head = nodes[here]
    thing = head.things[0]
    towards = node.has("dat") or (node.kind in ("STATE", "PLACE") and here == at + 1 and node.has("nom") and head.owned())
    if node.kind in ("STATE", "PLACE", "LIST") and towards and not node.has("gen") and thing.kind == "Visit" and not thing.place:
        thing.place = list(node.things)
    elif (
        node.has("ins")
        and (not node.has("nom") or (node.kind == "PERSON" and not head.has("nom") and not _met(phrases, node)))
        and thing.kind == "Meeting"
        and not (thing.plural and len(node.things) > 1)
        and (head.owned() or (not head.plural() and (node.cases() == {"ins"} or node.has("nom"))))
    ):
        thing.of = [*thing.of, *node.things]
    else:
        return None
    merged = span(nodes[at : here + 1], "EVENT", [thing], endings=head.endings)
    merged.concept = head.concept
    return merged, here + 1 - at


def _met(phrases: Phrases, node: Node) -> bool:
    """Tell whether the article has named before somebody as a phrase does in the nominative."""
    return any(phrases.known(thing.by_case["nom"], exact=True) for thing in node.things if "nom" in thing.by_case)


def event(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """OWNER-GEN / THEME / ORDINAL / place + EVENT: "TDT-nin Baş Prokurorlar Şurasının 4-cü iclası"."""
    node = nodes[at]
    if node.kind not in (*_OWNERS, "THEME", "ORDINAL", "EVENT", "NAME") or at + 1 >= len(nodes):
        return None
    here = at + 1
    if node.kind == "NAME" and nodes[here].kind == "GROUP" and nodes[here].text[0].isupper() and nodes[here].plural():
        here += 1  # "Karadeniz Ülkeleri Forumu"
    while here < len(nodes) and here <= at + 5 and _adjective(nodes[here]):
        here += 1
    if here >= len(nodes) or nodes[here].kind != "EVENT" or nodes[here] is node:
        return None
    head = nodes[here]
    thing = head.things[0]
    if node.kind == "ORDINAL":
        if here != at + 1 and not any(n.kind == "WORD" for n in nodes[at + 1 : here]):
            return None
        thing.ordinal = thing.ordinal or ("" if head.concept is not None and head.concept.get("part") else order_number(node))
    elif node.kind == "THEME":
        thing.theme = thing.theme or (node.things[0].start, node.things[0].end)
    elif node.kind == "NAME":
        if not node.has("nom") or not head.owned() or not head.text[0].isupper():
            return None
        thing.name = phrases.words(nodes[at : here + 1])
    elif node.kind in ("PLACE", "STATE") and node.cases() == {"rel"} and len(node.things) == 1:
        if head.owned() and any(n.kind == "EVENT" for n in nodes[at + 1 : here]):
            return None
        thing.place = thing.place or list(node.things)
        merged = span(nodes[at : here + 1], "EVENT", [thing], endings=head.endings)
        merged.concept = head.concept
        return merged, here + 1 - at
    elif node.kind == "PLACE":
        if not head.owned() or not governed(node) or node.text.endswith(","):
            return None
        thing.place = thing.place or list(node.things)
    elif (
        node.kind == "EVENT"
        or not head.owned()
        or not governed(node)
        or (not node.has("gen") and (node.kind in ("PERSON", "POST", "DELEGATION") or thing.of))
        or (node.kind == "STATE" and not node.has("gen") and thing.of)
    ):
        return None
    else:
        thing.of = [*(node.things or [told_post(phrases, node, None)]), *thing.of]
        _settle_owner(node)
    for between in nodes[at + 1 : here]:
        if between.kind == "ORDINAL":
            thing.ordinal = thing.ordinal or order_number(between)
        elif between.kind == "THEME":
            thing.theme = thing.theme or (between.things[0].start, between.things[0].end)
    endings = owned(head) if node.kind in _OWNERS and head.owned() else head.endings
    merged = span(nodes[at : here + 1], "EVENT", [thing], endings=endings)
    merged.concept = head.concept
    return merged, here + 1 - at


def _settle_owner(node: Node) -> None:
    """Read the name of a person who owns something without its genitive."""
    for thing in node.things[-1:] if node.kind in ("PERSON", "LIST") and node.has("gen") else ():
        if "gen" in thing.by_case:
            thing.by_case = {"gen": thing.by_case["gen"]}


def _adjective(node: Node) -> bool:
    """Tell whether a node may stand between an event and whose it is."""
    if node.kind in ("ORDINAL", "THEME", "DASH"):
        return True
    return node.kind in ("WORD", "PARTICLE") and node.text.islower() and node.plain()


def named_document(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """A quotation whose last word is a kind of document, or that stands before one: its title."""
    node = nodes[at]
    if node.kind != "QUOTE":
        return None
    head = nodes[at + 1] if at + 1 < len(nodes) else None
    if head is not None and head.kind == "DOCUMENT" and head.concept is not None:
        thing = Thing("document", node.start, head.end, kind=head.concept.name, name=node.value, rules=("quoted_title",))
        return span(nodes[at : at + 2], "DOCUMENT", [thing]), 2
    last = node.value.split()[-1] if node.value.split() else ""
    concept = next((c for e in phrases.pack.readings(last) for c in phrases.pack.nouns.get(e.stem, ()) if c.category == "document"), None)
    if concept is None or len(node.value.split()) < 2:
        return None
    thing = Thing("document", node.things[0].start, node.things[0].end, kind=concept.name, name=node.value, rules=("quoted_title",))
    return span([node], "DOCUMENT", [thing]), 1


def document(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """OWNER-GEN, parties "arasında", or capitalised words + kind of document: "Konfransın Nizamnaməsi", "Anlaşma Memorandumu"."""
    node = nodes[at]
    if at + 1 >= len(nodes) or node.kind not in (*LISTED, "NAME", "EVENT", "DOCUMENT", "WORD", "RELATION"):
        return None
    if node.kind in ("WORD", "RELATION"):
        return None
    here = at + 1
    while (
        here < len(nodes)
        and here <= at + 8
        and (
            nodes[here].kind in ("WORD", "NUMBER", "RELATION", "ORDINAL", "DATE", "MEMBER")
            or (node.has("between") and nodes[here].kind in ("NAME", "CONJ", "DASH", "OFFICE", "EVENT") and not nodes[here].has("loc"))
        )
    ):
        here += 1
    if here >= len(nodes) or nodes[here].kind != "DOCUMENT":
        return None
    head = nodes[here]
    if head.things and head.things[0].of and not node.has("between"):
        return None
    thing = head.things[0]
    if node.has("between") and len(node.things) > 1:
        thing.of = list(node.things)
        if not thing.name and here > at + 1:
            thing.name = phrases.words(nodes[at + 1 : here + 1])
    elif here == at + 1 and node.kind in ("NAME", "PLACE", "DOCUMENT") and node.has("nom") and head.owned() and head.text[0].isupper():
        thing.name = phrases.words(nodes[at : here + 1])
    elif node.has("gen") and head.owned() and here == at + 1 and node.kind in ("ORG", "EVENT"):
        thing.name = phrases.words(nodes[at : here + 1])
        thing.of = thing.of or []
    else:
        return None
    merged = span(nodes[at : here + 1], "DOCUMENT", [thing], endings=head.endings)
    merged.concept = head.concept
    return merged, here + 1 - at
