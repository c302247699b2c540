"""Rules of noun phrases where heads come first: events and documents, and the words that tie phrases to their clause."""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.among import STAFF
from qurultay.facts.headinitial.government import (
    complement,
    determined_by,
    fronted,
    genitive,
    in_case,
    list_to_be,
    many,
    modifies,
    preposition,
)
from qurultay.facts.phrases import LISTED, Built, Phrases, listing, named, span
from qurultay.facts.posts import state_of
from qurultay.mentions.nodes import NOMINAL, Node, Thing
from qurultay.mentions.numbers import order_number
from qurultay.terms import office_path

__all__ = [
    "bracketed",
    "compound",
    "event",
    "event_of",
    "listed",
    "merged",
    "named_event",
    "numbered",
    "prepositional",
    "theme",
]

_OWNERS = ("STATE", "ORG", "POST", "PERSON", "MEMBERS", "LIST", "ROLE", "DELEGATION", "GROUP")
_ADJECTIVES = 4
_TITLE_LONG = 7
_OTHERS = frozenset({"other", "others", "senior"})
"""Words with which a list ends that names not all: "A, B and other officials"."""
_BRACKET = 8
"""Within how many nodes a bracket with the day and the place of an event closes."""
_PAIR = 4
"""How many nodes a list of two takes with a comma and a conjunction."""
_TITLE = 3
"""How many words a quotation after "on" has at least that is a theme."""


def event(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ORDINAL, THEME, NAME or owner + EVENT: "the 4th meeting", "OTS summit", "первое заседание"."""
    node, here = nodes[at], at + 1
    while here < len(nodes) and here <= at + _ADJECTIVES and _adjective(nodes[here]):
        here += 1
    if here >= len(nodes) or nodes[here].kind != "EVENT":
        return None
    head = nodes[here]
    thing = head.things[0]
    if node.kind == "ORDINAL":
        thing.ordinal = thing.ordinal or ("" if head.concept is not None and head.concept.get("part") else order_number(node))
    elif node.kind == "QUOTE":
        if thing.theme is not None or not node.value[:1].isupper():
            return None
        thing.theme = (node.things[0].start, node.things[0].end)
    elif node.kind == "NAME":
        if not (head.text[0].isupper() or node.text.isupper()) or not node.has("nom") or not phrases.pack.settings["noun_modifiers"]:
            return None
        thing.name = phrases.words(nodes[at : here + 1])
    else:
        if not node.things or not (modifies(phrases, node, head) or _traveller(node, head)) or thing.of:
            return None
        if node.kind == "PLACE":
            thing.place = thing.place or list(node.things)
        else:
            thing.of = [*node.things, *thing.of]
    for between_ in nodes[at + 1 : here]:
        if between_.kind == "ORDINAL":
            thing.ordinal = thing.ordinal or order_number(between_)
    thing.start = min(thing.start, node.start)
    return merged(nodes[at : here + 1], head), here + 1 - at


def _traveller(node: Node, head: Node) -> bool:
    """Tell whether somebody in the genitive is whose visit or meeting is told: "Kamran Aliyev's visit to Kazakhstan"."""
    return node.kind in ("PERSON", "POST", "DELEGATION") and head.things[0].kind in ("Visit", "Meeting") and node.has("gen")


def compound(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """EVENT + a word for any meeting: "roundtable meeting", "workshop event" are a round table and a workshop."""
    if at + 1 >= len(nodes) or nodes[at + 1].kind != "EVENT":
        return None
    first, head = nodes[at], nodes[at + 1]
    general = head.things[0].kind in ("Meeting", "Event", "Session") and not (head.things[0].of or first.things[0].of)
    if not general or first.last + 1 != head.first or first.things[0].plural or first.things[0].kind in ("Visit", "Event", "Meeting"):
        return None
    if phrases.text[first.end : head.start].strip():
        return None
    head.things[0].kind, head.things[0].start = first.things[0].kind, first.start
    head.things[0].definite = head.things[0].definite and first.things[0].definite
    whole = merged(nodes[at : at + 2], head)
    whole.concept = first.concept
    return whole, 2


def bracketed(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """EVENT + its day, its place or both in brackets: "the Conference (11-12 June)", "the forum (Astana, 5 March)"."""
    close = next((i for i in range(at + 2, min(len(nodes), at + _BRACKET)) if nodes[i].kind == "RPAR"), None)
    if close is None:
        return None
    inside = [n for n in nodes[at + 2 : close] if n.kind not in ("COMMA", "PREP")]
    days = [n for n in inside if n.kind == "DATE" and n.things and n.value]
    places = [n for n in inside if n.kind in ("PLACE", "STATE") and len(n.things) == 1]
    if not inside or len(days) > 1 or len(places) > 1 or len(days) + len(places) != len(inside):
        return None
    thing = nodes[at].things[0]
    thing.when = days[0] if days else thing.when
    if places and thing.kind != "Visit":
        thing.place = list(places[0].things)
    return merged(nodes[at : close + 1], nodes[at]), close + 1 - at


def named_event(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Capitalised words + EVENT: "Black Sea and Caspian Ombudsmen Forum"."""
    here = at + 1
    while here < len(nodes) and here < at + _TITLE_LONG and _in_title(nodes, here):
        here += 1
    if nodes[at].kind == "AREA" and not (nodes[at].text[0].isupper() and named(nodes[at], "AREA", "region")):
        return None
    if here >= len(nodes) or here == at or nodes[here].kind != "EVENT" or not nodes[here].text[0].isupper():
        return None
    if not phrases.pack.settings["noun_modifiers"] or not nodes[at].has("nom") or nodes[here].things[0].of or nodes[here].things[0].name:
        return None
    if nodes[at].kind == "NAME" and phrases.family_name(nodes[at]):
        return None
    nodes[here].things[0].name = phrases.words(nodes[at : here + 1])
    nodes[here].things[0].start = nodes[at].start
    return merged(nodes[at : here + 1], nodes[here]), here + 1 - at


def _in_title(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a node goes on with the capitalised name of an event before its head."""
    node = nodes[at]
    if named(node, "CONJ", "and"):
        return at + 1 < len(nodes) and nodes[at + 1].text[0].isupper()
    return node.kind in ("NAME", "WORD", "ROLE", "GROUP", "AREA", "TERRITORY", "DOCUMENT") and node.text[0].isupper()


def numbered(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ORDINAL + a body that is called by its sittings: "the 22nd Meeting of Prosecutors General of the SCO Member States"."""
    if at + 1 >= len(nodes) or len(nodes[at + 1].things) != 1:
        return None
    body = nodes[at + 1]
    readings = phrases.pack.readings(phrases.text[body.start : body.end].split()[0])
    senses = [concept for e in readings for concept in phrases.pack.nouns.get(e.stem, ()) if concept.category == "event"]
    if not senses:
        return None
    kind = "Session" if senses[0].name == "Meeting" else senses[0].name
    told = order_number(nodes[at])
    thing = Thing("event", nodes[at].start, body.end, kind=kind, of=list(body.things), rules=("event_noun",), ordinal=told)
    merged = span(nodes[at : at + 2], "EVENT", [thing], endings=body.endings)
    merged.concept = senses[0]
    return merged, 2


def _adjective(node: Node) -> bool:
    """Tell whether a node may stand between an event and what tells which it is."""
    return node.kind == "ORDINAL" or (node.kind in ("WORD", "PARTICLE", "NUMBER") and node.text[0].islower())


def merged(nodes: Sequence[Node], head: Node) -> Node:
    """Return nodes as one that means what its head means."""
    whole = span(nodes, head.kind, head.things, endings=head.endings, value=head.value if head.kind == "DOCUMENT" else "")
    whole.concept = head.concept
    return whole


def event_of(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """EVENT + "of" OWNER: "meeting of the Council", "заседание Совета"; a part of an event is the event itself."""
    node = nodes[at]
    here = complement(phrases, nodes, at)
    if here is None:
        return None
    owner, thing = nodes[here], node.things[0]
    if owner.kind == "EVENT" and node.concept is not None and node.concept.get("part"):
        whole = span(nodes[at : here + 1], "EVENT", owner.things, endings=node.endings)
        whole.concept = owner.concept
        return whole, here + 1 - at
    if node.text[0].isupper() and owner.kind in ("ROLE", "NAME", "WORD") and owner.text[0].isupper() and not thing.of:
        return _titled(phrases, nodes, at, here)
    if owner.kind == "EVENT" and thing.kind in ("Session", "Meeting") and _sits(phrases, nodes, here) and not thing.of:
        body = Thing("org", owner.start, owner.end, kind="Council", name=phrases.words(nodes[here : here + 1]), rules=("named_office",))
        thing.of, thing.end, thing.kind = [body], owner.end, "Session"
        return merged(nodes[at : here + 1], node), here + 1 - at
    if owner.kind not in _OWNERS or thing.of or list_to_be(phrases, nodes, here):
        return None
    if owner.kind == "ROLE" or owner.kind == "GROUP":
        if not many(owner) and not named(owner, "GROUP", "states"):
            return None
    elif not owner.things:
        return None
    thing.of = [*owner.things, *thing.of]
    thing.end = owner.end
    return merged(nodes[at : here + 1], node), here + 1 - at


def _sits(phrases: Phrases, nodes: Sequence[Node], at: int) -> bool:
    """Tell whether what seems an event is a body that has sittings: "the annual meeting of the Forum of Prosecutors General"."""
    body = nodes[at]
    goes_on = at + 1 < len(nodes) and preposition(nodes[at + 1], "gen")
    named_so = body.text[0].isupper() and body.things[0].kind in ("Forum", "Conference") and not body.things[0].ordinal
    return named_so and not goes_on and " of " in phrases.text[body.start : body.end] and determined_by(phrases, body) == "the"


def _titled(phrases: Phrases, nodes: Sequence[Node], at: int, here: int) -> Built:
    """Read on the capitalised name of an event: "International Forum of Justice Houses"."""
    end = here
    while end + 1 < len(nodes) and _in_title(nodes, end + 1):
        end += 1
    if many(nodes[at]) or not phrases.pack.settings["noun_modifiers"]:
        return None
    nodes[at].things[0].name = nodes[at].things[0].name or phrases.words(nodes[at : end + 1])
    return merged(nodes[at : end + 1], nodes[at]), end + 1 - at


def theme(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """EVENT + (word for theme) + QUOTE: what it is about."""
    node, here = nodes[at], at + 1
    while (
        here < len(nodes) and here <= at + 3 and (named(nodes[here], "RELATION", "theme") or nodes[here].kind in ("COMMA", "PREP", "DASH"))
    ):
        here += 1
    told = any(named(n, "RELATION", "theme") for n in nodes[at + 1 : here])
    told = told or (at > 0 and named(nodes[at - 1], "RELATION", "theme") and nodes[at + 1].kind == "DASH")
    if here >= len(nodes) or nodes[here].kind != "QUOTE" or node.things[0].theme is not None:
        return None
    about = here == at + 2 and preposition(nodes[at + 1], "about", "loc") and len(nodes[here].value.split()) >= _TITLE
    if not told and not ((here == at + 1 or about) and nodes[here].value[:1].isupper()):
        return None
    node.things[0].theme = (nodes[here].things[0].start, nodes[here].things[0].end)
    if node.things[0].kind == "Event" and not node.concept:
        return None
    return merged(nodes[at : here + 1], node), here + 1 - at


def listed(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """A, B and C of whatever takes part in events, in one case."""
    built = listing(nodes, at, LISTED, "LIST") or _and_others(phrases, nodes, at)
    if (
        built is not None
        and at > 0
        and nodes[at - 1].kind == "PREP"
        and nodes[at].kind == "LIST"
        and nodes[at + 1].kind == "COMMA"
        and nodes[at].value != "OF_STATE"
    ):
        return None
    if built is not None and (_apart(phrases, nodes[at], nodes[at + built[1] - 1]) or _gapped(nodes, at + built[1], built[0])):
        return None
    if built is not None and (_beside(phrases, nodes, at, built) or fronted(phrases, nodes, at, at + built[1])):
        return None
    if built is not None and built[0].things and len({t.sort for t in built[0].things}) == 1:
        built[0].kind = {"state": "STATE", "place": "PLACE", "org": "ORG", "person": "PERSON"}.get(built[0].things[0].sort, "LIST")
    if built is not None:
        built[0].value = STAFF if nodes[at].value == STAFF else built[0].value
        _share_state(phrases, built[0])
    return built


def _share_state(phrases: Phrases, merged: Node) -> None:
    """Give offices told without a state that of the last of their list: "the Supreme Court and the Ministry of Justice of Georgia"."""
    *before, last = merged.things
    body = last.of[0] if last.sort == "post" and last.of else last
    told = body.sort == "org" and bool(body.national or body.path) and (bool(body.of) or bool(body.path))
    state = state_of(phrases, body) if told and body.rules != ("lone_office",) else None
    if state is None:
        return
    for thing in before:
        lone = thing.of[0] if thing.sort == "post" and len(thing.of) == 1 else thing
        shares = lone.kind != body.kind and not lone.of and not lone.path  # two offices of one kind are of two states
        if shares and lone.sort == "org" and lone.rules == ("lone_office",) and lone.national not in ("", "part"):
            lone.of, lone.rules = [state], ("national_office",)
            if f"office-kind/{lone.national}" in phrases.reference:
                lone.path = office_path(lone.national, state.path)


def _apart(phrases: Phrases, first: Node, last: Node) -> bool:
    """Tell whether the last of a list has a preposition of its own: "who chairs the Committee, and with B"."""
    return first.has("nom") and not first.inflected and bool(last.inflected)


def _and_others(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """A, B and other officials: those who are named."""
    here = at
    while here + 2 < len(nodes) and nodes[here + 1].kind == "COMMA" and nodes[here + 2].kind in LISTED and nodes[here + 2].things:
        here += 2
    if here + 2 >= len(nodes) or not named(nodes[here + 1], "CONJ", "and") or nodes[here + 2].kind not in ("WORD", "GROUP", "ROLE"):
        return None
    words = phrases.text[nodes[here + 1].start : nodes[here + 2].end].lower().split()
    if len(words) < 2 or words[1] not in _OTHERS or not all(nodes[i].kind in ("PERSON", "LIST") for i in range(at, here + 1, 2)):
        return None
    things = [thing for node in nodes[at : here + 1 : 2] for thing in node.things]
    merged = span(nodes[at : here + 3], "LIST", things, endings=nodes[here].endings)
    return merged, here + 3 - at


def _beside(phrases: Phrases, nodes: Sequence[Node], at: int, built: tuple[Node, int]) -> bool:
    """Tell whether a comma before "and" ends what stands before it: "subordinate to the ministry, and A, …" is no list."""
    predicate = nodes[at].kind == "POST" and at > 0 and nodes[at - 1].kind == "VERB" and nodes[at + 1].text == ";"
    if predicate:
        return True
    apart = built[1] == _PAIR and nodes[at + 1].kind == "COMMA" and {nodes[at].kind, nodes[at + 3].kind} == {"ORG", "PERSON"}
    return apart and at > 0 and nodes[at - 1].kind == "PREP"


def _gapped(nodes: Sequence[Node], end: int, built: Node) -> bool:
    """Tell whether the last of a list begins a clause without its verb: "Kazakhstan by A, and Türkiye by B"."""
    apart = len({thing.sort for thing in built.things}) > 1 and built.things[-1].sort in ("state", "org")
    return apart and end < len(nodes) and nodes[end].kind == "PREP" and preposition(nodes[end], "by")


def in_prepositional_case(towards: Node, node: Node | None) -> str:
    """Return the case that a preposition gives to a phrase, "" where it cannot stand before it."""
    concept = towards.concept
    if towards.kind != "PREP" or concept is None or node is None:
        return ""
    if concept.name:
        return concept.name
    fitting = [target for case, target in concept.flags if node.has(case)]
    if not fitting and node.value == "ABBREVIATION":
        fitting = [target for _, target in concept.flags]
    return fitting[0] if fitting else ""


def prepositional(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Preposition + phrase: the phrase, in the case that the preposition stands for."""
    here = at + 1
    while here < len(nodes) and here <= at + _ADJECTIVES and nodes[here].kind == "WORD" and nodes[here].text.islower():
        if (
            phrases.pack.dictionary is not None
            and nodes[here].endings
            and not any(e.modifier or e.case == "inv" for e in nodes[here].endings)
        ):
            return None
        here += 1
    if here >= len(nodes) or nodes[here].kind not in NOMINAL | {"QUOTE", "DEMONYM"} or preposition(nodes[at], "gen"):
        return None
    common = nodes[here].kind in ("EVENT", "DELEGATION", "DOCUMENT", "GROUP", "ROLE", "OFFICE") or nodes[here].text[0].islower()
    if here > at + 1 and not (common and (nodes[here].has("nom") or not phrases.pack.settings["fixed_order"])):
        return None
    if here > at + 1 and determined_by(phrases, nodes[here]):
        return None
    case = in_prepositional_case(nodes[at], nodes[here])
    if not case:
        return None
    node = nodes[here]
    rest = nodes[at : here + 1]
    if node.kind == "ORG" and case == "gen" and genitive(node):
        return None
    if node.kind == "DEMONYM":
        return None
    return in_case(rest, node, case), here + 1 - at
