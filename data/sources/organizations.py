"""International and national bodies and news agencies: names, parts, members, and the names that they bore before."""

from __future__ import annotations

from names import split_abbreviations, tell_names
from tables import LANGUAGES, Row, read_table
from ttl import Graph

__all__ = ["former_names", "organizations"]


def organizations() -> Graph:
    """Return the graph of bodies and news agencies (``organization/ots``)."""
    graph = Graph()
    for row in read_table("organizations"):
        _organization(graph, row)
    for row in read_table("agencies"):
        _organization(graph, row | {"class": "NewsAgency", "parent": "", "founded": ""})
    for row in read_table("memberships"):
        for code in row["states"].split():
            graph.link(f"state/{code}", "org:memberOf", f"organization/{row['body']}")
    former_names(graph, "organization/")
    return graph


def former_names(graph: Graph, start: str) -> None:
    """Add the former names of entities whose paths begin with ``start``, each as a dated resource and as a label."""
    for row in read_table("former-names"):
        path = row["path"]
        if not path.startswith(start):
            continue
        name = f"name/{path.rpartition('/')[2].lower()}-{row['from'][:4]}"
        graph.link(path, "q:formerName", name)
        graph.link(name, "rdf:type", "q:NameUse")
        for predicate, day in (("q:validFrom", row["from"]), ("q:validUntil", row["until"])):
            if day:
                graph.date(name, predicate, day)
        for language in LANGUAGES:
            tell_names(graph, name, row[language], language)
            graph.text(path, "skos:altLabel", split_abbreviations(row[language])[0], language)


def _organization(graph: Graph, row: Row) -> None:
    path = f"organization/{row['key']}"
    if path in graph:
        raise ValueError(f"two rows have the key {row['key']}")
    graph.link(path, "rdf:type", f"q:{row['class']}")
    if row["parent"]:
        graph.link(path, "org:subOrganizationOf", f"organization/{row['parent']}")
    if row["state"]:
        graph.link(path, "q:jurisdiction", f"state/{row['state']}")
    if row["founded"]:
        graph.date(path, "schema:foundingDate", row["founded"])
    for language in LANGUAGES:
        tell_names(graph, path, row[language], language)
