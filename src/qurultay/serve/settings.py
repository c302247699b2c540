"""What a server may be told: its limits, and who may ask it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from qurultay.errors import StoreError

__all__ = ["LOCAL_HOSTS", "Limits", "Settings"]

LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")
_ORIGIN = re.compile(r"\*|https?://[^\s/?#]+", re.ASCII)
_HOST = re.compile(r"(?:[A-Za-z0-9_.-]+|\[[0-9A-Fa-f:.]+\])(?::\d+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one question may cost, and how many may be asked at once.

    ``slice_s`` is how long a query may keep one of ``workers`` places when others wait for it; it then goes on in one of the ``slow``
    places, behind all others. ``page_s`` is the limit of what is made once for each state of the store: the view and the description.
    """

    time_s: float = 10.0
    slice_s: float = 0.1
    page_s: float = 600.0
    rows: int = 100_000
    bytes: int = 16_000_000
    body_bytes: int = 262_144
    memory_mb: int = 2048
    workers: int = 4
    slow: int = 8
    queue: int = 64

    def __post_init__(self) -> None:
        for name in ("time_s", "slice_s", "page_s", "rows", "bytes", "body_bytes", "workers", "slow", "queue"):
            if getattr(self, name) <= 0:
                raise StoreError(f"the limit {name} must be more than 0")


@dataclass(frozen=True, slots=True)
class Settings:
    """Whom a server answers, and what it says of itself.

    ``hosts`` are the names that a request may call the server by; ``origins`` the web pages, elsewhere, whose scripts may read answers
    (``*``: all). ``address`` is the server's own, as the outside sees it; ``licence`` that of the data.
    """

    limits: Limits = field(default_factory=Limits)
    hosts: tuple[str, ...] = LOCAL_HOSTS
    origins: tuple[str, ...] = ()
    address: str = "http://127.0.0.1:8000"
    licence: str | None = None

    def __post_init__(self) -> None:
        for host in self.hosts:
            if not _HOST.fullmatch(host):
                raise StoreError(f"{host!r} is no host name: give it as it stands in an address, such as data.example.org")
        for origin in self.origins:
            if not _ORIGIN.fullmatch(origin):
                raise StoreError(f"{origin!r} is no origin: give * or an address without a path, such as https://example.org")
