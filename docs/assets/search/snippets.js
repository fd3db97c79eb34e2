/**
 * The part of a document that best shows why it was found, as written, and where its words stand in it. Names are for
 * finding and never shown: some are spelled for that alone («iraq forces»), and what they name says more of itself.
 * @module
 */
import { FIELD, written } from "./texts.js";

/** @typedef {[start: number, end: number]} Span In UTF-16 units, end excluded. */
/** @typedef {{text: string, marks: Span[], anchor: number}} Snippet */

const WINDOW = 36;
const LEAD = 8;

/**
 * @param {import("./texts.js").Stored} text
 * @param {Map<number, {unit: number, worth: number}>} wanted What each symbol stands for in the query.
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {Snippet}
 */
export function snippet(text, wanted, vocabulary) {
  const shown = text.passages.filter((p) => p.field === FIELD.body);
  const passages = shown.length ? shown : text.passages.slice(0, 1);
  let best = { worth: -1, from: 0, passage: passages[0] };
  for (const passage of passages) {
    const found = bestWindow(passage.symbols, wanted, vocabulary);
    if (found.worth > best.worth) best = { ...found, passage };
  }
  if (best.worth <= 0) {
    for (const passage of text.passages.filter((p) => p.field === FIELD.themes)) {
      const found = bestWindow(passage.symbols, wanted, vocabulary);
      if (found.worth > best.worth && found.worth > 0) best = { ...found, passage };
    }
  }
  if (!best.passage) return { text: "", marks: [], anchor: 0 };
  return cut(best.passage, best.from, wanted, vocabulary);
}

/**
 * @param {Uint32Array} symbols
 * @param {Map<number, {unit: number, worth: number}>} wanted
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 */
function bestWindow(symbols, wanted, vocabulary) {
  /** @type {{at: number, unit: number, worth: number}[]} */
  const places = [];
  for (let at = 0; at < symbols.length; at++) {
    const hit = vocabulary.isWord[symbols[at]] ? wanted.get(symbols[at]) : undefined;
    if (hit) places.push({ at, unit: hit.unit, worth: hit.worth });
  }
  let best = { worth: 0, from: 0 };
  places.forEach(({ at }, first) => {
    /** @type {Map<number, number>} */
    const units = new Map();
    for (let k = first; k < places.length && places[k].at < at + WINDOW - LEAD; k++) {
      units.set(places[k].unit, Math.max(units.get(places[k].unit) ?? 0, places[k].worth));
    }
    const worth = [...units.values()].reduce((sum, one) => sum + one, 0);
    if (worth > best.worth) best = { worth, from: at };
  });
  return best;
}

/**
 * @param {import("./texts.js").Passage} passage
 * @param {number} match Where the best stretch starts.
 * @param {Map<number, {unit: number, worth: number}>} wanted
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {Snippet}
 */
function cut(passage, match, wanted, vocabulary) {
  const { symbols, anchor } = passage;
  let from = Math.max(0, Math.min(match - LEAD, symbols.length - WINDOW));
  const to = Math.min(symbols.length, from + WINDOW);
  if (from && !vocabulary.isWord[symbols[from]]) from++;
  const start = from ? "… " : "";
  /** @type {Span[]} */
  const marks = [];
  const words = written(symbols.subarray(from, to), vocabulary, (symbol, begin, end) => {
    if (wanted.has(symbol)) marks.push([begin + start.length, end + start.length]);
  });
  return { text: start + words + (to < symbols.length ? " …" : ""), marks, anchor };
}
