/**
 * Phrases: whether a text holds one, and what holding them means for order and answer.
 * @module
 */
import { fold } from "./text.js";

/** @typedef {import("./query.js").Term[]} Phrase */
/** How a text holds a phrase; more is surer. @typedef {0 | 1 | 2} Held */
/** For each phrase of a query how documents hold it. @typedef {Map<number, Held>[]} Holders */

/** As written but for hamza and the like, or with letters before and pronouns after its words. */
const LOOSELY = 1;
const EXACTLY = 2;
/** What is left of a word without these is no shorter. */
const SHORTEST = 3;
const CONJUNCTION = /^[وف](?=...)/;
const PREPOSITION = /^[بلكس](?=...)/;
const TO_THE = /^لل(?=...)/;
const ARTICLE = /^ال(?=...)/;
const PRONOUNS = ["هما", "هم", "هن", "ها", "كم", "نا", "ه"];
/** The endings that lose «ن» before what they belong to («مقاتلي» of «مقاتلين»). */
const LOSES_N = /[يوا]ن$/;
/** So much of a phrase is said again in the answer. */
const SAID_WORDS = 12;
const SAID_LETTERS = 60;
/** In a query of more words one between marks stands there for its tone («بشكل «محدود»»): what holds it comes no sooner. */
const FEW_WORDS = 4;

/**
 * @param {Phrase} phrase
 * @param {Set<string>} silent Words that are found as they stand only («عليها» has nothing of «علي»).
 * @returns {(rows: string[][]) => Held} How a text holds the phrase in one of its passages, given the bare words of each.
 */
export function holding(phrase, silent) {
  const matches = phrase.map((term, at) => matching(term, at === 0, silent));
  return (rows) => {
    /** @type {Held} */
    let held = 0;
    for (const row of rows) {
      for (let at = 0; at + phrase.length <= row.length && held < EXACTLY; at++) {
        /** @type {Held} */
        let here = EXACTLY;
        for (let k = 0; k < matches.length && here; k++) here = /** @type {Held} */ (Math.min(here, matches[k](row[at + k])));
        if (here > held) held = here;
      }
    }
    return held;
  };
}

/**
 * @param {import("./query.js").Term} term
 * @param {boolean} first Whether it begins the phrase: a text may join that to what stands before.
 * @param {Set<string>} silent
 * @returns {(word: string) => Held} Remembers each word.
 */
function matching(term, first, silent) {
  /** @type {Map<string, Held>} */
  const known = new Map();
  const own = cores(term.plain, first);
  const ends = tails(term.plain);
  const compared = (/** @type {string} */ word) => {
    if (fold(word) === term.folded) return EXACTLY;
    // «عليهم» is «عليه» of others, but neither has anything of «علي».
    if (silent.has(word) && silent.has(term.plain)) return tails(word).some((rest) => ends.includes(rest)) ? LOOSELY : 0;
    if (silent.has(word) || silent.has(term.plain)) return 0;
    return [...cores(word, first)].some((core) => own.has(core)) ? LOOSELY : 0;
  };
  return (word) => {
    let held = known.get(word);
    if (held === undefined) known.set(word, (held = compared(word)));
    return held;
  };
}

/**
 * What a word may be without article, a preposition before it and a pronoun after it; «و» joins, so it goes from the
 * first word of a phrase alone («محمد وعلي» is not «محمد علي»).
 * @param {string} plain
 * @param {boolean} first
 * @returns {Set<string>} Folded.
 */
function cores(plain, first) {
  const joined = first ? [plain, plain.replace(CONJUNCTION, "")] : [plain];
  const led = joined.flatMap((word) => [word, word.replace(TO_THE, ""), word.replace(PREPOSITION, "")]);
  const heads = led.flatMap((word) => [word, word.replace(ARTICLE, "")]);
  return new Set(heads.flatMap((word) => [word, ...tails(word)]).map(fold));
}

/** @param {string} word @returns {string[]} */
function tails(word) {
  if (LOSES_N.test(word) && word.length > SHORTEST) return [word.slice(0, -1)];
  const pronoun = PRONOUNS.find((end) => word.endsWith(end) && word.length >= end.length + SHORTEST);
  if (!pronoun) return [];
  const rest = word.slice(0, -pronoun.length);
  return [rest, rest.replace(/ت$/, "ة")];
}

/** @param {Phrase} phrase @param {import("./query.js").Query} query @returns {boolean} Whether what holds the phrase comes first. */
export const leads = (phrase, { terms, only }) => only || phrase.length > 1 || terms.length <= FEW_WORDS;

/**
 * @param {Holders} holders
 * @param {import("./first.js").Sooner} sooner
 * @returns {import("./first.js").Sooner} First what more phrases stand in, and more exactly, and among those as before.
 */
export function preferring(holders, sooner) {
  if (!holders.length) return sooner;
  const held = (/** @type {number} */ doc) => holders.reduce((sum, how) => sum + (how.get(doc) ?? 0), 0);
  return (a, b) => {
    const [one, other] = [held(a), held(b)];
    return one > other || (one === other && sooner(a, b));
  };
}

/**
 * What there is to say of phrases when not all that was found holds them.
 * @param {import("./query.js").Query} query
 * @param {Holders} holders
 * @param {number[]} chosen
 * @param {Set<Phrase>} [unread] Phrases that texts beyond those that were read may hold.
 * @returns {{unheld: string[], preferred: string[]}}
 */
export function loose(query, holders, chosen, unread = new Set()) {
  const { phrases } = query;
  const some = phrases.filter((phrase, at) => leads(phrase, query) && chosen.some((doc) => holders[at].has(doc)));
  const all = phrases.filter((_, at) => chosen.every((doc) => holders[at].has(doc)));
  const unheld = phrases.filter((phrase, at) => !holders[at].size && !unread.has(phrase));
  return { unheld: unheld.map(said), preferred: some.filter((phrase) => !all.includes(phrase)).map(said) };
}

/** @param {Phrase} phrase @returns {string} What is said again of it. */
function said(phrase) {
  const whole = phrase.map(({ text }) => text).join(" ");
  const short = phrase.slice(0, SAID_WORDS).map(({ text }) => text).join(" ").slice(0, SAID_LETTERS);
  return short.length < whole.length ? `${short.trim()}…` : whole;
}
