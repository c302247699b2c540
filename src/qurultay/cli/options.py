"""What the verbs share: the options that mean the same everywhere, opening stores, and how errors end a run."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, ParamSpec

import typer

from qurultay.errors import QurultayError

if TYPE_CHECKING:
    from qurultay.exchange import Written
    from qurultay.store import Opened, View

__all__ = [
    "DEFAULT_STORE",
    "ConfidenceOption",
    "DecisionsOption",
    "Language",
    "LanguageOption",
    "StoreOption",
    "confident",
    "example",
    "folder_of",
    "guarded",
    "note",
    "pairs",
    "put",
    "reading",
]

_P = ParamSpec("_P")

DEFAULT_STORE = "qurultay-store"
"""The folder that is used where none is named."""

StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="DIR|URL|@NAME",
        help=f"A folder, the http(s) address of a SPARQL service, or a store of qurultay.toml; without it ./{DEFAULT_STORE}.",
        show_default=False,
    ),
]

DecisionsOption = Annotated[
    str | None,
    typer.Option(
        "--decisions", metavar="FILE", help="Lines of same or different, two IRIs and a note, parted by tabs.", show_default=False
    ),
]

ConfidenceOption = Annotated[
    float | None,
    typer.Option(
        "--min-confidence", min=0, max=1, metavar="0…1", help="Leave out what is claimed with less confidence.", show_default=False
    ),
]


class Language(StrEnum):
    """The languages that names are asked for in: those of the reference data."""

    az = "az"
    en = "en"
    tr = "tr"
    ru = "ru"


LanguageOption = Annotated[Language, typer.Option("--language", help="The language of names, where there are any in it.")]


def guarded(command: Callable[_P, None]) -> Callable[_P, None]:
    """Turn an error that the package raises on purpose into one line on standard error and exit code 2."""

    @functools.wraps(command)
    def run(*args: _P.args, **kwargs: _P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except QurultayError as error:
            note(f"qurultay: {error}")
            raise typer.Exit(2) from error

    return run


def example(*lines: str) -> str:
    """Return the end of a command's help that shows how it is used."""
    return "\n\n".join([f"[bold]Example{'s' * (len(lines) > 1)}:[/bold]", *(f"$ qurultay {line}" for line in lines)])


def note(message: str) -> None:
    """Say something on standard error."""
    typer.echo(message, err=True)


def folder_of(store: str | None) -> str:
    """Return the store that is meant, and say which where the user did not."""
    if store is None:
        note(f"store: ./{DEFAULT_STORE}")
    return store or DEFAULT_STORE


@contextlib.contextmanager
def reading(store: str | None) -> Iterator[Opened]:
    """Open the store that is meant, for asking only."""
    from qurultay import store as stores

    with stores.read(folder_of(store)) as view:
        yield view


def pairs(values: list[str] | None) -> dict[str, str]:
    """Return ``NAME=VALUE`` options as a mapping; wrong usage where one has no ``=``."""
    found: dict[str, str] = {}
    for value in values or []:
        name, sign, text = value.partition("=")
        if not sign or not name:
            raise typer.BadParameter(f"{value!r} is not NAME=VALUE", param_hint="--param")
        found[name] = text
    return found


def confident(view: View, least: float | None) -> View:
    """Return a view, or where a least confidence is given what is left of it."""
    if least is None:
        return view
    from qurultay.store import ConfidentView

    return ConfidentView(view.quads(), least, location=view.location, base=view.base)


def put(written: Written, output: str) -> None:
    """Write what was written in a form for tools to a file, a folder or standard output, and say what it counts and leaves out."""
    from qurultay.exchange import save

    several = "" not in written.files
    if output == "-":
        if several:
            raise typer.BadParameter("this form is several files: name a folder", param_hint="--output")
        typer.get_binary_stream("stdout").write(written.files[""])
    else:
        save(written, output)
    for reason, count in written.left_out.items():
        note(f"left out: {count}: {reason}")
    if written.counts:
        note(f"{written.counts} written{'' if output == '-' else f' to {output}'}")
