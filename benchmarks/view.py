"""How fast a page is made and first seen: python benchmarks/view.py [--nodes N] [--repeat R] [--all].

A store of N institutions is made out of numbers (tests/browser/synthetic.py), its page written, and opened R times in Chromium, each
time in a fresh window. First sight is when the network stands drawn, counted from the start of navigation; the median is given.
``--all`` draws every node instead of the heaviest.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from qurultay.view import page

BROWSER_TESTS = Path(__file__).parents[1] / "tests" / "browser"
FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"


def synthetic() -> ModuleType:
    """Return the module that makes stores of any size."""
    spec = importlib.util.spec_from_file_location("synthetic", BROWSER_TESTS / "synthetic.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def first_sight(browser: Any, file: Path, *, is_all: bool) -> float:
    """Return after how many seconds the network stands drawn."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    seen = context.new_page()
    seen.goto(f"file://{file}")
    seen.locator("html[data-drawn]").wait_for(state="attached", timeout=120_000)
    found = float(seen.evaluate("performance.getEntriesByName('first-sight')[0].startTime")) / 1000
    if is_all:
        drawn, start = 1, time.perf_counter()
        while (more := seen.locator(".tally button")).count():
            start = time.perf_counter()
            more.click()
            drawn += 1
            seen.locator(f"html[data-drawn='{drawn}']").wait_for(state="attached", timeout=120_000)
        found = time.perf_counter() - start
    context.close()
    return found


def main() -> None:
    """Print what was measured."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, default=2000)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    made = synthetic()
    view = made.Memory(made.readings(options.nodes))
    start = time.perf_counter()
    text = page(view, language="en")
    took = time.perf_counter() - start
    size = len(text.encode()) / 1e6
    print(f"{options.nodes} nodes, {len(view.store):,} quads: page of {size:.1f} MB in {took:.1f} s")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        file.write_text(text, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS.split())
        times = [first_sight(browser, file, is_all=options.all) for _ in range(options.repeat)]
        browser.close()
    what = "all nodes drawn" if options.all else "first sight"
    print(f"{what}: median {statistics.median(times):.2f} s, from {min(times):.2f} to {max(times):.2f} s; {os.cpu_count()} cores", end="; ")
    print(f"load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
