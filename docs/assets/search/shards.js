/**
 * Where the words of a large index lie: files of words with their postings, each for a range of keys.
 * @module
 */
import { BitReader } from "./bits.js";
import { postingsOf } from "./postings.js";

/** A word's postings, or the file that they have for themselves. @typedef {import("./postings.js").Postings | string} Entry */
/** @typedef {{words: string[], entries: Entry[]}} Shard */

const ESCAPE = 255;
const ASCII = 128;
const ARABIC = 0x600;
const HALF = 16;

export class Shards {
  /** @param {import("./packed.js").Reader} reader The root, where it lists them. */
  constructor(reader) {
    /** First keys, in order. @type {string[]} */
    this.bounds = [];
    /** @type {string[]} */
    this.names = [];
    for (let left = reader.varint(), number = 0; number < left; number++) {
      this.bounds.push(boundOf(reader.bytesOf(reader.varint())));
      this.names.push(`words-${number}-${reader.crc()}.bin`);
    }
  }

  /** @param {string} key @returns {string | undefined} The name of the file that holds its words, if any does. */
  nameAt(key) {
    let low = 0;
    let high = this.bounds.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.bounds[middle] <= key) low = middle;
      else high = middle - 1;
    }
    return this.names[low];
  }
}

/** @param {Uint8Array} bytes @returns {string} */
function boundOf(bytes) {
  let key = "";
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === ESCAPE) key += String.fromCharCode((bytes[++at] << 8) | bytes[++at]);
    else key += String.fromCharCode(bytes[at] < ASCII ? bytes[at] : ARABIC + bytes[at] - ASCII);
  }
  return key;
}

/**
 * @param {Uint8Array} bytes
 * @param {import("./spelling.js").Spelling} spelling
 * @param {number} total The documents as gaps are told among.
 * @returns {Shard}
 */
export function shardOf(bytes, spelling, total) {
  const reader = new BitReader(bytes);
  /** @type {Shard} */
  const found = { words: [], entries: [] };
  let before = "";
  for (let left = reader.gamma() - 1; left > 0; left--) {
    found.words.push((before = spelling.next(reader, before)));
    found.entries.push(reader.bit() ? manyOf(reader) : postingsOf(reader, total));
  }
  return found;
}

/** @param {BitReader} reader @returns {string} */
function manyOf(reader) {
  const half = () => reader.take(HALF).toString(16).padStart(HALF / 4, "0");
  return `many-${half()}${half()}.bin`;
}

/** A stem with its rank by frequency among all words, about, and whether it is in a name. @typedef {{stem: string, rank: number, named: boolean}} Near */

const FREQUENCY_BITS = 2;
/** About what rank a stem of one document has, of up to 7, of up to 31, of more: in 1,000 news articles. */
const RANKS = [20_000, 7_000, 1_500, 200];

/**
 * The stems of one first letter.
 * @param {Uint8Array} bytes
 * @param {import("./spelling.js").Spelling} spelling
 * @returns {Near[]}
 */
export function nearOf(bytes, spelling) {
  const reader = new BitReader(bytes);
  /** @type {Near[]} */
  const found = [];
  let stem = "";
  for (let left = reader.gamma() - 1; left > 0; left--) {
    stem = spelling.next(reader, stem);
    found.push({ stem, rank: RANKS[reader.take(FREQUENCY_BITS)], named: reader.bit() === 1 });
  }
  return found;
}
