/**
 * The symbols of texts by number: words as written and what stands between them.
 * @module
 */
import { BitReader } from "./bits.js";
import { Spelling } from "./spelling.js";

const BAND_BITS = 3;
const BANDS = 8;
const LAST_BAND = 7;
/** Bands of 4, 16, 64 … symbols. */
const BAND_STARTS = [0, 4, 20, 84, 340, 1364, 5460, 21844];

export class Dictionary {
  /** @param {import("./packed.js").Reader} reader @param {number} end @param {boolean} whole Whether there are no other symbols. */
  constructor(reader, end, whole) {
    this.spelling = new Spelling(reader);
    this.whole = whole;
    const bits = new BitReader(reader.bytesOf(end - reader.at));
    /** @type {string[]} */
    this.symbols = [];
    for (let band = 0; band < BANDS; band++) {
      let before = "";
      for (let left = bits.gamma() - 1; left > 0; left--) this.symbols.push((before = this.spelling.next(bits, before)));
    }
    const rest = this.symbols.length - BAND_STARTS[LAST_BAND] - 1;
    /** Bits of a place in the last band. */
    this.rest = rest > 0 ? 32 - Math.clz32(rest) : 0;
  }

  /** @param {BitReader} reader @returns {string} */
  symbol(reader) {
    const band = reader.take(BAND_BITS);
    if (band === LAST_BAND && !this.whole) return this.spelling.word(reader);
    const symbol = this.symbols[BAND_STARTS[band] + reader.take(band === LAST_BAND ? this.rest : 2 * band + 2)];
    if (symbol === undefined) throw new RangeError("no such symbol");
    return symbol;
  }
}
