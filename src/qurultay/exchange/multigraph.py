"""Hands the graph to networkx, and writes what networkx writes: GraphML, and the JSON of Cytoscape.

Its writers raise on None and on lists: there is no None in a property graph, and lists become one text, with bars between.
"""

from __future__ import annotations

import io
import json

import networkx as nx

from qurultay.exchange.model import PropertyGraph, flat

__all__ = ["as_networkx", "cytoscape", "graphml"]


def as_networkx(graph: PropertyGraph) -> nx.MultiDiGraph | nx.MultiGraph:
    """Return the graph as a multigraph of networkx, with the ids of edges as their keys.

    >>> as_networkx(PropertyGraph("empty", (), ())).number_of_nodes()
    0
    """
    made = nx.MultiDiGraph(name=graph.name) if graph.directed else nx.MultiGraph(name=graph.name)
    for node in graph.nodes:
        made.add_node(node.id, label=node.label, **dict(flat(node)))
    for edge in graph.edges:
        made.add_edge(edge.source, edge.target, key=edge.id, kind=edge.kind, **{"weight": edge.weight, **dict(flat(edge))})
    return made


def graphml(graph: PropertyGraph) -> bytes:
    """Return the graph in GraphML (http://graphml.graphdrawing.org/), which yEd, Gephi, Cytoscape and igraph read."""
    out = io.BytesIO()
    # the other writer of networkx, which uses lxml where it is installed, gives other bytes
    nx.write_graphml_xml(as_networkx(graph), out)
    return out.getvalue()


def cytoscape(graph: PropertyGraph) -> bytes:
    """Return the graph in the JSON of Cytoscape and Cytoscape.js (``.cyjs``): ``interaction`` is the kind of an edge."""
    data = nx.cytoscape_data(as_networkx(graph), name="label")
    for edge in data["elements"]["edges"]:
        edge["data"] |= {"id": edge["data"]["key"], "interaction": edge["data"]["kind"]}
    data["data"] = dict(data["data"])
    head = {"format_version": "1.0", "generated_by": "qurultay", "target_cytoscapejs_version": "~3.0"}
    return (json.dumps(head | data, ensure_ascii=False, indent=1) + "\n").encode()
