/**
 * Reads the bytes that generator/search writes.
 * @module
 */

const NIBBLE = 15;
const ESCAPE = 255;
const UTF8 = new TextDecoder();

/** Takes numbers and strings off bytes, one after another. Running past the end is a RangeError. */
export class Reader {
  /** @param {Uint8Array} bytes @param {number} [at] @param {number} [end] */
  constructor(bytes, at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  get done() {
    return this.at >= this.end;
  }

  byte() {
    if (this.at >= this.end) throw new RangeError("the file ends too early");
    return this.bytes[this.at++];
  }

  varint() {
    const first = this.byte();
    if (first < 128) return first;
    let value = first & 127;
    let scale = 128;
    for (;;) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  }

  string() {
    const length = this.varint();
    this.at += length;
    return UTF8.decode(this.bytes.subarray(this.at - length, this.at));
  }
}

/**
 * The symbols of a vocabulary in the order of their numbers.
 * @param {Uint8Array} bytes
 * @returns {string[]}
 */
export function symbolsOf(bytes) {
  const reader = new Reader(bytes);
  const alphabet = Array.from(reader.string());
  /** @type {string[]} */
  const symbols = [];
  while (!reader.done) {
    const count = reader.varint();
    let before = "";
    for (let n = 0; n < count; n++) {
      const head = reader.byte();
      const shared = head >> 4 === NIBBLE ? NIBBLE + reader.varint() : head >> 4;
      const own = (head & NIBBLE) === NIBBLE ? NIBBLE + reader.varint() : head & NIBBLE;
      let symbol = headOf(before, shared);
      for (let k = 0; k < own; k++) {
        const code = reader.byte();
        symbol += code === ESCAPE ? String.fromCodePoint(reader.varint()) : alphabet[code];
      }
      symbols.push(symbol);
      before = symbol;
    }
  }
  return symbols;
}

/**
 * The first letters of a symbol, counted in code points: a letter beyond the first plane is two units.
 * @param {string} symbol
 * @param {number} letters
 * @returns {string}
 */
function headOf(symbol, letters) {
  const head = symbol.slice(0, letters);
  return /[\ud800-\udfff]/.test(head) ? Array.from(symbol).slice(0, letters).join("") : head;
}

/** @type {Uint32Array | undefined} */
let table;

/**
 * CRC-32 as zlib has it.
 * @param {Uint8Array} bytes
 * @returns {number}
 */
export function crc32(bytes) {
  table ??= Uint32Array.from({ length: 256 }, (_, n) => {
    let value = n;
    for (let k = 0; k < 8; k++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });
  let crc = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) crc = table[(crc ^ bytes[at]) & 255] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
