"""The command ``qurultay``: its verbs are the stages of the pipeline.

Data goes to standard output, progress and messages to standard error. The exit code is 0 where all is well, 1 where
something was found (rejected, quarantined, violated), 2 where the usage or the input was wrong.
"""

from __future__ import annotations

import typer

from qurultay.cli import asking, building, evaluating, measuring, taking

__all__ = ["app"]

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads news of institutional cooperation into a knowledge graph in which every fact quotes the words that say it.",
)
for module in (building, asking, taking, measuring, evaluating):
    module.register(app)
