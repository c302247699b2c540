"""The page of a store: what is gathered, what stands in it, and what it lets nobody do."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from pyoxigraph import Store as Quads
from typer.testing import CliRunner

from qurultay import network, pipeline, sources
from qurultay import store as stores
from qurultay.cli import app
from qurultay.facts import Reader
from qurultay.graph import article_graph, naming_triples
from qurultay.model import Article, Entity, Evidence, Fact, Name, Reading, Span
from qurultay.store import Answer
from qurultay.store.ask import ask
from qurultay.terms import BASE, GRAPHS, LANGUAGES
from qurultay.view import LanguageError, page
from qurultay.view.assembly import words
from qurultay.view.data import data
from qurultay.view.gathering import Told, gather

SAMPLES = Path(__file__).parents[2] / "data" / "articles"


class View:
    """A view of readings in memory."""

    location, base = "memory", BASE

    def __init__(self, *readings: Reading) -> None:
        self.store, entities = Quads(), NamedNode(GRAPHS["entities"])
        for reading in readings:
            graph = article_graph(reading)
            self.store.extend(graph.quads)
            self.store.extend(Quad(triple.subject, triple.predicate, triple.object, entities) for triple in naming_triples(graph.quads))

    def query(self, sparql: str, *, terms: Mapping[str, NamedNode | Literal] | None = None) -> Answer:
        return ask(self.store, sparql, terms or {})

    def quads(self) -> Iterator[Quad]:
        return iter(self.store)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample articles."""
    place = tmp_path_factory.mktemp("view") / "store"
    with stores.write(place) as target:
        list(pipeline.build(sources.articles([str(SAMPLES)]), target, reader=Reader.default()))
    return place


@pytest.fixture(scope="module")
def told(samples: Path) -> Told:
    with stores.read(samples) as view:
        return gather(view)


@pytest.fixture(scope="module")
def found(told: Told) -> dict[str, Any]:
    return data(told)


@pytest.fixture(scope="module")
def written(samples: Path) -> str:
    with stores.read(samples) as view:
        return page(view, language="en")


HOSTILE = "</script><script>alert(1)</script> \u202eknaB\u202c & <img src=x onerror=alert(1)> <!-- met B"


def hostile() -> Reading:
    text = f"{HOSTILE} ok"
    said = Evidence(Span(0, len(HOSTILE)), HOSTILE, "test")
    article = Article("x", text, "en", headline=HOSTILE, published="2024-01-02", publisher=HOSTILE, url="javascript:alert(1)")
    bodies = [Entity(f"o{n}", "Court", f"organization/c{n}", (Name(HOSTILE, "en", said),)) for n in (1, 2)]
    facts = [Fact("e", "q:participant", f"o{n}", (said,)) for n in (1, 2)]
    return Reading(article, (Entity("e", "Meeting"), *bodies), tuple(facts))


def embedded(text: str) -> dict[str, Any]:
    match = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert match
    found: dict[str, Any] = json.loads(match[1])
    return found


def test_every_quote_stands_in_the_words_of_its_article(found: dict[str, Any]) -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in SAMPLES.glob("*.txt")}
    things = found["things"]
    checked = 0
    for _, _, _, quotes in found["facts"]:
        assert quotes
        for article, start, end, confidence in quotes:
            at, text = next((at, text) for at, text in things[article]["words"] if at <= start and end <= at + len(text))
            assert text[start - at : end - at] == texts[things[article]["name"]][start:end]
            assert 0 < confidence <= 1
            checked += 1
    assert checked > 500


def test_words_of_an_article_neither_touch_nor_overlap(found: dict[str, Any]) -> None:
    for thing in found["things"]:
        ends = [at + len(text) for at, text in thing.get("words", ())]
        starts = [at for at, _ in thing.get("words", ())]
        assert all(end < start for end, start in zip(ends, starts[1:], strict=False))


@pytest.mark.parametrize("by", ["organization", "state"])
def test_the_network_is_that_of_the_network_module(by: network.By, samples: Path, found: dict[str, Any]) -> None:
    with stores.read(samples) as view:
        graph = network.cooperation(network.involvements(view), by=by)
    ids = [found["base"] + thing["id"] for thing in found["things"]]
    ours = {(frozenset((ids[a], ids[b])), found["kinds"][kind], len(its)) for a, b, kind, its in found["network"][by]}
    assert ours == {(frozenset((a, b)), kind, its["weight"]) for a, b, kind, its in graph.edges(keys=True, data=True)}
    assert ours


def test_what_is_named_in_several_languages_has_their_names(found: dict[str, Any]) -> None:
    office = next(thing for thing in found["things"] if thing["id"] == "organization/pgo-az")
    assert set(office["names"]) == set(LANGUAGES)
    assert found["things"][office["state"]]["id"] == "state/AZ"


def test_the_policy_allows_what_stands_in_the_page_and_nothing_else(written: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', written)
    assert policy
    rules = dict(rule.split(" ", 1) for rule in policy[1].split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for rule, pattern in (("script-src", r"<script>(.*?)</script>"), ("style-src", r"<style[^>]*>(.*?)</style>")):
        inline = re.findall(pattern, written, re.DOTALL)
        assert len(inline) == 1
        assert rules[rule] == f"'sha256-{base64.b64encode(hashlib.sha256(inline[0].encode()).digest()).decode()}'"
    assert "connect-src" not in rules
    assert not re.search(r"unsafe|https?:", policy[1])


def test_the_page_fetches_nothing(written: str) -> None:
    markup = re.sub(r"<script.*?</script>|<style.*?</style>", "", written, flags=re.DOTALL)
    assert not re.search(r"<(?:link|img|iframe|object|embed|base)\b|\b(?:src|srcset|href|action)=", markup)
    style = re.search(r"<style[^>]*>(.*?)</style>", written, re.DOTALL)
    assert style
    assert "url(" not in style[1]
    assert "@import" not in style[1]


def test_one_store_gives_one_page(samples: Path, written: str) -> None:
    with stores.read(samples) as view:
        assert page(view, language="en") == written


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_tell_the_network_where_no_script_runs(language: str, found: dict[str, Any], samples: Path) -> None:
    with stores.read(samples) as view:
        text = page(view, language=language)
    body = text[text.index("<main") : text.index("</main>")]
    first = found["things"][found["network"]["organization"][0][0]]["names"]
    assert html.escape(first.get(language) or next(iter(first.values()))) in body
    assert words()["relations"][language] in body
    assert body.count("<blockquote>") > 50
    assert f'<html lang="{language}">' in text
    kind = {"az": "İclas", "en": "Session", "tr": "Oturum", "ru": "Заседание"}[language]
    assert f"{kind}, 2025-09-11" in body


def test_hostile_text_stays_text() -> None:
    text = page(View(hostile()), language="en", title="<b>&\u202e")
    assert "<script>alert" not in text
    assert "<img" not in text
    assert "\u202e" not in text.split("</main>")[0].partition("<main")[2]
    thing = next(thing for thing in embedded(text)["things"] if thing["family"] == "article")
    assert "url" not in thing
    assert "\u202e" not in json.dumps(thing, ensure_ascii=False)
    assert thing["headline"].startswith("</script>")


def test_addresses_of_the_web_are_kept() -> None:
    reading = Reading(Article("x", "A met B", "en", url="https://example.org/a?b=1&c=2"))
    said = Evidence(Span(0, 7), "A met B", "test")
    entities = (Entity("e", "Meeting"), Entity("o", "Court", "organization/c", (Name("A", "en", said),)))
    found = embedded(page(View(Reading(reading.article, entities, (Fact("e", "q:participant", "o", (said,)),)))))
    assert [thing["url"] for thing in found["things"] if "url" in thing] == ["https://example.org/a?b=1&c=2"]


def test_an_empty_store_has_a_page_that_says_so() -> None:
    text = page(View(), language="tr")
    assert html.escape(words()["empty"]["tr"]) in text
    assert embedded(text)["facts"] == []


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(LanguageError, match="'de'"):
        page(View(), language="de")


def test_every_word_is_told_in_every_language() -> None:
    for name, told in words().items():
        assert set(told) == set(LANGUAGES), name
        assert all(told.values()), name
        fields = {language: set(re.findall(r"\{(\w+)\}", text)) for language, text in told.items()}
        assert fields["az"] == fields["en"] == fields["tr"] == fields["ru"], name


def test_the_command_writes_a_page(samples: Path, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    done = CliRunner().invoke(app, ["view", "--store", str(samples), "--output", str(target), "--language", "ru", "--title", "Сеть <1>"])
    assert done.exit_code == 0, done.output
    text = target.read_text(encoding="utf-8")
    assert "<title>Сеть &lt;1&gt;</title>" in text
    assert embedded(text)["title"] == "Сеть <1>"


def test_less_sure_claims_are_left_out(samples: Path, found: dict[str, Any]) -> None:
    done = CliRunner().invoke(app, ["view", "--store", str(samples), "--output", "-", "--min-confidence", "0.97"])
    sure = embedded(done.stdout)
    assert 0 < len(sure["facts"]) < len(found["facts"])
    assert all(quote[3] >= 0.97 for _, _, _, quotes in sure["facts"] for quote in quotes)


@pytest.mark.parametrize(("arguments", "message"), [
    (["--language", "de"], "told in az, en, tr, ru"),
    (["--output", "no/such/folder/page.html"], "--output"),
])  # fmt: skip
def test_wrong_usage_ends_with_two(arguments: list[str], message: str, samples: Path) -> None:
    done = CliRunner().invoke(app, ["view", "--store", str(samples), *arguments])
    assert done.exit_code == 2
    assert message in done.output
