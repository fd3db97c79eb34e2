/**
 * Documents as they are stored: passages of symbol numbers, put together again as written.
 * @module
 */
import { BitReader } from "./bits.js";

/** @typedef {{field: number, anchor: number, symbols: Uint32Array}} Passage */
/** @typedef {{address: string, passages: Passage[]}} Stored */

/** Fields by number, as in generator/search/document.py; no passage is a lede, it is where a body begins. */
export const FIELD = { title: 0, lede: 1, body: 2, names: 3, themes: 4, said: 5 };

const FIELD_BITS = 3;

/**
 * @param {Uint8Array} bytes A file of texts.
 * @param {number} rest Bits of a place in the last band of symbols.
 * @returns {Stored[]}
 */
export function textsOf(bytes, rest) {
  const reader = new BitReader(bytes);
  /** @type {Stored[]} */
  const found = [];
  for (let left = reader.gamma() - 1; left > 0; left--) {
    const address = reader.string();
    /** @type {Passage[]} */
    const passages = [];
    for (let more = reader.gamma() - 1; more > 0; more--) {
      const field = reader.take(FIELD_BITS);
      const anchor = reader.gamma() - 1;
      const symbols = new Uint32Array(reader.gamma() - 1);
      for (let at = 0; at < symbols.length; at++) symbols[at] = reader.symbol(rest);
      passages.push({ field, anchor, symbols });
    }
    found.push({ address, passages });
  }
  return found;
}

/**
 * Symbols as text; a single space between two words is not stored.
 * @param {ArrayLike<number>} numbers
 * @param {{symbols: string[], isWord: Uint8Array}} vocabulary
 * @param {(symbol: number, start: number, end: number) => void} [each] Called with the span of each word.
 * @returns {string}
 */
export function written(numbers, vocabulary, each) {
  let text = "";
  for (let at = 0; at < numbers.length; at++) {
    const symbol = numbers[at];
    const word = vocabulary.isWord[symbol];
    if (word && at && vocabulary.isWord[numbers[at - 1]]) text += " ";
    const start = text.length;
    text += vocabulary.symbols[symbol];
    if (word && each) each(symbol, start, text.length);
  }
  return text;
}
