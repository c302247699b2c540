// Filters: what is left of relations under days, sources, confidence, kinds, states and posts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { NO_FILTER, backbone, drawn, joined, relations, within } from "../src/filtering.js";
import { read } from "../src/graph.js";

// Two courts and a ministry of two states; meeting 6 is told by article 8 (sure), paper 7 by article 9 (less sure).
const graph = read({
  things: [
    { id: "organization/a", family: "organization", kind: "Court", state: 3 }, { id: "organization/b", family: "organization", kind: "Court", state: 4 },
    { id: "organization/c", family: "organization", kind: "Ministry", state: 4 }, { id: "state/X", family: "state", kind: "State", state: 3 },
    { id: "state/Y", family: "state", kind: "State", state: 4 }, { id: "role:Judge", family: "term" },
    { id: "event/m", family: "event", kind: "Meeting", days: ["2024-02-01", "2024-02-03"] }, { id: "document/d", family: "document", kind: "Memorandum" },
    { id: "article/1", family: "article", outlet: "One", published: "2024-02-04" }, { id: "article/2", family: "article", published: "2024-03-04" },
    { id: "membership/p", family: "membership", kind: "Membership" }, { id: "person/p", family: "person", kind: "Person" },
  ],
  predicates: ["q:participant", "q:signatory", "org:member", "org:organization", "org:role"],
  facts: [
    [6, 0, 0, [[8, 0, 3, 0.9]]], [6, 0, 1, [[8, 0, 3, 0.9]]], [7, 1, 1, [[9, 0, 3, 0.5]]], [7, 1, 2, [[9, 0, 3, 0.5]]],
    [10, 2, 11, [[8, 0, 3, 0.9]]], [10, 3, 0, [[8, 0, 3, 0.9]]], [10, 4, 5, [[8, 0, 3, 0.9]]],
  ],
  kinds: ["met", "signed"],
  network: { organization: [[0, 1, 0, [6]], [1, 2, 1, [7]]], state: [[3, 4, 0, [6]]] },
  words: {}, terms: {},
});
const left = (filter, by = "organization") => relations(graph, { ...NO_FILTER, ...filter }, by).map((pair) => pair.key).sort();

test("without filters all relations stand", () => {
  assert.deepEqual(left({}), ["0 1", "1 2"]);
  assert.deepEqual(left({}, "state"), ["3 4"]);
  assert.deepEqual(left({}, "kind"), ["Court Ministry"]);
});
for (const [name, filter, expected] of [
  ["a day within", { from: "2024-02-03", to: "2024-02-09" }, ["0 1"]], ["a day after", { from: "2024-02-04" }, []], ["an open start", { to: "2024-02-01" }, ["0 1"]],
  ["a source", { sources: ["One"] }, ["0 1"]], ["no source given", { sources: [""] }, ["1 2"]], ["sure quotes", { confidence: 0.6 }, ["0 1"]],
  ["a kind of one", { kinds: ["Ministry"] }, ["1 2"]], ["a kind of any", { kinds: ["Court"] }, ["0 1", "1 2"]], ["a state of one", { states: ["state/X"] }, ["0 1"]], ["a post in one", { roles: ["role:Judge"] }, ["0 1"]],
  ["what nobody has", { roles: ["role:Rector"] }, []],
]) test(`filter: ${name}`, () => assert.deepEqual(left(filter), expected));

test("a relation of states needs bodies of both in the kept words", () => {
  assert.deepEqual(left({ sources: ["One"] }, "state"), ["3 4"]);
  assert.deepEqual(left({ sources: [""] }, "state"), []);
});
test("undated occasions lie within no time", () => assert.equal(within(undefined, "2024-01-01", ""), false));
test("the drawing takes the heaviest, and those asked for", () => {
  const pairs = Array.from({ length: 600 }, (_, n) => ({ key: `${n} ${n + 1}`, one: n, other: n + 1, weight: n < 5 ? 9 : 1 }));
  const seen = drawn(pairs, { most: 0, wanted: [590] });
  assert.equal(seen.nodes.length, 151);
  assert.equal(seen.total, 601);
  assert.ok(seen.isCut);
  assert.ok(seen.nodes.some((it) => it.node === 590));
  assert.ok(seen.pairs.every((pair) => seen.nodes.some((it) => it.node === pair.one)));
});
test("the backbone leaves no node alone", () => {
  const nodes = Array.from({ length: 60 }, (_, n) => n);
  const pairs = nodes.flatMap((a) => nodes.filter((b) => b > a).map((b) => ({ key: `${a} ${b}`, one: a, other: b, weight: 1 })));
  const kept = backbone(pairs, nodes, 100);
  assert.ok(kept.length < pairs.length / 4);
  assert.equal(joined(kept).length, 60);
});
