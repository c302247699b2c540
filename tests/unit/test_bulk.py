"""Shards for bulk loaders: what they hold, that they are the same each time, and what they refuse."""

from __future__ import annotations

import gzip
import hashlib
import json
import unicodedata
from pathlib import Path

import pyoxigraph as ox
import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat
from typer.testing import CliRunner

from qurultay.cli import app
from qurultay.errors import StoreError
from qurultay.exports.bulk import as_bytes, export_shards
from qurultay.exports.shards import write_shards


def node(name: str) -> NamedNode:
    """Return a node of the examples."""
    return NamedNode(f"http://example.org/{name}")


QUADS = [Quad(node(f"s{number % 7}"), node("p"), Literal(f"dəyər {number}", language="az"), node(f"g{number % 3}")) for number in range(50)]


def shards(folder: Path, names: str = "*.nq.gz") -> list[bytes]:
    """Return the lines of all shards in the order of their names."""
    return [line for file in sorted(folder.glob(names)) for line in gzip.decompress(file.read_bytes()).splitlines(keepends=True)]


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.mark.parametrize("size", [1, 200, 1000, 10**6])
def test_lines_are_sorted_unique_and_whole(tmp_path: Path, size: int) -> None:
    manifest = export_shards([*QUADS, *QUADS[:10]], tmp_path / "out", size=size)
    lines = shards(tmp_path / "out")
    assert lines == sorted(set(lines))
    assert set(ox.parse(b"".join(lines), format=RdfFormat.N_QUADS)) == set(QUADS)
    assert manifest.quads == len(QUADS)
    assert all(shard.line_bytes <= size or shard.quads == 1 for shard in manifest.shards)
    assert len(manifest.shards) == {1: 50, 200: 25, 1000: 5, 10**6: 1}[size]


def test_manifest_tells_what_is_there(tmp_path: Path) -> None:
    export_shards(QUADS, tmp_path / "out", size=1000)
    manifest = json.loads((tmp_path / "out/manifest.json").read_text())
    assert manifest["quads"] == sum(shard["quads"] for shard in manifest["shards"]) == len(QUADS)
    for shard in manifest["shards"]:
        data = (tmp_path / "out" / shard["file"]).read_bytes()
        lines = gzip.decompress(data)
        assert (shard["bytes"], shard["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
        assert (shard["line_bytes"], shard["line_sha256"]) == (len(lines), hashlib.sha256(lines).hexdigest())
        assert f"{shard['sha256']}  {shard['file']}\n" in (tmp_path / "out/SHA256SUMS").read_text()
        assert data[:10] == b"\x1f\x8b\x08\0\0\0\0\0\0\xff", "no name, no time, no system"


@pytest.mark.parametrize("size", [3, 8, 11, 1000])
def test_blocks_and_shards_need_not_agree(tmp_path: Path, size: int) -> None:
    blocks = [[b"a\n", b"bb\n", b"ccc\n"], [b"dddd\n"], [b"e\n", b"f\n"], [b"a long line\n"], [b"g\n"]]
    made = write_shards(blocks, tmp_path, size=size, stem="s", suffix=".gz")
    assert shards(tmp_path, "*.gz") == [line for block in blocks for line in block]
    assert [shard.quads for shard in made] == {3: [1, 1, 1, 1, 1, 1, 1, 1], 8: [2, 1, 2, 1, 1, 1], 11: [3, 3, 1, 1], 1000: [8]}[size]
    assert all(shard.line_bytes <= size or shard.quads == 1 for shard in made)


def test_same_quads_same_bytes(tmp_path: Path) -> None:
    export_shards(QUADS, tmp_path / "one", size=700)
    export_shards([*reversed(QUADS), *QUADS], tmp_path / "two", size=700)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_text_is_put_into_nfc_term_by_term(tmp_path: Path) -> None:
    apart = [
        Quad(node("a"), node("b"), Literal("Bakı\u0308 c\u0327"), node("g")),
        Quad(node("a"), node("b"), Literal("\u0338 starts with a mark, \n\u0301 follows an escape"), node("g")),
        Quad(node("a"), node("b"), Literal("ç", language="tr"), node("g")),
        Quad(node("a"), node("b"), Literal("c\u0327", language="tr"), node("g")),
    ]
    manifest = export_shards(apart, tmp_path / "out", size=10**6)
    lines = shards(tmp_path / "out")
    assert all(unicodedata.is_normalized("NFC", line.decode()) for line in lines)
    found = {quad.object.value for quad in ox.parse(b"".join(lines), format=RdfFormat.N_QUADS) if isinstance(quad.object, Literal)}
    assert found == {unicodedata.normalize("NFC", q.object.value) for q in apart if isinstance(q.object, Literal)}
    assert (manifest.quads, manifest.mended) == (3, 2)


@pytest.mark.parametrize(
    "quad",
    [
        Quad(BlankNode("a"), node("b"), node("c"), node("g")),
        Quad(node("a"), node("b"), BlankNode("c"), node("g")),
        Quad(node("a"), node("b"), node("c"), BlankNode("g")),
        Quad(node("a"), node("b"), node("c")),
    ],
)
def test_what_loaders_stumble_over_is_refused(tmp_path: Path, quad: Quad) -> None:
    with pytest.raises(StoreError, match="no blank node and no quad outside a named graph"):
        export_shards([*QUADS, quad], tmp_path / "out", size=1000)
    assert list(tmp_path.iterdir()) == [], "nothing half written is left"


def test_an_export_is_replaced_and_anything_else_is_kept(tmp_path: Path) -> None:
    out = tmp_path / "out"
    export_shards(QUADS, out, size=200)
    export_shards(QUADS[:2], out, size=200)
    assert len(list(out.glob("*.nq.gz"))) == 1
    (out / "notes.txt").write_text("mine")
    with pytest.raises(StoreError, match=r"holds notes\.txt, which is no part of an export"):
        export_shards(QUADS, out, size=200)
    assert (out / "notes.txt").read_text() == "mine"
    with pytest.raises(StoreError, match="is a file"):
        export_shards(QUADS, out / "notes.txt", size=200)


def test_nothing_to_write(tmp_path: Path) -> None:
    assert export_shards([], tmp_path / "out", size=200).shards == ()
    assert json.loads((tmp_path / "out/manifest.json").read_text())["quads"] == 0


@pytest.mark.parametrize("size", ["", "0", "-1", "12 parsecs", "1.5GB", "MB"])
def test_sizes_that_are_none(size: str) -> None:
    with pytest.raises(ValueError, match="is no size"):
        as_bytes(size)


@pytest.mark.parametrize(
    "options", [["--shards", "1MB"], ["--shards", "many", "--output", "o"], ["--shards", "1MB", "--output", "o", "--format", "trig"]]
)
def test_wrong_usage(options: list[str]) -> None:
    assert CliRunner().invoke(app, ["export", "--store", "nowhere", *options]).exit_code == 2
