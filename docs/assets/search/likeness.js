/**
 * Which words look alike: an index of their pieces of three letters.
 * @module
 */

const BUCKETS = 1 << 16;
const EDGE = 94;
/** A form that shares fewer of a word's pieces is never among the most alike, and there are thousands of those. */
const LEAST_SHARED = 0.34;
const MOST_PIECES = 255;

export class Likeness {
  /** @param {string[]} forms */
  constructor(forms) {
    this.sizes = new Uint8Array(forms.length);
    this.shared = new Uint8Array(forms.length);
    const pieces = new Uint16Array(forms.reduce((sum, form) => sum + form.length, 0));
    this.starts = new Uint32Array(BUCKETS + 1);
    let end = 0;
    forms.forEach((form, number) => {
      const size = piecesOf(form, pieces, end);
      for (let at = end; at < end + size; at++) this.starts[pieces[at] + 1]++;
      this.sizes[number] = size;
      end += size;
    });
    for (let n = 0; n < BUCKETS; n++) this.starts[n + 1] += this.starts[n];
    this.forms = new Uint32Array(end);
    const next = this.starts.slice();
    for (let number = 0, at = 0; number < forms.length; number++) {
      for (let left = this.sizes[number]; left > 0; left--) this.forms[next[pieces[at++]]++] = number;
    }
  }

  /**
   * The forms that share most pieces with a word, most alike first (Dice coefficient), the word itself among them.
   * @param {string} folded
   * @param {number} most
   * @returns {number[]}
   */
  to(folded, most) {
    const { starts, forms, sizes, shared } = this;
    const own = new Uint16Array(folded.length);
    const size = piecesOf(folded, own, 0);
    const touched = [];
    for (let n = 0; n < size; n++) {
      for (let at = starts[own[n]]; at < starts[own[n] + 1]; at++) if (shared[forms[at]]++ === 0) touched.push(forms[at]);
    }
    const enough = Math.min(size, Math.max(2, Math.ceil(size * LEAST_SHARED)));
    /** @type {{form: number, worth: number}[]} */
    const best = [];
    for (const form of touched) {
      const count = shared[form];
      shared[form] = 0;
      if (count >= enough) keep(best, { form, worth: count / (size + sizes[form]) }, most);
    }
    return best.map(({ form }) => form);
  }
}

/** @param {{form: number, worth: number}[]} best @param {{form: number, worth: number}} one @param {number} most */
function keep(best, one, most) {
  let at = best.length;
  while (at > 0 && (best[at - 1].worth < one.worth || (best[at - 1].worth === one.worth && best[at - 1].form > one.form))) at--;
  if (at >= most) return;
  best.splice(at, 0, one);
  if (best.length > most) best.pop();
}

/**
 * Writes the numbers of a word's pieces, its ends marked, each once.
 * @param {string} form
 * @param {Uint16Array} into
 * @param {number} start
 * @returns {number} How many.
 */
function piecesOf(form, into, start) {
  let end = start;
  for (let at = -1; at < form.length - 1 && end - start < MOST_PIECES; at++) {
    const bucket = ((letterAt(form, at) * 131 + letterAt(form, at + 1)) * 131 + letterAt(form, at + 2)) & (BUCKETS - 1);
    let seen = start;
    while (seen < end && into[seen] !== bucket) seen++;
    if (seen === end) into[end++] = bucket;
  }
  return end - start;
}

/** @param {string} form @param {number} at @returns {number} */
const letterAt = (form, at) => (at < 0 || at >= form.length ? EDGE : form.charCodeAt(at));
