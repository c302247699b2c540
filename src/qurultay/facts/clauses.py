"""Clauses of head-final languages: which verb each noun phrase belongs to.

Attributive clauses and verbal nouns stand inside noun phrases, so they are taken innermost first, and the phrase
rules run again after each. What is left at the top is cut at the verbs that end a clause; a subject is carried
on to the next clause where that has none of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qurultay.facts.among import ATTRIBUTE, among
from qurultay.facts.heads import awaits, common_noun, embedded, head_of, tells_members
from qurultay.facts.lending import lend
from qurultay.facts.partners import part_agent
from qurultay.facts.phrases import Group, Phrases, named, span, unmarked
from qurultay.language.pack import LanguagePack
from qurultay.language.suffixes import Ending, VerbForm
from qurultay.mentions.nodes import NOMINAL, Clause, Node, Thing

__all__ = ["clauses"]

_OBLIQUE = frozenset({"loc", "dat", "abl", "ins", "acc", "rel", "between", "lead", "chair", "organize", "organizer", "with", "invite",
                      "framework", "propose", "behalf", "by", "source", "about"})  # fmt: skip
_MARKERS = frozenset({"by", "organize", "with", "framework", "invite"})
_TRANSPARENT = frozenset({"DATE", "WORD", "PARTICLE", "NUMBER", "ORDINAL", "QUOTE", "THEME", "RELATION", "MARKER", "DURING", "AREA",
                          "TITLE", "TERRITORY", "MEMBER"})  # fmt: skip
_EVENTFUL = frozenset({"held", "hold", "hostess", "participate", "represent", "gather", "meet", "receive", "received", "visit", "move",
                       "onward", "speak", "sign", "signed", "founded", "found", "open", "planned", "cancelled", "phase", "ended",
                       "appointed", "appoint", "invite", "chair", "lead"})  # fmt: skip
"""Frames that have a time and a place of their own; what stands before other embedded verbs belongs to the clause around them."""
_TITLED = frozenset({"held", "hold", "hostess", "planned"})
"""Frames of which a theme beside the verb is that of the event: "“…” mövzusunda keçirilən konfrans"."""
_ACTIVE = frozenset({"move", "onward", "visit", "participate", "gather", "meet", "speak", "represent", "say"})
"""Frames of verbs in whose clauses nobody is told as the one by whom it was done."""
_PHASES = frozenset({"phase", "ended"})
_LEADING = frozenset({"lead", "chair"})
"""Frames whose owned form ("X-in başçılıq etdiyi") leaves the time and the place before it to the clause around it."""
_PEOPLE = ("PERSON", "POST", "ROLE", "DELEGATION")
_OPENING = 2
_THAT = "ki"
"""The conjunction after which somebody's words are told."""
_CLOSING = frozenset({"fin", "any", "conv"})


def clauses(nodes: list[Node], text: str, phrases: Phrases, groups: Sequence[Group]) -> tuple[list[Clause], list[Node]]:
    """Return the clauses of a sentence, inner ones first, and its nodes as the phrase rules left them."""
    inner: list[Clause] = []
    nodes = list(nodes)
    while True:
        nodes = phrases.reduce(nodes, text, groups)
        inside = [i for i, n in enumerate(nodes) if n.kind == "VERB" and embedded(nodes, i)]
        if not inside:
            break
        at = next((i for i in inside if not awaits(nodes, i)), inside[0])
        nodes = _embed(nodes, at, inner, tuple(phrases.pack.settings["serving"]))
    found = inner + _top(nodes, tuple(phrases.pack.settings["proposals"]), phrases.pack, text)
    for clause in found:
        _settle(clause)
        lend(clause)
    return found, nodes


def _settle(clause: Clause) -> None:
    """Settle the case of a name that may stand in several by what its verb takes beside the subject."""
    told = [case for predicate, _ in clause.verb.senses for case, _ in predicate.slots]
    taken = [case for case in told if case != "nom"]
    for node in clause.arguments:
        if node.kind != "PERSON" or len(node.cases()) < _OPENING or len(node.things) != 1:
            continue
        acting = (
            (bool(told) and "nom" not in told)
            or clause.subject is not None
            or clause.head is not None
            or any(n is not node and n.has("nom") and n.kind in NOMINAL for n in clause.arguments)
        )
        case = next((c for c in taken if node.has(c)), "") if acting else "nom" if node.has("nom") else ""
        if clause.form in ("obj", "vn") and node.has("gen"):
            case = "gen"
        if node.has("gen") and _owns_next(node, clause.arguments):
            case = "gen"
        if case:
            node.endings = tuple(e for e in node.endings if e.case == case)


def _owns_next(node: Node, arguments: Sequence[Node]) -> bool:
    """Tell whether what follows a name at once, adjectives passed over, can only be owned by it."""
    after = [n for n in arguments if n.first > node.last]
    while after and after[0].kind == "WORD" and unmarked(after[0]) and after[0].text.islower():
        after = after[1:]
    if not after or after[0].first > node.last + 4:
        return False
    if after[0].kind in ("PERSON", "POST", "EVENT"):
        return after[0].owned()
    return (
        after[0].kind == "WORD"
        and all(e.possessive == "3" for e in after[0].endings if e.case in ("dat", "loc", "abl"))
        and any(e.possessive == "3" and e.case in ("dat", "loc", "abl", "acc") for e in after[0].endings)
    )


def _embed(nodes: list[Node], at: int, found: list[Clause], serving: tuple[str, ...]) -> list[Node]:
    """Return the nodes with an embedded clause taken into the phrase that it belongs to; the clause is added to ``found``."""
    verb = nodes[at]
    forms = verb.forms()
    form = next((f for _, f in verb.senses if f.form in ("vn", "inf", "part", "obj", "any")), verb.senses[0][1])
    head_at = None if forms & {"vn", "inf"} or (form.form == "obj" and form.case != "nom") else head_of(nodes, at)
    if head_at is None and (form.form == "part" or (form.form == "obj" and form.case == "nom" and tells_members(nodes, at))):
        head_at = common_noun(nodes, at)
    said_of = nodes[head_at].kind if head_at is not None else ""
    first, arguments = _gather(nodes, at, serving if head_at is not None else (), owner=form.form in ("obj", "vn"), said_of=said_of)
    clause = Clause(verb, arguments, form=form.form, tense=form.tense, negative=form.negative)
    found.append(clause)
    if head_at is None:
        node = span(nodes[first : at + 1], "VN", [], endings=(Ending("", case=form.case),))
        node.clauses = [clause, *node.clauses]
        return [*nodes[:first], node, *nodes[at + 1 :]]
    head = nodes[head_at]
    clause.head = head
    if form.form == "obj" and (group := among(arguments, head, nodes[first : head_at + 1])) is not None:
        group.clauses = [*group.clauses, *(c for n in arguments for c in n.clauses)]
        return [*nodes[:first], group, *nodes[head_at + 1 :]]
    theme = next((n for n in arguments if n.kind == "THEME" and n.things), None)
    if head.kind == "EVENT" and theme is not None and verb.frames() & _TITLED:
        head.things[0].theme = head.things[0].theme or (theme.things[0].start, theme.things[0].end)
    node = span(nodes[first : head_at + 1], head.kind, head.things, endings=head.endings, value=head.value)
    node.concept = head.concept
    node.clauses = [clause, *node.clauses]
    if head.kind in ("WORD", "NAME"):
        node.text = head.text
    if named(head, "GROUP", "colleague") and not head.things and arguments and _origin(arguments[-1]) and len(arguments[-1].things) == 1:
        node.kind = "POST"
        node.things = [Thing("post", node.start, node.end, kind="SAME", of=list(arguments[-1].things), rules=("colleague",))]
    return [*nodes[:first], node, *nodes[head_at + 1 :]]


def _gather(nodes: Sequence[Node], at: int, serving: tuple[str, ...], *, owner: bool, said_of: str) -> tuple[int, list[Node]]:
    """Return where the arguments before an embedded verb begin, and those arguments; ``said_of`` is the kind of the noun after it."""
    arguments: list[Node] = []
    here = at
    owned = False
    frames = nodes[at].frames()
    eventful = bool(frames & _EVENTFUL) and not (owner and frames <= _LEADING) and not (said_of in _PEOPLE and frames <= _PHASES)
    coming = bool(serving) and nodes[at].text.startswith(serving) and at > 0 and _origin(nodes[at - 1])
    while here > 0:
        node = nodes[here - 1]
        if (coming and here < at) or _second_dative(node, arguments):
            break
        if owned and frames <= _LEADING:
            break
        if owned and node.kind in _PEOPLE and node.cases() == {"with"}:
            arguments.append(node)
            here -= 1
            continue
        if owned and (node.kind not in ("DATE", "PLACE", "EVENT", "ORG", "STATE", "WORD", "RELATION", "ORDINAL", "NUMBER") or here == 1):
            break
        if frames & _ACTIVE and node.kind in NOMINAL and node.cases() & {"by", "organize"} and not _hosts(node, nodes[here]):
            break
        if frames & _PHASES and node.kind in ("STATE", "PLACE") and node.has("dat"):
            break
        if frames <= _PHASES and node.kind == "DATE" and here > 1 and _term(nodes[here - 2]):
            arguments += [node, nodes[here - 2]]
            here -= 2
            continue
        if not eventful and (
            (node.kind == "DATE" and not node.has("gen"))
            or (node.has("loc") and node.kind in NOMINAL)
            or (node.kind == "EVENT" and node.has("dat") and not _takes(nodes[at], "dat"))
        ):
            break
        if node.kind == "GROUP" and node.has("between") and not eventful:
            break
        if (
            here == at
            and node.kind in ("POST", "ROLE")
            and node.has("nom")
            and ("appointed" in frames or nodes[at].text.startswith(serving))
        ):
            arguments.append(node)
            here -= 1
            continue
        if owner and not owned and _joins_people(nodes, here, arguments):
            arguments += [node, nodes[here - 2]]
            here -= 2
            continue
        told = eventful and not frames & _ACTIVE
        goes_on = node.kind == "COMMA" and here > 1 and _goes_on(nodes[here - 2], owner=owner and not owned, eventful=told)
        goes_on = goes_on or _owns_marked(node, arguments)
        if goes_on or node.kind in _TRANSPARENT or node.kind == "VN" or _obliquely(node, nodes[at]) or _owns_word(node, arguments):
            arguments.append(node)
        elif owner and not owned and node.kind in NOMINAL and node.has("gen"):
            arguments.append(node)
            owned = True
        elif here == at and node.kind == "ORG" and node.has("gen") and _takes(nodes[at], "gen", "org"):
            arguments.append(node)  # "Akademinin başkanlığını yürüten A"
        elif owner and here == at and node.kind == "EVENT" and node.has("nom") and not node.owned() and _takes(nodes[at], "nom", "event"):
            arguments.append(node)
        else:
            break
        here -= 1
    while here < at and nodes[here].kind in ("WORD", "PARTICLE", "RELATION") and nodes[here] not in arguments:
        here += 1
    return here, arguments[::-1]


def _term(node: Node) -> bool:
    """Tell whether what ends is told before its day by a common noun: "görev süresi 28 Mayıs'ta sona erecek olan"."""
    return node.kind == "WORD" and any(e.case == "nom" and e.possessive == "3" for e in node.endings)


def _hosts(node: Node, event: Node) -> bool:
    """Tell whether a marker makes who stands before it an attribute of the event after it: "X'in ev sahipliğindeki toplantıda"."""
    return event.kind == "EVENT" and node.value == ATTRIBUTE


def _origin(node: Node) -> bool:
    """Tell whether a phrase says only where somebody comes from: "Qazaxıstandan olan hakimlər"."""
    return node.kind in ("STATE", "PLACE", "ORG") and node.cases() == {"abl"}


def _second_dative(node: Node, arguments: Sequence[Node]) -> bool:
    """Tell whether a dative is the outer verb's, the inner one having its own: "iclasa Şuraya sədrlik edən X başçılıq edib"."""
    if node.kind != "EVENT" or node.cases() - {"acc"} != {"dat"}:
        return False
    return any(n.kind in ("ORG", "DELEGATION", "EVENT") and n.has("dat") and not n.has("gen") for n in arguments)


def _joins_people(nodes: Sequence[Node], here: int, arguments: Sequence[Node]) -> bool:
    """Tell whether a sign joins unnamed people to those whose genitive owns the clause: "hâkim, savcı ve uzmanların katıldığı"."""
    if here < _OPENING or not arguments or nodes[here - 2].kind not in ("ROLE", "GROUP") or not unmarked(nodes[here - 2]):
        return False
    sign, after = nodes[here - 1], arguments[-1]
    return (sign.kind == "COMMA" or named(sign, "CONJ", "and")) and (
        (after.kind == "WORD" and after.has("gen")) or (after.kind in ("ROLE", "GROUP") and len(arguments) > 1)
    )


def _goes_on(node: Node, *, owner: bool, eventful: bool) -> bool:
    """Tell whether an embedded clause goes on before a comma: with whom it is told of, or a phrase and its marker."""
    return node.kind in NOMINAL and ((owner and node.cases() == {"gen"}) or (eventful and bool(node.endings) and node.cases() <= _MARKERS))


def _owns_marked(node: Node, arguments: Sequence[Node]) -> bool:
    """Tell whether a genitive owns what a marker follows: "Anayasa'nın kabulünün 30. yılı münasebetiyle"."""
    if not node.has("gen") or not any(n.kind == "MARKER" for n in arguments):
        return False
    after = [n.kind for n in reversed(arguments)]
    return set(after[: after.index("MARKER")]) <= {"WORD", "ORDINAL", "NUMBER", "EVENT"}


def _owns_word(node: Node, arguments: Sequence[Node]) -> bool:
    """Tell whether a genitive owns the common noun gathered last: "Şuranın illiyinə həsr olunmuş"."""
    if not arguments or node.kind not in NOMINAL or not node.has("gen"):
        return False
    noun = next((n for n in reversed(arguments) if n.kind not in ("NUMBER", "ORDINAL")), None)
    return (
        noun is not None and noun.kind == "WORD" and noun.has("dat") and all(e.possessive == "3" for e in noun.endings if e.case == "dat")
    )


def _obliquely(node: Node, verb: Node) -> bool:
    """Tell whether a phrase stands before its verb in a case other than that of a subject."""
    marks = node.cases() & _OBLIQUE
    if node.kind == "PERSON" and node.has("nom"):
        return any(_takes(verb, case) for case in marks)
    return node.kind in NOMINAL and bool(marks) and ("nom" not in node.cases() or marks != {"acc"} or _takes(verb, "acc"))


def _takes(verb: Node, case: str, slot: str = "") -> bool:
    return any(predicate.slot(case) == slot if slot else predicate.slot(case) for predicate, _ in verb.senses)


def _top(nodes: Sequence[Node], proposals: tuple[str, ...], pack: LanguagePack, text: str) -> list[Clause]:
    """Return the clauses of the top level, each ended by its verb; what no verb ends is a clause without one."""
    found: list[Clause] = []
    held: list[Node] = []
    subject: Node | None = None
    reported = False
    for place, node in enumerate(nodes):
        if node.kind == "VN" and place + 1 < len(nodes) and nodes[place + 1].text.lower().startswith(proposals):
            _depend(node, "propose")
        if node.kind == "WORD" and len(node.text) == len(_THAT) and node.text.lower() == _THAT:
            held, subject, reported = [], None, True
            continue
        if node.kind != "VERB" or not node.forms() & _CLOSING:
            held.append(node)
            continue
        form = _closing(node)
        own = _subject(held)
        if own is None and subject is None:
            held = part_agent(held, node, text)
            own = _subject(held)
        clause = Clause(
            node, list(held), form=form.form, tense=form.tense, negative=form.negative, subject=None if own else subject, reported=reported
        )
        for argument in (node for node in held if node.clauses and not node.has("loc")):
            _depend(argument, _matrix(argument, node.senses[0][0].frame, negative=form.negative or _had_been(node, pack)))
        clause.topic = next((n for n in nodes[:_OPENING] if n.kind == "DATE" and n not in held), None) or _day_of_visit(held)
        found.append(clause)
        subject = own or subject
        held = []
    if held:
        rest = [n for n in held if n.kind in NOMINAL]
        if rest:
            verb = rest[-1]
            found.append(Clause(verb, held, form="none", tense="none", subject=None, reported=reported))
    return found


def _day_of_visit(arguments: Sequence[Node]) -> Node | None:
    """ "Mayın 5-də ölkəmizdə səfərdə olan X-lə görüşüb": the day may be that of the meeting as well."""
    for clause in (c for n in arguments if n.kind in ("PERSON", "POST", "DELEGATION") for c in n.clauses if c.form == "part"):
        if (
            any(predicate.frame == "visit" for predicate, _ in clause.verb.senses)
            and clause.arguments[:1]
            and clause.arguments[0].kind == "DATE"
        ):
            return clause.arguments[0]
    return None


def _had_been(verb: Node, pack: LanguagePack) -> bool:
    """Tell whether a verb says what had been planned: "mayda keçirilməsi nəzərdə tutulmuşdu"."""
    ending = pack.settings["pluperfect"]
    return bool(ending) and verb.frames() == {"planned"} and re.search(ending, pack.fold(verb.text)) is not None


def _matrix(argument: Node, frame: str, *, negative: bool) -> str:
    """Return what the clauses inside an argument depend on; what is denied or proposed is told by a verbal noun."""
    if argument.kind == "VN":
        return "deny" if negative else frame
    return "say" if frame == "propose" else frame


def _depend(node: Node, frame: str) -> None:
    """Note for the clauses inside a phrase which verb they depend on."""
    for clause in node.clauses:
        if not clause.matrix:
            clause.matrix = frame
            for argument in clause.arguments:
                _depend(argument, frame)


def _closing(node: Node) -> VerbForm:
    return next((form for _, form in node.senses if form.form in _CLOSING), node.senses[0][1])


def _subject(nodes: Sequence[Node]) -> Node | None:
    """Return the last nominative phrase that can act: a person, a post, a body, a delegation."""
    acting = ("PERSON", "POST", "ROLE", "ORG", "STATE", "LIST", "DELEGATION", "MEMBERS", "GROUP")
    found = [n for n in reversed(nodes) if n.kind in acting and n.has("nom")]
    found.sort(
        key=lambda n: (
            n.has("acc"),
            n.kind in ("ORG", "STATE", "GROUP", "MEMBERS"),
            n.kind == "ROLE" and n.concept is not None and n.concept.name == "Member",
        )
    )
    return found[0] if found else None
