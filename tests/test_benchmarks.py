"""The benchmarks follow the code that they measure: each starts, and says what it does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.mark.parametrize("benchmark", sorted(BENCHMARKS.glob("*.py")), ids=lambda path: path.stem)
def test_starts(benchmark: Path) -> None:
    done = subprocess.run([sys.executable, str(benchmark), "--help"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "usage:" in done.stdout
