// The filters: menus of boxes to tick, two days, and how sure the quotes must be.
import { button, el, fill } from "./dom.js";
import { outlet } from "./graph.js";
import { groupOf } from "./looks.js";

const SEARCHED_ABOVE = 12; // a longer list has a field to narrow it down

/** Return what can be filtered by: values with how often each occurs, the most frequent first. */
export function choices(graph) {
  const counts = { kinds: new Map(), states: new Map(), roles: new Map(), sources: new Map() };
  const add = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
  const nodes = new Set(graph.edges.organization.flatMap((edge) => [edge.one, edge.other]));
  for (const node of nodes) {
    const thing = graph.things[node];
    add(counts.kinds, thing.kind);
    if (thing.state !== undefined) add(counts.states, graph.things[thing.state].id);
  }
  for (const post of graph.posts) if (post.role !== null && nodes.has(post.body)) add(counts.roles, graph.things[post.role].id);
  for (const thing of graph.things) if (thing.family === "article") add(counts.sources, outlet(thing));
  return Object.fromEntries(Object.entries(counts).map(([name, map]) => [name, [...map].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))]));
}

/** Return the row of filters. `onchange(patch)` is told what changed of the filter. */
export function menus(graph, onchange) {
  const found = choices(graph);
  const row = el("div", { class: "filters", role: "group" });
  const opened = new Set();

  function draw(filter, speech) {
    row.setAttribute("aria-label", speech.word("filters"));
    const isFiltered = Object.values(filter).some((value) => (Array.isArray(value) ? value.length : value));
    const focused = document.activeElement?.dataset?.key;
    fill(row,
      ticks("kinds", "kind", filter, speech, (kind) => [el("span", { class: `swatch ${groupOf(kind)}`, "aria-hidden": "true" }), speech.kind(kind)]),
      ticks("states", "state", filter, speech, (id) => [el("bdi", {}, speech.label(graph.byId.get(id)))]),
      ticks("roles", "role", filter, speech, (id) => [speech.label(graph.byId.get(id))]),
      ticks("sources", "source", filter, speech, (name) => [el("bdi", {}, name || speech.word("unknownSource"))]),
      days(filter, speech), sureness(filter, speech),
      isFiltered ? button({ class: "reset", onclick: () => onchange({ kinds: [], states: [], roles: [], sources: [], from: "", to: "", confidence: 0 }) }, speech.word("reset")) : null);
    if (focused) row.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  function menu(name, title, isOn, ...content) {
    const summary = el("summary", { class: isOn ? "on" : false, "data-key": `menu-${name}` }, title);
    const details = el("details", { class: "menu", open: opened.has(name) }, summary, el("div", { class: "choices" }, ...content));
    details.addEventListener("toggle", () => (details.open ? opened.add(name) : opened.delete(name)));
    details.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      details.open = false;
      summary.focus();
    });
    return details;
  }

  function ticks(name, word, filter, speech, label) {
    const values = found[name];
    if (values.length < 2 && !filter[name].length) return null;
    const chosen = new Set(filter[name]);
    const items = values.map(([value, count]) => {
      const box = el("input", { type: "checkbox", checked: chosen.has(value), "data-key": `${name}-${value}`, onchange: (event) => {
        if (event.target.checked) chosen.add(value);
        else chosen.delete(value);
        onchange({ [name]: [...chosen] });
      } });
      return el("label", {}, box, el("span", { class: "said" }, ...label(value)), el("span", { class: "count" }, speech.number(count)));
    });
    const narrow = values.length > SEARCHED_ABOVE
      ? el("input", { type: "search", class: "narrow", "aria-label": `${speech.word("search")}: ${speech.word(word)}`, placeholder: speech.word("search"), oninput: (event) => {
        const wanted = event.target.value.toLowerCase();
        for (const item of items) item.hidden = !item.textContent.toLowerCase().includes(wanted);
      } })
      : null;
    return menu(name, chosen.size ? `${speech.word(word)} · ${speech.number(chosen.size)}` : speech.word(word), chosen.size > 0,
      narrow, el("fieldset", {}, el("legend", { class: "unseen" }, speech.word(word)), ...items));
  }

  function days(filter, speech) {
    const field = (name) => el("label", {}, el("span", { class: "said" }, speech.word(name)),
      el("input", { type: "date", value: filter[name], "data-key": `day-${name}`, onchange: (event) => onchange({ [name]: event.target.value }) }));
    const chosen = filter.from && filter.to ? speech.days([filter.from, filter.to]) : [filter.from, filter.to].map((day) => (day ? speech.date(day) : "…")).join(" – ");
    const isOn = Boolean(filter.from || filter.to);
    return menu("days", isOn ? chosen : speech.word("dates"), isOn, field("from"), field("to"));
  }

  function sureness(filter, speech) {
    const told = el("output", {}, `${speech.word("atLeast")} ${speech.percent(filter.confidence)}`);
    const range = el("input", { type: "range", min: 0, max: 1, step: 0.05, value: filter.confidence, "aria-label": speech.word("confidence"), "data-key": "confidence",
      oninput: (event) => { told.textContent = `${speech.word("atLeast")} ${speech.percent(Number(event.target.value))}`; },
      onchange: (event) => onchange({ confidence: Number(event.target.value) }) });
    return menu("confidence", filter.confidence ? `${speech.word("confidence")} ≥ ${speech.percent(filter.confidence)}` : speech.word("confidence"), filter.confidence > 0, range, told);
  }

  document.addEventListener("pointerdown", (event) => {
    for (const details of document.querySelectorAll("details.menu[open]")) if (!details.contains(event.target)) details.open = false;
  });
  return { row, draw, choices: found };
}
