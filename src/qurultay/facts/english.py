"""English verb groups: an auxiliary and its verb, with adverbs between, as one verb whose form says all that the group does.

Run on the first nodes of a sentence, before its phrases are put together. "has also been held" becomes one finite verb in the past,
"is to be held" one in the future, "did not attend" one that is denied; *to* and a verb an infinitive. A participle without an
auxiliary stays one, and *be* and *have* without a verb are the verbs themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qurultay.facts.english_titles import fields, honoured, opening_name, qualifiers, spelt_alike, stop_of_title, the_two
from qurultay.facts.phrases import span
from qurultay.facts.pointing import adverb, pointing
from qurultay.facts.spelt_alike import adjectival, after_verb, nominal
from qurultay.language.pack import Concept, LanguagePack, Predicate, Sense
from qurultay.language.suffixes import Ending, VerbForm
from qurultay.mentions.nodes import NOMINAL, Node

__all__ = ["prepare"]

_ADVERBS = 3
"""How many adverbs may stand inside a verb group."""
_SAYING = frozenset({"say", "told", "report", "propose", "deny"})
_TO_COME = frozenset({"planned", "awaited"})
"""Frames of verbs before an infinitive that say that it is to come: "is scheduled to"."""
_AFTER_HEAD = ("of", "for", "on", "to")
_POSTPOSED = ("general", "general's", "elect", "designate")
"""Adjectives that stand after the head of their noun."""
_SUBORDINATING = frozenset({"since", "after", "before", "until", "till", "as"})
"""Prepositions that are conjunctions where a clause follows."""
_INDEFINITE = ("a", "an")
_TOLD = Predicate("told", (), ())
_UNKNOWN = Predicate("", (), ())
_FOLLOWED = {"be": ("pp", "ing"), "have": ("perf", "fin"), "will": ("base",), "do": ("base",), "to": ("base",)}
"""The forms of a verb that may follow an auxiliary."""


@dataclass(slots=True)
class _Group:
    """What the auxiliaries of a verb group have said so far."""

    last: str = ""
    tense: str = ""
    form: str = "fin"
    negative: bool = False
    unreal: bool = False
    """Whether it says what was to be and was not: "was to have been held"."""

    def take(self, concept: Concept) -> None:
        """Take in an auxiliary."""
        self.negative = self.negative or bool(concept.get("neg"))
        if concept.name in ("not", "going"):
            return
        form = concept.get("form")
        self.unreal = self.unreal or (self.last == "to" and concept.name == "have" and self.tense in ("fut", "none"))
        if not self.tense and not self.last:
            self.tense = concept.get("tense")
            self.form = "ing" if form == "ing" else "base" if form == "base" else "pp" if form == "pp" else "fin"
        elif self.last == "have" and self.tense == "pres":
            self.tense = "past"
        self.last = concept.name


def prepare(nodes: Sequence[Node], pack: LanguagePack) -> list[Node]:
    """Return the nodes of a sentence with every verb group as one verb."""
    found: list[Node] = []
    at = 0
    spelt_alike(nodes, pack)
    opening_name(nodes, pack)
    qualifiers(nodes, pack)
    fields(nodes, pack)
    the_two(nodes)
    while at < len(nodes):
        node = _owner(nodes, at)
        if node is not None:
            found.append(node)
            at += node.last - nodes[at].last + 1 if node.last > nodes[at].last else 1
            continue
        if stop_of_title(nodes, at):
            at += 1
            continue
        if honour := honoured(nodes, at):
            at += honour
            continue
        if _parenthesis(nodes, at):
            at += 3
            continue
        if _due_to(nodes, at, pack):
            nodes[at].kind, nodes[at].text, nodes[at].concept = "WORD", "to", None
        node, count = _group(nodes, at, pack) or (_alone(nodes, at, pack), 1)
        if node.text.lower() in pack.settings["named"] and _titles(nodes, at):
            node.kind, node.concept, node.senses = "RELATION", Concept("relation", "theme"), ()
            found.append(node)
            at += 1
            continue
        if node.kind == "VERB" and node.text.lower() == "last" and at + 1 < len(nodes) and nodes[at + 1].kind == "VERB":
            node.kind, node.senses = "WORD", ()
        excellency = node.kind == "TITLE" and node.text.lower() in ("his excellency", "her excellency")
        if excellency and at + 1 < len(nodes) and nodes[at + 1].kind in ("VERB", "AUX"):
            node.kind, node.text, node.concept = "WORD", node.text[:2].lower().replace("hi", "he"), None
        if node.kind == "TERRITORY" and node.text.islower() and not (at + 1 < len(nodes) and nodes[at + 1].text == "of"):
            node.kind, node.concept = "GROUP", Concept("group", "states")
        _bare(node)
        _number(node, pack)
        found.append(node)
        at += count
    _indefinite(found)
    adverbial = bool(found) and found[0].kind == "NAME" and found[0].text.endswith("ly") and " " not in found[0].text
    if adverbial and not pack.given_name(found[0].text):
        found[0].kind = "WORD"
    return pointing(_that(_to_come(_subordinate(found))), pack)


def _due_to(nodes: Sequence[Node], at: int, pack: LanguagePack) -> bool:
    """Tell whether "due to" stands before a verb, and so says that it is to come: "a seminar due to be held in Lausanne"."""
    return nodes[at].kind == "PREP" and nodes[at].text.lower() == "due to" and _leads_to_verb(nodes, at, pack)


def _owner(nodes: Sequence[Node], at: int) -> Node | None:
    """Return a plural with the apostrophe that stands right after it as a genitive: "the states' courts"; None where none does."""
    if at + 1 >= len(nodes) or nodes[at + 1].text not in ("'", "’") or nodes[at + 1].start != nodes[at].end:
        return None
    node = nodes[at]
    if not node.text.endswith("s") or at + 2 >= len(nodes) or nodes[at + 2].start == nodes[at + 1].end:
        return None
    owner = span(nodes[at : at + 2], node.kind, node.things, endings=tuple(replace(e, case="gen") for e in node.endings), value=node.value)
    owner.concept, owner.text = node.concept, node.text
    return owner


def _titles(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a participle stands between an event and its title: "a workshop called “X”"."""
    return at > 0 and at + 1 < len(nodes) and nodes[at].kind == "VERB" and nodes[at - 1].kind == "EVENT" and nodes[at + 1].kind == "QUOTE"


def _indefinite(nodes: Sequence[Node]) -> None:
    """Mark events told with "a": they do not point back to one told before."""
    for at, node in enumerate(nodes):
        if node.kind != "EVENT" or not node.things or node.things[0].plural:
            continue
        here = at - 1
        while here >= 0 and at - here <= _ADVERBS + 1 and nodes[here].kind in ("WORD", "ORDINAL", "NUMBER", "DEMONYM", "NAME"):
            here -= 1
        if here >= 0 and nodes[here].kind == "DET" and nodes[here].text.lower() in _INDEFINITE:
            node.things[0].definite = False


def _parenthesis(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether an adverb between commas stands after a preposition: "by, among others, A and B"."""
    kinds = [node.kind for node in nodes[at : at + 3]]
    return at > 0 and nodes[at - 1].kind == "PREP" and kinds == ["COMMA", "PARTICLE", "COMMA"]


def _number(node: Node, pack: LanguagePack) -> None:
    """Give a noun of several words the number of its head: "prosecutors general", "ministers of justice"."""
    words = node.text.split()
    if len(words) == 1 or node.kind not in ("ROLE", "GROUP", "DOCUMENT", "OFFICE", "EVENT") or all(e.plural for e in node.endings):
        return
    of = next((i for i, word in enumerate(words) if word in _AFTER_HEAD), 0)
    head = words[of - 1] if of else words[-2] if pack.fold(words[-1]) in _POSTPOSED else ""
    if head and any(e.plural and e.stem != pack.fold(head) for e in pack.readings(head)):
        node.endings = tuple(replace(e, plural=True) for e in node.endings)
        for thing in node.things:
            thing.plural = True


def _bare(node: Node) -> None:
    """Leave out the reading of a genitive that keeps its ending in the stem, which is only there to look names up."""
    if len(node.endings) > 1 and any("'" in e.stem for e in node.endings):
        node.endings = tuple(e for e in node.endings if "'" not in e.stem) or node.endings


def _auxiliary(node: Node, pack: LanguagePack) -> Concept | None:
    """Return what an auxiliary says, None where a node is none."""
    if node.concept is not None and node.concept.category == "aux":
        return node.concept
    if node.kind != "VERB" or node.first != node.last:
        return None
    return next((concept for concept in pack.nouns.get(pack.fold(node.text), ()) if concept.category == "aux"), None)


def _is_to(node: Node) -> bool:
    return node.text.lower() == "to"


def _group(nodes: Sequence[Node], at: int, pack: LanguagePack) -> tuple[Node, int] | None:
    """Return the verb group that begins at a node and how many nodes it takes; None where none does."""
    group = _Group()
    concept = _auxiliary(nodes[at], pack)
    if concept is not None:
        if concept.name in ("not", "going"):
            return None
        group.take(concept)
    elif _is_to(nodes[at]) and at + 1 < len(nodes):
        group.last, group.form, group.tense = "to", "inf", "none"
    else:
        return None
    here, stop, adverbs = at + 1, at + 1, 0
    while here < len(nodes) and adverbs <= _ADVERBS:
        node = nodes[here]
        concept = _auxiliary(node, pack)
        infinitive = group.last in ("be", "have") and _is_to(node) and _leads_to_verb(nodes, here, pack)
        if infinitive:
            group.tense = "fut" if group.last == "be" and group.tense in ("pres", "past") else "nec"
            group.last = "to"
        elif concept is not None and _may_follow(concept, group):
            group.take(concept)
            stop = here + 1
        elif (
            ((node.kind == "VERB" and node.text.lower() == "last") or node.text.lower() == "next" or node.kind == "ORDINAL")
            and here + 1 < len(nodes)
            and nodes[here + 1].kind == "VERB"
        ):
            adverbs += 1
        elif node.kind == "VERB" and (senses := _fitting(node, group)):
            return _finished(nodes[at : here + 1], node, senses, group), here + 1 - at
        elif adverb(node) or (group.last == "have" and stop == here and node.text.lower() in _SUBORDINATING):
            adverbs += 1  # "has since been succeeded"
        else:
            break
        here += 1
    if group.last not in ("be", "have"):
        return None
    return _finished(nodes[at:stop], nodes[stop - 1], _own(nodes[stop - 1], group, pack), group), stop - at


def _leads_to_verb(nodes: Sequence[Node], at: int, pack: LanguagePack) -> bool:
    """Tell whether "to" stands before a verb, adverbs passed over."""
    here = at + 1
    while here < len(nodes) and adverb(nodes[here]):
        here += 1
    if here >= len(nodes):
        return False
    concept = _auxiliary(nodes[here], pack)
    return (concept is not None and (concept.get("form") == "base" or concept.name == "have")) or "base" in nodes[here].forms()


def _may_follow(concept: Concept, group: _Group) -> bool:
    """Tell whether an auxiliary goes on with a group: "has been", "will be", "is not", "is going"."""
    if concept.name in ("not", "going"):
        return True
    form = concept.get("form")
    if group.last == "have":
        return form == "pp"
    if group.last == "be":
        return form == "ing"
    return form == "base" or (group.last in ("will", "to") and concept.name == "have")


def _fitting(node: Node, group: _Group) -> tuple[Sense, ...]:
    """Return the senses of a verb that may stand after the auxiliaries; of an unknown passive only that it is a verb."""
    wanted = _FOLLOWED.get(group.last, ())
    found = tuple((p, f) for p, f in node.senses if f.form in wanted and (f.form != "fin" or f.tense == "past"))
    if not found and group.last == "be" and any(f.form == "perf" or (f.form == "fin" and f.tense == "past") for _, f in node.senses):
        told = any(predicate.frame in _SAYING for predicate, _ in node.senses)
        return ((_TOLD if told else _UNKNOWN, VerbForm("pp", "past")),)
    return found


def _own(node: Node, group: _Group, pack: LanguagePack) -> tuple[Sense, ...]:
    """Return what "be" or "have" says as a verb of its own."""
    known = (pack.verb(group.last) or {}).get("", ())
    return tuple((p, f) for p, f in known if f.form == "base") or ((_UNKNOWN, VerbForm("fin", group.tense)),)


def _finished(nodes: Sequence[Node], verb: Node, senses: Sequence[Sense], group: _Group) -> Node:
    """Return a verb group as one verb."""
    form = {"base": "inf", "pp": "pp"}.get(group.form, group.form)
    tense = group.tense or "pres"
    if (
        group.last == "have"
        and tense == "pres"
        and senses
        and senses[0][1].form in ("perf", "fin")
        and verb is nodes[-1]
        and len(nodes) > 1
    ):
        tense = "past"
    node = span(nodes, "VERB", [])
    if group.unreal and any(predicate.frame in ("held", "hostess") for predicate, _ in senses):
        senses = [(replace(predicate, frame="cancelled"), form) for predicate, form in senses if predicate.slot("nom") == "event"]
        form, tense = "fin", "past"
    node.senses = tuple((predicate, VerbForm(form, tense, negative=group.negative)) for predicate, _ in senses)
    return node


def _alone(nodes: Sequence[Node], at: int, pack: LanguagePack) -> Node:
    """Return a node as it is without auxiliaries: a base form is the present, a participle after an article an adjective."""
    node = nodes[at]
    if node.kind != "VERB":
        return node
    title = next((c for c in pack.nouns.get(node.text.lower(), ()) if c.category == "title"), None)
    if title is not None and at + 1 < len(nodes) and nodes[at + 1].kind == "ROLE":
        node.kind, node.senses, node.concept, node.endings = "TITLE", (), title, (Ending(""),)
        return node
    if adjectival(nodes, at) or nominal(nodes, at) or after_verb(nodes, at):
        node.kind, node.senses = "WORD", ()
        return node
    kept = [(p, f if f.form != "base" else VerbForm("fin", "pres")) for p, f in node.senses if f.form != "perf"]
    node.senses = tuple(kept) or node.senses
    return node


def _that(nodes: list[Node]) -> list[Node]:
    """Return the nodes with "that" as what it is: an article after a preposition, a relative before a verb, else a conjunction."""
    for at, node in enumerate(nodes):
        if node.kind != "SUB" or node.text.lower() != "that":
            continue
        before = nodes[at - 1] if at else None
        if before is None or before.kind == "PREP":
            node.kind, node.concept = "DET", Concept("det", "this")
        elif (
            before.kind in NOMINAL | {"TERRITORY", "AREA", *(("WORD",) if _acts(nodes, at) else ())}
            and before.kind not in ("PERSON", "NAME")
            and (_acts(nodes, at) or not _says(nodes[:at]))
        ):
            node.kind, node.concept = "REL", Concept("rel")
    return nodes


def _acts(nodes: Sequence[Node], at: int) -> bool:
    """Tell whether "that" is what acts in its clause, since a verb follows: "a seminar that took place in May"."""
    after = next((node for node in nodes[at + 1 :] if not adverb(node)), None)
    return after is not None and after.kind == "VERB" and "fin" in after.forms()


def _subordinate(nodes: list[Node]) -> list[Node]:
    """Return the nodes with "since", "after" before a clause of its own as conjunctions: "since the Network was created"."""
    for at, node in enumerate(nodes):
        if node.kind != "PREP" or node.text.lower() not in _SUBORDINATING:
            continue
        verb = next((n for n in nodes[at + 1 :] if n.kind in ("VERB", "COMMA", "PUNCT", "REL", "SUB", "PREP", "CONJ")), None)
        if verb is not None and verb.kind == "VERB" and verb.first != verb.last and "fin" in verb.forms():
            node.kind, node.concept = "SUB", Concept("sub")
    return nodes


def _says(nodes: Sequence[Node]) -> bool:
    """Tell whether the last verb before a place is one of saying: its object may stand between it and "that"."""
    verb = next((node for node in reversed(nodes) if node.kind == "VERB"), None)
    return verb is not None and any(predicate.frame in _SAYING or not predicate.frame for predicate, _ in verb.senses)


def _to_come(nodes: list[Node]) -> list[Node]:
    """Return the nodes with "is scheduled to" and the verb after it as one verb in the future."""
    found: list[Node] = []
    for node in nodes:
        before = found[-1] if found else None
        unreal = node.kind == "VERB" and node.frames() == {"cancelled"} and node.text.lower().startswith("to ")
        if unreal and before is not None and before.kind == "VERB" and before.frames() & _TO_COME:
            merged = span([before, node], "VERB", [])
            merged.senses = node.senses
            found[-1] = merged
        elif (
            before is not None
            and before.kind == node.kind == "VERB"
            and "inf" in node.forms()
            and "fin" in before.forms()
            and any(predicate.frame in _TO_COME for predicate, _ in before.senses)
        ):
            negative = before.senses[0][1].negative
            merged = span([before, node], "VERB", [])
            merged.senses = tuple((p, VerbForm("fin", "fut", negative=negative or f.negative)) for p, f in node.senses)
            found[-1] = merged
        else:
            found.append(node)
    return found
