"""Lists of lines: a sentence that ends in a colon goes on in the lines after it that begin with a bullet.

"The delegations were headed by:" and a line for each of their heads are one sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from qurultay.article import Block
from qurultay.mentions.nodes import Node

__all__ = ["joined", "lists"]

_BULLETS = "-–—•*·▪"
_FEW = 2
"""How many lines make a list at least."""


def lists(text: str, blocks: Sequence[Block]) -> dict[int, int]:
    """Return where the lists of an article begin and end, each with the sentence before its colon.

    >>> text = "Present were:\\n- A B;\\n- C D.\\nThe End."
    >>> lines = [(0, 13), (14, 20), (21, 27), (28, 36)]
    >>> lists(text, [Block("body", start, end) for start, end in lines])
    {0: 27}
    """
    found: dict[int, int] = {}
    for place, block in enumerate(blocks):
        if block.kind != "body" or text[block.end - 1] != ":":
            continue
        last = place
        while last + 1 < len(blocks) and blocks[last + 1].kind == "body" and _item(text, blocks[last + 1].start):
            last += 1
        if last - place >= _FEW:
            found[block.start] = blocks[last].end
    return found


def _item(text: str, start: int) -> bool:
    """Tell whether a line begins with a bullet and a capital letter."""
    return text[start] in _BULLETS and text[start + 1 :].lstrip()[:1].isupper()


def joined(nodes: Sequence[Node], text: str) -> list[Node]:
    """Return the nodes of a list with commas in the place of its bullets."""
    found: list[Node] = []
    for node in nodes:
        if found and node.text in _BULLETS and not text[: node.start].rstrip(" ")[-1:].strip():
            if found[-1].kind in ("COMMA", "COLON", "CONJ"):
                continue
            if found[-1].text == ".":
                found.pop()
            node.kind = "COMMA"
        found.append(node)
    return found
