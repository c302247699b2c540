"""From the tokens of a sentence to its first nodes: known names, words of the lexicon, verbs, dates, quotations.

Everything that later stages build on is found here, once, by looking words up; whatever is not found stays a
plain word node, so that the nodes of a sentence always cover all its tokens.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from qurultay.language.pack import Concept, LanguagePack, Predicate
from qurultay.language.segment import Token
from qurultay.language.suffixes import Ending, VerbForm
from qurultay.mentions.dates import DateMention
from qurultay.mentions.nodes import Node, Thing
from qurultay.mentions.reference import Known, Reference
from qurultay.mentions.trie import Found, Trie

__all__ = ["Tagger"]

_SORTS = {"State": "state", "Place": "place"}
_ORDINAL = re.compile(r"^(?:\d+[-–]?(?:c[iıuü]|[iıuü]nc[iıuü])|[IVXLC]+(?:[-–]c[iıuü])?)$")
_DATIVE = re.compile(r"(?<!d)[aə]$")
_PUNCTUATION = {",": "COMMA", "(": "LPAR", ")": "RPAR", ":": "COLON", ";": "COMMA", "–": "DASH", "—": "DASH", "-": "DASH"}
_KINDS = {
    **{kind: kind.upper() for kind in ("office", "role", "title", "event", "document", "delegation", "group", "member", "cite", "marker")},
    **{kind: kind.upper() for kind in ("during", "relation", "particle", "area", "territory", "ordinal", "conj")},
}
"""The kind of node for each category of the lexicon; a word of any other category stays a word."""
_OPENING = {"«": "»", "“": "”", "„": "“", '"': '"', "‟": "”", "”": "”"}
_PARTICLES = frozenset({"də", "da", "de"})
"""Particles that may part the words of a verb's phrase."""
_UNKNOWN = Predicate("", (), ())

Verbs = Mapping[int, tuple[int, tuple[tuple[Predicate, VerbForm], ...]]]
"""The index of a verb's first word: that of its last, and its senses."""
Noun = Found[tuple[Concept, ...]]
Name = Found[tuple[Known, bool]]
"""A name met in the text: what it names, and whether it is an abbreviation."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence's tokens in the text, the readings of each as a noun, and the verbs among them."""

    text: str
    tokens: Sequence[Token]
    words: Sequence[tuple[Ending, ...]]
    verbs: Verbs

    def node(self, kind: str, first: int, last: int, endings: tuple[Ending, ...] = ()) -> Node:
        """Return a node over the tokens ``first`` to ``last`` (inclusive)."""
        start, end = self.tokens[first].start, self.tokens[last].end
        return Node(kind, first, last, start, end, self.text[start:end], endings)


class Tagger:
    """Looks words up in one language's lexicon and in the reference data."""

    def __init__(
        self,
        pack: LanguagePack,
        reference: Reference,
        tokenize: Callable[[str], Sequence[Token]],
        is_common: Callable[[str], bool],
    ) -> None:
        self._pack = pack
        self._is_common = is_common
        self._tokenize = tokenize
        self._lexicon: Trie[tuple[Concept, ...]] = Trie()
        for form, senses in pack.nouns.items():
            self._lexicon.add_lemma(form.split(), senses)
        self._names: Trie[tuple[Known, bool]] = Trie()
        self._adjectives: dict[str, str] = {}
        for known in reference:
            for form, language, rank in known.names:
                if known.kind == "OfficeKind":
                    if language == pack.language:
                        self._add_office(form, known)
                elif rank == 4 and language == pack.language:
                    self._adjectives.setdefault(pack.fold(form), known.path)
                elif rank == 2 or (rank < 2 and language in (pack.language, "")):
                    self._add_name(form, known, abbreviation=rank == 2)

    def _add_name(self, form: str, known: Known, *, abbreviation: bool) -> None:
        words = [self._pack.readings(token.text) for token in self._tokenize(form)]
        if words:
            self._names.add_name(words, (known, abbreviation))

    def _add_office(self, form: str, known: Known) -> None:
        """Add a kind of national office as a head noun; its words are its bare stems."""
        words = [self._pack.readings(token.text) for token in self._tokenize(form)]
        keys = [min((e for e in readings if e.case == "nom"), key=lambda e: len(e.stem)).stem for readings in words[:-1]]
        heads = (e for e in words[-1] if e.case == "nom" and not e.plural)
        head = min(heads, key=lambda e: (len(e.stem) > 3 and not e.possessive, len(e.stem)))
        office = Concept("office", known.office_class, (("national", known.notation), ("chief", "1")))
        self._lexicon.add_lemma([*keys, head.stem], (office,))

    def tag(self, text: str, tokens: Sequence[Token], dates: Sequence[DateMention]) -> list[Node]:
        """Return the nodes of one sentence, in order, without gaps; none where it has no tokens.

        ``dates`` are the mentions of time in it.
        """
        sentence = _Sentence(text, tokens, [self._pack.readings(token.text) for token in tokens], self._verbs(tokens))
        by_start = {date.start: date for date in dates}
        nodes: list[Node] = []
        at = 0
        while at < len(tokens):
            token = tokens[at]
            nouns = self._lexicon.find(sentence.words, at) if token.kind == "word" else []
            node = (
                self._date(sentence, at, by_start.get(token.start))
                or self._quotation(sentence, at)
                or self._fixed(sentence, at, nouns)
                or self._verb(sentence, at, nouns)
                or self._known(sentence, at, nouns, nodes)
                or self._plain(sentence, at)
            )
            nodes.append(node)
            at = node.last + 1
        return nodes

    # -- dates and quotations -------------------------------------------------------------------------------------
    def _date(self, sentence: _Sentence, at: int, date: DateMention | None) -> Node | None:
        if date is None:
            return None
        text, tokens = sentence.text, sentence.tokens
        last = at
        while last + 1 < len(tokens) and tokens[last + 1].start < date.end:
            last += 1
        end = max(date.end, tokens[last].end)
        endings = tuple(e for e in self._pack.readings(tokens[last].text) if e.case == "gen" and not e.possessive)
        if date.kind in ("day", "month", "interval") and _DATIVE.search(text[date.start : end]):
            endings = (*endings, Ending("", case="dat"))
        value, attributive = date.value or "", "attributive" if date.attributive else ""
        day = Thing("date", date.start, date.end, kind=date.kind, name=value, national=attributive)
        return Node("DATE", at, last, date.start, end, text[date.start : end], endings, [day], value=value)

    def _quotation(self, sentence: _Sentence, at: int) -> Node | None:
        tokens = sentence.tokens
        closing = _OPENING.get(tokens[at].text)
        if closing is None:
            return None
        last = next((i for i in range(at + 1, len(tokens)) if tokens[i].text in (closing, '"', "”", "»")), None)
        if last is None or last == at + 1:
            return None
        start, end = tokens[at + 1].start, tokens[last - 1].end
        inner = sentence.text[start:end]
        endings: tuple[Ending, ...] = (Ending(""),)
        if last + 1 < len(tokens) and tokens[last + 1].start == tokens[last].end and tokens[last + 1].text[0].isalpha():
            suffix = self._pack.fold(tokens[last + 1].text)
            found = tuple(Ending("", e.plural, e.possessive, e.case) for e in self._pack.suffixes.nominal(f"x-{suffix}") if e.stem == "x")
            if found:
                last, endings = last + 1, found
        node = sentence.node("QUOTE", at, last, endings)
        node.value, node.things = inner, [Thing("quote", start, end, name=inner)]
        return node

    # -- verbs ----------------------------------------------------------------------------------------------------
    def _verbs(self, tokens: Sequence[Token]) -> Verbs:
        """Return the verbs that the lexicon knows."""
        folded = [self._pack.fold(token.text) for token in tokens]
        found: dict[int, tuple[int, tuple[tuple[Predicate, VerbForm], ...]]] = {}
        for at, word in enumerate(folded):
            previous = folded[at - 1] if at else ""
            if previous in _PARTICLES and at > 1:
                previous = folded[at - 2]
            senses = self._pack.verb_senses(word, previous)
            if not senses:
                continue
            best: list[tuple[Predicate, VerbForm]] = []
            begin = at
            for predicate, form in senses:
                start = _before(folded, at, predicate.words)
                if start is None or (best and len(predicate.words) < len(best[0][0].words)):
                    continue
                begin = start
                best.append((predicate, form))
            if best:
                found[begin] = (at, tuple(best))
        return found

    def _verb(self, sentence: _Sentence, at: int, nouns: Sequence[Noun]) -> Node | None:
        if at in sentence.verbs:
            last, senses = sentence.verbs[at]
            node = sentence.node("VERB", at, last)
            node.senses = senses
            return node
        token = sentence.tokens[at]
        if token.kind == "word" and token.text.islower():
            form = self._pack.generic_verb(token.text)
            if form is not None and not any(noun.length == 1 for noun in nouns):
                node = sentence.node("VERB", at, at)
                node.senses = ((_UNKNOWN, form),)
                return node
        return None

    def _fixed(self, sentence: _Sentence, at: int, nouns: Sequence[Noun]) -> Node | None:
        """Return a set phrase that holds what looks like a verb ("müvafiq olaraq"), which is none there."""
        ends = {verb: last for verb, (last, _) in sentence.verbs.items()}
        noun = next(
            (noun for noun in nouns if all(ends.get(verb, at) < at + noun.length for verb in range(at + 1, at + noun.length))), None
        )
        concept = noun.value[0] if noun is not None else None
        if noun is None or concept is None or noun.endings[0].case != "nom":
            return None
        if (
            concept.category in ("particle", "conj", "marker")
            or concept.name == "former"
            or (concept.category == "title" and noun.length > 1)
        ):
            return _noun_node(sentence, at, noun)
        return None

    # -- names and words ------------------------------------------------------------------------------------------
    def _known(self, sentence: _Sentence, at: int, nouns: Sequence[Noun], before: Sequence[Node]) -> Node | None:
        """Return the name or the word of the lexicon at ``at``, whichever is longer, where there is one."""
        token = sentence.tokens[at]
        names: list[Name] = []
        if token.kind != "punct" and not token.text.islower():
            names = [name for name in self._names.find(sentence.words, at) if _may_be_name(sentence.tokens, at, name)]
        if names and any(e.plural for e in names[0].endings) and _ends_with_state(before):
            names = [name for name in names if name.value[0].kind == "State"] or names
        if not names and not nouns:
            return None
        noun = next((noun for noun in nouns if not any(at < verb < at + noun.length for verb in sentence.verbs)), None)
        inflected = noun is not None and any(e.case in ("loc", "abl", "gen") for e in noun.endings)
        if noun is not None and noun.value[0].category == "word" and not inflected and self._like_name(sentence.tokens, at):
            noun = None
        if names and (noun is None or names[0].length >= noun.length):
            return self._name_node(sentence, at, names)
        return None if noun is None else _noun_node(sentence, at, noun)

    def _name_node(self, sentence: _Sentence, at: int, names: Sequence[Name]) -> Node:
        """Return the node of the longest name; others that are spelt alike wait among its thing's posts."""
        best = names[0]
        last = at + best.length - 1
        known, abbreviation = best.value
        things = [_thing(sentence.tokens, at, last, name.value[0]) for name in names if name.length == best.length]
        node = sentence.node(things[0].sort.upper(), at, last, best.endings)
        node.things = things[:1]
        things[0].posts = things[1:]
        if abbreviation:
            node.value, things[0].tail = "ABBREVIATION", sentence.tokens[at].text.partition("-")[0]
        if things[0].sort == "org":
            things[0].name = things[0].tail or self._nominative(node)
        for here in range(at, last):
            if sentence.tokens[here].text.islower():
                continue
            shorter = (f for f in self._names.find(sentence.words[: last + 1], here) if f.length < best.length)
            inner = next((name for name in shorter if _may_be_name(sentence.tokens, here, name)), None)
            if inner is not None and inner.value[0].path in (known.parent, known.state):
                part = _thing(sentence.tokens, here, here + inner.length - 1, inner.value[0])
                part.name = part.path if inner.value[1] else ""
                things[0].inner.append(part)
        return node

    def _nominative(self, node: Node) -> str:
        """Return the words of a known name with the last put into the nominative."""
        *head, last = node.text.split()
        ending = next((e for e in node.endings if e.possessive and e.case != "acc"), next(iter(node.endings), None))
        return " ".join([*head, self._pack.nominative(last, ending) if ending is not None and ending.stem else last])

    def _plain(self, sentence: _Sentence, at: int) -> Node:
        """Return the node of a sign, a number, an adjective of a state, a name that is not known, or a mere word."""
        token = sentence.tokens[at]
        kind, last = "WORD", at
        if token.kind == "punct":
            kind = _PUNCTUATION.get(token.text, "PUNCT")
        elif _ORDINAL.match(token.text):
            kind = "ORDINAL"
        elif token.kind == "number":
            kind = "NUMBER"
        elif (token.text[0].isupper() and (at or self._opens_name(sentence.tokens))) or self._with_article(token.text):
            kind, last = "NAME", _name_end(sentence.tokens, at)
        state = self._adjectives.get(self._pack.fold(token.text)) if kind in ("WORD", "NAME") and last == at else None
        node = sentence.node("DEMONYM" if state else kind, at, last, sentence.words[last])
        if state:
            node.things = [Thing("state", token.start, token.end, path=state, kind="State")]
        return node

    def _like_name(self, tokens: Sequence[Token], at: int) -> bool:
        """Tell whether a word of the lexicon stands where a given name does: capitalised before another capital."""
        following = tokens[at + 1].text if at + 1 < len(tokens) else ""
        return (
            tokens[at].text[0].isupper() and following[:1].isupper() and bool(self._pack.surname.search(self._pack.fold(following)) or at)
        )

    def _with_article(self, word: str) -> bool:
        """Tell whether a word is a name with an article before it: "əl-Hamad"."""
        article, hyphen, name = word.partition("-")
        return bool(hyphen and name) and name[0].isupper() and self._pack.fold(article) in self._pack.particles

    def _opens_name(self, tokens: Sequence[Token]) -> bool:
        """Tell whether the first word of a sentence is a name, and not a word with the sentence's capital."""
        first = tokens[0].text
        if len(tokens) > 1 and tokens[1].text[0].isupper() and not self._is_common(first):
            return True
        if first.endswith(".") or sum(letter.isupper() for letter in first) > 1:
            return True
        return any(self._pack.surname.search(e.stem) for e in self._pack.readings(first) if not e.possessive and not e.plural)


def _noun_node(sentence: _Sentence, at: int, noun: Noun) -> Node:
    """Return the node of a word of the lexicon, with a thing where it tells of an event, a document or a delegation."""
    concept = noun.value[0]
    endings = tuple(e for e in noun.endings if e.possessive or not concept.get("izafet")) or noun.endings
    node = sentence.node(_KINDS.get(concept.category, "WORD"), at, at + noun.length - 1, endings)
    node.concept = concept
    if node.kind in ("EVENT", "DOCUMENT", "DELEGATION"):
        plural = all(e.plural for e in node.endings) and not concept.get("mass")
        rules = (f"{concept.category}_noun",)
        node.things = [Thing(concept.category, node.start, node.end, kind=concept.name, rules=rules, plural=plural)]
    return node


def _thing(tokens: Sequence[Token], first: int, last: int, known: Known) -> Thing:
    """Return the known thing that the tokens ``first`` to ``last`` (inclusive) name."""
    return Thing(_SORTS.get(known.kind, "org"), tokens[first].start, tokens[last].end, path=known.path, kind=known.kind)


def _ends_with_state(before: Sequence[Node]) -> bool:
    """Tell whether a state and a conjunction or comma stand before: "Türkiyə və …"."""
    return len(before) > 1 and before[-1].kind in ("CONJ", "COMMA") and before[-2].kind == "STATE"


def _name_end(tokens: Sequence[Token], at: int) -> int:
    """Return the last token of an initial and the name that it stands before, or ``at``."""
    if tokens[at].text.endswith(".") and len(tokens[at].text) <= 3 and at + 1 < len(tokens) and tokens[at + 1].text[0].isupper():
        return at + 1
    return at


def _before(folded: Sequence[str], at: int, words: tuple[str, ...]) -> int | None:
    """Return where ``words`` begin if they stand before token ``at`` (a particle may part them), else None."""
    start = at
    for word in reversed(words):
        start -= 1
        if start >= 0 and folded[start] in _PARTICLES:
            start -= 1
        if start < 0 or folded[start] != word:
            return None
    return start


def _may_be_name(tokens: Sequence[Token], at: int, found: Name) -> bool:
    """Tell whether a name may stand there: a name begins with a capital; an abbreviation is printed in capitals."""
    text = tokens[at].text
    if found.value[1]:
        return sum(c.isupper() for c in text) >= 2 or (found.length == 1 and text[:1].isupper() and len(text) > 4)
    return text[:1].isupper()
