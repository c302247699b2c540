"""Runs the application on a port until it is told to stop."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

import uvicorn

from qurultay.errors import StoreError
from qurultay.serve.application import application
from qurultay.serve.copies import Copies
from qurultay.serve.settings import Settings

__all__ = ["run"]

_HEAD_BYTES = 131_072
"""How long the first lines of a request may be: an address, for which the application has a limit of its own, and headers."""
_STOP_S = 15
_KEEP_ALIVE_S = 15
_CONNECTIONS = 512


def run(folder: str, *, host: str, port: int, url: str | None, settings: Settings, tell: Callable[[str], None]) -> None:
    """Serve the store in ``folder`` until the process is told to stop; ``tell`` is called with what a person should know.

    Raises :class:`~qurultay.errors.StoreError` where there is no store or the port is taken.
    """
    listening = _listening(host, port)
    local = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}"
    settings = _addressed(settings, url or local)
    copies = Copies(folder)
    try:
        copies.open(waiting=lambda: tell("the store is being written to: waiting until that is done"))
        _log()
        config = uvicorn.Config(
            application(copies, settings=settings),
            log_config=None,
            access_log=False,
            server_header=False,
            http="h11",
            loop="asyncio",
            ws="none",
            lifespan="on",
            h11_max_incomplete_event_size=_HEAD_BYTES,
            limit_concurrency=_CONNECTIONS,
            timeout_keep_alive=_KEEP_ALIVE_S,
            timeout_graceful_shutdown=_STOP_S,
        )
        _Server(config, lambda: tell(f"serving {folder} at {local}/ (Ctrl+C stops)")).run(sockets=[listening])
    except KeyboardInterrupt:
        return
    finally:
        copies.close()
        listening.close()


class _Server(uvicorn.Server):
    """Says so when it has begun to answer."""

    def __init__(self, config: uvicorn.Config, begun: Callable[[], None]) -> None:
        super().__init__(config)
        self._begun = begun

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        if self.started:
            self._begun()


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # named, or asyncio leaves Nagle's delay of 40 ms on
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise StoreError(f"{host}:{port} cannot be listened on: {error.strerror}; choose another with --port") from error
    return listening


def _addressed(settings: Settings, address: str) -> Settings:
    """Return settings with the server's own address, by whose name it may be called."""
    name = urlsplit(address).hostname
    if not address.startswith(("http://", "https://")) or not name:
        raise StoreError(f"{address!r} is no http or https address")
    name = f"[{name}]" if ":" in name else name
    return replace(settings, address=address.rstrip("/"), hosts=tuple(dict.fromkeys((*settings.hosts, name))))


def _log() -> None:
    """Log to standard error: one line a request, and what goes wrong."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    for name, level in (("qurultay.serve", logging.INFO), ("uvicorn", logging.WARNING)):
        logger = logging.getLogger(name)
        logger.addHandler(handler)
        logger.setLevel(level)
        logger.propagate = False
