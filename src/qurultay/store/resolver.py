"""Keeps in a store which local keys are one thing: the ``identity`` graph, as a function of the articles and the user's decisions alone.

What an article changes is worked out for what it concerns: its local keys, what these may be one with, and so on from pair to pair.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from qurultay import identity, terms
from qurultay.identity import REVIEW, WEAK, Thing, Verdict
from qurultay.identity.decisions import Decision
from qurultay.store.base import Held
from qurultay.store.merges import candidate_quads, decision_quads, decisions_in, merge_quads, replaced_by
from qurultay.store.sightings import Sightings

__all__ = ["Resolution", "Resolver"]

_GRAPH = NamedNode(terms.GRAPHS["identity"])


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a change of articles or decisions means: quads that go and come beside article graphs, and keys that stand for others now.

    ``moved`` gives, for each local key that another key stands for than before, both of these.
    """

    gone: frozenset[Quad]
    come: frozenset[Quad]
    moved: dict[str, tuple[str, str]]


class Resolver:
    """The identities of a store. Changes are in memory at once; the caller commits the quads, or calls :meth:`forget`."""

    def __init__(self, graph: Held, *, base: str) -> None:
        self._graph, self._base = graph, base
        self.sightings = Sightings(graph, base=base)
        self._kept: dict[str, str] = {}
        self._edges: dict[str, dict[str, Verdict]] = {}
        self._verdicts: dict[str, dict[str, Verdict]] = {}
        self._decisions: dict[tuple[str, str], Decision] | None = None

    def kept(self, path: str) -> str:
        """Return the key that stands for a local key: itself, where it is not another's."""
        if path not in self._kept:
            self._kept[path] = replaced_by(self._graph, path, base=self._base) or path
        return self._kept[path]

    def change(self, article: str, things: Iterable[Thing]) -> Resolution:
        """Make ``things`` all that an article tells; () where the article goes."""
        told = tuple(things)
        before = self.sightings.local_keys(article)
        after = {thing.path for thing in told}
        known = {path for path in after if self.sightings.known(path)}
        traits = {path: self.sightings.traits(path) for path in before | after}
        concerned = set(before) - after
        for path in concerned:
            concerned = concerned | set(self._near(path))
        gone, come = self.sightings.change(article, told)
        for path in sorted(before | after):
            if traits[path] != self.sightings.traits(path):
                concerned |= {path, *self._edges.get(path, ())}
                self._touch(path)
        concerned |= (after - known) | self._torn(after)
        return self._resolved(concerned, gone, come)

    def decide(self, decisions: Iterable[Decision]) -> Resolution:
        """Make ``decisions`` all that the user has decided."""
        old = dict(self._decided())
        new = {decision.pair: decision for decision in decisions}
        self._decisions = new
        gone = {quad for d in old.values() for quad in decision_quads(d, base=self._base)}
        come = {quad for d in new.values() for quad in decision_quads(d, base=self._base)}
        changed = {pair for pair in old.keys() | new.keys() if old.get(pair) != new.get(pair)}
        return self._resolved({path for pair in changed for path in pair}, gone - come, come - gone)

    def decisions(self) -> tuple[Decision, ...]:
        """Return what the user has decided, sorted."""
        return tuple(decision for _, decision in sorted(self._decided().items()))

    def forget(self) -> None:
        """Drop what is in memory; it is read from the store again."""
        self.sightings.forget()
        self._kept.clear()
        self._edges.clear()
        self._verdicts.clear()
        self._decisions = None

    def _touch(self, path: str) -> None:
        """Let go of what was worked out with the former traits of a local key."""
        for other in self._edges.pop(path, {}):
            self._edges.get(other, {}).pop(path, None)
        for other in self._verdicts.pop(path, {}):
            self._verdicts.get(other, {}).pop(path, None)

    def _torn(self, paths: set[str]) -> set[str]:
        """Return those of an article's local keys that may be one with another of them: the article tells that they are two."""
        by_kept: dict[str, set[str]] = {}
        for path in paths:
            for kept in {self.kept(path), *(self.kept(other) for other in self._near(path))}:
                by_kept.setdefault(kept, set()).add(path)
        return {path for group in by_kept.values() if len(group) > 1 for path in group}

    def _near(self, path: str) -> dict[str, Verdict]:
        """Return the local keys that may be one with a key, and the verdicts."""
        if path not in self._edges:
            found: dict[str, Verdict] = {}
            for other in self.sightings.alike(path):
                verdict = self._verdict(path, other)
                if verdict.score >= REVIEW:
                    found[other] = verdict
            self._edges[path] = found
            for other, verdict in found.items():
                if other in self._edges:
                    self._edges[other][path] = verdict
        return self._edges[path]

    def _verdict(self, one: str, other: str) -> Verdict:
        found = self._verdicts.setdefault(one, {}).get(other)
        if found is None:
            traits = (self.sightings.traits(path) for path in sorted((one, other)))
            found = identity.compare(one.partition("/")[0], *traits)
            self._verdicts[one][other] = self._verdicts.setdefault(other, {})[one] = found
        return found

    def _decided(self) -> dict[tuple[str, str], Decision]:
        if self._decisions is None:
            self._decisions = {decision.pair: decision for decision in decisions_in(self._graph, base=self._base)}
        return self._decisions

    def _resolved(self, concerned: set[str], gone: set[Quad], come: set[Quad]) -> Resolution:
        """Work out anew what is one of all that ``concerned`` leads to."""
        reached = self._reached(concerned)
        alive = {path for path in reached if self.sightings.known(path)}
        decided = self._decided()
        edges = {
            (path, other): verdict
            for path in alive
            for other, verdict in self._near(path).items()
            if path < other and verdict.score >= WEAK and other in alive
        }
        for pair, decision in decided.items():
            if decision.same and set(pair) <= alive:
                edges[pair] = Verdict(1.0, decision.note or "decided by the user", "decision")
        found = identity.partition(alive, edges, against=self._against, apart=self._apart, rank=self._rank)
        new = {quad for merge in found.merges for quad in merge_quads(merge, base=self._base)}
        new |= set(self._candidates(alive, found.kept))
        old = {quad for path in reached for quad in self._told(path)}
        moved = {}
        for path in reached:
            before, after = self.kept(path), found.kept.get(path, path)
            if before != after:
                moved[path] = (before, after)
            self._kept[path] = after
        return Resolution(frozenset(gone | (old - new)), frozenset(come | (new - old)), moved)

    def _reached(self, concerned: set[str]) -> set[str]:
        """Return all local keys that chains of probable pairs lead to."""
        decided = [pair for pair, decision in self._decided().items() if decision.same]
        reached, waiting = set(concerned), list(concerned)
        while waiting:
            path = waiting.pop()
            near = {other for other, verdict in self._near(path).items() if verdict.score >= WEAK}
            near |= {other for pair in decided if path in pair for other in pair}
            waiting.extend(near - reached)
            reached |= near
        return reached

    def _candidates(self, alive: set[str], kept: Mapping[str, str]) -> Iterator[Quad]:
        """Yield the pairs that nearly were one: a user may decide them."""
        for path in alive:
            for other, verdict in self._near(path).items():
                if kept.get(other, other) != kept[path] and (other not in alive or path < other) and not self._apart(path, other):
                    yield from candidate_quads(path, other, verdict, base=self._base)

    def _told(self, path: str) -> set[Quad]:
        """Return what the identity graph says of a local key: its merge, and the pairs that nearly were one."""
        node = NamedNode(terms.iri(path, base=self._base))
        found: set[Quad] = set(self._graph.quads_for_pattern(node, NamedNode(terms.expand("dcterms:isReplacedBy")), None, _GRAPH))
        for name in ("q:left", "q:candidate"):
            for quad in self._graph.quads_for_pattern(None, NamedNode(terms.expand(name)), node, _GRAPH):
                found |= set(self._graph.quads_for_pattern(quad.subject, None, None, _GRAPH))
        return found

    def _against(self, one: str, other: str) -> bool:
        return self._verdict(one, other).against

    def _apart(self, one: str, other: str) -> bool:
        """Tell whether two keys are kept apart: by the user, by the reference data, which has both, or by an article."""
        if identity.is_known(one) and identity.is_known(other):
            return True
        decision = self._decided().get((one, other) if one < other else (other, one))
        return (decision is not None and not decision.same) or self.sightings.share_an_article(one, other)

    def _rank(self, path: str) -> tuple[int, ...]:
        return identity.rank(path, self.sightings.traits(path))
