/* The service as the page calls it: an order whose sections arrive as they are written, files, and errors that say
   what to do. Touches no element. */

const UNREACHABLE = ["The service does not answer.", "Look whether it still runs (make serve), then try again."];
const CUT_OFF = ["The answer broke off.", "Try again; if it happens twice, the server’s log says more."];

/** What went wrong, with what to do about it. */
export class Problem extends Error {
  constructor(message, hint, status = 0) {
    super(message);
    this.hint = hint;
    this.status = status;
  }
}

/** Yield {name: "section", data: {section, content}} as they come, then {name: "resume", data}. Throws Problem. */
export async function* write(order, key, signal) {
  const answer = await call("/v1/resumes", key, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "text/event-stream, application/json;q=0.5" },
    body: JSON.stringify(order),
    signal,
  });
  if (!(answer.headers.get("Content-Type") ?? "").startsWith("text/event-stream")) {
    yield { name: "resume", data: await answer.json() };
    return;
  }
  for await (const event of events(answer.body)) {
    if (event.name === "error") throw new Problem(event.data.error.message, event.data.error.hint);
    yield event;
    if (event.name === "resume") return;
  }
  throw new Problem(...CUT_OFF);
}

/** The résumé again as a file of this media type. Throws Problem. */
export async function file(id, media, key) {
  const answer = await call(`/v1/resumes/${encodeURIComponent(id)}`, key, { headers: { Accept: media } });
  return answer.blob();
}

async function call(address, key, request) {
  const headers = key ? { ...request.headers, Authorization: `Bearer ${key}` } : request.headers;
  let answer;
  try {
    answer = await fetch(address, { ...request, headers });
  } catch (fault) {
    if (fault.name === "AbortError") throw fault;
    throw fault.message.includes("header") || fault.message.includes("ByteString")
      ? new Problem("This key holds characters that no key has.", "Copy it again.", 401)
      : new Problem(...UNREACHABLE);
  }
  if (!answer.ok) throw await problemOf(answer);
  return answer;
}

async function problemOf(answer) {
  const said = await answer.json().catch(() => null);
  const { message, hint } = said?.error ?? { message: `The service answered ${answer.status}.`, hint: UNREACHABLE[1] };
  const wait = answer.headers.get("Retry-After");
  return new Problem(message, wait ? `Try again in ${wait} seconds.` : hint, answer.status);
}

async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let waiting = "";
  try {
    for (;;) {
      const { value, done } = await reader.read().catch((fault) => {
        throw fault.name === "AbortError" ? fault : new Problem(...CUT_OFF);
      });
      if (done) return;
      const frames = (waiting + value).split("\n\n");
      waiting = frames.pop();
      yield* frames.map(parsed);
    }
  } finally {
    await reader.cancel().catch(() => null);
  }
}

function parsed(frame) {
  const fields = frame.split("\n").map((line) => line.split(/: ?(.*)/s));
  const all = (name) => fields.filter(([field]) => field === name).map(([, value]) => value).join("\n");
  return { name: all("event"), data: JSON.parse(all("data")) };
}
