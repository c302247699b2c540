"""The verbs that ask a store: query, questions, info."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from qurultay.cli.options import ConfidenceOption, StoreOption, confident, example, guarded, note, pairs, reading

__all__ = ["register"]


class AnswerFormat(StrEnum):
    """The forms of an answer."""

    table = "table"
    json = "json"
    csv = "csv"
    tsv = "tsv"
    turtle = "turtle"


def register(app: typer.Typer) -> None:
    """Add the verbs of this module to the command."""
    app.command(epilog=example("query posts --store graph --param state=state/AZ", "query mine.rq --store graph --format csv"))(
        guarded(query)
    )
    app.command(epilog=example("questions", "questions posts"))(guarded(questions))
    app.command(epilog=example("info --store graph"))(guarded(info))


def query(
    name: Annotated[str, typer.Argument(metavar="NAME|FILE.rq", help="A shipped question (see 'questions'), or a file with SPARQL.")],
    store: StoreOption = None,
    param: Annotated[list[str] | None, typer.Option(metavar="NAME=VALUE", help="A parameter; may be repeated.", show_default=False)] = None,
    form: Annotated[AnswerFormat, typer.Option("--format", help="How the answer is written.")] = AnswerFormat.table,
    min_confidence: ConfidenceOption = None,
) -> None:
    """Ask a store a question."""
    from qurultay import queries
    from qurultay.exports.answers import as_table, write_answer

    question = queries.find(name)
    given = pairs(param)
    with reading(store) as view:
        answer = queries.ask(confident(view, min_confidence), question, given)
        typer.echo(write_answer(answer, form=form.value, base=view.base), nl=False)
    if form is AnswerFormat.table:
        note(f"{len(as_table(answer).rows)} rows: {question.question}")


def questions(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Show this question with its parameters and its SPARQL.", show_default=False)
    ] = None,
) -> None:
    """List the shipped questions, with their parameters."""
    from qurultay import queries

    if name is not None:
        typer.echo(queries.find(name).sparql, nl=False)
        return
    for question in queries.questions():
        typer.echo(f"{question.name:26} {question.question}")
        for parameter in question.parameters:
            default = "may be left out" if parameter.default is None else f"else {parameter.default}"
            typer.echo(f"{'':26}   --param {parameter.name}=…  {parameter.meaning} ({parameter.kind}, {default})")


def info(store: StoreOption = None) -> None:
    """Count what a store holds."""
    with reading(store) as view:
        found = view.info()
    languages = ", ".join(f"{count} {language}" for language, count in found.languages.items())
    lines = [
        ("store", found.location),
        ("base", found.base),
        ("articles", f"{found.articles}{f' ({languages})' if languages else ''}"),
        ("quarantined", str(found.quarantined)),
        ("quads", f"{found.quads} ({', '.join(f'{count} {name}' for name, count in found.graphs.items() if count)})"),
        ("claims", str(found.claims)),
        *((_PLURALS[family], str(count)) for family, count in found.kinds.items()),
    ]
    for title, value in lines:
        typer.echo(f"{title:14} {value}")


_PLURALS = {
    "document": "documents",
    "event": "events",
    "membership": "posts",
    "organization": "organisations",
    "person": "people",
    "place": "places",
    "state": "states",
}
