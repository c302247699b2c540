// Says things in one of the four languages: the page's own words, labels of things and terms, dates and numbers.

const cap = (text, language) => (text ? text[0].toLocaleUpperCase(language) + text.slice(1) : text);

export const LANGUAGES = ["az", "en", "tr", "ru"];

// Where a browser knows no Azerbaijani, these names of months stand in.
const MONTHS = {
  az: "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
  en: "January February March April May June July August September October November December",
  tr: "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
  ru: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
};
const ALONE = { ru: "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь" };

/** Return the days that something may have been as ISO 8601 tells them, no more exactly than they are known: a day, a month, a year, or from/to. */
export function reduced([first, last]) {
  if (first === last) return first;
  if (first.slice(0, 4) === last.slice(0, 4) && first.endsWith("-01-01") && last.endsWith("-12-31")) return first.slice(0, 4);
  const [year, month, day] = last.split("-").map(Number);
  const isWhole = first === `${last.slice(0, 7)}-01` && day === new Date(Date.UTC(year, month, 0)).getUTCDate();
  return isWhole ? first.slice(0, 7) : `${first}/${last}`;
}

/** Return how things are said in a language. */
export function speech(graph, language) {
  const months = MONTHS[language].split(" ");
  const alone = (ALONE[language] ?? MONTHS[language]).split(" ");
  const numbers = new Intl.NumberFormat(language === "en" ? "en-GB" : language);
  const spoken = {
    language,
    word(name, values = {}) {
      const text = graph.words[name]?.[language] ?? name;
      return text.replace(/\{(\w+)\}/g, (_, key) => spoken.number(values[key]));
    },
    number: (value) => numbers.format(value),
    capital: (text) => cap(text, language),
    term: (id) => graph.terms[id]?.[language] ?? graph.terms[id]?.en ?? id.replace(/^.*[:#/]/, ""),
    predicate: (id) => graph.words[id.replace(/^.*:/, "")]?.[language] ?? spoken.term(id),
    kind: (kind) => cap(spoken.term(kind === "Membership" ? "org:Membership" : `q:${kind}`), language),
    /** What a thing is called; one without a name by what it is, where and when. */
    label(thing) {
      if (thing.names) return thing.names[language] ?? thing.names.en ?? thing.names.az ?? Object.values(thing.names)[0];
      if (thing.headline) return thing.headline;
      if (thing.family === "term") return cap(spoken.term(thing.id), language);
      return spoken.title(thing);
    },
    title(thing) {
      const facts = graph.about.get(thing.index) ?? [];
      const target = (predicate) => facts.find((fact) => fact.predicate === predicate && fact.object !== null);
      const place = target("schema:location");
      const frame = target("q:framework");
      const parts = [frame ? spoken.label(graph.things[frame.object]) : null, place ? spoken.label(graph.things[place.object]) : null];
      return [spoken.kind(thing.kind), ...parts.filter(Boolean)].join(" · ");
    },
    /** A day, month or year in words, from ISO 8601. */
    date(iso) {
      const found = /^(\d{4})?(?:-{0,2}(\d\d))?(?:-(\d\d))?/.exec(iso ?? "");
      if (!found || (!found[1] && !found[2])) return iso ?? "";
      const [, year, month, day] = found;
      if (!month) return year;
      const name = (day ? months : alone)[Number(month) - 1] ?? month;
      return [day ? Number(day) : null, name, year].filter((part) => part !== null && part !== undefined).join(" ");
    },
    /** The days that something may have been: one day, a month, a year, or from one to another. */
    days(days) {
      if (!days) return spoken.word("undated");
      const [first, last] = reduced(days).split("/");
      if (!last) return spoken.date(first);
      if (first.endsWith("-01-01") && last.endsWith("-12-31")) return `${first.slice(0, 4)}–${last.slice(0, 4)}`;
      if (first.slice(0, 7) === last.slice(0, 7)) return `${Number(first.slice(8))}–${spoken.date(last)}`;
      return `${spoken.date(first)} – ${spoken.date(last)}`;
    },
    percent: (value) => `${Math.round(value * 100)} %`,
  };
  return spoken;
}

const LETTERS = { ə: "e", ı: "i", ø: "o", ß: "ss", æ: "ae", đ: "d", ł: "l", ё: "е", й: "и" };

/** Return a key under which a name is found whatever its case and marks: "Ərdoğan" and "erdogan" have one. */
export const folded = (text) =>
  text.replace(/İ/g, "i").toLowerCase().replace(/[əıøßæđłёй]/g, (letter) => LETTERS[letter]).normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
