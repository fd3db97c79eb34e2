/**
 * What documents may be filtered and counted by, and the days to sort them by; read from the file that
 * generator/search/facets.py packs.
 * @module
 */
import { BitReader, lowBits } from "./bits.js";
import { IndexError } from "./files.js";

/** A facet with its values, those of most documents first. @typedef {{facet: string, values: {value: string, label: string, count: number}[]}} Count */
/** Per facet the values of which a document has one. @typedef {Record<string, string[]>} Filters */
/** @typedef {{value: string, label: string, docs: Int32Array}} Value */

/** Low bits of a letter's place, as in generator/search/facets.py. */
const LOW = 4;
/** Stands for no day, so that what has none comes last in either order. */
const UNDATED = Number.NaN;

export class Facets {
  /** @param {Uint8Array} bytes @param {number} documents How many there are. */
  constructor(bytes, documents) {
    const reader = new BitReader(bytes);
    const letters = Array.from(reader.string());
    const spelled = () => Array.from({ length: lengthOf(reader) }, () => letters[reader.rice(LOW)] ?? foreign());
    this.#days = daysOf(reader, documents);
    this.#facets = Array.from({ length: lengthOf(reader) }, () => {
      const name = spelled().join("");
      /** @type {string[]} */
      let before = [];
      const values = Array.from({ length: lengthOf(reader) }, () => {
        before = [...before.slice(0, lengthOf(reader)), ...spelled()];
        const value = before.join("");
        return { value, label: spelled().join("") || value, docs: docsOf(reader, documents) };
      });
      return { name, values };
    });
    if (reader.end - reader.at >= 8) foreign();
    this.#documents = documents;
  }

  #days;
  #documents;
  /** @type {{name: string, values: Value[]}[]} */
  #facets;

  /**
   * The documents that have, for each facet of the filters, one of its values.
   * @param {Filters} filters
   * @returns {(doc: number) => boolean}
   */
  filter(filters) {
    const { misses } = this.#missing(filters);
    return (doc) => misses[doc] === 0;
  }

  /**
   * How many of the documents found have each value. A facet that is filtered by counts as if it were not, so that
   * readers see what another of its values would add.
   * @param {number[]} found Before any filter.
   * @param {Filters} filters
   * @returns {Count[]}
   */
  counts(found, filters) {
    const { misses, missed, asked } = this.#missing(filters);
    const held = new Uint8Array(this.#documents);
    for (const doc of found) held[doc] = 1;
    return this.#facets.map(({ name, values }) => {
      const own = asked.indexOf(name);
      const counted = (/** @type {number} */ doc) => held[doc] && (!misses[doc] || (misses[doc] === 1 && missed[doc] === own));
      return { facet: name, values: ordered(values, counted, filters[name] ?? []) };
    });
  }

  /**
   * @param {Filters} filters
   * @returns {{misses: Uint8Array, missed: Int8Array, asked: string[]}} For each document how many of the facets asked
   * for it does not meet, and which was the last of them.
   */
  #missing(filters) {
    const asked = this.#facets.filter(({ name }) => Object.hasOwn(filters, name) && filters[name].length);
    const misses = new Uint8Array(this.#documents);
    const missed = new Int8Array(this.#documents).fill(-1);
    asked.forEach(({ name, values }, at) => {
      const meets = new Uint8Array(this.#documents);
      for (const { value, docs } of values) if (filters[name].includes(value)) for (const doc of docs) meets[doc] = 1;
      for (let doc = 0; doc < meets.length; doc++) {
        if (meets[doc]) continue;
        misses[doc]++;
        missed[doc] = at;
      }
    });
    return { misses, missed, asked: asked.map(({ name }) => name) };
  }

  /**
   * An order by day; what has none comes last, and documents of one day in the order given.
   * @param {"newest" | "oldest"} sort
   * @param {import("./first.js").Sooner} otherwise
   * @returns {import("./first.js").Sooner}
   */
  byDay(sort, otherwise) {
    const sign = sort === "newest" ? -1 : 1;
    const rank = (/** @type {number} */ doc) => (Number.isNaN(this.#days[doc]) ? Infinity : sign * this.#days[doc]);
    return (one, other) => rank(one) < rank(other) || (rank(one) === rank(other) && otherwise(one, other));
  }
}

/**
 * @param {Value[]} values
 * @param {(doc: number) => unknown} counted
 * @param {string[]} chosen Values that stay, whatever their count.
 * @returns {Count["values"]}
 */
function ordered(values, counted, chosen) {
  return values
    .map(({ value, label, docs }) => ({ value, label, count: docs.reduce((sum, doc) => (counted(doc) ? sum + 1 : sum), 0) }))
    .filter(({ value, count }) => count > 0 || chosen.includes(value))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}

/** @param {BitReader} reader @returns {number} A count that is written as one more; never more than there are bits for. */
function lengthOf(reader) {
  const length = reader.gamma() - 1;
  return length <= reader.end - reader.at ? length : foreign();
}

/** @param {BitReader} reader @param {number} documents @returns {Int32Array} */
function docsOf(reader, documents) {
  const count = reader.gamma();
  if (count > documents) foreign();
  const low = lowBits(documents, count);
  let doc = -1;
  const docs = Int32Array.from({ length: count }, () => (doc += 1 + reader.rice(low)));
  return doc < documents ? docs : foreign();
}

/** @param {BitReader} reader @param {number} documents @returns {Float64Array} The day of each, counted from 1970. */
function daysOf(reader, documents) {
  let day = 0;
  return Float64Array.from({ length: documents }, () => {
    if (!reader.bit()) return UNDATED;
    const step = reader.gamma();
    return (day += step % 2 ? (step - 1) / 2 : -step / 2);
  });
}

/** @returns {never} */
function foreign() {
  throw new IndexError("cut", "facets");
}
