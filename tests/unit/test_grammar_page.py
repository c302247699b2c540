"""The page for linguists names every category, frame, part and form that the data files use, and its examples are read as it says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from qurultay import resources
from qurultay.facts import Reader
from qurultay.mentions.reference import Reference
from qurultay.model import Article, Reading

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "grammar.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"\w+", " ".join(re.findall(r"`[^`\n]+`|^    .*$", PAGE, re.MULTILINE))))
"""The words of the page that stand in code."""


def rows(name: str) -> list[list[str]]:
    """Return the rows of a table of the Azerbaijani folder, without its header."""
    lines = resources.text(f"data/languages/az/{name}").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def test_categories_and_flags() -> None:
    used = {row[1] for row in rows("nouns.tsv")}
    markers = {row[2].split()[0] for row in rows("nouns.tsv") if row[1] in ("marker", "relation", "group", "conj", "area")}
    flags = {flag.partition("=")[0] for row in rows("nouns.tsv") if len(row) > 2 for flag in row[2].split()[1:]}
    assert used | markers | flags <= NAMED


def test_frames_and_arguments() -> None:
    parts = {argument.partition("=")[2] for row in rows("verbs.tsv") if len(row) > 2 for argument in row[2].split()}
    assert {row[1] for row in rows("verbs.tsv") if len(row) > 1} <= NAMED
    assert parts <= set(re.findall(r"=(\w+)", PAGE[PAGE.index("| frame |") :]))


def test_verb_forms() -> None:
    forms = set(re.findall(r'^"(\w+) ', resources.text("data/languages/az/suffixes.toml"), re.MULTILINE))
    assert forms <= NAMED
    assert "vn" in forms


def test_files_that_it_names_are_there() -> None:
    for name in re.findall(r"`((?:data|tests|benchmarks)/[\w./-]+)`", PAGE):
        assert (ROOT / name).exists(), name


def read(folder: Path, text: str, **lines: str) -> Reading:
    """Read a text with more lines in some files of the language's folder."""
    shutil.copytree(resources.path("data/languages/az"), folder / "az", dirs_exist_ok=True)
    shutil.copy(resources.path("data/languages/reading.toml"), folder)
    for name, line in lines.items():
        with (folder / "az" / f"{name}.tsv").open("a", encoding="utf-8") as file:
            file.write(line + "\n")
    reader = Reader(folder, Reference.load(resources.path("data/reference")))
    return reader.read(Article("x", f"Xəbər\n\n{text}", "az", published="2024-06-04"))


LINES = {match[1]: match[0].strip() for match in re.finditer(r"^ {4}([\w ]+)\t\w+\t.*$", PAGE, re.MULTILINE)}


def test_the_noun_of_the_page(tmp_path: Path) -> None:
    told = read(tmp_path, "İyunun 3-də Bakıda kollokvium keçirilib.", nouns=LINES["kollokvium"])
    assert {(fact.predicate, str(getattr(fact.object, "lexical", fact.object))) for fact in told.facts} >= {
        ("rdf:type", "q:Conference"),
        ("schema:startDate", "2024-06-03"),
    }
    without = read(tmp_path / "without", "İyunun 3-də Bakıda kollokvium keçirilib.")
    assert "q:Conference" not in {fact.object for fact in without.facts}


@pytest.mark.parametrize("ending", ["edib", "etmişdir"])
def test_the_verb_of_the_page(tmp_path: Path, ending: str) -> None:
    text = f"İyunun 3-də Bakıda seminar keçirilib. Seminarda hakim Anar Bəyli kəlam irad {ending}."
    told = read(tmp_path, text, verbs=LINES["kəlam irad et"])
    assert "q:speaker" in {fact.predicate for fact in told.facts}
    assert "q:speaker" not in {fact.predicate for fact in read(tmp_path / "without", text).facts}
