"""From the tokens of a sentence to its first nodes: known names, words of the lexicon, verbs, dates, quotations.

Everything that later stages build on is found here, once, by looking words up; whatever is not found stays a
plain word node, so that the nodes of a sentence always cover all its tokens.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

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
_PUNCTUATION = {",": "COMMA", "(": "LPAR", ")": "RPAR", ":": "COLON", ";": "COMMA", "–": "DASH", "—": "DASH", "-": "DASH"}
_KINDS = {"office": "OFFICE", "role": "ROLE", "title": "TITLE", "event": "EVENT", "document": "DOCUMENT", "delegation": "DELEGATION", "group": "GROUP",
          "member": "MEMBER", "cite": "CITE", "marker": "MARKER", "during": "DURING", "relation": "RELATION", "particle": "PARTICLE", "area": "AREA", "territory": "TERRITORY", "ordinal": "ORDINAL", "conj": "CONJ"}  # fmt: skip
_OPENING = {"«": "»", "“": "”", "„": "“", '"': '"', "‟": "”", "”": "”"}


class Tagger:
    """Looks words up in one language's lexicon and in the reference data."""

    def __init__(self, pack: LanguagePack, reference: Reference, tokenize: type | object, is_common: Callable[[str], bool]) -> None:
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
        words = [t.text for t in self._tokenize(form, 0, len(form))]  # type: ignore[operator]
        if words:
            self._names.add_name([self._pack.readings(word) for word in words], (known, abbreviation))

    def _add_office(self, form: str, known: Known) -> None:
        """Add a kind of national office as a head noun; its words are its bare stems."""
        words = [self._pack.readings(t.text) for t in self._tokenize(form, 0, len(form))]  # type: ignore[operator]
        keys = [min((e for e in readings if e.case == "nom"), key=lambda e: len(e.stem)).stem for readings in words[:-1]]
        last = min((e for e in words[-1] if e.case == "nom" and not e.plural), key=lambda e: (len(e.stem) > 3 and not e.possessive, len(e.stem)))
        self._lexicon.add_lemma([*keys, last.stem], (Concept("office", known.office_class, (("national", known.notation), ("chief", "1"))),))

    def tag(self, text: str, tokens: Sequence[Token], dates: Sequence[DateMention]) -> list[Node]:
        """Return the nodes of one sentence, in order, without gaps."""
        words = [self._pack.readings(t.text) for t in tokens]
        verbs = self._verbs(tokens)
        by_start = {d.start: d for d in dates}
        nodes: list[Node] = []
        at = 0
        while at < len(tokens):
            token = tokens[at]
            senses = self._lexicon.find(words, at) if token.kind == "word" else []
            node = (
                self._date(text, tokens, at, by_start.get(token.start))
                or self._quotation(text, tokens, at)
                or self._fixed(text, tokens, at, senses)
                or self._verb(text, tokens, at, verbs, senses)
                or self._known(text, tokens, words, at, verbs, nodes, senses)
                or self._plain(text, tokens, words, at)
            )
            nodes.append(node)
            at = node.last + 1
        return nodes

    # -- dates and quotations -------------------------------------------------------------------------------------
    def _date(self, text: str, tokens: Sequence[Token], at: int, date: DateMention | None) -> Node | None:
        if date is None:
            return None
        last = at
        while last + 1 < len(tokens) and tokens[last + 1].start < date.end:
            last += 1
        end = max(date.end, tokens[last].end)
        endings = tuple(e for e in self._pack.readings(tokens[last].text) if e.case == "gen" and not e.possessive)
        node = Node("DATE", at, last, date.start, end, text[date.start : end], endings, value=date.value or "")
        node.things = [Thing("date", date.start, date.end, kind=date.kind, name=date.value or "", national="attributive" if date.attributive else "")]
        return node

    def _quotation(self, text: str, tokens: Sequence[Token], at: int) -> Node | None:
        closing = _OPENING.get(tokens[at].text)
        if closing is None:
            return None
        last = next((i for i in range(at + 1, len(tokens)) if tokens[i].text in (closing, '"', "”", "»")), None)
        if last is None or last == at + 1:
            return None
        inner = text[tokens[at + 1].start : tokens[last - 1].end]
        end, endings = last, (Ending(""),)
        if last + 1 < len(tokens) and tokens[last + 1].start == tokens[last].end and tokens[last + 1].text[0].isalpha():
            suffix = self._pack.fold(tokens[last + 1].text)
            found = tuple(Ending("", e.plural, e.possessive, e.case) for e in self._pack.suffixes.nominal(f"x-{suffix}") if e.stem == "x")
            if found:
                end, endings = last + 1, found
        node = Node("QUOTE", at, end, tokens[at].start, tokens[end].end, text[tokens[at].start : tokens[end].end], endings, value=inner)
        node.things = [Thing("quote", tokens[at + 1].start, tokens[last - 1].end, name=inner)]
        return node

    # -- verbs ----------------------------------------------------------------------------------------------------
    def _verbs(self, tokens: Sequence[Token]) -> dict[int, tuple[int, tuple[tuple[Predicate, VerbForm], ...]]]:
        """Return {index of the first word: (index of the last, senses)} of the verbs that the lexicon knows."""
        folded = [self._pack.fold(t.text) for t in tokens]
        found: dict[int, tuple[int, tuple[tuple[Predicate, VerbForm], ...]]] = {}
        for at, word in enumerate(folded):
            previous = folded[at - 1] if at else ""
            if previous in _BETWEEN and at > 1:
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

    def _verb(
        self,
        text: str,
        tokens: Sequence[Token],
        at: int,
        verbs: Mapping[int, tuple[int, tuple[tuple[Predicate, VerbForm], ...]]],
        nouns: Sequence[Found[tuple[Concept, ...]]],
    ) -> Node | None:
        if at in verbs:
            last, senses = verbs[at]
            return Node("VERB", at, last, tokens[at].start, tokens[last].end, text[tokens[at].start : tokens[last].end], senses=senses)
        token = tokens[at]
        if token.kind == "word" and token.text.islower():
            form = self._pack.generic_verb(token.text)
            if form is not None and not any(s.length == 1 for s in nouns):
                return Node("VERB", at, at, token.start, token.end, token.text, senses=((_UNKNOWN, form),))
        return None

    def _fixed(self, text: str, tokens: Sequence[Token], at: int, found: list[Found[tuple[Concept, ...]]]) -> Node | None:
        """Return a set phrase that holds what looks like a verb ("müvafiq olaraq"), which is none there."""
        if found and found[0].value[0].category in ("particle", "conj", "marker") and found[0].endings[0].case == "nom":
            return self._noun_node(text, tokens, at, found[0])
        return None

    # -- names and words ------------------------------------------------------------------------------------------
    def _known(
        self, text: str, tokens: Sequence[Token], words: Sequence[tuple[Ending, ...]], at: int, verbs: Mapping[int, object], before: Sequence[Node],
        senses: list[Found[tuple[Concept, ...]]],
    ) -> Node | None:
        names = [f for f in self._names.find(words, at) if _may_be_name(tokens, at, f)] if tokens[at].kind != "punct" else []
        if names and any(e.plural for e in names[0].endings) and len(before) > 1 and before[-1].kind in ("CONJ", "COMMA") and before[-2].kind == "STATE":
            names = [f for f in names if f.value[0].kind == "State"] or names
        senses = [f for f in senses if not any(at < v < at + f.length for v in verbs)]
        if names and (not senses or names[0].length >= senses[0].length):
            return self._name_node(text, tokens, words, at, names)
        if senses:
            return self._noun_node(text, tokens, at, senses[0])
        return None

    def _name_node(
        self, text: str, tokens: Sequence[Token], words: Sequence[tuple[Ending, ...]], at: int, found: list[Found[tuple[Known, bool]]]
    ) -> Node:
        best = found[0]
        alike = [f for f in found if f.length == best.length]
        last = at + best.length - 1
        known = best.value[0]
        sort = _SORTS.get(known.kind, "org")
        start, end = tokens[at].start, tokens[last].end
        things = [Thing(_SORTS.get(f.value[0].kind, "org"), start, end, path=f.value[0].path, kind=f.value[0].kind) for f in alike]
        node = Node(sort.upper(), at, last, start, end, text[start:end], best.endings, things[:1])
        if best.value[1]:
            node.value, things[0].tail = "ABBREVIATION", tokens[at].text.partition("-")[0]
        node.things[0].posts = things[1:]
        for here in range(at, last) if best.length > 1 else ():
            inner = next((f for f in self._names.find(words[: last + 1], here) if _may_be_name(tokens, here, f) and f.length < best.length), None)
            if inner is not None and inner.value[0].path in (known.parent, known.state):
                part = inner.value[0]
                node.things[0].inner.append(
                    Thing(_SORTS.get(part.kind, "org"), tokens[here].start, tokens[here + inner.length - 1].end, path=part.path, kind=part.kind, name=part.path if inner.value[1] else "")
                )
        return node

    def _noun_node(self, text: str, tokens: Sequence[Token], at: int, found: Found[tuple[Concept, ...]]) -> Node:
        last = at + found.length - 1
        concept = found.value[0]
        start, end = tokens[at].start, tokens[last].end
        node = Node(_KINDS.get(concept.category, "WORD"), at, last, start, end, text[start:end], found.endings, concept=concept)
        if node.kind in ("EVENT", "DOCUMENT", "DELEGATION"):
            plural = all(e.plural for e in node.endings) and not concept.get("mass")
            node.things = [Thing(concept.category, start, end, kind=concept.name, rules=(f"{concept.category}_noun",), plural=plural)]
        return node

    def _plain(self, text: str, tokens: Sequence[Token], words: Sequence[tuple[Ending, ...]], at: int) -> Node:
        token = tokens[at]
        kind = "WORD"
        last = at
        if token.kind == "punct":
            kind = _PUNCTUATION.get(token.text, "PUNCT")
        elif _ORDINAL.match(token.text):
            kind = "ORDINAL"
        elif token.kind == "number":
            kind = "NUMBER"
        elif token.text[0].isupper() and (at or self._opens_name(tokens)):
            kind, last = "NAME", self._name_end(tokens, at)
        if kind in ("WORD", "NAME") and last == at and self._pack.fold(token.text) in self._adjectives:
            state = Thing("state", token.start, token.end, path=self._adjectives[self._pack.fold(token.text)], kind="State")
            return Node("DEMONYM", at, at, token.start, token.end, token.text, words[at], [state])
        return Node(kind, at, last, token.start, tokens[last].end, text[token.start : tokens[last].end], words[last])

    def _opens_name(self, tokens: Sequence[Token]) -> bool:
        """Tell whether the first word of a sentence is a name, and not a word with the sentence's capital."""
        first = tokens[0].text
        if len(tokens) > 1 and tokens[1].text[0].isupper() and not self._is_common(first) or first.endswith(".") or sum(c.isupper() for c in first) > 1:
            return True
        return any(self._pack.surname.search(e.stem) for e in self._pack.readings(first) if not e.possessive and not e.plural)

    def _name_end(self, tokens: Sequence[Token], at: int) -> int:
        """Return the last token of an initial and the name that it stands before, or ``at``."""
        if tokens[at].text.endswith(".") and len(tokens[at].text) <= 3 and at + 1 < len(tokens) and tokens[at + 1].text[0].isupper():
            return at + 1
        return at


_BETWEEN = frozenset({"də", "da", "de"})
"""Particles that may part the words of a verb's phrase."""
_UNKNOWN = Predicate("", (), ())


def _before(folded: Sequence[str], at: int, words: tuple[str, ...]) -> int | None:
    """Return where ``words`` begin if they stand before token ``at`` (a particle may part them), else None."""
    start = at
    for word in reversed(words):
        start -= 1
        if start >= 0 and folded[start] in _BETWEEN:
            start -= 1
        if start < 0 or folded[start] != word:
            return None
    return start


def _may_be_name(tokens: Sequence[Token], at: int, found: Found[tuple[Known, bool]]) -> bool:
    """A name begins with a capital; an abbreviation is printed in capitals."""
    text = tokens[at].text
    if found.value[1]:
        return sum(c.isupper() for c in text) >= 2 or (found.length == 1 and text[:1].isupper() and len(text) > 4)
    return text[:1].isupper()
