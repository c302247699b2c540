"""What phrases about events tell by themselves, whatever their clause tells: beside their nouns, and without a verb."""

from __future__ import annotations

from qurultay.facts.frames.event_nouns import EventNouns
from qurultay.facts.frames.scene import When
from qurultay.mentions.nodes import Clause

__all__ = ["EventPhrases"]


class EventPhrases(EventNouns):
    """Finds events, and reads those that no verb tells."""

    def beside(self, clause: Clause) -> None:
        """An event whose noun tells its day or its place took place, whatever its clause tells: "proposed at last year's session"."""
        if self.scene.headline or not self.pack.settings.get("fixed_order"):
            return
        for node in [*clause.arguments, *([clause.head] if clause.head is not None else [])]:
            if node.kind != "EVENT" or not node.things or node.things[0] in self._told or node.things[0].plural:
                continue
            thing = node.things[0]
            if thing.kind in ("Visit", "Event") or (thing.when is None and not thing.place):
                continue
            date = self.arguments.own_date(thing, clause)
            topic = date is None and thing.kind == "Training" and thing.definite
            if topic or (date is None and (clause.tense != "past" or node.has("dat") or node.has("for"))):
                continue
            today = self.scene.anchor[: len(date[0])] if date is not None else ""
            to_come = date is not None and bool(today) and (date[0] > today or (date[0] == today and clause.tense == "fut"))
            event = self.of(node, clause, strong=False, planned=True if to_come else None)
            if event is not None:
                event.asserted = True

    def verbless(self, clause: Clause) -> None:
        """ "Round table on mediation, organised by the Ministry": what a sentence without a verb tells of, where it tells who or when."""
        first = next(
            (n for n in clause.arguments if n.kind not in ("DET", "DATE", "PREP", "PLACE", "PUNCT", "COMMA", "WORD", "ORDINAL")), None
        )
        if (
            not self.pack.settings.get("fixed_order")
            or first is None
            or first.kind != "EVENT"
            or not first.has("nom")
            or self.scene.headline
        ):
            return
        held = self.book.entry is not None or any(n.has("organize") for n in clause.arguments) or self.arguments.date(clause) is not None or first.things[0].when
        if not held or first.things[0].plural:
            return
        date = self.arguments.own_date(first.things[0], clause) or self.arguments.date(clause)
        event = self.of(first, clause, strong=True, fill=True, planned=True if self._to_be(date) else None)
        if event is not None:
            event.asserted = True
            self.add_common(event, clause)

    def _to_be(self, date: When | None) -> bool:
        """Tell whether a day is after that of publication."""
        today = self.scene.anchor[: len(date[0])] if date is not None else ""
        return date is not None and bool(today) and not date[0].startswith("XXXX") and date[0] > today
