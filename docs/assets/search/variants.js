/**
 * Phrases of one meaning: what an index carries of the lexicons, found in a query word by word.
 * @module
 */
import { light } from "./stems.js";
import { termsOf } from "./query.js";

/** A stretch of a query with other ways to say it. @typedef {{from: number, to: number, others: import("./query.js").Term[][]}} Variant */

const LAST_DAY = 31;

export class Variants {
  /** @param {import("./index.js").Root} root */
  constructor(root) {
    this.stop = new Set(root.stop.flatMap((word) => termsOf(word).map((t) => t.plain)));
    /** @type {{keys: string[], group: number, phrase: import("./query.js").Term[]}[]} */
    this.phrases = [];
    [...root.variants, ...(root.dates?.months ?? [])].forEach((group, number) => {
      for (const text of group) {
        const phrase = termsOf(text);
        if (phrase.length) this.phrases.push({ keys: phrase.map(keyOf), group: number, phrase });
      }
    });
    /** Words for thousands and millions, with what they multiply by. @type {[number, string[]][]} */
    this.scales = (root.dates?.scales ?? []).map(([worth, ...names]) => [Number(worth), names]);
    this.months = new Set((root.dates?.months ?? []).flat().flatMap((name) => termsOf(name).slice(0, 1).map(keyOf)));
    /** @type {Map<string, string[]>} */
    this.ordinals = new Map();
    for (const [digits, ...names] of root.dates?.ordinals ?? []) {
      for (const name of [digits, ...names]) {
        const key = termsOf(name).map(keyOf).join(" ");
        this.ordinals.set(key, [digits, ...names].filter((other) => other !== name));
      }
    }
  }

  /**
   * @param {import("./query.js").Term[]} terms
   * @returns {Variant[]}
   */
  of(terms) {
    const keys = terms.map(keyOf);
    /** @type {Variant[]} */
    const found = [];
    for (let from = 0; from < keys.length; from++) {
      for (const { keys: wanted, group, phrase } of this.phrases) {
        if (!wanted.every((key, at) => keys[from + at] === key)) continue;
        const others = this.phrases.filter((p) => p.group === group && p.phrase !== phrase).map((p) => p.phrase);
        found.push({ from, to: from + wanted.length, others });
      }
      found.push(...[this.#day(terms, keys, from), this.#number(terms, keys, from)].filter((v) => v !== null));
    }
    return found;
  }

  /**
   * A large number in its other spellings: 10000, 10,000 (two words in a text), 10 آلاف.
   * @param {import("./query.js").Term[]} terms
   * @param {string[]} keys
   * @param {number} from
   * @returns {Variant | null}
   */
  #number(terms, keys, from) {
    const { plain } = terms[from];
    if (!/^\d{1,9}$/.test(plain)) return null;
    const scale = this.scales.find(([, names]) => names.some((name) => termsOf(name).map(keyOf)[0] === keys[from + 1]));
    const value = Number(plain) * (scale?.[0] ?? 1);
    if (value < 1000) return null;
    const spelt = this.scales
      .filter(([worth]) => value % worth === 0)
      .flatMap(([worth, names]) => names.map((name) => `${value / worth} ${name}`));
    const others = [`${value}`, value.toLocaleString("en").replaceAll(",", " "), ...spelt].map(termsOf);
    return { from, to: from + (scale ? 2 : 1), others: others.filter((phrase) => phrase[0].plain !== plain || scale) };
  }

  /** A day of a month in figures or in words. @param {import("./query.js").Term[]} terms @param {string[]} keys @param {number} from @returns {Variant | null} */
  #day(terms, keys, from) {
    for (const length of [3, 2, 1]) {
      const others = this.ordinals.get(keys.slice(from, from + length).join(" "));
      const to = from + length;
      if (!others) continue;
      const next = terms.slice(to).find((term) => !this.stop.has(term.plain));
      if (!next || !this.months.has(keyOf(next)) || Number(terms[from].plain) > LAST_DAY) continue;
      return { from, to, others: others.map(termsOf) };
    }
    return null;
  }
}

/** @param {import("./query.js").Term} term @returns {string} */
function keyOf(term) {
  return light(term.plain);
}
