"""The graph in forms of graph tools: each is read back, holds what SPARQL counts, and is the same in every run."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
import rdflib

from qurultay.errors import StoreError
from qurultay.exchange import FORMS, form, forms, from_network, from_store, save
from qurultay.exchange.model import Node, clean
from qurultay.network import involvements, periods
from qurultay.store import View
from qurultay.terms import BASE, PREFIXES

RELATIONS = (
    "schema:attendee schema:organizer schema:location schema:mentions schema:containedInPlace q:participant q:signatory "
    "q:jurisdiction org:member org:organization org:memberOf"
)


def one(view: View, name: str) -> bytes:
    return from_store(view, name=name).files[""]


def network(view: View, name: str) -> dict[str, bytes]:
    return dict(from_network(periods(involvements(view)), name=name, base=view.base).files)


def edges(view: Any) -> int:
    pattern = f"{{ SELECT DISTINCT ?s ?p ?o WHERE {{ VALUES ?p {{ {RELATIONS} }} GRAPH ?g {{ ?s ?p ?o }} }} }}"
    return int(view.count(pattern))


def nodes(view: Any) -> int:
    ends = (
        f"{{ VALUES ?p {{ {RELATIONS} }} GRAPH ?g {{ ?node ?p ?o }} }} UNION {{ VALUES ?p {{ {RELATIONS} }} GRAPH ?g {{ ?s ?p ?node }} }}"
    )
    alone = "{ VALUES ?kind { q:Article q:Protocol } GRAPH ?g { ?node a ?kind } }"
    return int(view.count(f"{{ SELECT DISTINCT ?node WHERE {{ {ends} UNION {alone} }} }}"))


def test_what_the_graph_counts(view: Any) -> None:
    assert (nodes(view), edges(view)) == (19, 26)
    assert from_store(view, name="graphml").counts == "19 nodes and 26 edges"


READERS = {
    "gexf": lambda data: nx.read_gexf(io.BytesIO(data)),
    "graphml": lambda data: nx.read_graphml(io.BytesIO(data), force_multigraph=True),
    "cyjs": lambda data: nx.cytoscape_graph(json.loads(data)),
}


@pytest.mark.parametrize("name", READERS)
def test_networkx_reads_back_every_node_and_edge(view: Any, name: str) -> None:
    found = READERS[name](one(view, name))
    assert (found.number_of_nodes(), found.number_of_edges()) == (nodes(view), edges(view))
    assert found.is_directed()
    assert found.nodes[f"{BASE}organization/new"]["label"] == "Bell � and line \\ 'quote' || \"two\""
    assert found.nodes[f"{BASE}organization/pgo-az"]["state"] == "Azərbaycan"
    assert found.nodes[f"{BASE}place/baku"]["latitude"] == 40.37767
    attended = next(data for *ends, data in found.edges(data=True) if data.get("quotes") == "=Anar iştirak edib")
    assert (attended["confidence"], attended["articles"]) == (0.9, f"{BASE}article/a")


@pytest.mark.parametrize("name", READERS)
def test_networkx_reads_back_the_network(view: Any, name: str) -> None:
    found = READERS[name](network(view, name)[""])
    whole = periods(involvements(view))[0].graph
    assert (found.number_of_nodes(), found.number_of_edges()) == (whole.number_of_nodes(), whole.number_of_edges())
    assert not found.is_directed()
    assert {data["community"] for _, data in found.nodes(data=True)} == {1}


@pytest.mark.parametrize("of", ["graph", "network"])
def test_gexf_is_as_its_schema_wants_it(view: Any, schemas: Path, of: str) -> None:
    etree = pytest.importorskip("lxml.etree")
    schema = etree.XMLSchema(etree.parse(schemas / "gexf-1.3.xsd"))
    data = one(view, "gexf") if of == "graph" else network(view, "gexf")[""]
    document = etree.fromstring(data)
    schema.assertValid(document)
    document[1].set("mode", "sometimes")
    assert not schema.validate(document)


def test_gexf_has_the_days_of_partial_dates_and_a_spell_for_each_occasion(view: Any) -> None:
    found = nx.read_gexf(io.BytesIO(one(view, "gexf")))
    seminar = found.nodes[f"{BASE}event/seminar"]
    assert (seminar["start"], seminar["end"], seminar["start_date"]) == ("2024-02-01", "2024-02-29", "2024-02")
    assert "start" not in found.nodes[f"{BASE}event/yearless"]
    data = network(view, "gexf")[""].decode()
    assert '<edge id="' in data
    assert re.search(r'start="2024-02-01" end="2024-02-29"', data)


def test_lists_are_safe_to_open(view: Any) -> None:
    files = from_store(view, name="lists").files
    things, found = (list(csv.reader(io.StringIO(files[name].decode(), newline=""))) for name in ("nodes.csv", "edges.csv"))
    assert (len(things) - 1, len(found) - 1) == (nodes(view), edges(view))
    cells = [cell for row in (*things, *found) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert "'=Anar iştirak edib" in cells
    assert "40.37767" in cells


def test_a_table_of_the_network_is_safe_too(view: Any) -> None:
    from qurultay.exchange import from_table
    from qurultay.network import table

    found = table(periods(involvements(view)), of="bodies")
    text = from_table(found, name="csv", base=BASE).files[""].decode()
    assert text.splitlines()[0] == "body,partners,weight,degree,betweenness,community"


@pytest.mark.parametrize("of", ["graph", "network"])
def test_neo4j_imports_only_what_the_nodes_have(view: Any, of: str) -> None:
    files = from_store(view, name="neo4j").files if of == "graph" else network(view, "neo4j")
    heads, rows = {}, {}
    for name in ("nodes", "relationships"):
        heads[name], *rows[name] = csv.reader(io.StringIO(files[f"{name}.csv"].decode(), newline=""))
        assert all(re.fullmatch(r"iri:ID|:LABEL|:START_ID|:END_ID|:TYPE|\w+:(string|long|double|date|string\[\])", h) for h in heads[name])
        assert {len(row) for row in rows[name]} == {len(heads[name])}
    iris = [row[0] for row in rows["nodes"]]
    assert len(set(iris)) == len(iris)
    assert {end for row in rows["relationships"] for end in row[:2]} <= set(iris)
    for name, types in heads.items():
        for place, head in enumerate(types):
            if head.endswith(":date"):
                assert all(re.fullmatch(r"(\d{4}-\d\d-\d\d)?", row[place]) for row in rows[name])
    if of == "graph":
        assert len(rows["relationships"]) == edges(view)


@pytest.mark.parametrize("of", ["graph", "network"])
def test_the_cypher_script_runs_twice_and_makes_the_graph_once(view: Any, of: str) -> None:
    kglite = pytest.importorskip("kglite")
    data = (one(view, "cypher") if of == "graph" else network(view, "cypher")[""]).decode()
    whole = periods(involvements(view))[0].graph
    made = kglite.KnowledgeGraph()
    for _ in range(2):
        for statement in data.removesuffix(";\n").split(";\n"):
            if not statement.startswith("CREATE CONSTRAINT"):  # which this engine has none of
                made.cypher(statement)
    counts = [
        made.cypher(f"MATCH {pattern} RETURN count({name}) AS n").to_list()[0]["n"]
        for pattern, name in (("(n:Entity)", "n"), ("()-[r]->()", "r"))
    ]
    assert counts == ([nodes(view), edges(view)] if of == "graph" else [whole.number_of_nodes(), whole.number_of_edges()])


def test_neosemantics_gets_every_triple(view: Any) -> None:
    files = from_store(view, name="neosemantics").files
    assert len(rdflib.Graph().parse(data=files["graph.ttl"], format="turtle")) == view.count(
        "GRAPH ?g { ?s ?p ?o } FILTER(?g = ?g)"
    ) - _repeated(view)
    assert f"n10s.nsprefixes.add('q', '{PREFIXES['q']}')" in files["load.cypher"].decode()


def _repeated(view: Any) -> int:
    return sum(1 for _ in view.quads()) - len({quad.triple for quad in view.quads()})


def test_network_as_rdf_says_what_the_tables_say(view: Any) -> None:
    found = periods(involvements(view))
    graph = rdflib.Dataset(default_union=True)
    graph.parse(data=network(view, "nquads")[""].decode(), format="nquads")
    prefixes = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())

    def count(pattern: str) -> int:
        return len(list(graph.query(f"{prefixes} SELECT DISTINCT * WHERE {{ {pattern} }}")))

    assert {str(g.identifier) for g in graph.graphs() if len(g)} == {"https://w3id.org/qurultay/graph/network"}
    assert count("?n a q:CooperationNetwork") == len(found) == 3
    assert count("?c a q:Cooperation") == found[0].graph.number_of_edges()
    assert count("?c q:between ?a , ?b ; q:cooperationKind q:Signed ; q:occasion ?o FILTER(STR(?a) < STR(?b))") == 1
    assert count("?s a q:Standing ; q:standingOf ?who ; q:degreeCentrality ?d") == sum(len(period.standings) for period in found)
    assert count("?c a q:Community ; skos:member ?who") == sum(len(it.members) for period in found for it in period.communities)
    defined = rdflib.Graph().parse(Path(__file__).parents[3] / "ontology" / "qurultay.ttl")
    used = {term for s, p, o, _ in graph.quads() for term in (p, o) if str(term).startswith(PREFIXES["q"])}
    assert used <= set(defined.subjects(rdflib.RDF.type))


def test_every_form_is_the_same_in_every_run(tmp_path: Path) -> None:
    runs = [subprocess.run([sys.executable, __file__], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True) for seed in "12"]
    assert runs[0].stdout == runs[1].stdout, runs[0].stderr
    assert runs[0].stdout.count(b"\n") == sum(known.graph + known.network for known in FORMS) - 1 + 6, runs[0].stderr


def test_an_unknown_form() -> None:
    assert form("gexf").network
    with pytest.raises(ValueError, match="'hdt' is not one of nquads"):
        form("hdt")
    assert len({known.name for known in forms()}) == len(forms())


def test_files_appear_whole(view: Any, tmp_path: Path) -> None:
    save(from_store(view, name="lists"), tmp_path / "new" / "folder")
    assert sorted(path.name for path in (tmp_path / "new" / "folder").iterdir()) == ["edges.csv", "nodes.csv"]


def test_one_form_is_not_mixed_with_another(view: Any, tmp_path: Path) -> None:
    lists, admin = (from_store(view, name=name) for name in ("lists", "neo4j"))
    for _ in range(2):
        save(lists, tmp_path)
    kept = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(StoreError, match=r"holds edges\.csv, which is no part of this form: name an empty folder"):
        save(admin, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == kept


@pytest.mark.parametrize(("text", "cleaned"), [("a\x00b", "a�b"), ("\ud800", "�"), ("a\u2028 b", "a b"), ("\uffff", "�"), ("😀", "😀")])
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned
    assert Node("urn:a", cleaned, "Person").values == {}


def _digests() -> None:
    """Print a hash of each form of the sample graph, for a run of its own."""
    import hashlib
    import importlib.util

    spec = importlib.util.spec_from_file_location("samples", Path(__file__).with_name("conftest.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    sample = module.View(module.TRIG)
    found = periods(involvements(sample))
    for known in forms():
        if known.graph and known in FORMS and known.name != "quickstatements":
            files = from_store(sample, name=known.name).files
            print("graph", known.name, {name: hashlib.sha256(data).hexdigest() for name, data in files.items()})
        if known.network:
            files = from_network(found, name=known.name, base=BASE).files
            print("network", known.name, {name: hashlib.sha256(data).hexdigest() for name, data in files.items()})


if __name__ == "__main__":
    _digests()
