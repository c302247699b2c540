"""Takes the graph out: a whole store as one file in a standard form of RDF.

========  ==========================================================================================
form      what is written
========  ==========================================================================================
nquads    every quad once, lines in order: two exports of equal stores are equal byte for byte
trig      every quad, graph by graph, with prefixes
jsonld    every quad, graph by graph, nested and with short names (``ontology/context.jsonld``)
jelly     every quad, in a small binary form (extra ``jelly``)
turtle    the union of all graphs, each triple once, with prefixes
rdfxml    the same union
========  ==========================================================================================
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, cast

from pyoxigraph import Literal, Quad, RdfFormat, Triple, serialize

from qurultay import terms
from qurultay.errors import StoreError
from qurultay.exports.jelly import write_jelly
from qurultay.exports.jsonld import write_jsonld
from qurultay.exports.lines import LineSorter, steady

__all__ = ["FORMATS", "export", "write_file"]

_UNFIT_FOR_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def export(quads: Iterable[Quad], output: IO[bytes], *, form: str) -> int:
    """Write quads to a binary stream in one of :data:`FORMATS` and return how many statements were written.

    Raises ValueError for an unknown form, and :class:`~qurultay.errors.StoreError` where RDF/XML cannot hold a character.

    >>> import io
    >>> from pyoxigraph import NamedNode
    >>> a, out = NamedNode("http://example.org/a"), io.BytesIO()
    >>> export([Quad(a, a, a, a), Quad(a, a, a, a)], out, form="nquads")
    1
    """
    if form not in FORMATS:
        raise ValueError(f"{form!r} is not one of {', '.join(FORMATS)}")
    return FORMATS[form](quads, output)


def write_file(quads: Iterable[Quad], path: str | Path, *, form: str) -> int:
    """Write quads to a file, which appears whole or not at all; return how many statements were written.

    Raises :class:`~qurultay.errors.StoreError` where it cannot be written; what the quads themselves raise goes on as it is.
    """
    target = Path(path)
    draft = target.with_name(f"{target.name}.part")
    try:
        with draft.open("wb") as stream:
            count = export(quads, stream, form=form)
        draft.replace(target)
    except StoreError:
        raise
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error.strerror or error}") from error
    finally:
        draft.unlink(missing_ok=True)
    return count


def _nquads(quads: Iterable[Quad], output: IO[bytes]) -> int:
    count = 0
    with LineSorter() as sorter:
        serialize(quads, cast("IO[bytes]", sorter), format=RdfFormat.N_QUADS)
        for lines in sorter.blocks():
            output.writelines(lines)
            count += len(lines)
    return count


def _dataset(form: RdfFormat) -> Callable[[Iterable[Quad], IO[bytes]], int]:
    """Return the writer of a form that holds graphs."""

    def write(quads: Iterable[Quad], output: IO[bytes]) -> int:
        ordered = sorted(set(quads), key=lambda quad: (str(quad.graph_name), str(quad)))
        output.write(steady(serialize(ordered, format=form, prefixes=terms.PREFIXES) or b""))
        return len(ordered)

    return write


def _union(form: RdfFormat) -> Callable[[Iterable[Quad], IO[bytes]], int]:
    """Return the writer of a form that holds triples only."""

    def write(quads: Iterable[Quad], output: IO[bytes]) -> int:
        ordered = sorted({quad.triple for quad in quads}, key=str)
        fit = _fit(ordered) if form == RdfFormat.RDF_XML else ordered
        output.write(steady(serialize(fit, format=form, prefixes=terms.PREFIXES) or b""))
        return len(ordered)

    return write


def _fit(triples: Iterable[Triple]) -> Iterator[Triple]:
    """Yield the triples; refuse a character that XML cannot hold rather than write what no parser reads."""
    for triple in triples:
        if isinstance(triple.object, Literal) and (found := _UNFIT_FOR_XML.search(triple.object.value)):
            raise StoreError(f"RDF/XML cannot hold U+{ord(found[0]):04X}, which stands in {triple}: choose another form")
        yield triple


FORMATS: dict[str, Callable[[Iterable[Quad], IO[bytes]], int]] = {
    "nquads": _nquads,
    "trig": _dataset(RdfFormat.TRIG),
    "jelly": write_jelly,
    "turtle": _union(RdfFormat.TURTLE),
    "jsonld": write_jsonld,
    "rdfxml": _union(RdfFormat.RDF_XML),
}
"""The forms of RDF that can be written, and what writes each."""
