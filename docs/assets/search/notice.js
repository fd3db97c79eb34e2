/**
 * What there is to say of an answer beside its results, on the search page and in the theme's box alike.
 * @module
 */

/** What a word or phrase stands for in a sentence, by the name between its braces. @typedef {Record<string, Sentence>} Values */
/** The site's own words, with places such as {words} in them. @typedef {Readonly<Record<string, string | undefined>>} Words */
/** What an answer says beside its hits; `broken` when there was no answer. @typedef {Omit<import("./search.js").Answer, "hits"> & {broken: boolean}} Notice */
/** Text and links. @typedef {(Node | string)[]} Sentence */

/** @type {Notice} */
export const NOTHING = { total: 0, absent: [], nearest: [], kin: [], unheld: [], preferred: [], partial: false, facets: [], broken: false };

/**
 * The sentences on words and phrases that were not found as they stand, and on what could not be read. The words say
 * all of them, and what stands between words (`between`), between links (`comma`) and between sentences (`row`).
 * @param {Omit<Notice, "total" | "facets" | "broken">} answer
 * @param {Words} words
 * @param {(word: string) => Node | string} link A way to search for a word instead.
 * @returns {Sentence[]}
 */
export function sentences({ absent, nearest, kin, unheld, preferred, partial }, words, link) {
  const say = (/** @type {string} */ name, /** @type {Values} */ values = {}) =>
    (words[name] ?? "").split(/\{(\w+)\}/).flatMap((part, at) => (at % 2 ? values[part] : part ? [part] : []));
  const listed = (/** @type {Sentence} */ parts, sign = words.between ?? "") => inARow(parts.map((part) => [part]), sign);
  const near = listed(nearest.map(link), words.comma);
  return [
    ...(partial ? [say("partial")] : []),
    ...(absent.length ? [say(near.length ? "near" : "absent", { words: listed(absent), near })] : []),
    ...kin.map(({ word, forms }) => say("kin", { word: [word], forms: listed(forms) })),
    ...(unheld.length ? [say("unheld", { phrases: listed(unheld) })] : []),
    ...(preferred.length ? [say("preferred", { phrases: listed(preferred) })] : []),
  ];
}

/** @param {Sentence[]} all @param {string} [sign] What stands between them. @returns {Sentence} One after another. */
export const inARow = (all, sign = "") => all.flatMap((parts, at) => (at && sign ? [sign, ...parts] : parts));
