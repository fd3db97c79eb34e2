/**
 * What there is to say of an answer beside its results, on the search page and in the theme's box alike.
 * @module
 */

/** What a word or phrase stands for in a sentence, by the name between its braces. @typedef {Record<string, string[]>} Values */
/** The site's own words, with places such as {words} in them. @typedef {Readonly<Record<string, string | undefined>>} Words */
/** What an answer says beside its hits; `broken` when there was no answer. @typedef {Omit<import("./search.js").Answer, "hits"> & {broken: boolean}} Notice */
/** Text and links. @typedef {(Node | string)[]} Sentence */

/** @type {Notice} */
export const NOTHING = { total: 0, absent: [], nearest: [], kin: [], unheld: [], preferred: [], partial: false, facets: [], broken: false };

/**
 * The sentences on words and phrases that were not found as they stand, and on what could not be read.
 * @param {Omit<Notice, "total" | "facets" | "broken">} answer
 * @param {Words} words
 * @param {(word: string) => Node | string} link A way to search for a word instead.
 * @returns {Sentence[]}
 */
export function sentences({ absent, nearest, kin, unheld, preferred, partial }, words, link) {
  const say = (/** @type {string} */ name, /** @type {Values} */ values = {}) =>
    (words[name] ?? "").replace(/\{(\w+)\}/g, (_all, key) => values[key].join("» «"));
  const near = nearest.flatMap((word, at) => [at ? "، " : `؛ ${say("nearest")}: `, link(word)]);
  return [
    ...(partial ? [[say("partial")]] : []),
    ...(absent.length ? [[say("absent", { words: absent }), ...near]] : []),
    ...kin.map(({ word, forms }) => [say("kin", { word: [word], forms })]),
    ...(unheld.length ? [[say("unheld", { phrases: unheld })]] : []),
    ...(preferred.length ? [[say("preferred", { phrases: preferred })]] : []),
  ];
}

/** @param {Sentence[]} all @returns {Sentence} One after another. */
export const inARow = (all) => all.flatMap((parts, at) => (at ? [" · ", ...parts] : parts));
