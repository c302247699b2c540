"""Writes the answer to a query: as a table to look at, or in a standard form to work on with."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from qurultay import terms
from qurultay.errors import QueryError
from qurultay.exports.lines import steady
from qurultay.store.base import Answer, Table, Term

__all__ = ["ANSWER_FORMATS", "as_table", "shown", "write_answer"]


def write_answer(answer: Answer, *, form: str, base: str = terms.BASE) -> str:
    """Return an answer in one of :data:`ANSWER_FORMATS`.

    ``json``, ``csv`` and ``tsv`` are SPARQL 1.1's own forms of results. Raises :class:`~qurultay.errors.QueryError` where
    the form cannot hold the answer: Turtle holds triples only.

    >>> write_answer(True, form="json")
    '{"head": {}, "boolean": true}\\n'
    """
    if form not in ANSWER_FORMATS:
        raise QueryError(f"{form!r} is not one of {', '.join(ANSWER_FORMATS)}")
    return ANSWER_FORMATS[form](answer, base)


def as_table(answer: Answer) -> Table:
    """Return any answer as a table: triples have three columns, a yes or no has one."""
    if isinstance(answer, Table):
        return answer
    if isinstance(answer, bool):
        return Table(("answer",), ((Literal("yes" if answer else "no"),),))
    return Table(("subject", "predicate", "object"), tuple((t.subject, t.predicate, t.object) for t in answer))


def shown(term: Term | None, *, base: str = terms.BASE) -> str:
    """Return a term as a person reads it: a path below the base, a short name, or a literal's words.

    >>> shown(NamedNode("https://w3id.org/qurultay/id/state/AZ")), shown(Literal("Bakı", language="az")), shown(None)
    ('state/AZ', 'Bakı', '')
    """
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        return term.value.removeprefix(base) if term.value.startswith(base) else terms.curie(term.value)
    return term.value if isinstance(term, Literal) else str(term)


def _plain(answer: Answer, base: str) -> str:
    """Return aligned columns; what is quoted stands below its row, so that whole sentences can be read."""
    table = as_table(answer)
    kept = [i for i, name in enumerate(table.columns) if not name.endswith("quote")]
    rows = [[_words(row[i], base) for i in kept] for row in table.rows]
    names = [table.columns[i] for i in kept]
    widths = [max(map(len, column)) for column in zip(names, *rows, strict=True)]

    def line(cells: Sequence[str]) -> str:
        return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()

    lines = [line(names), line(["─" * width for width in widths])]
    for row, cells in zip(table.rows, rows, strict=True):
        lines.append(line(cells))
        lines += [f"    “{words}”" for i, term in enumerate(row) if i not in kept and (words := _words(term, base))]
    return "\n".join(lines) + "\n"


def _words(term: Term | None, base: str) -> str:
    return " ".join(shown(term, base=base).split())


def _json(answer: Answer, base: str) -> str:
    if isinstance(answer, bool):
        return json.dumps({"head": {}, "boolean": answer}) + "\n"
    table = as_table(answer)
    bindings = [{name: _binding(term) for name, term in zip(table.columns, row, strict=True) if term is not None} for row in table.rows]
    return json.dumps({"head": {"vars": table.columns}, "results": {"bindings": bindings}}, ensure_ascii=False, indent=1) + "\n"


def _binding(term: Term) -> dict[str, str]:
    """Return a term in SPARQL 1.1's JSON form of results."""
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Triple):
        raise QueryError("the answer holds a triple as a term, which this form cannot hold")
    found = {"type": "literal", "value": term.value}
    if term.language:
        return found | {"xml:lang": term.language}
    return found if term.datatype.value == terms.expand("xsd:string") else found | {"datatype": term.datatype.value}


def _csv(answer: Answer, base: str) -> str:
    table = as_table(answer)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([term.value if isinstance(term, NamedNode | Literal) else str(term or "") for term in row] for row in table.rows)
    return out.getvalue()


def _tsv(answer: Answer, base: str) -> str:
    table = as_table(answer)
    lines = ["\t".join(f"?{name}" for name in table.columns)]
    lines += ["\t".join("" if term is None else str(term).replace("\t", "\\t") for term in row) for row in table.rows]
    return "\n".join(lines) + "\n"


def _turtle(answer: Answer, base: str) -> str:
    if isinstance(answer, bool | Table):
        raise QueryError("turtle holds the triples of a CONSTRUCT or DESCRIBE query; choose table, json, csv or tsv for this one")
    data = serialize(sorted(set(answer), key=str), format=RdfFormat.TURTLE, prefixes=terms.PREFIXES) or b""
    return steady(data).decode()


ANSWER_FORMATS: dict[str, Callable[[Answer, str], str]] = {"table": _plain, "json": _json, "csv": _csv, "tsv": _tsv, "turtle": _turtle}
"""The forms in which an answer can be written."""
