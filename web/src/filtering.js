// What is left under the filters, and what of it is drawn: nodes and relations of the cooperation network.
import { outlet } from "./graph.js";

export const NO_FILTER = Object.freeze({ kinds: [], states: [], roles: [], sources: [], from: "", to: "", confidence: 0 });

/** Return whether days may lie within the chosen time; the undated lie within none. */
export function within(days, from, to) {
  if (!from && !to) return true;
  return Boolean(days) && (!from || days[1] >= from) && (!to || days[0] <= to);
}

/** Return the tests of single things under filters. */
export function testing(graph, filter) {
  const sources = new Set(filter.sources);
  const judges = filter.confidence > 0 || sources.size > 0;
  const isQuoteKept = (quote) =>
    quote.confidence >= filter.confidence && (!sources.size || sources.has(outlet(graph.things[quote.article])));
  const isFactKept = (fact) => !judges || fact.quotes.some(isQuoteKept);
  const isInTime = (thing) => within(graph.things[thing].days, filter.from, filter.to);
  const isInvolved = (occasion, node, by) => {
    if (!judges) return true;
    const bodies = graph.involved.get(occasion);
    if (!bodies) return false;
    if (by === "organization") return (bodies.get(node) ?? []).some(isFactKept);
    return [...bodies].some(([body, facts]) => (body === node || graph.things[body].state === node) && facts.some(isFactKept));
  };
  return { isQuoteKept, isFactKept, isInTime, isInvolved };
}

/** Return every relation that the filters leave, one for each pair: its weight, occasions, kinds and days. */
export function relations(graph, filter, by) {
  const tests = testing(graph, filter);
  const kinds = new Set(filter.kinds);
  const states = new Set(filter.states);
  const roles = new Set(filter.roles);
  const kindOf = (node) => graph.things[node].kind;
  const isOfState = (node) => states.has(graph.things[graph.things[node].state]?.id ?? graph.things[node].id);
  const hasRole = (node) =>
    (graph.postsOf.get(node) ?? []).some((post) => post.role !== null && roles.has(graph.things[post.role].id) && post.facts.some(tests.isFactKept));
  const pairs = new Map();
  for (const edge of graph.edges[by === "state" ? "state" : "organization"]) {
    const ends = [edge.one, edge.other];
    if (kinds.size && by !== "state" && !ends.some((node) => kinds.has(kindOf(node)))) continue;
    if (states.size && !ends.some(isOfState)) continue;
    if (roles.size && by !== "state" && !ends.some(hasRole)) continue;
    const occasions = edge.occasions.filter((occasion) => tests.isInTime(occasion) && ends.every((node) => tests.isInvolved(occasion, node, by)));
    if (!occasions.length) continue;
    const [one, other] = by === "kind" ? ends.map(kindOf).sort() : ends;
    if (by === "kind" && one === other) continue;
    const key = `${one} ${other}`;
    if (!pairs.has(key)) pairs.set(key, { key, one, other, told: new Map() });
    const { told } = pairs.get(key);
    for (const occasion of occasions) {
      const mark = by === "kind" ? `${occasion}` : `${edge.kind} ${occasion}`;
      if (!told.has(mark)) told.set(mark, { kind: edge.kind, occasion });
    }
  }
  return [...pairs.values()].map((pair) => measured(graph, pair)).sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
}

function measured(graph, { key, one, other, told }) {
  const links = [...told.values()];
  const kinds = {};
  for (const { kind } of links) kinds[kind] = (kinds[kind] ?? 0) + 1;
  const days = links.map(({ occasion }) => graph.things[occasion].days).filter(Boolean);
  const [earliest, latest] = [0, 1].map((end) => [...days].sort((a, b) => (a[end] < b[end] ? -1 : a[end] > b[end] ? 1 : 0)).at(end ? -1 : 0));
  return { key, one, other, weight: links.length, kinds, links, earliest, latest };
}

/** Return the nodes that relations join, the heaviest first: `{node, weight, partners}`. */
export function joined(pairs) {
  const found = new Map();
  for (const pair of pairs) {
    for (const node of [pair.one, pair.other]) {
      const it = found.get(node) ?? { node, weight: 0, partners: 0 };
      it.weight += pair.weight;
      it.partners += 1;
      found.set(node, it);
    }
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight || b.partners - a.partners || (String(a.node) < String(b.node) ? -1 : 1));
}

export const ALL_UP_TO = 500; // so many nodes are drawn at once
export const GROUPED_ABOVE = 2000; // more than so many are first shown by state
export const FIRST_SIGHT = 150; // of more than ALL_UP_TO, the heaviest

/** Return what is drawn: the heaviest nodes and those asked for, with the relations among them. */
export function drawn(pairs, { most, wanted = [] }) {
  const nodes = joined(pairs);
  const limit = nodes.length > ALL_UP_TO ? Math.max(most, FIRST_SIGHT) : nodes.length;
  const kept = new Set(nodes.slice(0, limit).map((it) => it.node));
  for (const node of wanted) kept.add(node);
  const shownNodes = nodes.filter((it) => kept.has(it.node));
  const shownPairs = pairs.filter((pair) => kept.has(pair.one) && kept.has(pair.other));
  return { nodes: shownNodes, pairs: shownPairs, total: nodes.length, allPairs: pairs, isCut: shownNodes.length < nodes.length };
}

/** Return the relations that are drawn as lines: all where they are few, else each node's strongest, so that none stands alone. */
export function backbone(pairs, nodes, most = 600) {
  if (pairs.length <= most) return pairs;
  const each = Math.max(1, Math.floor(most / Math.max(1, nodes.length)));
  const counts = new Map();
  const kept = [];
  for (const pair of pairs) {
    const [a, b] = [counts.get(pair.one) ?? 0, counts.get(pair.other) ?? 0];
    if (a < each || b < each) {
      kept.push(pair);
      counts.set(pair.one, a + 1);
      counts.set(pair.other, b + 1);
    }
  }
  return kept;
}
