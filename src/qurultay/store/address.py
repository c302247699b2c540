"""Where a store on a server is, and who asks: from ``--store``, from the environment, or from a configuration file.

``--store https://host/query`` names the query service. What else is needed stands in ``QURULTAY_STORE_UPDATE`` and
``QURULTAY_STORE_GRAPHS`` (the addresses of its update service and of its Graph Store Protocol), ``QURULTAY_STORE_USER``,
``QURULTAY_STORE_PASSWORD``, ``QURULTAY_STORE_AUTH`` and ``QURULTAY_STORE_TIMEOUT``. ``--store @name`` takes all of it from a table of the
configuration file::

    [stores.name]
    query = "https://host/sparql"
    update = "https://host/sparql-auth"
    graphs = "https://host/sparql-graph-crud-auth"
    user = "editor"
    password = "…"                      # or password_env = "NAME" of a variable

The file is ``QURULTAY_CONFIG``, or else ``qurultay.toml`` here, or else in ``$XDG_CONFIG_HOME/qurultay`` (``~/.config/qurultay``).
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from qurultay.errors import StoreError

__all__ = ["CONFIG", "Address", "find_address"]

CONFIG = "qurultay.toml"
"""The name of the configuration file."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")
_HOST = re.compile(r"[\w.-]+:\d{2,5}(?:/.*)?")
_UNFIT = re.compile(r"[\x00-\x20\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069<>\"{}|\\^`]")
_SERVICES = ("query", "update", "graphs")
_KEYS = frozenset({*_SERVICES, "user", "password", "password_env", "auth", "timeout_s"})
_LOGINS = ("asked", "basic")
_TIMEOUT_S = 60.0


@dataclass(frozen=True, slots=True)
class Address:
    """The services of a store on a server: where it is asked, changed, and given whole graphs, the last two None where unknown.

    ``auth`` is ``asked`` (the password is only used as the server asks for it: never in clear but to this machine or over https) or
    ``basic`` (HTTP Basic, sent at once). Raises :class:`~qurultay.errors.StoreError` for what is no http or https address, or holds a
    user or password.
    """

    query: str
    update: str | None = None
    graphs: str | None = None
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    auth: str = "asked"
    timeout_s: float = _TIMEOUT_S

    def __post_init__(self) -> None:
        for address in (self.query, self.update, self.graphs):
            if address is not None:
                _check(address)
        if (self.user is None) != (self.password is None):
            raise StoreError(f"{self.query}: a user and a password belong together: give both or neither")
        if self.auth not in _LOGINS:
            raise StoreError(f"{self.query}: auth is {' or '.join(_LOGINS)}, not {self.auth!r}")
        if not self.timeout_s > 0:
            raise StoreError(f"{self.query}: the time limit must be more than 0 seconds")


def find_address(location: str, environ: Mapping[str, str] = os.environ) -> Address | None:
    """Return the address that ``--store`` means, and None where it means a folder.

    Raises :class:`~qurultay.errors.StoreError` for what is no http or https address, for a host and port alone, and for a name or
    settings that lead to no store.

    >>> find_address("https://host.example/query", {})
    Address(query='https://host.example/query', update='https://host.example/update', graphs='https://host.example/store', user=None, \
auth='asked', timeout_s=60.0)
    >>> find_address("graph", {}) is None
    True
    """
    if location.startswith("@"):
        return _named(location[1:], environ)
    scheme = _SCHEME.match(location)
    if scheme is None:
        if _HOST.fullmatch(location):
            raise StoreError(f"{location} is an address without its scheme: write http://{location}, or ./{location} for a folder")
        return None
    given = {name: environ.get(f"QURULTAY_STORE_{name.upper()}") or None for name in ("update", "graphs", "user", "password", "auth")}
    limit = environ.get("QURULTAY_STORE_TIMEOUT")
    _check(location)
    return _made({"query": location, **given, "timeout_s": limit or None}, where="QURULTAY_STORE_TIMEOUT")


def _named(name: str, environ: Mapping[str, str]) -> Address:
    """Return the address of a store in the configuration file."""
    path = _config(environ)
    if path is None:
        raise StoreError(f"@{name} is a store of a configuration file, and there is none: write ./{CONFIG}, or name one in QURULTAY_CONFIG")
    try:
        stores = tomllib.loads(path.read_text(encoding="utf-8")).get("stores", {})
    except (OSError, ValueError) as error:  # the text of a TOML error quotes no line, and so no password
        raise StoreError(f"{path} cannot be read: {error}") from error
    told = stores.get(name) if isinstance(stores, dict) else None
    if not isinstance(told, dict):
        known = ", ".join(sorted(stores)) if isinstance(stores, dict) else ""
        raise StoreError(f"{path} has no [stores.{name}]; it has: {known or 'none'}")
    where = f"{path}, [stores.{name}]"
    if unknown := sorted(told.keys() - _KEYS):
        raise StoreError(f"{where}: unknown: {', '.join(unknown)} (known: {', '.join(sorted(_KEYS))})")
    if not isinstance(told.get("query"), str):
        raise StoreError(f"{where}: the address 'query' is missing")
    told = dict(told)
    if (variable := told.pop("password_env", None)) is not None:
        told["password"] = environ.get(str(variable))
        if not told["password"]:
            raise StoreError(f"{where}: the variable {variable} that holds the password is not set")
    return _made(told, where=where)


def _made(told: Mapping[str, Any], *, where: str) -> Address:
    """Return an address of what was told, with what follows from an address that ends with ``/query``."""
    given = {name: value for name, value in told.items() if value is not None}
    for name, value in given.items():
        if name != "timeout_s" and not isinstance(value, str):
            raise StoreError(f"{where}: {name} must be a text")
    try:
        given["timeout_s"] = float(given.get("timeout_s", _TIMEOUT_S))
    except (TypeError, ValueError) as error:
        raise StoreError(f"{where}: the time limit must be a number of seconds") from error
    if given["query"].endswith("/query"):
        stem = given["query"].removesuffix("query")
        given = {"update": f"{stem}update", "graphs": f"{stem}store"} | given
    return Address(**given)


def _config(environ: Mapping[str, str]) -> Path | None:
    """Return the configuration file, None where there is none."""
    if named := environ.get("QURULTAY_CONFIG"):
        return Path(named)
    home = Path(environ.get("XDG_CONFIG_HOME") or Path(environ.get("HOME", "~")).expanduser() / ".config")
    return next((path for path in (Path(CONFIG), home / "qurultay" / CONFIG) if path.is_file()), None)


def _check(address: str) -> None:
    """Refuse an address that is not of the web, or that holds what must not be written on a command line."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise StoreError("the address of the store is malformed") from error
    if "@" in parts.netloc:
        raise StoreError(
            "the address of the store holds a user or password, which others can read there: put them into QURULTAY_STORE_USER and "
            f"QURULTAY_STORE_PASSWORD, or into {CONFIG}"
        )
    if parts.scheme not in ("http", "https") or not host:
        raise StoreError(f"{address!r} is not an http or https address")
    if _UNFIT.search(address):
        raise StoreError(f"{address!r} holds a character that has no place in an address")
