"""Shows how an article was read: its text with every mention marked, what it names, and each fact with its words.

Grammar is debugged here. The plain form marks a mention as ``[words|p1]``; the coloured one gives each family of
entities a colour of its own, with the reference behind the words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from rich.console import Console, Group, RenderableType
from rich.text import Text

from qurultay import terms
from qurultay.identity import paths
from qurultay.model import ARTICLE, Entity, Fact, Mention, Reading, Value

__all__ = ["as_json", "marked", "render"]

_COLOURS = {
    "person": "bold magenta",
    "organization": "bold cyan",
    "state": "bold green",
    "place": "green",
    "event": "bold yellow",
    "document": "bold blue",
    "membership": "white",
}


def render(reading: Reading, console: Console) -> None:
    """Print a reading: text, entities, facts, and what was left out; in colour where the console is a terminal."""
    console.print(Group(*_parts(reading, plain=not console.is_terminal)), soft_wrap=not console.is_terminal)


def _parts(reading: Reading, *, plain: bool) -> Iterator[RenderableType]:
    article = reading.article
    facts = {"language": article.language, "published": article.published, "publisher": article.publisher, "headline": article.headline}
    yield _heading(article.id)
    yield Text("\n".join(f"  {name:10} {value or '—'}" for name, value in facts.items()))
    yield _heading("Text")
    yield marked(reading, plain=plain)
    yield _heading(f"Entities ({len(reading.entities)})")
    yield from _entities(reading)
    yield _heading(f"Facts ({len(reading.facts)})")
    yield from _facts(reading)
    if reading.dropped:
        yield _heading(f"Left out ({len(reading.dropped)})")
        yield from (Text(f"  {_quote(span.of(article.text))}  {reason}") for span, reason in reading.dropped)


def _heading(title: str) -> Text:
    return Text(f"\n── {title} " + "─" * max(4, 76 - len(title)), style="bold")


def marked(reading: Reading, *, plain: bool = True) -> Text:
    """Return the article's text with its mentions marked; of two that overlap the longer is.

    >>> from qurultay.model import Article, Mention, Span
    >>> marked(Reading(Article("a", "Bakıda yağış"), mentions=(Mention(Span(0, 6), "l1", "place"),))).plain
    '[Bakıda|l1] yağış'
    """
    kinds = {entity.ref: terms.family(entity.kind) for entity in reading.entities}
    text, shown, at = reading.article.text, Text(), 0
    for mention in _apart(reading.mentions):
        shown.append(text[at : mention.span.start])
        words, style = mention.span.of(text), _COLOURS.get(kinds.get(mention.ref, ""), "bold")
        if plain:
            shown.append(f"[{words}|{mention.ref}]")
        else:
            shown.append(words, style=style)
            shown.append(f" {mention.ref}", style="dim italic")
        at = mention.span.end
    shown.append(text[at:])
    return shown


def _apart(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield mentions in the order of the text, without those that overlap a longer one before them."""
    end = 0
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end, m.ref)):
        if mention.span.start >= end:
            yield mention
            end = mention.span.end


def _entities(reading: Reading) -> Iterator[Text]:
    """Yield a line for each entity: reference, kind, path of the IRI (✓ where the reference data knows it), names.

    One that the reference data names, and the text does not name anew, shows the words that it was met in.
    """
    found = paths(reading)
    met = {m.ref: _quote(m.span.of(reading.article.text)) for m in sorted(reading.mentions, key=lambda m: m.span, reverse=True)}
    rows = [(e, found.get(e.ref, "") + ("" if e.path is None else " ✓")) for e in reading.entities]
    refs = max((len(entity.ref) for entity, _ in rows), default=0)
    kinds = max((len(entity.kind) for entity, _ in rows), default=0)
    identities = max((len(identity) for _, identity in rows), default=0)
    for entity, identity in rows:
        line = Text("  ")
        line.append(entity.ref.ljust(refs + 2), style=_COLOURS.get(_family(entity), "bold"))
        line.append(entity.kind.ljust(kinds + 2))
        line.append(identity.ljust(identities + 2), style="dim")
        line.append(" · ".join(dict.fromkeys(name.text for name in entity.names)) or met.get(entity.ref, ""))
        line.rstrip()
        yield line


def _facts(reading: Reading) -> Iterator[Text]:
    """Yield the facts grouped by what they are about, each with its words and its rule."""
    entities = {entity.ref: entity for entity in reading.entities}
    groups: dict[str, list[Fact]] = {}
    for fact in reading.facts:
        groups.setdefault(fact.subject, []).append(fact)
    for subject in sorted(groups, key=lambda ref: (ref != ARTICLE, _order(entities.get(ref)), ref)):
        yield Text(f"\n  {_called(subject, entities)}", style=_COLOURS.get(_family(entities.get(subject)), "bold"))
        for fact in groups[subject]:
            yield _fact(fact, entities)


def _fact(fact: Fact, entities: dict[str, Entity]) -> Text:
    """Return one fact: predicate, object, and below it the words, the rule and how sure it is."""
    shown = Text(f"    {fact.predicate:25} ")
    shown.append(_object(fact.object, entities), style="bold")
    for words in fact.evidence:
        shown.append(f"\n      {_quote(words.quote)}", style="italic")
        shown.append(f"  {words.span.start}–{words.span.end}  {words.rule}  {fact.confidence:.2f}", style="dim")
    if not fact.evidence:
        shown.append("\n      said by the source, not by the text", style="dim")
    return shown


def _object(value: str | Value, entities: dict[str, Entity]) -> str:
    if isinstance(value, Value):
        kind = f"@{value.language}" if value.language else "" if value.datatype == "xsd:string" else f" ({value.datatype})"
        return value.lexical + kind
    return _called(value, entities)


def _called(ref: str, entities: dict[str, Entity]) -> str:
    entity = entities.get(ref)
    if entity is None:
        return ref
    return f"{ref} {entity.names[0].text if entity.names else entity.path or entity.kind}"


def _family(entity: Entity | None) -> str:
    return terms.family(entity.kind) if entity else ""


def _order(entity: Entity | None) -> int:
    order = ("event", "document", "person", "membership", "organization", "state", "place")
    return order.index(_family(entity)) if _family(entity) in order else len(order)


def _quote(words: str) -> str:
    return f"“{' '.join(words.split())}”"


def as_json(reading: Reading) -> str:
    """Return a reading as JSON: the values of :mod:`qurultay.model`, and the path of each entity's IRI.

    >>> from qurultay.model import Article
    >>> json.loads(as_json(Reading(Article("a", "Bakı"))))["article"]["id"]
    'a'
    """
    found = paths(reading)
    record = asdict(reading)
    for entity in record["entities"]:
        entity["identity"] = found.get(entity["ref"])
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"
