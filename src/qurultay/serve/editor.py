"""Writes the page of the SPARQL editor, with the shipped questions as examples."""

from __future__ import annotations

import json
import re
from html import escape

from qurultay import queries, terms
from qurultay.serve.pages import framed, word

__all__ = ["examples", "page"]


_ROWS = 200


def examples(base: str) -> list[dict[str, str]]:
    """Return the shipped questions: name, words and SPARQL, without the header that only programs read.

    Each has a limit, since the editor takes long to show thousands of rows, and declares some prefixes more than it needs: the editor
    shortens the IRIs in answers by them. ``base`` is that of the store's IRIs.
    """
    found = []
    shown = {"id": base} | {name: terms.PREFIXES[name] for name in ("role", "schema", "q", "xsd")}
    for question in queries.questions():
        lines = [line for line in question.sparql.splitlines() if not line.startswith(("#: columns", "#: sample"))]
        text = "\n".join(line.replace("#: ", "# ", 1) if line.startswith("#: ") else line for line in lines)
        more = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in shown.items() if f"PREFIX {name}:" not in text)
        text = text.replace("PREFIX ", f"{more}PREFIX ", 1)
        limit = "" if re.search(r"\bLIMIT\b", text) else f"LIMIT {_ROWS}\n"
        found.append({"name": question.name, "question": question.question, "sparql": f"{text}\n{limit}"})
    return found


def page(language: str, *, base: str) -> str:
    """Return the page of the editor, for a store with IRIs below ``base``."""
    told = {"endpoint": "/sparql", "base": base, "questions": examples(base)}
    data = json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")
    body = (
        f'<h1>{escape(word("askTitle", language))}</h1>\n<p class="lead">{escape(word("askLead", language))}</p>\n'
        f'<p class="choose"><label for="question">{escape(word("questions", language))}</label> <select id="question"></select></p>\n'
        f'<noscript><p class="notice">{escape(word("noScript", language))}</p></noscript>\n<div id="editor"></div>'
        f'\n<script type="application/json" id="told">{data}</script>'
    )
    head = '<link rel="stylesheet" href="/assets/query.css">\n<script src="/assets/query.js" defer></script>\n'
    return framed(word("askTitle", language), body, language, head=head, path="/query", here="ask")
