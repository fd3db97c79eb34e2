/**
 * Small vocabularies and indexes for the tests of single modules, made here and not by the generator: every word letter by
 * letter, every symbol in the order in which it comes.
 * @module
 */
import { readFileSync } from "node:fs";
import { mixed } from "../../docs/assets/search/coder.js";
import { Index } from "../../docs/assets/search/index.js";
import { Reader } from "../../docs/assets/search/packed.js";
import { meant as read } from "../../docs/assets/search/units.js";
import { parse, termsOf } from "../../docs/assets/search/query.js";
import { Search } from "../../docs/assets/search/search.js";
import { Shards } from "../../docs/assets/search/shards.js";
import { words } from "../../docs/assets/search/text.js";
import { FIELD } from "../../docs/assets/search/texts.js";
import { Variants } from "../../docs/assets/search/variants.js";

/** @typedef {import("../../docs/assets/search/vocabulary.js").Vocabulary} Vocabulary */
/** @typedef {keyof typeof FIELD} Part */
/** A document's parts, as [part, text, number of its paragraph]; its address is its place among the documents. */
/** @typedef {{parts: [Part, string, number?][], kind?: string}} Document */

const READ_WHOLE = 1;
const STEPS = 16;
/** Of the coder's table, its mixer and contexts, as in generator/search/coder.py and wholetexts.py. */
const SLOTS = 2 ** 18;
const MIXER = 0x9e3779b1;
const [LETTER, PAIR, SHARED_LETTERS, LENGTH, NUMBER, FIELD_OF, , , BAND, AFTER] = Array.from({ length: 10 }, (_, kind) => kind);
const [LAST, START, SPELLED] = [7, 0, 1];
const SHARED = 3;
/** Facets of five documents, as tests/vectors.py has the generator pack them. */
export const FACETS = Uint8Array.from(Buffer.from(JSON.parse(readFileSync(new URL("vectors.json", import.meta.url), "utf-8")).facets, "hex"));

/** @param {number} number @returns {number[]} In LEB128. */
export const varint = (number) => (number < 128 ? [number] : [(number % 128) + 128, ...varint(Math.floor(number / 128))]);

/** @param {string} text @returns {number[]} */
export function string(text) {
  const bytes = new TextEncoder().encode(text);
  return [...varint(bytes.length), ...bytes];
}

/** Writes bits as the generator does, highest first. */
export class BitWriter {
  bits = "";

  /** @param {number} number @param {number} width */
  put(number, width) {
    this.bits += width ? number.toString(2).padStart(width, "0") : "";
    return this;
  }

  /** @param {number} number From 1. */
  gamma(number) {
    const { length } = number.toString(2);
    return this.put(0, length - 1).put(number, length);
  }

  /** @param {number} number From 0. @param {number} low */
  rice(number, low) {
    this.bits += `${"1".repeat(number >> low)}0`;
    return this.put(number % 2 ** low, low);
  }

  /** @param {string} text */
  string(text) {
    const bytes = new TextEncoder().encode(text);
    this.gamma(bytes.length + 1);
    bytes.forEach((byte) => this.put(byte, 8));
    return this;
  }

  /** In the code of `SPELLING`. @param {string} word */
  word(word) {
    for (const letter of word) this.put(1, 1).put(letter.codePointAt(0) ?? 0, 21);
    return this.put(0, 1);
  }

  packed() {
    return Uint8Array.from(this.bits.match(/.{1,8}/g) ?? [], (byte) => Number.parseInt(byte.padEnd(8, "0"), 2));
  }
}

/** Writes what the engine's coder reads, all words letter by letter. */
class CodeWriter {
  #out = /** @type {number[]} */ ([]);
  #low = 0;
  #range = 2 ** 32 - 1;
  #chances = new Float64Array(SLOTS).fill(2 ** 15);
  #times = new Float64Array(SLOTS);

  /** @param {Iterable<string>} letters */
  constructor(letters) {
    const points = [...new Set(letters)].map((letter) => letter.codePointAt(0) ?? 0).sort((a, b) => a - b);
    this.numbers = new Map(points.map((point, at) => [point, at + 1]));
    this.number(0, points.length);
    points.forEach((point, at) => this.number(0, point - (points[at - 1] ?? 0)));
  }

  /** @param {number} below @param {number} share */
  #narrow(below, share) {
    this.#low += below;
    this.#range = share;
    while (this.#range < 2 ** 24) {
      this.#carry();
      this.#out.push(Math.floor(this.#low / 2 ** 24));
      this.#low = (this.#low % 2 ** 24) * 256;
      this.#range *= 256;
    }
  }

  #carry() {
    if (this.#low < 2 ** 32) return;
    this.#low -= 2 ** 32;
    let at = this.#out.length - 1;
    for (; this.#out[at] === 255; at--) this.#out[at] = 0;
    this.#out[at]++;
  }

  /** @param {[number, number]} contexts Each a kind and what it is of, as one. @param {number} value @param {number} width */
  tree(contexts, value, width) {
    let node = 1;
    for (let left = width - 1; left >= 0; left--) {
      const bit = Math.floor(value / 2 ** left) % 2;
      const [near, far] = contexts.map((context) => Math.imul(context + node, MIXER) >>> 14);
      const [less, more] = [this.#times[near], 4 * this.#times[far]];
      const learned = Math.floor((less * this.#chances[near] + more * this.#chances[far]) / (less + more || 1));
      const chance = less + more ? Math.min(Math.max(learned, 32), 2 ** 16 - 32) : 2 ** 15;
      const bound = Math.floor(this.#range / 2 ** 16) * chance;
      this.#narrow(bit ? 0 : bound, bit ? bound : this.#range - bound);
      for (const slot of [near, far]) {
        this.#chances[slot] += Math.floor((2 * (bit * (2 ** 16 - 1) - this.#chances[slot])) / (2 * this.#times[slot] + 3));
        this.#times[slot] = Math.min(60, this.#times[slot] + 1);
      }
      node = node * 2 + bit;
    }
  }

  /** @param {number} kind @param {number} value From 0. */
  number(kind, value) {
    const width = Math.floor(Math.log2(value + 1));
    const context = mixed(NUMBER, kind);
    this.tree([context, context], width, 5);
    for (let left = width; left > 0; left -= 16) {
      const some = Math.min(left, 16);
      const share = Math.floor(this.#range / 2 ** some);
      this.#narrow((Math.floor((value + 1 - 2 ** width) / 2 ** (left - some)) % 2 ** some) * share, share);
    }
  }

  /** @param {string} word */
  word(word) {
    let [last, before] = [0, 0];
    for (const letter of [...word, ""]) {
      const number = this.numbers.get(letter.codePointAt(0) ?? 0) ?? 0;
      this.tree([mixed(LETTER, last), mixed(PAIR, last * 2 ** 16 + before)], number, 32 - Math.clz32(this.numbers.size));
      [last, before] = [number, last];
    }
  }

  /** A word that shares no letter with the one before. @param {string} before @param {string} word */
  after(before, word) {
    this.tree([mixed(SHARED_LETTERS, 0), mixed(LENGTH, Math.min([...before].length, 12))], 0, 4);
    this.word(word);
  }

  packed() {
    this.#carry();
    return Uint8Array.from([...this.#out, ...[24, 16, 8, 0].map((shift) => Math.floor(this.#low / 2 ** shift) % 256)]);
  }
}

/** @param {object} said @returns {number[]} As JSON, behind its length. */
function told(said) {
  const text = JSON.stringify(said);
  const code = new CodeWriter(text);
  code.word(text);
  const bytes = code.packed();
  return [...varint(bytes.length), ...bytes];
}

/** A spelling without an alphabet: a bit says that a letter follows or that none does. */
export const SPELLING = [0, 0x11, 0x11];

/** @param {string[]} symbols @returns {string[][]} In bands of 4, 16, 64 … */
export function bandsOf(symbols) {
  let end = 0;
  return Array.from({ length: 7 }, (_, band) => symbols.slice(end, (end += 4 ** (band + 1))));
}

/** @param {string[]} symbols @returns {number[]} A dictionary. */
export function dictionaryOf(symbols) {
  const bits = new BitWriter();
  for (const band of bandsOf(symbols)) {
    bits.gamma(band.length + 1);
    for (const symbol of band) bits.put(0, SHARED).word(symbol);
  }
  return [...SPELLING, ...bits.packed()];
}

/** @param {string} text @returns {string[]} Its words, and what stands between them but for a single space. */
function tokensOf(text) {
  let at = 0;
  return words(text.trim()).flatMap(({ text: word, start, end }) => {
    const between = text.slice(at, start);
    at = end;
    return between && between !== " " ? [between, word] : [word];
  });
}

/**
 * @param {Document[]} documents
 * @param {Partial<import("../../docs/assets/search/index.js").Root>} [more] What the base says besides.
 * @returns {Index} One that has all at hand.
 */
export function indexOf(documents, more = {}) {
  const texts = documents.map(({ parts }) => parts.map(([part, text, anchor = 0]) => ({ part, anchor, tokens: tokensOf(text) })));
  const symbols = [...new Set(texts.flat().flatMap(({ tokens }) => tokens))];
  const addresses = texts.map((_, at) => `${at}/`);
  const code = new CodeWriter([...symbols, ...addresses].join(""));
  for (const band of bandsOf(symbols)) {
    code.number(0, band.length);
    band.forEach((symbol, at) => code.after(band[at - 1] ?? "", symbol));
  }
  texts.forEach((passages, at) => {
    code.after(addresses[at - 1] ?? "", addresses[at]);
    code.number(1, passages.length);
    let before = 0;
    for (const { part, anchor, tokens } of passages) {
      const apart = anchor - before;
      before = anchor;
      code.tree([mixed(FIELD_OF, 0), mixed(FIELD_OF, 0)], FIELD[part], 3);
      code.number(2, apart < 0 ? -2 * apart - 1 : 2 * apart);
      code.number(3, tokens.length);
      tokens.forEach((token, place) => {
        code.tree([mixed(BAND, LAST), mixed(AFTER, place ? SPELLED : START)], LAST, 3);
        code.word(token);
      });
    }
  });
  const count = (/** @type {number} */ doc, /** @type {Part[]} */ ...of) =>
    texts[doc].filter(({ part }) => of.includes(part)).reduce((sum, { tokens }) => sum + words(tokens.join(" ")).length, 0);
  const kinds = documents.map(({ kind = "article" }) => /** @type {[string, number]} */ ([kind, 1]));
  const base = [
    ...told({ stop: [], variants: [] }),
    ...told({ kinds, facets: null, ...more }),
    ...varint(0),
    ...documents.map((_, at) => Math.round(STEPS * Math.log2(1 + count(at, "title", "body")))),
    ...documents.flatMap(({ kind = "article" }, at) => (kind === "article" ? [] : varint(count(at, "title")))),
    READ_WHOLE,
    ...code.packed(),
  ];
  const read = () => Promise.reject(new Error("there are no files"));
  return new Index(documents.length, new Shards(new Reader(Uint8Array.of(0))), new Reader(Uint8Array.from(base)), "", read);
}

/** @param {Index} index @returns {Vocabulary} Its words. */
export const wordsOf = (index) => index.store.view().vocabulary;

/** @param {string[]} words In the order of their numbers, each once. @returns {Vocabulary} */
export const vocabularyOf = (words) => wordsOf(indexOf([article(words.join(" "))]));

/** The words of a query as an index reads them. @param {string} query @param {Index} index @param {boolean} [typing] */
export const meant = (query, index, typing = false) =>
  read(parse(query, typing), wordsOf(index), new Variants(index.root));

/** @param {Document[]} documents @param {Parameters<typeof indexOf>[1]} [more] @returns {Search} */
export const searchOf = (documents, more) => new Search(indexOf(documents, more));

/** @param {string} text @param {string} [title] @returns {Document} */
export const article = (text, title) => ({ parts: [...(title ? [/** @type {[Part, string]} */ (["title", title])] : []), ["body", text]] });

/** @param {string} word @param {boolean} [typing] @returns {import("../../docs/assets/search/query.js").Term} */
export const term = (word, typing = false) => ({ ...termsOf(word)[0], typing });
