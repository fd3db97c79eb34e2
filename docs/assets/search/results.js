/**
 * Results as readers see them on the search page, and as text that they take along.
 * @module
 */
import { element } from "../scripts/element.js";

/** @typedef {import("./messages.js").Part} Part */
/** @typedef {import("./messages.js").Found} Found */

/**
 * @param {Part[]} parts
 * @param {(word: string) => string} [address] Where to search for a word instead.
 * @returns {(Node | string)[]}
 */
export function nodes(parts, address = () => "") {
  return parts.map((part) => {
    if (typeof part === "string") return part;
    if ("mark" in part) return element("mark", { class: "mz-mark" }, [part.mark]);
    return element("a", { href: address(part.word), "data-word": part.word }, [part.label ?? part.word]);
  });
}

/** @param {Found} found @param {URL} site @returns {HTMLElement} */
export function card({ url, lang, title, called, meta, text }, site) {
  /** @type {Record<string, string>} */
  const own = lang ? { lang, dir: "auto" } : { dir: "auto" };
  const link = element("a", { href: new URL(url, site).href }, nodes(title));
  const said = [called, ...(meta ? [" · ", element("bdi", {}, [meta])] : [])];
  return element("li", { class: "mz-card" }, [
    element("h2", own, [link]),
    element("p", { class: "mz-card__meta" }, said),
    ...(text.length ? [element("p", { class: "mz-card__excerpt", ...own }, nodes(text))] : []),
  ]);
}

/** @param {Part[]} parts @returns {string} */
const plain = (parts) => parts.map((part) => (typeof part === "string" ? part : "mark" in part ? part.mark : "")).join("");

/** @param {Found[]} all @param {URL} site @returns {string} Of each its title, what is said of it, and its address, a line each. */
export function asText(all, site) {
  const lines = all.map(({ url, title, meta }) => [plain(title), ...meta.split(" · "), new URL(url, site).href].filter(Boolean));
  return `${lines.map((each) => each.join("\n")).join("\n\n")}\n`;
}
