/**
 * The texts of an index of few words, as generator/search/wholetexts.py wrote them: what stands more than once is numbered,
 * the rest is spelled where it stands; a symbol is guessed from what last followed the one before.
 * @module
 */
import { Coded, mixed } from "./coder.js";

const BAND_BITS = 3;
const LAST = 7;
const FIELD_BITS = 3;
/** What contexts and numbers are of; the first are the coder's own. */
const FIELD = 5;
const AGAIN = 6;
const WHICH = 7;
const BAND = 8;
const AFTER = 9;
const MANY = 0;
const PASSAGES = 1;
const ANCHOR = 2;
const SYMBOLS = 3;
/** Before the first symbol of a passage; a symbol that is spelled; the first that is numbered. */
const START = 0;
const SPELLED = 1;
const NUMBERED = 2;
/** A guess that came true so often is as sure as one may be. */
const SURE = 7;
/** More than any guess of an index that comes whole comes true. */
const TIMES = 2 ** 20;

/** Symbols in the order of their frequency, about; those that stand once last. @typedef {{texts: import("./texts.js").Stored[], symbols: string[]}} Whole */

/** @param {Uint8Array} bytes @param {number} documents @returns {Whole} */
export function wholeOf(bytes, documents) {
  const reader = new WholeReader(bytes);
  const texts = Array.from({ length: documents }, () => reader.document());
  return { texts, symbols: [...new Set([...reader.bands.flat(), ...[...reader.spelled].sort()])] };
}

class WholeReader {
  #code;
  /** @type {number[]} */
  #address = [];
  /** What stood behind a symbol, and how often that came true in the low bits. @type {Map<number, number>} */
  #guesses = new Map();
  #before = START;
  #band = LAST;
  /** @type {Set<string>} */
  spelled = new Set();

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    const code = new Coded(bytes);
    this.#code = code;
    this.bands = Array.from({ length: LAST }, () => {
      /** @type {number[]} */
      let before = [];
      return Array.from({ length: code.number(MANY) }, () => code.spelled((before = code.after(before))));
    });
    this.widths = this.bands.map(({ length }) => (length ? 32 - Math.clz32(length - 1) : 0));
  }

  /** @returns {import("./texts.js").Stored} */
  document() {
    const code = this.#code;
    this.#address = code.after(this.#address);
    let anchor = 0;
    const passages = Array.from({ length: code.number(PASSAGES) }, () => {
      const field = code.tree(mixed(FIELD, 0), mixed(FIELD, 0), FIELD_BITS);
      const folded = code.number(ANCHOR);
      anchor += folded & 1 ? -(folded + 1) / 2 : folded / 2;
      [this.#before, this.#band] = [START, LAST];
      return { field, anchor, tokens: Array.from({ length: code.number(SYMBOLS) }, () => this.#symbol()) };
    });
    return { address: code.spelled(this.#address), passages };
  }

  /** @returns {string} */
  #symbol() {
    const code = this.#code;
    let number = this.#guess();
    if (number < NUMBERED) {
      const band = code.tree(mixed(BAND, this.#band), mixed(AFTER, this.#before), BAND_BITS);
      if (band < LAST) number = NUMBERED + ((code.plain(this.widths[band]) << BAND_BITS) | band);
      else number = SPELLED;
      this.#remember(number);
    }
    this.#before = number;
    this.#band = number === SPELLED ? LAST : (number - NUMBERED) & LAST;
    const symbol = number === SPELLED ? code.spelled(code.word()) : this.bands[this.#band][(number - NUMBERED) >> BAND_BITS];
    if (symbol === undefined) throw new RangeError("no such symbol");
    if (number === SPELLED) this.spelled.add(symbol);
    return symbol;
  }

  /** @returns {number} What followed the symbol before, when it follows again. */
  #guess() {
    const known = this.#guesses.get(this.#before);
    if (known === undefined) return START;
    if (!this.#code.bit(mixed(AGAIN, (Math.min(known % TIMES, SURE) << BAND_BITS) | this.#band), mixed(WHICH, this.#before))) return START;
    this.#guesses.set(this.#before, known + 1);
    return Math.floor(known / TIMES);
  }

  /** @param {number} number What followed otherwise than was guessed. */
  #remember(number) {
    const known = this.#guesses.get(this.#before) ?? 0;
    const times = known % TIMES;
    if (times > 1) this.#guesses.set(this.#before, known - Math.ceil(times / 2));
    else if (number >= NUMBERED && this.#before !== SPELLED) this.#guesses.set(this.#before, number * TIMES);
  }
}
