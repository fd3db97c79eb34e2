/**
 * The part of a document that best shows why it was found, as written, and where its words stand in it. Names are for
 * finding and never shown: some are spelled for that alone («iraq forces»), and what they name says more of itself.
 * @module
 */
import { arabicKeys, isLatin } from "./sounds.js";
import { light, strongKeys } from "./stems.js";
import { bare, isWord } from "./text.js";
import { FIELD, written } from "./texts.js";

/** @typedef {[start: number, end: number]} Span In UTF-16 units, end excluded. */
/** @typedef {{text: string, marks: Span[], anchor: number}} Snippet */
/** What a word as written stands for in a query. @typedef {(word: string) => {unit: number, worth: number} | undefined} Wanted */

const WINDOW = 36;
const LEAD = 8;
/** What ends a sentence, before a space and what opens the next; and that. */
const END = /[.!?\u061f\u061b\u2026\u06d4]["'\u00bb\u201d\u2019)\]]*\s+["'\u00ab\u201c\u2018(\[]*$/;
/** In haste no space is left between a full stop and the next word. */
const TIGHT = /^[.!?\u061f\u061b]$/;
const ARABIC = /^[\u0621-\u064a]{2}/;
const OPENING = /["'\u00ab\u201c\u2018(\[]+$/;

/**
 * What is wanted of a text, and what in it answers to a name that it has in Latin letters beside the Arabic ones: «ترامب» to
 * Trump, by sound, and where none sounds so the whole name.
 * @param {import("./texts.js").Stored} text
 * @param {Wanted} wanted
 * @returns {Wanted}
 */
export function inArabic({ passages }, wanted) {
  /** @type {Map<string, ReturnType<Wanted>>} */
  const found = new Map();
  const of = (/** @type {import("./texts.js").Passage} */ { tokens }) => tokens.filter(isWord).map(bare);
  const [body, title] = [FIELD.body, FIELD.title].map((field) => passages.find((passage) => passage.field === field));
  for (const words of passages.filter(({ field }) => field === FIELD.names).map(of)) {
    const called = [...words, ...(title && !body ? of(title) : [])].filter((word) => ARABIC.test(word));
    for (const word of words.filter((each) => isLatin(each) && wanted(each))) {
      const keys = new Set(arabicKeys(word, (spelt) => strongKeys(light(spelt))));
      const alike = called.filter((own) => strongKeys(light(own)).some((key) => keys.has(key)));
      for (const own of alike.length ? alike : called) found.set(light(own), wanted(word));
    }
  }
  return found.size ? (word) => wanted(word) ?? found.get(light(bare(word))) : wanted;
}

/**
 * @param {import("./texts.js").Stored} text
 * @param {Wanted} wanted
 * @returns {Snippet}
 */
export function snippet(text, wanted) {
  const shown = text.passages.filter((p) => p.field === FIELD.body);
  let best = { worth: -1, from: 0, last: 0, passage: shown[0] };
  for (const passage of shown) {
    const found = bestWindow(passage.tokens, wanted);
    if (found.worth > best.worth) best = { ...found, passage };
  }
  if (best.worth <= 0) {
    for (const passage of text.passages.filter((p) => p.field === FIELD.themes)) {
      const found = bestWindow(passage.tokens, wanted);
      if (found.worth > best.worth && found.worth > 0) best = { ...found, passage };
    }
  }
  if (!best.passage) return { text: "", marks: [], anchor: 0 };
  return cut(best.passage, best, wanted);
}

/** What a result is called: by its title, else as its text begins. @param {import("./texts.js").Stored} text @returns {string[]} */
export function heading({ passages }) {
  const of = (/** @type {number} */ field) => passages.find((passage) => passage.field === field)?.tokens;
  const [title, body = []] = [of(FIELD.title), of(FIELD.body)];
  return title ?? (body.length > LEAD ? [...body.slice(0, LEAD), " …"] : body);
}

/**
 * @param {string[]} tokens
 * @param {Wanted} wanted
 */
function bestWindow(tokens, wanted) {
  /** @type {{at: number, unit: number, worth: number}[]} */
  const places = [];
  for (let at = 0; at < tokens.length; at++) {
    const hit = isWord(tokens[at]) ? wanted(tokens[at]) : undefined;
    if (hit) places.push({ at, unit: hit.unit, worth: hit.worth });
  }
  let best = { worth: 0, from: 0, last: 0 };
  places.forEach(({ at }, first) => {
    /** @type {Map<number, number>} */
    const units = new Map();
    let last = at;
    for (let k = first; k < places.length && places[k].at < at + WINDOW - LEAD; k++) {
      if (!units.has(places[k].unit)) last = places[k].at;
      units.set(places[k].unit, Math.max(units.get(places[k].unit) ?? 0, places[k].worth));
    }
    const worth = [...units.values()].reduce((sum, one) => sum + one, 0);
    if (worth > best.worth) best = { worth, from: at, last };
  });
  return best;
}

/**
 * Where a snippet begins: with a sentence, if what was found still stands in it and it is not much shorter for that;
 * else some words before.
 * @param {string[]} symbols Of the passage.
 * @param {number} match Where the best stretch starts.
 * @param {number} last Where it ends.
 * @returns {{from: number, sign: string}} The first symbol, and what stands before it.
 */
export function beginning(symbols, match, last) {
  const full = Math.max(0, symbols.length - WINDOW);
  let found = -1;
  for (let at = match; at >= 0 && last < at + WINDOW && (found < 0 || found > full); at--) if (begins(symbols, at)) found = at;
  if (found >= 0) return { from: found, sign: found ? (OPENING.exec(symbols[found - 1])?.[0] ?? "") : "" };
  const from = Math.min(match - LEAD, full);
  return { from: isWord(symbols[from]) ? from : from + 1, sign: "… " };
}

/** @param {string[]} symbols @param {number} at @returns {boolean} Whether a sentence begins there. */
function begins(symbols, at) {
  if (!at) return true;
  const [last, before] = [symbols[at - 2] ?? "", symbols[at - 1]];
  if (TIGHT.test(before)) return ARABIC.test(last) && ARABIC.test(symbols[at]);
  // What one letter stands before is short for a word: «د. سمير».
  return END.test(before) && (last.length > 1 || !before.startsWith("."));
}

/**
 * @param {import("./texts.js").Passage} passage
 * @param {{from: number, last: number}} match The best stretch.
 * @param {Wanted} wanted
 * @returns {Snippet}
 */
function cut({ tokens, anchor }, match, wanted) {
  const { from, sign } = beginning(tokens, match.from, match.last);
  const to = Math.min(tokens.length, from + WINDOW);
  /** @type {Span[]} */
  const marks = [];
  const words = written(tokens.slice(from, to), (word, begin, end) => {
    if (wanted(word)) marks.push([begin + sign.length, end + sign.length]);
  });
  return { text: sign + words + (to < tokens.length ? " …" : ""), marks, anchor };
}
