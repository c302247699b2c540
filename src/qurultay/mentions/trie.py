"""Known phrases, found by their stems: the trie on which names and words of the lexicon are looked up.

A phrase is kept as one key a word. A word of the text answers to every stem that the suffix automaton sees in
it, so that one entry meets all its inflected forms. The phrase's ending is that of its last word, or, where the head stands
before what it governs, that of its head.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from qurultay.language.suffixes import Ending

__all__ = ["Entry", "Found", "Trie"]

T = TypeVar("T")

_WITHIN = ("nom", "gen", "acc")
"""The cases in which a word may stand inside a phrase."""


@dataclass(frozen=True, slots=True)
class _Value(Generic[T]):
    """What a phrase means, and what its head's ending must be: the possessive (None for any), and whether the name is a ``whole`` word.

    ``keys`` are its words by their stems, ``head`` which of them carries its ending (None for the last), ``plural`` whether a
    name of one word is plural.
    """

    value: T
    possessive: str | None
    whole: bool
    keys: tuple[str, ...]
    head: int | None
    plural: bool = False


@dataclass(slots=True)
class _Branch(Generic[T]):
    below: dict[str, _Branch[T]] = field(default_factory=dict)
    values: list[_Value[T]] = field(default_factory=list)
    headed: bool = False


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase met in a sequence of words: how many it covers, what it means, how its last word may be read."""

    length: int
    value: T
    endings: tuple[Ending, ...]


class Trie(Generic[T]):
    """Phrases and their values. Filled once, then only read."""

    def __init__(self) -> None:
        self._root: _Branch[T] = _Branch()

    def add_lemma(self, words: Sequence[str], value: T, *, head: int | None = None) -> None:
        """Add a phrase of bare stems ("baş", "prokuror"): its last word, or the one at ``head``, may have any ending."""
        self._insert(words, headed=head is not None).values.append(_Value(value, None, False, tuple(words), head))

    def add_headed(self, keys: Sequence[str], value: T, *, head: int, plural: bool) -> None:
        """Add a name by the stems of its words, of which the one at ``head`` carries its case ("Совет генеральных прокуроров")."""
        self._insert(keys, headed=True).values.append(_Value(value, None, len(keys) == 1, tuple(keys), head, plural))

    def add_name(self, words: Sequence[tuple[Ending, ...]], value: T) -> None:
        """Add a name as it is printed, each word given by its readings.

        A name of one word keeps that word whole; in a longer one each word counts by its shortest stem, so
        that "Prokurorlar Şurası" and "Prokurorları Şurasının" meet.
        """
        if len(words) == 1:
            self._insert([words[0][0].stem]).values.append(_Value(value, "", True, (words[0][0].stem,), None))
            return
        keys = [min([e for e in readings if e.case == "nom"] or readings, key=lambda e: len(e.stem)) for readings in words]
        stems = tuple(k.stem for k in keys)
        self._insert(stems).values.append(_Value(value, keys[-1].possessive, False, stems, None))

    def find(self, words: Sequence[tuple[Ending, ...]], start: int) -> list[Found[T]]:
        """Return the phrases that begin at word ``start``, longest first; equal lengths in the order they were added."""
        entry = self.enter(words[start])
        return [] if entry is None else entry.find(words, start)

    def enter(self, word: tuple[Ending, ...]) -> Entry[T] | None:
        """Return where a first word leads, given by its readings; None where no phrase begins with it."""
        if self._root.below.keys().isdisjoint([ending.stem for ending in word]):
            return None
        reached = _reach((self._root,), word)
        return Entry(_close(reached, (word,)), _open(reached))

    def _insert(self, keys: Sequence[str], *, headed: bool = False) -> _Branch[T]:
        branch = self._root
        for key in keys:
            branch = branch.below.setdefault(key, _Branch())
            branch.headed = branch.headed or headed
        return branch


@dataclass(frozen=True, slots=True, eq=False)
class Entry(Generic[T]):
    """Where the first word of a phrase leads: the phrases that it is alone, and the branches on which longer ones go on."""

    alone: list[Found[T]]
    branches: Sequence[_Branch[T]]

    def find(self, words: Sequence[tuple[Ending, ...]], start: int) -> list[Found[T]]:
        """Return the phrases that begin with this word, which is word ``start``, longest first. The list is not to be changed."""
        found, branches, at = self.alone, self.branches, start + 1
        while branches and at < len(words):
            reached = _reach(branches, words[at])
            at += 1
            if not reached:
                break
            found = [*_close(reached, words[start:at]), *found]
            branches = _open(reached)
        return found


_Reached = Iterable[tuple[_Branch[T], list[Ending]]]
"""The branches that a word leads to, each with the readings of the word that do."""


def _reach(branches: Sequence[_Branch[T]], word: tuple[Ending, ...]) -> _Reached[T]:
    """Return the branches to which a word leads from others."""
    reached: dict[int, tuple[_Branch[T], list[Ending]]] = {}
    for branch in branches:
        below = branch.below
        for ending in word:
            if ending.stem in below:
                following = below[ending.stem]
                reached.setdefault(id(following), (following, []))[1].append(ending)
    return reached.values()


def _close(reached: _Reached[T], words: Sequence[tuple[Ending, ...]]) -> list[Found[T]]:
    """Return the phrases made of ``words`` that end on the branches reached."""
    found: list[Found[T]] = []
    for branch, endings in reached:
        for value in branch.values:
            read = endings if value.head is None else _agreed(value.keys, value.head, words)
            fitting = tuple(e for e in read if _fits(e, value))
            if fitting:
                found.append(Found(len(words), value.value, fitting))
    return found


def _agreed(keys: Sequence[str], head: int, words: Sequence[tuple[Ending, ...]]) -> list[Ending]:
    """Return the endings of a phrase's head, of those that the adjectives before it agree with."""
    endings = [e for e in words[head] if e.stem == keys[head]]
    for key, word in zip(keys[:head], words, strict=False):
        agreeing = {(e.plural, e.case) for e in word if e.stem == key and e.modifier}
        if agreeing:
            endings = [e for e in endings if (e.plural, e.case) in agreeing]
    return endings


def _open(reached: _Reached[T]) -> Sequence[_Branch[T]]:
    """Return the branches reached on which a longer phrase may go on."""
    return [b for b, endings in reached if b.below and (b.headed or any(e.case in _WITHIN for e in endings))]


def _fits(ending: Ending, value: _Value[T]) -> bool:
    """True where an ending may close the phrase: a whole name takes cases only, a longer one keeps its possessive."""
    if value.whole:
        return ending.plural == value.plural and not ending.possessive
    possessive = value.possessive
    return possessive is None or ending.possessive == possessive or (possessive == "3" and ending.possessive == "" and ending.case == "nom")
