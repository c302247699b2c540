// Draws the network on a canvas: nodes by weight and kind, lines by what was done together; mouse, touch and keys.
import cytoscape from "cytoscape";
import { backbone } from "./filtering.js";
import { partBoxes, places } from "./layout.js";
import { groupOf, looks, radius, thickness } from "./looks.js";

const BOXED_UP_TO = 600; // so many nodes are moved apart
const TRIES = 150; // so often are they moved at most
const LINKS_AT_MOST = 5000; // so many relations pull their ends together
const LABEL = { width: 132, line: 13.5, letters: 21, lines: 4, room: 15000 }; // in pixels; one label for so much room at first sight

/** Return words in lines of at most so many letters, and no more lines than are drawn. */
export function wrapped(text, { letters, lines: most } = LABEL) {
  const lines = [];
  for (const word of text.split(/\s+/)) {
    if (lines.length && `${lines.at(-1)} ${word}`.length <= letters) lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
  }
  return lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1]} …`] : lines;
}

const shown = (name) => wrapped(name).join("\n");

/** Return a network drawn into an element. `onchoose` is told what was chosen: `{node}`, `{pair}` or null. */
export function network(container, { onchoose, onfocus }) {
  let run = 0;
  let focused = null;
  let drawnFor = null; // how wide the window was
  const cy = cytoscape({
    container, elements: [], minZoom: 0.08, maxZoom: 4, boxSelectionEnabled: false, autounselectify: true,
    pixelRatio: Math.min(2, globalThis.devicePixelRatio || 1), textureOnViewport: false,
  });
  cy.on("tap", "node", (event) => onchoose({ node: event.target.data("node") }));
  cy.on("tap", "edge", (event) => onchoose({ pair: event.target.data("key") }));
  cy.on("tap", (event) => event.target === cy && onchoose(null));
  cy.on("mouseover", "node, edge", (event) => {
    container.style.cursor = "pointer";
    event.target.addClass("near");
  });
  cy.on("mouseout", "node, edge", (event) => {
    container.style.cursor = "";
    event.target.removeClass("near");
  });
  const isSmall = () => container.clientWidth < 520;

  async function draw(seen, label, { people = [] } = {}) {
    const mine = (run += 1);
    const [width, height] = [Math.max(300, container.clientWidth), Math.max(240, container.clientHeight)];
    const most = Math.max(1, ...seen.nodes.map((it) => it.weight));
    const heaviest = Math.max(1, ...seen.pairs.map((pair) => pair.weight));
    const labelled = Math.max(8, Math.floor((width * height) / (isSmall() ? 1.5 * LABEL.room : LABEL.room)));
    const shrink = Math.min(1, Math.max(0.4, Math.sqrt((width * height) / 9000 / Math.max(1, seen.nodes.length + people.length))));
    const nodes = [
      ...seen.nodes.map((it, rank) => ({ ...it, ...label(it.node), size: 2 * radius(it.weight, most) * shrink, rank })),
      ...people.map((it, rank) => ({ ...it, ...label(it.node), size: 11 * Math.max(0.8, shrink), rank: seen.nodes.length + rank })),
    ].map((it) => ({ ...it, id: `n${it.node}`, isLabelled: it.rank < labelled || seen.nodes.length + people.length <= (people.length ? 2.4 : 1.3) * labelled }));
    const links = [
      ...backbone(seen.pairs, seen.nodes).map((pair) => ({ source: `n${pair.one}`, target: `n${pair.other}`, weight: pair.weight, pair })),
      ...people.flatMap((it) => it.bodies.map((body) => ({ source: `n${it.node}`, target: `n${body}`, weight: 1 }))),
    ];
    const joins = [...seen.pairs.slice(0, LINKS_AT_MOST).map((pair) => ({ source: `n${pair.one}`, target: `n${pair.other}`, weight: pair.weight })), ...links.filter((it) => !it.pair)];
    const at = await places(nodes, joins, { width, height, isStale: () => mine !== run });
    if (!at || mine !== run) return false;
    if (nodes.length <= BOXED_UP_TO) partBoxes(nodes.map((it) => boxOf(it, at.get(it.id))), TRIES, Math.sqrt(width / height)).forEach((box) => at.set(box.id, { x: box.x, y: box.y - box.lift }));
    drawnFor = width;
    cy.batch(() => {
      cy.elements().remove();
      cy.add(nodes.map((it) => ({
        group: "nodes", data: { id: it.id, node: it.node, name: shown(label(it.node).name), group: groupOf(it.kind), size: it.size, weight: it.weight },
        classes: [it.kind === "State" && "state", it.kind === "Person" && "person", !it.isLabelled && "minor"].filter(Boolean).join(" "), position: at.get(it.id),
      })));
      cy.add(links.map((it, number) => ({
        group: "edges", data: { id: `e${number}`, source: it.source, target: it.target, key: it.pair?.key ?? "", width: thickness(it.weight, heaviest) * Math.max(0.7, shrink) },
        classes: !it.pair ? "post" : Object.keys(it.pair.kinds).join() === "belong" ? "belong" : "",
      })));
    });
    dress();
    focused = null;
    fit();
    return true;
  }

  /** Return the box of a node and its label, whose middle lies `lift` below that of the node. It has room for the label in each language. */
  function boxOf({ id, size, names, isLabelled }, { x, y }) {
    if (!isLabelled) return { id, x, y, width: size + 5, height: size + 5, lift: 0, isRound: true };
    const labels = names.map((name) => wrapped(name));
    const letters = Math.max(...labels.flat().map((line) => line.length));
    const tall = Math.max(...labels.map((lines) => lines.length)) * LABEL.line + 10;
    return { id, x, y: y + tall / 2, width: Math.max(size + 8, letters * 6.1 + 10), height: size + tall + 4, lift: tall / 2 };
  }

  function dress() {
    const colours = looks();
    const isMany = cy.nodes().length > 60;
    cy.style([
      { selector: "node", style: {
        width: "data(size)", height: "data(size)", "border-width": 2, "border-color": colours.paper, label: "data(name)", color: colours.ink,
        "background-color": (node) => colours.group(node.data("group")), "font-family": colours.font, "font-size": 11.5, "text-valign": "bottom",
        "text-margin-y": 4, "text-wrap": "wrap", "text-max-width": 400, "line-height": 1.15, "text-outline-color": colours.paper,
        "text-outline-width": 2.5, "overlay-opacity": 0, "min-zoomed-font-size": 4 } },
      { selector: "node.state", style: { shape: "round-rectangle" } },
      { selector: "node.person", style: { "font-size": 10.5, color: colours.muted } },
      { selector: "node.minor", style: { "min-zoomed-font-size": 15 } },
      { selector: "edge", style: {
        width: "data(width)", "line-color": colours.edge, "curve-style": isMany ? "haystack" : "straight", "line-opacity": cy.edges().length > 150 ? 0.5 : 0.75,
        "overlay-opacity": 0, "overlay-padding": 6 } },
      { selector: "edge.belong", style: { "line-style": "dashed" } },
      { selector: "edge.post", style: { "line-style": "dotted", width: 1 } },
      { selector: "node.nameless", style: { label: "" } },
      { selector: ".faded", style: { opacity: 0.16, "text-opacity": 0.12 } },
      { selector: "edge.near, edge.lit", style: { "line-color": colours.accent, "line-opacity": 0.9 } },
      { selector: isSmall() ? "node.near, node.focused, node.chosen" : "node.near, node.focused, node.lit, node.chosen", style: { "min-zoomed-font-size": 0, "z-index": 9 } },
      { selector: "node.chosen", style: { "border-color": colours.accent, "border-width": 4, "font-weight": 600 } },
      { selector: "node.focused", style: { "border-color": colours.ink, "border-width": 4 } },
    ]);
  }

  const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  function move(options) {
    if (still()) options.fit ? cy.fit(options.fit.eles, options.fit.padding) : cy.viewport({ zoom: options.zoom ?? cy.zoom(), pan: options.pan ?? cy.pan() });
    else cy.animate({ ...options, duration: 220, easing: "ease-out" });
  }
  function fit() {
    cy.resize();
    cy.fit(undefined, isSmall() ? 12 : 24);
    if (cy.zoom() > 1.25) {
      cy.zoom(1.25);
      cy.center();
    }
  }
  const zoom = (factor) => cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });

  /** Show what is chosen: its neighbours stand out, the others fade; of what is no node of the network, such as an event, those `around` it. */
  function choose(chosen, around = []) {
    cy.batch(() => {
      cy.elements().removeClass("faded lit chosen");
      const found = chosen?.pair ? cy.edges().filter((edge) => edge.data("key") === chosen.pair) : cy.nodes().filter((node) => node.data("node") === chosen?.node);
      const wanted = new Set(found.empty() ? around : []);
      const others = cy.nodes().filter((node) => wanted.has(node.data("node")));
      if (!chosen || (found.empty() && others.empty())) return;
      const near = chosen.pair ? found.connectedNodes() : found.empty() ? others : found.openNeighborhood().nodes();
      const lines = chosen.pair ? found : found.empty() ? others.edgesWith(others) : found.connectedEdges();
      cy.elements().not(found).not(near).not(lines).addClass("faded");
      lines.addClass("lit");
      near.addClass("lit");
      (chosen.pair ? near : found).addClass("chosen");
    });
  }

  function focus(node) {
    cy.nodes().removeClass("focused");
    focused = node;
    if (!node) return;
    node.addClass("focused");
    const { x, y } = node.renderedPosition();
    if (x < 20 || y < 20 || x > cy.width() - 20 || y > cy.height() - 20) move({ center: { eles: node }, pan: { x: cy.pan().x + cy.width() / 2 - x, y: cy.pan().y + cy.height() / 2 - y } });
    onfocus(node.data("node"));
  }

  const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  function step([dx, dy]) {
    if (!focused || focused.removed()) return focus(cy.nodes().max((node) => node.data("weight") ?? 0).ele);
    const from = focused.position();
    const ahead = cy.nodes().not(focused).map((node) => {
      const [x, y] = [node.position("x") - from.x, node.position("y") - from.y];
      const along = x * dx + y * dy;
      const aside = Math.abs(x * dy - y * dx);
      return { node, along, far: Math.hypot(x, y) + 2 * aside };
    }).filter((it) => it.along > 0);
    ahead.sort((a, b) => a.far - b.far);
    if (ahead.length) focus(ahead[0].node);
  }
  container.addEventListener("keydown", (event) => {
    if (WAYS[event.key]) step(WAYS[event.key]);
    else if ((event.key === "Enter" || event.key === " ") && focused) onchoose({ node: focused.data("node") });
    else if (event.key === "Escape") onchoose(null);
    else if (event.key === "+" || event.key === "=") zoom(1.25);
    else if (event.key === "-") zoom(0.8);
    else if (event.key === "0") fit();
    else return;
    event.preventDefault();
  });
  container.addEventListener("blur", () => cy.nodes().removeClass("focused"));

  return {
    cy, draw, dress, choose, fit, zoom,
    relabel(label) {
      cy.batch(() => cy.nodes().forEach((node) => { node.data("name", shown(label(node.data("node")).name)); }));
    },
    /** Return whether what is drawn was drawn for a window of another size, such as one that was hidden. */
    isMisfit: () => drawnFor !== null && Math.abs(drawnFor / container.clientWidth - 1) > 0.25,
  };
}
