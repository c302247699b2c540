"""Who holds which post, where a clause tells it as what he is or has become."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise, takewhile

from qurultay.facts.discourse import Referent
from qurultay.facts.frames.arguments import words_of
from qurultay.facts.frames.frame import Frame
from qurultay.facts.frames.referents import post_of
from qurultay.facts.phrases import named
from qurultay.facts.posts import HEADS
from qurultay.facts.standing import HEAD
from qurultay.language.pack import Predicate
from qurultay.language.suffixes import Ending, VerbForm
from qurultay.mentions.nodes import ACTING, Clause, Node, Thing

__all__ = ["Posts"]

_ELECTING = frozenset({"Council", "Organization", "InternationalOrganization", "Court"})
"""Kinds of body that elect those who preside over them."""
_DUTY_ENDING = 3
"""How long the ending is that makes the duty of a post from its noun: "başkan", "başkanlık"."""


class Posts(Frame):
    """The frames of posts."""

    def serve(self, clause: Clause) -> None:
        """X Y-nin sədri olub, X Y-nin sədridir, X Y-nin sədri seçilib: a post told as what X is."""
        self._hold_where_from(clause)
        self._among_members(clause)
        told = [n for n in clause.arguments if n.kind in ("POST", "ROLE")]
        if not told:
            return
        frame = clause.verb.senses[0][0].frame if clause.verb.senses else ""
        if frame in ("appointed", "dismissed"):
            self.referents.introduce(clause)
        words = self.pack.settings["serving"]
        serving = frame in ("appointed", "dismissed") or (
            clause.verb.senses
            and self.pack.fold(clause.verb.text).startswith(tuple(words))
            and clause.form in ("fin", "any", "conv", "part")
        )
        posts = [
            (n, n.things[0] if n.kind == "POST" else post_of(n))
            for n in told
            if ((n.kind == "POST" and len(n.things) == 1) or (n.kind == "ROLE" and n.concept is not None and n.concept.get("national")))
            and (n.has("cop") or (serving and n.has("nom")))
            and not (n.kind == "ROLE" and self._elsewhere(clause, n))
        ]
        person = next((n for n in self._told_of(clause) if n.kind in ("PERSON", "NAME") and n.has("nom")), None) or (
            clause.subject if clause.subject and clause.subject.kind == "PERSON" else None
        )
        if posts and person is None and self._he(clause):
            for post, thing in posts:
                self._serve_as(post, thing, clause)
            return
        if posts and person is None:
            self._belong(clause, [thing for _, thing in posts if thing.kind == "Member"])
        if not posts and person is not None and person.kind == "PERSON":
            acting = (n for n in told if n.kind == "POST" and n.has("as") and len(n.things) == 1 and n.things[0].of)
            posts = [(n, n.things[0]) for n in acting if clause.tense != "fut" and frame not in ("appoint", "propose")][:1]
        if not posts or person is None:
            return
        over = clause.tense == "past" and any(n.kind == "DATE" and n.things and n.things[0].kind == "years" for n in clause.arguments)
        for post, thing in posts:
            thing.former = thing.former or frame == "dismissed" or over or self._formerly(clause)
            near = next((n for n in reversed(clause.arguments) if n.kind == "PERSON" and n.has("nom") and n.last < post.first), person)
            for _, referent in self.referents.of(clause.head if near is person and clause.head is not None else near):
                if referent.sort == "person" and not thing.plural:
                    self.discourse.hold(referent, thing, (min(near.start, post.start), max(near.end, post.end, clause.verb.end), "serves"))

    def _elsewhere(self, clause: Clause, role: Node) -> bool:
        """Tell whether a bare role is told of a part of a country that is not known: "был прокурором Карагандинской области"."""
        after = next((n for n in clause.arguments if n.first == role.last + 1), None)
        return self.pack.head_initial and after is not None and after.kind in ("NAME", "AREA") and after.has("gen")

    @staticmethod
    def _formerly(clause: Clause) -> bool:
        return any(named(n, "WORD", "formerly") for n in clause.arguments)

    def _he(self, clause: Clause) -> bool:
        """Tell whether a clause begins with "he", by which the last person spoken of is meant."""
        first = clause.arguments[0] if clause.arguments else None
        pronoun = first is not None and self.pack.fold(first.text) in self.pack.settings["pronouns"]
        if self.pack.head_initial and not self.pack.settings["fixed_order"]:
            pronoun = self._nobody_else(clause)
        return pronoun and self.scene.subject is not None and (not self.pack.head_initial or not self.pack.settings["fixed_order"])

    def _nobody_else(self, clause: Clause) -> bool:
        """Tell whether a finite verb has no subject but a pronoun: "ранее (он) был министром"."""
        told = [
            n
            for n in clause.arguments
            if n.has("nom") and not n.has("cop") and ((n.kind in ACTING and n.kind != "ORG") or not n.has("acc"))
        ]
        pronouns = self.pack.settings["pronouns"]
        alone = all(n.kind in ("COMMA", "PUNCT", "CONJ", "DATE") or self.pack.fold(n.text) in pronouns for n in told)
        several = self.pack.settings["past_of_several"]
        return clause.form == "fin" and alone and not self.pack.fold(clause.verb.text).endswith(several)

    def _elided(self, clause: Clause) -> Node | None:
        """Return the last person spoken of as the one who acts in a clause without a subject: "прежде возглавлял Верховный суд"."""
        subject, verb = self.scene.subject, clause.verb
        unfixed = self.pack.head_initial and not self.pack.settings["fixed_order"]
        if not unfixed or subject is None or not subject.names or not self._nobody_else(clause):
            return None
        name = Thing("person", verb.start, verb.end, kind="Person", by_case={"nom": next(iter(subject.names))}, rules=("pronoun",))
        return Node("PERSON", verb.first, verb.last, verb.start, verb.end, verb.text, (Ending(""),), [name])

    def _serve_as(self, node: Node, post: Thing, clause: Clause) -> None:
        """ "O, əvvəllər Y-nin sədri işləyib": a post of the last person spoken of."""
        post.former = post.former or self._formerly(clause)
        if self.scene.subject is not None and not post.plural:
            self.discourse.hold(self.scene.subject, post, (node.start, max(node.end, clause.verb.end), "serves"))

    def _hold_where_from(self, clause: Clause) -> None:
        """ "Universitetdən dəvət edilmiş professor X": the body that somebody with a bare title comes from is that of the title."""
        head = clause.head
        origin = next((n for n in clause.arguments if n.kind == "ORG" and n.cases() == {"abl"} and len(n.things) == 1), None)
        if origin is None or head is None or head.kind != "PERSON" or len(head.things) != 1 or clause.form not in ("part", "any"):
            return
        for post in head.things[0].posts:
            if not post.of and not post.national:
                post.of = list(origin.things)

    @staticmethod
    def _told_of(clause: Clause) -> list[Node]:
        """Return the phrases of whom a clause may tell a post: its arguments, or the noun that "appointed" is said of."""
        if clause.head is None or clause.form not in ("part", "any"):
            return clause.arguments
        head = replace(clause.head, endings=(Ending(""),)) if clause.head.kind == "PERSON" else clause.head
        return [head]

    def dismissed(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X bu vəzifədən azad edilib: he had the post that was told last."""
        agent = self.arguments.agents(clause, predicate)
        this = any(n.kind == "PARTICLE" and self.pack.fold(n.text) in self.pack.settings["this"] for n in clause.arguments)
        if this and agent is not None and form.tense == "past" and not any(n.kind in ("POST", "ROLE") for n in clause.arguments):
            for _, referent in self.referents.of(agent):
                if referent.sort == "person":
                    self.discourse.precede(referent, words_of(clause, agent, "dismissed"))

    def succeeded(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X succeeds Y, Y is succeeded by X: Y had the post that X has."""
        agent, before = self.arguments.agents(clause, predicate), self.arguments.slot(clause, predicate, "predecessor")
        if agent is None or before is None or form.tense in ("fut", "nec") or clause.form in ("vn", "inf"):
            return
        self._succeed_as(clause, agent)
        self._inherit(clause, agent, before)
        now = {post for _, r in self.referents.of(agent) for post in r.posts if (post[0], post[1].ref) not in r.former}
        for _, referent in self.referents.of(before):
            if referent.sort == "person" and now:
                self.discourse.precede(referent, words_of(clause, before, "dismissed"))

    def _inherit(self, clause: Clause, agent: Node, before: Node) -> None:
        """ "He was succeeded by A": who has no post of his own has that of the one before him."""
        old = [r for _, r in self.referents.of(before) if r.sort == "person"]
        new = [r for _, r in self.referents.of(agent) if r.sort == "person" and r not in old]
        if any(t.rules == ("pronoun",) for t in before.things):  # whoever was named last
            told = [(max(at), r.ref, r) for r in self.discourse.people if r not in new and (at := self._told_before(r, before.start))]
            old = [max(told)[2]] if told else []
        if len(new) != 1 or len(old) != 1 or new[0].posts or not old[0].posts or not self.pack.head_initial:
            return
        role, body = old[0].posts[-1]
        new[0].posts.append((role, body))
        new[0].posts_said[role, body.ref] = words_of(clause, agent, "appointed")

    @staticmethod
    def _told_before(person: Referent, at: int) -> list[int]:
        """Return where somebody was named before a place."""
        return [start for start, _, rule in person.mentions if start < at and rule != "pronoun"]

    def _succeed_as(self, clause: Clause, agent: Node) -> None:
        """ "A replaced B as prosecutor general": the post that the successor has from then on."""
        node = next((n for n in clause.arguments if n.kind in ("POST", "ROLE") and n.has("as")), None)
        post = None if node is None else node.things[0] if node.kind == "POST" else post_of(node)
        for _, referent in self.referents.of(agent) if post is not None and not post.plural else ():
            if referent.sort == "person" and post is not None:
                self.discourse.hold(referent, post, words_of(clause, agent, "appointed"))

    def heads(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X heads Y, who has chaired the Supreme Court since March: the post that the head of such a body has."""
        body = self.arguments.slot(clause, predicate, "org")
        agent = self.arguments.agents(clause, predicate)
        agent = (self._elided(clause) or agent) if agent is None or agent is body else agent
        if body is None or len(body.things) != 1 or form.tense in ("fut", "nec") or clause.form in ("vn", "inf"):
            return
        whole = self.discourse.resolve(body.things[0])
        self.referents.remember(agent)
        for _, referent in self.referents.of(agent):
            if referent.sort == "person" and whole is not None and whole.sort == "org" and not any(b is whole for _, b in referent.posts):
                role = self._headed_as(predicate, whole.kind) or HEADS.get(whole.kind, "Director")
                if whole.kind == "Organization":
                    role = self._of_association(clause, whole.names)
                part = role == "Director" or whole.kind in ("ProsecutorsOffice", "Ministry")
                part = part and not self._centre(whole.names)
                role = "HeadOfDepartment" if part and (whole.parent is not None or (whole.kind not in HEADS and not whole.path)) else role
                post = Thing("post", body.start, body.end, kind=role, of=list(body.things), rules=("heads",))
                post.former = any(named(n, "WORD", "formerly") for n in clause.arguments)
                self.discourse.hold(referent, post, words_of(clause, agent, "heads"))

    def _headed_as(self, predicate: Predicate, kind: str) -> str:
        """Return the role that a verb tells by the noun of its duty, "" where it tells none: "rektörlüğünü yürüt"."""
        duties = [e.stem for e in self.pack.readings(predicate.words[0])] if predicate.words and not self.pack.head_initial else []
        roles = [c for duty in duties for c in self.pack.nouns.get(duty[:-_DUTY_ENDING], ()) if c.category == "role"]
        role = roles[0].name if roles else ""
        role = "" if role == HEAD else role  # of what kind of body he is the head, that says better
        return "President" if role == "Chairperson" and kind in self.pack.settings["presidents"] else role

    def _centre(self, names: Iterable[str]) -> bool:
        """Tell whether a body under another is no department: "A, who runs the Forensic Centre of the Ministry"."""
        signs, departments = set(self.pack.settings["before_task"]), set(self.pack.settings["departments"])
        heads = (takewhile(lambda word: word not in signs, name.split()) for name in names)
        return departments.isdisjoint(stem for head in heads for stem in self.pack.stems(" ".join(head))[-1:])

    def _of_association(self, clause: Clause, names: Iterable[str]) -> str:
        """Return what one is who heads a body that elects its head: "A, who chairs the Bar Association"."""
        words = {word for name in names for word in self.pack.stems(name)}
        if not words & set(self.pack.settings["elected_heads"]):
            return "Director"
        return "Chairperson" if self.pack.fold(clause.verb.text).endswith(("chairs", "chaired", "chairing", "chair")) else "President"

    def _among_members(self, clause: Clause) -> None:
        """ "ŞİÖ'nün daimi üyeleri arasında Çin ve Rusya da bulunuyor": who is told to be among the members of a body."""
        verb = clause.form == "fin" and clause.tense in ("pres", "past") and "include" in clause.verb.frames()
        for node, among in pairwise(clause.arguments) if verb and not self.pack.head_initial else ():
            thing = node.things[0] if node.kind == "POST" and node.things else None
            members = thing is not None and thing.kind == "Member" and any(e.plural for e in node.endings)
            if thing is None or not members or not (among.concept is not None and among.concept.name in ("among", "between")):
                continue
            self._belong(replace(clause, arguments=[n for n in clause.arguments if n.first > among.last]), [thing])

    def _belong(self, clause: Clause, memberships: list[Thing]) -> None:
        """ "Azərbaycan 2002-ci ildən Şəbəkənin üzvüdür": a state or body belongs to another."""
        member = next((n for n in clause.arguments if n.kind in ("STATE", "ORG", "LIST") and n.has("nom") and not n.has("gen")), None)
        for whole in (self.discourse.body(thing) for thing in memberships if thing.of):
            for _, referent in self.referents.of(member):
                if whole is not None and whole is not referent and referent.sort in ("state", "org"):
                    self.scene.memberships.append((referent, whole, words_of(clause, member, "member")))

    def join(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X Y-yə üzv qəbul olunub: a state or body belongs to another from then on."""
        whole = self.arguments.slot(clause, predicate, "org")
        if whole is None or form.tense in ("fut", "nec") or clause.form in ("vn", "inf"):
            return
        wholes = [r for _, r in self.referents.of(whole) if r.sort == "org"]
        for _, referent in self.referents.of(self.arguments.agents(clause, predicate)):
            if len(wholes) == 1 and referent.sort in ("state", "org"):
                self.scene.memberships.append((referent, wholes[0], words_of(clause, whole, "member")))

    def appointed(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """X sədr təyin edilib: the post of one named in the clause."""
        agent = self.arguments.agents(clause, predicate)
        node = self.arguments.slot(clause, predicate, "post") or self._headship(clause)
        if (
            agent is None
            or node is None
            or agent.kind not in ("PERSON", "NAME")
            or form.tense == "fut"
            or any(n.kind == "POST" for n in clause.arguments)
        ):
            return
        for _, referent in self.referents.of(agent):
            for thing in node.things:
                if referent.sort == "person" and thing.sort == "post":
                    self.discourse.hold(referent, thing, words_of(clause, agent, "appointed"))

    def _headship(self, clause: Clause) -> Node | None:
        """Return the post of the head of a body to which somebody is appointed: "Kazakistan Başsavcılığına atandı"."""
        body = next((n for n in clause.arguments if n.kind == "ORG" and n.cases() == {"dat"} and len(n.things) == 1), None)
        whole = self.discourse.resolve(body.things[0]) if body is not None and not self.pack.head_initial else None
        if body is None or whole is None or whole.kind not in HEADS or whole.kind in ("Council", "Parliament"):
            return None
        post = Thing("post", body.start, body.end, kind=HEADS[whole.kind], of=list(body.things), rules=("heads",))
        return Node("POST", body.first, body.last, body.start, body.end, body.text, body.endings, [post])

    def appoint(self, clause: Clause, predicate: Predicate, form: VerbForm) -> None:
        """The Council elected X secretary general: the post of one told as the object."""
        people = (n for n in clause.arguments if self._full_name(n) and n.has("acc") and n.first > clause.verb.last)
        agent = next(people, None) or self.arguments.slot(clause, predicate, "agent")
        node = next((n for n in clause.arguments if n.kind in ("POST", "ROLE") and n.first > clause.verb.last and n is not agent), None)
        if agent is None or node is None or not self._full_name(agent) or form.tense in ("fut", "nec"):
            return
        self.referents.introduce_as(agent, "acc")
        post = node.things[0] if node.kind == "POST" else post_of(node)
        whole = self.arguments.slot(clause, Predicate("", (("nom", "office"),), ()), "office")
        if not post.of and not post.national and whole is not None and len(whole.things) == 1:
            body = self.discourse.resolve(whole.things[0])
            post.of = [Thing("org", whole.start, whole.end, path=body.parent.path)] if body and body.parent and body.parent.path else []
            if not post.of and body is not None and body.parent is None and body.kind in _ELECTING:
                post.of = list(whole.things)
        sitting = next((n for n in clause.arguments if n.kind == "EVENT" and n.has("nom") and n.first < clause.verb.first), None)
        if not post.of and sitting is not None:
            post.of = [thing for thing in sitting.things[0].of if thing.sort == "org"][:1]
        if not post.of and post.kind == "President":
            return  # whose, the clause does not say
        self.referents.remember(agent)
        for _, referent in self.referents.of(agent):
            if referent.sort == "person" and not post.plural:
                self.discourse.hold(referent, post, words_of(clause, agent, "appointed"))

    @staticmethod
    def _full_name(node: Node) -> bool:
        """Tell whether a node names a person, if need be by a name of which only the place in the clause says that it is one."""
        return node.kind == "PERSON" or (node.kind == "NAME" and " " in node.text)
