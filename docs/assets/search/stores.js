/**
 * Where an index's postings and texts come from: all at hand, or fetched file by file as they are needed.
 * @module
 */
import { BitReader, restBits } from "./bits.js";
import { Shelf, unread } from "./files.js";
import { fromTexts, NOWHERE, postingsOf, shardOfPostings } from "./postings.js";
import { shardOf } from "./stems.js";
import { textsOf } from "./texts.js";

/** The postings of a symbol; NOWHERE for one that was not gathered. @typedef {(symbol: number) => import("./postings.js").Postings} Lookup */
/** `failed`: some file could not be had. @typedef {{postings: Lookup, failed: boolean}} Gathered */
/**
 * @typedef {object} Store
 * @property {boolean} whole Whether nothing is left to fetch.
 * @property {(symbols: Iterable<number>) => Promise<Gathered>} gather
 * @property {(symbols: Iterable<number>) => (symbol: number) => boolean} reaching Whether a symbol costs no file beyond those of others.
 * @property {(doc: number) => Promise<import("./texts.js").Stored>} text
 */
/** @typedef {import("./index.js").Root} Root */

const SHARDS_HELD = 512;
const TEXTS_HELD = 512;

/** Postings made from texts that came whole. @implements {Store} */
export class AtHand {
  whole = true;
  #texts;
  #postings;

  /** @param {Uint8Array[]} files @param {import("./vocabulary.js").Vocabulary} vocabulary */
  constructor(files, { symbols, isWord }) {
    this.#texts = files.flatMap((bytes) => textsOf(bytes, restBits(symbols.length)));
    this.#postings = fromTexts(this.#texts, symbols.length, isWord);
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

/** Postings and texts in files of their own. @implements {Store} */
export class Fetched {
  whole = false;
  #names;
  #files;
  #plain;
  /** The number of each symbol's shared file, -1 before it was asked for. */
  #shard;
  #shards;
  #heavy;
  #texts;

  /**
   * @param {Root} root
   * @param {NonNullable<Root["postings"]>} names
   * @param {import("./files.js").Read} read
   * @param {import("./vocabulary.js").Vocabulary} vocabulary
   */
  constructor({ documents, texts }, names, read, { symbols, plain }) {
    const rest = restBits(symbols.length);
    this.#names = names;
    this.#files = texts;
    this.#plain = plain;
    this.#shard = new Int32Array(symbols.length).fill(-1);
    this.#shards = new Shelf(SHARDS_HELD, async (name) => shardOfPostings(await read(name), documents));
    this.#heavy = new Shelf(SHARDS_HELD, async (name) => postingsOf(new BitReader(await read(name)), documents));
    this.#texts = new Shelf(TEXTS_HELD, async (name) => textsOf(await read(name), rest));
  }

  /** @param {number} symbol @returns {string} The file that holds its postings. */
  #fileOf(symbol) {
    const { heavy, shards } = this.#names;
    if (heavy[symbol]) return heavy[symbol];
    if (this.#shard[symbol] < 0) this.#shard[symbol] = shardOf(this.#plain[symbol], shards.length);
    return shards[this.#shard[symbol]];
  }

  /** @param {Iterable<number>} symbols @returns {Promise<Gathered>} */
  async gather(symbols) {
    /** @type {Map<string, number[]>} */
    const wanted = new Map();
    for (const symbol of symbols) {
      const name = this.#fileOf(symbol);
      wanted.get(name)?.push(symbol) ?? wanted.set(name, [symbol]);
    }
    /** @type {Map<number, import("./postings.js").Postings>} */
    const found = new Map();
    const failed = await settled(wanted, async ([name, held]) => {
      if (this.#names.heavy[held[0]]) return void found.set(held[0], await this.#heavy.take(name));
      const shard = await this.#shards.take(name);
      for (const symbol of held) found.set(symbol, shard.get(symbol) ?? NOWHERE);
    });
    return { postings: (symbol) => found.get(symbol) ?? NOWHERE, failed };
  }

  /** @param {Iterable<number>} symbols */
  reaching(symbols) {
    const files = new Set(Array.from(symbols, (symbol) => this.#fileOf(symbol)));
    return (/** @type {number} */ symbol) => files.has(this.#fileOf(symbol));
  }

  /** @param {number} doc */
  async text(doc) {
    const [start, name] = this.#files[lastAtMost(this.#files, doc)];
    return (await this.#texts.take(name))[doc - start];
  }
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
