/* The page: takes an order, shows the résumé while it is being written, then what each line stands on. */

import { command, element } from "./elements.js";
import { Note } from "./note.js";
import { coverage, report } from "./report.js";
import { file, Problem, write } from "./service.js";
import { Sheet } from "./sheet.js";

const FILES = [
  ["PDF", "pdf", "application/pdf"],
  ["Word", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["Markdown", "md", "text/markdown"],
  ["HTML", "html", "text/html"],
  ["Text", "txt", "text/plain"],
  ["JSON with evidence", "json", "application/json"],
];

const at = (id) => document.getElementById(id);
const form = at("order");
const note = new Note(at("sheet"), at("note"));
const words = fetch("/page/words.json").then((answer) => answer.json());
let running = null;

/** What is remembered until the tab is closed; a browser that remembers nothing will do. */
const memory = {
  get: (name) => { try { return sessionStorage.getItem(`resumify.${name}`) ?? ""; } catch { return ""; } },
  set: (name, value) => { try { sessionStorage.setItem(`resumify.${name}`, value); } catch { /* asked again next time */ } },
};

function orderOf(fields) {
  return {
    profile: fields.get("profile").trim(),
    job: fields.get("job"),
    instructions: fields.get("instructions"),
    pages: Number(fields.get("pages")),
    language: fields.get("language") || null,
    model: fields.has("model") ? "accepted" : "none",
  };
}

async function submitted(event) {
  event.preventDefault();
  if (running) return;
  const order = orderOf(new FormData(form));
  memory.set("profile", order.profile);
  memory.set("key", form.elements.key.value.trim());
  running = new AbortController();
  const working = begun();
  try {
    await written(order, running.signal);
  } catch (fault) {
    if (fault.name !== "AbortError") failed(fault);
    if (at("finished").hidden) at("result").hidden = true;
  } finally {
    working();
    running = null;
  }
}

/** Show that work goes on; returns what ends that. */
function begun() {
  at("problem").hidden = at("result").hidden = at("finished").hidden = true;
  at("progress").hidden = at("stop").hidden = false;
  at("write").setAttribute("aria-disabled", "true");
  at("sheet").replaceChildren();
  at("report").replaceChildren();
  note.of(null);
  at("progress").scrollIntoView({ block: "nearest" });
  say("Reading the posting and choosing what fits…");
  const start = Date.now();
  const clock = setInterval(() => { at("seconds").textContent = `${Math.round((Date.now() - start) / 1000)} s`; }, 1000);
  return () => {
    clearInterval(clock);
    at("seconds").textContent = "";
    at("progress").hidden = at("stop").hidden = true;
    at("write").removeAttribute("aria-disabled");
  };
}

const say = (text) => { at("status").textContent = text; };

async function written(order, signal) {
  const named = await words;
  const partial = {};
  for await (const { name, data } of write(order, memory.get("key"), signal)) {
    if (name === "resume") return finished(data, named);
    if (name !== "section") continue;
    partial[data.section] = data.content;
    draw(partial, {}, named);
    say("Writing, line by line…");
    if (!at("result").hidden) continue;
    at("result").hidden = false;
    at("progress").scrollIntoView();
  }
}

/** Draw the sheet anew; lines that were not there before stand out for a moment. */
function draw(resume, evidence, named) {
  const sheet = at("sheet");
  const before = new Set([...sheet.querySelectorAll("li, p")].map((one) => one.textContent.trim()));
  const made = new Sheet(resume, evidence, named);
  sheet.lang = made.language;
  sheet.dir = made.direction;
  sheet.replaceChildren(...made.elements());
  for (const one of sheet.querySelectorAll("li, p"))
    if (before.size && !before.has(one.textContent.trim())) one.classList.add("fresh");
}

function finished(result, named) {
  draw(result.resume, result.evidence, named);
  note.of(result);
  at("coverage").replaceChildren(...coverage(result));
  at("downloads").replaceChildren(...FILES.map((one) => download(result, ...one)));
  at("report").replaceChildren(...report(result, point));
  at("reworded").hidden = !at("sheet").querySelector(".line.reworded");
  at("result").hidden = at("finished").hidden = false;
  at("result-title").focus({ preventScroll: true });
  at("result").scrollIntoView();
}

/** Lead to the line at this path of the sheet, or to the nearest above it. */
function point(path) {
  for (let wanted = path; wanted; wanted = wanted.slice(0, wanted.lastIndexOf("/"))) {
    const line = at("sheet").querySelector(`[data-path="${CSS.escape(wanted)}"]`);
    if (!line) continue;
    line.scrollIntoView({ block: "center" });
    line.focus({ preventScroll: true });
    return note.show(line);
  }
}

function download(result, title, ending, media) {
  const button = element("button", { type: "button" }, title);
  button.addEventListener("click", async () => {
    at("problem").hidden = true;
    try {
      const address = URL.createObjectURL(await file(result.id, media, memory.get("key")));
      element("a", { href: address, download: `resume-${result.profile.replace(/[^\p{L}\p{N}-]+/gu, "-")}.${ending}` }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    } catch (fault) {
      failed(fault, button);
    }
  });
  return button;
}

/** Say what went wrong and what to do, where it is seen; `from` is what was pressed. */
function failed(fault, from = null) {
  const known = fault instanceof Problem ? fault : new Problem("This page failed.", "Reload it, and try again.");
  if (known !== fault) console.error(fault);
  const [words_, typed] = split(known.hint);
  at("problem").replaceChildren(element("strong", {}, known.message), words_, typed);
  at("problem").hidden = false;
  (from?.parentElement ?? form).after(at("problem"));
  at("problem").scrollIntoView({ block: "nearest" });
  if (known.status !== 401) return;
  at("key-field").hidden = false;
  form.elements.key.focus();
}

/** A hint's words, and the command that it ends with, if any. */
function split(hint) {
  const [, said, typed] = /^(.*?)((?:resumify|python run\.py|make) .*)?$/s.exec(hint);
  return [said, typed ? command(typed) : ""];
}

function named(code) {
  const name = new Intl.DisplayNames([code], { type: "language" }).of(code);
  return element("option", { value: code, lang: code }, name[0].toLocaleUpperCase(code) + name.slice(1));
}

form.addEventListener("submit", submitted);
at("stop").addEventListener("click", () => running?.abort());
form.elements.profile.value = memory.get("profile");
form.elements.key.value = memory.get("key");
at("key-field").hidden = !memory.get("key");
words.then((known) => form.elements.language.append(...Object.keys(known).map(named)));
