/**
 * Which documents hold a word. A whole index has its postings made here from its texts; a split one has them in files.
 * @module
 */
import { lowBits } from "./bits.js";
import { bare, isWord } from "./text.js";
import { FIELD } from "./texts.js";

/**
 * Documents in order, and of each a byte: fields in the low five bits, count in the body in the high three.
 * @typedef {{docs: Int32Array, how: Uint8Array}} Postings
 */

/** @type {Postings} */
export const NOWHERE = { docs: new Int32Array(0), how: new Uint8Array(0) };

const COUNT_SHIFT = 5;
const COUNT_AT_MOST = 7;
/** So many first words of a body are its lede; as in generator/search/corpus.py. */
const LEDE = 20;
const ONCE = (1 << FIELD.body) | (1 << COUNT_SHIFT);
/** The ways by the ones before their zero: once in the body, once in the lede, twice in the body. Three: a byte follows. */
const USUAL = [ONCE, ONCE | (1 << FIELD.lede), ONCE + (1 << COUNT_SHIFT)];

/** @param {number} how @returns {boolean} */
export const inTitle = (how) => (how & (1 << FIELD.title)) !== 0;

/** The passages of a text in which words are found. @param {import("./texts.js").Stored} text */
export const searchedOf = ({ passages }) => passages.filter(({ field }) => field !== FIELD.said);

/**
 * Postings of all words of a vocabulary from the stored texts.
 * @param {import("./texts.js").Stored[]} texts
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {(word: number) => Postings}
 */
export function fromTexts(texts, vocabulary) {
  /** The number of each token's word, -1 for what is none. @type {Map<string, number>} */
  const numbers = new Map();
  /** @type {{docs: number[], how: number[]}[]} */
  const found = [];
  const numberOf = (/** @type {string} */ token) => (isWord(token) ? vocabulary.numbers.get(bare(token)) : undefined) ?? -1;
  texts.forEach((text, doc) => {
    let read = 0;
    for (const { field, tokens } of searchedOf(text)) {
      for (const token of tokens) {
        let word = numbers.get(token);
        if (word === undefined) numbers.set(token, (word = numberOf(token)));
        if (word < 0) continue;
        const { docs, how } = (found[word] ??= { docs: [], how: [] });
        if (docs.at(-1) !== doc) {
          docs.push(doc);
          how.push(0);
        }
        how[how.length - 1] = met(how[how.length - 1], field, field === FIELD.body && read++ < LEDE);
      }
    }
  });
  const packed = found.map(({ docs, how }) => ({ docs: Int32Array.from(docs), how: Uint8Array.from(how) }));
  return (word) => packed[word] ?? NOWHERE;
}

/** @param {number} how @param {number} field @param {boolean} lede @returns {number} With one occurrence more. */
function met(how, field, lede) {
  const counted = field === FIELD.body && how >> COUNT_SHIFT < COUNT_AT_MOST ? 1 << COUNT_SHIFT : 0;
  return (how | (1 << field) | (lede ? 1 << FIELD.lede : 0)) + counted;
}

/**
 * The postings of one word.
 * @param {import("./bits.js").BitReader} reader
 * @param {number} total The documents as gaps are told among.
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
