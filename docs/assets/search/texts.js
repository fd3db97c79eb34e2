/**
 * Documents as they are stored: passages of symbol numbers, put together again as written.
 * @module
 */
import { Reader } from "./packed.js";

/** @typedef {{field: number, anchor: number, symbols: Uint32Array}} Passage */
/** @typedef {{address: string, passages: Passage[]}} Stored */

/** Fields by number, as in generator/index/document.py; no passage is a lede, it is where a body begins. */
export const FIELD = { title: 0, lede: 1, body: 2, names: 3, themes: 4 };

/**
 * @param {Uint8Array} bytes A file of texts.
 * @returns {Stored[]}
 */
export function textsOf(bytes) {
  const reader = new Reader(bytes);
  const found = [];
  while (!reader.done) {
    const address = reader.string();
    const passages = Array.from({ length: reader.varint() }, () => {
      const [field, anchor, count] = [reader.varint(), reader.varint(), reader.varint()];
      const symbols = new Uint32Array(count);
      for (let at = 0; at < count; at++) symbols[at] = reader.varint();
      return { field, anchor, symbols };
    });
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
