/**
 * Reads words that generator/search/spelling.py wrote letter by letter: after each letter the likelier have shorter codes.
 * @module
 */
import { UTF8 } from "./packed.js";

const TABLES = 36;
const LONGEST = 15;
const CODE_POINT = 21;
const SHARED_BITS = 3;
const MOST_SHARED = 7;
const END = 0;
const OTHER = 1;

/** A canonical code: how many codes there are of each length, and what they stand for in their order. @typedef {{counts: Uint8Array, signs: number[]}} Table */

export class Spelling {
  /** @param {import("./packed.js").Reader} reader */
  constructor(reader) {
    /** What a sign stands for: the first two for no letter. */
    this.signs = ["", "", ...UTF8.decode(reader.bytesOf(reader.varint()))];
    const size = this.signs.length;
    const tables = Math.min(TABLES, size - 2) + 2;
    const packed = reader.bytesOf((tables * size + 1) >> 1);
    const length = (/** @type {number} */ at) => (at & 1 ? packed[at >> 1] & 15 : packed[at >> 1] >> 4);
    /** @type {Table[]} */
    this.tables = Array.from({ length: tables }, (_, table) => tableOf(size, (sign) => length(table * size + sign)));
    /** The table after a letter. @type {Map<string, number>} */
    this.after = new Map(this.signs.slice(2, tables).map((letter, at) => [letter, at + 1]));
  }

  /**
   * A word front-coded against another.
   * @param {import("./bits.js").BitReader} reader
   * @param {string} before
   * @returns {string}
   */
  next(reader, before) {
    let shared = reader.take(SHARED_BITS);
    if (shared === MOST_SHARED) shared += reader.gamma() - 1;
    return this.word(reader, headOf(before, shared));
  }

  /**
   * @param {import("./bits.js").BitReader} reader
   * @param {string} [head] Its first letters.
   * @returns {string}
   */
  word(reader, head = "") {
    let word = head;
    let last = head ? lastOf(head) : null;
    for (;;) {
      const sign = signOf(reader, this.tables[this.#table(last)]);
      if (sign === END) return word;
      last = sign === OTHER ? String.fromCodePoint(reader.take(CODE_POINT)) : this.signs[sign];
      word += last;
    }
  }

  /** @param {string | null} letter @returns {number} */
  #table(letter) {
    return letter === null ? 0 : (this.after.get(letter) ?? this.tables.length - 1);
  }
}

/** @param {number} size @param {(sign: number) => number} length @returns {Table} */
function tableOf(size, length) {
  const counts = new Uint8Array(LONGEST + 1);
  const signs = Array.from({ length: size }, (_, sign) => sign).filter((sign) => length(sign));
  for (const sign of signs) counts[length(sign)]++;
  return { counts, signs: signs.sort((a, b) => length(a) - length(b) || a - b) };
}

/** @param {import("./bits.js").BitReader} reader @param {Table} table @returns {number} */
function signOf(reader, { counts, signs }) {
  let [code, first, at] = [0, 0, 0];
  for (let length = 1; length <= LONGEST; length++) {
    code = code * 2 + reader.bit();
    if (code - first < counts[length]) return signs[at + code - first];
    at += counts[length];
    first = (first + counts[length]) * 2;
  }
  throw new RangeError("no such code");
}

/**
 * The first letters of a word, counted in code points: a letter beyond the first plane is two units.
 * @param {string} word
 * @param {number} letters
 * @returns {string}
 */
function headOf(word, letters) {
  const head = word.slice(0, letters);
  return /[\ud800-\udfff]/.test(head) ? Array.from(word).slice(0, letters).join("") : head;
}

/** @param {string} word @returns {string} */
function lastOf(word) {
  const last = word[word.length - 1];
  return last >= "\udc00" && last <= "\udfff" ? /** @type {string} */ (Array.from(word).at(-1)) : last;
}
