"""What phrases about events tell by themselves, whatever their clause tells: beside nouns, without a verb, of organisers and themes."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from qurultay.facts.among import ATTRIBUTE
from qurultay.facts.days import WHOLE_DAY
from qurultay.facts.events import GATHERINGS, Event
from qurultay.facts.frames.arguments import marked, words_of
from qurultay.facts.frames.event_nouns import EventNouns
from qurultay.facts.frames.marks import SHORT_WORD
from qurultay.facts.frames.scene import When, Where
from qurultay.facts.phrases import named
from qurultay.mentions.nodes import Clause, Node

__all__ = ["EventPhrases"]

_OF_OTHERS = frozenset({"say", "told", "propose", "report", "planned", "sign", "signed", "appointed", "appoint", "cancelled", "postponed"})
"""Frames of verbs beside which "for" an event does not say that it was held then."""
_TOWN = 2
"""Where the town stands after an event, a comma and who gave it."""
_THEME_NEAR = 5
"""Within how many phrases from its noun on the theme of an event is told."""
_BEFORE_EVENT = frozenset(
    {"DET", "DATE", "PREP", "PLACE", "PUNCT", "COMMA", "WORD", "ORDINAL", "NUMBER", "PARTICLE", "AREA", "LPAR", "RPAR"}
)
"""Kinds of node that may stand before the event that a sentence without a verb is about."""


class EventPhrases(EventNouns):
    """Finds events, and reads those that no verb tells."""

    def beside(self, clause: Clause) -> None:
        """An event whose noun tells its day or its place took place, whatever its clause tells: "proposed at last year's session"."""
        if self.scene.headline:
            return
        for node in [*clause.arguments, *([clause.head] if clause.head is not None else [])]:
            if node.kind != "EVENT" or not node.things or node.things[0] in self._told or node.things[0].plural:
                continue
            thing = node.things[0]
            if thing.kind == "Visit" or (thing.kind == "Event" and thing.when is None):
                continue
            if self._for_it(node, clause):
                event = self.of(node, clause, strong=True, fill=True)
                if event is not None:
                    event.asserted = True
                    self._held_by(event, clause)
                continue
            if thing.when is None and not thing.place and not self._under_heading(node, clause):
                continue
            date = self.arguments.own_date(thing, clause)
            if self._under_heading(node, clause):
                if (event := self.of(node, clause, strong=self.book.current is None, planned=None)) is not None:
                    event.asserted = True
                continue
            topic = date is None and thing.kind == "Training" and thing.definite
            if topic or (date is None and (clause.tense != "past" or node.has("dat") or node.has("for"))):
                continue
            today = self.scene.anchor[: len(date[0])] if date is not None else ""
            to_come = date is not None and (
                date[0] > today or (date[0] == today and clause.tense == "fut") if today else clause.tense == "fut"
            )
            event = self.of(node, clause, strong=False, planned=True if to_come else None)
            if event is not None:
                event.asserted = True
                self._given(event, node, clause)

    def _given(self, event: Event, node: Node, clause: Clause) -> None:
        """Read who gave an event, and in which town, told between commas after its noun: "last year's finals, hosted by A in B,"."""
        if node not in clause.arguments:
            return
        after = [n for n in clause.arguments[clause.arguments.index(node) + 1 :] if n.kind not in ("DATE", "PREP")]
        if [n.kind for n in after[:1]] != ["COMMA"] or len(after) == 1 or not after[1].has("organize"):
            return
        for _, referent in self.referents.of(after[1]):
            event.add("organizer", referent, words_of(clause, after[1], "organize"))
        if len(after) > _TOWN and after[_TOWN].kind == "PLACE" and after[_TOWN].has("loc"):
            event.tell_place(self.arguments.place(replace(clause, arguments=[after[_TOWN]]), "loc"))

    def parts(self, clause: Clause) -> None:
        """ "A session of the forum": the event told with the larger one in the genitive is a part of that."""
        for node, whole in pairwise([n for n in clause.arguments if n.kind not in ("PREP", "DET")]):
            if node.kind != "EVENT" or whole.kind != "EVENT" or whole.cases() != {"gen"} or not node.things or not whole.things:
                continue
            event, larger = self._told.get(node.things[0]), self._told.get(whole.things[0])
            larger = larger or next((e for e in self.book.events if e.said[:2] == (whole.start, whole.end)), None)
            if event is not None and larger is not None and event is not larger and event.kind == "Session" and larger.kind in GATHERINGS:
                event.join(larger, words_of(clause, node, "framework"))

    def _for_it(self, node: Node, clause: Clause) -> bool:
        """Tell whether people were brought together for an event on a day: "on Monday the Office sat down advocates for a training"."""
        new = node.cases() == {"for"} and (not node.things[0].definite or self._own(node)) and node.first > clause.verb.last
        day = self.arguments.date(clause) if new and clause.form == "fin" and clause.tense == "past" and clause.head is None else None
        return day is not None and len(day[0]) >= WHOLE_DAY and not clause.verb.frames() & _OF_OTHERS

    def _own(self, node: Node) -> bool:
        """Tell whether an event is that of who acts in its clause: "for its Gulf Integrity Forum"."""
        before = self.text[max(0, node.start - SHORT_WORD) : node.start].split()
        return bool(before) and self.pack.fold(before[-1]) in self.pack.settings["own"]

    def _held_by(self, event: Event, clause: Clause) -> None:
        """Take a body that acts for the organiser of what it brought people together for."""
        for node in clause.arguments:
            if node.kind == "ORG" and node.has("nom") and node.last < clause.verb.first:
                for _, referent in self.referents.of(node):
                    event.add("organizer", referent, words_of(clause, node, "organize"))

    def _under_heading(self, node: Node, clause: Clause) -> bool:
        """Tell whether what stands under a day of a chronicle was done at an event told for the first time: "sworn in at a sitting"."""
        entry = self.book.entry
        new = node.cases() == {"loc"} and not node.things[0].definite and clause.tense in ("past", "none")
        return new and entry is not None and entry.when is not None and not entry.ahead

    def verbless(self, clause: Clause) -> None:
        """ "Round table on mediation, organised by the Ministry": what a sentence without a verb tells of, where it tells who or when."""
        if self.scene.headline:
            return
        first = self._subject(clause)
        if first is None and self.book.current is not None and clause.arguments[0].has("organize"):
            self.add_common(self.book.current, clause)
            self.book.current.tell_place(self.arguments.place(clause, "loc", seat=False))
        if first is None or first.things[0].plural:
            return
        entry = self.book.entry is not None and (self.book.entry.when is not None or self.book.entry.ahead)
        told = any(n.has("organize") for n in clause.arguments) or self.arguments.date(clause) is not None or first.things[0].when
        if not (entry or told):
            return
        date = self.arguments.own_date(first.things[0], clause) or self.arguments.date(clause)
        event = self.of(first, clause, strong=True, fill=True, planned=True if self._to_be(date) else None)
        if event is not None:
            event.asserted = True
            self.add_common(event, clause)
            if event.place is None:
                event.tell_place(self._after_comma(first, clause))

    def _after_comma(self, event: Node, clause: Clause) -> Where | None:
        """Return the town that stands by itself after an event of a calendar: "2-3 October: annual forum of the Centre, Tbilisi"."""
        after = [n for n in clause.arguments[clause.arguments.index(event) + 1 :] if n.kind not in ("PUNCT", "LPAR", "RPAR")]
        town = next((b for a, b in pairwise(after) if a.kind == "COMMA" and b.kind == "PLACE" and b is after[-1]), None)
        if town is None or len(town.things) != 1:
            return None
        place = self.discourse.place(town.things[0])
        return (place, words_of(clause, town, "place")) if place is not None else None

    def _subject(self, clause: Clause) -> Node | None:
        """Return the event that a sentence without a verb begins with, or whose opening it begins with; None where there is none."""
        begins = False
        for node in clause.arguments:
            if node.kind == "EVENT":
                return node if node.has("nom") or begins else None
            if node.kind == "COLON" and clause.arguments[0].kind == "DATE" and node is clause.arguments[1]:
                continue  # "2-3 October: annual forum of the Centre, Tbilisi"
            begins = begins or (node.kind == "WORD" and self.pack.fold(node.text) in self.pack.settings["beginnings"])
            if node.kind not in _BEFORE_EVENT:
                return None
        return None

    def _to_be(self, date: When | None) -> bool:
        """Tell whether a day is after that of publication."""
        today = self.scene.anchor[: len(date[0])] if date is not None else ""
        return date is not None and bool(today) and not date[0].startswith("XXXX") and date[0] > today

    def organized(self, clause: Clause) -> None:
        """ "Seminarın təşkilatçıları A və B olub", "seminarın təşkilatçısı olan A": who organised an event."""
        if not self.pack.settings["fixed_order"] and self.pack.head_initial:
            self._organizers(clause)
        for node in marked(clause, "organizer"):
            event = self.of(node, clause, strong=False, planned=None, make=False)
            named = clause.head or next(
                (n for n in clause.arguments if n.kind in ("ORG", "LIST", "STATE") and n.cases() & {"nom", "cop"}), None
            )
            if event is None:
                continue
            for _, referent in self.referents.of(named):
                body = referent if referent.sort != "person" else next((b for _, b in reversed(referent.posts)), None)
                if body is not None:
                    event.add("organizer", body, words_of(clause, named, "organize"))

    def hosted(self, clause: Clause) -> None:
        """ "X'in ev sahipliğindeki toplantıda konuşan": who held the event at which something was done."""
        for node, event_noun in pairwise(clause.arguments):
            if node.value != ATTRIBUTE or event_noun.kind != "EVENT" or not node.cases() & {"organize", "chair"}:
                continue
            event = self.of(event_noun, clause, strong=False, planned=None, make=False)
            if event is not None:
                self.add_common(event, replace(clause, arguments=[node]))

    def _organizers(self, clause: Clause) -> None:
        """ "Организаторами стали A и B", "Организатор – A": who organised the event that the text is at."""
        event, first = self.book.current, next(iter(clause.arguments), None)
        lone = first is not None and first.kind == "PREP" and first.concept is not None and ("gen", "organizer") in first.concept.flags
        if not lone or event is None or self.scene.headline or any(n.kind == "EVENT" for n in clause.arguments):
            return
        for node in (n for n in clause.arguments if n.kind in ("ORG", "LIST") and n.has("nom")):
            for _, referent in self.referents.of(node):
                if referent.sort == "org":
                    event.add("organizer", referent, words_of(clause, node, "organize"))

    def themed(self, clause: Clause) -> None:
        """ "Konfransın mövzusu “…” olub": the theme of an event."""
        for node, word, *rest in (clause.arguments[i : i + _THEME_NEAR] for i in range(len(clause.arguments) - 2)):
            quote = next((n for n in rest if n.kind == "QUOTE" and n.things), None)
            if node.kind != "EVENT" or not node.has("gen") or not named(word, "RELATION", "theme") or quote is None:
                continue
            event = self.of(node, clause, strong=False, planned=None)
            if event is not None and not event.theme:
                start, end = quote.things[0].start, quote.things[0].end
                event.theme, event.theme_said = self.text[start:end], (start, end, "quoted_theme")
