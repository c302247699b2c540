// The list: tables that tell all that the canvas shows, and the events behind it, for readers, keyboards and screen readers.
import { button, el, fill } from "./dom.js";
import { groupOf } from "./looks.js";
import { reduced } from "./speech.js";

const ROWS = 100; // so many rows are shown at once

/** Return what the tables hold now: names of columns and rows of cells; a cell is text, a number, or `{text, open, shown}`. */
export function contents(graph, speech, { seen, by, events }) {
  const name = (node) => (by === "kind" ? speech.kind(node) : speech.label(graph.things[node]));
  const kind = (node) => (by === "kind" ? "" : speech.kind(graph.things[node].kind));
  const state = (node) => (by === "kind" || graph.things[node].state === undefined ? "" : speech.label(graph.things[graph.things[node].state]));
  const kinds = (its) => Object.entries(its).sort((a, b) => b[1] - a[1]).map(([it, count]) => `${speech.word(it)} (${count})`).join(", ");
  const day = (days) => ({ text: days ? reduced(days) : "", shown: days ? speech.days(days) : "" });
  const who = (it) => [...(graph.involved.get(it.index)?.keys() ?? [])].map((body) => speech.label(graph.things[body])).join(", ");
  return {
    nodes: {
      title: by === "state" ? "states" : by === "kind" ? "byKind" : "bodies", columns: ["name", "kind", "state", "partners", "weight"],
      rows: seen.nodes.map((it) => [{ text: name(it.node), open: { node: it.node }, kind: by === "kind" ? it.node : graph.things[it.node].kind }, kind(it.node), state(it.node), it.partners, it.weight]),
    },
    relations: {
      title: "relations", columns: ["who", "withWhom", "kind", "weight", "first", "last"],
      rows: seen.pairs.map((pair) => [{ text: name(pair.one), open: { node: pair.one } }, { text: name(pair.other), open: { node: pair.other } }, { text: kinds(pair.kinds), open: { pair: pair.key } }, pair.weight, day(pair.earliest), day(pair.latest)]),
    },
    events: {
      title: "events", columns: ["date", "event", "who"],
      rows: events.map((it) => [day(it.days), { text: speech.label(it), open: { node: it.index } }, who(it)]),
    },
  };
}

const text = (cell) => (typeof cell === "object" ? cell.text : cell);

/** Fill an element with the tables; each can be sorted by each of its columns. */
export function tables(place, found, speech, open) {
  fill(place, ...Object.entries(found).filter(([, it]) => it.rows.length).map(([id, it]) => table(id, it, speech, open)));
}

function table(id, { title, columns, rows }, speech, open) {
  let order = { column: null, isDown: true };
  let most = ROWS;
  const collator = new Intl.Collator(speech.language);
  const body = el("tbody");
  const more = button({ class: "more", onclick: () => { most += 5 * ROWS; draw(); } });
  const heads = columns.map((column, index) => {
    const isNumber = typeof text(rows[0][index]) === "number";
    return el("th", { scope: "col", class: isNumber ? "number" : false },
      button({ onclick: () => { order = { column: index, isDown: order.column === index ? !order.isDown : isNumber }; draw(); } }, speech.word(column)));
  });
  const cell = (it, index) => {
    const value = text(it);
    const classes = typeof value === "number" ? "number" : false;
    const shown = typeof value === "number" ? speech.number(value) : it.shown ?? value;
    const inner = it?.open ? button({ class: "thing", onclick: () => open(it.open) }, it.kind ? el("span", { class: `swatch ${groupOf(it.kind)}`, "aria-hidden": "true" }) : null, el("bdi", {}, shown)) : el("bdi", {}, shown);
    return index === 0 ? el("th", { scope: "row" }, inner) : el("td", { class: classes }, inner);
  };
  function draw() {
    const { column, isDown } = order;
    const sorted = column === null ? rows : [...rows].sort((a, b) => {
      const [x, y] = [text(a[column]), text(b[column])];
      const compared = typeof x === "number" ? x - y : collator.compare(x, y);
      return isDown ? -compared : compared;
    });
    heads.forEach((head, index) => head.setAttribute("aria-sort", index !== column ? "none" : isDown ? "descending" : "ascending"));
    fill(body, ...sorted.slice(0, most).map((row) => el("tr", {}, ...row.map(cell))));
    more.hidden = rows.length <= most;
    more.textContent = `${speech.word("more")} (${speech.number(rows.length - most)})`;
  }
  draw();
  return el("div", { class: "table", id: `table-${id}` },
    el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": speech.word(title) },
      el("table", {}, el("caption", {}, speech.word(title), el("span", { class: "count" }, speech.number(rows.length))), el("thead", {}, el("tr", {}, ...heads)), body)), more);
}
