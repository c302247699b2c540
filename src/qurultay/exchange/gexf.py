"""Writes GEXF 1.3 (https://gexf.net), the form of Gephi and Gephi Lite, with the days on which each edge and event was.

Written here rather than by networkx, which stamps the day of writing into the file. A timeline shows what lies within it; what has
no days is always there. Parallel edges of different kinds bear their kind in the attribute that Gephi tells them apart by.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from qurultay.exchange.model import FIELDS, Edge, Node, PropertyGraph, Spell, flat, used

__all__ = ["gexf"]

_NAMESPACE = "http://gexf.net/1.3"
_TYPES = {int: "long", float: "double"}


def gexf(graph: PropertyGraph) -> bytes:
    """Return the graph in GEXF; it is dynamic where anything in it has days.

    >>> gexf(PropertyGraph("empty", (), ())).count(b"<graph ")
    1
    """
    root = ET.Element("gexf", {"xmlns": _NAMESPACE, "version": "1.3"})
    meta = ET.SubElement(root, "meta")
    ET.SubElement(meta, "creator").text = "qurultay"
    ET.SubElement(meta, "description").text = graph.name
    first, last = graph.span()
    dynamic = {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"} if first or last else {"mode": "static"}
    kind = {"defaultedgetype": "directed" if graph.directed else "undirected"}
    body = ET.SubElement(root, "graph", kind | dynamic | _ends((first, last)))
    _declare(body, "node", graph.nodes)
    _declare(body, "edge", graph.edges)
    nodes = ET.SubElement(body, "nodes", {"count": str(len(graph.nodes))})
    for node in graph.nodes:
        _item(ET.SubElement(nodes, "node", {"id": node.id, "label": node.label}), node)
    edges = ET.SubElement(body, "edges", {"count": str(len(graph.edges))})
    for edge in graph.edges:
        ends = {"id": edge.id, "source": edge.source, "target": edge.target}
        shown = {"kind": edge.kind, "label": edge.kind, "weight": str(float(edge.weight))}
        _item(ET.SubElement(edges, "edge", ends | shown), edge)
    ET.indent(root, " ")
    data: bytes = ET.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + data + b"\n"


def _declare(body: ET.Element, of: str, items: Iterable[Node | Edge]) -> None:
    """Declare the values that nodes or edges have; their names are their ids, which Gephi Lite shows."""
    if names := used(items):
        declared = ET.SubElement(body, "attributes", {"class": of})
        for name in names:
            ET.SubElement(declared, "attribute", {"id": name, "title": name, "type": _TYPES.get(FIELDS[name], "string")})


def _item(element: ET.Element, item: Node | Edge) -> None:
    """Write the values and the days of a node or edge."""
    if len(item.spells) == 1:
        element.attrib |= _ends(item.spells[0])
    if item.values:
        told = ET.SubElement(element, "attvalues")
        for name, value in flat(item):
            ET.SubElement(told, "attvalue", {"for": name, "value": str(value)})
    if len(item.spells) > 1:
        spells = ET.SubElement(element, "spells")
        for spell in item.spells:
            ET.SubElement(spells, "spell", _ends(spell))


def _ends(spell: Spell) -> dict[str, str]:
    return {name: day for name, day in zip(("start", "end"), spell, strict=True) if day}
