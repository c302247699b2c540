"""Compares events: kind, days, place, framework, who organised and took part. Missing and partial dates agree, other ones do not."""

from __future__ import annotations

from datetime import date
from itertools import product

from qurultay.identity import known
from qurultay.identity.dates import Stretch, stretches
from qurultay.identity.names import compare
from qurultay.identity.things import COMPANY, TALKS, Traits, together
from qurultay.identity.verdicts import STRONG, WEAK, Verdict
from qurultay.identity.words import concepts, shared

__all__ = ["compare_events", "telling"]

_GATHERINGS = frozenset({"Session", "Meeting", "Conference", "Forum"})
"""Kinds of which outlets call one and the same event now one, now the other."""
_LIKE = (frozenset({"Session", "Conference", "Forum"}), frozenset({"Seminar", "Training", "Conference", "Forum"}))
"""Kinds that outlets take for one another where they tell of one happening."""
_SAME_PERSON, _PERHAPS = 0.9, 0.5
"""The likeness from which two names are one person's, and from which they may be."""
_FEW = 3
"""The number of people up to which another one at talks means other talks."""
_SIDES = 3
"""The number of people, or of bodies and states, from which a meeting is no talks of two sides."""
_THEMES, _OF_THEME = 0.5, 1.5
"""The part of the ideas of the shorter theme that two themes of one event share at least, and the points for it."""
_NUMBERED = 3.0
"""The points for a number that two sittings of one body have among those before them."""
_FULL = 7.5
"""The points at which nothing is left to doubt."""


_SURE_COMPANY = 4
"""The number of people and events from which articles tell of one happening, though the time of one is not known."""
_AGAIN = 0.65
"""The score up to which events are one of which nothing tells that they were at one time: the same people and bodies meet again."""
_UTMOST = 1.6
"""The part of these points from which on more of them make a probable pair no surer."""
_SHORT_OF_SURE = 0.9
"""What part of the way to a sure pair a probable one comes at most."""
_SOON, _LATER = -3, 10
"""The days after an event within which an article tells of it without its day."""


class _ContradictionError(Exception):
    """Something contradicts; the message says what."""


def compare_events(one: Traits, other: Traits) -> Verdict:
    """Return whether two events are one: points for what agrees, and a contradiction where something cannot be."""
    try:
        points = [judge(one, other) for judge in (_kind, _number, _days, _place, _frame, _people, _parties, _theme)]
    except _ContradictionError as contradiction:
        return Verdict(0.0, str(contradiction), "event", against=True)
    reasons = [reason for _, reason in points if reason]
    score = sum(weight for weight, _ in points) / _FULL
    again = together(one, other, timed=True) < COMPANY and together(one, other) < _SURE_COMPANY
    if not points[1][0] and not points[2][0] and again and (_talks(one, other) or (one["published"] and other["published"])):
        score = min(score, _AGAIN)
    elif score < STRONG and (company := _company(one, other)):
        score = _probably(score + company / _FULL)
        reasons.append("told of with the same others")
    if not one["when"] or not other["when"]:
        score = _probably(score)
    return Verdict(round(min(1.0, score), 3), ", ".join(reasons), "event")


def _probably(score: float) -> float:
    """Return the score of events of which the day of one is not told, or that are one for the sake of the company: never a sure one."""
    return score if score < WEAK else WEAK + (min(score, _UTMOST) - WEAK) * (STRONG - WEAK) * _SHORT_OF_SURE / (_UTMOST - WEAK)


def _kind(one: Traits, other: Traits) -> tuple[float, str]:
    kinds, theirs = one["kind"], other["kind"]
    if kinds & theirs:
        return 1.0, "one kind"
    if "Event" in kinds | theirs:
        return 0.5, "kinds that agree"
    if kinds | theirs <= _GATHERINGS and one["frame"] & other["frame"]:
        return 0.5, "gatherings of one body"
    like = any(kinds | theirs <= like for like in _LIKE) or (kinds | theirs <= _GATHERINGS and not _few(one) and not _few(other))
    if like and _placed(one, other) and together(one, other) >= COMPANY:
        return 0.0, ""
    raise _ContradictionError("other kinds")


def _number(one: Traits, other: Traits) -> tuple[float, str]:
    """Compare the numbers that sittings of one body have in its row: the fourth is not the fifth, unless their days and state agree."""
    if not one["number"] or not other["number"] or not one["frame"] & other["frame"]:
        return 0.0, ""
    if one["number"] & other["number"]:
        return _NUMBERED, "one number in a row"
    days = product(_stretches(one["when"]), _stretches(other["when"]))
    if not one["state"] & other["state"] or not any(a.meets(b) for a, b in days):
        raise _ContradictionError("other numbers")
    return 0.0, ""  # an outlet has miscounted


def _few(event: Traits) -> bool:
    """Tell whether an event may be talks of two sides beside a gathering of many."""
    sides = len(_sides(event))
    return "Meeting" in event["kind"] and (sides == _SIDES - 1 or (sides < _SIDES and len(event["person"]) < _SIDES))


def _sides(event: Traits) -> frozenset[str]:
    """Return who met: states, each once with its offices, and bodies of none."""
    return event["land"] | {known.state_of(body) or body for body in event["party"]}


def _placed(one: Traits, other: Traits) -> bool:
    """Tell whether a day or a place is told of both, and is the same."""
    pairs = product(_stretches(one["when"]), _stretches(other["when"]))
    return bool(one["place"] & other["place"]) or any(a.starts_like(b) for a, b in pairs)


def _days(one: Traits, other: Traits) -> tuple[float, str]:
    pairs = list(product(_stretches(one["when"]), _stretches(other["when"])))
    if pairs:
        if not any(a.meets(b) for a, b in pairs):
            raise _ContradictionError("other days")
        if any(a.starts_like(b) and not a.yearless for a, b in pairs):
            return 3.0, "one day"
        if any(a.exact and b.exact and not a.yearless and not b.yearless for a, b in pairs):
            return 2.0, "days that overlap"
        if any(a.exact or b.exact for a, b in pairs):
            return (2.0 if any(a.exact and b.exact for a, b in pairs) else 1.5), "days that agree"
        return (2.5 if _told_together(one, other) else 1.5), "days that agree"
    above = list(product(_stretches(one["when"] or one["within"]), _stretches(other["when"] or other["within"])))
    if above and any(a.meets(b) for a, b in above):
        return (2.0 if any(a.starts_like(b) for a, b in above) else 1.5), "days of what it was a part of"
    if above and not one["when"] and not other["when"]:
        raise _ContradictionError("other days of what it was a part of")
    return (1.0, "told at the time") if _told_then(one, other) else (0.0, "")


def _told_then(one: Traits, other: Traits) -> bool:
    """Tell whether an undated event is told of in the days of the other, or of the other's article."""
    for undated, dated in ((one, other), (other, one)):
        if not undated["when"]:
            days = [s.first for s in _stretches(dated["when"]) if s.exact and not s.yearless] or sorted(dated["published"])
            told = [date.fromisoformat(day) for day in sorted(undated["published"])]
            if any(_SOON <= (then - date.fromisoformat(day)).days <= _LATER for then in told for day in days):
                return True
    return False


def _told_together(one: Traits, other: Traits) -> bool:
    """Tell whether two articles tell of events in the same days."""
    days = [[date.fromisoformat(day) for day in sorted(traits["published"])] for traits in (one, other)]
    return any(abs((a - b).days) <= _LATER for a, b in product(*days))


def _stretches(when: frozenset[str]) -> list[Stretch]:
    return [stretch for told in sorted(when) for stretch in stretches(told)]


def _place(one: Traits, other: Traits) -> tuple[float, str]:
    if one["place"] & other["place"]:
        return 2.0, "one place"
    if one["place"] and other["place"]:
        raise _ContradictionError("other places")
    if one["state"] and other["state"]:
        if not one["state"] & other["state"]:
            raise _ContradictionError("other states")
        return 1.0, "places that agree"
    return 0.0, ""


def _frame(one: Traits, other: Traits) -> tuple[float, str]:
    mine, theirs = (t["stage"] or t["frame"] for t in (one, other))
    if not mine or not theirs:
        return 0.0, ""
    if (common := mine & theirs) and not (_narrow(mine) - common and _narrow(theirs) - common):
        own = (not one["when"] or not other["when"]) and any(known.parent_of(body) for body in common)
        return (2.6 if own else 2.0), "one framework"
    if any(_within(a, b) or _within(b, a) for a in mine for b in theirs):
        return 1.0, "frameworks of which one is a part of the other"
    likest = max((_likeness(a, b) for a, b in product(mine, theirs)), default=0.0)
    if likest:
        return (2.0, "one framework") if likest == 1 else (1.5 * likest, "frameworks of like names")
    known_both = _all_known(mine) and _all_known(theirs)
    crosswise = bool(mine & other["frame"] or theirs & one["frame"])
    if _same_circle(one, other, least=1 if crosswise or not known_both else 2) or (not known_both and together(one, other) >= COMPANY):
        return 0.0, ""
    raise _ContradictionError("other frameworks")


def _same_circle(one: Traits, other: Traits, *, least: int) -> bool:
    """Tell whether so many people were at both of two events at one time in one place: articles name now one host of it, now another."""
    pairs = list(product(_stretches(one["when"]), _stretches(other["when"])))
    time = any(a.meets(b) for a, b in pairs) if pairs else _told_then(one, other) or together(one, other, timed=True) >= COMPANY
    return time and bool(one["place"] & other["place"]) and len(_same_people(one, other)) >= least


def _same_people(one: Traits, other: Traits) -> list[str]:
    """Return the people of an event who are told of the other too."""
    return [name for name in sorted(one["person"]) if any(compare(name, told).score >= _SAME_PERSON for told in other["person"])]


def _all_known(bodies: frozenset[str]) -> bool:
    return all(known.has(body) for body in bodies)


def _likeness(one: str, other: str) -> float:
    """Return how many of the ideas of two unknown bodies' names are the same, from 0 to 1; 0 where a body is known."""
    if not one.startswith("=") or not other.startswith("="):
        return 0.0
    common, left, right = shared(one[1:].split("+"), other[1:].split("+"))
    return common / (common + left + right)


def _narrow(bodies: frozenset[str]) -> frozenset[str]:
    """Return the bodies of which no other of them is a part."""
    return frozenset(body for body in bodies if not any(_within(other, body) for other in bodies))


def _within(body: str, whole: str) -> bool:
    return body != whole and known.parent_of(body) == whole


def _people(one: Traits, other: Traits) -> tuple[float, str]:
    mine, theirs = sorted(one["person"]), sorted(other["person"])
    likeness = {(a, b): compare(a, b).score for a in mine for b in theirs}
    same = {pair for pair, score in likeness.items() if score >= _SAME_PERSON}
    perhaps = {pair for pair, score in likeness.items() if score >= _PERHAPS}
    left, right = len(mine) - len({a for a, _ in perhaps}), len(theirs) - len({b for _, b in perhaps})
    least = 0 if "Visit" in one["kind"] | other["kind"] else 1
    if _talks(one, other) and left and right and len(perhaps) <= least and max(len(mine), len(theirs)) <= _FEW:
        raise _ContradictionError("other people")
    reason = f"{len(same)} of the people" if len(same) > 1 else "one of the people" if same else ""
    alone = not any(t["when"] or t["within"] for t in (one, other)) and len(same) == len(mine) == len(theirs) > 1
    return min(3.0, len(same) + 0.5 * len(perhaps - same)) + (1.0 if alone else 0.0), reason


def _parties(one: Traits, other: Traits) -> tuple[float, str]:
    """Compare the bodies that took part; those that the reference data does not know are named otherwise in other languages."""
    mine, theirs = ({body for body in traits["party"] if known.has(body)} for traits in (one, other))
    common = mine & theirs
    talks = _talks(one, other)
    apart = not common or "Visit" not in one["kind"] | other["kind"]
    few = len(mine | theirs) <= _FEW + 1 or min(len(mine), len(theirs)) < _SIDES
    if talks and apart and mine - common and theirs - common and few:
        raise _ContradictionError("other parties")
    lands = one["land"] & other["land"]
    weight = min(2.0, 0.75 * len(common) + 0.5 * len(lands)) if talks else min(1.5, 0.4 * len(common) + 0.2 * len(lands))
    return weight, f"{len(common)} of the bodies" if len(common) > 1 else "one of the bodies" if common else ""


def _theme(one: Traits, other: Traits) -> tuple[float, str]:
    """Compare the ideas of the themes: translators agree on some. Where nothing agrees, and nobody was at both, there are two."""
    mine, theirs = ({c for told in traits["theme"] for c in _ideas(told)} for traits in (one, other))
    common, left, right = shared(mine, theirs)
    if common > 1 and common >= _THEMES * min(common + left, common + right):
        return _OF_THEME, "one theme"
    if _talks(one, other) or common or _same_people(one, other):
        return 0.0, ""
    if all(sum(not word.startswith("~") for word in ideas) > 1 for ideas in (mine, theirs)):
        raise _ContradictionError("other themes")
    bodies = [{body for body in traits["party"] if known.has(body)} for traits in (one, other)]
    told = all(len(found) > 1 for found in bodies) and all(traits["person"] for traits in (one, other))
    if told and bodies[0].isdisjoint(bodies[1]) and not one["frame"] & other["frame"]:
        raise _ContradictionError("other people and bodies")
    return 0.0, ""


def _ideas(told: str) -> frozenset[str]:
    language, _, theme = told.partition(":")
    found = concepts(theme, language)
    return found.words | found.states


def _company(one: Traits, other: Traits) -> float:
    """Return points for whom else the articles tell of: the same people mean one happening, but not two of its days."""
    count = together(one, other)
    pairs = list(product(_stretches(one["when"]), _stretches(other["when"])))
    two_days = any(a.exact and b.exact for a, b in pairs) and not any(a.starts_like(b) for a, b in pairs)
    tied = one["place"] & other["place"] or one["stage"] & other["stage"] or _same_people(one, other)
    somewhere = bool(one["state"] & other["state"]) and count > COMPANY
    vague = not one["when"] and not other["when"] and not tied and not somewhere
    mine, theirs = (traits["land"] | traits["party"] for traits in (one, other))
    others = bool(mine and theirs) and mine.isdisjoint(theirs) and count < 2 * COMPANY
    return min(4.0, 1.0 + count / 2) if count >= COMPANY and not (two_days or vague or others) else 0.0


def _talks(one: Traits, other: Traits) -> bool:
    """Tell whether both are of kinds at which few meet."""
    return (one["kind"] | other["kind"]) <= TALKS


def telling(path: str, traits: Traits) -> tuple[int, int]:
    """Return how little a local key tells of an event: those that are known by day, place and body come first, then the longer."""
    return (not path_is_free(path), -path.count("-"))


def path_is_free(path: str) -> bool:
    """Tell whether a path is bound to no article: it does not end in the twelve digits of a hash."""
    end = path.rpartition("-")[2]
    return len(end) != 12 or not all(c in "0123456789abcdef" for c in end)
