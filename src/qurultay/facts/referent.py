"""An entity of an article, as reading finds it: what it is, how and where it is named, what it holds."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Referent"]


@dataclass(slots=True, eq=False)
class Referent:
    """An entity of the article: its class, its path where known, the names and places of the text that name it."""

    ref: str
    sort: str
    kind: str
    path: str = ""
    names: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    mentions: list[tuple[int, int, str]] = field(default_factory=list)
    state: Referent | None = None
    parent: Referent | None = None
    parent_told: bool = True
    sits: bool = False
    """Whether a sitting of the body is told."""
    origin: Referent | None = None
    """The body that somebody is told to come from."""
    posts: list[tuple[str, Referent]] = field(default_factory=list)
    former: set[tuple[str, str]] = field(default_factory=set)
    posts_said: dict[tuple[str, str], tuple[int, int, str]] = field(default_factory=dict)
    head: str = ""
    last_seen: int = 0
    defined: tuple[int, int, str] = (0, 1, "")

    @property
    def country(self) -> Referent | None:
        """The state that it is, or else the one that it belongs to."""
        return self if self.sort == "state" else self.state

    def call(self, name: str, start: int, end: int, rule: str) -> None:
        """Note a form of the name, in the nominative, and where it stands."""
        self.names.setdefault(name, (start, end, rule))
