"""A folder of inputs that are no articles, each with the reason that it must get; the rest is read all the same."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from qurultay.model import Article
from qurultay.sources import MAX_BYTES, Rejected, articles

LONG = b'{"id": "long", "text": "' + b"x" * MAX_BYTES + b'"}\n'
TEXT = "Prokurorluğun işçiləri Bakıda görüşüblər, şəhərdə tədbir keçirilib."

CASES: dict[str, tuple[str, bytes, str]] = {
    # name of the case: file, bytes, start of the reason
    "empty file": ("a.txt", b"", "the file is empty"),
    "blanks only": ("a.txt", b" \n\t\n", "the text is empty"),
    "binary": ("a.txt", b"PK\x03\x04\x00\x00\x08\x00", "the bytes are binary, not text"),
    "control character": ("a.txt", b"Bak\xc4\xb1 \x07 \n", "the text holds a control character (U+0007 at 5)"),
    "turkish code page": (
        "a.txt",
        "Türkiye Cumhuriyeti Yargıtay Cumhuriyet Başsavcılığı görüştü.".encode("cp1254"),
        "not UTF-8 (byte 1): it looks like cp1254; convert it first (iconv -f cp1254 -t utf-8)",
    ),
    "russian code page": ("a.txt", "Генеральный прокурор встретился".encode("cp1251"), "not UTF-8 (byte 0): it looks like cp1251"),
    "cut utf-8": ("a.txt", "Bakı Bakı ".encode()[:-2], "not UTF-8 (byte 9): convert it to UTF-8 first"),
    "cut utf-16": ("a.txt", "Bakı".encode("utf-16") + b"\x00", "not UTF-16 (byte 10)"),
    "too large": ("a.txt", b"x" * (50 * 2**20), "too large for one article (50 MB, at most 16)"),
    "unknown kind": ("a.pdf", b"%PDF-1.7", "not a kind of file that is read"),
    "page without article": ("a.html", b"<html><body><nav><a href='/'>x</a></nav></body></html>", "the page holds no article"),
    "broken line": ("n.jsonl", b'{"id": "x", "text": \n', "broken JSON: "),
    "two objects in a line": ("n.jsonl", b'{"id": "x", "text": "t"} {}\n', "broken JSON: Extra data (column 26)"),
    "no object": ("n.jsonl", b'["id", "text"]\n', "the line holds a list, not an object"),
    "no id": ("n.jsonl", b'{"text": "t"}\n', 'the record has no "id"'),
    "no text": ("n.jsonl", b'{"id": "x", "text": null}\n', 'the record has no "text"'),
    "empty text": ("n.jsonl", b'{"id": "x", "text": " "}\n', 'the text is empty (in "text")'),
    "wrong type": ("n.jsonl", b'{"id": "x", "text": ["t"]}\n', '"text" must be a string, not list'),
    "wrong type of id": ("n.jsonl", b'{"id": true, "text": "t"}\n', '"id" must be a string, not bool'),
    "no date": ("n.jsonl", b'{"id": "x", "text": "t", "published": "2024-13-01"}\n', "'2024-13-01' is not a date (YYYY-MM-DD)"),
    "no language": (
        "n.jsonl",
        b'{"id": "x", "text": "t", "language": "a language"}\n',
        "'a language' is not a language tag",
    ),
    "script in an address": (
        "n.jsonl",
        b'{"id": "x", "text": "t", "url": "javascript:alert(1)"}\n',
        "'javascript:alert(1)' is",
    ),
    "key twice": ("n.jsonl", b'{"id": "x", "id": "y", "text": "t"}\n', "a key stands twice in one object"),
    "lone surrogate": ("n.jsonl", b'{"id": "x", "text": "a\\ud800"}\n', "the text holds a lone surrogate (U+D800 at 1)"),
    "not a number": ("n.jsonl", b'{"id": "x", "text": "t", "n": NaN}\n', "NaN is not JSON"),
    "deep nesting": ("n.jsonl", b'{"id": "x", "text": "t", "n": ' + b"[" * 100_000 + b"\n", "the JSON is nested deeper than 32 levels"),
    "code page in a line": ("n.jsonl", '{"id": "x", "text": "şəhər"}'.encode()[:-5] + b"\xff\n", "not UTF-8 (byte "),
    "no line": ("n.jsonl", b"\n\n", "no line holds a record"),
    "no gzip": ("n.jsonl.gz", b"plain", "the compressed file is broken here"),
    "cut gzip": ("n.jsonl.gz", gzip.compress(b'{"id": "x", "text": "t"}\n' * 99)[:-9], "the compressed file is broken here"),
}


@pytest.mark.parametrize(("name", "data", "reason"), CASES.values(), ids=CASES.keys())
def test_reason(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    if name.endswith(".html"):
        pytest.importorskip("trafilatura")
    path = tmp_path / name
    path.write_bytes(data)
    last = list(articles([str(path)]))[-1]
    assert isinstance(last, Rejected)
    assert last.error.reason.startswith(reason)
    assert str(last.error).startswith(str(path))


def test_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    lines = b'{"id": "1", "text": "t"}\nbroken\n{"id": "2", "text": "t"}\n' + LONG + b'{"id": "3", "text": "t"}\n'
    (tmp_path / "n.jsonl").write_bytes(lines)
    found = list(articles([str(tmp_path), str(tmp_path / "nowhere.txt"), str(tmp_path / "n.pdf")]))
    assert [item.id for item in found if isinstance(item, Article)] == ["good", "1", "2", "3"]
    reasons = [str(item.error).removeprefix(f"{tmp_path}/") for item in found if isinstance(item, Rejected)]
    assert reasons == [
        "empty.txt: the file is empty",
        "n.jsonl:2: broken JSON: Expecting value (column 1)",
        "n.jsonl:4: the line is longer than 16 MB",
        "nowhere.txt: there is no such file",
        "n.pdf: not a kind of file that is read (.txt, .html, .htm, .jsonl, .jsonl.gz)",
    ]


def test_empty_folder(tmp_path: Path) -> None:
    (found,) = articles([str(tmp_path)])
    assert isinstance(found, Rejected)
    assert found.error.reason.startswith("the folder holds nothing to read")
