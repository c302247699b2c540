"""The verb that shows and overrules who is who: identity."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qurultay.cli.options import DecisionsOption, StoreOption, example, folder_of, guarded, note, reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qurultay.store import Decided
    from qurultay.store.lookup import Identity, Judged

__all__ = ["register", "tell_decided"]

_MOST = 5
"""The number of labels of a language, and of articles, that a table shows."""


class IdentityFormat(StrEnum):
    """The forms in which identities are shown."""

    table = "table"
    json = "json"


def register(app: typer.Typer) -> None:
    """Add the verb of this module to the command."""
    lines = ('identity "Kamran Əliyev" --store graph', "identity --store graph --decisions decisions.tsv")
    app.command(epilog=example(*lines))(guarded(identity))


def identity(
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="A name in any language, a part of one, or an IRI; without it all merges.", show_default=False),
    ] = None,
    store: StoreOption = None,
    decisions: DecisionsOption = None,
    form: Annotated[IdentityFormat, typer.Option("--format", help="How the identities are written.")] = IdentityFormat.table,
) -> None:
    """Show what is one thing and why: its IRIs and names, the merges with score and reason, and what nearly was one with it.

    With --decisions, make that file all that the user has decided, and let the store follow; a line that is no longer in it is undone.
    """
    from qurultay import store as stores
    from qurultay.store.lookup import look_up

    if decisions is not None:
        with stores.write(folder_of(store)) as target:
            tell_decided(target.decide(stores.read_decisions(Path(decisions), base=target.base)))
        if name is None:
            return
    with reading(store) as view:
        found = look_up(view, name)
    if form is IdentityFormat.json:
        typer.echo(json.dumps([each.as_dict() for each in found], ensure_ascii=False, indent=1))
    else:
        typer.echo("\n\n".join("\n".join(_lines(each)) for each in found), nl=bool(found))
    note(
        f"{len(found)} found, {sum(len(each.merged) for each in found)} merges, {sum(len(each.candidates) for each in found)} to be decided"
    )


def _lines(found: Identity) -> Iterable[str]:
    yield found.path
    for language, labels in sorted(found.labels.items()):
        yield f"  {language or '-':8} {_few(labels, ' | ')}"
    if found.articles:
        yield f"  {'in':8} {_few([path.removeprefix('article/') for path in found.articles], ', ')}"
    yield from (f"  {'merged':8} {_judged(each)}" for each in found.merged)
    yield from (f"  {'perhaps':8} {_judged(each)}" for each in found.candidates)


def _few(items: list[str], mark: str) -> str:
    more = f"{mark}… {len(items) - _MOST} more" if len(items) > _MOST else ""
    return mark.join(items[:_MOST]) + more


def _judged(each: Judged) -> str:
    return f"{each.path}  {each.score:.2f}  {each.reason}"


def tell_decided(decided: Decided) -> None:
    """Say what came of decisions: how many there are, and which of them could not be followed."""
    typer.echo(f"{decided.count} decisions: {decided.moved} keys moved")
    for path in decided.unknown:
        note(f"no article tells of {path} as yet")
    for one, other in decided.refused:
        note(f"{one} and {other} stay two: an article tells them apart")
