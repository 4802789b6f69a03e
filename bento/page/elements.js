/* Elements out of texts. Every text of an answer comes onto the page through here, as text and never as markup:
   profiles and postings are other people's words. */

/** An element; strings among `children` become text, and what is null or "" is left out. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.flat().filter((child) => child !== null && child !== ""));
  return made;
}

/** A text that may be written in any direction, without turning what stands beside it. */
export const own = (text) => element("bdi", { dir: "auto" }, text);

/** A link where the text is an address of the web or of mail, else the text alone. */
export function reference(text) {
  let address = null;
  try {
    address = new URL(text.includes("@") && !text.includes("/") && !/\s/.test(text) ? `mailto:${text}` : text);
  } catch {
    return own(text);
  }
  if (!["http:", "https:", "mailto:"].includes(address.protocol)) return own(text);
  const shown = text.replace(/^(https?:\/\/(www\.)?|mailto:)/i, "").replace(/\/$/, "");
  return element("a", { href: address.href, target: "_blank", rel: "noopener noreferrer nofollow" }, own(shown));
}

/** A command as a person types it. */
export const command = (text) => element("pre", {}, element("code", {}, text));

/** A word of a command: quoted where a shell would read it otherwise. */
export const quoted = (word) => (/^[\w.-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
