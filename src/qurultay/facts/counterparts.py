"""Posts told without their body, or without their holder, where it is not the usual one: the host's, the other side's, the last told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qurultay.facts.entities import Referent
from qurultay.facts.standing import LEADERS
from qurultay.mentions.nodes import Thing
from qurultay.terms import office_path

if TYPE_CHECKING:
    from qurultay.facts.discourse import Discourse

__all__ = [
    "SAME_CHAIR",
    "call_by_holder",
    "called_so",
    "deputised",
    "holder_in_state",
    "holder_of_name",
    "introduced",
    "ministry_in",
    "not_led",
    "office_of_other",
    "only_embassy",
]

_BYLINE = 40
"""How long a line is in which stands but the name of who wrote an article."""
_ARTICLE = 5
"""How many characters before a post its article is looked for in."""
_WORDS = 2
"""How many of the last words of a post the headline tells it by."""
_FAR = 400
"""How many characters after a person the post of that one stands at most where a headline told it."""
SAME_CHAIR = {
    "Chairperson": "President",
    "President": "Chairperson",
    "DeputyChairperson": "VicePresident",
    "VicePresident": "DeputyChairperson",
}
"""Roles of which one word may mean the other: the chairman of a court is its president."""


def ministry_in(discourse: Discourse, state: Referent) -> Referent | None:
    """Return the ministry of a state of the kind that the article last told a minister of: "Kazakhstan's minister A"."""
    if not state.path:
        return None
    told = [(p.last_seen, b) for p in discourse.people for role, b in p.posts if role == "Minister" and b.path.startswith("organization/")]
    if not told:
        return None
    office = max(told, key=lambda t: t[0])[1].path.removeprefix("organization/").rpartition("-")[0]
    return discourse.known(office_path(office, state.path)) if f"office-kind/{office}" in discourse.reference else None


def office_of_other(discourse: Discourse, post: Thing, person: Referent) -> Referent | None:
    """Return the office of the state named last before a post whose usual body another heads: "with his host, Justice Minister A"."""
    states = [
        (max(before), r.path)
        for r in discourse.referents.values()
        if r.sort == "state" and r.path and (before := [start for start, _, _ in r.mentions if start < post.start])
    ]
    for _, path in sorted(states, reverse=True):
        office = discourse.office(post.national, path.partition("/")[2].lower(), post)
        if not discourse.taken(post.kind, office, person):
            return office
    return None


def holder_of_name(discourse: Discourse, name: str, thing: Thing) -> Referent | None:
    """Return of several of one family name the one who holds the post told beside it: "Abdyraimov, the prosecutor general"."""
    if len(name.split()) > 1 or not thing.posts:
        return None
    known = [p for p in discourse.people if any(discourse.name_words(form)[-1:] == discourse.name_words(name) for form in p.names)]
    fitting = [p for p in known if any(role == post.kind for role, _ in p.posts for post in thing.posts)]
    return fitting[-1] if len(known) > 1 and fitting else None


def call_by_holder(discourse: Discourse, body: Referent, post: Thing) -> None:
    """Call an ombudsman's office by the words for its holder, which name it too."""
    holder = body.path.startswith("organization/ombudsman-") and post.kind.endswith("Commissioner")
    if holder and not post.plural:
        body.call(" ".join(discourse.text[post.start : post.end].split()), post.start, post.end, "office_of_role")


def holder_in_state(discourse: Discourse, state: Referent, kind: str, post: Thing) -> Referent | None:
    """Return who holds a post in some office of a state, the one spoken of last before: "the Uzbek minister"."""
    fitting = [
        p for p in discourse.people if any(role == kind and b.state is state and (role, b.ref) not in p.former for role, b in p.posts)
    ]
    before = [(max(at), p.ref, p) for p in fitting if (at := [start for start, _, _ in p.mentions if start < post.start])]
    return max(before, key=lambda found: found[:2])[2] if before else None


def deputised(people: list[Referent], post: Thing) -> Referent | None:
    """Return the body of no state whose vice-president an article has named last: there "President A" after him is that body's."""
    if post.kind != "President" or any(role == "President" for p in people for role, _ in p.posts):
        return None
    told = [
        (p.last_seen, b.ref, b) for p in people for role, b in p.posts if role == "VicePresident" and b.sort == "org" and b.state is None
    ]
    return max(told, key=lambda one: one[:2])[2] if told else None


def called_so(discourse: Discourse, people: list[Referent], post: Thing) -> list[Referent]:
    """Return those of several who hold a post whom the text calls by the same words: "the State Secretary" is no vice-minister."""
    words = discourse.text[post.start : post.end].lower().removesuffix("'s")
    said = [[discourse.text[start:end].lower() for (role, _), (start, end, _) in p.posts_said.items() if role == post.kind] for p in people]
    same = [p for p, told in zip(people, said, strict=True) if any(words in text for text in told)]
    return same if same and len(people) > 1 and not post.of else people


def only_embassy(discourse: Discourse) -> Referent | None:
    """Return the embassy of an article that names but one: "the Ambassador" without a state is its head."""
    embassies = [r for r in discourse.referents.values() if r.kind == "Embassy" and r.state is not None]
    return embassies[0] if len(embassies) == 1 else None


def _line_of(text: str, at: int) -> int:
    """Return how long the line is in which a place of a text lies."""
    end = text.find("\n", at)
    return (end if end >= 0 else len(text)) - text.rfind("\n", 0, at) - 1


def introduced(discourse: Discourse, post: Thing) -> Referent | None:
    """ "A took off his coat. The Turkish justice minister laughed.": the only one named so far holds the post that its headline tells."""
    text = discourse.text
    people = [p for p in discourse.people if not all(_line_of(text, start) < _BYLINE for start, _, _ in p.mentions)]
    lone = people[0] if len(people) == 1 else None
    if lone is None or lone.posts or lone.origin is not None or not post.of:
        return None
    before = discourse.pack.fold(text[max(0, post.start - _ARTICLE) : post.start]).split()
    article = any(c.category == "det" and c.name != "indefinite" for c in discourse.pack.nouns.get(before[-1] if before else "", ()))
    words = " ".join(text[post.start : post.end].lower().split(" of ")[0].split()[-_WORDS:])
    near = any(0 < post.start - start < _FAR for start, _, _ in lone.mentions)
    body = discourse.body(post) if article and near and words in text.strip().partition("\n")[0].lower() else None
    if body is None:
        return None
    discourse.hold(lone, post, (post.start, post.end, "named_before"))
    return lone


def not_led(discourse: Discourse, post: Thing, body: Referent, person: Referent) -> Referent:
    """Return another body that a noun for its kind may mean where the last one is led by somebody else: "Akademiyanın rektoru A"."""
    owner = post.of[0] if post.of else None
    if owner is None or owner.sort != "org" or owner.path or owner.of or " " in owner.name or not owner.name or post.kind not in LEADERS:
        return body
    if post.former or not _leaders(discourse, body, person):
        return body
    if person.posts:
        return next((other for role, other in person.posts if role == post.kind and other.kind == body.kind), body)
    others = [
        (max(at), other.ref, other)
        for other in discourse.referents.values()
        if other is not body and other.kind == body.kind and (at := [start for start, _, _ in other.mentions if start < post.start])
        if discourse.heads(other, owner.name) and not _leaders(discourse, other, person)
    ]
    return max(others)[2] if others else body


def _leaders(discourse: Discourse, body: Referent, but: Referent) -> list[Referent]:
    """Return those who lead a body now, one person left out."""
    posts = [(p, role) for p in discourse.people if p is not but for role, b in p.posts if b is body and (role, b.ref) not in p.former]
    return [p for p, role in posts if role in LEADERS]
