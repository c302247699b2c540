"""Whether two pieces of text on either side of a break are one word or two.

The evidence is the article itself, the words of the language, and lengths, in this order. No
piece of evidence is sure alone: ``və`` is a word and begins ``vəziyyət``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence

from qurultay.language.folding import is_capitalised, key

__all__ = ["Vocabulary", "glued"]

_WORDS = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_LONGEST = 16
_STEM = 5


class Vocabulary:
    """The words of one article, without the broken ones, and those of its language."""

    def __init__(self, text: str, broken: Sequence[tuple[str, str]], is_word: Callable[[str], bool]) -> None:
        counts = Counter(key(word) for word in _WORDS.findall(text))
        for left, right in broken:
            counts.subtract(key(word) for word in (*_WORDS.findall(left)[-1:], *_WORDS.findall(right)[:1]))
        self._own = sorted(word for word, count in counts.items() if count > 0)
        self._is_word = is_word

    def knows(self, word: str) -> bool:
        """Tell whether ``word`` stands elsewhere in the article or in the lexicon."""
        form = key(word)
        at = bisect_left(self._own, form)
        return (at < len(self._own) and self._own[at] == form) or self._is_word(word)

    def resembles(self, word: str) -> bool:
        """Tell whether a known word begins as ``word`` does, but for an ending of up to four letters."""
        if self.knows(word):
            return True
        stem = key(word)[: max(_STEM, len(word) - 4)]
        at = bisect_left(self._own, stem)
        return len(word) > _STEM and at < len(self._own) and self._own[at].startswith(stem)

    def is_compound(self, left: str, right: str) -> bool:
        """Tell whether ``left-right`` is written with its hyphen, not hyphenated at a line end."""
        if self.knows(left + right):
            return False
        return self.knows(f"{left}-{right}") or (self.knows(left) and self.knows(right))


def glued(left: str, right: str, words: Vocabulary) -> bool:
    """Tell whether ``left`` and ``right`` are the two halves of one word.

    >>> words = Vocabulary("Vəziyyət və fəaliyyət.", [], {"əlaqələndirilməsində"}.__contains__)
    >>> glued("və", "ziyyət", words), glued("fəaliyyətin", "əlaqələndirilməsində", words)
    (True, False)
    """
    joined = left + right
    knows_left, knows_right = words.knows(left), words.knows(right)
    if knows_left and knows_right:
        return False
    if words.resembles(joined):
        return True
    if knows_right:
        return len(left) < 4 and not is_capitalised(left)
    if words.resembles(left) and words.resembles(right):
        return False
    return len(joined) <= _LONGEST or len(right) < _STEM or len(left) < 4
