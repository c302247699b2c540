// The graph's words: passages around a quote, by code points, with what is not kept left out.
import assert from "node:assert/strict";
import { test } from "node:test";
import { passage, readable } from "../src/graph.js";

const said = (pieces) => pieces.map((it) => (it.gap ? "…" : it.marked ? `[${it.text}]` : it.text)).join("");

test("the words of a quote are marked in the sentence that is kept", () => {
  const article = { words: [[10, "Bakıda görüş keçirilib"]] };
  assert.equal(said(passage(article, 17, 22)), "Bakıda [görüş] keçirilib");
});

test("offsets count code points", () => {
  const article = { words: [[0, "🇦🇿 and 🇹🇷 met"]] };
  assert.equal(said(passage(article, 7, 9)), "🇦🇿 and [🇹🇷] met");
});

test("what is not kept is a gap, and far words are left out", () => {
  const article = { words: [[0, "far away"], [100, "Baku"], [106, "hosted it"], [118, "today"]] };
  assert.equal(said(passage(article, 106, 112)), "Baku…[hosted] it…today");
});

test("a headline and the text do not run into one another", () => {
  const article = { headline: "Baku hosts talks", words: [[0, "Baku"], [11, "talks"], [20, "Baku"], [30, "met"]] };
  assert.equal(said(passage(article, 30, 33)), "Baku…[met]");
  assert.equal(said(passage(article, 0, 4)), "[Baku]…talks");
});

test("a quote that is not kept shows nothing", () => {
  assert.deepEqual(passage({ words: [[0, "abc"]] }, 2, 9), []);
  assert.deepEqual(passage({}, 0, 1), []);
});

test("long stretches are cut at a word", () => {
  const words = Array.from({ length: 200 }, (_, n) => `w${n}`).join(" ");
  const start = words.indexOf("w100");
  const text = said(passage({ words: [[0, words]] }, start, start + 4, 30));
  assert.match(text, /^… w\d+ .*\[w100\].* w\d+ …$/);
  assert.ok(text.length < 100);
});

test("references of characters are read, and never become markup", () => {
  assert.equal(readable("a&nbsp;&quot;b&quot; &#39;c&#39;\n d &unknown; &#8238;"), "a \"b\" 'c' d &unknown; &#8238;");
});
