"""Runs the commands that the README shows and writes their real output below them: readme.py [README.md].

A block fenced as ``console`` holds lines ``$ command`` and what they print. At most 20 lines and 150 columns of
each are kept. The commands run one after another in a folder of their own, in which ``data`` and
``tests`` are the checkout's.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

LINES, COLUMNS = 20, 150
BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)


def printed(command: str, folder: str) -> str:
    """Return what a command prints, cut to what a reader takes in."""
    done = subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S602 (our own README)
    lines = [line if len(line) <= COLUMNS else line[: COLUMNS - 1] + "…" for line in (done.stderr + done.stdout).splitlines()]
    return "\n".join(lines if len(lines) <= LINES else [*lines[: LINES - 1], "…"])


def main(path: Path) -> None:
    """Rewrite the console blocks of a page; those of `make` and `pip` are left as they are."""
    text = path.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("data", "tests"):
            (Path(folder) / name).symlink_to(path.resolve().parent / name)

        def rerun(match: re.Match[str]) -> str:
            commands = [line[2:] for line in match[0].splitlines() if line.startswith("$ ")]
            if not all(command.startswith("qurultay ") for command in commands):
                return match[0]
            return "".join(f"$ {command}\n{printed(command, folder)}\n" for command in commands)

        text = BLOCK.sub(rerun, text)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "README.md"))
