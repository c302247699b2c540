"""Checks the claims of one article graph: what each says, how sure it is, and whether it quotes the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

from pyoxigraph import Literal, NamedNode

from qurultay.evaluation.index import Term
from qurultay.terms import expand

__all__ = ["Claim", "Claims", "Slots", "Support", "text_of"]

Slots: TypeAlias = Mapping[Term, Mapping[str, set[Term]]]
"""What an article graph says: the objects of each subject by predicate."""

Support: TypeAlias = tuple[Term] | tuple[Term, str] | tuple[Term, str, Term]
"""What a fact rests on: a triple, or where the fact stands for several, their subject (and predicate)."""

_Key = TypeVar("_Key")
_TYPE, _CLAIM, _SELECTOR = map(expand, ("rdf:type", "q:Claim", "oa:hasSelector"))
_PARTS = tuple(map(expand, ("rdf:subject", "rdf:predicate", "rdf:object")))
_EXACT, _START, _END = map(expand, ("oa:exact", "oa:start", "oa:end"))
_CONFIDENCE, _RULE = map(expand, ("q:confidence", "q:rule"))


@dataclass(frozen=True, slots=True)
class Claim:
    """How sure a claim is, from 0 to 1, and the rule that made it."""

    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of an article graph that quote its text, by what they say; ``misquotes`` counts the others."""

    by_triple: Mapping[tuple[Term, str, Term], Claim]
    by_pair: Mapping[tuple[Term, str], Claim]
    by_subject: Mapping[Term, Claim]
    misquotes: int = field(default=0)

    @classmethod
    def of(cls, slots: Slots, text: str) -> Claims:
        """Gather the claims of an article graph that quote ``text``."""
        triples: dict[tuple[Term, str, Term], Claim] = {}
        pairs: dict[tuple[Term, str], Claim] = {}
        subjects: dict[Term, Claim] = {}
        misquotes = 0
        for told in slots.values():
            if NamedNode(_CLAIM) not in told.get(_TYPE, ()):
                continue
            if not _quotes(told, slots, text):
                misquotes += 1
                continue
            claim = _claim(told)
            for s in told.get(_PARTS[0], ()):
                _keep(subjects, s, claim)
                for p in told.get(_PARTS[1], ()):
                    _keep(pairs, (s, text_of(p)), claim)
                    for o in told.get(_PARTS[2], ()):
                        _keep(triples, (s, text_of(p), o), claim)
        return cls(triples, pairs, subjects, misquotes)

    def evidenced(self, support: Support) -> bool:
        """Tell whether a claim says the triple, or says anything of the subject where the support is no whole triple."""
        return support in self.by_triple if len(support) == 3 else support[0] in self.by_subject

    def surest(self, support: Support) -> Claim | None:
        """Return the surest claim that says it, or None."""
        if len(support) == 3:
            return self.by_triple.get(support)
        return self.by_pair.get(support) if len(support) == 2 else self.by_subject.get(support[0])


def _keep(claims: dict[_Key, Claim], key: _Key, claim: Claim) -> None:
    held = claims.get(key)
    if held is None or (held.confidence, held.rule) < (claim.confidence, claim.rule):
        claims[key] = claim


def _quotes(told: Mapping[str, set[Term]], slots: Slots, text: str) -> bool:
    found: dict[str, str] = {}
    for selector in told.get(_SELECTOR, ()):
        for predicate in (_EXACT, _START, _END):
            found.update((predicate, text_of(o)) for o in slots.get(selector, {}).get(predicate, ()))
    try:
        start, end, exact = int(found[_START]), int(found[_END]), found[_EXACT]
    except (KeyError, ValueError):
        return False
    return bool(exact.strip()) and text[start:end] == exact


def _claim(told: Mapping[str, set[Term]]) -> Claim:
    try:
        confidence = max(float(text_of(value)) for value in told.get(_CONFIDENCE, ()))
    except ValueError:
        confidence = 0.0
    return Claim(confidence, min(map(text_of, told.get(_RULE, ())), default=""))


def text_of(term: Term) -> str:
    """Return a literal's lexical form, or an IRI as it is."""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)
