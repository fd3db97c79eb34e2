/**
 * Other ways to say a stretch of a query: phrases of one meaning, numbers and dates, by what an index carries of the lexicons.
 * @module
 */
import { Dates } from "./dates.js";
import { Numbers, SMALL, yearLike } from "./numbers.js";
import { termsOf } from "./query.js";
import { light } from "./stems.js";
import { fold } from "./text.js";

/** @typedef {import("./query.js").Term} Term */
/** @typedef {import("./numbers.js").Spelling} Spelling */
/** Another way to say something: its words, or the forms that each may have and no other; what it is worth. @typedef {{phrase: Term[] | null, spelling: Spelling | null, factor: number}} Other */
/**
 * A stretch of a query with other ways to say it. `whole`: it is one thing, which its own words alone do not find. `free`:
 * what lacks it answers the rest of the query.
 * @typedef {{from: number, to: number, others: Other[], whole: boolean, free: boolean}} Variant
 */

const INITIAL = /^\p{L}$/u;
/** «عبد», and what remains of a name behind it; with «آل» many a word begins. */
const SHORTEST_NAME = 3;
/** A letter before the name of a day or a number. */
const JOINED = /^[وفبلك]/;
/** Each asks for a file of an index that comes in pieces. */
const NEAR_FETCHED = 3;
/** A date in figures may put the month first, and its figures are those of other things too. */
const MONTH_FIRST = 0.3;
const FIGURES = 0.1;

/** @param {number} from @param {number} to @param {Other[]} others @param {boolean} [free] @returns {Variant} */
const variant = (from, to, others, free = false) => ({ from, to, others, whole: false, free });

/** @param {Spelling} spelling @param {number} [factor] @returns {Other} */
const spelt = (spelling, factor = 1) => ({ phrase: null, spelling, factor });

/** @param {string} text @returns {Other} */
const said = (text) => spelt(termsOf(text).map(({ folded }) => [folded]));

export class Variants {
  /** @param {import("./index.js").Root} root */
  constructor(root) {
    this.stop = new Set(root.stop.flatMap((word) => termsOf(word).map((t) => t.plain)));
    const unaccented = new Set([...this.stop].map(fold));
    /**
     * Whether a word is a little one; «علي» is, where no text has it so.
     * @param {Term} term
     * @param {import("./vocabulary.js").Vocabulary} vocabulary
     */
    this.saysNothing = ({ plain, folded }, vocabulary) =>
      this.stop.has(plain) || (unaccented.has(folded) && vocabulary.names.has(plain) && !vocabulary.byFold.of(folded).some((symbol) => vocabulary.plain[symbol] === plain));
    /** Phrases by their first word, each with those of its group. @type {Map<string, {keys: string[], others: Term[][]}[]>} */
    this.phrases = new Map();
    for (const group of root.variants) {
      const phrases = group.map(termsOf).filter((phrase) => phrase.length);
      for (const phrase of phrases) {
        const keys = phrase.map(keyOf);
        const same = { keys, others: phrases.filter((other) => other !== phrase) };
        this.phrases.set(keys[0], [...(this.phrases.get(keys[0]) ?? []), same]);
      }
    }
    /** Words of one field, by the stem of each. @type {Map<string, {own: Term, terms: Term[]}>} */
    this.fields = new Map();
    for (const group of root.near ?? []) {
      const terms = group.flatMap(termsOf);
      for (const own of terms) this.fields.set(keyOf(own), { own, terms });
    }
    const folded = (/** @type {"asks" | "asked" | "titles" | "kept" | "heads"} */ name) => new Set((root.little?.[name] ?? []).flatMap(termsOf).map((term) => term.folded));
    this.asks = folded("asks");
    this.asked = folded("asked");
    this.titles = folded("titles");
    this.alone = folded("kept");
    this.heads = folded("heads");
    this.mostNear = root.mentions ? Infinity : NEAR_FETCHED;
    this.numbers = new Numbers(root.numbers);
    this.dates = new Dates(root.dates);
  }

  /**
   * @param {Term[]} terms
   * @returns {Variant[]}
   */
  of(terms) {
    const dates = this.dates.of(terms);
    const dated = (/** @type {number} */ at) => dates.some(({ from, to }) => from <= at && at < to);
    return [...this.#phrased(terms), ...this.#headed(terms), ...initials(terms), ...dates.flatMap((date) => this.#dated(terms, date)), ...this.#numbered(terms, dated)];
  }

  /** @param {Term} term @returns {boolean} Whether a word has no other forms: a day, a month, a number. */
  fixed({ folded }) {
    const named = (/** @type {string} */ word) => this.dates.isName(word) || this.numbers.isName(word);
    return named(folded) || (JOINED.test(folded) && named(folded.slice(1)));
  }

  /** @param {Term} term @returns {boolean} Whether nothing is kin to a word, and no other is meant by it. */
  kept({ plain, folded }) {
    return this.stop.has(plain) || this.alone.has(folded);
  }

  /** @param {Term[]} terms @returns {Set<Term>} Those that belong to the question and not to what is asked of: «كم يبلغ عدد». */
  asking(terms) {
    /** @type {Set<Term>} */
    const found = new Set();
    let asks = false;
    for (const term of terms) {
      if (this.asks.has(term.folded)) asks = true;
      else if (!(asks && this.asked.has(term.folded)) && !this.stop.has(term.plain)) break;
      if (asks) found.add(term);
    }
    return found;
  }

  /** @param {Term} term @returns {Term[]} Words near to it, and none of its own stem. */
  near(term) {
    const key = keyOf(term);
    const field = this.fields.get(key);
    return field && isFormOf(term.folded, field.own) ? field.terms.filter((other) => keyOf(other) !== key).slice(0, this.mostNear) : [];
  }

  /** @param {Term[]} terms @returns {Variant[]} */
  #phrased(terms) {
    const keys = terms.map(keyOf);
    return keys.flatMap((first, from) =>
      (this.phrases.get(first) ?? [])
        .filter(({ keys: wanted }) => wanted.every((key, at) => keys[from + at] === key))
        .map(({ keys: wanted, others }) =>
          variant(from, from + wanted.length, others.map((phrase) => ({ phrase, spelling: null, factor: 1 }))),
        ),
    );
  }

  /** Names that are written in one word and in two: «عبدالله», «أبو ظبي». @param {Term[]} terms @returns {Variant[]} */
  #headed(terms) {
    return terms.flatMap(({ plain, folded }, at) => {
      const head = [...this.heads].find((one) => one.length >= SHORTEST_NAME && folded.startsWith(one) && folded.length >= one.length + SHORTEST_NAME);
      if (head) return [variant(at, at + 1, [said(`${head} ${plain.slice(head.length)}`)])];
      return this.heads.has(folded) && terms[at + 1] ? [variant(at, at + 2, [said(plain + terms[at + 1].plain)])] : [];
    });
  }

  /** @param {Term[]} terms @param {(at: number) => boolean} dated @returns {Variant[]} */
  #numbered(terms, dated) {
    /** @type {Variant[]} */
    const found = [];
    for (let from = 0; from < terms.length; from++) {
      const number = dated(from) ? null : this.numbers.read(terms, from);
      if (!number) continue;
      const { to, value } = number;
      if (to === terms.length && value <= SMALL && to === from + 1 && !/\d/.test(terms[from].plain)) continue;
      const typed = terms.slice(from, to).map(({ folded }) => [folded]);
      const others = this.numbers.spellings(value).filter((words) => words.join(" ") !== typed.join(" "));
      const whole = typed.length > 1;
      const spelled = (whole ? [typed, ...others] : others).map((words) => spelt(words));
      found.push({ ...variant(from, to, spelled, yearLike(value) && to === terms.length), whole });
      from = to - 1;
    }
    return found;
  }

  /** @param {Term[]} terms @param {import("./dates.js").Dated} date @returns {Variant[]} */
  #dated(terms, { from, to, day, month, year, taken }) {
    const { dates } = this;
    const full = year && terms[year.from].plain !== `${year.value}` ? [spelt([[`${year.value}`]])] : [];
    const years = year ? [variant(year.from, year.to, full, true)] : [];
    if (month) {
      const months = variant(month.from, month.to, dates.names[month.value - 1].map((words) => spelt(words)));
      const days = day ? [variant(day.from, day.to, dates.spellings(day.value, month.value).map((words) => spelt(words)))] : [];
      return [...days, months, ...years];
    }
    const figures = (/** @type {number} */ number) => [...new Set([`${number}`, `${number}`.padStart(2, "0")])];
    const others = taken.flatMap(([d, m], at) => {
      const factor = at ? MONTH_FIRST : 1;
      if (!d) return dates.names[m - 1].map((words) => spelt(words, factor));
      const written = [figures(d), figures(m)];
      const full = year ? [spelt([...written, [`${year.value}`]], factor)] : [];
      return [...dates.spellings(d, m).map((words) => spelt(words, factor)), ...full, spelt(written, FIGURES * factor)];
    });
    const start = year?.from === from ? from + 1 : from;
    const end = year?.to === to ? to - 1 : to;
    return [{ ...variant(start, end, others, true), whole: true }, ...years];
  }
}

/** Single letters in a row, which are one thing: «أ ف ب», «U.S.». @param {Term[]} terms @returns {Variant[]} */
function initials(terms) {
  /** @type {Variant[]} */
  const found = [];
  for (let from = 0; from < terms.length; from++) {
    let to = from;
    while (to < terms.length && INITIAL.test(terms[to].plain)) to++;
    if (to < from + 2) continue;
    const letters = terms.slice(from, to).map(({ plain }) => plain);
    found.push({ ...variant(from, to, [said(letters.join(" ")), said(letters.join(""))]), whole: true });
    from = to;
  }
  return found;
}

/** Whether a folded word of the stem of another is a form of it: «أسرة» has the stem of «أسرى». @param {string} folded @param {Term} term @returns {boolean} */
export const isFormOf = (folded, term) => folded.includes(term.folded.replace(/ه$/, ""));

/** @param {Term} term @returns {string} */
function keyOf(term) {
  return light(term.plain);
}
