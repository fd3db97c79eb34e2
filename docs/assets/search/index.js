/**
 * An index as opened: its vocabulary, the lengths of its documents, and the store of its postings and texts.
 * @module
 */
import { IndexError } from "./files.js";
import { Names } from "./names.js";
import { Reader } from "./packed.js";
import { ROOT } from "./root.js";
import { AtHand, Fetched } from "./stores.js";
import { Vocabulary } from "./vocabulary.js";

/** The site's language and digits, how results and copies of one are counted, by the kind of plural, and its words by name. @typedef {{language: string, digits: string, count: Record<string, string>, copies?: Record<string, string>, words: Record<string, string>}} Says */
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
 * @property {string} [names] Which words are names, as names.js reads them.
 * @property {Partial<import("./numbers.js").NumberWords>} [numbers]
 * @property {Partial<import("./dates.js").DateWords>} [dates]
 * @property {import("./keyboard.js").Layouts} [keyboards]
 * @property {string[]} kinds
 * @property {number[]} [mentions] How often each document that is no article is named, where texts come whole.
 * @property {number[][]} [copies] Groups of documents whose texts are nearly one.
 * @property {Record<string, string>} [suggest] Files of names and titles by the letters they begin with, where not.
 * @property {Record<string, number[]>} [languages] The documents of each language that is not the site's.
 * @property {string | null} facets
 * @property {string} [anchor] What stands before a paragraph's number in its id.
 * @property {Partial<Says>} [says] What the box in the header says.
 */

const FORMAT = 2;

export class Index {
  /**
   * @param {import("./files.js").Read} read
   * @returns {Promise<Index>}
   */
  static async open(read) {
    const root = rootOf(await read(ROOT));
    const names = [root.words, root.lengths, ...(root.postings ? [] : root.texts.map(([, name]) => name))];
    const [words, lengths, ...texts] = await Promise.all(names.map(read));
    const vocabulary = new Vocabulary(words);
    const store = root.postings ? new Fetched(root, root.postings, read, vocabulary) : new AtHand(texts, vocabulary);
    return new Index(root, read, vocabulary, lengths, store);
  }

  /**
   * @param {Root} root
   * @param {import("./files.js").Read} read
   * @param {Vocabulary} vocabulary
   * @param {Uint8Array} lengths
   * @param {import("./stores.js").Store} store
   */
  constructor(root, read, vocabulary, lengths, store) {
    this.root = root;
    this.read = read;
    this.vocabulary = vocabulary;
    this.store = store;
    this.names = new Names(root.names);
    const reader = new Reader(lengths);
    const column = () => Float32Array.from({ length: root.documents }, () => reader.varint());
    this.lengths = column();
    this.titleLengths = column();
    this.kinds = column();
    const languages = Object.entries(root.languages ?? {});
    /** What HTML calls the language of a document, where it is not the site's. */
    this.languages = new Map(languages.flatMap(([lang, documents]) => documents.map((doc) => [doc, lang])));
    const average = this.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, root.documents) || 1;
    /** How long each document is beside the average. */
    this.shares = this.lengths.map((length) => length / average);
  }
}

/** @param {Uint8Array} bytes @returns {Root} */
function rootOf(bytes) {
  let root;
  try {
    root = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new IndexError("cut", ROOT);
  }
  if (root?.format !== FORMAT) throw new IndexError("outdated", ROOT);
  return root;
}
