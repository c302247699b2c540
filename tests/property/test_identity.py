"""Identity is a function of the set of articles and of the decisions: not of their order, nor of batches, detours or what was undone."""

from __future__ import annotations

import atexit
import io
import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from qurultay import exports, store
from qurultay.graph import article_graph
from qurultay.identity.decisions import Decision
from qurultay.model import Article, Entity, Evidence, Fact, Name, Reading, Span, Value
from qurultay.store.base import Quarantined
from qurultay.terms import article_path, expand, iri

SLOW = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])

PEOPLE = (
    "Kamran Əliyev", "Kamran Aliyev", "Камран Алиев", "K.Əliyev", "Алиев Камран", "Kənan Əliyev", "Elçin Məmmədov",
    "Elchin Mammadov", "Emin Məmmədov",
)  # fmt: skip
BODIES = ("organization/pgo-az", "organization/pgo-ge", "organization/moj-az", "organization/ots", None)
OFFICES = (
    ("en", "Ministry of Digital Development", "KZ"), ("ru", "Министерство цифрового развития", "KZ"),
    ("az", "Rəqəmsal İnkişaf Nazirliyi", "KZ"),
    ("tr", "Dijital Kalkınma Bakanlığı", "UZ"), ("en", "Ministry of Justice", "KZ"), ("en", "Digital Development Ministry", None),
)  # fmt: skip
DAYS = ("2024-07-25", "2024-07", "--07-25", "2024-07-26", None)


@dataclass(frozen=True)
class Story:
    """What an article tells: people with their bodies, an office, and an event of some day and place."""

    people: tuple[tuple[str, str | None], ...]
    office: tuple[str, str, str | None] | None
    kind: str
    day: str | None
    place: str | None
    frame: str | None

    def reading(self, number: int) -> Reading:
        words = Evidence(Span(0, 4), "text", "story")
        entities: dict[str, Entity] = {"e1": Entity("e1", self.kind)}
        facts = [Fact("e1", "q:status", "q:Held", (words,))]

        def tell(subject: str, predicate: str, target: str | Value | None) -> None:
            if target is not None:
                facts.append(Fact(subject, predicate, target, (words,)))

        def known(path: str | None, kind: str) -> str | None:
            if path is not None:
                entities[path] = Entity(path, kind, path)
            return path

        for place, (name, body) in enumerate(self.people):
            entities[f"p{place}"] = Entity(f"p{place}", "Person", None, (Name(name, "az", words),))
            tell("e1", "schema:attendee", f"p{place}")
            if body is not None:
                entities[f"m{place}"] = Entity(f"m{place}", "Membership")
                tell(f"m{place}", "org:member", f"p{place}")
                tell(f"m{place}", "org:role", "role:Prosecutor")
                tell(f"m{place}", "org:organization", known(body, "Organization"))
        if self.office is not None:
            language, name, state = self.office
            entities["o1"] = Entity("o1", "Ministry", None, (Name(name, language, words),))
            tell("o1", "q:jurisdiction", known(state and f"state/{state}", "State"))
            tell("e1", "q:participant", "o1")
        tell("e1", "schema:startDate", self.day and Value(self.day, "xsd:date" if len(self.day) == 10 else "xsd:gYearMonth"))
        tell("e1", "schema:location", known(self.place, "Place"))
        tell("e1", "q:framework", known(self.frame, "Council"))
        return Reading(Article(f"a{number}", "text", "az", published="2024-07-27"), tuple(entities.values()), tuple(facts))


STORIES = st.builds(
    Story,
    people=st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(BODIES)), min_size=1, max_size=3).map(tuple),
    office=st.none() | st.sampled_from(OFFICES),
    kind=st.sampled_from(["Session", "Meeting", "Event"]),
    day=st.sampled_from(DAYS),
    place=st.sampled_from([None, "place/baku", "place/bishkek"]),
    frame=st.sampled_from([None, "organization/ots-pgc", "organization/cis-pgcc"]),
)
Stories = dict[int, Story]
Do = Callable[[store.Store], object]


def put(number: int, story: Story) -> Do:
    graph = article_graph(story.reading(number))
    return lambda target: target.replace(graph.iri, graph.quads, graph.things)


def retract(number: int) -> Do:
    article = iri(article_path(f"a{number}"))
    return lambda target: target.quarantine(Quarantined(article, f"a{number}", (), ()))


@cache
def template() -> Path:
    """Return a folder with an empty store: making one takes longer than copying it."""
    folder = Path(tempfile.mkdtemp(prefix="qurultay-template-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    store.write(folder / "s").close()
    return folder / "s"


def exported(steps: Iterable[Do], *, reopen: Callable[[int], bool] = lambda _: False) -> bytes:
    """Take steps in a new store, opening it anew after some of them, and return its export."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(template(), f"{folder}/s")
        target = store.write(f"{folder}/s")
        for place, step in enumerate(steps):
            step(target)
            if reopen(place):
                target.close()
                target = store.write(f"{folder}/s")
        target.close()
        out = io.BytesIO()
        with store.read(f"{folder}/s") as view:
            exports.export(view.quads(), out, form="nquads")
        return out.getvalue()


def drawn(data: Any) -> Stories:
    return dict(enumerate(data.draw(st.lists(STORIES, min_size=2, max_size=6))))


@SLOW
@given(data=st.data())
def test_any_order_any_batches_and_any_detour_give_one_export(data: Any) -> None:
    final = drawn(data)
    straight = [put(number, story) for number, story in final.items()]
    drafts = [put(number, data.draw(STORIES)) for number in data.draw(st.lists(st.sampled_from(sorted(final)), max_size=3))]
    stray = data.draw(st.lists(STORIES, max_size=2))
    strays = [put(100 + place, story) for place, story in enumerate(stray)]
    detour = [*drafts, *strays, *data.draw(st.permutations(straight)), *(retract(100 + place) for place in range(len(stray)))]
    cuts = data.draw(st.sets(st.integers(0, len(detour))))
    assert exported(straight) == exported(detour, reopen=cuts.__contains__)


@SLOW
@given(data=st.data())
def test_decisions_taken_back_leave_nothing(data: Any) -> None:
    final = drawn(data)
    steps = [put(number, story) for number, story in final.items()]
    locals_ = sorted({thing.path for number, story in final.items() for thing in article_graph(story.reading(number)).things})
    by_family = [(a, b) for a in locals_ for b in locals_ if a < b and a.partition("/")[0] == b.partition("/")[0]]
    if not by_family:
        return
    pairs = data.draw(st.lists(st.sampled_from(by_family), min_size=1, max_size=3, unique=True))
    decided = [Decision(pair, data.draw(st.booleans()), "by hand") for pair in pairs]
    early = data.draw(st.integers(0, len(steps)))
    kept = exported([lambda target: target.decide(decided), *steps])
    assert kept == exported([*steps[:early], lambda target: target.decide(decided), *steps[early:]])
    assert exported(steps) == exported(
        [*steps[:early], lambda target: target.decide(decided), *steps[early:], lambda target: target.decide([])]
    )


@SLOW
@given(data=st.data())
def test_an_article_keeps_apart_what_it_tells_apart(data: Any) -> None:
    final = drawn(data)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(template(), f"{folder}/s")
        with store.write(f"{folder}/s") as target:
            for number, story in final.items():
                put(number, story)(target)
            quads = list(target.quads())
    replaced = {q.subject: q.object for q in quads if q.predicate.value == expand("dcterms:isReplacedBy")}
    for number, story in final.items():
        graph = article_graph(story.reading(number))
        kept = [replaced.get(node, node) for node in (NamedNode(iri(thing.path)) for thing in graph.things)]
        assert len(set(kept)) == len(kept)
        told = [quad for quad in quads if quad.graph_name == graph.iri]
        assert len(told) == len(graph.quads)
        assert not {q.subject for q in told} & set(replaced), "an article's graph holds an IRI that is replaced"


def test_the_left_iri_answers_and_claims_stay() -> None:
    one = Story((("Kamran Əliyev", "organization/pgo-az"),), None, "Session", "2024-07-25", "place/baku", "organization/ots-pgc")
    other = replace(one, people=(("Камран Алиев", None),))
    alone, both = exported([put(2, other)]), exported([put(1, one), put(2, other)])
    claims = {line.split()[0] for line in alone.splitlines() if b"/claim/" in line.split()[0]}
    assert claims <= {line.split()[0] for line in both.splitlines()}
    replaced = f"<{iri('person/kamran-aliyev')}> <{expand('dcterms:isReplacedBy')}> <{iri('person/kamran-aliyev-pgo-az')}>"
    assert replaced.encode() in both
    assert replaced.encode() not in alone
