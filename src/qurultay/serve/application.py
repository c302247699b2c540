"""The application: which address answers what. It touches no store; whatever costs time is asked of the pool."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

import qurultay
from qurultay import terms
from qurultay.serve import editor
from qurultay.serve.answers import GRAPHS, RefusedError, Reply
from qurultay.serve.copies import Copies, Copy
from qurultay.serve.guards import EDITOR_POLICY, PAGE_POLICY, Guard
from qurultay.serve.negotiation import chosen
from qurultay.serve.pool import Pool
from qurultay.serve.protocol import FORM, QUERY, Asked, body_of, from_direct, from_form, from_url
from qurultay.serve.settings import Settings

__all__ = ["application"]

_LOG = logging.getLogger("qurultay.serve")
_ASSETS = Path(__file__).resolve().parent / "assets"
_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".txt": "text/plain; charset=utf-8"}
_DATA = {"text/turtle": "ttl", "application/ld+json": "jsonld", "application/n-quads": "nq"}
_HTML = "text/html"
_PREFERRED = ("en", *(code for code in terms.LANGUAGES if code != "en"))
_BODY_S = 20.0
_SMALL = 1000
_FINE, _NOTHING_TO_SAY = 200, 204
_PATIENCE_S = 3.0
"""How long who asks for the view waits for that of a new state."""

_Handler = Callable[["_Site", Request], Awaitable[Response]]


def application(copies: Copies, *, settings: Settings) -> Starlette:
    """Return the application over the copies of a store that are open; it closes them when it stops."""
    pool = Pool(copies, settings.limits)
    site = _Site(copies, pool, settings)

    @contextlib.asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        try:
            await pool.start()
            watching = asyncio.create_task(copies.watch(site.swapped))
            site.view_made()
            yield
            watching.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await watching
        finally:
            await pool.close()
            copies.close()

    routes = [
        Route("/", site.at(_Site.view)),
        Route("/id/{path:path}", site.at(_Site.identified)),
        Route("/page/{path:path}", site.at(_Site.page)),
        Route("/data/{path:path}", site.at(_Site.data)),
        Route("/sparql", site.at(_Site.sparql), methods=["GET", "HEAD", "POST"]),
        Route("/query", site.at(_Site.editor)),
        Route("/void", site.at(_Site.description)),
        Route("/.well-known/void", site.at(_Site.description)),
        Route("/assets/{name}", site.at(_Site.asset)),
        Route("/health", site.at(_Site.health)),
        Route("/robots.txt", site.at(_Site.robots)),
    ]
    app = Starlette(routes=routes, middleware=[Middleware(Guard, settings=settings)], lifespan=life)
    app.router.redirect_slashes = False
    return app


@dataclass(frozen=True, slots=True)
class _View:
    """The page of the whole store as it was in a copy: its policy, and its bytes by language, packed."""

    copy: Copy
    policy: str
    packed: Mapping[str, bytes]


class _Site:
    """What the addresses answer."""

    def __init__(self, copies: Copies, pool: Pool, settings: Settings) -> None:
        self._copies, self._pool, self._settings = copies, pool, settings
        self._last: _View | None = None

    async def swapped(self) -> None:
        """Take over a new state of the store."""
        await self._pool.swapped()
        self.view_made()

    def at(self, handler: _Handler) -> Callable[[Request], Awaitable[Response]]:
        """Return a handler that turns refusals into responses."""

        async def answer(request: Request) -> Response:
            try:
                return await handler(self, request)
            except RefusedError as error:
                return PlainTextResponse(f"{error.reason}\n", error.status, error.headers)

        return answer

    async def view(self, request: Request) -> Response:
        """Send the page of the whole store; where that of a new state takes long to make, that of the last one until it is made."""
        task = self.view_made()
        await asyncio.wait({task}, timeout=_PATIENCE_S if self._last else None)
        made = task.result() if task.done() or self._last is None else self._last
        language = _language(request)
        policy = f"{made.policy}; frame-ancestors 'none'"
        mark = _mark(made.copy, "/", language)
        headers = {"ETag": mark, "Vary": "Accept-Language, Accept-Encoding", "Content-Security-Policy": policy}
        if _is_held(request, mark):
            return Response(None, 304, headers)
        packed = made.packed[language]
        if _unpacks(request):
            return _response(Reply(200, "text/html; charset=utf-8", packed), **headers, **{"Content-Encoding": "gzip"})
        return _response(Reply(200, "text/html; charset=utf-8", await asyncio.to_thread(gzip.decompress, packed)), **headers)

    def view_made(self) -> asyncio.Task[_View]:
        """Return the making of the newest state's page, which is begun where it was not."""
        copy = self._copies.current
        task: asyncio.Task[_View] | None = copy.made.get("view")
        if task is None or (task.done() and task.exception()):
            task = copy.made["view"] = asyncio.create_task(self._make_view(copy))
            task.add_done_callback(_noted)
        return task

    async def _make_view(self, copy: Copy) -> _View:
        reply = await self._run("view", {"place": str(copy.place)}, copy, limit_s=self._settings.limits.page_s)
        if reply.status != _FINE:
            raise RefusedError(reply.status, reply.body.decode().strip())
        ends = list(accumulate(map(int, reply.headers["lengths"].split()), initial=0))
        packed = {language: reply.body[start:end] for language, (start, end) in zip(terms.LANGUAGES, pairwise(ends), strict=True)}
        self._last = _View(copy, reply.headers["policy"], packed)
        return self._last

    async def identified(self, request: Request) -> Response:
        """Send who asks for a thing to its page or its data (https://www.w3.org/TR/cooluris/#r303gendocument)."""
        path = request.path_params["path"]
        reply = await self._run("known", {"path": path}, self._copies.current)
        kind = _wanted(request, (_HTML, *_DATA))
        if reply.status != _NOTHING_TO_SAY:
            return await self.page(request) if kind == _HTML else _response(reply)
        place = quote(path, safe="/:@!$&'()*+,;=~-._%")
        asked = request.query_params.get("lang", "")
        language = f"?lang={asked}" if asked in terms.LANGUAGES else ""
        to = f"/page/{place}{language}" if kind == _HTML else f"/data/{place}.{_DATA[kind]}"
        return RedirectResponse(to, 303, {"Vary": "Accept"})

    async def page(self, request: Request) -> Response:
        kind = _wanted(request, (_HTML, *_DATA))
        if kind != _HTML:
            return await self._data(request, request.path_params["path"], kind)
        copy, language = self._copies.current, _language(request)
        mark = _mark(copy, request.url.path, language, kind)
        if _is_held(request, mark):
            return Response(None, 304, {"ETag": mark})
        reply = await self._run("page", {"path": request.path_params["path"], "language": language}, copy)
        return _response(reply, ETag=mark, Vary="Accept, Accept-Language", **{"Content-Security-Policy": PAGE_POLICY})

    async def data(self, request: Request) -> Response:
        path: str = request.path_params["path"]
        name, _, ending = path.rpartition(".")
        kind = next((kind for kind, known in _DATA.items() if known == ending and name), None)
        return await self._data(request, name if kind else path, kind or _wanted(request, tuple(_DATA)))

    async def sparql(self, request: Request) -> Response:
        asked = await self._asked(request)
        accept = ", ".join(request.headers.getlist("accept")) or None
        if asked is None:
            if chosen(accept, [*GRAPHS, _HTML]) == _HTML:
                return RedirectResponse("/query", 303, {"Vary": "Accept"})
            return await self.description(request)
        limits = self._settings.limits
        told = {
            "sparql": asked.query,
            "accept": accept,
            "rows": limits.rows,
            "size": limits.bytes,
            "default": asked.default,
            "named": asked.named,
        }
        running = asyncio.create_task(self._run("query", told, self._copies.current))
        gone = asyncio.create_task(_gone(request))
        try:
            await asyncio.wait({running, gone}, return_when=asyncio.FIRST_COMPLETED)
            if not running.done():
                return Response(None, 499)
            return _response(running.result(), Vary="Accept")
        finally:
            for task in (running, gone):
                task.cancel()
            await asyncio.gather(running, gone, return_exceptions=True)

    async def editor(self, request: Request) -> Response:
        language = _language(request)
        text = editor.page(language, base=self._copies.current.base)
        return Response(text, 200, {"Vary": "Accept-Language", "Content-Security-Policy": EDITOR_POLICY}, media_type=_HTML)

    async def description(self, request: Request) -> Response:
        kind = _wanted(request, tuple(GRAPHS))
        copy, settings = self._copies.current, self._settings
        told = {"place": str(copy.place), "kind": kind, "licence": settings.licence, "endpoint": f"{settings.address}/sparql"}
        return _kept(request, await self._made_once(copy, "description", told), copy, kind)

    async def asset(self, request: Request) -> Response:
        """Return a file of the pages; those of the scripts' notices too."""
        file = _ASSETS / request.path_params["name"]
        if file.parent != _ASSETS or file.suffix not in _TYPES or not file.is_file():
            raise RefusedError(404, "there is no such file")
        mark = f'"{qurultay.__version__}-{file.stat().st_mtime_ns:x}"'
        if _is_held(request, mark):
            return Response(None, 304, {"ETag": mark})
        return _packed(request, Reply(200, _TYPES[file.suffix], await asyncio.to_thread(file.read_bytes)), ETag=mark)

    async def health(self, request: Request) -> Response:
        """Say that the server answers, and which state of the store it reads."""
        return PlainTextResponse(f"{self._copies.current.mark}\n")

    async def robots(self, request: Request) -> Response:
        """Ask crawlers not to ask queries."""
        return PlainTextResponse("User-agent: *\nDisallow: /sparql\nDisallow: /query\n")

    async def _data(self, request: Request, path: str, kind: str) -> Response:
        copy = self._copies.current
        mark = _mark(copy, path, kind)
        if _is_held(request, mark):
            return Response(None, 304, {"ETag": mark})
        reply = await self._run("data", {"path": path, "kind": kind, "size": self._settings.limits.bytes}, copy)
        return _response(reply, ETag=mark, Vary="Accept")

    async def _asked(self, request: Request) -> Asked | None:
        """Return the query of a request; None where it has none."""
        raw = request.scope["query_string"]
        if request.method != "POST":
            return from_url(raw)
        kind, _, parameters = request.headers.get("content-type", "").partition(";")
        kind = kind.strip().lower()
        if kind not in (FORM, QUERY) or request.headers.get("content-encoding", "identity") != "identity":
            raise RefusedError(415, f"a query is sent as {FORM} or {QUERY}, and not packed")
        most, declared = self._settings.limits.body_bytes, request.headers.get("content-length")
        body = await body_of(request.stream(), declared=declared, most=most, within_s=_BODY_S)
        charset = next((v.strip() for n, _, v in (p.partition("=") for p in parameters.split(";")) if n.strip().lower() == "charset"), "")
        return from_form(raw, body) if kind == FORM else from_direct(raw, body, charset)

    async def _run(self, do: str, told: dict[str, Any], copy: Copy, *, limit_s: float | None = None) -> Reply:
        return await self._pool.run(do, told, copy=copy, limit_s=limit_s or self._settings.limits.time_s)

    async def _made_once(self, copy: Copy, do: str, told: dict[str, Any]) -> Reply:
        """Return what is the same for all who ask as long as the store stays as it is."""
        key = (do, *told.values())
        task = copy.made.get(key)
        if task is None or (task.done() and (task.cancelled() or task.exception() or task.result().status != _FINE)):
            task = copy.made[key] = asyncio.create_task(self._run(do, told, copy, limit_s=self._settings.limits.page_s))
        reply: Reply = await asyncio.shield(task)
        return reply


def _noted(task: asyncio.Task[Any]) -> None:
    """Log that what was made in the background could not be made."""
    if not task.cancelled() and (error := task.exception()) is not None:
        _LOG.warning("the view could not be made: %s", error)


async def _gone(request: Request) -> None:
    """Return when who asked is no longer there."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _wanted(request: Request, offers: tuple[str, ...]) -> str:
    """Return the form that a request wants. Raises :class:`RefusedError` (406)."""
    kind = chosen(", ".join(request.headers.getlist("accept")), offers)
    if kind is None:
        raise RefusedError(406, f"this is given as {', '.join(offers)}")
    return kind


def _language(request: Request) -> str:
    """Return the language of a page: that of the address, or else the browser's."""
    asked = request.query_params.get("lang", "")
    if asked in terms.LANGUAGES:
        return asked
    wanted = ",".join(
        f"{tag.strip().split('-')[0]}/x{sign}{rest}" for tag, sign, rest in _parted(request.headers.get("accept-language", ""))
    )
    return (chosen(wanted, [f"{code}/x" for code in _PREFERRED]) or "en/x").removesuffix("/x")


def _parted(header: str) -> list[tuple[str, str, str]]:
    """Return the parts of a header of the family of Accept: what each names, and its weight."""
    return [part.partition(";") for part in header.lower().split(",") if part.strip()]


def _mark(copy: Copy, *parts: str) -> str:
    return f'"{terms.digest(copy.mark, qurultay.__version__, *parts)}"'


def _is_held(request: Request, mark: str) -> bool:
    """Tell whether who asks has the answer already."""
    held = [tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")]
    return mark in held


def _kept(request: Request, reply: Reply, copy: Copy, *parts: str, **headers: str) -> Response:
    mark = _mark(copy, request.url.path, *parts)
    headers |= {"ETag": mark, "Vary": "Accept, Accept-Language, Accept-Encoding"}
    if _is_held(request, mark):
        return Response(None, 304, headers)
    return _packed(request, reply, **headers)


def _packed(request: Request, reply: Reply, **headers: str) -> Response:
    """Return a response that is packed where who asks can unpack it."""
    if len(reply.body) < _SMALL or not _unpacks(request):
        return _response(reply, **headers)
    packed = Reply(reply.status, reply.kind, gzip.compress(reply.body, 5), reply.headers)
    return _response(packed, **headers, **{"Content-Encoding": "gzip"})


def _unpacks(request: Request) -> bool:
    """Tell whether who asks can unpack gzip."""
    codings = ",".join(f"{name.strip()}/x{sign}{rest}" for name, sign, rest in _parted(request.headers.get("accept-encoding", "")))
    return bool(codings) and chosen(codings, ["gzip/x"]) is not None


def _response(reply: Reply, **headers: str) -> Response:
    told = {**reply.headers, "Cache-Control": "no-cache", **headers}
    if reply.kind:
        told["Content-Type"] = reply.kind
    return Response(reply.body, reply.status, told)
