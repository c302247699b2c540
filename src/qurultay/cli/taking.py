"""The verbs that take something out: export, formats, describe, explain."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from qurultay.cli.options import ConfidenceOption, Language, LanguageOption, StoreOption, confident, example, guarded, note, put, reading

__all__ = ["register"]


class ExportFormat(StrEnum):
    """The forms that a store is written in."""

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
    neosemantics = "neosemantics"
    ftm = "ftm"
    geojson = "geojson"
    quickstatements = "quickstatements"


class ExplainFormat(StrEnum):
    """The forms of an explanation."""

    text = "text"
    json = "json"


def register(app: typer.Typer) -> None:
    """Add the verbs of this module to the command."""
    app.command(
        epilog=example(
            "export --store graph --format nquads --output graph.nq",
            "export --store graph --format gexf --output graph.gexf",
            "export --store graph --shards 250MB --output shards",
        )
    )(guarded(export))
    app.command(epilog=example("formats"))(guarded(formats))
    app.command(epilog=example("describe --store graph --license https://creativecommons.org/licenses/by/4.0/"))(guarded(describe))
    app.command(epilog=example("explain article.txt", "explain news.jsonl --format json"))(guarded(explain))


def export(
    store: StoreOption = None,
    form: Annotated[
        ExportFormat, typer.Option("--format", help="The form; 'qurultay formats' tells what each is for.")
    ] = ExportFormat.nquads,
    output: Annotated[str, typer.Option("--output", metavar="FILE|DIR|-", help="Where to; - is standard output.")] = "-",
    shards: Annotated[
        str | None,
        typer.Option(
            metavar="SIZE",
            help="For bulk loaders: gzipped N-Quads into the folder --output, SIZE of lines in a file (250MB).",
            show_default=False,
        ),
    ] = None,
    min_confidence: ConfidenceOption = None,
    language: LanguageOption = Language.az,
    mapping: Annotated[
        str | None, typer.Option(metavar="FILE.toml", help="For quickstatements: what your Wikibase calls things.", show_default=False)
    ] = None,
) -> None:
    """Write the whole graph; the same store always gives the same bytes."""
    from qurultay import exchange, exports
    from qurultay.exchange.quickstatements import read_mapping

    if shards is not None:
        _export_shards(store, output, form, shards, min_confidence)
        return
    if (form is ExportFormat.quickstatements) != (mapping is not None):
        raise typer.BadParameter("quickstatements and --mapping go together", param_hint="--mapping")
    known = None if mapping is None else read_mapping(mapping)
    with reading(store) as held:
        view = confident(held, min_confidence)
        if form.value not in exports.FORMATS:
            put(exchange.from_store(view, name=form.value, language=language.value, mapping=known), output)
            return
        if output == "-":
            count = exports.export(view.quads(), typer.get_binary_stream("stdout"), form=form.value)
        else:
            count = exports.write_file(view.quads(), output, form=form.value)
    note(f"{count} statements written{'' if output == '-' else f' to {output}'}")


def formats() -> None:
    """List the forms that 'export' and 'network' write: what each is, and what reads it."""
    from pyoxigraph import Literal

    from qurultay.exchange import forms
    from qurultay.exports.answers import write_answer
    from qurultay.store import Table

    rows = []
    for form in forms():
        verbs = " ".join(verb for verb, can in (("export", form.graph), ("network", form.network)) if can)
        rows.append((form.name, verbs, "folder" if form.folder else "file", form.title, form.readers))
    columns = ("format", "of", "as", "what", "read by")
    typer.echo(write_answer(Table(columns, tuple(tuple(map(Literal, row)) for row in rows)), form="table"), nl=False)


def _export_shards(store: str | None, output: str, form: ExportFormat, size: str, min_confidence: float | None) -> None:
    """Write the shards, and say how many there are."""
    from qurultay.exports.bulk import as_bytes, export_shards

    if output == "-" or form is not ExportFormat.nquads:
        raise typer.BadParameter("shards are N-Quads in a folder: give --output DIR and no other format", param_hint="--shards")
    try:
        bytes_each = as_bytes(size)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--shards") from error
    with reading(store) as held:
        manifest = export_shards(confident(held, min_confidence).quads(), output, size=bytes_each)
    mended = f", {manifest.mended} put into NFC" if manifest.mended else ""
    note(f"{manifest.quads} statements written to {output} in {len(manifest.shards)} shards{mended}")


def describe(
    store: StoreOption = None,
    licence: Annotated[str | None, typer.Option("--license", metavar="IRI", help="The licence of the whole.", show_default=False)] = None,
    endpoint: Annotated[
        str | None, typer.Option(metavar="URL", help="Describe the SPARQL endpoint that serves it, too.", show_default=False)
    ] = None,
    shards: Annotated[str | None, typer.Option(metavar="DIR", help="Name the files of this export, too.", show_default=False)] = None,
    url: Annotated[
        str | None, typer.Option(metavar="URL", help="The address that these files are published below.", show_default=False)
    ] = None,
) -> None:
    """Describe a store as a data set (VoID, DCAT) in Turtle: counts, classes, properties, vocabularies, licences, links."""
    from qurultay.exports.description import Publication, write_description

    publication = Publication(licence, endpoint, shards, url)
    with reading(store) as view:
        typer.get_binary_stream("stdout").write(write_description(view, publication=publication))


def explain(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT", help="Articles, as for 'build'.")],
    form: Annotated[ExplainFormat, typer.Option("--format", help="How it is shown.")] = ExplainFormat.text,
    published: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="The date of publication of articles that bring none.", show_default=False)
    ] = None,
) -> None:
    """Show how articles are read: the text with its mentions, what it names, and each fact with its words and its rule."""
    from rich.console import Console

    from qurultay import sources
    from qurultay.explain import as_json, render
    from qurultay.facts import Reader

    reader, rejected, shown = Reader.default(), 0, 0
    console = Console(highlight=False)
    for item in sources.articles(inputs, published=published):
        if isinstance(item, sources.Rejected):
            rejected += 1
            note(f"rejected: {item.error}")
            continue
        shown += 1
        found = reader.read(item)
        if form is ExplainFormat.json:
            typer.echo(as_json(found), nl=False)
        else:
            render(found, console)
    raise typer.Exit(0 if not rejected else 1 if shown else 2)
