"""What is put together in a Russian sentence before its phrases are: verbs of several words, and what is denied."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from qurultay.facts.headinitial.present import THERE
from qurultay.language.pack import Concept, LanguagePack, Predicate, Sense
from qurultay.language.suffixes import Ending, VerbForm
from qurultay.mentions.nodes import Node

__all__ = ["apart", "prepare"]

_UNKNOWN = Predicate("", (), ())
_FAR = 2
"""How many nodes may stand between an auxiliary and its verb."""
_ASIDE = 10
"""How many nodes what is said in passing of who told it takes at most."""
_SAYING = frozenset({"say", "report", "told"})
"""Frames of verbs that tell who told what the article relays."""
_SPEAKERS = frozenset({"PREP", "OFFICE", "ORG", "STATE", "DEMONYM", "ROLE", "NAME"})
"""Kinds of node with which who told it may begin."""
_LEFT_OUT = 4
"""Within how many nodes the dash stands that is put for "были"."""
_BETWEEN = frozenset({"WORD", "PARTICLE", "DATE"})
_ENDS = frozenset({"COMMA", "SUB", "REL", "PUNCT", "DASH", "COLON", "CONJ"})
"""Kinds of node over which an infinitive does not reach the auxiliary after it."""


def prepare(nodes: list[Node], pack: LanguagePack) -> list[Node]:
    """Return the nodes of a sentence with auxiliaries and «не» taken into their verbs.

    "был подписан" and "будет подписан" are one verb, and so are "будет участвовать", "должен состояться" (to come), "может
    состояться" (wished, and so untold).
    """
    for rule in (_denied, _with_auxiliary, _dated, _aside, _including):
        at = len(nodes) - 1
        while at >= 0:
            rule(nodes, at, pack)
            at -= 1
    _copula_left_out(nodes)
    return nodes


def _copula_left_out(nodes: list[Node]) -> None:
    """Take the dash of a sentence without a verb for "были": "Среди спикеров – A и B"."""
    dashes = [at for at, node in enumerate(nodes) if node.kind == "DASH"]
    if len(dashes) != 1 or any(node.kind in ("VERB", "QUOTE") for node in nodes) or nodes[0].concept is None:
        return
    if nodes[0].concept.name in THERE and dashes[0] <= _LEFT_OUT:
        dash = nodes[dashes[0]]
        dash.kind, dash.senses = "VERB", ((THERE[nodes[0].concept.name], VerbForm("fin", "past")),)


def _denied(nodes: list[Node], at: int, pack: LanguagePack) -> None:
    """«не» + verb: the verb is denied; a word for the denial that stands before no verb is left."""
    if nodes[at].text.lower() != pack.settings["not"] or at + 1 >= len(nodes) or nodes[at + 1].kind != "VERB":
        return
    _merge(nodes, at, at + 1, lambda form: replace(form, negative=True))


def _with_auxiliary(nodes: list[Node], at: int, pack: LanguagePack) -> None:
    """An auxiliary + a short participle or an infinitive: one verb in the tense of the auxiliary."""
    node = nodes[at]
    tense = _auxiliary(node, pack)
    if not tense:
        return
    here = at + 1
    while here < len(nodes) and here <= at + _FAR and (nodes[here].kind in _BETWEEN or _copula(nodes[here], pack)):
        here += 1
    if here >= len(nodes) or nodes[here].kind != "VERB":
        _after_infinitive(nodes, at, tense, pack)
        return
    forms = nodes[here].forms()
    negative = any(form.negative for _, form in node.senses)
    if ("inf" in forms and not (_copula(node, pack) and tense == "past")) or ("fin" in forms and here > at and _short(nodes[here], pack)):
        between = nodes[at + 1 : here]
        _merge(nodes, at, here, lambda form: VerbForm("fin", tense, negative=negative or form.negative))
        nodes[at:at] = [n for n in between if n.kind == "DATE"]


def _after_infinitive(nodes: list[Node], at: int, tense: str, pack: LanguagePack) -> None:
    """Put an auxiliary into the infinitive before it: "Председательствовать на заседании будет A"."""
    if tense == "past" and _copula(nodes[at], pack):
        return
    for here in range(at - 1, -1, -1):
        node = nodes[here]
        if node.kind in _ENDS or node.kind == "VERB":
            if node.kind == "VERB" and node.senses and "inf" in node.forms():
                node.senses = tuple(dict.fromkeys((predicate, VerbForm("fin", tense)) for predicate, _ in node.senses))
                del nodes[at]
            return


def _dated(nodes: list[Node], at: int, pack: LanguagePack) -> None:
    """Preposition + date: when it was ("в мае"), for when it is put off ("на 5 мая"), or what is said of no event ("с 2017 года")."""
    if nodes[at].kind != "PREP" or at + 1 >= len(nodes) or nodes[at + 1].kind != "DATE":
        return
    date = nodes[at + 1]
    case = pack.settings["dated"].get(pack.fold(nodes[at].text))
    if case is None or (case and date.things[0].kind not in ("day", "interval", "month")):
        date.value = ""
    elif case:
        date.endings = (Ending("", case=case),)
    date.first = nodes[at].first
    nodes[at : at + 2] = [date]


def _aside(nodes: list[Node], at: int, pack: LanguagePack) -> None:
    """ ", как ожидается,": said of the clause that it stands in, which tells by itself that it is to come."""
    if nodes[at].kind != "SUB" or at + 1 >= len(nodes) or nodes[at + 1].kind != "VERB" or not nodes[at + 1].senses:
        return
    if not all(predicate.frame == "planned" and form.form == "fin" for predicate, form in nodes[at + 1].senses):
        return
    closed = at + 2 < len(nodes) and nodes[at + 2].kind == "COMMA"
    opened = at == 0 or nodes[at - 1].kind == "COMMA"
    if closed and opened:
        del nodes[max(0, at - 1) : at + 3]


def _including(nodes: list[Node], at: int, pack: LanguagePack) -> None:
    """«включая»: no gerund, but a preposition: those after it are among those before it."""
    if nodes[at].kind == "VERB" and nodes[at].text.lower() in pack.settings["including"]:
        nodes[at].kind, nodes[at].senses = "PREP", ()
        nodes[at].concept = Concept("prep", "", (("acc", "with"),))


def apart(nodes: list[Node]) -> list[list[Node]]:
    """Return the nodes of a sentence, and apart what is said in passing of who told it: "Форум, сообщили в Минюсте, пройдёт в мае"."""
    for at in range(1, len(nodes) - 1):
        if nodes[at].kind != "COMMA":
            continue
        verb = at + 1 + (nodes[at + 1].kind == "SUB" and nodes[at + 1].text.lower() == "как")
        close = next((i for i in range(verb + 1, min(len(nodes), verb + _ASIDE)) if nodes[i].kind == "COMMA"), None)
        if close is None or nodes[verb].kind != "VERB" or not nodes[verb].frames() & _SAYING or "fin" not in nodes[verb].forms():
            continue
        speaker, said = nodes[verb + 1], nodes[verb + 1 : close]
        told = speaker.kind in _SPEAKERS and not (speaker.kind == "PREP" and speaker.text.lower() not in ("в", "во"))
        before = [n for n in nodes[:at] if n.kind in ("VERB", "SUB", "REL")]
        if not told or before or any(n.kind == "VERB" for n in said) or not any(n.kind == "VERB" for n in nodes[close:]):
            continue
        return [[*nodes[:at], *nodes[close + 1 :]], nodes[verb:close]]
    return [nodes]


def _verb_readings(pack: LanguagePack, word: str) -> Iterable[tuple[str, VerbForm]]:
    return pack.dictionary.verb_readings(word) if pack.dictionary is not None else ()


def _auxiliary(node: Node, pack: LanguagePack) -> str:
    """Return the tense that an auxiliary gives its verb, "" where a node is none."""
    lemmas: dict[str, str] = pack.settings["auxiliaries"]
    if node.kind not in ("VERB", "WORD"):
        return ""
    word = pack.fold(node.text).split()[-1]
    for lemma, form in _verb_readings(pack, word):
        if lemma == pack.settings["passive"] and form.form == "fin":
            return form.tense
        if lemma in lemmas and form.form == "fin":
            return lemmas[lemma]
    return str(lemmas.get(word, ""))


def _copula(node: Node, pack: LanguagePack) -> bool:
    """Tell whether a node is but a form of the verb that the passive is made with."""
    lemmas = _verb_readings(pack, pack.fold(node.text)) if node.kind in ("VERB", "WORD") else ()
    return any(lemma == pack.settings["passive"] for lemma, _ in lemmas)


def _short(node: Node, pack: LanguagePack) -> bool:
    """Tell whether a verb is a short participle."""
    passive = pack.settings["passive"] + " "
    words = pack.fold(node.text).split()
    return any(lemma.startswith(passive) for word in words for lemma, form in _verb_readings(pack, word) if form.form == "fin")


def _merge(nodes: list[Node], first: int, last: int, changed: Callable[[VerbForm], VerbForm]) -> None:
    """Put the nodes from ``first`` to ``last`` into the verb that is the last of them."""
    verb = nodes[last]
    senses: Sequence[Sense] = verb.senses or ((_UNKNOWN, VerbForm("fin", "past")),)
    verb.senses = tuple(dict.fromkeys((predicate, changed(form)) for predicate, form in senses))
    verb.first, verb.start = nodes[first].first, nodes[first].start
    nodes[first : last + 1] = [verb]
