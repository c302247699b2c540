"""The verb that judges: evaluate."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qurultay.cli.options import ConfidenceOption, example, guarded, note

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from qurultay.evaluation import Scores

__all__ = ["build_quads", "register"]


def register(app: typer.Typer) -> None:
    """Add the verb of this module to the command."""
    app.command(epilog=example("evaluate data/articles --language az --details", "evaluate --floors tests/golden/floors.json"))(
        guarded(evaluate)
    )


def evaluate(
    folders: Annotated[
        list[Path] | None, typer.Argument(metavar="GOLD_DIR", help="Folders of NAME.txt beside NAME.json.", show_default=False)
    ] = None,
    store: Annotated[
        str | None, typer.Option(metavar="DIR", help="Judge this store; without it the articles are read anew.", show_default=False)
    ] = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", help="Only the articles in this language.", show_default=False)] = None,
    min_confidence: ConfidenceOption = None,
    articles: Annotated[bool, typer.Option("--articles", help="Show RELATIONS of each article too.")] = False,
    rules: Annotated[bool, typer.Option("--rules", help="Show how often each rule was right.")] = False,
    details: Annotated[bool, typer.Option("--details", help="List what was missed, and what was found beside.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write the figures as JSON.")] = False,
    floors: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Fail below these floors; without GOLD_DIR all their sets are judged.", show_default=False),
    ] = None,
    raise_floors: Annotated[bool, typer.Option("--raise-floors", help="Raise the floors to what was measured.")] = False,
    lower_floors: Annotated[bool, typer.Option("--lower-floors", help="Set the floors to what was measured, even lower.")] = False,
) -> None:
    """Compare what is read with what a careful reader found: precision, recall and F1 by family of facts.

    The exit code is 1 where a figure lies below its floor.
    """
    from qurultay import evaluation

    if floors is None and (raise_floors or lower_floors):
        raise typer.BadParameter("say which floors are meant with --floors FILE", param_hint="--raise-floors / --lower-floors")
    given = folders or _folders(floors)
    if missing := [str(folder) for folder in given if not folder.is_dir()]:
        raise typer.BadParameter(f"{missing[0]} is no folder", param_hint="GOLD_DIR")
    golds = evaluation.read_golds(given, language=language)
    if not golds:
        raise typer.BadParameter("no NAME.json stands beside a NAME.txt there", param_hint="GOLD_DIR")
    quads = build_quads(given, {gold.id for gold in golds}, store=store)
    if min_confidence is not None:
        from qurultay.store import at_least

        quads = list(at_least(quads, min_confidence))
    scores = evaluation.evaluate(quads, golds)
    if as_json:
        typer.echo(json.dumps(scores.as_json(), ensure_ascii=False, indent=1))
    else:
        typer.echo(scores.as_table(articles=articles))
        lines = [*(evaluation.rule_table(scores.judged) if rules else ()), *(d.as_line() for d in scores.details if details)]
        typer.echo("\n".join(lines), nl=bool(lines))
    if floors is not None:
        raise typer.Exit(_gate(floors, given, quads, language=language, raised=raise_floors, lowered=lower_floors))


def _folders(floors: Path | None) -> list[Path]:
    """Return the folders of all gold sets that a file of floors names and that are there."""
    from qurultay import evaluation

    if floors is None:
        raise typer.BadParameter("say what to judge: folders of gold articles, or --floors FILE", param_hint="GOLD_DIR")
    return [folder for found in evaluation.read_floors(floors).sets.values() if found.present for folder in found.folders]


def _gate(path: Path, folders: Sequence[Path], quads: Sequence[Quad], *, language: str | None, raised: bool, lowered: bool) -> int:
    """Say which floors (of a language) were not reached, and move them where that was asked for; 1 where one was not reached."""
    from qurultay import evaluation, resources

    floors = evaluation.read_floors(path)
    chosen = {name: found for name, found in floors.sets.items() if found.present and found.within(folders)}
    for name in sorted(floors.sets.keys() - chosen.keys()):
        note(f"not judged: {name}")
    golds = {name: evaluation.read_golds(found.folders, language=language) for name, found in chosen.items()}
    scores: dict[str, Scores] = {name: evaluation.evaluate(quads, gold) for name, gold in golds.items()}
    if raised or lowered:
        read = [file.parent.name for file in resources.files("data/languages", "*/nouns.tsv")]
        floors = evaluation.moved_floors(floors, scores, languages=read, only=language, lower=lowered)
        evaluation.write_floors(path, floors)
    found = evaluation.breaches(floors, scores, only=language)
    for breach in found:
        note(f"below its floor: {breach.as_line()}")
    return 1 if found else 0


def build_quads(folders: Sequence[Path], wanted: set[str], *, store: str | None = None) -> list[Quad]:
    """Return what a store holds, or one that is built for this from the wanted articles of the folders."""
    from qurultay import pipeline, resources, sources
    from qurultay import store as stores
    from qurultay.facts import Reader

    if store is not None:
        with stores.read(store) as view:
            return list(view.quads())
    found = sources.articles(list(map(str, folders)), languages=resources.languages())
    inputs = (item for item in found if isinstance(item, sources.Rejected) or item.id in wanted)
    tally = pipeline.Tally()
    with tempfile.TemporaryDirectory() as folder:
        with stores.write(Path(folder) / "store") as target:
            for outcome in pipeline.build(inputs, target, reader=Reader.default()):
                tally.add(outcome)
        if not tally.clean:
            note(f"{tally.held} quarantined, {sum(tally.rejected.values())} rejected: what they tell counts as missed")
        with stores.read(Path(folder) / "store") as view:
            return list(view.quads())
