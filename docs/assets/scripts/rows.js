/**
 * What the box shows as links: results by kind, searches to make instead, the page of all results.
 * @module
 */
import { element } from "./element.js";

/** @typedef {import("../search/messages.js").Part} Part */
/** @typedef {import("../search/messages.js").Found} Found */

const ARTICLE = "article";
const BETWEEN = " · ";
/** What the query names is among so many results; other things only share a word with it. */
const BEST = 3;

export class Rows {
  #action;
  /** Where results lead that are shown. @type {Set<string>} */
  #shown = new Set();

  /** @param {string} action The address of the search page. */
  constructor(action) {
    this.#action = action;
  }

  /** @param {string} text @returns {string} Where all results for it are. */
  #pageOf(text) {
    return `${this.#action}?${new URLSearchParams({ q: text })}`;
  }

  /** @param {Part[]} parts @returns {(Node | string)[]} */
  parts(parts) {
    return parts.map((part) => {
      if (typeof part === "string") return part;
      return "mark" in part ? element("mark", {}, [part.mark]) : this.search(part.word, part.label);
    });
  }

  /** @param {string} text @param {string} [label] @param {string} [name] @returns {HTMLElement} What puts a text into the box; by itself it leads to its page. */
  search(text, label = text, name = "") {
    return element("a", { href: this.#pageOf(text), "data-ask": text, class: name }, [label]);
  }

  /** @param {string} text @param {string} label @returns {HTMLElement} */
  all(text, label) {
    return element("a", { href: this.#pageOf(text), class: "mz-box__all" }, [label]);
  }

  /** @param {Found[]} all @param {boolean} more Whether others are shown. @returns {import("./options.js").Group[]} By kind: those of which one is among the best, the articles, the others. */
  byKind(all, more) {
    if (!more) this.#shown.clear();
    const found = all.filter(({ url }) => !this.#shown.has(url));
    for (const { url } of found) this.#shown.add(url);
    const kinds = [...new Set(found.map(({ kind }) => kind))];
    const place = (/** @type {string} */ kind) => (kind === ARTICLE ? BEST - 0.5 : found.findIndex((each) => each.kind === kind));
    return kinds
      .sort((a, b) => place(a) - place(b))
      .map((kind) => found.filter((each) => each.kind === kind))
      .map((alike) => ({ label: alike[0].among, options: alike.map((each) => this.#row(each)) }));
  }

  /** @param {Found} found @returns {HTMLElement} */
  #row({ url, lang, title, meta, text }) {
    /** Words of articles run in their own direction, whatever that of the interface is. @type {Record<string, string>} */
    const own = { dir: "auto", ...(lang ? { lang } : {}) };
    const about = meta.split(BETWEEN).map((part) => element("bdi", {}, [part]));
    const told = [
      element("strong", own, this.parts(title)),
      ...(meta ? [" ", element("small", {}, about.flatMap((part, at) => (at ? [BETWEEN, part] : [part])))] : []),
      ...(text.length ? [" ", element("span", own, this.parts(text))] : []),
    ];
    return element("a", { href: new URL(`../${url}`, this.#action).href, class: "mz-box__hit" }, told);
  }
}
