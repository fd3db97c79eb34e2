/**
 * Reads the bytes that generator/search writes.
 * @module
 */

/** Shared by all that read names and words. */
export const UTF8 = new TextDecoder();

const CRC_BYTES = 4;

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

  /** @param {number} length @returns {Uint8Array} */
  bytesOf(length) {
    if (this.at + length > this.end) throw new RangeError("the file ends too early");
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  string() {
    return UTF8.decode(this.bytesOf(this.varint()));
  }

  /** A CRC-32 as it stands in a file's name. */
  crc() {
    return Array.from(this.bytesOf(CRC_BYTES), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
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
