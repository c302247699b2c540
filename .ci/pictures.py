"""Takes the pictures of the page that the documentation shows, from the sample articles: pictures.py [FOLDER].

Colours are reduced to a palette of 255, so that a picture stays below 200 kB. Needs Chromium and the packages of the extra `dev`.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import sync_playwright

from qurultay import pipeline, resources, sources, store
from qurultay.facts import Reader
from qurultay.view import page

FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
OFFICE = "of=organization/pgo-az"
PICTURES = {
    "view-1280-light": ("#language=en", 1280, 800, "light", False),
    "view-1280-dark": (f"#language=en&{OFFICE}", 1280, 800, "dark", True),
    "view-360-light": ("#language=az", 360, 780, "light", False),
    "view-360-dark": (f"#language=az&{OFFICE}", 360, 780, "dark", True),
}
"""By name: what is shown, how wide and high, in which colours, and whether the words behind a line are opened."""


def main(folder: Path) -> None:
    """Write the pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        with store.write(f"{place}/store") as target:
            list(pipeline.build(sources.articles([str(resources.path("data/articles"))]), target, reader=Reader.default()))
        with store.read(f"{place}/store") as view:
            file = Path(place) / "page.html"
            file.write_text(page(view, language="en"), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS.split())
        for name, picture in PICTURES.items():
            shot = Image.open(io.BytesIO(taken(browser, file, *picture))).convert("RGB")
            shot.quantize(255, Image.Quantize.MAXCOVERAGE).save(folder / f"{name}.png", optimize=True)  # others lose rare colours
        browser.close()


def taken(browser: Any, file: Path, fragment: str, width: int, height: int, scheme: str, is_opened: bool) -> bytes:
    """Return one picture."""
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce")
    seen = context.new_page()
    seen.goto(f"file://{file}{fragment}")
    seen.locator("html[data-drawn]").wait_for(state="attached")
    if is_opened:
        seen.locator(".details .proof").first.click()
        if width < 600:
            seen.locator(".details h2").scroll_into_view_if_needed()
            seen.evaluate("document.querySelector('.details').scrollIntoView()")
    shot: bytes = seen.screenshot()
    context.close()
    return shot


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/images"))
