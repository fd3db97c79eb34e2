/**
 * How names in Latin letters sound: keys under which their spellings meet, and those of the Arabic words they may stand for.
 * @module
 */

/** What sounds alike in names from Arabic and in their spellings by English, French and German papers. @type {[RegExp, string][]} */
const CLASSES = [
  [/sch|tch|sh|ch/g, "$"],
  [/ph|v/g, "f"],
  [/wh/g, "w"],
  [/gh|dj|j/g, "g"],
  [/kh/g, "h"],
  [/c(?=[eiy])|z/g, "s"],
  [/c|q|ck/g, "k"],
  [/x/g, "ks"],
  [/th/g, "t"],
  [/dh/g, "d"],
  [/p(?=h)/g, "f"],
];
const VOWELS = /[aeiouwy]+/g;
const TWICE = /(.)\1+/g;
const FINAL_H = /(?<=..)h$/;
const LATIN = /^[a-z]{3,}$/;
const CONSONANTS = 3;

/** @param {string} word @returns {boolean} Whether a folded word is one of Latin letters. */
export const isLatin = (word) => LATIN.test(word);

/**
 * The consonants of a word as they sound, or where they are fewer than three what it sounds like with its vowels
 * («hawl», «hol» and «houl»).
 * @param {string} word In small Latin letters.
 * @returns {string}
 */
export function sound(word) {
  const classes = CLASSES.reduce((said, [letters, sign]) => said.replace(letters, sign), word).replace(FINAL_H, "");
  const bones = (classes[0] + classes.slice(1).replace(VOWELS, "")).replace(TWICE, "$1");
  if (bones.length >= CONSONANTS) return `~${bones}`;
  return `~${classes.replace(VOWELS, (vowels) => (/[ouw]/.test(vowels) ? "o" : /[eiy]/.test(vowels) ? "e" : "a")).replace(TWICE, "$1")}`;
}

/** Arabic letters for Latin ones, the likelier first; what begins with more letters stands first. @type {[string, string[]][]} */
const LETTERS = [
  ["tch", ["تش"]], ["sch", ["ش"]], ["sh", ["ش"]], ["ch", ["ش", "تش"]], ["kh", ["خ"]], ["gh", ["غ"]], ["th", ["ث", "ت"]],
  ["dh", ["ض", "ظ", "ذ"]], ["dj", ["ج"]], ["ph", ["ف"]], ["ck", ["ك"]], ["b", ["ب"]], ["p", ["ب"]], ["t", ["ت", "ط"]], ["j", ["ج"]],
  ["g", ["غ", "ج", "ق", "ك"]], ["h", ["ه", "ح"]], ["d", ["د", "ض"]], ["r", ["ر"]], ["z", ["ز", "ظ", "ذ"]], ["s", ["س", "ص"]],
  ["f", ["ف"]], ["v", ["ف"]], ["k", ["ك", "ق"]], ["q", ["ق"]], ["c", ["ك", "س"]], ["l", ["ل"]], ["m", ["م"]], ["n", ["ن"]], ["x", ["كس"]],
];
const MOST_SPELLINGS = 96;
/**
 * Strong keys (stems.js) of the Arabic words that a Latin one may spell, the likelier first. Where vowels meet there may be
 * a «ع», and so before the first of them.
 * @param {string} word In small Latin letters.
 * @param {(spelt: string) => string[]} keysOf
 * @returns {string[]}
 */
export function arabicKeys(word, keysOf) {
  const few = sound(word).replace(VOWELS, "").length <= CONSONANTS;
  let found = [""];
  let rest = word.replace(TWICE, "$1");
  while (rest) {
    const vowels = /^[aeiouwy]+/.exec(rest)?.[0];
    const [letters, options] = LETTERS.find(([start]) => rest.startsWith(start)) ?? [vowels ?? rest[0], [""]];
    const said = vowels ? between(vowels, found[0], few) : rest === "h" ? [""] : options; // a «ة»
    found = found.flatMap((spelt) => said.map((letter) => spelt + letter)).slice(0, MOST_SPELLINGS);
    rest = rest.slice(letters.length);
  }
  return [...new Set(found.flatMap(keysOf))];
}

/** Vowels that Arabic writes. @type {Record<string, string>} */
const WRITTEN = { o: "و", u: "و", w: "و", i: "ي", y: "ي" };

/**
 * @param {string} vowels
 * @param {string} before
 * @param {boolean} few Whether there are so few consonants that vowels tell words apart.
 * @returns {string[]} What may be written for vowels.
 */
function between(vowels, before, few) {
  if (!before) return /[wy]/.test(vowels[0]) ? [WRITTEN[vowels[0]], WRITTEN[vowels[0]] + (WRITTEN[vowels[1]] ?? "")] : ["ا", "ع"];
  const weak = Array.from(vowels, (letter) => WRITTEN[letter] ?? "").join("").replace(TWICE, "$1") || "ا";
  return [weak, ...(few ? [""] : []), ...(vowels.length > 1 || (few && vowels === "a") ? ["ع"] : [])];
}
