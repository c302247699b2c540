"""What the contract's tests share: stores on every backend, empty, and filled with the same articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from qurultay import store
from qurultay.graph import article_graph
from qurultay.model import Article
from qurultay.pipeline import Reads
from qurultay.store import Address
from tests.contract.servers import REAL, Endpoint, Place, emptied, real, serving


def address_of(start: str) -> Address:
    return Address(f"{start}/query", f"{start}/update", f"{start}/store")


@pytest.fixture(params=["folder", "endpoint", *REAL])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """A place where a store can be made, on each backend."""
    if request.param == "folder":
        yield tmp_path / "place"
    elif request.param == "endpoint":
        with serving(Endpoint, graph=ox.Store()) as start:
            yield address_of(start)
    else:
        yield emptied(real(request.param))


@pytest.fixture(scope="module")
def fill(reader: Reads, articles: tuple[Article, ...]) -> Callable[[Place], Place]:
    """Fill a place with the four articles."""

    def filled(place: Place) -> Place:
        with store.write(place) as target:
            for article in articles:
                graph = article_graph(reader.read(article))
                target.replace(graph.iri, graph.quads, graph.things)
        return place

    return filled


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, fill: Callable[[Place], Place]) -> Path:
    """A store in a folder, which the others are compared with."""
    place = fill(tmp_path_factory.mktemp("contract") / "s")
    assert isinstance(place, Path)
    return place


@pytest.fixture(scope="module", params=["folder", "endpoint", *REAL])
def place(request: pytest.FixtureRequest, folder: Path, fill: Callable[[Place], Place]) -> Iterator[Place]:
    """A filled store on each backend."""
    if request.param == "folder":
        yield folder
    elif request.param == "endpoint":
        with serving(Endpoint, graph=ox.Store()) as start:
            yield fill(address_of(start))
    else:
        yield fill(emptied(real(request.param)))
