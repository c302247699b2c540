"""What validation found: findings, and a report of them as text, JSON and Turtle."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal, TypeAlias

import pyoxigraph as ox

from qurultay.terms import PREFIXES, expand

__all__ = ["SHAPES", "Finding", "Report", "Severity", "node", "parse_term"]

Severity: TypeAlias = Literal["Violation", "Warning", "Info"]

SHAPES = "https://w3id.org/qurultay/shapes#"
"""The namespace of the shapes."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a shape found wrong.

    ``focus`` and ``value`` are in N-Triples syntax, ``path`` is a CURIE or several joined by ``|``;
    ``path`` and ``value`` are None where the shape speaks of the focus node as a whole. ``shape`` is the
    shape's local name, such as ``EventDateOrder``.
    """

    focus: str
    path: str | None
    value: str | None
    shape: str
    severity: Severity
    message_en: str
    message_az: str


@dataclass(frozen=True, slots=True)
class Report:
    """What validation found, sorted by severity, shape and focus node.

    >>> Report(()).conforms
    True
    """

    findings: tuple[Finding, ...]

    @property
    def conforms(self) -> bool:
        """True where nothing violates; warnings and infos may stand."""
        return not any(finding.severity == "Violation" for finding in self.findings)

    def as_text(self, *, language: Literal["en", "az"] = "en") -> str:
        """Return a block of lines for each finding, and a last line that counts them.

        >>> print(Report(()).as_text())
        conforms: 0 violations, 0 warnings
        """
        blocks = []
        for found in self.findings:
            told = " ".join(part for part in (found.path, found.value) if part)
            message = found.message_az if language == "az" else found.message_en
            blocks.append(f"{found.severity} {found.shape}\n  {found.focus}{' ' + told if told else ''}\n  {message}\n")
        counts = {level: sum(found.severity == level for found in self.findings) for level in ("Violation", "Warning")}
        verdict = "conforms" if self.conforms else "does not conform"
        blocks.append(f"{verdict}: {counts['Violation']} violations, {counts['Warning']} warnings")
        return "\n".join(blocks)

    def as_json(self) -> str:
        """Return ``{"conforms": bool, "findings": [{...}]}`` with the fields of :class:`Finding`.

        >>> Report(()).as_json()
        '{"conforms": true, "findings": []}'
        """
        return json.dumps({"conforms": self.conforms, "findings": [asdict(found) for found in self.findings]}, ensure_ascii=False)

    def as_turtle(self) -> str:
        """Return the findings as a ``sh:ValidationReport`` in Turtle."""
        written = ox.serialize(self._triples(), format=ox.RdfFormat.TURTLE, prefixes=PREFIXES | {"s": SHAPES})
        return (written or b"").decode()

    def _triples(self) -> Iterable[ox.Triple]:
        report = ox.BlankNode("report")
        yield ox.Triple(report, node("rdf:type"), node("sh:ValidationReport"))
        yield ox.Triple(report, node("sh:conforms"), ox.Literal(self.conforms))
        for number, found in enumerate(self.findings, start=1):
            result = ox.BlankNode(f"result{number}")
            yield ox.Triple(report, node("sh:result"), result)
            yield ox.Triple(result, node("rdf:type"), node("sh:ValidationResult"))
            yield ox.Triple(result, node("sh:focusNode"), parse_term(found.focus))
            yield ox.Triple(result, node("sh:sourceShape"), ox.NamedNode(SHAPES + found.shape))
            yield ox.Triple(result, node("sh:resultSeverity"), node(f"sh:{found.severity}"))
            yield ox.Triple(result, node("sh:resultMessage"), ox.Literal(found.message_en, language="en"))
            yield ox.Triple(result, node("sh:resultMessage"), ox.Literal(found.message_az, language="az"))
            if found.value is not None:
                yield ox.Triple(result, node("sh:value"), parse_term(found.value))
            if found.path is not None and "|" not in found.path:
                yield ox.Triple(result, node("sh:resultPath"), node(found.path))


def parse_term(text: str) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """Return the term that ``text`` writes in N-Triples syntax.

    >>> parse_term('"Bakı"@az').language
    'az'
    """
    if text.startswith("_:"):
        return ox.BlankNode(text[2:])
    term: ox.NamedNode | ox.Literal = next(iter(ox.parse(f"<urn:x> <urn:x> {text} .", format=ox.RdfFormat.N_TRIPLES))).object
    return term


def node(name: str) -> ox.NamedNode:
    """Return the IRI of a CURIE as a term.

    >>> node("q:Seminar").value
    'https://w3id.org/qurultay/ontology#Seminar'
    """
    return ox.NamedNode(expand(name))
