/**
 * Which documents hold a word. A whole index has its postings made here from its texts; a split one has them in files.
 * @module
 */
import { BitReader, lowBits } from "./bits.js";
import { FIELD } from "./texts.js";

/**
 * Documents in order, and of each a byte: fields in the low five bits, count in the body in the high three.
 * @typedef {{docs: Int32Array, how: Uint8Array}} Postings
 */

/** @type {Postings} */
export const NOWHERE = { docs: new Int32Array(0), how: new Uint8Array(0) };

const COUNT_SHIFT = 5;
const COUNT_AT_MOST = 7;
/** So many first words of a body are its lede; as in generator/search/postings.py. */
const LEDE = 20;
const ONCE = (1 << FIELD.body) | (1 << COUNT_SHIFT);
/** The ways by the ones before their zero: once in the body, once in the lede, twice in the body. Three: a byte follows. */
const USUAL = [ONCE, ONCE | (1 << FIELD.lede), ONCE + (1 << COUNT_SHIFT)];

/** @param {number} how @returns {boolean} */
export const inTitle = (how) => (how & (1 << FIELD.title)) !== 0;

/** @param {import("./texts.js").Stored} text */
const searched = ({ passages }) => passages.filter(({ field }) => field !== FIELD.said);

/**
 * Postings of all symbols from the stored texts.
 * @param {import("./texts.js").Stored[]} texts
 * @param {number} count How many symbols there are.
 * @param {Uint8Array} isWord
 * @returns {(symbol: number) => Postings}
 */
export function fromTexts(texts, count, isWord) {
  const starts = countDocuments(texts, count, isWord);
  const docs = new Int32Array(starts[count]);
  const how = new Uint8Array(starts[count]);
  const next = starts.slice();
  texts.forEach((text, doc) => {
    let read = 0;
    for (const { field, symbols } of searched(text)) {
      const counted = field === FIELD.body;
      for (const symbol of symbols) {
        if (!isWord[symbol]) continue;
        let at = next[symbol] - 1;
        if (at < starts[symbol] || docs[at] !== doc) docs[(at = next[symbol]++)] = doc;
        how[at] |= 1 << field;
        if (counted && read++ < LEDE) how[at] |= 1 << FIELD.lede;
        if (counted && how[at] >> COUNT_SHIFT < COUNT_AT_MOST) how[at] += 1 << COUNT_SHIFT;
      }
    }
  });
  return (symbol) => ({
    docs: docs.subarray(starts[symbol], starts[symbol + 1]),
    how: how.subarray(starts[symbol], starts[symbol + 1]),
  });
}

/**
 * @param {import("./texts.js").Stored[]} texts
 * @param {number} count
 * @param {Uint8Array} isWord
 * @returns {Uint32Array} Where each symbol's postings start; one more at the end.
 */
function countDocuments(texts, count, isWord) {
  const starts = new Uint32Array(count + 1);
  const last = new Int32Array(count).fill(-1);
  texts.forEach((text, doc) => {
    for (const { symbols } of searched(text)) {
      for (const symbol of symbols) {
        if (!isWord[symbol] || last[symbol] === doc) continue;
        last[symbol] = doc;
        starts[symbol + 1]++;
      }
    }
  });
  for (let n = 0; n < count; n++) starts[n + 1] += starts[n];
  return starts;
}

/**
 * The postings of one word.
 * @param {BitReader} reader
 * @param {number} total How many documents there are.
 * @returns {Postings}
 */
export function postingsOf(reader, total) {
  const count = reader.gamma();
  if (count > total) throw new RangeError("more documents than there are");
  const docs = new Int32Array(count);
  const how = new Uint8Array(count);
  const low = lowBits(total, count);
  let doc = -1;
  for (let at = 0; at < count; at++) {
    docs[at] = doc += 1 + reader.rice(low);
    let way = 0;
    while (way < USUAL.length && reader.bit()) way++;
    how[at] = USUAL[way] ?? reader.take(8);
  }
  return { docs, how };
}

/**
 * A shared file of postings by symbol.
 * @param {Uint8Array} bytes
 * @param {number} total
 * @returns {Map<number, Postings>}
 */
export function shardOfPostings(bytes, total) {
  const reader = new BitReader(bytes);
  /** @type {Map<number, Postings>} */
  const found = new Map();
  let left = reader.gamma() - 1;
  const low = reader.gamma() - 1;
  for (let symbol = -1; left > 0; left--) {
    symbol += 1 + reader.rice(low);
    found.set(symbol, postingsOf(reader, total));
  }
  return found;
}
