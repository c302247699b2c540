// Search by any name in any language: a combobox after the ARIA Authoring Practices.
import { el, fill } from "./dom.js";
import { groupOf } from "./looks.js";
import { folded } from "./speech.js";

const MOST = 12;
const FAMILIES = ["organization", "state", "person", "event", "document", "place"];

/** Return what can be found: each thing with the keys of all its names. */
export function index(graph, speech) {
  return graph.things.filter((thing) => FAMILIES.includes(thing.family)).map((thing) => {
    const names = thing.names ? [...Object.values(thing.names), ...(thing.also ?? [])] : [`${speech.label(thing)} ${speech.days(thing.days)}`];
    return { thing, keys: names.map((name) => ({ name, key: folded(name) })) };
  });
}

/** Return what matches a query, best first: names that begin with it, then words that do, then any. */
export function find(entries, query) {
  const wanted = folded(query);
  if (!wanted) return [];
  const words = wanted.split(" ");
  const found = [];
  for (const { thing, keys } of entries) {
    let best = null;
    for (const { name, key } of keys) {
      const rank = key === wanted ? 0 : key.startsWith(wanted) ? 1 : words.every((word) => ` ${key}`.includes(` ${word}`)) ? 2 : words.every((word) => key.includes(word)) ? 3 : 9;
      if (rank < 9 && (!best || rank < best.rank)) best = { rank, name };
    }
    if (best) found.push({ thing, ...best });
  }
  return found.sort((a, b) => a.rank - b.rank || FAMILIES.indexOf(a.thing.family) - FAMILIES.indexOf(b.thing.family) || a.name.length - b.name.length).slice(0, MOST);
}

/** Return the search field. `onchoose(thing)` is told what was chosen. */
export function search(graph, onchoose) {
  let entries = null;
  let speech = null;
  let found = [];
  let active = -1;
  const list = el("ul", { id: "found", role: "listbox", hidden: true });
  const input = el("input", {
    id: "search", type: "search", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "found",
    oninput: () => look(), onkeydown: key, onblur: () => setTimeout(() => document.activeElement !== input && close(), 150), onfocus: () => input.value && look(),
  });
  const box = el("div", { class: "search", role: "search" }, input, list);

  function look() {
    entries ??= index(graph, speech);
    found = find(entries, input.value);
    active = -1;
    fill(list, ...found.map(({ thing, name }, place) => {
      const label = speech.label(thing);
      const note = [speech.kind(thing.kind), name !== label && thing.names ? name : null, thing.names ? null : speech.days(thing.days)].filter(Boolean).join(" · ");
      return el("li", { id: `found-${place}`, role: "option", "aria-selected": "false", onpointerdown: (event) => { event.preventDefault(); choose(place); } },
        el("span", { class: `swatch ${groupOf(thing.kind)}`, "aria-hidden": "true" }), el("span", { class: "said" }, el("bdi", {}, label), el("span", { class: "note" }, note)));
    }), !found.length && input.value.trim() ? el("li", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, speech.word("noMatch")) : null);
    list.hidden = !input.value.trim();
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
  }

  function key(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!found.length) return;
      active = (active + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
      [...list.children].forEach((it, place) => it.setAttribute("aria-selected", String(place === active)));
      input.setAttribute("aria-activedescendant", `found-${active}`);
      list.children[active].scrollIntoView({ block: "nearest" });
      event.preventDefault();
    } else if (event.key === "Enter" && found.length) choose(Math.max(0, active));
    else if (event.key === "Escape") {
      input.value = "";
      close();
    }
  }

  function choose(place) {
    const { thing } = found[place];
    input.value = "";
    close();
    onchoose(thing);
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
  }

  return {
    box,
    speak(said) {
      speech = said;
      entries = null;
      input.setAttribute("aria-label", said.word("search"));
      input.setAttribute("placeholder", said.word("searchHint"));
      list.setAttribute("aria-label", said.word("search"));
    },
  };
}
