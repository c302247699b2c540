"""Going about on the page: what is chosen stands out, Escape and Back lead back, names keep apart, days keep their precision."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image

OFFICE = "#of=organization/pgo-az"

Open = Callable[..., Any]
Pages = Callable[[str], Path]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_pressed_can_be_read_under_the_mouse(scheme: str, opened: Open, pages: Pages) -> None:
    found = opened(pages("12"), scheme=scheme, reduced_motion="reduce")
    chosen = found.at.locator("#tab-list")
    chosen.click()
    ink, paper = (chosen.evaluate(f"(it) => getComputedStyle(it).{name}") for name in ("color", "backgroundColor"))
    lights = [sum(map(int, re.findall(r"\d+", colour)[:3])) for colour in (ink, paper)]
    assert abs(lights[0] - lights[1]) > 400, f"{ink} on {paper}"


def test_an_impossible_day_in_the_address_is_left_out(opened: Open, pages: Pages) -> None:
    found = opened(pages("12"), "#from=2024-99-99")
    assert "#" not in found.at.url


def test_back_leads_to_what_was_seen_before(opened: Open, pages: Pages) -> None:
    found = opened(pages("samples"))
    heading = found.at.locator(".details h2")
    found.at.locator(".details .partner").first.click()
    first = heading.inner_text()
    found.at.locator(".details section", has_text="Events").locator(".thing").first.click()
    assert heading.inner_text() != first
    found.at.go_back()
    assert heading.inner_text() == first
    found.at.go_back()
    assert heading.count() == 0
    assert found.at.evaluate("document.documentElement.dataset.drawn") == "1", "nothing is drawn anew"
    found.at.go_forward()
    assert heading.inner_text() == first


def test_escape_leads_from_the_panel_to_where_one_was(opened: Open, pages: Pages) -> None:
    found = opened(pages("12"))
    found.at.locator("#canvas").focus()
    for key in ("ArrowRight", "Enter", "Tab", "Escape"):
        found.at.keyboard.press(key)
    assert found.at.locator(".details h2").count() == 0
    assert found.at.evaluate("document.activeElement.id") == "canvas"
    found.at.locator("#tab-list").click()
    name = found.at.locator("#table-nodes tbody .thing").first
    name.click()
    found.at.locator(".close").click()
    assert name.evaluate("(it) => it === document.activeElement")


def test_a_search_begun_at_once_after_another_stays_open(opened: Open, pages: Pages) -> None:
    found = opened(pages("12"))
    field = found.at.get_by_role("combobox")
    field.fill("1")
    field.press("Enter")
    field.fill("1")
    found.at.wait_for_timeout(300)
    assert found.at.get_by_role("option").first.is_visible()


def test_a_search_draws_nothing_anew_where_all_is_drawn(opened: Open, pages: Pages) -> None:
    found = opened(pages("12"))
    found.at.get_by_role("combobox").fill("1")
    found.at.get_by_role("combobox").press("Enter")
    assert found.at.locator(".details h2").is_visible()
    found.at.wait_for_timeout(300)
    assert found.at.evaluate("document.documentElement.dataset.drawn") == "1"


def test_days_are_told_no_more_exactly_than_they_are_known(opened: Open, pages: Pages, tmp_path: Path) -> None:
    plain = opened(pages("samples"), java_script_enabled=False).at.locator("#plain table").last.locator("tbody td:first-child")
    found = opened(pages("samples"), "#tab=list")
    listed = found.at.locator("#table-events tbody th").all_inner_texts()
    found.at.locator(".save summary").click()
    with found.at.expect_download() as download:
        found.at.get_by_role("button", name="CSV · Events", exact=True).click()
    download.value.save_as(tmp_path / "events.csv")
    saved = [line.partition(",")[0] for line in (tmp_path / "events.csv").read_text(encoding="utf-8-sig").splitlines()[1:]]
    for told, year, month, stay in (
        (listed, "2026", "November 2025", "14–15 October 2025"),
        (saved, "2026", "2025-11", "2025-10-14/2025-10-15"),
        (plain.all_inner_texts(), "2026", "2025-11", "2025-10-14–2025-10-15"),
    ):
        assert {year, month, stay} <= set(told)
        assert not {"1 January 2026", "2026-01-01", "1 November 2025", "2025-11-01"} & set(told)


@pytest.mark.parametrize("then", ["language", "tab"])
def test_a_view_looks_the_same_however_it_was_reached(then: str, opened: Open, pages: Pages) -> None:
    straight = opened(pages("samples"), "#language=ru", reduced_motion="reduce")
    found = opened(pages("samples"), "" if then == "language" else "#language=ru&tab=list", reduced_motion="reduce")
    found.at.get_by_role("button", name="RU", exact=True).click()
    found.at.locator("#tab-network").click()
    if then == "tab":
        found.at.locator("html[data-drawn='2']").wait_for(state="attached")
    places = "Object.fromEntries(document.getElementById('canvas')._cyreg.cy.nodes().map((it) => [it.id(), it.position()]))"
    assert found.at.evaluate(places) == straight.at.evaluate(places)
    found.shot(f"samples-ru-by-{then}")


@pytest.mark.parametrize(("query", "least"), [("Session Turkistan", 5), ("Elkhan Sadigzade", 1)])
def test_those_around_an_event_or_a_person_stand_out(query: str, least: int, opened: Open, pages: Pages) -> None:
    found = opened(pages("samples"))
    found.at.get_by_role("combobox").fill(query)
    found.at.get_by_role("combobox").press("Enter")
    lit = "document.getElementById('canvas')._cyreg.cy.nodes('.lit').length"
    all_nodes = "document.getElementById('canvas')._cyreg.cy.nodes().length"
    assert least <= found.at.evaluate(lit) < found.at.evaluate(all_nodes) / 2
    found.shot(f"samples-around-{least}")


def test_kinds_are_listed_at_first_sight(opened: Open, pages: Pages) -> None:
    found = opened(pages("samples"), "#by=kind")
    found.at.locator(".details .partner", has_text="Ministry").click()
    assert found.at.locator(".details h2").inner_text() == "Ministry"


@pytest.mark.parametrize(("chosen", "event", "document"), [
    ("organization/pgo-az", "Meeting · Tbilisi", "Memorandum"),
    ("organization/ots-pgc", "Session · Council of Prosecutors General of the Organization of Turkic States · Samarkand", ""),
    ("place/baku", "Seminar · Council of Prosecutors General of the Organization of Turkic States · Baku", ""),
])  # fmt: skip
def test_events_and_documents_stand_apart(chosen: str, event: str, document: str, opened: Open, pages: Pages) -> None:
    found = opened(pages("samples"), f"#of={chosen}")
    more = found.at.locator(".details .more")
    while more.count():
        more.first.click()
    for heading, its, other in (("Events", event, document), ("Documents", document, event)):
        section = found.at.locator(".details section", has=found.at.get_by_role("heading", name=re.compile(f"^{heading}")))
        told = section.locator(".thing").all_inner_texts()
        assert its in told or not its
        assert other not in told


def test_a_saved_drawing_names_those_named_on_the_screen_and_fades_the_rest(opened: Open, pages: Pages, tmp_path: Path) -> None:
    found = opened(pages("2000"), "#of=organization/n0")
    found.at.locator(".save summary").click()
    with found.at.expect_download() as download:
        found.at.get_by_role("button", name="SVG", exact=True).click()
    download.value.save_as(tmp_path / "drawn.svg")
    drawn = ElementTree.parse(tmp_path / "drawn.svg").getroot()
    space = "{http://www.w3.org/2000/svg}"
    groups = [it for it in drawn.iter(f"{space}g") if it.find(f"{space}circle") is not None]
    assert len(groups) == 150
    named = [it for it in groups if it.find(f"{space}text") is not None]
    assert 20 < len(named) < 100
    assert 50 < len([it for it in groups if it.get("opacity")]) < 150
    assert "Prosecution 0 of AZ" in {"".join(it.itertext()) for it in named if not it.get("opacity")}


def test_a_saved_picture_names_those_named_on_the_screen(opened: Open, pages: Pages, tmp_path: Path) -> None:
    found = opened(pages("2000"))
    found.at.locator(".save summary").click()
    with found.at.expect_download() as download:
        found.at.get_by_role("button", name="PNG", exact=True).click()
    download.value.save_as(tmp_path / "drawn.png")
    shares = Image.open(tmp_path / "drawn.png").convert("L").histogram()
    assert 0.002 < sum(shares[:70]) / sum(shares) < 0.02, "letters are dark, circles are not"
