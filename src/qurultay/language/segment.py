"""Tokens and sentences, as spans over untouched text.

One regular expression cuts tokens. Sentences are cut by ordered rules that say stop or go on at each full
stop, question or exclamation mark; :func:`stops` tells which rule spoke where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from qurultay.language.folding import capitals
from qurultay.model import Span

__all__ = ["Kind", "Stops", "Token", "kind_of", "sentences", "stops", "token_spans", "tokens"]

Kind = Literal["word", "number", "punct"]

_CAPITAL = f"[{capitals()}]"
_HYPHENS = "-‐‑'’ʼ`"
_TOKEN = re.compile(
    rf"\d+(?:[.,:]\d+)*(?:[{_HYPHENS}–]?[^\W\d_]+)*"
    rf"|(?:[^\W\d_]\.){{2,}}(?![^\W\d_])|{_CAPITAL}[^\W\d_]{{0,2}}\.(?={_CAPITAL})|{_CAPITAL}\.(?=\s{_CAPITAL})"
    rf"|[^\W_]+(?:[{_HYPHENS}][^\W_]+)*(?:\.(?:[a-z]{{2,5}}|[A-Z]{{2,5}}|[A-Z][a-z])(?![^\W\d_])(?:[{_HYPHENS}][^\W_]+)*)?"
    r"|[^\w\s]|_"
)
_END = re.compile(r"([.!?…]+)([\"'»”’)\]]*)\s*")
"""A mark, the quotes that close after it, and the gap after them."""
_OPENING = "\"'«“„‘([—–-"
_LONGEST_ABBREVIATION = 24
_INITIAL = re.compile(_CAPITAL)
_ROMAN = re.compile(r"[IVXLC]{1,6}")


class Token(NamedTuple):
    """A word, a number or a sign: ``text[start:end]`` is its ``text``."""

    text: str
    start: int
    end: int
    kind: Kind


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of ``text[start:end]``, white space left out.

    Words keep apostrophes and hyphens inside (``AZƏRTAC-a``, ``Azerbaycan'ın``, ``Al-Samaani``) and the domain of a
    site (``Zakon.kz``); numbers keep decimals and endings (``90,5``, ``2022-ci``). An initial or a title before
    a capital is a word with its stop, apart from the name: ``K.Əliyev`` gives ``K.`` and ``Əliyev``.

    >>> [token.text for token in tokens("K.Əliyev 5-də AZƏRTAC-a dedi.")]
    ['K.', 'Əliyev', '5-də', 'AZƏRTAC-a', 'dedi', '.']
    """
    return [Token(text[at:to], at, to, kind_of(text[at:to])) for at, to in token_spans(text, start, len(text) if end is None else end)]


def token_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the tokens of ``text[start:end]`` begin and end."""
    return [match.span() for match in _TOKEN.finditer(text, start, end)]


def kind_of(token: str) -> Kind:
    """Return what a token is; its first letter tells.

    >>> [kind_of(token.text) for token in tokens("Zakon.kz 2022-ci %")]
    ['word', 'number', 'punct']
    """
    return "number" if token[0].isdecimal() else "word" if token[0].isalnum() else "punct"


@dataclass(frozen=True, slots=True)
class Stops:
    """What a language writes with a full stop that ends no sentence.

    ``inside`` are abbreviations that never end one (``Dr``, ``im``), ``closing`` those that may, before a capital (``т.г``,
    ``s``); both folded, without the last stop. ``closing_after_digit`` may end one after a number and never otherwise
    (Russian ``г.``). ``ordinals`` tells whether ``2.`` is an ordinal.
    """

    inside: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    closing_after_digit: frozenset[str] = frozenset()
    ordinals: bool = False


def sentences(text: str, span: Span, rules: Stops) -> list[Span]:
    """Return the sentences of ``text`` within ``span``, trimmed; none where it holds only white space.

    >>> text = "TDT 2. Şurası toplandı. K. Aliyev konuştu."
    >>> [s.of(text) for s in sentences(text, Span(0, len(text)), Stops(ordinals=True))]
    ['TDT 2. Şurası toplandı.', 'K. Aliyev konuştu.']
    """
    found, start = [], span.start
    ends = [at for at, rule in stops(text, span, rules) if rule.startswith("stop")]
    for end in (*ends, span.end):
        piece = text[start:end]
        lead = len(piece) - len(piece.lstrip())
        if lead < len(piece):
            found.append(Span(start + lead, start + len(piece.rstrip())))
        start = end
    return found


def stops(text: str, span: Span, rules: Stops) -> Iterator[tuple[int, str]]:
    """Yield each place where a sentence could end, with the rule that decided: ``stop: …`` or ``go on: …``."""
    for mark in _END.finditer(text, span.start, span.end):
        if mark.end() >= span.end:
            return
        yield mark.end(2), _decide(text, span.start, mark, rules)


def _decide(text: str, begin: int, mark: re.Match[str], rules: Stops) -> str:
    """Return the ruling on one mark."""
    closed, after = mark.end(2), mark.end()
    before = text[max(begin, mark.start() - _LONGEST_ABBREVIATION) : mark.start()].rpartition(" ")[2].lstrip(_OPENING)
    follows = text[after]
    if closed == after:
        return _unspaced(before, text, after, mark)
    lead = after
    while text[lead] in _OPENING and lead + 1 < len(text):
        lead += 1
        if text[lead].isspace() and lead + 1 < len(text):
            lead += 1
    if text[lead].islower():
        return "go on: lower case follows"
    if follows in ",;:":
        return "go on: a sign follows"
    if mark[1] == "." and closed == mark.end(1):
        return _full_stop(before, text, begin, mark.start() - len(before), rules)
    return "stop: mark"


def _full_stop(before: str, text: str, begin: int, at: int, rules: Stops) -> str:
    """Return the ruling on a single full stop after the word ``before``, which begins at ``at``."""
    folded = before.replace("İ", "i").lower()
    if folded in rules.closing:
        return "stop: closing abbreviation"
    if folded in rules.closing_after_digit:
        return "stop: after a number" if text[begin:at].rstrip()[-1:].isdigit() else "go on: abbreviation"
    if folded in rules.inside or folded.rpartition(".")[2] in rules.inside:
        return "go on: abbreviation"
    if _INITIAL.fullmatch(before) or (before[-1:].isupper() and "." in before):
        return "go on: initial"
    if before.isdigit() and len(before) <= 2 and (rules.ordinals or not text[begin:at].strip()):
        return "go on: ordinal"
    if rules.ordinals and _ROMAN.fullmatch(before):
        return "go on: ordinal"
    return "stop: full stop"


def _unspaced(before: str, text: str, after: int, mark: re.Match[str]) -> str:
    """Return the ruling where no blank follows: only a lost blank between two sentences ends one."""
    opens = text[after].isupper() and text[after + 1 : after + 2].islower() and text[after + 2 : after + 3].isalpha()
    if opens and len(before) > 2 and before[-3:].islower() and "." not in before and mark[1] != "…":
        return "stop: lost blank"
    return "go on: no blank"
