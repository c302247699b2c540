// Finds places for nodes: ForceAtlas2 (Jacomy et al., 2014) from seeded beginnings, in short runs so that the page stays awake.
import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";

const CHUNK_MS = 40;
const PUSH = 1.7; // of what parts a pair; more than 1, or crowds part too slowly

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
export const rounds = (count) => (count <= 60 ? 600 : count <= 250 ? 300 : count <= 600 ? 110 : 60);

/**
 * Return a place `{x, y}` in a frame of `width` and `height` for each node id. `nodes` are `{id, size}`, `links` are
 * `{source, target, weight}`. What hangs together is laid out together, the largest part first.
 * The same input always gives the same places; null where `isStale()` says that they are no longer wanted.
 */
export async function places(nodes, links, { width, height, isStale = () => false }) {
  const graph = new Graph({ type: "undirected", multi: false });
  const spread = 100 * Math.sqrt(nodes.length + 1);
  for (const { id, size } of nodes) {
    const next = seeded(id);
    const angle = next() * 2 * Math.PI;
    const far = Math.sqrt(next()) * spread;
    graph.addNode(id, { x: Math.cos(angle) * far, y: Math.sin(angle) * far, size });
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
  const frames = framesOf(parts(graph), { x: 0, y: 0, width, height });
  return new Map(frames.flatMap(({ ids, frame }) => [...fitted(ids.map((id) => ({ id, ...graph.getNodeAttributes(id) })), frame)]));
}

/** Return what hangs together: lists of node ids, the longest first. */
function parts(graph) {
  const seen = new Set();
  const found = [];
  graph.forEachNode((first) => {
    if (seen.has(first)) return;
    const ids = [first];
    seen.add(first);
    for (let at = 0; at < ids.length; at += 1) {
      graph.forEachNeighbor(ids[at], (next) => {
        if (!seen.has(next)) {
          seen.add(next);
          ids.push(next);
        }
      });
    }
    found.push(ids);
  });
  return found.sort((a, b) => b.length - a.length || (a[0] < b[0] ? -1 : 1));
}

/** Give each part a frame as large as it has nodes: the room is cut in two, along its shorter side, until each has its own. */
function framesOf(parts, frame) {
  if (parts.length < 2) return parts.map((ids) => ({ ids, frame }));
  const weight = (its) => its.reduce((sum, ids) => sum + ids.length + 1, 0);
  let count = 1;
  while (count < parts.length - 1 && weight(parts.slice(0, count)) < weight(parts) / 2) count += 1;
  const share = weight(parts.slice(0, count)) / weight(parts);
  const { x, y, width, height } = frame;
  const isWide = width >= height;
  const one = isWide ? { ...frame, width: width * share } : { ...frame, height: height * share };
  const other = isWide ? { x: x + one.width, y, width: width - one.width, height } : { x, y: y + one.height, width, height: height - one.height };
  return [...framesOf(parts.slice(0, count), one), ...framesOf(parts.slice(count), other)];
}

/** Turn the longest way of a cloud of points into that of its frame, and let it fill the frame without bending it much. */
function fitted(points, frame) {
  const count = points.length;
  const mean = (name) => points.reduce((sum, point) => sum + point[name], 0) / count;
  const [mx, my] = [mean("x"), mean("y")];
  const cov = (a, ma, b, mb) => points.reduce((sum, point) => sum + (point[a] - ma) * (point[b] - mb), 0) / count;
  const angle = 0.5 * Math.atan2(2 * cov("x", mx, "y", my), cov("x", mx, "x", mx) - cov("y", my, "y", my)) - (frame.width >= frame.height ? 0 : Math.PI / 2);
  const [cos, sin] = [Math.cos(-angle), Math.sin(-angle)];
  const turned = points.map(({ id, x, y }) => ({ id, x: (x - mx) * cos - (y - my) * sin, y: (x - mx) * sin + (y - my) * cos }));
  for (const name of ["x", "y"]) evened(turned, name);
  const ends = (name) => [Math.min(...turned.map((point) => point[name])), Math.max(...turned.map((point) => point[name]))];
  const [[left, right], [top, bottom]] = [ends("x"), ends("y")];
  const room = [frame.width * 0.86, frame.height * 0.8];
  const scale = [room[0] / Math.max(right - left, 1), room[1] / Math.max(bottom - top, 1)];
  const least = Math.min(...scale);
  const [sx, sy] = scale.map((it) => Math.min(it, least * 1.7));
  return new Map(turned.map(({ id, x, y }) => [
    id, { x: frame.x + frame.width / 2 + (x - (left + right) / 2) * sx, y: frame.y + frame.height / 2 + (y - (top + bottom) / 2) * sy },
  ]));
}

/** Move points half way, along one axis, to where they would stand at even distances: crowds open, and nobody stands far off. */
function evened(points, name) {
  if (points.length < 4) return;
  const order = [...points].sort((a, b) => a[name] - b[name] || (a.id < b.id ? -1 : 1));
  const [low, high] = [order[0][name], order.at(-1)[name]];
  order.forEach((point, rank) => {
    point[name] = (point[name] + low + ((high - low) * rank) / (order.length - 1)) / 2;
  });
}

/** Return how two circles have to move, the first by the vector and the other against it, so as not to lie on one another; null where they do not. */
function betweenRounds(a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const near = (a.width + b.width) / 2;
  const far = Math.hypot(dx, dy);
  if (far >= near) return null;
  const [ux, uy] = far > 0.01 ? [dx / far, dy / far] : a.id < b.id ? [1, 0] : [-1, 0];
  const push = (near - far) / 2 + 0.2;
  return [-ux * push, -uy * push];
}

/** Return the same for boxes: along the axis on which less has to be moved, sideways rather where `aspect` is high. */
function betweenBoxes(a, b, aspect) {
  const overX = (a.width + b.width) / 2 - Math.abs(a.x - b.x);
  const overY = (a.height + b.height) / 2 - Math.abs(a.y - b.y);
  if (overX <= 0 || overY <= 0) return null;
  const [axis, over] = overX < overY * aspect ? ["x", overX] : ["y", overY];
  const push = (over / 2 + 0.25) * (a[axis] < b[axis] || (a[axis] === b[axis] && a.id < b.id) ? -1 : 1);
  return axis === "x" ? [push, 0] : [0, push];
}

/**
 * Move boxes `{id, x, y, width, height, isRound}` apart, in place, until none lies on another, or enough was tried; sideways where there
 * is room. All move at once, each as far as those on it ask on the average: moved one after the other, a box in a crowd would be
 * handed on to its other end.
 */
export function partBoxes(boxes, tries, aspect = 1) {
  const widest = Math.max(...boxes.map((box) => box.width));
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const order = [...boxes].sort((a, b) => a.x - b.x || (a.id < b.id ? -1 : 1));
    const moves = order.map(() => [0, 0, 0]);
    order.forEach((a, i) => {
      for (let j = i + 1; j < order.length && order[j].x - a.x <= (a.width + widest) / 2; j += 1) {
        const move = a.isRound && order[j].isRound ? betweenRounds(a, order[j]) : betweenBoxes(a, order[j], aspect);
        if (!move) continue;
        for (const [at, sign] of [[i, 1], [j, -1]]) {
          moves[at][0] += sign * move[0];
          moves[at][1] += sign * move[1];
          moves[at][2] += 1;
        }
      }
    });
    if (!moves.some((it) => it[2])) break;
    order.forEach((box, at) => {
      const [x, y, count] = moves[at];
      box.x += (PUSH * x) / Math.max(1, count);
      box.y += (PUSH * y) / Math.max(1, count);
    });
  }
  return boxes;
}
