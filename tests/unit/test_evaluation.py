"""Scoring: the figures of hand-made cases, and agreement with the scorer of the graph contract."""

import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from qurultay.errors import InputError
from qurultay.evaluation import (
    Floors,
    Gold,
    GoldSet,
    Judged,
    Scores,
    Tally,
    breaches,
    calibrate,
    cross_validated,
    evaluate,
    moved_floors,
    read_floors,
    read_golds,
    rule_table,
    write_floors,
)  # fmt: skip
from qurultay.graph import article_graph, naming_triples
from qurultay.model import ARTICLE, Article, Entity, Evidence, Fact, Name, Reading, Span, Value
from qurultay.terms import BASE, GRAPHS, expand

SHARED = Path(__file__).parents[3] / "shared" / "evaluation"
TEXT = "Bakıda Səlim Qorodovun iştirakı ilə seminar keçirilib. Ədliyyə Nazirliyi, AZ."
DATA: dict[str, Any] = {
    "id": "a1",
    "language": "az",
    "published": "2024-03-01",
    "headline": "Seminar",
    "publisher": "Xəbər",
    "source": None,
    "states": ["AZ"],
    "organizations": {
        "moj-az": {"type": "Ministry", "names": ["Azərbaycan Ədliyyə Nazirliyi"]},
        "icra?": {"type": "GovernmentBody", "names": ["İcra aparatı"], "parent": "moj-az"},
    },
    "places": {"baku": {"names": ["Bakı"]}},
    "persons": {"salim-gorodov": {"names": ["Səlim Qorodov"]}, "anar-bayli": {"names": ["Anar Bəyli"]}},
    "posts": [["salim-gorodov", "Minister|DeputyMinister", "moj-az"]],
    "members": [],
    "events": {
        "e1": {
            "type": "Seminar|Training",
            "key": "2024-02-29-baku-seminar",
            "status": "Held",
            "date": "2024-02-29",
            "place": "baku",
            "theme": "Məhkəmələrin işi",
            "organizers": ["moj-az"],
            "attendees": ["salim-gorodov"],
            "speakers": ["salim-gorodov?"],
        }
    },
    "documents": {"d1": {"type": "Memorandum", "names": [], "signatories": ["moj-az"], "signed": "2024-02-29", "produced_at": "e1"}},
}
PREDICATES = {
    "organizers": "schema:organizer",
    "framework": "q:framework",
    "participants": "q:participant",
    "attendees": "schema:attendee",
    "speakers": "q:speaker",
}


DATATYPES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


def first(value: str) -> str:
    """Return the first of the values that a slot of a gold file allows."""
    return value.removesuffix("?").split("|")[0]


class Told:
    """A reading that tells what a gold file tells, so that it must score 1."""

    def __init__(self, data: Mapping[str, Any], text: str) -> None:
        self.data = data
        self.proof = (Evidence(Span(0, 4), text[:4], "copied"),)
        self.entities: dict[str, Entity] = {}
        self.facts: list[Fact] = []
        for state in data["states"]:
            self.entities[first(state)] = Entity(first(state), "State", f"state/{first(state)}", self.names("x"))
        for section, kind in (("organizations", None), ("places", "Place"), ("persons", "Person")):
            for key, entry in data[section].items():
                self.add(key, kind or entry["type"], section.rstrip("s"), entry["names"])
        for number, post in enumerate(data["posts"]):
            self.add(f"m{number}", "Membership", "membership", ())
            for predicate, value in zip(("org:member", "org:role", "org:organization"), post, strict=True):
                self.say(f"m{number}", predicate, f"role:{first(value)}" if predicate == "org:role" else value)
        for member in data["members"]:
            self.say(first(member[0]), "org:memberOf", member[1])
        for key, entry in data["organizations"].items():
            self.slots(key, entry, {"parent": "org:subOrganizationOf", "founded_at": "schema:foundingLocation"})
            self.date(key, "schema:foundingDate", entry.get("founded"))
        for key in (*data["events"], *data["documents"]):
            entry = data["events"].get(key) or data["documents"][key]
            self.add(key, entry["type"], "event" if key in data["events"] else "document", entry.get("names") or ())
        for key, entry in data["events"].items():
            self.event(key, entry)
        for key, entry in data["documents"].items():
            self.slots(key, entry, {"signatories": "q:signatory", "produced_at": "q:producedAt"})
            self.date(key, "q:signedOn", entry.get("signed"))
        if data.get("source"):
            self.say(ARTICLE, "schema:sourceOrganization", data["source"])
        article = Article(data["id"], text, data["language"], data["headline"], data["published"], data["publisher"])
        self.reading = Reading(article, tuple(self.entities.values()), tuple(self.facts))

    def names(self, *names: str) -> tuple[Name, ...]:
        return tuple(Name(name, self.data["language"], self.proof[0]) for name in names)

    def add(self, key: str, kind: str, family: str, names: tuple[str, ...]) -> None:
        self.entities[first(key)] = Entity(first(key), first(kind), f"{family}/{first(key)}-{self.data['id']}", self.names(*names))

    def say(self, subject: str, predicate: str, value: str | Value) -> None:
        thing = first(value) if isinstance(value, str) else value
        if isinstance(thing, Value) or thing in self.entities or ":" in thing:
            self.facts.append(Fact(first(subject) if subject != ARTICLE else subject, predicate, thing, self.proof, 0.9))

    def slots(self, key: str, entry: Mapping[str, Any], predicates: Mapping[str, str]) -> None:
        for slot, predicate in predicates.items():
            values = entry.get(slot) or []
            for value in [values] if isinstance(values, str) else values:
                self.say(key, predicate, value)

    def date(self, key: str, predicate: str, value: str | None) -> None:
        if value:
            lexical = first(value).replace("XXXX", "-")
            self.say(key, predicate, Value(lexical, "xsd:gMonthDay" if lexical.startswith("--") else DATATYPES[len(lexical)]))

    def event(self, key: str, entry: Mapping[str, Any]) -> None:
        self.slots(key, entry, {**PREDICATES, "place": "schema:location", "part_of": "schema:superEvent"})
        start, _, end = first(entry.get("date") or "").partition("/")
        self.date(key, "schema:startDate", start)
        self.date(key, "schema:endDate", end)
        self.say(key, "q:status", f"q:{entry.get('status', 'Held')}")
        if entry.get("theme"):
            self.say(key, "q:theme", Value(entry["theme"], language=self.data["language"]))


def quads_of(reading: Reading) -> Iterator[Quad]:
    graph = article_graph(reading)
    yield from graph.quads
    for triple in naming_triples(graph.quads):
        yield Quad(triple.subject, triple.predicate, triple.object, NamedNode(GRAPHS["entities"]))
    for entity in reading.entities:
        if entity.kind == "State":
            node, code = NamedNode(f"{BASE}{entity.path}"), Literal(entity.ref)
            yield Quad(node, NamedNode(expand("rdf:type")), NamedNode(expand("q:State")), NamedNode(GRAPHS["reference"]))
            yield Quad(node, NamedNode(expand("q:isoCode")), code, NamedNode(GRAPHS["reference"]))


GOLD = Gold.from_data(DATA, TEXT)
READING = Told(DATA, TEXT).reading
RIGHT = evaluate(quads_of(READING), [GOLD])


def without(predicate: str) -> Reading:
    return replace(READING, facts=tuple(fact for fact in READING.facts if fact.predicate != predicate))


def test_a_graph_that_tells_the_gold_facts_is_right() -> None:
    assert RIGHT.total == Tally(right=RIGHT.total.right)
    assert RIGHT.total.right == 21
    assert (RIGHT.details, RIGHT.missing, RIGHT.misquotes, RIGHT.identity) == ((), (), 0, (1.0, 1.0))
    assert RIGHT.evidenced == RIGHT.needing == 13


def test_an_empty_graph_misses_all_but_the_optional() -> None:
    scores = evaluate([], [GOLD])
    assert (scores.total, scores.missing) == (Tally(missed=21), ("a1",))


WITHOUT = [
    ("schema:location", ["missed place e1 baku"]),
    ("q:speaker", []),
    ("org:role", ["missed post salim-gorodov DeputyMinister moj-az"]),
    ("q:signatory", ["missed signatory d1 moj-az"]),
    ("q:status", ["missed status e1 Held"]),
    ("q:producedAt", ["missed produced_at d1 e1"]),
]


@pytest.mark.parametrize(("predicate", "lines"), WITHOUT)
def test_missed(predicate: str, lines: list[str]) -> None:
    scores = evaluate(quads_of(without(predicate)), [GOLD])
    assert [" ".join(detail.as_line().split("\t")[1:]) for detail in scores.details] == lines


PROOF = READING.facts[0].evidence
CHANGES: list[tuple[str, Callable[[Fact], Fact], list[str]]] = [
    ("schema:attendee", lambda fact: replace(fact, object="anar-bayli"), ["extra attendee", "missed attendee"]),
    ("schema:attendee", lambda fact: replace(fact, evidence=()), ["no evidence attendee"]),
    ("schema:startDate", lambda fact: replace(fact, object=Value("2024-02", "xsd:gYearMonth")), ["extra date", "missed date"]),
    ("q:theme", lambda fact: replace(fact, object=Value("Məhkəmələrin işi!", language="az")), []),
    ("q:theme", lambda fact: replace(fact, object=Value("Prokurorlar", language="az")), ["extra theme", "missed theme"]),
]


@pytest.mark.parametrize(("predicate", "change", "lines"), CHANGES)
def test_changed(predicate: str, change: Callable[[Fact], Fact], lines: list[str]) -> None:
    facts = tuple(change(fact) if fact.predicate == predicate else fact for fact in READING.facts)
    scores = evaluate(quads_of(replace(READING, facts=facts)), [GOLD])
    assert [f"{detail.problem} {detail.fact[0]}" for detail in scores.details] == lines


def test_what_another_article_calls_the_event_is_wrong_here_but_needs_no_words_of_this_one() -> None:
    quads, seminar = list(quads_of(READING)), NamedNode(expand("q:Seminar"))
    other = [
        Quad(quad.subject, quad.predicate, NamedNode(expand("q:Forum")), NamedNode(GRAPHS["entities"]))
        for quad in quads
        if quad.object == seminar and quad.predicate == NamedNode(expand("rdf:type"))
    ]
    scores = evaluate([*quads, *other], [GOLD])
    assert [(detail.problem, detail.fact[0], detail.fact[2]) for detail in scores.details] == [("extra", "event", "Forum")]
    assert scores.evidenced == scores.needing == RIGHT.needing


def test_a_claim_that_misquotes_is_no_evidence() -> None:
    gold = Gold.from_data(DATA, TEXT.upper())
    scores = evaluate(quads_of(READING), [gold])
    assert scores.evidenced == 0
    assert scores.misquotes > 0


def test_an_office_is_known_by_kind_and_state_whatever_its_name() -> None:
    renamed = {e.ref: replace(e, names=(replace(e.names[0], text="Ədliyyə"),)) if e.ref == "moj-az" else e for e in READING.entities}
    reading = replace(READING, entities=tuple(renamed.values()))
    bare = evaluate(quads_of(reading), [GOLD])
    placed = evaluate(quads_of(replace(reading, facts=(*reading.facts, Fact("moj-az", "q:jurisdiction", "AZ", PROOF)))), [GOLD])
    assert placed.total.f1 == 1 > bare.total.f1


def test_identity_counts_pairs_of_articles() -> None:
    other = {**DATA, "id": "a2"}
    golds = [GOLD, Gold.from_data(other, TEXT)]
    apart = [*quads_of(READING), *quads_of(Told(other, TEXT).reading)]
    assert evaluate(apart, golds).identity == (1.0, 0.0)
    together = [*quads_of(READING), *quads_of(replace(READING, article=replace(READING.article, id="a2")))]
    assert evaluate(together, golds).identity == (1.0, 1.0)


def test_figures_as_table_and_json() -> None:
    table = RIGHT.as_table()
    assert "RELATIONS          12      0      0   1.000   1.000   1.000" in table
    assert "0.90-0.95" in table
    assert "a1                 12      0      0   1.000   1.000   1.000" in RIGHT.as_table(articles=True).splitlines()
    figures = json.loads(json.dumps(RIGHT.as_json()))
    assert figures["families"]["post"] == [1, 0, 0, 1.0, 1.0, 1.0]
    assert figures["languages"]["az"]["ALL"] == figures["all"]


def test_calibration_by_rule() -> None:
    bins = [(b.name, b.facts, b.precision) for b in calibrate(RIGHT.judged, by_rule=True)]
    assert sum(facts for _, facts, _ in bins) == 13
    assert ("post copied/new", 1, 1.0) in bins, "the body is in no reference data"
    assert [line.split()[:3] for line in rule_table(RIGHT.judged)][1] == ["attendee", "copied", "1"]


def judged(article: str, right: int, wrong: int) -> list[Judged]:
    return [Judged("place", "in", 0.99, number < right, article) for number in range(right + wrong)]


def test_cross_validation_does_not_look_at_the_article_itself() -> None:
    facts = [fact for number in range(20) for fact in judged(f"good-{number}", 10, 0)]
    spoiled = judged("spoiled", 0, 40)
    seen = {fact.article: fact.confidence for fact in cross_validated([*facts, *spoiled])}
    assert seen["spoiled"] > 0.95, "its own faults must not count against its rules"
    assert min(seen.values()) < 0.9, "but against those of other articles"
    assert cross_validated(spoiled) == ()


def test_cross_validation_keeps_the_facts_in_any_order() -> None:
    facts = [fact for number in range(9) for fact in judged(f"a{number}", 3, number % 2)]
    assert sorted(map(str, cross_validated(facts))) == sorted(map(str, cross_validated(facts[::-1])))
    assert len(cross_validated(facts)) == len(facts)


def gate(tmp_path: Path, margin: float = 0.0) -> Floors:
    return Floors({"own": GoldSet((tmp_path,)), "other": GoldSet((tmp_path / "other",))}, margin)


def test_floors_rise_and_are_lowered_only_when_told(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    worse = evaluate(quads_of(without("schema:location")), [GOLD])
    assert breaches(gate(tmp_path), {"own": worse}) == ()
    write_floors(path, moved_floors(gate(tmp_path), {"own": RIGHT}, languages=["az", "tr"]))
    floors = read_floors(path)
    assert floors.sets["own"] == GoldSet((tmp_path,), {"az": {"precision": 1.0, "recall": 1.0, "f1": 1.0}})
    assert floors.sets["other"].floors == {}
    assert breaches(floors, {"own": RIGHT}) == () == breaches(floors, {"another": worse})
    assert [b.as_line() for b in breaches(floors, {"own": worse})] == [
        "own [az] RELATIONS recall: 0.916, floor 1.000",
        "own [az] RELATIONS f1: 0.956, floor 1.000",
    ]
    assert moved_floors(floors, {"own": worse}) == floors
    lowered = moved_floors(floors, {"own": worse}, lower=True)
    assert lowered.sets["own"].floors["az"]["recall"] == 0.916
    assert breaches(lowered, {"own": worse}) == ()


def test_floors_leave_a_margin_and_other_languages_alone(tmp_path: Path) -> None:
    moved = moved_floors(gate(tmp_path, 0.01), {"own": RIGHT}, languages=["az"])
    assert moved.sets["own"].floors == {"az": {"precision": 0.99, "recall": 0.99, "f1": 0.99}}
    assert moved_floors(gate(tmp_path), {"own": RIGHT}).sets["own"].floors == {}


def test_a_language_with_floors_must_be_measured(tmp_path: Path) -> None:
    floors = Floors({"own": GoldSet((tmp_path,), {"tr": {"precision": 0.5, "recall": 0.5, "f1": 0.5}})})
    assert {(b.figure, b.measured) for b in breaches(floors, {"own": RIGHT})} == {("precision", 0.0), ("recall", 0.0), ("f1", 0.0)}


def test_floors_of_one_language_leave_the_others_alone(tmp_path: Path) -> None:
    least = {"precision": 0.5, "recall": 0.5, "f1": 0.5}
    floors = Floors({"own": GoldSet((tmp_path,), {"tr": least})})
    assert breaches(floors, {"own": RIGHT}, only="az") == ()
    assert len(breaches(floors, {"own": RIGHT}, only="tr")) == 3
    moved = moved_floors(floors, {"own": RIGHT}, languages=["az", "tr"], only="az", lower=True)
    assert moved.sets["own"].floors == {"az": {"precision": 1.0, "recall": 1.0, "f1": 1.0}, "tr": least}


def test_a_set_is_judged_where_all_its_folders_are(tmp_path: Path) -> None:
    both = GoldSet((tmp_path, tmp_path / "other"))
    assert not both.present
    assert not both.within([tmp_path])
    (tmp_path / "other").mkdir()
    assert both.present
    assert both.within([tmp_path / "other", tmp_path / "other" / "..", Path("elsewhere")])


FLOORS = [
    "{", "[]", "{}", '{"version": 1, "f1": {}}', '{"version": 2}', '{"version": 2, "margin": 0, "sets": {"a": 1}}',
    '{"version": 2, "margin": 0, "sets": {"a": {"folders": [], "floors": {"az": {"f1": 1}}}}}',
]  # fmt: skip


@pytest.mark.parametrize("text", [*FLOORS, None])
def test_broken_floors_are_refused(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "floors.json").write_text(text)
    with pytest.raises(InputError, match=r"floors\.json"):
        read_floors(tmp_path / "floors.json")


@pytest.mark.parametrize("text", ["{", "[]", '{"id": "a"}'])
def test_broken_gold_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.json").write_text(text)
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(InputError, match=r"a\.json"):
        read_golds([tmp_path])


def faulty(reading: Reading, chance: random.Random) -> Reading:
    """Return a reading with facts lost, objects exchanged and names cut, as a poor reader would."""
    refs = [entity.ref for entity in reading.entities]

    def spoil(fact: Fact) -> Fact:
        dice = chance.random()
        if dice < 0.1 and isinstance(fact.object, str) and fact.object in refs:
            return replace(fact, object=chance.choice(refs))
        return replace(fact, evidence=()) if dice < 0.2 else fact

    facts = tuple(spoil(fact) for fact in reading.facts if chance.random() > 0.15)
    entities = tuple(
        replace(e, names=tuple(replace(n, text=n.text[: len(n.text) - chance.choice([0, 0, 0, 1, 3])] or "x") for n in e.names),
                path=None if chance.random() < 0.3 else e.path)
        for e in reading.entities
    )  # fmt: skip
    return replace(reading, entities=entities, facts=facts)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the scorer of the graph contract is not beside this checkout")
@pytest.mark.parametrize("seed", [None, 1, 2])
def test_agrees_with_the_contracts_scorer(tmp_path: Path, seed: int | None) -> None:
    folders = [*sorted((SHARED / "dev").iterdir()), SHARED / "seed"]
    golds = read_golds(folders)
    chance = random.Random(seed)
    readings = [Told(gold.data, gold.text).reading for gold in golds]
    quads = [quad for r in readings[: None if seed is None else -2] for quad in quads_of(r if seed is None else faulty(r, chance))]
    (tmp_path / "graph.nq").write_bytes(serialize(quads, format=RdfFormat.N_QUADS) or b"")
    command = [sys.executable, SHARED / "score.py", tmp_path / "graph.nq", *folders, "--details", "--json", tmp_path / "figures.json"]
    printed = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True, timeout=300).stdout
    scores = evaluate(quads, golds)
    assert_agrees(scores, json.loads((tmp_path / "figures.json").read_text()))
    theirs = sorted(line for line in printed.splitlines() if line.count("\t") == 2)
    assert len(theirs) == len(scores.details)


def assert_agrees(scores: Scores, figures: Mapping[str, Any]) -> None:
    def rows(tallies: Mapping[str, Tally]) -> dict[str, list[int]]:
        return {name: [tally.right, tally.extra, tally.missed] for name, tally in tallies.items()}

    assert rows(scores.families) == dict(sorted(figures["families"].items()))
    assert rows(scores.languages) == dict(sorted(figures["languages"].items()))
    assert [scores.relations.precision, scores.relations.recall, scores.relations.f1] == pytest.approx(figures["relations"])
    assert [scores.evidenced, scores.needing, scores.misquotes] == figures["evidence"]
    assert list(scores.identity) == pytest.approx(figures["identity"])
    assert list(scores.missing) == figures["missing"]
    assert {name: tally.f1 for name, tally in scores.articles.items()} == pytest.approx(figures["articles"])
