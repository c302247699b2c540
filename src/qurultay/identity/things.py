"""What an article tells that identifies each thing: its traits, and the keys under which its like are found.

Traits are sets of strings by name, so that what several articles tell of one thing adds up by union. Both depend on the reading and the
shipped reference data alone.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from qurultay.identity import known
from qurultay.identity.dates import Stretch, stretches
from qurultay.identity.local import Told
from qurultay.identity.names import initials, parse, skeletons
from qurultay.identity.words import concepts
from qurultay.model import Entity, Reading, Value
from qurultay.terms import digest, family

__all__ = ["COMPANY", "RESOLVED", "TALKS", "Thing", "Traits", "as_json", "from_json", "keys", "things", "together", "union"]


class Traits(dict[str, frozenset[str]]):
    """What is told of a thing, by the name of the trait; what is not told is empty."""

    def __missing__(self, name: str) -> frozenset[str]:
        return frozenset()


RESOLVED = ("organization", "person", "event", "document")
"""The families whose things are resolved across articles; states and places are those of the reference data or bear their names."""

TALKS = frozenset({"Meeting", "Visit", "Ceremony"})
"""Kinds of event at which few meet."""
COMPANY = 2
"""The number of people and events with which two things are told of from which on articles tell of one happening."""
_WEEK = 7
_KEYS_OF_CIRCLE = 8
"""The number of names of those told of beside an event that are keys of it."""
_KEYS_IN_PAIRS = 5
"""The number of them of which each two are a key of it, whatever the time."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NEAR = 5
"""The number of states up to which a body told without its own may be of any that the article speaks of."""
_MANY = 8
"""The number of people up to which each two of them are a key of their event."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing as one article tells it: its local path, its family, and its traits."""

    path: str
    family: str
    traits: Traits

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys under which its like are found, sorted; () without traits."""
        return keys(self.family, self.traits) if self.traits else ()


def things(reading: Reading) -> tuple[Thing, ...]:
    """Return the things of a reading that may be known to other articles under other paths, sorted by path; () for an empty reading.

    Beside an organisation that the reference data does not know stand those that it knows, without traits: they are not the unknown one.
    """
    told = Told(reading)
    paths = told.all()
    found: dict[str, Thing] = {}
    for ref in sorted(told.entities):
        entity, path = told.entities[ref], paths[ref]
        kind = family(entity.kind)
        if kind in RESOLVED and entity.path is None:
            traits = _TRAITS[kind](entity, told, paths)
            known_already = found.get(path)
            found[path] = Thing(path, kind, union([traits, known_already.traits] if known_already else [traits]))
    if any(thing.family == "organization" for thing in found.values()):
        beside = {entity.path for entity in reading.entities if family(entity.kind) == "organization" and entity.path is not None}
        found.update({path: Thing(path, "organization", Traits()) for path in beside if path})
    return tuple(found[path] for path in sorted(found))


def union(many: Iterable[Traits]) -> Traits:
    """Return all that is told."""
    joined: dict[str, set[str]] = {}
    for traits in many:
        for name, values in traits.items():
            joined.setdefault(name, set()).update(values)
    return Traits({name: frozenset(values) for name, values in sorted(joined.items())})


def as_json(traits: Traits) -> str:
    """Return traits in one line, the same for the same traits."""
    return json.dumps({name: sorted(values) for name, values in sorted(traits.items()) if values}, ensure_ascii=False)


def from_json(line: str) -> Traits:
    """Return the traits that :func:`as_json` wrote."""
    return Traits({name: frozenset(values) for name, values in json.loads(line).items()})


def _made(**values: Iterable[str]) -> Traits:
    return Traits({name: frozenset(found) - {""} for name, found in values.items()})


def _person(entity: Entity, told: Told, paths: Mapping[str, str]) -> Traits:
    posts = told.posts(entity.ref)
    bodies = {body for _, body in posts if body}
    composed = {made for body in bodies if not known.has(body) for made in _composed(body, told, paths)}
    return _made(
        name={" ".join(name.text.split()) for name in entity.names},
        post={f"{role}|{body}" for role, body in posts if role and body},
        body=bodies | composed,
        state={state for body in bodies if (state := _state(body, told, paths))},
        role={role for role, _ in posts},
        circle=_circle(told, but=entity),
        around={path for path in paths.values() if path.startswith("organization/") and known.has(path)},
    )


def _circle(told: Told, *, but: Entity | None = None) -> set[str]:
    """Return the other people and the events of an article as ``time|name``: two that share several of them tell of one happening.

    The times are fortnights, each day being in two of them, so that days which are at most a week apart have one in common.
    """
    people = [e for ref, e in sorted(told.entities.items()) if family(e.kind) == "person" and e is not but and e.names]
    full = {next(iter(skeletons(e.names[0].text))) for e in people if not parse(e.names[0].text).bare}
    return {f"{time}|{name}" for time in _times(told) or {""} for name in full | _happenings(told)}


def _happenings(told: Told) -> set[str]:
    """Return the days of the events of an article, each with a place or a framework."""
    return {
        f"{day}@{spot}"
        for ref, entity in told.entities.items()
        if family(entity.kind) == "event"
        for day in told.slot(ref, "schema:startDate")
        if _DAY.fullmatch(day)
        for spot in told.slot(ref, "schema:location", "q:framework")
    }


def _times(told: Told) -> set[str]:
    """Return the fortnights in which an article was published; where it does not say, those of the events that it tells of."""
    events = [ref for ref, entity in told.entities.items() if family(entity.kind) == "event"]
    days = [told.published] if told.published else [day for ref in events for day in told.slot(ref, "schema:startDate")]
    numbers = [date.fromisoformat(day).toordinal() for day in days if _DAY.fullmatch(day)]
    return {str((number + start) // (2 * _WEEK) * 2 + bool(start)) for number in numbers for start in (0, _WEEK)}


def together(one: Traits, other: Traits, *, timed: bool = False) -> int:
    """Return how many people and events are told of beside both of two things at one time; where one's time is not known, at any.

    With ``timed`` only what is told at one time counts.
    """
    times = Counter(shared.partition("|")[0] for shared in one["circle"] & other["circle"])
    undated = 0
    if timed:
        return max(times.values(), default=0)
    for mine, theirs in ((one, other), (other, one)):
        if names := {name for name in mine["circle"] if name.startswith("|")}:
            undated = max(undated, len(names & {f"|{told.partition('|')[2]}" for told in theirs["circle"]}))
    return max([undated, *times.values()])


def _composed(body: str, told: Told, paths: Mapping[str, str]) -> Iterable[str]:
    """Yield what stands for a body that the reference data does not know, in whatever language it is named: its state and ideas."""
    state = _state(body, told, paths)
    for ref in sorted(ref for ref, own in paths.items() if own == body):
        for name in told.entities[ref].names:
            found = concepts(name.text, name.language)
            ideas = sorted(word for word in found.words if not word.startswith("~"))
            if state and len(ideas) > 1 and len(ideas) == len(found.words):
                yield f"={state}:{'+'.join(ideas)}"


def _spoken(body: str, told: Told, paths: Mapping[str, str]) -> str:
    """Return what stands for a body in whatever language it is named: its path, where the reference data does not know it its ideas."""
    if known.has(body):
        return body
    names = [name for ref in sorted(ref for ref, own in paths.items() if own == body) for name in told.entities[ref].names]
    found = next((c for name in names if (c := concepts(name.text, name.language)).words), None)
    return body if found is None else f"={'+'.join(sorted(found.words))}"


def _organization(entity: Entity, told: Told, paths: Mapping[str, str]) -> Traits:
    named = {f"{name.language}:{' '.join(name.text.split())}" for name in entity.names}
    parents = {path for path in told.slot(entity.ref, "org:subOrganizationOf") if path.startswith("organization/")}
    states = {path.partition("/")[2] for path in told.slot(entity.ref, "q:jurisdiction") if path.startswith("state/")}
    states |= {state for parent in parents if (state := _state(parent, told, paths))}
    near = set() if states | parents else {path.partition("/")[2] for path in paths.values() if path.startswith("state/")}
    return _made(
        kind=[entity.kind], name=named, parent=parents, state=states, near=near if len(near) <= _NEAR else (), circle=_circle(told)
    )


def _event(entity: Entity, told: Told, paths: Mapping[str, str]) -> Traits:
    ref = entity.ref
    bodies = {*told.slot(ref, "q:framework", "schema:organizer", "q:participant")}
    people = {
        p for p in told.facts[ref] if p.predicate in ("schema:attendee", "q:speaker", "schema:organizer") and p.object in told.entities
    }
    names = {e.names[0].text for fact in people if family((e := told.entities[str(fact.object)]).kind) == "person" and e.names}
    places = told.slot(ref, "schema:location")
    supers = {str(fact.object) for fact in told.facts[ref] if fact.predicate == "schema:superEvent"} & set(told.entities)
    return _made(
        kind=[entity.kind],
        when=[_when(ref, told)],
        within=[_when(above, told) for above in supers if above != ref],
        published=[told.published],
        place={path for path in places if path.startswith("place/")},
        state={state for path in places if (state := _state(path, told, paths))},
        frame={_spoken(path, told, paths) for path in bodies if _common(path, told)},
        stage={_spoken(path, told, paths) for path in told.slot(ref, "q:framework", "schema:organizer") if _common(path, told)},
        party={path for path in bodies if path.startswith("organization/") and (not _common(path, told) or known.state_of(path))},
        land={path.partition("/")[2] for path in bodies if path.startswith("state/")},
        person=names,
        theme={f"{v.language}:{v.lexical}" for f in told.facts[ref] if f.predicate == "q:theme" and isinstance(v := f.object, Value)},
        status=told.slot(ref, "q:status"),
        number=told.slot(ref, "schema:position"),
        circle=_circle(told),
    )


_COMMON = frozenset({"Council", "InternationalOrganization"})
"""Kinds of organisation that several states share: a session is theirs."""


def _common(path: str, told: Told) -> bool:
    """Tell whether a body is shared by several states: a known one of no state is, whatever its kind."""
    return told.kind(path) in _COMMON or (path.startswith("organization/") and known.has(path) and not known.state_of(path))


def _document(entity: Entity, told: Told, paths: Mapping[str, str]) -> Traits:
    ref = entity.ref
    at = {str(fact.object) for fact in told.facts[ref] if fact.predicate == "q:producedAt"} & set(told.entities)
    places = {place for event in at for place in told.slot(event, "schema:location")}
    return _made(
        kind=[entity.kind],
        name={f"{name.language}:{' '.join(name.text.split())}" for name in entity.names},
        when=told.slot(ref, "q:signedOn")[:1],
        within=[_when(event, told) for event in at],
        published=[told.published],
        party=told.slot(ref, "q:signatory"),
        place=places,
    )


_TRAITS = {"person": _person, "organization": _organization, "event": _event, "document": _document}


def _when(ref: str, told: Told) -> str:
    """Return the days of an event as ``first/last``, or one of them, as they stand in the graph; "" where none is told."""
    first, last = (next(iter(told.slot(ref, f"schema:{side}Date")), "") for side in ("start", "end"))
    return f"{first}/{last}" if first and last and first != last else first or last


def _state(path: str, told: Told, paths: Mapping[str, str]) -> str:
    """Return the ISO code of the state of a body or place; "" where it has none."""
    if path.startswith("state/"):
        return path.partition("/")[2]
    if state := known.state_of(path):
        return state
    refs = [ref for ref, own in paths.items() if own == path]
    said = [state for ref in refs for state in told.slot(ref, "q:jurisdiction", "schema:containedInPlace") if state.startswith("state/")]
    parents = [parent for ref in refs for parent in told.slot(ref, "org:subOrganizationOf")]
    return next((s.partition("/")[2] for s in said), "") or next((s for parent in parents if (s := known.state_of(parent))), "")


def keys(kind: str, traits: Traits) -> tuple[str, ...]:
    """Return the keys under which things of a family are found that may be this one."""
    return tuple(sorted({digest(kind, key) for key in _KEYS[kind](traits)}))


def _person_keys(traits: Traits) -> Iterable[str]:
    times = {told.partition("|")[0] for told in traits["circle"]}
    for name in traits["name"]:
        yield from (f"{time}^{letters}" for time in times for letters in initials(name))
        for skeleton in skeletons(name):
            surname = skeleton.partition(".")[0]
            if not parse(name).bare:
                yield skeleton
                yield from (f"{surname}|{body}" for body in traits["body"])
            else:
                yield from (f"{surname}|{body}" for body in traits["body"])
                if not skeleton.endswith("."):
                    yield skeleton


def _organization_keys(traits: Traits) -> Iterable[str]:
    group = min((known.group(kind) for kind in traits["kind"]), default="")
    times = {told.partition("|")[0] for told in traits["circle"]}
    for name in traits["name"]:
        language, _, text = name.partition(":")
        found = concepts(text, language)
        for word in found.words:
            yield from (f"{word}|{state}" for state in traits["state"] | traits["near"] | found.states)
            yield from (f"{word}|{parent}" for parent in traits["parent"])
            if not traits["state"] | found.states | traits["parent"]:
                yield f"{group}|{word}"
            yield from (f"{time}:{word}" for time in times)


def _event_keys(traits: Traits) -> Iterable[str]:
    days = [stretch for when in traits["when"] for stretch in stretches(when)]
    inherited = [stretch for when in traits["within"] for stretch in stretches(when)] if not days else []
    place = sorted(traits["place"]) or sorted(f"state/{state}" for state in traits["state"])
    spots = [*traits["place"], *(f"state/{state}" for state in traits["state"])]
    kind = "bilateral" if traits["kind"] <= TALKS else "common"
    for stretch in days or inherited:
        yield from _dated_keys(stretch, spots, traits)
    common = [place for place in traits["place"] if not traits["kind"] <= TALKS]
    for year in {year for stretch in days for year in stretch.years}:
        yield from (f"{year}@{place}" for place in common)
    if not days or not all(stretch.exact for stretch in days):
        yield from (f"told {published[:7]}@{spot}" for published in traits["published"] for spot in spots)
    if not days and not inherited:
        for published in traits["published"]:
            yield from _dated_keys(Stretch.of_month(published), spots, traits)
    for frame in traits["frame"]:
        yield from (f"{kind}|{frame}|{spot}" for spot in place)
        yield from (f"{frame}#{number}" for number in traits["number"])
    people = sorted({next(iter(skeletons(name)), name) for name in traits["person"]})
    if len(people) <= _MANY:
        yield from (f"{one}&{other}" for one, other in combinations(people, 2))
    names = sorted({told.partition("|")[2] for told in traits["circle"]} - {""}, key=digest)[:_KEYS_OF_CIRCLE]
    yield from (told for told in traits["circle"] if told.partition("|")[2] in names)
    yield from (f"{one}&{other}" for one, other in combinations(sorted(names[:_KEYS_IN_PAIRS]), 2))


def _dated_keys(stretch: Stretch, spots: Iterable[str], traits: Traits) -> Iterable[str]:
    for spot in spots:
        yield from (f"{month}@{spot}" for month in stretch.months)
        if stretch.day_of_year:
            yield f"{stretch.day_of_year}@{spot}"
    for frame in traits["frame"]:
        yield from (f"{month}@{frame}" for month in stretch.months)
        yield from (f"{year}@{frame}" for year in stretch.years)
    yield from (f"{month}@{party}" for month in stretch.months for party in traits["party"])


def _document_keys(traits: Traits) -> Iterable[str]:
    for when in traits["when"] or traits["within"] or {day[:7] for day in traits["published"]}:
        for stretch in stretches(when):
            yield from (f"{month}@{party}" for month in stretch.months for party in traits["party"])
            yield from (f"{month}@{place}" for month in stretch.months for place in traits["place"])


_KEYS = {"person": _person_keys, "organization": _organization_keys, "event": _event_keys, "document": _document_keys}
