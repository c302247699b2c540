"""The verb that counts who worked with whom: network."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from qurultay.cli.options import StoreOption, example, guarded, reading

__all__ = ["register"]


class By(StrEnum):
    """What the nodes of a network are."""

    organization = "organization"
    state = "state"


class Of(StrEnum):
    """What a network is listed by."""

    pairs = "pairs"
    bodies = "bodies"


class TableFormat(StrEnum):
    """The forms of a table."""

    table = "table"
    json = "json"
    csv = "csv"
    tsv = "tsv"


def register(app: typer.Typer) -> None:
    """Add the verbs of this module to the command."""
    app.command(epilog=example("network --store graph --by state --of bodies"))(guarded(network))


def network(
    store: StoreOption = None,
    by: Annotated[By, typer.Option(help="What is joined: bodies, or the states they belong to.")] = By.organization,
    of: Annotated[Of, typer.Option(help="What is listed: pairs by weight, or each with how central it is.")] = Of.pairs,
    since: Annotated[str | None, typer.Option("--from", metavar="YYYY-MM-DD", help="No earlier than this day.", show_default=False)] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="YYYY-MM-DD", help="No later than this day.", show_default=False)] = None,
    language: Annotated[str, typer.Option(metavar="az|en|tr|ru", help="The language of names.")] = "az",
    form: Annotated[TableFormat, typer.Option("--format", help="How the table is written.")] = TableFormat.table,
) -> None:
    """List who worked with whom: at events, on documents, in councils."""
    from qurultay import network as networks
    from qurultay.exports.answers import write_answer

    with reading(store) as view:
        graph = networks.cooperation(networks.involvements(view), by=by.value, since=since, until=until, language=language)
        typer.echo(write_answer(networks.table(graph, of=of.value), form=form.value, base=view.base), nl=False)
