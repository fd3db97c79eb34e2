/**
 * What a reader typed, taken apart: words, quoted phrases, words to leave out.
 * @module
 */
import { bare, fold, words } from "./text.js";

/** @typedef {{text: string, plain: string, folded: string, typing: boolean}} Term */
/** @typedef {{terms: Term[], phrases: Term[][], without: Term[][]}} Query */

/** What lies beyond is not read: nobody types so much, and an answer must come at once. */
const LONGEST = 2000;
const MOST_WORDS = 48;
const LONGEST_WORD = 40;
/** A number with its thousands set apart: «10,000». */
const GROUPED = /\p{Nd}{1,3}(?:[,٬]\p{Nd}{3})+(?!\p{Nd})/gu;
const QUOTED = /(^|[\s(])(-?)["«“”„]([^"«»“”„]*)["»“”]/g;
const LEFT_OUT = /(?:^|\s)-(?=[^\s-])(\S+)/g;

/**
 * @param {string} text
 * @param {boolean} typing Whether the last word may still be growing.
 * @returns {Query}
 */
export function parse(text, typing) {
  /** @type {Query} */
  const query = { terms: [], phrases: [], without: [] };
  let rest = String(text).slice(0, LONGEST).normalize("NFC").replace(GROUPED, (number) => number.replace(/[,٬]/g, ""));
  rest = rest.replace(QUOTED, (_all, before, minus, inside) => {
    const phrase = termsOf(inside);
    if (!phrase.length) return " ";
    if (minus) query.without.push(phrase);
    else query.phrases.push(phrase);
    return minus ? " " : `${before} ${inside} `;
  });
  rest = rest.replace(LEFT_OUT, (_all, word) => {
    const left = termsOf(word);
    if (left.length) query.without.push(left);
    return " ";
  });
  query.terms = termsOf(rest);
  const last = query.terms.at(-1);
  if (typing && last && !query.phrases.length && rest.endsWith(last.text)) last.typing = true;
  return query;
}

/**
 * @param {string} text
 * @returns {Term[]} Its words, in order, at most MOST_WORDS.
 */
export function termsOf(text) {
  /** @type {Term[]} */
  const found = [];
  for (const word of words(text)) {
    const plain = bare(word.text).slice(0, LONGEST_WORD);
    if (plain) found.push({ text: word.text, plain, folded: fold(plain), typing: false });
    if (found.length === MOST_WORDS) break;
  }
  return found;
}
