/**
 * The symbols of texts by number: words as written and what stands between them.
 * @module
 */
import { BitReader } from "./bits.js";
import { Spelling } from "./spelling.js";

const BAND_BITS = 3;
const LAST_BAND = 7;
/** Bands of 4, 16, 64 … symbols. */
const BAND_STARTS = [0, 4, 20, 84, 340, 1364, 5460];

export class Dictionary {
  /** @param {import("./packed.js").Reader} reader */
  constructor(reader) {
    this.spelling = new Spelling(reader);
    const bits = new BitReader(reader.bytesOf(reader.end - reader.at));
    /** @type {string[]} */
    this.symbols = [];
    for (let band = 0; band < LAST_BAND; band++) {
      let before = "";
      for (let left = bits.gamma() - 1; left > 0; left--) this.symbols.push((before = this.spelling.next(bits, before)));
    }
  }

  /** @param {BitReader} reader @returns {string} */
  symbol(reader) {
    const band = reader.take(BAND_BITS);
    if (band === LAST_BAND) return this.spelling.word(reader);
    const symbol = this.symbols[BAND_STARTS[band] + reader.take(2 * band + 2)];
    if (symbol === undefined) throw new RangeError("no such symbol");
    return symbol;
  }
}
