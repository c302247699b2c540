"""The verbs that fill a store and check it: build, validate, quarantine."""

from __future__ import annotations

import re
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qurultay.cli.identifying import tell_decided
from qurultay.cli.options import DecisionsOption, StoreOption, example, folder_of, guarded, note, reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qurultay.pipeline import Outcome, Tally
    from qurultay.store import Store

__all__ = ["register"]

_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*[/#]")


class ReportFormat(StrEnum):
    """The forms of a validation report."""

    text = "text"
    json = "json"
    turtle = "turtle"


def register(app: typer.Typer) -> None:
    """Add the verbs of this module to the command."""
    app.command(epilog=example("build articles/ more.jsonl.gz --store graph", "build - < news.jsonl"))(guarded(build))
    app.command(epilog=example("validate --store graph --format text"))(guarded(validate))
    app.command(epilog=example("quarantine --store graph"))(guarded(quarantine))


def build(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT", help="A .txt, .html, .jsonl or .jsonl.gz file, a folder of them, or - (JSONL).")
    ],
    store: StoreOption = None,
    published: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="The date of publication of articles that bring none.", show_default=False)
    ] = None,
    base: Annotated[str | None, typer.Option(metavar="IRI", help="The base of entities' IRIs in a new store.", show_default=False)] = None,
    decisions: DecisionsOption = None,
    links: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Your own links to other data sets (TSV), in place of those given before.", show_default=False),
    ] = None,
) -> None:
    """Read articles, and put the graph of each into the store.

    An article that was built before is replaced. One that violates a shape goes into the quarantine.

    --decisions overrules which IRIs are one thing (see 'identity'); without it the store's own decisions stay.

    What is no article is told on standard error, and the rest is built: the exit code is then 1, or 2 where nothing could be read.
    """
    from qurultay import pipeline, resources, sources
    from qurultay import store as stores
    from qurultay.facts import Reader
    from qurultay.sources.fields import check_date

    if published is not None:
        try:
            check_date(published)
        except ValueError as error:
            raise typer.BadParameter(str(error), param_hint="--published") from error
    tally = pipeline.Tally()
    if base is not None and not _BASE.fullmatch(base):
        raise typer.BadParameter(f"{base!r} is no absolute IRI that ends with / or #", param_hint="--base")
    with stores.write(folder_of(store), base=base) as target:
        if decisions is not None:
            tell_decided(target.decide(stores.read_decisions(Path(decisions), base=target.base)))
        if links is not None:
            _take_links(links, target)
        found = sources.articles(inputs, published=published, languages=resources.languages())
        for outcome in _shown(pipeline.build(found, target, reader=Reader.default()), sources.expected(inputs)):
            tally.add(outcome)
            _tell(outcome)
    _summary(tally)
    raise typer.Exit(0 if tally.clean else 1 if tally.built or tally.held else 2)


def _take_links(path: str, target: Store) -> None:
    """Put a user's links into their own graph, and say how many there are."""
    from pyoxigraph import NamedNode, Quad

    from qurultay import terms
    from qurultay.sources.links import read_links

    graph = NamedNode(terms.GRAPHS["own-links"])
    found = {Quad(t.subject, t.predicate, t.object, graph) for t in read_links(path, base=target.base)}
    target.replace(graph, found)
    note(f"{len(found)} links of {len({quad.subject for quad in found})} things taken from {path}")


def _shown(outcomes: Iterable[Outcome], total: int | None) -> Iterator[Outcome]:
    """Yield the outcomes, with a progress bar where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("building"), BarColumn(), MofNCompleteColumn(), TextColumn("articles"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(outcomes, total=total)


def _tell(outcome: Outcome) -> None:
    """Say on standard error what was rejected or quarantined, and why."""
    from qurultay.sources import Rejected
    from qurultay.store import Quarantined

    if isinstance(outcome, Rejected):
        note(f"rejected: {outcome.error}")
    elif isinstance(outcome, Quarantined):
        message = outcome.reasons[0][1] if outcome.reasons else "no reason"
        more = f" (and {len(outcome.reasons) - 1} more)" if len(outcome.reasons) > 1 else ""
        note(f"quarantined: {outcome.identifier}: {message}{more}")


def _summary(tally: Tally) -> None:
    """Print the counts: inputs = built + rejected + quarantined."""
    changes = ", ".join(f"{count} {change}" for change, count in sorted(tally.changes.items()))
    typer.echo(
        f"{tally.built} of {tally.total} articles built{f' ({changes})' if changes else ''}: {tally.facts} facts, {tally.quads} quads"
    )
    for title, total, counts in (
        ("rejected", sum(tally.rejected.values()), tally.rejected),
        ("quarantined", tally.held, tally.quarantined),
    ):
        if total:
            typer.echo(f"{total} {title}: " + ", ".join(f"{reason} ({count})" for reason, count in sorted(counts.items())))


def validate(
    store: StoreOption = None,
    form: Annotated[ReportFormat, typer.Option("--format", help="How the report is written.")] = ReportFormat.text,
) -> None:
    """Check the whole store against the shapes; the exit code is 1 where something violates one."""
    from qurultay import validation

    with reading(store) as view:
        report = validation.validate(view.quads())
    text = {"text": report.as_text, "json": report.as_json, "turtle": report.as_turtle}[form.value]()
    typer.echo(text.rstrip("\n"))
    raise typer.Exit(0 if report.conforms else 1)


def quarantine(
    store: StoreOption = None,
    article: Annotated[str | None, typer.Option(metavar="ID", help="Show the graph of this article too.", show_default=False)] = None,
) -> None:
    """List the articles that were kept out of the store, with the reasons."""
    with reading(store) as view:
        held = view.quarantined()
        note(f"{len(held)} in quarantine")
        for item in held:
            if article is not None and item.identifier != article:
                continue
            typer.echo(f"{item.identifier}  {item.article}  ({len(item.quads)} quads)")
            for shape, message in item.reasons:
                typer.echo(f"  {shape}: {message}")
            if article is not None:
                typer.echo("\n".join(f"  {quad} ." for quad in item.quads))
