"""The verbs that show the network to people: view, figure."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from qurultay.cli.measuring import By, check_days
from qurultay.cli.options import ConfidenceOption, Language, LanguageOption, StoreOption, confident, example, guarded, note, reading

__all__ = ["register"]


class DrawingKind(StrEnum):
    """What a figure draws."""

    network = "network"
    timeline = "timeline"
    matrix = "matrix"


def register(app: typer.Typer) -> None:
    """Add the verbs of this module to the command."""
    app.command(
        epilog=example("view --store graph --output page.html", "view --store graph --language ru --title 'Сеть' --output page.html")
    )(guarded(view))
    app.command(
        epilog=example(
            "figure --store graph --output network.svg",
            "figure --store graph --drawing matrix --by state --language en --output states.pdf",
        )
    )(guarded(figure))


def view(
    store: StoreOption = None,
    output: Annotated[str, typer.Option("--output", metavar="FILE|-", help="Where to; - is standard output.")] = "page.html",
    language: Annotated[str, typer.Option(metavar="az|en|tr|ru", help="The language that is shown first.")] = "az",
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="What stands above the page.", show_default=False)] = None,
    min_confidence: ConfidenceOption = None,
) -> None:
    """Write one HTML page with the network, its timeline and the words behind each line; it works from disk, offline."""
    from qurultay.view import page

    with reading(store) as found:
        written = page(confident(found, min_confidence), language=language, title=title)
    if output == "-":
        typer.get_binary_stream("stdout").write(written.encode())
        return
    _write(output, written.encode())
    note(f"{output} written: open it in a browser")


def figure(
    output: Annotated[str, typer.Option("--output", metavar="FILE.svg|pdf|png", help="Where to; the suffix says the form.")],
    store: StoreOption = None,
    drawing: Annotated[
        DrawingKind, typer.Option(help="Who is joined to whom, who was together when, or how often each pair was.")
    ] = DrawingKind.network,
    by: Annotated[By, typer.Option(help="What is joined: bodies, or the states they belong to.")] = By.organization,
    since: Annotated[str | None, typer.Option("--from", metavar="YYYY-MM-DD", help="No earlier than this day.", show_default=False)] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="YYYY-MM-DD", help="No later than this day.", show_default=False)] = None,
    language: LanguageOption = Language.az,
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
    drawn = figures.draw(rows, drawing=drawing.value, form=form, by=by.value, since=since, until=until, language=language.value, top=top)
    _write(output, drawn.data)
    rest = f"; {drawn.left_out} that did less with others are left out (--top)" if drawn.left_out else ""
    note(f"{drawn.shown} {'states' if by is By.state else 'bodies'} drawn to {output}{rest}")


def _write(output: str, data: bytes) -> None:
    """Write a file; one that cannot be written is a wrong parameter."""
    try:
        Path(output).write_bytes(data)
    except OSError as error:
        raise typer.BadParameter(str(error), param_hint="--output") from error
