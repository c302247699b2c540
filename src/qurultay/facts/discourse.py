"""Who and what an article speaks of: things met in its phrases become entities, each once.

A thing is known by its path in the reference data, by its name, by a shorter form of a name met before ("K.Əliyev",
"NDU"), by its office ("Baş prokuror"), or by a noun that points back ("Şura", "qurum"). What none of these tells is
no entity. States of mind are two tables, organisations and people, in the order in which they were met.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from qurultay.language.pack import LanguagePack
from qurultay.mentions.nodes import Thing
from qurultay.mentions.reference import Reference
from qurultay.terms import digest, slug

__all__ = ["Discourse", "Referent"]


_BODIES = {
    "Minister": frozenset({"Ministry"}),
    "Rector": frozenset({"University", "TrainingInstitution"}),
    "ViceRector": frozenset({"University", "TrainingInstitution"}),
    "SecretaryGeneral": frozenset({"InternationalOrganization", "Council"}),
}
"""The kind of body that a role told without one belongs to: the last such body told before."""
_SHARED = frozenset({"Judge", "Expert", "Professor", "AssociateProfessor", "Adviser", "Member", "Representative", "Prosecutor", "Ambassador", "HeadOfDepartment", "DeputyHeadOfDepartment"})
"""Roles that several hold at one time: another holder need not belong to the same body."""
_OFFICES = frozenset({"ProsecutorsOffice", "Ministry", "Court", "Parliament", "University", "TrainingInstitution"})
_FAR = 300
"""How many characters back "that country" may point."""
_CENTRAL = 3
"""How many times as often as the last body told one must be named for a bare noun to mean it."""
_NEAR = 60
"""How many characters on a post told without its body may stand from one told with it, in a list of officers."""


@dataclass(slots=True, eq=False)
class Referent:
    """An entity of the article: its class, its path where known, the names and places of the text that name it."""

    ref: str
    sort: str
    kind: str
    path: str = ""
    names: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    mentions: list[tuple[int, int, str]] = field(default_factory=list)
    state: Referent | None = None
    parent: Referent | None = None
    parent_told: bool = True
    posts: list[tuple[str, Referent]] = field(default_factory=list)
    posts_said: dict[tuple[str, str], tuple[int, int, str]] = field(default_factory=dict)
    head: str = ""
    last_seen: int = 0
    defined: tuple[int, int, str] = (0, 1, "")

    def call(self, name: str, start: int, end: int, rule: str) -> None:
        """Note a form of the name, in the nominative, and where it stands."""
        self.names.setdefault(name, (start, end, rule))


class Discourse:
    """The entities of one article."""

    def __init__(self, pack: LanguagePack, reference: Reference, text: str = "", full_names: Iterable[str] = ()) -> None:
        self._words = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text))
        self.pack = pack
        self.reference = reference
        self.referents: dict[str, Referent] = {}
        self.people: list[Referent] = []
        self.aliases: dict[str, Referent] = {}
        self.host: Referent | None = None
        self.recent: tuple[int, Referent] | None = None
        self.inviters: list[Referent] = []
        self.guests: list[Referent] = []
        self.told: list[tuple[str, Referent]] = []
        self._full = frozenset(full_names)

    # -- states, places, organisations --------------------------------------------------------------------------------
    def resolve(self, thing: Thing) -> Referent | None:
        """Return the entity of a thing, made where it is new; None where nothing tells which it is."""
        if thing.sort == "person":
            return self.person(thing)
        if thing.sort == "post":
            return self.holder(thing)
        if thing.sort == "org":
            found = self._organization(thing)
        elif thing.sort == "state" and not thing.path:
            near = [r for r in self.referents.values() if r.sort == "state" and r.path != f"state/{self.pack.home}" and r.mentions and 0 <= thing.start - r.last_seen < _FAR]
            found = max(near, key=lambda r: r.last_seen) if near else self.host
        elif thing.path:
            found = self._known(thing.path)
        elif thing.name and thing.sort == "place":
            found = self._new(f"place:{self._key(thing.name)}", "place", "Place")
            found.call(thing.name, thing.start, thing.end, thing.rules[0] if thing.rules else "place")
        else:
            return None
        if found is not None:
            self._seen(found, thing)
        return found

    def place(self, thing: Thing) -> Referent | None:
        """Return the place of a thing; for a venue that the reference data knows, its city."""
        found = self.resolve(thing)
        known = self.reference.get(found.path) if found is not None and found.path else None
        return self._silent(known.state) if known is not None and known.state.startswith("place/") else found

    def _seen(self, found: Referent, thing: Thing) -> None:
        rule = thing.rules[0] if thing.rules else "gazetteer"
        for inner in thing.inner:
            part = self._known(inner.path)
            self._seen(part, inner)
            if part.sort == "org":
                found.parent = part
                found.parent_told = found.parent_told and (not inner.name or found.kind == "Council")
        found.mentions.append((thing.start, thing.end, rule))
        found.last_seen = max(found.last_seen, thing.start)
        for alias, start, end in thing.aliases:
            if found.sort in ("org", "place") and alias and alias[0].isupper():
                found.call(alias, start, end, "alias")
                self.aliases.setdefault(alias, found)

    def _known(self, path: str) -> Referent:
        known = self.reference.get(path)
        if known is None:
            return self._national(path)
        sort = {"State": "state", "Place": "place"}.get(known.kind, "org")
        found = self._new(path, sort, known.kind)
        found.path = path
        if known.state and sort != "state" and found.state is None and known.state.startswith("state/"):
            found.state = self._silent(known.state)
        return found

    def _national(self, path: str) -> Referent:
        """Return a national office that the reference data does not list: its kind and its state name it."""
        office, _, iso = path.removeprefix("organization/").rpartition("-")
        kinds = {"pgo": "ProsecutorsOffice", "supreme-court": "Court", "constitutional-court": "Court", "parliament": "Parliament"}
        known = self.reference.get(f"office-kind/{office}")
        found = self._new(path, "org", known.office_class if known else kinds.get(office, "Ministry"))
        found.path = path
        found.state = found.state or self._silent(f"state/{iso.upper()}")
        return found

    def _silent(self, path: str) -> Referent:
        """Return a known thing without counting it as named by the text."""
        known = self.reference.get(path)
        found = self._new(path, {"State": "state", "Place": "place"}.get(known.kind if known else "State", "org"), known.kind if known else "State")
        found.path = path
        return found

    def _new(self, key: str, sort: str, kind: str) -> Referent:
        if key not in self.referents:
            self.referents[key] = Referent(f"{sort[0]}{len(self.referents) + 1}", sort, kind)
        return self.referents[key]

    def _key(self, name: str) -> str:
        return " ".join(self.stems(name))

    def stems(self, name: str) -> list[str]:
        """Return the words of a name by their shortest stems, so that inflected forms of it agree."""
        return [min((e for e in self.pack.readings(w) if e.case in ("nom", "gen")), key=lambda e: (len(e.stem), e.stem)).stem for w in name.replace("(", " ").replace(")", " ").split() if w]

    def _organization(self, thing: Thing) -> Referent | None:
        if thing.path and thing.tail in self.aliases and self.aliases[thing.tail].path != thing.path:
            return self.aliases[thing.tail]
        if thing.path:
            candidates = [thing, *(t for t in thing.posts if t.sort == "org")]
            path = next((t.path for t in candidates if t.path in self._full), thing.path)
            found = self._known(path)
            self._call_by_text(found, thing)
            if thing.of and thing.of[0].sort == "org":
                found.parent = found.parent or self.resolve(thing.of[0])
            elif thing.of:
                found.state = self.resolve(thing.of[0]) or found.state
            return found
        if thing.national and thing.of and thing.of[0].sort == "state" and not thing.of[0].path:
            state = self.resolve(thing.of[0])
            return self._known(f"organization/{thing.national}-{state.path.partition('/')[2].lower()}") if state is not None else None
        if thing.rules and thing.rules[0] == "alias" and thing.name in self.aliases:
            return self.aliases[thing.name]
        if thing.rules[:1] == ("office_of_last_place",):
            places = [r for r in self.referents.values() if r.sort == "place" and r.mentions]
            last = max(places, key=lambda r: r.last_seen, default=None)
            known = self.reference.get(last.path) if last is not None and last.path else None
            label = known.label(self.pack.language) if known else next(iter(last.names), "") if last else ""
            return self._unknown(replace(thing, name=f"{label} {thing.name}"), None) if label else None
        if thing.national == "part" and thing.of:
            return self._part(thing)
        if thing.national == "part":
            return self._pointed(thing)
        if thing.national and thing.national not in ("home",):
            return self._of_some_state(thing)
        if thing.rules and thing.rules[0] == "lone_office":
            return self._pointed(thing)
        return self._unknown(thing, None)

    def _call_by_text(self, found: Referent, thing: Thing) -> None:
        if thing.name:
            found.call(thing.name, thing.start, thing.end, thing.rules[0])

    def _of_some_state(self, thing: Thing) -> Referent | None:
        """ "Baş Prokurorluq": the home state's; "Konstitusiya Məhkəməsi" likewise, or the one told last."""
        if thing.plural:
            return None
        if not thing.chief:
            pointed = self._pointed(thing)
            if pointed is not None or thing.national != "pgo":
                return pointed
        home = f"organization/{thing.national}-{self.pack.home.lower()}"
        told = [r for r in self.referents.values() if r.path.startswith(f"organization/{thing.national}-") and r.mentions]
        if thing.national != "pgo" and told and home not in {r.path for r in told}:
            return max(told, key=lambda r: r.last_seen)
        found = self._known(home)
        if thing.name and not thing.plural:
            found.call(thing.name, thing.start, thing.end, "lone_office")
        return found

    def _part(self, thing: Thing) -> Referent | None:
        parent = self.resolve(thing.of[0])
        if parent is None:
            return None
        tail = self.stems(thing.tail or thing.name)
        for child in self.reference.children.get(parent.path, ()) if parent.path else ():
            if any(language == self.pack.language and self.stems(form)[-len(tail) :] == tail for form, language, _ in child.names):
                found = self._known(child.path)
                found.parent = parent
                return found
        found = self._unknown(thing, parent)
        if thing.tail:
            found.call(thing.tail, thing.start, thing.end, "part_of_body")
        return found

    def _pointed(self, thing: Thing) -> Referent | None:
        """Return the organisation that a head noun points back to: the last one met whose name ends alike."""
        if thing.plural:
            return None
        tail = self.stems(thing.name)
        fitting: list[Referent] = []
        generic = len(tail) == 1 and tail[0] in self.pack.settings["any_organization"]
        for referent in self.referents.values():
            if referent.sort != "org" or not referent.mentions:
                continue
            known = self.reference.get(referent.path) if referent.path else None
            forms = list(referent.names) + [f for f, language, _ in (known.names if known else ()) if language == self.pack.language]
            if any(self.stems(form)[-len(tail) :] == tail for form in forms) or generic and referent.kind not in ("NewsAgency", "PressService"):
                fitting.append(referent)
        if not fitting:
            return None
        last = max(referent.last_seen for referent in fitting)
        latest = [referent for referent in fitting if last - referent.last_seen < _NEAR]
        ours = [referent for referent in latest if referent.state is not None and referent.state.path == f"state/{self.pack.home}"]
        best = (ours or sorted(latest, key=lambda referent: referent.last_seen))[-1]
        central = max(fitting, key=lambda referent: (len(referent.mentions), referent.ref))
        return central if not generic and len(central.mentions) > _CENTRAL * len(best.mentions) else best

    def _unknown(self, thing: Thing, parent: Referent | None) -> Referent:
        name = thing.name
        key = f"org:{parent.ref if parent else thing.of[0].path if thing.of and thing.of[0].sort == 'state' else ''}:{self._key(thing.tail or name)}"
        found = self._new(key, "org", thing.kind or "Organization")
        found.parent = found.parent or parent
        if found.parent is None and thing.rules and thing.rules[0] == "department":
            near = self.recent[1] if self.recent is not None and 0 <= thing.start - self.recent[0] < _NEAR else None
            home = f"state/{self.pack.home}"
            found.parent = near or next((b for _, b in reversed(self.told) if b.kind in _OFFICES and b.state is not None and b.state.path == home), None)
            found.parent_told = False
        found.call(name, thing.start, thing.end, thing.rules[0] if thing.rules else "named_office")
        if found.parent is not None and found.parent.kind == "InternationalOrganization" and found.kind in ("GovernmentBody", "Organization"):
            found.kind = "InternationalOrganization"
        if found.state is None and thing.of and parent is None:
            owner = self.resolve(thing.of[0])
            found.state = owner if owner is not None and owner.sort == "state" else owner.state if owner is not None else None
        if found.state is None and thing.national == "home":
            found.state = self._silent(f"state/{self.pack.home}")
        found.defined = found.defined if found.defined[2] else (thing.start, thing.end, thing.rules[0] if thing.rules else "named_office")
        return found

    # -- people -------------------------------------------------------------------------------------------------------
    def person(self, thing: Thing, case: str = "") -> Referent | None:
        """Return the person of a name, known before under this or a fuller form, else new; posts told with it are added."""
        names = list(thing.by_case.items())
        if not names:
            return None
        found, name = None, ""
        for _, form in sorted(names, key=lambda n: (n[0] != case, n[0] == "nom")):
            found = self.same_person(form)
            if found is not None:
                name = form
                break
        if found is None:
            name = self._attested(thing.by_case) or thing.by_case.get(case) or (thing.by_case.get("nom") if len(names) == 1 or not case else None) or names[-1][1]
            if len(name.split()) == 1 and not thing.posts and "." not in name:
                return None
            found = self._new(f"person:{self.pack.fold(name)}", "person", "Person")
            if found not in self.people:
                self.people.append(found)
        found.call(name, thing.start, thing.end, thing.rules[0] if thing.rules else "name")
        for alias, start, end in thing.aliases:
            found.call(alias, start, end, "alias")
        found.mentions.append((thing.start, thing.end, thing.rules[0] if thing.rules else "name"))
        found.last_seen = thing.start
        for post in thing.posts:
            self.hold(found, post, (min(post.start, thing.start), max(post.end, thing.end), post.rules[0] if post.rules else "post"))
        return found

    def _attested(self, by_case: dict[str, str]) -> str:
        """Return the form of a name whose family name stands in the article bare, "" where none or several do."""
        forms = set(by_case.values())
        longest = max(forms, key=len)
        bare = [form for form in forms if form != longest and self._words[form.replace(".", ". ").split()[-1]] > 0]
        return max(bare, key=len) if bare and self._words[longest.replace(".", ". ").split()[-1]] <= 1 else ""

    def hold(self, person: Referent, post: Thing, said: tuple[int, int, str]) -> None:
        if post.kind == "SAME":
            self._hold_same(person, post, said)
            return
        if not post.of and any(role == post.kind or role == "HeadOfState" and post.kind == "President" for role, _ in person.posts):
            return
        body = self.body(post)
        if body is not None and post.kind and (post.kind, body) not in person.posts:
            person.posts.append((post.kind, body))
            person.posts_said[post.kind, body.ref] = said

    def _hold_same(self, person: Referent, post: Thing, said: tuple[int, int, str]) -> None:
        """ "azərbaycanlı həmkarı" X: he holds in his state the post of the one spoken of before."""
        state = self.resolve(post.of[0])
        others = [(p.last_seen, role, b) for p in self.people if p is not person for role, b in p.posts if b.path.startswith("organization/") and b.state is not None]
        if state is None or not others or person.posts:
            return
        _, role, body = max(others, key=lambda o: o[0])
        office, _, iso = body.path.rpartition("-")
        if body.state is not None and iso == body.state.path.partition("/")[2].lower():
            same = self._known(f"{office}-{state.path.partition('/')[2].lower()}")
            same.mentions.append((post.start, post.end, "colleague"))
            same.defined = same.defined if same.defined[2] else (post.start, post.end, "colleague")
            person.posts.append((role, same))
            person.posts_said[role, same.ref] = said

    def body(self, post: Thing) -> Referent | None:
        """Return the body of a post: told with it, or the home state's office, or that of the same post told before."""
        found = self._told_body(post) if post.of else self._usual_body(post)
        if found is not None:
            self.recent = (post.end, found)
        return found

    def _told_body(self, post: Thing) -> Referent | None:
        if post.of:
            owner = post.of[0]
            if owner.sort == "org" and owner.definite:
                found = self.resolve(owner)
                if found is not None and found.kind == "Embassy" and found.state is not None:
                    found = found.state
                if found is not None and found.kind == "Court" and found.state is not None and post.kind.endswith("ProsecutorGeneral"):
                    found = self._known(f"organization/pgo-{found.state.path.partition('/')[2].lower()}")
                    found.mentions.append((post.start, post.end, "office_of_role"))
                if found is not None:
                    self.told.append((post.kind, found))
                return found
            if owner.sort == "org" and not owner.path and owner.national and owner.of and owner.of[0].sort == "state":
                host = self.resolve(owner.of[0])
                owner.path = f"organization/{owner.national}-{host.path.partition('/')[2].lower()}" if host is not None else ""
                if host is None:
                    return None
            found = self._known(owner.path) if owner.path else self.resolve(owner)
            if owner.sort == "org" and owner.of and found is not None and owner.rules and owner.rules[0] == "office_of_role":
                self.resolve(owner.of[0])
                found.mentions.append((post.start, post.end, "office_of_role"))
                found.last_seen = post.start
                if found.defined[2] == "":
                    found.defined = (post.start, post.end, "office_of_role")
            elif owner.sort == "state" and owner.path:
                self.resolve(owner)
            if found is not None:
                self.told.append((post.kind, found))
            return found
        return None

    def _usual_body(self, post: Thing) -> Referent | None:
        base = post.kind.removeprefix("First").removeprefix("Deputy")
        told = [(p.last_seen, b) for p in self.people for role, b in p.posts if role == post.kind] if post.kind not in _SHARED else []
        told = told or [(p.last_seen, b) for p in self.people for role, b in p.posts if role == base != post.kind]
        told = told or [(0, b) for role, b in self.told if role == post.kind and post.kind not in _SHARED][-1:]
        if post.national == "state" and post.kind != "Ambassador" or post.kind == "President" and not told:
            post.kind = "HeadOfState" if post.kind == "President" else post.kind
            told = [(p.last_seen, b) for p in self.people for role, b in p.posts if role == post.kind and b.path == f"state/{self.pack.home}"]
            return told[-1][1] if told else None if self._abroad() else self._silent(f"state/{self.pack.home}")
        if post.national and post.national not in ("ministry", "state"):
            return self._known(f"organization/{post.national}-{self.pack.home.lower()}")
        if told:
            return max(told, key=lambda t: t[0])[1]
        kinds = _BODIES.get(base)
        bodies = [r for r in self.referents.values() if kinds and r.kind in kinds and any(start < post.start for start, _, _ in r.mentions)]
        if bodies:
            return max(bodies, key=lambda r: max(start for start, _, _ in r.mentions if start < post.start))
        if post.kind in _SHARED - {"Adviser", "HeadOfDepartment", "DeputyHeadOfDepartment"}:
            return None
        if self.recent is not None and 0 <= post.start - self.recent[0] < _NEAR and self.recent[1].sort == "org":
            return self.recent[1]
        return None

    def _abroad(self) -> bool:
        """Tell whether an article speaks of another state over and over, and never of the home state."""
        states = {r.path: len(r.mentions) for r in self.referents.values() if r.sort == "state" and r.mentions}
        return f"state/{self.pack.home}" not in states and max(states.values(), default=0) >= _CENTRAL

    def same_person(self, name: str) -> Referent | None:
        words = self._name_words(name)
        for referent in reversed(self.people):
            if any(_agree(words, self._name_words(known)) for known in referent.names):
                return referent
        return None

    def knows_name(self, word: str) -> bool:
        """Tell whether a word is a family name of somebody met before, in any case."""
        folded = {e.stem for e in self.pack.readings(word) if not e.possessive and not e.plural}
        return any(self._name_words(name)[-1] in folded for person in self.people for name in person.names)

    def form_of(self, name: str, exact: bool = False) -> bool:
        """Tell whether a name, or one of the forms that it may be inflected from, is that of somebody met before."""
        *head, last = name.split() or [""]
        forms = [name] if exact else [" ".join([*head, last[: len(e.stem)]]) for e in self.pack.readings(last) if not e.possessive and not e.plural]
        return any(self.same_person(form) is not None for form in forms) and len(self._name_words(name)) > 1

    def _name_words(self, name: str) -> list[str]:
        return self.pack.fold(name).replace(".", ". ").split()

    def holder(self, post: Thing) -> Referent | None:
        """Return the person who holds a post, where the article has named one; the home office's holder first."""
        if post.plural or not post.kind:
            return None
        body = self.body(post) if post.of or post.national else None
        fitting = [p for p in self.people if any(role == post.kind and (body is None or b is body) for role, b in p.posts)]
        before = [(max(earlier), p.ref, p) for p in fitting if (earlier := [start for start, _, _ in p.mentions if start < post.start])]
        if before:
            return max(before, key=lambda found: found[:2])[2]
        return max(fitting, key=lambda p: p.last_seen) if fitting else None

    def identifier(self, referent: Referent) -> str:
        """Return a stable mark of an entity that no reference data knows."""
        return digest(referent.kind, *(slug(n) for n in sorted(referent.names)))


def _agree(one: list[str], other: list[str]) -> bool:
    """Tell whether two forms can be one name: the same family name, and given names or initials that do not clash."""
    if one == other:
        return True
    short, full = sorted((one, other), key=lambda n: (len(n), "." in n[0]))
    if not short or short[-1] != full[-1]:
        return False
    if len(short) == 1:
        return len(full) > 1
    first, given = short[0], full[0]
    if first.endswith("."):
        return given.startswith(first[:-1])
    if given.endswith("."):
        return first.startswith(given[:-1])
    return first == given
