"""What the arguments of a clause say of one another: whose an event is, where it is, whom people represent, what a programme is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from qurultay.facts.headinitial.delegations import of_delegation
from qurultay.facts.headinitial.government import determined_by
from qurultay.facts.headinitial.places import SIDE
from qurultay.facts.phrases import Phrases, named
from qurultay.facts.posts import office_of
from qurultay.language.pack import Concept
from qurultay.language.suffixes import Ending
from qurultay.mentions.nodes import Node, Thing

__all__ = ["before_and_after", "titled"]

_PROGRAMME = "Programme"
_DOING = frozenset({"speak", "open", "chair", "teach", "say", "participate"})
"""Frames of what people do at events, alone or in company."""
_HOLDING = frozenset({"held", "hold", "hostess"})
"""Frames of verbs whose subject or object is an event."""
_WORD = 16
"""How many characters before a noun the word before it is looked for in."""


def before_and_after(phrases: Phrases, verb: Node, before: list[Node], after: list[Node]) -> None:
    """Settle what the arguments of a clause say of one another: whose an event is, whom people represent, what a programme is."""
    _in_company(phrases, verb, before, after)
    _one_of_text(verb, before)
    _own(phrases, before, after)
    _placed(phrases, [*before, *after])
    _of_side([*before, *after])
    _standing_for(verb, [*before, *after])
    _represented(verb, [*before, *after])
    _led(phrases, verb, before, after)
    _on_behalf([*before, *after])
    _programme(phrases, verb, [*before, *after])
    titled(phrases, verb, [*before, *after])
    if " to have " not in f" {phrases.text[verb.start : verb.end].lower()} ":
        _day_of_change(verb, [*before, *after])


def _in_company(phrases: Phrases, verb: Node, before: list[Node], after: list[Node]) -> None:
    """Let those act too together with whom somebody is told to have done so: "A opened the seminar alongside B"."""
    words = tuple(phrases.pack.settings["in_company"])
    if not words or not verb.frames() & _DOING:
        return
    for nodes in (before, after):
        for node in [n for n in nodes if n.kind in ("PERSON", "LIST") and n.has("ins") and n.things]:
            told = phrases.text[max(0, node.start - _WORD) : node.start].lower().replace("the ", "").rstrip().endswith(words)
            doer = next((n for n in [*after, *before] if n.kind in ("PERSON", "LIST") and n is not node and n.has("by")), None)
            doer = doer or next((n for n in before if n.kind in ("PERSON", "LIST") and n is not node and n.has("nom")), None)
            if told and doer is not None:
                doer.kind, doer.things = "LIST", [*doer.things, *node.things]
                nodes.remove(node)


def _one_of_text(verb: Node, before: Sequence[Node]) -> None:
    """Take a paper in the genitive for the subject where its text, or a set of such, is adopted: "a set of recommendations was adopted"."""
    papers = [n for n in before if n.kind == "DOCUMENT"]
    if "signed" not in verb.frames() or len(papers) != 1 or not papers[0].has("gen"):
        return
    here = before.index(papers[0])
    if [n.kind for n in before[max(0, here - 2) : here]] == ["WORD", "PREP"]:
        papers[0].endings = (Ending("", plural=papers[0].plural()),)


def _placed(phrases: Phrases, arguments: Sequence[Node]) -> None:
    """Give an event the town told right after it: "выступил на семинаре в Ташкенте"."""
    for event, place in pairwise(arguments) if phrases.pack.dictionary is not None else ():
        beside = event.kind == "EVENT" and place.kind == "PLACE" and place.has("loc") and len(place.things) == 1
        if beside and event.last + 1 == place.first and not event.things[0].place and event.things[0].kind != "Visit":
            event.things[0].place = list(place.things)


def _day_of_change(verb: Node, arguments: Sequence[Node]) -> None:
    """Leave out the day on which an event was cancelled or put off, which is not its own; the day after "until" is the new one."""
    if not verb.frames() & {"cancelled", "postponed"}:
        return
    for before, node in zip([None, *arguments], arguments, strict=False):
        if node.kind != "DATE" or not node.things:
            continue
        if before is not None and named(before, "PREP", "dat"):
            node.endings = (*node.endings, Ending("", case="dat"))
        elif before is None or not named(before, "PREP", "for"):
            node.things[0].national = "attributive"


def _of_side(arguments: Sequence[Node]) -> None:
    """Give posts told without a body to the state on whose side their holders are: "from the Georgian side, it was attended by A"."""
    side = next((n for n in arguments if n.kind == "STATE" and n.value == SIDE and n.cases() <= {"abl", "loc"}), None)
    opens = (
        len(arguments) > 1 and arguments[0].kind in ("STATE", "ORG") and arguments[0].cases() == {"abl"} and arguments[1].kind == "COMMA"
    )
    side = arguments[0] if opens else side
    if side is None or len(side.things) != 1:
        return
    whole = side.things[0]
    for post in [p for n in arguments if n.kind in ("PERSON", "LIST", "POST") for t in n.things for p in (t.posts or [t])]:
        if post.sort != "post" or post.of:
            continue
        if whole.sort == "org" and post.national in ("", "state"):
            post.of, post.national = [whole], ""
        elif whole.sort == "state" and post.national not in ("", "state", "ministry", "home"):
            post.of, post.national = [office_of(whole, post.national, post.end)], ""
    side.kind = "WORD" if whole.sort == "state" else side.kind


def _standing_for(verb: Node, arguments: Sequence[Node]) -> None:
    """Give posts told without a body those of the state or body that their holder represents: "A represented Georgia"."""
    if "represent" not in verb.frames():
        return
    owners = [thing for n in arguments if n.kind in ("STATE", "ORG") and n.has("acc") for thing in n.things]
    if len(owners) != 1:
        return
    for post in [p for n in arguments if n.kind == "PERSON" and len(n.things) == 1 for p in n.things[0].posts]:
        if not post.of and owners[0].sort == "org" and post.national in ("", "state"):
            post.of, post.national = [owners[0]], ""
        elif not post.of and owners[0].sort == "state" and post.national not in ("", "state", "ministry", "home"):
            post.of, post.national = [office_of(owners[0], post.national, post.end)], ""


def _represented(verb: Node, arguments: Sequence[Node]) -> None:
    """Give posts told without a body to the states that they represent: "X and Y were represented by A and B, Z by C"."""
    sends = any(p.frame == "participate" and p.slot("nom") == "sender" for p, _ in verb.senses)
    if not sends and not any(p.frame in ("participate", "represent") and p.slot("by") and p.slot("nom") == "agent" for p, _ in verb.senses):
        return
    states: Sequence[Thing] = ()
    for node in arguments:
        if node.kind == "STATE" and node.cases() & {"nom", "acc"}:
            states = node.things
        elif node.kind in ("PERSON", "LIST", "POST", "ROLE") and node.has("acc" if sends else "by"):
            _in_states(node, states)
            states = ()


def _on_behalf(arguments: Sequence[Node]) -> None:
    """Give a post told without a body that for which its holder acts: "on behalf of the Court, it was signed by Deputy Chairman A"."""
    people = [n for n in arguments if n.kind == "PERSON" and len(n.things) == 1]
    for whole in [n for n in arguments if n.has("behalf") and n.kind in ("ORG", "STATE") and len(n.things) == 1]:
        before = [n for n in people if n.last < whole.first]
        who = before[-1:] or people[:1]
        for post in [post for n in who for post in n.things[0].posts if not post.of and post.national not in ("state",)]:
            minister = post.kind.removeprefix("Deputy") == "Minister"
            if whole.kind == "ORG" and post.national in ("", "home"):
                post.of, post.national = list(whole.things), ""
            elif whole.kind == "STATE" and post.national != "home" and (minister or post.national not in ("", "ministry")):
                state = whole.things[0]
                post.of = [state if post.national in ("", "ministry") else office_of(state, post.national, post.end)]
                post.national = ""


def _led(phrases: Phrases, verb: Node, before: Sequence[Node], after: Sequence[Node]) -> None:
    """Give posts told without a body those of the delegation that their holders lead: "Georgia's delegation was led by A"."""
    if not any(p.frame == "lead" for p, _ in verb.senses):
        return
    passive = any(p.frame == "lead" and p.slot("by") for p, _ in verb.senses)
    whose, who = (before, after) if passive else (after, before)
    if phrases.pack.dictionary is not None:
        whose = who = [*before, *after]  # "делегацию возглавил министр юстиции A"
    delegation = next((n for n in whose if n.kind == "DELEGATION" and n.things and n.things[0].of), None)
    leader = next((n for n in who if n.kind in ("PERSON", "LIST") and n.has("by" if passive else "nom")), None)
    if delegation is not None and leader is not None:
        of_delegation(delegation.things[0], leader.things)


def _in_states(node: Node, states: Sequence[Thing]) -> None:
    """Give the posts of people the states of a list of the same length."""
    people = [thing for thing in node.things if thing.sort == "person"]
    if not people or len(people) != len(states) or len(people) != len(node.things):
        return
    model = people[0].posts[0] if people[0].posts else None
    for person, state in zip(people, states, strict=True):
        if not person.posts and model is not None and person.rules == ("respectively",):
            person.posts = [replace(model, of=[], aliases=[])]
        for post in person.posts:
            if not post.of and post.national not in ("", "state", "ministry", "home"):
                post.of = [office_of(state, post.national, state.end)]
                post.national = ""
            elif not post.of:
                post.of = [state]


def _programme(phrases: Phrases, verb: Node, arguments: Sequence[Node]) -> None:
    """Take "the programme" that is held or run for the event told last, and not for a document."""
    if not any(p.frame in _HOLDING and "event" in (p.slot("nom"), p.slot("acc")) for p, _ in verb.senses):
        return
    fixed = phrases.pack.settings["fixed_order"]
    if fixed and any(n.kind == "EVENT" and n.cases() == {"ins"} for n in arguments):
        return
    holds = fixed and not any(p.frame == "held" or p.slot("nom") == "event" for p, _ in verb.senses)
    _presented(phrases, verb, arguments)
    for node in arguments:
        definite = not fixed or phrases.text[max(0, node.start - 4) : node.start].lower().endswith("the ")
        if (
            definite
            and named(node, "DOCUMENT", _PROGRAMME)
            and node.cases() <= {"nom", "acc"}
            and not node.things[0].name
            and not node.things[0].of
            and node.text.islower()
            and not (holds and node.first < verb.first)
        ):
            kind = "Training" if phrases.pack.settings["fixed_order"] else "Event"
            node.kind, node.concept = "EVENT", Concept("event", kind)
            node.things = [Thing("event", node.start, node.end, kind=kind, rules=("event_noun",))]


def _presented(phrases: Phrases, verb: Node, arguments: Sequence[Node]) -> None:
    """Take a lecture or a presentation that was held or organised for an event: "a presentation of the report was held in Baku"."""
    if not phrases.pack.settings["fixed_order"] or not any(p.frame in _HOLDING and "place" not in p.words for p, _ in verb.senses):
        return
    for node in (n for n in arguments if n.kind == "WORD" and n.text.lower() in phrases.pack.settings["presented"]):
        subject = node.last < verb.first and any(p.slot("nom") == "event" for p, _ in verb.senses)
        other = next((n for n in arguments if n.kind == "EVENT"), None)
        hosted = verb.frames() & {"hostess"} and node.first > verb.last and not determined_by(phrases, node).startswith("th")
        hosted = hosted and all(n.kind in ("DET", "WORD", "NUMBER", "DATE", "PREP") for n in arguments if verb.last < n.first < node.first)
        if other is None and (hosted or (subject and arguments.index(node) <= 1 + any(n.kind == "DATE" for n in arguments) * 3)):
            node.kind, node.concept = "EVENT", Concept("event", "Event")
            node.things = [Thing("event", node.start, node.end, kind="Event", rules=("event_noun",), definite=False)]


def titled(phrases: Phrases, verb: Node, arguments: Sequence[Node]) -> None:
    """Give an event the theme told apart from it: "was held under the motto X", "X is the title of the seminar"."""
    events = [n for n in arguments if n.kind == "EVENT" and n.things and not n.things[0].plural and n.cases() & {"nom", "gen", "acc"}]
    quotes = [n for n in arguments if n.kind == "QUOTE" and n.things]
    if len(events) != 1 or len(quotes) != 1 or events[0].things[0].theme is not None:
        return
    named_so = any(named(one, "RELATION", "theme") and other is quotes[0] for one, other in pairwise(arguments))
    title = any(named(n, "WORD", "title") for n in arguments)
    if named_so or (title and phrases.pack.fold(verb.text).split()[-1] in phrases.pack.settings["copula"]):
        events[0].things[0].theme = (quotes[0].things[0].start, quotes[0].things[0].end)


def _own(phrases: Phrases, before: Sequence[Node], after: Sequence[Node]) -> None:
    """Give an event told with "its" to the body that acts: "the Council convened for its 3rd meeting"."""
    owner = next((n for n in reversed(before) if n.kind in ("ORG", "MEMBERS", "POST") and n.has("nom")), None)
    if owner is None or not owner.things:
        return
    whole = list(owner.things) if owner.kind != "POST" else [of for thing in owner.things for of in thing.of]
    for node in after:
        if node.kind == "EVENT" and not node.things[0].of and len(whole) == 1:
            told = phrases.text[max(0, node.start - _WORD) : node.start].lower().split()
            if told and told[-1] in phrases.pack.settings["own"]:
                node.things[0].of = whole
