"""Pages of stores, opened from disk in Chromium; a page that says an error, or asks for anything outside, fails its test."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from qurultay import pipeline, sources
from qurultay import store as stores
from qurultay.facts import Reader
from qurultay.view import page as written

CHROMIUM = next((path for name in ("chromium", "chromium-browser") if (path := shutil.which(name))), None)
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
)  # fmt: skip
ROOT = Path(__file__).parents[2]
SHOTS = Path(os.environ.get("QURULTAY_SCREENSHOTS", ROOT / ".stamp-screenshots"))
"""Where screenshots are kept, to be looked at."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a browser where there is none."""
    if CHROMIUM is not None and importlib.util.find_spec("playwright") is not None:
        return
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.skip(reason="needs Chromium and pytest-playwright"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium; nothing is downloaded."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def synthetic() -> ModuleType:
    """The module that makes stores of any size."""
    spec = importlib.util.spec_from_file_location("synthetic", Path(__file__).parent / "synthetic.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory, synthetic: ModuleType) -> Callable[[str], Path]:
    """Return the file of a page by its name: ``samples``, or so many nodes; each is made once."""
    folder = tmp_path_factory.mktemp("pages")

    def made(name: str) -> Path:
        file = folder / f"{name}.html"
        if not file.exists():
            file.write_text(
                _samples(folder) if name == "samples" else written(synthetic.Memory(synthetic.readings(int(name))), language="en")
            )
        return file

    return made


def _samples(folder: Path) -> str:
    with stores.write(folder / "store") as target:
        list(pipeline.build(sources.articles([str(ROOT / "data" / "articles")]), target, reader=Reader.default()))
    with stores.read(folder / "store") as view:
        return written(view, language="en")


class Opened:
    """A page that is open: ``at`` is Playwright's; what it said and asked for is kept."""

    def __init__(self, at: Any) -> None:
        self.at = at
        self.said: list[str] = []
        self.asked: list[str] = []
        at.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        at.on("pageerror", lambda error: self.said.append(f"error: {error}"))
        at.on("request", lambda request: self.asked.append(request.url))

    def shot(self, name: str) -> None:
        """Keep a screenshot."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.at.screenshot(path=str(SHOTS / f"{name}.png"))


@pytest.fixture
def opened(browser: Any) -> Iterator[Callable[..., Opened]]:
    """Open a file in a window of a size, and wait until the network is drawn; at the end nothing was said, nothing asked for."""
    pages: list[Opened] = []
    contexts = []

    def open_page(file: Path, fragment: str = "", *, width: int = 1280, height: int = 800, scheme: str = "light", **options: Any) -> Opened:
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, **options)
        contexts.append(context)
        found = Opened(context.new_page())
        pages.append(found)
        found.at.goto(f"file://{file}{fragment}")
        if options.get("java_script_enabled", True):
            found.at.locator("html[data-drawn]").wait_for(state="attached", timeout=30_000)
        return found

    yield open_page
    said = [line for found in pages for line in found.said]
    asked = [url for found in pages for url in found.asked if not url.startswith(("file:", "blob:", "data:"))]
    for context in contexts:
        context.close()
    assert not said
    assert not asked
