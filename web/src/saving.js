// Saves what is seen: the drawing as PNG or SVG, the tables as CSV.
import { looks } from "./looks.js";

function offer(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** Return whether the name of a node is written on the screen now. */
const isNamed = (node) => parseFloat(node.style("font-size")) * node.cy().zoom() >= parseFloat(node.style("min-zoomed-font-size"));

/** Save the drawing as PNG, twice as fine as the screen, with the names that are seen. */
export function savePng(cy) {
  const nameless = cy.nodes().filter((node) => !isNamed(node)).addClass("nameless");
  const drawn = cy.png({ output: "blob", bg: looks().paper, full: true, scale: 2, maxWidth: 6000, maxHeight: 6000 });
  nameless.removeClass("nameless");
  offer(drawn, "qurultay.png");
}

const escaped = (text) => String(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd").replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Return the drawing as SVG, with the names that are seen. */
export function drawing(cy) {
  const colours = looks();
  const box = cy.elements().boundingBox();
  const [x, y, width, height] = [box.x1 - 20, box.y1 - 20, box.w + 40, box.h + 40].map((it) => Math.round(it * 10) / 10);
  const at = (node) => ({ x: Math.round(node.position("x") * 10) / 10, y: Math.round(node.position("y") * 10) / 10 });
  const faded = (it) => (it.hasClass("faded") ? ' opacity="0.16"' : "");
  const lines = cy.edges().map((edge) => {
    const [a, b] = [at(edge.source()), at(edge.target())];
    const dash = edge.hasClass("belong") ? ' stroke-dasharray="6 4"' : edge.hasClass("post") ? ' stroke-dasharray="1 3"' : "";
    const lit = edge.hasClass("lit") ? ` stroke="${escaped(colours.accent)}"` : "";
    return `<line x1="${a.x}" y1="${a.y}" x2="${b.x}" y2="${b.y}" stroke-width="${edge.data("width").toFixed(1)}"${dash}${lit}${faded(edge)}/>`;
  });
  const dots = cy.nodes().map((node) => {
    const { x: cx, y: cy_ } = at(node);
    const size = node.data("size");
    const colour = escaped(colours.group(node.data("group")));
    const shape = node.hasClass("state")
      ? `<rect x="${cx - size / 2}" y="${cy_ - size / 2}" width="${size}" height="${size}" rx="4" fill="${colour}"/>`
      : `<circle cx="${cx}" cy="${cy_}" r="${size / 2}" fill="${colour}"/>`;
    const text = !isNamed(node) ? "" : node.data("name").split("\n").map((line, row) => `<tspan x="${cx}" y="${cy_ + size / 2 + 16 + 14 * row}">${escaped(line)}</tspan>`).join("");
    return `<g${faded(node)}>${shape}${text && `<text>${text}</text>`}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}">`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${escaped(colours.paper)}"/>`,
    `<g stroke="${escaped(colours.edge)}" stroke-opacity="0.75" fill="none">${lines.join("\n")}</g>`,
    `<g stroke="none" fill="${escaped(colours.ink)}" font-family="${escaped(colours.font)}" font-size="12" text-anchor="middle" paint-order="stroke">${dots.join("\n")}</g>`,
    "</svg>", "",
  ].join("\n");
}

/** Save the drawing as SVG. */
export function saveSvg(cy) {
  offer(new Blob([drawing(cy)], { type: "image/svg+xml" }), "qurultay.svg");
}

/** Return a cell of CSV (RFC 4180) that no spreadsheet takes for a formula. */
export function cell(value) {
  const text = typeof value === "object" ? value.text : String(value);
  const safe = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** Return one of the tables as CSV. */
export const csv = ({ columns, rows }, speech) => [columns.map((it) => speech.word(it)), ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";

/** Save a table as CSV, with a mark of UTF-8 that spreadsheets look for. */
export function saveCsv(name, table, speech) {
  offer(new Blob(["\ufeff", csv(table, speech)], { type: "text/csv;charset=utf-8" }), `qurultay-${name}.csv`);
}

