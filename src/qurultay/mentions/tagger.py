"""From the tokens of a sentence to its first nodes: known names, words of the lexicon, verbs, dates, quotations.

Everything that later stages build on is found here, once, by looking words up; whatever is not found stays a
plain word node, so that the nodes of a sentence always cover all its tokens.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from qurultay.language.pack import Concept, LanguagePack, Predicate
from qurultay.language.segment import token_spans
from qurultay.language.suffixes import Ending
from qurultay.mentions.dates import DateMention
from qurultay.mentions.nodes import Node, Thing
from qurultay.mentions.reference import Known, Reference
from qurultay.mentions.trie import Found, Trie
from qurultay.mentions.verbs import Verbs, verbs_first, verbs_last
from qurultay.mentions.words import CLOSING, Lexicon, Names, Word, Words, tells

__all__ = ["Sentence", "Tagger"]

_SORTS = {"State": "state", "Place": "place"}
_KINDS = {
    **{kind: kind.upper() for kind in ("office", "role", "title", "event", "document", "delegation", "group", "member", "cite", "marker")},
    **{kind: kind.upper() for kind in ("during", "relation", "particle", "area", "territory", "ordinal", "conj")},
    **{kind: kind.upper() for kind in ("prep", "aux", "det", "rel", "sub")},
}
"""The kind of node for each category of the lexicon; a word of any other category stays a word."""
_LOUD = attrgetter("loud")
_UNKNOWN = Predicate("", (), ())

Noun = Found[tuple[Concept, ...]]
Name = Found[tuple[Known, bool]]
"""A name met in the text: what it names, and whether it is an abbreviation."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's words, where each stands in the text, how each may be read as a noun, and the verbs among them."""

    text: str
    spans: Sequence[tuple[int, int]]
    words: Sequence[Word]
    readings: Sequence[tuple[Ending, ...]]
    verbs: Verbs

    def dated(self) -> list[tuple[int, int]]:
        """Return where the words stand in which a mention of time may begin."""
        return [span for word, span in zip(self.words, self.spans, strict=True) if word.dated]

    def node(self, kind: str, first: int, last: int, endings: tuple[Ending, ...] = ()) -> Node:
        """Return a node over the words ``first`` to ``last`` (inclusive)."""
        start, end = self.spans[first][0], self.spans[last][1]
        return Node(kind, first, last, start, end, self.text[start:end], endings)


class Tagger:
    """Looks words up in one language's lexicon and in the reference data.

    ``is_common`` tells whether a word is a frequent one, ``is_dated`` whether a mention of time may begin in a folded one; ``silent``
    are the frames of verbs that tell nothing where nobody and nothing is named.
    """

    def __init__(
        self,
        pack: LanguagePack,
        reference: Reference,
        is_common: Callable[[str], bool],
        is_dated: Callable[[str], bool],
        silent: Set[str],
    ) -> None:
        self._pack, self._silent = pack, silent
        self._loose = pack.head_initial and not pack.settings.get("fixed_order")
        self._lexicon: Lexicon = Trie()
        for form, senses in pack.nouns.items():
            self._lexicon.add_lemma(pack.keys(form), senses, head=pack.head(form.split()))
        self._names: Names = Trie()
        adjectives: dict[str, str] = {}
        for known in reference:
            for form, language, rank in known.names:
                if known.kind == "OfficeKind":
                    if language == pack.language:
                        self._add_office(form, known)
                elif rank == 4 and language == pack.language:
                    adjectives.setdefault(pack.fold(form), known.path)
                elif rank == 2 or (rank < 2 and language in (pack.language, "")):
                    self._add_name(form, known, abbreviation=rank == 2)
        self._words = Words(pack, self._lexicon, self._names, adjectives, is_common, is_dated)

    def _readings(self, form: str) -> list[tuple[Ending, ...]]:
        """Return how each word of a name may be read."""
        return [self._pack.readings(form[start:end]) for start, end in token_spans(form, 0, len(form))]

    def _add_name(self, form: str, known: Known, *, abbreviation: bool) -> None:
        words = self._readings(form)
        if words and self._pack.dictionary is not None:
            self._add_headed(form, (known, abbreviation))
        elif words:
            self._names.add_name(words, (known, abbreviation))

    def _add_headed(self, form: str, value: tuple[Known, bool]) -> None:
        """Add a name that takes its case from its head."""
        tokens = [form[start:end] for start, end in token_spans(form, 0, len(form))]
        head = self._pack.head(tokens) or 0
        keys = self._pack.keys(" ".join(tokens))
        readings = [e for e in self._pack.readings(tokens[head]) if e.stem == keys[head] and e.case == "nom"]
        self._names.add_headed(keys, value, head=head, plural=bool(readings) and all(e.plural for e in readings))

    def _add_office(self, form: str, known: Known) -> None:
        """Add a kind of national office as a head noun; its words are its bare stems."""
        office = Concept("office", known.office_class, (("national", known.notation), ("chief", "1")))
        if self._pack.dictionary is not None:
            tokens = form.split()
            self._lexicon.add_lemma(self._pack.keys(form), (office,), head=self._pack.head(tokens))
            return
        words = self._readings(form)
        keys = [min((e for e in readings if e.case == "nom"), key=lambda e: len(e.stem)).stem for readings in words[:-1]]
        heads = (e for e in words[-1] if e.case == "nom" and not e.plural)
        head = min(heads, key=lambda e: (len(e.stem) > 3 and not e.possessive, len(e.stem)))
        self._lexicon.add_lemma([*keys, head.stem], (office,))

    def look_up(self, text: str, start: int, end: int) -> Sentence:
        """Return the sentence ``text[start:end]`` with what is known of its words."""
        spans, words = self._words.look_up(text, start, end)
        verbs = verbs_first(words, self._pack) if self._pack.head_initial else verbs_last(words, capitals=not self._pack.apostrophes)
        return Sentence(text, spans, words, [word.readings for word in words], verbs)

    def idle(self, sentence: Sentence) -> bool:
        """Tell whether no name, noun or verb of which anything can be told stands in a sentence; False where it has no words."""
        words = sentence.words
        if not words or (words[0].loud and not (words[0].dull and not _opens_name(words))):
            return False
        if any(map(_LOUD, words[1:])) or any(a.kind == b.kind == "NAME" for a, b in pairwise(words)):
            return False
        if any(predicate.frame not in self._silent for _, senses in sentence.verbs.values() for predicate, _ in senses):
            return False
        return not any(
            tells(noun.value[0]) for at, word in enumerate(words) if word.nouns for noun in word.nouns.find(sentence.readings, at)
        )

    def tag(self, sentence: Sentence, dates: Sequence[DateMention] = ()) -> list[Node]:
        """Return the nodes of a sentence, in order, without gaps; none where it has no tokens.

        ``dates`` are the mentions of time in it.
        """
        nodes: list[Node] = []
        self._tag(sentence, 0, len(sentence.words), {date.start: date for date in dates}, nodes)
        return nodes

    def _tag(self, sentence: Sentence, begin: int, end: int, by_start: Mapping[int, DateMention], nodes: list[Node]) -> None:
        """Add the nodes of the words from ``begin`` to ``end`` to those before them."""
        spans, words, verbs = sentence.spans, sentence.words, sentence.verbs
        at = begin
        while at < end:
            word, (start, stop) = words[at], spans[at]
            if not at or at in verbs or start in by_start:
                node = self._found(sentence, at, by_start.get(start), nodes)
            elif word.dull:
                node = Node(word.kind, at, at, start, stop, word.text, word.readings)
            elif word.noun is not None:
                node = _noun_node(sentence, at, word.noun)
            else:
                node = self._found(sentence, at, None, nodes)
            after = node.last
            if node.kind == "VERB" and node.last > node.first and self._loose:
                self._parted(sentence, node, by_start, nodes)
            nodes.append(node)
            at = after + 1

    def _parted(self, sentence: Sentence, verb: Node, by_start: Mapping[int, DateMention], nodes: list[Node]) -> None:
        """Add what stands between a verb and the words of its phrase, where it says more than an adverb does: "принял вчера участие"."""
        size = len(verb.senses[0][0].words) if verb.senses else 0
        if verb.last - verb.first <= size or not size:
            return
        fronted = sentence.words[verb.first].folded == verb.senses[0][0].words[0]
        first, last = (verb.first + size, verb.last) if fronted else (verb.first + 1, verb.last + 1 - size)
        between: list[Node] = []
        self._tag(sentence, first, last, by_start, between)
        if any(node.kind not in ("WORD", "PARTICLE") for node in between):
            nodes.extend(between)
            verb.first = verb.last = verb.last if fronted else verb.first
            verb.start, verb.end = sentence.spans[verb.first]
            verb.text = sentence.words[verb.first].text

    def _found(self, sentence: Sentence, at: int, date: DateMention | None, before: Sequence[Node]) -> Node:
        """Return the node that begins at a word, after the nodes ``before``."""
        if date is not None:
            return _date(sentence, at, date, self._pack)
        word = sentence.words[at]
        nouns = word.nouns.find(sentence.readings, at) if word.nouns else ()
        return (
            (self._quotation(sentence, at) if word.text in CLOSING else None)
            or (_fixed(sentence, at, nouns) if nouns else None)
            or (_verb(sentence, at, nouns) if word.generic or at in sentence.verbs else None)
            or (self._known(sentence, at, nouns, before) if nouns or word.names else None)
            or _plain(sentence, at)
        )

    def _quotation(self, sentence: Sentence, at: int) -> Node | None:
        """Return the quotation that a mark opens, with the ending printed after it; None where nothing closes it."""
        spans, words = sentence.spans, sentence.words
        closing = CLOSING[words[at].text]
        last = next((i for i in range(at + 1, len(words)) if words[i].text in (closing, '"', "”", "»")), None)
        if last is None or last == at + 1:
            return None
        start, end = spans[at + 1][0], spans[last - 1][1]
        inner = sentence.text[start:end]
        endings: tuple[Ending, ...] = (Ending(""),)
        if last + 1 < len(words) and spans[last + 1][0] == spans[last][1] and words[last + 1].text[0].isalpha():
            suffix = words[last + 1].folded
            found = tuple(Ending("", e.plural, e.possessive, e.case) for e in self._pack.suffixes.nominal(f"x-{suffix}") if e.stem == "x")
            if found:
                last, endings = last + 1, found
        node = sentence.node("QUOTE", at, last, endings)
        node.value, node.things = inner, [Thing("quote", start, end, name=inner)]
        return node

    def _known(self, sentence: Sentence, at: int, nouns: Sequence[Noun], before: Sequence[Node]) -> Node | None:
        """Return the name or the word of the lexicon at ``at``, whichever is longer, where there is one."""
        names = _names(sentence, at)
        if names and any(e.plural for e in names[0].endings) and _ends_with_state(before):
            names = [name for name in names if name.value[0].kind == "State"] or names
        if not names and not nouns:
            return None
        noun = next((noun for noun in nouns if not _holds_verb(sentence, at, noun)), None)
        inflected = noun is not None and any(e.case in ("loc", "abl", "gen") for e in noun.endings)
        if noun is not None and noun.value[0].category == "word" and not inflected and self._like_name(sentence.words, at):
            noun = None
        if names and (noun is None or names[0].length >= noun.length):
            return self._name_node(sentence, at, names)
        return None if noun is None else _noun_node(sentence, at, noun)

    def _name_node(self, sentence: Sentence, at: int, names: Sequence[Name]) -> Node:
        """Return the node of the longest name; others that are spelt alike wait among its thing's posts."""
        best = names[0]
        last = at + best.length - 1
        known, abbreviation = best.value
        things = [_thing(sentence, at, last, name.value[0]) for name in names if name.length == best.length]
        node = sentence.node(things[0].sort.upper(), at, last, best.endings)
        node.things = things[:1]
        things[0].posts = things[1:]
        if abbreviation:
            node.value, things[0].tail = "ABBREVIATION", sentence.words[at].text.partition("-")[0]
        if things[0].sort == "org":
            things[0].name = things[0].tail or self._nominative(node)
        for here in range(at, last):
            shorter = (name for name in _names(sentence, here) if name.length < best.length and here + name.length <= last + 1)
            inner = next(shorter, None)
            if inner is not None and inner.value[0].path in (known.parent, known.state):
                part = _thing(sentence, here, here + inner.length - 1, inner.value[0])
                part.name = part.path if inner.value[1] else ""
                things[0].inner.append(part)
        return node

    def _nominative(self, node: Node) -> str:
        """Return the words of a known name with the last put into the nominative."""
        if self._pack.head_initial:
            return self._pack.bare_name(node.text)
        *head, last = node.text.split()
        ending = next((e for e in node.endings if e.possessive and e.case != "acc"), next(iter(node.endings), None))
        return " ".join([*head, self._pack.nominative(last, ending) if ending is not None and ending.stem else last])

    def _like_name(self, words: Sequence[Word], at: int) -> bool:
        """Tell whether a word of the lexicon stands where a given name does: capitalised before another capital."""
        if at + 1 >= len(words) or not words[at].text[0].isupper() or not words[at + 1].text[0].isupper():
            return False
        return bool(at or self._pack.surname.search(words[at + 1].folded))


def _date(sentence: Sentence, at: int, date: DateMention, pack: LanguagePack) -> Node:
    text, spans, dative = sentence.text, sentence.spans, pack.dative
    last = at
    while last + 1 < len(spans) and spans[last + 1][0] < date.end:
        last += 1
    end = max(date.end, spans[last][1])
    bare = pack.fold(text[date.start : end]) in pack.settings.get("bare_days", ())
    endings = tuple(e for e in sentence.readings[last] if dative is not None and e.case == "gen" and not e.possessive and not bare)
    if dative is not None and date.kind in ("day", "month", "interval") and dative.search(text[date.start : end]):
        endings = (*endings, Ending("", case="dat"))
    value, attributive = date.value or "", "attributive" if date.attributive else ""
    day = Thing("date", date.start, date.end, kind=date.kind, name=value, national=attributive, tail=date.bound or "")
    return Node("DATE", at, last, date.start, end, text[date.start : end], endings, [day], value=value)


def _cuts_verb(verbs: Verbs, at: int, end: int) -> bool:
    """Tell whether a verb begins after word ``at`` and before word ``end``, and goes on there."""
    return any(verb in verbs and verbs[verb][0] >= end for verb in range(at + 1, end))


def _holds_verb(sentence: Sentence, at: int, noun: Noun) -> bool:
    """Tell whether a verb begins inside a phrase of the lexicon; one with a capital is a part of its name ("Court of Appeal")."""
    inner = (verb for verb in sentence.verbs if at < verb < at + noun.length)
    return any(sentence.words[verb].text.islower() or noun.value[0].category != "office" for verb in inner)


def _verb(sentence: Sentence, at: int, nouns: Sequence[Noun]) -> Node | None:
    """Return the verb that begins at ``at``: one of the lexicon, or a word whose ending can only be a verb's."""
    if at in sentence.verbs:
        last, senses = sentence.verbs[at]
    elif (form := sentence.words[at].generic) is not None and not any(noun.length == 1 for noun in nouns):
        last, senses = at, ((_UNKNOWN, form),)
    else:
        return None
    node = sentence.node("VERB", at, last)
    node.senses = senses
    return node


def _fixed(sentence: Sentence, at: int, nouns: Sequence[Noun]) -> Node | None:
    """Return a set phrase that holds what looks like a verb ("müvafiq olaraq"), which is none there."""
    noun = next((noun for noun in nouns if noun.length == 1 or not _cuts_verb(sentence.verbs, at, at + noun.length)), None)
    concept = noun.value[0] if noun is not None else None
    if noun is None or concept is None or noun.endings[0].case != "nom":
        return None
    if concept.category in ("prep", "relation") and noun.length > 1 and at not in sentence.verbs:
        return _noun_node(sentence, at, noun)
    if concept.category in ("particle", "conj", "marker") or concept.name == "former" or (concept.category == "title" and noun.length > 1):
        return _noun_node(sentence, at, noun)
    return None


def _names(sentence: Sentence, at: int) -> Sequence[Name]:
    """Return the names that begin at ``at``, the longest first."""
    entry = sentence.words[at].names
    return [name for name in entry.find(sentence.readings, at) if _may_be_name(sentence.words[at].text, name)] if entry else ()


def _plain(sentence: Sentence, at: int) -> Node:
    """Return the node of a sign, a number, an adjective of a state, a name that is not known, or a mere word."""
    word = sentence.words[at]
    kind, last = word.kind, at
    if word.counted and _stopped(sentence, at):
        return sentence.node("ORDINAL", at, at + 1)
    if kind == "NAME":
        if at or _opens_name(sentence.words):
            last = _name_end(sentence.words, at)
        else:
            kind = "WORD"
    state = word.state if last == at else ""
    node = sentence.node("DEMONYM" if state else kind, at, last, sentence.readings[last])
    if state:
        node.things = [Thing("state", node.start, node.end, path=state, kind="State")]
    return node


def _stopped(sentence: Sentence, at: int) -> bool:
    """Tell whether a full stop that ends no sentence stands right after a word."""
    words, spans = sentence.words, sentence.spans
    return at + 2 < len(words) and words[at + 1].text == "." and spans[at + 1][0] == spans[at][1]


def _opens_name(words: Sequence[Word]) -> bool:
    """Tell whether the first word of a sentence is a name, and not a word with the sentence's capital."""
    return words[0].named or (len(words) > 1 and words[1].text[0].isupper() and not words[0].common)


def _noun_node(sentence: Sentence, at: int, noun: Noun) -> Node:
    """Return the node of a word of the lexicon, with a thing where it tells of an event, a document or a delegation."""
    concept = noun.value[0]
    endings = noun.endings
    if concept.flags and concept.get("izafet"):
        endings = tuple(e for e in endings if e.possessive) or endings
    if concept.flags and (case := concept.get("case")):
        endings = (Ending("", case=case),)
    last = at + noun.length - 1
    if concept.category == "title" and _stopped(sentence, last):
        last += 1
    node = sentence.node(_KINDS.get(concept.category, "WORD"), at, last, endings)
    node.concept = concept
    if node.kind in ("EVENT", "DOCUMENT", "DELEGATION"):
        plural = all(e.plural for e in node.endings) and not concept.get("mass")
        rules = (f"{concept.category}_noun",)
        node.things = [Thing(concept.category, node.start, node.end, kind=concept.name, rules=rules, plural=plural)]
    return node


def _thing(sentence: Sentence, first: int, last: int, known: Known) -> Thing:
    """Return the known thing that the words ``first`` to ``last`` (inclusive) name."""
    return Thing(_SORTS.get(known.kind, "org"), sentence.spans[first][0], sentence.spans[last][1], path=known.path, kind=known.kind)


def _ends_with_state(before: Sequence[Node]) -> bool:
    """Tell whether a state and a conjunction or comma stand before: "Türkiyə və …"."""
    return len(before) > 1 and before[-1].kind in ("CONJ", "COMMA") and before[-2].kind == "STATE"


def _name_end(words: Sequence[Word], at: int) -> int:
    """Return the last word of initials and the name that they stand before, or ``at``."""
    last = at
    while words[last].text.endswith(".") and len(words[last].text) <= 3 and last + 1 < len(words) and words[last + 1].text[0].isupper():
        last += 1
    return last


def _may_be_name(text: str, found: Name) -> bool:
    """Tell whether a name may stand at a word: a name begins with a capital; an abbreviation is printed in capitals."""
    if found.value[1]:
        return sum(c.isupper() for c in text) >= 2 or (found.length == 1 and text[:1].isupper() and len(found.endings[0].stem) > 4)
    return text[:1].isupper()
