"""Rules of noun phrases where heads come first: roles and posts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qurultay.facts.headinitial.deputies import adviser_to, deputy_rank, owns_next
from qurultay.facts.headinitial.government import complement, genitive, many, modifies, preposition
from qurultay.facts.headinitial.happenings import in_prepositional_case
from qurultay.facts.phrases import Built, Phrases, named, span
from qurultay.facts.posts import HEADS, office_of, told_post
from qurultay.language.pack import Concept
from qurultay.mentions.nodes import Node, Thing

__all__ = ["accredited", "explained", "former_post", "minister", "post", "state_of_post"]

_DOMAIN = 7
"""How many nodes may name what a minister is for."""
_BEFORE_POST = ("COMMA", "LPAR", "DASH")
"""Signs after which a post stands in apposition."""
_BENCHES = ("Court", "Council", "Parliament")
"""Kinds of body on which one sits."""
_ELECTING = frozenset({"union", "association", "federation", "league", "alliance"})
"""Nouns of bodies that elect who heads them: "head of the Bar Association"."""
_BODIES = ("STATE", "ORG", "PLACE", "MEMBERS")


def minister(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Minister + what he is for: "Minister of Digital Development", "министр цифрового развития", "Interior Minister"."""
    node = nodes[at]
    if node.kind == "ROLE":
        return _minister_of(phrases, nodes, at)
    if not phrases.pack.settings["noun_modifiers"] or not node.text[0].isupper():
        return None
    here = at + 1
    while here < len(nodes) and here < at + _DOMAIN and (nodes[here].kind in ("NAME", "WORD") or named(nodes[here], "CONJ", "and")):
        here += 1
    if here >= len(nodes) or not _of_ministry(nodes[here]) or not nodes[here].text[0].isupper():
        return None
    if nodes[here - 1].kind == "CONJ" or (at > 0 and nodes[at - 1].kind in ("ROLE", "POST", "TITLE")):
        return None
    merged = span(nodes[at : here + 1], "ROLE", [], endings=nodes[here].endings)
    merged.concept, merged.value = nodes[here].concept, phrases.text[node.start : nodes[here - 1].end]
    return merged, here + 1 - at


def _of_ministry(node: Node) -> bool:
    """Tell whether a role is that of a minister for something not told yet."""
    concept = node.concept
    return node.kind == "ROLE" and concept is not None and bool(concept.get("ministry")) and not concept.get("national") and not node.value


def _minister_of(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    node, here = nodes[at], at + 1
    if not _of_ministry(node) or here >= len(nodes):
        return None
    after = preposition(nodes[here], "gen", "about")
    here += after
    begin = here
    modifiers = bool(phrases.pack.settings["noun_modifiers"])
    while here < len(nodes) and here < at + _DOMAIN and _names_domain(phrases, nodes, here, capital=modifiers):
        if nodes[here].kind == "NAME" and here > begin and nodes[here - 1].kind == "WORD":
            break  # "Minister of Science and Higher Education A"
        here += 1
    while here > begin and nodes[here - 1].kind in ("CONJ", "COMMA"):
        here -= 1
    if here == begin or (modifiers and not after):
        return None
    merged = span(nodes[at:here], "ROLE", [], endings=node.endings)
    merged.concept, merged.value = node.concept, phrases.text[nodes[begin].start : nodes[here - 1].end]
    return merged, here - at


def _names_domain(phrases: Phrases, nodes: Sequence[Node], at: int, *, capital: bool) -> bool:
    """Tell whether a node may belong to what a minister is for."""
    node, following = nodes[at], nodes[at + 1] if at + 1 < len(nodes) else None
    if named(node, "CONJ", "and") or node.kind == "COMMA":
        joined = following is not None and following.kind in ("WORD", "NAME") and _names_domain(phrases, nodes, at + 1, capital=capital)
        return joined and (node.kind == "CONJ" or capital)
    if capital:
        return node.kind in ("NAME", "WORD", "TERRITORY", "DOCUMENT") and node.text[0].isupper()
    return node.kind in ("WORD", "DOCUMENT", "GROUP") and genitive(node)


def explained(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ROLE ( ROLE ): the same post in other words: "народный адвокат (омбудсмен)"."""
    if [n.kind for n in nodes[at + 1 : at + 4]] != ["LPAR", "ROLE", "RPAR"]:
        return None
    head = nodes[at] if nodes[at].kind == "ROLE" else nodes[at + 2]
    merged = span(nodes[at : at + 4], "ROLE", [], endings=head.endings, value=head.value)
    merged.concept, merged.text = head.concept, head.text
    return merged, 4


def former_post(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "former", "бывший" + role or post: one held before."""
    if not named(nodes[at], "WORD", "former") or at + 1 >= len(nodes) or nodes[at + 1].kind not in ("ROLE", "POST"):
        return None
    head = nodes[at + 1]
    merged = span(nodes[at : at + 2], head.kind, head.things, endings=head.endings, value=head.value)
    merged.concept = replace(head.concept, flags=(*head.concept.flags, ("former", "1"))) if head.concept else None
    for thing in head.things:
        thing.former = True
    return merged, 2


def post(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Role + "of" BODY, BODY + role: "Prosecutor General of Kazakhstan", "турецкий министр юстиции", "OTS Secretary General"."""
    node = nodes[at]
    if node.kind == "ROLE":
        here = complement(phrases, nodes, at)
        if here is None and _serves_at(phrases, nodes, at):
            here = at + 2
        if here is None or not _body(nodes[here]):
            return None
        head, owner, end = node, nodes[here], _with_seat(nodes, here)
    else:
        if at + 1 >= len(nodes) or nodes[at + 1].kind not in ("ROLE", "POST") or not modifies(phrases, node, nodes[at + 1]):
            return None
        if node.kind == "PLACE" and at and nodes[at - 1].kind == "PREP" and complement(phrases, nodes, at + 1) is not None:
            return None  # "received in Astana Ambassador of A B"
        head, owner, end = nodes[at + 1], node, at + 1
        if head.kind == "POST":
            return _outer_post(nodes, at)
        if not _body(owner) and owner.kind != "DEMONYM":
            return None
    bodies = owner.things
    if owner.kind == "GROUP":
        bodies = [Thing("state", owner.start, owner.end, kind="State", name=owner.text, rules=("host_country",))]
    unnamed = [body for body in bodies if _unnamed_part(phrases, body)]
    bodies = [whole for body in bodies for whole in (body.of if body in unnamed else _not_nameless(phrases, head, body))]
    things = [told_post(phrases, head, body) for body in bodies]
    if len(things) > 1:
        for thing in things:
            thing.plural = False
    for thing in things:
        if (head.concept is not None and head.concept.get("head")) or (unnamed and thing.kind.endswith("Director")):
            rank = "Deputy" if thing.kind.startswith("Deputy") else ""
            thing.kind = f"{rank}HeadOfDepartment" if unnamed or _department(phrases, thing) else _of_head(phrases, thing)
        if (
            phrases.pack.dictionary is not None
            and thing.kind.endswith("Director")
            and any(b in whole.of for whole in owner.things for b in thing.of)
        ):
            thing.kind = thing.kind.replace("Director", "HeadOfDepartment")  # "директор департамента Минюста"
        thing.kind = _of_school(thing) if phrases.pack.dictionary is not None else thing.kind
        thing.start, thing.end = min(node.start, head.start), nodes[end].end
        for body in thing.of:
            if body.start > body.end:
                body.start, body.end = thing.start, thing.end
    return span(nodes[at : end + 1], "POST", things, endings=head.endings), end + 1 - at


def _with_seat(nodes: Sequence[Node], at: int) -> int:
    """Return where a body ends whose name goes on with its seat: "attaché at the Embassy of Georgia in Baku"."""
    end = at
    while len(nodes[at].things) == 1 and end + 1 < len(nodes) and nodes[end + 1].start < nodes[at].things[0].end:
        end += 1
    return end


def _of_school(told: Thing) -> str:
    """Return the role of one who is called as the head of a department is: of an academy he is the rector."""
    whole = told.of[0] if told.kind == "HeadOfDepartment" and told.of else None
    school = whole is not None and whole.kind in ("TrainingInstitution", "University") and whole.rules[:1] != ("part_of_body",)
    return "Rector" if school else told.kind


def _of_head(phrases: Phrases, told: Thing) -> str:
    """Return the role of one who heads a body, or is the deputy of who does, by its kind: "глава Минюста" is a minister."""
    whole = told.of[0] if told.kind in ("Director", "DeputyDirector") and told.of and told.of[0].sort == "org" else None
    if whole is None:
        return told.kind
    if whole.path.startswith("organization/cabinet-") and whole.of and whole.of[0].sort == "state":
        told.of = list(whole.of[:1])  # who heads a government is the state's prime minister
        return "PrimeMinister" if told.kind == "Director" else "VicePremier"
    role = HEADS.get(whole.kind) or _of_committee(phrases, whole)
    if role is None or told.kind == "Director":
        return role or told.kind
    return deputy_rank(Concept("role", "Deputy", (("deputy", "1"),)), Concept("role", role)).name


def _of_committee(phrases: Phrases, body: Thing) -> str | None:
    """Return the role of one who heads a committee: he is its chairman."""
    name = phrases.pack.fold(body.tail or body.name or phrases.text[body.start : body.end])
    words = name.partition(" of ")[0].split()
    sits = not body.path and bool({"committee", "commission"} & set(words))
    elects = (body.kind == "Organization" or not body.path) and bool({w.removesuffix("s") for w in name.split()} & _ELECTING)
    return "Chairperson" if sits or (elects and bool(phrases.pack.settings["elected_heads"])) else None


def _unnamed_part(phrases: Phrases, body: Thing) -> bool:
    """Tell whether a body is a department without a name of its own: "the ministry's legal department" is but a part of the ministry."""
    part = body.rules[:1] == ("part_of_body",) and bool(body.of)
    return bool(part) and body.tail.islower() and _is_department(phrases, body.tail)


def _is_department(phrases: Phrases, words: str) -> bool:
    return bool({word for text in words.split() for word in phrases.pack.stems(text)} & set(phrases.pack.settings["departments"]))


def _not_nameless(phrases: Phrases, head: Node, body: Thing) -> list[Thing]:
    """Return the body of which a department without a name of its own is a part: "начальник отдела Генпрокуратуры"."""
    if (
        phrases.pack.dictionary is None
        or head.concept is None
        or not head.concept.name.endswith(("HeadOfDepartment", "Director"))
        or not body.of
    ):
        return [body]
    words = phrases.text[body.start : body.end].split()
    department = set(phrases.pack.stems(words[0])) & set(phrases.pack.settings["departments"])
    nameless = len(words) > 1 and words[0].islower() and words[1][0].isupper() and bool(department)
    return list(body.of) if nameless else [body]


def _copula(phrases: Phrases, node: Node) -> bool:
    """Tell whether a node says that somebody is what follows: "is now an adviser at", "serves as"."""
    words = phrases.pack.fold(node.text).split()
    return preposition(node, "as") or (node.kind == "VERB" and bool(words) and words[0] in phrases.pack.settings["copula"])


def _serves_at(phrases: Phrases, nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a role is told with a preposition of place: several "from the member states", one in apposition "at the Registry"."""
    if at + 2 >= len(nodes) or nodes[at + 1].kind != "PREP" or nodes[at].concept is None:
        return False
    body = nodes[at + 2]
    if preposition(nodes[at + 1], "abl") and nodes[at].plural():
        return body.kind == "MEMBERS"
    if preposition(nodes[at + 1], "abl") and body.kind in ("STATE", "ORG") and at > 0 and nodes[at - 1].kind in ("COMMA", "WORD", "LPAR"):
        return len(body.things) == 1
    before = at - 1
    while before > 0 and nodes[before].kind in ("WORD", "PARTICLE") and nodes[before].text.islower():
        before -= 1
    if body.kind == "ORG" and _holder_after(nodes, _with_seat(nodes, at + 2) + 1) and _within(phrases, nodes, at):
        return True
    there = preposition(nodes[at + 1], "loc") or nodes[at + 1].text.lower() == "with" or _within(phrases, nodes, at)
    return there and body.kind == "ORG" and before >= 0 and (nodes[before].kind in _BEFORE_POST or _copula(phrases, nodes[before]))


def _holder_after(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether who holds a post is named here: "a prosecutor from the Office A", "the professor at the University, A,"."""
    at += at + 1 < len(nodes) and nodes[at].kind == "COMMA"
    return at < len(nodes) and nodes[at].kind in ("NAME", "PERSON") and " " in nodes[at].text


def _within(phrases: Phrases, nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a preposition may stand between a role and the body in which it is held: a judge "on the Court"."""
    if not phrases.pack.settings["fixed_order"]:
        return preposition(nodes[at + 1], "loc")
    word, body = nodes[at + 1].text.lower(), nodes[at + 2]
    return word in ("at", "in", "from", "with", "within") or (word == "on" and body.things[:1] != [] and body.things[0].kind in _BENCHES)


def _department(phrases: Phrases, post_: Thing) -> bool:
    """Tell whether a post is told in a department of a body; "office" is the noun of whole bodies too."""
    if post_.of and _whole(phrases, post_.of[0]):
        return False
    words = {word for body in post_.of for word in phrases.pack.stems(body.tail or body.name or phrases.text[body.start : body.end])}
    return any(body.sort == "org" for body in post_.of) and bool(words & set(phrases.pack.settings["departments"]))


def _whole(phrases: Phrases, body: Thing) -> bool:
    """Tell whether a body is no department though its name ends as one's does: a national office, or an office of its own abroad."""
    office = body.path.removeprefix("organization/").rpartition("-")[0]
    if body.national not in ("", "part") or (office and f"office-kind/{office}" in phrases.reference):
        return True
    named_ = (body.tail or body.name or phrases.text[body.start : body.end]).partition(" of ")[0]
    return named_.split()[-1:] == ["Office"] or "Office in " in body.name


def _body(node: Node) -> bool:
    """Tell whether a role may be held in what a node speaks of."""
    if named(node, "GROUP", "states"):
        return not many(node)
    return node.kind in _BODIES and bool(node.things)


def _outer_post(nodes: Sequence[Node], at: int) -> Built:
    """Put together STATE + a post told with a body that has no state yet."""
    node, head = nodes[at], nodes[at + 1]
    if node.kind not in ("STATE", "DEMONYM") or len(head.things) != 1 or not head.things[0].of:
        return None
    body = head.things[0].of[0]
    if body.sort != "org" or body.of or body.path:
        return None
    body.of = [node.things[-1]]
    return span(nodes[at : at + 2], "POST", head.things, endings=head.endings), 2


def state_of_post(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """POST in a body that each state has + "of" STATE: whose body it is: "Supreme Court Judge of Kazakhstan"."""
    node, here = nodes[at], complement(phrases, nodes, at)
    if here is None or nodes[here].kind != "STATE" or len(nodes[here].things) != 1 or len(node.things) != 1 or not node.things[0].of:
        return None
    body, state = node.things[0].of[0], nodes[here].things[0]
    if body.rules[:1] != ("lone_office",) or not body.national or body.of:
        return None
    node.things[0].of = [office_of(state, body.national, state.end)]
    return span(nodes[at : here + 1], "POST", node.things, endings=node.endings), here + 1 - at


def accredited(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """An ambassador "to" STATE, "в" STATE: where he is sent is not whose he is."""
    node = nodes[at]
    kinds = [thing.kind for thing in node.things] if node.kind == "POST" else [node.concept.name if node.concept else ""]
    if (
        not {"Ambassador", "Representative", "Adviser", "Commissioner", "Member"} & set(kinds)
        or at + 2 >= len(nodes)
        or nodes[at + 1].kind != "PREP"
        or nodes[at + 2].kind not in (("STATE", "ORG", "POST") if kinds == ["Adviser"] else ("STATE", "ORG", "GROUP", "PLACE", "AREA"))
    ):
        return None
    if preposition(nodes[at + 1], "gen") or owns_next(nodes, at + 2):
        return None
    if "Member" in kinds:
        state = nodes[at + 2]
        if node.kind != "ROLE" or state.kind != "STATE" or nodes[at + 1].text.lower() != "for" or len(state.things) != 1:
            return None
        return span(nodes[at : at + 3], "POST", [told_post(phrases, node, state.things[0])], endings=node.endings), 3
    if node.kind == "ROLE" and kinds == ["Adviser"]:
        return adviser_to(phrases, nodes, at)
    if node.kind == "ROLE" and kinds in (["Commissioner"], ["Representative"]):
        case = in_prepositional_case(nodes[at + 1], nodes[at + 2])
        of_body = nodes[at + 2].kind == "ORG" and preposition(nodes[at + 1], "dat")
        if case == "loc" if kinds == ["Commissioner"] else of_body:
            things = [told_post(phrases, node, body) for body in nodes[at + 2].things]
            return span(nodes[at : at + 3], "POST", things, endings=node.endings), 3
        if kinds == ["Representative"]:
            return None
    merged = span(nodes[at : at + 3], node.kind, node.things, endings=node.endings, value=node.value)
    merged.concept = node.concept
    if node.things:
        node.things[0].inner.extend(nodes[at + 2].things)
    return merged, 3
