"""What a small article tells, in short words that a table of cases can hold."""

from __future__ import annotations

from qurultay.facts import Reader
from qurultay.model import Article, Value

_HEADS = {
    "az": "Prokurorluq xəbərləri\n\nBakı, 12 mart 2024\n\n",
    "en": "News of the day\n\nBaku, 12 March 2024\n\n",
    "ru": "Новости дня\n\nБаку, 12 марта 2024 г.\n\n",
    "tr": "Haberler\n\nAnkara, 12 Mart 2024\n\n",
}
_SHORT = {
    "schema:attendee": "attendee",
    "q:participant": "participant",
    "q:speaker": "speaker",
    "schema:location": "place",
    "schema:startDate": "date",
    "schema:endDate": "end",
    "schema:organizer": "organizer",
    "q:framework": "framework",
    "q:status": "status",
    "q:theme": "theme",
    "org:memberOf": "member of",
    "q:signatory": "signatory",
    "q:signedOn": "signed",
    "schema:foundingDate": "founded",
    "schema:foundingLocation": "founded in",
    "schema:position": "number",
}


def told(sentences: str, language: str) -> set[str]:
    """Return what is told under a headline and a dateline: "Meeting place state/AZ", "post NAME ROLE BODY", "Memorandum signed DAY"."""
    reading = Reader.default().read(Article("x", _HEADS[language] + sentences, language))
    names = {e.ref: e.path or (e.names[0].text if e.names else e.ref) for e in reading.entities}
    kinds = {e.ref: e.kind for e in reading.entities}
    posts: dict[str, dict[str, str]] = {}
    found: set[str] = set()
    for fact in reading.facts:
        value = fact.object.lexical if isinstance(fact.object, Value) else names.get(fact.object, fact.object)
        kind = kinds.get(fact.subject, "")
        if kind == "Membership":
            posts.setdefault(fact.subject, {})[fact.predicate] = value
        elif fact.predicate == "schema:sourceOrganization":
            found.add(f"source {value}")
        elif fact.predicate in _SHORT:
            found.add(f"{kind} {_SHORT[fact.predicate]} {value.removeprefix('q:')}")
        elif fact.predicate == "rdf:type" and fact.subject.startswith(("e", "d")):
            found.add(kind)
    return found | {f"post {p['org:member']} {p['org:role'].removeprefix('role:')} {p['org:organization']}" for p in posts.values()}


def sorted_out(expected: list[str]) -> tuple[set[str], set[str]]:
    """Return the facts that are to be told, and those after "not " that must not be."""
    unwanted = {fact.removeprefix("not ") for fact in expected if fact.startswith("not ")}
    return {fact for fact in expected if not fact.startswith("not ")}, unwanted
