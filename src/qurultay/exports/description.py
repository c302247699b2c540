"""Describes a store as a data set, in VoID and DCAT, and its endpoint in SPARQL 1.1 Service Description.

All numbers come from the queries in ``queries/description``, so that any store can be described. Nothing in the description is a blank
node, and nothing in it is the clock's: the same store always has the same description.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from qurultay import queries, terms
from qurultay.errors import StoreError
from qurultay.exports.bulk import read_manifest
from qurultay.exports.lines import steady
from qurultay.store.base import View

__all__ = ["PREFIXES", "Publication", "describe", "write_description"]

PREFIXES = terms.PREFIXES | {
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "spdx": "http://spdx.org/rdf/terms#",
    "format": "http://www.w3.org/ns/formats/",
    "media": "https://www.iana.org/assignments/media-types/",
}
_TITLES = {
    "az": "Qurumların əməkdaşlığına dair bilik qrafı",
    "en": "Knowledge graph of institutional cooperation",
    "tr": "Kurumlar arası iş birliği bilgi grafı",
    "ru": "Граф знаний о сотрудничестве ведомств",
}
_ABOUT = "Who met whom, when, where, on what and in which post, read from news; every fact has a claim with the words that say it."
_SITES = {
    "wikidata": ("http://www.wikidata.org/entity/", "https://www.wikidata.org/"),
    "geonames": ("https://sws.geonames.org/", "https://www.geonames.org/"),
}
_FEATURES = ("sd:UnionDefaultGraph",)
_RESULTS = (
    "format:SPARQL_Results_JSON", "format:SPARQL_Results_XML", "format:SPARQL_Results_CSV", "format:SPARQL_Results_TSV",
    "format:Turtle", "format:N-Triples", "format:RDF_XML", "format:JSON-LD",
)  # fmt: skip
_FORMATS = ("format:N-Quads", "format:TriG", "format:Turtle", "format:RDF_XML", "format:JSON-LD")
_LANGUAGE = "http://id.loc.gov/vocabulary/iso639-1/"
_WEB = re.compile(r"https?://[^\s<>\"{}|\\^`/?#]+[^\s<>\"{}|\\^`]*")


@dataclass(frozen=True, slots=True)
class Publication:
    """What a store does not know of itself: the licence of the whole, its endpoint, and where its shards are published."""

    licence: str | None = None
    endpoint: str | None = None
    shards: str | Path | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        for value in (self.licence, self.endpoint, self.url):
            if value is not None and not _WEB.fullmatch(value):
                raise StoreError(f"{value!r} is no http or https address")
        if (self.shards is None) != (self.url is None):
            raise StoreError("shards and the address that they are published below belong together: give both or neither")


def write_description(view: View, *, publication: Publication | None = None) -> bytes:
    """Return the description of a store as Turtle."""
    triples = sorted(describe(view, publication=publication), key=str)
    return steady(serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"")


def describe(view: View, *, publication: Publication | None = None) -> set[Triple]:
    """Return the description of a store; an empty one has counts of 0.

    Raises :class:`~qurultay.errors.StoreError` where the shards are not of the store as it is.
    """
    told = _Description(view, publication or Publication())
    told.dataset()
    told.parts()
    told.partitions()
    told.links()
    told.distributions()
    told.service()
    return told.triples


@dataclass(slots=True)
class _Description:
    """Gathers what is said of the data set and of its parts."""

    view: View
    publication: Publication
    triples: set[Triple] = field(default_factory=set)

    def say(self, part: str, *facts: tuple[str, Any]) -> None:
        """Say facts of a part (a fragment below the data set's address, "" for itself); a value is a CURIE, a term, a number or a part."""
        for predicate, value in facts:
            term = value if isinstance(value, NamedNode | Literal) else Literal(value) if isinstance(value, int) else _node(value)
            self.triples.add(Triple(self.node(part), _node(predicate), term))

    def node(self, part: str = "") -> NamedNode:
        return NamedNode(terms.iri("dataset/qurultay", base=self.view.base) + (f"#{part}" if part else ""))

    def rows(self, query: str) -> Sequence[dict[str, Any]]:
        base = Literal(terms.iri("article/", base=self.view.base))  # a server can hold other graphs too
        found = queries.select(self.view, f"description/{query}", terms={"base": base})
        return [dict(zip(found.columns, row, strict=True)) for row in found.rows]

    def quads(self) -> int:
        return sum(_count(row["triples"]) for row in self.rows("graphs"))

    def dataset(self) -> None:
        totals = next(iter(self.rows("totals")), dict.fromkeys(("quads", "subjects", "objects"), Literal(0)))
        self.say("", ("rdf:type", "void:Dataset"), ("rdf:type", "dcat:Dataset"), ("void:triples", _count(totals["quads"])))
        self.say("", ("void:distinctSubjects", _count(totals["subjects"])), ("void:distinctObjects", _count(totals["objects"])))
        self.say("", *(("dcterms:title", Literal(title, language=language)) for language, title in _TITLES.items()))
        self.say("", ("dcterms:description", Literal(_ABOUT, language="en")), ("void:uriSpace", Literal(self.view.base)))
        self.say("", ("dcterms:conformsTo", NamedNode(terms.PREFIXES["q"].rstrip("#"))))
        self.say("", *(("void:feature", name) for name in _FORMATS))
        if self.publication.licence:
            self.say("", ("dcterms:license", NamedNode(self.publication.licence)))
        rows = [row for row in self.rows("languages") if row["language"] is not None]
        self.say("", *(("dcterms:language", NamedNode(_LANGUAGE + row["language"].value)) for row in rows))
        days = sorted(row["day"].value for row in rows if row["day"] is not None)
        if days:
            self.say("", ("dcterms:temporal", self.node("period")))
            self.say("period", ("rdf:type", "dcterms:PeriodOfTime"), ("dcat:startDate", _day(days[0])), ("dcat:endDate", _day(days[-1])))

    def parts(self) -> None:
        """Say what stands in the graphs that belong to no article, and in those of the articles together."""
        own = {iri: name for name, iri in terms.GRAPHS.items()}
        sizes: Counter[str] = Counter()
        for row in self.rows("graphs"):
            sizes[own.get(row["g"].value, "articles")] += _count(row["triples"])
        for name, size in sizes.items():
            self.say("", ("void:subset", self.node(name)))
            self.say(name, ("rdf:type", "void:Dataset"), ("rdfs:label", Literal(name, language="en")), ("void:triples", size))
        for row in self.rows("licences"):
            part = own.get(row["g"].value, "")
            if part in sizes:
                self.say(part, ("dcterms:license", row["licence"]), *([("dcterms:source", row["source"])] if row["source"] else []))

    def partitions(self) -> None:
        classes, properties = self.rows("classes"), self.rows("properties")
        self.say("", ("void:classes", len(classes)), ("void:properties", len(properties)))
        for row in classes:
            part = f"class-{_fragment(row['class'].value)}"
            self.say("", ("void:classPartition", self.node(part)))
            self.say(part, ("void:class", row["class"]), ("void:entities", _count(row["entities"])))
        for row in properties:
            part = f"property-{_fragment(row['property'].value)}"
            self.say("", ("void:propertyPartition", self.node(part)))
            self.say(part, ("void:property", row["property"]), ("void:triples", _count(row["triples"])))
            self.say(part, ("void:distinctSubjects", _count(row["subjects"])), ("void:distinctObjects", _count(row["objects"])))
        used = {row["class"].value for row in classes} | {row["property"].value for row in properties}
        spaces = {re.sub(r"[^#/]*\Z", "", iri) for iri in used}
        self.say("", *(("void:vocabulary", NamedNode(space)) for space in spaces if space in PREFIXES.values()))

    def links(self) -> None:
        """Say how much is linked to which other data set, and how."""
        counts: Counter[tuple[str, str]] = Counter()
        for row in self.rows("links"):
            if isinstance(row["elsewhere"], NamedNode) and not row["elsewhere"].value.startswith(self.view.base):
                counts[row["predicate"].value, _site(row["elsewhere"].value)] += 1
        for (predicate, site), count in counts.items():
            part = f"links-{_fragment(predicate)}-{_fragment(site)}"
            self.say("", ("void:subset", self.node(part)))
            there = f"site-{_fragment(site)}"
            self.say(part, ("rdf:type", "void:Dataset"), ("rdf:type", "void:Linkset"), ("void:triples", count))
            self.say(part, ("void:linkPredicate", NamedNode(predicate)))
            self.say(part, ("void:subjectsTarget", self.node()), ("void:objectsTarget", self.node(there)))
            space, page = _SITES.get(site, (f"{site}/", f"{site}/"))
            self.say(there, ("rdf:type", "void:Dataset"), ("void:uriSpace", Literal(space)), ("foaf:homepage", NamedNode(page)))

    def distributions(self) -> None:
        """Say which files hold the data set, where it was exported in shards."""
        if self.publication.shards is None or self.publication.url is None:
            return
        manifest, quads = read_manifest(self.publication.shards), self.quads()
        if not manifest.quads <= quads <= manifest.quads + manifest.mended:  # two quads can be one in NFC
            raise StoreError(
                f"the shards in {self.publication.shards} hold {manifest.quads} quads, and the store {quads}: export them anew"
            )
        for number, shard in enumerate(manifest.shards):
            part, address = f"shard-{number:05}", NamedNode(f"{self.publication.url.rstrip('/')}/{shard.file}")
            self.say("", ("dcat:distribution", self.node(part)), ("void:dataDump", address))
            self.say(part, ("rdf:type", "dcat:Distribution"), ("dcat:downloadURL", address), ("dcat:accessURL", address))
            self.say(part, ("dcat:mediaType", "media:application/n-quads"), ("dcat:compressFormat", "media:application/gzip"))
            size = Literal(str(shard.bytes), datatype=NamedNode(terms.expand("xsd:nonNegativeInteger")))
            self.say(part, ("dcat:byteSize", size), ("spdx:checksum", self.node(f"{part}-checksum")))
            digest = Literal(shard.sha256, datatype=NamedNode(terms.expand("xsd:hexBinary")))
            self.say(f"{part}-checksum", ("rdf:type", "spdx:Checksum"), ("spdx:checksumValue", digest))
            self.say(f"{part}-checksum", ("spdx:algorithm", "spdx:checksumAlgorithm_sha256"))
            if self.publication.licence:
                self.say(part, ("dcterms:license", NamedNode(self.publication.licence)))

    def service(self) -> None:
        """Say what an endpoint over the store can do, where there is one."""
        if self.publication.endpoint is None:
            return
        address = NamedNode(self.publication.endpoint)
        self.say("", ("void:sparqlEndpoint", address))
        self.say("service", ("rdf:type", "sd:Service"), ("sd:endpoint", address), ("sd:supportedLanguage", "sd:SPARQL11Query"))
        self.say("service", *(("sd:resultFormat", name) for name in _RESULTS), *(("sd:feature", name) for name in _FEATURES))
        self.say("service", ("sd:defaultDataset", self.node("graphs")))
        self.say("graphs", ("rdf:type", "sd:Dataset"), ("sd:defaultGraph", self.node("union")))
        self.say("union", ("rdf:type", "sd:Graph"), ("dcterms:isPartOf", self.node()))
        for row in self.rows("graphs"):
            name = next((name for name, iri in terms.GRAPHS.items() if iri == row["g"].value), None)
            if name is not None:
                self.say("graphs", ("sd:namedGraph", self.node(f"graph-{name}")))
                self.say(f"graph-{name}", ("rdf:type", "sd:NamedGraph"), ("sd:name", row["g"]), ("sd:graph", self.node(name)))
                self.say(name, ("rdf:type", "sd:Graph"))


def _node(name: str) -> NamedNode:
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


def _count(value: Any) -> int:
    return int(value.value)


def _day(value: str) -> Literal:
    """Return a day, a month or a year, typed as what it is."""
    return Literal(value, datatype=NamedNode(terms.expand({4: "xsd:gYear", 7: "xsd:gYearMonth"}.get(len(value), "xsd:date"))))


def _fragment(iri: str) -> str:
    """Return what stands for an address in a fragment: its CURIE, or its readable end and a hash."""
    short = next((f"{p}-{iri[len(space) :]}" for p, space in PREFIXES.items() if iri.startswith(space)), iri)
    return short if re.fullmatch(r"[\w-]+", short, re.ASCII) else f"{terms.slug(short)[-40:]}-{terms.digest(iri)}"


def _site(iri: str) -> str:
    """Return the data set that an address belongs to: a known one, or its host."""
    parts = urlsplit(iri)
    return next((name for name, (space, _) in _SITES.items() if iri.startswith(space)), f"{parts.scheme}://{parts.netloc}")
