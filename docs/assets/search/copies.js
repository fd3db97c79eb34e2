/**
 * Documents whose texts are nearly one: a group of them is one result.
 * @module
 */

/**
 * @param {number[]} found
 * @param {number[][]} groups The documents of each group.
 * @param {import("./first.js").Sooner} sooner
 * @returns {{apart: number[], copies: Map<number, number>}} Of each group the first alone, with how many of it are left out.
 */
export function collapsed(found, groups, sooner) {
  /** @type {Map<number, number>} */
  const copies = new Map();
  if (!groups.length) return { apart: found, copies };
  const among = new Set(found);
  /** @type {Set<number>} */
  const left = new Set();
  for (const group of groups) {
    const held = group.filter((doc) => among.has(doc));
    if (held.length < 2) continue;
    const best = held.reduce((one, other) => (sooner(other, one) ? other : one));
    held.forEach((doc) => void (doc !== best && left.add(doc)));
    copies.set(best, held.length - 1);
  }
  return { apart: left.size ? found.filter((doc) => !left.has(doc)) : found, copies };
}
