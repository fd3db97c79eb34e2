/**
 * What there is to say of an answer beside its results, on the search page and in the box alike.
 * @module
 */

/** The site's own words, with places such as {words} in them. @typedef {Readonly<Record<string, string | undefined>>} Words */
/** What of an answer there may be something to say. @typedef {Pick<import("./search.js").Answer, "absent" | "nearest" | "kin" | "nearby" | "leftOut" | "replaced" | "unheld" | "preferred" | "keyboard" | "partial" | "unnarrowed">} Notice */
/** Text and links, of whatever make. @template T @typedef {(T | string)[]} Sentence */

/**
 * The sentences on words and phrases that were not found as they stand, and on what could not be read. The words say
 * all of them, and what stands between words (`between`), between links (`comma`) and between sentences (`row`).
 * @template T
 * @param {Notice} answer
 * @param {Words} words
 * @param {(word: string, label?: string) => T} link A way to search for a word instead, with its label where that is another.
 * @returns {Sentence<T>[]}
 */
export function sentences({ absent, nearest, kin, nearby, leftOut, replaced, unheld, preferred, keyboard, partial, unnarrowed }, words, link) {
  const say = (/** @type {string} */ name, /** @type {Record<string, Sentence<T>>} */ values = {}) =>
    (words[name] ?? "").split(/\{(\w+)\}/).flatMap((part, at) => (at % 2 ? values[part] : part ? [part] : []));
  const listed = (/** @type {Sentence<T>} */ parts, sign = words.between ?? "") => inARow(parts.map((part) => [part]), sign);
  const written = (/** @type {string} */ query) => [words.row ?? "", link(query, words.written)];
  const near = listed(nearest.map((word) => link(word)), words.comma);
  return [
    ...(partial ? [say("partial")] : []),
    ...(unnarrowed ? [say("unnarrowed")] : []),
    ...(keyboard ? [[...say("keyboard", { typed: [shown(keyboard.typed)], read: [shown(keyboard.read)] }), ...written(keyboard.written)]] : []),
    ...(absent.length ? [say(near.length ? "near" : "absent", { words: listed(fitting(absent)), near })] : []),
    ...[...replaced, ...kin].map(({ word, forms, asWritten }) => [...say("kin", { word: [shown(word)], forms: listed(forms) }), ...written(asWritten)]),
    ...nearby.map(({ word, forms }) => say("nearby", { word: fitting([word]), forms: listed(forms) })),
    ...(leftOut.length ? [say("leftout", { words: listed(fitting(leftOut)) })] : []),
    ...(unheld.length ? [say("unheld", { phrases: listed(fitting(unheld)) })] : []),
    ...(preferred.length ? [say("preferred", { phrases: listed(fitting(preferred)) })] : []),
  ];
}

/**
 * @template T
 * @param {Sentence<T>[]} all
 * @param {string} [sign] What stands between them.
 * @returns {Sentence<T>} One after another.
 */
export const inARow = (all, sign = "") => all.flatMap((parts, at) => (at && sign ? [sign, ...parts] : parts));

const LONGEST_SHOWN = 60;

/** @param {string} text @returns {string} What a reader typed, not too much of it, its letters in their own direction. */
const shown = (text) => `\u2068${cut(text, LONGEST_SHOWN)}\u2069`;

/** @param {string} text @param {number} most @returns {string} */
function cut(text, most) {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : text;
}

/** @param {string[]} parts What a reader typed. @returns {string[]} Of them all not too much. */
function fitting(parts) {
  let left = LONGEST_SHOWN;
  return parts.flatMap((part) => {
    if (left <= 0) return [];
    const kept = cut(part, left);
    left -= [...kept].length;
    return [kept];
  });
}
