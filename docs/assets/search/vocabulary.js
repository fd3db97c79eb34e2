/**
 * The words of an index and the classes that join their forms, derived when the index is opened.
 * @module
 */
import { Groups } from "./groups.js";
import { Likeness } from "./likeness.js";
import { symbolsOf } from "./packed.js";
import { mayBegin, spelledLike } from "./slips.js";
import { light, readings, strongKeys, verbStems } from "./stems.js";
import { bare, fold, isWord } from "./text.js";

const HEAD = 2;
const ARTICLE = "ال";

export class Vocabulary {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.symbols = symbolsOf(bytes);
    const count = this.symbols.length;
    this.isWord = Uint8Array.from(this.symbols, (s) => (isWord(s) ? 1 : 0));
    /** @type {string[]} */
    this.plain = this.symbols.map((s, n) => (this.isWord[n] ? bare(s) : ""));
    /** Symbols by folded form, and by light stem. */
    this.byFold = new Groups(count);
    this.byLight = new Groups(count);
    for (let symbol = 0; symbol < count; symbol++) {
      const plain = this.plain[symbol];
      if (!plain) continue;
      this.byFold.put(fold(plain), symbol);
      this.byLight.put(light(plain), symbol);
    }
    /** Folded forms, each once, and the number of each symbol's. */
    this.forms = this.byFold.keys;
    this.formOf = this.byFold.groupOf;
    /** Light stems, each once. */
    this.stems = this.byLight.keys;
    this.#byStrong = this.#stemsBy((stem) => this.strong(stem));
  }

  /** @type {Map<string, number[]>} */
  #byStrong;
  /** @type {Map<string, number[]> | null} */
  #byVerb = null;
  /** @type {Likeness | null} */
  #likeness = null;
  /** @type {Map<string, number[]> | null} */
  #byHead = null;
  /** @type {Map<string, number[]> | null} */
  #byLetter = null;
  /** Forms of the words asked for lately. @type {Map<string, import("./forms.js").Forms>} */
  remembered = new Map();
  /** Words that say nothing, and are kin to none («أنه» to «إنهاء»). @type {Set<string>} */
  silent = new Set();

  /** @param {string} stem A light stem. @returns {string[]} The strong keys of all its readings, each once. */
  strong(stem) {
    const read = readings(stem, this.byLight);
    const keys = strongKeys(stem);
    if (read.length === 1) return keys;
    return [...new Set(read.flatMap(strongKeys))];
  }

  /** @param {string} key A strong key. @returns {number[]} Numbers of the stems that have it. */
  stemsOf(key) {
    return this.#byStrong.get(key) ?? [];
  }

  /** @param {string} stem @returns {number[]} Numbers of the stems that it is a verb of, or that are verbs of it. */
  verbsOf(stem) {
    this.#byVerb ??= this.#stemsBy(verbStems);
    const roots = verbStems(stem);
    const own = roots.flatMap((root) => this.byLight.numbers.get(root) ?? []);
    return [...new Set([...own, ...[stem, ...roots].flatMap((root) => this.#byVerb?.get(root) ?? [])])];
  }

  /**
   * The stems that a slip may have made into another.
   * @param {string} stem As typed.
   * @param {boolean} inner Whether letters stand before it in the word.
   * @returns {string[]}
   */
  spelledLike(stem, inner) {
    this.#byLetter ??= this.#stemsBy((other) => [other.slice(0, 1)]);
    const lists = [...this.#byLetter].filter(([letter]) => mayBegin(stem, letter, inner));
    return lists.flatMap(([, numbers]) => spelledLike(stem, numbers.map((number) => this.stems[number])));
  }

  /** @param {(stem: string) => string[]} keysOf @returns {Map<string, number[]>} */
  #stemsBy(keysOf) {
    /** @type {Map<string, number[]>} */
    const found = new Map();
    this.stems.forEach((stem, number) => {
      for (const key of keysOf(stem)) put(found, key, number);
    });
    return found;
  }

  /** @param {number} form @returns {number[]} The symbols of a folded form. */
  symbolsOfForm(form) {
    return this.byFold.in(form);
  }

  /** The forms that look most like a word, most alike first. @param {string} folded @param {number} most @returns {number[]} */
  alike(folded, most) {
    return (this.#likeness ??= new Likeness(this.forms)).to(folded, most);
  }

  /**
   * The forms that begin with some letters, whether or not an article stands before them.
   * @param {string} start Two letters or more.
   * @param {number} most
   * @returns {number[]}
   */
  beginning(start, most) {
    const near = (this.#byHead ??= this.#heads()).get(start.slice(0, HEAD)) ?? [];
    const begins = (/** @type {string} */ form) =>
      form.startsWith(start) || (form.startsWith(ARTICLE) && form.startsWith(start, ARTICLE.length));
    const found = [];
    for (let at = 0; at < near.length && found.length < most; at++) if (begins(this.forms[near[at]])) found.push(near[at]);
    return found;
  }

  #heads() {
    /** @type {Map<string, number[]>} */
    const found = new Map();
    this.forms.forEach((form, number) => {
      put(found, form.slice(0, HEAD), number);
      if (form.startsWith(ARTICLE) && !form.startsWith(ARTICLE, HEAD)) put(found, form.slice(HEAD, 2 * HEAD), number);
    });
    return found;
  }
}

/** @param {Map<string, number[]>} kind @param {string} key @param {number} number */
function put(kind, key, number) {
  const found = kind.get(key);
  if (found === undefined) kind.set(key, [number]);
  else found.push(number);
}
