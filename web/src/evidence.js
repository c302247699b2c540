// Shows the words that say a fact: the quoted sentence with the words marked, outlet, day, link and confidence.
import { button, el } from "./dom.js";
import { outlet, passage } from "./graph.js";

let count = 0;

/** Return the quotes of facts, the surest first, each stretch of words once. */
export function quotesOf(facts, isKept) {
  const found = new Map();
  for (const fact of facts) {
    for (const quote of fact.quotes.filter(isKept)) {
      const key = `${quote.article} ${quote.start} ${quote.end}`;
      if (!found.has(key) || found.get(key).confidence < quote.confidence) found.set(key, quote);
    }
  }
  return [...found.values()].sort((a, b) => b.confidence - a.confidence);
}

/** Return one quote as a figure. */
export function figure(graph, speech, quote) {
  const article = graph.things[quote.article];
  const pieces = passage(article, quote.start, quote.end).map((it) => (it.gap ? " … " : it.marked ? el("mark", {}, it.text) : it.text));
  const link = article.url
    ? el("a", { href: article.url, target: "_blank", rel: "noopener noreferrer nofollow", class: "outward" }, speech.word("openArticle"))
    : null;
  const told = [outlet(article) || speech.word("unknownSource"), article.published ? speech.date(article.published) : speech.word("undated")];
  const sure = el("span", { class: "sure", "aria-hidden": "true" }, el("b", {}));
  sure.firstChild.style.width = `${100 * quote.confidence}%`;
  return el("figure", { class: "quote" },
    el("blockquote", { lang: article.language ?? false, dir: "auto" }, ...pieces),
    el("figcaption", {},
      article.headline ? el("bdi", { class: "headline", lang: article.language ?? false }, article.headline) : null,
      el("span", { class: "outlet" }, el("bdi", {}, told[0]), ` · ${told[1]}`),
      el("span", { class: "confidence", title: speech.word("confidence") }, el("span", { class: "unseen" }, `${speech.word("confidence")} `), sure, speech.percent(quote.confidence)),
      link));
}

/**
 * Return what goes into a line of the panel so that its words can be opened: a button with the number of quotes, and the place below
 * where they come to stand. Null for both where no quote is kept.
 */
export function proof(graph, speech, facts, isKept, about) {
  const quotes = quotesOf(facts, isKept);
  if (!quotes.length) return [null, null];
  const id = `words-${(count += 1)}`;
  const place = el("div", { id, class: "words", hidden: true });
  const opener = button({
    class: "proof", "aria-expanded": "false", "aria-controls": id, title: speech.word("words"),
    onclick() {
      const isOpen = place.hidden;
      if (isOpen && !place.firstChild) place.append(...quotes.map((quote) => figure(graph, speech, quote)));
      place.hidden = !isOpen;
      opener.setAttribute("aria-expanded", String(isOpen));
    },
  }, el("span", { class: "unseen" }, `${speech.word("words")}: ${about} `), quotes.length > 1 ? el("span", { class: "count" }, String(quotes.length)) : null);
  return [opener, place];
}
