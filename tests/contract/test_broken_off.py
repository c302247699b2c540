"""A build that breaks off, on either side: no half-written article is ever counted as stored, and the next build mends what is left."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from urllib.request import Request

import pyoxigraph as ox
import pytest
from pyoxigraph import NamedNode

from qurultay import exports, store, terms
from qurultay.errors import StoreError
from qurultay.graph import article_graph
from qurultay.model import Article
from qurultay.pipeline import Reads
from qurultay.store import Address, RemoteStore, shipped
from qurultay.store.transport import Reply, Transport
from tests.contract.servers import REAL, Endpoint, emptied, real, serving

SHIPPED = ("ontology", "reference", "links", "inferred")


class KilledError(BaseException):
    """The end of a process."""


def exported(address: Address) -> bytes:
    out = io.BytesIO()
    with store.read(address) as view:
        exports.export(view.quads(), out, form="nquads")
    return out.getvalue()


def build(address: Address, articles: tuple[Article, ...], reader: Reads) -> RemoteStore:
    """Put articles into a store, each in a batch of its own, and leave it open."""
    target = RemoteStore(address, batch_quads=1)
    for article in articles:
        graph = article_graph(reader.read(article))
        target.replace(graph.iri, graph.quads, graph.things)
    return target


@pytest.fixture(params=["endpoint", *REAL])
def address(request: pytest.FixtureRequest) -> Iterator[Address]:
    if request.param == "endpoint":
        with serving(Endpoint, graph=ox.Store()) as start:
            yield Address(f"{start}/query", f"{start}/update", f"{start}/store")
    else:
        yield emptied(real(request.param))


@pytest.fixture(autouse=True)
def little(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ship no data, so that the store is small."""
    monkeypatch.setattr(shipped, "graphs", lambda *, base: tuple((NamedNode(terms.GRAPHS[name]), ()) for name in SHIPPED))


class Dying:
    """Lets this process die before the n-th change that it sends, and counts the changes."""

    def __init__(self, last: int = 0) -> None:
        self.last, self.sent = last, 0

    def __enter__(self) -> Dying:
        self.patch = pytest.MonkeyPatch()
        original = Transport.send

        def send(transport: Transport, request: Request) -> Reply:
            if b"update=" in bytes(request.data or b"") or request.get_method() == "PUT":  # type: ignore[arg-type]
                self.sent += 1
                if self.sent == self.last:
                    raise KilledError
            return original(transport, request)

        self.patch.setattr(Transport, "send", send)
        return self

    def __exit__(self, *args: object) -> None:
        self.patch.undo()


def state(address: Address) -> bytes | None:
    """Return what a reader sees; None where it is refused, since a batch is half applied."""
    try:
        return exported(address)
    except StoreError as error:
        if "half applied" not in str(error):
            raise
        return None


def test_build_that_dies_between_any_two_requests_is_mended(address: Address, reader: Reads, articles: tuple[Article, ...]) -> None:
    """Two articles, each in a batch of its own: the second tells of a person whom the first, changed, tells of no longer."""
    one, two = articles[0], replace(articles[1], text="Anna Bell met Emma Falk.")
    other = replace(one, text="Carl Dorn met Gino Hart.")
    stages = []
    for changes in ((one,), (other,), (two,)):
        with Dying() as counted, build(address, changes, reader):
            pass
        stages.append(exported(address))
    before, first, after = stages
    with build(address, (one,), reader) as target:
        target.replace(article_graph(reader.read(two)).iri, [])
    assert exported(address) == before
    with Dying() as counted, build(address, (other, two), reader):
        pass
    assert exported(address) == after
    seen = []
    for last in range(1, counted.sent + 1):
        with build(address, (one,), reader) as target:
            target.replace(article_graph(reader.read(two)).iri, [])
        with Dying(last), pytest.raises(KilledError), build(address, (other, two), reader):
            pass
        left = state(address)
        with build(address, (), reader):
            pass
        mended = exported(address)
        assert mended in (before, first, after)
        assert left in (None, mended)
        seen.append("refused" if left is None else stages.index(left))
        with build(address, (other, two), reader):
            pass
        assert exported(address) == after
    assert [step for step, previous in zip(seen, [None, *seen], strict=False) if step != previous] == [0, "refused", 1, "refused", 2]


def test_second_writer_stops_the_first(address: Address, reader: Reads, articles: tuple[Article, ...]) -> None:
    first = build(address, articles[:1], reader)
    graph = article_graph(reader.read(articles[2]))
    with build(address, articles[1:2], reader), pytest.raises(StoreError, match="another build has begun"):
        first.replace(graph.iri, graph.quads, graph.things)
    with pytest.raises(StoreError, match="broken"):
        first.flush()
    with store.read(address) as view:
        assert view.info().articles == 2


def test_reader_is_told_of_a_batch_that_is_half_applied(address: Address, reader: Reads, articles: tuple[Article, ...]) -> None:
    with build(address, articles[:1], reader) as target:
        target._journal.tell(sealed="a batch")
    with store.read(address) as view:
        for ask in (lambda: view.query("ASK {}"), view.info, view.quarantined, lambda: list(view.quads())):
            with pytest.raises(StoreError, match="half applied"):
                ask()
    with pytest.raises(StoreError, match="cannot be read from the journal"):
        build(address, (), reader)
