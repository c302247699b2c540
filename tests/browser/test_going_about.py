"""Going about on the page: what is chosen stands out, Escape and Back lead back, names keep apart, days keep their precision."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

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


def test_a_search_draws_nothing_anew_where_all_is_drawn(opened: Open, pages: Pages) -> None:
    found = opened(pages("12"))
    found.at.get_by_role("combobox").fill("1")
    found.at.get_by_role("combobox").press("Enter")
    assert found.at.locator(".details h2").is_visible()
    found.at.wait_for_timeout(300)
    assert found.at.evaluate("document.documentElement.dataset.drawn") == "1"
