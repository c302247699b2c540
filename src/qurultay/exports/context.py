"""Reads the JSON-LD context that is shipped: which short name stands for which IRI, and how its values are written."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["Context", "Term"]

_LOCAL = re.compile(r"\w[\w.-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Term:
    """A short name: ``kind`` is what its values are coerced to ("" for nothing, "@id", "@vocab", or a datatype such as ``xsd:date``)."""

    name: str
    iri: str
    kind: str = ""
    by_language: bool = False
    always_list: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """The short names of a context; ``inverse`` are those that tell a relation from its object's side, in their order."""

    terms: Mapping[str, Any]
    forward: Mapping[str, Term]
    inverse: tuple[Term, ...]

    @classmethod
    def parse(cls, text: str) -> Context:
        """Read a context whose names are strings, objects, or null for a key that is no triple.

        >>> Context.parse('{"@context": {"q": "https://q.example/", "Visit": "q:Visit"}}').vocab("https://q.example/Visit")
        'Visit'
        """
        names: Mapping[str, Any] = json.loads(text)["@context"]
        forward, inverse = {}, []
        for name, told in names.items():
            if told is None or name.startswith("@") or (isinstance(told, str) and told.startswith("@")):
                continue
            told = {"@id": told} if isinstance(told, str) else told
            held = told.get("@container", [])
            iri = _expanded(told.get("@reverse") or told["@id"], names)
            term = Term(name, iri, told.get("@type", ""), by_language="@language" in held, always_list="@set" in held)
            if "@reverse" in told:
                inverse.append(term)
            else:
                forward[iri] = term
        return cls(names, forward, tuple(inverse))

    def key(self, iri: str) -> str:
        """Return a property's IRI as the key of values that its short name does not fit: by its prefix, or in full."""
        found = [
            (prefix, told) for prefix, told in self.terms.items() if isinstance(told, str) and iri.startswith(told) and told[-1] in "#/"
        ]
        for prefix, told in found:
            if _LOCAL.fullmatch(iri[len(told) :]):
                return f"{prefix}:{iri[len(told) :]}"
        return iri

    def vocab(self, iri: str) -> str:
        """Return the short name of a class or of a property, or else its :meth:`key`."""
        term = self.forward.get(iri)
        return term.name if term is not None else self.key(iri)


def _expanded(value: str, names: Mapping[str, Any]) -> str:
    prefix, colon, local = value.partition(":")
    return f"{names[prefix]}{local}" if colon and isinstance(names.get(prefix), str) and not local.startswith("//") else value
