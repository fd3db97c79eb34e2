/**
 * Numbers under words: which symbols are of one form, which of one stem. Kept in two arrays, not in one for each word.
 * @module
 */

/** @type {number[]} */
const NONE = [];

export class Groups {
  /** @param {number} members How many numbers there may be, from 0; each is in one group at most. */
  constructor(members) {
    /** @type {Map<string, number>} */
    this.numbers = new Map();
    /** @type {string[]} */
    this.keys = [];
    this.groupOf = new Int32Array(members).fill(-1);
    this.next = new Int32Array(members).fill(-1);
    /** @type {number[]} */
    this.first = [];
    /** @type {number[]} */
    this.last = [];
  }

  /** @param {string} key @param {number} member Greater than those before. @returns {number} The group's number. */
  put(key, member) {
    let group = this.numbers.get(key);
    if (group === undefined) {
      group = this.keys.push(key) - 1;
      this.numbers.set(key, group);
      this.first.push(member);
      this.last.push(member);
    } else {
      this.next[this.last[group]] = member;
      this.last[group] = member;
    }
    return (this.groupOf[member] = group);
  }

  /** @param {string} key @returns {boolean} */
  has(key) {
    return this.numbers.has(key);
  }

  /** @param {number} group @returns {number[]} Its members in order. */
  in(group) {
    const found = [];
    for (let member = this.first[group]; member >= 0; member = this.next[member]) found.push(member);
    return found;
  }

  /** @param {string} key @returns {number[]} */
  of(key) {
    const group = this.numbers.get(key);
    return group === undefined ? NONE : this.in(group);
  }
}
