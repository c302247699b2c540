"""The page in a browser: first sight, from a click to the words, filters, languages, keys, what it saves, what it refuses."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qurultay.model import Article, Entity, Evidence, Fact, Name, Reading, Span
from qurultay.view import assembly
from qurultay.view import page as written
from qurultay.view.data import data
from qurultay.view.gathering import gather

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
SIZES = [(1280, 800), (360, 780)]
OFFICE = "#of=organization/pgo-az"

Open = Callable[..., Any]
Pages = Callable[[str], Path]


def counted(found: Any) -> int:
    """Return how many nodes the page says that it shows."""
    number = re.search(r"[\d,]+", found.at.locator(".tally").inner_text())
    assert number
    return int(number[0].replace(",", ""))


@pytest.mark.parametrize("name", ["12", "samples", "2000"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_first_sight(name: str, scheme: str, width: int, height: int, opened: Open, pages: Pages) -> None:
    found = opened(pages(name), width=width, height=height, scheme=scheme)
    assert found.at.locator("h1").inner_text() == "Cooperation network"
    assert re.match(r"Organisations (\d+|150 / 2,000) · Relations \d+", found.at.locator(".tally").inner_text())
    assert found.at.locator("#canvas canvas").count() > 0
    assert found.at.locator(".timeline svg .dot, .timeline svg .bar").count() > 0
    assert found.at.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing hangs over the side"
    found.shot(f"{name}-{width}-{scheme}")


def test_from_an_organisation_to_the_words(opened: Open, pages: Pages) -> None:
    found = opened(pages("samples"))
    details = found.at.locator(".details")
    found.at.get_by_role("button", name=re.compile(r"^Prosecutor General's Office of the Republic of Azerbaijan \d+$")).click()
    assert "Azerbaijan" in details.locator("h2").inner_text()
    assert details.locator("section h3").all_inner_texts() != []
    proof = details.get_by_role("button", name=re.compile(r"^The words that say so: Elkhan Sadigzade")).first
    proof.click()
    quote = details.locator("figure.quote").first
    assert quote.locator("mark").inner_text()
    assert len(quote.locator("blockquote").inner_text()) > len(quote.locator("mark").inner_text())
    assert re.search(r"· \d+ \w+ 20\d\d", quote.locator(".outlet").inner_text())
    assert re.search(r"\d+ %", quote.locator(".confidence").inner_text())
    found.shot("samples-evidence")
    proof.click()
    assert not quote.is_visible()


def test_from_a_relation_to_its_events(opened: Open, pages: Pages) -> None:
    found = opened(pages("samples"), OFFICE)
    details = found.at.locator(".details")
    details.get_by_role("button", name=re.compile(r"^Prosecutor General's Office of the Kyrgyz Republic \d+")).click()
    assert "Relation" in details.locator(".kicker").inner_text()
    assert "with=organization" in found.at.url
    lines = details.locator("section li")
    assert lines.count() >= 5
    for line in lines.all():
        assert line.locator(".proof").count() == 1, "each event has its words"
    lines.first.locator(".thing").click()
    assert details.locator("h3", has_text="Organisations").count() == 1
    found.shot("samples-event")


def test_the_canvas_answers_to_a_click(opened: Open, pages: Pages) -> None:
    found = opened(pages("12"))
    box = found.at.locator("#canvas").bounding_box()
    found.at.locator("#canvas").focus()
    found.at.keyboard.press("ArrowRight")
    said = found.at.locator("[aria-live]").inner_text()
    assert said
    found.at.keyboard.press("Enter")
    assert found.at.locator(".details h2").inner_text() == said.rpartition(", ")[0]
    found.at.mouse.click(box["x"] + 4, box["y"] + box["height"] - 4)
    assert found.at.locator(".details h2").count() == 0


FILTERS = [("Kind", "Court"), ("State", "Georgia"), ("Post", "minister"), ("Source", "AZƏRTAC")]


@pytest.mark.parametrize(("menu", "choice"), FILTERS)
def test_a_filter_leaves_less_and_is_undone(menu: str, choice: str, opened: Open, pages: Pages) -> None:
    found = opened(pages("samples"))
    tally = found.at.locator(".tally")
    before, whole = tally.inner_text(), counted(found)
    found.at.locator(".filters summary", has_text=re.compile(f"^{menu}")).click()
    found.at.locator(".filters details[open] label", has_text=choice).first.locator("input").check()
    assert tally.inner_text() != before
    assert 0 < counted(found) < whole
    assert re.search(r"#(kind|state|post|source)=", found.at.url)
    found.at.get_by_role("button", name="Clear filters").click()
    assert tally.inner_text() == before
    assert "#" not in found.at.url


def test_confidence_and_days_filter(opened: Open, pages: Pages) -> None:
    whole = counted(opened(pages("samples")))
    assert 0 < counted(opened(pages("samples"), "#confidence=0.97")) < whole
    found = opened(pages("samples"), "#from=2024-01-01&to=2024-12-31")
    assert 0 < counted(found) < whole
    found.at.locator("#tab-list").click()
    days = found.at.locator("#table-events tbody th").all_inner_texts()
    assert days
    assert all(day.endswith("2024") for day in days)
    found = opened(pages("samples"), "#from=1990-01-01&to=1990-12-31")
    assert found.at.locator(".nothing").inner_text() == "Nothing is left with these filters."


def test_the_brush_chooses_a_time(opened: Open, pages: Pages) -> None:
    found = opened(pages("samples"))
    box = found.at.locator(".timeline svg").bounding_box()
    found.at.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 8)
    found.at.mouse.down()
    found.at.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 8, steps=4)
    found.at.mouse.up()
    assert re.search(r"from=20\d\d-\d\d-\d\d&to=20\d\d-\d\d-\d\d", found.at.url)
    before = found.at.url
    handle = found.at.get_by_role("slider", name="Start of the chosen time")
    handle.focus()
    found.at.keyboard.press("ArrowLeft")
    assert found.at.url != before
    assert found.at.evaluate("document.activeElement.dataset.edge") == "from"


@pytest.mark.parametrize(("query", "expected"), [
    ("baş prokurorlar şurası", "Council of Prosecutors General"),
    ("Генеральная прокуратура Кыргызской", "Prosecutor General's Office of the Kyrgyz"),
    ("elkhan sad", "Elkhan Sadigzade"), ("türkiye", "Türkiye"),
])  # fmt: skip
def test_search_finds_any_name_in_any_language(query: str, expected: str, opened: Open, pages: Pages) -> None:
    found = opened(pages("samples"))
    field = found.at.get_by_role("combobox")
    field.fill(query)
    assert expected in found.at.get_by_role("option").first.inner_text()
    field.press("ArrowDown")
    field.press("Enter")
    assert expected in found.at.locator(".details h2").inner_text()
    field.fill("zzzz")
    assert found.at.get_by_role("option").inner_text() == "No such name"


@pytest.mark.parametrize(("language", "heading", "office"), [
    ("az", "Əməkdaşlıq şəbəkəsi", "Azərbaycan Respublikasının Baş Prokurorluğu"),
    ("tr", "İş birliği ağı", "Azerbaycan Cumhuriyeti Başsavcılığı"),
    ("ru", "Сеть сотрудничества", "Генеральная прокуратура Азербайджанской Республики"),
])  # fmt: skip
def test_languages_are_switched_at_once(language: str, heading: str, office: str, opened: Open, pages: Pages) -> None:
    found = opened(pages("samples"), OFFICE)
    found.at.get_by_role("button", name=language.upper(), exact=True).click()
    assert found.at.locator("h1").inner_text() == heading
    assert found.at.locator(".details h2").inner_text() == office
    assert found.at.evaluate("document.documentElement.lang") == language
    assert f"language={language}" in found.at.url
    english = {"Network", "List", "Kind", "State", "Source", "Partners", "Events", "Articles", "Save", "Confidence"}
    assert not english & set(re.split(r"\n+", found.at.locator("body").inner_text()))


def test_an_address_brings_back_what_was_seen(opened: Open, pages: Pages) -> None:
    first = opened(pages("samples"), "#language=ru&state=state/GE&tab=list&of=organization/pgo-az")
    again = opened(pages("samples"), "#" + first.at.url.partition("#")[2])
    for place in ("h1", ".tally", ".details h2", "#list"):
        assert again.at.locator(place).inner_text() == first.at.locator(place).inner_text()


def test_the_list_tells_all_that_is_drawn(opened: Open, pages: Pages) -> None:
    found = opened(pages("12"))
    found.at.locator("#tab-list").click()
    seen, relations = map(int, re.findall(r"\d+", found.at.locator(".tally").inner_text()))
    assert found.at.locator("#table-nodes tbody tr").count() == seen
    assert found.at.locator("#table-relations tbody tr").count() == relations
    first = found.at.locator("#table-nodes tbody tr").first.inner_text()
    found.at.locator("#table-nodes thead button", has_text="Name").click()
    assert found.at.locator("#table-nodes thead th").first.get_attribute("aria-sort") == "ascending"
    assert found.at.locator("#table-nodes tbody tr").first.inner_text() != first
    found.at.locator("#table-relations tbody button").first.click()
    assert found.at.locator(".details h2").is_visible()
    found.shot("12-list")


def test_people_come_on_demand(opened: Open, pages: Pages) -> None:
    found = opened(pages("samples"))
    assert "Person" not in found.at.locator(".legend").inner_text()
    found.at.get_by_label("People").check()
    found.at.locator("html[data-drawn='2']").wait_for(state="attached")
    assert "Person" in found.at.locator(".legend").inner_text()
    found.shot("samples-people")


def test_thousands_are_first_seen_by_state(opened: Open, synthetic: Any, tmp_path: Path) -> None:
    found = data(gather(synthetic.Memory(synthetic.readings(12))))
    edges, things = found["network"]["organization"], found["things"]
    first = next(iter(edges))
    for _ in range(2001):
        things.append(things[first[0]] | {"id": f"organization/m{len(things)}"})
        edges.append([first[0], len(things) - 1, *first[2:]])
    file = tmp_path / "thousands.html"
    file.write_text(assembly.written(found, language="en"), encoding="utf-8")
    page = opened(file)
    assert page.at.locator(".tally").inner_text().startswith("States ")
    page.at.get_by_role("button", name="Organisations", exact=True).click()
    page.at.locator("html[data-drawn='2']").wait_for(state="attached")
    assert page.at.locator(".tally").inner_text().startswith("Organisations 150 / 2,013")


def test_more_neighbours_and_more_nodes(opened: Open, pages: Pages) -> None:
    found = opened(pages("2000"), "#of=organization/n0")
    found.at.get_by_role("button", name="More neighbours").click()
    grown = counted(found)
    assert grown > 150
    found.at.get_by_role("button", name="Show more").click()
    assert counted(found) > grown


@pytest.mark.parametrize("by", ["States", "Kinds"])
def test_groups(by: str, opened: Open, pages: Pages) -> None:
    found = opened(pages("2000"))
    found.at.get_by_role("button", name=by, exact=True).click()
    found.at.locator("html[data-drawn='2']").wait_for(state="attached")
    assert counted(found) == {"States": 20, "Kinds": 5}[by]
    found.at.locator("#canvas").focus()
    found.at.keyboard.press("ArrowRight")
    found.at.keyboard.press("Enter")
    assert found.at.locator(".details .partner").count() > 0
    found.at.locator(".details .partner").first.click()
    assert found.at.locator(".details section li").count() > 0
    found.shot(f"2000-{by.lower()}")


SAVED = [
    ("PNG", b"\x89PNG\r\n"),
    ("SVG", b"<svg xmlns"),
    ("CSV · Relations", b"\xef\xbb\xbfWho,With whom"),
    ("CSV · Events", b"\xef\xbb\xbfDate,Event"),
]


@pytest.mark.parametrize(("form", "start"), SAVED)
def test_what_is_seen_can_be_saved(form: str, start: bytes, opened: Open, pages: Pages, tmp_path: Path) -> None:
    found = opened(pages("12"))
    found.at.locator(".save summary").click()
    with found.at.expect_download() as download:
        found.at.get_by_role("button", name=form, exact=True).click()
    target = tmp_path / "saved"
    download.value.save_as(target)
    assert target.read_bytes().startswith(start)
    if form == "SVG":
        from xml.etree import ElementTree

        drawn = ElementTree.parse(target).getroot()
        assert len(drawn.findall(".//{http://www.w3.org/2000/svg}text")) == 12
    if form.startswith("CSV · R"):
        relations = int(re.findall(r"\d+", found.at.locator(".tally").inner_text())[1])
        assert len(target.read_text(encoding="utf-8-sig").strip().splitlines()) == relations + 1


def test_a_walk_with_the_keyboard_reaches_the_words(opened: Open, pages: Pages) -> None:
    found = opened(pages("samples"))
    stops = []
    for _ in range(40):
        found.at.keyboard.press("Tab")
        stop = found.at.evaluate(
            "document.activeElement.id || document.activeElement.className || document.activeElement.textContent.trim()"
        )
        stops.append(stop)
        if stop == "canvas":
            break
    assert stops[0] == "search"
    assert stops[-1] == "canvas"
    found.at.keyboard.press("ArrowRight")
    found.at.keyboard.press("Enter")
    assert found.at.evaluate("document.activeElement.tagName") == "H2"
    for _ in range(12):
        found.at.keyboard.press("Tab")
        if found.at.evaluate("document.activeElement.classList.contains('proof')"):
            break
    found.at.keyboard.press("Enter")
    assert found.at.locator("figure.quote mark").first.is_visible()
    outline = found.at.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none", "where one is can be seen"


STATES = ["", OFFICE, "#tab=list", "#with=organization/pgo-az&with=organization/pgo-kg", "#language=ru&by=state"]


@pytest.mark.skipif(not AXE.is_file(), reason="needs axe-core: 'npm ci' in web/")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("fragment", STATES)
def test_axe_finds_nothing_serious(fragment: str, scheme: str, opened: Open, pages: Pages) -> None:
    found = opened(pages("samples"), fragment, scheme=scheme)
    for proof in found.at.locator(".details .proof").all()[:2]:
        proof.click()
    found.at.evaluate(AXE.read_text(encoding="utf-8"))
    result = found.at.evaluate("axe.run(document, {resultTypes: ['violations']})")
    grave = [
        (it["id"], [node["html"][:120] for node in it["nodes"]][:3])
        for it in result["violations"]
        if it["impact"] in ("serious", "critical")
    ]
    assert not grave, json.dumps(grave, indent=1, ensure_ascii=False)
    assert len(result["violations"]) <= 2


def test_without_a_script_the_tables_tell_it(opened: Open, pages: Pages) -> None:
    found = opened(pages("samples"), java_script_enabled=False)
    assert found.at.locator("#plain table").count() == 2
    assert found.at.locator("#plain tbody tr").count() > 50
    found.at.locator("#plain summary").first.click()
    assert found.at.locator("#plain blockquote").first.is_visible()
    found.shot("samples-plain")


def test_with_reduced_motion_nothing_moves(opened: Open, pages: Pages) -> None:
    found = opened(pages("12"), reduced_motion="reduce")
    moving = "[...document.querySelectorAll('*')].filter((it) => parseFloat(getComputedStyle(it).transitionDuration) > 0).length"
    assert found.at.evaluate(moving) == 0


def test_the_same_store_is_drawn_in_the_same_way(opened: Open, pages: Pages) -> None:
    shots = [opened(pages("12")).at.locator("#canvas").screenshot() for _ in range(2)]
    assert shots[0] == shots[1]


HOSTILE = "<img src=x onerror=alert(1)> &lt;b&gt; \u202egnp.exe </script><script>alert(2)</script>"


def test_hostile_words_do_nothing(opened: Open, synthetic: Any, tmp_path: Path) -> None:
    said = Evidence(Span(0, len(HOSTILE)), HOSTILE, "test")
    article = Article("x", HOSTILE, "en", headline=HOSTILE, published="2024-01-02", publisher=HOSTILE, url="javascript:alert(3)")
    bodies = [Entity(f"o{n}", "Court", f"organization/c{n}", (Name(f"{HOSTILE}", "en", said),)) for n in (1, 2)]
    facts = [Fact("e", "q:participant", f"o{n}", (said,)) for n in (1, 2)]
    file = tmp_path / "hostile.html"
    file.write_text(written(synthetic.Memory([Reading(article, (Entity("e", "Meeting"), *bodies), tuple(facts))]), language="en"))
    found = opened(file, "#of=organization/c1")
    found.at.locator(".details .proof").first.click()
    assert "<img src=x" in found.at.locator("figure.quote").first.inner_text()
    found.at.locator("#tab-list").click()
    found.at.get_by_role("combobox").fill("img")
    assert found.at.locator("img, a[href^='javascript'], #list script").count() == 0
    assert "\u202e" not in found.at.locator("body").inner_text()
    assert not found.said
