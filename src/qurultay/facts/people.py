"""Rules of noun phrases about people: posts, title chains, names, delegations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qurultay.facts.phrases import Built, Phrases, governed, span
from qurultay.mentions.nodes import Node, Thing

__all__ = ["ambiguous_role", "delegation", "department_role", "domain_role", "guest_name", "late_body", "nested_role", "person", "person_name", "post", "respectively", "shared_head"]


_DEGREES = frozenset({"Professor", "AssociateProfessor"})


def _named(node: Node, category: str, name: str = "") -> bool:
    return node.kind == category and node.concept is not None and (not name or node.concept.name == name)


def ambiguous_role(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ORDINAL + role: "birinci müavin" and the like stand in the lexicon; any other ordinal is passed over."""
    if nodes[at].kind == "ORDINAL" and at + 1 < len(nodes) and nodes[at + 1].kind == "ROLE" and nodes[at + 1].text[0].isupper() is False:
        merged = span(nodes[at : at + 2], "ROLE", [])
        merged.concept = nodes[at + 1].concept
        return merged, 2
    return None


def nested_role(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ROLE + deputy: "baş katibin müavini", "sədr müavini"."""
    if nodes[at].kind != "ROLE" or at + 1 >= len(nodes):
        return None
    here = at + 1
    if nodes[here].kind == "WORD" and nodes[at].has("gen") and here + 1 < len(nodes) and any(e.case == "nom" and not e.possessive for e in nodes[here].endings):
        here += 1
    if nodes[here].kind != "ROLE":
        return None
    chief, deputy = nodes[at], nodes[here]
    if chief.concept is None or deputy.concept is None or not governed(chief) or not deputy.owned():
        return None
    merged = span(nodes[at : here + 1], "ROLE", [])
    if not deputy.concept.get("deputy"):
        if deputy.concept.name != "Adviser" or not chief.has("gen"):
            return None
        merged.concept = replace(chief.concept, name="Adviser", flags=tuple(f for f in chief.concept.flags if f[0] != "state"))
        return merged, here + 1 - at
    first = deputy.concept.name.startswith("First")
    base = chief.concept.name
    name = f"First{'Deputy'}{base}" if first and base == "ProsecutorGeneral" else {"President": "VicePresident", "Rector": "ViceRector"}.get(base, f"Deputy{base}")
    merged.concept = replace(chief.concept, name=name, flags=tuple(f for f in chief.concept.flags if f[0] != "state"))
    merged.value = chief.value
    return merged, here + 1 - at


def department_role(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "şöbə rəisi", "idarə rəisinin müavini": the head of a department of the body spoken of."""
    node = nodes[at]
    if node.kind != "OFFICE" or node.concept is None or node.concept.name != "GovernmentBody" or node.owned() or not node.has("nom") or at + 1 >= len(nodes):
        return None
    head = nodes[at + 1]
    if head.kind != "ROLE" or head.concept is None or not head.concept.name.endswith("HeadOfDepartment") or not head.owned():
        return None
    merged = span(nodes[at : at + 2], "ROLE", [])
    merged.concept = head.concept
    return merged, 2


def domain_role(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Words + minister: "mədəniyyət naziri", "rəqəmsal inkişaf və nəqliyyat naziri"; the body is the ministry so called."""
    if at + 1 >= len(nodes) or nodes[at].kind not in ("WORD", "NAME", "TERRITORY") or not any(e.case == "nom" and not e.possessive for e in nodes[at].endings):
        return None
    if at > 0 and nodes[at - 1].kind in ("WORD", "NAME") and any(e.case == "nom" and not e.possessive for e in nodes[at - 1].endings) and nodes[at - 1].text.islower():
        return None
    if nodes[at].kind == "NAME" and phrases.family_name(nodes[at]):
        return None
    head_at = at + 1
    while head_at < len(nodes) and head_at < at + 5 and (nodes[head_at].kind in ("WORD", "NAME") and nodes[head_at].has("nom") or _named(nodes[head_at], "CONJ", "and")):
        head_at += 1
    if head_at >= len(nodes) or nodes[head_at].kind != "ROLE":
        return None
    concept = nodes[head_at].concept
    if concept is None or not concept.get("ministry") and concept.name not in ("Minister",) or concept.get("national") or not nodes[head_at].owned():
        return None
    merged = span(nodes[at : head_at + 1], "ROLE", [])
    merged.concept = concept
    merged.value = phrases.text[nodes[at].start : nodes[head_at - 1].end]
    return merged, head_at + 1 - at


def post(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """BODY + role: "Türk Dövlətləri Təşkilatının baş katibi", "Türkiyə, Özbəkistan və Qazaxıstanın ədliyyə nazirləri"."""
    node = nodes[at]
    if _named(node, "GROUP", "states") and node.has("gen") and not node.plural() and at + 1 < len(nodes) and nodes[at + 1].kind == "ROLE":
        host = Thing("state", node.start, node.end, kind="State", rules=("host_country",))
        return span(nodes[at : at + 2], "POST", [told_post(phrases, nodes[at + 1], host)], endings=tuple(e for e in nodes[at + 1].endings if e.possessive)), 2
    if node.kind == "AREA" and at + 1 < len(nodes) and _named(nodes[at + 1], "ROLE", "Prosecutor") and nodes[at + 1].owned() and node.has("nom"):
        office = Thing("org", node.start, nodes[at + 1].end, kind="ProsecutorsOffice", name=f"{node.text} {phrases.pack.settings['office_of_role']['local']}", rules=("office_of_last_place",))
        role = told_post(phrases, nodes[at + 1], None)
        role.of, role.start = [office], node.start
        return span(nodes[at : at + 2], "POST", [role], endings=nodes[at + 1].endings), 2
    if node.kind not in ("STATE", "ORG", "PLACE", "MEMBERS") or not governed(node) or at + 1 >= len(nodes):
        return None
    head_at = at + 1
    about = next((i for i in range(at + 1, min(len(nodes), at + 6)) if _named(nodes[i], "RELATION", "about")), at)
    if node.kind == "STATE" and head_at + 1 < len(nodes) and nodes[head_at].kind == "ORG" and _named(nodes[head_at + 1], "RELATION", "beside"):
        head_at += 2
    while head_at < len(nodes) and head_at <= at + 7 and (_passed_over(nodes[head_at]) or head_at < about and nodes[head_at].kind in ("NAME", "PLACE", "STATE", "WORD", "CONJ")):
        head_at += 1
    if head_at >= len(nodes) or nodes[head_at].kind not in ("ROLE", "POST"):
        return None
    head = nodes[head_at]
    if not head.owned():
        return None
    if head.kind == "POST":
        if len(head.things) != 1 or any(b.sort == "state" for b in head.things[0].of) or node.kind != "STATE" or not head.things[0].of or head.things[0].of[0].of:
            return None
        head.things[0].of[0].of = [node.things[-1]]
        return span(nodes[at : head_at + 1], "POST", head.things), head_at + 1 - at
    things = [told_post(phrases, head, body) for body in node.things]
    if len(things) > 1:
        for thing in things:
            thing.plural = False
    endings = tuple(e for e in head.endings if e.possessive)
    return span(nodes[at : head_at + 1], "POST", things, endings=endings), head_at + 1 - at


def late_body(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """BODY-GEN + a clause + role + NAME: "Qazaxıstanın iyulda vəzifəyə başlamış baş prokuroru" X."""
    node = nodes[at]
    if node.kind not in ("STATE", "ORG") or not node.has("gen") or len(node.things) != 1 or at + 1 >= len(nodes):
        return None
    holder = nodes[at + 1]
    if holder.kind != "PERSON" or not holder.clauses or len(holder.things) != 1 or not holder.things[0].posts or holder.things[0].posts[0].of:
        return None
    post_, body = holder.things[0].posts[0], node.things[0]
    post_.start = body.start
    if body.sort == "state" and post_.national not in ("", "state", "ministry"):
        iso = body.path.partition("/")[2].lower()
        path = f"organization/{post_.national}-{iso}"
        post_.of = [Thing("org", body.start, post_.end, path=path, national=post_.national, of=[body], rules=("office_of_role",), definite=False)]
    else:
        post_.of = [body]
    return span(nodes[at : at + 2], "PERSON", holder.things, endings=holder.endings), 2


def _passed_over(node: Node) -> bool:
    """What may stand between a body and the role in it: a place of duty, an area, an adjective."""
    if node.kind in ("STATE", "PLACE"):
        return node.has("rel")
    if node.kind == "WORD":
        return node.text.islower() and any(e.case == "nom" for e in node.endings)
    if node.kind == "RELATION":
        return node.concept is not None and node.concept.name == "about"
    return node.kind in ("AREA", "ORDINAL", "TITLE") and node.has("nom")


def told_post(phrases: Phrases, head: Node, body: Thing | None) -> Thing:
    concept = head.concept
    role = concept.name if concept else ""
    plural = any(e.plural for e in head.endings) and not any(not e.plural for e in head.endings)
    thing = Thing("post", head.start, head.end, kind=role, rules=("post",), plural=plural)
    if concept is None:
        return thing
    national = concept.get("national")
    if body is not None and body.sort == "state":
        if concept.get("state"):
            thing.kind = concept.get("state") if concept.get("state") != "1" else role
            thing.of = [body]
        elif national:
            thing.of = [_office(body, national, head)]
        elif concept.get("ministry") and head.value:
            thing.of = [_ministry(phrases, body, head)]
        else:
            thing.of = [body]
        thing.start = body.start
    elif body is not None and body.sort == "place" and national:
        name = phrases.text[body.start : head.start].strip()
        thing.of = [Thing("org", body.start, head.end, kind="ProsecutorsOffice", name=_local_name(phrases, name, head), of=[body], rules=("local_office",))]
        thing.start = body.start
    elif body is not None:
        thing.of = [body]
        thing.start = min(body.start, head.start)
        if role == "Chairperson" and body.kind == "Court":
            thing.kind = "President"
    else:
        thing.national = national or ("state" if concept.get("state") else "ministry" if head.value else "")
        thing.name = head.value
        if national or head.value:
            thing.aliases = []
    if concept.get("ministry") and head.value and body is None:
        thing.of = [_ministry(phrases, None, head)]
    return thing


def _local_name(phrases: Phrases, before: str, head: Node) -> str:
    title = phrases.text[head.start : head.end].split()
    office = phrases.pack.settings["office_of_role"].get(head.concept.get("national") if head.concept else "", "")
    return f"{before} {office}".strip() if office else f"{before} {' '.join(title)}"


def _office(state: Thing, national: str, head: Node) -> Thing:
    kind = {"pgo": "ProsecutorsOffice", "moj": "Ministry", "mfa": "Ministry", "mia": "Ministry"}.get(national, "Organization")
    iso = state.path.partition("/")[2].lower()
    return Thing("org", state.start, head.end, path=f"organization/{national}-{iso}" if iso else "", kind=kind, national=national, of=[state], rules=("office_of_role",), definite=False)


def _ministry(phrases: Phrases, state: Thing | None, head: Node) -> Thing:
    noun = phrases.pack.settings["office_of_role"]["ministry"]
    domain = head.value
    name = f"{domain} {noun}"
    office = phrases.offices.get(phrases.pack.fold(name))
    if office and (state is None or state.path):
        iso = state.path.partition("/")[2].lower() if state else phrases.pack.home.lower()
        return Thing("org", head.start, head.end, path=f"organization/{office}-{iso}", kind="Ministry", national=office, of=[state] if state else [], rules=("office_of_role",), definite=False)
    return Thing("org", head.start, head.end, kind="Ministry", name=name, of=[state] if state else [], rules=("ministry_of_minister",), national="" if state else "home")


def guest_name(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "azərbaycanlı həmkarı" + NAME: the person alone."""
    node = nodes[at]
    if node.kind == "DEMONYM" and at + 2 < len(nodes) and _named(nodes[at + 1], "GROUP", "colleague") and nodes[at + 2].kind in ("NAME", "PERSON"):
        same = Thing("post", node.start, nodes[at + 1].end, kind="SAME", of=list(node.things), rules=("colleague",))
        if nodes[at + 2].kind == "PERSON":
            nodes[at + 2].things[0].posts.append(same)
            return span(nodes[at : at + 3], "PERSON", nodes[at + 2].things), 3
        return _person(phrases, nodes[at : at + 3], nodes[at + 2], [same])
    if not _named(node, "GROUP", "colleague") or node.plural() or not node.owned() or at + 1 >= len(nodes):
        return None
    following = nodes[at + 1]
    if following.kind == "PERSON":
        return span(nodes[at : at + 2], "PERSON", following.things), 2
    return _person(phrases, nodes[at : at + 2], following, []) if following.kind == "NAME" else None


def person(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """POST (– POST) + titles + NAME: "Azərbaycan Respublikasının baş prokuroru Kamran Əliyev"."""
    posts: list[Thing] = []
    here = at
    while here < len(nodes):
        node = nodes[here]
        if posts and node.kind in ("POST", "ROLE") and nodes[here - 1].kind in ("POST", "ROLE") and not (node.concept and node.concept.name in _DEGREES):
            return None
        if node.kind == "POST" and len(node.things) == 1 and node.has("nom"):
            posts.extend(node.things)
        elif node.kind == "ROLE" and (node.has("nom") and node.concept is not None):
            posts.append(told_post(phrases, node, None))
        elif node.kind == "TITLE" and node.has("nom") or node.kind == "ORDINAL" and here + 1 < len(nodes) and nodes[here + 1].kind == "TITLE":
            pass
        elif node.kind == "DASH" and posts and here + 1 < len(nodes) and nodes[here + 1].kind in ("POST", "ROLE"):
            pass
        elif node.kind in ("COMMA", "CONJ") and posts and _same_holder(nodes, here):
            pass
        elif node.kind == "NAME" and here > at and not posts_plural(posts) and (len(node.text.split()) > 1 or "." in node.text or phrases.likely_name(node)):
            return _person(phrases, nodes[at : here + 1], node, posts)
        elif here > at and posts and node.first == node.last and node.text[0].isupper() and _bare_name(node) and here + 1 < len(nodes) and nodes[here + 1].kind == "NAME":
            merged = span(nodes[here : here + 2], "NAME", [])
            return _person(phrases, nodes[at : here + 2], merged, posts)
        else:
            return None
        here += 1
    return None


def _bare_name(node: Node) -> bool:
    """A place or a common word that stands where a given name does: "Bağdad Amreyev", "Vilayət Qurbanlı"."""
    return node.kind in ("PLACE", "STATE", "AREA", "OFFICE", "ROLE", "EVENT", "DEMONYM", "GROUP") and any(e.case == "nom" and not e.possessive for e in node.endings)


def posts_plural(posts: Sequence[Thing]) -> bool:
    """Tell whether a title stands in the plural, and so before several names."""
    return bool(posts) and posts[-1].plural


def _same_holder(nodes: Sequence[Node], comma: int) -> bool:
    """After a comma a rank ("II dərəcəli dövlət ədliyyə müşaviri") goes on with the same person's titles."""
    following = nodes[comma + 1] if comma + 1 < len(nodes) else None
    if following is None:
        return False
    if following.kind == "ORDINAL":
        following = nodes[comma + 2] if comma + 2 < len(nodes) else None
    return following is not None and (following.kind == "TITLE" or nodes[comma].kind == "COMMA" and following.kind == "ROLE" and following.concept is not None and following.concept.name in _DEGREES)


def person_name(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """A NAME that ends like a family name, or begins with an initial, is a person's even without a title."""
    node = nodes[at]
    if node.kind != "NAME":
        return None
    words = node.text.split()
    known = phrases.known(node.text)
    if known:
        return _person(phrases, [node], node, [])
    initial = "." in words[0][:3] and len(words[0]) > 2 or (len(words) > 1 and words[0].endswith(".") and len(words[0]) <= 3)
    surname = any(phrases.pack.surname.search(e.stem) and not e.possessive and not e.plural for e in phrases.pack.readings(words[-1]))
    if not initial and not (surname and len(words) > 1):
        return None
    if not initial and at + 1 < len(nodes) and nodes[at + 1].kind in ("EVENT", "OFFICE", "DOCUMENT"):
        return None
    return _person(phrases, [node], node, [])


def _person(phrases: Phrases, nodes: Sequence[Node], name: Node, posts: list[Thing]) -> Built:
    thing = Thing("person", name.start, name.end, kind="Person", posts=posts, rules=("title_and_name" if posts else "name",), aliases=[a for t in name.things for a in t.aliases])
    thing.by_case = _name_by_case(phrases, name)
    endings = tuple(e for e in name.endings if e.case in thing.by_case and not e.plural and not e.possessive)
    return span(nodes, "PERSON", [thing], endings=endings or name.endings[:1]), len(nodes)


def _name_by_case(phrases: Phrases, name: Node) -> dict[str, str]:
    """Return {case: the name in the nominative}; a family name's own ending settles the case."""
    text = " ".join(phrases.text[name.start : name.end].split())
    head, _, last = text.rpartition(" ")
    before, dot, bare = last.rpartition(".")
    readings = [e for e in phrases.pack.readings(bare) if not e.plural and not e.possessive and e.case not in ("cop", "ter", "rel")]
    sure = [e for e in readings if phrases.pack.surname.search(e.stem)]
    feminine = bool(head) and head.split()[-1][-1] in "aəe" and len(sure) > 1
    chosen = sorted(sure, key=lambda e: len(e.stem))
    chosen = (chosen[-1:] if feminine else chosen[:2] if {e.case for e in chosen[:2]} == {"dat", "nom"} else chosen[:1]) or readings
    found: dict[str, str] = {}
    for ending in chosen:
        if len(ending.stem) < 2 or ending.case in found:
            continue
        found[ending.case] = f"{head} {before}{dot}{bare[: len(ending.stem)]}".strip()
    met = {case: form for case, form in found.items() if phrases.known(form, exact=True)}
    return met if len(words_of(text)) > 1 and met else found


def words_of(name: str) -> list[str]:
    """Return the parts of a name, initials apart."""
    return name.replace(".", ". ").split()


def respectively(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """Several posts and as many names: "Türkiyə və Qazaxıstanın ədliyyə nazirləri A və B"; one post in the plural: each has it."""
    node = nodes[at]
    if node.kind not in ("POST", "ROLE") or not node.plural() or not node.has("nom"):
        return None
    posts = node.things if node.kind == "POST" else [told_post(phrases, node, None)]
    here = at + 1
    while here < len(nodes) and here < at + 5 and nodes[here].kind in ("DASH", "COLON", "WORD", "COMMA", "TITLE", "PARTICLE"):
        here += 1
    names: list[Node] = []
    while here < len(nodes) and nodes[here].kind in ("NAME", "PERSON"):
        if nodes[here].kind == "PERSON" and nodes[here].things[0].posts:
            break
        names.append(nodes[here])
        sign = nodes[here + 1] if here + 1 < len(nodes) else None
        if sign is None or not (sign.kind == "COMMA" or _named(sign, "CONJ", "and")) or here + 2 >= len(nodes) or nodes[here + 2].kind not in ("NAME", "PERSON"):
            break
        if nodes[here + 2].kind == "PERSON" and nodes[here + 2].things[0].posts:
            break
        here += 2
    if not names or (len(posts) > 1 and len(posts) != len(names)):
        return None
    people: list[Thing] = []
    for index, name in enumerate(names):
        built = _person(phrases, [name], name, [])
        thing = name.things[0] if name.kind == "PERSON" else built[0].things[0] if built else None
        if thing is None:
            return None
        of = posts[index] if len(posts) > 1 else posts[0]
        if of.of or index == 0:
            thing.posts = [replace(of, plural=False, of=list(of.of), aliases=[])]
        thing.rules = ("respectively",)
        people.append(thing)
    last = names[-1]
    endings = last.endings if last.kind == "PERSON" else tuple(e for e in last.endings if e.case in people[-1].by_case and not e.possessive)
    return span(nodes[at : here + 1], "PERSON" if len(people) > 1 else "PERSON", people, endings=endings), here + 1 - at


def shared_head(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """BODY-GEN, və BODY-GEN + posts: "nazirliklərin, habelə Universitetin mütəxəssisləri": the head is of both."""
    node = nodes[at]
    if node.kind not in ("ORG", "STATE", "LIST") or not node.has("gen") or not node.things:
        return None
    here = at + 1
    if here < len(nodes) and nodes[here].kind == "COMMA":
        here += 1
    if here < len(nodes) and (_named(nodes[here], "CONJ", "and") or _named(nodes[here], "CONJ", "also")):
        here += 1
    if here == at + 1 or here >= len(nodes) or nodes[here].kind not in ("POST", "DELEGATION") or not nodes[here].plural() or not nodes[here].things:
        return None
    head = nodes[here]
    if head.kind == "DELEGATION" and head.things[0].of:
        head.things[0].of = [*node.things, *head.things[0].of]
        return span(nodes[at : here + 1], "DELEGATION", head.things, endings=head.endings), here + 1 - at
    if head.kind == "DELEGATION":
        return None
    model = head.things[-1]
    things = [replace(model, of=[body], start=body.start, aliases=[], posts=[]) for body in node.things]
    return span(nodes[at : here + 1], "POST", [*things, *head.things], endings=head.endings), here + 1 - at


def delegation(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """X (+ "rəhbərliyi ilə") + "nümayəndə heyəti": who leads it, whose it is."""
    node = nodes[at]
    if at + 1 >= len(nodes):
        return None
    if node.kind in ("PERSON", "POST", "ROLE") and node.has("lead"):
        here = at + 1
        while here < len(nodes) and here <= at + 3 and nodes[here].kind in ("WORD", "STATE", "ORG") and (nodes[here].kind == "WORD" or governed(nodes[here])):
            here += 1
        if here < len(nodes) and nodes[here].kind == "DELEGATION":
            thing = nodes[here].things[0]
            thing.leader = node.things[-1] if node.things else told_post(phrases, node, None)
            thing.of = thing.of or [t for n in nodes[at + 1 : here] for t in n.things]
            return span(nodes[at : here + 1], "DELEGATION", [thing], endings=nodes[here].endings), here + 1 - at
        return None
    head = nodes[at + 1]
    if head.kind != "DELEGATION" or head.things[0].of or not head.owned() or not governed(node):
        return None
    if node.kind not in ("STATE", "ORG", "POST", "PERSON", "MEMBERS", "LIST") or not node.has("gen") and (head.clauses or node.kind in ("PERSON", "POST")):
        return None
    thing = head.things[0]
    thing.start, thing.of = node.start, list(node.things)
    return span(nodes[at : at + 2], "DELEGATION", [thing], endings=tuple(e for e in head.endings if e.possessive)), 2
