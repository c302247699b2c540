"""Rules of noun phrases where heads come first: offices, their departments, bodies with names of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qurultay.facts.bodies import class_of
from qurultay.facts.headinitial.government import adjective_of, complement, determined_by, genitive, many, modifies, preposition
from qurultay.facts.headinitial.happenings import in_prepositional_case
from qurultay.facts.headinitial.tasks import FOR, LONG, end_of_task, with_task
from qurultay.facts.offices import national_body
from qurultay.facts.phrases import Built, Phrases, named, span
from qurultay.mentions.nodes import Node, Thing
from qurultay.terms import office_path

__all__ = [
    "adjective_office",
    "at_seat",
    "local_office",
    "named_office",
    "national_office",
    "office_of_post",
    "office_with_name",
    "quoted_office",
    "state_of_office",
]

_SEATED = frozenset({"office", "mission", "representation", "bureau", "delegation"})
"""Heads of bodies that are told with the state or town where they are: "UNODC Programme Office in Kyrgyzstan"."""
_IN_NAME = frozenset({"NAME", "WORD", "TERRITORY", "EVENT", "DOCUMENT", "AREA", "GROUP", "ROLE", "OFFICE"})
"""Kinds of node of which, written large, the name of a body may be made."""


def national_office(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """STATE + office, office + "of" STATE(S): "Генеральная прокуратура Казахстана", "Türkiye's Ministry of Justice"."""
    found = _head_and_owner(phrases, nodes, at, ("STATE", "DEMONYM", "GROUP"))
    if found is None:
        return None
    head, owner, count = found
    concept = head.concept
    special = concept is not None and concept.get("national") in ("", "pgo") and not concept.get("chief")
    if special and head is nodes[at + count - 1] and _goes_on(phrases, nodes, at + count):
        return None  # "Türkiye's Council of Forensic Medicine", "Moldova's Prosecutor's Office for Combating Organized Crime"
    unnamed = concept is not None and not concept.get("national") and many(head) and head.text.islower()
    if unnamed:
        return None  # "anti-corruption bodies of A and B"
    if concept is None or (owner.kind == "GROUP" and not named(owner, "GROUP", "states")) or (owner.kind != "GROUP" and not owner.things):
        return None
    if owner.kind == "GROUP":
        both = _both_offices if many(head) else _office_of_country
        return both(phrases, nodes[at : at + count], head, owner) if concept.get("national") else None
    office = concept.get("national")
    name = phrases.words(nodes[at : at + count])
    if office:
        things = [national_body(phrases, state, office, concept.name, head) for state in owner.things]
        for thing in things:
            thing.start, thing.end = _span(nodes[at : at + count])
        if len(things) == 1 and not many(head):
            things[0].name = name
        elif phrases.pack.dictionary is not None and not many(head) and owner is not head and nodes[at] is head:
            for thing, state in zip(things, owner.things, strict=True):
                thing.name = f"{phrases.words([head])} {phrases.text[state.start : state.end]}"
    else:
        start, end = _span(nodes[at : at + count])
        tail = phrases.words([head]) if head.text.islower() else ""
        things = [Thing("org", start, end, kind=concept.name, name=name, of=[owner.things[-1]], rules=("state_organization",), tail=tail)]
        at_seat(phrases, nodes, at + count - 1, head, things[0])
    return span(nodes[at : at + count], "ORG", things, endings=head.endings), count


def _goes_on(phrases: Phrases, nodes: Sequence[Node], at: int) -> bool:
    """Tell whether the name of an office goes on with what it is for: "of Forensic Medicine"."""
    if not phrases.pack.settings["noun_modifiers"] or at + 1 >= len(nodes) or nodes[at].text.lower() not in FOR:
        return False
    return nodes[at + 1].kind in ("NAME", "WORD", "GROUP", "OFFICE") and nodes[at + 1].text[0].isupper() and nodes[at - 1].text[0].isupper()


def _both_offices(phrases: Phrases, nodes: Sequence[Node], head: Node, owner: Node) -> Built:
    """ "the prosecutor's offices of the two countries": those of the home state and of the one spoken of."""
    concept = head.concept
    told = phrases.pack.fold(phrases.text[nodes[0].start : nodes[-1].end]).split()
    if concept is None or not many(owner) or not any(word in told for word in phrases.pack.settings["both"]):
        return None
    ours = Thing("state", owner.start, owner.end, path=f"state/{phrases.pack.home}", kind="State", rules=("both_states",), definite=False)
    theirs = Thing("state", owner.start, owner.end, kind="State", rules=("both_states",), definite=False)
    foreign = Thing("org", *_span(nodes), kind=concept.name, national=concept.get("national"), of=[theirs], rules=("national_office",))
    things = [foreign]
    if phrases.pack.home:
        things.insert(0, national_body(phrases, ours, concept.get("national"), concept.name, head))
    return span(nodes, "ORG", things, endings=head.endings), len(nodes)


def _office_of_country(phrases: Phrases, nodes: Sequence[Node], head: Node, owner: Node) -> Built:
    """ "Верховный суд республики", "the country's Supreme Court": that of the state that is spoken of."""
    if many(owner) or not owner.text.islower() or head.concept is None:
        return None
    country = Thing("state", owner.start, owner.end, kind="State", name=owner.text, rules=("host_country",))
    office = Thing("org", *_span(nodes), kind=head.concept.name, national=head.concept.get("national"), of=[country])
    office.rules = ("national_office",)
    return span(nodes, "ORG", [office], endings=head.endings), len(nodes)


def _head_and_owner(phrases: Phrases, nodes: Sequence[Node], at: int, owners: Sequence[str]) -> tuple[Node, Node, int] | None:
    """Return an office, whose it is, and how many nodes the two take, in either order."""
    node = nodes[at]
    if node.kind == "OFFICE":
        here = complement(phrases, nodes, at)
        if here is None or nodes[here].kind not in owners or nodes[here].kind == "DEMONYM":
            return None
        return node, nodes[here], here + 1 - at
    if node.kind not in owners or at + 1 >= len(nodes) or nodes[at + 1].kind != "OFFICE":
        return None
    return (nodes[at + 1], node, 2) if modifies(phrases, node, nodes[at + 1]) else None


def _span(nodes: Sequence[Node]) -> tuple[int, int]:
    return nodes[0].start, nodes[-1].end


def local_office(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """PLACE + office, office + "of" PLACE: "Baku City Prosecutor's Office", "прокуратура города Ош"."""
    if nodes[at].kind == "OFFICE" and [n.kind for n in nodes[at + 1 : at + 3]] == ["NAME", "AREA"]:
        return _office_of_area(phrases, nodes, at)
    found = _head_and_owner(phrases, nodes, at, ("PLACE",))
    if found is None or len(found[1].things) != 1:
        return None
    head, owner, count = found
    if head is nodes[at + count - 1] and head.text[0].isupper():
        count = with_task(phrases, nodes, at + count - 1) + 1 - at  # "Basel Institute on Governance"
    start, end = _span(nodes[at : at + count])
    thing = Thing(
        "org", start, end, kind=class_of(head), name=phrases.words(nodes[at : at + count]), of=owner.things, rules=("local_office",)
    )
    return span(nodes[at : at + count], "ORG", [thing], endings=head.endings), count


def _office_of_area(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """OFFICE + adjective + area, in the genitive: "прокуратура Ошской области"."""
    if not genitive(nodes[at + 2]) or not adjective_of(phrases, nodes[at + 1], nodes[at + 2]) or many(nodes[at]):
        return None
    head, words = nodes[at], phrases.words(nodes[at : at + 3])
    thing = Thing("org", head.start, nodes[at + 2].end, kind=class_of(head), name=words, rules=("local_office",))
    return span(nodes[at : at + 3], "ORG", [thing], endings=head.endings), 3


def named_office(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Capitalised words + office, where nouns may stand before their heads: "Heydar Aliyev Foundation"."""
    node = nodes[at]
    if not phrases.pack.settings["noun_modifiers"] or not node.text[0].isupper() or at + 1 >= len(nodes):
        return None
    if not node.has("nom") and not (node.kind in ("ROLE", "TITLE", "GROUP") and node.plural()):
        return None  # "Judges' Higher School", "Lawyers' Training Centre"
    if node.kind == "PLACE" and nodes[at + 1].kind != "NAME":
        return None
    task = at > 1 and preposition(nodes[at - 1], "gen") and nodes[at - 2].kind == "OFFICE" and nodes[at - 2].text[0].isupper()
    if task and not determined_by(phrases, node) and node.kind in ("WORD", "NAME", "OFFICE"):
        return None  # "Ludovika University of Public Service"
    if at > 0 and nodes[at - 1].kind in ("ROLE", "POST", "TITLE") and node.kind == "NAME" and nodes[at - 1].text[0].isupper():
        return None
    here = at + 1
    while here < len(nodes) and here <= at + LONG and _within_name(nodes, here) and not determined_by(phrases, nodes[here]):
        here += 1
    small = here < len(nodes) and nodes[here].kind == "OFFICE" and not nodes[here].text[0].isupper()
    town = small and here == at + 1 and node.kind == "NAME" and " " not in node.text and class_of(nodes[here]) == "ProsecutorsOffice"
    if here >= len(nodes) or nodes[here].kind != "OFFICE" or (small and not town and class_of(nodes[here]) != "NewsAgency"):
        return None
    head = nodes[here]
    if many(head) and _in_task(nodes, at):
        return None  # "Council of Bars and Law Societies of Europe"
    last = with_task(phrases, nodes, here)
    thing = Thing(
        "org", node.start, nodes[last].end, kind=class_of(head), name=phrases.words(nodes[at : last + 1]), rules=("named_office",)
    )
    return span(nodes[at : last + 1], "ORG", [thing], endings=head.endings), last + 1 - at


def _in_task(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a node stands in what an office before it is for, after another noun: "Council of Bars and Law …"."""
    here = at - 1
    while here > 1 and (named(nodes[here], "CONJ", "and") or (nodes[here].kind in ("NAME", "OFFICE") and nodes[here].text[0].isupper())):
        here -= 1
    return 0 < here < at - 1 and preposition(nodes[here], "gen") and nodes[here - 1].kind == "OFFICE" and nodes[here - 1].text[0].isupper()


def at_seat(phrases: Phrases, nodes: Sequence[Node], last: int, head: Node, body: Thing) -> None:
    """Let the name of an office abroad go on with where it is, which stays a phrase too: "UNODC Programme Office in Kyrgyzstan"."""
    if last + 2 >= len(nodes) or nodes[last + 1].text.lower() not in ("in", "for", "to"):
        return
    abroad = body.kind == "Embassy" or bool(set(phrases.pack.fold(phrases.text[head.start : head.end]).split()) & _SEATED)
    seat = nodes[last + 2]
    if abroad and body.name[:1].isupper() and seat.kind in ("STATE", "PLACE", "AREA") and seat.has("nom"):
        body.name = f"{body.name} {phrases.text[nodes[last + 1].start : seat.end]}"
        body.end = seat.end


def office_of_post(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Office + the post of who heads it, in the genitive: "Институт омбудсмена Турции"."""
    head, here = nodes[at], complement(phrases, nodes, at)
    if here is None or nodes[here].kind != "POST" or len(nodes[here].things) != 1 or many(nodes[here]) or many(head):
        return None
    post = nodes[here].things[0]
    if head.things[0].rules != ("lone_office",):
        return None
    if not post.of or post.of[0].rules[:1] != ("office_of_role",):
        return None
    body = replace(post.of[0], name=phrases.words(nodes[at : here + 1]), start=head.start, end=nodes[here].end, definite=True)
    return span(nodes[at : here + 1], "ORG", [body], endings=head.endings), here + 1 - at


def adjective_office(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Capitalised adjective + office, where adjectives agree: "Национального центра", "Анкарский университет"."""
    node = nodes[at]
    if phrases.pack.dictionary is None or not node.text[0].isupper() or at + 1 >= len(nodes) or nodes[at + 1].kind != "OFFICE":
        return None
    head = nodes[at + 1]
    agreeing = {(e.plural, e.case) for e in node.endings if e.modifier} & {(e.plural, e.case) for e in head.endings}
    if not agreeing or (node.kind == "WORD" and not head.text[0].isupper()):
        return None
    endings = tuple(e for e in head.endings if (e.plural, e.case) in agreeing)
    merged = span(nodes[at : at + 2], "OFFICE", [], endings=endings, value="TAIL")
    merged.concept = replace(head.concept, flags=()) if head.concept else None
    merged.text = phrases.text[merged.start : merged.end]
    return merged, 2


def _within_name(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a node goes on with the name of a body before its head: capitalised, or a word that joins two that are."""
    node, following = nodes[at], nodes[at + 1] if at + 1 < len(nodes) else None
    if node.kind == "OFFICE":
        return following is not None and following.kind == "OFFICE" and following.text[0].isupper()
    if node.kind == "DEMONYM":
        return following is not None and following.kind in ("NAME", "OFFICE") and following.text[0].isupper()
    if node.kind == "PLACE":  # "Kutafin Moscow State Law University"
        return nodes[at - 1].kind == "NAME" and following is not None and following.text[0].isupper() and following.kind in _IN_NAME
    if node.text[0].isupper():
        return node.kind in _IN_NAME - {"OFFICE"}
    return named(node, "CONJ", "and") and following is not None and following.text[0].isupper() and following.kind in ("NAME", "WORD")


def office_with_name(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Office + what it is for: "Ministry of Digital Development", "Академия правоохранительных органов", "Agency for Legal Aid"."""
    head = nodes[at]
    if head.kind != "OFFICE" or at + 1 >= len(nodes) or many(head):
        return None
    here = at + 1
    capitals = head.text[0].isupper() and here + 1 < len(nodes) and nodes[here + 1].text[0].isupper()
    joined = preposition(nodes[here], "gen", "about", "other") or (capitals and preposition(nodes[here], "loc", "for"))
    if not joined and phrases.pack.dictionary is not None and here + 1 < len(nodes):
        joined = in_prepositional_case(nodes[here], nodes[here + 1]) == "other" and nodes[here + 1].kind != "NAME"
    if joined:
        here += 1
    begin = here
    here = end_of_task(phrases, nodes, here, at, after_preposition=joined)
    while here > begin and nodes[here - 1].kind in ("CONJ", "PREP", "COMMA"):
        here -= 1
    if here == begin or (not head.text[0].isupper() and not phrases.text[nodes[begin].start].isupper() and joined):
        return None
    if here == begin + 1 and nodes[begin].kind == "OFFICE" and determined_by(phrases, nodes[begin]) == "the":
        return None  # "the press service of the Office"
    thing = Thing("org", head.start, nodes[here - 1].end, kind=class_of(head), name=phrases.words(nodes[at:here]), rules=("named_office",))
    return span(nodes[at:here], "ORG", [thing], endings=head.endings), here - at


def state_of_office(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """A named body + "of" STATE, STATE + a named body: whose it is."""
    node = nodes[at]
    if node.kind == "ORG":
        here = complement(phrases, nodes, at)
        if here is None or nodes[here].kind != "STATE":
            return None
        body, state, end = node, nodes[here], here
    else:
        if at + 1 >= len(nodes) or nodes[at + 1].kind != "ORG" or not node.things or not modifies(phrases, node, nodes[at + 1]):
            return None
        body, state, end = nodes[at + 1], node, at + 1
    if not _takes_state(phrases, body, state):
        return None
    thing = body.things[0]
    if thing.path and phrases.reference[thing.path].state != state.things[0].path:
        _namesake(phrases, thing, state.things[0])
    public, words = phrases.pack.settings["public_bodies"], phrases.pack.fold(thing.name).split()
    if thing.kind == "Organization" and any(word in public for word in words) and "association" not in words and "union" not in words:
        thing.kind = "GovernmentBody"
    thing.of = thing.of or list(state.things)
    thing.name = phrases.words(nodes[at : end + 1])
    thing.start, thing.end = _span(nodes[at : end + 1])
    return span(nodes[at : end + 1], "ORG", body.things, endings=body.endings), end + 1 - at


def _takes_state(phrases: Phrases, body: Node, state: Node) -> bool:
    """Tell whether a body may be that of a state: it has none yet, or it is known to be that state's."""
    if len(body.things) != 1 or len(state.things) != 1 or body.things[0].of:
        return False
    known = phrases.reference.get(body.things[0].path) if body.things[0].path else None
    if known is not None:
        return known.state == state.things[0].path or (known.state.startswith("state/") and not body.things[0].inner)
    return body.things[0].rules[:1] in (("named_office",), ("quoted_office",))


def _namesake(phrases: Phrases, body: Thing, state: Thing) -> None:
    """Let a body be that of another state than of which it is known: "the Academy of Justice of Kazakhstan" is not that of Azerbaijan."""
    office, _, _ = body.path.removeprefix("organization/").rpartition("-")
    usual = f"office-kind/{office}" in phrases.reference and bool(state.path)
    body.path = office_path(office, state.path) if usual else ""
    body.rules = ("national_office",) if usual else ("named_office",)


def quoted_office(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Office + quotation, quotation + office: the body of that name."""
    if at + 1 >= len(nodes) or {nodes[at].kind, nodes[at + 1].kind} != {"OFFICE", "QUOTE"}:
        return None
    head, quote = (nodes[at], nodes[at + 1]) if nodes[at].kind == "OFFICE" else (nodes[at + 1], nodes[at])
    if not quote.value[:1].isupper() or many(head):
        return None
    if quote.value.endswith((",", ".", "!", "?")) or len(quote.value.split()) > LONG:
        return None
    thing = Thing("org", *_span(nodes[at : at + 2]), kind=class_of(head), name=quote.value, rules=("quoted_office",))
    return span(nodes[at : at + 2], "ORG", [thing], endings=head.endings), 2
