/**
 * What a reader typed, taken apart: words, quoted phrases, words to leave out.
 * @module
 */
import { pairs } from "./marks.js";
import { bare, fold, words } from "./text.js";

/** `joint`: what stands between it and the word before, where that is one sign. @typedef {{text: string, plain: string, folded: string, typing: boolean, joint: string}} Term */
/**
 * `only`: nothing is asked for but phrases. `asWritten`: bare words that stand between quotation marks and nowhere else.
 * @typedef {{terms: Term[], phrases: Term[][], without: Term[][], only: boolean, asWritten: Set<string>}} Query
 */

/** What lies beyond is not read: nobody types so much, and an answer must come at once. */
const LONGEST = 2000;
const MOST_WORDS = 48;
const LONGEST_WORD = 40;
/** A text is looked through for each. */
const MOST_PHRASES = 8;
/** A number with its thousands set apart: «10,000». */
const GROUPED = /\p{Nd}{1,3}(?:[,٬]\p{Nd}{3})+(?!\p{Nd})/gu;
const BEFORE_LEFT_OUT = /(?:^|[\s(])-$/;
const LEFT_OUT = /(?:^|\s)-(?=[^\s-])(\S+)/g;

/**
 * @param {string} text
 * @param {boolean} typing Whether the last word may still be growing.
 * @returns {Query}
 */
export function parse(text, typing) {
  const asked = String(text).slice(0, LONGEST).normalize("NFC").replace(GROUPED, (number) => number.replace(/[,٬]/g, ""));
  const { phrases, without, said, outside } = quoted(asked);
  const rest = said.replace(LEFT_OUT, (_all, word) => {
    const left = termsOf(word);
    if (left.length) without.push(left);
    return " ";
  });
  const terms = termsOf(rest);
  const last = terms.at(-1);
  if (typing && last && rest.endsWith(last.text)) last.typing = true;
  const free = termsOf(outside.replace(LEFT_OUT, " ")).map(({ plain }) => plain);
  const only = phrases.length > 0 && !free.length;
  const asWritten = new Set(phrases.flat().flatMap(({ plain }) => (free.includes(plain) ? [] : [plain])));
  return { terms, phrases, without, only, asWritten };
}

/**
 * The phrases between quotation marks, those to leave out, the text without the latter, and what lies outside all marks.
 * @param {string} text
 * @returns {{phrases: Term[][], without: Term[][], said: string, outside: string}}
 */
function quoted(text) {
  /** @type {Map<string, Term[]>} */
  const phrases = new Map();
  /** @type {Term[][]} */
  const without = [];
  let said = text;
  let outside = text;
  let passed = 0;
  for (const { open, start, end, close } of pairs(text)) {
    const phrase = termsOf(text.slice(start, end));
    if (!phrase.length || open < passed) continue;
    const leftOut = BEFORE_LEFT_OUT.test(text.slice(Math.max(0, open - 2), open));
    if (leftOut) {
      without.push(phrase);
      passed = close;
    } else if (phrases.size < MOST_PHRASES) phrases.set(phrase.map((term) => term.folded).join(" "), phrase);
    const blank = (/** @type {string} */ from) => from.slice(0, open) + " ".repeat(close - open) + from.slice(close);
    outside = blank(outside);
    if (leftOut) said = blank(said);
  }
  return { phrases: [...phrases.values()], without, said, outside };
}

/**
 * @param {string} text
 * @returns {Term[]} Its words, in order, at most MOST_WORDS.
 */
export function termsOf(text) {
  /** @type {Term[]} */
  const found = [];
  let end = -1;
  for (const word of words(text)) {
    const plain = bare(word.text).slice(0, LONGEST_WORD);
    const joint = end >= 0 && word.start === end + 1 ? text[end] : "";
    if (plain) found.push({ text: word.text, plain, folded: fold(plain), typing: false, joint });
    end = word.end;
    if (found.length === MOST_WORDS) break;
  }
  return found;
}

/** @param {string} text @param {string} word @returns {string} The text with quotation marks round a word of it. */
export function inMarks(text, word) {
  const found = words(text).find((one) => one.text === word);
  return found ? `${text.slice(0, found.start)}«${word}»${text.slice(found.end)}` : text;
}
