"""Known phrases, found by their stems: the trie on which names and words of the lexicon are looked up.

A phrase is kept as one key a word. A word of the text answers to every stem that the suffix automaton sees in
it, so that one entry meets all its inflected forms; the last word's ending is the phrase's ending.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from qurultay.language.suffixes import Ending

__all__ = ["Found", "Trie"]

T = TypeVar("T")


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
        keys = [min((e for e in readings if e.case == "nom"), key=lambda e: len(e.stem)) for readings in words]
        self._insert([k.stem for k in keys]).values.append((value, keys[-1].possessive, False))

    def find(self, words: Sequence[tuple[Ending, ...]], start: int) -> list[Found[T]]:
        """Return the phrases that begin at word ``start``, longest first; equal lengths in the order they were added."""
        first = self._root.below
        for ending in words[start]:
            if ending.stem in first:
                break
        else:
            return []
        found: list[Found[T]] = []
        branches = [self._root]
        for at in range(start, len(words)):
            reached: dict[int, tuple[_Branch[T], list[Ending]]] = {}
            for branch in branches:
                for ending in words[at]:
                    following = branch.below.get(ending.stem)
                    if following is not None:
                        reached.setdefault(id(following), (following, []))[1].append(ending)
            if not reached:
                break
            for branch, endings in reached.values():
                for value, possessive, whole in branch.values:
                    fitting = tuple(e for e in endings if _fits(e, possessive, whole=whole))
                    if fitting:
                        found.append(Found(at - start + 1, value, fitting))
            branches = [b for b, endings in reached.values() if any(e.case in ("nom", "gen", "acc") for e in endings)]
        return sorted(found, key=lambda f: -f.length)

    def _insert(self, keys: Sequence[str]) -> _Branch[T]:
        branch = self._root
        for key in keys:
            branch = branch.below.setdefault(key, _Branch())
        return branch


def _fits(ending: Ending, possessive: str | None, *, whole: bool) -> bool:
    """True where an ending may close the phrase: a whole name takes cases only, a longer one keeps its possessive."""
    if whole:
        return not ending.plural and not ending.possessive
    return possessive is None or ending.possessive == possessive or (possessive == "3" and ending.possessive == "" and ending.case == "nom")
