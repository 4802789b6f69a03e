/* What the résumé shows of the posting, what it leaves out, which wordings were refused, and what could still be said. */

import { command, element, own, quoted } from "./elements.js";

const STATUS = { met: "✓ Met", partly: "◐ Partly", absent: "○ Absent" };
const AT_ONCE = 3; // questions; the most worthwhile come first
const percent = (share) => `${Math.round(share * 100)} %`;

/** Coverage against its ceiling, in words and as a bar. */
export function coverage({ match, notes }) {
  const bar = (name, share) => {
    const part = element("i", { class: name });
    part.style.setProperty("width", percent(share).replace(" ", ""));
    return part;
  };
  const words = `It shows ${percent(match.coverage)} of what the posting asks for. ` + (match.ceiling > match.coverage
    ? `Your profile could honestly show ${percent(match.ceiling)}.` : "Your profile could honestly show no more.");
  return [
    element("p", {}, words),
    element("div", { class: "scale", "aria-hidden": "true" }, bar("could", match.ceiling), bar("shown", match.coverage)),
    ...notes.map((note) => element("p", {}, own(note))),
  ];
}

/** The parts below the sheet; `point` is called with the path of a line that somebody wants to see. */
export function report(result, point) {
  return [
    matched(result, point),
    ...questions(result),
    ...part("Left out", result.omitted, ({ text, reason }) => [own(text), element("p", { class: "quiet" }, own(reason))]),
    ...part("Wordings that were refused", result.rejected, ({ path, line, reason }) => [
      own(line), " ", link("your own words stand", path, point), element("p", { class: "quiet" }, own(reason))]),
    element("p", { class: "quiet" }, written(result)),
  ];
}

function matched({ match }, point) {
  const asked = ({ text, kind, status, evidence }) => element("li", { class: `asked ${status}` },
    element("span", { class: "status" }, STATUS[status]),
    element("div", {}, own(text), evidence.length ? element("p", { class: "quiet" }, ...shownIn(evidence, point)) : ""));
  const list = (kind) => match.requirements.filter((one) => one.kind === kind).map(asked);
  const group = (title, items) => (items.length ? [element("h3", {}, title), element("ul", {}, items)] : []);
  const nothing = match.requirements.length ? "" : element("p", {}, "The posting names no requirement that could be read.");
  return element("section", {}, element("h2", {}, "The match"), nothing,
    ...group("Required", list("must")), ...group("Nice to have", list("nice")));
}

function shownIn(evidence, point) {
  if (evidence.length === 1) return [link("Shown here", evidence[0], point)];
  return ["Shown in ", ...evidence.flatMap((path, place) =>
    [place ? ", " : "", link(`line ${place + 1}`, path, point)])];
}

function questions({ questions: asked, profile }) {
  if (!asked.length) return [];
  const items = asked.map(({ id, text }) => element("li", {}, element("p", {}, own(text)),
    command(`resumify answer --profile ${quoted(profile)} --question ${quoted(id)} "..."`)));
  return [element("section", {}, element("h2", {}, "What you could still say"),
    element("p", {}, "If one of these is true of you, put where, since when and what came of it in place of the dots; else say no. Then write the résumé again."),
    element("ul", {}, items.slice(0, AT_ONCE)), rest(items.slice(AT_ONCE)))];
}

function rest(items) {
  if (!items.length) return "";
  return element("details", {}, element("summary", {}, `${items.length} more`), element("ul", {}, items));
}

function part(title, items, said) {
  if (!items.length) return [];
  return [element("section", {}, element("h2", {}, title),
    element("details", {}, element("summary", {}, `${items.length} ${items.length === 1 ? "line" : "lines"}, and why`),
      element("ul", {}, items.map((one) => element("li", {}, said(one))))))];
}

function link(text, path, point) {
  const made = element("a", { href: "#sheet" }, text);
  made.addEventListener("click", (event) => {
    event.preventDefault();
    point(path);
  });
  return made;
}

function written({ model, took }) {
  const seconds = Object.values(took).reduce((sum, one) => sum + one, 0).toFixed(1);
  const version = model.version === "base" ? "the model that ships" : `${model.name} ${model.version}`;
  const by = model.version === "none" ? "Every line is in your own words" : `Lines were reworded by ${version}`;
  return `${by}; it took ${seconds} seconds.`;
}
