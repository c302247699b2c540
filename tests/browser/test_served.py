"""The served pages in Chromium: they say no error, and ask nobody but their server."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from qurultay import pipeline, sources
from qurultay import store as stores
from qurultay.facts import Reader

ROOT = Path(__file__).parents[2]
SIZES = [(1280, 900), (360, 740)]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over the sample articles."""
    place = tmp_path_factory.mktemp("served") / "store"
    with stores.write(place) as target:
        list(pipeline.build(sources.articles([str(ROOT / "data" / "articles")]), target, reader=Reader.default()))
    command = [
        sys.executable,
        "-c",
        "from qurultay.cli import app; app()",
        "serve",
        "--store",
        str(place),
        "--port",
        "0",
        "--timeout",
        "60",
    ]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    yield next(found[0] for line in server.stderr if (found := re.search(r"http://[\d.:]+", line)))
    server.terminate()
    server.communicate()


@pytest.fixture
def visit(browser: Any, site: str) -> Iterator[Callable[..., Any]]:
    """Open an address of the server; at the end no page said anything, and none asked for anything outside."""
    said: list[str] = []
    asked: list[str] = []
    contexts = []

    def open_page(path: str, *, size: tuple[int, int] = (1280, 900), scheme: str = "light", **options: Any) -> Any:
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, locale="en-GB", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: said.append(f"error: {error}"))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(site + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert said == []
    assert [url for url in asked if not url.startswith((f"{site}/", "data:", "blob:"))] == []


def shot(page: Any, name: str) -> None:
    """Keep a screenshot, to be looked at."""
    from tests.browser.conftest import SHOTS

    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=str(SHOTS / f"{name}.png"))


def is_narrow(page: Any) -> bool:
    """Tell whether a page fits its window."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size[0]))
def test_a_ready_question_is_asked_and_answered(visit: Callable[..., Any], size: tuple[int, int], scheme: str) -> None:
    page = visit("/query", size=size, scheme=scheme)
    page.get_by_label("Ready questions").select_option("posts")
    page.locator(".yasr table tbody tr").first.wait_for()
    assert "posts" in page.locator(".tabsList .active").inner_text()
    assert "role:President" in page.locator(".yasr table").inner_text()
    assert is_narrow(page)
    shot(page, f"query-{size[0]}-{scheme}")


def test_every_ready_question_gets_an_answer(visit: Callable[..., Any]) -> None:
    page = visit("/query")
    names = page.eval_on_selector_all("#question option", "options => options.map((it) => it.value)")
    assert len(names) >= 19
    for name in names:
        with page.expect_response("**/sparql") as answer:
            page.get_by_label("Ready questions").select_option(name)
        assert answer.value.status == 200, name


def test_an_address_brings_a_query_along_and_what_is_typed_asks_nobody(visit: Callable[..., Any]) -> None:
    page = visit("/query#query=SELECT%20*%20%7B%20%3Fs%20a%20q%3APerson%20%7D%20LIMIT%203")
    editor = page.locator(".yasqe:visible .CodeMirror")
    editor.wait_for()
    assert "a q:Person" in editor.inner_text()
    page.locator(".yasqe:visible .yasqe_queryButton").click()
    page.locator(".yasr:visible table tbody tr").nth(2).wait_for()
    editor.click()
    page.keyboard.press("Control+End")
    page.keyboard.type("\n# foaf:na rdf:ty")
    page.keyboard.press("Control+Space")
    page.wait_for_timeout(500)


def test_a_thing_in_an_answer_leads_to_its_page(visit: Callable[..., Any], site: str) -> None:
    page = visit("/query")
    page.get_by_label("Ready questions").select_option("posts")
    link = page.locator('.yasr td a[href*="/id/article/"]').first
    link.wait_for()
    link.focus()
    assert link.get_attribute("href").startswith("/id/article/")
    answer = page.request.get(site + link.get_attribute("href"), headers={"Accept": "text/html"})
    assert answer.url.startswith(f"{site}/page/article/")


def test_what_is_refused_is_told(browser: Any, site: str) -> None:
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    page.goto(f"{site}/query#query=SELECT%20*%20%7B%20SERVICE%20%3Chttp%3A%2F%2Fx.example%2F%3E%20%7B%7D%20%7D")
    page.locator(".yasqe:visible .yasqe_queryButton").click()
    page.get_by_text("SERVICE is not allowed").wait_for()
    context.close()


@pytest.mark.parametrize(("scheme", "size"), [("light", SIZES[0]), ("dark", SIZES[1])])
@pytest.mark.parametrize("path", ["organization/pgo-az", "person/elhan-sadikzade-pgo-az", "article/az-session-turkistan", "state/AZ"])
def test_a_page_fits_and_can_be_used_by_all(visit: Callable[..., Any], path: str, size: tuple[int, int], scheme: str) -> None:
    page = visit(f"/page/{path}", size=size, scheme=scheme, bypass_csp=True)  # axe is put into the page, which allows no script
    assert page.locator("blockquote").count() > 3
    assert is_narrow(page)
    page.add_script_tag(path=str(ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"))
    found = page.evaluate("async () => (await axe.run()).violations.map((it) => [it.id, it.impact, it.nodes[0].html])")
    assert found == []
    shot(page, f"{path.split('/')[0]}-{size[0]}-{scheme}")


def test_the_view_leads_to_the_page_of_a_thing(visit: Callable[..., Any], site: str) -> None:
    page = visit("/#of=organization/pgo-az&language=ru")
    page.locator("html[data-drawn]").wait_for(state="attached", timeout=30_000)
    link = page.locator('a[href^="/id/organization/pgo-az"]:visible').first
    link.click()
    page.locator("blockquote").first.wait_for()
    assert page.url == f"{site}/page/organization/pgo-az?lang=ru"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size[0]))
def test_the_view_leads_to_the_other_pages_in_its_language(visit: Callable[..., Any], site: str, size: tuple[int, int]) -> None:
    page = visit("/#language=tr", size=size)
    page.locator("html[data-drawn]").wait_for(state="attached", timeout=30_000)
    shot(page, f"served-view-{size[0]}")
    page.get_by_role("navigation", name="Diğer sayfalar").get_by_role("link", name="Sorgu").click()
    assert page.url == f"{site}/query?lang=tr"
    assert page.evaluate("document.documentElement.lang") == "tr"
