"""How a server is talked to: logging in, trying again, redirects, answers in part; and what is never sent or shown."""

from __future__ import annotations

import base64
import hashlib
import traceback
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from typing import ClassVar
from urllib.request import parse_http_list, parse_keqv_list

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from qurultay.errors import QueryError, StoreError
from qurultay.store import Address
from qurultay.store.dialects import dialect_of
from qurultay.store.service import CutOffError, Service
from qurultay.store.transport import Transport, _Login
from tests.contract.servers import serving

USER, SECRET = "mé", "p4ß:wörd"
YES = b'{"head": {}, "boolean": true}'
NODE = NamedNode("https://example.org/a")


class Server(BaseHTTPRequestHandler):
    """Answers each request as the next of ``plan`` says, and with yes at the end; keeps what it was asked."""

    plan: ClassVar[list[object]]
    seen: ClassVar[list[tuple[str, str, str | None, bytes]]]
    nonce = "abc"

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"] or 0)
        self.seen.append((self.command, self.path, self.headers["Authorization"], self.rfile.read(length)))
        step = self.plan.pop(0) if self.plan else 200
        if step == "drop":
            self.close_connection = True
            self.connection.close()
        elif step == "digest" and not self.signed():
            self.say(401, {"WWW-Authenticate": f'Digest realm="R", nonce="{self.nonce}", qop="auth", algorithm="MD5"'})
        elif step == "basic" and not (self.headers["Authorization"] or "").startswith("Basic "):
            self.say(401, {"WWW-Authenticate": 'Basic realm="R"'})
        elif isinstance(step, tuple):
            self.say(*step)
        else:
            self.say(step if isinstance(step, int) else 200, {})

    do_GET = do_PUT = do_POST  # noqa: N815 (as http.server has it)

    def signed(self) -> bool:
        """Tell whether the request is signed as RFC 7616 has it."""
        kind, _, told = (self.headers["Authorization"] or "").partition(" ")
        if kind != "Digest":
            return False
        got = parse_keqv_list(parse_http_list(told))

        def digest(*parts: str) -> str:
            return hashlib.md5(":".join(parts).encode()).hexdigest()

        one, two = digest(USER, "R", SECRET), digest(self.command, self.path)
        return got["response"] == digest(one, self.nonce, got["nc"], got["cnonce"], "auth", two)

    def say(self, status: int, headers: dict[str, str]) -> None:
        body = YES if status < 300 else b"Syntax error near here"
        self.send_response(status)
        for name, value in ({"Content-Type": "application/sparql-results+json", "Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that were made, none of which takes time."""
    made: list[float] = []
    monkeypatch.setattr("time.sleep", made.append)
    return made


@pytest.fixture
def start() -> Iterator[str]:
    with serving(Server, plan=[], seen=[]) as start:
        yield start


@pytest.fixture
def server() -> Iterator[tuple[Address, list[object], list[tuple[str, str, str | None, bytes]]]]:
    plan: list[object] = []
    seen: list[tuple[str, str, str | None, bytes]] = []
    with serving(Server, plan=plan, seen=seen) as start:
        yield Address(f"{start}/query", f"{start}/update", f"{start}/store"), plan, seen


Talk = tuple[Address, list[object], list[tuple[str, str, str | None, bytes]]]


def asked(address: Address) -> object:
    return Service(address).query("ASK {}", own=True)


def test_fault_of_the_connection_is_tried_again_with_growing_pauses(server: Talk, pauses: list[float]) -> None:
    address, plan, seen = server
    service = Service(address)
    assert service.query("ASK {}", own=True) is True
    plan += ["drop", 503, "drop", 200]
    assert service.query("ASK {}", own=True) is True
    assert (len(seen), pauses) == (5, [0.5, 1.0, 2.0])
    plan += ["drop"] * 9
    with pytest.raises(StoreError, match="cannot be reached"):
        service.query("ASK {}", own=True)
    assert pauses[3:] == [0.5, 1.0, 2.0, 4.0, 8.0]


def test_address_that_never_answered_is_given_up_soon(pauses: list[float]) -> None:
    with pytest.raises(StoreError, match="cannot be reached"):
        asked(Address("http://127.0.0.1:9/query"))
    assert pauses == [0.5, 1.0]


@pytest.mark.parametrize(("status", "kind", "words"), [
    (400, QueryError, "Syntax error near here"), (500, QueryError, "Syntax error near here"), (403, StoreError, "no user and password"),
    (401, StoreError, "no user and password"), (404, StoreError, "does not exist on the server .* whole address"),
])  # fmt: skip
def test_error_in_a_query_is_not_tried_again(server: Talk, pauses: list[float], status: int, kind: type[Exception], words: str) -> None:
    address, plan, seen = server
    plan.append(status)
    with pytest.raises(kind, match=words):
        asked(address)
    assert (len(seen), pauses) == (1, [])


@pytest.mark.parametrize("scheme", ["digest", "basic"])
def test_password_is_given_as_it_is_asked_for(server: Talk, scheme: str) -> None:
    address, plan, seen = server
    plan += [scheme] * 20
    service = Service(replace(address, user=USER, password=SECRET))
    for _ in range(3):
        assert service.query("ASK {}", own=True) is True
    service.update("INSERT DATA { <a:b> <a:b> <a:b> }")
    service.fill(NODE, [Quad(NODE, NODE, Literal("x"), NODE)])
    assert [told for *_, told, body in seen if body and told is None] == [], "no body is sent before it is known how to sign"
    assert sum(told is None for *_, told, _ in seen) == 3, "one question for each service"
    assert all(SECRET not in str(part) for request in seen for part in request)


def test_wrong_password_is_told_once(server: Talk, pauses: list[float]) -> None:
    address, plan, seen = server
    plan += ["digest"] * 9
    wrong = replace(address, user=USER, password=SECRET[::-1])
    with pytest.raises(StoreError, match="were refused") as error:
        asked(wrong)
    assert (len(seen), pauses) == (2 + 1, [])
    assert SECRET[::-1] not in "".join(traceback.format_exception(error.value))


def test_basic_can_be_sent_at_once(server: Talk) -> None:
    address, _, seen = server
    assert asked(replace(address, user=USER, password=SECRET, auth="basic")) is True
    assert [told for *_, told, _ in seen] == ["Basic " + base64.b64encode(f"{USER}:{SECRET}".encode()).decode()]


@pytest.mark.parametrize(("where", "given"), [
    ("https://host.example/q", True), ("http://localhost/q", True), ("http://[::1]:80/q", True), ("http://host.example/q", False),
    ("http://127.0.0.1.host.example/q", False),
])  # fmt: skip
def test_password_in_clear_stays_on_this_machine(where: str, given: bool) -> None:
    login = _Login(where, USER, SECRET, at_once=False)
    if given:
        assert login.learn(['Basic realm="R"'])
    else:
        with pytest.raises(StoreError, match="in clear"):
            login.learn(['Basic realm="R"'])
        assert not login.knows
    assert _Login(where, USER, SECRET, at_once=True).knows


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirect_is_told_and_not_followed(server: Talk, start: str, status: int) -> None:
    address, plan, seen = server
    plan.append((status, {"Location": f"{start.replace('http://', f'http://me:{SECRET}@')}/query?token={SECRET}"}))
    with pytest.raises(StoreError, match="is not followed") as error:
        asked(replace(address, user=USER, password=SECRET, auth="basic"))
    assert len(seen) == 1
    assert SECRET not in str(error.value)
    assert f"{start}/query" in str(error.value)


@pytest.mark.parametrize("answer", [(206, {}), (200, {"X-SQL-State": "S1TAT"})])
def test_answer_in_part_is_no_answer(server: Talk, answer: tuple[int, dict[str, str]]) -> None:
    address, plan, _ = server
    plan.append(answer)
    with pytest.raises(StoreError, match="in part only"):
        asked(address)


def test_nothing_shows_the_password(server: Talk) -> None:
    address, plan, _ = server
    known = replace(address, user=USER, password=SECRET)
    service = Service(known)
    assert SECRET not in f"{known!r} {service._wrapper()} {Transport(known)!r} {vars(service._wrapper())}"
    plan += [200, 500]
    with pytest.raises(QueryError) as error:
        service.query("ASK {}", own=True)
    assert SECRET not in "".join(traceback.format_exception(error.value))


def test_without_an_update_service_a_store_can_only_be_asked(server: Talk) -> None:
    address, _, seen = server
    with pytest.raises(StoreError, match="QURULTAY_STORE_UPDATE"):
        Service(replace(address, update=None)).update("DROP ALL")
    assert seen == []


def test_literals_that_virtuoso_would_change_are_kept() -> None:
    dialect = dialect_of("Virtuoso/07.20.3229 (Linux) x86_64-pc-linux-gnu")
    xsd = "http://www.w3.org/2001/XMLSchema#"
    for value, kind, same in [
        ("2024-01-02", "date", True), ("-0044-01-02", "date", False), ("0.8", "decimal", True), ("0.80", "decimal", False),
        ("P1D", "duration", False), ("true", "boolean", False), ("99999999999999999999", "integer", False), ("no", "integer", False),
        ("2024", "gYear", True), ("-0044", "gYear", False), ("x", "string", True),
    ]:  # fmt: skip
        term = Literal(value, datatype=NamedNode(xsd + kind))
        assert (dialect.kept(term) == term) is same, value
        assert dialect.restored(dialect.kept(term)) == term
    assert dialect.kept(Literal("x", language="az")) == Literal("x", language="az")
    assert dialect_of("nginx").kept(Literal("true", datatype=NamedNode(f"{xsd}boolean"))).datatype.value == f"{xsd}boolean"


def test_cut_off_says_how_many() -> None:
    assert (CutOffError("https://host.example/query", 5).most, "after 5 rows" in str(CutOffError("x", 5))) == (5, True)
