"""The states, places and organisations that an article speaks of: each once, however it is called.

A thing is known by its path in the reference data, by its name, by its office ("Baş Prokurorluq"), or by a noun that
points back ("Şura", "qurum"). What none of these tells is no entity.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qurultay.facts import elsewhere
from qurultay.facts.local_offices import local_office_of
from qurultay.facts.referent import Referent
from qurultay.language.pack import LanguagePack
from qurultay.mentions.nodes import Thing
from qurultay.mentions.reference import Reference
from qurultay.terms import office_path

__all__ = ["NEAR", "Entities", "Referent"]

_OFFICES = frozenset({"ProsecutorsOffice", "Ministry", "Court", "Parliament", "University", "TrainingInstitution"})
"""Kinds of body that have departments."""
_FAR = 300
"""How many characters back "that country" may point."""
_NUMBERED = re.compile(r"\s*(?:№\s*)?\d")
"""The number of a body after its noun, which makes it another one."""
_CENTRAL = 2
"""How many times as often as the last body told one must be named for a bare noun to mean it."""
_SEVERAL = 2
NEAR = 60
"""How many characters on a post told without its body may stand from one told with it, in a list of officers."""


class Entities:
    """The states, places and organisations of one article, in the order in which they were met.

    ``host`` is the state or place of the event spoken of, ``recent`` the body of the last post and where that ended,
    ``told`` the posts told with their bodies, ``aliases`` the other names given in brackets.
    """

    def __init__(self, pack: LanguagePack, reference: Reference) -> None:
        self.pack = pack
        self.reference = reference
        self.text = ""
        self.referents: dict[str, Referent] = {}
        self.aliases: dict[str, Referent] = {}
        self.local_offices: dict[str, Referent] = {}
        self.host: Referent | None = None
        self.recent: tuple[int, Referent] | None = None
        self.told: list[tuple[str, Referent]] = []
        self.implied: list[Referent] = []
        self.last_office: tuple[int, Referent] | None = None

    def resolve(self, thing: Thing) -> Referent | None:
        """Return the entity of a thing, made where it is new; None where nothing tells which it is."""
        found: Referent | None
        if thing.sort == "org":
            found = elsewhere.office_abroad(self, thing) or self._organization(thing)
            if found is not None and found.path and " " in thing.name and thing.name[0].isupper():
                self._call_by_text(found, thing)
            self.last_office = (thing.end, found) if found is not None else self.last_office
        elif thing.sort == "state" and not thing.path:
            found = elsewhere.country(self, thing)
        elif thing.path:
            found = self.known(thing.path)
        elif thing.name and thing.sort == "place":
            found = self.new(f"place:{self._key(thing.name)}", "place", "Place")
            found.state = found.state or (self.resolve(thing.of[0]) if thing.of else None)
            found.call(thing.name, thing.start, thing.end, thing.rules[0] if thing.rules else "place")
        else:
            return None
        if found is not None:
            self._seen(found, thing)
        return found

    def state_near(self, at: int) -> Referent | None:
        """Return the foreign state that was named last before ``at``, else that of the event which the text is at."""
        near = [
            r
            for r in self.referents.values()
            if r.sort == "state" and r.path != f"state/{self.pack.settings['home']}" and r.mentions and 0 <= at - r.last_seen < _FAR
        ]
        return max(near, key=lambda r: r.last_seen) if near else self.host

    def office_near(self, thing: Thing) -> Referent | None:
        """Return the office of a kind in the foreign state that is spoken of, where a lone name does not mean that of the home state."""
        close = self.recent is not None and 0 <= thing.start - self.recent[0] < NEAR
        seat = (self.recent[1].state if self.recent is not None and close else None) or self.host or self.state_near(thing.start)
        if seat is None or seat.path in ("", f"state/{self.pack.home}"):
            return None
        return self.known(office_path(thing.national, seat.path))

    def office(self, national: str, iso: str, thing: Thing) -> Referent:
        """Return the office of a kind in a state, called by its kind alone where the reference data do not know it."""
        found = self.known(f"organization/{national}-{iso}")
        usual = self.pack.settings["office_of_role"].get(national, "")
        if found.path not in self.reference and not found.names and usual:
            found.call(usual, thing.start, thing.end, "office_of_role")
            found.state = found.state or self.silent(f"state/{iso.upper()}")
        return found

    def place(self, thing: Thing) -> Referent | None:
        """Return the place of a thing; for a venue that the reference data knows, its city."""
        found = self.resolve(thing)
        known = self.reference.get(found.path) if found is not None and found.path else None
        return self.silent(known.state) if known is not None and known.state.startswith("place/") else found

    def _seen(self, found: Referent, thing: Thing) -> None:
        """Note where an entity is named, with the names in brackets and the bodies that its name holds."""
        rule = thing.rules[0] if thing.rules else "gazetteer"
        for inner in thing.inner:
            if found.kind == "InternationalOrganization" and self.pack.settings["fixed_order"]:
                continue  # "the United Nations Development Programme" is one name
            part = self.known(inner.path)
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

    def known(self, path: str) -> Referent:
        """Return the entity of a path of the reference data."""
        known = self.reference.get(path)
        if known is None:
            return self._national(path)
        sort = {"State": "state", "Place": "place"}.get(known.kind, "org")
        found = self.new(path, sort, known.kind)
        found.path = path
        if known.state and sort != "state" and found.state is None and known.state.startswith("state/"):
            found.state = self.silent(known.state)
        return found

    def _national(self, path: str) -> Referent:
        """Return a national office that the reference data does not list: its kind and its state name it."""
        office, _, iso = path.removeprefix("organization/").rpartition("-")
        known = self.reference.get(f"office-kind/{office}")
        found = self.new(path, "org", known.office_class if known else "GovernmentBody")
        found.path = path
        found.state = found.state or self.silent(f"state/{iso.upper()}")
        return found

    def silent(self, path: str) -> Referent:
        """Return a known thing without counting it as named by the text."""
        known = self.reference.get(path)
        found = self.new(
            path, {"State": "state", "Place": "place"}.get(known.kind if known else "State", "org"), known.kind if known else "State"
        )
        found.path = path
        return found

    def new(self, key: str, sort: str, kind: str) -> Referent:
        """Return the entity of a key, made where it is new."""
        if key not in self.referents:
            self.referents[key] = Referent(f"{sort[0]}{len(self.referents) + 1}", sort, kind)
        return self.referents[key]

    def _key(self, name: str) -> str:
        """Return a name as the key of what it names, the same for all its forms."""
        return " ".join(self.stems(name))

    def stems(self, name: str) -> Sequence[str]:
        """Return the words of a name by their shortest stems, so that inflected forms of it agree."""
        return self.pack.stems(name)

    def _organization(self, thing: Thing) -> Referent | None:
        """Return the organisation of a thing, by the first that tells: its path, its state, what it is part of, its name."""
        if thing.path and thing.tail and (meant := self.aliases.get(thing.tail) or elsewhere.spelt_out(self, thing.tail)) is not None:
            meant.call(thing.tail, thing.start, thing.end, "alias")
            return meant
        if thing.path and elsewhere.generic_abroad(self, thing):
            thing.path, thing.rules = "", ("named_office",)
            thing.name = thing.name or self.text[thing.start : thing.end]
            return self._unknown(thing, None)
        if thing.path and (whole := elsewhere.whole_of_another(self, thing)) is not None:
            return self._unknown(replace(thing, path="", rules=("part_of_body",), tail=thing.name), whole)
        if thing.path:
            found = self.known(thing.path)
            self._call_by_text(found, thing)
            if thing.of and thing.of[0].sort == "org":
                owner = self.resolve(thing.of[0])
                found.parent = found.parent or (owner if owner is not found else None)
            elif thing.of:
                found.state = self.resolve(thing.of[0]) or found.state
            return found
        if thing.national and thing.of and thing.of[0].sort == "state" and not thing.of[0].path:
            state = self.resolve(thing.of[0])
            return self.known(office_path(thing.national, state.path)) if state is not None else None
        if thing.rules[:1] == ("alias",) and thing.name in self.aliases:
            return self.aliases[thing.name]
        if thing.rules[:1] == ("office_of_last_place",):
            label = elsewhere.last_place(self, thing.start)
            return self._unknown(replace(thing, name=f"{label} {thing.name}"), None) if label else None
        if thing.rules[:1] == ("body_of_state",):
            state = self.resolve(thing.of[0])
            bodies = [r for r in self.referents.values() if r.sort == "org" and r.mentions and r.state is state]
            return max(bodies, key=lambda r: r.last_seen) if bodies and state is not None else None
        if thing.rules[:1] == ("state_organization",) and thing.tail and (body := self._body_of(thing)) is not None:
            return body
        if thing.national == "part" and thing.of:
            return self._part(thing)
        if thing.national == "part":
            return self._pointed(thing)
        if thing.national and thing.national not in ("home",):
            return self._of_some_state(thing)
        if thing.rules and thing.rules[0] == "lone_office":
            return self._pointed(thing) or elsewhere.listed_at_home(self, thing) or self._own_name(thing)
        return local_office_of(self, thing, self._unknown) or self._unknown(thing, None)

    def _call_by_text(self, found: Referent, thing: Thing) -> None:
        """Note the name that the text has for a known organisation."""
        if thing.name:
            found.call(thing.name, thing.start, thing.end, thing.rules[0] if thing.rules else "gazetteer")

    def _of_some_state(self, thing: Thing) -> Referent | None:
        """ "Baş Prokurorluq": the home state's; "Konstitusiya Məhkəməsi" likewise, or the one told last."""
        if thing.plural:
            return None
        if thing.national in self.pack.settings["foreign_offices"]:
            return self._pointed(thing) or self.office_near(thing)
        if not thing.chief:
            pointed = self._pointed(thing)
            if pointed is not None or thing.national != "pgo":
                return pointed or self._chamber(thing)
        home = office_path(thing.national, f"state/{self.pack.home}")
        told = [r for r in self.referents.values() if r.path.startswith(f"organization/{thing.national}-") and r.mentions]
        tail = self.stems(thing.name)
        called = [r for r in told if any(self.headed(form, tail) for form in r.names)]
        if elsewhere.title_at_home(self, thing, told):
            return self.known(home)
        if not self.pack.settings["home"] and (told or not self.pack.home):
            told = called or told
            before = [(max(earlier), r.ref, r) for r in told if (earlier := [start for start, _, _ in r.mentions if start <= thing.start])]
            ours = [b for b in before if b[2].path == home and max(before)[0] - b[0] < 2 * NEAR]
            return max(ours or before)[2] if before else max(told, key=lambda r: r.last_seen, default=None)
        if thing.national != "pgo" and len(called) == 1:
            return called[0]
        if thing.national != "pgo" and len(told) == 1 and told[0].path != home:
            return max(told, key=lambda r: r.last_seen)
        found = self.known(home)
        self._call_by_text(found, thing)
        return found

    def _chamber(self, thing: Thing) -> Referent | None:
        """ "Senate Deputy Speaker A": a chamber of the home state's parliament, written large and told without its state."""
        told = thing.kind == "Parliament" and thing.name[:1].isupper() and self.pack.head_initial and bool(self.pack.home)
        return self._unknown(replace(thing, national="home", rules=("named_office",)), None) if told else None

    def _own_name(self, thing: Thing) -> Referent | None:
        """ "Penitensiar Xidmət": several words in capitals name a body of the home state by themselves."""
        words = thing.name.split()
        capitals = all(word[0].isupper() for word in words)
        if thing.kind == "TrainingInstitution" and len(words) > _SEVERAL and capitals and not thing.plural:
            return self._unknown(replace(thing, rules=("named_office",)), None)
        if len(words) < _SEVERAL or thing.plural or thing.kind != "GovernmentBody" or not self.pack.home or not capitals:
            return None
        return self._unknown(replace(thing, national="home"), None)

    def headed(self, form: str, tail: Sequence[str]) -> bool:
        """Tell whether some stems are the head of a name: they end it, or where heads come first, a preposition or nothing follows them."""
        stems = self.stems(form)
        if stems[-len(tail) :] == tail:
            return True
        if not self.pack.head_initial:
            return False
        at = next((i for i in range(len(stems) - len(tail)) if stems[i : i + len(tail)] == tail), None)
        if at is None:
            return False
        following = self.pack.nouns.get(stems[at + len(tail)], ())
        if any(c.category == "prep" for c in following) or (at == 0 and not self.pack.settings["noun_modifiers"]):
            return True
        return self.pack.dictionary is not None and len(form.split()) == len(stems) and self.pack.head(form.split()) == at

    def heads(self, body: Referent, name: str) -> bool:
        """Tell whether a word is the head of one of the names of a body: "Akademiya" of an academy."""
        return any(self.headed(form, self.stems(name)) for form in [*body.names, *self.listed_names(body)])

    def _body_of(self, thing: Thing) -> Referent | None:
        """ "the Uzbek ministry": the body of that state, met before, whose name has the noun for its head."""
        state, tail = self.resolve(thing.of[0]), self.stems(thing.tail)
        told = [r for r in self.referents.values() if r.sort == "org" and r.mentions and state is not None and r.state is state]
        forms = {r.ref: [*r.names, *self.listed_names(r)] for r in told}
        fitting = [r for r in told if any(self.headed(form, tail) for form in forms[r.ref])]
        if not fitting and self.pack.fold(thing.tail).startswith(tuple(self.pack.settings["any_organization"])):
            fitting = [r for r in told if r.parent is None]
        return max(fitting, key=lambda r: r.last_seen, default=None)

    def listed_names(self, referent: Referent) -> list[str]:
        """Return the names that the reference data have for an organisation in this language."""
        known = self.reference.get(referent.path) if referent.path else None
        return [form for form, language, _ in (known.names if known else ()) if language == self.pack.language]

    def _part(self, thing: Thing) -> Referent | None:
        """Return a part of a body: one that the reference data lists, or a new one."""
        parent = elsewhere.whole_at_home(self, thing.of[0]) or self.resolve(thing.of[0])
        if parent is None or parent.sort == "place":
            return None
        tail = self.stems(thing.tail or thing.name)
        if " in " in thing.name:
            tail = self.stems(thing.name)  # "the Council of Europe Office in Chisinau" is not that in Baku
        met = self.referents.get(f"org:{parent.ref}:{self._key(thing.tail or thing.name)}")
        if met is not None and met.mentions:
            return met
        for child in self.reference.children.get(parent.path, ()) if parent.path else ():
            if any(language == self.pack.language and self.headed(form, tail) for form, language, _ in child.names):
                found = self.known(child.path)
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
        generic = len(tail) == 1 and tail[0] in self.pack.settings["any_organization"] and not self._called(tail)
        if generic and _NUMBERED.match(self.text, thing.end):
            return None  # "учреждение № 32"
        for referent in self.referents.values():
            if referent.sort != "org" or not (referent.mentions or referent in self.implied):
                continue
            known = self.reference.get(referent.path) if referent.path else None
            forms = list(referent.names) + [f for f, language, _ in (known.names if known else ()) if language == self.pack.language]
            if any(self.headed(form, tail) for form in forms) or (generic and referent.kind not in ("NewsAgency", "PressService")):
                fitting.append(referent)
        if not fitting:
            return None
        printing = self.pack.head_initial or bool(self.pack.settings["foreign_offices"])
        printed = [r for r in fitting if printing and any(self.headed(name, tail) for name in r.names)]
        fitting = printed or fitting
        fitting = [referent for referent in fitting if referent.kind != "PressService"] or fitting
        beside = self.recent[1] if self.recent is not None and 0 <= thing.start - self.recent[0] < 2 * NEAR else None
        if beside in fitting and self.pack.settings["noun_modifiers"]:
            return beside  # "Deputy Justice Minister A and B, the director general at the ministry"
        sitting = [referent for referent in fitting if referent.sits]
        if len(sitting) == 1 and not generic:
            return sitting[0]
        last = max(referent.last_seen for referent in fitting)
        latest = [referent for referent in fitting if last - referent.last_seen < NEAR]
        ours = [referent for referent in latest if referent.state is not None and referent.state.path == f"state/{self.pack.home}"]
        best = (ours or sorted(latest, key=lambda referent: referent.last_seen))[-1]
        central = max(fitting, key=lambda referent: (len(referent.mentions), referent.ref))
        rival = generic or elsewhere.rivals(self, thing, central, best)
        return central if not rival and len(central.mentions) > _CENTRAL * len(best.mentions) else best

    def _called(self, tail: Sequence[str]) -> bool:
        """Tell whether a body met has a name that ends as the one asked for: "təşkilat" after an organisation so called."""
        bodies = [r for r in self.referents.values() if r.sort == "org" and r.mentions]
        return any(self.stems(name)[-len(tail) :] == tail for body in bodies for name in body.names)

    def _unknown(self, thing: Thing, parent: Referent | None) -> Referent:
        """Return an organisation that no reference data knows, by its name within its parent or state."""
        name = thing.name
        if parent is None and thing.rules[:1] == ("named_office",):
            known = elsewhere.longer_name(self, thing) or elsewhere.listed_without_state(self, thing)
            if known is not None:
                return known
        of = parent.ref if parent else thing.of[0].path if thing.of and thing.of[0].sort == "state" else ""
        key = f"org:{of}:{self._key(thing.tail or name)}"
        found = self.new(key, "org", elsewhere.kind_called(self.pack, thing.kind or "Organization", name))
        found.parent = found.parent or parent
        if found.parent is None and thing.rules and thing.rules[0] == "department":
            near = self.recent[1] if self.recent is not None and 0 <= thing.start - self.recent[0] < NEAR else None
            home = f"state/{self.pack.home}"
            found.parent = near or next(
                (b for _, b in reversed(self.told) if b.kind in _OFFICES and b.state is not None and b.state.path == home), None
            )
            found.parent_told = False
        found.call(name, thing.start, thing.end, thing.rules[0] if thing.rules else "named_office")
        if (
            found.parent is not None
            and found.parent.kind == "InternationalOrganization"
            and found.kind in ("GovernmentBody", "Organization")[: 2 if self.pack.head_initial else 1]
        ):
            sits = set(self.stems((thing.tail or thing.name).partition(" of ")[0].partition(" on ")[0])) & set(
                self.pack.settings["sitting_bodies"]
            )
            found.kind = "Council" if sits else "InternationalOrganization"
        if found.parent is not None and found.parent.kind == "Court" and found.kind == "Council":
            found.kind = "Organization"  # the boards and chambers of a court
        if found.state is None and thing.of and parent is None:
            owner = self.resolve(thing.of[0])
            found.state = owner if owner is not None and owner.sort == "state" else owner.state if owner is not None else None
        if found.state is None and thing.national == "home" and self.pack.home:
            found.state = self.silent(f"state/{self.pack.home}")
        found.defined = found.defined if found.defined[2] else (thing.start, thing.end, thing.rules[0] if thing.rules else "named_office")
        return found
