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
