"""Rules of noun phrases about people: title chains, names, several holders of posts, delegations."""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.phrases import Built, Phrases, named, owned, span, stands
from qurultay.facts.posts import office_of, told_post
from qurultay.language.suffixes import Ending
from qurultay.mentions.nodes import Node, Thing

__all__ = [
    "aide",
    "apposed",
    "coming_from",
    "guest_name",
    "late_body",
    "person",
    "person_name",
    "person_of",
]

_DEGREES = frozenset({"Professor", "AssociateProfessor"})
"""Roles that are told beside another one of the same person."""
_UNNAMED = frozenset({"cop", "ter", "rel", "by"})
"""Cases in which a name is not looked for."""
_AIDES = frozenset({"Representative", "Adviser"})
"""Roles that one has for somebody else."""


def late_body(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """BODY-GEN + a clause + role + NAME: "Qazaxıstanın iyulda vəzifəyə başlamış baş prokuroru" X."""
    node = nodes[at]
    if node.kind not in ("STATE", "ORG") or not node.has("gen") or len(node.things) != 1 or at + 1 >= len(nodes):
        return None
    holder = nodes[at + 1]
    if (
        holder.kind != "PERSON"
        or not holder.clauses
        or len(holder.things) != 1
        or not holder.things[0].posts
        or holder.things[0].posts[0].of
    ):
        return None
    post_, body = holder.things[0].posts[0], node.things[0]
    post_.start = body.start
    if body.sort == "state" and post_.national not in ("", "state", "ministry"):
        post_.of = [office_of(body, post_.national, post_.end)]
    else:
        post_.of = [body]
    return span(nodes[at : at + 2], "PERSON", holder.things, endings=holder.endings), 2


def coming_from(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """BODY-ABL + (role) NAME: who comes from a body, "Adalet Enstitüsünden hâkim A"; a post told without a body is in that one."""
    node = nodes[at]
    if node.kind not in ("ORG", "STATE") or node.cases() != {"abl"} or len(node.things) != 1 or node.clauses or at + 1 >= len(nodes):
        return None
    holder, after = nodes[at + 1], nodes[at + 2] if at + 2 < len(nodes) else None
    if holder.kind == "NAME":
        whole = " " in holder.text and holder.has("nom") and (after is None or after.kind in ("COMMA", "CONJ", "PARTICLE", "VERB"))
        built = person_of(phrases, [holder], holder, []) if whole and not holder.clauses else None
        holder = built[0] if built is not None else holder
    if holder.kind != "PERSON" or len(holder.things) != 1 or holder.clauses:
        return None
    person_, body = holder.things[0], node.things[0]
    if body.sort == "state" and (person_.posts or person_.of):
        return None
    if any(post_.of or post_.kind == "SAME" or (post_.national and body.national != post_.national) for post_ in person_.posts):
        return None
    if not person_.posts and person_.tail in _DEGREES and body.kind == "University":
        person_.posts = [Thing("post", body.start, person_.end, kind=person_.tail, rules=("title_of_university",))]
    for post_ in person_.posts:
        post_.of, post_.start = [body], body.start
    person_.of = [body]
    return span(nodes[at : at + 2], "PERSON", [person_], endings=holder.endings), 2


def aide(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """PERSON-GEN + aide NAME: "Prezident Klaus Martinin köməkçisi" X, where the first name alone might end in -in."""
    node, following = nodes[at], nodes[at + 1] if at + 1 < len(nodes) else None
    if following is None or following.kind != "PERSON" or not (node.has("nom") and node.has("gen")) or len(following.things) != 1:
        return None
    posts = following.things[0].posts
    if not posts or posts[0].of or posts[0].kind not in _AIDES or following.clauses:
        return None
    return span([node], "PERSON", node.things, endings=tuple(e for e in node.endings if e.case == "gen")), 1


def apposed(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """POST, POST NAME: two posts of one person, "ədliyyə naziri, Məhkəmə-Hüquq Şurasının sədri A"; no list of which more is to come."""
    if at + 2 >= len(nodes):
        return None
    first, comma, holder = nodes[at : at + 3]
    joined = bool(phrases.pack.settings["two_posts"]) and named(comma, "CONJ", "and") and first.kind == "POST" and first.owned()
    if at > 0 and nodes[at - 1].kind == "COMMA" and not joined and not (at > 1 and nodes[at - 2].kind == "VERB"):
        return None
    if not (comma.kind == "COMMA" or joined) or holder.kind != "PERSON" or len(holder.things) != 1 or not holder.things[0].posts:
        return None
    if not first.has("nom") or first.has("gen") or first.plural() or (first.kind == "POST" and len(first.things) != 1):
        return None
    post_ = first.things[0] if first.kind == "POST" else told_post(phrases, first, None)
    states = {_state(post_), *(_state(other) for other in holder.things[0].posts)} - {""}
    further = nodes[at + 3] if at + 3 < len(nodes) else None
    listed_ = further is not None and ((further.kind == "COMMA" and not joined) or named(further, "CONJ", "and"))
    listed_ = listed_ and not (_of_association(post_) and states)
    if (
        not post_.kind
        or not (post_.of or post_.national)
        or len(states) > 1
        or (listed_ and not (at > 0 and named(nodes[at - 1], "CONJ", "and")))
    ):
        return None
    holder.things[0].posts.insert(0, post_)
    return span(nodes[at : at + 3], "PERSON", holder.things, endings=holder.endings), 3


def _of_association(post_: Thing) -> bool:
    """Tell whether a post is one in a body of several states, which somebody has beside one at home."""
    body = post_.of[0] if post_.of else None
    return body is not None and body.sort == "org" and body.kind in ("InternationalOrganization", "Council") and not _state(post_)


def _state(post_: Thing) -> str:
    """Return the path of the state of a post, "" where it is not told with it."""
    body = post_.of[0] if post_.of else None
    if body is None:
        return ""
    return body.path if body.sort == "state" else body.of[0].path if body.of and body.of[0].sort == "state" else ""


def guest_name(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "azərbaycanlı həmkarı" (+ NAME): who holds the same post in that state."""
    node = nodes[at]
    if node.kind == "DEMONYM" and at + 1 < len(nodes) and named(nodes[at + 1], "GROUP", "colleague") and not nodes[at + 1].plural():
        same = Thing("post", node.start, nodes[at + 1].end, kind="SAME", of=list(node.things), rules=("colleague",))
        if at + 2 >= len(nodes) or nodes[at + 2].kind not in ("NAME", "PERSON"):
            return span(nodes[at : at + 2], "POST", [same], endings=owned(nodes[at + 1])), 2
        if nodes[at + 2].kind == "PERSON":
            nodes[at + 2].things[0].posts.append(same)
            return span(nodes[at : at + 3], "PERSON", nodes[at + 2].things), 3
        return person_of(phrases, nodes[at : at + 3], nodes[at + 2], [same])
    if not named(node, "GROUP", "colleague") or node.plural() or not node.owned() or at + 1 >= len(nodes):
        return None
    following = nodes[at + 1]
    if following.kind == "PERSON":
        return span(nodes[at : at + 2], "PERSON", following.things), 2
    return person_of(phrases, nodes[at : at + 2], following, []) if following.kind == "NAME" else None


def person(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """POST (– POST) + titles + NAME: "Azərbaycan Respublikasının baş prokuroru Kamran Əliyev"."""
    posts: list[Thing] = []
    here = at
    while here < len(nodes):
        node = nodes[here]
        if (
            posts
            and node.kind in ("POST", "ROLE")
            and nodes[here - 1].kind in ("POST", "ROLE")
            and not (node.concept and node.concept.name in _DEGREES)
        ):
            return None
        if node.kind == "POST" and len(node.things) == 1 and node.has("nom"):
            posts.extend(node.things)
        elif node.kind == "ROLE" and (node.has("nom") and node.concept is not None):
            posts.append(told_post(phrases, node, None))
        elif _between_titles(nodes, here, bool(posts)):
            pass
        elif (
            node.kind == "NAME"
            and here > at
            and not node.clauses
            and not _plural(posts)
            and (len(node.text.split()) > 1 or "." in node.text or phrases.likely_name(node))
            and not _placelike_surname(nodes, here)
        ):
            if posts and not posts[0].of and _unknown_owner(nodes, at):
                posts = posts[1:]
            built = person_of(phrases, nodes[at : here + 1], node, posts)
            if built is not None:
                built[0].things[0].tail = next((n.concept.name for n in nodes[at:here] if n.kind == "TITLE" and n.concept), "")
            return None if built is not None and here == at + 1 and _another(phrases, node, posts, built[0]) else built
        elif (
            here > at
            and posts
            and node.first == node.last
            and node.text[0].isupper()
            and _bare_name(node)
            and here + 1 < len(nodes)
            and nodes[here + 1].kind == "NAME"
        ):
            merged = span(nodes[here : here + 2], "NAME", [])
            return person_of(phrases, nodes[at : here + 2], merged, posts)
        elif node.kind == "NAME" and here > at and posts and not node.clauses and not _plural(posts) and _placelike_surname(nodes, here):
            return person_of(phrases, nodes[at : here + 2], span(nodes[here : here + 2], "NAME", []), posts)
        else:
            return None
        here += 1
    return None


def _placelike_surname(nodes: Sequence[Node], here: int) -> bool:
    """Tell whether a given name goes on with a family name that is a town's or a title too: "Meclis Başkanı Ertan Denizli"."""
    name, after = nodes[here], nodes[here + 1 : here + 3]
    if " " not in name.text and name.has("nom") and after and after[0].kind == "TITLE" and after[0].text[0].isupper():
        return not after[0].has("nom") and after[0].first == after[0].last  # "Büyükelçi Ahmet Sayın'ı"
    if " " in name.text or not name.has("nom") or not after or after[0].kind != "PLACE" or after[0].first != after[0].last:
        return False
    ends = len(after) == 1 or after[1].kind in ("PARTICLE", "COMMA", "CONJ", "VERB", "MARKER", "PUNCT")
    return ends and any(e.case == "nom" and not e.possessive for e in after[0].endings)


def _unknown_owner(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a role belongs to a name before it of which nothing is known: "Sayıştayının başqanı"."""
    before = nodes[at - 1] if at > 0 else None
    owned_by = before is not None and before.kind == "NAME" and any(e.case == "gen" and e.possessive for e in before.endings)
    return owned_by and nodes[at].kind == "ROLE" and nodes[at].owned()


def _another(phrases: Phrases, name: Node, posts: Sequence[Thing], person_: Node) -> bool:
    """Tell whether a bare role and the name after it are two people: "nazir K.Larssonu təbrik edib"."""
    states = phrases.states(name.text)
    if states and posts and not person_.has("nom") and (state := _state(posts[-1])) and state not in states:
        return True
    roles = phrases.roles(name.text)
    return bool(roles) and not person_.has("nom") and bool(posts) and not posts[-1].of and posts[-1].kind not in roles


def _between_titles(nodes: Sequence[Node], here: int, titled: bool) -> bool:
    """Tell whether a node goes on with a chain of titles without a post of its own: a rank, a dash, a comma."""
    node, following = nodes[here], nodes[here + 1] if here + 1 < len(nodes) else None
    if node.kind == "TITLE":
        return node.has("nom")
    if node.kind == "ORDINAL":
        return following is not None and following.kind == "TITLE"
    if node.kind == "DASH":
        return titled and following is not None and following.kind in ("POST", "ROLE")
    return node.kind in ("COMMA", "CONJ") and titled and _same_holder(nodes, here)


def _bare_name(node: Node) -> bool:
    """A place or a common word that stands where a given name does: "Bağdad Amreyev", "Vilayət Qurbanlı"."""
    return node.kind in ("PLACE", "STATE", "AREA", "OFFICE", "ROLE", "EVENT", "DEMONYM", "GROUP", "DOCUMENT") and any(
        e.case == "nom" and not e.possessive for e in node.endings
    )


def _plural(posts: Sequence[Thing]) -> bool:
    """Tell whether a title stands in the plural, and so before several names."""
    return bool(posts) and posts[-1].plural


def _same_holder(nodes: Sequence[Node], comma: int) -> bool:
    """After a comma a rank ("II dərəcəli dövlət ədliyyə müşaviri") goes on with the same person's titles."""
    following = nodes[comma + 1] if comma + 1 < len(nodes) else None
    if following is None:
        return False
    if following.kind == "ORDINAL":
        following = nodes[comma + 2] if comma + 2 < len(nodes) else None
    return following is not None and (
        following.kind == "TITLE"
        or (
            nodes[comma].kind == "COMMA"
            and following.kind == "ROLE"
            and following.concept is not None
            and following.concept.name in _DEGREES
        )
    )


def person_name(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """A NAME that ends like a family name, or begins with an initial, is a person's even without a title."""
    node = nodes[at]
    if node.kind != "NAME" or node.clauses:
        return None
    words = node.text.split()
    known = phrases.known(node.text)
    if known:
        return person_of(phrases, [node], node, [])
    initial = ("." in words[0][:3] and len(words[0]) > 2) or (len(words) > 1 and words[0].endswith(".") and len(words[0]) <= 3)
    surname = phrases.pack.family_name(words[-1]) or (len(words) > 1 and phrases.pack.given_name(words[0]))
    if not initial and not (surname and len(words) > 1):
        return None
    if not initial and at + 1 < len(nodes) and nodes[at + 1].kind in ("EVENT", "OFFICE", "DOCUMENT") and _bare_surname(phrases, words[-1]):
        return None
    return person_of(phrases, [node], node, [])


def _bare_surname(phrases: Phrases, word: str) -> bool:
    """Tell whether a family name stands without a case, as it does in the name of a body or an event."""
    return any(e.case == "nom" and phrases.pack.surname.search(e.stem) for e in phrases.pack.readings(word))


def person_of(phrases: Phrases, nodes: Sequence[Node], name: Node, posts: list[Thing]) -> Built:
    """Return the node of a person of this name, inflected as the name may be."""
    thing = Thing(
        "person",
        name.start,
        name.end,
        kind="Person",
        posts=posts,
        rules=("title_and_name" if posts else "name",),
        aliases=[a for t in name.things for a in t.aliases],
    )
    thing.by_case = _name_by_case(phrases, name)
    endings = tuple(e for e in name.endings if e.case in thing.by_case and not e.plural and not e.possessive)
    return span(nodes, "PERSON", [thing], endings=endings or name.endings[:1]), len(nodes)


def _stands(text: str, stem: str, length: int) -> bool:
    """Tell whether the stem of an inflected word stands in the text by itself too."""
    return len(stem) < length and stands(text, stem)


def _name_by_case(phrases: Phrases, name: Node) -> dict[str, str]:
    """Return {case: the name in the nominative}; a family name's own ending settles the case."""
    text = " ".join(phrases.text[name.start : name.end].split())
    head, _, last = text.rpartition(" ")
    before, dot, bare = last.rpartition(".")
    readings = [e for e in phrases.pack.name_readings(bare) if not e.plural and not e.possessive and e.case not in _UNNAMED]
    sure = [e for e in readings if phrases.pack.surname.search(e.stem)]
    feminine = bool(head) and head.split()[-1].endswith(tuple(phrases.pack.settings["feminine"])) and len(sure) > 1
    chosen = sorted(sure, key=lambda e: len(e.stem))
    weak = chosen and phrases.pack.weak_surname.search(chosen[0].stem) and chosen[0].case == "acc"
    if weak and not feminine:
        return _met(phrases, text, _by_case(phrases, [*chosen[:1], *(e for e in readings if e.case == "nom")], head, before + dot, bare))
    chosen = (chosen[-1:] if feminine else chosen[:2] if {e.case for e in chosen[:2]} == {"dat", "nom"} else chosen[:1]) or readings
    if head and (ending := phrases.pack.settings["comitative"]) and bare.endswith(tuple(ending)) and bare[-3] not in "aəeıioöuül":
        chosen = [e for e in chosen if e.case == "ins"] or chosen  # hardly a family name ends so
    return _met(phrases, text, _by_case(phrases, chosen, head, before + dot, bare))


def _by_case(phrases: Phrases, endings: Sequence[Ending], head: str, before: str, last: str) -> dict[str, str]:
    """Return {case: the name without its ending}, those first whose last word stands in the article by itself too."""
    found: dict[str, str] = {}
    for ending in sorted(endings, key=lambda e: not _stands(phrases.text, last[: len(e.stem)], len(last))):
        if len(ending.stem) > 1 and ending.case not in found:
            found[ending.case] = f"{head} {before}{last[: len(ending.stem)]}".strip()
    return found


def _met(phrases: Phrases, text: str, found: dict[str, str]) -> dict[str, str]:
    """Return of the forms of a name those by which the article has named somebody before, all where it has not."""
    met = {case: form for case, form in found.items() if phrases.known(form, exact=True)}
    return met if len(_words(text)) > 1 and met else found


def _words(name: str) -> list[str]:
    """Return the parts of a name, initials apart."""
    return name.replace(".", ". ").split()
