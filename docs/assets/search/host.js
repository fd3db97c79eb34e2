/**
 * What the program that embeds the engine lends it: files as text of one letter a byte, and plural forms. What of a
 * browser an embedded engine lacks is made from that. No site has this file.
 * @module
 */

/**
 * @typedef {object} Host
 * @property {(name: string) => string | null} read A file of the index, null where there is none.
 * @property {(language: string, number: number) => string} plural The kind of plural of a number.
 * @property {(told: string) => void} tell Takes the answer, as JSON.
 */

/** Where the digits of a script begin. @type {Record<string, number>} */
const ZERO = { arab: 0x660, arabext: 0x6f0 };

/** What Python has put among the globals. */
export const host = /** @type {{host: Host}} */ (/** @type {unknown} */ (globalThis)).host;

/** UTF-8 as a browser reads it, as far as an index has any. */
class TextDecoder {
  /** @param {Uint8Array} bytes @returns {string} */
  decode(bytes) {
    let text = "";
    for (let at = 0; at < bytes.length; ) {
      const first = bytes[at++];
      const more = first < 0xc0 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
      let code = more ? first & (0x3f >> more) : first;
      for (let k = 0; k < more; k++) code = (code << 6) | (bytes[at++] & 0x3f);
      text += code > 0x10ffff ? "\ufffd" : String.fromCodePoint(code);
    }
    return text;
  }
}

class PluralRules {
  /** @param {string} language */
  constructor(language) {
    this.language = language;
  }

  /** @param {number} number @returns {string} */
  select(number) {
    return host.plural(this.language, number);
  }
}

class NumberFormat {
  /** @param {string} _language @param {{numberingSystem?: string}} options */
  constructor(_language, { numberingSystem = "" }) {
    this.zero = ZERO[numberingSystem];
  }

  /** @param {number} number @returns {string} */
  format(number) {
    const { zero } = this;
    return zero ? String(number).replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit))) : String(number);
  }
}

Object.assign(globalThis, { TextDecoder, Intl: { PluralRules, NumberFormat } });
