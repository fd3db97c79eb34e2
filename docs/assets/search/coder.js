/**
 * Reads what generator/search/coder.py wrote: bits that take as little room as they are likely, by chances learned from
 * what came before. Past the end is a RangeError.
 * @module
 */
const SLOT_BITS = 18;
const MIXER = 0x9e3779b1;
const ONE = 65536;
const NARROW = 2 ** 24;
const LEAST = 32;
/** A context has learned as much as it may after so many bits; the far one counts four times as much as the near one. */
const LEARNED = 60;
const FAR = 4;
const WIDTH_BITS = 5;
const SHARED_BITS = 4;
const LONG = 12;
/** What a context is of. */
const LETTER = 0;
const PAIR = 1;
const SHARED = 2;
const LENGTH = 3;
const NUMBER = 4;

/** A context as a number. @param {number} kind @param {number} of */
export const mixed = (kind, of) => Math.imul(Math.imul(of, MIXER) + kind, MIXER);

export class Coded {
  #chances = new Uint16Array(2 ** SLOT_BITS).fill(ONE / 2);
  #times = new Uint8Array(2 ** SLOT_BITS);
  #range = 2 ** 32 - 1;
  #code = 0;
  #at = 0;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    for (let left = 4; left > 0; left--) this.#next();
    /** By their numbers; the first stands for the end of a word. */
    this.letters = [""];
    let point = 0;
    for (let left = this.number(0); left > 0; left--) this.letters.push(String.fromCodePoint((point += this.number(0))));
    this.width = 32 - Math.clz32(this.letters.length - 1);
  }

  #next() {
    if (this.#at >= this.bytes.length) throw new RangeError("the file ends too early");
    this.#code = ((this.#code << 8) | this.bytes[this.#at++]) >>> 0;
  }

  /** @param {number} range */
  #widened(range) {
    let wide = range;
    while (wide < NARROW) {
      wide *= 256;
      this.#next();
    }
    return wide;
  }

  /** A number of so many bits, each in two contexts and what came of the number. @param {number} near @param {number} far @param {number} width */
  tree(near, far, width) {
    const chances = this.#chances;
    const times = this.#times;
    let range = this.#range;
    let node = 1;
    for (let left = width; left > 0; left--) {
      const one = Math.imul(near + node, MIXER) >>> (32 - SLOT_BITS);
      const two = Math.imul(far + node, MIXER) >>> (32 - SLOT_BITS);
      const less = times[one];
      const met = less + FAR * times[two];
      let chance = met ? ((less * chances[one] + (met - less) * chances[two]) / met) | 0 : ONE / 2;
      if (chance < LEAST) chance = LEAST;
      else if (chance > ONE - LEAST) chance = ONE - LEAST;
      const bound = (range >>> 16) * chance;
      const bit = this.#code < bound ? 1 : 0;
      if (bit) range = bound;
      else {
        this.#code -= bound;
        range -= bound;
      }
      if (range < NARROW) range = this.#widened(range);
      learn(chances, times, one, bit);
      learn(chances, times, two, bit);
      node = node * 2 + bit;
    }
    this.#range = range;
    return node - 2 ** width;
  }

  /** @param {number} near @param {number} far */
  bit(near, far) {
    return this.tree(near, far, 1);
  }

  /** Bits of which nothing is known. @param {number} width */
  plain(width) {
    let value = 0;
    for (let left = width; left > 0; left -= 16) {
      const some = Math.min(left, 16);
      const share = this.#range >>> some;
      const found = Math.min(Math.floor(this.#code / share), 2 ** some - 1);
      this.#code -= found * share;
      this.#range = this.#widened(share);
      value = value * 2 ** some + found;
    }
    return value;
  }

  /** A number from 0. @param {number} kind */
  number(kind) {
    const context = mixed(NUMBER, kind);
    const width = this.tree(context, context, WIDTH_BITS);
    return 2 ** width + this.plain(width) - 1;
  }

  /** A word as the numbers of its letters. @param {number[]} [head] Its first ones. */
  word(head = []) {
    const word = head.slice();
    let last = word[word.length - 1] ?? 0;
    let before = word[word.length - 2] ?? 0;
    for (;;) {
      const letter = this.tree(mixed(LETTER, last), mixed(PAIR, last * ONE + before), this.width);
      if (letter >= this.letters.length) throw new RangeError("no such letter");
      if (letter === 0) return word;
      word.push(letter);
      before = last;
      last = letter;
    }
  }

  /** A word behind another. @param {number[]} before */
  after(before) {
    return this.word(before.slice(0, this.tree(mixed(SHARED, 0), mixed(LENGTH, Math.min(before.length, LONG)), SHARED_BITS)));
  }

  /** @param {number[]} word @returns {string} */
  spelled(word) {
    let text = "";
    for (const letter of word) text += this.letters[letter];
    return text;
  }
}

/** @param {Uint16Array} chances @param {Uint8Array} times @param {number} slot @param {number} bit */
function learn(chances, times, slot, bit) {
  const met = times[slot];
  chances[slot] += Math.floor((2 * (bit * (ONE - 1) - chances[slot])) / (2 * met + 3));
  if (met < LEARNED) times[slot] = met + 1;
}

/** @param {Uint8Array} bytes A text as one long word. @returns {string} */
export function decoded(bytes) {
  const code = new Coded(bytes);
  return code.spelled(code.word());
}
