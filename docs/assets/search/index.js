/**
 * An index as opened: what its base says, the lengths of its documents, and the store of its words and texts.
 * @module
 */
import { decoded } from "./coder.js";
import { Dictionary } from "./dictionary.js";
import { IndexError } from "./files.js";
import { Names } from "./names.js";
import { Reader } from "./packed.js";
import { ROOT } from "./root.js";
import { Shards } from "./shards.js";
import { AtHand, Fetched } from "./stores.js";
import { wholeOf } from "./whole.js";

/** The site's language and digits, how results and copies of one are counted, by the kind of plural, and its words by name. @typedef {{language: string, digits: string, count: Record<string, string>, copies?: Record<string, string>, words: Record<string, string>}} Says */
/**
 * What every query needs.
 * @typedef {object} Root
 * @property {string[]} stop
 * @property {string[][]} variants
 * @property {string[][]} [near] Words of one field.
 * @property {Partial<Record<"asks" | "asked" | "titles" | "kept" | "heads", string[]>>} [little] Words that a query is not about.
 * @property {Partial<import("./numbers.js").NumberWords>} [numbers]
 * @property {Partial<import("./dates.js").DateWords>} [dates]
 * @property {import("./keyboard.js").Layouts} [keyboards]
 * @property {[string, number][]} kinds Of the documents in order: so many of a kind.
 * @property {number[]} [mentions] How often each document that is no article is named, where texts come whole.
 * @property {number[][]} [copies] Groups of documents whose texts are nearly one.
 * @property {Record<string, string>} [suggest] Files of names and titles by the letters they begin with, where not.
 * @property {Record<string, number[]>} [languages] The documents of each language that is not the site's.
 * @property {string | null} facets
 * @property {string} [anchor] What stands before a paragraph's number in its id.
 * @property {Partial<Says>} [says] What the box in the header says.
 */

const MAGIC = "mujaz";
const FORMAT = 3;
/** Steps of lengths for each doubling, as in generator/search/__init__.py. */
const STEPS = 16;
const ARTICLE = "article";

export class Index {
  /**
   * @param {import("./files.js").Read} read
   * @returns {Promise<Index>}
   */
  static async open(read) {
    const root = new Reader(await read(ROOT));
    try {
      const documents = documentsOf(root);
      const shards = new Shards(root);
      const size = root.varint();
      const apart = size ? "" : `base-${root.crc()}.bin`;
      const base = new Reader(size ? root.bytesOf(size) : await read(apart));
      return new Index(documents, shards, base, apart, read);
    } catch (error) {
      throw error instanceof RangeError || error instanceof SyntaxError ? new IndexError("cut", ROOT) : error;
    }
  }

  /**
   * @param {number} documents
   * @param {Shards} shards
   * @param {Reader} base
   * @param {string} apart The name of the base's file, empty when it has none.
   * @param {import("./files.js").Read} read
   */
  constructor(documents, shards, base, apart, read) {
    this.documents = documents;
    this.read = read;
    /** @type {Root} */
    this.root = { ...toldOf(base), ...toldOf(base) };
    this.names = new Names(base.bytesOf(base.varint()));
    /** The kind of each document. */
    this.kinds = this.root.kinds.flatMap(([kind, count]) => /** @type {string[]} */ (Array(count).fill(kind)));
    const lengths = Float32Array.from(base.bytesOf(documents), (step) => 2 ** (step / STEPS) - 1);
    this.titleLengths = this.kinds.map((kind) => (kind === ARTICLE ? 0 : base.varint()));
    const languages = Object.entries(this.root.languages ?? {});
    /** What HTML calls the language of a document, where it is not the site's. */
    this.languages = new Map(languages.flatMap(([lang, numbers]) => numbers.map((doc) => [doc, lang])));
    const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents) || 1;
    /** How long each document is beside the average. */
    this.shares = lengths.map((length) => length / average);
    const whole = base.byte() === 1;
    const blocks = whole ? [] : listed(base, (at) => ({ documents: base.varint(), name: `text-${at}-${base.crc()}.bin` }));
    const near = new Map(whole ? [] : listed(base, (at) => [base.string(), `near-${at}-${base.crc()}.bin`]));
    const rest = base.bytesOf(base.end - base.at);
    const total = 2 ** (32 - Math.clz32(Math.max(0, documents - 1)));
    /** @type {import("./stores.js").Store} */
    this.store = whole
      ? new AtHand(wholeOf(rest, documents))
      : new Fetched({ dictionary: new Dictionary(new Reader(rest)), total, shards, blocks, near }, read);
    const { facets, suggest = {} } = this.root;
    const files = [apart, facets ?? "", ...Object.values(suggest), ...shards.names, ...blocks.map(({ name }) => name), ...near.values()];
    read.keep?.(files.filter(Boolean));
  }
}

/** @param {Reader} base */
function toldOf(base) {
  return JSON.parse(decoded(base.bytesOf(base.varint())));
}

/** @template T @param {Reader} reader @param {(at: number) => T} one @returns {T[]} */
function listed(reader, one) {
  return Array.from({ length: reader.varint() }, (_, at) => one(at));
}

/** @param {Reader} root @returns {number} How many documents there are. */
function documentsOf(root) {
  if (String.fromCharCode(...root.bytesOf(MAGIC.length)) !== MAGIC) throw new IndexError("foreign", ROOT);
  if (root.varint() !== FORMAT) throw new IndexError("outdated", ROOT);
  return root.varint();
}
