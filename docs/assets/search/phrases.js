/**
 * Whether a stored document holds a phrase: its words in a row, as folded; the first may carry proclitics.
 * @module
 */
import { FIELD } from "./texts.js";

const PROCLITICS = /^[وفبلكس]{1,2}$/;

/**
 * @param {import("./texts.js").Stored} text
 * @param {import("./query.js").Term[]} phrase
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {boolean}
 */
export function holds(text, phrase, vocabulary) {
  return text.passages.some((passage) => {
    if (passage.field > FIELD.names) return false;
    const row = passage.symbols.filter((symbol) => vocabulary.isWord[symbol]);
    return row.some((_, at) => phrase.every((term, k) => same(row[at + k], term, k === 0, vocabulary)));
  });
}

/**
 * @param {number | undefined} symbol
 * @param {import("./query.js").Term} term
 * @param {boolean} first
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {boolean}
 */
function same(symbol, term, first, vocabulary) {
  if (symbol === undefined) return false;
  const form = vocabulary.forms[vocabulary.formOf[symbol]] ?? "";
  if (form === term.folded) return true;
  if (!first || !form.endsWith(term.folded.replace(/^ال/, ""))) return false;
  if (form.endsWith(term.folded)) return PROCLITICS.test(form.slice(0, -term.folded.length));
  return term.folded.startsWith("ال") && form === `لل${term.folded.slice(2)}`;
}
