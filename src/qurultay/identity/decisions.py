"""The user's decisions: which two IRIs are one thing, and which are two, whatever the comparison says.

A file of tab-separated lines, in UTF-8::

    # verdict    one                              other                         note
    different    person/elchin-mammadov-pgo-az    person/elchin-mammadov        another man of that name
    same         organization/…                   organization/…

An IRI may be given whole or by its path. A line that is taken out of the file is undone by the next ``build`` or ``identity`` that is
given the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from qurultay.errors import DecisionError
from qurultay.identity.things import RESOLVED
from qurultay.terms import BASE

__all__ = ["Decision", "decisions", "read_decisions"]

_VERDICTS = {"same": True, "different": False}
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Decision:
    """Two paths, the lesser first, and whether they are one thing."""

    pair: tuple[str, str]
    same: bool
    note: str = ""


def read_decisions(file: Path, *, base: str = BASE) -> tuple[Decision, ...]:
    """Return the decisions of a file. Raises :class:`~qurultay.errors.DecisionError` where it cannot be read or contradicts itself."""
    try:
        return decisions(file.read_text(encoding="utf-8").splitlines(), base=base, path=str(file))
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionError(f"the decisions cannot be read: {error}", path=str(file)) from error


def decisions(lines: Iterable[str], *, base: str = BASE, path: str = "") -> tuple[Decision, ...]:
    """Return the decisions of some lines, sorted; empty lines and those that begin with # say nothing.

    >>> decisions(["same\\tperson/b\\tperson/a\\tone man"])
    (Decision(pair=('person/a', 'person/b'), same=True, note='one man'),)
    """
    found: dict[tuple[str, str], Decision] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) < _LEAST or cells[0] not in _VERDICTS:
            raise DecisionError("a line is 'same' or 'different', two IRIs and a note, parted by tabs", path=path, line=number)
        one, other = sorted(cell.strip("<>").removeprefix(base) for cell in cells[1:3])
        kind = one.partition("/")[0]
        if one == other or kind != other.partition("/")[0] or kind not in RESOLVED or any(c in one + other for c in ' <>"{}|\\^`'):
            raise DecisionError(
                f"{cells[1]} and {cells[2]} must be two IRIs of one of these: {', '.join(RESOLVED)}", path=path, line=number
            )
        decision = Decision((one, other), _VERDICTS[cells[0]], " ".join(" ".join(cells[3:]).split()))
        if found.setdefault(decision.pair, decision).same != decision.same:
            raise DecisionError(f"{one} and {other} are decided twice, and differently", path=path, line=number)
    return tuple(found[pair] for pair in sorted(found))
