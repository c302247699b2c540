"""Stands before every request: whom the server answers under which name, what browsers may do with what it sends, and what is logged."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qurultay.serve.settings import Settings

__all__ = ["DATA_POLICY", "EDITOR_POLICY", "PAGE_POLICY", "Guard"]

_LOG = logging.getLogger("qurultay.serve")
DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"
PAGE_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
EDITOR_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""The editor sets styles of its own; its scripts are one file, and it may ask this server only."""

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_ADDRESS_BYTES = 65_536
"""How long an address may be, and with it a query in one."""
_OPEN = ("/sparql", "/id/", "/data/", "/page/", "/void", "/.well-known/void")
"""What web pages elsewhere may read, where they are let in."""


class Guard:
    """Wraps the whole application (ASGI)."""

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        self._app, self._settings = app, settings
        self._hosts = frozenset(host.lower() for host in settings.hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or have it answered."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        sent = _Sent(send, self._granted(scope))
        started = time.perf_counter()
        try:
            refusal = self._refusal(scope)
            await (refusal or self._app)(scope, receive, sent)
        finally:
            client = scope["client"][0] if scope.get("client") else "-"
            took = (time.perf_counter() - started) * 1000
            _LOG.info("%s %s %r %d %d bytes %.0f ms", client, scope["method"], scope["path"], sent.status, sent.bytes, took)

    def _refusal(self, scope: Scope) -> Response | None:
        """Return what answers a request under a name that is not this server's (DNS rebinding), or a preflight."""
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not ({hosts[0].lower(), _without_port(hosts[0].lower())} & self._hosts):
            return PlainTextResponse("this server is not known by that name: start it with --allow-host NAME\n", 421)
        if len(scope.get("raw_path") or scope["path"]) + len(scope["query_string"]) > _ADDRESS_BYTES:
            return PlainTextResponse("the address is too long: send the query in the body of a POST\n", 414)
        if scope["method"] == "OPTIONS" and "access-control-request-method" in headers:
            return Response(None, 204 if self._granted(scope) else 403)
        return None

    def _granted(self, scope: Scope) -> dict[str, str]:
        """Return the headers of CORS for a page that may read the answer; {} for all others, and for who is no page."""
        headers = Headers(scope=scope)
        origin, allowed = headers.get("origin"), self._settings.origins
        if origin is None or not scope["path"].startswith(_OPEN) or not ({origin, "*"} & set(allowed)):
            return {}
        found = {"Access-Control-Allow-Origin": "*" if "*" in allowed else origin, "Cross-Origin-Resource-Policy": "cross-origin"}
        if scope["method"] == "OPTIONS":
            found |= {"Access-Control-Allow-Methods": "GET, POST", "Access-Control-Allow-Headers": "Accept, Content-Type"}
            found["Access-Control-Max-Age"] = "600"
        return found


class _Sent:
    """Adds headers to what is sent, and notes its status and size."""

    def __init__(self, send: Send, granted: dict[str, str]) -> None:
        self._send, self._granted = send, granted
        self.status = self.bytes = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            for name, value in _with_defaults(self._granted):
                headers.setdefault(name, value)
            if "Access-Control-Allow-Origin" in headers:
                headers.add_vary_header("Origin")
        elif message["type"] == "http.response.body":
            self.bytes += len(message.get("body", b""))
        await self._send(message)


def _with_defaults(granted: dict[str, str]) -> Iterable[tuple[str, Any]]:
    defaults = _ALWAYS | {"Content-Security-Policy": DATA_POLICY, "Cross-Origin-Resource-Policy": "same-origin"}
    return (defaults | granted).items()


def _without_port(host: str) -> str:
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdigit() else host
