"""The values that pass between the stages of the pipeline.

An :class:`Article` goes in; a :class:`Reading` comes out: the entities that the article names,
the facts that it tells of them, and for each fact the words that say it. Everything here is
frozen and plain: no stage can change what another has made, and nothing here knows of RDF stores,
languages or files. Offsets are half-open and count Unicode code points of ``Article.text`` as it
was decoded, so that ``text[span.start:span.end] == quote`` always holds.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["ARTICLE", "Article", "Entity", "Evidence", "Fact", "Mention", "Name", "Reading", "Span", "Value"]

ARTICLE = "article"
"""The reference by which a fact names the article itself."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of code points.

    >>> Span(0, 4).of("Bakı şəhəri")
    'Bakı'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span must hold at least one code point: [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """Return the words that the span covers in ``text``."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Article:
    """One news article, and what its source says of it besides the text.

    ``text`` is never altered. ``published`` is an ISO 8601 date (``2022-08-08``), ``language`` a
    two-letter code; each optional field is None where neither the caller nor the text tells it.
    """

    id: str
    text: str
    language: str | None = None
    headline: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of the article that say a fact, and the name of the rule that read them."""

    span: Span
    quote: str
    rule: str


@dataclass(frozen=True, slots=True)
class Name:
    """A form under which an article names an entity, put into the nominative."""

    text: str
    language: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Entity:
    """Something that the article speaks of.

    ``ref`` is its name within one reading (``p1``, ``o3``, ``e1`` ...). ``kind`` is the local name of
    its class in the ontology (``Person``, ``State``, ``ProsecutorsOffice``, ``Seminar``,
    ``Membership`` ...). ``path`` is the path of its IRI below the base where the reference data knows
    it (``organization/pgo-az``, ``state/AZ``), and None where identity is still to be computed from what is
    said of it. ``names`` are fullest first.
    """

    ref: str
    kind: str
    path: str | None = None
    names: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """A literal: its lexical form, and either a language tag or the CURIE of a datatype."""

    lexical: str
    datatype: str = "xsd:string"
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One triple that the article tells.

    ``subject`` is the ref of an entity (or :data:`ARTICLE`), ``predicate`` a CURIE
    (``schema:attendee``), ``object`` a ref, a CURIE with a known prefix (``role:ProsecutorGeneral``,
    ``q:Held``) or a :class:`Value`. ``evidence`` is empty only where the caller, not the text, said it.
    ``confidence`` lies in (0, 1].
    """

    subject: str
    predicate: str
    object: str | Value
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text where an entity is named, under whatever form."""

    span: Span
    ref: str
    rule: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one article.

    ``article`` carries headline, date and publisher where they were found in the text. ``dropped``
    tells what was left out on purpose (page furniture, remarks without an event), with the reason.
    """

    article: Article
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = ()
    mentions: tuple[Mention, ...] = ()
    dropped: tuple[tuple[Span, str], ...] = ()
