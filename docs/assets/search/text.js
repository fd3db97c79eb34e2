/**
 * Words of a text and the forms they are compared in. The display form is never altered: a word keeps its span.
 * Mirrors generator/reading/letters.py: the same letters are dropped and unified on both sides.
 * @module
 */

/** A word as written with its span in UTF-16 units, end excluded. @typedef {{text: string, start: number, end: number}} Word */

const MARKS = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/g;
const WORD = /[\p{L}\p{N}\u00ad\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c-\u200f\u2060]+/gu;
const STARTS_WORD = /^[\p{L}\p{N}\u00ad\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c-\u200f\u2060]/u;
const PLAIN = /^[a-z0-9\u0621-\u063a\u0641-\u064a]+$/;
const OTHER_LETTERS = /[یکڪ]/g;
const SEATS = /[أإآٱىئؤةۀە]/g;
const SEAT = /[أإآٱىئؤةۀە]/;
/** @type {Record<string, string>} */
const SAME = { "ی": "ي", "ک": "ك", "ڪ": "ك" };
/** @type {Record<string, string>} */
const UNIFIED = { "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ء", "ؤ": "ء", "ة": "ه", "ۀ": "ه", "ە": "ه" };

/**
 * The words of a text, in order.
 * @param {string} text
 * @returns {Word[]}
 */
export function words(text) {
  return Array.from(text.matchAll(WORD), (m) => ({ text: m[0], start: m.index, end: m.index + m[0].length }));
}

/** @param {string} symbol @returns {boolean} Whether a symbol of the vocabulary is a word and no separator. */
export const isWord = (symbol) => STARTS_WORD.test(symbol);

/**
 * A word without marks, tatweel and invisible controls; small letters, ASCII digits; hamza seats as written.
 * @param {string} word
 * @returns {string}
 */
export function bare(word) {
  if (PLAIN.test(word)) return word;
  return word
    .replace(MARKS, "")
    .normalize("NFKC")
    .replace(MARKS, "")
    .replace(OTHER_LETTERS, (c) => SAME[c])
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (c) => String(c.charCodeAt(0) & 15))
    .toLowerCase();
}

/** @param {string} plain A bare word. @returns {string} With alef, ya, hamza seats and ta marbuta unified. */
export const fold = (plain) => (SEAT.test(plain) ? plain.replace(SEATS, (c) => UNIFIED[c]) : plain);
