/**
 * Reads numbers off bits, highest bit first, as generator/search/bits.py writes them. Past the end is a RangeError.
 * @module
 */
import { UTF8 } from "./packed.js";

export class BitReader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
    this.end = bytes.length * 8;
  }

  bit() {
    if (this.at >= this.end) throw new RangeError("the file ends too early");
    const bit = (this.bytes[this.at >> 3] >> (7 - (this.at & 7))) & 1;
    this.at++;
    return bit;
  }

  /** @param {number} width At most 24. */
  take(width) {
    if (this.at + width > this.end) throw new RangeError("the file ends too early");
    const { bytes, at } = this;
    const first = at >> 3;
    const word = (bytes[first] << 24) | (bytes[first + 1] << 16) | (bytes[first + 2] << 8) | bytes[first + 3];
    this.at += width;
    return width ? (word << (at & 7)) >>> (32 - width) : 0;
  }

  /** How many bits of one kind come before the next of the other, which is read too. @param {number} kind */
  #run(kind) {
    let length = 0;
    while (this.bit() === kind) length++;
    return length;
  }

  /** A number from 1. */
  gamma() {
    const width = this.#run(0);
    if (width > 24) throw new RangeError("no such number");
    return 2 ** width + this.take(width);
  }

  /** A number from 0. @param {number} low */
  rice(low) {
    const high = this.#run(1);
    return high * 2 ** low + this.take(low);
  }

  /** So many bytes, wherever they begin. @param {number} length */
  bytesOf(length) {
    if (this.at + length * 8 > this.end) throw new RangeError("the file ends too early");
    return Uint8Array.from({ length }, () => this.take(8));
  }

  string() {
    return UTF8.decode(this.bytesOf(this.gamma() - 1));
  }
}

/** As `low_bits` of generator/search/bits.py. @param {number} total @param {number} members @returns {number} */
export function lowBits(total, members) {
  const share = Math.floor((2 * total) / (3 * members));
  return share ? 31 - Math.clz32(share) : 0;
}
