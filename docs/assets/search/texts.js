/**
 * Documents as they are stored: passages of words and what stands between them, put together again as written.
 * @module
 */
import { BitReader } from "./bits.js";
import { UTF8 } from "./packed.js";
import { isWord } from "./text.js";

/** A single space between two words is no token. @typedef {{field: number, anchor: number, tokens: string[]}} Passage */
/** @typedef {{address: string, passages: Passage[]}} Stored */

/** Fields by number, as in generator/search/document.py; no passage is a lede, it is where a body begins. */
export const FIELD = { title: 0, lede: 1, body: 2, names: 3, themes: 4, said: 5 };

const FIELD_BITS = 3;

/**
 * @param {Uint8Array} bytes A block of texts.
 * @param {import("./dictionary.js").Dictionary} dictionary
 * @returns {Stored[]}
 */
export function textsOf(bytes, dictionary) {
  const reader = new BitReader(bytes);
  /** @type {Stored[]} */
  const found = [];
  let address = new Uint8Array(0);
  for (let left = reader.gamma() - 1; left > 0; left--) {
    const shared = address.subarray(0, reader.gamma() - 1);
    const own = reader.bytesOf(reader.gamma() - 1);
    address = Uint8Array.of(...shared, ...own);
    found.push({ address: UTF8.decode(address), passages: passagesOf(reader, dictionary) });
  }
  return found;
}

/** @param {BitReader} reader @param {import("./dictionary.js").Dictionary} dictionary @returns {Passage[]} */
function passagesOf(reader, dictionary) {
  /** @type {Passage[]} */
  const passages = [];
  let anchor = 0;
  for (let left = reader.gamma() - 1; left > 0; left--) {
    const field = reader.take(FIELD_BITS);
    const folded = reader.gamma() - 1;
    anchor += folded & 1 ? -(folded + 1) / 2 : folded / 2;
    /** @type {string[]} */
    const tokens = [];
    for (let more = reader.gamma() - 1; more > 0; more--) tokens.push(dictionary.symbol(reader));
    passages.push({ field, anchor, tokens });
  }
  return passages;
}

/**
 * Tokens as text.
 * @param {string[]} tokens
 * @param {(word: string, start: number, end: number) => void} [each] Called with each word and its span.
 * @returns {string}
 */
export function written(tokens, each) {
  let text = "";
  let before = false;
  for (const token of tokens) {
    const word = isWord(token);
    if (word && before) text += " ";
    const start = text.length;
    text += token;
    if (word && each) each(token, start, text.length);
    before = word;
  }
  return text;
}
