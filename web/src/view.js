// The page of a store: reads the data that stand in it, and draws what is seen of them.
import "./view.css";
import { asFragment, fromFragment } from "./address.js";
import { button, el, fill } from "./dom.js";
import { GROUPED_ABOVE, NO_FILTER, drawn, joined, relations, testing } from "./filtering.js";
import { read } from "./graph.js";
import { menus } from "./menus.js";
import { network } from "./network.js";
import { panel } from "./panel.js";
import { saveCsv, savePng, saveSvg } from "./saving.js";
import { search } from "./search.js";
import { shell } from "./shell.js";
import { LANGUAGES, speech } from "./speech.js";
import { contents, tables } from "./tables.js";
import { timeline } from "./timeline.js";

const PEOPLE_AT_MOST = 200;

/** Return `relations` with its last few answers kept. */
function remembering(graph) {
  const known = new Map();
  return (filter, by) => {
    const key = JSON.stringify([by, filter]);
    if (!known.has(key)) {
      if (known.size > 6) known.delete(known.keys().next().value);
      known.set(key, relations(graph, filter, by));
    }
    return known.get(key);
  };
}

function start() {
  const graph = read(JSON.parse(document.getElementById("data").textContent));
  const days = graph.things.filter((thing) => thing.family === "article" && thing.published).map((thing) => thing.published).sort();
  graph.span = [days[0] ?? "", days.at(-1) ?? ""];
  const related = remembering(graph);
  const count = joined(related({ ...NO_FILTER }, "organization")).length;
  const hasStates = graph.edges.state.length > 0;
  const usual = {
    language: graph.language, by: count > GROUPED_ABOVE ? (hasStates ? "state" : "kind") : "organization", tab: "network", people: false, chosen: null,
    filter: { ...NO_FILTER }, most: 0, wanted: [],
  };
  const allowed = [["organization", "bodies"], ...(hasStates ? [["state", "states"]] : []), ...(count > 12 ? [["kind", "byKind"]] : [])];
  let state = fromFragment(location.hash, graph, usual);
  let said = speech(graph, state.language);
  let seen = { nodes: [], pairs: [], allPairs: [], total: 0 };
  let shownPeople = [];
  let before = {};
  let opener = null; // what had the focus before something was chosen

  const act = {
    set: (patch) => update(patch),
    close() {
      update({ chosen: null });
      (opener?.isConnected && opener !== document.body ? opener : at.canvas).focus();
    },
    theme() {
      const isDark = isDarkNow();
      document.documentElement.dataset.theme = isDark ? "light" : "dark";
      net.dress();
      frame.draw(state, said, { isDark: isDarkNow(), allowed });
    },
    fit: () => net.fit(), zoomIn: () => net.zoom(1.3), zoomOut: () => net.zoom(1 / 1.3),
    save(form) {
      if (form === "png") savePng(net.cy);
      else if (form === "svg") saveSvg(net.cy);
      else saveCsv(form, contents(graph, said, { seen, by: state.by, events: events(true) })[form], said);
    },
  };
  const isDarkNow = () => (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const finder = search(graph, (thing) => {
    const isLeftOut = seen.isCut && !seen.nodes.some((it) => it.node === thing.index);
    update({ chosen: { node: thing.index }, ...(isLeftOut ? { wanted: [...state.wanted, thing.index] } : {}) });
  });
  const filters = menus(graph, (patch) => update({ filter: { ...state.filter, ...patch } }));
  const frame = shell(graph, { act, search: finder, filters });
  const { at } = frame;
  document.body.prepend(frame.page);

  const net = network(at.canvas, {
    onchoose: (chosen) => update({ chosen }),
    onfocus: (node) => { at.live.textContent = typeof node === "number" ? `${said.label(graph.things[node])}, ${said.kind(graph.things[node].kind)}` : said.kind(node); },
  });
  const dated = graph.things.filter((it) => ["event", "document"].includes(it.family) && it.days).flatMap((it) => it.days).sort();
  const line = timeline(at.timeline, {
    span: dated.length ? [dated[0], dated.at(-1)] : null,
    onbrush: (from, to) => update({ filter: { ...state.filter, from, to } }),
    onchoose: (thing) => update({ chosen: { node: thing.index } }),
  });
  const side = panel(graph, {
    open: (chosen) => update({ chosen }),
    expand: (node) => update({ wanted: [...state.wanted, node, ...seen.allPairs.filter((pair) => pair.one === node || pair.other === node).map((pair) => (pair.one === node ? pair.other : pair.one))] }),
  });

  /** Return the events and documents that the filters leave, the latest first; those in the chosen time only where `isTimed`. */
  function events(isTimed) {
    const tests = testing(graph, state.filter);
    const isBare = !state.filter.kinds.length && !state.filter.states.length && !state.filter.roles.length;
    const told = new Set((isTimed ? seen.allPairs : related({ ...state.filter, from: "", to: "" }, state.by)).flatMap((pair) => pair.links.map((it) => it.occasion)));
    return graph.things
      .filter((it) => ["event", "document"].includes(it.family) && (told.has(it.index) || isBare) && (graph.about.get(it.index) ?? []).some(tests.isFactKept) && (!isTimed || tests.isInTime(it.index)))
      .sort((a, b) => ((b.days?.[0] ?? "") > (a.days?.[0] ?? "") ? 1 : (b.days?.[0] ?? "") < (a.days?.[0] ?? "") ? -1 : a.index - b.index));
  }

  function people() {
    if (!state.people || state.by !== "organization") return [];
    const tests = testing(graph, state.filter);
    const roles = new Set(state.filter.roles);
    const bodies = new Set(seen.nodes.map((it) => it.node));
    const found = new Map();
    for (const post of graph.posts) {
      if (!bodies.has(post.body) || !post.facts.some(tests.isFactKept) || (roles.size && !(post.role !== null && roles.has(graph.things[post.role].id)))) continue;
      found.set(post.person, new Set([...(found.get(post.person) ?? []), post.body]));
    }
    return [...found].slice(0, PEOPLE_AT_MOST).map(([node, its]) => ({ node, weight: 0, bodies: [...its] }));
  }

  /** Return the nodes around something chosen that is none itself: the bodies of an event or a document, and those in which a person has a post. */
  function around(chosen) {
    if (typeof chosen?.node !== "number") return [];
    const posts = (graph.postsOf.get(chosen.node) ?? []).map((post) => post.body);
    const bodies = [...(graph.involved.get(chosen.node)?.keys() ?? []), ...posts];
    return bodies.map((body) => (state.by === "state" ? graph.things[body].state : state.by === "kind" ? graph.things[body].kind : body));
  }

  const spoken = LANGUAGES.map((language) => speech(graph, language));
  const name = (node, its) => (typeof node === "number" ? its.label(graph.things[node]) : its.kind(node));
  const label = (node) => ({ name: name(node, said), names: spoken.map((its) => name(node, its)), kind: typeof node === "number" ? graph.things[node].kind : node });

  /** Take over what changed. What is chosen is a step that the browser's Back undoes, unless the step is the browser's (`isStep`: false). */
  function update(patch = {}, { isStep = Boolean(before.filter) } = {}) {
    state = { ...state, ...patch };
    const changed = (...names) => names.some((name) => state[name] !== before[name]);
    if (changed("language")) {
      said = speech(graph, state.language);
      finder.speak(said);
    }
    if (changed("filter", "by")) seen = { ...seen, allPairs: related(state.filter, state.by) };
    const isOther = changed("filter", "by", "most", "wanted", "people");
    if (isOther) {
      seen = drawn(seen.allPairs, state);
      shownPeople = people();
    }
    frame.draw(state, said, { isDark: isDarkNow(), allowed });
    if (changed("filter", "language")) filters.draw(state.filter, said);
    if (changed("filter", "by", "language")) line.update(events(false), state.filter, said);
    at.stage.hidden = state.tab !== "network";
    at.list.hidden = state.tab !== "list";
    if (isOther || changed("language")) tally();
    if (changed("tab", "language") || isOther) {
      if (state.tab === "list") tables(at.list, contents(graph, said, { seen, by: state.by, events: events(true) }), said, (chosen) => update({ chosen }));
      frame.legend(new Set([...seen.nodes, ...shownPeople].map((it) => label(it.node).kind)), said);
    }
    if (changed("chosen", "filter", "by", "language", "wanted")) {
      const isShown = side.show(at.shown, state.chosen, { seen, by: state.by, speech: said, filter: state.filter });
      at.details.classList.toggle("open", isShown);
      at.close.hidden = !isShown;
      if (changed("chosen") && isShown && before.filter) {
        if (!at.details.contains(document.activeElement)) opener = document.activeElement;
        at.details.scrollTop = 0;
        at.shown.querySelector("h2")?.focus({ preventScroll: !matchMedia("(max-width: 60rem)").matches });
      }
    }
    const isFirst = !before.filter;
    const isNew = isStep && changed("chosen", "by", "tab");
    const [isRenamed, isUncovered] = [changed("language"), changed("tab") && state.tab === "network"];
    before = state;
    if (isOther) draw(isFirst);
    else if (isRenamed) net.relabel(label);
    if (!isOther) net.choose(state.chosen, around(state.chosen));
    if (isUncovered && !isOther) net.isMisfit() ? draw() : net.fit();
    const fragment = asFragment(state, graph, usual);
    if (fragment !== location.hash.slice(1)) history[isNew ? "pushState" : "replaceState"](null, "", fragment ? `#${fragment}` : location.pathname + location.search);
  }

  async function draw(isFirst) {
    at.stage.setAttribute("aria-busy", "true");
    const isDone = await net.draw(seen, label, { people: shownPeople });
    if (!isDone) return;
    net.choose(state.chosen, around(state.chosen));
    at.stage.removeAttribute("aria-busy");
    document.documentElement.dataset.drawn = String(Number(document.documentElement.dataset.drawn ?? 0) + 1);
    if (isFirst) performance.mark("first-sight");
  }

  function tally() {
    const nodes = said.word({ organization: "bodies", state: "states", kind: "byKind" }[state.by]);
    const shown = said.number(seen.nodes.length) + (seen.isCut ? ` / ${said.number(seen.total)}` : "");
    fill(at.count, el("span", {}, `${nodes} ${shown} · ${said.word("relations")} ${said.number(seen.pairs.length)}`),
      seen.isCut ? button({ class: "more", onclick: () => update({ most: Math.max(seen.nodes.length, 1) * 2 }) }, said.word("moreNodes")) : null);
    at.nothing.hidden = seen.nodes.length > 0;
    at.nothing.textContent = said.word(count ? "nothing" : "empty");
  }

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    net.dress();
    frame.draw(state, said, { isDark: isDarkNow(), allowed });
  });
  addEventListener("hashchange", () => {
    const told = fromFragment(location.hash, graph, usual);
    for (const name of ["filter", "chosen"]) if (JSON.stringify(told[name]) === JSON.stringify(state[name])) told[name] = state[name];
    update({ ...told, most: state.most, wanted: state.wanted }, { isStep: false });
  });
  update();
  document.getElementById("plain").remove();
}

try {
  start();
} catch (error) {
  document.getElementById("plain")?.style.setProperty("display", "block"); // the tables tell it all where the drawing fails
  throw error;
}
