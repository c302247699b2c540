"""The namespaces of the graph, and the only place where IRIs are minted.

An entity's IRI is the base and a path made from what identifies the entity; see
:mod:`qurultay.identity` for how paths come about. The terms are those of the graph contract.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

__all__ = [
    "BASE",
    "FAMILIES",
    "GRAPHS",
    "HIDDEN",
    "LANGUAGES",
    "PREFIXES",
    "article_path",
    "curie",
    "digest",
    "expand",
    "family",
    "iri",
    "office_path",
    "slug",
]

BASE = "https://w3id.org/qurultay/id/"
"""The default base of entity IRIs; every function that mints takes another as ``base``."""

PREFIXES = {
    "q": "https://w3id.org/qurultay/ontology#",
    "role": "https://w3id.org/qurultay/role/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "org": "http://www.w3.org/ns/org#",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "time": "http://www.w3.org/2006/time#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "sh": "http://www.w3.org/ns/shacl#",
    "wd": "http://www.wikidata.org/entity/",
}

LANGUAGES = ("az", "en", "tr", "ru")
"""The languages in which the reference data name things and pages are told."""

GRAPHS = {
    "ontology": "https://w3id.org/qurultay/graph/ontology",
    "reference": "https://w3id.org/qurultay/graph/reference",
    "entities": "https://w3id.org/qurultay/graph/entities",
    "inferred": "https://w3id.org/qurultay/graph/inferred",
    "identity": "https://w3id.org/qurultay/graph/identity",
    "sightings": "https://w3id.org/qurultay/graph/sightings",
    "network": "https://w3id.org/qurultay/graph/network",
    "links": "https://w3id.org/qurultay/graph/links",
    "own-links": "https://w3id.org/qurultay/graph/own-links",
}
"""Named graphs that belong to no article; ``links`` are shipped, ``own-links`` a user's."""

HIDDEN = {
    "journal": "https://w3id.org/qurultay/graph/journal",
    "quarantine": "https://w3id.org/qurultay/graph/quarantine",
}
"""Named graphs in which a store on a server keeps its own books; they are no part of the data, and are never exported."""

FAMILIES = {
    "state": frozenset({"State"}),
    "place": frozenset({"Place"}),
    "person": frozenset({"Person"}),
    "organization": frozenset({
        "Organization", "ProsecutorsOffice", "Council", "InternationalOrganization", "Ministry", "Court", "Parliament", "University",
        "TrainingInstitution", "PressService", "NewsAgency", "Embassy", "GovernmentBody",
    }),
    "event": frozenset({"Event", "Seminar", "Conference", "Forum", "Meeting", "Session", "Visit", "Training", "Ceremony"}),
    "document": frozenset({"Document", "Memorandum", "Agreement", "Declaration", "Statute", "Programme", "Protocol"}),
    "membership": frozenset({"Membership"}),
}  # fmt: skip
"""The kinds of entity (local names of classes) in families; a family's name is the first segment of its members' paths."""

_UNSAFE = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({
    "ə": "a", "ı": "i", "ö": "o", "ü": "u", "ğ": "g", "ş": "sh", "ç": "ch", "â": "a", "î": "i", "û": "u", "ø": "o",
    "ß": "ss", "æ": "ae", "đ": "d", "ł": "l",
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "ә": "a", "ғ": "g", "җ": "j", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "ҳ": "h", "і": "i", "ў": "u",
})  # fmt: skip


def expand(name: str) -> str:
    """Return the IRI of a CURIE.

    >>> expand("schema:attendee")
    'https://schema.org/attendee'
    """
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def curie(value: str) -> str:
    """Return the CURIE of an IRI in a known namespace, and any other IRI as it is.

    >>> curie("https://w3id.org/qurultay/ontology#Seminar")
    'q:Seminar'
    """
    for prefix, namespace in PREFIXES.items():
        if value.startswith(namespace):
            return f"{prefix}:{value[len(namespace) :]}"
    return value


def family(kind: str) -> str:
    """Return the family of a kind of entity, and "" where the contract has no such kind.

    >>> family("Seminar"), family("Council"), family("Claim")
    ('event', 'organization', '')
    """
    return next((name for name, kinds in FAMILIES.items() if kind in kinds), "")


def office_path(office: str, state: str) -> str:
    """Return the path of the office of a kind that a state has, by the state's path.

    >>> office_path("pgo", "state/AZ")
    'organization/pgo-az'
    """
    return f"organization/{office}-{state.partition('/')[2].lower()}"


def slug(text: str) -> str:
    """Return ``text`` in ASCII lower case with hyphens, whatever its script; "" where nothing is left.

    >>> slug("Türk Dövlətləri Təşkilatı"), slug("Максат Асаналиев"), slug("Әбдіқұл Өтеғұлов")
    ('turk-dovlatlari-tashkilati', 'maksat-asanaliev', 'abdikul-otegulov')
    """
    lowered = text.replace("İ", "i").replace("I", "ı" if "ı" in text else "i").lower().translate(_LETTERS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
    return _UNSAFE.sub("-", plain).strip("-")


def digest(*parts: str) -> str:
    """Return a short stable hash of ``parts`` (16 hexadecimal digits of BLAKE2b)."""
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def iri(path: str, *, base: str = BASE) -> str:
    """Return the IRI of a path below ``base``."""
    return base + path


def article_path(identifier: str) -> str:
    """Return the path of an article: readable where its id is a plain word, hashed where it is not.

    >>> article_path("az-001")
    'article/az-001'
    """
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}", identifier):
        return f"article/{identifier}"
    return f"article/{(slug(identifier)[:40] + '-').lstrip('-')}{digest(identifier)}"
