"""Finds which things of a graph are which of a gold file: states by code, the rest by their names and what is said of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from qurultay.evaluation.evidence import text_of
from qurultay.evaluation.gold import Gold
from qurultay.evaluation.index import Index, Term
from qurultay.evaluation.names import normal, similarity
from qurultay.terms import FAMILIES

__all__ = ["aligned", "entity_keys"]

_PERSON_FLOOR, _PLACE_FLOOR, _ORGANIZATION_FLOOR = 0.87, 0.87, 0.90
"""How alike two normal names of one thing are at least."""
_ALIGNED = 2.0
"""The weight below which two things are not one."""


@dataclass(frozen=True, slots=True)
class _Office:
    """A kind of national office: its class, and words of which a label holds one (``some``) or no label may hold any (``no``)."""

    kind: str
    some: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


_OFFICES = {
    "pgo": _Office("ProsecutorsOffice", no=(
        "şəhər", "rayon", "hərbi", "muxtar", "naxç", "idarə", "mərkəz", "şehir", "ilçe", "askeri",
        "city", "district", "military", "region", "nakhch", "department", "directorate", "center", "centre",
        "город", "район", "област", "воен", "нахич", "управлен", "центр", "akadem", "академ",
    )),
    "moj": _Office("Ministry", some=("ədliyyə", "justice", "adalet", "юстиц", "adliya", "әділет")),
    "mfa": _Office("Ministry", some=("xarici işlər", "foreign", "dişişleri", "иностранных дел")),
    "supreme-court": _Office("Court", some=("ali məhkəmə", "supreme", "yargitay", "верховн")),
    "constitutional-court": _Office("Court", some=("konstitusiya", "constitution", "anayasa", "конституц")),
    "parliament": _Office("Parliament", some=("",)),
}  # fmt: skip


def entity_keys(index: Index, nodes: Iterable[Term], gold: Gold) -> dict[Term, str]:
    """Return the gold keys of the states, people, organisations and places among ``nodes``; what the gold file lacks has none."""
    people, organizations, places = (gold.names(section) for section in ("persons", "organizations", "places"))
    keys: dict[Term, str | None] = {}
    for node in nodes:
        kinds = index.kinds(node)
        if "State" in kinds and index.iso(node):
            keys[node] = index.iso(node)
        elif "Person" in kinds:
            keys[node] = _by_name(index, node, people, _PERSON_FLOOR)
        elif kinds & FAMILIES["organization"]:
            keys[node] = _by_name(index, node, organizations, _ORGANIZATION_FLOOR) or _by_office(index, node, organizations)
        elif "Place" in kinds:
            keys[node] = _by_name(index, node, places, _PLACE_FLOOR)
    return {node: key for node, key in keys.items() if key}


def _by_name(index: Index, node: Term, entries: Mapping[str, tuple[str, ...]], floor: float) -> str | None:
    """Return the first entry one of whose names is a label to the letter, or else the entry with the nearest name."""
    labels = index.labels(node)
    best: tuple[float, str | None] = (0.0, None)
    for key, names in entries.items():
        for name in map(normal, names):
            if name in labels:
                return key
            nearest = max((similarity(name, label) for label in labels), default=0.0)
            if nearest >= floor and nearest > best[0]:
                best = (nearest, key)
    return best[1]


def _by_office(index: Index, node: Term, entries: Mapping[str, tuple[str, ...]]) -> str | None:
    """Return the key of the national office that a thing is by kind and state, whatever its labels, where the gold file has it."""
    iso = index.iso_of_jurisdiction(node)
    if not iso:
        return None
    kinds, labels = index.kinds(node), index.labels(node)
    for prefix, office in _OFFICES.items():
        key = f"{prefix}-{iso.lower()}"
        if key in entries and office.kind in kinds:
            named = any(word in label for label in labels for word in office.some) or not office.some
            if named and not any(word in label for label in labels for word in office.no):
                return key
    return None


def aligned(mine: Iterable[Term], theirs: Iterable[str], weigh: Callable[[Term, str], float]) -> dict[Term, str]:
    """Pair things with keys, the weightiest pair first, each once; too light pairs not at all."""
    keys = tuple(theirs)
    pairs = [(weight, text_of(node), node, key) for node in mine for key in keys if (weight := weigh(node, key)) >= _ALIGNED]
    found: dict[Term, str] = {}
    for _, _, node, key in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[3])):
        if node not in found and key not in found.values():
            found[node] = key
    return found
