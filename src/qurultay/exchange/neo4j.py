"""Writes for Neo4j: the CSV set of ``neo4j-admin database import``, a Cypher script, and Turtle for neosemantics (n10s)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from qurultay.exchange.model import FIELDS, Edge, Node, PropertyGraph, Value, used
from qurultay.terms import PREFIXES

__all__ = ["admin", "cypher", "neosemantics"]

_ARRAY = "\x1f"
"""Stands between several texts in a cell: clean text cannot hold it."""

_TYPES = {int: "long", float: "double", tuple: "string[]", str: "string"}
_DAYS = frozenset({"earliest", "latest", "first", "last", "told_first", "told_last"})
_BATCH = 500

_COMMAND = """\
#!/bin/sh
# Fills a new, empty database of Neo4j 5; run it in this folder: sh import.sh [DATABASE]
exec neo4j-admin database import full --array-delimiter=U+001F --nodes=nodes.csv --relationships=relationships.csv "${1:-neo4j}"
"""


def admin(graph: PropertyGraph) -> Mapping[str, bytes]:
    """Return ``nodes.csv`` and ``relationships.csv`` with typed heads, and ``import.sh``, which imports them."""
    names, told = used(graph.nodes), used(graph.edges)
    nodes = [[node.id, node.label, *map(node.values.get, names), _ARRAY.join(_labels(node))] for node in graph.nodes]
    edges = [[edge.source, edge.target, edge.id, edge.weight, *map(edge.values.get, told), _type(edge)] for edge in graph.edges]
    head = [":START_ID", ":END_ID", "id:string", "weight:long", *map(_head, told), ":TYPE"]
    return {
        "nodes.csv": _csv(["iri:ID", "label:string", *map(_head, names), ":LABEL"], nodes),
        "relationships.csv": _csv(head, edges),
        "import.sh": _COMMAND.encode(),
    }


def _head(name: str) -> str:
    return f"{name}:{'date' if name in _DAYS else _TYPES[FIELDS[name]]}"


def _csv(head: Sequence[str], rows: Iterable[Sequence[Value | None]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow(["" if c is None else _ARRAY.join(c) if isinstance(c, tuple) else c for c in row])
    return out.getvalue().encode()


def _labels(node: Node) -> tuple[str, ...]:
    """Return the labels of a node: one for all, and its kind."""
    return ("Entity", node.kind) if node.kind else ("Entity",)


def _type(edge: Edge) -> str:
    """Return the type of a relationship as Neo4j writes them: ``SUPER_EVENT``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", edge.kind).upper()


def cypher(graph: PropertyGraph) -> bytes:
    """Return statements that merge the graph into a database; running them twice changes nothing.

    >>> print(cypher(PropertyGraph("empty", (), ())).decode().splitlines()[0])
    CREATE CONSTRAINT entity_iri IF NOT EXISTS FOR (n:Entity) REQUIRE n.iri IS UNIQUE;
    """
    lines = ["CREATE CONSTRAINT entity_iri IF NOT EXISTS FOR (n:Entity) REQUIRE n.iri IS UNIQUE;"]
    for kind, nodes in groupby(sorted(graph.nodes, key=lambda node: (node.kind, node.id)), key=lambda node: node.kind):
        label = f" SET n:{_quoted(kind)}" if kind else ""
        for rows in _batches(_row({**node.values, "label": node.label}, iri=node.id) for node in nodes):
            lines.append(f"UNWIND [\n{rows}\n] AS row MERGE (n:Entity {{iri: row.iri}}){label} SET n += row.its;")
    for kind, edges in groupby(sorted(graph.edges, key=lambda edge: (_type(edge), edge.id)), key=_type):
        ends = "MATCH (a:Entity {iri: row.source}), (b:Entity {iri: row.target})"
        for rows in _batches(
            _row({**edge.values, "weight": edge.weight}, source=edge.source, target=edge.target, id=edge.id) for edge in edges
        ):
            lines.append(f"UNWIND [\n{rows}\n] AS row {ends} MERGE (a)-[r:{_quoted(kind)} {{id: row.id}}]->(b) SET r += row.its;")
    return ("\n".join(lines) + "\n").encode()


def _batches(rows: Iterable[str]) -> Iterator[str]:
    held = list(rows)
    for start in range(0, len(held), _BATCH):
        yield ",\n".join(held[start : start + _BATCH])


def _row(its: Mapping[str, Value], **keys: str) -> str:
    parts = [f"{name}: {_literal(value)}" for name, value in keys.items()]
    told = ", ".join(f"{name}: {_literal(value, day=name in _DAYS)}" for name, value in its.items())
    return f"{{{', '.join(parts)}, its: {{{told}}}}}"


def _literal(value: Value, *, day: bool = False) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_literal, value))}]"
    if isinstance(value, str):
        text = "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
        return f"date({text})" if day else text
    return repr(value)


def _quoted(name: str) -> str:
    return f"`{name.replace('`', '``')}`"


def neosemantics(turtle: bytes) -> Mapping[str, bytes]:
    """Return ``graph.ttl``, and ``load.cypher``, which sets neosemantics up and imports it with languages and several values kept."""
    lines = ["CREATE CONSTRAINT n10s_unique_uri IF NOT EXISTS FOR (r:Resource) REQUIRE r.uri IS UNIQUE;"]
    lines.append(
        "CALL n10s.graphconfig.init({handleVocabUris: 'SHORTEN', handleMultival: 'ARRAY', keepLangTag: true, keepCustomDataTypes: true});"
    )
    lines += [f"CALL n10s.nsprefixes.add('{prefix}', '{namespace}');" for prefix, namespace in sorted(PREFIXES.items())]
    lines.append("// put graph.ttl where the server reads it, or name its address")
    lines.append("CALL n10s.rdf.import.fetch('file:///import/graph.ttl', 'Turtle');")
    return {"graph.ttl": turtle, "load.cypher": ("\n".join(lines) + "\n").encode()}
