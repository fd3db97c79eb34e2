/**
 * The forms of a word that an index holds, class by class, and what it might have meant when it holds none.
 * @module
 */
import { distance } from "./edits.js";
import { light } from "./stems.js";

/** @typedef {{symbol: number, factor: number}} Form */
/**
 * `present` is false when only pieces of the word occur.
 * @typedef {object} Forms
 * @property {Form[]} exact Same letters after folding.
 * @property {number[]} light Same light stem.
 * @property {number[]} strong Same consonants or sound.
 * @property {number[]} near A slip of the pen away; only for a word without the others.
 * @property {number[]} begun Words that begin so; only while it is being typed.
 * @property {number[]} alike Folded forms that share pieces with it.
 * @property {boolean} present
 */

/** Folding joins على and علي; as written goes first. */
const FOLDED = 0.6;
const ALIKE = 24;
const BEGUN = 64;
const SHORTEST_BEGUN = 2;
/** A word more than a third of whose letters differ is no suggestion. */
const NEAREST_SHARE = 1 / 3;
/** A stem of so many letters forgives one slip, of so many two: shorter names are too close to others (كوريا, سوريا). */
const SLIPS = [7, 10];

/**
 * @param {import("./query.js").Term} term
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {Forms}
 */
export function formsOf(term, vocabulary) {
  const stem = light(term.plain);
  const folded = vocabulary.members(vocabulary.byFold, term.folded);
  const asWritten = folded.some((symbol) => vocabulary.plain[symbol] === term.plain);
  const exact = folded.map((symbol) => ({
    symbol,
    factor: !asWritten || vocabulary.plain[symbol] === term.plain ? 1 : FOLDED,
  }));
  const lightForms = vocabulary.members(vocabulary.byLight, stem);
  const strong = new Set([...vocabulary.strong(stem)].flatMap((key) => vocabulary.members(vocabulary.byStrong, key)));
  const begun = term.typing ? beginning(term.folded, vocabulary) : [];
  const alike = vocabulary.alike(term.folded, ALIKE);
  const known = exact.length + lightForms.length + strong.size + begun.length > 0;
  const near = known ? [] : slips(stem, alike, vocabulary);
  const present = known || near.length > 0;
  return { exact, light: lightForms, strong: [...strong], near, begun, alike, present };
}

/** @param {string} stem @param {number[]} alike @param {import("./vocabulary.js").Vocabulary} vocabulary */
function slips(stem, alike, vocabulary) {
  const allowed = SLIPS.filter((length) => stem.length >= length).length;
  if (!allowed || /\d/.test(stem)) return [];
  return alike
    .flatMap((form) => vocabulary.symbolsOfForm(form))
    .filter((symbol) => {
      const other = light(vocabulary.plain[symbol]);
      return other[0] === stem[0] && distance(stem, other, allowed) <= allowed;
    });
}

/** @param {string} start @param {import("./vocabulary.js").Vocabulary} vocabulary @returns {number[]} */
function beginning(start, vocabulary) {
  if (start.length < SHORTEST_BEGUN) return [];
  const found = [];
  for (let form = 0; form < vocabulary.forms.length && found.length < BEGUN; form++) {
    const at = vocabulary.forms[form];
    if (at.startsWith(start) || (at.startsWith("ال") && at.startsWith(start, 2))) {
      found.push(...vocabulary.symbolsOfForm(form));
    }
  }
  return found;
}

/**
 * What stands in for a word of which the index has neither the letters nor the stem, as written, most alike first.
 * @param {Forms} forms
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @param {number} most
 * @returns {string[]}
 */
export function standIns(forms, vocabulary, most) {
  if (forms.exact.length || forms.light.length || forms.begun.length) return [];
  const rank = new Map(forms.alike.map((form, at) => [form, at]));
  const place = (/** @type {number} */ symbol) => rank.get(vocabulary.formOf[symbol]) ?? forms.alike.length;
  const found = [...forms.strong, ...forms.near].sort((a, b) => place(a) - place(b) || a - b);
  return [...new Set(found.map((symbol) => vocabulary.plain[symbol]))].slice(0, most);
}

/**
 * Words of the index closest to one it lacks, as written there; the likeliest meant first.
 * @param {import("./query.js").Term} term
 * @param {Forms} forms
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @param {number} most
 * @returns {string[]}
 */
export function nearest(term, forms, vocabulary, most) {
  const bound = Math.max(1, Math.floor(term.folded.length * NEAREST_SHARE));
  return forms.alike
    .map((form) => ({ form, apart: distance(term.folded, vocabulary.forms[form], bound) }))
    .filter(({ form, apart }) => apart <= bound && vocabulary.forms[form].length > 2)
    .sort((a, b) => a.apart - b.apart || a.form - b.form)
    .slice(0, most)
    .map(({ form }) => vocabulary.plain[vocabulary.symbolsOfForm(form)[0]]);
}
