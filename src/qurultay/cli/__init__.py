"""The command ``qurultay``: its verbs are the stages of the pipeline.

Data goes to standard output, progress and messages to standard error. The exit code is 0 where all is well, 1 where
something was found (rejected, quarantined, violated), 2 where the usage or the input was wrong.
"""

from __future__ import annotations

import logging
from typing import Annotated

import typer

import qurultay
from qurultay.cli import asking, building, evaluating, identifying, measuring, serving, showing, taking

__all__ = ["app"]

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads news of institutional cooperation into a knowledge graph in which every fact quotes the words that say it.",
)
for module in (building, asking, identifying, taking, measuring, showing, evaluating, serving):
    module.register(app)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"qurultay {qurultay.__version__}")
        raise typer.Exit


@app.callback()
def set_up(
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")] = False,
) -> None:
    """Keep rdflib from printing a traceback for each ill-formed literal that it meets: the shapes name it as a finding."""
    logging.getLogger("rdflib.term").addFilter(_is_not_of_a_literal)


def _is_not_of_a_literal(record: logging.LogRecord) -> bool:
    return not record.getMessage().startswith("Failed to convert Literal lexical form to value.")
