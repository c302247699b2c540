"""The verbs that show the network: figure."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from qurultay.cli.measuring import By, check_days
from qurultay.cli.options import StoreOption, example, guarded, note, reading

__all__ = ["register"]


class DrawingKind(StrEnum):
    """What a figure draws."""

    network = "network"
    timeline = "timeline"
    matrix = "matrix"


def register(app: typer.Typer) -> None:
    """Add the verbs of this module to the command."""
    app.command(
        epilog=example(
            "figure --store graph --output network.svg",
            "figure --store graph --drawing matrix --by state --language en --output states.pdf",
        )
    )(guarded(figure))


def figure(
    output: Annotated[str, typer.Option("--output", metavar="FILE.svg|pdf|png", help="Where to; the suffix says the form.")],
    store: StoreOption = None,
    drawing: Annotated[
        DrawingKind, typer.Option(help="Who is joined to whom, who was together when, or how often each pair was.")
    ] = DrawingKind.network,
    by: Annotated[By, typer.Option(help="What is joined: bodies, or the states they belong to.")] = By.organization,
    since: Annotated[str | None, typer.Option("--from", metavar="YYYY-MM-DD", help="No earlier than this day.", show_default=False)] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="YYYY-MM-DD", help="No later than this day.", show_default=False)] = None,
    language: Annotated[str, typer.Option(metavar="az|en|tr|ru", help="The language of names.")] = "az",
    top: Annotated[
        int | None,
        typer.Option(min=2, metavar="N", help="How many are drawn, those that did most with others first.", show_default=False),
    ] = None,
) -> None:
    """Draw the network of organisations or states for print, as a network, along time, or as a matrix."""
    from qurultay import figure as figures
    from qurultay import network as networks

    form = Path(output).suffix.removeprefix(".").lower()
    if form not in figures.FORMS:
        raise typer.BadParameter(f"{output!r} does not end in .{', .'.join(figures.FORMS)}", param_hint="--output")
    check_days(since, until)
    with reading(store) as view:
        rows = networks.involvements(view)
    drawn = figures.draw(rows, drawing=drawing.value, form=form, by=by.value, since=since, until=until, language=language, top=top)
    Path(output).write_bytes(drawn.data)
    rest = f"; {drawn.left_out} that did less with others are left out (--top)" if drawn.left_out else ""
    note(f"{drawn.shown} {'states' if by is By.state else 'bodies'} drawn to {output}{rest}")
