"""Writes entities of FollowTheMoney as JSON lines, which Aleph, OpenAleph, yente and nomenklatura read.

People, public bodies and other organisations, events, documents and articles are entities; a post is a Position, who holds it an
Occupancy, dated by the articles that tell it and not by guesses of when it began; who signed or is named in what is a
Documentation. Dates are as partial as they were told, and everything names the articles that prove it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from qurultay.exchange.gather import Gathered, Link, local
from qurultay.exchange.model import clean
from qurultay.terms import BASE, PREFIXES, digest, expand

__all__ = ["entities", "followthemoney"]

_Properties: TypeAlias = Mapping[str, Iterable[str | None]]
_PUBLIC = frozenset({"ProsecutorsOffice", "Ministry", "Court", "Parliament", "GovernmentBody", "Embassy"})
_LANGUAGES = {"az": "aze", "en": "eng", "tr": "tur", "ru": "rus"}
_ACTING = tuple(map(expand, ("q:participant", "schema:organizer", "q:signatory", "org:organization", "org:memberOf")))
_INVOLVED = tuple(map(expand, ("q:participant", "schema:attendee", "q:speaker")))
_DAYS = frozenset({"date", "startDate", "endDate", "incorporationDate", "publishedAt"})
_LEGAL = frozenset({"person", "organization", "state"})


def followthemoney(found: Gathered, *, base: str = BASE) -> bytes:
    """Return the entities, one in a line, sorted by their ids; nothing for nothing."""
    lines = [json.dumps(entity, ensure_ascii=False, sort_keys=True) for entity in entities(found, base=base)]
    return "".join(f"{line}\n" for line in lines).encode()


def entities(found: Gathered, *, base: str = BASE) -> list[dict[str, object]]:
    """Return the entities, each a mapping with ``id``, ``schema`` and ``properties``, sorted by id."""
    return sorted(_Teller(found, base).tell(), key=lambda entity: str(entity["id"]))


class _Teller:
    """Tells what was gathered in the terms of FollowTheMoney."""

    def __init__(self, found: Gathered, base: str) -> None:
        self.found, self.base = found, base
        self.acting = {link.target for links in found.links.values() for link in links if link.kind in _ACTING}
        self.acting |= {thing for thing, links in found.links.items() if any(link.kind == expand("org:memberOf") for link in links)}

    def tell(self) -> Iterator[dict[str, object]]:
        posts: dict[str, dict[str, object]] = {}
        for thing in self.found.kinds:
            family = self.found.family(thing)
            if family == "person":
                yield self._entity("Person", self._id(thing), self._named(thing))
            elif family == "organization" or (family == "state" and thing in self.acting):
                yield self._body(thing)
            elif family == "event":
                yield self._event(thing)
            elif family == "document":
                signed = self.found.texts(thing, "q:signedOn")
                kind = (self.found.kind(thing),)
                yield self._entity(
                    "Document", self._id(thing), {**self._named(thing), "fileName": (local(thing),), "date": signed, "keywords": kind}
                )
            elif family == "article":
                yield self._article(thing)
            elif family == "membership":
                for entity in self._post(thing):
                    posts[str(entity["id"])] = entity
        yield from posts.values()
        for links in self.found.links.values():
            for link in links:
                yield from self._link(link)

    def _id(self, thing: str) -> str:
        path = thing.removeprefix(self.base)
        return f"qurultay-{path.replace('/', '-')}" if path != thing else f"qurultay-{digest(thing)}"

    def _entity(self, schema: str, identifier: str, properties: _Properties) -> dict[str, object]:
        told = {name: sorted({text for value in values if value and (text := clean(value))}) for name, values in properties.items()}
        for name in _DAYS & set(told):
            yearless = [day for day in told[name] if not day[:4].isdigit()]
            told[name] = sorted({day[:10] for day in told[name] if day not in yearless})
            if yearless:
                remarks = "description" if schema in ("Documentation", "Occupancy") else "notes"
                told[remarks] = [*told.get(remarks, ()), *(f"told without a year: {day}" for day in yearless)]
        return {"id": identifier, "schema": schema, "properties": {name: values for name, values in told.items() if values}}

    def _named(self, thing: str) -> dict[str, Iterable[str]]:
        """Return names and aliases; an alias that is one word or has initials is a weak one."""
        main = list(dict.fromkeys(self.found.texts(thing, "skos:prefLabel") + self.found.texts(thing, "rdfs:label")))
        others = [name for name, _ in self.found.names(thing) if name not in main]
        weak = [name for name in others if " " not in name.strip() or "." in name]
        items = [iri for iri in self.found.same(thing) if iri.startswith(PREFIXES["wd"])]
        return {
            "name": main or [self.found.title(thing, "en")],
            "alias": [name for name in others if name not in weak],
            "weakAlias": weak,
            "wikidataId": [local(iri) for iri in items],
            "proof": self._proof(thing),
        }

    def _proof(self, thing: str) -> list[str]:
        """Return the articles that claim what kind a thing is or tell anything of it."""
        evidence = [
            said
            for kind in self.found.kinds[thing]
            for said in self.found.evidence.get((thing, expand("rdf:type"), PREFIXES["q"] + kind), [])
        ]
        told = [article for link in self.found.links.get(thing, ()) for article in link.articles]
        return [self._id(article) for article in sorted({article for article, _, _ in evidence} | set(told))]

    def _country(self, thing: str) -> tuple[str, ...]:
        state = self.found.state(thing)
        return () if state is None else tuple(code.lower() for code in self.found.texts(state, "q:isoCode"))

    def _body(self, thing: str) -> dict[str, object]:
        public = self.found.family(thing) == "state" or self.found.kind(thing) in _PUBLIC
        parents = [self._id(parent) for parent in self.found.targets(thing, expand("org:subOrganizationOf"))]
        told = {
            "abbreviation": self.found.texts(thing, "q:abbreviation"),
            "incorporationDate": self.found.texts(thing, "schema:foundingDate"),
        }
        country = self._country(thing)
        more: _Properties = {"country": country, "jurisdiction": country, "parent": parents, "classification": (self.found.kind(thing),)}
        return self._entity("PublicBody" if public else "Organization", self._id(thing), {**self._named(thing), **told, **more})

    def _event(self, thing: str) -> dict[str, object]:
        places = self.found.targets(thing, expand("schema:location"))
        quotes = [
            quote
            for link in self.found.links.get(thing, ())
            for _, _, quote in self.found.evidence.get((thing, link.kind, link.target), [])
        ]
        properties: dict[str, Iterable[str | None]] = {
            **self._named(thing),
            "startDate": self.found.texts(thing, "schema:startDate"),
            "endDate": self.found.texts(thing, "schema:endDate"),
            "location": [self.found.label(place, "en") for place in places],
            "country": [code for place in places for code in self._country(place)],
            "summary": self.found.texts(thing, "q:theme"),
            "description": sorted(set(quotes)),
            "keywords": [self.found.kind(thing), *map(local, self.found.texts(thing, "q:status"))],
            "organizer": self._legal(self.found.targets(thing, expand("schema:organizer"))),
            "involved": self._legal(self.found.targets(thing, *_INVOLVED)),
        }
        return self._entity("Event", self._id(thing), properties)

    def _legal(self, things: Iterable[str]) -> list[str]:
        return [self._id(thing) for thing in things if self.found.family(thing) in _LEGAL]

    def _article(self, thing: str) -> dict[str, object]:
        texts = self.found.texts
        languages = [_LANGUAGES.get(code, code) for code in texts(thing, "schema:inLanguage")]
        names = texts(thing, "schema:headline") or texts(thing, "schema:identifier")
        told: _Properties = {
            "name": names, "title": texts(thing, "schema:headline"), "publishedAt": texts(thing, "schema:datePublished"),
            "language": languages, "publisher": texts(thing, "schema:publisher"), "sourceUrl": texts(thing, "schema:url"),
        }  # fmt: skip
        return self._entity("Article", self._id(thing), told)

    def _post(self, thing: str) -> Iterator[dict[str, object]]:
        """Yield the positions and the occupancies of one post held: nothing where its holder, its role or its body is not told."""
        holders, bodies = (self.found.targets(thing, expand(f"org:{part}")) for part in ("member", "organization"))
        roles = self.found.texts(thing, "org:role")
        days = sorted({day[:10] for proof in self._articles(thing) for day in self.found.texts(proof, "schema:datePublished")})
        quotes = [q for kind in ("org:member", "org:organization") for q in self._quotes(thing, expand(kind))]
        for body in bodies:
            for role in roles:
                position = f"qurultay-position-{digest(role, body)}"
                names = [f"{self.found.label(role, code)}, {self.found.label(body, code)}" for code in ("en", "az")]
                organization = [self._id(body)]
                yield self._entity("Position", position, {"name": names, "organization": organization, "country": self._country(body)})
                for holder in holders:
                    name = f"qurultay-occupancy-{digest(thing, holder, role, body)}"
                    proof = [self._id(article) for article in self._articles(thing)]
                    told = {"holder": [self._id(holder)], "post": [position], "date": days, "proof": proof, "summary": quotes}
                    yield self._entity("Occupancy", name, told)

    def _articles(self, thing: str) -> list[str]:
        return sorted({article for link in self.found.links.get(thing, ()) for article in link.articles})

    def _quotes(self, thing: str, kind: str) -> list[str]:
        targets = self.found.targets(thing, kind)
        return sorted({quote for target in targets for _, _, quote in self.found.evidence.get((thing, kind, target), [])})

    def _link(self, link: Link) -> Iterator[dict[str, object]]:
        """Yield what a link is in FollowTheMoney: who signed or is named in a document, and who is a member of what."""
        said: defaultdict[str, set[str]] = defaultdict(set)
        for article, _, quote in self.found.evidence.get((link.source, link.kind, link.target), []):
            said[article].add(quote)
        quotes = sorted({quote for its in said.values() for quote in its})
        proof = [self._id(article) for article in link.articles]
        name, ends = digest(link.source, link.kind, link.target), (self._id(link.source), self._id(link.target))
        if link.kind == expand("q:signatory") and self.found.family(link.target) in _LEGAL:
            days = self.found.texts(link.source, "q:signedOn")
            told: _Properties = {
                "document": ends[:1],
                "entity": ends[1:],
                "role": ("signatory",),
                "date": days,
                "proof": proof,
                "summary": quotes,
            }
            yield self._entity("Documentation", f"qurultay-documentation-{name}", told)
        elif link.kind == expand("schema:mentions") and self.found.family(link.target) in {"person", "organization"}:
            told = {"document": ends[:1], "entity": ends[1:], "role": ("mentions",), "summary": quotes}
            yield self._entity("Documentation", f"qurultay-documentation-{name}", told)
        elif link.kind == expand("org:memberOf"):
            told = {"member": ends[:1], "organization": ends[1:], "proof": proof, "summary": quotes}
            yield self._entity("Membership", f"qurultay-membership-{name}", told)
