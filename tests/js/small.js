/**
 * Small vocabularies and indexes for the tests of single modules, made here and not by the generator.
 * @module
 */
import { readFileSync } from "node:fs";
import { Index } from "../../docs/assets/search/index.js";
import { fromTexts } from "../../docs/assets/search/postings.js";
import { termsOf } from "../../docs/assets/search/query.js";
import { Search } from "../../docs/assets/search/search.js";
import { words } from "../../docs/assets/search/text.js";
import { FIELD } from "../../docs/assets/search/texts.js";
import { Vocabulary } from "../../docs/assets/search/vocabulary.js";

/** @typedef {import("../../docs/assets/search/texts.js").Stored} Stored */
/** @typedef {keyof typeof FIELD} Part */
/** A document's parts, as [part, text, number of its paragraph]; its address is its place among the documents. */
/** @typedef {{parts: [Part, string, number?][], kind?: string}} Document */

const NIBBLE = 15;
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

  packed() {
    return Uint8Array.from(this.bits.match(/.{1,8}/g) ?? [], (byte) => Number.parseInt(byte.padEnd(8, "0"), 2));
  }
}

/** @param {string[]} symbols In the order of their numbers. @returns {Vocabulary} */
export function vocabularyOf(symbols) {
  const alphabet = [...new Set(symbols.join(""))];
  const rows = symbols.map((symbol) => {
    const letters = Array.from(symbol, (letter) => alphabet.indexOf(letter));
    const head = letters.length < NIBBLE ? [letters.length] : [NIBBLE, ...varint(letters.length - NIBBLE)];
    return [...head, ...letters];
  });
  return new Vocabulary(Uint8Array.from([...string(alphabet.join("")), ...varint(symbols.length), ...rows.flat()]));
}

/**
 * @param {Document[]} documents
 * @param {Partial<import("../../docs/assets/search/index.js").Root>} [more] What the root says besides.
 * @returns {{index: Index, texts: Stored[], root: Index["root"]}} An index that has all at hand.
 */
export function indexOf(documents, more = {}) {
  const split = (/** @type {string} */ text) => words(text).map((word) => word.text);
  const symbols = [...new Set(documents.flatMap(({ parts }) => parts.flatMap(([, text]) => split(text))))];
  const vocabulary = vocabularyOf(symbols);
  const kinds = [...new Set(documents.map(({ kind }) => kind ?? "article"))];
  const texts = documents.map(({ parts }, at) => ({
    address: `${at}/`,
    passages: parts.map(([part, text, anchor = 0]) => ({
      field: FIELD[part],
      anchor,
      symbols: Uint32Array.from(split(text), (word) => symbols.indexOf(word)),
    })),
  }));
  const count = (/** @type {Stored} */ { passages }, /** @type {Part} */ part) =>
    passages.reduce((sum, { field, symbols: held }) => sum + (field === FIELD[part] ? held.length : 0), 0);
  const columns = [
    texts.map((text) => count(text, "body")),
    texts.map((text) => count(text, "title")),
    documents.map(({ kind }) => kinds.indexOf(kind ?? "article")),
  ];
  const postings = fromTexts(texts, symbols.length, vocabulary.isWord);
  const root = {
    format: 2,
    documents: documents.length,
    words: "",
    lengths: "",
    texts: [],
    postings: null,
    stop: [],
    variants: [],
    kinds,
    facets: null,
    ...more,
  };
  const store = {
    whole: true,
    gather: async () => ({ postings, failed: false }),
    reaching: () => () => true,
    text: async (/** @type {number} */ doc) => texts[doc],
  };
  const lengths = Uint8Array.from(columns.flat().flatMap(varint));
  const read = () => Promise.reject(new Error("there are no files"));
  return { index: new Index(root, read, vocabulary, lengths, store), texts, root };
}

/** @param {Document[]} documents @param {Parameters<typeof indexOf>[1]} [more] @returns {Search} */
export const searchOf = (documents, more) => new Search(indexOf(documents, more).index);

/** @param {string} text @param {string} [title] @returns {Document} */
export const article = (text, title) => ({ parts: [...(title ? [/** @type {[Part, string]} */ (["title", title])] : []), ["body", text]] });

/** @param {string} word @param {boolean} [typing] @returns {import("../../docs/assets/search/query.js").Term} */
export const term = (word, typing = false) => ({ ...termsOf(word)[0], typing });
