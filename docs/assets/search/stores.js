/**
 * Where an index's words, postings and texts come from: all at hand, or fetched piece by piece as a query needs them.
 * @module
 */
import { BitReader } from "./bits.js";
import { Shelf, unread } from "./files.js";
import { fromTexts, NOWHERE, postingsOf, searchedOf } from "./postings.js";
import { nearOf, shardOf } from "./shards.js";
import { bare, isWord } from "./text.js";
import { FIELD, textsOf } from "./texts.js";
import { Vocabulary } from "./vocabulary.js";

/** The postings of a word by its number; NOWHERE for one that was not gathered. @typedef {(word: number) => import("./postings.js").Postings} Lookup */
/** `failed`: some file could not be had. @typedef {{postings: Lookup, failed: boolean}} Gathered */
/**
 * The words that one query sees. Their number grows until nothing more is wanted.
 * @typedef {object} View
 * @property {Vocabulary} vocabulary
 * @property {boolean} whole Whether nothing is left to fetch.
 * @property {boolean} failed Whether some file of words could not be had.
 * @property {() => Promise<boolean>} grow Fetches what the vocabulary was asked for and lacks; false when there is nothing.
 * @property {(words: Iterable<number>) => Promise<Gathered>} gather
 * @property {(words: Set<number>) => (word: number) => boolean} reaching Whether a word costs no file beyond those of others.
 */
/** @typedef {{view: () => View, text: (doc: number) => Promise<import("./texts.js").Stored>}} Store */

const HELD = 512;
/** So many files of words are fetched for a query at most: what was pasted has more words than tell anything. */
const MOST_FILES = 12;
/** And so many for what these words lead to, other ways to say them and what was meant, and so many lists of stems. */
const MOST_LED_TO = 5;
const MOST_LISTS = 8;
/** With so many words loaded one begins anew. */
const MOST_WORDS = 60_000;
/** Stems that one may have meant: three letters or more, no number. */
const NEAR = /^\D{3,}$/;

/** All in one file. @implements {Store} @implements {View} */
export class AtHand {
  whole = true;
  failed = false;
  vocabulary = new Vocabulary();
  #texts;
  #postings;

  /** @param {import("./whole.js").Whole} whole */
  constructor({ texts, symbols }) {
    this.#texts = texts;
    const searched = new Set(this.#texts.flatMap((text) => searchedOf(text).flatMap(({ tokens }) => tokens)));
    // In the order of their frequency, so that of two that are equally alike the likelier comes first.
    const words = symbols.filter((symbol) => isWord(symbol) && searched.has(symbol));
    this.vocabulary.add(words.map(bare).filter(Boolean));
    this.#postings = fromTexts(this.#texts, this.vocabulary);
    nearAtHand(this.vocabulary, this.#postings);
  }

  view() {
    return this;
  }

  async grow() {
    return false;
  }

  async gather() {
    return { postings: this.#postings, failed: false };
  }

  reaching() {
    return () => true;
  }

  /** @param {number} doc */
  async text(doc) {
    return this.#texts[doc];
  }
}

/** Words, postings and texts in files of their own. @implements {Store} */
export class Fetched {
  vocabulary = new Vocabulary();
  /** Where each of its words stands. @type {import("./shards.js").Entry[]} */
  entries = [];
  /** The files of words that are loaded. @type {Set<string>} */
  held = new Set();
  /** Lists of stems by their first letter. @type {Map<string, import("./shards.js").Near[]>} */
  lists = new Map();
  #texts;
  /** First documents of the blocks of texts, and their names. @type {number[]} */
  #starts = [];
  /** @type {string[]} */
  #names = [];

  /**
   * @param {Directory} directory
   * @param {import("./files.js").Read} read
   */
  constructor(directory, read) {
    const { dictionary, total } = directory;
    this.directory = directory;
    this.words = new Shelf(HELD, async (name) => shardOf(await read(name), dictionary.spelling, total));
    this.many = new Shelf(HELD, async (name) => postingsOf(new BitReader(await read(name)), total));
    this.near = new Shelf(HELD, async (name) => nearOf(await read(name), dictionary.spelling));
    this.#texts = new Shelf(HELD, async (name) => textsOf(await read(name), dictionary));
    let start = 0;
    for (const { documents, name } of directory.blocks) {
      this.#starts.push(start);
      this.#names.push(name);
      start += documents;
    }
  }

  /** What was loaded for one query serves the next. */
  view() {
    if (this.vocabulary.plain.length > MOST_WORDS) [this.vocabulary, this.entries, this.held] = [new Vocabulary(), [], new Set()];
    return new Growing(this);
  }

  /** @param {number} doc */
  async text(doc) {
    const at = lastAtMost(this.#starts, doc);
    return (await this.#texts.take(this.#names[at]))[doc - this.#starts[at]];
  }
}

/**
 * What an index in pieces says of them.
 * @typedef {object} Directory
 * @property {import("./dictionary.js").Dictionary} dictionary
 * @property {number} total The documents as gaps are told among.
 * @property {import("./shards.js").Shards} shards
 * @property {{documents: number, name: string}[]} blocks Of texts.
 * @property {Map<string, string>} near Names of the lists of stems by first letter.
 */

/** @implements {View} */
class Growing {
  whole = false;
  failed = false;
  #store;
  /** What was asked for. @type {Set<string>} */
  #asked = new Set();
  /** How many more files of words and lists it may ask for. */
  #room = MOST_FILES;
  #lists = MOST_LISTS;
  #began = false;

  /** @param {Fetched} store */
  constructor(store) {
    this.#store = store;
    this.vocabulary = store.vocabulary;
    this.entries = store.entries;
    this.held = store.held;
    this.vocabulary.near = (letter) => store.lists.get(letter) ?? [];
    this.vocabulary.loaded = (key) => this.held.has(store.directory.shards.nameAt(key) ?? "");
    this.vocabulary.letters = [...store.directory.near.keys()];
  }

  async grow() {
    const { directory, words, near } = this.#store;
    const { wanted } = this.vocabulary;
    if (this.#began) this.#room = Math.min(this.#room, MOST_LED_TO);
    this.#began = true;
    const names = this.#new(Array.from(wanted.keys, (key) => directory.shards.nameAt(key)));
    const letters = [...wanted.letters].flatMap((letter) => {
      const name = directory.near.get(letter);
      return name && !this.#asked.has(name) ? [/** @type {const} */ ([letter, name])] : [];
    }).slice(0, this.#lists);
    this.#lists -= letters.length;
    for (const [, name] of letters) this.#asked.add(name);
    wanted.keys.clear();
    wanted.letters.clear();
    if (!names.length && !letters.length) return false;
    /** @type {import("./shards.js").Shard[]} */
    const found = [];
    const lost = await Promise.all([
      settled(names, async (name) => void (found[names.indexOf(name)] = await words.take(name))),
      settled(letters, async ([letter, name]) => void this.#store.lists.set(letter, await near.take(name))),
    ]);
    this.failed ||= lost.includes(true);
    found.forEach((shard, at) => {
      if (!shard) return;
      this.#add(shard);
      this.held.add(names[at]);
    });
    this.vocabulary.remembered.clear();
    return true;
  }

  /** @param {(string | undefined)[]} names @returns {string[]} Those not asked for before, as far as a query may ask. */
  #new(names) {
    const fresh = [...new Set(names)].filter((name) => name !== undefined && !this.#asked.has(name) && !this.held.has(name));
    const allowed = /** @type {string[]} */ (fresh).slice(0, this.#room);
    this.#room -= allowed.length;
    allowed.forEach((name) => this.#asked.add(name));
    return allowed;
  }

  /** @param {import("./shards.js").Shard} shard */
  #add({ words, entries }) {
    this.vocabulary.add(words);
    words.forEach((word, at) => void (this.entries[/** @type {number} */ (this.vocabulary.numbers.get(word))] = entries[at]));
  }

  /** @param {Iterable<number>} words */
  async gather(words) {
    /** @type {Map<number, import("./postings.js").Postings>} */
    const many = new Map();
    const apart = [...new Set(words)].filter((word) => typeof this.entries[word] === "string");
    const failed = await settled(apart, async (word) => {
      many.set(word, await this.#store.many.take(/** @type {string} */ (this.entries[word])));
    });
    const postings = (/** @type {number} */ word) => {
      const entry = this.entries[word];
      return typeof entry === "object" ? entry : (many.get(word) ?? NOWHERE);
    };
    return { postings, failed };
  }

  /** @param {Set<number>} words */
  reaching(words) {
    return (/** @type {number} */ word) => typeof this.entries[word] === "object" || words.has(word);
  }
}

/**
 * Gives a vocabulary that has all words, the most frequent first, the lists of stems that an index in pieces has in files.
 * @param {Vocabulary} vocabulary
 * @param {Lookup} postings
 */
function nearAtHand(vocabulary, postings) {
  const { stems, byLight } = vocabulary;
  /** @type {Map<string, import("./shards.js").Near[]> | null} */
  let lists = null;
  const made = () => {
    /** @type {Map<string, import("./shards.js").Near[]>} */
    const found = new Map();
    stems.forEach((stem, number) => {
      if (!NEAR.test(stem)) return;
      const words = byLight.in(number);
      const named = words.some((word) => postings(word).how.some((way) => way & (1 << FIELD.names)));
      const one = { stem, rank: words[0], named };
      found.get(stem[0])?.push(one) ?? found.set(stem[0], [one]);
    });
    return found;
  };
  vocabulary.letters = new Set(stems.filter((stem) => NEAR.test(stem)).map((stem) => stem[0]));
  vocabulary.near = (letter) => (lists ??= made()).get(letter) ?? [];
  vocabulary.whole = true;
}

/**
 * Does something for each item; whether any failed for want of a file.
 * @template T
 * @param {Iterable<T>} items
 * @param {(item: T) => Promise<void>} act
 * @returns {Promise<boolean>}
 */
async function settled(items, act) {
  const outcomes = await Promise.allSettled(Array.from(items, act));
  const reasons = outcomes.flatMap((o) => (o.status === "rejected" ? [o.reason] : []));
  const other = reasons.find((reason) => !unread(reason));
  if (other) throw other;
  return reasons.length > 0;
}

/** @param {number[]} starts @param {number} doc @returns {number} */
function lastAtMost(starts, doc) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= doc) low = middle;
    else high = middle - 1;
  }
  return low;
}
