"""In which state a post is held that English tells without one: the host's, that of the delegation, of the one named just before.

"During the visit to Serbia he met Justice Minister A" does not mean a minister of the state from which the article speaks. Run on the
clauses of a sentence before anybody in it is met.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from qurultay.facts.discourse import Discourse
from qurultay.facts.events import Book, Event
from qurultay.facts.posts import office_of
from qurultay.mentions.nodes import Clause, Node, Thing
from qurultay.terms import office_path

__all__ = ["current_visit", "heading", "leaves_home", "seat", "seat_posts", "state_of_place"]

_STATELESS = frozenset({"Ambassador", "Representative", "Expert", "Adviser", "Member", "Director", "SecretaryGeneral"})
"""Posts that say nothing of the state in which the next one named is held."""
_GUESTS = frozenset({"guest", "side"})
_PAIR = 2
_WORD = 8
"""How many characters before a body its possessive is looked for in."""


def seat_posts(clauses: Sequence[Clause], nodes: Sequence[Node], discourse: Discourse, book: Book) -> None:
    """Give posts told without a state that of those beside whom, or at whose place, they are told."""
    for node in _every(nodes):
        _as_before(node, discourse)
        _in_courtesy(node, discourse)
    for clause in clauses:
        _of_owner(clause, discourse)
        _of_delegation(clause, discourse)
        _of_unknown(clause, discourse)
        frames = clause.verb.frames()
        if frames & {"meet", "receive", "received"}:
            host = _host(clause, discourse, book)
            for node in _hosts(clause, frames, discourse) if host else ():
                seat(node, host, discourse)
        if frames & {"lead", "participate", "represent", "include"}:
            _of_led(clause, discourse)
        if "ended" in frames:
            _of_visit(clause, discourse, book)
        if "include" in frames:
            _of_leader(clause, discourse)
        if "include" in frames and clause.head is not None and clause.head.kind == "DELEGATION" and discourse.guests:
            _of_sent(clause, discourse)


def _of_owner(clause: Clause, discourse: Discourse) -> None:
    """ "Azerbaijan sent A, chair of the Criminal Board of its Supreme Court": the office is that of the state told before."""
    state = ""
    for node in clause.arguments:
        if node.kind == "STATE" and len(node.things) == 1:
            state = node.things[0].path
        told = [*node.things, *(body for thing in node.things for post in thing.posts for body in post.of)]
        for body in [*told, *(whole for thing in told for whole in thing.of)] if state else ():
            before = discourse.text[max(0, body.start - _WORD) : body.start].split()
            own = bool(before) and before[-1].lower() in discourse.pack.settings["own"]
            if own and body.sort == "org" and body.national and not body.of and not body.path and body.rules[:1] == ("lone_office",):
                body.path, body.definite = office_path(body.national, state), False


def leaves_home(clauses: Sequence[Clause]) -> bool:
    """Tell whether somebody goes on a visit of whose posts no state is told: "President of the Constitutional Court A visited B"."""
    going = [n for clause in clauses if clause.verb.frames() & {"visit", "move"} for n in clause.arguments if n.kind == "PERSON"]
    return any(n.has("nom") and any(_lone(post) for thing in n.things for post in thing.posts) for n in going)


def heading(nodes: Sequence[Node], discourse: Discourse) -> str:
    """Return the path of the state in which a lone town lies, as it opens an item of a chronicle: "Wednesday, 5 March. Budapest."."""
    told = [node for node in nodes if node.kind not in ("DATE", "PUNCT", "COMMA", "WORD", "COLON", "DASH", "NUMBER")]
    if len(told) != 1 or told[0].kind != "PLACE" or len(told[0].things) != 1:
        return ""
    return state_of_place(told[0].things[0], discourse)


def _every(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield nodes and those of the clauses that belong to them."""
    for node in nodes:
        yield node
        for clause in node.clauses:
            yield from _every([inner for inner in clause.arguments if inner is not node])


def _as_before(node: Node, discourse: Discourse) -> None:
    """ "Portugal's prosecutor general A and Justice Minister B": both are of Portugal."""
    if len(node.things) != _PAIR or any(thing.sort != "person" or len(thing.posts) != 1 for thing in node.things):
        return
    first, second = (thing.posts[0] for thing in node.things)
    state = _told_state(first, discourse)
    if state and first.kind not in _STATELESS and first.kind != second.kind and _lone(second) and _new(node.things[1], discourse):
        _settle(second, state)


def _in_courtesy(node: Node, discourse: Discourse) -> None:
    """ "Attorney-General Counsellor A", "Counsellor B, the director": a word of courtesy right before a name tells no post."""
    words = discourse.pack.settings["courtesies"]
    for thing in node.things if words and node.kind in ("PERSON", "LIST") else ():
        name = next(iter(thing.by_case.values()), "").split()[:1]
        for post in [p for p in thing.posts if not p.of and name]:
            told = discourse.text[post.start : post.end]
            if discourse.pack.fold(told) in words and discourse.text[post.end :].split()[:1] == name:
                thing.posts.remove(post)


def _of_unknown(clause: Clause, discourse: Discourse) -> None:
    """ "A, prosecutor at DIICOT", "B, deputy prosecutor in Paris": of which office they are is not said, and it is not the state's."""
    there = {"NAME": discourse.pack.settings["at_body"], "PLACE": discourse.pack.settings["in_town"]}
    for node, after in pairwise(clause.arguments):
        between = discourse.text[node.end : after.start].strip()
        if node.kind != "PERSON" or between not in there.get(after.kind, ()):
            continue
        post = node.things[-1].posts[-1] if node.things[-1].posts else None
        if post is not None and not post.of and post.kind in ("Prosecutor", "DeputyProsecutor") and post.end == node.end:
            node.things[-1].posts.remove(post)


def _of_delegation(clause: Clause, discourse: Discourse) -> None:
    """ "They met A and the delegation of Hungary headed by Deputy Prosecutor General B": who heads it is of that state."""
    for before, node in pairwise(clause.arguments):
        last = before.things[-1] if before.kind in ("DELEGATION", "LIST") and before.things else None
        sent = (
            last.of[0].path if last is not None and last.sort == "delegation" and len(last.of) == 1 and last.of[0].sort == "state" else ""
        )
        if sent and node.kind == "PERSON" and node.has("lead"):
            seat(node, sent, discourse)


def _host(clause: Clause, discourse: Discourse, book: Book) -> str:
    """Return the path of the foreign state at which a clause is: of the town told in it, else of the visit that the text is at."""
    home = f"state/{discourse.pack.home}"
    for node in clause.arguments:
        if node.kind in ("PLACE", "STATE") and node.has("loc") and len(node.things) == 1:
            state = state_of_place(node.things[0], discourse)
            return state if state != home else ""
    visit = current_visit(book)
    place = visit.place if visit is not None else None
    state = "" if place is None else place.path if place.sort == "state" else place.state.path if place.state is not None else ""
    return state if state != home else ""


def current_visit(book: Book) -> Event | None:
    """Return the visit that the text is at, of which what it is at now may be a part."""
    if book.current is None:
        return None
    if book.current.kind == "Visit":
        return book.current
    wholes = [*book.current.events.get("part_of", {}), *book.current.events.get("framework", {})]
    return next((event for event in wholes if event.kind == "Visit"), None)


def _hosts(clause: Clause, frames: set[str], discourse: Discourse) -> list[Node]:
    """Return the phrases of a clause in which the hosts of visitors are told."""
    before = [n for n in clause.arguments if n.first < clause.verb.first and n.has("nom")]
    after = [n for n in clause.arguments if n.first > clause.verb.last]
    if "received" in frames:
        return [n for n in after if n.kind in ("PERSON", "LIST") and n.has("by")] if any(_ours(n, discourse) for n in before) else []
    acting = [n for n in before if n.kind in ("PERSON", "LIST")]
    if "receive" in frames:
        return acting if any(_ours(n, discourse) for n in after) else []
    if any(_ours(n, discourse) for n in before):
        return [n for n in after if n.kind in ("PERSON", "LIST") and (n.has("ins") or n.has("acc"))]
    return []


def _ours(node: Node, discourse: Discourse) -> bool:
    """Tell whether a phrase means those who came: a delegation, the guests, "he", somebody of the article's state met before."""
    if node.kind == "DELEGATION" or (node.kind == "GROUP" and node.concept is not None and node.concept.name in _GUESTS):
        return True
    if node.kind == "WORD" and node.text.lower() in discourse.pack.settings["pronouns"]:
        return True
    if node.kind not in ("PERSON", "NAME"):
        return False
    home = f"state/{discourse.pack.home}"
    if any(_told_state(post, discourse) == home for thing in node.things for post in thing.posts):
        return True
    names = [form for thing in node.things for form in thing.by_case.values()] or [node.text]
    person = next((p for name in names if (p := discourse.same_person(name)) is not None), None)
    bodies = [body for _, body in person.posts] if person is not None else []
    seats = [body.country for body in bodies]
    return any(seat is not None and seat.path == home for seat in seats)


def _of_led(clause: Clause, discourse: Discourse) -> None:
    """ "The Moldovan delegation is led by State Secretary A", "Hungary was represented by Deputy Speaker B": they are of that state."""
    before = [n for n in clause.arguments if n.first < clause.verb.first and n.has("nom") and len(n.things) == 1]
    owners = [n.things[0].of[0] if n.kind == "DELEGATION" and len(n.things[0].of) == 1 else n.things[0] for n in before]
    states = [thing for thing in owners if thing.sort == "state" and thing.path]
    included = "include" in clause.verb.frames() and any(n.kind == "DELEGATION" for n in before)
    state = states[0].path if len(states) == 1 else ""
    for before_, node in pairwise([clause.verb, *clause.arguments]) if state else ():
        if before_.kind == "STATE" and len(before_.things) == 1 and before_.first > clause.verb.last:
            state = before_.things[0].path or state  # "A was represented by X and B by Y"
        if node.kind in ("PERSON", "LIST") and (node.has("by") or included) and node.first > clause.verb.last:
            seat(node, state, discourse)


def _of_visit(clause: Clause, discourse: Discourse, book: Book) -> None:
    """ "His visit will end with a meeting at the Ministry of Justice": an office told by its kind is that of the state visited."""
    visit = current_visit(book)
    place = visit.place if visit is not None and any(n.kind == "EVENT" and n.things[0].kind == "Visit" for n in clause.arguments) else None
    host = place.country.path if place is not None and place.country is not None else ""
    for node in clause.arguments if host else ():
        body = node.things[0] if node.kind == "ORG" and node.has("loc") and len(node.things) == 1 else None
        if body is not None and body.rules == ("lone_office",) and body.national not in ("", "part", "home") and not (body.of or body.path):
            body.path, body.definite = office_path(body.national, host), False


def _of_leader(clause: Clause, discourse: Discourse) -> None:
    """ "The delegation headed by A included Deputy Secretary General B": a post that any body has is one of A's body."""
    sent = next((n.things[0] for n in clause.arguments if n.kind == "DELEGATION" and n.has("nom") and n.things), None)
    names = list(sent.leader.by_case.values()) if sent is not None and sent.leader is not None else []
    leader = discourse.same_person(names[0]) if names else None
    body = next((b for _, b in leader.posts if b.sort == "org" and b.path), None) if leader is not None else None
    for node in clause.arguments if body is not None else ():
        for post in [p for t in node.things for p in t.posts if node.first > clause.verb.last]:
            if body is not None and not post.of and post.kind.endswith("SecretaryGeneral"):
                post.of = [Thing("org", post.start, post.end, path=body.path, kind=body.kind, definite=False)]


def _of_sent(clause: Clause, discourse: Discourse) -> None:
    """ "The guest came with a delegation consisting of Prosecutor A": A is of the state of the guest."""
    bodies = [body for guest in discourse.guests for body in (guest, *(held for _, held in guest.posts))]
    states = {body.country.path for body in bodies if body.country is not None and body.country.path}
    for node in clause.arguments if len(states) == 1 else ():
        if node.kind in ("PERSON", "LIST") and node.first > clause.verb.last:
            seat(node, next(iter(states)), discourse)


def seat(node: Node, state: str, discourse: Discourse) -> None:
    """Give the last post of each person in a phrase a state, where it has none and nobody of that name was met with a post."""
    for thing in node.things:
        if thing.sort == "person" and thing.posts and _lone(thing.posts[-1]) and _new(thing, discourse):
            _settle(thing.posts[-1], state)


def _new(thing: Thing, discourse: Discourse) -> bool:
    """Tell whether nobody of a name was met with a post before."""
    people = [p for form in thing.by_case.values() if (p := discourse.same_person(form)) is not None]
    return not any(person.posts for person in people)


def _lone(post: Thing) -> bool:
    """Tell whether a post is one that each state has, told without a state."""
    if post.of:
        body = post.of[0]
        return body.sort == "org" and not body.of and not body.path and bool(body.national) and body.national != "part"
    return post.kind in ("Minister", "DeputyMinister") or (post.national not in ("", "ministry", "home") and post.kind != "Ambassador")


def _settle(post: Thing, path: str) -> None:
    """Let a post be one of a state."""
    state = Thing("state", post.start, post.end, path=path, kind="State", definite=False)
    if post.of and post.of[0].national == "home":
        post.of[0].of, post.of[0].national = [state], ""
    elif post.of:
        post.of = [office_of(state, post.of[0].national, post.end)]
    elif post.national in ("state", ""):
        post.of, post.kind = [state], "HeadOfState" if post.kind == "President" else post.kind
    else:
        post.of = [office_of(state, post.national, post.end)]
    post.national = ""


def _told_state(post: Thing, discourse: Discourse) -> str:
    """Return the path of the state with which a post is told, "" where it is told with none."""
    body = post.of[0] if post.of else None
    if body is None or body.sort == "place":
        return ""
    if body.sort == "state":
        return body.path
    if body.of and body.of[0].sort == "state":
        return body.of[0].path
    known = discourse.reference.get(body.path) if body.path else None
    return known.state if known is not None and known.state.startswith("state/") else ""


def state_of_place(place: Thing, discourse: Discourse) -> str:
    """Return the path of the state of a place of the reference data, a state's own."""
    known = discourse.reference.get(place.path) if place.path else None
    return place.path if place.sort == "state" else known.state if known is not None and known.state.startswith("state/") else ""
