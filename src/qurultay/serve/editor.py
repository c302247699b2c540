"""Writes the page of the SPARQL editor, with the shipped questions as examples."""

from __future__ import annotations

import json
from html import escape

from qurultay import queries, terms
from qurultay.serve.pages import framed, word

__all__ = ["examples", "page"]


def examples() -> list[dict[str, str]]:
    """Return the shipped questions: name, words and SPARQL, with prefixes and without the header that only programs read."""
    found = []
    for question in queries.questions():
        lines = [line for line in question.sparql.splitlines() if not line.startswith(("#: columns", "#: sample"))]
        text = "\n".join(line.replace("#: ", "# ", 1) if line.startswith("#: ") else line for line in lines)
        found.append({"name": question.name, "question": question.question, "sparql": f"{text}\n"})
    return found


def page(language: str) -> str:
    """Return the page of the editor."""
    told = {"endpoint": "/sparql", "questions": examples(), "prefixes": terms.PREFIXES}
    data = json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")
    body = (
        f'<h1>{escape(word("askTitle", language))}</h1>\n<p class="lead">{escape(word("askLead", language))}</p>\n'
        f'<p class="choose"><label for="question">{escape(word("questions", language))}</label> <select id="question"></select></p>\n'
        f'<noscript><p class="notice">{escape(word("noScript", language))}</p></noscript>\n<div id="editor"></div>'
        f'\n<script type="application/json" id="told">{data}</script>'
    )
    head = '<link rel="stylesheet" href="/assets/query.css">\n<script src="/assets/query.js" defer></script>\n'
    return framed(word("askTitle", language), body, language, head=head, path="/query", here="ask")
