"""One event of a row, told by its place in the row: "the last of three training courses", "the second in a series of seminars"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qurultay.facts.headinitial.government import many, preposition
from qurultay.facts.phrases import Built, Phrases, span
from qurultay.mentions.nodes import Node

__all__ = ["partitive"]


def partitive(phrases: Phrases, nodes: Sequence[Node], at: int) -> Built:
    """ "Last", "final" or an ordinal + "of" + events in the plural: one of them."""
    node = nodes[at]
    told = node.kind == "ORDINAL" or phrases.pack.fold(node.text) in phrases.pack.settings["last"]
    if not told or at + 2 >= len(nodes) or not preposition(nodes[at + 1], "gen") or nodes[at + 1].text.lower() != "of":
        return None
    row = nodes[at + 2]
    if row.kind != "EVENT" or len(row.things) != 1 or not (many(row) or row.things[0].plural):
        return None
    row.things[0].plural, row.things[0].definite = False, False
    endings = tuple(replace(e, case="nom", plural=False) for e in row.endings[:1])
    merged = span(nodes[at : at + 3], "EVENT", row.things, endings=endings, value=row.value)
    merged.concept, merged.clauses = row.concept, row.clauses
    return merged, 3
