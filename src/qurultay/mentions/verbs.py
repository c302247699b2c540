"""Where the verbs of a sentence stand: each with the other words of its phrase, before it or after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qurultay.language.pack import GAP, LanguagePack, Sense, senses_after
from qurultay.mentions.words import Word

__all__ = ["Verbs", "verbs_first", "verbs_last"]

_PARTICLES = frozenset({"də", "da", "de"})
"""Particles that may part the words of a verb's phrase."""
_FAR = 16
"""How many words a verb stands from the words of its phrase at most."""
_ARTICLES = frozenset({"a", "an", "the", "its", "his", "their"})
"""Words that may stand inside a verb's phrase: "came to an end"."""
_SMALL = 5
"""How many letters the words have at most that are printed small in a headline of capitals."""
_BETWEEN = 3
"""How many words may stand between a verb and the rest of its phrase: "took an active part"."""
_PLACED = 3
"""How many words more may stand there that say when and where: "принял 12 марта в Баку участие"."""
_SUBORDINATING = frozenset({"rel", "sub"})
"""Categories of words with which another clause begins."""
_PREPOSITION = 3
"""How many letters the prepositions have that no day parts from their verb: "left on Monday for"."""
_AGENT = "by"
"""The case of the agent of a passive, as prepositions name it."""
_JOINING = frozenset({",", "«", "»", '"', "-", "–", "(", ")", "."})
"""Signs that may stand between a verb and the words of its phrase before it."""

Verbs = Mapping[int, tuple[int, tuple[Sense, ...]]]
"""The index of a verb's first word: that of its last, and its senses."""


def verbs_last(words: Sequence[Word], *, capitals: bool) -> Verbs:
    """Return the verbs that the lexicon knows; of those that end with one word, those with the longest phrase.

    Without ``capitals`` a word with a capital inside a sentence is none, but a name.
    """
    found: dict[int, tuple[int, tuple[Sense, ...]]] = {}
    for at, word in enumerate(words):
        if not word.verbs:
            continue
        if not capitals and at and word.text[0].isupper() and not word.text.isupper():
            continue
        previous = words[at - 1].folded if at else ""
        if previous in _PARTICLES and at > 1:
            previous = words[at - 2].folded
        best: list[Sense] = []
        begin = at
        for predicate, form in senses_after(word.verbs, previous):
            start = _before(words, at, predicate.words)
            if start is None or (best and len(predicate.words) < len(best[0][0].words)):
                continue
            begin = start
            best.append((predicate, form))
        if best or GAP in word.verbs:
            parted = [sense for sense in word.verbs.get(GAP, ()) if _parted(words, at, sense[0].words[:-1], found)]
            longest = max((len(predicate.words) for predicate, _ in parted), default=0)
            best = [sense for sense in parted if len(sense[0].words) == longest] or best
            begin = at if parted else begin
        if best:
            found[begin] = (at, tuple(best))
    return found


def _parted(words: Sequence[Word], at: int, phrase: tuple[str, ...], verbs: Verbs) -> bool:
    """Tell whether the words of a verb's phrase stand some words before the verb at ``at``, with no other verb between."""
    first = max([0, *(verb + 1 for verb in verbs)])
    ends = range(max(first, at - _FAR) + len(phrase), at)
    return any(tuple(word.folded for word in words[end - len(phrase) : end]) == phrase for end in ends)


def verbs_first(words: Sequence[Word], pack: LanguagePack) -> Verbs:
    """Return the verbs of the lexicon where the rest of a verb's phrase follows it; nouns that are spelt as verbs are left out."""
    printed: list[str] | None = None
    readings = [word.readings for word in words]
    fixed = bool(pack.settings["fixed_order"])
    found: dict[int, tuple[int, tuple[Sense, ...]]] = {}
    for at, word in enumerate(words):
        if not word.verbs or (fixed and _in_name(words, at)):
            continue
        if word.nouns and fixed and word.nouns.find(readings, at):
            printed = printed or [w.text for w in words]
            if not pack.acts(printed, at):
                continue
        if (best := _with_phrase(words, at, loose=not fixed)) is not None:
            found[best[0]] = best[1:]
    return found


def _in_name(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word is printed as a part of a name: all in capitals, or with one before another, in a sentence that is not all so."""
    text = words[at].text
    if not text[0].isupper() or len(words) <= at + 1:
        return text.isupper() and len(text) > 1
    if text.isupper() and len(text) > 1:
        return True
    return words[at + 1].text[0].isupper() and any(word.text.islower() and len(word.text) > _SMALL for word in words)


def _with_phrase(words: Sequence[Word], at: int, *, loose: bool) -> tuple[int, int, tuple[Sense, ...]] | None:
    """Return where the verb at a word begins and ends with its longest phrase, and its senses; ``loose`` phrases may stand before it."""
    best: list[Sense] = []
    begin = last = at
    for senses in (words[at].verbs or {}).values():
        for predicate, form in senses:
            if best and len(predicate.words) < len(best[0][0].words):
                continue
            end = _after(words, at, predicate.words, loose=loose)
            start = _before(words, at, predicate.words) if end is None and loose else None
            start = _apart(words, at, predicate.words) if end is start is None and loose else start
            if end is None and start is None:
                continue
            if best and len(predicate.words) > len(best[0][0].words):
                best = []
            begin, last = (at, end) if end is not None else (start or 0, at)
            best.append((predicate, form))
    return (begin, last, tuple(best)) if best else None


def _after(words: Sequence[Word], at: int, phrase: tuple[str, ...], *, loose: bool) -> int | None:
    """Return where ``phrase`` ends if its words follow word ``at``, else None.

    An adverb or adjective or two may stand before the first of them; where phrases are ``loose``, a day or place too ("принял 12 марта
    в Баку участие").
    """
    if not phrase:
        return at
    far = _BETWEEN + _PLACED * (loose and _noun_phrase(phrase))
    for start in range(at + 1, min(len(words), at + 2 + far)):
        if (end := _spells(words, start, phrase)) is not None:
            return end
        if not words[start].text.islower() and (far == _BETWEEN or not words[start].text.isalnum()):
            return None
        if far > _BETWEEN and words[start].verbs:
            return None
        if not loose and (_agent_follows(words, start) or (words[start].dated and len("".join(phrase)) <= _PREPOSITION)):
            return None  # "was followed by a discussion", "leaves tomorrow for"
    return None


def _agent_follows(words: Sequence[Word], at: int) -> bool:
    """Tell whether a preposition stands here after which it is told who did what a passive says."""
    nouns = words[at].nouns
    return nouns is not None and any(c.category == "prep" and c.name == _AGENT for found in nouns.alone for c in found.value)


def _noun_phrase(phrase: tuple[str, ...]) -> bool:
    """Tell whether the words of a verb's phrase are nouns and adjectives, which other words may part from it."""
    return all(len(word) >= _SMALL for word in phrase)


def _apart(words: Sequence[Word], at: int, phrase: tuple[str, ...]) -> int | None:
    """Return where ``phrase`` begins if it stands some words before its verb: "участие в семинаре в Баку приняли"; else None."""
    if not phrase or not _noun_phrase(phrase):
        return None
    for start in range(at - len(phrase), max(-1, at - len(phrase) - _FAR), -1):
        if _spells(words, start, phrase) is not None:
            return start
        finite = any(form.form in ("fin", "inf") for senses in (words[start].verbs or {}).values() for _, form in senses)
        noun = words[start].noun
        relative = noun is not None and noun.value[0].category in _SUBORDINATING
        if finite or relative or not (words[start].text[0].isalnum() or words[start].text in _JOINING):
            return None
    return None


def _spells(words: Sequence[Word], start: int, phrase: tuple[str, ...]) -> int | None:
    """Return where a phrase ends that begins at a word, articles inside it passed over; None where it does not stand there."""
    at = start
    for place, wanted in enumerate(phrase):
        while place and at < len(words) and words[at].folded != wanted and words[at].folded in _ARTICLES:
            at += 1
        if at >= len(words) or words[at].folded != wanted:
            return None
        at += 1
    return at - 1


def _before(words: Sequence[Word], at: int, phrase: tuple[str, ...]) -> int | None:
    """Return where the words of ``phrase`` begin if they stand before word ``at`` (a particle may part them), else None."""
    start = at
    for word in reversed(phrase):
        start -= 1
        if start >= 0 and words[start].folded in _PARTICLES:
            start -= 1
        if start < 0 or words[start].folded != word:
            return None
    return start
