// Names, dates, cells and addresses as they are said and written.
import assert from "node:assert/strict";
import { test } from "node:test";
import { asFragment, fromFragment } from "../src/address.js";
import { NO_FILTER } from "../src/filtering.js";
import { partBoxes, places, seeded } from "../src/layout.js";
import { cell, csv } from "../src/saving.js";
import { find } from "../src/search.js";
import { folded, reduced, speech } from "../src/speech.js";

const graph = { words: { seen: { en: "{seen} of {total}" } }, terms: { "q:Court": { ru: "суд" } }, things: [{ id: "organization/a" }, { id: "event/é b" }], about: new Map() };
graph.things.forEach((thing, index) => Object.assign(thing, { index }));
graph.byId = new Map(graph.things.map((thing) => [thing.id, thing]));
const [en, ru] = [speech(graph, "en"), speech(graph, "ru")];

for (const [iso, expected] of [["2024-02-29", "29 February 2024"], ["2024-02", "February 2024"], ["2024", "2024"], ["--08-08", "8 August"], ["", ""]]) {
  test(`date ${iso}`, () => assert.equal(en.date(iso), expected));
}
test("a month alone stands in the nominative", () => assert.deepEqual([ru.date("2024-05"), ru.date("2024-05-12")], ["май 2024", "12 мая 2024"]));
for (const [days, expected] of [
  [["2024-01-01", "2024-12-31"], "2024"], [["2024-02-01", "2024-02-29"], "February 2024"], [["2024-02-03", "2024-02-05"], "3–5 February 2024"],
  [["2024-02-03", "2024-03-05"], "3 February 2024 – 5 March 2024"], [["2024-02-03", "2024-02-03"], "3 February 2024"],
]) test(`days ${days}`, () => assert.equal(en.days(days), expected));
for (const [first, last, expected] of [
  ["2024-02-03", "2024-02-03", "2024-02-03"], ["2024-02-01", "2024-02-29", "2024-02"], ["2024-02-01", "2024-02-28", "2024-02-01/2024-02-28"],
  ["2024-01-01", "2024-12-31", "2024"], ["2023-01-01", "2024-12-31", "2023-01-01/2024-12-31"], ["2023-12-01", "2024-12-31", "2023-12-01/2024-12-31"],
]) test(`what may have been from ${first} to ${last} is told no more exactly`, () => assert.equal(reduced([first, last]), expected));
test("words take values", () => assert.equal(en.word("seen", { seen: 1500, total: 2000 }), "1,500 of 2,000"));
test("kinds begin with a capital", () => assert.equal(ru.kind("Court"), "Суд"));

test("names are found whatever their marks and case", () => {
  assert.equal(folded("Rəcəb Tayyib ƏRDOĞAN"), folded("rəceb tayyib erdoğan"));
  assert.equal(folded("İSTANBUL"), "istanbul");
  const entries = [
    { thing: { family: "person" }, keys: [{ name: "Əli Bəyli", key: folded("Əli Bəyli") }, { name: "Али Бейли", key: folded("Али Бейли") }] },
    { thing: { family: "organization" }, keys: [{ name: "Bəyli Court", key: folded("Bəyli Court") }] },
  ];
  assert.equal(find(entries, "али").length, 1);
  assert.equal(find(entries, "beyli")[0].name, "Bəyli Court");
  assert.equal(find(entries, "nobody").length, 0);
  assert.equal(find(entries, " ").length, 0);
});

for (const [value, expected] of [["=1+1", "'=1+1"], ["@x", "'@x"], [" -2", "' -2"], ["a,b", '"a,b"'], ['a"b', '"a""b"'], [7, "7"], [{ text: "x\ny" }, '"x\ny"']]) {
  test(`cell ${JSON.stringify(value)}`, () => assert.equal(cell(value), expected));
}
test("a table as CSV", () => assert.equal(csv({ columns: ["seen"], rows: [["a"]] }, { word: (name) => name }), "seen\r\na\r\n"));

const usual = { language: "en", by: "organization", tab: "network", people: false, chosen: null, filter: NO_FILTER, most: 0, wanted: [] };
test("a state goes through the address and back", () => {
  const state = { ...usual, language: "ru", by: "state", tab: "list", people: true, chosen: { node: 1 }, filter: { ...NO_FILTER, kinds: ["Court"], sources: ["A & B"], from: "2024-01-01", confidence: 0.5 } };
  assert.deepEqual(fromFragment(`#${asFragment(state, graph, usual)}`, graph, usual), state);
  assert.equal(asFragment(usual, graph, usual), "");
});
test("a relation goes through the address and back", () => {
  const state = { ...usual, chosen: { pair: "0 1" } };
  assert.deepEqual(fromFragment(asFragment(state, graph, usual), graph, usual).chosen, { pair: "0 1" });
});
for (const day of ["2024-99-99", "2024-02-30", "2024-2-3"]) {
  test(`${day} is no day of an address`, () => assert.deepEqual(fromFragment(`#from=${day}&to=${day}`, graph, usual), usual));
}
test("nonsense in an address changes nothing", () => {
  assert.deepEqual(fromFragment("#language=xx&by=1&from=soon&confidence=x&of=nothing&tab=9", graph, usual), usual);
});

test("places are the same each time, and fill their frame", async () => {
  const nodes = Array.from({ length: 30 }, (_, n) => ({ id: `n${n}`, size: 5 }));
  const links = nodes.slice(1).map((_, n) => ({ source: `n${n}`, target: `n${n + 1}`, weight: 1 })).filter((_, n) => n !== 20);
  const [one, other] = [await places(nodes, links, { width: 900, height: 500 }), await places(nodes, links, { width: 900, height: 500 })];
  assert.deepEqual([...one], [...other]);
  for (const { x, y } of one.values()) assert.ok(x >= 0 && x <= 900 && y >= 0 && y <= 500);
  assert.notEqual(seeded("a")(), seeded("b")());
});
test("boxes are parted", () => {
  const boxes = Array.from({ length: 20 }, (_, n) => ({ id: `${n}`, x: n % 3, y: n % 2, width: 40, height: 20 }));
  partBoxes(boxes, 300);
  for (const a of boxes) for (const b of boxes) if (a.id < b.id) assert.ok(Math.abs(a.x - b.x) >= 39.9 || Math.abs(a.y - b.y) >= 19.9);
});
test("who stands far from another in a crowd is not moved past him", () => {
  let passed = 0;
  for (let crowd = 0; crowd < 40; crowd += 1) {
    const next = seeded(`crowd ${crowd}`);
    const boxes = Array.from({ length: 34 }, (_, n) => ({ id: `${n}`, x: 600 * next(), y: 300 * next(), width: 90 + 50 * next(), height: 45 + 35 * next() }));
    const before = boxes.map(({ x, y }) => ({ x, y }));
    partBoxes(boxes, 150, 1.3);
    for (const axis of ["x", "y"]) boxes.forEach((a, i) => boxes.forEach((b, j) => { passed += before[i][axis] - before[j][axis] > 100 && a[axis] < b[axis]; }));
  }
  assert.ok(passed < 20, `${passed} of 44,880 pairs`);
});
test("each part has room of its own", async () => {
  const nodes = Array.from({ length: 12 }, (_, n) => ({ id: `n${n}`, size: 5 }));
  const links = [0, 1, 2, 3, 6, 8, 10].map((n) => ({ source: `n${n}`, target: `n${n + 1}`, weight: 1 })); // five, and three pairs; n5 stands alone
  const at = await places(nodes, links, { width: 900, height: 500 });
  const parts = [[0, 1, 2, 3, 4], [5], [6, 7], [8, 9], [10, 11]].map((its) => its.map((n) => at.get(`n${n}`)));
  const [left, right, top, bottom] = ["x", "y"].flatMap((axis) => [Math.min, Math.max].map((end) => (its) => end(...its.map((it) => it[axis]))));
  for (const one of parts) {
    for (const other of parts) {
      if (one !== other) assert.ok(left(one) > right(other) || right(one) < left(other) || top(one) > bottom(other) || bottom(one) < top(other));
    }
  }
});
