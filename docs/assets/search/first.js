/**
 * The first few of many documents in an order, without sorting them all.
 * @module
 */

/** Whether one document comes before another. @typedef {(one: number, other: number) => boolean} Sooner */

/** @param {Float32Array} scores @returns {Sooner} Higher scores come sooner, then smaller numbers. */
export function better(scores) {
  return (one, other) => scores[one] > scores[other] || (scores[one] === scores[other] && one < other);
}

/**
 * @param {number[]} docs
 * @param {number} count
 * @param {Sooner} sooner
 * @returns {number[]} The first ones in order.
 */
export function first(docs, count, sooner) {
  const order = (/** @type {number} */ a, /** @type {number} */ b) => (sooner(a, b) ? -1 : 1);
  if (count >= docs.length) return [...docs].sort(order);
  /** A heap whose root is the last of those kept. */
  const kept = docs.slice(0, Math.max(0, count)).sort((a, b) => order(b, a));
  if (!kept.length) return [];
  for (let at = kept.length; at < docs.length; at++) {
    if (!sooner(docs[at], kept[0])) continue;
    kept[0] = docs[at];
    sink(kept, sooner);
  }
  return kept.sort(order);
}

/** @param {number[]} heap @param {Sooner} sooner */
function sink(heap, sooner) {
  const moved = heap[0];
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && sooner(heap[child], heap[child + 1])) child++;
    if (!sooner(moved, heap[child])) break;
    heap[at] = heap[child];
    at = child;
  }
  heap[at] = moved;
}
