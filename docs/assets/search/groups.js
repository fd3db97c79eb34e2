/**
 * Numbers under words: which words are of one form, which of one stem.
 * @module
 */

/** @type {number[]} */
const NONE = [];

export class Groups {
  /** The group of each word. @type {Map<string, number>} */
  numbers = new Map();
  /** @type {string[]} */
  keys = [];
  /** The group of each member. @type {number[]} */
  groupOf = [];
  /** @type {number[][]} */
  #members = [];

  /** @param {string} key @param {number} member Greater than those before. @returns {number} The group's number. */
  put(key, member) {
    let group = this.numbers.get(key);
    if (group === undefined) {
      group = this.keys.push(key) - 1;
      this.numbers.set(key, group);
      this.#members.push([member]);
    } else this.#members[group].push(member);
    return (this.groupOf[member] = group);
  }

  /** @param {string} key @returns {boolean} */
  has(key) {
    return this.numbers.has(key);
  }

  /** @param {number} group @returns {number[]} Its members in order. */
  in(group) {
    return this.#members[group];
  }

  /** @param {string} key @returns {number[]} */
  of(key) {
    const group = this.numbers.get(key);
    return group === undefined ? NONE : this.in(group);
  }
}
