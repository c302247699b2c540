"""Writes dated events as GeoJSON (RFC 7946), which QGIS, kepler.gl, Leaflet and GitHub show on a map.

An event lies where its places lie. One of which only the state is told, or a place without coordinates, has no geometry: a state is
not put at its capital.
"""

from __future__ import annotations

import json

from qurultay.exchange.gather import Gathered
from qurultay.exchange.model import Node, PropertyGraph
from qurultay.terms import expand

__all__ = ["geojson"]


def geojson(found: Gathered, graph: PropertyGraph) -> bytes:
    """Return the events that have a date, in the order of their first days; a year is enough, a day without a year is not.

    >>> geojson(Gathered(), PropertyGraph("empty", (), ()))
    b'{\\n "type": "FeatureCollection",\\n "features": []\\n}\\n'
    """
    nodes = {node.id: node for node in graph.nodes}
    dated = [node for node in graph.nodes if node.values.get("family") == "event" and node.spells]
    features = [_feature(found, nodes, node) for node in sorted(dated, key=lambda node: (node.spells, node.id))]
    return (json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, indent=1) + "\n").encode()


def _feature(found: Gathered, nodes: dict[str, Node], event: Node) -> dict[str, object]:
    places = [nodes[place] for place in found.targets(event.id, expand("schema:location")) if place in nodes]
    points = [[place.values["longitude"], place.values["latitude"]] for place in places if "longitude" in place.values]
    geometry: dict[str, object] | None = None if not points else {"type": "MultiPoint", "coordinates": points}
    if len(points) == 1:
        geometry = {"type": "Point", "coordinates": points[0]}
    links = found.links.get(event.id, ())
    agents = {
        name: [nodes[target].label for target in found.targets(event.id, expand(predicate)) if target in nodes]
        for name, predicate in (("organizers", "schema:organizer"), ("participants", "q:participant"), ("attendees", "schema:attendee"))
    }
    properties: dict[str, object] = {"label": event.label}
    properties |= {name: list(value) if isinstance(value, tuple) else value for name, value in event.values.items() if name != "family"}
    properties |= {"places": [place.label for place in places]} | agents
    properties["states"] = sorted({str(place.values["state"]) for place in places if "state" in place.values})
    properties["articles"] = sorted({article for link in links for article in link.articles})
    kept = {name: value for name, value in properties.items() if value != []}
    return {"type": "Feature", "id": event.id, "geometry": geometry, "properties": kept}
