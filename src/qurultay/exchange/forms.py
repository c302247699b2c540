"""The forms in which the graph goes to other tools, in one list: their names, who reads them, and what writes them."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qurultay import exports
from qurultay.errors import StoreError
from qurultay.exchange.followthemoney import followthemoney
from qurultay.exchange.gather import gather, graph
from qurultay.exchange.geojson import geojson
from qurultay.exchange.gexf import gexf
from qurultay.exchange.joined import joined
from qurultay.exchange.lists import lists
from qurultay.exchange.lists import table as csv_of
from qurultay.exchange.model import PropertyGraph
from qurultay.exchange.multigraph import cytoscape, graphml
from qurultay.exchange.neo4j import admin, cypher, neosemantics
from qurultay.exchange.quickstatements import Mapped, quickstatements
from qurultay.exports.answers import write_answer
from qurultay.network import By, Period, told
from qurultay.store import Table, View

__all__ = ["FORMS", "Form", "Written", "form", "forms", "from_network", "from_store", "from_table", "save"]


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its name, what it is, who reads it, and whether the whole graph and the network can be written in it.

    ``folder`` tells whether it is several files.
    """

    name: str
    title: str
    readers: str
    graph: bool = True
    network: bool = False
    folder: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the bytes by name of file ("" for a form of one file), what they count, and what was left out."""

    files: Mapping[str, bytes]
    counts: str
    left_out: Mapping[str, int]


FORMS = (
    Form("gexf", "GEXF 1.3 with days", "Gephi, Gephi Lite", network=True),
    Form("graphml", "GraphML", "Gephi, yEd, Cytoscape, igraph, networkx", network=True),
    Form("cyjs", "Cytoscape JSON", "Cytoscape, Cytoscape.js, networkx", network=True),
    Form("lists", "nodes.csv, edges.csv", "spreadsheets, pandas, R", network=True, folder=True),
    Form("neo4j", "CSV with typed heads", "neo4j-admin database import", network=True, folder=True),
    Form("cypher", "Cypher script", "Neo4j, Memgraph", network=True),
    Form("neosemantics", "Turtle and a script", "Neo4j with n10s", folder=True),
    Form("ftm", "FollowTheMoney JSON lines", "Aleph, OpenAleph, yente, nomenklatura"),
    Form("geojson", "GeoJSON of dated events", "QGIS, kepler.gl, Leaflet"),
    Form("quickstatements", "QuickStatements 1, by a mapping file", "Wikibase, Wikidata"),
)
"""The forms of graph tools; those of RDF are :data:`qurultay.exports.FORMATS`."""

_RDF = {
    "nquads": ("N-Quads, sorted", "any triple store"),
    "trig": ("TriG", "any triple store, people"),
    "turtle": ("Turtle, all graphs in one", "Protégé, any RDF library"),
    "jsonld": ("JSON-LD", "web developers"),
    "jelly": ("Jelly", "streams, Jena, RDF4J"),
    "rdfxml": ("RDF/XML, all graphs in one", "older RDF tools"),
}

_SHARED: dict[str, Callable[[PropertyGraph], bytes]] = {"gexf": gexf, "graphml": graphml, "cyjs": cytoscape, "cypher": cypher}
_FOLDERS: dict[str, Callable[[PropertyGraph], Mapping[str, bytes]]] = {"lists": lists, "neo4j": admin}


def forms() -> tuple[Form, ...]:
    """Return every form, those of RDF first."""
    rdf = (Form(name, *_RDF.get(name, (name, "RDF tools")), network=True) for name in exports.FORMATS)
    return (*rdf, *FORMS)


def form(name: str) -> Form:
    """Return a form by its name. Raises ValueError for an unknown one.

    >>> form("gexf").readers
    'Gephi, Gephi Lite'
    """
    for known in forms():
        if known.name == name:
            return known
    raise ValueError(f"{name!r} is not one of {', '.join(known.name for known in forms())}")


def from_store(view: View, *, name: str, language: str = "az", mapping: Mapped | None = None) -> Written:
    """Return the whole graph in one of :data:`FORMS`; names and titles in a language where there are any.

    Raises ValueError for a form that the whole graph is not written in, and for QuickStatements without a mapping.
    """
    if name == "neosemantics":
        out = io.BytesIO()
        count = exports.export(view.quads(), out, form="turtle")
        return Written(neosemantics(out.getvalue()), f"{count} statements", {})
    found = gather(view)
    if name == "ftm":
        data = followthemoney(found, base=view.base)
        return Written({"": data}, f"{len(data.splitlines())} entities", {})
    if name == "quickstatements":
        if mapping is None:
            raise ValueError("quickstatements needs a mapping of properties and items")
        data, left_out = quickstatements(found, mapping, base=view.base)
        return Written({"": data}, f"{len(data.splitlines())} commands", left_out)
    made = graph(found, language=language)
    if name == "geojson":
        data = geojson(found, made)
        count = data.count(b'"type": "Feature",')
        return Written({"": data}, f"{count} events", {})
    return _written(made, name)


def from_network(
    periods: Sequence[Period], *, name: str, by: By = "organization", since: str | None = None, until: str | None = None, base: str
) -> Written:
    """Return a cooperation network, measured, in a form of graph tools or of RDF; raises ValueError for a form that it has not."""
    if name in exports.FORMATS:
        out = io.BytesIO()
        count = exports.export(told(periods, by=by, since=since, until=until, base=base), out, form=name)
        return Written({"": out.getvalue()}, f"{count} statements", {})
    return _written(joined(periods[0], by=by), name)


def from_table(found: Table, *, name: str, base: str) -> Written:
    """Return a table of a network as ``table``, ``json``, ``csv`` (safe for spreadsheets) or ``tsv``; nothing is counted."""
    return Written({"": csv_of(found) if name == "csv" else write_answer(found, form=name, base=base).encode()}, "", {})


def _written(made: PropertyGraph, name: str) -> Written:
    counts = f"{len(made.nodes)} nodes and {len(made.edges)} edges"
    if name in _FOLDERS:
        return Written(_FOLDERS[name](made), counts, {})
    if name in _SHARED:
        return Written({"": _SHARED[name](made)}, counts, {})
    raise ValueError(f"{name!r} is no form of a graph with nodes and edges")


def save(written: Written, path: str | Path) -> None:
    """Write to a file, or several into a folder, which is made; each file appears whole or not at all.

    Raises :class:`~qurultay.errors.StoreError` where it cannot be written, and where the folder holds anything else: two forms have files
    of one name.
    """
    if "" not in written.files and Path(path).is_dir():
        strange = sorted(entry.name for entry in Path(path).iterdir() if entry.name.removesuffix(".part") not in written.files)
        if strange:
            raise StoreError(f"{path} holds {strange[0]}, which is no part of this form: name an empty folder")
    for name, data in written.files.items():
        target = Path(path) / name if name else Path(path)
        draft = target.with_name(f"{target.name}.part")
        try:
            if name:
                target.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(data)
            draft.replace(target)
        except OSError as error:
            raise StoreError(f"{target} cannot be written: {error.strerror or error}") from error
        finally:
            draft.unlink(missing_ok=True)
