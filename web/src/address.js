// What is seen, told in the fragment of the address, so that it can be sent to somebody.
import { NO_FILTER } from "./filtering.js";
import { LANGUAGES } from "./speech.js";

const DAY = /^\d{4}-\d\d-\d\d$/;
const LISTS = { kind: "kinds", state: "states", post: "roles", source: "sources" };

/** Return whether a text is a day of the calendar: 2024-02-30 is none. */
function isDay(text) {
  const time = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Return the state that a fragment tells; what it does not tell, or tells wrongly, is as in `usual`. */
export function fromFragment(fragment, graph, usual) {
  const told = new URLSearchParams(fragment.replace(/^#/, ""));
  const filter = { ...NO_FILTER };
  for (const [name, key] of Object.entries(LISTS)) filter[key] = told.getAll(name);
  for (const name of ["from", "to"]) filter[name] = isDay(told.get(name) ?? "") ? told.get(name) : "";
  filter.confidence = Math.min(1, Math.max(0, Number(told.get("confidence")) || 0));
  const by = told.get("by");
  const thing = graph.byId.get(told.get("of") ?? "");
  const ends = told.getAll("with").map((id) => graph.byId.get(id)?.index ?? id);
  return {
    ...usual, filter,
    language: LANGUAGES.includes(told.get("language")) ? told.get("language") : usual.language,
    by: ["organization", "state", "kind"].includes(by) ? by : usual.by,
    tab: told.get("tab") === "list" ? "list" : "network",
    people: told.get("people") === "yes",
    chosen: thing ? { node: thing.index } : ends.length === 2 ? { pair: ends.join(" ") } : told.get("group") ? { node: told.get("group") } : null,
  };
}

/** Return the fragment that tells a state; what is usual is left out. */
export function asFragment(state, graph, usual) {
  const told = new URLSearchParams();
  const id = (node) => (typeof node === "number" ? graph.things[node].id : node);
  if (state.language !== usual.language) told.set("language", state.language);
  if (state.by !== usual.by) told.set("by", state.by);
  if (state.tab !== "network") told.set("tab", state.tab);
  if (state.people) told.set("people", "yes");
  for (const [name, key] of Object.entries(LISTS)) for (const value of state.filter[key]) told.append(name, value);
  for (const name of ["from", "to"]) if (state.filter[name]) told.set(name, state.filter[name]);
  if (state.filter.confidence) told.set("confidence", String(state.filter.confidence));
  if (state.chosen?.pair) for (const end of state.chosen.pair.split(" ")) told.append("with", id(/^\d+$/.test(end) ? Number(end) : end));
  else if (typeof state.chosen?.node === "string") told.set("group", state.chosen.node);
  else if (state.chosen) told.set("of", id(state.chosen.node));
  return told.toString();
}
