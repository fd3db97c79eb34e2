/**
 * What was typed with another keyboard than the reader meant: «hgs[,k» for «السجون», «فقعةح» for «trump».
 * @module
 */
import { formsOf } from "./forms.js";
import { pairs } from "./marks.js";
import { termsOf } from "./query.js";
import { isLatin } from "./sounds.js";
import { light } from "./stems.js";
import { apart } from "./units.js";

/** @typedef {import("./query.js").Term} Term */
/** Layouts by script, each the row of its keys without shift and with it; which sign becomes which mark. @typedef {{arabic: [string, string][], latin: [string, string][], dead: Record<string, string>}} Layouts */
/** `text`: the query as it was meant; `typed` and `read`: what was read otherwise; `written`: the query that is not. @typedef {{text: string, typed: string, read: string, written: string}} Reading */
/** How much speaks for some words, by their letters: -1 when one of them is unknown, 0 when they say nothing. @typedef {(terms: Term[]) => number} Weigh */
/** Part of a query between spaces. @typedef {{text: string, weight: number, others: (pair: Pair) => string[]}} Part */
/** From one script to the other. @typedef {{arabic: Map<string, string>, latin: Map<string, string>}} Pair */

const NO_KEY = "○";
/** Nobody types more before seeing it. */
const MOST_PARTS = 12;
const LONGEST = 40;
const MOST_READINGS = 4;
/** Fewer letters are a word in either script by chance. */
const SHORTEST = 3;
/** Of 568 English words of four letters 13 to 30 are Arabic on some keyboard when any form will do, so these need their own. */
const LONGEST_CHANCE = 4;
/** Of two readings that are known, the one with the hamza as texts have it. */
const AS_WRITTEN = 0.1;
/** So many letters of a word that still grows are one. */
const SHORTEST_BEGUN = 4;
/** «sun» is «سعى» too, so it proves nothing; «pvf» is no word. */
const PRONOUNCED = /^(?=.*[aeiouy])[a-z]{1,3}$/i;
const ACRONYM = /^\p{Lu}{1,4}$/u;
/** What is not one word weighs so. */
const NOT_ONE = -2;
/** No word has these letters but at its end. */
const NO_WORD = /[ىة][^\s]/;
const ARABIC = /\p{Script=Arabic}/u;
const LATIN = /\p{Script=Latin}/u;
const APOSTROPHES = "'’‘‚‛❛❜＇";

export class Keyboards {
  /** @param {Layouts | undefined} layouts */
  constructor(layouts) {
    this.layouts = layouts ?? { arabic: [], latin: [], dead: {} };
  }

  /** Made when first asked for: most queries never ask. @type {Pair[] | null} */
  #pairs = null;

  /**
   * @param {string} text
   * @param {boolean} typing Whether the last word may still be growing.
   * @param {Weigh} asTyped
   * @param {Weigh} asRead
   * @returns {Reading | null} Null where the query is known as it stands, or no layout makes more of it.
   */
  reading(text, typing, asTyped, asRead) {
    const pieces = text.trim().split(/(\s+)/);
    if (pieces.length > 2 * MOST_PARTS) return null;
    const last = typing && !/\s$/.test(text) ? pieces.length - 1 : -1;
    const termsIn = (/** @type {string} */ word, /** @type {number} */ at) => {
      const terms = termsOf(word);
      if (at === last && terms.length) terms[terms.length - 1].typing = true;
      return terms;
    };
    /** Many layouts read a word alike. @type {Map<string, number>} */
    const known = new Map();
    const weigh = (/** @type {string} */ word, /** @type {number} */ at) => {
      const key = at === last ? `${word} ` : word;
      let weight = known.get(key);
      if (weight === undefined) {
        const terms = NO_WORD.test(word) ? [] : termsIn(word, at);
        known.set(key, (weight = terms.length === 1 ? asRead(terms) : NOT_ONE));
      }
      return weight;
    };
    const marked = inMarks(text.trim());
    let start = 0;
    const parts = pieces.map((piece, at) => {
      const others = at % 2 || marked(start) ? null : this.#scriptOf(piece);
      start += piece.length;
      return others ? { text: piece, weight: asTyped(termsIn(piece, at)), others } : null;
    });
    if (!parts.some((part) => part && part.weight < 0)) return null;
    /** @type {{score: number, read: (string | null)[]} | null} */
    let best = null;
    for (const pair of (this.#pairs ??= this.#paired())) {
      const found = readAll(parts, pair, weigh);
      if (found && found.score > (best?.score ?? 0)) best = found;
    }
    return best && told(pieces, best.read);
  }

  /** @returns {Pair[]} */
  #paired() {
    const { arabic, latin } = this.layouts;
    return arabic.flatMap((one) => latin.map((other) => {
      const [letters, signs] = [one, other].map((levels) => levels.flatMap((row) => row.split(" ")));
      /** @type {Pair} */
      const pair = { arabic: new Map(), latin: new Map() };
      letters.forEach((letter, at) => {
        if (letter === NO_KEY || signs[at] === NO_KEY) return;
        if (!pair.arabic.has(signs[at])) pair.arabic.set(signs[at], letter);
        if (!pair.latin.has(letter)) pair.latin.set(letter, signs[at]);
      });
      return pair;
    }));
  }

  /**
   * How a part of a query reads in the other script; null where it has none or both, digits, or what no word has.
   * @param {string} text
   * @returns {((pair: Pair) => string[]) | null}
   */
  #scriptOf(text) {
    const [arabic, latin] = [ARABIC.test(text), LATIN.test(text)];
    if ((arabic && latin) || text.length > LONGEST || /\p{Nd}/u.test(text)) return null;
    const [, sign, word] = /** @type {RegExpExecArray} */ (/^(-?)(.*)$/s.exec(text));
    const all = (/** @type {string[]} */ found) => found.map((other) => sign + other);
    if (arabic || /[÷×]/.test(word)) return ({ latin }) => all(spelt(word, latin));
    return ({ arabic }) => all([word, ACRONYM.test(word) ? word : word.toLowerCase()].map((each) => this.#typed(each, arabic)).filter((other) => other !== ""));
  }

  /** @param {string} word @param {Map<string, string>} keys @returns {string} "" when a letter is on no key. */
  #typed(word, keys) {
    let found = "";
    for (const letter of word.normalize("NFC")) {
      if (/\p{M}/u.test(letter)) continue;
      const [base, mark] = letter.normalize("NFD");
      const parts = keys.has(letter) ? [letter] : [this.layouts.dead[mark] ?? mark, base];
      for (const part of parts) {
        const key = keys.get(part);
        if (key === undefined) return "";
        found += key;
      }
    }
    return found;
  }
}

/**
 * What Arabic letters are on the keys of a Latin layout: «لا» is one key or two.
 * @param {string} word
 * @param {Map<string, string>} keys
 * @returns {string[]}
 */
function spelt(word, keys) {
  let found = [{ at: 0, text: "" }];
  for (let open = true; open; open = found.some(({ at }) => at < word.length)) {
    found = found.flatMap(({ at, text }) =>
      at === word.length
        ? [{ at, text }]
        : [2, 1].flatMap((length) => {
            const key = keys.get(word.slice(at, at + length));
            return key === undefined || at + length > word.length ? [] : [{ at: at + length, text: text + key }];
          }),
    );
    found = found.slice(0, MOST_READINGS);
  }
  return found.map(({ text }) => text);
}

/**
 * The parts that one pair of layouts makes known, and whatever else was typed with them.
 * @param {(Part | null)[]} parts
 * @param {Pair} pair
 * @param {(word: string, at: number) => number} weigh
 * @returns {{score: number, read: (string | null)[]} | null}
 */
function readAll(parts, pair, weigh) {
  const stays = parts.some((part) => part && part.weight >= SHORTEST);
  let [score, unread, proven] = [0, 0, false];
  const read = parts.map((part, at) => {
    if (!part) return null;
    const { text, weight } = part;
    const other = weight >= SHORTEST ? null : likeliest(part.others(pair), (word) => weigh(word, at));
    score += Math.max(0, other?.weight ?? weight);
    if (other && other.weight >= 0) {
      proven ||= weight < 0 && other.weight >= SHORTEST && !PRONOUNCED.test(text);
      return other.word;
    }
    if (weight < 0) unread += text.length;
    return weight < 0 && !stays ? (other?.word ?? null) : null;
  });
  return proven && score >= unread / 2 ? { score, read } : null;
}

/** @param {string[]} words @param {(word: string) => number} weigh @returns {{word: string, weight: number} | null} */
function likeliest(words, weigh) {
  const found = words.map((word) => ({ word, weight: weigh(word) })).filter(({ weight }) => weight !== NOT_ONE);
  return found.reduce((best, one) => (best.weight >= one.weight ? best : one), found[0] ?? null);
}

/** @param {string} text @returns {(at: number) => boolean} Whether a place lies between quotation marks: as written. */
function inMarks(text) {
  const found = pairs(text).filter(({ open }) => !APOSTROPHES.includes(text[open]));
  return (at) => found.some(({ open, close }) => open <= at && at < close);
}

/** @param {string[]} pieces @param {(string | null)[]} read @returns {Reading} */
function told(pieces, read) {
  const changed = pieces.flatMap((piece, at) => (read[at] === null ? [] : [[piece, read[at]]]));
  return {
    text: pieces.map((piece, at) => read[at] ?? piece).join(""),
    typed: changed.map(([piece]) => piece).join(" "),
    read: changed.map(([, word]) => word).join(" "),
    written: pieces.map((piece, at) => (read[at] === null ? piece : piece.replace(/^(-?)(.*)$/s, "$1«$2»"))).join(""),
  };
}

/**
 * Whether an index answers to words: as they were typed, of which any form will do, and as they are read, of which only
 * the word itself will.
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @param {import("./variants.js").Variants} variants
 * @returns {[Weigh, Weigh]}
 */
export function weighing(vocabulary, variants) {
  const own = (/** @type {Term} */ { plain, folded }) =>
    vocabulary.byFold.of(folded).some((symbol) => vocabulary.plain[symbol] === plain);
  const by = (/** @type {(term: Term) => boolean} */ known) => (/** @type {Term[]} */ terms) => {
    const saying = terms.filter(({ plain, typing }) => typing || !variants.stop.has(plain));
    if (!saying.every(known)) return -1;
    return saying.reduce((sum, term) => sum + term.plain.length + (own(term) ? AS_WRITTEN : 0), 0);
  };
  const alike = (/** @type {Term} */ term) => variants.of([term]).length > 0;
  const answered = (/** @type {Term} */ term) => {
    const { exact, light, strong, begun } = formsOf(term, vocabulary);
    // In Latin letters `strong` is what merely sounds so; the keys of an Arabic word may sound like a name by chance.
    return exact.length + light.length + begun.length + (isLatin(term.folded) ? 0 : strong.length) > 0;
  };
  const begins = (/** @type {Term} */ { folded, typing }) =>
    typing && folded.length >= SHORTEST_BEGUN && vocabulary.beginning(folded, 1).length > 0;
  const stands = (/** @type {Term} */ { plain, folded }) => {
    const same = (/** @type {number} */ symbol) => vocabulary.plain[symbol].endsWith("ى") === plain.endsWith("ى");
    return vocabulary.byFold.of(folded).some(same) || (plain.length > LONGEST_CHANCE && vocabulary.byLight.has(light(plain)));
  };
  return [
    by((term) => answered(term) || alike(term) || apart(term, vocabulary).length > 1),
    by((term) => stands(term) || begins(term) || alike(term)),
  ];
}
