"""Rules of noun phrases where heads come first: parts of bodies, bodies under others, and where an office abroad has its seat."""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.bodies import class_of
from qurultay.facts.headinitial.bodies import at_seat
from qurultay.facts.headinitial.government import complement, determined_by, genitive, many, modifies, preposition
from qurultay.facts.headinitial.tasks import end_of_task, with_task
from qurultay.facts.offices import national_body
from qurultay.facts.phrases import Built, Phrases, span
from qurultay.facts.posts import state_of
from qurultay.mentions.nodes import Node, Thing
from qurultay.terms import office_path

__all__ = ["longer_council", "named_after", "office_abroad", "office_seated", "offices_of_states", "part_of_body", "permanent_delegation"]

_SEAT = ("to", "in", "for")
"""Prepositions before the state to which a delegation is accredited."""
_NAMES = 3
"""How many words the name of one after whom a body is called has at most."""
_PERMANENT = ("Delegation", "Mission", "Representation")


def part_of_body(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Office + "of" BODY, BODY + office: its press service, its department."""
    node = nodes[at]
    if node.kind == "ORG" and at + 1 < len(nodes) and nodes[at + 1].kind in ("OFFICE", "ORG") and modifies(phrases, node, nodes[at + 1]):
        head, owner, end = nodes[at + 1], node, at + 1
    elif node.kind in ("OFFICE", "ORG"):
        here = complement(phrases, nodes, at)
        here = _within(phrases, nodes, at) if here is None else here
        if here is None or nodes[here].kind not in ("ORG", "MEMBERS"):
            return None
        head, owner, end = node, nodes[here], here
    else:
        return None
    if not owner.things or owner.things[-1].kind == "NewsAgency" or len(owner.things) > 1:
        return None
    if head.kind == "OFFICE" and all(e.plural for e in head.endings):
        return None
    national = head.concept.get("national") if head.kind == "OFFICE" and head.concept is not None else ""
    state = state_of(phrases, owner.things[0]) if national and owner.things[0].sort == "org" else None
    if state is not None and head is nodes[at]:
        body = national_body(phrases, state, national, class_of(head), head)  # "the Academy of Justice under the Council of X"
        return span(nodes[at : end + 1], "ORG", [body], endings=head.endings), end + 1 - at
    start, stop = nodes[at].start, nodes[end].end
    if head.kind == "ORG":
        part = head.things[0]
        elsewhere = _office_elsewhere(phrases, part, owner.things[0]) if node is head and len(head.things) == 1 else ""
        if elsewhere:
            part.path, part.start, part.end, part.rules = elsewhere, start, stop, ("national_office",)
            return span(nodes[at : end + 1], "ORG", [part], endings=head.endings), end + 1 - at
        if len(head.things) == 1 and _council_of_another(phrases, part, owner.things[0]):
            part.path, part.rules, part.name = "", ("named_office",), phrases.text[head.start : head.end]
        if len(head.things) != 1 or part.of or not _may_be_part(phrases, part, owner.things[0]):
            return None
        part.of = [owner.things[0]]
        silent = part.kind == "PressService" or bool(phrases.pack.settings["fixed_order"])
        lone = part.rules == ("lone_office",) and not part.national and not part.plural and silent
        if lone or part.rules[:1] == ("named_office",):
            whole_name = part.name if determined_by(phrases, owner) in phrases.pack.settings["own"] else phrases.words(nodes[at : end + 1])
            part.national, part.tail, part.rules, part.name = "part", part.name, ("part_of_body",), whole_name
            part.start, part.end = start, stop
            at_seat(phrases, nodes, end, head, part)
        return span(nodes[at : end + 1], "ORG", [part], endings=head.endings), end + 1 - at
    if head is nodes[end] and head.text[0].isupper():
        end = with_task(phrases, nodes, end)
    last = _task_after(phrases, nodes, at, end) if head is nodes[at] else end
    part = Thing("org", start, nodes[last].end, kind=class_of(head), name=phrases.words(nodes[at : last + 1]), of=list(owner.things))
    part.rules, part.national, part.tail = ("part_of_body",), "part", phrases.words([head, *nodes[end + 1 : last + 1]])
    if last > end:
        return span(nodes[at : last + 1], "ORG", [part], endings=head.endings), last + 1 - at
    at_seat(phrases, nodes, end, head, part)
    return span(nodes[at : end + 1], "ORG", [part], endings=head.endings), end + 1 - at


def _task_after(phrases: Phrases, nodes: Sequence[Node], at: int, end: int) -> int:
    """Return where the name of a part ends that goes on after its whole: "Комитет парламента по правам человека"; ``end`` where not."""
    if phrases.pack.dictionary is None or end + 2 >= len(nodes) or nodes[end + 1].text.lower() not in phrases.pack.settings["tasks"]:
        return end
    here = end_of_task(phrases, nodes, end + 2, at, after_preposition=True)
    while nodes[here - 1].kind in ("CONJ", "PREP", "COMMA"):
        here -= 1
    return max(end, here - 1)


def permanent_delegation(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """An organisation's Delegation, written large, + "to" STATE: its office there, "the EU Delegation to Georgia", and no visitors."""
    if at + 1 >= len(nodes):
        return None
    here = at + 1 if nodes[at].kind == "ORG" else complement(phrases, nodes, at)
    if here is None or {nodes[at].kind, nodes[here].kind} != {"ORG", "DELEGATION"}:
        return None
    whole, head = (nodes[at], nodes[here]) if nodes[at].kind == "ORG" else (nodes[here], nodes[at])
    international = len(whole.things) == 1 and whole.things[0].kind == "InternationalOrganization" and whole.things[0].path
    if not international or head.text not in _PERMANENT or many(head):
        return None
    seated = [n.kind for n in nodes[here + 1 : here + 3]] in (["PREP", "STATE"], ["PREP", "PLACE"])
    end = here + 2 if seated and nodes[here + 1].text.lower() in _SEAT and nodes[here + 2].has("nom") else here
    if end == here:
        return None
    start, stop = nodes[at].start, nodes[end].end
    kind = "Embassy" if head.text == "Delegation" else "InternationalOrganization"
    body = Thing("org", start, stop, kind=kind, name=phrases.words(nodes[at : end + 1]), of=list(whole.things))
    body.rules, body.national = ("part_of_body",), "part"
    return span(nodes[at : end + 1], "ORG", [body], endings=head.endings), end + 1 - at


def _within(phrases: Phrases, nodes: Sequence[Node], at: int) -> int | None:
    """Return the place of the body in which a department is: "the legal department at the Ministry"; None where none is told."""
    settings = phrases.pack.settings
    if at + 2 >= len(nodes) or nodes[at + 1].text.lower() not in settings["within"]:
        return None
    node, under = nodes[at], _under(phrases, nodes[at + 1])
    if under and node.kind == "OFFICE" and (node.text[0].isupper() or (node.concept is not None and node.concept.get("national"))):
        return None if many(node) else at + 2
    if under and node.kind == "ORG" and (node.things[0].path or node.things[0].rules[:1] == ("named_office",)):
        return at + 2
    words = {word for text in node.text.split() for word in phrases.pack.stems(text)}
    return at + 2 if preposition(nodes[at + 1]) and words & set(settings["departments"]) else None


def _under(phrases: Phrases, node: Node) -> bool:
    """Tell whether a preposition stands between a body of its own and the one that it is under."""
    return node.text.lower() in phrases.pack.settings["under"]


def _office_elsewhere(phrases: Phrases, part: Thing, whole: Thing) -> str:
    """Return the path of the office that a body under one of another state is: "the Academy of Justice under the Council of Kazakhstan"."""
    office = part.path.removeprefix("organization/").rpartition("-")[0]
    state = state_of(phrases, whole) if office and f"office-kind/{office}" in phrases.reference and not part.of else None
    there = office_path(office, state.path) if state is not None and state.path else ""
    return there if there != part.path else ""


def offices_of_states(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """A known office of a state in the plural + other states: "the Justice Ministries of Georgia and Uzbekistan"."""
    node, here = nodes[at], at + 1
    office, _, _ = node.things[0].path.removeprefix("organization/").rpartition("-") if len(node.things) == 1 else ("", "", "")
    words = phrases.text[node.start : node.end].split()
    several = any(word.lower() in ("ministries", "offices", "courts", "parliaments", "academies") for word in words)
    if not several or f"office-kind/{office}" not in phrases.reference or "of" not in words:
        return None
    states: list[Thing] = []
    while here + 1 < len(nodes) and nodes[here].kind in ("COMMA", "CONJ") and nodes[here + 1].kind == "STATE":
        states += nodes[here + 1].things
        here += 2
    if not states:
        return None
    kind = node.things[0].kind
    others = [
        Thing(
            "org",
            state.start,
            state.end,
            path=office_path(office, state.path),
            kind=kind,
            national=office,
            of=[state],
            rules=("national_office",),
        )
        for state in states
    ]
    return span(nodes[at:here], "ORG", [*node.things, *others], endings=node.endings), here - at


def office_abroad(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """A known office of a state + "in" another: one of its own: "the Council of Europe Office in Chisinau" is not that in Baku."""
    thing = nodes[at].things[0] if len(nodes[at].things) == 1 else None
    known = phrases.reference.get(thing.path) if thing is not None and thing.path else None
    if thing is None or known is None or at + 2 >= len(nodes):
        return None
    seat, words = nodes[at + 2], phrases.text[nodes[at].start : nodes[at].end].split()
    if not known.state.startswith("state/") or words[-1] != "Office" or nodes[at + 1].text.lower() != "in" or len(seat.things) != 1:
        return None
    place = phrases.reference.get(seat.things[0].path) if seat.things[0].path else None
    state = seat.things[0].path if seat.kind == "STATE" else place.state if place is not None else ""
    if not state or state == known.state:
        return None
    thing.name, thing.path, thing.kind, thing.rules = " ".join(words), "", "InternationalOrganization", ("named_office",)
    at_seat(phrases, nodes, at, nodes[at], thing)
    return nodes[at], 1


def office_seated(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """An organisation's office + the town or state where it is, which its name goes on with: "Программный офис ОБСЕ в Астане"."""
    thing = nodes[at].things[0] if len(nodes[at].things) == 1 else None
    if thing is None or at + 2 >= len(nodes) or thing.rules[:1] != ("part_of_body",) or nodes[at + 2].kind not in ("PLACE", "STATE"):
        return None
    office = set(phrases.pack.stems(thing.tail)) & set(phrases.pack.settings["seated"])
    if not office or not thing.of or thing.of[0].kind != "InternationalOrganization":
        return None
    if not preposition(nodes[at + 1]) or not nodes[at + 2].has("loc") or len(nodes[at + 2].things) != 1:
        return None
    thing.end = nodes[at + 2].end
    thing.name = thing.tail = f"{thing.name} {phrases.text[nodes[at + 1].start : thing.end]}"
    return span(nodes[at : at + 3], "ORG", [thing], endings=nodes[at].endings), 3


def _council_of_another(phrases: Phrases, part: Thing, whole: Thing) -> bool:
    """Tell whether a council known by a name that others bear too is told of another organisation: "the CIS Council of Ministers"."""
    known = phrases.reference.get(part.path) if part.path else None
    return known is not None and known.kind == "Council" and bool(known.parent) and whole.path not in (known.parent, part.path)


def named_after(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """(Adjectives +) office + "имени" + NAME in the genitive: "Евразийский национальный университет имени Л.Н. Гумилёва"."""
    head = at
    while head + 1 < len(nodes) and head < at + _NAMES and nodes[head].kind in ("NAME", "WORD", "DEMONYM", "PLACE"):
        if not any(e.modifier for e in nodes[head].endings):
            return None
        head += 1
    if (
        phrases.pack.dictionary is None
        or nodes[head].kind not in ("OFFICE", "ORG")
        or head + 2 >= len(nodes)
        or not nodes[at].text[0].isupper()
    ):
        return None
    if phrases.pack.fold(nodes[head + 1].text) not in phrases.pack.settings["after_whom"]:
        return None
    first = head + 2 + (nodes[head + 2].text == ".")
    here = first
    while here < len(nodes) and here < first + _NAMES and nodes[here].kind in ("NAME", "PLACE") and _whose(nodes, here, first):
        if here > first and (phrases.pack.given_name(nodes[here].text) or phrases.family_name(nodes[here - 1])):
            break
        here += 1
    if here == first:
        return None
    if nodes[head].kind == "ORG":
        return (span(nodes[at:here], "ORG", nodes[at].things, endings=nodes[at].endings), here - at) if head == at else None
    thing = Thing("org", nodes[at].start, nodes[here - 1].end, kind=class_of(nodes[head]), rules=("named_office",))
    thing.name = phrases.words(nodes[at:here])
    return span(nodes[at:here], "ORG", [thing], endings=nodes[head].endings), here - at


def _whose(nodes: Sequence[Node], here: int, first: int) -> bool:
    """Tell whether a name may be that which a body bears: in the genitive, or one that never changes, "имени Шота Руставели"."""
    return genitive(nodes[here]) or (here == first and nodes[here].kind == "NAME" and not any(e.modifier for e in nodes[here].endings))


def longer_council(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """NAME + a known council: one of a longer name: "Coordination Council of Prosecutors General"."""
    node, following = nodes[at], nodes[at + 1]
    if not node.text[0].isupper() or " " in node.text or not node.has("nom"):
        return None
    if (
        len(following.things) != 1
        or following.things[0].kind != "Council"
        or not following.things[0].path
        or following.value == "ABBREVIATION"
    ):
        return None
    if following.text.split()[0] != "Council":
        return None
    thing = Thing("org", node.start, following.end, kind="Council", name=phrases.words(nodes[at : at + 2]), rules=("named_office",))
    return span(nodes[at : at + 2], "ORG", [thing], endings=following.endings), 2


def _may_be_part(phrases: Phrases, part: Thing, whole: Thing) -> bool:
    known = phrases.reference.get(part.path) if part.path else None
    return known is None or (known.parent == whole.path and bool(whole.path))
