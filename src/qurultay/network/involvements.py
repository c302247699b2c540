"""Who was involved in what, and how: the rows from which the cooperation network is made.

They come from the shipped queries in ``queries/network``, which any SPARQL store can answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from pyoxigraph import Literal, NamedNode

from qurultay import queries
from qurultay.graph import day_bounds
from qurultay.store import Term, View

__all__ = ["Body", "Involvement", "bodies", "involvements"]

_QUERIES = ("events", "documents", "memberships")


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation or state: its IRI, its labels by language ("" for none), and the state it belongs to; a state its own."""

    iri: str
    labels: tuple[tuple[str, str], ...] = ()
    state: Body | None = None

    def label(self, language: str) -> str:
        """Return the label in a language, or else the first there is, or the end of the IRI."""
        known = dict(self.labels)
        return known.get(language) or next(iter(known.values()), self.iri.rpartition("/")[2])


@dataclass(frozen=True, slots=True)
class Involvement:
    """A body's part in an occasion: ``role`` is the IRI of the predicate, the days are ISO 8601, None where unknown."""

    occasion: str
    role: str
    body: Body
    first: str | None = None
    last: str | None = None


def bodies(view: View) -> Mapping[str, Body]:
    """Return the organisations and states of a store that did anything, and the states of these, by IRI."""
    states: dict[str, str | None] = {}
    labels: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for body, state, label in queries.select(view, "network/bodies").rows:
        if body is not None:
            iri = _value(body)
            states[iri] = states.get(iri) or (None if state is None else _value(state))
            if isinstance(label, Literal):
                labels[iri].setdefault(label.language or "", label.value)
    plain = {iri: Body(iri, tuple(sorted(labels[iri].items()))) for iri in states}
    return {iri: replace(body, state=plain.get(states[iri] or "")) for iri, body in plain.items()}


def involvements(view: View) -> tuple[Involvement, ...]:
    """Return who was involved in what, as a store tells; people are left out."""
    known = bodies(view)
    return tuple(
        involved for name in _QUERIES for row in queries.select(view, f"network/{name}").rows if (involved := _involvement(row, known))
    )


def _involvement(row: tuple[Term | None, ...], known: Mapping[str, Body]) -> Involvement | None:
    occasion, role, body, first, last = (None if term is None else _value(term) for term in row)
    if occasion is None or role is None or body is None or body not in known:
        return None
    bounds = [day_bounds(day) if day else None for day in (first, last)]  # a document may be dated by a month, or without a year
    return Involvement(occasion, role, known[body], bounds[0] and bounds[0][0], bounds[1] and bounds[1][1])


def _value(term: Term) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else str(term)
