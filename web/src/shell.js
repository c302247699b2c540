// The frame of the page: its heading, its bars and the places that the parts of the view are drawn into.
import { button, el, fill } from "./dom.js";
import { groupOf } from "./looks.js";
import { LANGUAGES } from "./speech.js";

/** Return the frame and its places; `act` holds what its controls do. */
export function shell(graph, { act, search, filters }) {
  const at = {
    title: el("h1"), lead: el("p", { class: "lead" }), languages: el("div", { class: "segments", role: "group" }), theme: button({ class: "quietly", onclick: act.theme }),
    tabs: el("div", { class: "segments tabs", role: "tablist" }), by: el("div", { class: "segments", role: "group" }), people: el("label", { class: "tick" }),
    count: el("p", { class: "tally", role: "status" }), save: el("details", { class: "menu save" }),
    canvas: el("div", { id: "canvas", tabindex: 0, role: "application" }), legend: el("ul", { class: "legend" }), nothing: el("p", { class: "nothing", hidden: true }),
    zooms: el("div", { class: "zooms" }), list: el("div", { id: "list", role: "tabpanel", hidden: true, "aria-labelledby": "tab-list" }),
    timeline: el("div", { class: "timeline" }), details: el("aside", { class: "details", tabindex: -1, onkeydown: (event) => event.key === "Escape" && !at.close.hidden && act.close() }), shown: el("div", { class: "shown" }),
    close: button({ class: "quietly close", onclick: act.close }), live: el("p", { class: "unseen", role: "status", "aria-live": "polite" }),
    about: el("details", { class: "about" }), links: el("nav", { class: "links" }),
    drawer: button({ class: "drawer", "aria-expanded": "false", onclick: () => at.drawer.setAttribute("aria-expanded", String(filters.row.classList.toggle("open"))) }),
  };
  at.stage = el("div", { class: "stage", id: "stage", role: "tabpanel", "aria-labelledby": "tab-network" }, at.canvas, at.zooms, at.nothing);
  at.details.append(at.close, at.shown);
  const page = el("div", { class: "page" },
    el("header", {}, el("div", { class: "names" }, at.title, at.lead), search.box, el("div", { class: "tools" }, at.languages, at.theme)),
    el("main", {},
      el("div", { class: "bar" }, at.tabs, at.by, at.people, at.drawer, filters.row, at.save),
      el("div", { class: "middle" }, el("div", { class: "seen" }, at.count, at.stage, at.list, at.legend, at.timeline), at.details)),
    el("footer", {}, at.about, at.links), at.live);

  const segment = (name, isOn, label, does, extra = {}) => button({ "aria-pressed": String(isOn), "data-key": `segment-${name}`, onclick: does, ...extra }, label);

  function draw(state, speech, { isDark, allowed }) {
    const focused = document.activeElement?.dataset?.key;
    document.documentElement.lang = speech.language;
    at.title.textContent = graph.title || speech.word("title");
    document.title = at.title.textContent;
    at.drawer.textContent = speech.word("filters");
    at.lead.textContent = speech.word("lead");
    at.languages.setAttribute("aria-label", speech.word("language"));
    fill(at.languages, ...LANGUAGES.map((code) => segment(code, state.language === code, code.toUpperCase(), () => act.set({ language: code }), { lang: code })));
    at.theme.textContent = isDark ? "☀" : "☾";
    at.theme.setAttribute("aria-label", `${speech.word("appearance")}: ${speech.word(isDark ? "light" : "dark")}`);
    at.theme.title = speech.word(isDark ? "light" : "dark");
    at.tabs.setAttribute("aria-label", speech.word("view"));
    fill(at.tabs, ...["network", "list"].map((tab) => button({
      role: "tab", id: `tab-${tab}`, "aria-selected": String(state.tab === tab), "aria-controls": tab === "network" ? "stage" : "list", tabindex: state.tab === tab ? 0 : -1, "data-key": `tab-${tab}`,
      onclick: () => act.set({ tab }),
      onkeydown: (event) => {
        if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
        act.set({ tab: tab === "network" ? "list" : "network" });
        document.getElementById(`tab-${tab === "network" ? "list" : "network"}`).focus();
      },
    }, speech.word(tab))));
    at.by.setAttribute("aria-label", speech.word("nodes"));
    fill(at.by, ...allowed.map(([by, word]) => segment(by, state.by === by, speech.word(word), () => act.set({ by, chosen: null }))));
    fill(at.people, el("input", { type: "checkbox", checked: state.people, disabled: state.by !== "organization", "data-key": "people", onchange: (event) => act.set({ people: event.target.checked }) }), speech.word("people"));
    at.people.title = speech.word("showPeople");
    fill(at.save, el("summary", {}, speech.word("save")), el("div", { class: "choices" }, ...Object.entries({
      PNG: () => act.save("png"), SVG: () => act.save("svg"),
      [`CSV · ${speech.word("relations")}`]: () => act.save("relations"), [`CSV · ${speech.word("nodes")}`]: () => act.save("nodes"), [`CSV · ${speech.word("events")}`]: () => act.save("events"),
    }).map(([label, does]) => button({ onclick: () => { does(); at.save.open = false; } }, label.replace(speech.word("nodes"), speech.word("bodies"))))));
    at.canvas.setAttribute("aria-label", `${speech.word("network")}. ${speech.word("keys")}`);
    at.canvas.title = "";
    at.legend.setAttribute("aria-label", speech.word("kind"));
    fill(at.zooms, ...[["+", "zoomIn", act.zoomIn], ["−", "zoomOut", act.zoomOut], ["⤢", "fit", act.fit]].map(([sign, word, does]) => button({ onclick: does, "aria-label": speech.word(word), title: speech.word(word) }, sign)));
    at.details.setAttribute("aria-label", speech.word("details"));
    at.close.textContent = "×";
    at.close.setAttribute("aria-label", speech.word("close"));
    at.links.setAttribute("aria-label", speech.word("otherPages"));
    fill(at.links, ...Object.entries(graph.links ?? {}).map(([href, names]) => el("a", { href: `${href}?lang=${speech.language}` }, names[speech.language])));
    at.links.hidden = !at.links.firstChild;
    fill(at.about, el("summary", {}, speech.word("about")), el("p", {}, speech.word("aboutText")), el("p", {}, speech.word("keys")),
      el("details", {}, el("summary", {}, speech.word("notices")), el("pre", { tabindex: 0 }, document.getElementById("notices")?.textContent ?? "")));
    if (focused) page.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  function legend(kinds, speech) {
    const groups = new Map();
    for (const kind of kinds) groups.set(groupOf(kind), [...(groups.get(groupOf(kind)) ?? []), kind]);
    fill(at.legend, ...[...groups].map(([group, its]) => el("li", {}, el("span", { class: `swatch ${group}`, "aria-hidden": "true" }), its.slice(0, 2).map((kind) => speech.kind(kind)).join(", ") + (its.length > 2 ? " …" : ""))));
  }
  return { page, at, draw, legend };
}
