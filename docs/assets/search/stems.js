/**
 * Keys under which forms of one word meet. All take bare words (text.js) and keep nothing.
 * @module
 */
import { isLatin, sound } from "./sounds.js";
import { fold } from "./text.js";

const ARTICLES = ["بال", "كال", "فال", "ال"];
/** What the light stem leaves off. */
export const SUFFIXES = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"];
const PROCLITIC = /^[وفبلكس]/;
const LETTER_AND_ARTICLE = /^[وفبلكس](?:ال|لل)/;
const WEAK = /[اويء]/g;
const ROOT = 3;
const KEY = 6;
/** A plural whose «ين» is of the word (قوانين, مساجين). */
const MANY = /^..ا.ين$/;
/**
 * Stems that hide one of other consonants, and that: قانون, مسجون, ميدان; حزب; عضو; قول, باب; قضية; رئيس, مدير; مدن; شيخ; سوري. «قادة» and
 * «نواب» have what is between two letters of «نائب» of their own. @type {[RegExp, string[]][]}
 */
const HIDING = [
  [/^(.)وا(.)ين$/, ["$1ا$2"]],
  [/^(.[^و])ا(.)ين$/, ["$1$2"]],
  [/^ا([^اوي])([^اوي])ا([^اوي])$/, ["$1$2$3"]],
  [/^ا([^اوي])([^اوي])اء$/, ["$1$2و"]],
  [/^ا(.)وا([^ء])$/, ["$1و$2", "$1ا$2"]],
  [/^(..)ايا$/, ["$1ي"]],
  [/^(.[ءد])(.)اء$/, ["$1ي$2"]],
  [/^مدين$/, ["مدن"]],
  [/^(.)يو(.)$/, ["$1ي$2"]],
  [/^(.)اء(.)$/, ["$1ا$2", "$1وا$2"]],
  [/^(.[^ا].+)يا$/, ["$1"]],
];
/** Letters that Arabic papers exchange in foreign names. @type {Record<string, string>} */
const SOUNDS = { "ج": "غ", "گ": "غ", "چ": "غ", "ڤ": "ف", "پ": "ب", "ط": "ت", "ص": "س" };
const EXCHANGED = /[جگچڤپطص]/g;
/** Below this many letters a native word is too likely to sound like another (مغرب, مجرب). */
const LONG_NAME = 5;

/**
 * A word without «و», without the article and what is joined to it. The article is taken off letters as written, so that
 * «آلاف» keeps its head, and only where three letters remain, so that «الله» and «الى» keep theirs.
 * @param {string} plain
 * @returns {string} Folded.
 */
export function headless(plain) {
  let rest = plain;
  if (rest.startsWith("و") && rest.length > ROOT) rest = rest.slice(1);
  if (rest.startsWith("لل") && rest.length > ROOT + 1) rest = rest.slice(2);
  else {
    const article = ARTICLES.find((a) => rest.startsWith(a) && rest.length >= a.length + ROOT);
    if (article) rest = rest.slice(article.length);
  }
  return fold(rest);
}

/**
 * The light stem: light10 of Larkey, Ballesteros and Connell (2007).
 * @param {string} plain
 * @returns {string} Folded.
 */
export function light(plain) {
  let stem = headless(plain);
  for (const suffix of SUFFIXES) {
    if (stem.endsWith(suffix) && stem.length >= suffix.length + ROOT && !MANY.test(stem)) stem = stem.slice(0, -suffix.length);
  }
  return stem;
}

/** @param {string} stem @returns {string[]} The stems that it hides. */
export const hidden = (stem) => HIDING.flatMap(([form, others]) => (form.test(stem) ? others.map((other) => stem.replace(form, other)) : []));

/** @param {string} stem @returns {string} The stem without its weak letters, but for the first. */
export const skeleton = (stem) => stem.slice(0, 1) + stem.slice(1).replace(WEAK, "");

const ENDINGS = ["هما", "تها", "ته", "هم", "هن", "كم", "نا", "وا", "تي", "ين", "ان", "ون", "ت"];
const LAST_OF_ENDINGS = "اهمنتي";
/** «سـ» stands before a verb in the present only («سيقوم»); «سالفة» is one word. */
const FUTURE = /^س[يتن]/;
const PRESENT = /^س?([يتن])(?=...)/;
/** «ت» and «ن» begin many nouns, so more must remain behind them. */
const SHORTEST_VERB = 4;
const VERB_ENDINGS = /(?:وا|ون|تم|نا|ن|ت|ا)$/;

/**
 * The stems a light stem may stand for: itself, and what remains without one-letter proclitics, an article left on
 * it or a pronoun, where a text has that stem («بسجن» when «سجن» occurs; «بلد» stays whole).
 * @param {string} stem
 * @param {{has(stem: string): boolean}} attested
 * @returns {string[]}
 */
export function readings(stem, attested) {
  const found = [stem];
  /** @param {number} length */
  const without = (length) => {
    const rest = stem.slice(length);
    if (rest.length >= ROOT && attested.has(rest)) found.push(rest);
  };
  if (PROCLITIC.test(stem) && (stem[0] !== "س" || FUTURE.test(stem))) without(1);
  if (stem.startsWith("ال")) without(2);
  if (LETTER_AND_ARTICLE.test(stem)) without(3);
  if (!LAST_OF_ENDINGS.includes(stem[stem.length - 1])) return found;
  const ending = ENDINGS.find((e) => stem.endsWith(e) && stem.length >= e.length + ROOT);
  if (ending && attested.has(stem.slice(0, -ending.length))) found.push(stem.slice(0, -ending.length));
  return found;
}

/**
 * The strong keys of a light stem: its consonants, and for the length of a foreign name how they sound
 * (البنتاجون, البنتاغون). A key of fewer than three letters would join strangers, so the stem itself stands for it.
 * @param {string} stem
 * @returns {string[]}
 */
export function strongKeys(stem) {
  if (isLatin(stem)) return [sound(stem)];
  const bones = skeleton(stem);
  const keys = [stem, ...hidden(stem)].map((own) => (skeleton(own).length < ROOT ? `=${own}` : skeleton(own)));
  if (stem.length >= LONG_NAME && bones.length > ROOT) keys.push(`~${bones.replace(EXCHANGED, (c) => SOUNDS[c])}`);
  return keys;
}

/**
 * What a light stem may be a verb of: itself without the letters of the present tense and the endings of persons
 * («يتقدمن» is of «تقدم»). Too free for words that a text has in other forms.
 * @param {string} stem
 * @returns {string[]}
 */
export function verbStems(stem) {
  const letter = PRESENT.exec(stem)?.[1];
  if (!letter) return [];
  const rest = stem.slice(stem[0] === "س" ? 2 : 1);
  const shortest = letter === "ي" ? ROOT : SHORTEST_VERB;
  const bare = rest.replace(VERB_ENDINGS, "");
  return [rest, bare].filter((found, at, all) => found.length >= shortest && all.indexOf(found) === at);
}

/**
 * Where a word lies in an index that comes in pieces; as `shard_key` of generator/search/shards.py.
 * @param {string} plain
 * @returns {string}
 */
export const shardKey = (plain) => placeOf(skeleton(light(plain)));

/** @param {string} bones The consonants of a stem. @returns {string} They without proclitics, as they sound, the first six. */
export function placeOf(bones) {
  let key = bones;
  while (key.length > ROOT && PROCLITIC.test(key)) key = key.slice(1);
  return Array.from(key.replace(EXCHANGED, (c) => SOUNDS[c])).slice(0, KEY).join("");
}

/** @param {string} text @returns {number} FNV-1a in 32 bits, as `hashed` of generator/search/packing.py. */
export function hashed(text) {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ /** @type {number} */ (letter.codePointAt(0)), 0x01000193) >>> 0;
  return value;
}

/**
 * The pieces of three letters of a folded word, its ends marked.
 * @param {string} folded
 * @param {number} size
 * @returns {Set<string>}
 */
export function grams(folded, size) {
  const marked = `^${folded}$`;
  const found = new Set();
  for (let at = 0; at + size <= marked.length; at++) found.add(marked.slice(at, at + size));
  return found.size ? found : new Set([marked]);
}
