// The panel beside the network: what is told of one thing, or of two together, each line with the words that say it.
import { button, el, fill } from "./dom.js";
import { proof } from "./evidence.js";
import { joined, testing } from "./filtering.js";
import { groupOf } from "./looks.js";

const FIRST = 8; // so many lines of a section are shown at once
const ROLES = ["schema:organizer", "q:participant", "schema:attendee", "q:speaker", "q:signatory"];
const PARTS = [...ROLES, "q:framework", "schema:location"];
const TOLD = ["schema:startDate", "schema:endDate", "q:signedOn", "schema:location", "q:framework", "schema:superEvent", "q:producedAt", "q:theme", "q:status",
  "org:memberOf", "org:subOrganizationOf", "q:jurisdiction", "schema:foundingDate", "schema:foundingLocation", "schema:containedInPlace", "schema:sourceOrganization", "rdf:type"];

/** Return the panel's maker. `open` is told what to open next: `{node}`, `{pair}`. */
export function panel(graph, { open, expand }) {
  let speech = null;
  let filter = null;
  let tests = null;

  const thingButton = (thing, extra = {}) => button({ class: "thing", onclick: () => open({ node: thing.index }), ...extra }, el("bdi", {}, speech.label(thing)));
  const swatch = (kind) => el("span", { class: `swatch ${groupOf(kind)}`, "aria-hidden": "true" });

  function line(main, facts, about, { note = null, extra = null } = {}) {
    const [opener, place] = proof(graph, speech, facts, tests.isQuoteKept, about);
    return el("li", {}, el("div", { class: "line" }, el("div", { class: "said" }, main, note ? el("span", { class: "note" }, note) : null, extra), opener), place);
  }

  function section(name, lines) {
    if (!lines.length) return null;
    const list = el("ul", {}, ...lines.slice(0, FIRST).map((make) => make()));
    const rest = lines.slice(FIRST);
    const more = rest.length
      ? button({ class: "more", onclick(event) { list.append(...rest.map((make) => make())); event.currentTarget.remove(); } }, `${speech.word("more")} (${speech.number(rest.length)})`)
      : null;
    return el("section", {}, el("h3", {}, speech.word(name), el("span", { class: "count" }, speech.number(lines.length))), list, more);
  }

  /** Return a section each for events, documents and councils; `lines` are `{occasion, make}`. */
  const byFamily = (lines) =>
    [["event", "events"], ["document", "documents"], ["organization", "bodies"]].map(([family, name]) =>
      section(name, lines.filter(({ occasion }) => occasion.family === family).map(({ make }) => make)));

  const kept = (facts) => (facts ?? []).filter(tests.isFactKept);
  const byDay = (a, b) => ((b.days?.[0] ?? "") > (a.days?.[0] ?? "") ? 1 : -1);

  /** Return the facts in which a thing takes part in occasions, or is their framework or place, by occasion. */
  function occasions(thing) {
    const found = new Map();
    for (const fact of kept(graph.of.get(thing.index))) {
      if (!PARTS.includes(fact.predicate) || !tests.isInTime(fact.subject)) continue;
      found.set(fact.subject, [...(found.get(fact.subject) ?? []), fact]);
    }
    return [...found].map(([occasion, facts]) => ({ occasion: graph.things[occasion], facts })).sort((a, b) => byDay(a.occasion, b.occasion));
  }

  const occasionLine = (occasion, facts, parts) => ({
    occasion,
    make: () => line(thingButton(occasion), facts, speech.label(occasion), {
      note: [occasion.family === "organization" ? "" : speech.days(occasion.days), parts.join(", ")].filter(Boolean).join(" · "),
    }),
  });

  function postLine(post, other) {
    const role = post.role === null ? "" : speech.label(graph.things[post.role]);
    const days = post.days.length ? (post.days.length > 1 && post.days[0] !== post.days.at(-1) ? `${speech.date(post.days[0])} – ${speech.date(post.days.at(-1))}` : speech.date(post.days[0])) : speech.word("undated");
    return line(thingButton(other), post.facts, `${speech.label(other)}, ${role}`, { note: `${role} · ${speech.word("toldOn")} ${days}`, extra: strip(post.days) });
  }

  /** Return a strip with a point for each day on which a post was told, over the time of all articles. */
  function strip(days) {
    const [first, last] = graph.span;
    if (!days.length || first === last) return null;
    const place = (day) => (100 * (Date.parse(day) - Date.parse(first))) / (Date.parse(last) - Date.parse(first));
    const points = days.map((day) => {
      const point = el("i", {});
      point.style.left = `${place(day)}%`;
      return point;
    });
    const bar = el("b", {});
    bar.style.left = `${place(days[0])}%`;
    bar.style.width = `${place(days.at(-1)) - place(days[0])}%`;
    return el("span", { class: "strip", "aria-hidden": "true" }, bar, ...points);
  }

  function partners(thing, pairs) {
    const its = pairs.filter((pair) => pair.one === thing.index || pair.other === thing.index);
    const most = Math.max(1, ...its.map((pair) => pair.weight));
    return its.map((pair) => () => {
      const other = graph.things[pair.one === thing.index ? pair.other : pair.one];
      const bar = el("b", {});
      bar.style.width = `${(100 * pair.weight) / most}%`;
      return el("li", {}, button({ class: "partner", onclick: () => open({ pair: pair.key }) },
        el("span", { class: "said" }, el("bdi", {}, speech.label(other))), el("span", { class: "bar", "aria-hidden": "true" }, bar), el("span", { class: "figure" }, speech.number(pair.weight), el("span", { class: "unseen" }, ` ${speech.word("times")}`))));
    });
  }

  function told(thing) {
    const found = new Map();
    for (const fact of kept(graph.about.get(thing.index))) {
      if (!TOLD.includes(fact.predicate)) continue;
      const key = `${fact.predicate} ${fact.object ?? fact.text}`;
      found.set(key, [...(found.get(key) ?? []), fact]);
    }
    const order = (facts) => TOLD.indexOf(facts[0].predicate);
    return [...found.values()].sort((a, b) => order(a) - order(b)).map((facts) => () => {
      const [fact] = facts;
      const what = fact.object === null ? null : graph.things[fact.object];
      const isDate = /Date$|signedOn$/.test(fact.predicate);
      const value = what ? (what.family === "term" ? speech.label(what) : thingButton(what)) : el("bdi", {}, isDate ? speech.date(fact.text) : fact.text);
      return line([el("span", { class: "predicate" }, speech.predicate(fact.predicate)), " ", value], facts, `${speech.predicate(fact.predicate)} ${what ? speech.label(what) : fact.text}`);
    });
  }

  /** Return who took part in an occasion, each with the parts they had. */
  function involved(thing, families) {
    const found = new Map();
    for (const fact of kept(graph.about.get(thing.index))) {
      if (!ROLES.includes(fact.predicate) || fact.object === null || !families.includes(graph.things[fact.object].family)) continue;
      found.set(fact.object, [...(found.get(fact.object) ?? []), fact]);
    }
    return [...found].map(([who, facts]) => () =>
      line(thingButton(graph.things[who]), facts, speech.label(graph.things[who]), { note: [...new Set(facts.map((fact) => speech.predicate(fact.predicate)))].join(", ") }));
  }

  function mentions(thing) {
    return kept(graph.of.get(thing.index)).filter((fact) => fact.predicate === "schema:mentions")
      .sort((a, b) => ((graph.things[b.subject].published ?? "") > (graph.things[a.subject].published ?? "") ? 1 : -1))
      .map((fact) => () => {
        const article = graph.things[fact.subject];
        return line(el("bdi", { lang: article.language ?? false }, speech.label(article)), [fact], speech.label(article), {
          note: [article.outlet ?? speech.word("unknownSource"), speech.date(article.published)].filter(Boolean).join(" · "),
        });
      });
  }

  function names(thing) {
    const others = [...new Set([...Object.values(thing.names ?? {}), ...(thing.also ?? [])])].filter((name) => name !== speech.label(thing));
    if (!others.length) return null;
    return el("details", { class: "names" }, el("summary", {}, `${speech.word("also")} (${others.length})`), el("ul", {}, ...others.map((name) => el("li", {}, el("bdi", {}, name)))));
  }

  function head(kicker, title, extra) {
    return el("div", { class: "head" }, el("p", { class: "kicker" }, ...kicker), el("h2", { tabindex: -1 }, title), extra);
  }

  function ofThing(thing, seen) {
    const state = thing.state !== undefined && thing.state !== thing.index ? graph.things[thing.state] : null;
    const isOccasion = ["event", "document"].includes(thing.family);
    const kicker = [swatch(thing.kind), speech.kind(thing.kind), state ? [" · ", thingButton(state, { class: "thing quiet" })] : null, isOccasion ? ` · ${speech.days(thing.days)}` : null];
    const posts = (graph.postsOf.get(thing.index) ?? []).filter((post) => post.facts.some(tests.isFactKept)).sort((a, b) => ((b.days.at(-1) ?? "") > (a.days.at(-1) ?? "") ? 1 : -1));
    const isPerson = thing.family === "person";
    const within = kept(graph.of.get(thing.index)).filter((fact) => ["schema:superEvent", "q:producedAt", "q:framework"].includes(fact.predicate));
    const address = graph.entities && !thing.id.includes(":") ? el("a", { href: `${graph.entities}${thing.id}?lang=${speech.language}`, class: "address" }, thing.id) : el("code", { class: "address" }, thing.id);
    const more = seen.isCut && seen.allPairs.some((pair) => pair.one === thing.index || pair.other === thing.index)
      ? button({ class: "more wide", onclick: () => expand(thing.index) }, speech.word("moreNeighbours")) : null;
    return [
      head(kicker.flat(), el("bdi", {}, speech.label(thing)), names(thing)), more,
      isOccasion ? section("bodies", involved(thing, ["organization", "state"])) : null,
      isOccasion ? section("peopleOf", involved(thing, ["person"])) : null,
      section("facts", told(thing)),
      isOccasion ? byFamily(within.map((fact) => occasionLine(graph.things[fact.subject], [fact], []))) : null,
      section(isPerson ? "posts" : "peopleAndPosts", posts.map((post) => () => postLine(post, graph.things[isPerson ? post.body : post.person]))),
      isOccasion ? null : byFamily(occasions(thing).map(({ occasion, facts }) => occasionLine(occasion, facts, [...new Set(facts.map((fact) => speech.predicate(fact.predicate)))]))),
      section("partners", partners(thing, seen.allPairs)),
      section("articles", mentions(thing)),
      address,
    ];
  }

  function ofPair(pair, by) {
    const ends = [pair.one, pair.other];
    const name = (end) => (by === "kind" ? speech.kind(end) : speech.label(graph.things[end]));
    const title = ends.flatMap((end, i) => [i ? el("span", { class: "and", "aria-hidden": "true" }, " ↔ ") : null, by === "kind" ? name(end) : thingButton(graph.things[end])]);
    const kinds = Object.entries(pair.kinds).sort((a, b) => b[1] - a[1]).map(([kind, count]) => `${speech.word(kind)} (${speech.number(count)})`).join(" · ");
    const byOccasion = new Map();
    for (const { kind, occasion } of pair.links) byOccasion.set(occasion, [...(byOccasion.get(occasion) ?? []), kind]);
    const lines = [...byOccasion].map(([occasion, its]) => ({ occasion: graph.things[occasion], kinds: its })).sort((a, b) => byDay(a.occasion, b.occasion))
      .map(({ occasion, kinds: its }) => occasionLine(occasion, factsBehind(occasion.index, ends, by), its.map((kind) => speech.word(kind))));
    return [
      head([speech.word("relation"), pair.earliest ? ` · ${speech.days([pair.earliest[0], pair.latest[1]])}` : null], title, el("p", { class: "note" }, kinds)),
      byFamily(lines),
    ];
  }

  /** Return the facts that put two nodes into one occasion. */
  function factsBehind(occasion, ends, by) {
    const bodies = graph.involved.get(occasion) ?? new Map();
    const isOf = (body, end) => body === end || (by === "state" && graph.things[body].state === end) || (by === "kind" && graph.things[body].kind === end);
    return [...bodies].filter(([body]) => ends.some((end) => isOf(body, end))).flatMap(([, facts]) => facts);
  }

  function ofKind(kind, seen) {
    const pairs = seen.allPairs.filter((pair) => pair.one === kind || pair.other === kind);
    return [head([swatch(kind), speech.word("kind")], speech.kind(kind)), el("ul", {}, ...pairs.map((pair) => el("li", {}, button({ class: "partner", onclick: () => open({ pair: pair.key }) }, el("span", { class: "said" }, speech.kind(pair.one === kind ? pair.other : pair.one)), el("span", { class: "figure" }, speech.number(pair.weight))))))];
  }

  return {
    /** Fill an element with what is chosen; return whether there is anything of it. */
    show(place, chosen, { seen, by, speech: said, filter: its }) {
      [speech, filter, tests] = [said, its, testing(graph, its)];
      const pair = chosen?.pair ? seen.allPairs.find((it) => it.key === chosen.pair) : null;
      if (pair) fill(place, ...ofPair(pair, by));
      else if (typeof chosen?.node === "string") fill(place, ...ofKind(chosen.node, seen));
      else if (typeof chosen?.node === "number") fill(place, ...ofThing(graph.things[chosen.node], seen));
      else {
        const top = joined(seen.allPairs).slice(0, 6);
        const [kind, name] = by === "kind" ? [(it) => it, speech.kind] : [(it) => graph.things[it].kind, (it) => speech.label(graph.things[it])];
        fill(place, el("p", { class: "hint" }, speech.word("choose")),
          el("ul", {}, ...top.map((it) => el("li", {}, button({ class: "partner", onclick: () => open({ node: it.node }) }, swatch(kind(it.node)), el("span", { class: "said" }, name(it.node)), el("span", { class: "figure" }, speech.number(it.weight)))))));
        return false;
      }
      return true;
    },
  };
}
