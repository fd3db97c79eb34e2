/**
 * Small vocabularies and indexes for the tests of single modules, made here and not by the generator: every word letter by
 * letter, every symbol in the order in which it comes.
 * @module
 */
import { readFileSync } from "node:fs";
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
const BAND = 3;
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

/** A spelling without an alphabet: a bit says that a letter follows or that none does. */
export const SPELLING = [0, 0x11, 0x11];

/** @param {string[]} symbols @returns {string[][]} In bands of 4, 16, 64 … */
export function bandsOf(symbols) {
  let end = 0;
  return Array.from({ length: 8 }, (_, band) => symbols.slice(end, (end += 4 ** (band + 1))));
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
  const bands = bandsOf(symbols);
  const places = new Map(bands.flatMap((band, at) => band.map((symbol, place) => [symbol, { band: at, place }])));
  const block = new BitWriter().gamma(texts.length + 1);
  texts.forEach((passages, at) => {
    block.gamma(1).string(`${at}/`).gamma(passages.length + 1);
    let before = 0;
    for (const { part, anchor, tokens } of passages) {
      const apart = anchor - before;
      before = anchor;
      block.put(FIELD[part], 3).gamma((apart < 0 ? -2 * apart - 1 : 2 * apart) + 1).gamma(tokens.length + 1);
      for (const token of tokens) {
        const { band, place } = places.get(token) ?? { band: 0, place: 0 };
        block.put(band, BAND).put(place, 2 * band + 2);
      }
    }
  });
  const count = (/** @type {number} */ doc, /** @type {Part[]} */ ...of) =>
    texts[doc].filter(({ part }) => of.includes(part)).reduce((sum, { tokens }) => sum + words(tokens.join(" ")).length, 0);
  const kinds = documents.map(({ kind = "article" }) => /** @type {[string, number]} */ ([kind, 1]));
  const dictionary = dictionaryOf(symbols);
  const aids = JSON.stringify({ stop: [], variants: [], kinds, facets: null, ...more });
  const told = [...SPELLING, ...new BitWriter().word(aids).packed()];
  const base = [
    ...varint(told.length),
    ...told,
    ...varint(0),
    ...documents.map((_, at) => Math.round(STEPS * Math.log2(1 + count(at, "title", "body")))),
    ...documents.flatMap(({ kind = "article" }, at) => (kind === "article" ? [] : varint(count(at, "title")))),
    READ_WHOLE,
    ...varint(dictionary.length),
    ...dictionary,
    ...block.packed(),
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
