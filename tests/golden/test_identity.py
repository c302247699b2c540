"""Identity across articles in several languages, as if they had been read perfectly: precision and recall of pairs, with floors."""

from __future__ import annotations

import importlib.util
from itertools import combinations
from pathlib import Path
from types import ModuleType

import pytest

from qurultay import store
from qurultay.graph import article_graph
from qurultay.identity import paths

FOLDER = Path(__file__).parent
FLOORS = {"person": (0.99, 0.97), "organization": (0.985, 0.975), "event": (0.965, 0.915)}
"""The least precision and recall, by family; two sessions of a council in one city and month, one without its day, pass for one."""
KEYED = {"persons": "person", "organizations": "organization"}


@pytest.fixture(scope="module")
def gold() -> ModuleType:
    """The maker of readings from gold files."""
    spec = importlib.util.spec_from_file_location("gold_readings", FOLDER / "gold_readings.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rates(found: list[tuple[str, str, str]]) -> tuple[float, float]:
    """Return precision and recall of pairs of articles, from (article, key of the gold file, IRI that stands for it)."""
    pairs = [(a, b) for a, b in combinations(sorted(found), 2) if a[0] != b[0]]
    one_key, one_iri = ({pair for pair in pairs if pair[0][i] == pair[1][i]} for i in (1, 2))
    right = len(one_key & one_iri)
    return right / max(1, len(one_iri)), right / max(1, len(one_key))


def test_one_thing_has_one_iri_in_every_language(gold: ModuleType, tmp_path: Path) -> None:
    readings = gold.readings([FOLDER / "languages"])
    if not readings:
        pytest.skip("no articles in several languages")
    with store.write(tmp_path / "s") as target:
        for reading in readings.values():
            graph = article_graph(reading)
            target.replace(graph.iri, graph.quads, graph.things)
        found: dict[str, list[tuple[str, str, str]]] = {family: [] for family in FLOORS}
        for article, reading in readings.items():
            data = gold.told(FOLDER / "languages" / f"{article}.json")
            for ref, path in paths(reading).items():
                kept = target._resolver.kept(path)
                family = next((name for section, name in KEYED.items() if ref in data[section]), "")
                if family:
                    found[family].append((article, ref, kept))
                elif ref in data["events"]:
                    found["event"].append((article, data["events"][ref]["key"], kept))
    measured = {family: rates(pairs) for family, pairs in found.items()}
    short = {family for family in FLOORS for got, least in zip(measured[family], FLOORS[family], strict=True) if got < least}
    assert not short, measured
