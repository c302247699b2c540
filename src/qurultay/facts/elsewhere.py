"""Bodies told without their state, by names that others bear too: in a title, by a generic name, by the end of a longer one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from qurultay.language.folding import capitalised
from qurultay.mentions.nodes import Thing
from qurultay.terms import office_path

if TYPE_CHECKING:
    from qurultay.facts.entities import Entities
    from qurultay.facts.referent import Referent
    from qurultay.language.pack import LanguagePack
    from qurultay.mentions.reference import Known, Reference

__all__ = [
    "country",
    "generic_abroad",
    "last_place",
    "listed_at_home",
    "listed_without_state",
    "longer_name",
    "office_abroad",
    "office_alone",
    "own_office",
    "presided",
    "rivals",
    "spelt_out",
    "title_at_home",
    "whole_at_home",
    "whole_of_another",
]

_SEVERAL = 2
_FAR = 200
"""How many characters apart an office told in a title is hardly the one told before."""
_LOCATIVE = re.compile(r"['’]?n?[dt][aəe]")
"""The ending of the locative in the languages whose press is of one state."""
_LINKS = frozenset({"of", "the"})
"""Words between a name and that of a state."""
_BY_KIND = frozenset({"lone_office", "office_of_role"})
"""Rules by which the home state's offices are told without a word of that state."""
_LETTERS = 3
"""How many letters an abbreviation has at least that a name is looked for to."""
_SMALL = 3
"""How many letters a small word between those of a name has at most."""
_JOINED = 5
"""How many characters on the next of a list begins at most."""
_PRESIDED = ("Organization", "Council", "Court")
"""Kinds of body over which somebody presides."""


def country(entities: Entities, thing: Thing) -> Referent | None:
    """Return the state that "the country" is: the one named last; in Russian first that of the event, then the article's own.

    "The republic" is of these one that is called so.
    """
    near, pack = entities.state_near(thing.start), entities.pack
    if thing.rules[:1] != ("host_country",) or pack.settings["home"] or pack.settings["fixed_order"]:
        return near
    home = entities.silent(f"state/{pack.home}") if pack.home else None
    states = [state for state in (entities.host, home, near) if state is not None]
    words = entities.stems(thing.name)[-1:]
    called = [state for state in states if any(word in entities.stems(form) for form in entities.listed_names(state) for word in words)]
    return next(iter(called or states), None)


def generic_abroad(entities: Entities, thing: Thing) -> bool:
    """Tell whether a name that bodies of many states bear is told in an article that is not of the known one's state, nor names that.

    "Court of Cassation" in an article about Morocco is not that of Türkiye, be Türkiye spoken of in another paragraph.
    """
    known, pack = entities.reference.get(thing.path), entities.pack
    if known is None or thing.of or not pack.home or not known.state.startswith("state/") or known.state == f"state/{pack.home}":
        return False
    words = pack.fold(entities.text[thing.start : thing.end]).split()
    if len(words) < _SEVERAL or words[0] not in pack.settings["generic_heads"] or "of" not in words:
        return False
    told, state = entities.referents.get(known.path), entities.referents.get(known.state)
    named = entities.reference.get(known.state)
    own = any(pack.fold(form) in " ".join(words) for form, language, _ in (named.names if named else ()) if language == pack.language)
    if own or (told is not None and told.mentions):
        return False
    return state is None or not any(start > thing.start - _FAR for start, _, _ in state.mentions)


def office_alone(reference: Reference, pack: LanguagePack, things: Sequence[Thing]) -> str:
    """Return the kind of the one office that is told by no more than its kind, "" where there is none.

    In Turkish "Anayasa Mahkemesi" is the name of Türkiye's, and that of the kind.
    """
    thing = things[0] if len(things) == 1 else None
    if thing is None or thing.sort != "org" or thing.of or thing.plural:
        return ""
    if not thing.path:
        return thing.national if thing.rules[:1] == ("lone_office",) and thing.national not in ("home", "part", "state") else ""
    known = reference.get(thing.path)
    kind = reference.get(known.office_kind) if known is not None and known.state == f"state/{pack.home}" else None
    names = kind.names if kind is not None else ()
    alike = any(language == pack.language and pack.fold(form) == pack.fold(thing.name) for form, language, _ in names)
    return thing.path.removeprefix("organization/").rpartition("-")[0] if alike else ""


def listed_at_home(entities: Entities, thing: Thing) -> Referent | None:
    """Return the one body of the home state that the reference data list under a name of several words told without its state."""
    pack, tail = entities.pack, entities.stems(thing.name)
    if len(tail) < _SEVERAL or thing.plural or not pack.home or not pack.head_initial or not thing.name[0].isupper():
        return None
    home = f"state/{pack.home}"
    listed = [known for known in entities.reference if known.state == home and _spelt(entities, known, tail)]
    return entities.known(listed[0].path) if len(listed) == 1 else None


def _spelt(entities: Entities, known: Known, tail: Sequence[str]) -> bool:
    """Tell whether a thing of the reference data has a name in the language of the article that begins with some stems."""
    return any(entities.headed(form, tail) for form, language, _ in known.names if language == entities.pack.language)


def rivals(entities: Entities, thing: Thing, one: Referent, other: Referent) -> bool:
    """Tell whether two bodies are of one kind and of two states: "the court", written small, is the one just named.

    Not so where the language is that of one state: "nazirlik" is the ministry of which the article tells.
    """
    small = entities.text[thing.start : thing.start + 1].islower() and not entities.pack.settings["home"]
    return small and one.kind == other.kind and one.country is not other.country


def office_abroad(entities: Entities, thing: Thing) -> Referent | None:
    """Return the office of another state that is told by its kind: listed after one of that state, a site, or pointed back to.

    Written small, as "the government" is, it is that of the state named last, be nothing of the home state named so far.
    Where the text is at an event in the home state, an office told by its kind is that of the home state.
    """
    national = office_alone(entities.reference, entities.pack, [thing])
    home = f"state/{entities.pack.home}"
    if not national or not entities.pack.home:
        return None
    if entities.last_office is not None:
        end, office = entities.last_office
        between = entities.text[end : thing.start].strip() if 0 < thing.start - end <= _JOINED else ""
        if _joins(entities.pack, between) and office.state is not None and office.state.path not in ("", home):
            return entities.known(office_path(national, office.state.path))
    host = entities.host.path if entities.host is not None else ""
    if not entities.pack.settings["home"] or host == home:
        return None
    if host.startswith("state/") and _site(entities.pack, thing.name, entities.text[thing.start : thing.end]):
        return entities.known(office_path(national, host))
    known = [r for r in entities.referents.values() if r.path.startswith(f"organization/{national}-")]
    near = entities.state_near(thing.start) if entities.text[thing.start].islower() and not known else None
    if near is not None and near.path and not _named_before(entities, home, thing.start):
        return entities.known(office_path(national, near.path))
    told = [r for r in known if r.mentions or not host]
    return told[0] if len(told) == 1 and told[0].state is not None and told[0].state.path != home else None


def _named_before(entities: Entities, state: str, at: int) -> bool:
    """Tell whether the text has named a state before ``at``, or a town or a body of it, by more than the kind of an office."""
    known, before = entities.reference.get(state), entities.text[:at]
    if any(form in before for form, language, _ in (known.names if known else ()) if language == entities.pack.language):
        return True
    told = [r for r in entities.referents.values() if (owner := r.country) is not None and owner.path == state and r.kind != "NewsAgency"]
    return any(rule not in _BY_KIND for referent in told for _, _, rule in referent.mentions)


def own_office(entities: Entities, post: Thing, body: Referent) -> Referent:
    """Return the office that a post is told in by its kind where another is known to head the one abroad: that of the home state."""
    path = post.of[0].path
    return entities.known(path) if path not in ("", body.path) else body


def _site(pack: LanguagePack, name: str, form: str) -> bool:
    """Tell whether the name of an office stands in the locative, as it does where something is held there."""
    called, told = pack.fold(name), pack.fold(" ".join(form.split()))
    return told.startswith(called) and _LOCATIVE.fullmatch(told[len(called) :]) is not None


def _joins(pack: LanguagePack, between: str) -> bool:
    """Tell whether what stands between two phrases makes a list of them: a comma, "and"."""
    return between == "," or any(c.category == "conj" and c.name == "and" for c in pack.nouns.get(pack.fold(between.lstrip(", ")), ()))


def title_at_home(entities: Entities, thing: Thing, told: Sequence[Referent]) -> bool:
    """Tell whether an office in a title without an article is that of the article's state, when another's was told long before.

    "Supreme Court Judge A" is no judge of the court of Tajikistan that was spoken of in another paragraph.
    """
    pack = entities.pack
    if not pack.home or not told or not thing.name[:1].isupper():
        return False
    determined = entities.text[max(0, thing.start - 4) : thing.start].lower().endswith("the ")
    last = max((start for referent in told for start, _, _ in referent.mentions if start < thing.start), default=-1)
    ours = any(referent.path.endswith(f"-{pack.home.lower()}") for referent in told)
    return not determined and not ours and 0 <= last < thing.start - _FAR


def whole_at_home(entities: Entities, whole: Thing) -> Referent | None:
    """Return the office of the article's state of which a part is told: "the Legal Committee of the parliament"."""
    home = "" if entities.pack.settings["home"] else entities.pack.home
    lone = whole.sort == "org" and whole.rules[:1] == ("lone_office",) and not (whole.of or whole.plural)
    if not home or not lone or whole.national in ("", "home", "part", "state"):
        return None
    path = office_path(whole.national, f"state/{home}")
    told = [r for r in entities.referents.values() if r.kind == whole.kind and r.mentions]
    if any(r.path != path for r in told):
        return None  # it may be that of another state
    return entities.known(path) if path in entities.reference else None


def whole_of_another(entities: Entities, thing: Thing) -> Referent | None:
    """Return the organisation spoken of whose council is told by a name that the reference data have for another one's.

    "Ədliyyə Nazirləri Şurası" is that of the Turkic states, but not in an article that names the Commonwealth, and no Turkic body.
    """
    known, language = entities.reference.get(thing.path), entities.pack.language
    whole = entities.reference.get(known.parent) if known is not None and known.kind == "Council" else None
    if known is None or whole is None or thing.of or thing.inner or whole.kind != "InternationalOrganization":
        return None
    met = entities.referents.get(whole.path)
    if (met is not None and met.mentions) or any(form in entities.text for form, spoken, _ in whole.names if spoken == language):
        return None
    told = [r for r in entities.referents.values() if r.kind == "InternationalOrganization" and r.path and r.mentions and r.parent is None]
    return max(told, key=lambda r: r.last_seen, default=None)


def last_place(entities: Entities, at: int) -> str:
    """Return what the place is called that was told last before an offset, else last of all."""
    told = [(start, r.ref, r) for r in entities.referents.values() if r.sort == "place" for start, _, _ in r.mentions]
    before = [place for place in told if place[0] < at]
    last = max(before)[2] if before else min(told)[2] if told else None
    known = entities.reference.get(last.path) if last is not None and last.path else None
    return known.label(entities.pack.language) if known else next(iter(last.names), "") if last else ""


def listed_without_state(entities: Entities, thing: Thing) -> Referent | None:
    """Return the body of the reference data that a name of several words told without its state means.

    It is that of the state told beside it, else of that of the event, of the article's own, or of the only one spoken of that has such a
    body.
    """
    owner = thing.of[0].path if thing.of and thing.of[0].sort == "state" else ""
    if (thing.of and not owner) or thing.plural or " " not in thing.name or not thing.name[:1].isupper():
        return None
    known = _without_states(entities.reference, entities.pack).get(tuple(entities.stems(thing.name)), ())
    if not known or _goes_back(entities, thing.start):
        return None
    told = [referent for referent in entities.referents.values() if referent.mentions]
    spoken_of = {state.path for r in told if (state := r.country) is not None}
    host, home = entities.host.path if entities.host is not None else "", f"state/{entities.pack.home}"
    for states in ({owner},) if owner else ({host} & spoken_of, {home}, spoken_of):
        fitting = [body.path for body in known if body.state in states]
        if len(fitting) == 1:
            found = entities.known(fitting[0])
            found.call(thing.name, thing.start, thing.end, "listed_without_state")
            return found
        if fitting:
            return None
    return None


@cache
def _without_states(reference: Reference, pack: LanguagePack) -> Mapping[tuple[str, ...], Sequence[Known]]:
    """Return the bodies of states that bear names of their own, by the stems of these names without those of their states."""
    found: dict[tuple[str, ...], dict[str, Known]] = {}
    for body in reference:
        owner = reference.get(body.state) if body.path.startswith("organization/") and not body.office_kind else None
        if owner is None or owner.kind != "State":
            continue
        theirs = {stem for form, language, _ in owner.names if language == pack.language for stem in pack.stems(form)}
        for form, language, rank in body.names:
            stems = tuple(stem for stem in pack.stems(form) if stem not in theirs and stem not in _LINKS)
            if language == pack.language and rank < _SEVERAL and len(stems) > 1:
                found.setdefault(stems, {})[body.path] = body
    return {stems: tuple(bodies.values()) for stems, bodies in found.items()}


def kind_called(pack: LanguagePack, kind: str, name: str) -> str:
    """Return the kind of a body by the words of its name: a centre or an institute "of Judicial Studies" trains."""
    words = set(pack.fold(name).replace("-", " ").split()) if kind == "Organization" else set()
    heads, tasks = pack.settings["school_heads"], pack.settings["school_tasks"]
    return "TrainingInstitution" if words & set(heads) and words & set(tasks) else kind


def longer_name(entities: Entities, thing: Thing) -> Referent | None:
    """Return the one body that the article has told with its state or whole, where a name told without them points to it.

    "the State Audit Institution" after "Oman's State Audit Institution"; "Notariat Palatası" after "Azərbaycan Respublikası Notariat
    Palatası".
    """
    name = thing.name
    if " " not in name or thing.of or thing.plural or _goes_back(entities, thing.start):
        return None
    bodies = [r for r in entities.referents.values() if r.sort == "org" and not r.path and r.mentions]
    if entities.pack.settings["fixed_order"]:
        bodies = [r for r in bodies if name not in r.names]
        fitting = [r for r in bodies if any(form.endswith(f"s {name}") or form.startswith(f"{name} of ") for form in r.names)]
    else:
        fitting = [r for r in bodies if any(_owned_by(entities, r, form, name) for form in r.names)]
        fitting = [r for r in fitting if name in r.names] or fitting  # "Центр судебных экспертиз" is no "Центр судебной экспертизы"
    return fitting[0] if len(fitting) == 1 else None


def _goes_back(entities: Entities, at: int) -> bool:
    """Tell whether a name may begin before a place of the text: with a capitalised word right there that is no noun in a case."""
    before = entities.text[max(0, at - _FAR) : at]
    word = before.rstrip(" ").rpartition(" ")[2].rpartition("\n")[2]
    if not (before.endswith(" ") and word[:1].isupper() and word[-1:].isalpha()):
        return False
    return not any(e.stem in entities.pack.nouns and e.case not in ("nom", "gen") for e in entities.pack.readings(word))


def _owned_by(entities: Entities, body: Referent, form: str, name: str) -> bool:
    """Tell whether a form is a shorter one with the name of the body's state, or of what it is a part of, before or after it."""
    owner = body.state or body.parent
    if owner is None:
        return False
    short, long = entities.stems(name), entities.stems(form)
    if short == long:
        return True
    if len(long) <= len(short) or short not in (long[: len(short)], long[-len(short) :]):
        return False
    rest = long[len(short) :] if long[: len(short)] == short else long[: -len(short)]
    names = [*owner.names, *entities.listed_names(owner)]
    owners = {stem for called in names for stem in entities.stems(called)}
    return all(any(stem.startswith(known) or known.startswith(stem) for known in owners) for stem in rest)


def spelt_out(entities: Entities, letters: str) -> Referent | None:
    """Return the one body told in full whose words begin with the letters of an abbreviation, "БГУ" after "Батумский гос. университет".

    A body that the reference data know by the letters is meant only where the article has told no other in full. Letters may leave out
    what stands about a name: "имени Шота Руставели" after it, the state before it where heads come last.
    """
    if len(letters) < _LETTERS or not letters.isupper():
        return None
    at_end = str.startswith if entities.pack.head_initial else str.endswith
    bodies = [r for r in entities.referents.values() if r.sort == "org" and r.mentions]
    fitting = [r for r in bodies if any(at_end(_initials(name, entities.pack.language), letters) for name in r.names)]
    return fitting[0] if len(fitting) == 1 else None


def _initials(name: str, language: str) -> str:
    """Return the first letters of the words of a name in capitals, but for words such as "of" and "və"."""
    return "".join(capitalised(word[0], language) for word in name.split() if word[0].isupper() or len(word) > _SMALL)


def presided(entities: Entities, at: int) -> Referent | None:
    """Return the body named last before ``at``, near it, over which a chairman told alone may preside."""
    bodies = [
        (start, referent.ref, referent)
        for referent in entities.referents.values()
        if referent.sort == "org" and referent.kind in _PRESIDED
        for start, _, _ in referent.mentions
        if 0 < at - start < _FAR
    ]
    return max(bodies, key=lambda found: found[:2])[2] if bodies else None
