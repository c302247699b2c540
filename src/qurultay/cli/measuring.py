"""The verb that counts who worked with whom: network."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from qurultay.cli.options import Language, LanguageOption, StoreOption, example, guarded, put, reading

__all__ = ["By", "check_days", "register"]


class By(StrEnum):
    """What the nodes of a network are."""

    organization = "organization"
    state = "state"


class Of(StrEnum):
    """What a network is listed by."""

    pairs = "pairs"
    bodies = "bodies"
    years = "years"
    communities = "communities"


class NetworkFormat(StrEnum):
    """The forms of a network: of its tables, of RDF, and of graph tools."""

    table = "table"
    json = "json"
    csv = "csv"
    tsv = "tsv"
    nquads = "nquads"
    trig = "trig"
    turtle = "turtle"
    jsonld = "jsonld"
    jelly = "jelly"
    rdfxml = "rdfxml"
    gexf = "gexf"
    graphml = "graphml"
    cyjs = "cyjs"
    lists = "lists"
    neo4j = "neo4j"
    cypher = "cypher"


def check_days(since: str | None, until: str | None) -> None:
    """Raise wrong usage where a day of ``--from`` or ``--to`` is not one."""
    from qurultay.sources.fields import check_date

    for option, day in (("--from", since), ("--to", until)):
        if day is not None:
            try:
                check_date(day)
            except ValueError as error:
                raise typer.BadParameter(str(error), param_hint=option) from error


def register(app: typer.Typer) -> None:
    """Add the verbs of this module to the command."""
    app.command(
        epilog=example("network --store graph --by state --of years", "network --store graph --format gexf --output cooperation.gexf")
    )(guarded(network))


def network(
    store: StoreOption = None,
    by: Annotated[By, typer.Option(help="What is joined: bodies, or the states they belong to.")] = By.organization,
    of: Annotated[
        Of, typer.Option(help="What a table lists: pairs, how central each is, the same by year, or who keeps together and its change.")
    ] = Of.pairs,
    since: Annotated[str | None, typer.Option("--from", metavar="YYYY-MM-DD", help="No earlier than this day.", show_default=False)] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="YYYY-MM-DD", help="No later than this day.", show_default=False)] = None,
    language: LanguageOption = Language.az,
    form: Annotated[
        NetworkFormat, typer.Option("--format", help="A table of it, or the network itself; 'qurultay formats' tells what each is for.")
    ] = NetworkFormat.table,
    output: Annotated[str, typer.Option("--output", metavar="FILE|DIR|-", help="Where to; - is standard output.")] = "-",
) -> None:
    """List who worked with whom at events, on documents, in councils; or write the network for other tools."""
    from qurultay import exchange
    from qurultay import network as networks

    check_days(since, until)
    with reading(store) as view:
        rows, base = networks.involvements(view), view.base
    if form.value in ("table", "json", "csv", "tsv") and of is Of.pairs:
        found = networks.table(networks.cooperation(rows, by=by.value, since=since, until=until, language=language.value))
        put(exchange.from_table(found, name=form.value, base=base), output)
        return
    periods = networks.periods(rows, by=by.value, since=since, until=until, language=language.value)
    if form.value in ("table", "json", "csv", "tsv"):
        put(exchange.from_table(networks.table(periods, of=of.value), name=form.value, base=base), output)
    else:
        put(exchange.from_network(periods, name=form.value, by=by.value, since=since, until=until, base=base), output)
