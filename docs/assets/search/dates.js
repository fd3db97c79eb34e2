/**
 * Dates in a query, in figures and in words, and the spellings that texts have of their days and months.
 * @module
 */
import { termsOf } from "./query.js";
import { fold } from "./text.js";

/** @typedef {import("./query.js").Term} Term */
/** @typedef {import("./numbers.js").Spelling} Spelling */
/** Names of each month; those that are words too; words of each day; what stands between the parts of a date and after an English day. @typedef {{months: string[][], double: string[], days: Record<string, string[]>, between: string[], suffixes: string[], weekdays: string[]}} DateWords */
/** Part of a date: where it stands in a query, and its number. @typedef {{from: number, to: number, value: number}} Part */
/**
 * A date; in figures with each way to take it, day and month, the likelier first.
 * @typedef {{from: number, to: number, day: Part | null, month: Part | null, year: Part | null, taken: [number, number][]}} Dated
 */

const LAST = { day: 31, month: 12 };
const LONGEST_DAY = 2;
const PROCLITIC = /^[وفبلك]/;
const ARABIC = /^[ء-ي]/;
const YEAR = /^(?:19|20)\d\d$/;
/** «19» after a day and a month is 2019, «98» is 1998. */
const THIS_CENTURY = 50;

export class Dates {
  /** @type {Map<string, number>} */
  #months = new Map();
  /** Those that a letter may be joined to: «بآب» is «باب» to most. @type {Map<string, number>} */
  #joined = new Map();
  /** @type {Map<string, number>} */
  #days = new Map();

  /** @param {Partial<DateWords>} [words] */
  constructor({ months = [], double = [], days = {}, between = [], suffixes = [], weekdays = [] } = {}) {
    const key = (/** @type {string} */ name) => termsOf(name).map(({ folded }) => folded).join(" ");
    const doubtful = new Set(double.map(key));
    months.flatMap((names, at) => names.map((name) => /** @type {const} */ ([key(name), at + 1]))).forEach(([name, month]) => {
      this.#months.set(name, month);
      if (!doubtful.has(name)) this.#joined.set(name, month);
    });
    for (const [day, names] of Object.entries(days)) for (const name of names) this.#days.set(key(name), Number(day));
    /** Names that are words too, so that they need a day or a year, and in a text their own letters. */
    this.double = new Set(double.flatMap(termsOf).map(({ plain }) => plain));
    const latin = /^[a-z]/;
    this.names = months.map((names) => {
      const written = names.map((name) => termsOf(name).map(({ plain, folded }) => (this.double.has(plain) ? plain : folded)));
      return spellings(written.filter(([word]) => !(latin.test(word) && this.double.has(word))));
    });
    this.dayNames = new Map(Object.entries(days).map(([day, names]) => {
      const figures = [day, day.padStart(2, "0")].map((figure) => [figure]);
      return [Number(day), spellings([...figures, ...names.map((name) => termsOf(name).map(({ folded }) => folded))])];
    }));
    this.between = new Set(between.map(fold));
    this.weekdays = new Set(weekdays);
    this.figure = new RegExp(`^(\\d{1,2})(?:${suffixes.join("|") || "(?!)"})?$`);
  }

  /** @param {string} folded @returns {boolean} Whether a word is the name of a day or of a month and nothing else. */
  isName(folded) {
    return this.weekdays.has(folded) || this.#joined.has(folded);
  }

  /** @param {Term[]} terms @returns {Dated[]} */
  of(terms) {
    /** @type {Dated[]} */
    const found = [];
    for (let from = 0; from < terms.length; from++) {
      const date = figures(terms, from) ?? this.#words(terms, from);
      if (!date) continue;
      found.push(date);
      from = date.to - 1;
    }
    return found;
  }

  /** @param {Term[]} terms @param {number} from @returns {Dated | null} */
  #words(terms, from) {
    const next = (/** @type {Part | null} */ part) => this.#next(terms, part ? part.to : from);
    const before = this.#day(terms, from);
    const month = this.#month(terms, before ? next(before) : from);
    if (!month) return null;
    const after = before ? null : this.#dayAfter(terms, month);
    const day = before ?? after;
    const year = yearAt(terms, next(after ?? month));
    const { folded, plain } = terms[month.from];
    const alone = terms.length === 1 && ARABIC.test(plain) && this.double.has(plain);
    const sure = this.#joined.has(folded) || !this.#months.has(folded) || day || year || alone;
    if (!sure) return null;
    return { from, to: (year ?? after ?? month).to, day, month, year, taken: [] };
  }

  /** @param {Term[]} terms @param {number} at @returns {number} The next place that holds part of a date. */
  #next(terms, at) {
    let to = at;
    while (to < terms.length && this.between.has(terms[to].folded)) to++;
    return to;
  }

  /** @param {Term[]} terms @param {Part} month @returns {Part | null} */
  #dayAfter(terms, month) {
    const day = this.#day(terms, month.to);
    return day && !this.#month(terms, this.#next(terms, day.to)) ? day : null;
  }

  /** @param {Term[]} terms @param {number} from @returns {Part | null} */
  #day(terms, from) {
    const figure = Number(this.figure.exec(terms[from]?.plain ?? "")?.[1]);
    if (figure >= 1 && figure <= LAST.day) return { from, to: from + 1, value: figure };
    return named(terms, from, this.#days, this.#days);
  }

  /** The month that begins at a word; «شباط/فبراير» is one. @param {Term[]} terms @param {number} from @returns {Part | null} */
  #month(terms, from) {
    const month = named(terms, from, this.#months, this.#joined);
    const again = month && named(terms, month.to, this.#months, this.#joined);
    return again && again.value === month.value ? { ...month, to: again.to } : month;
  }

  /** @param {number} day @param {number} month @returns {Spelling[]} */
  spellings(day, month) {
    return (this.dayNames.get(day) ?? []).flatMap((days) => this.names[month - 1].map((names) => [...days, ...names]));
  }
}

/**
 * @param {Term[]} terms
 * @param {number} from
 * @param {Map<string, number>} names
 * @param {Map<string, number>} joined
 * @returns {Part | null}
 */
function named(terms, from, names, joined) {
  for (let length = LONGEST_DAY; length; length--) {
    if (from + length > terms.length) continue;
    const key = terms.slice(from, from + length).map(({ folded }) => folded).join(" ");
    const value = names.get(key) ?? joined.get(key.replace(PROCLITIC, ""));
    if (value) return { from, to: from + length, value };
  }
  return null;
}

/** @param {Term[]} terms @param {number} from @returns {Part | null} */
function yearAt(terms, from) {
  const plain = terms[from]?.plain ?? "";
  return YEAR.test(plain) ? { from, to: from + 1, value: Number(plain) } : null;
}

/**
 * 6/2, 6/2/2019, 2019-02-06: a day stands before its month, but for a year that comes first.
 * @param {Term[]} terms
 * @param {number} from
 * @returns {Dated | null}
 */
function figures(terms, from) {
  const sign = terms[from + 1]?.joint;
  if (!sign || !"/-.".includes(sign) || terms[from].joint === sign) return null;
  let to = from + 1;
  while (terms[to]?.joint === sign) to++;
  const parts = terms.slice(from, to).map(({ plain }) => (/^\d{1,4}$/.test(plain) ? plain : ""));
  // «13-8» counts down, so it is no stretch of numbers.
  const counting = sign === "." || (sign === "-" && Number(parts[0]) <= Number(parts[1]) && !parts[1].startsWith("0"));
  if (parts.includes("") || parts.length > 3 || (parts.length < 3 && counting)) return null;
  if (parts[0].length === 4) parts.reverse();
  const year = parts.length === 3 || parts[1].length === 4 ? whole(parts[parts.length - 1]) : null;
  const place = parts[0] === terms[from].plain ? to - 1 : from;
  const both = parts.length === 3 || !year ? [Number(parts[0]), Number(parts[1])] : [0, Number(parts[0])];
  const ways = both[0] && terms[from].plain.length < 4 && both[0] !== both[1] ? [both, [both[1], both[0]]] : [both];
  const taken = /** @type {[number, number][]} */ (ways.filter(([day, month]) => day <= LAST.day && month >= 1 && month <= LAST.month));
  if (!taken.length || (parts.length === 3 && !year)) return null;
  return { from, to, day: null, month: null, year: year ? { from: place, to: place + 1, value: year } : null, taken };
}

/** @param {string} figures @returns {number} A year of four figures; 0 for none. */
function whole(figures) {
  if (figures.length === 2) return Number(figures) + (Number(figures) < THIS_CENTURY ? 2000 : 1900);
  return YEAR.test(figures) ? Number(figures) : 0;
}

/** @param {string[][]} phrases @returns {Spelling[]} Phrases of one length as one, each word with its other forms. */
function spellings(phrases) {
  const lengths = [...new Set(phrases.map((phrase) => phrase.length))].sort();
  return lengths.map((length) => {
    const own = phrases.filter((phrase) => phrase.length === length);
    return Array.from({ length }, (_, at) => [...new Set(own.map((phrase) => phrase[at]))]);
  });
}
