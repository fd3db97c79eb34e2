/**
 * The words at hand and the classes that join their forms. Of an index that comes in pieces these are the words of the
 * pieces that were loaded for a query; what a lookup lacks is noted, to be loaded before the query is read again.
 * @module
 */
import { Groups } from "./groups.js";
import { Likeness } from "./likeness.js";
import { Names } from "./names.js";
import { mayBegin, spelledLike } from "./slips.js";
import { light, placeOf, readings, shardKey, skeleton, strongKeys, verbStems } from "./stems.js";
import { fold } from "./text.js";

const HEAD = 2;
const ARTICLE = "ال";
/** The stem of «لبناني»; that of «لبنان» is shorter. */
const OF_A_COUNTRY = /...(?:ان|ين|ون)$/;
/** As though a text had any stem. */
const ANYTHING = { has: () => true };

/** Groups of words that note which of them were asked for. */
class Asked extends Groups {
  /** @param {(key: string) => void} note */
  constructor(note) {
    super();
    this.note = note;
  }

  /** @override @param {string} key @returns {number[]} */
  of(key) {
    this.note(key);
    return super.of(key);
  }

  /** @param {string} key @returns {number[]} As far as its words are loaded. */
  atHand(key) {
    return super.of(key);
  }
}

export class Vocabulary {
  /** Keys by which words were asked for, and first letters of stems. */
  wanted = { keys: /** @type {Set<string>} */ (new Set()), letters: /** @type {Set<string>} */ (new Set()) };
  /** Words in match form by their numbers. @type {string[]} */
  plain = [];
  /** @type {Map<string, number>} */
  numbers = new Map();
  /** Words by folded form, and by light stem. */
  byFold = new Asked((folded) => this.#want(shardKey(folded)));
  byLight = new Asked((stem) => this.#want(placeOf(skeleton(stem))));
  /** Folded forms, each once, and the number of each word's. */
  forms = this.byFold.keys;
  formOf = this.byFold.groupOf;
  /** Light stems, each once. */
  stems = this.byLight.keys;
  /** Forms of the words asked for lately. @type {Map<string, import("./forms.js").Forms>} */
  remembered = new Map();
  /** The stems of a first letter, where they are loaded. @type {(letter: string) => import("./shards.js").Near[]} */
  near = () => [];
  /** Whether the words of a key are loaded. @type {(key: string) => boolean} */
  loaded = () => true;
  /** All first letters of stems. @type {Iterable<string>} */
  letters = [];
  /** Words that say nothing, and are kin to none («أنه» to «إنهاء»). @type {Set<string>} */
  silent = new Set();
  /** What is known of words that have no other forms, or none but of their stem. @type {{fixed(term: import("./query.js").Term): boolean, kept(term: import("./query.js").Term): boolean}} */
  little = { fixed: () => false, kept: () => false };
  /** Which words are names. */
  names = new Names();
  /** Whether all words are at hand. */
  whole = false;

  /** Stems by the strong keys of whatever they may be read as, by what they may be verbs of; forms by their first letters. */
  #byStrong = new Lists((/** @type {string} */ stem) => readings(stem, ANYTHING).flatMap(strongKeys));
  #byVerb = new Lists(verbStems);
  #byHead = new Lists(headsOf);
  /** @type {Likeness | null} */
  #likeness = null;

  /** @param {string} key */
  #want(key) {
    if (key) this.wanted.keys.add(key);
  }

  /**
   * Takes words in, and phrases of several words that are found as one.
   * @param {Iterable<string>} words In match form.
   */
  add(words) {
    for (const plain of words) {
      if (this.numbers.has(plain)) continue;
      const number = this.plain.push(plain) - 1;
      this.numbers.set(plain, number);
      if (plain.includes(" ")) continue;
      this.byFold.put(fold(plain), number);
      this.byLight.put(light(plain), number);
    }
    this.#likeness = null;
    this.remembered.clear();
  }

  /**
   * Whether a word would be here if any text had it: what else was meant is a question only then.
   * @param {string} plain
   * @returns {boolean}
   */
  settled(plain) {
    return this.loaded(shardKey(plain));
  }

  /** @param {string} phrase @returns {number[] | null} The number of a phrase, none where no text has all its words; null where its words are all at hand. */
  joined(phrase) {
    const number = this.numbers.get(phrase);
    return this.whole ? null : number === undefined ? [] : [number];
  }

  /** @param {string} stem A light stem. @returns {string[]} The strong keys of all its readings, each once. */
  strong(stem) {
    if (!this.byLight.has(stem) && this.loaded(placeOf(skeleton(stem)))) for (const read of readings(stem, ANYTHING)) this.#want(placeOf(skeleton(read)));
    if (OF_A_COUNTRY.test(stem)) this.#want(placeOf(skeleton(stem.slice(0, -2))));
    return [...new Set(readings(stem, this.byLight).flatMap(strongKeys))];
  }

  /** @param {string} key A strong key. @returns {number[]} Numbers of the stems that may have it. */
  stemsOf(key) {
    this.#want(placeOf(key.startsWith("=") ? skeleton(key.slice(1)) : key.replace("~", "")));
    return this.#byStrong.of(key, this.stems);
  }

  /** @param {string} stem @returns {number[]} Numbers of the stems that it is a verb of, or that are verbs of it. */
  verbsOf(stem) {
    const roots = verbStems(stem);
    for (const root of roots) this.#want(placeOf(skeleton(root)));
    const own = roots.flatMap((root) => this.byLight.numbers.get(root) ?? []);
    return [...new Set([...own, ...[stem, ...roots].flatMap((root) => this.#byVerb.of(root, this.stems))])];
  }

  /** @param {number} form @returns {number[]} The words of a folded form. */
  symbolsOfForm(form) {
    return this.byFold.in(form);
  }

  /** The forms that look most like a word, most alike first. @param {string} folded @param {number} most @returns {number[]} */
  alike(folded, most) {
    return (this.#likeness ??= new Likeness(this.forms)).to(folded, most);
  }

  /** @param {string} letter @returns {import("./shards.js").Near[]} The stems that begin with a letter. */
  #beginningWith(letter) {
    this.wanted.letters.add(letter);
    return this.near(letter);
  }

  /**
   * The stems that a slip may have made into another.
   * @param {string} stem As typed.
   * @param {boolean} inner Whether letters stand before it in the word.
   * @returns {import("./shards.js").Near[]}
   */
  spelledLike(stem, inner) {
    const lists = Array.from(this.letters).filter((letter) => mayBegin(stem, letter, inner));
    return lists.flatMap((letter) => spelledLike(stem, this.#beginningWith(letter)));
  }

  /** @param {string} stem @returns {import("./shards.js").Near | undefined} A stem that some text has. */
  attested(stem) {
    return this.#beginningWith(stem.slice(0, 1)).find((near) => near.stem === stem);
  }

  /** @param {string} stem @returns {string[]} Its words at hand, the stem itself where there are none. */
  atHand(stem) {
    const number = this.byLight.numbers.get(stem);
    return number === undefined ? [stem] : this.byLight.in(number).map((word) => this.plain[word]);
  }

  /**
   * The forms that begin with some letters, whether or not an article stands before them.
   * @param {string} start Two letters or more.
   * @param {number} most
   * @returns {number[]}
   */
  beginning(start, most) {
    this.#want(shardKey(start));
    const near = this.#byHead.of(start.slice(0, HEAD), this.forms);
    const begins = (/** @type {string} */ form) =>
      form.startsWith(start) || (form.startsWith(ARTICLE) && form.startsWith(start, ARTICLE.length));
    const found = [];
    for (let at = 0; at < near.length && found.length < most; at++) if (begins(this.forms[near[at]])) found.push(near[at]);
    return found;
  }
}

/** Which of a growing list of words have a key. */
class Lists {
  /** @type {Map<string, number[]>} */
  #found = new Map();
  #read = 0;

  /** @param {(word: string) => string[]} keysOf */
  constructor(keysOf) {
    this.keysOf = keysOf;
  }

  /** @param {string} key @param {string[]} words @returns {number[]} Numbers of those that have the key. */
  of(key, words) {
    for (; this.#read < words.length; this.#read++) {
      for (const own of new Set(this.keysOf(words[this.#read]))) {
        const found = this.#found.get(own);
        if (found) found.push(this.#read);
        else this.#found.set(own, [this.#read]);
      }
    }
    return this.#found.get(key) ?? [];
  }
}

/** @param {string} form @returns {string[]} Its first letters, and those behind an article. */
function headsOf(form) {
  const behind = form.startsWith(ARTICLE) && !form.startsWith(ARTICLE, HEAD);
  return behind ? [form.slice(0, HEAD), form.slice(HEAD, 2 * HEAD)] : [form.slice(0, HEAD)];
}
