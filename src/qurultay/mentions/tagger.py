"""From the tokens of a sentence to its first nodes: known names, words of the lexicon, verbs, dates, quotations.

Everything that later stages build on is found here, once, by looking words up; whatever is not found stays a
plain word node, so that the nodes of a sentence always cover all its tokens.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from itertools import pairwise
from operator import attrgetter

from qurultay.language.pack import Concept, LanguagePack
from qurultay.language.segment import token_spans
from qurultay.language.suffixes import Ending
from qurultay.mentions.dates import DateMention
from qurultay.mentions.nodes import Node, Thing
from qurultay.mentions.reference import Known, Reference
from qurultay.mentions.sentence import (
    Name,
    Noun,
    Sentence,
    date_node,
    fixed_phrase,
    holds_verb,
    known_thing,
    names_at,
    noun_node,
    opens_name,
    plain_node,
    verb_node,
)  # fmt: skip
from qurultay.mentions.trie import Trie
from qurultay.mentions.verbs import verbs_first, verbs_last
from qurultay.mentions.words import CLOSING, Lexicon, Names, Word, Words, tells

__all__ = ["Tagger"]

_LOUD = attrgetter("loud")


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
        self._loose = pack.head_initial and not pack.settings["fixed_order"]
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
        if not words or (words[0].loud and not (words[0].dull and not opens_name(words))):
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
                node = noun_node(sentence, at, word.noun)
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
            return date_node(sentence, at, date, self._pack)
        word = sentence.words[at]
        nouns = word.nouns.find(sentence.readings, at) if word.nouns else ()
        return (
            (self._quotation(sentence, at) if word.text in CLOSING else None)
            or (fixed_phrase(sentence, at, nouns) if nouns else None)
            or (verb_node(sentence, at, nouns) if word.generic or at in sentence.verbs else None)
            or (self._known(sentence, at, nouns, before) if nouns or word.names else None)
            or plain_node(sentence, at)
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
        names = names_at(sentence, at)
        if names and any(e.plural for e in names[0].endings) and _ends_with_state(before):
            names = [name for name in names if name.value[0].kind == "State"] or names
        if not names and not nouns:
            return None
        noun = next((noun for noun in nouns if not holds_verb(sentence, at, noun)), None)
        inflected = noun is not None and any(e.case in ("loc", "abl", "gen") for e in noun.endings)
        if noun is not None and noun.value[0].category == "word" and not inflected and self._like_name(sentence.words, at):
            noun = None
        if names and (noun is None or names[0].length >= noun.length):
            return self._name_node(sentence, at, names)
        return None if noun is None else noun_node(sentence, at, noun)

    def _name_node(self, sentence: Sentence, at: int, names: Sequence[Name]) -> Node:
        """Return the node of the longest name; others that are spelt alike wait among its thing's posts."""
        best = names[0]
        last = at + best.length - 1
        known, abbreviation = best.value
        things = [known_thing(sentence, at, last, name.value[0]) for name in names if name.length == best.length]
        node = sentence.node(things[0].sort.upper(), at, last, best.endings)
        node.things = things[:1]
        things[0].posts = things[1:]
        if abbreviation:
            node.value, things[0].tail = "ABBREVIATION", sentence.words[at].text.partition("-")[0]
        if things[0].sort == "org":
            things[0].name = things[0].tail or self._nominative(node)
        for here in range(at, last):
            shorter = (name for name in names_at(sentence, here) if name.length < best.length and here + name.length <= last + 1)
            inner = next(shorter, None)
            if inner is not None and inner.value[0].path in (known.parent, known.state):
                part = known_thing(sentence, here, here + inner.length - 1, inner.value[0])
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


def _ends_with_state(before: Sequence[Node]) -> bool:
    """Tell whether a state and a conjunction or comma stand before: "Türkiyə və …"."""
    return len(before) > 1 and before[-1].kind in ("CONJ", "COMMA") and before[-2].kind == "STATE"
