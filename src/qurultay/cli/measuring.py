"""The verbs that count and judge: network, evaluate."""

from __future__ import annotations

import json
import tempfile
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qurultay.cli.options import StoreOption, example, guarded, note, reading

if TYPE_CHECKING:
    from qurultay.evaluation import Scores

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
    app.command(epilog=example("evaluate data/articles --details"))(guarded(evaluate))


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


def evaluate(
    folders: Annotated[list[Path], typer.Argument(metavar="GOLD_DIR...", help="Folders of NAME.txt beside NAME.json.")],
    store: Annotated[
        str | None, typer.Option(metavar="DIR", help="Judge this store; without it the articles are read anew.", show_default=False)
    ] = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", help="Only the articles in this language.", show_default=False)] = None,
    details: Annotated[bool, typer.Option("--details", help="List what was missed, and what was found beside.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write the figures as JSON.")] = False,
) -> None:
    """Compare what is read with what a careful reader found: precision, recall and F1 by family of facts."""
    scores = _scores(folders, store, language)
    if as_json:
        typer.echo(json.dumps(scores.as_json(), ensure_ascii=False, indent=1))
    else:
        typer.echo(scores.as_table())
        if details:
            typer.echo("\n".join(detail.as_line() for detail in scores.details))


def _scores(folders: list[Path], store: str | None, language: str | None) -> Scores:
    """Judge a store, or one that is built from the folders for this."""
    from qurultay import evaluation, pipeline, sources
    from qurultay import store as stores
    from qurultay.facts import Reader

    golds = evaluation.read_golds(folders, language=language)
    if not golds:
        raise typer.BadParameter("no NAME.json stands beside a NAME.txt there", param_hint="GOLD_DIR")
    if store is not None:
        with stores.read(store) as view:
            return evaluation.evaluate(view.quads(), golds)
    with tempfile.TemporaryDirectory() as folder:
        with stores.write(Path(folder) / "store") as target:
            tally = pipeline.Tally()
            for outcome in pipeline.build(sources.articles([str(path) for path in folders]), target, reader=Reader.default()):
                tally.add(outcome)
        if not tally.clean:
            note(f"{tally.held} quarantined, {sum(tally.rejected.values())} rejected: what they tell counts as missed")
        with stores.read(Path(folder) / "store") as view:
            return evaluation.evaluate(view.quads(), golds)
