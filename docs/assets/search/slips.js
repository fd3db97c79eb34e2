/**
 * What a word may have been before a slip of the hand or the ear: words of the index near it in spelling. All but
 * `slips` is pure and knows no index.
 * @module
 */
import { distance, heardAlike, keysBeside, slip } from "./edits.js";
import { headless, light, SUFFIXES } from "./stems.js";
import { fold } from "./text.js";

/** @typedef {import("./shards.js").Near} Near */
/**
 * A stem of the index that a word may have been meant for.
 * @typedef {object} Slip
 * @property {string} stem
 * @property {string} word The form that is nearest, as written.
 * @property {number} cost How unlikely it is, by the edits and by how seldom the word stands; least first.
 * @property {boolean} likely Whether hands and ears often slip so, in a word long enough.
 * @property {boolean} short Whether it is so short that it is near too many others.
 */

/** A shorter stem is near everything, and one of so many letters near too much. */
const SHORTEST = 3;
/** A stem of so many letters forgives two edits. */
const TWO_FROM = 7;
/** What one edit of a usual kind costs at most, and two. */
const LIKELY = [0.7, 1.4];
const BOUND = 2;
/** How much farther than the best another may lie, and how many there are. */
const MARGIN = 0.35;
const MOST = 3;
/** What a slip in the article or the ending costs beside one in the stem, and a letter taken for «و» or «ب» before it. */
const OUTSIDE = 0.4;
const PROCLITIC = 0.1;
/** What another ending than in the texts adds. */
const ENDING = 0.4;
/** What halving a word's frequency adds, and the rank up to which all are as frequent. */
const SELDOM = 0.07;
const FREQUENT = 8;
const ARTICLES = ["ال", "بال", "وال", "لل"];
const CARRIED = /^[وفبلكس](?=.{4})/;

/** @param {string} word @returns {number} Its letters as bits. */
function bag(word) {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

/** @param {number} bits @param {number} most @returns {boolean} Whether more are set. */
function exceeds(bits, most) {
  let left = bits;
  for (let n = 0; n < most; n++) left &= left - 1;
  return left !== 0;
}

/**
 * The stems that differ from one by a letter, or by two where both are long.
 * @param {string} stem As typed.
 * @param {Iterable<Near>} stems
 * @returns {Near[]}
 */
export function spelledLike(stem, stems) {
  const own = bag(stem);
  /** @type {Near[]} */
  const found = [];
  for (const near of stems) {
    const other = near.stem;
    const apart = Math.abs(other.length - stem.length);
    const edits = Math.min(stem.length, other.length) < TWO_FROM ? 1 : 2;
    if (apart > edits || other.length < SHORTEST || exceeds(own ^ bag(other), 2 * edits)) continue;
    if (other !== stem && distance(stem, other, edits) <= edits) found.push(near);
  }
  return found;
}

/**
 * Whether a stem may have begun with a letter. The first letter of a word is seldom missed; behind an article it is as
 * any other.
 * @param {string} stem As typed.
 * @param {string} letter
 * @param {boolean} inner Whether letters stand before it in the word.
 * @returns {boolean}
 */
export function mayBegin(stem, letter, inner) {
  const [first, second] = stem;
  return letter === first || heardAlike(letter, first) || (inner && (letter === second || keysBeside(letter, first)));
}

/**
 * The stems of a word were its article or its ending mended, with what the slip costs.
 * @param {string} plain
 * @returns {Map<string, number>}
 */
function mended(plain) {
  /** @type {Map<string, number>} */
  const found = new Map();
  /** @param {string} word @param {number} cost */
  const add = (word, cost) => {
    const stem = light(word);
    if (cost <= LIKELY[0] && stem.length >= SHORTEST) found.set(stem, Math.min(cost, found.get(stem) ?? cost));
  };
  for (const head of ARTICLES.filter((head) => head[0] === plain[0])) {
    for (const length of lengthsNear(head)) add(head + plain.slice(length), distance(plain.slice(0, length), head, 1, slip));
    // The last letter of the article and the first of the word have changed places.
    const last = head.length - 1;
    if (plain[last + 1] === head[last]) add(head + plain[last] + plain.slice(last + 2), distance("اب", "با", 1, slip));
  }
  for (const ending of SUFFIXES) {
    for (const length of lengthsNear(ending)) {
      add(plain.slice(0, -length) + ending, distance(fold(plain.slice(-length)), ending, 1, slip));
    }
  }
  found.delete(light(plain));
  return found;
}

/** @param {string} part @returns {number[]} How many letters it has, one fewer and one more, but no none. */
const lengthsNear = ({ length }) => [length - 1, length, length + 1].filter((n) => n > 0);

/**
 * The readings of a word to which stems are compared, and whether letters stand before each.
 * @param {string} plain
 * @returns {Map<string, boolean>}
 */
function readings(plain) {
  const core = headless(plain);
  const found = new Map([[core, core.length < plain.length]]);
  if (/^ال..$/.test(core)) found.set(core.slice(2), true);
  for (const [word, inner] of [...found]) {
    for (const ending of SUFFIXES) if (word.endsWith(ending)) found.set(word.slice(0, -ending.length), inner);
    found.set(light(word), inner);
  }
  for (const word of [...found.keys()]) if (CARRIED.test(word)) found.set(word.slice(1), true);
  return found;
}

/**
 * How far a form lies from a word, with what is joined to both and without.
 * @param {string} plain
 * @param {string} form
 * @returns {number}
 */
function between(plain, form) {
  const [core, other] = [headless(plain), headless(form)];
  const carried = CARRIED.test(core) ? PROCLITIC + distance(core.slice(1), other, BOUND, slip) : Infinity;
  return Math.min(carried, distance(core, other, BOUND, slip), distance(fold(plain), fold(form), BOUND, slip));
}

/**
 * What a word may have been meant for, likeliest first.
 * @param {string} plain
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {Slip[]}
 */
export function slips(plain, vocabulary) {
  if (/\d/.test(plain) || plain.length < SHORTEST) return [];
  /** Stems with what they cost but for endings. @type {Map<Near, number>} */
  const found = new Map();
  const put = (/** @type {Near | undefined} */ near, /** @type {number} */ cost) => near && found.set(near, Math.min(cost, found.get(near) ?? cost));
  for (const [stem, cost] of mended(plain)) put(vocabulary.attested(stem), cost + OUTSIDE);
  for (const [stem, inner] of readings(plain)) {
    if (stem.length < 2) continue;
    for (const other of vocabulary.spelledLike(stem, inner)) put(other, distance(stem, other.stem, BOUND, slip) + ENDING);
  }
  const weighed = [...found].map(([near, cost]) => weigh(plain, near, cost, vocabulary));
  const saying = weighed.filter(({ word }) => !vocabulary.silent.has(word));
  const sorted = saying.sort((a, b) => a.cost - b.cost || (a.stem < b.stem ? -1 : 1));
  return sorted.slice(0, MOST).filter(({ cost }) => cost <= sorted[0].cost + MARGIN);
}

/**
 * @param {string} plain
 * @param {Near} near
 * @param {number} most What it costs but for endings.
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {Slip}
 */
function weigh(plain, { stem, rank }, most, vocabulary) {
  const [word, edits] = nearest(plain, vocabulary.atHand(stem));
  const least = Math.min(edits, most);
  const shorter = Math.min(stem.length, light(plain).length);
  const likely = least <= LIKELY[shorter < TWO_FROM ? 0 : 1];
  return { stem, word, cost: least + seldom(rank), likely, short: shorter <= SHORTEST };
}

/** @param {string} plain @param {string[]} forms @returns {[string, number]} The nearest form and how far it is. */
function nearest(plain, forms) {
  /** @type {[string, number]} */
  let best = [forms[0], BOUND + 1];
  for (const form of forms) {
    const apart = between(plain, form);
    if (apart < best[1]) best = [form, apart];
  }
  return best;
}

/** @param {number} rank @returns {number} How little speaks for a word by how often it stands. */
export const seldom = (rank) => SELDOM * Math.log2(FREQUENT + rank);
