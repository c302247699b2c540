"""Who and what an article speaks of: things met in its phrases become entities, each once.

Beside states, places and organisations (:mod:`qurultay.facts.entities`) stand people, in the order in which they were
met. A person is known by the name, by a shorter form of a name met before ("K.Əliyev"), or by the post held.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from qurultay.facts import counterparts
from qurultay.facts.elsewhere import own_office, presided
from qurultay.facts.entities import NEAR, Entities, Referent
from qurultay.facts.names_of_people import agree, first_names
from qurultay.facts.possessors import ITS, OWN, owner_of_own, rank_in
from qurultay.facts.standing import BODIES, HEAD, LEADERS, LEADING, SHARED, SINGLE, UNSTATELY
from qurultay.language.pack import LanguagePack
from qurultay.mentions.nodes import Thing
from qurultay.mentions.reference import Reference
from qurultay.terms import office_path

__all__ = ["Discourse", "Referent"]

_NEXT = 90
"""How many characters after a post told without its holder the name of that person may stand."""
_FULL = 2
"""From how many words on a name is a full one."""
_ABROAD = 3
"""From how many mentions on of another state, and none of the home state, an article speaks of that state's officers."""


class Discourse(Entities):
    """The entities of one article, and who of them is inviting and invited where clauses do not say so."""

    def __init__(self, pack: LanguagePack, reference: Reference, text: str = "") -> None:
        super().__init__(pack, reference)
        self.text = text
        self.people: list[Referent] = []
        self._family_names: dict[str, list[tuple[int, list[str]]]] = {}
        self.vacant: Thing | None = None
        self.away: set[str] = set()
        self.inviters: list[Referent] = []
        self.guests: list[Referent] = []

    @cached_property
    def _words(self) -> Counter[str]:
        """How often each word stands in the article."""
        return Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", self.text))

    def resolve(self, thing: Thing) -> Referent | None:
        """Return the entity of a thing, made where it is new; None where nothing tells which it is."""
        if thing.sort == "person":
            return self.person(thing)
        if thing.sort == "post":
            return self.holder(thing)
        return super().resolve(thing)

    def person(self, thing: Thing, case: str = "") -> Referent | None:
        """Return the person of a name, known before under this or a fuller form, else new; posts told with it are added."""
        names = list(thing.by_case.items())
        if not names:
            return None
        found, name = None, ""
        for _, form in sorted(names, key=lambda n: (n[0] != case, n[0] == "nom")):
            found = counterparts.holder_of_name(self, form, thing) or self.same_person(form)
            if found is not None:
                name = form
                break
        if found is None:
            name = (
                self._attested(thing.by_case)
                or thing.by_case.get(case)
                or (thing.by_case.get("nom") if len(names) == 1 or not case else None)
                or names[-1][1]
            )
            if len(name.split()) == 1 and not thing.posts and "." not in name:
                return None
            found = self.new(f"person:{self.pack.fold(name)}", "person", "Person")
            if found not in self.people:
                self.people.append(found)
        self._call(found, name, thing.start, thing.end, thing.rules[0] if thing.rules else "name")
        for alias, start, end in thing.aliases:
            self._call(found, alias, start, end, "alias")
        found.mentions.append((thing.start, thing.end, thing.rules[0] if thing.rules else "name"))
        found.last_seen = thing.start
        self._fill_vacancy(found, thing)
        found.origin = found.origin or next((body for body in map(self.resolve, thing.of) if body is not None), None)
        for post in thing.posts:
            self.hold(found, post, (min(post.start, thing.start), max(post.end, thing.end), post.rules[0] if post.rules else "post"))
        return found

    def _fill_vacancy(self, person: Referent, thing: Thing) -> None:
        """ "Qonağı ədliyyə naziri qəbul edib. Fərid Əhmədov …": a person named at once after a post told without its holder holds it."""
        post = self.vacant
        if post is None or not thing.start - post.end > 0:
            return
        if thing.start - post.end < _NEXT and not person.posts and not thing.posts and len(person.mentions) <= 1:
            self.hold(person, post, (post.start, thing.end, "named_after"))
        self.vacant = None

    def _attested(self, by_case: dict[str, str]) -> str:
        """Return the form of a name whose family name stands in the article bare, "" where none or several do."""
        forms = dict.fromkeys(by_case.values())
        longest = max(forms, key=len)
        bare = [form for form in forms if form != longest and self._words[form.replace(".", ". ").split()[-1]] > 0]
        return max(bare, key=len) if bare and self._words[longest.replace(".", ". ").split()[-1]] <= 1 else ""

    def hold(self, person: Referent, post: Thing, said: tuple[int, int, str]) -> None:
        """Note that a person holds a post, and where it is said; nothing where no body of the post is known."""
        if post.kind == "SAME":
            self._hold_same(person, post, said)
            return
        if not post.of and person.posts and (post.kind in LEADING or any(role == post.kind for role, _ in person.posts)):
            return
        body = self.body(post)
        if body is not None and body.kind == "Parliament" and post.kind == "Deputy":
            post.kind = "Member"
        if body is not None and body.sort == "state":
            if post.kind in UNSTATELY:
                return  # "Kyrgyz deputy A", "Armenia's deputy chief B": of what body is not said
            body = (counterparts.ministry_in(self, body) if post.kind in ("Minister", "DeputyMinister") else None) or body
        if body is not None and self.taken(post.kind, body, person):
            body = own_office(self, post, body) if post.of else self._other_body(post, person)
        if body is not None and not self.pack.head_initial:
            body = counterparts.not_led(self, post, body, person)
        if body is not None and post.kind and (post.kind, body) not in person.posts:
            person.posts.append((post.kind, body))
            person.posts_said[post.kind, body.ref] = said
            if post.former:
                person.former.add((post.kind, body.ref))

    def taken(self, role: str, body: Referent, person: Referent) -> bool:
        """Tell whether a post that one holds at a time is known to be somebody else's."""
        return role in SINGLE and any((role, body) in p.posts and (role, body.ref) not in p.former for p in self.people if p is not person)

    def _other_body(self, post: Thing, person: Referent) -> Referent | None:
        """Return the last body of the kind before a post told alone that nobody else is known to head."""
        if self.pack.settings["fixed_order"] and post.national in ("pgo", "moj", "mfa", "mia"):
            return counterparts.office_of_other(self, post, person)
        kinds = BODIES.get(post.kind, frozenset())
        bodies = [
            (max(before), r.ref, r)
            for r in self.referents.values()
            if r.kind in kinds
            and (before := [start for start, _, _ in r.mentions if start < post.start])
            and not self.taken(post.kind, r, person)
        ]
        return max(bodies)[2] if bodies else None

    def precede(self, person: Referent, said: tuple[int, int, str]) -> None:
        """ "X bu vəzifədən azad edilib": before the one spoken of last, he held that one's post."""
        others = [p for p in self.people if p is not person and p.posts]
        if others and not person.posts:
            role, body = max(others, key=lambda p: p.last_seen).posts[-1]
            person.posts.append((role, body))
            person.posts_said[role, body.ref] = said
            person.former.add((role, body.ref))

    def _hold_same(self, person: Referent, post: Thing, said: tuple[int, int, str]) -> None:
        """ "azərbaycanlı həmkarı" X: he holds in his state the post of the one spoken of before."""
        same = None if person.posts else self._same_post(post, person)
        if same is not None:
            role, body = same
            body.mentions.append((post.start, post.end, "colleague"))
            body.defined = body.defined if body.defined[2] else (post.start, post.end, "colleague")
            person.posts.append((role, body))
            person.posts_said[role, body.ref] = said

    def _same_post(self, post: Thing, but: Referent | None = None) -> tuple[str, Referent] | None:
        """Return the role and body in the state of a colleague, after the one who was spoken of last; None where nobody was."""
        state = self.resolve(post.of[0])
        like = (
            next((p for form in self.pack.uninflected(post.name) if (p := self.same_person(form)) is not None), None) if post.name else None
        )
        others = [
            (p.last_seen, role, b)
            for p in ([like] if like is not None and like.posts else self.people)
            if p is not but
            for role, b in p.posts
            if b.state is not state and (b.path.startswith("organization/") or self.pack.settings["fixed_order"])
        ]
        if state is None or not others:
            return None
        _, role, body = max(others, key=lambda o: o[0])
        if not body.path.startswith("organization/"):
            return None
        office = body.path.removeprefix("organization/").rpartition("-")[0]
        theirs = office_path(office, state.path)
        if body.state is None or body.path != office_path(office, body.state.path):
            return None
        usual = f"office-kind/{office}" in self.reference
        return (role, self.known(theirs)) if usual or theirs in self.reference else None

    def body(self, post: Thing) -> Referent | None:
        """Return the body of a post: told with it, or the home state's office, or that of the same post told before."""
        if post.kind == "SAME":
            same = self._same_post(post)
            return same[1] if same is not None else None
        found = self._told_body(post) if post.of else counterparts.deputised(self.people, post) or self._usual_body(post)
        if found is not None:
            counterparts.call_by_holder(self, found, post)
            self.recent = (post.end, found)
        return found

    def _told_body(self, post: Thing) -> Referent | None:
        """Return the body that is told with a post, None where nothing tells which it is."""
        owner = post.of[0]
        if owner.sort == "org" and owner.definite:
            found = self._named_body(post, owner)
        else:
            if owner.sort == "org" and not owner.path and owner.national and owner.of and owner.of[0].sort == "state":
                host = self.resolve(owner.of[0])
                owner.path = office_path(owner.national, host.path) if host is not None else ""
                if host is None:
                    return None
            found = self.known(owner.path) if owner.path else self.resolve(owner)
            if owner.sort == "org" and owner.of and found is not None and owner.rules and owner.rules[0] == "office_of_role":
                self.resolve(owner.of[0])
                found.mentions.append((post.start, post.end, "office_of_role"))
                found.last_seen = post.start
                if owner.name:
                    found.call(owner.name, post.start, post.end, "office_of_role")
                if found.defined[2] == "":
                    found.defined = (post.start, post.end, "office_of_role")
            elif owner.sort == "state" and owner.path:
                self.resolve(owner)
        if found is not None:
            self.told.append((post.kind, found))
        return found

    def _named_body(self, post: Thing, owner: Thing) -> Referent | None:
        """Return the body that the text names: for an embassy its state, for a court's chief prosecutor the prosecutors' office."""
        found = self.resolve(owner)
        if found is not None and found.kind == "Embassy":
            found = found.state or (found if found.path else found.parent) or found
        if found is not None and found.kind == "Court" and found.state is not None and "Prosecutor" in post.kind:
            found = self.known(office_path("pgo", found.state.path))
            found.mentions.append((post.start, post.end, "office_of_role"))
        return found

    def _usual_body(self, post: Thing) -> Referent | None:
        """Return the body of a post told alone: that of its holder or of the same post before, the home state's, the last one near."""
        if post.tail in (ITS, OWN) and (owner := owner_of_own(list(self.referents.values()), post)) is not None:
            post.kind = rank_in(post.kind, owner)
            return owner
        base = post.kind.removeprefix("First").removeprefix("Deputy")
        told = [(p.last_seen, b) for p in self.people for role, b in p.posts if role == post.kind] if post.kind not in SHARED else []
        told = told or [(p.last_seen, b) for p in self.people for role, b in p.posts if role == base != post.kind]
        told = told or [(0, b) for role, b in self.told if role == post.kind and post.kind not in SHARED][-1:]
        if (post.national == "state" and post.kind != "Ambassador") or (post.kind == "President" and not told):
            post.kind = "HeadOfState" if post.kind == "President" else post.kind
            told = [
                (p.last_seen, b) for p in self.people for role, b in p.posts if role == post.kind and b.path == f"state/{self.pack.home}"
            ]
            if told:
                return told[-1][1]
            away = self._abroad() or self._elsewhere() or not self.pack.home
            return None if away else self.silent(f"state/{self.pack.home}")
        if base == "Minister" and not post.national:
            told = [t for t in told if t[1].path.endswith(f"-{self.pack.home.lower()}")] or told
        if post.tail == "told":
            return max(told, key=lambda t: t[0])[1] if told else self.office_near(post)
        if post.national and post.national not in ("ministry", "state"):
            office = self._office_at_home(post.national, post)
            if office is not None and office not in self.implied:
                self.implied.append(office)
            return office
        if told:
            return max(told, key=lambda t: t[0])[1]
        kinds = BODIES.get(base)
        bodies = [r for r in self.referents.values() if kinds and r.kind in kinds and any(start < post.start for start, _, _ in r.mentions)]
        if bodies:
            last = max(bodies, key=lambda r: max(start for start, _, _ in r.mentions if start < post.start))
            whole = last.parent if last.kind == "Council" else None
            return whole if whole is not None and whole.kind == "InternationalOrganization" else last
        if post.kind == "Ambassador" and (embassy := self._near(post.start, "Embassy") or counterparts.only_embassy(self)) is not None:
            return embassy.state
        if post.kind == "Judge" and (court := self._near(post.start, "Court")) is not None:
            return court
        if post.kind in ("Rector", "ViceRector") or post.kind in SHARED - {"Adviser", "HeadOfDepartment", "DeputyHeadOfDepartment"}:
            return None
        if self.recent is not None and 0 <= post.start - self.recent[0] < NEAR and self.recent[1].sort == "org":
            apart = not self.pack.head_initial and "\n" in self.text[self.recent[0] : post.start]
            return self.recent[1] if not apart and (base != "Minister" or self.recent[1].kind == "Ministry") else None
        return presided(self, post.start) if base == "Chairperson" else None

    def _near(self, at: int, kind: str) -> Referent | None:
        """Return the body of a kind that is named last before ``at``, near it."""
        told = [(start, r.ref, r) for r in self.referents.values() if r.kind == kind for start, _, _ in r.mentions if 0 < at - start < NEAR]
        return max(told, key=lambda t: t[:2])[2] if told else None

    def _office_at_home(self, national: str, post: Thing) -> Referent | None:
        """Return the office of a kind in the home state; without one, the one told last, else that of the article's state."""
        told = [r for r in self.referents.values() if r.path.startswith(f"organization/{national}-") and r.mentions]
        if told and not self.pack.settings["home"]:
            ours = [r for r in told if self.pack.home and r.path.endswith(f"-{self.pack.home.lower()}")]
            told = [r for r in told if f"state/{r.path.rpartition('-')[2].upper()}" not in self.away]
            words = self.text[post.start : post.end] if national == "ombudsman" and self.pack.settings["fixed_order"] else ""
            alike = [r for r in told if any(name.partition(" of ")[0] in words for name in r.names)]
            told = alike if len(alike) == 1 else told  # "the People's Advocate" is no Public Defender
            ours = [r for r in ours if r in told]
            return max(ours or told, key=lambda referent: referent.last_seen, default=None)
        return self.office(national, self.pack.home.lower(), post) if self.pack.home else None

    def _abroad(self) -> bool:
        """Tell whether an article speaks of another state over and over, and never of the home state."""
        states = {r.path: len(r.mentions) for r in self.referents.values() if r.sort == "state" and r.mentions}
        return f"state/{self.pack.home}" not in states and max(states.values(), default=0) >= _ABROAD

    def _elsewhere(self) -> bool:
        """Tell whether the text is at an event in another state, where its language does not take a lone head of state for its own."""
        return bool(self.pack.settings["heads_of_hosts"]) and self.host is not None and self.host.path != f"state/{self.pack.home}"

    def same_person(self, name: str) -> Referent | None:
        """Return the person met last whose name agrees with ``name``, None where there is none."""
        words = self.name_words(name)
        places = [place for place, known in self._family_names.get(words[-1], ()) if agree(words, known)] if words else []
        if not places and len(words) == 1:
            places = first_names(self._family_names.values(), words[0])
        return self.people[max(places)] if places else None

    def knows_name(self, word: str) -> bool:
        """Tell whether a word is a family name of somebody met before, in any case."""
        if not self._family_names:
            return False
        folded = {self.pack.fold(form) for form in self.pack.uninflected(word)}
        return not folded.isdisjoint(self._family_names)

    def is_surname(self, word: str) -> bool:
        """Tell whether a word, as it stands, is a family name of somebody met before: without the apostrophe it is in no case."""
        return self.pack.fold(word) in self._family_names

    def form_of(self, name: str, exact: bool = False) -> bool:
        """Tell whether a name, or one of the forms that it may be inflected from, is that of somebody met before."""
        if not self.people or len(self.name_words(name)) < _FULL:
            return False
        if exact:
            return self.same_person(name) is not None
        return any(self.same_person(form) is not None for form in self.pack.uninflected(name))

    def roles_of(self, name: str) -> set[str]:
        """Return the roles of somebody met before, by a form that a name may be inflected from."""
        forms = self.pack.uninflected(name)
        person = next((p for form in forms if (p := self.same_person(form)) is not None), None)
        roles = {role for role, _ in person.posts} if person is not None else set()
        return {*roles, "President"} if "HeadOfState" in roles else roles

    def states_of(self, name: str) -> set[str]:
        """Return the paths of the states in which somebody met before has posts, by a form that a name may be inflected from."""
        person = next((p for form in self.pack.uninflected(name) if (p := self.same_person(form)) is not None), None)
        bodies = [body for _, body in person.posts] if person is not None else []
        seats = [body.country for body in bodies]
        return {seat.path for seat in seats if seat is not None and seat.path}

    def _call(self, person: Referent, name: str, start: int, end: int, rule: str) -> None:
        """Note a name of a person, and find the person by its last word from now on."""
        if name not in person.names and (words := self.name_words(name)) and (len(words) > 1 or not person.names):
            self._family_names.setdefault(words[-1], []).append((self.people.index(person), words))
        person.call(name, start, end, rule)

    def name_words(self, name: str) -> list[str]:
        """Return the words of a name in lower case, initials apart."""
        return self.pack.fold(name).replace(".", ". ").split()

    def holder(self, post: Thing) -> Referent | None:
        """Return the person who holds a post, where the article has named one; the home office's holder first."""
        if post.plural or not post.kind:
            return None
        same = self._same_post(post) if post.kind == "SAME" else None
        kind, body = same if same is not None else (post.kind, self.body(post) if post.of or post.national else None)
        if kind == HEAD and body is not None and body.sort == "org":
            return self._head_of(body, post.start)
        fitting = [p for p in self.people if any(role == kind and (body is None or b is body) for role, b in p.posts)]
        if not fitting and body is None and kind in counterparts.SAME_CHAIR and self.pack.settings["fixed_order"]:
            alike = counterparts.SAME_CHAIR[kind]  # "the Chairman" of a court
            fitting = [p for p in self.people if any(role == alike for role, _ in p.posts)]
        if not fitting and body is not None and body.sort == "state":
            return counterparts.holder_in_state(self, body, kind, post)
        serving = [p for p in fitting if any(r == kind and (body is None or b is body) and (r, b.ref) not in p.former for r, b in p.posts)]
        fitting = counterparts.called_so(self, serving if serving and not post.former else fitting, post)
        before = [(max(earlier), p.ref, p) for p in fitting if (earlier := [start for start, _, _ in p.mentions if start < post.start])]
        if before:
            return max(before, key=lambda found: found[:2])[2]
        return max(fitting, key=lambda p: p.last_seen) if fitting else counterparts.introduced(self, post)

    def _head_of(self, body: Referent, before: int) -> Referent | None:
        """Return who heads a body, by whatever post: "глава ведомства" after a minister; the one spoken of last before."""
        heads = [p for p in self.people if any(b is body and r in LEADERS and (r, b.ref) not in p.former for r, b in p.posts)]
        seen = [(max((start for start, _, _ in p.mentions if start < before), default=-1), p.ref, p) for p in heads]
        return max(seen)[2] if seen else None
