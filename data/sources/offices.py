"""Offices of states: the kinds, with their head nouns, and the offices themselves under composed and real names."""

from __future__ import annotations

from names import azerbaijani_genitive, definite, split_abbreviations, tell_names
from pyoxigraph import Literal
from states import official_names, short_names
from tables import LANGUAGES, Row, read_table, values
from ttl import Graph

__all__ = ["offices"]


def offices() -> Graph:
    """Return the graph of kinds of office (``office-kind/pgo``) and of offices (``organization/pgo-az``)."""
    graph = Graph()
    kinds = {row["kind"]: row for row in read_table("office-kinds")}
    for row in kinds.values():
        _kind(graph, row)
    real = {(row["iso"], row["kind"]): row for row in read_table("office-names")}
    composer = _Composer()
    for state in read_table("office-states"):
        for kind in state["kinds"].split():
            _office(graph, kinds[kind], state, real.pop((state["iso"], kind), {}), composer)
    if real:
        raise ValueError(f"office-names.tsv names offices that office-states.tsv does not list: {sorted(real)}")
    return graph


def _kind(graph: Graph, row: Row) -> None:
    path = f"office-kind/{row['kind']}"
    graph.link(path, "rdf:type", "q:OfficeKind")
    graph.add(path, "skos:notation", Literal(row["kind"]))
    graph.link(path, "q:officeClass", f"q:{row['class']}")
    if row["role"]:
        graph.link(path, "q:headRole", f"role:{row['role']}")
    for language in LANGUAGES:
        names, abbreviations = split_abbreviations(row[language])
        graph.names(path, [name.partition(" / ")[0] for name in names], language)
        graph.text(path, "q:abbreviation", abbreviations, language)


def _office(graph: Graph, kind: Row, state: Row, real: Row, composer: _Composer) -> None:
    path = f"organization/{kind['kind']}-{state['iso'].lower()}"
    graph.link(path, "rdf:type", f"q:{kind['class']}")
    graph.link(path, "q:officeKind", f"office-kind/{kind['kind']}")
    graph.link(path, "q:jurisdiction", f"state/{state['iso']}")
    for language in LANGUAGES:
        composed = composer.names(kind, state, language)
        tell_names(graph, path, " | ".join([real.get(language, ""), *composed]), language)


class _Composer:
    """Composes names of offices, knowing the names of all states."""

    def __init__(self) -> None:
        self._short, self._official = short_names(), official_names()
        self._abbreviations = {(row["iso"], row["language"]): values(row["abbreviation"]) for row in read_table("states")}

    def names(self, kind: Row, state: Row, language: str) -> list[str]:
        """Return the composed names of the office in ``language``, the most official first."""
        key = state["iso"], language
        short = self._short[key][0]
        official, briefs = self._official.get(key, [short])[0], self._abbreviations.get(key, [])
        forms = [(alone, after or alone) for alone, _, after in (name.partition(" / ") for name in split_abbreviations(kind[language])[0])]
        if language == "ru":
            owners = [state["official"], state["short"], *briefs]
            return [f"{alone} {owner}" for alone, _ in forms for owner in owners]
        if language == "en":
            owners = [definite(name) for name in (official, short, *briefs)]
            return [f"{alone} of {owner}" for alone, _ in forms for owner in owners]
        owners = [official, short, *briefs]
        if language == "az":
            owners = [form for name in owners for form in (azerbaijani_genitive(name), name)]
        return [f"{owner} {after}" for _, after in forms for owner in owners]
