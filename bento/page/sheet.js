/* The résumé as a clean sheet: JSON Resume -> elements, in which whatever has evidence is a line that can be pointed at.
   What it says and in which order is the same as in the files; decides nothing. */

import { element, own, reference } from "./elements.js";

const SECTIONS = ["work", "volunteer", "education", "projects", "skills", "certificates", "awards", "publications",
  "languages", "interests", "references"];

/** What stands at the head of an entry: its title, then where; with dates, whether an open end still lasts. */
const HEADS = {
  work: (one) => [one.position || one.name, [one.position && one.name, one.location], true],
  volunteer: (one) => [one.position || one.organization, [one.position && one.organization, one.location], true],
  education: (one) => [joined(one.studyType, one.area) || one.institution,
    [joined(one.studyType, one.area) && one.institution, one.location], true],
  projects: (one) => [one.name, [one.roles, one.entity, one.type], false],
  certificates: (one) => [one.name, [one.issuer], false],
  awards: (one) => [one.title, [one.awarder], false],
  publications: (one) => [one.name, [one.publisher], false],
  references: (one) => [one.name, [], false],
};
const ROWS = { skills: ["name", "level"], interests: ["name", "level"], languages: ["language", "fluency"] };

/** The text of whatever stands where a text belongs. */
function plain(value) {
  if (value === null || value === undefined || typeof value === "boolean") return "";
  if (typeof value === "object") return joined(...Object.values(value));
  return String(value).trim();
}

const joined = (...values) => [...new Set(values.map(plain).filter(Boolean))].join(", ");
const listed = (value) => (Array.isArray(value) ? value : value ? [value] : []);

/** Draws one résumé; `evidence` is empty while it is being written. */
export class Sheet {
  constructor(resume, evidence, words) {
    this.resume = resume;
    this.evidence = evidence;
    this.language = plain(resume.meta?.language) || "en";
    this.words = words[this.language.split("-")[0].toLowerCase()] ?? words.en;
    this.direction = this.words.direction;
  }

  elements() {
    const basics = this.resume.basics ?? {};
    return [...this.top(basics), ...SECTIONS.flatMap((section) => this.section(section))];
  }

  top(basics) {
    const place = basics.location ?? {};
    const profiles = listed(basics.profiles).map((one) => plain(one.url) || joined(one.network, one.username));
    const ways = [joined(place.address, [place.postalCode, place.city].map(plain).filter(Boolean).join(" "), place.region,
      this.country(plain(place.countryCode))), plain(basics.email), plain(basics.phone), plain(basics.url), ...profiles];
    const contacts = ways.filter(Boolean).flatMap((way, index) => [index ? " · " : "", reference(way)]);
    const summary = this.prose("/basics/summary", plain(basics.summary));
    return [
      element("h3", {}, own(plain(basics.name))),
      plain(basics.label) ? element("p", {}, this.line("/basics/label", plain(basics.label))) : "",
      contacts.length ? element("p", { class: "contacts quiet" }, contacts) : "",
      ...(summary.length ? [element("h4", {}, this.words.basics), ...summary] : []),
    ].filter(Boolean);
  }

  section(section) {
    const items = listed(this.resume[section]).filter((one) => one && typeof one === "object");
    if (!items.length) return [];
    const heading = element("h4", {}, this.words[section]);
    if (section in ROWS) return [heading, ...this.rows(section, items)];
    return [heading, ...items.map((one, index) => this.entry(section, one, `/${section}/${index}`))];
  }

  rows(section, items) {
    const [name, level] = ROWS[section];
    const rows = [], alone = [];
    items.forEach((one, index) => {
      const title = [plain(one[name]), plain(one[level])].filter(Boolean);
      const head = title.length > 1 ? `${title[0]} (${title[1]})` : title.join("");
      const keywords = joined(...listed(one.keywords));
      const line = () => this.line(`/${section}/${index}`, [head, keywords].filter(Boolean).join(": "));
      if (keywords) rows.push(element("p", {}, line()));
      else if (head) alone.push(alone.length ? ", " : "", line());
    });
    return alone.length ? [...rows, element("p", {}, alone)] : rows;
  }

  entry(section, one, path) {
    const [title, where, lasts] = HEADS[section](one);
    const dates = this.period(plain(one.startDate) || plain(one.date) || plain(one.releaseDate), plain(one.endDate), lasts);
    const facts = [[this.words.grade, one.score], [this.words.courses, joined(...listed(one.courses))]];
    const highlights = listed(one.highlights).map(plain);
    return element("div", { class: "entry" },
      element("div", { class: "head" },
        element("h5", {}, this.line(path, plain(title))), dates ? element("span", { class: "quiet" }, dates) : ""),
      joined(...where) ? element("p", { class: "quiet" }, own(joined(...where))) : "",
      this.prose(`${path}/description`, plain(one.description)),
      this.prose(`${path}/summary`, plain(one.summary)),
      this.prose(`${path}/reference`, plain(one.reference)),
      facts.filter(([, value]) => plain(value)).map(([word, value]) => element("p", {}, `${word}: `, own(plain(value)))),
      listed(one.keywords).length ? element("p", {}, this.line(`${path}/keywords`, joined(...one.keywords))) : "",
      highlights.length ? element("ul", {}, highlights.map((text, index) =>
        element("li", {}, this.line(`${path}/highlights/${index}`, text)))) : "",
      plain(one.url) ? element("p", {}, reference(plain(one.url))) : "");
  }

  /** Running text: one line per sentence that has evidence of its own. */
  prose(path, text) {
    if (!text) return [];
    const [lines, apart] = this.sentences(path, text);
    const made = lines.map(([at, line]) => this.line(at, line));
    return apart ? made.map((line) => element("p", {}, line)) : [element("p", {}, made.flatMap((line) => [line, " "]))];
  }

  /** [path, sentence] pairs, and whether each stands alone; all of the text as one where it cannot be told apart. */
  sentences(path, text) {
    const paths = Object.keys(this.evidence).filter((key) => key.startsWith(`${path}/`));
    const rows = text.split("\n").filter(Boolean);
    const running = [...new Intl.Segmenter(this.language, { granularity: "sentence" }).segment(text)]
      .map(({ segment }) => segment.trim()).filter(Boolean);
    const cut = rows.length > 1 ? rows : running;
    const holds = paths.every((key, place) => this.evidence[key].every(({ quote }) =>
      !text.includes(quote) || cut[place]?.includes(quote)));
    if (paths.length > 1 && cut.length === paths.length && holds)
      return [cut.map((line, place) => [`${path}/${place}`, line]), rows.length > 1];
    return [[[paths.length > 1 ? path : `${path}/0`, text]], true];
  }

  /** What all of a text stands on, also where its sentences could not be told apart. */
  evidenceOf(path) {
    const own = this.evidence[path];
    return own ?? Object.keys(this.evidence).filter((key) => key.startsWith(`${path}/`) && /\/\d+$/.test(key))
      .flatMap((key) => this.evidence[key]);
  }

  line(path, text) {
    const facts = /^\/\w+\/\d+$/.test(path) ? this.evidence[path] ?? [] : this.evidenceOf(path);
    if (!facts.length) return own(text);
    const kind = kindOf(path, text, facts);
    const role = { role: "button", tabindex: "0", dir: "auto" }; // a real button breaks no lines, and cannot be copied
    const line = element("span", { ...role, class: `line ${kind}`, "data-path": path }, text);
    if (kind === "reworded") line.setAttribute("aria-label", `${text} (reworded)`);
    return line;
  }

  period(start, end, lasts) {
    const [first, last] = [this.month(start), this.month(end) || (start && lasts ? this.words.present : "")];
    return first && last && first !== last ? `${first} – ${last}` : first || last;
  }

  month(when) {
    const found = /^(\d{4})-(0[1-9]|1[0-2])(-\d{2})?$/.exec(when);
    if (!found) return when;
    const form = new Intl.DateTimeFormat(this.language, { year: "numeric", month: "short", timeZone: "UTC" });
    return form.format(Date.UTC(found[1], found[2] - 1, 1));
  }

  country(code) {
    return /^[A-Z]{2}$/i.test(code)
      ? new Intl.DisplayNames([this.language], { type: "region" }).of(code.toUpperCase()) : code;
  }
}

/** How a line came about: the entry's own data, several facts together, the person's words, or other words. */
function kindOf(path, text, facts) {
  if (/^\/(?!basics)\w+\/\d+(\/[a-z]+)?$/.test(path)) return "entry";
  if (new Set(facts.map(({ fact }) => fact)).size > 1) return "composed";
  return facts.some(({ quote }) => fold(quote).includes(fold(text))) ? "verbatim" : "reworded";
}

const fold = (text) => text.normalize("NFKC").replace(/\s+/g, " ").replace(/[.;,\s]+$/, "").trim();
