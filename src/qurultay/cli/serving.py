"""The verb that keeps running: serve."""

from __future__ import annotations

from typing import Annotated

import typer

from qurultay.cli.options import StoreOption, example, folder_of, guarded, note

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add the verb of this module to the command."""
    lines = ("serve --store graph", "serve --store graph --port 8080 --url https://data.example.org --cors '*'")
    app.command(epilog=example(*lines))(guarded(serve))


def serve(
    store: StoreOption = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on; 0 takes a free one.")] = 8000,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="The address to listen on.")] = "127.0.0.1",
    url: Annotated[
        str | None,
        typer.Option(metavar="URL", help="What the outside calls the server, where a proxy stands before it.", show_default=False),
    ] = None,
    allow_host: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Another name that requests may call the server by.", show_default=False)
    ] = None,
    cors: Annotated[
        list[str] | None, typer.Option(metavar="ORIGIN", help="Let web pages of this origin (*: all) read the data.", show_default=False)
    ] = None,
    licence: Annotated[
        str | None, typer.Option("--license", metavar="IRI", help="The licence of the data, for their description.", show_default=False)
    ] = None,
    timeout: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="How long a query may take.")] = 10.0,
    rows: Annotated[int, typer.Option(min=1, help="How many rows an answer may have.")] = 100_000,
    megabytes: Annotated[int, typer.Option(min=1, help="How many megabytes an answer may have.")] = 16,
    memory: Annotated[int, typer.Option(min=0, help="How many megabytes of memory a query may take; 0 sets no limit.")] = 2048,
    workers: Annotated[int, typer.Option(min=1, help="How many processes are ready to answer.")] = 4,
    slow: Annotated[int, typer.Option(min=1, help="How many long queries may go on beside them.")] = 8,
) -> None:
    """Serve a store over HTTP, read only: the view, a page for each thing, a SPARQL endpoint and its editor.

    What a 'qurultay build' writes meanwhile is served when it is done. Stops at Ctrl+C, when the questions under way are answered.
    """
    from qurultay.serve import running
    from qurultay.serve.settings import LOCAL_HOSTS, Limits, Settings
    from qurultay.store import find_address

    limits = Limits(time_s=timeout, rows=rows, bytes=megabytes * 1_000_000, memory_mb=memory, workers=workers, slow=slow)
    names = (*LOCAL_HOSTS, *([host] if host not in ("0.0.0.0", "::") else []), *(allow_host or []))  # noqa: S104 (compared, not bound)
    settings = Settings(limits, hosts=names, origins=tuple(cors or ()), licence=licence)
    place = folder_of(store)
    if find_address(place) is not None:
        raise typer.BadParameter("a store in a folder is served; one on a server has a SPARQL service of its own", param_hint="--store")
    running.run(place, host=host, port=port, url=url, settings=settings, tell=note)
