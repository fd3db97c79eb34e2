/**
 * Phrases: whether a stored document holds one, and what holding them means for order and answer.
 * @module
 */
import { FIELD } from "./texts.js";

const PROCLITICS = /^[وفبلكس]{1,2}$/;
/** So much of a phrase is said again in the answer. */
const SAID_WORDS = 12;

/**
 * Whether a document holds a phrase: its words in a row, as folded; the first may carry proclitics.
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

/**
 * @param {Set<number>[]} holders
 * @param {import("./first.js").Sooner} sooner
 * @returns {import("./first.js").Sooner} First what more phrases stand in, and among those as before.
 */
export function preferring(holders, sooner) {
  if (!holders.length) return sooner;
  const held = (/** @type {number} */ doc) => holders.reduce((count, docs) => count + Number(docs.has(doc)), 0);
  return (a, b) => held(a) > held(b) || (held(a) === held(b) && sooner(a, b));
}

/**
 * What there is to say of phrases when not all that was found holds them.
 * @param {import("./query.js").Term[][]} phrases
 * @param {Set<number>[]} holders
 * @param {number[]} chosen
 * @returns {{unheld: string[], preferred: string[]}}
 */
export function loose(phrases, holders, chosen) {
  const text = (/** @type {import("./query.js").Term[]} */ phrase) => {
    const words = phrase.map((term) => term.text);
    return words.length > SAID_WORDS ? `${words.slice(0, SAID_WORDS).join(" ")}…` : words.join(" ");
  };
  const some = phrases.filter((_, at) => chosen.some((doc) => holders[at].has(doc)));
  const all = phrases.filter((_, at) => chosen.every((doc) => holders[at].has(doc)));
  const unheld = phrases.filter((_, at) => !holders[at].size);
  return { unheld: unheld.map(text), preferred: some.filter((phrase) => !all.includes(phrase)).map(text) };
}
