"""Fails where a test was skipped that the list does not name with a reason: skips.py REPORT.xml SKIPS.txt."""

from __future__ import annotations

import sys
from pathlib import Path
from xml.etree import ElementTree


def allowed(path: Path) -> dict[str, str]:
    """Return the tests that may be skipped and why; a line is ``module::test: reason``, ``#`` starts a remark."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return dict(line.split(": ", 1) for line in lines if line and not line.startswith("#"))


def skipped(path: Path) -> list[str]:
    """Return the tests that a JUnit report calls skipped, as ``module::test`` without parameters."""
    cases = ElementTree.parse(path).iter("testcase")  # noqa: S314 (our own report)
    return [f"{c.get('classname')}::{(c.get('name') or '').split('[')[0]}" for c in cases if c.find("skipped") is not None]


def main(report: str, listed: str) -> int:
    """Print each skip with its reason; 1 where one has none."""
    reasons = allowed(Path(listed))
    unknown = sorted({name for name in skipped(Path(report)) if name not in reasons})
    for name in unknown:
        print(f"skipped without a listed reason: {name}", file=sys.stderr)
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
