/**
 * What was searched for on this device, latest first: kept here alone and sent nowhere. A device that keeps nothing for
 * pages, or is forbidden to, has none.
 * @module
 */

const MOST = 6;
/** A longer text is pasted, and not one to search for again. */
const LONGEST = 100;

/** The searches of one site; another on the same host has its own. */
export class Recent {
  #place;

  /** @param {string} site The site's address. */
  constructor(site) {
    this.#place = `mujaz.searches ${new URL(site).pathname}`;
  }

  /** @returns {string[]} */
  all() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.#place) ?? "[]");
      return Array.isArray(kept) ? kept.filter((text) => typeof text === "string").slice(0, MOST) : [];
    } catch {
      return [];
    }
  }

  /** @param {string} text Letters that were typed on the way to it are kept no longer. */
  add(text) {
    const own = text.trim().replace(/\s+/g, " ");
    if (own.length < 2 || own.length > LONGEST) return;
    this.#keep([own, ...this.all().filter((other) => other !== own)].slice(0, MOST));
  }

  /** @param {string} text */
  remove(text) {
    this.#keep(this.all().filter((other) => other !== text));
  }

  clear() {
    this.#keep([]);
  }

  /** @param {string[]} texts */
  #keep(texts) {
    try {
      if (texts.length) localStorage.setItem(this.#place, JSON.stringify(texts));
      else localStorage.removeItem(this.#place);
    } catch {
      // Then nothing is kept.
    }
  }
}
