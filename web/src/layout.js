// Finds places for nodes: ForceAtlas2 (Jacomy et al., 2014) from seeded beginnings, in short runs so that the page stays awake.
import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";

const CHUNK_MS = 40;

/** Return numbers from 0 to 1 that are the same for the same name (mulberry32 over FNV-1a). */
export function seeded(name) {
  let state = 2166136261;
  for (const letter of name) state = Math.imul(state ^ letter.codePointAt(0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Return how often forces are applied: the more nodes, the fewer times. */
export const rounds = (count) => (count <= 60 ? 600 : count <= 250 ? 300 : count <= 600 ? 160 : 70);

/**
 * Return a place `{x, y}` for each node id. `nodes` are `{id, size}`, `links` are `{source, target, weight}`, `known` are places that
 * stand already, from which the run begins. The same input always gives the same places.
 */
export async function places(nodes, links, { aspect = 1.5, known = new Map(), isStale = () => false } = {}) {
  const graph = new Graph({ type: "undirected", multi: false });
  const spread = 100 * Math.sqrt(nodes.length + 1);
  for (const { id, size } of nodes) {
    const next = seeded(id);
    const angle = next() * 2 * Math.PI;
    const far = Math.sqrt(next()) * spread;
    graph.addNode(id, { x: Math.cos(angle) * far, y: Math.sin(angle) * far, size, ...known.get(id) });
  }
  for (const { source, target, weight } of links) {
    if (graph.hasEdge(source, target)) graph.updateEdgeAttribute(source, target, "weight", (old) => old + weight);
    else graph.addEdge(source, target, { weight });
  }
  const settings = {
    gravity: nodes.length > 200 ? 0.6 : 1, scalingRatio: 12, slowDown: 2 + Math.log(nodes.length + 1), edgeWeightInfluence: 0.4,
    strongGravityMode: false, outboundAttractionDistribution: false, linLogMode: false, adjustSizes: false,
    barnesHutOptimize: nodes.length > 300, barnesHutTheta: 0.8,
  };
  const total = rounds(nodes.length);
  const step = nodes.length > 300 ? 10 : 40; // a fixed number, so that the places do not depend on the speed of the machine
  let since = performance.now();
  for (let done = 0; done < total; done += step) {
    forceAtlas2.assign(graph, { iterations: step, settings });
    if (performance.now() - since > CHUNK_MS) {
      await pause();
      if (isStale()) return null;
      since = performance.now();
    }
  }
  return laidOut(graph.mapNodes((id, { x, y }) => ({ id, x, y })), aspect);
}

/** Turn the longest way of a cloud of points into the horizontal, and stretch it to an aspect, gently. */
function laidOut(points, aspect) {
  const count = points.length || 1;
  const mean = (name) => points.reduce((sum, point) => sum + point[name], 0) / count;
  const [mx, my] = [mean("x"), mean("y")];
  const cov = (a, ma, b, mb) => points.reduce((sum, point) => sum + (point[a] - ma) * (point[b] - mb), 0) / count;
  const angle = 0.5 * Math.atan2(2 * cov("x", mx, "y", my), cov("x", mx, "x", mx) - cov("y", my, "y", my));
  const [cos, sin] = [Math.cos(-angle), Math.sin(-angle)];
  const turned = points.map(({ id, x, y }) => ({ id, x: (x - mx) * cos - (y - my) * sin, y: (x - mx) * sin + (y - my) * cos }));
  const reach = (name) => Math.max(...turned.map((point) => Math.abs(point[name])), 1);
  const ratio = reach("x") / reach("y") / aspect;
  const stretch = Math.min(1.6, Math.max(0.6, Math.sqrt(1 / ratio)));
  return new Map(turned.map(({ id, x, y }) => [id, { x: x * stretch, y: y / stretch }]));
}

/**
 * Move boxes apart until none lies on another, or enough was tried. `boxes` are `{id, x, y, width, height}`, moved in place, first
 * scaled so that they have room; the order of the boxes does not matter to a reader, and stays the same from run to run.
 */
export function partBoxes(boxes, tries = 120) {
  const area = boxes.reduce((sum, box) => sum + box.width * box.height, 0);
  const span = (name, size) => Math.max(...boxes.map((b) => b[name] + b[size] / 2)) - Math.min(...boxes.map((b) => b[name] - b[size] / 2));
  const room = boxes.length > 1 ? (span("x", "width") * span("y", "height")) / area : 9;
  const scale = Math.min(4, Math.max(0.4, Math.sqrt(2.6 / room)));
  for (const box of boxes) {
    box.x *= scale;
    box.y *= scale;
  }
  for (let attempt = 0; attempt < tries; attempt += 1) {
    let moved = false;
    for (let i = 0; i < boxes.length; i += 1) {
      for (let j = i + 1; j < boxes.length; j += 1) {
        const [a, b] = [boxes[i], boxes[j]];
        const overX = (a.width + b.width) / 2 - Math.abs(a.x - b.x);
        const overY = (a.height + b.height) / 2 - Math.abs(a.y - b.y);
        if (overX <= 0 || overY <= 0) continue;
        moved = true;
        if (overX / a.width < overY / a.height) {
          const push = (overX / 2 + 0.5) * (a.x < b.x || (a.x === b.x && a.id < b.id) ? 1 : -1);
          a.x -= push;
          b.x += push;
        } else {
          const push = (overY / 2 + 0.5) * (a.y < b.y || (a.y === b.y && a.id < b.id) ? 1 : -1);
          a.y -= push;
          b.y += push;
        }
      }
    }
    if (!moved) break;
  }
  return boxes;
}
