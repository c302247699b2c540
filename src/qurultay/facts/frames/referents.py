"""Who is meant by a phrase: a person by his post or surname, a body by its short name, the guests by "heyət"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qurultay.facts.discourse import Referent
from qurultay.facts.frames.scene import Party, Scene
from qurultay.facts.standing import LEADERS
from qurultay.mentions.nodes import Clause, Node, Thing

__all__ = ["Referents", "post_of"]


_BOTH = 2
_CHAIRS = frozenset({"Chairperson", "President"})
"""Roles that one word may mean: that of a court is its president."""
_NUMBER = 16
"""How many characters before a noun the number of those whom it tells of is looked for in."""
_WORD = 8
"""How many characters before a noun the word for "both" is looked for in."""


class Referents:
    """Finds whom the phrases of an article speak of."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.pack, self.discourse, self.book = scene, scene.pack, scene.discourse, scene.book

    def of(self, node: Node | None) -> list[Party]:
        """Return those whom a node speaks of: people, and bodies."""
        if node is None:
            return []
        if both := self._both_bodies(node):
            return [(node.things[0], body) for body in both]
        found: list[Party] = []
        case = next((e.case for e in node.endings), "")
        for thing in node.things:
            referent = self.discourse.person(thing, case) if thing.sort == "person" else None
            if thing.sort in ("org", "state"):
                referent = self.discourse.resolve(thing)
            if referent is None and thing.sort == "org" and self._of_both(thing):
                found.extend((thing, side) for side in self.sides(thing.national))
            if referent is not None:
                found.append((thing, referent))
            elif thing.sort == "post":
                if heads := self._heads(thing, node):
                    found.extend((thing, r) for r in heads)
                    continue
                held = self.discourse.holder(thing)
                if held is None and thing.former:
                    continue  # "former presidents of the court"
                body = self.discourse.body(thing)
                if held is None and body is not None and thing.kind == "SAME":
                    self.discourse.vacant = thing
                found.extend((thing, r) for r in (held, None if held else body) if r is not None)
            elif thing.sort == "delegation":
                found.extend(self._delegates(thing))
        if not found and node.kind == "ROLE":
            post = post_of(node)
            if both := self._both(node, post):
                return [(post, referent) for referent in both]
            if self._counted(node):
                return []
            held = self.discourse.holder(post)
            if held is None and post.national not in ("", "state") and not post.plural:
                held = self.discourse.body(post)
                self.discourse.vacant = post if held is not None else None
            return [(post, held)] if held else []
        if not found and node.kind in ("GROUP", "DELEGATION"):
            return [(Thing("group", node.start, node.end), r) for r in self._pointed_group(node)]
        if not found and node.kind == "NAME":
            return self.by_name(node)
        return found

    def _counted(self, node: Node) -> bool:
        """Tell whether of people it is only told how many they are: "30 savcı", "üç hâkim"; two may be both of whom the text tells."""
        before = self.scene.text[max(0, node.start - _NUMBER) : node.start].split()
        word = self.pack.fold(before[-1]) if before else ""
        return word.isdigit() or word in set(self.pack.settings["numerals"]) - set(self.pack.settings["both"])

    def _of_both(self, thing: Thing) -> bool:
        """Tell whether a body is told in the plural and by its noun only: "двумя ведомствами", those that met."""
        return self.pack.dictionary is not None and thing.plural and thing.rules == ("lone_office",)

    def met(self, node: Node) -> bool:
        """Tell whether bodies or those who head them are told by a noun in the plural only: "двумя ведомствами", "главами ведомств"."""
        if self.pack.dictionary is None:
            return False
        return all(self._of_both(t) or (t.sort == "post" and (not t.of or self._of_both(t.of[0]))) for t in node.things)

    def _heads(self, post: Thing, node: Node) -> list[Referent]:
        """Return the two who hold a post at the event that the text is at, or head bodies there: "министры", "главы ведомств"."""
        event = self.book.current
        lone = not post.of or self._of_both(post.of[0])
        acting = [e for e in node.endings if e.case in ("nom", "by")]
        if not (self.pack.head_initial and acting and all(e.plural for e in acting) and lone and event is not None):
            return []
        roles = LEADERS if post.kind == "Director" else _CHAIRS if post.kind in _CHAIRS else {post.kind}
        heads = [p for p in sorted(event.people(), key=lambda p: p.ref) if any(role in roles for role, _ in p.posts)]
        return heads if len(heads) == _BOTH else []

    def _both_bodies(self, node: Node) -> list[Referent]:
        """Return the bodies of one kind that met at the event which the text is at: "the two ministries"."""
        lone = node.kind == "ORG" and len(node.things) == 1 and node.things[0].rules[:1] == ("lone_office",) and node.plural()
        before = self.scene.text[max(0, node.start - _WORD) : node.start].split() if lone else []
        word = self.pack.fold(before[-1]) if before else ""
        if word in self.pack.settings["both"]:
            return self.of_kind(node.things[0].kind) or self._of_two_states(node.things[0].national)
        return self._of_two_states(node.things[0].national) if word in self.pack.settings["the"] else []

    def _of_two_states(self, office: str) -> list[Referent]:
        """Return the offices of a kind in the two states, and no more, of which the article tells: "the supreme courts"."""
        kin = [r for r in self.discourse.referents.values() if office and r.path.startswith(f"organization/{office}-") and r.mentions]
        return kin if len(kin) == _BOTH else []

    def of_kind(self, kind: str) -> list[Referent]:
        """Return the bodies of a kind that take part in the event that the text is at, where they are two."""
        event = self.book.current
        bodies = [r for r in event.slots.get("participant", ()) if r.sort == "org" and r.kind == kind] if event is not None else []
        return bodies if len(bodies) == _BOTH else []

    def _both(self, node: Node, post: Thing) -> list[Referent]:
        """Return the two last spoken of who hold a post of a kind: "the two ministers"."""
        if not self.pack.head_initial:
            return self._two(node, post)
        if not node.plural():
            return []
        if not self.pack.settings["fixed_order"]:
            return self._heads(post, node)
        before = self.scene.text[max(0, node.start - _WORD) : node.end].split()[: -len(node.text.split())]
        if not before or self.pack.fold(before[-1]) not in self.pack.settings["both"]:
            return []
        holders = sorted((p for p in self.discourse.people if any(role == post.kind for role, _ in p.posts)), key=lambda p: p.last_seen)
        return holders[-_BOTH:] if len(holders) >= _BOTH else []

    def _two(self, node: Node, post: Thing) -> list[Referent]:
        """Return the two at the event which the text is at, else the last two spoken of, who hold a post: "iki bakan"."""
        before = self.scene.text[max(0, node.start - _WORD) : node.start].split()
        if not before or self.pack.fold(before[-1]) not in self.pack.settings["both"]:
            return []
        event = self.book.current
        there = sorted(event.people(), key=lambda p: p.ref) if event is not None else []
        for people in (there, sorted(self.discourse.people, key=lambda p: p.last_seen)):
            holders = [p for p in people if any(role == post.kind for role, _ in p.posts)]
            if len(holders) == _BOTH:
                return holders
        return []

    def partners(self, node: Node | None, ours: list[Party]) -> list[Party]:
        """Return whom a phrase means as those who act with ``ours``: "mevkidaşıyla" is who holds the same post elsewhere."""
        if node is None or node.kind != "GROUP" or node.concept is None or node.concept.name != "colleague":
            return self.of(node)
        us = {r for _, r in ours}
        roles = {role for r in us for role, _ in r.posts}
        same = [p for p in self.discourse.people if p not in us and any(role in roles for role, _ in p.posts) and p.last_seen < node.start]
        last = max(same, key=lambda p: p.last_seen, default=None)
        return [(Thing("person", node.start, node.end), last)] if last is not None else []

    def _pointed_group(self, node: Node) -> list[Referent]:
        """Return whom "qonaq", "heyət" or "tərəflər" point back to."""
        name = node.concept.name if node.concept else ""
        if name == "side":
            return self.sides(node.value)
        if node.kind == "GROUP" and name != "guest":
            return []
        guests = self.discourse.guests or self._visitors()
        several = node.kind == "DELEGATION" and node.first == node.last and node.plural() and self.pack.settings["noun_modifiers"]
        if several and (not self._several_bodies(guests) or node.cases() == {"gen"}):
            return []  # "the delegations" are more than the one told last, "the heads of delegations" of how many is not said
        single = node.kind == "GROUP" and not node.plural()
        return [g for g in guests if g.sort == "person"][:1] if single else list(guests)

    @staticmethod
    def _several_bodies(guests: Sequence[Referent]) -> bool:
        """Tell whether guests are of several bodies or states."""
        return len({body.ref for g in guests for body in ([b for _, b in g.posts] or [g])}) > 1

    def _visitors(self) -> list[Referent]:
        """Return those who are on the visit that the text is at, where nothing else told who the guests are."""
        trip = self.book.trip()
        if trip is None or trip.kind != "Visit" or trip.status == "Cancelled":
            return []
        return [*trip.slots.get("attendee", ()), *(r for r in trip.slots.get("participant", ()))]

    def sides(self, office: str = "") -> list[Referent]:
        """Return the bodies that met at the event which the text is at, those of one kind of ``office`` where it is told.

        Where the text names one side only, the other is that of the guests; of several of a state the first one counts.
        """
        event = self.book.current
        if event is None:
            return []
        sides = [r for r in event.slots.get("participant", ()) if r.sort == "org"]
        if len(sides) < _BOTH:
            guests = [next((b for _, b in reversed(g.posts) if b.sort == "org"), g) for g in self.discourse.guests]
            sides = [*sides, *(g for g in guests if g.sort == "org" and g not in sides)]
        if office:
            sides = [side for side in sides if side.path.startswith(f"organization/{office}-") or side.kind == office] or sides
        first = {side.state: side for side in reversed(sides)}
        return sides if len(sides) <= _BOTH or len(first) != _BOTH else [side for side in sides if first[side.state] is side]

    def by_name(self, node: Node) -> list[Party]:
        """Return the person of a surname or the body of a short name told before, [] where none was."""
        *head, last = node.text.split()
        possessive = {" ".join([*head, last[: len(e.stem)]]) for e in self.pack.readings(last) if e.possessive}
        plain = dict.fromkeys(self.pack.uninflected(node.text))
        for form in dict.fromkeys([*plain, *possessive]):
            alias = self.discourse.aliases.get(form)
            if alias is not None:
                return [(Thing("org", node.start, node.end), alias)]
            held = self.discourse.same_person(form)
            if held is not None and form in plain:
                held.mentions.append((node.start, node.end, "surname"))
                held.last_seen = node.start
                return [(Thing("person", node.start, node.end), held)]
        return []

    def things(self, node: Node) -> Sequence[Thing]:
        """Return what a node speaks of, and for the surname of somebody met before that person."""
        if node.things or node.kind != "NAME":
            return node.things
        names = [name for _, referent in self.by_name(node) if referent.sort == "person" for name in list(referent.names)[:1]]
        return [Thing("person", node.start, node.end, kind="Person", rules=("surname",), by_case={"nom": name}) for name in names]

    def introduce(self, clause: Clause, *, strict: bool = False) -> None:
        """Take full names without a title, which act in a clause, for people's; with ``strict`` only those of a given and a family name."""
        for node in clause.arguments:
            if strict and not self.scene.full_name(node):
                continue
            if node.kind == "NAME" and node.has("nom") and " " in node.text and not node.clauses and not self.by_name(node):
                name = " ".join(self.scene.text[node.start : node.end].split())
                thing = Thing("person", node.start, node.end, kind="Person", rules=("name_of_one_who_acts",), by_case={"nom": name})
                node.kind, node.things, node.endings = "PERSON", [thing], tuple(e for e in node.endings if e.case == "nom")

    def introduce_as(self, node: Node, case: str) -> None:
        """Take a full name for a person's where its place in the clause says so: "elected A as chairwoman"."""
        if node.kind == "NAME" and " " in node.text and not self.by_name(node):
            name = " ".join(self.scene.text[node.start : node.end].split())
            thing = Thing("person", node.start, node.end, kind="Person", rules=("name_of_one_who_acts",), by_case={case: name})
            node.kind, node.things = "PERSON", [thing]

    def introduce_by(self, clause: Clause, after: Node) -> None:
        """Take full names after "by" for people's where a noun before them tells of what only people give: "papers by A"."""
        for node in clause.arguments:
            if node.kind == "NAME" and node.has("by") and " " in node.text and node.first > after.last and not self.by_name(node):
                name = " ".join(self.scene.text[node.start : node.end].split())
                thing = Thing("person", node.start, node.end, kind="Person", rules=("name_of_one_who_acts",), by_case={"by": name})
                node.kind, node.things = "PERSON", [thing]

    def _delegates(self, thing: Thing) -> Iterator[Party]:
        """Yield who leads a delegation and the bodies it comes from."""
        leader = None
        if thing.leader is not None:
            leader = self.discourse.person(thing.leader, "gen") if thing.leader.sort == "person" else self.discourse.holder(thing.leader)
            if leader is not None:
                yield thing.leader, leader
            elif thing.leader.sort == "post":
                body = self.discourse.body(thing.leader)
                if body is not None:
                    yield thing.leader, body
        for member in thing.of:
            if member.sort == "post":
                body = self.discourse.body(member)
                if body is not None:
                    yield member, body
            elif member.sort == "person":
                person = self.discourse.person(member, "abl")
                if person is not None:
                    yield member, person
            elif member.sort == "state" and thing.leader is None and (sent := self._guests_from(member) or self._sent_by(member)):
                yield from ((member, guest) for guest in sent)
            elif not (member.sort == "state" and thing.leader is not None and (leader is None or leader.posts)):
                referent = self.discourse.resolve(member)
                if referent is not None:
                    yield member, referent

    def _guests_from(self, state: Thing) -> list[Referent]:
        """Return the guests whom a delegation told by its state alone points back to: "the Kazakh delegation"."""
        if not self.pack.settings["fixed_order"]:
            return []
        home = self.discourse.resolve(state)
        return [g for g in self.discourse.guests if any(b.country is home for b in (g, *(p for _, p in g.posts)))]

    def _sent_by(self, member: Thing) -> list[Referent]:
        """Return who came from a state to the last event of which that is told: "Azərbaycan nümayəndə heyəti" means them."""
        state = self.discourse.resolve(member)
        if self.pack.settings["fixed_order"] or state is None:
            return []
        if self.pack.head_initial:
            return self._came_from(state)
        for event in sorted((e for e in self.book.events if e.asserted and e.status == "Held"), key=lambda e: -e.last_seen):
            host = event.place and event.place.country
            people = [p for p in event.slots.get("attendee", ()) if any(b.state is state for _, b in p.posts if b.sort == "org")]
            if people and host is not None and host is not state:
                return people[:1]
        return []

    def _came_from(self, state: Referent) -> list[Referent]:
        """Return the one body of a state whose people are at what the article told last: "казахстанская делегация" means them."""
        for event in sorted((e for e in self.book.events if e.asserted and e.status == "Held"), key=lambda e: -e.last_seen):
            bodies = [body for body in event.slots.get("participant", ()) if body.sort == "org" and body.state is state]
            if bodies:
                return bodies if len(bodies) == 1 else []
        return []

    def remember(self, node: Node | None) -> None:
        """Keep the last person of a phrase as the one whom the text is about."""
        people = [r for _, r in self.of(node) if r.sort == "person"] if node is not None else []
        several = len(people) > 1 and self.scene.subject is not None and self.pack.settings["his"]  # nobody says "he" of several
        if people and node is not None and not several:
            self.scene.subject = people[-1]
            self.scene.subjects.append((node.start, people[-1]))


def post_of(node: Node) -> Thing:
    """The post of a role told without its body."""
    concept = node.concept
    national = concept.get("national") if concept else ""
    plural = any(e.plural for e in node.endings) and not any(not e.plural for e in node.endings)
    return Thing(
        "post",
        node.start,
        node.end,
        kind=concept.name if concept else "",
        national=national or ("state" if concept and concept.get("state") == "1" else ""),
        plural=plural,
        tail="told" if concept and concept.get("told") else "",
    )
