"""The layers: each stage imports what stands before it, and nothing that comes after."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import qurultay

PACKAGE = Path(qurultay.__file__).parent
ORDER = (
    "errors",
    "model",
    "terms",
    "resources",
    "sources",
    "language",
    "article",
    "mentions",
    "facts",
    "identity",
    "graph",
    "validation",
    "store",
    "queries",
    "exports",
    "network",
    "exchange",
    "figure",
    "view",
    "evaluation",
    "explain",
    "pipeline",
    "serve",
    "cli",
)
"""The stages from first to last; a module of one may import its own stage and those before it."""

LEAVES = {"errors", "model", "terms"}
HEAVY = {"pyoxigraph", "rdflib", "networkx", "pyshacl", "pyshacl_turbo", "SPARQLWrapper", "trafilatura", "rich", "starlette", "uvicorn"}


def modules() -> list[Path]:
    """Return the modules of the package."""
    return sorted(path for path in PACKAGE.rglob("*.py") if "_resources" not in path.parts)


def stage(path: Path) -> str:
    """Return the stage that a module belongs to; "" for the package itself."""
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def imported(path: Path, *, top_only: bool = False) -> set[str]:
    """Return the names of the modules that a module imports, but for those that only the type checker sees."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    checked = {id(n) for i in ast.walk(tree) if isinstance(i, ast.If) and "TYPE_CHECKING" in ast.unparse(i.test) for n in ast.walk(i)}
    found: set[str] = set()
    for item in tree.body if top_only else ast.walk(tree):
        if id(item) in checked:
            continue
        if isinstance(item, ast.Import):
            found.update(alias.name for alias in item.names)
        elif isinstance(item, ast.ImportFrom) and item.module:
            found.add(item.module)
            if item.module == "qurultay":
                found.update(f"qurultay.{alias.name}" for alias in item.names)
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_one_way(path: Path) -> None:
    own = stage(path)
    if not own:
        return
    assert own in ORDER, f"{own} has no place among the stages: give it one in ORDER"
    for name in imported(path):
        parts = name.split(".")
        if parts[0] == "qurultay" and len(parts) > 1:
            assert ORDER.index(parts[1]) <= ORDER.index(own), f"{own} imports {name}, which comes after it"
            assert own not in LEAVES or parts[1] == own, f"{own} is a leaf, and imports {name}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_module_says_what_it_gives_and_is_of_readable_size(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    assert not text or "__all__" in text or path.parent == PACKAGE


@pytest.mark.parametrize("path", sorted((PACKAGE / "cli").glob("*.py")), ids=lambda path: path.name)
def test_commands_start_light(path: Path) -> None:
    names = imported(path, top_only=True)
    heavy = {name for name in names if name.split(".")[0] in HEAVY}
    own = {name for name in names if name.startswith("qurultay.") and not name.startswith(("qurultay.cli", "qurultay.errors"))}
    assert not heavy | own, "import it inside the command, so that --help stays fast"


def test_no_module_is_called_after_nothing() -> None:
    names = {path.stem for path in modules()}
    assert not names & {"utils", "helpers", "common", "core", "manager"}
