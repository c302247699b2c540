// Makes elements. Text goes in as text only: nothing in the page is ever parsed as markup.

const SVG = "http://www.w3.org/2000/svg";

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false).map((child) => (child instanceof Node ? child : String(child))));
  return element;
}

/** Return an element with attributes, listeners (`onclick`) and children; children that are null or false are left out. */
export const el = (name, attributes, ...children) => filled(document.createElement(name), attributes, children);

/** Return an SVG element, as `el` does. */
export const svg = (name, attributes, ...children) => filled(document.createElementNS(SVG, name), attributes, children);

/** Return a button that does something; it never sends a form. */
export const button = (attributes, ...children) => el("button", { type: "button", ...attributes }, ...children);

/** Put children in place of what an element holds. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
}
