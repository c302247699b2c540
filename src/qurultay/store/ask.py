"""Asks Oxigraph a query, with terms in place of variables and the union of all graphs as default graph."""

from __future__ import annotations

from collections.abc import Mapping

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, Variable

from qurultay import terms as names
from qurultay.errors import QueryError
from qurultay.store.base import Answer, Table

__all__ = ["answer", "ask"]


def ask(store: ox.Store, sparql: str, terms: Mapping[str, NamedNode | Literal]) -> Answer:
    """Return the answer to a query.

    Prefixes of the contract need not be declared. A query with ``FROM`` is asked of just these graphs. Raises
    :class:`~qurultay.errors.QueryError` where the query is malformed, or a variable that is to be replaced is not
    projected.
    """
    try:
        found = store.query(
            sparql,
            prefixes=names.PREFIXES,
            use_default_graph_as_union=True,
            substitutions={Variable(name): term for name, term in terms.items()} or None,
        )
        return answer(found)
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from error


def answer(found: QuerySolutions | QueryBoolean | ox.QueryTriples) -> Answer:
    """Turn Oxigraph's answer into a value, read to its end."""
    if isinstance(found, QuerySolutions):
        columns = tuple(variable.value for variable in found.variables)
        return Table(columns, tuple(tuple(row[i] for i in range(len(columns))) for row in found))
    if isinstance(found, QueryBoolean):
        return bool(found)
    return tuple(found)
