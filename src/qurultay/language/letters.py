"""Letters that a keyboard lacked: "Ali Mehkeme" for "Ali Məhkəmə".

A line without a single ``ə`` was typed where there is none. Its words are read with the letters put back, where the word
as printed is not known and one with them is; nothing is guessed for words that are not known either way. The length of
the text stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product

from qurultay.language.folding import fold

__all__ = ["restore"]

_WORD = re.compile(r"[^\W\d_]+(?:@[^\W\d_]*)*|@[^\W\d_]+")
_MOST = 7
"""How many letters of one word may be in doubt."""
_TELLING = 12
"""How many letters a line must have before the want of one tells anything."""


def restore(text: str, typed: Mapping[str, Sequence[str]], language: str, knows: Callable[[str], bool]) -> str:
    """Return ``text`` with the letters of ``typed`` (letter → what is typed for it) put back, as long as it was.

    ``knows`` tells whether the language has a word, in any of its forms.

    >>> restore("Ali Mehkemenin sedri seferdedir", {"ə": ["e"]}, "az", {"məhkəmənin", "sədri"}.__contains__)
    'Ali Məhkəmənin sədri seferdedir'
    """
    if not typed:
        return text
    return "".join(_line(line, typed, language, knows) for line in text.splitlines(keepends=True))


def _line(line: str, typed: Mapping[str, Sequence[str]], language: str, knows: Callable[[str], bool]) -> str:
    """Return a line with its letters put back where it has none of the first of them."""
    folded = fold(line, language)
    if next(iter(typed)) in folded or sum(map(str.isalpha, line)) < _TELLING:
        return line
    wanting = {stand_in: letter for letter, stand_ins in typed.items() for stand_in in stand_ins}
    return _WORD.sub(lambda found: _word(found[0], wanting, language, knows), line)


def _word(word: str, wanting: Mapping[str, str], language: str, knows: Callable[[str], bool]) -> str:
    """Return a word with its letters put back, or as it is where it is known so or no other is."""
    folded = fold(word, language)
    doubtful = sum(letter in wanting for letter in folded)
    if not doubtful or doubtful > _MOST or knows(folded):
        return word
    known = [form for form in _forms(folded, wanting) if knows(form)]
    if not known:
        return word
    best = max(known, key=lambda form: sum(a != b for a, b in zip(form, folded, strict=True)))
    return (
        "".join(
            letter if new == old else new.upper() if letter.isupper() else new for letter, old, new in zip(word, folded, best, strict=True)
        )
        if best != folded
        else word
    )


def _forms(word: str, wanting: Mapping[str, str]) -> Iterator[str]:
    """Yield every form of a word with some of its doubtful letters put back."""
    for letters in product(*((letter, wanting[letter]) if letter in wanting else (letter,) for letter in word)):
        yield "".join(letters)
