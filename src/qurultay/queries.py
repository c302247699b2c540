"""Competency questions: SPARQL queries in files, each with its question in words, parameters and columns.

The header of a ``.rq`` file is read from its remarks::

    #: question: Who held which post, and which article says so?
    #: param state (iri, any): the state whose bodies are meant, such as state/AZ
    #: param from (date, 0001-01-01): no earlier than this day
    #: columns: person post body article quote
    #: sample: state=state/AZ

A parameter takes the place of the variable of its name, as a term and never as text. One whose default is ``any``
is left a variable where it is not given. What the query projects beside ``columns`` (parameters, sort keys) is not shown.
``sample`` gives values with which the question is tried over the sample articles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from qurultay import resources, terms
from qurultay.errors import QueryError
from qurultay.store import Answer, Table, View

__all__ = ["Parameter", "Question", "ask", "find", "parse_question", "questions", "select"]

_QUESTION = re.compile(r"^#: question: (.+)$", re.MULTILINE)
_PARAM = re.compile(r"^#: param (\w+) \((\w+), ([^)]*)\): (.+)$", re.MULTILINE)
_COLUMNS = re.compile(r"^#: columns: (.+)$", re.MULTILINE)
_SAMPLE = re.compile(r"^#: sample: (.+)$", re.MULTILINE)
_KINDS = ("iri", "text", "date", "integer")
_ANY = "any"
_IRI = re.compile(r"(?:https?|urn):[^\s<>\"{}|\\^`\x00-\x20]+")
_PATH = re.compile(r"[a-z]+/[^\s<>\"{}|\\^`\x00-\x20]+")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a question. ``kind`` is iri, text, date or integer; ``default`` is None where it may be left out."""

    name: str
    kind: str
    default: str | None
    meaning: str

    def term(self, value: str, *, base: str = terms.BASE) -> NamedNode | Literal:
        """Return the term that ``value`` stands for; an IRI may be full, a CURIE, or a path below ``base``.

        Raises :class:`~qurultay.errors.QueryError` where it is none of the parameter's kind.

        >>> Parameter("state", "iri", None, "").term("state/AZ")
        <NamedNode value=https://w3id.org/qurultay/id/state/AZ>
        """
        try:
            return _TERMS[self.kind](value, base)
        except ValueError as error:
            raise QueryError(f"parameter {self.name}: {value!r} is no {self.kind}{_HINTS[self.kind]}") from error


def _iri(value: str, base: str) -> NamedNode:
    prefix = value.partition(":")[0]
    if prefix in terms.PREFIXES and not value.startswith(f"{prefix}://"):
        return NamedNode(terms.expand(value))
    if _IRI.fullmatch(value):
        return NamedNode(value)
    if _PATH.fullmatch(value):
        return NamedNode(terms.iri(value, base=base))
    raise ValueError(value)


def _date(value: str, base: str) -> Literal:
    return Literal(date.fromisoformat(value).isoformat(), datatype=NamedNode(terms.expand("xsd:date")))


_TERMS: dict[str, Callable[[str, str], NamedNode | Literal]] = {
    "iri": _iri,
    "text": lambda value, base: Literal(value),
    "date": _date,
    "integer": lambda value, base: Literal(int(value)),
}
_HINTS = {
    "iri": " (an address, a name such as role:Minister, or a path such as state/AZ)",
    "text": "",
    "date": " (YYYY-MM-DD)",
    "integer": "",
}


@dataclass(frozen=True, slots=True)
class Question:
    """A query with its question in words. ``columns`` is () where all that is projected is shown."""

    name: str
    question: str
    sparql: str
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[str, ...] = ()
    sample: Mapping[str, str] = field(default_factory=dict)

    def terms(self, given: Mapping[str, str], *, base: str = terms.BASE) -> dict[str, NamedNode | Literal]:
        """Return the terms that take the place of variables: given values and defaults.

        Raises :class:`~qurultay.errors.QueryError` where a parameter is unknown or of the wrong kind.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in given:
            if name not in known:
                listed = ", ".join(known) or "none"
                raise QueryError(f"{self.name} has no parameter {name!r}; it has: {listed}")
        values = {name: given.get(name, parameter.default) for name, parameter in known.items()}
        return {name: known[name].term(value, base=base) for name, value in values.items() if value is not None}


def questions() -> tuple[Question, ...]:
    """Return the shipped questions, sorted by name."""
    return tuple(parse_question(file.read_text(encoding="utf-8"), name=file.stem) for file in resources.files("queries/questions", "*.rq"))


def find(name: str) -> Question:
    """Return the shipped question ``name``, or the query in the file ``name``.

    Raises :class:`~qurultay.errors.QueryError` where there is neither.
    """
    path = resources.path("queries/questions") / f"{name}.rq"
    if not re.fullmatch(r"[\w-]+", name) or not path.is_file():
        path = Path(name)
    try:
        return parse_question(path.read_text(encoding="utf-8"), name=path.stem)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise QueryError(f"there is no question and no file {name!r}: 'qurultay questions' lists the questions") from error
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{name} cannot be read: {error}") from error


def parse_question(sparql: str, *, name: str) -> Question:
    """Return the question that a query's header tells; a query without a header has no parameters.

    >>> parse_question("#: question: Which?\\n#: param n (integer, 1): how many\\nSELECT ?n {}", name="q").parameters[0].default
    '1'
    """
    found = _QUESTION.search(sparql)
    columns = _COLUMNS.search(sparql)
    parameters = tuple(
        Parameter(param, kind, None if default.strip() == _ANY else default.strip(), meaning.strip())
        for param, kind, default, meaning in _PARAM.findall(sparql)
    )
    for parameter in parameters:
        if parameter.kind not in _KINDS:
            raise QueryError(f"{name}: the parameter {parameter.name} has the unknown kind {parameter.kind!r} ({', '.join(_KINDS)})")
    tried = _SAMPLE.search(sparql)
    return Question(
        name,
        found[1].strip() if found else name,
        sparql,
        parameters,
        columns=tuple(columns[1].split()) if columns else (),
        sample=dict(pair.split("=", 1) for pair in tried[1].split()) if tried else {},
    )


def ask(view: View, question: Question, given: Mapping[str, str] | None = None) -> Answer:
    """Ask a store a question, with ``given`` values of its parameters.

    Raises :class:`~qurultay.errors.QueryError` where a value or the query is wrong.
    """
    found = view.query(question.sparql, terms=question.terms(given or {}, base=view.base))
    if not isinstance(found, Table) or not question.columns:
        return found
    shown = found.only(question.columns)
    return Table(shown.columns, tuple(dict.fromkeys(shown.rows)))


def select(view: View, name: str, *, terms: Mapping[str, NamedNode | Literal] | None = None) -> Table:
    """Return the answer to a shipped query that has no question, such as ``network/events``, with terms in place of variables.

    Raises :class:`~qurultay.errors.QueryError` where it is no SELECT query.
    """
    found = view.query(resources.text(f"queries/{name}.rq"), terms=terms)
    if not isinstance(found, Table):
        raise QueryError(f"queries/{name}.rq must be a SELECT query")
    return found
