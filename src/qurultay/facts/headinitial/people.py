"""Rules of noun phrases where heads come first: people, with the posts told before and after their names."""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.facts.headinitial.government import adjective_of, complement, determined_by, many, preposition
from qurultay.facts.links import aside
from qurultay.facts.phrases import Built, Phrases, named, span
from qurultay.facts.possessors import possessed
from qurultay.facts.posts import office_of, state_of, told_post
from qurultay.language.suffixes import Ending
from qurultay.mentions.nodes import Node, Thing

__all__ = [
    "apposed",
    "goes_on",
    "has_posts",
    "holder_named",
    "noted",
    "person",
    "person_name",
    "serving",
    "translated_title",
]

_ADJECTIVES = 4
"""Before how many nodes after a comma a post may begin, adjectives passed over."""
_SHORT = 2
"""How many letters a word may have that an abbreviation leaves out."""
_ABBREVIATED = 5
"""From how many letters on a lone word in capitals may be a name of a person, and no abbreviation."""
_SEATS = frozenset({"PLACE", "STATE", "AREA", "ORG"})
"""Kinds of node that say where a post is held."""
_APPOSED = 2
"""How many nodes stand before a post in apposition at least."""
_PROFESSOR = "Professor"
"""The title that is a post where its holder comes from a university."""
_APPOSITION = frozenset({"COMMA", "COLON", "VERB", "PUNCT", "RPAR", "AUX", "CONJ", "DASH", "REL", "SUB", "PREP", "DATE"})
"""Kinds of node that may follow a post told after a name; a name there would be that of the post's holder."""


def person(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """POST or role, titles + NAME: "Генеральный прокурор Казахстана Берик Асылов", "Justice Minister A"."""
    posts: list[Thing] = []
    here = at
    while here < len(nodes):
        node = nodes[here]
        if here > at and node.kind in ("POST", "ROLE") and nodes[at].endings and not node.cases() & nodes[at].cases():
            return None
        if node.kind in ("COMMA", "CONJ") and _in_apposition(phrases, nodes, at):
            return None
        if node.kind == "POST" and len(node.things) == 1:
            posts.extend(node.things)
        elif node.kind == "ROLE" and node.concept is not None:
            posts.append(told_post(phrases, node, None))
            posts[-1].tail = possessed(phrases.pack, phrases.text, node.start) or posts[-1].tail
        elif (
            node.kind == "TITLE"
            or (node.kind == "DASH" and posts and _titled(nodes, here + 1))
            or (node.kind in ("COMMA", "CONJ") and posts and (_rank(nodes, here + 1) or _another_post(phrases, nodes, here, posts)))
        ):
            pass
        elif node.kind == "PREP" and nodes[here - 1].kind == "POST" and _seat_before_name(phrases, nodes, here):
            here += 1
        elif node.kind in ("NAME", "PERSON") and here > at and not (posts and posts[-1].plural):
            if node.kind == "PERSON" and (len(node.things) != 1 or node.things[0].posts):
                return None
            if node.kind == "NAME" and phrases.pack.dictionary is not None and node.text.isupper() and len(node.text) < _ABBREVIATED:
                return None
            if node.kind == "NAME" and not (" " in node.text or "." in node.text or phrases.likely_name(node)):
                return None
            if _before_its_noun(phrases, nodes, here):
                return None
            if at > 0 and nodes[at - 1].kind in ("ROLE", "POST") and nodes[at].cases() <= {"gen", "acc"}:
                return None
            if _another_case(phrases, nodes[at], node):
                return None
            if len(posts) > 1:
                _share_state(phrases, posts)
            made = make_person(phrases, nodes[at : here + 1], node, posts)
            made.things[0].tail = next((n.concept.name for n in nodes[at:here] if n.kind == "TITLE" and n.concept), "")
            return made, here + 1 - at
        else:
            return None
        here += 1
    return None


def _another_case(phrases: Phrases, title: Node, name: Node) -> bool:
    """Tell whether a name that can only be the subject stands after a post in the genitive: "указом Президента Ержан Касымов назначен"."""
    if phrases.pack.dictionary is None or not phrases.family_name(name):
        return False
    told = {e.case for e in title.endings if not e.plural}
    return bool(told) and not told & set(phrases.pack.name_forms(" ".join(phrases.text[name.start : name.end].split())))


def _before_its_noun(phrases: Phrases, nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a lone name is an adjective before its noun: "руководитель Тверского бюро"."""
    if nodes[at].kind != "NAME" or " " in nodes[at].text or "." in nodes[at].text:
        return False
    here = at + 1
    while here < len(nodes) and nodes[here].kind == "WORD" and adjective_of(phrases, nodes[at], nodes[here]):
        here += 1
    return here < len(nodes) and nodes[here].kind in ("OFFICE", "ORG", "AREA", "WORD") and adjective_of(phrases, nodes[at], nodes[here])


def _titled(nodes: Sequence[Node], at: int) -> bool:
    return at < len(nodes) and nodes[at].kind in ("POST", "ROLE")


def _in_apposition(phrases: Phrases, nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a post is that of the one named before it: "Mr. A, Chairman of the Agency, Ms. B, …"."""
    if at < _APPOSED or nodes[at - 1].kind != "COMMA":
        return False
    before = nodes[at - 2]
    return before.kind in ("NAME", "PERSON") and " " in before.text and not has_posts(before)


def _another_post(phrases: Phrases, nodes: Sequence[Node], at: int, posts: Sequence[Thing]) -> bool:
    """Tell whether a conjunction joins another post of the same person: "Prosecutor General of A and President of the Association B"."""
    if not named(nodes[at], "CONJ", "and") or nodes[at].text.lower() != "and":
        return False
    other = nodes[at + 1] if at + 1 < len(nodes) else nodes[at]
    if posts[-1].kind in ("HeadOfState",) or not _told(posts[-1]) or other.kind not in ("POST", "ROLE") or many(other):
        return False
    following = nodes[at + 2] if at + 2 < len(nodes) else other
    return following.kind in ("NAME", "PERSON", "TITLE") and not determined_by(phrases, other) and len(other.things) <= 1


def _seat_before_name(phrases: Phrases, nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a preposition says where a post is held, right before its holder: "Head of the OSCE Office in Dushanbe A"."""
    if [n.kind in _SEATS for n in nodes[at + 1 : at + 2]] != [True]:
        return False
    name = nodes[at + 2] if at + 2 < len(nodes) else nodes[at]
    return nodes[at].text.lower() in ("in", "to", "for", "at") and name.kind in ("NAME", "PERSON") and nodes[at + 1].has("nom")


def _rank(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a rank or degree stands here: it goes on with the same person's titles."""
    return at < len(nodes) and nodes[at].kind == "TITLE"


def person_name(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """A NAME with a given name or what ends like a family name, with an initial, or met before: a person's without a title too."""
    node = nodes[at]
    words = node.text.split()
    initial = ("." in words[0][:3] and len(words[0]) > 2) or (len(words) > 1 and words[0].endswith(".") and len(words[0]) <= 3)
    full = len(words) > 1 and (phrases.pack.given_name(words[0]) or phrases.pack.family_name(words[-1]))
    if not (full or initial or phrases.known(node.text) or phrases.roles(node.text)):
        return None
    if at + 1 < len(nodes) and nodes[at + 1].kind in ("OFFICE", "DOCUMENT", "EVENT") and not initial:
        return None
    if not phrases.known(node.text) and determined_by(phrases, node) == "the":
        return None
    return make_person(phrases, [node], node, []), 1


def make_person(phrases: Phrases, nodes: Sequence[Node], name: Node, posts: list[Thing]) -> Node:
    """Return the node of a person of a name, with posts told beside it."""
    rule = "title_and_name" if posts else "name"
    aliases = [alias for thing in name.things for alias in thing.aliases]
    thing = Thing("person", name.start, name.end, kind="Person", posts=posts, rules=(rule,), aliases=aliases)
    if name.kind == "PERSON":
        thing.by_case = dict(name.things[0].by_case)
    else:
        thing.by_case = phrases.pack.name_forms(" ".join(phrases.text[name.start : name.end].split()))
    titled = {e.case for e in nodes[0].endings} if nodes[0] is not name else set(thing.by_case)
    printed = thing.by_case.get("nom", "")
    if posts and not titled & set(thing.by_case) and printed == " ".join(phrases.text[name.start : name.end].split()):
        thing.by_case = dict.fromkeys(sorted(titled), printed)
    thing.by_case = {case: form for case, form in thing.by_case.items() if case in titled} or thing.by_case
    met = {case: form for case, form in thing.by_case.items() if phrases.known(form, exact=True)}
    thing.by_case = met or thing.by_case
    stem = name.endings[0].stem if name.endings else ""
    return span(nodes, "PERSON", [thing], endings=tuple(Ending(stem, case=case) for case in thing.by_case))


def noted(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """NAME ( … ): another name of the same; whose or what he is stays to be read with him.

    After "Совет министров Организации тюркских государств" an abbreviation in brackets is that of the organisation.
    """
    node = nodes[at]
    close = next((i for i in range(at + 2, len(nodes)) if nodes[i].kind == "RPAR"), at + 2)
    inside = nodes[at + 2 : close]
    if node.kind == "NAME" and {n.kind for n in inside} & {"STATE", "PLACE", "ROLE", "ORG", "OFFICE"}:
        return None
    known = any(n.kind == "ORG" and n.things and n.things[0].path for n in inside)
    if node.kind == "OFFICE" and not known and phrases.pack.settings["fixed_order"]:
        return None  # the short name is that of the body whose name ends here
    if node.kind == "ORG" and len(inside) == 1 and len(node.things) == 1 and _of_inner(phrases, node, inside[0]):
        node.things[0].inner.extend(inside[0].things)
        joined = span(nodes[at : close + 1], "ORG", node.things, endings=node.endings, value=node.value)
        joined.concept, joined.end, joined.text, joined.inflected = node.concept, node.end, node.text, node.inflected
        return joined, close + 1 - at
    return aside(phrases, nodes, at)


def _of_inner(phrases: Phrases, node: Node, note: Node) -> bool:
    """Tell whether a word in brackets names not the body before it, but the one with which its name ends."""
    body = node.things[0]
    if note.kind == "ORG" and note.things and note.things[0].path:
        return bool(body.path) and body.path != note.things[0].path
    words = [word for word in phrases.text[node.start : node.end].split() if len(word) > _SHORT]
    initials = phrases.pack.fold("".join(word[0] for word in words))
    short = phrases.pack.fold(note.text)
    return len(short) > 1 and initials != short and initials.endswith(short)


def apposed(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """NAME, POST (and POST): the posts of the one named before them; NAME (POST), NAME (STATE) likewise."""
    node = nodes[at]
    if at + 2 >= len(nodes) or nodes[at + 1].kind not in ("COMMA", "DASH", "LPAR") or len(node.things) > 1:
        return None
    bracket = nodes[at + 1].kind == "LPAR"
    posts, here = [], at + 2
    if [n.kind for n in nodes[at + 2 : at + 4]] == ["NUMBER", "COMMA"]:
        here += 2  # "A, 55, Prosecutor General of B"
    while here + 1 < len(nodes) and here < at + _ADJECTIVES and nodes[here].kind == "WORD" and nodes[here].text.islower():
        here += 1
    if here + 2 < len(nodes) and nodes[here].kind == "PREP" and nodes[here + 1].kind == "DATE":
        here += 2  # "A, since 1 October director of B"
    if here + 1 < len(nodes) and _made(nodes[here]):
        here += 1
    while here < len(nodes) and nodes[here].kind in ("POST", "ROLE"):
        told = nodes[here].things[0] if nodes[here].kind == "POST" else told_post(phrases, nodes[here], None)
        if told.plural or (nodes[here].kind == "POST" and len(nodes[here].things) != 1):
            return None
        posts.append(told)
        joined = here + 2 < len(nodes) and (named(nodes[here + 1], "CONJ", "and") or nodes[here + 1].kind == "COMMA")
        if not joined or not _post_again(nodes, here + 2):
            break
        here += 2
    if not posts:
        return None
    after = nodes[here + 1] if here + 1 < len(nodes) else None
    if (bracket and (after is None or after.kind != "RPAR")) or (not bracket and after is not None and after.kind not in _APPOSITION):
        return None
    if not bracket and after is not None and named(after, "CONJ", "and") and not _told(posts[-1]):
        return None
    if not bracket and after is not None and after.kind == "PREP" and _seat_before_name(phrases, nodes, here + 1):
        return None  # "A, Head of the Mission in B C"
    if not bracket and has_posts(node) and _next_holder(phrases, nodes, here):
        return None
    _share_state(phrases, posts)
    if node.kind == "PERSON" and not any(_told(post) for post in posts):
        posts = [*node.things[0].posts, *posts]
    end = here + bracket
    if not bracket and nodes[at + 1].kind == "COMMA" and after is not None and after.kind == "COMMA" and goes_on(nodes, here + 2):
        end = here + 1
    built = make_person(phrases, nodes[at : end + 1], node, posts)
    built.endings = node.endings
    return built, end + 1 - at


def _next_holder(phrases: Phrases, nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a post is that of the one named after it, and not of him before: "Judge A, the mayor of the town, B, and C"."""
    if determined_by(phrases, nodes[at]) != "the" or at + 2 >= len(nodes):
        return False
    sign = at + 3 if preposition(nodes[at + 1], "gen") and nodes[at + 2].kind in ("NAME", "WORD", "PLACE") else at + 1
    kinds = [n.kind for n in nodes[sign : sign + 2]]
    return kinds in (["COMMA", "NAME"], ["COMMA", "PERSON"]) and " " in nodes[sign + 1].text and not has_posts(nodes[sign + 1])


def _made(node: Node) -> bool:
    """Tell whether a participle says that somebody came to the post after it: "A, appointed prosecutor general in May"."""
    return node.kind == "VERB" and node.first == node.last and bool(node.frames() & {"appoint", "appointed"}) and "pp" in node.forms()


def serving(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """PERSON with a title + "of" ORG: "Professor A of Ankara University", "Prof. A of the University of Graz"."""
    node = nodes[at]
    if len(node.things) != 1 or not phrases.pack.settings["noun_modifiers"]:
        return None
    here = complement(phrases, nodes, at)
    posts = node.things[0].posts
    if not posts and node.things[0].tail == _PROFESSOR and here is not None and _teaches(nodes[here]):
        posts.append(Thing("post", node.start, nodes[here].end, kind=_PROFESSOR, rules=("title_of_university",)))
    if not posts:
        return None
    if here is None or nodes[here].kind != "ORG" or len(nodes[here].things) != 1 or posts[-1].of or posts[-1].national not in ("",):
        return None
    posts[-1].of = list(nodes[here].things)
    return span(nodes[at : here + 1], "PERSON", node.things, endings=node.endings), here + 1 - at


def _teaches(node: Node) -> bool:
    """Tell whether a phrase is one university or academy, of which those who are titled so are professors."""
    return node.kind == "ORG" and len(node.things) == 1 and node.things[0].kind in ("University", "TrainingInstitution")


def holder_named(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """POST, NAME: who holds it: "by the head of the Turkish academy, Muhittin Özdemir"."""
    node = nodes[at]
    if at + 2 >= len(nodes) or len(node.things) != 1 or node.things[0].plural or node.plural() or not _told(node.things[0]):
        return None
    name, after = nodes[at + 2], nodes[at + 3] if at + 3 < len(nodes) else None
    ranks = _ranks(phrases, name)
    if name.kind not in ("NAME", "PERSON") or (has_posts(name) and not ranks) or " " not in name.text or not name.has("nom"):
        return None
    if ranks:
        name.things[0].posts = []
    if after is not None and after.kind not in ("COMMA", "PUNCT", "RPAR", "CONJ", "DASH", "PREP"):
        return None
    end = at + 2
    if after is not None and after.kind == "COMMA" and goes_on(nodes, at + 4):
        end = at + 3
    built = make_person(phrases, nodes[at : end + 1], name, [*node.things, *(rank for rank in ranks if rank.kind != "Ambassador")])
    built.endings = node.endings
    return built, end + 1 - at


def _ranks(phrases: Phrases, name: Node) -> list[Thing]:
    """Return the academic ranks told before a name, which need no body of their own: "the rector of the University, Professor A"."""
    posts = name.things[0].posts if name.kind == "PERSON" and len(name.things) == 1 else []
    bare = all(post.kind in ("Professor", "AssociateProfessor", "Judge", "Ambassador") and not post.of for post in posts)
    return list(posts) if bare else []


def _share_state(phrases: Phrases, posts: Sequence[Thing]) -> None:
    """Give a post told without a state that of the one after it: "Deputy Prime Minister and Interior Minister of X"."""
    last = posts[-1] if posts[-1].of or not phrases.pack.settings["fixed_order"] else posts[0]
    state = state_of(phrases, last.of[0]) if last.of else None
    for post in [p for p in posts if p is not last] if state is not None else ():
        if not post.of and post.national == "state" and state is not None:
            post.of, post.national = [state], ""
        elif not post.of and post.national not in ("", "ministry", "home") and state is not None:
            post.of = [office_of(state, post.national, post.end)]


def _post_again(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether another post of the same person stands here: one that no name follows."""
    following = nodes[at + 1] if at + 1 < len(nodes) else None
    return nodes[at].kind in ("POST", "ROLE") and (following is None or following.kind in _APPOSITION)


def _told(post: Thing) -> bool:
    return bool(post.of or post.national)


def goes_on(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a clause goes on after an apposition between commas."""
    return at < len(nodes) and nodes[at].kind in ("VERB", "AUX", "PREP", "DATE")


def translated_title(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """NAME ( POST ) NAME: a title in another script, what it means, and who holds it: "Yargıtay Başkanı (председатель …) X"."""
    title, name = nodes[at], nodes[at + 4] if at + 4 < len(nodes) else None
    if name is None or name.kind != "NAME" or [n.kind for n in nodes[at + 1 : at + 4]] != ["LPAR", "POST", "RPAR"]:
        return None
    posts = nodes[at + 2].things
    if phrases.pack.dictionary is None or any(phrases.pack.dictionary.is_word(w) for w in title.text.lower().split()) or len(posts) != 1:
        return None
    return make_person(phrases, nodes[at : at + 5], name, list(posts)), 5


def has_posts(node: Node) -> bool:
    """Tell whether a phrase names somebody with a post already, or several people."""
    return node.kind == "PERSON" and (len(node.things) != 1 or bool(node.things[0].posts))
