// Reads the data of the page: things, facts with their quotes, articles, and who was involved in what.

const INVOLVED = new Set(["q:participant", "schema:organizer", "q:signatory"]);
const BELONGS = "org:memberOf";

function push(map, key, value) {
  const found = map.get(key);
  if (found) found.push(value);
  else map.set(key, [value]);
}

/** Return the graph of a page's data. Things and facts keep their numbers. */
export function read(data) {
  const things = data.things.map((thing, index) => ({ ...thing, index }));
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const about = new Map(); // subject: facts
  const of = new Map(); // object: facts
  const involved = new Map(); // occasion: body: facts
  const facts = data.facts.map(([subject, predicate, object, quotes], index) => {
    const isThing = typeof object === "number";
    const fact = {
      index, subject, predicate: data.predicates[predicate],
      object: isThing ? object : null, text: isThing ? null : object[0],
      quotes: quotes.map(([article, start, end, confidence]) => ({ article, start, end, confidence })),
    };
    push(about, subject, fact);
    if (isThing) push(of, object, fact);
    const [occasion, body] = fact.predicate === BELONGS ? [object, subject] : [subject, object];
    if (isThing && (fact.predicate === BELONGS || INVOLVED.has(fact.predicate))) {
      if (!involved.has(occasion)) involved.set(occasion, new Map());
      push(involved.get(occasion), body, fact);
    }
    return fact;
  });
  const edges = Object.fromEntries(
    Object.entries(data.network).map(([by, rows]) => [
      by, rows.map(([one, other, kind, occasions]) => ({ one, other, kind: data.kinds[kind], occasions })),
    ]),
  );
  const graph = { ...data, things, byId, facts, about, of, involved, edges };
  graph.posts = posts(graph);
  graph.postsOf = new Map();
  for (const post of graph.posts) {
    push(graph.postsOf, post.person, post);
    push(graph.postsOf, post.body, post);
  }
  return graph;
}

/** Return the posts: who, where, as what, told when, with the facts that say so. */
function posts(graph) {
  const found = [];
  for (const thing of graph.things) {
    if (thing.family !== "membership") continue;
    const facts = graph.about.get(thing.index) ?? [];
    const first = (predicate) => facts.find((fact) => fact.predicate === predicate)?.object ?? null;
    const post = { index: thing.index, person: first("org:member"), body: first("org:organization"), role: first("org:role"), facts };
    if (post.person === null || post.body === null) continue;
    const days = facts.flatMap((fact) => fact.quotes.map((quote) => graph.things[quote.article].published)).filter(Boolean);
    post.days = [...new Set(days)].sort();
    found.push(post);
  }
  return found;
}

/** Return the outlet of an article, which is what one filters sources by. */
export const outlet = (article) => article.outlet ?? "";

const ENTITIES = { nbsp: " ", quot: "\"", amp: "&", lt: "<", gt: ">", apos: "'", ldquo: "“", rdquo: "”", lsquo: "‘", rsquo: "’", laquo: "«", raquo: "»", ndash: "–", mdash: "—", hellip: "…" };

/** Return text as it is read: character references that an article left in its words, and breaks of lines. */
export const readable = (text) =>
  text.replace(/&(#\d{1,6}|[a-z]{2,6});/gi, (whole, name) => {
    if (name[0] !== "#") return ENTITIES[name] ?? whole;
    const code = Number(name.slice(1));
    return (code >= 32 && code < 127) || (code > 160 && code < 0x2000) ? String.fromCodePoint(code) : whole;
  }).replace(/\s+/g, " ");

/**
 * Return the words around a quote as pieces: `{text, marked}`, and `{gap: true}` where the article's words are not kept.
 * Offsets count code points, as the graph does; about `around` of them are shown on each side, up to a word's end. The headline, which
 * stands apart, and the text do not run into one another.
 */
export function passage(article, start, end, around = 160) {
  const stretches = (article.words ?? []).map(([at, text]) => ({ at, points: Array.from(text) }));
  const pieces = [];
  const home = stretches.findIndex(({ at, points }) => at <= start && end <= at + points.length);
  if (home < 0) return pieces;
  const put = (points, marked) => {
    if (points.length) pieces.push({ text: readable(points.join("")), marked });
  };
  const headline = Array.from(article.headline ?? "");
  const isHeadline = ({ at, points }) => points.every((letter, place) => headline[at + place] === letter);
  const near = (index) => index >= 0 && index < stretches.length && isHeadline(stretches[index]) === isHeadline(stretches[home]);
  const from = Math.max(0, start - around);
  const to = end + around;
  const before = [];
  for (let i = home - 1; near(i) && stretches[i].at + stretches[i].points.length > from; i -= 1) {
    if (stretches[i + 1].at - stretches[i].at - stretches[i].points.length > 40) break;
    before.unshift(stretches[i]);
  }
  for (const { at, points } of before) {
    put(at < from ? afterBreak(points, from - at) : points, false);
    pieces.push({ gap: true });
  }
  const { at, points } = stretches[home];
  put(from > at ? afterBreak(points.slice(0, start - at), from - at) : points.slice(0, start - at), false);
  put(points.slice(start - at, end - at), true);
  const rest = points.slice(end - at);
  put(rest.length > around ? beforeBreak(rest, around) : rest, false);
  for (let i = home + 1; near(i) && stretches[i].at < to; i += 1) {
    const last = stretches[i - 1];
    if (stretches[i].at - last.at - last.points.length > 40) break;
    pieces.push({ gap: true });
    put(stretches[i].at + stretches[i].points.length > to ? beforeBreak(stretches[i].points, Math.max(0, to - stretches[i].at)) : stretches[i].points, false);
  }
  return pieces;
}

function afterBreak(points, least) {
  let at = Math.min(least, points.length);
  while (at > 0 && points[at - 1] !== " ") at -= 1;
  return ["…", " ", ...points.slice(at)];
}

function beforeBreak(points, most) {
  let at = Math.min(most, points.length);
  while (at < points.length && points[at] !== " ") at += 1;
  return at < points.length ? [...points.slice(0, at), " ", "…"] : points;
}
