"""Sends requests to a server and brings its answers back: who asks, how often it is tried again, and what is refused.

Credentials go to the given addresses alone: a redirect is told and not followed, and a password goes in clear over nothing but https or
within this machine, unless ``auth`` says ``basic``. Neither stands in a message. A fault of the connection is tried again with growing
pauses; what a server says about the request itself is not. All that is sent may be sent twice: queries, quads that are added or removed
without blank nodes, and whole graphs.
"""

from __future__ import annotations

import base64
import hashlib
import ipaddress
import re
import secrets
import ssl
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    parse_http_list,
    parse_keqv_list,
)

from qurultay.errors import QueryError, StoreError
from qurultay.store.address import Address

__all__ = ["Reply", "Transport"]

_PAUSES_S = (0.5, 1.0, 2.0, 4.0, 8.0)
_FIRST_PAUSES_S = (0.5, 1.0)
"""Before a server has answered once, its address is likely to be wrong."""
_BUSY = frozenset({429, 502, 503, 504})
_ASKED, _FORBIDDEN, _MISSING, _PARTIAL = 401, 403, 404, 206
_MOST_TOLD = 500
_HASHES = {"MD5": hashlib.md5, "SHA-256": hashlib.sha256}


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered; ``kind`` is the media type."""

    kind: str
    server: str
    body: bytes
    most_rows: int | None = None


class Transport:
    """Talks to the services of one address."""

    def __init__(self, address: Address) -> None:
        self._address = address
        self._logins: dict[str, _Login] = {}
        self._opener = OpenerDirector()
        for handler in (ProxyHandler(), HTTPHandler(), HTTPSHandler(), HTTPDefaultErrorHandler(), HTTPErrorProcessor()):
            self._opener.add_handler(handler)
        self._answered = False

    def __repr__(self) -> str:
        return f"Transport({self._address.query!r})"

    def send(self, request: Request) -> Reply:
        """Send a request, and return the whole answer.

        Raises :class:`~qurultay.errors.QueryError` where the server refuses what was asked, and
        :class:`~qurultay.errors.StoreError` where it cannot be reached or refuses to answer.
        """
        where = _plain(request.full_url)
        login = self._login(where)
        if login is not None and not login.knows and request.data:
            self._learn(login, where)  # a server that refuses a long request unread would break the connection
        tried = 0
        while True:
            try:
                return self._sent(request, where, login)
            except _FaultError as fault:
                pauses = _PAUSES_S if self._answered else _FIRST_PAUSES_S
                if tried == len(pauses):
                    raise StoreError(f"{where} cannot be reached: {fault}") from None
                time.sleep(pauses[tried])
                tried += 1

    def _sent(self, request: Request, where: str, login: _Login | None, *, again: bool = False) -> Reply:
        if login is not None:
            login.sign(request)
        try:
            with self._opener.open(request, timeout=self._address.timeout_s) as response:
                self._answered = True
                return _reply(response, where)
        except StoreError:
            raise
        except HTTPError as error:
            with error:
                self._answered = True
                if (
                    error.code == _ASKED
                    and login is not None
                    and not again
                    and login.learn(error.headers.get_all("WWW-Authenticate") or ())
                ):
                    return self._sent(request, where, login, again=True)
                raise self._refusal(error, where) from None
        except TimeoutError:
            raise StoreError(f"{where} gave no answer within {self._address.timeout_s:g} s: allow more (QURULTAY_STORE_TIMEOUT)") from None
        except URLError as error:
            if isinstance(error.reason, ssl.SSLError):
                raise StoreError(f"{where} cannot be trusted: {error.reason}") from None
            raise _FaultError(str(error.reason)) from None
        except (OSError, HTTPException) as error:
            raise _FaultError(str(error) or type(error).__name__) from None

    def _refusal(self, error: HTTPError, where: str) -> Exception:
        """Return what is to be raised for an answer that is none."""
        if error.code in _BUSY:
            return _FaultError(f"status {error.code}")
        if error.code in (_ASKED, _FORBIDDEN):
            given = "the user and password were refused" if self._address.user else "no user and password were given"
            return StoreError(f"{where} does not allow this (status {error.code}): {given}")
        if 300 <= error.code < 400:
            target = _plain(str(error.headers.get("Location", "elsewhere")))
            return StoreError(f"{where} sends on to {target}, which is not followed: give that address, if it is the store")
        if error.code == _MISSING:
            return StoreError(
                f"{where} does not exist on the server (status {error.code}): give the whole address of the service, such as …/query"
            )
        told = " ".join(error.read(_MOST_TOLD).decode("utf-8", "replace").split())
        return QueryError(f"{where} refused the request (status {error.code}): {told}")

    def _learn(self, login: _Login, where: str) -> None:
        """Ask for nothing, to be told how to log in."""
        try:
            self._opener.open(Request(where), timeout=self._address.timeout_s).close()  # noqa: S310 (checked by Address)
        except HTTPError as error:
            with error:
                if error.code == _ASKED:
                    login.learn(error.headers.get_all("WWW-Authenticate") or ())
        except (OSError, HTTPException):
            pass  # the request itself meets the same fault, and is tried again

    def _login(self, where: str) -> _Login | None:
        if self._address.user is None or self._address.password is None:
            return None
        if where not in self._logins:
            self._logins[where] = _Login(where, self._address.user, self._address.password, at_once=self._address.auth == "basic")
        return self._logins[where]


class _FaultError(Exception):
    """A fault of the connection."""


class _Login:
    """Signs the requests to one service, as it asks for it: by HTTP Digest or Basic (RFC 7616, RFC 7617)."""

    def __init__(self, where: str, user: str, password: str, *, at_once: bool) -> None:
        self._where, self._user, self._password = where, user, password
        self._challenge: Mapping[str, str] = {}
        self._count = 0
        self._basic = at_once
        self._in_clear = at_once or where.startswith("https:") or _is_near(urlsplit(where).hostname or "")

    @property
    def knows(self) -> bool:
        """Whether it can sign."""
        return self._basic or bool(self._challenge)

    def learn(self, challenges: Iterable[str]) -> bool:
        """Take what a server asks for; tell whether it can be given."""
        by_scheme = {scheme.lower(): rest for scheme, _, rest in (challenge.partition(" ") for challenge in challenges)}
        if "digest" in by_scheme:
            told = parse_keqv_list(list(filter(None, parse_http_list(by_scheme["digest"]))))
            if told.get("algorithm", "MD5").upper() in _HASHES and {"realm", "nonce"} <= told.keys():
                self._challenge, self._count = told, 0
                return True
        if "basic" in by_scheme and not self._basic:
            if not self._in_clear:
                raise StoreError(f"{self._where} asks for the password in clear: use its https address, or set auth to basic")
            self._basic = True
            return True
        return False

    def sign(self, request: Request) -> None:
        """Put into a request what shows who asks, if that is known."""
        if self._challenge:
            request.add_unredirected_header("Authorization", f"Digest {self._digest(request)}")
        elif self._basic:
            told = base64.b64encode(f"{self._user}:{self._password}".encode()).decode()
            request.add_unredirected_header("Authorization", f"Basic {told}")

    def _digest(self, request: Request) -> str:
        """Return the answer to the challenge. urllib's own takes no password beyond ASCII, and answers only after a refusal."""
        told = self._challenge
        self._count += 1
        nonce, count, own = told["nonce"], f"{self._count:08x}", secrets.token_hex(8)

        def digest(*parts: str) -> str:
            return _HASHES[told.get("algorithm", "MD5").upper()](":".join(parts).encode()).hexdigest()

        who = digest(self._user, told["realm"], self._password)
        what = digest(request.get_method(), request.selector)
        name = f'username="{self._user}"' if self._user.isascii() else f"username*=UTF-8''{quote(self._user)}"
        parts = [name, *(f'{key}="{told[key]}"' for key in ("realm", "nonce", "opaque") if key in told), f'uri="{request.selector}"']
        if "auth" in re.split(r"[,\s]+", told.get("qop", "")):
            parts += ["qop=auth", f"nc={count}", f'cnonce="{own}"', f'response="{digest(who, nonce, count, own, "auth", what)}"']
        else:
            parts += [f'response="{digest(who, nonce, what)}"']
        return ", ".join([*parts, *([f"algorithm={told['algorithm']}"] if "algorithm" in told else [])])


def _reply(response: Any, where: str) -> Reply:
    """Read an answer to its end; refuse one that is cut off."""
    if response.status == _PARTIAL or response.headers.get("X-SQL-State"):
        raise StoreError(f"{where} answered in part only, since it took too long: ask for less, or allow the server more time")
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    most = response.headers.get("X-SPARQL-MaxRows", "")
    return Reply(kind, response.headers.get("Server", ""), response.read(), int(most) if most.isdigit() else None)


def _plain(address: str) -> str:
    """Return an address without query, fragment, user and password.

    >>> _plain("https://user:secret@host:8890/sparql?query=x#y")
    'https://host:8890/sparql'
    """
    parts = urlsplit(address)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()


def _is_near(host: str) -> bool:
    """Tell whether a host is this machine."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
