/**
 * Numbers in a query, in figures, in words or both, and the spellings that texts have of them.
 * @module
 */

/** @typedef {import("./query.js").Term} Term */
/** A phrase word by word, each as any of some folded forms. @typedef {string[][]} Spelling */
/** Forms of numbers by their value, parted by spaces; of a thousand and its powers: one, two, many, in Latin letters. @typedef {{ones: Record<string, string>, tens: Record<string, string>, hundreds: Record<string, string>, scales: [string, string, string, string, string][], fractions: Record<string, number>}} NumberWords */
/** @typedef {{worth: number, one: string[], two: string[], many: string[], latin: string[]}} Scale */

/** Longer ones are told in figures. */
const MOST_WORDS = 5;
const MOST_SPELLINGS = 12;
/** Nobody says .06 million. */
const LEAST_COUNT = 0.1;
/** A word for so few counts what follows, or it is none: «سبع» is a lion, «العجائب السبع» are called so. */
export const SMALL = 10;
const FIGURES = /^[وفبلك]?(?:ال)?(0|[1-9]\d{0,11})([a-z]*)$/;
const POINT = /^[.,٫]$/;
const GROUP = /^[ .'’\u00a0]$/;
const PROCLITIC = /^[وفبلك]/;
const AND = "و";

/** @param {number} value @returns {boolean} Whether it is the year of something, for it counts nothing round. */
export const yearLike = (value) => value >= 1900 && value < 2100 && value % 100 > 0;

export class Numbers {
  /** Values below a thousand by form. @type {Map<string, number>} */
  #small = new Map();
  /** @type {Map<number, string[]>} */
  #forms = new Map();
  /** @type {Scale[]} */
  #scales;
  /** @type {Map<string, number>} */
  #fractions;

  /** @param {Partial<NumberWords>} [words] */
  constructor({ ones = {}, tens = {}, hundreds = {}, scales = [], fractions = {} } = {}) {
    for (const [value, forms] of [ones, tens, hundreds].flatMap(Object.entries)) {
      this.#forms.set(Number(value), forms.split(" "));
      for (const form of forms.split(" ")) this.#small.set(form, Number(value));
    }
    const split = (/** @type {string} */ row) => row.split(" ").filter(Boolean);
    this.#scales = scales
      .map(([worth, one, two, many, latin]) => ({ worth: Number(worth), one: split(one), two: split(two), many: split(many), latin: split(latin) }))
      .sort((a, b) => b.worth - a.worth);
    this.#fractions = new Map(Object.entries(fractions));
  }

  /** @param {string} folded @returns {boolean} Whether a word is a number, and nothing else as «سبع» may be. */
  isName(folded) {
    return (this.#small.get(folded) ?? 0) > SMALL;
  }

  /**
   * The number that begins at a word.
   * @param {Term[]} terms
   * @param {number} from
   * @returns {{to: number, value: number} | null}
   */
  read(terms, from) {
    const figure = this.#figure(terms, from);
    const reading = new Sum(figure?.value ?? null);
    let to = figure?.to ?? from;
    if (figure?.scaled) return { to, value: figure.value };
    while (to < terms.length && this.#adds(reading, terms[to].folded, to === from)) to++;
    const value = Math.round(reading.total + (reading.part ?? 0));
    return to > from ? { to, value } : null;
  }

  /** @param {Sum} sum @param {string} folded @param {boolean} first @returns {boolean} Whether the next word is of the number. */
  #adds(sum, folded, first) {
    const known = (/** @type {string} */ word) => this.#small.has(word) || this.#fractions.has(word) || this.#scaleOf(word) !== undefined;
    const apart = folded.startsWith(AND) && !known(folded);
    const word = apart || (first && PROCLITIC.test(folded) && !known(folded)) ? folded.slice(1) : folded;
    const opens = first || apart;
    const small = this.#small.get(word);
    if (small !== undefined) return sum.small(small, opens, apart);
    const fraction = this.#fractions.get(word);
    if (fraction !== undefined) return sum.fraction(fraction, first, apart);
    if (apart && /^\d{1,3}$/.test(word)) return sum.figure(Number(word));
    const scale = this.#scaleOf(word);
    if (!scale) return false;
    if (sum.part === null && scale.two.includes(word)) return opens && sum.scale(scale.worth, 2);
    return sum.scale(scale.worth, sum.part ?? (opens && !scale.many.includes(word) ? 1 : null));
  }

  /** @param {string} word @returns {Scale | undefined} */
  #scaleOf(word) {
    return this.#scales.find(({ one, two, many, latin }) => [one, two, many, latin].some((forms) => forms.includes(word)));
  }

  /**
   * Figures: 60000, 60 000, 1.5 before «مليون», 60k.
   * @param {Term[]} terms
   * @param {number} from
   * @returns {{to: number, value: number, scaled: boolean} | null}
   */
  #figure(terms, from) {
    const [, digits, unit] = FIGURES.exec(terms[from].plain) ?? [];
    if (!digits) return null;
    const worth = this.#latin(unit);
    if (unit) return worth ? { to: from + 1, value: Number(digits) * worth, scaled: true } : null;
    const next = terms[from + 1];
    const [, rest, end] = /^(\d{1,2})([a-z]*)$/.exec(next && POINT.test(next.joint) ? next.plain : "") ?? [];
    if (rest && (this.#latin(end) || this.#scaleOf(terms[from + 2]?.folded ?? ""))) {
      return { to: from + 2, value: Number(`${digits}.${rest}`) * (this.#latin(end) || 1), scaled: Boolean(end) };
    }
    if (digits === "0") return null;
    let [to, all] = [from + 1, digits];
    while (digits.length <= 3 && terms[to] && GROUP.test(terms[to].joint) && /^\d{3}$/.test(terms[to].plain)) all += terms[to++].plain;
    return { to, value: Number(all), scaled: false };
  }

  /** @param {string | undefined} unit @returns {number} */
  #latin(unit) {
    return (unit && this.#scales.find(({ latin }) => latin.includes(unit))?.worth) || 0;
  }

  /** @param {number} value @returns {Spelling[]} */
  spellings(value) {
    if (!Number.isSafeInteger(value) || value < 2 || yearLike(value)) return [];
    /** @type {Spelling[]} */
    const found = [[[`${value}`]]];
    if (value >= 1000) found.push(value.toLocaleString("en").split(",").map((group) => [group]));
    for (const scale of this.#scales) found.push(...this.#scaled(value / scale.worth, scale));
    const words = this.#spelt(value);
    // «ألف» alone is part of every «ستين ألف».
    const scale = this.#scales.some(({ worth }) => worth === value);
    if (words.length <= MOST_WORDS && !scale) found.push(words);
    return found.filter((words) => words.every((forms) => forms.length)).slice(0, MOST_SPELLINGS);
  }

  /** @param {number} count @param {Scale} scale @returns {Spelling[]} «60 ألف», «1.5 مليون», «نصف مليون», «مليون ونصف». */
  #scaled(count, { worth, one, many }) {
    const whole = Math.floor(count);
    if (count * worth < 1000 || count < LEAST_COUNT || count >= 1000 || Math.round(count * 100) / 100 !== count) return [];
    /** @type {Spelling[]} */
    const found = [];
    const name = [...one, ...many];
    const parts = [...this.#fractions].filter(([, part]) => part === count - whole).map(([word]) => word);
    if (whole > 1 || count > whole) found.push([...`${count}`.split(".").map((figures) => [figures]), name]);
    if (!whole && parts.length) found.push([parts, name]);
    if (whole && parts.length) found.push([...this.#spelt(whole * worth), parts.map((word) => AND + word)]);
    return found;
  }

  /** @param {number} value @returns {Spelling} */
  #spelt(value) {
    /** @type {Spelling[]} */
    const groups = [];
    let rest = value;
    for (const { worth, one, two, many } of this.#scales) {
      const count = Math.floor(rest / worth);
      rest %= worth;
      const few = count % 100 > 2 && count % 100 <= 10;
      if (count) groups.push(count === 1 ? [one] : count === 2 ? [two.filter((form) => !one.includes(form))] : [...this.#below(count), few ? many : one]);
    }
    if (rest) groups.push(this.#below(rest));
    return joined(groups);
  }

  /** @param {number} value Below a thousand. @returns {Spelling} */
  #below(value) {
    const forms = (/** @type {number} */ number) => this.#forms.get(number) ?? [];
    const [ones, two] = [value % 10, value % 100];
    const hundreds = value >= 100 ? [[forms(value - two)]] : [];
    if (two > 10 && two < 20) return joined([...hundreds, [forms(ones), forms(10)]]);
    return joined([...hundreds, ...[ones, two - ones].filter(Boolean).map((number) => [forms(number)])]);
  }
}

/** @param {Spelling[]} groups @returns {Spelling} One after another, «و» before each but the first. */
const joined = (groups) =>
  groups.flatMap(([head, ...rest], at) => [at ? head.map((form) => AND + form) : head, ...rest]);

/** A number as its words come: what is whole, and what a word for a thousand would multiply. */
class Sum {
  /** @param {number | null} part */
  constructor(part) {
    this.total = 0;
    this.part = part;
    this.last = Infinity;
  }

  /** @param {number} value @param {boolean} opens @param {boolean} apart @returns {boolean} */
  small(value, opens, apart) {
    const { part } = this;
    if (part === null) return opens && this.#take(value);
    if (!apart && value === 10 && part % 100 > 0 && part % 100 < 10) return this.#take(part + 10);
    if (!apart && value === 100 && part > 2 && part < 10) return this.#take(part * 100);
    const fits = (part % 100 === 0 && value < 100) || (part % 100 < 10 && value > 10 && value < 100);
    return apart && fits && this.#take(part + value);
  }

  /** @param {number} part @returns {boolean} */
  #take(part) {
    this.part = part;
    return true;
  }

  /** @param {number} value @returns {boolean} */
  figure(value) {
    return this.total > 0 && this.part === null && this.#take(value);
  }

  /** @param {number} value @param {boolean} first @param {boolean} apart @returns {boolean} */
  fraction(value, first, apart) {
    if (first) return this.#take(value);
    if (!apart || this.part !== null || this.last === Infinity) return false;
    this.total += value * this.last;
    return true;
  }

  /** @param {number} worth @param {number | null} count @returns {boolean} */
  scale(worth, count) {
    if (count === null || worth >= this.last) return false;
    this.total += count * worth;
    [this.part, this.last] = [null, worth];
    return true;
  }
}
