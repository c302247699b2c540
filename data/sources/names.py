"""Puts names together as each language does: abbreviations apart, and "X's office" out of an office and a state."""

from __future__ import annotations

from tables import values
from ttl import Graph

__all__ = ["azerbaijani_genitive", "definite", "split_abbreviations", "tell_names"]

_VOWELS = "aıoueəiöü"
_HARMONY = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "ə": "i", "i": "i", "ö": "ü", "ü": "ü"}
_TAKES_ARTICLE = ("Republic", "Kingdom", "Federation", "States", "Emirates", "Union", "State", "Duchy", "Confederation", "Commonwealth")


def split_abbreviations(cell: str) -> tuple[list[str], list[str]]:
    """Return the names of a cell, and its abbreviations, which stand there in brackets.

    >>> split_abbreviations("Türk Devletleri Teşkilatı | [TDT]")
    (['Türk Devletleri Teşkilatı'], ['TDT'])
    """
    every = values(cell)
    return [v for v in every if not v.startswith("[")], [v.strip("[]") for v in every if v.startswith("[")]


def tell_names(graph: Graph, path: str, cell: str, language: str) -> None:
    """Add the names and abbreviations of a cell to the entity at ``path``."""
    names, abbreviations = split_abbreviations(cell)
    graph.names(path, names, language)
    graph.text(path, "q:abbreviation", abbreviations, language)


def azerbaijani_genitive(name: str) -> str:
    """Return the genitive of an Azerbaijani name.

    >>> [azerbaijani_genitive(n) for n in ("Qırğız Respublikası", "Belarus", "Türkiyə", "BƏƏ", "ÇXR")]
    ['Qırğız Respublikasının', 'Belarusun', 'Türkiyənin', 'BƏƏ-nin', 'ÇXR-in']
    """
    lower = name.replace("İ", "i").replace("I", "ı").lower()
    vowel = _HARMONY[next((letter for letter in reversed(lower) if letter in _VOWELS), "e")]
    ending = f"n{vowel}n" if lower[-1] in _VOWELS else f"{vowel}n"
    return f"{name}-{ending}" if name.isupper() else name + ending


def definite(name: str) -> str:
    """Return an English name of a state with the article that it takes within a sentence.

    >>> definite("Kyrgyz Republic"), definite("Georgia"), definite("Netherlands")
    ('the Kyrgyz Republic', 'Georgia', 'the Netherlands')
    """
    takes = any(word in _TAKES_ARTICLE for word in name.split()) or name in {"Netherlands", "Philippines", "UK", "US", "UAE"}
    return f"the {name}" if takes and not name.startswith("the ") else name
