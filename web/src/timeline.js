// The timeline: a point for each event (a bar where there are many), and a brush that chooses a time.
import { fill, svg } from "./dom.js";

const DAY = 86400000;
const stamp = (iso) => Date.parse(`${iso}T00:00:00Z`);
const iso = (time) => new Date(time).toISOString().slice(0, 10);
const HEIGHT = 84;
const FOOT = 20;

/** Return a timeline in an element; `span` are the first and the last day of all. `onbrush(from, to)` is told the chosen days, "" for none; `onchoose(thing)` an event. */
export function timeline(container, { span, onbrush, onchoose }) {
  let events = [];
  let chosen = { from: "", to: "" };
  let said = null;
  let scale = null;

  function update(found, brush, speech) {
    events = found.filter((it) => it.days);
    chosen = brush;
    said = speech;
    draw();
  }

  function draw() {
    const width = container.clientWidth;
    if (!said || !width) return;
    if (!span) {
      fill(container);
      return;
    }
    const [first, last] = span.map(stamp);
    const pad = Math.max(20 * DAY, (last - first) * 0.03);
    const [low, high] = [first - pad, last + pad];
    const [left, right] = [10, width - 10];
    scale = {
      low, high, x: (time) => left + ((time - low) / (high - low)) * (right - left),
      time: (x) => Math.min(high, Math.max(low, low + ((x - left) / (right - left)) * (high - low))),
    };
    const drawing = svg("svg", { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, role: "group", "aria-label": said.word("timeline") });
    drawing.append(...axis(), ...marks(width), ...brush());
    fill(container, drawing);
  }

  function axis() {
    const base = HEIGHT - FOOT;
    const lines = [svg("line", { class: "axis", x1: 0, x2: container.clientWidth, y1: base, y2: base })];
    const years = (scale.high - scale.low) / (365 * DAY);
    const from = new Date(scale.low);
    const step = years > 30 ? 60 : years > 12 ? 24 : years > 4 ? 12 : years > 1.5 ? 6 : years > 0.6 ? 3 : 1;
    for (let month = from.getUTCFullYear() * 12; ; month += step) {
      const time = Date.UTC(Math.floor(month / 12), month % 12, 1);
      if (time > scale.high) break;
      if (time < scale.low) continue;
      const x = scale.x(time);
      const isYear = month % 12 === 0;
      const name = isYear || step >= 12 ? String(Math.floor(month / 12)) : said.date(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`).split(" ")[0];
      lines.push(svg("line", { class: isYear ? "tick year" : "tick", x1: x, x2: x, y1: isYear ? 6 : base, y2: base + 4 }));
      if (x < container.clientWidth - 34) lines.push(svg("text", { class: isYear ? "year" : "month", x: x + 3, y: HEIGHT - 5 }, name));
    }
    return lines;
  }

  /** Say which point stands for what. */
  function legend() {
    const shown = [["event", "events"], ["document", "documents"]].filter(([family]) => events.some((it) => it.family === family));
    let x = 20;
    return shown.flatMap(([family, word]) => {
      const text = said.word(word);
      const its = [svg("circle", { class: `dot ${family}`, cx: x, cy: 11, r: 3.2 }), svg("text", { x: x + 8, y: 15 }, text)];
      x += 30 + 6.2 * text.length;
      return its;
    });
  }

  const middle = (it) => (stamp(it.days[0]) + stamp(it.days[1])) / 2;
  const isIn = (it) => (!chosen.from || it.days[1] >= chosen.from) && (!chosen.to || it.days[0] <= chosen.to);

  function marks(width) {
    const base = HEIGHT - FOOT;
    const column = 9;
    const columns = new Map();
    for (const it of [...events].sort((a, b) => middle(a) - middle(b))) {
      const place = Math.round(scale.x(middle(it)) / column);
      columns.set(place, [...(columns.get(place) ?? []), it]);
    }
    const tallest = Math.max(1, ...[...columns.values()].map((its) => its.length));
    const isDots = tallest * 8.5 <= base - 4;
    const points = [...columns].flatMap(([place, its]) => {
      const x = Math.min(width - 6, place * column);
      if (isDots) {
        return its.map((it, row) =>
          svg("circle", { class: `dot ${isIn(it) ? "" : "out"} ${it.family === "document" ? "document" : ""}`, cx: x, cy: base - 6 - row * 8.5, r: it.family === "document" ? 3.1 : 3.6, onclick: () => onchoose(it) },
            svg("title", {}, `${said.days(it.days)} · ${said.label(it)}`)));
      }
      const share = its.filter(isIn).length;
      const tall = (count) => (count / tallest) * (base - 8);
      return [
        svg("rect", { class: "bar out", x: x - 3.5, y: base - tall(its.length), width: 7, height: tall(its.length) }, svg("title", {}, String(its.length))),
        svg("rect", { class: "bar", x: x - 3.5, y: base - tall(share), width: 7, height: tall(share) }),
      ];
    });
    return isDots && width >= 600 ? [...legend(), ...points] : points;
  }

  function brush() {
    const base = HEIGHT - FOOT;
    const from = chosen.from ? stamp(chosen.from) : scale.low;
    const to = chosen.to ? stamp(chosen.to) : scale.high;
    const [x1, x2] = [scale.x(Math.max(scale.low, from)), scale.x(Math.min(scale.high, to))];
    const isOn = Boolean(chosen.from || chosen.to);
    const handle = (edge, x, time) =>
      svg("g", {
        class: "handle", tabindex: 0, role: "slider", "data-edge": edge, transform: `translate(${x} 0)`,
        "aria-label": said.word(edge === "from" ? "brushFrom" : "brushTo"), "aria-orientation": "horizontal",
        "aria-valuemin": Math.round(scale.low / DAY), "aria-valuemax": Math.round(scale.high / DAY), "aria-valuenow": Math.round(time / DAY),
        "aria-valuetext": said.date(iso(time)), onkeydown: (event) => key(event, edge, time),
      }, svg("rect", { class: "grip-area", x: -9, y: 0, width: 18, height: base }), svg("line", { x1: 0, x2: 0, y1: 4, y2: base }),
      svg("rect", { class: "grip", x: -3.5, y: base / 2 - 9, width: 7, height: 18, rx: 3.5 }));
    const area = svg("rect", { class: "brush-area", x: 0, y: 0, width: container.clientWidth, height: base });
    area.addEventListener("pointerdown", (event) => drag(event, null));
    const parts = [area, ...(isOn ? [svg("rect", { class: "brushed", x: x1, y: 2, width: Math.max(1, x2 - x1), height: base - 2 })] : [])];
    const handles = [handle("from", x1, from), handle("to", x2, to)];
    for (const it of handles) it.addEventListener("pointerdown", (event) => drag(event, it.dataset.edge));
    return [...parts, ...handles];
  }

  function key(event, edge, time) {
    const months = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12 }[event.key];
    let next;
    if (months) {
      const at = new Date(time);
      next = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, at.getUTCDate());
    } else if (event.key === "Home") next = scale.low;
    else if (event.key === "End") next = scale.high;
    else return;
    event.preventDefault();
    put(edge, next);
    container.querySelector(`[data-edge="${edge}"]`)?.focus();
  }

  /** Set one end of the brush; an end that lies at the end of all is open. */
  function put(edge, time) {
    const day = edge === "from" ? (time <= scale.low ? "" : iso(time)) : time >= scale.high ? "" : iso(time);
    const next = { ...chosen, [edge]: day };
    if (next.from && next.to && next.from > next.to) return;
    onbrush(next.from, next.to);
  }

  function drag(event, edge) {
    event.preventDefault();
    const box = container.getBoundingClientRect();
    const at = (it) => scale.time(it.clientX - box.left);
    const began = at(event);
    let wasMoved = false;
    const move = (it) => {
      if (!wasMoved && Math.abs(it.clientX - event.clientX) < 4) return;
      wasMoved = true;
      if (edge) put(edge, at(it));
      else {
        const [low, high] = [began, at(it)].sort((a, b) => a - b);
        onbrush(low <= scale.low ? "" : iso(low), high >= scale.high ? "" : iso(high));
      }
    };
    const stop = () => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", stop);
      removeEventListener("pointercancel", stop);
      if (wasMoved || edge) return;
      const point = document.elementsFromPoint(event.clientX, event.clientY).find((it) => it.classList.contains("dot"));
      if (point) point.dispatchEvent(new MouseEvent("click")); // points lie under the area that is brushed
      else onbrush("", "");
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", stop);
    addEventListener("pointercancel", stop);
  }

  new ResizeObserver(draw).observe(container);
  return { update };
}
