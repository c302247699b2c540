"""Makes stores of any size out of numbers: institutions of twelve kinds and forty states that meet, sign and speak.

Institutions of a region meet more often among themselves, a few are met by everybody: what a network of thousands looks like. What
one number gives is always the same.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat
from pyoxigraph import Store as Quads

from qurultay import resources
from qurultay.graph import article_graph, naming_triples
from qurultay.model import Article, Entity, Evidence, Fact, Name, Reading, Span, Value
from qurultay.store import Answer
from qurultay.store.ask import ask
from qurultay.terms import BASE, GRAPHS

KINDS = {"ProsecutorsOffice": "Prosecution", "Ministry": "Ministry", "Court": "Court", "Council": "Council", "University": "University"}
STATES = ("AZ", "TR", "KZ", "UZ", "KG", "TM", "GE", "MD", "HU", "IT", "RU", "BY", "UA", "RO", "BG", "PL", "DE", "FR", "ES", "GB")
FIRST_DAY = date(2012, 1, 1)
_FIRST = ("Anna", "Emin", "Aylin", "Marat", "Vera")
_LAST = ("Bell", "Dorn", "Falk", "Hart", "Kaya")
_ROLES = ("ProsecutorGeneral", "Minister", "Judge", "Chairperson", "Rector")


class Memory:
    """A view of quads in memory, with the ontology's labels."""

    location, base = "memory", BASE

    def __init__(self, readings: Iterable[Reading]) -> None:
        self.store, entities = Quads(), NamedNode(GRAPHS["entities"])
        for name, graph in (("ontology/qurultay", "ontology"), ("ontology/roles", "ontology"), ("data/reference/states", "reference")):
            self.store.load(path=str(resources.path(f"{name}.ttl")), format=RdfFormat.TURTLE, to_graph=NamedNode(GRAPHS[graph]))
        for reading in readings:
            quads = article_graph(reading).quads
            self.store.extend(quads)
            self.store.extend(Quad(triple.subject, triple.predicate, triple.object, entities) for triple in naming_triples(quads))

    def query(self, sparql: str, *, terms: Mapping[str, NamedNode | Literal] | None = None) -> Answer:
        return ask(self.store, sparql, terms or {})

    def quads(self) -> Iterator[Quad]:
        return iter(self.store)


def readings(bodies: int, *, seed: int = 7) -> Iterator[Reading]:
    """Yield readings of articles in which so many bodies take part, one meeting or paper an article."""
    chance = random.Random(seed)
    kinds = list(KINDS)
    names = [(f"{KINDS[kinds[n % 5]]} {n} of {STATES[n * 7 % 20]}", kinds[n % 5], STATES[n * 7 % 20]) for n in range(bodies)]
    weights = [1 / (1 + n) ** 0.6 for n in range(bodies)]
    for number in range(max(6, bodies // 3)):
        near = number * 3 % bodies
        region = [n for n in range(near - 20, near + 20) if 0 <= n < bodies]
        chosen = {near, (near + 1) % bodies, (near + 2) % bodies, chance.choice(region), *chance.choices(range(bodies), weights, k=2)}
        day = FIRST_DAY + timedelta(days=chance.randrange(5000))
        yield _reading(number, [names[n] for n in sorted(chosen)], day, chance)


def _reading(number: int, bodies: list[tuple[str, str, str]], day: date, chance: random.Random) -> Reading:
    leader = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}{number % 90}"
    said = "signed a memorandum" if number % 6 == 0 else "held a meeting"
    told = ", ".join(name for name, _, _ in bodies)
    text = f"{told} {said} on {day.isoformat()}, where {leader} spoke of evidence. The talks went on until evening."
    article = Article(f"a{number}", text, "en", headline=f"Report {number}", published=(day + timedelta(days=1)).isoformat(),
                      publisher=f"Outlet {number % 9}", url=f"https://example.org/{number}")  # fmt: skip

    def words(part: str) -> Evidence:
        start = text.index(part)
        return Evidence(Span(start, start + len(part)), part, "synthetic")

    whole = words(text[: text.index(" spoke") + 6])
    is_paper = number % 6 == 0
    entities = [Entity("e", "Memorandum" if is_paper else "Meeting")]
    facts = [] if is_paper else [Fact("e", "q:status", "q:Held", (words(said),), 0.9)]
    when = "q:signedOn" if is_paper else "schema:startDate"
    facts.append(Fact("e", when, Value(day.isoformat(), "xsd:date"), (words(day.isoformat()),), 0.99))
    for place, (name, kind, state) in enumerate(bodies):
        ref, home = f"o{place}", f"s{place}"
        entities.append(Entity(ref, kind, f"organization/n{name.split()[1]}", (Name(name, "en", words(name)),)))
        entities.append(Entity(home, "State", f"state/{state}"))
        confidence = round(0.5 + 0.5 * chance.random(), 3)
        role = "q:signatory" if is_paper else "schema:organizer" if place == 0 else "q:participant"
        facts += [Fact("e", role, ref, (whole,), confidence), Fact(ref, "q:jurisdiction", home, (words(name),), 0.9)]
    entities += [Entity("p", "Person", None, (Name(leader, "en", words(leader)),)), Entity("m", "Membership")]
    facts += [Fact("m", "org:member", "p", (whole,), 0.9), Fact("m", "org:organization", "o0", (whole,), 0.9),
              Fact("m", "org:role", f"role:{chance.choice(_ROLES)}", (whole,), 0.9)]  # fmt: skip
    if not is_paper:
        facts.append(Fact("e", "q:speaker", "p", (words(f"{leader} spoke"),), 0.9))
    return Reading(article, tuple(entities), tuple(facts))
