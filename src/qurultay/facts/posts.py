"""Rules of noun phrases about posts: roles, deputies of roles, and the body in which a role is held."""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.phrases import Built, Phrases, bare, governed, named, owned, span, unmarked
from qurultay.mentions.nodes import Node, Thing
from qurultay.terms import office_path

__all__ = [
    "HEADS",
    "office_of",
    "post",
    "post_beside",
    "state_of",
    "told_post",
]

HEADS = {
    "ProsecutorsOffice": "ProsecutorGeneral",
    "Ministry": "Minister",
    "University": "Rector",
    "Court": "President",
    "Council": "Chairperson",
    "Parliament": "Chairperson",
}
"""The roles of those who head bodies of a kind; of other kinds they are directors."""


_NEXT = 12
"""Within how many characters the next word after a town is looked for."""
_DUTY = 4
"""Within how many nodes after a place of duty the role stands."""
_LOCAL = {"pgo": "ProsecutorsOffice", "parliament": "Parliament", "moj": "Ministry", "mfa": "Ministry", "mia": "Ministry"}
"""The classes of the offices of a place by the kind of office; of other kinds they are bodies of government."""


def post(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """BODY + role: "Türk Dövlətləri Təşkilatının baş katibi", "Türkiyə, Özbəkistan və Qazaxıstanın ədliyyə nazirləri"."""
    node = nodes[at]
    if node.kind == "GROUP":
        return _host_post(phrases, nodes, at)
    if node.kind == "AREA":
        return _local_post(phrases, nodes, at)
    if node.kind == "DEMONYM":
        return _national_post(phrases, nodes, at)
    if node.kind not in ("STATE", "ORG", "PLACE", "MEMBERS") or not governed(node) or at + 1 >= len(nodes):
        return None
    head_at = at + 1
    about = next((i for i in range(at + 1, min(len(nodes), at + 6)) if named(nodes[i], "RELATION", "about")), at)
    if (
        node.kind == "STATE"
        and head_at + 1 < len(nodes)
        and nodes[head_at].kind == "ORG"
        and named(nodes[head_at + 1], "RELATION", "beside")
    ):
        head_at += 2
    while (
        head_at < len(nodes)
        and head_at <= at + 7
        and (
            _passed_over(nodes[head_at])
            or _qualifies(node, nodes[head_at])
            or _of_duty(node, nodes, head_at)
            or (head_at < about and nodes[head_at].kind in ("NAME", "PLACE", "STATE", "WORD", "CONJ"))
        )
    ):
        head_at += 1
    if head_at >= len(nodes) or nodes[head_at].kind not in ("ROLE", "POST"):
        return None
    head = nodes[head_at]
    within = head.concept is not None and bool(head.concept.get("within"))
    if not head.owned() and not within:
        return None
    if head.kind == "POST":
        return _outer_post(nodes, at, head_at)
    if named(head, "ROLE", "Ambassador") and bare(node) and head_at == at + 1 and (seated := _seated(phrases, nodes, at)) is not None:
        return seated
    things = [told_post(phrases, head, body) for body in node.things]
    national = head.concept is not None and head.concept.get("national") and nodes[head_at - 1].kind == "TERRITORY"
    if any(n.kind == "NAME" for n in nodes[at + 1 : head_at]) and not national and node.kind == "STATE" and about == at:
        for thing, state in zip(things, node.things, strict=True):
            thing.of = [state]
    if len(things) > 1:
        for thing in things:
            thing.plural = False
    endings = owned(head) or head.endings
    return span(nodes[at : head_at + 1], "POST", things, endings=endings), head_at + 1 - at


def _seated(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Put together SEAT + ambassador: of the state in the genitive before it, or the home state's where the seat is a city abroad."""
    seat, head = nodes[at], nodes[at + 1]
    if at > 0 and nodes[at - 1].kind == "STATE" and nodes[at - 1].has("gen") and not nodes[at - 1].has("nom"):
        merged = span(nodes[at : at + 2], "ROLE", [], endings=owned(head))
        merged.concept = head.concept
        return merged, 2
    place = phrases.reference.get(seat.things[0].path) if seat.kind == "PLACE" and len(seat.things) == 1 and seat.things[0].path else None
    home = f"state/{phrases.pack.home}"
    if place is None or place.state == home:
        return None
    sender = Thing("state", seat.start, seat.end, path=home, kind="State", definite=False)
    return span(nodes[at : at + 2], "POST", [told_post(phrases, head, sender)], endings=owned(head)), 2


def _host_post(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Put together "ölkənin" + role: a post of the state that is spoken of."""
    node = nodes[at]
    if named(node, "GROUP", "states") and node.has("gen") and not node.plural() and at + 1 < len(nodes) and nodes[at + 1].kind == "ROLE":
        host = Thing("state", node.start, node.end, kind="State", rules=("host_country",))
        return span(nodes[at : at + 2], "POST", [told_post(phrases, nodes[at + 1], host)], endings=owned(nodes[at + 1])), 2
    return None


def _national_post(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Put together "Azerbaycanlı" + role: a post of that state, of each state where several are told ("Kazak ve Kırgız hâkimler")."""
    head = nodes[at + 1] if at + 1 < len(nodes) else None
    role = head.concept if head is not None and head.kind == "ROLE" else None
    if (
        head is None
        or role is None
        or not role.name
        or role.get("deputy")
        or (not head.has("nom") and head.owned())
        or not nodes[at].things
    ):
        return None
    return span(nodes[at : at + 2], "POST", [told_post(phrases, head, state) for state in nodes[at].things], endings=head.endings), 2


def _local_post(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Put together "rayon" + prosecutor: a post of the office in the place told last."""
    node = nodes[at]
    if (
        node.kind == "AREA"
        and at + 1 < len(nodes)
        and named(nodes[at + 1], "ROLE", "Prosecutor")
        and nodes[at + 1].owned()
        and node.has("nom")
    ):
        office = Thing(
            "org",
            node.start,
            nodes[at + 1].end,
            kind="ProsecutorsOffice",
            name=f"{node.text} {phrases.pack.settings['office_of_role']['local']}",
            rules=("office_of_last_place",),
        )
        role = told_post(phrases, nodes[at + 1], None)
        role.of, role.start = [office], node.start
        return span(nodes[at : at + 2], "POST", [role], endings=nodes[at + 1].endings), 2
    return None


def _outer_post(nodes: Sequence[Node], at: int, head_at: int) -> Built:
    """Put together STATE + a post told with its body: the state is that of the body."""
    node, head = nodes[at], nodes[head_at]
    if (
        len(head.things) != 1
        or any(b.sort == "state" for b in head.things[0].of)
        or node.kind != "STATE"
        or not head.things[0].of
        or head.things[0].of[0].of
        or (head.things[0].of[0].path and not node.has("gen"))
    ):
        return None
    head.things[0].of[0].of = [node.things[-1]]
    return span(nodes[at : head_at + 1], "POST", head.things), head_at + 1 - at


def _qualifies(body: Node, node: Node) -> bool:
    """Tell whether a node may be a part of a title with a name of its own: "İtaliyanın Milli Antimafiya prokuroru"."""
    return (
        body.kind == "STATE"
        and body.has("gen")
        and (named(node, "CONJ", "and") or (node.kind in ("NAME", "TERRITORY") and node.text[0].isupper() and unmarked(node)))
    )


def _of_duty(body: Node, nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a node says where one serves an international body: "UNDP Gürcistan Temsilcisi", "TİKA Tiflis Program Koordinatörü"."""
    served = body.kind == "ORG" and body.has("nom") and body.things[-1].path and body.things[-1].kind not in ("Embassy", "NewsAgency")
    national = served and body.things[-1].path.rpartition("-")[2] in ("", body.things[-1].path)
    head = next((n for n in nodes[at : at + _DUTY] if n.kind == "ROLE"), None)
    serves = head is not None and head.concept is not None and head.concept.name in ("Representative", "HeadOfDepartment", "Director")
    if not served or not national or not serves or not nodes[at].text[0].isupper():
        return False
    if nodes[at].kind in ("STATE", "PLACE"):
        return unmarked(nodes[at])
    return nodes[at - 1].kind in ("STATE", "PLACE") and nodes[at].kind in ("EVENT", "NAME", "WORD", "AREA") and unmarked(nodes[at])


def _passed_over(node: Node) -> bool:
    """What may stand between a body and the role in it: a place of duty, an area, an adjective."""
    if node.kind in ("STATE", "PLACE", "GROUP"):
        return node.has("rel")
    if node.kind in ("PARTICLE", "NUMBER"):
        return node.has("nom")
    if node.kind == "WORD":
        return node.text.islower() and ((node.has("nom") and not node.owned()) or node.plain())
    if node.kind == "RELATION":
        return node.concept is not None and node.concept.name == "about"
    if node.kind == "ORDINAL" and not node.endings:
        return True  # "Danıştay 5. Daire Başkanı"
    return node.kind in ("AREA", "ORDINAL", "TITLE", "TERRITORY") and node.has("nom") and not (node.kind == "TERRITORY" and node.owned())


def post_beside(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """COURT "yanında" + national role: "Türkiyənin Ali Məhkəməsi yanında Baş prokuror" heads the office of the court's state."""
    node, last = nodes[at], at + 3 if [n.kind for n in nodes[at + 2 : at + 3]] == ["TERRITORY"] else at + 2
    if last >= len(nodes) or nodes[last].kind != "ROLE" or not named(nodes[at + 1], "RELATION", "beside") or len(node.things) != 1:
        return None
    role, body = nodes[last], node.things[0]
    state = state_of(phrases, body)
    if role.concept is None or not role.concept.get("national") or state is None:
        return None
    return span(nodes[at : last + 1], "POST", [told_post(phrases, role, state)], endings=role.endings), last + 1 - at


def told_post(phrases: Phrases, head: Node, body: Thing | None) -> Thing:
    """Return the post that a role tells in ``body``: "baş prokuror" of a state heads its office, not the state."""
    concept = head.concept
    role = concept.name if concept else ""
    plural = any(e.plural for e in head.endings) and not any(not e.plural for e in head.endings)
    thing = Thing("post", head.start, head.end, kind=role, rules=("post",), plural=plural)
    if concept is None:
        return thing
    thing.former = bool(concept.get("former"))
    national = concept.get("national")
    if body is not None and body.sort == "state":
        if concept.get("state"):
            thing.kind = concept.get("state") if concept.get("state") != "1" else role
            thing.of = [body]
        elif national:
            thing.kind = (concept.get("of_state") if head.text[:1].isupper() else "") or role
            thing.of = [office_of(body, national, head.end)]
            thing.of[0].name = _ministry_called(phrases, body, head)
        elif concept.get("ministry") and head.value:
            thing.of = [_ministry(phrases, body, head)]
        else:
            thing.of, thing.kind = [body], concept.get("of_state") or role
        thing.start = min(body.start, head.start)
    elif body is not None and body.sort == "place" and role == "Member" and (state := _state_of_place(phrases, body)) is not None:
        thing.of, thing.start = [office_of(state, national, head.end) if national else body], body.start
    elif body is not None and body.sort == "place" and (national or role == "Prosecutor"):
        start, end = min(body.start, head.start), max(body.end, head.end)
        thing.of = [
            Thing(
                "org",
                start,
                end,
                kind=_LOCAL.get(national, "GovernmentBody"),
                name=_local_name(phrases, body, head),
                of=[body],
                rules=("local_office",),
            )
        ]
        thing.start = start
    elif body is not None:
        thing.of = [body]
        thing.start = min(body.start, head.start)
        if body.kind == "Embassy" and concept.get("embassy"):
            thing.kind = concept.get("embassy")
        if role == "Chairperson" and body.kind in phrases.pack.settings["presidents"]:
            thing.kind = "President"
    else:
        thing.tail = "told" if concept.get("told") else ""
        thing.national = national or ("state" if concept.get("state") else "ministry" if head.value else "")
        thing.name = head.value
        if national or head.value:
            thing.aliases = []
    if concept.get("ministry") and head.value and body is None:
        thing.of = [_ministry(phrases, None, head)]
    return thing


def _ministry_called(phrases: Phrases, state: Thing, head: Node) -> str:
    """Return what a text that tells of a minister calls the ministry: "Kyrgyz Interior Ministry", "Ministry of Justice of Georgia"."""
    noun = phrases.pack.settings["ministry_of_minister"]
    if noun and head.concept is not None and head.concept.get("national") == "ombudsman":
        start, end = min(state.start, head.start), max(state.end, head.end)
        return phrases.pack.bare_name(phrases.text[start:end])  # the institution is called as who heads it
    words = phrases.text[head.start : head.end].split()
    at = next((i for i, word in enumerate(words) if noun and word.lower() == noun[0]), None)
    if noun is None or at is None:
        return ""
    name = " ".join([*([] if words[at + 1 :] else words[at - 1 : at]), noun[1], *words[at + 1 :]])
    owner = phrases.pack.bare_name(phrases.text[state.start : state.end])
    return f"{owner} {name}" if state.start < head.start else f"{name} of {owner}"


def _state_of_place(phrases: Phrases, place: Thing) -> Thing | None:
    """Return the state in which a known place lies."""
    known = phrases.reference.get(place.path) if place.path else None
    if known is None or not known.state.startswith("state/"):
        return None
    return Thing("state", place.start, place.end, path=known.state, kind="State", definite=False)


def _local_name(phrases: Phrases, place: Thing, head: Node) -> str:
    """Return the name of the local office that a role heads: the place, and the office of that role."""
    between = phrases.pack.fold(phrases.text[place.end : head.start]).split()
    several = any(c.category == "conj" for word in between for c in phrases.pack.nouns.get(word, ()))
    before = phrases.text[place.start : place.end if several else head.start].strip()
    after = _after(phrases, place, head)
    title = phrases.text[head.start : head.end].split()
    national = head.concept.get("national") or "pgo" if head.concept else ""
    kind = [word for word in title if word.lower() in phrases.pack.settings["local_offices"]]
    offices = phrases.pack.settings["office_of_role"]
    office = offices.get("local" if national == "pgo" else national, "")
    if national == "pgo" and head.concept and head.concept.name == "Prosecutor" and len(title) == 1 and _abroad(phrases, place):
        office = offices.get("local_abroad", office)
    own = title[:-1] if national == "parliament" and len(title) > 1 else title  # "Meclisi Başkanı" heads "Meclisi"
    return " ".join(f"{before} {' '.join(kind)} {office or ' '.join(own)} {after}".split())


def _after(phrases: Phrases, place: Thing, head: Node) -> str:
    """Return the words after a role that tell its town: "города Гянджа"; of several towns each is told by its own name only."""
    told = phrases.text[head.end : place.end].strip()
    words = phrases.pack.fold(phrases.text[head.end : place.start]).split()
    following = phrases.pack.fold(phrases.text[place.end : place.end + _NEXT]).split()[:1]
    listed = any(c.category == "conj" for word in (*words, *following) for c in phrases.pack.nouns.get(word, ()))
    return phrases.text[place.start : place.end] if listed and place.start > head.end else told


def _abroad(phrases: Phrases, place: Thing) -> bool:
    """Tell whether a place lies in another state than that from which the article speaks."""
    state = _state_of_place(phrases, place)
    return state is not None and state.path != f"state/{phrases.pack.home}"


def office_of(state: Thing, national: str, end: int) -> Thing:
    """Return the national office of a state that a role belongs to."""
    path = office_path(national, state.path) if state.path else ""
    kind = {"pgo": "ProsecutorsOffice", "moj": "Ministry", "mfa": "Ministry", "mia": "Ministry"}.get(national, "Organization")
    start, end = min(state.start, end), max(state.end, end)
    return Thing("org", start, end, path=path, kind=kind, national=national, of=[state], rules=("office_of_role",), definite=False)


def state_of(phrases: Phrases, body: Thing) -> Thing | None:
    """Return the state of a body, told with it or known of it; None where it is neither."""
    if body.sort == "state":
        return body
    if body.of and body.of[0].sort == "state":
        return body.of[0]
    known = phrases.reference.get(body.path) if body.path else None
    if known is None or not known.state.startswith("state/"):
        return None
    return Thing("state", body.start, body.end, path=known.state, kind="State", definite=False)


def _ministry(phrases: Phrases, state: Thing | None, head: Node) -> Thing:
    """Return the ministry that a minister's title names, of a state or of the home state."""
    noun = phrases.pack.settings["office_of_role"]["ministry"]
    domain = head.value
    name = noun.format(domain) if "{}" in noun else f"{domain} {noun}"
    office = phrases.offices.get(phrases.pack.fold(name))
    home = f"state/{phrases.pack.home}" if phrases.pack.home else ""
    whose = state.path if state is not None else home
    if office and whose:
        return Thing(
            "org",
            head.start,
            head.end,
            path=office_path(office, whose),
            kind="Ministry",
            national=office,
            of=[state] if state else [],
            rules=("office_of_role",),
            definite=False,
        )
    if office and state is not None:
        start, end = min(state.start, head.start), max(state.end, head.end)
        return Thing("org", start, end, kind="Ministry", national=office, of=[state], rules=("office_of_role",), definite=False)
    return Thing(
        "org",
        head.start,
        head.end,
        kind="Ministry",
        name=name,
        of=[state] if state else [],
        rules=("ministry_of_minister",),
        national="" if state else "home",
    )
