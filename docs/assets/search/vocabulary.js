/**
 * The words of an index and the classes that join their forms, derived when the index is opened.
 * @module
 */
import { symbolsOf } from "./packed.js";
import { grams, light, readings, strongKeys } from "./stems.js";
import { bare, fold, isWord } from "./text.js";

/** Numbers of symbols under a key; one alone is not worth an array. @typedef {Map<string, number | number[]>} Class */

const GRAM = 3;
const BUCKETS = 1 << 16;
/** A form that shares fewer of a word's pieces is never among the most alike, and there are thousands of those. */
const LEAST_SHARED = 0.34;
/** @type {number[]} */
const NONE = [];

export class Vocabulary {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.symbols = symbolsOf(bytes);
    this.isWord = Uint8Array.from(this.symbols, (s) => (isWord(s) ? 1 : 0));
    /** @type {string[]} */
    this.plain = this.symbols.map((s, n) => (this.isWord[n] ? bare(s) : ""));
    /** Folded forms, each once, and the number of each symbol's. @type {string[]} */
    this.forms = [];
    this.formOf = new Int32Array(this.symbols.length).fill(-1);
    /** @type {Class} */ this.byFold = new Map();
    /** @type {Class} */ this.byLight = new Map();
    /** @type {Class} */ this.byStrong = new Map();
    this.#classify();
  }

  /** @type {{starts: Uint32Array, forms: Uint32Array, sizes: Uint8Array} | null} */
  #gramIndex = null;

  #classify() {
    /** @type {Map<string, number>} */
    const numbers = new Map();
    /** @type {string[]} */
    const stems = [];
    this.plain.forEach((plain, symbol) => {
      if (!plain) return;
      const folded = fold(plain);
      let form = numbers.get(folded);
      if (form === undefined) numbers.set(folded, (form = this.forms.push(folded) - 1));
      this.formOf[symbol] = form;
      put(this.byFold, folded, symbol);
      put(this.byLight, (stems[symbol] = light(plain)), symbol);
    });
    stems.forEach((stem, symbol) => {
      for (const key of this.strong(stem)) put(this.byStrong, key, symbol);
    });
  }

  /** @param {string} stem A light stem. @returns {Set<string>} The strong keys of all its readings. */
  strong(stem) {
    return new Set(readings(stem, this.byLight).flatMap(strongKeys));
  }

  /** @param {Class} kind @param {string} key @returns {number[]} */
  members(kind, key) {
    const found = kind.get(key);
    return found === undefined ? NONE : typeof found === "number" ? [found] : found;
  }

  /** @param {number} form @returns {number[]} The symbols of a folded form. */
  symbolsOfForm(form) {
    return this.members(this.byFold, this.forms[form]);
  }

  /**
   * The forms that share most pieces with a word, most alike first (Dice coefficient), the word itself among them.
   * @param {string} folded
   * @param {number} most
   * @returns {number[]}
   */
  alike(folded, most) {
    const { starts, forms, sizes } = (this.#gramIndex ??= this.#indexGrams());
    const shared = new Uint8Array(this.forms.length);
    const touched = [];
    const own = grams(folded, GRAM);
    for (const gram of own) {
      const bucket = bucketOf(gram);
      for (let at = starts[bucket]; at < starts[bucket + 1]; at++) {
        if (shared[forms[at]]++ === 0) touched.push(forms[at]);
      }
    }
    const enough = Math.min(own.size, Math.max(2, Math.ceil(own.size * LEAST_SHARED)));
    const likeness = (/** @type {number} */ form) => shared[form] / (own.size + sizes[form]);
    return touched
      .filter((form) => shared[form] >= enough)
      .sort((a, b) => likeness(b) - likeness(a) || a - b)
      .slice(0, most);
  }

  #indexGrams() {
    const starts = new Uint32Array(BUCKETS + 1);
    const sizes = new Uint8Array(this.forms.length);
    const pieces = this.forms.map((form, n) => {
      const found = Uint16Array.from(grams(form, GRAM), bucketOf);
      sizes[n] = Math.min(found.length, 255);
      for (const bucket of found) starts[bucket + 1]++;
      return found;
    });
    for (let n = 0; n < BUCKETS; n++) starts[n + 1] += starts[n];
    const forms = new Uint32Array(starts[BUCKETS]);
    const next = starts.slice();
    pieces.forEach((found, form) => found.forEach((bucket) => (forms[next[bucket]++] = form)));
    return { starts, forms, sizes };
  }
}

/** @param {Class} kind @param {string} key @param {number} symbol */
function put(kind, key, symbol) {
  const found = kind.get(key);
  if (found === undefined) kind.set(key, symbol);
  else if (typeof found === "number") kind.set(key, [found, symbol]);
  else found.push(symbol);
}

/** @param {string} gram @returns {number} */
function bucketOf(gram) {
  let value = 0;
  for (let at = 0; at < gram.length; at++) value = (value * 131 + gram.charCodeAt(at)) & (BUCKETS - 1);
  return value;
}
