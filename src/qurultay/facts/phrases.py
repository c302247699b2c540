"""Noun phrases of head-final languages: small ordered rules that put neighbouring nodes together.

A rule looks at the nodes from one place on and answers with the node that takes their place and how many it
replaces, or with None. Rules are tried group by group until none of a group applies any more; later groups rest on
what earlier ones built. The rules speak of kinds, cases and possessives, never of words: those stand in the
language's folder. What a head governs stands before it, in the genitive or bare, and the head then carries a possessive.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from qurultay.language.pack import LanguagePack
from qurultay.language.suffixes import Ending
from qurultay.mentions.nodes import Node, Thing
from qurultay.mentions.reference import Reference

__all__ = ["LISTED", "Built", "Group", "Phrases", "Rule", "governed", "span"]

Built = tuple[Node, int] | None
Rule = Callable[["Phrases", Sequence[Node], int], Built]


@dataclass(frozen=True, slots=True)
class Group:
    """Rules that are tried together, by the kind of node that they begin with.

    ``needs`` names kinds without which none of them applies: a sentence that has none of these passes the group by.
    """

    starts: Mapping[str, tuple[Rule, ...]]
    needs: frozenset[str] = frozenset()


_BODIES = ("STATE", "ORG", "PLACE", "MEMBERS", "LIST")
_SHORT = 4
LISTED = ("STATE", "PLACE", "ORG", "POST", "PERSON", "DELEGATION", "MEMBERS", "LIST")


def span(nodes: Sequence[Node], kind: str, things: list[Thing], *, endings: tuple[Ending, ...] | None = None, value: str = "") -> Node:
    """Return one node over ``nodes``, inflected as the last of them unless ``endings`` says otherwise."""
    first, last = nodes[0], nodes[-1]
    text = first.text if first is last else f"{first.text} … {last.text}"
    clauses = [clause for node in nodes for clause in node.clauses]
    return Node(kind, first.first, last.last, first.start, last.end, text, last.endings if endings is None else endings, things, clauses=clauses, value=value)


def _bare(node: Node) -> bool:
    """A modifier without a case: "Azərbaycan", "Azərbaycan Respublikası"."""
    return node.has("nom")


def governed(node: Node) -> bool:
    return node.has("gen") or _bare(node)


def _word(node: Node) -> bool:
    """A word that may stand inside a phrase: an adjective or a bare noun."""
    return node.kind in ("WORD", "NAME", "ORDINAL", "NUMBER") and (node.kind in ("ORDINAL", "NUMBER") or node.has("nom"))


class Phrases:
    """The grammar of noun phrases over one language pack."""

    def __init__(self, pack: LanguagePack, reference: Reference) -> None:
        self.pack = pack
        self.reference = reference
        self.text = ""
        self.offices = {pack.fold(form): thing.notation for thing in reference if thing.kind == "OfficeKind" for form, language, _ in thing.names if language == pack.language}
        self.known: Callable[..., bool] = lambda name, exact=False: False

    def reduce(self, nodes: list[Node], text: str, groups: Sequence[Group]) -> list[Node]:
        """Return ``nodes`` with every phrase that the rules see put together."""
        self.text = text
        kinds = {node.kind for node in nodes}
        for group in groups:
            if kinds.isdisjoint(group.starts) or not group.needs <= kinds:
                continue
            while self._run(group.starts, nodes):
                kinds = {node.kind for node in nodes}
        return nodes

    def _run(self, starts: Mapping[str, tuple[Rule, ...]], nodes: list[Node]) -> bool:
        """Try a group's rules once along the sentence, in place; tell whether any applied."""
        changed, gone, done = False, 0, 0
        for place in [i for i, node in enumerate(nodes) if node.kind in starts]:
            at = place - gone
            if place < done:
                continue
            built = self._first(starts, nodes, at)
            while built is not None:
                nodes[at : at + built[1]] = [built[0]]
                gone += built[1] - 1
                done = at + gone + 1
                changed = True
                built = self._first(starts, nodes, at)
        return changed

    def _first(self, starts: Mapping[str, tuple[Rule, ...]], nodes: list[Node], at: int) -> Built:
        for rule in starts.get(nodes[at].kind, ()):
            built = rule(self, nodes, at)
            if built is not None:
                return built
        return None

    # -- words of the text ------------------------------------------------------------------------------------------
    def words(self, nodes: Sequence[Node]) -> str:
        """Return the words of ``nodes`` with the last put into the nominative."""
        last = nodes[-1]
        begin = self.text.rfind(" ", 0, last.end) + 1
        begin = max(begin, last.start)
        tail = self.text[begin : last.end]
        ending = next((e for e in last.endings if e.possessive and e.case != "acc"), last.endings[0] if last.endings else None)
        if ending is not None and ending.stem:
            tail = self.pack.nominative(tail, ending)
        return " ".join((self.text[nodes[0].start : begin] + tail).split())

    # -- dirt and asides --------------------------------------------------------------------------------------------
    def aside(self, nodes: Sequence[Node], at: int) -> Built:
        """X ( … ): the words in brackets are another name of X, or an aside."""
        if nodes[at].kind in ("COMMA", "LPAR", "RPAR", "PUNCT", "VERB", "WORD", "CONJ", "DASH") or at + 2 >= len(nodes) or nodes[at + 1].kind != "LPAR":
            return None
        close = next((i for i in range(at + 2, min(len(nodes), at + 14)) if nodes[i].kind == "RPAR"), None)
        if close is None or (nodes[at].kind == "NAME" and at > 0 and nodes[at - 1].kind == "NAME"):
            return None
        node = nodes[at]
        named = next((n for n in nodes[at + 2 : close] if n.kind == "ORG" and n.things and n.things[0].path), None)
        if node.kind == "OFFICE" and named is not None:
            named.things[0].start, named.things[0].rules = node.start, ("named_in_brackets",)
            return span(nodes[at : close + 1], "ORG", named.things, endings=node.endings), close + 1 - at
        inside = nodes[at + 2 : close]
        if node.kind == "NAME" and inside and all(n.kind == "NAME" for n in inside):
            alias = Thing("name", node.start, node.end)
            alias.aliases.append((self.text[inside[0].start : inside[-1].end], inside[0].start, inside[-1].end))
            node.things, inside = [*node.things, alias], ()
        for inner in inside:
            if inner.kind in ("NAME", "ORG", "OFFICE", "WORD") and (inner.text[:1].isupper() or inner.kind == "ORG") and node.things:
                node.things[-1].aliases.append((inner.text, inner.start, inner.end))
                if inner.kind == "ORG" and inner.things and not node.things[-1].path:
                    node.things[-1].path = inner.things[0].path
        joined = span(nodes[at : close + 1], node.kind, node.things, endings=node.endings, value=node.value)
        joined.concept, joined.end, joined.text = node.concept, node.end, node.text
        return joined, close + 1 - at

    # -- states, places, names --------------------------------------------------------------------------------------
    def our_country(self, nodes: Sequence[Node], at: int) -> Built:
        """ "ölkəmizə": the state whose outlet speaks."""
        node = nodes[at]
        if node.kind not in ("GROUP", "TERRITORY") or not any(e.possessive == "1pl" and not e.plural for e in node.endings):
            return None
        home = Thing("state", node.start, node.end, path=f"state/{self.pack.home}", kind="State", rules=("our_country",), definite=False)
        return span([node], "STATE", [home], endings=tuple(replace(e, possessive="") for e in node.endings if e.possessive == "1pl"), value="HOME"), 1

    def republic(self, nodes: Sequence[Node], at: int) -> Built:
        """STATE + "Respublikası"."""
        if nodes[at].kind == "STATE" and at + 1 < len(nodes) and nodes[at + 1].kind == "TERRITORY" and governed(nodes[at]) and nodes[at + 1].text[0].isupper():
            thing = nodes[at].things[-1]
            thing.end = nodes[at + 1].end
            return span(nodes[at : at + 2], "STATE", nodes[at].things), 2
        return None

    def listed_states(self, nodes: Sequence[Node], at: int) -> Built:
        """STATE, STATE və STATE: one modifier of what follows; "iştirakçı dövlətlərin və" STATE adds no name."""
        if self._is(nodes[at], "ROLE", "Member") and nodes[at].has("nom") and not nodes[at].owned() and at + 1 < len(nodes) and self._is(nodes[at + 1], "GROUP", "states"):
            merged = span(nodes[at : at + 2], "GROUP", [])
            merged.concept = nodes[at + 1].concept
            return merged, 2
        if self._is(nodes[at], "GROUP", "participants") and at + 1 < len(nodes) and self._is(nodes[at + 1], "GROUP", "states") and not nodes[at].plural():
            merged = span(nodes[at : at + 2], "GROUP", [])
            merged.concept = nodes[at + 1].concept
            return merged, 2
        if self._is(nodes[at], "GROUP", "states") and nodes[at].has("gen") and at + 2 < len(nodes) and self._is(nodes[at + 1], "CONJ", "and") and nodes[at + 2].kind == "STATE" and nodes[at + 2].has("gen"):
            return span(nodes[at : at + 3], "STATE", nodes[at + 2].things), 3
        return self._list(nodes, at, ("STATE",), "STATE") or self._dash(nodes, at)

    def listed_places(self, nodes: Sequence[Node], at: int) -> Built:
        """PLACE, PLACE və PLACE."""
        return self._list(nodes, at, ("PLACE",), "PLACE")

    def _dash(self, nodes: Sequence[Node], at: int) -> Built:
        if [n.kind for n in nodes[at : at + 3]] == ["STATE", "DASH", "STATE"] and _bare(nodes[at]):
            return span(nodes[at : at + 3], "STATE", [*nodes[at].things, *nodes[at + 2].things]), 3
        return None

    def _list(self, nodes: Sequence[Node], at: int, kinds: Sequence[str], kind: str) -> Built:
        if nodes[at].kind not in kinds or not nodes[at].things:
            return None
        members, last = [nodes[at]], at
        joined = False
        while last + 2 < len(nodes) + 0 and not joined:
            sign = nodes[last + 1]
            step = 2
            if sign.kind == "COMMA" and last + 3 < len(nodes) and nodes[last + 2].kind == "CONJ" and nodes[last + 2].concept and nodes[last + 2].concept.name in ("and", "also"):
                step, joined = 3, True
            elif self._is(sign, "CONJ", "and"):
                joined = True
            elif sign.kind != "COMMA":
                break
            following = nodes[last + step] if last + step < len(nodes) else None
            if following is None or following.kind not in kinds:
                return None
            members.append(following)
            last += step
        if not joined:
            return None
        cases = members[-1].cases()
        if not all(_bare(m) or m.cases() & cases for m in members[:-1]):
            return None
        things = [thing for member in members for thing in member.things]
        merged = span(nodes[at : last + 1], kind, things)
        merged.value = members[-1].value
        return merged, last + 1 - at

    def area(self, nodes: Sequence[Node], at: int) -> Built:
        """PLACE + "şəhəri"; STATE + "paytaxtı" + PLACE; NAME + "vilayəti"; STATE + "paytaxtında"."""
        node = nodes[at]
        if node.kind == "STATE" and node.has("gen") and at + 1 < len(nodes) and nodes[at + 1].kind == "PLACE" and len(node.things) == 1:
            place = self.reference.get(nodes[at + 1].things[-1].path)
            if place is not None and place.state == node.things[0].path:
                nodes[at + 1].things[-1].inner.extend(node.things)
                return span(nodes[at : at + 2], "PLACE", nodes[at + 1].things), 2
        if at + 1 >= len(nodes) or nodes[at + 1].kind != "AREA" or not governed(node):
            return None
        area = nodes[at + 1]
        if node.kind == "STATE" and len(node.things) == 1 and node.first == node.last and area.owned() and (city := self._city(node)):
            place = Thing("place", node.start, area.end, path=city, kind="Place", rules=("area",))
            return span(nodes[at : at + 2], "PLACE", [place]), 2
        capital = area.concept is not None and area.concept.name == "capital"
        if node.kind == "STATE" and capital:
            if at + 2 < len(nodes) and nodes[at + 2].kind == "PLACE" and area.has("nom"):
                return span(nodes[at : at + 3], "PLACE", [*nodes[at + 2].things]), 3
            known = self.reference.get(node.things[-1].path)
            if known is not None and known.capital and not (at + 2 < len(nodes) and nodes[at + 2].kind == "NAME"):
                place = Thing("place", node.start, area.end, path=known.capital, kind="Place", rules=("capital_of_state",), definite=False)
                return span(nodes[at : at + 2], "PLACE", [place], value="CAPITAL"), 2
            return None
        if capital:
            return None
        if node.kind == "PLACE" and len(node.things) == 1:
            return span(nodes[at : at + 2], "PLACE", node.things), 2
        lone = at + 2 < len(nodes) and nodes[at + 2].kind in ("OFFICE", "ROLE") and nodes[at + 2].owned() and " " not in node.text
        if node.kind == "NAME" and (area.owned() or lone):
            thing = Thing("place", node.start, node.end, kind="Place", name=self.words([node]) if not node.has("nom") else node.text, rules=("area",))
            return span(nodes[at : at + 2], "PLACE", [thing]), 2
        return None

    def _city(self, node: Node) -> str:
        """Return the city that has the same name as a state ("Küveyt şəhəri"), "" where there is none."""
        name = self.pack.fold(node.text)
        return next((k.path for k in self.reference if k.kind == "Place" and k.state == node.things[0].path and any(self.pack.fold(form) == name for form, _, _ in k.names)), "")

    def name(self, nodes: Sequence[Node], at: int) -> Built:
        """Capitalised words in a row; a place before a family name is a given name ("Bağdad Amreyev")."""
        node = nodes[at]
        if at + 1 >= len(nodes):
            return None
        following = nodes[at + 1]
        if following.kind == "WORD" and self.pack.fold(following.text) in self.pack.particles and at + 2 < len(nodes) and nodes[at + 2].kind == "NAME" and node.kind == "NAME":
            return span(nodes[at : at + 3], "NAME", []), 3
        if following.kind != "NAME" or node.kind not in ("NAME", "PLACE", "STATE") or node.text[1:2] == ".":
            return None
        if following.text[1:2] == "." and " " in node.text:
            return None
        if node.kind != "NAME" and not (len(node.things) == 1 and node.first == node.last and self.family_name(following)):
            return None
        if not any(e.case == "nom" and not e.possessive for e in node.endings) or " " in node.text and self.family_name(node):
            return None
        return span(nodes[at : at + 2], "NAME", []), 2

    def likely_name(self, node: Node) -> bool:
        """Tell whether a lone capitalised word is a family name: by its ending, or since it stands elsewhere in the article too."""
        return self.family_name(node) or any(e.case == "nom" for e in node.endings) and self.text.count(node.text) > 1

    def family_name(self, node: Node) -> bool:
        """Tell whether the last word of a node ends as family names do."""
        last = node.text.split()[-1]
        return any(self.pack.surname.search(e.stem) and not e.possessive and not e.plural for e in self.pack.readings(last))

    # -- members of a body ------------------------------------------------------------------------------------------
    def members(self, nodes: Sequence[Node], at: int) -> Built:
        """ORG-DAT "üzv" "dövlətlər"; ORG ("iştirakçı") "dövlətləri"."""
        node = nodes[at]
        if node.kind not in ("ORG", "STATE") or node.value == "HOME" or at + 1 >= len(nodes):
            return None
        step = 1
        if nodes[at + 1].kind == "MEMBER" or nodes[at + 1].kind == "ROLE" and nodes[at + 1].concept is not None and nodes[at + 1].concept.name == "Member":
            step = 2
        if at + step >= len(nodes) or nodes[at + step].kind != "GROUP" or nodes[at + step].concept is None or nodes[at + step].concept.name != "states":
            return None
        if node.kind != "ORG" or not nodes[at + step].plural() or not (node.has("dat") if step == 2 and node.has("dat") else governed(node)):
            return None
        return span(nodes[at : at + step + 1], "MEMBERS", node.things), step + 1

    # -- organisations ----------------------------------------------------------------------------------------------
    def compound_office(self, nodes: Sequence[Node], at: int) -> Built:
        """A head noun before another head noun: "Prokurorluq Xidməti", "Baş Prokurorlar Şurası"."""
        if at + 1 >= len(nodes) or nodes[at + 1].kind != "OFFICE" or not nodes[at + 1].owned():
            return None
        node, head = nodes[at], nodes[at + 1]
        office = node.kind == "OFFICE" and any(e.case == "nom" and not e.possessive and not e.plural for e in node.endings) and node.text[0].isupper()
        people = node.kind == "ROLE" and node.plural() and governed(node)
        named = node.kind == "ROLE" and node.text[0].isupper() and head.text[0].isupper() and any(e.case == "nom" and not e.possessive for e in node.endings)
        common = node.kind in ("GROUP", "TERRITORY") and node.text[0].isupper() and head.text[0].isupper() and any(e.case == "nom" and not e.possessive for e in node.endings)
        if not (office or people or named or common):
            return None
        merged = span(nodes[at : at + 2], "OFFICE", [])
        merged.concept = replace(head.concept, flags=()) if head.concept else None
        merged.value = "TAIL"
        return merged, 2

    def national_office(self, nodes: Sequence[Node], at: int) -> Built:
        """STATE(S) + office: "Türkiyə və Qırğız Respublikalarının baş prokurorluqları"."""
        node = nodes[at]
        if self._is(node, "GROUP", "states") and node.has("gen") and at + 1 < len(nodes):
            return self._both_offices(nodes, at)
        if node.kind != "STATE" or not governed(node) or at + 1 >= len(nodes):
            return None
        head_at = at + 1
        if nodes[head_at].kind in ("STATE", "PLACE") and nodes[head_at].has("rel") and head_at + 1 < len(nodes):
            head_at += 1
        head = nodes[head_at]
        concept = head.concept
        if head.kind != "OFFICE" or concept is None or not head.owned():
            return None
        if concept.get("national") and head.value != "TAIL":
            things = [self._national(state, concept.get("national"), concept.name, head) for state in node.things]
            return span(nodes[at : head_at + 1], "ORG", things), head_at + 1 - at
        name = self.words(nodes[at : head_at + 1])
        thing = Thing("org", node.start, head.end, kind=concept.name, name=name, of=node.things[-1:], rules=("state_organization",))
        return span(nodes[at : head_at + 1], "ORG", [thing]), head_at + 1 - at

    def _both_offices(self, nodes: Sequence[Node], at: int) -> Built:
        """ "iki ölkənin baş prokurorluqları": those of the home state and of the one spoken of."""
        head = nodes[at + 1]
        if head.kind != "OFFICE" or head.concept is None or not head.concept.get("national") or not head.plural() or not head.owned() or head.value == "TAIL":
            return None
        ours = Thing("state", nodes[at].start, nodes[at].end, path=f"state/{self.pack.home}", kind="State", rules=("both_states",), definite=False)
        theirs = Thing("state", nodes[at].start, nodes[at].end, kind="State", rules=("both_states",), definite=False)
        office, kind = head.concept.get("national"), head.concept.name
        foreign = Thing("org", nodes[at].start, head.end, kind=kind, national=office, of=[theirs], rules=("national_office",))
        return span(nodes[at : at + 2], "ORG", [self._national(ours, office, kind, head), foreign]), 2

    def _national(self, state: Thing, office: str, kind: str, head: Node) -> Thing:
        iso = state.path.partition("/")[2].lower()
        return Thing("org", state.start, head.end, path=f"organization/{office}-{iso}", kind=kind, national=office, of=[state], rules=("national_office",))

    def local_office(self, nodes: Sequence[Node], at: int) -> Built:
        """PLACE + office: "İstanbul şəhər Baş Prokurorluğu", "Xankəndi Şəhər Prokurorluğu"."""
        node = nodes[at]
        if node.kind != "PLACE" or not governed(node) or at + 1 >= len(nodes) or not node.things:
            return None
        head_at = at + 1
        while head_at < len(nodes) and head_at <= at + 4 and nodes[head_at].kind in ("NAME", "WORD") and nodes[head_at].has("nom") and nodes[head_at].text[0].isupper():
            head_at += 1
        if head_at >= len(nodes) or nodes[head_at].kind != "OFFICE" or not nodes[head_at].owned():
            return None
        head = nodes[head_at]
        kind = head.concept.name if head.concept else "Organization"
        if len(node.things) == 1:
            things = [Thing("org", node.start, head.end, kind=kind, name=self.words(nodes[at : head_at + 1]), of=node.things, rules=("local_office",))]
            return span(nodes[at : head_at + 1], "ORG", things), head_at + 1 - at
        *between, _ = self.text[node.end : head.end].split()
        common = " ".join(between)
        singular = next((e for e in head.endings if e.plural), None)
        noun = self.pack.nominative(self.text[head.start : head.end].split()[-1], replace(singular, plural=False, possessive="3")) if singular else self.words([head])
        things = [
            Thing("org", p.start, head.end, kind=kind, name=" ".join(f"{self._stem(p)} {common} {noun}".split()), of=[p], rules=("local_office",)) for p in node.things
        ]
        return span(nodes[at : head_at + 1], "ORG", things), head_at + 1 - at

    def _stem(self, thing: Thing) -> str:
        """Return the name of a place as the reference data or the text gives it, without its case."""
        known = self.reference.get(thing.path) if thing.path else None
        return known.label(self.pack.language) if known else thing.name or self.text[thing.start : thing.end]

    def named_office(self, nodes: Sequence[Node], at: int) -> Built:
        """Capitalised words + office: "Milli Cinayət Agentliyi", "Heydər Əliyev Fondu"."""
        node = nodes[at]
        if at > 0 and nodes[at - 1].kind in ("ROLE", "POST", "TITLE") and nodes[at - 1].has("nom") or self.family_name(node) and len(node.text.split()) > 1 and "." in node.text:
            return None
        if node.kind != "NAME" or not node.has("nom") or at + 1 >= len(nodes):
            return None
        head_at = at + 1
        while head_at < len(nodes) and head_at < at + 5 and nodes[head_at].kind in ("NAME", "WORD", "TERRITORY", "CONJ") and (
            nodes[head_at].has("nom") if nodes[head_at].kind != "CONJ" else " " not in nodes[head_at - 1].text
        ):
            if nodes[head_at].kind == "WORD" and not nodes[head_at].text[0].isupper():
                return None
            head_at += 1
        if head_at >= len(nodes) or nodes[head_at].kind != "OFFICE" or not nodes[head_at].text[0].isupper():
            return None
        head = nodes[head_at]
        if not head.owned() and (head_at > at + 1 or len(node.text.split()) > 1 or self.family_name(node) or self.known(node.text)):
            return None
        thing = Thing("org", node.start, head.end, kind=head.concept.name if head.concept else "Organization", name=self.words(nodes[at : head_at + 1]), rules=("named_office",))
        endings = tuple(e for e in head.endings if e.possessive) or head.endings
        return span(nodes[at : head_at + 1], "ORG", [thing], endings=endings), head_at + 1 - at

    def quoted_office(self, nodes: Sequence[Node], at: int) -> Built:
        """A quotation + office: the body of that name ("“Hüquq” mərkəzi")."""
        here = at + 1
        if here < len(nodes) and nodes[here].kind == "LPAR":
            here = next((i for i in range(here, min(len(nodes), here + _SHORT)) if nodes[i].kind == "RPAR"), at) + 1
        if here >= len(nodes) or nodes[here].kind != "OFFICE" or not nodes[here].owned() or not nodes[at].value or not nodes[at].value[0].isupper():
            return None
        head = nodes[here]
        thing = Thing("org", nodes[at].start, head.end, kind=head.concept.name if head.concept else "Organization", name=nodes[at].value, rules=("quoted_office",))
        return span(nodes[at : here + 1], "ORG", [thing], endings=tuple(e for e in head.endings if e.possessive)), here + 1 - at

    def state_of_office(self, nodes: Sequence[Node], at: int) -> Built:
        """STATE + a named office: "Niderland Hesablama Palatası"."""
        node = nodes[at]
        if node.kind != "STATE" or not governed(node) or len(node.things) != 1 or at + 1 >= len(nodes) or nodes[at + 1].kind != "ORG" or node.value == "HOME":
            return None
        head = nodes[at + 1]
        office, _, iso = head.things[0].path.removeprefix("organization/").rpartition("-") if head.things else ("", "", "")
        if office and iso == self.pack.home.lower() and head.owned() and node.things[0].path != f"state/{self.pack.home}" and f"office-kind/{office}" in self.reference:
            head.things[0].path = f"organization/{office}-{node.things[0].path.partition('/')[2].lower()}"
            head.things[0].of, head.things[0].rules = node.things, ("national_office",)
            return span(nodes[at : at + 2], "ORG", head.things), 2
        if len(head.things) != 1 or head.things[0].of or not head.owned() or head.things[0].rules[:1] not in (("named_office",), ("department",)):
            return None
        head.things[0].of = node.things
        head.things[0].name = self.words(nodes[at : at + 2])
        head.things[0].start = node.start
        return span(nodes[at : at + 2], "ORG", head.things), 2

    def shared_noun(self, nodes: Sequence[Node], at: int) -> Built:
        """ "Daxili İşlər və Xarici İşlər nazirlikləri": several national offices with one noun in the plural."""
        if at > 0 and self._inside_name(nodes[at - 1]) and nodes[at - 1].kind != "CONJ":
            return None
        end = next((i for i in range(at, min(len(nodes), at + 2 * _SHORT)) if not (nodes[i].kind in ("NAME", "WORD", "COMMA") and nodes[i].has("nom") or self._is(nodes[i], "CONJ", "and"))), at)
        head = nodes[end]
        noun = next((e for e in head.endings if e.plural and e.possessive), None)
        if head.kind != "OFFICE" or noun is None or not any(self._is(n, "CONJ", "and") for n in nodes[at:end]):
            return None
        *before, last = self.text[head.start : head.end].split()
        one = self.pack.nominative(last, replace(noun, plural=False, possessive="3"))
        parts = [" ".join(n.text for n in run) for joins, run in groupby(nodes[at:end], lambda n: n.kind in ("COMMA", "CONJ")) if not joins]
        if before:
            parts = [*parts[:-1], f"{parts[-1]} {' '.join(before)}"] if nodes[end - 1].kind not in ("COMMA", "CONJ") else [*parts, " ".join(before)]
        offices = [self.offices.get(self.pack.fold(f"{part} {one}"), "") for part in parts]
        if len(parts) < 2 or not all(offices):  # noqa: PLR2004
            return None
        home = Thing("state", nodes[at].start, nodes[at].end, path=f"state/{self.pack.home}", kind="State", definite=False)
        things = [self._national(home, office, head.concept.name if head.concept else "Organization", head) for office in offices]
        return span(nodes[at : end + 1], "ORG", things, endings=tuple(e for e in head.endings if e.possessive)), end + 1 - at

    def part_of_body(self, nodes: Sequence[Node], at: int) -> Built:
        """ORG-GEN + words + office: its press service, its council, its department."""
        node = nodes[at]
        if node.kind not in ("ORG", "MEMBERS") or not governed(node) or not node.things or at + 1 >= len(nodes) or nodes[at + 1].kind == "CONJ":
            return None
        if node.things[-1].kind == "NewsAgency":
            return None
        head_at = at + 1
        while head_at < len(nodes) and head_at < at + 9 and self._inside_name(nodes[head_at]):
            head_at += 1
        if head_at >= len(nodes):
            return None
        head = nodes[head_at]
        if head.kind == "ORG" and head_at == at + 1 and head.owned() and node.has("gen") and len(head.things) == 1 and not head.things[0].of:
            head.things[0].of = [node.things[-1]]
            return span(nodes[at : head_at + 1], "ORG", head.things), head_at + 1 - at
        if head.kind != "OFFICE" or not head.owned() or (head_at > at + 1 and not node.has("gen")):
            return None
        kind = head.concept.name if head.concept else "Organization"
        tail = nodes[at + 1 : head_at + 1]
        things = []
        for parent in node.things[-1:] if node.kind == "MEMBERS" else node.things:
            name = self.words(nodes[at : head_at + 1]) if len(node.things) == 1 and not node.clauses and node.kind == "ORG" else self.words(tail)
            part = Thing("org", nodes[at + 1].start, head.end, kind=kind, name=name, of=[parent], rules=("part_of_body",), national="part")
            part.tail = self.words(tail)
            things.append(part)
        endings = tuple(e for e in head.endings if e.possessive)
        return span(nodes[at : head_at + 1], "ORG", things, endings=endings), head_at + 1 - at

    def department(self, nodes: Sequence[Node], at: int) -> Built:
        """Capital + words + department: "Beynəlxalq əməkdaşlıq idarəsi", a part of the body spoken of."""
        node = nodes[at]
        if at > 0 and nodes[at - 1].kind in ("ROLE", "POST", "TITLE") and nodes[at - 1].has("nom") or " " in node.text:
            return None
        if at > 0 and nodes[at - 1].kind in ("OFFICE", "ORG") and nodes[at - 1].has("gen"):
            return None
        if node.kind not in ("NAME", "WORD") or not node.text[0].isupper() or "." in node.text or self.family_name(node) or not (node.has("nom") or node.has("gen")):
            return None
        head_at = at + 1
        while head_at < len(nodes) and head_at < at + 7 and self._inside_name(nodes[head_at]):
            head_at += 1
        if head_at >= len(nodes) or nodes[head_at].kind != "OFFICE" or not nodes[head_at].owned() or head_at == at + 1:
            return None
        head = nodes[head_at]
        if head.concept is None or head.concept.name not in ("GovernmentBody", "Organization"):
            return None
        if head.text[0].isupper() and any(n.kind == "WORD" and n.text.islower() for n in nodes[at + 1 : head_at]):
            return None
        thing = Thing("org", node.start, head.end, kind=head.concept.name, name=self.words(nodes[at : head_at + 1]), rules=("department",))
        return span(nodes[at : head_at + 1], "ORG", [thing], endings=tuple(e for e in head.endings if e.possessive)), head_at + 1 - at

    @staticmethod
    def _inside_name(node: Node) -> bool:
        if node.kind == "RELATION":
            return node.concept is not None and node.concept.name == "about"
        if node.kind == "PLACE":
            return any(e.case == "nom" and not e.possessive for e in node.endings)
        if node.kind == "NAME":
            return not node.cases() & {"abl", "loc"} or node.has("nom") and len(node.text) < _SHORT
        if node.kind in ("WORD", "DOCUMENT", "ORDINAL"):
            return node.has("nom") or node.has("gen")
        return node.kind == "CONJ" and node.concept is not None and node.concept.name == "and"

    def lone_office(self, nodes: Sequence[Node], at: int) -> Built:
        """An office told without its state or parent: the home state's, or the one spoken of before."""
        node = nodes[at]
        if node.kind != "OFFICE" or node.concept is None:
            return None
        national = node.concept.get("national")
        thing = Thing("org", node.start, node.end, kind=node.concept.name, national=national, chief=bool(node.concept.get("chief")), rules=("lone_office",))
        thing.name = self.words([node])
        thing.plural = any(e.plural for e in node.endings) and not any(not e.plural for e in node.endings)
        if node.value == "TAIL":
            thing.national = "part"
        return span([node], "ORG", [thing]), 1

    def beside(self, nodes: Sequence[Node], at: int) -> Built:
        """ "Baş prokuror yanında" ORG: the office that a body answers to."""
        if nodes[at].kind in ("ROLE", "POST", "ORG") and at + 2 < len(nodes) and nodes[at + 1].kind == "RELATION" and nodes[at + 1].concept and nodes[at + 1].concept.name == "beside" and nodes[at + 2].kind == "ORG":
            return span(nodes[at : at + 3], "ORG", nodes[at + 2].things), 3
        return None

    # -- lists and markers ------------------------------------------------------------------------------------------
    def listed(self, nodes: Sequence[Node], at: int) -> Built:
        """A, B və C of whatever takes part in events; "X və Y" with one case for all."""
        built = self._list(nodes, at, LISTED, "LIST")
        if built is not None and built[0].things and len({t.sort for t in built[0].things}) == 1:
            first = {"state": "STATE", "place": "PLACE", "org": "ORG", "person": "PERSON"}.get(built[0].things[0].sort)
            if first:
                built[0].kind = first
        return built

    def with_(self, nodes: Sequence[Node], at: int) -> Built:
        """X + "ilə": the comitative."""
        node = nodes[at]
        if node.kind not in (*LISTED, "ROLE", "NAME", "EVENT", "GROUP") or at + 1 >= len(nodes) or nodes[at + 1].kind != "CONJ":
            return None
        concept = nodes[at + 1].concept
        if concept is None or concept.name != "with" or not node.has("nom"):
            return None
        between = next((n for n in nodes[at + 2 : at + 6] if n.kind == "RELATION" and n.concept and n.concept.name == "between"), None)
        if between is not None:
            return None
        return self._marked(nodes[at : at + 2], node, "ins"), 2

    def marker(self, nodes: Sequence[Node], at: int) -> Built:
        """X + "çərçivəsində", "təşkilatçılığı ilə", "rəhbərliyi ilə" ...: what X is to the clause."""
        node = nodes[at]
        if node.kind == "ORG" and at + 1 < len(nodes) and nodes[at + 1].kind == "CITE":
            return self._marked(nodes[at : at + 2], node, "source"), 2
        if node.kind not in (*LISTED, "ROLE", "NAME", "EVENT", "DOCUMENT", "QUOTE") or at + 1 >= len(nodes) or nodes[at + 1].kind != "MARKER":
            return None
        concept = nodes[at + 1].concept
        if concept is None or not governed(node):
            return None
        return self._marked(nodes[at : at + 2], node, concept.name), 2

    def about(self, nodes: Sequence[Node], at: int) -> Built:
        """X + "üçün", "haqqında": what a clause is about or for; X does not act in it."""
        node = nodes[at]
        if at + 1 < len(nodes) and self._is(nodes[at + 1], "RELATION", "about") and node.has("nom"):
            return self._marked(nodes[at : at + 2], node, "about"), 2
        return None

    @staticmethod
    def _marked(nodes: Sequence[Node], node: Node, case: str) -> Node:
        readings = [e for e in node.endings if e.case == "gen"] or [e for e in node.endings if e.case == "nom"]
        stem = readings[0].stem if readings else ""
        merged = span(nodes, node.kind, node.things, endings=(Ending(stem, case=case),), value=node.value)
        merged.concept = node.concept
        for thing in node.things:
            if thing.by_case:
                thing.by_case[case] = thing.by_case.get("gen") or thing.by_case.get("nom") or next(iter(thing.by_case.values()))
        return merged

    def between(self, nodes: Sequence[Node], at: int) -> Built:
        """A ilə B arasında: both sides, as one node in the case "between"."""
        if nodes[at].kind not in LISTED or not nodes[at].things:
            return None
        if at + 1 < len(nodes) and self._is(nodes[at + 1], "RELATION", "between") and len(nodes[at].things) > 1:
            return span(nodes[at : at + 2], "LIST", nodes[at].things, endings=(Ending("", case="between"),)), 2
        if at + 3 < len(nodes) and nodes[at + 1].kind == "CONJ" and nodes[at + 2].kind in LISTED and self._is(nodes[at + 3], "RELATION", "between"):
            return span(nodes[at : at + 4], "LIST", [*nodes[at].things, *nodes[at + 2].things], endings=(Ending("", case="between"),)), 4
        if nodes[at].has("ins") and at + 2 < len(nodes) and nodes[at + 1].kind in LISTED and self._is(nodes[at + 2], "RELATION", "between"):
            return span(nodes[at : at + 3], "LIST", [*nodes[at].things, *nodes[at + 1].things], endings=(Ending("", case="between"),)), 3
        return None

    @staticmethod
    def _is(node: Node, kind: str, name: str) -> bool:
        return node.kind == kind and node.concept is not None and node.concept.name == name

