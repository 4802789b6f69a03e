/* The note beside a line: the fact that it stands on, where that was read and when, and how the line came about. */

import { element, own, reference } from "./elements.js";

const KINDS = {
  verbatim: "In your own words",
  reworded: "Reworded, and checked against this",
  composed: "Put together from what stands below",
  entry: "As your profile has it",
};

/** Shows the note of whichever line of `sheet` is pointed at, focused or tapped; Escape puts it away. */
export class Note {
  constructor(sheet, note) {
    this.sheet = sheet;
    this.note = note;
    for (const event of ["mouseover", "focusin", "click"])
      sheet.addEventListener(event, ({ target }) => this.show(target.closest(".line"), event !== "mouseover"));
    sheet.addEventListener("keydown", (event) => this.pressed(event));
    document.addEventListener("keydown", ({ key }) => key === "Escape" && this.hide());
  }

  /** Speak of this result from now on. */
  of(result) {
    this.result = result;
    this.hide();
  }

  /** Enter and the space bar do on a line what they do on a button. */
  pressed(event) {
    if (!["Enter", " "].includes(event.key) || !event.target.matches(".line")) return;
    event.preventDefault();
    this.show(event.target);
  }

  /** Show the note of a line; where that lies over the line, `lift` brings it up. */
  show(line, lift = false) {
    if (!line || line === this.line || !this.result) return;
    this.hide();
    this.line = line;
    line.classList.add("shown");
    const close = element("button", { type: "button", "aria-label": "Close the note" }, "✕");
    close.addEventListener("click", () => this.hide());
    this.note.replaceChildren(close, ...this.said(line));
    this.note.hidden = false;
    this.place(line);
    if (lift) line.scrollIntoView({ block: "nearest" });
  }

  /** Beside the line, or as far above as it takes to stay on the screen. */
  place(line) {
    const desk = this.note.parentElement.getBoundingClientRect();
    const lowest = innerHeight - this.note.offsetHeight - 16 - desk.top;
    this.note.style.setProperty("--beside", `${Math.max(0, Math.min(line.getBoundingClientRect().top - desk.top, lowest))}px`);
  }

  hide() {
    this.line?.classList.remove("shown");
    this.line = null;
    this.note.hidden = true;
  }

  said(line) {
    const path = line.dataset.path;
    const kind = Object.keys(KINDS).find((one) => line.classList.contains(one));
    return [
      element("p", { class: "kind" }, KINDS[kind]),
      ...this.facts(path).flatMap(({ quote, source, at }) => [
        element("blockquote", { dir: "auto" }, quote),
        element("p", { class: "quiet" }, reference(source), `, read ${moment(at)}`),
      ]),
      ...this.result.rejected.filter((one) => one.path === path).map(refused),
      ...this.serves(path),
    ];
  }

  facts(path) {
    const all = Object.keys(this.result.evidence).filter((key) => key.startsWith(`${path}/`));
    return this.result.evidence[path] ?? all.flatMap((key) => this.result.evidence[key]);
  }

  serves(path) {
    const asked = this.result.match.requirements.filter(({ evidence }) => evidence.includes(path));
    return asked.map(({ text }) => element("p", { class: "quiet" }, "Shows: ", own(text)));
  }
}

function refused({ line, reason }) {
  return element("p", { class: "quiet" }, "Refused here: “", own(line), "” ", own(reason));
}

function moment(at) {
  return new Date(at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}
