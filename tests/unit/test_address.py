"""Where a store on a server is, and that no password is ever shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from qurultay.errors import StoreError
from qurultay.store.address import Address, find_address

SECRET = "p4ssw0rd-of-mine"


def test_addresses_of_other_services_follow_from_query(tmp_path: Path) -> None:
    found = find_address("https://host.example/query", {})
    assert found is not None
    assert (found.update, found.graphs) == ("https://host.example/update", "https://host.example/store")
    found = find_address("https://host.example/sparql", {})
    assert found is not None
    assert (found.update, found.graphs) == (None, None)


@pytest.mark.parametrize("location", ["graph", "./@x", "C:/x", "query", "a/b", "./host:7878/query", "host:x", "2025-10-14:a"])
def test_what_has_no_scheme_is_a_folder(location: str) -> None:
    assert find_address(location, {}) is None


@pytest.mark.parametrize("location", ["localhost:7878/query", "127.0.0.1:8890/sparql", "host.example:80"])
def test_an_address_without_its_scheme_makes_no_folder(location: str) -> None:
    with pytest.raises(StoreError, match=f"write http://{re.escape(location)}, or ./{re.escape(location)} for a folder"):
        find_address(location, {})


def test_environment_gives_the_rest() -> None:
    told = {
        "UPDATE": "https://host.example/u",
        "GRAPHS": "https://host.example/g",
        "USER": "me",
        "PASSWORD": SECRET,
        "AUTH": "basic",
        "TIMEOUT": "7.5",
    }
    found = find_address("https://host.example/sparql", {f"QURULTAY_STORE_{name}": value for name, value in told.items()})
    assert found == Address(
        "https://host.example/sparql", "https://host.example/u", "https://host.example/g", "me", SECRET, auth="basic", timeout_s=7.5
    )


def test_configuration_file_names_stores(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = f"""
[stores.news]
query = "https://host.example/query"
user = "me"
password = "{SECRET}"
timeout_s = 5
[stores.other]
query = "http://127.0.0.1:8890/sparql"
user = "me"
password_env = "NEWS_SECRET"
"""
    environ = {"HOME": str(tmp_path), "NEWS_SECRET": "another"}
    for place in (tmp_path / "qurultay.toml", tmp_path / "x.toml", tmp_path / ".config/qurultay/qurultay.toml"):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
        named = environ | ({"QURULTAY_CONFIG": str(place)} if place.name == "x.toml" else {})
        found, other = (find_address(name, named) for name in ("@news", "@other"))
        assert found is not None
        assert other is not None
        assert (found.update, found.user, found.password, found.timeout_s) == ("https://host.example/update", "me", SECRET, 5.0)
        assert other.password == "another"
        place.unlink()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "has no [stores.news]; it has: none"),
        ("[stores.other]\nquery = 'https://h.example/'", "it has: other"),
        ("[stores.news]\nuser = 'me'", "'query' is missing"),
        ("[stores.news]\nquery = 'https://h.example/'\npasswort = 'x'", "unknown: passwort"),
        ("[stores.news]\nquery = 'https://h.example/'\nuser = 'me'", "belong together"),
        ("[stores.news]\nquery = 'https://h.example/'\nuser = 'me'\npassword_env = 'NONE'", "NONE"),
        ("[stores.news]\nquery = 'https://h.example/'\nuser = 1\npassword = 'x'", "user must be a text"),
        ("[stores.news]\nquery = 'https://h.example/'\nauth = 'digest'", "auth is asked or basic"),
        ("[stores.news]\nquery = 'https://h.example/'\ntimeout_s = 'soon'", "number of seconds"),
        ("[stores.news]\nquery = 'https://h.example/'\ntimeout_s = 0", "more than 0"),
        (f"[stores.news]\nquery = 'https://h.example/'\npassword = '{SECRET}", "cannot be read"),
        ("stores = 1", "has no [stores.news]"),
    ],
)
def test_broken_configuration_is_told_without_secrets(text: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text(text)
    with pytest.raises(StoreError) as told:
        find_address("@news", {"QURULTAY_CONFIG": str(tmp_path / "c.toml")})
    assert reason in str(told.value)
    assert SECRET not in str(told.value)


def test_name_without_any_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match=r"there is none: write \./qurultay\.toml"):
        find_address("@news", {"HOME": str(tmp_path)})


@pytest.mark.parametrize(
    "location",
    [f"https://me:{SECRET}@host.example/query", f"http://{SECRET}@127.0.0.1/query", f"https://host.example@{SECRET}/query"],
)
def test_password_in_an_address_is_refused_and_not_repeated(location: str) -> None:
    for told in (location, "@news"):
        with pytest.raises(StoreError, match="QURULTAY_STORE_PASSWORD") as error:
            find_address(told, {}) if told != "@news" else Address("https://host.example/query", update=location)
        assert SECRET not in str(error.value)


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "ftp://host.example/x", "javascript://host/x", "http://", "http:///query", "http://host.example:x/query"],
)
def test_only_the_web_is_an_address(location: str) -> None:
    with pytest.raises(StoreError, match=r"not an http or https address|malformed"):
        find_address(location, {})


@pytest.mark.parametrize("sign", ["\n", "\t", " ", "\x07", "\u202e", "<", '"'])
def test_characters_without_a_place_in_an_address(sign: str) -> None:
    with pytest.raises(StoreError):
        find_address(f"http://host.example/a{sign}b", {})


def test_password_is_in_no_repr() -> None:
    address = Address("https://host.example/query", user="me", password=SECRET)
    assert SECRET not in repr(address)
    assert SECRET not in str(address)
