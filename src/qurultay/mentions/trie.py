"""Known phrases, found by their stems: the trie on which names and words of the lexicon are looked up.

A phrase is kept as one key a word. A word of the text answers to every stem that the suffix automaton sees in
it, so that one entry meets all its inflected forms; the last word's ending is the phrase's ending.
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


@dataclass(slots=True)
class _Branch(Generic[T]):
    below: dict[str, _Branch[T]] = field(default_factory=dict)
    values: list[tuple[T, str | None, bool]] = field(default_factory=list)


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

    def add_lemma(self, words: Sequence[str], value: T) -> None:
        """Add a phrase of bare stems ("baş", "prokuror"): its last word may have any ending."""
        self._insert(words).values.append((value, None, False))

    def add_name(self, words: Sequence[tuple[Ending, ...]], value: T) -> None:
        """Add a name as it is printed, each word given by its readings.

        A name of one word keeps that word whole; in a longer one each word counts by its shortest stem, so
        that "Prokurorlar Şurası" and "Prokurorları Şurasının" meet.
        """
        if len(words) == 1:
            self._insert([words[0][0].stem]).values.append((value, "", True))
            return
        keys = [min([e for e in readings if e.case == "nom"] or readings, key=lambda e: len(e.stem)) for readings in words]
        self._insert([k.stem for k in keys]).values.append((value, keys[-1].possessive, False))

    def find(self, words: Sequence[tuple[Ending, ...]], start: int) -> list[Found[T]]:
        """Return the phrases that begin at word ``start``, longest first; equal lengths in the order they were added."""
        entry = self.enter(words[start])
        return [] if entry is None else entry.find(words, start)

    def enter(self, word: tuple[Ending, ...]) -> Entry[T] | None:
        """Return where a first word leads, given by its readings; None where no phrase begins with it."""
        if self._root.below.keys().isdisjoint([ending.stem for ending in word]):
            return None
        reached = _reach((self._root,), word)
        return Entry(_close(reached, 1), _open(reached))

    def _insert(self, keys: Sequence[str]) -> _Branch[T]:
        branch = self._root
        for key in keys:
            branch = branch.below.setdefault(key, _Branch())
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
            found = [*_close(reached, at - start), *found]
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


def _close(reached: _Reached[T], length: int) -> list[Found[T]]:
    """Return the phrases of ``length`` words that end on the branches reached."""
    found: list[Found[T]] = []
    for branch, endings in reached:
        for value, possessive, whole in branch.values:
            fitting = tuple(e for e in endings if _fits(e, possessive, whole=whole))
            if fitting:
                found.append(Found(length, value, fitting))
    return found


def _open(reached: _Reached[T]) -> Sequence[_Branch[T]]:
    """Return the branches reached on which a longer phrase may go on."""
    return [b for b, endings in reached if b.below and any(e.case in _WITHIN for e in endings)]


def _fits(ending: Ending, possessive: str | None, *, whole: bool) -> bool:
    """True where an ending may close the phrase: a whole name takes cases only, a longer one keeps its possessive."""
    if whole:
        return not ending.plural and not ending.possessive
    return possessive is None or ending.possessive == possessive or (possessive == "3" and ending.possessive == "" and ending.case == "nom")
