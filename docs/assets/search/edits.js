/**
 * How many letters lie between two words.
 * @module
 */

/**
 * Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment), given up beyond a bound.
 * @param {string} one
 * @param {string} other
 * @param {number} bound
 * @returns {number} The distance, or bound + 1 when it is larger.
 */
export function distance(one, other, bound) {
  if (Math.abs(one.length - other.length) > bound) return bound + 1;
  let [before, row] = [/** @type {number[]} */ ([]), Array.from({ length: other.length + 1 }, (_, n) => n)];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let least = Math.min(row[j - 1] + (same ? 0 : 1), row[j] + 1, next[j - 1] + 1);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        least = Math.min(least, before[j - 2] + 1);
      }
      next.push(least);
    }
    if (Math.min(...next) > bound) return bound + 1;
    [before, row] = [row, next];
  }
  return Math.min(row[other.length], bound + 1);
}
