/**
 * An index as opened: its vocabulary, lengths, and ways to the postings and texts, which may still have to be fetched.
 * @module
 */
import { BitReader, restBits } from "./bits.js";
import { IndexError, Shelf } from "./files.js";
import { Reader } from "./packed.js";
import { fromTexts, NOWHERE, postingsOf, shardOfPostings } from "./postings.js";
import { shardOf } from "./stems.js";
import { textsOf } from "./texts.js";
import { Vocabulary } from "./vocabulary.js";

/**
 * The root file, search.json.
 * @typedef {object} Root
 * @property {number} format
 * @property {number} documents
 * @property {string} words
 * @property {string} lengths
 * @property {[number, string][]} texts First document and name of each file of texts.
 * @property {{shards: string[], heavy: Record<string, string>} | null} postings Null when the texts come whole.
 * @property {string[]} stop
 * @property {string[][]} variants
 * @property {{months: string[][], ordinals: string[][], scales: string[][]}} dates
 * @property {string[]} kinds
 * @property {string | null} facets
 * @property {string} [anchor] What stands before a paragraph's number in its id.
 * @property {Record<string, string>} [says] The site's own words for what the theme's box shows.
 */

const FORMAT = 2;
const SHARDS_HELD = 512;
const TEXTS_HELD = 512;

export class Index {
  /**
   * @param {import("./files.js").Read} read
   * @returns {Promise<Index>}
   */
  static async open(read) {
    /** @type {Root} */
    const root = rootOf(await read("search.json"));
    const names = [root.words, root.lengths, ...(root.postings ? [] : root.texts.map(([, name]) => name))];
    const [words, lengths, ...texts] = await Promise.all(names.map(read));
    return new Index(root, read, words, lengths, texts);
  }

  /**
   * @param {Root} root
   * @param {import("./files.js").Read} read
   * @param {Uint8Array} words
   * @param {Uint8Array} lengths
   * @param {Uint8Array[]} texts
   */
  constructor(root, read, words, lengths, texts) {
    this.root = root;
    this.read = read;
    this.vocabulary = new Vocabulary(words);
    const reader = new Reader(lengths);
    const column = () => Float32Array.from({ length: root.documents }, () => reader.varint());
    this.lengths = column();
    this.titleLengths = column();
    this.kinds = column();
    const average = this.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, root.documents) || 1;
    /** How long each document is beside the average. */
    this.shares = this.lengths.map((length) => length / average);
    /** @type {(symbol: number) => import("./postings.js").Postings} */
    this.postings = () => NOWHERE;
    /** @type {(doc: number) => Promise<import("./texts.js").Stored>} */
    this.text = () => Promise.reject(new IndexError("missing", "texts"));
    if (root.postings) this.#split(root.postings);
    else this.#whole(texts);
  }

  get whole() {
    return !this.root.postings;
  }

  /** @param {Uint8Array[]} files */
  #whole(files) {
    const texts = files.flatMap((bytes) => textsOf(bytes, restBits(this.vocabulary.symbols.length)));
    this.postings = fromTexts(texts, this.vocabulary.symbols.length, this.vocabulary.isWord);
    this.text = async (doc) => texts[doc];
  }

  /** @param {NonNullable<Root["postings"]>} names */
  #split(names) {
    const { root } = this;
    const rest = restBits(this.vocabulary.symbols.length);
    const shards = new Shelf(SHARDS_HELD, async (name) => shardOfPostings(await this.read(name), root.documents));
    const heavy = new Shelf(SHARDS_HELD, async (name) => postingsOf(new BitReader(await this.read(name)), root.documents));
    const texts = new Shelf(TEXTS_HELD, async (name) => textsOf(await this.read(name), rest));
    const files = root.texts;
    /** @type {Map<number, import("./postings.js").Postings>} */
    let loaded = new Map();
    this.postings = (symbol) => loaded.get(symbol) ?? NOWHERE;
    const shared = new Int32Array(this.vocabulary.symbols.length).fill(-1);
    this.shardOf = (/** @type {number} */ symbol) => {
      if (names.heavy[symbol]) return names.heavy[symbol];
      if (shared[symbol] < 0) shared[symbol] = shardOf(this.vocabulary.plain[symbol], names.shards.length);
      return names.shards[shared[symbol]];
    };
    this.load = async (/** @type {Iterable<number>} */ symbols) => {
      /** @type {Map<number, import("./postings.js").Postings>} */
      const fresh = new Map();
      /** @type {Map<string, number[]>} */
      const wanted = new Map();
      for (const symbol of symbols) {
        const name = this.shardOf(symbol);
        wanted.get(name)?.push(symbol) ?? wanted.set(name, [symbol]);
      }
      const failed = await settled(wanted, async ([name, held]) => {
        if (names.heavy[held[0]]) return void fresh.set(held[0], await heavy.take(name));
        const shard = await shards.take(name);
        for (const symbol of held) fresh.set(symbol, shard.get(symbol) ?? NOWHERE);
      });
      return { failed, use: () => void (loaded = fresh) };
    };
    this.text = async (doc) => {
      const at = lastAtMost(files, doc);
      return (await texts.take(files[at][1]))[doc - files[at][0]];
    };
  }

  /**
   * Fetches the postings of symbols; `use` makes them the ones that `postings` gives, until the next call.
   * @param {Iterable<number>} _symbols
   * @returns {Promise<{failed: boolean, use: () => void}>}
   */
  load = async (_symbols) => ({ failed: false, use: () => {} });

  /** The file that holds a symbol's postings. @param {number} _symbol @returns {string} */
  shardOf = (_symbol) => "";
}

/** @param {Uint8Array} bytes @returns {Root} */
function rootOf(bytes) {
  let root;
  try {
    root = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new IndexError("cut", "search.json");
  }
  if (root?.format !== FORMAT) throw new IndexError("outdated", "search.json");
  return root;
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
  const other = reasons.find((reason) => !(reason instanceof IndexError || reason instanceof RangeError));
  if (other) throw other;
  return reasons.length > 0;
}

/** @param {[number, string][]} files @param {number} doc @returns {number} */
function lastAtMost(files, doc) {
  let low = 0;
  let high = files.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (files[middle][0] <= doc) low = middle;
    else high = middle - 1;
  }
  return low;
}
